//! PINs that were made here: whoever presses Enter all the way has them on paper or has seen them, before anything is
//! written.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{Share, words};
use coldspare::machine::stick::Mounted;
use coldspare::plan::Algorithm;
use coldspare_tests::face::{Face, printed_shares};
use coldspare_tests::paper::Pdf;
use coldspare_tests::{VirtualBus, walk};
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F};
use regex::Regex;
use secrecy::{ExposeSecret, SecretString};
use virtual_nitrokey::VirtualNitrokey;

use super::pictures::Pictures;
use super::straight::{self, print, scan};

/// With the printer, to the question what else is to be printed.
fn to_more_paper(face: &mut Face, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    straight::to_paper(face, keys)?;
    straight::to_cards(face)?;
    for card in 1..=3 {
        let share = print(face, card)?;
        scan(face, &share)?;
        face.key(Enter)?;
    }
    Ok(())
}

/// From the question for a stick over the rehearsal to what comes after it.
pub(crate) fn bundle_and_rehearse(face: &mut Face) -> Result<()> {
    face.plug_stick("COLDSPARE")?;
    face.each(&[Enter; 3])
}

/// Each screen of the way.
pub(crate) fn pins(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    to_more_paper(&mut face, &straight::nitrokeys()?)?;
    pictures.take(&mut face, "more-paper: nothing printed yet")?;
    face.key(Enter)?;
    pictures.take(&mut face, "more-paper: the PINs are next")?;
    face.each(&[Char('5'), Enter])?;
    bundle_and_rehearse(&mut face)?;
    pictures.step(&mut face, "show-pins: hidden")?;
    face.key(Enter)?;
    pictures.take(&mut face, "show-pins: shown")?;
    face.key(F(2))?;
    pictures.take(&mut face, "show-pins: hidden again")?;
    face.key(Enter)?;
    pictures.take(&mut face, "show-pins: the spare")?;
    face.each(&[Enter, Enter])?;
    pictures.take(&mut face, "show-pins: done")
}

/// The PINs on the screen.
fn shown(face: &Face) -> Result<Vec<SecretString>> {
    let digits = Regex::new(r"\b\d{6,}\b")?;
    Ok(digits.find_iter(&face.screen()).map(|found| found.as_str().into()).collect())
}

/// Both Nitrokeys are written by Enter and their digits. What is asked first is the primary.
pub(crate) fn write_both(face: &mut Face, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    for (key, role) in keys.iter().zip(["primary", "spare"]) {
        face.wait_for(&format!("Write the {role}"))?;
        face.key(Enter)?;
        face.keys(&walk::serial(key).last_four())?;
        face.each(&[Enter, Enter, Char('2')])?;
    }
    Ok(())
}

/// Whether a Nitrokey takes this user PIN (OpenPGP card 3.4 § 7.2.2).
pub(crate) fn takes(key: &VirtualNitrokey, pin: &str) -> Result<bool> {
    key.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01])?;
    let mut command = vec![0x00, 0x20, 0x00, 0x81, u8::try_from(pin.len())?];
    command.extend_from_slice(pin.as_bytes());
    Ok(key.transmit(&command)? == [0x90, 0x00])
}

#[test]
fn with_enter_alone_the_owners_record_and_the_pins_are_printed() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_more_paper(&mut face, &keys)?;
    let before = face.pages(0)?.len();
    face.key(Enter)?;
    let record = face.pages(before + 1)?[before].clone();
    ensure!(Pdf::of(&std::fs::read(record)?)?.text(1)?.contains("Grace Hopper"), "no owner’s record");
    face.key(Enter)?;
    let slips = face.pages(before + 2)?[before + 1].clone();
    let text = Pdf::of(&std::fs::read(slips)?)?.text(1)?;
    let pin = text.split("User PIN").nth(1).and_then(|rest| rest.split_whitespace().next());
    let pin = pin.context("no user PIN on the slips")?.to_owned();
    face.key(Enter)?;
    bundle_and_rehearse(&mut face)?;
    // They are on paper: nobody has to see them.
    write_both(&mut face, &keys)?;
    for key in &keys[..2] {
        ensure!(takes(key, &pin)?, "another PIN is on the slip");
    }
    Ok(())
}

/// Presses Enter from the rehearsal on, until the first Nitrokey is asked for: what was shown of PINs.
fn by_enter(face: &mut Face, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    bundle_and_rehearse(face)?;
    let mut pins = Vec::new();
    for role in ["primary", "spare"] {
        face.wait_for(&format!("PINs of the {role}"))?;
        ensure!(shown(face)?.is_empty(), "they are shown before that was asked for");
        face.key(Enter)?;
        let found = shown(face)?;
        ensure!(found.len() == 3, "there are {} PINs:\n{}", found.len(), face.screen());
        pins.push(found[0].clone());
        face.key(Enter)?;
    }
    ensure!(shown(face)?.is_empty(), "they stay on the screen");
    write_both(face, keys)?;
    for (key, pin) in keys.iter().zip(&pins) {
        ensure!(takes(key, pin.expose_secret())?, "another PIN was shown");
    }
    Ok(())
}

