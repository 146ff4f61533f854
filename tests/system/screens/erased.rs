//! Which Nitrokey Enter would erase, where brought keys are written: the one that was met for the role, or one with
//! nothing on it; and none that carries these very keys, which may be the only one that works.

use anyhow::{Context, Result, ensure};
use coldspare_tests::face::Face;
use coldspare_tests::walk;
use ratatui::crossterm::event::KeyCode::{Char, End, Enter, Esc};
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;
use virtual_nitrokey::VirtualNitrokey;

use super::another::{selects, selects_nothing, state};
use super::bring::{self, answer, carries, chosen};
use super::pins::bundle_and_rehearse;
use super::straight::{self, print, scan};

const FILE: &str = "certify-only-primary.asc";
/// Of a key that nobody brought.
const ANOTHER: [u8; 20] = [7; 20];

/// The fingerprint of one of the keys in the file.
fn brought() -> Result<Vec<u8>> {
    let cert = Cert::from_file(bring::key(FILE))?;
    Ok(cert.keys().subkeys().next().context("no subkey")?.key().fingerprint().as_bytes().to_vec())
}

/// From home to where Nitrokeys are met.
fn to_meeting() -> Result<Face> {
    let mut face = chosen("en", &[FILE])?;
    answer(&mut face, "correct horse battery staple")?;
    face.key(Enter)?;
    bring::plan(&mut face)?;
    face.key(Enter)?;
    Ok(face)
}

/// From there, once they were met, to the first that is written.
fn to_writing(face: &mut Face) -> Result<()> {
    enter_until(face, "Your keys are here")?;
    face.each(&[Enter; 6])?;
    for card in 1..=3 {
        let share = print(face, card)?;
        scan(face, &share)?;
        face.key(Enter)?;
    }
    face.each(&[Char('5'), Enter])?;
    bundle_and_rehearse(face)?;
    face.wait_for("PINs of the primary")?;
    enter_until(face, "Write the primary")
}

fn enter_until(face: &mut Face, seen: &str) -> Result<()> {
    for _ in 0..8 {
        if !face.screen().contains(seen) {
            face.key(Enter)?;
        }
    }
    face.wait_for(seen)
}

/// That Enter, again and again, does nothing to it.
fn is_left(face: &mut Face, key: &VirtualNitrokey) -> Result<()> {
    let before = state(key)?;
    selects_nothing(face)?;
    face.each(&[Enter; 3])?;
    selects_nothing(face)?;
    ensure!(state(key)? == before, "it was touched");
    Ok(())
}

#[test]
fn the_nitrokey_that_carries_the_keys_that_are_brought_is_not_preset_though_it_was_met() -> Result<()> {
    let (mut face, keys) = (to_meeting()?, straight::nitrokeys()?);
    straight::meet(&mut face, &keys)?;
    to_writing(&mut face)?;
    let [primary, ..] = &keys;
    let serial = walk::serial(primary).to_string();
    selects(&face, &serial)?;
    // Keys of others on it: it was met for this, and it is shown what is lost.
    carries(&mut face, primary, &ANOTHER)?;
    selects(&face, &serial)?;
    face.key(Enter)?;
    face.wait_for("This one?")?;
    face.wait_for("0707 0707")?;
    face.key(Esc)?;
    // The owner's own.
    carries(&mut face, primary, &brought()?)?;
    is_left(&mut face, primary)?;
    // Who goes to it is asked, and no comes first.
    face.key(Char('1'))?;
    selects(&face, &serial)?;
    face.key(Enter)?;
    face.wait_for("Erase this one of yours?")?;
    selects(&face, "No, leave it as it is")?;
    face.key(Enter)?;
    is_left(&mut face, primary)
}

#[test]
fn where_none_was_met_only_a_nitrokey_with_nothing_on_it_is_preset() -> Result<()> {
    let (mut face, [primary, blank, _]) = (to_meeting()?, straight::nitrokeys()?);
    // Both are there later.
    face.each(&[End, Enter, End, Enter])?;
    to_writing(&mut face)?;
    face.plug(&primary)?;
    let serial = walk::serial(&primary).to_string();
    selects(&face, &serial)?;
    for on_it in [&ANOTHER[..], &brought()?] {
        carries(&mut face, &primary, on_it)?;
        is_left(&mut face, &primary)?;
    }
    face.plug(&blank)?;
    selects(&face, &walk::serial(&blank).to_string())
}
