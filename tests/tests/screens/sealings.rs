//! An old, genuine backup does not pass for today's: which sealing it is stands wherever one is opened, and what speaks
//! against it is told.

use std::fs;
use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};
use coldspare::backup::{bundle, parts};
use coldspare::ceremony::{Did, Planned, Recovery, Rehearsed, Sealed};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::sign_cleartext;
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::Role;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::words::said;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc};
use tempfile::TempDir;
use virtual_nitrokey::VirtualNitrokey;

use super::journal;
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
fn only_sticks(language: &str) -> Result<InProcess> {
    let mut in_process = home(language)?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    Ok(in_process)
}

fn opens(in_process: &mut InProcess) -> Result<()> {
    in_process.key(Enter)?;
    for share in shares("curve25519")?.iter().skip(2) {
        scan(in_process, share)?;
    }
    in_process.key(Enter)
}

/// The line that is chosen in a list, and the note beneath it.
fn chosen(in_process: &InProcess) -> String {
    let screen = in_process.screen();
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
        let mut in_process = only_sticks("en")?;
        in_process.plug_stick_with("AAA", &[first])?;
        in_process.plug_stick_with("BBB", &[second])?;
        in_process.until("both were looked through", |in_process| {
            in_process.screen().matches(BUNDLE).count() == 2
        })?;
        ensure!(chosen(&in_process).contains(at), "{}", in_process.screen());
        in_process.wait_for("sealing 2,")?;
        in_process.key(if at == "AAA" { Down } else { ratatui::crossterm::event::KeyCode::Up })?;
        in_process.wait_for("Old: set 630DCD29, sealing 1, 1 January 2026.")?;
    }
    Ok(())
}

/// Whoever had the stick for a moment can make folders.
#[test]
fn folders_without_a_bundle_hide_none_that_is_behind_them() -> Result<()> {
    let (_, new) = next()?;
    let empty = tempfile::tempdir()?;
    let folders: Vec<_> = (0..40).map(|at| empty.path().join(format!("coldspare-000000{at:02}"))).collect();
    folders.iter().try_for_each(fs::create_dir)?;
    let (old, new) = (golden("curve25519").join(BUNDLE), new.path().join(BUNDLE));
    let folders: Vec<_> = folders.iter().chain([&new]).map(std::path::PathBuf::as_path).collect();
    let mut in_process = only_sticks("en")?;
    in_process.plug_stick_with("AAA", &[&old])?;
    in_process.plug_stick_with("BBB", &folders)?;
    in_process.until("the newer one is preset", |in_process| {
        chosen(in_process).contains(&format!("{BUNDLE} on BBB"))
    })
}

/// Numbers and days say nothing of two that were made apart.
#[test]
fn of_two_that_were_made_apart_none_is_called_old() -> Result<()> {
    let [(_, one), (_, other)] = [next()?, next()?];
    let mut in_process = only_sticks("en")?;
    in_process.plug_stick_with("AAA", &[&one.path().join(BUNDLE)])?;
    in_process.plug_stick_with("BBB", &[&other.path().join(BUNDLE)])?;
    in_process.wait_for("BBB")?;
    for key in [Down, Down] {
        in_process.wait_for("it was not made from")?;
        ensure!(!in_process.screen().contains("Old:"), "{}", in_process.screen());
        in_process.key(key)?;
    }
    Ok(())
}

#[test]
fn which_sealing_was_opened_is_shown_to_be_compared_with_the_owners_record() -> Result<()> {
    for (language, says) in [
        ("en", "Sealing 1 of set 630DCD29, 1 January 2026"),
        ("de", "Karten 630DCD29, Versiegelung 1, 1. Januar 2026"),
        ("fr", "Scellement 1, jeu 630DCD29, 1 janvier 2026"),
    ] {
        let mut in_process = only_sticks(language)?;
        in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
        in_process.wait_for(BUNDLE)?;
        opens(&mut in_process)?;
        in_process.wait_for(says)?;
        // And beside the PINs and the vault.
        in_process.each(&[Enter, Char('3'), Enter])?;
        in_process.wait_for(says)?;
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
    let mut in_process = only_sticks("en")?;
    in_process.plug_stick_with("BACKUP", &[&folder.path().join(BUNDLE)])?;
    in_process.wait_for("sealing 9,")?;
    opens(&mut in_process)?;
    in_process.wait_for("Sealing 2 of set 630DCD29")?;
    in_process.wait_for("The list on the stick says something else: sealing 9,")?;
    in_process.wait_for("The list may be forged")
}

/// Only paper is left: to the backup sheet.
fn only_paper() -> Result<InProcess> {
    let mut in_process = home("en")?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('3'), Enter, Enter])?;
    Ok(in_process)
}

#[test]
fn sheets_of_two_sealings_are_told_apart_by_number() -> Result<()> {
    let (sealed, _folder) = next()?;
    let lines = fs::read_to_string(golden("curve25519").join("parts.txt"))?;
    let mut in_process = only_paper()?;
    in_process.at("lost-sheet")?;
    in_process.scan(lines.lines().next().unwrap_or_default())?;
    in_process.key(Enter)?;
    in_process.scan(&sealed.parts()?[1].to_text())?;
    in_process.key(Enter)?;
    in_process.wait_for("of sealing 2; the others say sealing 1.")?;
    ensure!(!in_process.screen().contains("damaged"), "{}", in_process.screen());
    Ok(())
}

