//! What is done later: look at a Nitrokey, check a card, and 'A key is lost', with a backup that is the same
//! in each run.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use coldspare::backup::{Share, hexadecimal_lines, words};
use coldspare::ceremony::Recovery;
use coldspare::machine::stick::Mounted;
use coldspare::plan::Role;
use coldspare_tests::face::Face;
use coldspare_tests::{VirtualBus, walk};
use ratatui::crossterm::event::KeyCode::{Backspace, Char, Down, Enter, Esc, F, Up};
use secrecy::SecretString;
use virtual_nitrokey::VirtualNitrokey;

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
    walk::flash_and_prove(&mut rehearsed, &bus, walk::serial(key), &Role::SPARE, &pins, &mut |_| ())?;
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
pub(crate) fn look(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    face.each(&[Char('4'), Enter])?;
    pictures.step(&mut face, "look: none")?;
    face.plug(&keys[0])?;
    pictures.take(&mut face, "look: blank")?;
    face.unplug(&keys[0])?;
    face.plug(&keys[1])?;
    pictures.take(&mut face, "look: full")?;
    face.plug(&keys[0])?;
    pictures.take(&mut face, "look: two")?;
    face.key(Down)?;
    pictures.take(&mut face, "look: the second of two")?;
    // TERMINATE DF, and no ACTIVATE FILE after it: its reset was cut short.
    face.unplug(&keys[1])?;
    face.unplug(&keys[0])?;
    half_reset(&keys[2])?;
    face.plug(&keys[2])?;
    pictures.take(&mut face, "look: half reset")?;
    face.unplug(&keys[2])?;
    face.plug(&keys[1])?;
    face.plug(&keys[0])?;
    // In 'Set up keys' it is told what would be erased.
    face.key(Esc)?;
    straight::to_plan(&mut face)?;
    straight::plan(&mut face)?;
    pictures.lines(&mut face, "meet: blank and full", 3)
}

/// Check a card, with the stick and without.
pub(crate) fn check(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    let cards = shares("curve25519")?;
    face.each(&[Char('3'), Enter])?;
    pictures.step(&mut face, "clock")?;
    face.key(Enter)?;
    pictures.step(&mut face, "check-bundle: no stick")?;
    face.plug_stick("HOLIDAYS")?;
    face.wait_for("HOLIDAYS")?;
    pictures.take(&mut face, "check-bundle: no backup")?;
    face.unplug_stick("HOLIDAYS")?;
    face.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    face.wait_for(BUNDLE)?;
    pictures.take(&mut face, "check-bundle: a backup")?;
    pictures.lines(&mut face, "check-bundle", 2)?;
    face.key(Enter)?;
    pictures.step(&mut face, "check-card")?;
    scan(&mut face, &cards[1])?;
    pictures.step(&mut face, "check-result: good")?;
    pictures.lines(&mut face, "check-result", 2)?;
    face.key(Enter)?;
    scan(&mut face, &shares("rsa2048")?[0])?;
    pictures.take(&mut face, "check-card: another set")?;
    let typed = words(&cards[0].y);
    face.keys(&typed[..9].join(" "))?;
    pictures.take(&mut face, "check-card: nine words")?;
    face.keys(" abandn ")?;
    pictures.take(&mut face, "check-card: no word")?;
    // What cannot be read, and what was read wrong.
    face.key(F(4))?;
    let mut read = typed.clone();
    (read[2], read[16]) = ("?", "???");
    face.keys(&read.join(" "))?;
    face.key(Enter)?;
    pictures.take(&mut face, "check-card: two words that cannot be read")?;
    face.key(Esc)?;
    face.key(F(4))?;
    (read[2], read[16]) = ("zoo", typed[16]);
    face.keys(&read.join(", "))?;
    face.key(Enter)?;
    pictures.take(&mut face, "check-card: a wrong word")?;
    face.key(Enter)?;
    pictures.take(&mut face, "check-result: to be replaced")?;
    face.key(Enter)?;
    (read[2], read[3]) = ("?", "zoo");
    face.keys(&read.join(" "))?;
    face.key(Enter)?;
    pictures.take(&mut face, "check-card: nothing found")?;
    face.key(F(4))?;
    let lines = hexadecimal_lines(&cards[0].y);
    face.keys(&format!("1 {}?{}", &lines[0][..3], &lines[0][4..]))?;
    face.key(Enter)?;
    for line in &lines[1..] {
        face.keys(&line.replace('0', "O"))?;
    }
    face.key(Enter)?;
    pictures.take(&mut face, "check-card: a digit that cannot be read")?;
    face.key(Esc)?;

    // Without the stick.
    face.each(&[Esc, Esc, Esc, Char('3'), Enter, Enter])?;
    face.wait_for(BUNDLE)?;
    face.each(&[Down, Enter])?;
    pictures.take(&mut face, "check-card: without the stick")?;
    scan(&mut face, &cards[2])?;
    pictures.take(&mut face, "check-result: a code alone")?;
    face.key(Enter)?;
    face.keys(&typed.join(" "))?;
    face.key(Enter)?;
    pictures.take(&mut face, "check-result: words alone")?;
    face.key(Enter)?;
    (read[2], read[3]) = ("?", typed[3]);
    face.keys(&read.join(" "))?;
    face.key(Enter)?;
    pictures.take(&mut face, "check-card: a word open without the stick")
}

