//! From switching on to the plan: language, keyboard, home, self-check, and all that the owner decides.

use std::fs;

use anyhow::Result;
use coldspare::key;
use coldspare::language::Texts;
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F, Home, Up};

use super::pictures::Pictures;
use super::straight;

/// The first screens, and home.
pub(crate) fn begin(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = InProcess::start(80, 25)?;
    if language == "en" {
        pictures.step(&mut in_process, "language")?;
    }
    straight::select(&mut in_process, language)?;
    pictures.take(&mut in_process, "language: chosen")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "layout")?;
    in_process.key(End)?;
    pictures.take(&mut in_process, "layout: the last one")?;
    in_process.each(&[Home, Enter])?;
    pictures.step(&mut in_process, "try")?;
    in_process.keys("az@.-_\"é")?;
    pictures.take(&mut in_process, "try: typed")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "home")?;
    pictures.lines(&mut in_process, "home", 6)?;
    in_process.key(F(10))?;
    pictures.take(&mut in_process, "home: F10")?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "home: F10, yes")?;
    in_process.key(Enter)?;
    in_process.wait_for("√")?;
    pictures.take(&mut in_process, "farewell")
}

/// On the trial image, after the screens had stopped unexpectedly: what everybody must know, and the two ways to end.
pub(crate) fn appliance(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = InProcess::on_appliance(80, 25)?;
    pictures.step(&mut in_process, "language")?;
    straight::select(&mut in_process, language)?;
    in_process.each(&[Enter, Enter, Enter])?;
    pictures.step(&mut in_process, "home: what happened")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "home")?;
    in_process.each(&[F(10), Down, Enter])?;
    in_process.wait_for("√")?;
    pictures.take(&mut in_process, "farewell")?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "farewell: stay")
}

/// What this computer has is another on the next one; each sentence of it is one of the catalogue.
pub(crate) fn as_it_is(screen: String, language: &str) -> String {
    let begins = Texts::of(language).say(key!("self-check-cards"), &[]);
    let begins: String = begins.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let (mut shown, mut hides) = (String::new(), false);
    for line in screen.lines() {
        let content = line.split_once('│').map_or("", |(_, content)| content.trim());
        let is_note = content.starts_with("√ ") || content.starts_with("! ");
        hides = (hides || is_note) && !content.contains(&begins) && !line.starts_with('─');
        if hides && !is_note {
            continue;
        }
        let line = if hides {
            format!("{}│ (as this computer is)", &line[..line.find('│').unwrap_or(0)])
        } else {
            line.to_owned()
        };
        if !(hides && shown.contains("(as this computer is)")) {
            shown += &(line + "\n");
        }
    }
    shown
}

/// Self-check, clock, and the plan typed, with every question there is and what can be wrong.
pub(crate) fn plan(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    in_process.key(Enter)?;
    pictures.masked(&mut in_process, "self-check", |screen| as_it_is(screen, language))?;
    pictures.help(&mut in_process, "self-check")?;
    in_process.key(Esc)?;
    pictures.take(&mut in_process, "self-check: Esc")?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "self-check: Esc, yes")?;
    in_process.each(&[Esc, F(10)])?;
    pictures.take(&mut in_process, "self-check: F10")?;
    in_process.each(&[Esc, Enter])?;

    pictures.step(&mut in_process, "clock")?;
    for (wrong, name) in [("yesterday", "no date"), ("2026-01-02 03:04", "another date")] {
        in_process.clear()?;
        in_process.keys(wrong)?;
        in_process.key(Enter)?;
        pictures.take(&mut in_process, &format!("clock: {name}"))?;
    }
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "clock: not this date")?;
    in_process.clear()?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "clock: empty")?;
    in_process.keys("2062-01-02 03:04")?;
    in_process.each(&[Enter, Down, Enter])?;
    pictures.take(&mut in_process, "clock: it is not set on a computer that is borrowed")?;
    in_process.each(&[Esc, Enter, Enter])?;
    questions(pictures, &mut in_process)
}