#[test]
fn a_sheet_that_calls_itself_another_sealing_than_the_backup_is_told() -> Result<()> {
    let backup = fs::read(golden("curve25519").join(BUNDLE).join(bundle::SEALED_BACKUP))?;
    let forged = parts(shares("curve25519")?[0].set, 5, &backup)?;
    let mut in_process = only_paper()?;
    for part in forged.iter().take(forged[0].needed.into()) {
        in_process.scan(&part.to_text())?;
        in_process.key(Enter)?;
    }
    in_process.wait_for("They say that it is sealing 5 for the set 630DCD29")?;
    opens(&mut in_process)?;
    in_process.wait_for("Sealing 1 of set 630DCD29")?;
    in_process.wait_for("The sheet says something else: sealing 5.")
}

#[test]
fn a_card_that_is_good_says_of_which_sealing_the_list_is() -> Result<()> {
    let mut in_process = home("en")?;
    in_process.choose(key!("check"))?;
    in_process.each(&[Enter])?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    in_process.key(Enter)?;
    scan(&mut in_process, &shares("curve25519")?[1])?;
    in_process.wait_for("which is of sealing 1, 1 January 2026.")
}

/// A Nitrokey with keys that were made after the backup was sealed.
fn newer(key: &VirtualNitrokey) -> Result<()> {
    let stick = tempfile::tempdir()?;
    let now = SystemTime::now() - Duration::from_secs(60);
    let made = fixtures::made_at(fixtures::plan(Curve25519, 2, 2)?, now)?;
    let mut rehearsed = fixtures::prepare_made(made, stick.path())?.rehearsed;
    let pins = rehearsed.pins(&Role::Primary, Some(&"161803".into()))?;
    key.plug();
    let bus = VirtualBus::with(&[key]);
    fixtures::flash_and_prove(
        &mut rehearsed,
        &bus,
        fixtures::serial(key),
        &Role::Primary,
        &pins,
        &mut |_| (),
    )?;
    key.unplug();
    Ok(())
}

#[test]
fn a_nitrokey_with_newer_keys_than_the_backup_is_an_alarm_before_it_is_proven_or_erased() -> Result<()> {
    const ALARM: &str = "! A key on it was made on";
    let keys = straight::nitrokeys()?;
    newer(&keys[0])?;
    // The spare is there: it is to be proven.
    let mut in_process = home("en")?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('1'), Enter, Enter, Enter, Enter])?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    opens(&mut in_process)?;
    in_process.wait_for("Sealing 1")?;
    in_process.each(&[Enter, Enter])?;
    in_process.plug(&keys[0])?;
    in_process.wait_for(ALARM)?;
    // To be erased.
    let mut in_process = only_sticks("en")?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    opens(&mut in_process)?;
    in_process.wait_for("Sealing 1")?;
    in_process.each(&[Enter, Enter])?;
    in_process.plug(&keys[0])?;
    in_process.at(said("write").with("role", Role::Primary))?;
    in_process.key(Char('1'))?;
    in_process.key(Enter)?;
    in_process.wait_for(ALARM)?;
    in_process.key(Esc)
}

/// The plan for copies stands in the sealed backup; changed, it is sealed once more, and no card is printed again.
#[test]
fn copies_that_are_planned_otherwise_are_sealed_anew_for_the_same_cards() -> Result<()> {
    let mut in_process = home("en")?;
    straight::to_paper(&mut in_process, &straight::nitrokeys()?)?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.at("copies")?;
    in_process.key(Enter)?;
    in_process.at("seal")?;
    ensure!(!in_process.screen().contains("sealing 2"), "{}", in_process.screen());
    in_process.key(Enter)?;
    let card = straight::print(&mut in_process, 1)?;
    scan(&mut in_process, &card)?;
    in_process.wait_for("Card 1 is right.")?;
    // Back to the question, and three sticks.
    in_process.each(&[Esc, Esc])?;
    in_process.at("copies")?;
    in_process.each(&[Char('3'), Enter])?;
    in_process.wait_for("sealing 2. Sheets")?;
    in_process.key(Enter)?;
    // What was read of it stays read.
    in_process.wait_for("Card 2 of 3, for Alan Turing")?;
    in_process.key(Esc)?;
    in_process.wait_for("Card 1 is right.")
}

/// What was written and rehearsed of a sealing says nothing of the next one, though the keys are the same.
#[test]
fn what_is_sealed_anew_is_written_and_rehearsed_anew() -> Result<()> {
    let mut in_process = home("en")?;
    straight::to_more_paper(&mut in_process, &straight::nitrokeys()?)?;
    in_process.plug_stick("COLDSPARE")?;
    for planned in ["", "3", "4"] {
        if !planned.is_empty() {
            in_process.presses_until_at(Esc, "copies")?;
            in_process.keys(planned)?;
            in_process.key(Enter)?;
            in_process.at("seal")?;
            in_process.presses_until_at(Enter, "more-paper")?;
        }
        in_process.each(&[End, Enter])?;
        in_process.at("bundle")?;
        ensure!(!in_process.shows("read back the same"), "it is written already: {}", in_process.screen());
        in_process.presses_until_at(Enter, "rehearse")?;
        in_process.key(Enter)?;
    }
    let proven = journal::done(&in_process).into_iter().filter_map(|did| match did {
        Did::Written { backup } => Some((backup.number, "written")),
        Did::Rehearsed { backup, .. } => Some((backup.number, "rehearsed")),
        _ => None,
    });
    let expected = [1, 2, 3].map(|sealing| [(sealing, "written"), (sealing, "rehearsed")]);
    assert_eq!(proven.collect::<Vec<_>>(), expected.concat());
    Ok(())
}
