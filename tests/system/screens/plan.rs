//! From switching on to the plan: language, keyboard, home, self-check, and all that the owner decides.

use std::fs;

use anyhow::Result;
use coldspare::language::Texts;
use coldspare::plan::Algorithm;
use coldspare_tests::face::Face;
use coldspare_tests::walk;
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F, Home, Up};

use super::LANGUAGES;
use super::pictures::Pictures;
use super::straight;

/// The first screens, and home.
pub(crate) fn begin(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = Face::start(80, 25)?;
    if language == "en" {
        pictures.step(&mut face, "language")?;
    }
    for _ in LANGUAGES.iter().take_while(|code| **code != language) {
        face.key(Down)?;
    }
    pictures.take(&mut face, "language: chosen")?;
    face.key(Enter)?;
    pictures.step(&mut face, "layout")?;
    face.key(End)?;
    pictures.take(&mut face, "layout: the last one")?;
    face.each(&[Home, Enter])?;
    pictures.step(&mut face, "try")?;
    face.keys("az@.-_\"é")?;
    pictures.take(&mut face, "try: typed")?;
    face.key(Enter)?;
    pictures.step(&mut face, "home")?;
    pictures.lines(&mut face, "home", 6)?;
    face.key(F(10))?;
    pictures.take(&mut face, "home: F10")?;
    face.key(Down)?;
    pictures.take(&mut face, "home: F10, yes")?;
    face.key(Enter)?;
    face.wait_for("√")?;
    pictures.take(&mut face, "farewell")
}

/// On the trial image, after the screens had stopped unexpectedly: what everybody must know, and the two ways to end.
pub(crate) fn appliance(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = Face::on_appliance(80, 25)?;
    pictures.step(&mut face, "language")?;
    for _ in LANGUAGES.iter().take_while(|code| **code != language) {
        face.key(Down)?;
    }
    face.each(&[Enter, Enter, Enter])?;
    pictures.step(&mut face, "home")?;
    face.each(&[F(10), Down, Enter])?;
    face.wait_for("√")?;
    pictures.take(&mut face, "farewell")?;
    face.key(Down)?;
    pictures.take(&mut face, "farewell: stay")
}

/// What this computer has is another on the next one; each sentence of it is one of the catalogue.
pub(crate) fn as_it_is(screen: String, language: &str) -> String {
    let begins = Texts::of(language).say("self-check-cards", &[]);
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
    let mut face = straight::home(language)?;
    face.key(Enter)?;
    pictures.masked(&mut face, "self-check", |screen| as_it_is(screen, language))?;
    pictures.help(&mut face, "self-check")?;
    face.key(Esc)?;
    pictures.take(&mut face, "self-check: Esc")?;
    face.key(Down)?;
    pictures.take(&mut face, "self-check: Esc, yes")?;
    face.each(&[Esc, F(10)])?;
    pictures.take(&mut face, "self-check: F10")?;
    face.each(&[Esc, Enter])?;

    pictures.step(&mut face, "clock")?;
    for (wrong, name) in [("yesterday", "no date"), ("2026-01-02 03:04", "another date")] {
        face.clear()?;
        face.keys(wrong)?;
        face.key(Enter)?;
        pictures.take(&mut face, &format!("clock: {name}"))?;
    }
    face.key(Enter)?;
    pictures.take(&mut face, "clock: not this date")?;
    face.clear()?;
    face.key(Enter)?;
    pictures.take(&mut face, "clock: empty")?;
    face.keys("2062-01-02 03:04")?;
    face.each(&[Enter, Down, Enter])?;
    pictures.take(&mut face, "clock: it is not set on a computer that is borrowed")?;
    face.each(&[Esc, Enter, Enter])?;
    questions(pictures, &mut face)
}

