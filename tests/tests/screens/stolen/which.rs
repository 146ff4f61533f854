//! Which Nitrokey stays as it is for now: one that is plugged in says it itself, otherwise it is asked.

use anyhow::{Context, Result, ensure};
use coldspare::key;
use coldspare::plan::Role;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc};

use super::{After, after, sealed, straight};

/// From home to the question whether a Nitrokey is left; the PIN is known.
fn to_left(in_process: &mut InProcess, after: &After) -> Result<()> {
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    after.open(in_process)?;
    in_process.presses_until_at(Enter, "stolen-left")
}

#[test]
fn which_one_stays_is_asked_if_none_is_plugged_in_and_the_others_are_written() -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home("en")?;
    let stick = in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    let primary = after.opened(&stick)?.serial_of(&Role::Primary).context("no serial")?.to_owned();
    to_left(&mut in_process, &after)?;
    in_process.key(Enter)?;
    in_process.at("stolen-which")?;
    // The spare is preset.
    in_process.wait_for(&fixtures::serial(&after.spare).to_string())?;
    in_process.key(Char('1'))?;
    in_process.wait_for(&primary)?;
    in_process.key(Enter)?;
    in_process.at("stolen-new")?;
    sealed(&mut in_process)?;
    let now = after.opened(&stick)?;
    ensure!(now.serial_of(&Role::Primary) == Some(&primary) && now.serial_of(&Role::SPARE).is_none());
    in_process.presses_until_at(Enter, "write")?;
    in_process.wait_for("Write the spare")?;
    // Opened again, that one is preset.
    in_process.choose(key!("write-later"))?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    in_process.key(Enter)?;
    to_left(&mut in_process, &after)?;
    in_process.each(&[Enter, Enter])?;
    in_process.presses_until_at(Enter, "write")?;
    in_process.wait_for("Write the spare")
}

#[test]
fn one_that_is_plugged_in_says_itself_which_it_is_also_when_new_subkeys_are_made() -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home("en")?;
    in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    in_process.plug(&after.spare)?;
    to_left(&mut in_process, &after)?;
    in_process.key(Enter)?;
    in_process.at("stolen-new")?;
    in_process.key(Enter)?;
    in_process.at("stolen-made")?;
    in_process.presses_until_at(Esc, "stolen-left")?;
    in_process.key(Enter)?;
    in_process.at("stolen-new")
}

/// The new subkeys of an earlier theft are those in use, until the next one.
#[test]
fn after_another_theft_the_one_with_the_subkeys_in_use_says_itself_which_it_is() -> Result<()> {
    let after = after()?;
    after.has_new_subkeys()?;
    let mut opened = after.opened(after.stick.path())?;
    let pins = opened.pins(&Role::SPARE, None)?;
    after.spare.plug();
    let (bus, serial) = (VirtualBus::with(&[&after.spare]), fixtures::serial(&after.spare));
    fixtures::flash_and_prove(&mut opened, &bus, serial, &Role::SPARE, &pins, &mut |_| ())?;
    after.spare.unplug();
    let mut in_process = after.to_again()?;
    in_process.choose(key!("stolen-again-more"))?;
    in_process.at("stolen-left")?;
    in_process.key(Enter)?;
    in_process.at("stolen-new")
}
