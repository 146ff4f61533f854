//! Write another Nitrokey: the spare came a week later, and the primary is plugged in as well. It is known by the
//! keys on it, and nothing selects it to be erased.

use anyhow::{Result, ensure};
use coldspare::backup::Share;
use coldspare::plan::{Algorithm, Plan, Role};
use coldspare_tests::face::Face;
use coldspare_tests::{VirtualBus, walk};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};
use secrecy::{ExposeSecret as _, SecretString};
use tempfile::TempDir;
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::SERIALS;
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
}

fn week() -> Result<Week> {
    week_with(|_| ())
}

/// Of a plan with one Nitrokey none was there when the backup was sealed.
fn week_with(change: impl FnOnce(&mut Plan)) -> Result<Week> {
    let key = |serial| walk::key(Model::Nitrokey3, serial);
    let keys = [key(SERIALS[0])?, key(SERIALS[1])?, key(SERIALS[2])?];
    let serial = walk::serial(&keys[0]);
    let (bus, stick) = (VirtualBus::with(&[&keys[0]]), tempfile::tempdir()?);
    let mut plan = walk::plan(Algorithm::Curve25519, 2, 3)?;
    change(&mut plan);
    let met: &[_] = if plan.nitrokeys == 1 { &[] } else { &[serial] };
    let mut prepared = walk::prepare(plan, &bus, met, stick.path(), &mut |_| ())?;
    let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
    walk::flash_and_prove(&mut prepared.rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ())?;
    keys.iter().for_each(VirtualNitrokey::unplug);
    let shares = prepared.sealed.shares().to_vec();
    Ok(Week { keys, shares, stick, folder: prepared.folder, user: pins.user })
}

/// From home to the question which one it is to be.
fn to_role(face: &mut Face, week: &Week) -> Result<()> {
    face.each(&[Char('5'), Enter, Enter, Enter, Enter])?;
    open(face, week)
}

/// From the question for the stick until the keys are there.
fn open(face: &mut Face, week: &Week) -> Result<()> {
    face.plug_stick_with("BACKUP", &[&week.stick.path().join(&week.folder)])?;
    face.wait_for(&week.folder)?;
    face.key(Enter)?;
    week.shares.iter().take(2).try_for_each(|share| scan(face, share))?;
    face.each(&[Enter, Enter])
}

/// The line that is selected.
fn selected(face: &Face) -> Option<String> {
    let screen = face.screen();
    let row = screen.lines().filter_map(|row| row.rsplit_once('│').map(|(_, content)| content));
    row.into_iter().find_map(|content| content.trim().strip_prefix("► ")).map(ToOwned::to_owned)
}

pub(crate) fn selects(face: &Face, text: &str) -> Result<()> {
    let line = selected(face);
    ensure!(
        line.as_ref().is_some_and(|line| line.contains(text)),
        "{line:?}, not {text}:\n{}",
        face.screen()
    );
    Ok(())
}

pub(crate) fn selects_nothing(face: &Face) -> Result<()> {
    ensure!(selected(face).is_none(), "something is selected:\n{}", face.screen());
    Ok(())
}

/// Its digits, and a user PIN, which is not in the backup.
fn confirm(face: &mut Face, key: &VirtualNitrokey) -> Result<()> {
    face.keys(&walk::serial(key).last_four())?;
    face.key(Enter)?;
    for _ in 0..2 {
        face.keys("246813")?;
        face.key(Enter)?;
    }
    Ok(())
}

/// What a Nitrokey says of itself.
pub(crate) fn state(key: &VirtualNitrokey) -> Result<coldspare::nitrokey::Info> {
    walk::info(&VirtualBus::with(&[key]), walk::serial(key))
}

/// All of its screens.
pub(crate) fn another(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let week = week()?;
    let [primary, blank, _] = &week.keys;
    let mut face = straight::home(language)?;
    face.each(&[Char('5'), Enter])?;
    pictures.step(&mut face, "another")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-from")?;
    face.each(&[Enter, Enter])?;
    pictures.take(&mut face, "lost-bundle")?;
    face.plug(primary)?;
    open(&mut face, &week)?;
    pictures.step(&mut face, "another-role")?;
    pictures.lines(&mut face, "another-role", 3)?;
    face.key(Esc)?;
    pictures.step(&mut face, "another-back")?;
    face.each(&[Enter, Enter])?;
    pictures.take(&mut face, "write: the primary alone")?;
    face.key(Enter)?;
    pictures.take(&mut face, "write: Enter, and nothing is selected")?;
    face.key(Down)?;
    pictures.take(&mut face, "write: the primary")?;
    face.key(Enter)?;
    pictures.take(&mut face, "write-erase")?;
    pictures.lines(&mut face, "write-erase", 2)?;
    face.key(Enter)?;
    face.plug(blank)?;
    pictures.take(&mut face, "write: a blank one as well")?;
    face.key(Enter)?;
    confirm(&mut face, blank)?;
    pictures.take(&mut face, "proven")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-done")?;
    face.each(&[Down, Enter])?;
    pictures.take(&mut face, "lost-way")?;
    face.key(Enter)?;
    pictures.take(&mut face, "another-role: one more")?;
    face.key(Enter)?;
    pictures.take(&mut face, "write: both are there")
}