fn questions(pictures: &mut Pictures, face: &mut Face) -> Result<()> {
    for (name, many) in [("source", 2), ("keys", 3)] {
        pictures.step(face, name)?;
        pictures.lines(face, name, many)?;
        face.key(Enter)?;
    }
    pictures.step(face, "owner")?;
    face.each(&[Enter, Enter])?;
    pictures.take(face, "owner: nothing typed")?;
    face.keys("Ada Lovelace")?;
    face.key(Enter)?;
    face.keys("ada at example.org")?;
    face.key(Enter)?;
    pictures.take(face, "owner: no address")?;
    face.key(Down)?;
    face.clear()?;
    face.keys("ada@example.org")?;
    pictures.take(face, "owner: typed")?;
    face.key(Enter)?;

    pictures.step(face, "algorithm")?;
    pictures.lines(face, "algorithm", 10)?;
    face.key(Enter)?;
    pictures.step(face, "expiry")?;
    face.key(End)?;
    pictures.take(face, "expiry: never")?;
    face.each(&[Char('2'), Enter])?;
    pictures.step(face, "cards")?;
    face.key(End)?;
    pictures.take(face, "cards: the last line")?;
    face.each(&[Char('3'), Enter])?;
    pictures.step(face, "needed")?;
    pictures.lines(face, "needed", 3)?;
    face.key(Enter)?;

    pictures.step(face, "trustees")?;
    for name in ["Grace Hopper", "Alan Turing", "", "Emmy Noether"] {
        face.clear()?;
        face.keys(name)?;
        face.key(Enter)?;
    }
    pictures.take(face, "trustees: one has no name")?;
    // Back to the third, whatever line has the cursor now.
    face.each(&[Esc, Enter, Down, Down])?;
    face.keys("Emmy Noether")?;
    face.key(Down)?;
    face.clear()?;
    face.keys("Notary Dr. Claude Shannon & Partners, Bamberg")?;
    face.key(Enter)?;
    pictures.step(face, "notes")?;
    face.keys("At her office, +49 89 1234567")?;
    face.each(&[Enter, Enter, Enter, Enter])?;
    pictures.step(face, "nitrokeys")?;
    face.key(Home)?;
    pictures.take(face, "nitrokeys: only one")?;
    face.each(&[Char('2'), Enter])?;
    for (name, many) in [("pins", 2), ("touch", 3)] {
        pictures.step(face, name)?;
        pictures.lines(face, name, many)?;
        face.key(Enter)?;
    }
    pictures.step(face, "more")?;
    face.key(Down)?;
    pictures.take(face, "more: yes")?;
    face.key(Enter)?;
    for name in ["pin-backup", "primary"] {
        pictures.step(face, name)?;
        pictures.lines(face, name, 2)?;
        face.key(Enter)?;
    }
    pictures.step(face, "paper-language")?;
    face.key(Enter)?;
    pictures.step(face, "url")?;
    face.keys("example.org/ada")?;
    face.key(Enter)?;
    pictures.take(face, "url: no address")?;
    face.clear()?;
    face.key(Enter)?;
    pictures.step(face, "summary")?;
    pictures.lines(face, "summary", 9)?;
    face.resize(132, 43)?;
    pictures.take(face, "summary, 132 x 43")?;
    face.each(&[Down, Enter])?;
    pictures.take(face, "owner, 132 x 43")
}

