//! No Nitrokey is left: the old subkeys are written to a stick first, and the primary key is not among them.

use std::fs;

use anyhow::{Result, ensure};
use coldspare::key;
use ratatui::crossterm::event::KeyCode::{Char, Enter};

use super::{after, straight};

#[test]
fn the_file_of_old_subkeys_is_without_the_primary_key_and_the_screen_says_so() -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home("en")?;
    in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    after.open(&mut in_process)?;
    in_process.presses_until_at(Enter, "stolen-left")?;
    in_process.choose(key!("stolen-left-export"))?;
    in_process.at("lost-export")?;
    in_process.wait_for("The primary key is not")?;
    in_process.key(Enter)?;
    for _ in 0..2 {
        in_process.keys("six random words or more")?;
        in_process.key(Enter)?;
    }
    let stick = in_process.plug_stick("ONLINE")?;
    in_process.each(&[Char('2'), Enter])?;
    in_process.at("lost-exported")?;
    let folder = stick.join(format!("{}-secret-key", after.folder));
    // Of GnuPG's stub in the place of the primary key no more is seen here than that all of it is shorter.
    let (ours, whole) = (fs::read(folder.join("secret-key.asc"))?, after.opened(after.stick.path())?);
    let other = tempfile::tempdir()?;
    let all = whole.export(
        &coldspare::machine::stick::folder::Mounted::at(other.path()),
        &"six random words or more".into(),
    )?;
    ensure!(
        ours.len() + 50 < fs::read(other.path().join(all).join("secret-key.asc"))?.len(),
        "it is as long"
    );
    Ok(())
}