/// A key is lost: the spare, the stick and three cards are left.
pub(crate) fn lost(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    face.each(&[Char('2'), Enter])?;
    pictures.step(&mut face, "lost-left")?;
    pictures.lines(&mut face, "lost-left", 3)?;
    face.key(Enter)?;
    pictures.step(&mut face, "lost-spare")?;
    face.key(Enter)?;
    pictures.step(&mut face, "lost-from")?;
    pictures.lines(&mut face, "lost-from", 2)?;
    face.each(&[Enter, Enter])?;
    pictures.step(&mut face, "lost-bundle: no stick")?;
    face.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    face.wait_for(BUNDLE)?;
    pictures.take(&mut face, "lost-bundle: a backup")?;
    face.key(Enter)?;
    cards(pictures, &mut face)?;
    prove(pictures, &mut face, &keys)?;
    new_one(pictures, &mut face, &keys)?;
    see(pictures, &mut face)?;
    export(pictures, &mut face)
}

fn cards(pictures: &mut Pictures, face: &mut Face) -> Result<()> {
    let cards = shares("curve25519")?;
    pictures.step(face, "lost-cards")?;
    scan(face, &shares("rsa2048")?[0])?;
    pictures.take(face, "lost-cards: another set")?;
    scan(face, &cards[3])?;
    pictures.take(face, "lost-cards: one")?;
    scan(face, &cards[3])?;
    pictures.take(face, "lost-cards: the same again")?;
    let typed = words(&cards[0].y);
    face.keys(&typed[..5].join(" "))?;
    pictures.take(face, "lost-cards: five words")?;
    face.keys(" ")?;
    face.keys(&typed[5..].join(" "))?;
    face.key(Enter)?;
    pictures.take(face, "lost-cards: two")?;
    scan(face, &cards[4])?;
    pictures.take(face, "lost-cards: enough")?;
    face.key(Enter)?;
    pictures.step(face, "lost-back")?;
    face.key(Enter)?;
    pictures.step(face, "lost-way")?;
    pictures.lines(face, "lost-way", 3)?;
    face.key(Enter)
}

fn prove(pictures: &mut Pictures, face: &mut Face, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    pictures.step(face, "lost-prove: none")?;
    face.plug(&keys[2])?;
    pictures.take(face, "lost-prove: another one")?;
    face.unplug(&keys[2])?;
    face.plug(&keys[1])?;
    pictures.take(face, "lost-prove: the spare")?;
    face.key(Enter)?;
    pictures.take(face, "lost-prove: its PIN")?;
    face.keys("314159")?;
    face.key(Enter)?;
    pictures.take(face, "lost-prove: a wrong PIN")?;
    face.keys("271828")?;
    face.key(Enter)?;
    pictures.step(face, "lost-prove: proven")?;
    face.key(Enter)
}

