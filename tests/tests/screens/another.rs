//! Write another Nitrokey: the spare came a week later, and the primary is plugged in as well. It is known by the
//! keys on it, and nothing selects it to be erased.

use anyhow::{Result, ensure};
use coldspare::backup::Share;
use coldspare::ceremony::{Did, Source};
use coldspare::key;
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Plan, Role};
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use coldspare_tests::words::said;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};
use secrecy::{ExposeSecret as _, SecretString};
use tempfile::TempDir;
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::SERIALS;
use super::journal;
use super::pictures::Pictures;
use super::straight::{self, scan};

/// What there is a week after a ceremony with one Nitrokey of two.
struct Week {
    /// The one that was written, and two that are blank. None is plugged in.
    keys: [VirtualNitrokey; 3],
    shares: Vec<Share>,
    /// With the bundle on it.
    stick: TempDir,
    folder: String,
    /// Of the one that was written.
    user: SecretString,
    /// Of the one that was not.
    spare: Pins,
}

fn week() -> Result<Week> {
    week_with(|_| ())
}

/// Of a plan with one Nitrokey none was there when the backup was sealed.
fn week_with(change: impl FnOnce(&mut Plan)) -> Result<Week> {
    let key = |serial| fixtures::key(Model::Nitrokey3, serial);
    let keys = [key(SERIALS[0])?, key(SERIALS[1])?, key(SERIALS[2])?];
    let serial = fixtures::serial(&keys[0]);
    let (bus, stick) = (VirtualBus::with(&[&keys[0]]), tempfile::tempdir()?);
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    change(&mut plan);
    let met: &[_] = if plan.nitrokeys == 1 { &[] } else { &[serial] };
    let mut prepared = fixtures::prepare(plan, &bus, met, stick.path(), &mut |_| ())?;
    let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
    let spare = prepared.rehearsed.pins(&Role::nth(u8::from(prepared.made.plan().nitrokeys > 1)), None)?;
    fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ())?;
    keys.iter().for_each(VirtualNitrokey::unplug);
    let shares = prepared.sealed.shares().to_vec();
    Ok(Week { keys, shares, stick, folder: prepared.folder, user: pins.user, spare })
}

/// From home to the question which one it is to be.
fn to_role(in_process: &mut InProcess, week: &Week) -> Result<()> {
    in_process.choose(key!("another"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    open(in_process, week)
}

/// From the question for the stick until the keys are there.
fn open(in_process: &mut InProcess, week: &Week) -> Result<()> {
    in_process.plug_stick_with("BACKUP", &[&week.stick.path().join(&week.folder)])?;
    in_process.wait_for(&week.folder)?;
    in_process.key(Enter)?;
    week.shares.iter().take(2).try_for_each(|share| scan(in_process, share))?;
    in_process.each(&[Enter, Enter])
}

/// The line that is selected.
fn selected(in_process: &InProcess) -> Option<String> {
    let screen = in_process.screen();
    let row = screen.lines().filter_map(|row| row.rsplit_once('│').map(|(_, content)| content));
    row.into_iter().find_map(|content| content.trim().strip_prefix("► ")).map(ToOwned::to_owned)
}

pub(crate) fn selects(in_process: &InProcess, text: &str) -> Result<()> {
    let line = selected(in_process);
    ensure!(
        line.as_ref().is_some_and(|line| line.contains(text)),
        "{line:?}, not {text}:\n{}",
        in_process.screen()
    );
    Ok(())
}

pub(crate) fn selects_nothing(in_process: &InProcess) -> Result<()> {
    ensure!(selected(in_process).is_none(), "something is selected:\n{}", in_process.screen());
    Ok(())
}

/// Its digits, and a user PIN, which is not in the backup.
fn confirm(in_process: &mut InProcess, key: &VirtualNitrokey) -> Result<()> {
    in_process.keys(&fixtures::serial(key).last_four())?;
    in_process.key(Enter)?;
    for _ in 0..2 {
        in_process.keys("246813")?;
        in_process.key(Enter)?;
    }
    Ok(())
}

/// What a Nitrokey says of itself.
pub(crate) fn state(key: &VirtualNitrokey) -> Result<coldspare::nitrokey::Info> {
    fixtures::info(&VirtualBus::with(&[key]), fixtures::serial(key))
}

/// All of its screens.
pub(crate) fn another(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let week = week()?;
    let [primary, blank, _] = &week.keys;
    let mut in_process = straight::home(language)?;
    in_process.choose(key!("another"))?;
    pictures.step(&mut in_process, "another")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-from")?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "lost-bundle")?;
    in_process.plug(primary)?;
    open(&mut in_process, &week)?;
    pictures.step(&mut in_process, "another-role")?;
    pictures.lines(&mut in_process, "another-role", 3)?;
    in_process.key(Esc)?;
    pictures.step(&mut in_process, "another-back")?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "write: the primary alone")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "write: Enter, and nothing is selected")?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "write: the primary")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "write-erase")?;
    pictures.lines(&mut in_process, "write-erase", 2)?;
    in_process.key(Enter)?;
    in_process.plug(blank)?;
    pictures.take(&mut in_process, "write: a blank one as well")?;
    in_process.key(Enter)?;
    confirm(&mut in_process, blank)?;
    pictures.take(&mut in_process, "proven")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "type-pins")?;
    in_process.key(F(5))?;
    pictures.take(&mut in_process, "type-pins: printed")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-done")?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "lost-way")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "another-role: one more")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "write: both are there")
}