#[test]
fn who_prints_no_slips_sees_the_pins_before_anything_is_written() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_more_paper(&mut face, &keys)?;
    face.each(&[Char('5'), Enter])?;
    by_enter(&mut face, &keys)
}

#[test]
fn who_prints_elsewhere_sees_the_pins_before_anything_is_written() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    face.unplug_printer()?;
    straight::to_paper(&mut face, &keys)?;
    face.each(&[Char('2'), Enter, Enter, Enter, Enter, Enter, Down, Enter])?;
    let stick = face.plug_stick("FOR-PRINTING")?;
    face.each(&[Enter, Enter])?;
    let folder = std::fs::read_dir(&stick)?.next().context("no folder")??.path();
    for card in 1..=3 {
        let share = printed_shares(&[folder.join(format!("share-card-{card}.pdf"))])?.remove(0);
        scan(&mut face, &share)?;
        face.key(Enter)?;
    }
    by_enter(&mut face, &keys)
}

#[test]
fn who_copies_by_hand_sees_the_pins_before_anything_is_written() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_paper(&mut face, &keys)?;
    face.each(&[Char('3'), Enter, Enter, Enter])?;
    for card in 1..=3 {
        face.key(F(2))?;
        // What is shown of the cards before was words.
        face.each(if card == 1 { &[F(3), F(3), F(4)] } else { &[F(4)] })?;
        let code = face.codes()?.pop().context("no code")?;
        let share = Share::parse(&code)?;
        face.each(&[Enter, Enter])?;
        face.keys(&words(&share.y).join(" "))?;
        face.each(&[Enter, Enter])?;
    }
    by_enter(&mut face, &keys)
}

#[test]
fn there_is_no_way_past_pins_that_nobody_has_seen() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    to_more_paper(&mut face, &keys)?;
    face.each(&[Char('5'), Enter])?;
    bundle_and_rehearse(&mut face)?;
    for code in [Down, Char('1'), F(3), F(5), End, F(1), Esc, F(10), Esc] {
        face.key(code)?;
        ensure!(!face.screen().contains("Write the "), "{code:?} leads past:\n{}", face.screen());
    }
    // Back, and forward again: they are still to be seen.
    face.key(Esc)?;
    face.wait_for("The rehearsal")?;
    face.key(Enter)?;
    face.wait_for("PINs of the primary")?;
    // The first page, and back from the second: begun anew, nothing is taken for seen.
    face.each(&[Enter, Enter])?;
    face.wait_for("PINs of the spare")?;
    face.each(&[Esc, Enter])?;
    ensure!(shown(&face)?.len() == 3, "not shown again:\n{}", face.screen());
    Ok(())
}

#[test]
fn a_user_pin_that_comes_from_the_backup_is_shown_once_it_is_on_a_nitrokey() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::brought_back(&mut face, &keys[0])?;
    face.each(&[Enter, Enter, End, Enter])?;
    face.wait_for("PINs of the primary")?;
    face.key(Enter)?;
    let pins = shown(&face)?;
    ensure!(takes(&keys[0], pins.first().context("no PIN")?.expose_secret())?, "another PIN was shown");
    // Once is enough.
    face.key(Enter)?;
    face.wait_for("What you have now")?;
    face.key(Esc)?;
    ensure!(!face.screen().contains("PINs of the"), "shown again:\n{}", face.screen());
    Ok(())
}

/// A stick with the secret key that another program would bring: this one's own export.
pub(crate) fn exported(stick: &Path, passphrase: &str) -> Result<()> {
    let home = tempfile::tempdir()?;
    let plan = walk::plan(Algorithm::Curve25519, 2, 3)?;
    let prepared = walk::prepare(plan, &VirtualBus::default(), &[], home.path(), &mut |_| ())?;
    let folder = prepared.rehearsed.export(&Mounted::at(home.path()), &passphrase.into())?;
    std::fs::copy(home.path().join(folder).join("secret-key.asc"), stick.join("key.asc"))?;
    Ok(())
}

#[test]
fn the_stick_of_an_import_is_not_preset_for_the_bundle() -> Result<()> {
    let (mut face, keys) = (straight::home("en")?, straight::nitrokeys()?);
    exported(&face.plug_stick("AT-HOME")?, "six random words")?;
    straight::to_plan(&mut face)?;
    face.each(&[Enter, Down, Enter, Enter, Enter])?;
    face.keys("six random words")?;
    // Opened, and what goes where.
    face.each(&[Enter, Enter])?;
    // Cards, needed.
    face.each(&[Enter; 2])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        face.keys(name)?;
        face.key(Enter)?;
    }
    face.each(&[Enter; 8])?;
    straight::meet(&mut face, &keys)?;
    straight::make(&mut face)?;
    straight::to_cards(&mut face)?;
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        face.key(Enter)?;
    }
    face.each(&[Char('5'), Enter])?;
    face.wait_for("Another stick")?;
    face.each(&[Enter, Enter])?;
    ensure!(face.screen().contains("AT-HOME") && !face.screen().contains("√ AT-HOME"), "{}", face.screen());
    face.plug_stick("ZZZ")?;
    face.key(Enter)?;
    face.wait_for("√ ZZZ: coldspare-")
}
