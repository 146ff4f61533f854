//! An old, genuine backup does not pass for today's: which sealing it is stands wherever one is opened, and what speaks
//! against it is told.

use std::fs;
use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};
use coldspare::backup::{bundle, parts};
use coldspare::ceremony::{Made, Meeting, PinChoice, Planned, Recovery, Rehearsed, Sealed};
use coldspare::machine::stick::Mounted;
use coldspare::openpgp::sign_cleartext;
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::Role;
use coldspare_tests::face::Face;
use coldspare_tests::{VirtualBus, walk};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc};
use tempfile::TempDir;
use virtual_nitrokey::VirtualNitrokey;

use super::later::{BUNDLE, golden, shares};
use super::straight::{self, home, scan};

fn opened() -> Result<Rehearsed> {
    let mut recovery = Recovery::from_bundle(&Mounted::at(golden("curve25519")), BUNDLE)?;
    for share in shares("curve25519")?.into_iter().take(3) {
        recovery.add(share)?;
    }
    Ok(recovery.recover()?)
}

/// The golden backup, sealed once more for its cards.
fn next() -> Result<(Sealed, TempDir)> {
    let opened = opened()?;
    let planned = Planned { sticks: 1, sheets: 0 };
    let sealed = Sealed::seal(opened.made(), opened.made().split()?, planned, &mut |_| ())?;
    let folder = tempfile::tempdir()?;
    sealed.write(&Mounted::at(folder.path()), &mut |_| ())?;
    Ok((sealed, folder))
}

/// Nothing is left but a stick: to the question which.
fn only_sticks(language: &str) -> Result<Face> {
    let mut face = home(language)?;
    face.each(&[Char('2'), Enter, Char('2'), Enter, Enter])?;
    Ok(face)
}

fn opens(face: &mut Face) -> Result<()> {
    face.key(Enter)?;
    for share in shares("curve25519")?.iter().skip(2) {
        scan(face, share)?;
    }
    face.key(Enter)
}

/// The line that is chosen in a list, and the note beneath it.
fn chosen(face: &Face) -> String {
    let screen = face.screen();
    let is_chosen = |line: &str| line.rsplit('│').next().is_some_and(|content| content.contains('►'));
    let at = screen.lines().position(is_chosen).unwrap_or_default();
    screen.lines().skip(at).take(4).collect::<Vec<_>>().join(" ")
}

#[test]
fn of_two_bundles_the_newer_is_preset_and_the_other_is_called_old() -> Result<()> {
    let (_, new) = next()?;
    let old = golden("curve25519").join(BUNDLE);
    let new = new.path().join(BUNDLE);
    for (first, second, at) in [(&old, &new, "BBB"), (&new, &old, "AAA")] {
        let mut face = only_sticks("en")?;
        face.plug_stick_with("AAA", &[first])?;
        face.plug_stick_with("BBB", &[second])?;
        face.until("both were looked through", |face| face.screen().matches(BUNDLE).count() == 2)?;
        ensure!(chosen(&face).contains(at), "{}", face.screen());
        face.wait_for("sealing 2,")?;
        face.key(if at == "AAA" { Down } else { ratatui::crossterm::event::KeyCode::Up })?;
        face.wait_for("Old: set 630DCD29, sealing 1, 1 January 2026.")?;
    }
    Ok(())
}

#[test]
fn which_sealing_was_opened_is_shown_to_be_compared_with_the_owners_record() -> Result<()> {
    for (language, says) in [
        ("en", "Sealing 1 of set 630DCD29, 1 January 2026"),
        ("de", "Versiegelung 1, Satz 630DCD29, 1. Januar 2026"),
        ("fr", "Scellement 1, jeu 630DCD29, 1 janvier 2026"),
    ] {
        let mut face = only_sticks(language)?;
        face.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
        face.wait_for(BUNDLE)?;
        opens(&mut face)?;
        face.wait_for(says)?;
        // And beside the PINs and the vault.
        face.each(&[Enter, Char('3'), Enter])?;
        face.wait_for(says)?;
    }
    Ok(())
}

#[test]
fn a_list_that_says_something_else_than_the_backup_is_told_when_it_is_opened() -> Result<()> {
    let (sealed, folder) = next()?;
    let mut manifest = sealed.manifest().clone();
    manifest.sealing = 9;
    let signed = sign_cleartext(opened()?.identity(), &manifest.to_toml(), SystemTime::now())?;
    fs::write(folder.path().join(BUNDLE).join(bundle::MANIFEST), signed)?;
    let mut face = only_sticks("en")?;
    face.plug_stick_with("BACKUP", &[&folder.path().join(BUNDLE)])?;
    face.wait_for("sealing 9,")?;
    opens(&mut face)?;
    face.wait_for("Sealing 2 of set 630DCD29")?;
    face.wait_for("The list on the stick says something else: sealing 9,")?;
    face.wait_for("The list may be forged")
}

/// Only paper is left: to the backup sheet.
fn only_paper() -> Result<Face> {
    let mut face = home("en")?;
    face.each(&[Char('2'), Enter, Char('3'), Enter, Enter])?;
    Ok(face)
}