#[test]
fn the_primary_in_use_is_known_by_its_keys_and_only_a_blank_one_is_preset() -> Result<()> {
    let week = week()?;
    let [primary, blank, _] = &week.keys;
    let mut in_process = straight::home("en")?;
    in_process.plug(primary)?;
    to_role(&mut in_process, &week)?;
    selects(&in_process, "spare")?;
    in_process.key(Enter)?;
    in_process.wait_for("your primary, in use")?;
    selects_nothing(&in_process)?;
    // Enter alone does nothing to it.
    in_process.key(Enter)?;
    in_process.at(said("write").with("role", Role::SPARE))?;
    selects_nothing(&in_process)?;
    in_process.plug(blank)?;
    selects(&in_process, &fixtures::serial(blank).to_string())?;
    in_process.unplug(blank)?;
    selects_nothing(&in_process)
}

#[test]
fn a_primary_that_came_later_is_preset_only_while_no_nitrokey_is_there_that_could_be_it() -> Result<()> {
    for (there, preset) in [(false, "primary"), (true, "spare")] {
        let week = week_with(|plan| plan.nitrokeys = 1)?;
        let mut in_process = straight::home("en")?;
        if there {
            in_process.plug(&week.keys[0])?;
        }
        to_role(&mut in_process, &week)?;
        selects(&in_process, preset)?;
    }
    Ok(())
}

#[test]
fn to_erase_ones_own_nitrokey_takes_a_yes_in_plain_words_and_its_digits() -> Result<()> {
    let week = week()?;
    let primary = &week.keys[0];
    let before = state(primary)?;
    primary.unplug();
    let mut in_process = straight::home("en")?;
    in_process.plug(primary)?;
    to_role(&mut in_process, &week)?;
    in_process.each(&[Enter, Down, Enter])?;
    in_process.at("write-erase")?;
    in_process.wait_for("Your keys are on it (your primary, in use).")?;
    selects(&in_process, "No, leave it as it is")?;
    in_process.key(Enter)?;
    in_process.at(said("write").with("role", Role::SPARE))?;
    selects_nothing(&in_process)?;
    in_process.each(&[Down, Enter, Down, Enter])?;
    in_process.at("confirm")?;
    in_process.wait_for("then no key is lost.")?;
    in_process.key(Esc)?;
    selects_nothing(&in_process)?;
    ensure!(state(primary)? == before, "it was touched");
    Ok(())
}

#[test]
fn a_spare_whose_proof_was_skipped_is_not_preset_to_be_erased() -> Result<()> {
    let week = week()?;
    let [left, blank, _] = &week.keys;
    let mut in_process = straight::home("en")?;
    in_process.plug(left)?;
    // It is the spare that is left, as far as its owner knows.
    in_process.choose(key!("lost"))?;
    in_process.each(&[Enter, Enter, Enter, Enter])?;
    open(&mut in_process, &week)?;
    in_process.each(&[Enter, F(3)])?;
    in_process.wait_for("your primary, in use")?;
    selects_nothing(&in_process)?;
    in_process.plug(blank)?;
    selects(&in_process, &fixtures::serial(blank).to_string())?;
    journal::says(&in_process, |of, _| {
        vec![Did::Held { from: Source::Opened, of }, Did::SpareNotProven { of }]
    })
}

