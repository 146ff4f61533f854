//! The PINs after a theft: those of before are kept for the Nitrokey that stays as it is, and its new ones are shown when it is
//! written.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare::plan::Role;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use ratatui::crossterm::event::KeyCode::{Enter, F};
use secrecy::ExposeSecret;

use super::{After, after, after_with, sealed, straight, to_new};

/// From home to the new PINs, with the spare plugged in, which stays as it is.
fn to_pins(after: &After) -> Result<(InProcess, PathBuf)> {
    let mut in_process = straight::home("en")?;
    let stick = in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    in_process.plug(&after.spare)?;
    to_new(&mut in_process, after)?;
    sealed(&mut in_process)?;
    in_process.presses_until_at(Enter, "stolen-pins")?;
    Ok((in_process, stick))
}

#[test]
fn new_pins_of_the_one_that_stays_are_not_shown() -> Result<()> {
    let after = after()?;
    let (mut in_process, stick) = to_pins(&after)?;
    in_process.take_frames();
    in_process.presses_until_at(Enter, "write")?;
    let (shown, now) = (in_process.take_frames().concat(), after.opened(&stick)?);
    ensure!(shown.contains(now.pins(&Role::Primary, None)?.admin.expose_secret()), "{shown}");
    ensure!(!shown.contains(now.pins(&Role::SPARE, None)?.admin.expose_secret()), "it does not have these");
    Ok(())
}

#[test]
fn new_pins_of_the_one_that_stays_are_on_no_slip() -> Result<()> {
    let after = after()?;
    let (mut in_process, stick) = to_pins(&after)?;
    in_process.key(F(5))?;
    let slips = Pdf::of(&std::fs::read(&in_process.pages(1)?[0])?)?.text(1)?;
    let now = after.opened(&stick)?;
    ensure!(slips.contains(now.pins(&Role::Primary, None)?.admin.expose_secret()), "{slips}");
    ensure!(!slips.contains(now.pins(&Role::SPARE, None)?.admin.expose_secret()), "it does not have these");
    Ok(())
}

#[test]
fn the_old_pins_of_all_nitrokeys_are_kept() -> Result<()> {
    let after = after()?;
    let before = after.opened(after.stick.path())?;
    let (_in_process, stick) = to_pins(&after)?;
    let now = after.opened(&stick)?;
    let note = now.vault().iter().find(|(name, _)| name.starts_with("old-pins-")).map(|(_, note)| note);
    let note = String::from_utf8(note.map(|note| note.to_vec()).unwrap_or_default())?;
    for role in [Role::Primary, Role::SPARE] {
        let pins = before.pins(&role, None)?;
        for pin in [&pins.user, &pins.admin, &pins.reset_code] {
            ensure!(note.contains(pin.expose_secret()), "a PIN of {role} is nowhere");
        }
    }
    Ok(())
}

/// The sitting that made them was cut off before it showed them, and the backup has no user PIN, as it is preset.
#[test]
fn new_codes_that_nobody_has_seen_are_shown_where_only_nitrokeys_are_left_to_write() -> Result<()> {
    for (goes_on, prints) in [
        (key!("stolen-again-write"), false),
        (key!("stolen-again-write"), true),
        (key!("stolen-again-seal"), false),
    ] {
        let after = after_with(false)?;
        after.has_new_subkeys()?;
        let now = after.opened(after.stick.path())?;
        let admin = |role| anyhow::Ok(now.known_pins(&role)?.admin.expose_secret().to_owned());
        let (primary, spare) = (admin(Role::Primary)?, admin(Role::SPARE)?);
        let mut in_process = after.to_again()?;
        in_process.choose(goes_on)?;
        if goes_on == key!("stolen-again-seal") {
            sealed(&mut in_process)?;
        }
        in_process.presses_until_at(Enter, "stolen-pins")?;
        in_process.wait_for("The user PIN is not in the backup")?;
        in_process.take_frames();
        let seen = match prints {
            true => {
                in_process.key(F(5))?;
                Pdf::of(&std::fs::read(&in_process.pages(1)?[0])?)?.text(1)?
            }
            false => {
                in_process.presses_until_at(Enter, "write")?;
                in_process.take_frames().concat()
            }
        };
        ensure!(seen.contains(&primary) && !seen.contains(&spare), "{seen}");
        ensure!(prints || seen.contains("(the one that you choose)"), "{seen}");
        in_process.presses_until_at(Enter, "write")?;
    }
    Ok(())
}
