//! What is done later: look at a Nitrokey, check a card, and 'A Nitrokey is lost or broken', with a backup that is the same
//! in each run.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use coldspare::backup::{Share, hexadecimal_lines, words};
use coldspare::ceremony::{Did, Recovery, Source};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::plan::Role;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Backspace, Char, Down, Enter, Esc, F, Up};
use secrecy::SecretString;
use virtual_nitrokey::VirtualNitrokey;

use super::journal;
use super::pictures::Pictures;
use super::straight::{self, scan};

pub(crate) const BUNDLE: &str = "coldspare-68F876F4";

pub(crate) fn golden(set: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1").join(set)
}

pub(crate) fn shares(set: &str) -> Result<Vec<Share>> {
    let lines = std::fs::read_to_string(golden(set).join("shares.txt"))?;
    lines.lines().map(|line| Ok(Share::parse(line)?)).collect()
}

/// Writes the golden keys onto a Nitrokey. It is pulled out again.
pub(crate) fn write(key: &VirtualNitrokey) -> Result<()> {
    let mut recovery = Recovery::from_bundle(&Mounted::at(golden("curve25519")), BUNDLE)?;
    for share in shares("curve25519")?.into_iter().take(3) {
        recovery.add(share)?;
    }
    let mut rehearsed = recovery.recover()?;
    let pins = rehearsed.pins(&Role::SPARE, Some(&SecretString::from("271828")))?;
    key.plug();
    let bus = VirtualBus::with(&[key]);
    fixtures::flash_and_prove(&mut rehearsed, &bus, fixtures::serial(key), &Role::SPARE, &pins, &mut |_| ())?;
    key.unplug();
    Ok(())
}

/// Cuts the factory reset of a Nitrokey short: terminated, and not activated (OpenPGP card 3.4 § 7.2.16).
fn half_reset(key: &VirtualNitrokey) -> Result<()> {
    key.plug();
    key.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01])?;
    key.transmit(b"\x00\x20\x00\x83\x0812345678")?;
    key.transmit(&[0x00, 0xE6, 0x00, 0x00])?;
    key.unplug();
    Ok(())
}

/// Look at a Nitrokey: none, blank, full, two.
pub(crate) fn inspect(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    in_process.choose(key!("inspect"))?;
    pictures.step(&mut in_process, "inspect: none")?;
    in_process.plug(&keys[0])?;
    pictures.take(&mut in_process, "inspect: blank")?;
    in_process.unplug(&keys[0])?;
    in_process.plug(&keys[1])?;
    pictures.take(&mut in_process, "inspect: full")?;
    in_process.plug(&keys[0])?;
    pictures.take(&mut in_process, "inspect: two")?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "inspect: the second of two")?;
    // TERMINATE DF, and no ACTIVATE FILE after it: its reset was cut short.
    in_process.unplug(&keys[1])?;
    in_process.unplug(&keys[0])?;
    half_reset(&keys[2])?;
    in_process.plug(&keys[2])?;
    pictures.take(&mut in_process, "inspect: half reset")?;
    in_process.unplug(&keys[2])?;
    in_process.plug(&keys[1])?;
    in_process.plug(&keys[0])?;
    // In 'Set up keys' it is told what would be erased.
    in_process.key(Esc)?;
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    pictures.lines(&mut in_process, "meet: blank and full", 3)
}