/// The plan from a stick; an identity that exists; PINs that the owner types.
pub(crate) fn other_plans(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    straight::to_plan(&mut face)?;
    face.each(&[Down, Enter])?;
    pictures.step(&mut face, "plan-file: no stick")?;
    let stick = face.plug_stick("AT-HOME")?;
    pictures.take(&mut face, "plan-file: a stick")?;
    face.key(Enter)?;
    pictures.take(&mut face, "plan-file: nothing on it")?;
    let plan = walk::plan(Algorithm::Curve25519, 2, 3)?.to_toml();
    fs::write(stick.join("plan.toml"), &plan)?;
    fs::write(stick.join("wrong.toml"), plan.replace("\"curve25519\"", "\"des\""))?;
    face.key(Enter)?;
    pictures.take(&mut face, "plan-file: two files")?;
    face.each(&[Down, Enter])?;
    pictures.take(&mut face, "plan-file: a wrong one")?;
    face.each(&[Up, Enter])?;
    face.key(Esc)?;
    pictures.take(&mut face, "plan-file: taken")?;
    face.key(F(5))?;

    face.each(&[Down, Enter])?;
    pictures.step(&mut face, "key-file")?;
    face.key(Enter)?;
    pictures.take(&mut face, "key-file: nothing on it")?;
    fs::copy(super::bring::key("certify-only-primary.asc"), stick.join("ada.asc"))?;
    face.each(&[Enter, Enter])?;
    pictures.step(&mut face, "key-passphrase")?;
    face.key(Enter)?;
    pictures.take(&mut face, "key-passphrase: nothing typed")?;
    face.keys("correct horse")?;
    pictures.take(&mut face, "key-passphrase: typed")?;
    face.key(F(2))?;
    pictures.take(&mut face, "key-passphrase: F2")?;
    face.key(Enter)?;
    pictures.take(&mut face, "key-passphrase: wrong")?;
    face.keys("correct horse battery staple")?;
    face.key(Enter)?;
    pictures.take(&mut face, "places: every key has its slot")?;
    face.key(Enter)?;
    pictures.take(&mut face, "summary: an import")?;
    // From here the PINs: the last line but one leads there.
    face.each(&[End, Up, Enter, Down, Enter])?;
    // Touch, anything special, summary.
    face.each(&[Enter, Enter, Enter])?;
    typed_pins(pictures, &mut face)
}

/// The keyboard is found by its letters.
pub(crate) fn letters(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = Face::on(true, 80, 25)?;
    straight::speak(&mut face, language)?;
    pictures.take(&mut face, "layout: a letter is asked for")?;
    face.keys("1")?;
    pictures.take(&mut face, "layout: no such keyboard")?;
    // On a German keyboard, the key with Z on it types `y` as long as it counts as one of the United States.
    face.keys("y")?;
    pictures.take(&mut face, "layout: those that have it there")
}

/// Something is changed after the keys were made.
pub(crate) fn anew(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    straight::to_plan(&mut face)?;
    straight::plan(&mut face)?;
    straight::meet(&mut face, &straight::nitrokeys()?)?;
    // Dice, typing, mixing, the vault; then the keys are made.
    face.each(&[Enter; 4])?;
    pictures.take(&mut face, "make: made")?;
    face.key(Esc)?;
    face.keys("disk")?;
    face.key(Enter)?;
    face.keys("a secret")?;
    face.each(&[Enter, Enter])?;
    pictures.step(&mut face, "make: anew?")?;
    face.key(Enter)?;
    pictures.take(&mut face, "make: made anew")
}

fn typed_pins(pictures: &mut Pictures, face: &mut Face) -> Result<()> {
    let keys = straight::nitrokeys()?;
    straight::meet(face, &keys)?;
    // Dice, typing, mixing.
    face.each(&[Enter, Enter, Enter])?;
    pictures.step(face, "type-pins: user")?;
    for (pin, again, name) in [("123", "123", "too short"), ("271828", "271829", "differ")] {
        face.keys(pin)?;
        face.key(Enter)?;
        face.keys(again)?;
        face.key(Enter)?;
        pictures.take(face, &format!("type-pins: {name}"))?;
    }
    let typed = |face: &mut Face, pin: &str| -> Result<()> {
        face.keys(pin)?;
        face.key(Enter)?;
        face.keys(pin)?;
        face.key(Enter)
    };
    typed(face, "271828")?;
    pictures.take(face, "type-pins: admin")?;
    typed(face, "31415926")?;
    pictures.take(face, "type-pins: reset code")?;
    typed(face, "16180339")?;
    pictures.take(face, "type-pins: the spare")?;
    for pin in ["271828", "31415926", "16180339"] {
        typed(face, pin)?;
    }
    face.key(Esc)?;
    pictures.take(face, "type-pins: kept")?;
    face.each(&[Enter, Enter])?;
    pictures.take(face, "make: brought")
}
