//! PINs that were made here: whoever presses Enter all the way has them on paper or has seen them, before anything is
//! written.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{Share, words};
use coldspare::ceremony::{Did, Sheet};
use coldspare::machine::stick::folder::Mounted;
use coldspare::plan::{Algorithm, Role};
use coldspare_tests::in_process::{InProcess, printed_shares};
use coldspare_tests::paper::Pdf;
use coldspare_tests::words::said;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F};
use regex::Regex;
use secrecy::{ExposeSecret, SecretString};
use virtual_nitrokey::VirtualNitrokey;

use super::pictures::Pictures;
use super::straight::{self, print, scan};

/// From the question for a stick over the rehearsal to what comes after it.
pub(crate) fn bundle_and_rehearse(in_process: &mut InProcess) -> Result<()> {
    in_process.plug_stick("COLDSPARE")?;
    in_process.each(&[Enter; 3])
}

/// Each screen of the way.
pub(crate) fn pins(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    straight::to_more_paper(&mut in_process, &straight::nitrokeys()?)?;
    pictures.take(&mut in_process, "more-paper: nothing printed yet")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "more-paper: the PINs are next")?;
    in_process.each(&[Char('6'), Enter])?;
    bundle_and_rehearse(&mut in_process)?;
    pictures.step(&mut in_process, "show-pins: hidden")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "show-pins: shown")?;
    in_process.key(F(2))?;
    pictures.take(&mut in_process, "show-pins: hidden again")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "show-pins: the spare")?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "show-pins: done")
}

/// The PINs on the screen.
fn shown(in_process: &InProcess) -> Result<Vec<SecretString>> {
    let digits = Regex::new(r"\b\d{6,}\b")?;
    Ok(digits.find_iter(&in_process.screen()).map(|found| found.as_str().into()).collect())
}

/// Both Nitrokeys are written by Enter and their digits. What is asked first is the primary.
pub(crate) fn write_both(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    for (key, role) in keys.iter().zip(["primary", "spare"]) {
        in_process.at(said("write").with("role", Role::from(role)))?;
        in_process.key(Enter)?;
        in_process.keys(&fixtures::serial(key).last_four())?;
        in_process.each(&[Enter, Enter, Char('2')])?;
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
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_more_paper(&mut in_process, &keys)?;
    let before = in_process.pages(0)?.len();
    in_process.key(Enter)?;
    let record = in_process.pages(before + 1)?[before].clone();
    ensure!(Pdf::of(&std::fs::read(record)?)?.text(1)?.contains("Grace Hopper"), "no owner’s record");
    in_process.key(Enter)?;
    let slips = in_process.pages(before + 2)?[before + 1].clone();
    let text = Pdf::of(&std::fs::read(slips)?)?.text(1)?;
    let pin = text.split("User PIN").nth(1).and_then(|rest| rest.split_whitespace().next());
    let pin = pin.context("no user PIN on the slips")?.to_owned();
    in_process.key(Enter)?;
    bundle_and_rehearse(&mut in_process)?;
    // They are on paper: nobody has to see them.
    write_both(&mut in_process, &keys)?;
    for key in &keys[..2] {
        ensure!(takes(key, &pin)?, "another PIN is on the slip");
    }
    Ok(())
}

/// Presses Enter from the rehearsal on, until the first Nitrokey is asked for: what was shown of PINs.
fn by_enter(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    bundle_and_rehearse(in_process)?;
    let mut pins = Vec::new();
    for role in ["primary", "spare"] {
        in_process.at(said("type-pins").with("role", Role::from(role)))?;
        ensure!(shown(in_process)?.is_empty(), "they are shown before that was asked for");
        in_process.key(Enter)?;
        let found = shown(in_process)?;
        ensure!(found.len() == 3, "there are {} PINs:\n{}", found.len(), in_process.screen());
        pins.push(found[0].clone());
        in_process.key(Enter)?;
    }
    ensure!(shown(in_process)?.is_empty(), "they stay on the screen");
    write_both(in_process, keys)?;
    for (key, pin) in keys.iter().zip(&pins) {
        ensure!(takes(key, pin.expose_secret())?, "another PIN was shown");
    }
    Ok(())
}

#[test]
fn who_prints_no_slips_sees_the_pins_before_anything_is_written() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_more_paper(&mut in_process, &keys)?;
    in_process.each(&[Char('6'), Enter])?;
    by_enter(&mut in_process, &keys)
}

#[test]
fn who_prints_elsewhere_sees_the_pins_before_anything_is_written() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    in_process.unplug_printer()?;
    straight::to_paper(&mut in_process, &keys)?;
    in_process.each(&[Char('2'), Enter, Enter, Enter, Enter, Enter, Down, Enter])?;
    let stick = in_process.plug_stick("FOR-PRINTING")?;
    in_process.each(&[Enter, Enter])?;
    let folder = std::fs::read_dir(&stick)?.next().context("no folder")??.path();
    for card in 1..=3 {
        let share = printed_shares(&[folder.join(format!("share-card-{card}.pdf"))])?.remove(0);
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
    }
    let entries = in_process.app().context().journal.entries();
    let did: Vec<_> = entries.into_iter().map(|entry| entry.did).skip(2).collect();
    let [Did::Printed { backup, sheet: Sheet::Files }, ref cards @ ..] = did[..] else { panic!("{did:?}") };
    assert_eq!(cards, [1, 2, 3].map(|card| Did::ReadBack { set: backup.set, card, whole: true }));
    by_enter(&mut in_process, &keys)?;
    // There is nothing that F5 could print on.
    in_process.wait_for("With a printer at this computer, F5 prints the")?;
    ensure!(!in_process.screen().contains("F5 print it"), "{}", in_process.screen());
    Ok(())
}