fn new_one(pictures: &mut Pictures, face: &mut Face, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    pictures.take(face, "write: the spare is still there")?;
    face.unplug(&keys[1])?;
    pictures.step(face, "write: insert a new one")?;
    face.plug(&keys[2])?;
    face.key(Enter)?;
    pictures.take(face, "confirm")?;
    face.keys("0000")?;
    face.key(Enter)?;
    pictures.take(face, "confirm: wrong digits")?;
    face.each(&[Backspace; 4])?;
    face.keys(&walk::serial(&keys[2]).last_four())?;
    face.key(Enter)?;
    pictures.step(face, "write-user")?;
    for _ in 0..2 {
        face.keys("161803")?;
        face.key(Enter)?;
    }
    pictures.take(face, "proven")?;
    face.key(Enter)?;
    pictures.step(face, "lost-done")?;
    pictures.lines(face, "lost-done", 2)?;
    face.each(&[Down, Enter])
}

fn see(pictures: &mut Pictures, face: &mut Face) -> Result<()> {
    face.each(&[Char('3'), Enter])?;
    pictures.step(face, "lost-see")?;
    face.key(F(2))?;
    pictures.take(face, "lost-see: F2")?;
    face.each(&[Enter, Enter, Down, Enter])
}

fn export(pictures: &mut Pictures, face: &mut Face) -> Result<()> {
    face.each(&[Char('2'), Enter])?;
    pictures.step(face, "lost-export")?;
    face.key(Enter)?;
    pictures.step(face, "lost-passphrase")?;
    for passphrase in ["short", "six random words or more"] {
        for _ in 0..2 {
            face.keys(passphrase)?;
            face.key(Enter)?;
        }
        pictures.take(face, &format!("after the passphrase: {passphrase}"))?;
    }
    pictures.step(face, "lost-stick")?;
    pictures.take(face, "lost-stick: the stick with the backup")?;
    face.plug_stick("FOR-A-WEEK")?;
    pictures.take(face, "lost-stick: another one")?;
    face.key(Enter)?;
    pictures.step(face, "lost-exported")?;
    face.key(Enter)?;
    pictures.take(face, "lost-done: exported")?;
    face.key(F(10))?;
    pictures.take(face, "lost-done: F10")
}

/// A key is lost: only paper is left.
pub(crate) fn lost_paper(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    face.each(&[Char('2'), Enter, Char('3'), Enter, Enter])?;
    pictures.step(&mut face, "lost-sheet")?;
    face.keys("HTTPS://EXAMPLE.ORG/NO-CODE")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-sheet: no code")?;
    let parts = std::fs::read_to_string(golden("curve25519").join("parts.txt"))?;
    for (i, part) in parts.lines().enumerate() {
        face.keys(part)?;
        face.key(Enter)?;
        if i == 1 {
            pictures.take(&mut face, "lost-sheet: two codes")?;
        }
    }
    pictures.take(&mut face, "lost-sheet: all codes")?;
    face.key(Enter)?;
    pictures.step(&mut face, "lost-cards: any")?;
    let cards = shares("curve25519")?;
    face.keys(&words(&cards[0].y).join(" "))?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-number")?;
    for number in ["9", "5", "3"] {
        face.keys(number)?;
        face.key(Enter)?;
    }
    pictures.take(&mut face, "lost-number: none of them")?;
    face.key(Esc)?;
    pictures.take(&mut face, "lost-number: Esc")?;
    face.key(Up)?;
    scan(&mut face, cards.get(1).context("a card")?)?;
    pictures.take(&mut face, "lost-cards: after a code")?;
    face.key(Esc)?;
    pictures.take(&mut face, "lost-cards: back")?;
    face.each(&[Esc, Esc, Esc])?;
    pictures.take(&mut face, "lost-cards: leave")
}

/// Some on a larger screen.
pub(crate) fn large(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    face.plug(&keys[1])?;
    face.resize(132, 43)?;
    pictures.step(&mut face, "home, 132 x 43")?;
    face.each(&[Char('4'), Enter])?;
    pictures.take(&mut face, "look, 132 x 43")?;
    face.key(Esc)?;
    straight::to_plan(&mut face)?;
    straight::plan(&mut face)?;
    pictures.step(&mut face, "meet, 132 x 43")?;
    face.resize(132, 24)?;
    face.settle()?;
    anyhow::ensure!(face.app().fit().cut, "24 rows are too few");
    Ok(())
}
