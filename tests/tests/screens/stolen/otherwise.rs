//! Whoever goes back and answers otherwise: a Nitrokey is written with what the newest backup has, and what was written stays
//! what it is.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use coldspare::ceremony::{Changed, Did};
use coldspare::key;
use coldspare::openpgp::Carried;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Enter, Esc, F};
use virtual_nitrokey::VirtualNitrokey;

use super::{After, after, sealed, state, straight, to_new, write};

/// From home until the backup is open, of which an earlier sitting has made new subkeys; the stick stays plugged in.
fn to_again(after: &After) -> Result<(InProcess, PathBuf)> {
    after.has_new_subkeys()?;
    let (mut in_process, stick) = plugged(after)?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    after.open(&mut in_process)?;
    in_process.presses_until_at(Enter, "stolen-again")?;
    Ok((in_process, stick))
}

/// At home, with the stick plugged in.
fn plugged(after: &After) -> Result<(InProcess, PathBuf)> {
    let mut in_process = straight::home("en")?;
    let stick = in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    Ok((in_process, stick))
}

/// A blank one is written in the role that is asked for, by whoever was shown its PINs.
fn writes(in_process: &mut InProcess, key: &VirtualNitrokey) -> Result<()> {
    in_process.presses_until_at(Enter, "write")?;
    in_process.plug(key)?;
    in_process.key(Enter)?;
    write(in_process, key)
}

/// The newest backup has all that is on this Nitrokey.
fn is_of_the_backup(after: &After, stick: &std::path::Path, key: &VirtualNitrokey) -> Result<()> {
    let carried = after.opened(stick)?.identity().carried(&state(key)?.fingerprints);
    ensure!(carried == Carried::All, "the backup has other subkeys than the Nitrokey: {carried:?}");
    Ok(())
}

#[test]
fn what_was_made_once_more_and_sealed_is_written_though_nitrokeys_alone_are_said_to_be_missing() -> Result<()>
{
    let after = after()?;
    let (mut in_process, stick) = to_again(&after)?;
    in_process.choose(key!("stolen-again-more"))?;
    in_process.presses_until_at(Enter, "stolen-new")?;
    sealed(&mut in_process)?;
    in_process.presses_until_at(Esc, "stolen-again")?;
    in_process.choose(key!("stolen-again-write"))?;
    writes(&mut in_process, &after.blank)?;
    is_of_the_backup(&after, &stick, &after.blank)
}

#[test]
fn the_spare_is_written_too_once_nothing_depends_on_it_any_more() -> Result<()> {
    for more in [false, true] {
        let after = after()?;
        let (mut in_process, stick) = to_again(&after)?;
        if more {
            in_process.choose(key!("stolen-again-more"))?;
            in_process.presses_until_at(Enter, "stolen-new")?;
            sealed(&mut in_process)?;
        } else {
            in_process.choose(key!("stolen-again-write"))?;
        }
        writes(&mut in_process, &after.blank)?;
        in_process.presses_until_at(Enter, "stolen-today")?;
        in_process.presses_until_at(Esc, "stolen-left")?;
        in_process.choose(key!("stolen-left-changed"))?;
        in_process.plug(&after.spare)?;
        in_process.presses_until_at(Enter, "write")?;
        in_process.wait_for("Write the spare")?;
        is_of_the_backup(&after, &stick, &after.blank)?;
    }
    Ok(())
}

#[test]
fn once_a_nitrokey_was_written_no_other_subkeys_are_made() -> Result<()> {
    let after = after()?;
    let (mut in_process, stick) = plugged(&after)?;
    to_new(&mut in_process, &after)?;
    sealed(&mut in_process)?;
    writes(&mut in_process, &after.blank)?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    in_process.presses_until_at(Esc, "stolen-left")?;
    in_process.choose(key!("stolen-left-none"))?;
    in_process.presses_until_at(Enter, "write")?;
    in_process.choose(key!("write-later"))?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    is_of_the_backup(&after, &stick, &after.blank)?;
    let entries = in_process.app().context().journal.entries();
    let changed = |did| matches!(did, Did::Changed { what: Changed::Subkeys, .. });
    ensure!(entries.iter().filter(|entry| changed(entry.did)).count() == 1, "{entries:?}");
    Ok(())
}

#[test]
fn what_was_written_of_an_earlier_sitting_stays_though_it_is_said_to_be_of_another_theft() -> Result<()> {
    let after = after()?;
    let (mut in_process, stick) = to_again(&after)?;
    in_process.choose(key!("stolen-again-write"))?;
    writes(&mut in_process, &after.blank)?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    in_process.presses_until_at(Esc, "stolen-again")?;
    in_process.choose(key!("stolen-again-more"))?;
    // It is said, and what was chosen is selected again.
    in_process.at("stolen-again")?;
    ensure!(in_process.shows("A Nitrokey is written already"), "{}", in_process.screen());
    in_process.presses_until_at(Enter, "stolen-today")?;
    is_of_the_backup(&after, &stick, &after.blank)?;
    ensure!(after.opened(&stick)?.made().sealing().is_some_and(|inside| inside.number == 2));
    Ok(())
}

#[test]
fn where_nitrokeys_alone_are_missing_nothing_new_is_said_to_be_lost() -> Result<()> {
    let after = after()?;
    let (mut in_process, _) = to_again(&after)?;
    in_process.choose(key!("stolen-again-write"))?;
    in_process.presses_until_at(Enter, "write")?;
    for (loss, writes) in [(key!("stolen-loss-write"), true), (key!("stolen-loss-written"), false)] {
        let said = in_process.app().context().say(loss);
        in_process.key(F(10))?;
        in_process.wait_for(&said)?;
        in_process.key(Esc)?;
        if writes {
            self::writes(&mut in_process, &after.blank)?;
        }
    }
    Ok(())
}