/// Check a card, with the stick and without.
pub(crate) fn check(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let cards = shares("curve25519")?;
    in_process.choose(key!("check"))?;
    pictures.step(&mut in_process, "clock")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "check-bundle: no stick")?;
    in_process.plug_stick("HOLIDAYS")?;
    in_process.wait_for("HOLIDAYS")?;
    pictures.take(&mut in_process, "check-bundle: no backup")?;
    in_process.unplug_stick("HOLIDAYS")?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    pictures.take(&mut in_process, "check-bundle: a backup")?;
    pictures.lines(&mut in_process, "check-bundle", 2)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "check-card")?;
    scan(&mut in_process, &cards[1])?;
    pictures.step(&mut in_process, "check-result: good")?;
    pictures.lines(&mut in_process, "check-result", 2)?;
    in_process.key(Enter)?;
    scan(&mut in_process, &shares("rsa2048")?[0])?;
    pictures.take(&mut in_process, "check-card: another set")?;
    let typed = words(&cards[0].y);
    in_process.keys(&typed[..9].join(" "))?;
    pictures.take(&mut in_process, "check-card: nine words")?;
    in_process.keys(" abandn ")?;
    pictures.take(&mut in_process, "check-card: no word")?;
    // What cannot be read, and what was read wrong.
    in_process.key(F(4))?;
    let mut read = typed.clone();
    (read[2], read[16]) = ("?", "???");
    in_process.keys(&read.join(" "))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "check-card: two words that cannot be read")?;
    in_process.key(Esc)?;
    in_process.key(F(4))?;
    (read[2], read[16]) = ("zoo", typed[16]);
    in_process.keys(&read.join(", "))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "check-card: a wrong word")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "check-result: to be replaced")?;
    in_process.key(Enter)?;
    (read[2], read[3]) = ("?", "zoo");
    in_process.keys(&read.join(" "))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "check-card: nothing found")?;
    in_process.key(F(4))?;
    let lines = hexadecimal_lines(&cards[0].y);
    in_process.keys(&format!("1 {}?{}", &lines[0][..3], &lines[0][4..]))?;
    in_process.key(Enter)?;
    for line in &lines[1..] {
        in_process.keys(&line.replace('0', "O"))?;
    }
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "check-card: a digit that cannot be read")?;
    in_process.key(Esc)?;

    // Without the stick.
    in_process.each(&[Esc, Esc, Esc])?;
    in_process.choose(key!("check"))?;
    in_process.key(Enter)?;
    in_process.wait_for(BUNDLE)?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "check-card: without the stick")?;
    scan(&mut in_process, &cards[2])?;
    pictures.take(&mut in_process, "check-result: a code alone")?;
    in_process.key(Enter)?;
    in_process.keys(&typed.join(" "))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "check-result: words alone")?;
    in_process.key(Enter)?;
    (read[2], read[3]) = ("?", typed[3]);
    in_process.keys(&read.join(" "))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "check-card: a word open without the stick")
}

/// A Nitrokey is lost: the spare, the stick and three cards are left.
pub(crate) fn lost(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    in_process.choose(key!("lost"))?;
    pictures.step(&mut in_process, "lost-left")?;
    pictures.lines(&mut in_process, "lost-left", 3)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "lost-spare")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "lost-from")?;
    pictures.lines(&mut in_process, "lost-from", 2)?;
    in_process.each(&[Enter, Enter])?;
    pictures.step(&mut in_process, "lost-bundle: no stick")?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    pictures.take(&mut in_process, "lost-bundle: a backup")?;
    in_process.key(Enter)?;
    cards(pictures, &mut in_process)?;
    prove(pictures, &mut in_process, &keys)?;
    new_one(pictures, &mut in_process, &keys)?;
    see(pictures, &mut in_process)?;
    export(pictures, &mut in_process)?;
    let serial = |nth: usize| fixtures::serial(&keys[nth]);
    let written = journal::written(&journal::done(&in_process), serial(2), 0);
    journal::says(&in_process, |of, _| {
        let before = [Did::Held { from: Source::Opened, of }, Did::Proven { of, serial: serial(1) }];
        before.into_iter().chain(written).chain([Did::Exported { of }]).collect()
    })
}

