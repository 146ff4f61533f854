//! Bring keys that I have: the file is opened when it is chosen, what it asks is asked, and what goes where is shown
//! before anything else.

#[path = "bring/files.rs"]
mod files;
#[path = "bring/goes.rs"]
mod goes;
#[path = "bring/names.rs"]
mod names;
#[path = "bring/onto.rs"]
mod onto;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use coldspare_tests::face::Face;
use coldspare_tests::walk;
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
fn choose(face: &mut Face, files: &[&str]) -> Result<PathBuf> {
    let stick = face.plug_stick("AT-HOME")?;
    for (i, name) in files.iter().enumerate() {
        fs::copy(key(name), stick.join(format!("{i}-{name}")))?;
    }
    straight::to_plan(face)?;
    face.each(&[Enter, Down, Enter, Enter, Enter])?;
    Ok(stick)
}

/// The same at once.
pub(crate) fn chosen(language: &str, files: &[&str]) -> Result<Face> {
    let mut face = straight::home(language)?;
    choose(&mut face, files)?;
    Ok(face)
}

/// Types an answer.
pub(crate) fn answer(face: &mut Face, text: &str) -> Result<()> {
    face.keys(text)?;
    face.key(Enter)
}

/// A key file that is put together from others.
fn together(language: &str, parts: &[Vec<u8>]) -> Result<Face> {
    let mut face = straight::home(language)?;
    let stick = choose(&mut face, &[])?;
    fs::write(stick.join("key.asc"), parts.concat())?;
    face.each(&[Enter, Enter])?;
    Ok(face)
}

fn example(name: &str) -> Result<Vec<u8>> {
    Ok(fs::read(key(name))?)
}

/// Algorithm, expiry, cards, needed; trustees; notes, Nitrokeys, PINs, touch, anything special.
pub(crate) fn plan(face: &mut Face) -> Result<()> {
    face.wait_for("How many share cards")?;
    face.each(&[Enter; 2])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        answer(face, name)?;
    }
    face.each(&[Enter; 7])
}

/// What goes where, line by line, and what there is more to say of it.
pub(crate) fn places(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = chosen(language, &["rsa-with-elgamal.asc"])?;
    pictures.step(&mut face, "places: an Elgamal key")?;
    pictures.lines(&mut face, "places: an Elgamal key", 6)?;
    face.each(&[Down, Enter])?;
    pictures.take(&mut face, "places: another key for signatures?")?;
    face.key(Up)?;
    pictures.take(&mut face, "places: the primary key for signatures?")?;
    face.key(Enter)?;
    pictures.take(&mut face, "places: the primary key signs")?;
    face.each(&[Esc, Enter])?;

    let mut face = chosen(language, &["rsa-with-elgamal.asc"])?;
    face.each(&[Char('5'), Enter])?;
    pictures.take(&mut face, "places: on no Nitrokey")?;
    pictures.lines(&mut face, "places: on no Nitrokey", 2)?;
    face.each(&[Esc, Char('6'), Enter])?;
    pictures.take(&mut face, "places: names")?;

    let mut face = chosen(language, &["sha1-everywhere.asc"])?;
    pictures.take(&mut face, "places: SHA-1")?;
    face.key(Char('3'))?;
    pictures.take(&mut face, "places: SHA-1, decryption")?;
    face.each(&[Char('5'), Enter])?;
    pictures.take(&mut face, "places: signed anew")?;

    let mut face = chosen(language, &["primary-expired.asc"])?;
    face.each(&[Char('5'), Enter])?;
    // The new date is counted from today.
    let head = |screen: String| screen.split("2020").take(1).collect::<String>();
    pictures.masked(&mut face, "places: expired", head)?;
    face.each(&[Esc, Char('1'), Enter])?;
    pictures.take(&mut face, "algorithm: beside yours")?;
    face.key(Enter)?;
    pictures.take(&mut face, "expiry: a new date")?;

    let mut face = chosen(language, &["primary-here-subkeys-on-card.asc"])?;
    pictures.take(&mut face, "places: subkeys on a Nitrokey")?;
    pictures.lines(&mut face, "places: subkeys on a Nitrokey", 5)?;
    face.each(&[Char('5'), Enter, Down])?;
    pictures.take(&mut face, "places: subkeys on a Nitrokey, which")?;

    let mut face = chosen(language, &["revoked-decryption-subkey.asc"])?;
    pictures.take(&mut face, "places: revoked")?;
    face.key(Char('3'))?;
    pictures.take(&mut face, "places: revoked, decryption")?;
    face.each(&[Char('5'), Enter, Down])?;
    pictures.take(&mut face, "places: revoked, which")?;

    let mut face = chosen(language, &["no-user-id.asc"])?;
    pictures.take(&mut face, "places: no name")?;
    face.key(Enter)?;
    pictures.take(&mut face, "owner: no name")?;

    let mut face = chosen(language, &["revoked-user-id.asc"])?;
    face.each(&[End, Enter, Down])?;
    pictures.take(&mut face, "places: a revoked name")
}

/// From the summary to what was brought: a Nitrokey that does not take what is made new.
pub(crate) fn brought(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = chosen(language, &["rsa-with-elgamal.asc"])?;
    // What goes where; another kind for what is new; two years; cards, needed.
    face.each(&[Enter, Char('1'), Enter, Enter, Enter, Enter])?;
    for name in ["Grace Hopper", "Alan Turing", "Emmy Noether"] {
        answer(&mut face, name)?;
    }
    face.each(&[Enter; 7])?;
    pictures.take(&mut face, "summary: keys that exist")?;
    face.key(Enter)?;
    let (pro, spare) = (walk::key(Model::Pro2, SERIALS[0])?, walk::key(Model::Nitrokey3, SERIALS[1])?);
    [&pro, &spare].into_iter().for_each(VirtualNitrokey::unplug);
    face.plug(&pro)?;
    face.key(Enter)?;
    face.plug(&spare)?;
    face.each(&[Char('2'), Enter, Enter])?;
    pictures.step(&mut face, "places-again")?;
    // No dice, nothing typed, mixed, nothing more kept.
    face.each(&[Enter; 5])?;
    pictures.take(&mut face, "make: brought")?;
    face.key(F(2))?;
    pictures.take(&mut face, "make: brought, F2")
}