fn questions(pictures: &mut Pictures, in_process: &mut InProcess) -> Result<()> {
    pictures.step(in_process, "source")?;
    pictures.lines(in_process, "source", 3)?;
    in_process.each(&[Down, Enter])?;
    pictures.step(in_process, "keys")?;
    pictures.lines(in_process, "keys", 3)?;
    in_process.key(Enter)?;
    pictures.step(in_process, "owner")?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(in_process, "owner: nothing typed")?;
    in_process.keys("Ada Lovelace")?;
    in_process.key(Enter)?;
    in_process.keys("ada at example.org")?;
    in_process.key(Enter)?;
    pictures.take(in_process, "owner: no address")?;
    in_process.key(Down)?;
    in_process.clear()?;
    in_process.keys("ada@example.org")?;
    pictures.take(in_process, "owner: typed")?;
    in_process.key(Enter)?;

    pictures.step(in_process, "algorithm")?;
    pictures.lines(in_process, "algorithm", 10)?;
    in_process.key(Enter)?;
    pictures.step(in_process, "expiry")?;
    in_process.key(End)?;
    pictures.take(in_process, "expiry: never")?;
    in_process.each(&[Char('2'), Enter])?;
    pictures.step(in_process, "cards")?;
    in_process.key(End)?;
    pictures.take(in_process, "cards: the last line")?;
    in_process.each(&[Char('3'), Enter])?;
    pictures.step(in_process, "needed")?;
    pictures.lines(in_process, "needed", 3)?;
    in_process.key(Enter)?;

    pictures.step(in_process, "trustees")?;
    for name in ["Grace Hopper", "Alan Turing", "", "Emmy Noether"] {
        in_process.clear()?;
        in_process.keys(name)?;
        in_process.key(Enter)?;
    }
    pictures.take(in_process, "trustees: one has no name")?;
    // Back to the third, whatever line has the cursor now.
    in_process.each(&[Esc, Enter, Down, Down])?;
    in_process.keys("Emmy Noether")?;
    in_process.key(Down)?;
    in_process.clear()?;
    in_process.keys("Notary Dr. Claude Shannon & Partners, Bamberg")?;
    in_process.key(Enter)?;
    pictures.step(in_process, "notes")?;
    in_process.keys("At her office, +49 89 1234567")?;
    in_process.each(&[Enter, Enter, Enter, Enter])?;
    pictures.step(in_process, "nitrokeys")?;
    in_process.key(Home)?;
    pictures.take(in_process, "nitrokeys: only one")?;
    in_process.each(&[Char('2'), Enter])?;
    for (name, many) in [("pins", 2), ("touch", 3)] {
        pictures.step(in_process, name)?;
        pictures.lines(in_process, name, many)?;
        in_process.key(Enter)?;
    }
    pictures.step(in_process, "more")?;
    in_process.key(Down)?;
    pictures.take(in_process, "more: yes")?;
    in_process.key(Enter)?;
    for name in ["pin-backup", "primary"] {
        pictures.step(in_process, name)?;
        pictures.lines(in_process, name, 2)?;
        in_process.key(Enter)?;
    }
    pictures.step(in_process, "paper-language")?;
    in_process.key(Enter)?;
    pictures.step(in_process, "url")?;
    in_process.keys("example.org/ada")?;
    in_process.key(Enter)?;
    pictures.take(in_process, "url: no address")?;
    in_process.clear()?;
    in_process.key(Enter)?;
    pictures.step(in_process, "summary")?;
    pictures.lines(in_process, "summary", 9)?;
    in_process.resize(132, 43)?;
    pictures.take(in_process, "summary, 132 x 43")?;
    in_process.each(&[Down, Enter])?;
    pictures.take(in_process, "owner, 132 x 43")
}