fn cards(pictures: &mut Pictures, in_process: &mut InProcess) -> Result<()> {
    let cards = shares("curve25519")?;
    pictures.step(in_process, "lost-cards")?;
    scan(in_process, &shares("rsa2048")?[0])?;
    pictures.take(in_process, "lost-cards: another set")?;
    scan(in_process, &cards[3])?;
    pictures.take(in_process, "lost-cards: one")?;
    scan(in_process, &cards[3])?;
    pictures.take(in_process, "lost-cards: the same again")?;
    let typed = words(&cards[0].y);
    in_process.keys(&typed[..5].join(" "))?;
    pictures.take(in_process, "lost-cards: five words")?;
    in_process.keys(" ")?;
    in_process.keys(&typed[5..].join(" "))?;
    in_process.key(Enter)?;
    pictures.take(in_process, "lost-cards: two")?;
    scan(in_process, &cards[4])?;
    pictures.take(in_process, "lost-cards: enough")?;
    in_process.key(Enter)?;
    pictures.step(in_process, "lost-back")?;
    in_process.key(Enter)?;
    pictures.step(in_process, "lost-way")?;
    pictures.lines(in_process, "lost-way", 3)?;
    in_process.key(Enter)
}

fn prove(pictures: &mut Pictures, in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    pictures.step(in_process, "lost-prove: none")?;
    in_process.plug(&keys[2])?;
    pictures.take(in_process, "lost-prove: another one")?;
    in_process.unplug(&keys[2])?;
    in_process.plug(&keys[1])?;
    pictures.take(in_process, "lost-prove: the spare")?;
    in_process.key(Enter)?;
    pictures.take(in_process, "lost-prove: its PIN")?;
    in_process.keys("314159")?;
    in_process.key(Enter)?;
    pictures.take(in_process, "lost-prove: a wrong PIN")?;
    in_process.keys("271828")?;
    in_process.key(Enter)?;
    pictures.step(in_process, "lost-prove: proven")?;
    in_process.key(Enter)
}

fn new_one(pictures: &mut Pictures, in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    pictures.take(in_process, "write: the spare is still there")?;
    in_process.unplug(&keys[1])?;
    pictures.step(in_process, "write: insert a new one")?;
    in_process.plug(&keys[2])?;
    in_process.key(Enter)?;
    pictures.take(in_process, "confirm")?;
    in_process.keys("0000")?;
    in_process.key(Enter)?;
    pictures.take(in_process, "confirm: wrong digits")?;
    in_process.each(&[Backspace; 4])?;
    in_process.keys(&fixtures::serial(&keys[2]).last_four())?;
    in_process.key(Enter)?;
    pictures.step(in_process, "write-user")?;
    for _ in 0..2 {
        in_process.keys("161803")?;
        in_process.key(Enter)?;
    }
    pictures.take(in_process, "proven")?;
    in_process.presses_until_at(Enter, "lost-done")?;
    pictures.step(in_process, "lost-done")?;
    pictures.lines(in_process, "lost-done", 2)?;
    in_process.each(&[Down, Enter])
}

fn see(pictures: &mut Pictures, in_process: &mut InProcess) -> Result<()> {
    in_process.each(&[Char('3'), Enter])?;
    pictures.step(in_process, "lost-see")?;
    in_process.key(F(2))?;
    pictures.take(in_process, "lost-see: F2")?;
    in_process.each(&[Enter, Enter, Down, Enter])
}

fn export(pictures: &mut Pictures, in_process: &mut InProcess) -> Result<()> {
    in_process.each(&[Char('2'), Enter])?;
    pictures.step(in_process, "lost-export")?;
    in_process.key(Enter)?;
    pictures.step(in_process, "lost-passphrase")?;
    for passphrase in ["short", "six random words or more"] {
        for _ in 0..2 {
            in_process.keys(passphrase)?;
            in_process.key(Enter)?;
        }
        pictures.take(in_process, &format!("after the passphrase: {passphrase}"))?;
    }
    pictures.step(in_process, "lost-stick")?;
    pictures.take(in_process, "lost-stick: the stick with the backup")?;
    in_process.plug_stick("FOR-A-WEEK")?;
    pictures.take(in_process, "lost-stick: another one")?;
    in_process.key(Enter)?;
    pictures.step(in_process, "lost-exported")?;
    in_process.key(Enter)?;
    pictures.take(in_process, "lost-done: exported")?;
    in_process.key(F(10))?;
    pictures.take(in_process, "lost-done: F10")
}