#[test]
fn the_primary_in_use_is_known_by_its_keys_and_only_a_blank_one_is_preset() -> Result<()> {
    let week = week()?;
    let [primary, blank, _] = &week.keys;
    let mut face = straight::home("en")?;
    face.plug(primary)?;
    to_role(&mut face, &week)?;
    selects(&face, "spare")?;
    face.key(Enter)?;
    face.wait_for("your primary, in use")?;
    selects_nothing(&face)?;
    // Enter alone does nothing to it.
    face.key(Enter)?;
    face.wait_for("Write the spare")?;
    selects_nothing(&face)?;
    face.plug(blank)?;
    selects(&face, &walk::serial(blank).to_string())?;
    face.unplug(blank)?;
    selects_nothing(&face)
}

#[test]
fn a_primary_that_came_later_is_preset_only_while_no_nitrokey_is_there_that_could_be_it() -> Result<()> {
    for (there, preset) in [(false, "primary"), (true, "spare")] {
        let week = week_with(|plan| plan.nitrokeys = 1)?;
        let mut face = straight::home("en")?;
        if there {
            face.plug(&week.keys[0])?;
        }
        to_role(&mut face, &week)?;
        selects(&face, preset)?;
    }
    Ok(())
}

#[test]
fn to_erase_ones_own_nitrokey_takes_a_yes_in_plain_words_and_its_digits() -> Result<()> {
    let week = week()?;
    let primary = &week.keys[0];
    let before = state(primary)?;
    primary.unplug();
    let mut face = straight::home("en")?;
    face.plug(primary)?;
    to_role(&mut face, &week)?;
    face.each(&[Enter, Down, Enter])?;
    face.wait_for("Erase this one of yours?")?;
    face.wait_for("Your keys are on it (your primary, in use).")?;
    selects(&face, "No, leave it as it is")?;
    face.key(Enter)?;
    face.wait_for("Write the spare")?;
    selects_nothing(&face)?;
    face.each(&[Down, Enter, Down, Enter])?;
    face.wait_for("This one?")?;
    face.wait_for("then no key is lost.")?;
    face.key(Esc)?;
    selects_nothing(&face)?;
    ensure!(state(primary)? == before, "it was touched");
    Ok(())
}

#[test]
fn a_spare_whose_proof_was_skipped_is_not_preset_to_be_erased() -> Result<()> {
    let week = week()?;
    let [left, blank, _] = &week.keys;
    let mut face = straight::home("en")?;
    face.plug(left)?;
    // It is the spare that is left, as far as its owner knows.
    face.each(&[Char('2'), Enter, Enter, Enter, Enter, Enter])?;
    open(&mut face, &week)?;
    face.each(&[Enter, F(3)])?;
    face.wait_for("your primary, in use")?;
    selects_nothing(&face)?;
    face.plug(blank)?;
    selects(&face, &walk::serial(blank).to_string())
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
    let mut face = straight::home("en")?;
    face.plug(left)?;
    face.each(&[Char('2'), Enter, Enter, Enter, Enter, Enter])?;
    open(&mut face, &week)?;
    face.each(&[Enter, Enter, Enter])?;
    face.wait_for("2 tries are left")?;
    // Back, and again: it is asked for.
    face.each(&[Esc, Enter, Enter])?;
    ensure!(state(left)?.tries.user == 2, "{}", face.screen());
    face.keys("271828")?;
    face.key(Enter)?;
    face.wait_for("signed, decrypted")?;
    Ok(())
}

#[test]
fn a_nitrokey_of_a_known_serial_is_not_taken_for_one_that_has_the_keys() -> Result<()> {
    // Its number stands in the backup, but it was reset since: it is blank, and may be written.
    let week = week()?;
    let reset = walk::key(Model::Nitrokey3, SERIALS[0])?;
    let mut face = straight::home("en")?;
    face.plug(&reset)?;
    to_role(&mut face, &week)?;
    face.key(Enter)?;
    selects(&face, &walk::serial(&reset).to_string())?;
    ensure!(!face.screen().contains("your primary"), "{}", face.screen());
    Ok(())
}

#[test]
fn one_more_than_was_planned_can_be_written_and_a_nitrokey_with_other_keys_is_not_preset() -> Result<()> {
    let week = week()?;
    let [_, other, more] = &week.keys;
    super::later::write(other)?;
    let mut face = straight::home("en")?;
    face.plug(other)?;
    to_role(&mut face, &week)?;
    face.each(&[Char('3')])?;
    selects(&face, "spare 2")?;
    face.key(Enter)?;
    selects_nothing(&face)?;
    face.unplug(other)?;
    face.plug(more)?;
    face.key(Enter)?;
    confirm(&mut face, more)?;
    face.wait_for("The spare 2, ")?;
    Ok(())
}

#[test]
fn with_nothing_lost_the_way_never_says_that_a_key_is_lost() -> Result<()> {
    let week = week()?;
    let mut face = straight::home("en")?;
    face.take_frames();
    face.plug(&week.keys[0])?;
    to_role(&mut face, &week)?;
    face.key(Enter)?;
    let frames = face.take_frames();
    let in_flow: Vec<_> = frames.iter().filter(|frame| !frame.contains("What do you want to do?")).collect();
    ensure!(in_flow.len() > 6, "{} screens", in_flow.len());
    for frame in in_flow {
        let top = frame.lines().next().unwrap_or_default();
        ensure!(top.contains("Write another Nitrokey"), "{frame}");
        ensure!(!frame.contains("Everything is back") && !frame.contains("What is left"), "{frame}");
    }
    Ok(())
}