/// The plan from a stick; an identity that exists; PINs that the owner types.
pub(crate) fn other_plans(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    straight::to_plan(&mut in_process)?;
    in_process.each(&[Down, Enter])?;
    pictures.step(&mut in_process, "plan-file: no stick")?;
    let stick = in_process.plug_stick("AT-HOME")?;
    pictures.take(&mut in_process, "plan-file: a stick")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "plan-file: nothing on it")?;
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?.to_toml();
    fs::write(stick.join("plan.toml"), &plan)?;
    fs::write(stick.join("wrong.toml"), plan.replace("\"curve25519\"", "\"des\""))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "plan-file: two files")?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "plan-file: a wrong one")?;
    in_process.each(&[Up, Enter])?;
    in_process.key(Esc)?;
    pictures.take(&mut in_process, "plan-file: taken")?;
    in_process.key(F(5))?;

    in_process.each(&[Down, Enter])?;
    pictures.step(&mut in_process, "key-file")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "key-file: nothing on it")?;
    fs::copy(super::bring::key("certify-only-primary.asc"), stick.join("ada.asc"))?;
    in_process.each(&[Enter, Enter])?;
    pictures.step(&mut in_process, "key-passphrase")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "key-passphrase: nothing typed")?;
    in_process.keys("correct horse")?;
    pictures.take(&mut in_process, "key-passphrase: typed")?;
    in_process.key(F(2))?;
    pictures.take(&mut in_process, "key-passphrase: F2")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "key-passphrase: wrong")?;
    in_process.keys("correct horse battery staple")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "places: every key has its slot")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "summary: an import")?;
    // From here the PINs: the last line but one leads there.
    in_process.each(&[End, Up, Enter, Down, Enter])?;
    // Touch, anything special, summary.
    in_process.each(&[Enter, Enter, Enter])?;
    typed_pins(pictures, &mut in_process)
}

/// The keyboard is found by its letters.
pub(crate) fn letters(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = InProcess::on(true, 80, 25)?;
    straight::speak(&mut in_process, language)?;
    pictures.take(&mut in_process, "layout: a letter is asked for")?;
    in_process.keys("1")?;
    pictures.take(&mut in_process, "layout: no such keyboard")?;
    // On a German keyboard, the key with Z on it types `y` as long as it counts as one of the United States.
    in_process.keys("y")?;
    pictures.take(&mut in_process, "layout: those that have it there")
}

/// Something is changed after the keys were made.
pub(crate) fn anew(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    straight::meet(&mut in_process, &straight::nitrokeys()?)?;
    // Dice, typing, mixing, the vault; then the keys are made.
    in_process.each(&[Enter; 4])?;
    pictures.take(&mut in_process, "make: made")?;
    in_process.key(Esc)?;
    in_process.keys("disk")?;
    in_process.key(Enter)?;
    in_process.keys("a secret")?;
    in_process.each(&[Enter, Enter])?;
    pictures.step(&mut in_process, "make: anew?")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "make: made anew")
}

fn typed_pins(pictures: &mut Pictures, in_process: &mut InProcess) -> Result<()> {
    let keys = straight::nitrokeys()?;
    straight::meet(in_process, &keys)?;
    // Dice, typing, mixing.
    in_process.each(&[Enter, Enter, Enter])?;
    pictures.step(in_process, "type-pins: user")?;
    for (pin, again, name) in [("123", "123", "too short"), ("271828", "271829", "differ")] {
        in_process.keys(pin)?;
        in_process.key(Enter)?;
        in_process.keys(again)?;
        in_process.key(Enter)?;
        pictures.take(in_process, &format!("type-pins: {name}"))?;
    }
    let typed = |in_process: &mut InProcess, pin: &str| -> Result<()> {
        in_process.keys(pin)?;
        in_process.key(Enter)?;
        in_process.keys(pin)?;
        in_process.key(Enter)
    };
    typed(in_process, "271828")?;
    pictures.take(in_process, "type-pins: admin")?;
    typed(in_process, "31415926")?;
    pictures.take(in_process, "type-pins: reset code")?;
    typed(in_process, "16180339")?;
    pictures.take(in_process, "type-pins: the spare")?;
    for pin in ["271828", "31415926", "16180339"] {
        typed(in_process, pin)?;
    }
    in_process.key(Esc)?;
    pictures.take(in_process, "type-pins: kept")?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(in_process, "make: brought")
}