#[test]
fn the_user_pin_from_the_backup_is_given_once_to_a_nitrokey_whose_owner_has_changed_it() -> Result<()> {
    let week = week_with(|plan| plan.user_pin_in_backup = true)?;
    let left = &week.keys[0];
    let sealed = week.user.expose_secret().as_bytes();
    left.plug();
    left.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01])?;
    let length = u8::try_from(sealed.len() + 6)?;
    let said = left.transmit(&[&[0x00, 0x24, 0x00, 0x81, length][..], sealed, b"271828"].concat())?;
    ensure!(said == [0x90, 0x00], "{said:02X?}");
    left.unplug();
    let mut in_process = straight::home("en")?;
    in_process.plug(left)?;
    in_process.choose(key!("lost"))?;
    in_process.each(&[Enter, Enter, Enter, Enter])?;
    open(&mut in_process, &week)?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.wait_for("2 tries are left")?;
    // Back, and again: it is asked for.
    in_process.each(&[Esc, Enter, Enter])?;
    ensure!(state(left)?.tries.user == 2, "{}", in_process.screen());
    in_process.keys("271828")?;
    in_process.key(Enter)?;
    in_process.wait_for("signed, decrypted")?;
    Ok(())
}

#[test]
fn a_nitrokey_of_a_known_serial_is_not_taken_for_one_that_has_the_keys() -> Result<()> {
    // Its number stands in the backup, but it was reset since: it is blank, and may be written.
    let week = week()?;
    let reset = fixtures::key(Model::Nitrokey3, SERIALS[0])?;
    let mut in_process = straight::home("en")?;
    in_process.plug(&reset)?;
    to_role(&mut in_process, &week)?;
    in_process.key(Enter)?;
    selects(&in_process, &fixtures::serial(&reset).to_string())?;
    ensure!(!in_process.screen().contains("your primary"), "{}", in_process.screen());
    Ok(())
}

#[test]
fn one_more_than_was_planned_can_be_written_and_a_nitrokey_with_other_keys_is_not_preset() -> Result<()> {
    let week = week()?;
    let [_, other, more] = &week.keys;
    super::later::write(other)?;
    let mut in_process = straight::home("en")?;
    in_process.plug(other)?;
    to_role(&mut in_process, &week)?;
    in_process.each(&[Char('3')])?;
    selects(&in_process, "spare 2")?;
    in_process.key(Enter)?;
    selects_nothing(&in_process)?;
    in_process.unplug(other)?;
    in_process.plug(more)?;
    in_process.key(Enter)?;
    confirm(&mut in_process, more)?;
    in_process.wait_for("The spare 2, ")?;
    Ok(())
}

#[test]
fn with_nothing_lost_the_way_never_says_that_a_key_is_lost() -> Result<()> {
    let week = week()?;
    let mut in_process = straight::home("en")?;
    in_process.take_frames();
    in_process.plug(&week.keys[0])?;
    to_role(&mut in_process, &week)?;
    in_process.key(Enter)?;
    let frames = in_process.take_frames();
    let in_flow: Vec<_> = frames.iter().filter(|frame| !frame.contains("What do you want to do?")).collect();
    ensure!(in_flow.len() > 6, "{} screens", in_flow.len());
    for frame in in_flow {
        let top = frame.lines().next().unwrap_or_default();
        ensure!(top.contains("Write another Nitrokey"), "{frame}");
        ensure!(!frame.contains("Everything is back") && !frame.contains("What is left"), "{frame}");
    }
    Ok(())
}

/// They were made after a theft, and the slip that its owner has is of before.
#[test]
fn the_codes_that_another_nitrokey_was_written_with_are_shown_and_printed() -> Result<()> {
    for prints in [false, true] {
        let week = week()?;
        let blank = &week.keys[1];
        let mut in_process = straight::home("en")?;
        in_process.plug(blank)?;
        to_role(&mut in_process, &week)?;
        in_process.each(&[Enter, Enter])?;
        confirm(&mut in_process, blank)?;
        in_process.presses_until_at(Enter, said("type-pins").with("role", Role::SPARE))?;
        in_process.take_frames();
        let pins = week.spare.clone();
        let seen = if prints {
            in_process.key(F(5))?;
            Pdf::of(&std::fs::read(&in_process.pages(1)?[0])?)?.text(1)?
        } else {
            in_process.key(Enter)?;
            in_process.wait_for("(the one that you choose)")?;
            in_process.take_frames().concat()
        };
        for code in [&pins.admin, &pins.reset_code] {
            ensure!(seen.contains(code.expose_secret()), "{seen}");
        }
        let serial = fixtures::serial(blank);
        ensure!(!seen.contains("246813"), "it was typed, and is in no backup: {seen}");
        ensure!(!prints || seen.contains(&serial.to_string()), "{seen}");
        in_process.key(Enter)?;
        in_process.at("lost-done")?;
        let did = in_process.app().context().journal.entries();
        ensure!(did.iter().any(|entry| entry.did == Did::NewSlipPrinted { serial }) == prints, "{did:?}");
    }
    Ok(())
}
