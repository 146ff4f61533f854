//! Bring keys that I have: the file is opened when it is chosen, what it asks is asked, and what goes where is shown
//! before anything else.

mod files;
mod goes;
mod names;
mod onto;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F, Up};
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::SERIALS;
use super::pictures::Pictures;
use super::straight;

pub(crate) use files::{questions, refusals, whole};
pub(crate) use onto::carries;

const CODE: &str = "1234-5678-9012-3456-7890-1234-5678-9012-3456";

/// A key file as people have them.
pub(crate) fn key(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/keys").join(name)
}

/// From home to the stick with these files, of which the first is chosen.
fn choose(in_process: &mut InProcess, files: &[&str]) -> Result<PathBuf> {
    let stick = in_process.plug_stick("AT-HOME")?;
    for (i, name) in files.iter().enumerate() {
        fs::copy(key(name), stick.join(format!("{i}-{name}")))?;
    }
    straight::to_plan(in_process)?;
    in_process.each(&[Enter, Down, Enter, Enter, Enter])?;
    Ok(stick)
}

/// The same at once.
pub(crate) fn chosen(language: &str, files: &[&str]) -> Result<InProcess> {
    let mut in_process = straight::home(language)?;
    choose(&mut in_process, files)?;
    Ok(in_process)
}

/// Types an answer.
pub(crate) fn answer(in_process: &mut InProcess, text: &str) -> Result<()> {
    in_process.keys(text)?;
    in_process.key(Enter)
}

/// A key file that is put together from others.
fn together(language: &str, parts: &[Vec<u8>]) -> Result<InProcess> {
    let mut in_process = straight::home(language)?;
    let stick = choose(&mut in_process, &[])?;
    fs::write(stick.join("key.asc"), parts.concat())?;
    in_process.each(&[Enter, Enter])?;
    Ok(in_process)
}

fn example(name: &str) -> Result<Vec<u8>> {
    Ok(fs::read(key(name))?)
}

/// Algorithm, expiry, cards, needed; trustees; notes, Nitrokeys, PINs, touch, anything special.
pub(crate) fn plan(in_process: &mut InProcess) -> Result<()> {
    in_process.at("cards")?;
    in_process.each(&[Enter; 2])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        answer(in_process, name)?;
    }
    in_process.each(&[Enter; 7])
}

/// What goes where, line by line, and what there is more to say of it.
pub(crate) fn places(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = chosen(language, &["rsa-with-elgamal.asc"])?;
    pictures.step(&mut in_process, "places: an Elgamal key")?;
    pictures.lines(&mut in_process, "places: an Elgamal key", 6)?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "places: another key for signatures?")?;
    in_process.key(Up)?;
    pictures.take(&mut in_process, "places: the primary key for signatures?")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "places: the primary key signs")?;
    in_process.each(&[Esc, Enter])?;

    let mut in_process = chosen(language, &["rsa-with-elgamal.asc"])?;
    in_process.each(&[Char('5'), Enter])?;
    pictures.take(&mut in_process, "places: on no Nitrokey")?;
    pictures.lines(&mut in_process, "places: on no Nitrokey", 2)?;
    in_process.each(&[Esc, Char('6'), Enter])?;
    pictures.take(&mut in_process, "places: names")?;

    let mut in_process = chosen(language, &["sha1-everywhere.asc"])?;
    pictures.take(&mut in_process, "places: SHA-1")?;
    in_process.key(Char('3'))?;
    pictures.take(&mut in_process, "places: SHA-1, decryption")?;
    in_process.each(&[Char('5'), Enter])?;
    pictures.take(&mut in_process, "places: signed anew")?;

    let mut in_process = chosen(language, &["primary-expired.asc"])?;
    in_process.each(&[Char('5'), Enter])?;
    // The new date is counted from today.
    let head = |screen: String| screen.split("2020").take(1).collect::<String>();
    pictures.masked(&mut in_process, "places: expired", head)?;
    in_process.each(&[Esc, Char('1'), Enter])?;
    pictures.take(&mut in_process, "algorithm: beside yours")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "expiry: a new date")?;

    let mut in_process = chosen(language, &["primary-here-subkeys-on-card.asc"])?;
    pictures.take(&mut in_process, "places: subkeys on a Nitrokey")?;
    pictures.lines(&mut in_process, "places: subkeys on a Nitrokey", 5)?;
    in_process.each(&[Char('5'), Enter, Down])?;
    pictures.take(&mut in_process, "places: subkeys on a Nitrokey, which")?;

    let mut in_process = chosen(language, &["revoked-decryption-subkey.asc"])?;
    pictures.take(&mut in_process, "places: revoked")?;
    in_process.key(Char('3'))?;
    pictures.take(&mut in_process, "places: revoked, decryption")?;
    in_process.each(&[Char('5'), Enter, Down])?;
    pictures.take(&mut in_process, "places: revoked, which")?;

    let mut in_process = chosen(language, &["no-user-id.asc"])?;
    pictures.take(&mut in_process, "places: no name")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "owner: no name")?;

    let mut in_process = chosen(language, &["revoked-user-id.asc"])?;
    in_process.each(&[End, Enter, Down])?;
    pictures.take(&mut in_process, "places: a revoked name")
}

/// From the summary to what was brought: a Nitrokey that does not take what is made new.
pub(crate) fn brought(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = chosen(language, &["rsa-with-elgamal.asc"])?;
    // What goes where; another kind for what is new; two years; cards, needed.
    in_process.each(&[Enter, Char('1'), Enter, Enter, Enter, Enter])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        answer(&mut in_process, name)?;
    }
    in_process.each(&[Enter; 7])?;
    pictures.take(&mut in_process, "summary: keys that exist")?;
    in_process.key(Enter)?;
    let (pro, spare) =
        (fixtures::key(Model::Pro2, SERIALS[0])?, fixtures::key(Model::Nitrokey3, SERIALS[1])?);
    [&pro, &spare].into_iter().for_each(VirtualNitrokey::unplug);
    in_process.plug(&pro)?;
    in_process.key(Enter)?;
    in_process.plug(&spare)?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    pictures.step(&mut in_process, "places-again")?;
    // No dice, nothing typed, mixed, nothing more kept.
    in_process.each(&[Enter; 5])?;
    pictures.take(&mut in_process, "make: brought")?;
    in_process.key(F(2))?;
    pictures.take(&mut in_process, "make: brought, F2")
}
