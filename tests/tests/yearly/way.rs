//! The way through the check.

use std::path::{Path, PathBuf};

use anyhow::Result;
use coldspare::backup::Share;
use coldspare::key;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Enter};
use virtual_nitrokey::VirtualNitrokey;

use super::owner::Owner;

/// At home.
pub(super) fn home() -> Result<InProcess> {
    let mut in_process = InProcess::start(80, 25)?;
    in_process.each(&[Enter, Enter, Enter])?;
    Ok(in_process)
}

/// From home to the bundles.
pub(super) fn to_bundles(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("yearly"))?;
    in_process.presses_until_at(Enter, "yearly-bundle")
}

/// From home to the sticks, with this folder on the one that it begins with.
pub(super) fn to_sticks(in_process: &mut InProcess, folder: &Path) -> Result<PathBuf> {
    let stick = in_process.plug_stick_with("BACKUP", &[folder])?;
    to_bundles(in_process)?;
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    in_process.wait_for(&name)?;
    in_process.key(Enter)?;
    in_process.at("yearly-sticks")?;
    in_process.wait_for("Stick BACKUP")?;
    Ok(stick)
}

/// And on to the cards.
pub(super) fn to_cards(in_process: &mut InProcess, owner: &Owner) -> Result<()> {
    to_sticks(in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")
}

/// And on to the Nitrokeys, without a card.
pub(super) fn to_nitrokeys(in_process: &mut InProcess, owner: &Owner) -> Result<()> {
    to_nitrokeys_with(in_process, &owner.stick.path().join(&owner.folder))
}

/// The same, with this folder to begin with.
pub(super) fn to_nitrokeys_with(in_process: &mut InProcess, folder: &Path) -> Result<()> {
    to_sticks(in_process, folder)?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")
}

pub(super) fn scan(in_process: &mut InProcess, share: &Share) -> Result<()> {
    in_process.scan(&share.to_text())?;
    in_process.scan_enter()
}

/// The first so many cards, each of which is good; then on.
pub(super) fn cards(in_process: &mut InProcess, shares: &[Share]) -> Result<()> {
    for share in shares {
        scan(in_process, share)?;
        in_process.wait_for(&format!("Card {} of", share.x))?;
        in_process.wait_for("It is as the list")?;
    }
    in_process.key(Enter)
}

/// A Nitrokey is proven with this PIN; it is plugged in.
pub(super) fn proves(in_process: &mut InProcess, user: &str) -> Result<()> {
    in_process.key(Enter)?;
    in_process.wait_for("tries left")?;
    in_process.keys(user)?;
    in_process.key(Enter)
}

/// The same, and it is asked which one it is: the backup names no serial.
pub(super) fn proves_one(in_process: &mut InProcess, key: &VirtualNitrokey, user: &str) -> Result<()> {
    in_process.plug(key)?;
    proves(in_process, user)?;
    in_process.wait_for("Which one is it?")
}

/// The first Nitrokey of the list, whatever is preset.
pub(super) fn choose_nitrokey(in_process: &mut InProcess) -> Result<()> {
    in_process.each(&[Char('1'), Enter])
}

/// The line that goes on.
pub(super) fn go_on(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("yearly-nitrokeys-next"))
}

/// The whole recovery, where cards enough are there.
pub(super) fn recovers(in_process: &mut InProcess) -> Result<()> {
    in_process.at("yearly-recovery")?;
    in_process.key(Enter)?;
    in_process.at("yearly-open")?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")
}