#[test]
fn sheets_of_two_sealings_are_told_apart_by_number() -> Result<()> {
    let (sealed, _folder) = next()?;
    let lines = fs::read_to_string(golden("curve25519").join("parts.txt"))?;
    let mut face = only_paper()?;
    face.wait_for("The backup sheet")?;
    face.scan(lines.lines().next().unwrap_or_default())?;
    face.key(Enter)?;
    face.scan(&sealed.parts()?[1].to_text())?;
    face.key(Enter)?;
    face.wait_for("sealing 2, the others are of sealing 1.")?;
    ensure!(!face.screen().contains("damaged"), "{}", face.screen());
    Ok(())
}

#[test]
fn a_sheet_that_calls_itself_another_sealing_than_the_backup_is_told() -> Result<()> {
    let backup = fs::read(golden("curve25519").join(BUNDLE).join(bundle::SEALED_BACKUP))?;
    let forged = parts(shares("curve25519")?[0].set, 5, &backup)?;
    let mut face = only_paper()?;
    for part in forged.iter().take(forged[0].needed.into()) {
        face.scan(&part.to_text())?;
        face.key(Enter)?;
    }
    face.wait_for("the backup of set 630DCD29, sealing 5.")?;
    opens(&mut face)?;
    face.wait_for("Sealing 1 of set 630DCD29")?;
    face.wait_for("The sheet says something else: sealing 5.")
}

#[test]
fn a_card_that_is_good_says_of_which_sealing_the_list_is() -> Result<()> {
    let mut face = home("en")?;
    face.each(&[Char('3'), Enter, Enter])?;
    face.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    face.wait_for(BUNDLE)?;
    face.key(Enter)?;
    scan(&mut face, &shares("curve25519")?[1])?;
    face.wait_for("which is of sealing 1, 1 January 2026.")
}

/// A Nitrokey with keys that were made after the backup was sealed.
fn newer(key: &VirtualNitrokey) -> Result<()> {
    let stick = tempfile::tempdir()?;
    let meeting = Meeting::new(walk::plan(Curve25519, 2, 2)?)?;
    let now = SystemTime::now() - Duration::from_secs(60);
    let made = Made::make(&meeting, PinChoice::Generated, now, &mut |_| ())?;
    let mut rehearsed = walk::prepare_made(made, stick.path())?.rehearsed;
    let pins = rehearsed.pins(&Role::Primary, Some(&"161803".into()))?;
    key.plug();
    let bus = VirtualBus::with(&[key]);
    walk::flash_and_prove(&mut rehearsed, &bus, walk::serial(key), &Role::Primary, &pins, &mut |_| ())?;
    key.unplug();
    Ok(())
}

#[test]
fn a_nitrokey_with_newer_keys_than_the_backup_is_an_alarm_before_it_is_proven_or_erased() -> Result<()> {
    const ALARM: &str = "! A key on it was made on";
    let keys = straight::nitrokeys()?;
    newer(&keys[0])?;
    // The spare is there: it is to be proven.
    let mut face = home("en")?;
    face.each(&[Char('2'), Enter, Char('1'), Enter, Enter, Enter, Enter])?;
    face.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    face.wait_for(BUNDLE)?;
    opens(&mut face)?;
    face.wait_for("Sealing 1")?;
    face.each(&[Enter, Enter])?;
    face.plug(&keys[0])?;
    face.wait_for(ALARM)?;
    // To be erased.
    let mut face = only_sticks("en")?;
    face.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    face.wait_for(BUNDLE)?;
    opens(&mut face)?;
    face.wait_for("Sealing 1")?;
    face.each(&[Enter, Enter])?;
    face.plug(&keys[0])?;
    face.wait_for("Write the primary")?;
    face.key(Char('1'))?;
    face.key(Enter)?;
    face.wait_for(ALARM)?;
    face.key(Esc)
}

/// The plan for copies stands in the sealed backup; changed, it is sealed once more, and no card is printed again.
#[test]
fn copies_that_are_planned_otherwise_are_sealed_anew_for_the_same_cards() -> Result<()> {
    let mut face = home("en")?;
    straight::to_paper(&mut face, &straight::nitrokeys()?)?;
    face.each(&[Enter, Enter, Enter])?;
    face.wait_for("How many sticks will get the backup?")?;
    face.key(Enter)?;
    face.wait_for("Sealed and split")?;
    ensure!(!face.screen().contains("sealing 2"), "{}", face.screen());
    face.key(Enter)?;
    let card = straight::print(&mut face, 1)?;
    scan(&mut face, &card)?;
    face.wait_for("Card 1 is right.")?;
    // Back to the question, and three sticks.
    face.each(&[Esc, Esc])?;
    face.wait_for("How many sticks will get the backup?")?;
    face.each(&[Char('3'), Enter])?;
    face.wait_for("sealing 2. Sheets")?;
    face.key(Enter)?;
    // What was read of it stays read.
    face.wait_for("Card 2 of 3, for Alan Turing")?;
    face.key(Esc)?;
    face.wait_for("Card 1 is right.")
}