#[test]
fn who_copies_by_hand_sees_the_pins_before_anything_is_written() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_paper(&mut in_process, &keys)?;
    in_process.each(&[Char('3'), Enter, Enter, Enter])?;
    for card in 1..=3 {
        in_process.key(F(2))?;
        // What is shown of the cards before was words.
        in_process.each(if card == 1 { &[F(3), F(3), F(4)] } else { &[F(4)] })?;
        let code = in_process.codes()?.pop().context("no code")?;
        let share = Share::parse(&code)?;
        in_process.each(&[Enter, Enter])?;
        in_process.keys(&words(&share.y).join(" "))?;
        in_process.each(&[Enter, Enter])?;
    }
    by_enter(&mut in_process, &keys)?;
    // No owner’s record was printed yet, and there is a printer after all.
    in_process.wait_for("F5 prints the owner’s record: which card is whose")?;
    let before = in_process.pages(0)?.len();
    in_process.key(F(5))?;
    let record = in_process.pages(before + 1)?[before].clone();
    ensure!(Pdf::of(&std::fs::read(record)?)?.text(1)?.contains("rehearsed on"), "nothing of the rehearsal");
    Ok(())
}

#[test]
fn there_is_no_way_past_pins_that_nobody_has_seen() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_more_paper(&mut in_process, &keys)?;
    in_process.each(&[Char('6'), Enter])?;
    bundle_and_rehearse(&mut in_process)?;
    for code in [Down, Char('1'), F(3), F(5), End, F(1), Esc, F(10), Esc] {
        in_process.key(code)?;
        ensure!(!in_process.screen().contains("Write the "), "{code:?} leads past:\n{}", in_process.screen());
    }
    // Back, and forward again: they are still to be seen.
    in_process.key(Esc)?;
    in_process.at("rehearse")?;
    in_process.key(Enter)?;
    in_process.at(said("type-pins").with("role", Role::Primary))?;
    // The first page, and back from the second: begun anew, nothing is taken for seen.
    in_process.each(&[Enter, Enter])?;
    in_process.at(said("type-pins").with("role", Role::SPARE))?;
    in_process.each(&[Esc, Enter])?;
    ensure!(shown(&in_process)?.len() == 3, "not shown again:\n{}", in_process.screen());
    Ok(())
}

#[test]
fn a_user_pin_that_comes_from_the_backup_is_shown_once_it_is_on_a_nitrokey() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::brought_back(&mut in_process, &keys[0])?;
    in_process.each(&[Enter, Enter, End, Enter])?;
    in_process.at(said("type-pins").with("role", Role::Primary))?;
    in_process.key(Enter)?;
    let pins = shown(&in_process)?;
    ensure!(takes(&keys[0], pins.first().context("no PIN")?.expose_secret())?, "another PIN was shown");
    // Once is enough.
    in_process.key(Enter)?;
    in_process.at("lost-done")?;
    in_process.key(Esc)?;
    ensure!(!in_process.screen().contains("PINs of the"), "shown again:\n{}", in_process.screen());
    Ok(())
}

/// A stick with the secret key that another program would bring: this one's own export.
pub(crate) fn exported(stick: &Path, passphrase: &str) -> Result<()> {
    let home = tempfile::tempdir()?;
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], home.path(), &mut |_| ())?;
    let folder = prepared.rehearsed.export(&Mounted::at(home.path()), &passphrase.into())?;
    std::fs::copy(home.path().join(folder).join("secret-key.asc"), stick.join("key.asc"))?;
    Ok(())
}

#[test]
fn the_stick_of_an_import_is_not_preset_for_the_bundle() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    exported(&in_process.plug_stick("AT-HOME")?, "six random words")?;
    straight::to_plan(&mut in_process)?;
    in_process.each(&[Enter, Down, Enter, Enter, Enter])?;
    in_process.keys("six random words")?;
    // Opened, and what goes where.
    in_process.each(&[Enter, Enter])?;
    // Cards, needed.
    in_process.each(&[Enter; 2])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        in_process.keys(name)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[Enter; 8])?;
    straight::meet(&mut in_process, &keys)?;
    straight::make(&mut in_process)?;
    straight::to_cards(&mut in_process)?;
    for card in 1..=3 {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[Char('6'), Enter])?;
    in_process.wait_for("Another stick")?;
    in_process.each(&[Enter, Enter])?;
    ensure!(
        in_process.screen().contains("AT-HOME") && !in_process.screen().contains("√ AT-HOME"),
        "{}",
        in_process.screen()
    );
    in_process.plug_stick("ZZZ")?;
    in_process.key(Enter)?;
    in_process.wait_for("√ ZZZ: coldspare-")
}
