//! Once a Nitrokey was written it is said that somebody may know the PIN after all: what is sealed stays, and how it still gets
//! there is said.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare::openpgp::{Carried, Reason};
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Enter, Esc};

use super::{After, after, sealed, state, straight, write};
use crate::pictures::Pictures;

/// Nobody can know the PIN, as is said first; a Nitrokey is written; then somebody may.
fn to_late(in_process: &mut InProcess, after: &After) -> Result<PathBuf> {
    let stick = in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    in_process.choose(key!("stolen"))?;
    in_process.choose(key!("stolen-pin-no"))?;
    in_process.choose(key!("stolen-running-no"))?;
    in_process.each(&[Enter, Enter])?;
    after.open(in_process)?;
    in_process.presses_until_at(Enter, "stolen-new")?;
    sealed(in_process)?;
    in_process.presses_until_at(Enter, "write")?;
    in_process.plug(&after.blank)?;
    in_process.key(Enter)?;
    write(in_process, &after.blank)?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    in_process.presses_until_at(Esc, "stolen-pin")?;
    in_process.choose(key!("stolen-pin-yes"))?;
    in_process.presses_until_at(Enter, "stolen-has")?;
    Ok(stick)
}

pub(crate) fn stolen_late(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home(language)?;
    let stick = to_late(&mut in_process, &after)?;
    pictures.take(&mut in_process, "stolen-has: as it is sealed")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "stolen-late")?;
    // The newest backup is opened, here or in another sitting.
    let mut in_process = straight::home(language)?;
    in_process.plug_stick_with("BACKUP", &[&stick.join(&after.folder)])?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter; 3])?;
    after.open(&mut in_process)?;
    in_process.presses_until_at(Enter, "stolen-again")?;
    pictures.take(&mut in_process, "stolen-again: superseded")
}

#[test]
fn once_a_nitrokey_was_written_it_says_what_is_sealed_and_how_that_is_changed() -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home("en")?;
    let stick = to_late(&mut in_process, &after)?;
    let superseded = in_process.app().context().say(key!("stolen-has-superseded"));
    ensure!(in_process.shows(&superseded), "{}", in_process.screen());
    in_process.key(Enter)?;
    in_process.at("stolen-late")?;
    let written = after.opened(&stick)?.identity().clone();
    ensure!(written.replaced_as() == Some(Reason::Superseded));

    let mut in_process = straight::home("en")?;
    let stick = in_process.plug_stick_with("BACKUP", &[&stick.join(&after.folder)])?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter; 3])?;
    after.open(&mut in_process)?;
    in_process.presses_until_at(Enter, "stolen-again")?;
    ensure!(in_process.shows("Line 2 seals them"), "{}", in_process.screen());
    // It is preset.
    in_process.key(Enter)?;
    sealed(&mut in_process)?;
    in_process.presses_until_at(Enter, "before")?;
    let now = after.opened(&stick)?;
    ensure!(now.made().sealing().is_some_and(|inside| inside.number == 3));
    ensure!(now.identity().replaced_as() == Some(Reason::Compromised), "{:?}", now.identity().replaced_as());
    // The Nitrokey that was written has what the backup has.
    ensure!(now.identity().carried(&state(&after.blank)?.fingerprints) == Carried::All);
    ensure!(now.identity().slot_subkeys() == written.slot_subkeys());
    // Whoever runs back and forth seals nothing once more, and takes nothing back.
    in_process.presses_until_at(Esc, "stolen-again")?;
    in_process.presses_until_at(Enter, "stolen-pins")?;
    let now = after.opened(&stick)?;
    ensure!(now.made().sealing().is_some_and(|inside| inside.number == 3));
    ensure!(now.identity().replaced_as() == Some(Reason::Compromised));
    Ok(())
}

/// With the backup that was opened first it is the same sitting still.
#[test]
fn with_the_backup_of_before_nothing_else_is_made_behind_the_nitrokey() -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home("en")?;
    let stick = to_late(&mut in_process, &after)?;
    let kept = tempfile::tempdir()?;
    let copy = kept.path().join(&after.folder);
    std::fs::create_dir(&copy)?;
    for file in std::fs::read_dir(stick.join(&after.folder))? {
        let file = file?;
        std::fs::copy(file.path(), copy.join(file.file_name()))?;
    }
    in_process.unplug_stick("BACKUP")?;
    in_process.plug_stick_with("OLD", &[&after.stick.path().join(&after.folder)])?;
    in_process.presses_until_at(Enter, "stolen-new")?;
    let old = in_process.screen();
    ensure!(old.contains("superseded") && !old.contains("compromised"), "{old}");
    in_process.presses_until_at(Enter, "stolen-today")?;
    ensure!(after.opened(kept.path())?.identity().replaced_as() == Some(Reason::Superseded));
    Ok(())
}