/// A Nitrokey is lost: only paper is left.
pub(crate) fn lost_paper(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('3'), Enter, Enter])?;
    pictures.step(&mut in_process, "lost-sheet")?;
    in_process.keys("HTTPS://EXAMPLE.ORG/NO-CODE")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-sheet: no code")?;
    let parts = std::fs::read_to_string(golden("curve25519").join("parts.txt"))?;
    for (i, part) in parts.lines().enumerate() {
        in_process.keys(part)?;
        in_process.key(Enter)?;
        if i == 1 {
            pictures.take(&mut in_process, "lost-sheet: two codes")?;
        }
    }
    pictures.take(&mut in_process, "lost-sheet: all codes")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "lost-cards: any")?;
    let cards = shares("curve25519")?;
    in_process.keys(&words(&cards[0].y).join(" "))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-number")?;
    for number in ["9", "5", "3"] {
        in_process.keys(number)?;
        in_process.key(Enter)?;
    }
    pictures.take(&mut in_process, "lost-number: none of them")?;
    in_process.key(Esc)?;
    pictures.take(&mut in_process, "lost-number: Esc")?;
    in_process.key(Up)?;
    scan(&mut in_process, cards.get(1).context("a card")?)?;
    pictures.take(&mut in_process, "lost-cards: after a code")?;
    in_process.key(Esc)?;
    pictures.take(&mut in_process, "lost-cards: back")?;
    in_process.each(&[Esc, Esc, Esc])?;
    pictures.take(&mut in_process, "lost-cards: leave")
}

/// Some on a larger screen.
pub(crate) fn large(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    in_process.plug(&keys[1])?;
    in_process.resize(132, 43)?;
    pictures.step(&mut in_process, "home, 132 x 43")?;
    in_process.choose(key!("inspect"))?;
    pictures.take(&mut in_process, "inspect, 132 x 43")?;
    in_process.key(Esc)?;
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    pictures.step(&mut in_process, "meet, 132 x 43")?;
    in_process.resize(132, 24)?;
    in_process.settle()?;
    anyhow::ensure!(in_process.app().fit().cut, "24 rows are too few");
    Ok(())
}

/// As README.txt beside the keys has it, whose commands are run (`exported.rs`).
#[test]
fn what_gnupg_must_forget_first_stands_on_the_screen() -> Result<()> {
    let mut in_process = straight::home("en")?;
    super::blind::to_lost_way(&mut in_process)?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    for _ in 0..2 {
        in_process.keys("six random words")?;
        in_process.key(Enter)?;
    }
    let stick = in_process.plug_stick("FOR-A-WEEK")?;
    in_process.key(Enter)?;
    in_process.at("lost-exported")?;
    let screen = in_process.screen();
    let readme = std::fs::read_to_string(stick.join(format!("{BUNDLE}-secret-key/README.txt")))?;
    let forgets = readme.lines().map(str::trim).skip_while(|line| !line.starts_with("(cd "));
    let mut commands: Vec<_> = forgets.take_while(|line| !line.is_empty()).collect();
    anyhow::ensure!(commands.iter().any(|line| line.contains("t1-v1")), "README.txt has {commands:?}");
    commands.insert(0, "public-key.asc");
    commands.push("secret-key.asc");
    let mut rest = &screen[..];
    for command in commands {
        // One after the other, in this order.
        rest = rest.split_once(command).with_context(|| format!("{command} is not on it:\n{screen}"))?.1;
    }
    Ok(())
}
