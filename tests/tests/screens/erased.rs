//! Which Nitrokey Enter would erase, where brought keys are written: the one that was met for the role, or one with
//! nothing on it; and none that carries these very keys, which may be the only one that works.

use anyhow::{Context, Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::words::said;
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
fn to_meeting() -> Result<InProcess> {
    let mut in_process = chosen("en", &[FILE])?;
    answer(&mut in_process, "correct horse battery staple")?;
    in_process.key(Enter)?;
    bring::plan(&mut in_process)?;
    in_process.key(Enter)?;
    Ok(in_process)
}

/// From there, once they were met, to the first that is written.
fn to_writing(in_process: &mut InProcess) -> Result<()> {
    enter_until(in_process, "Your keys are here")?;
    in_process.each(&[Enter; 6])?;
    for card in 1..=3 {
        let share = print(in_process, card)?;
        scan(in_process, &share)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[Char('6'), Enter])?;
    bundle_and_rehearse(in_process)?;
    in_process.at(said("type-pins").with("role", Role::Primary))?;
    enter_until(in_process, "Write the primary")
}

fn enter_until(in_process: &mut InProcess, seen: &str) -> Result<()> {
    for _ in 0..8 {
        if !in_process.screen().contains(seen) {
            in_process.key(Enter)?;
        }
    }
    in_process.wait_for(seen)
}

/// That Enter, again and again, does nothing to it.
fn is_left(in_process: &mut InProcess, key: &VirtualNitrokey) -> Result<()> {
    let before = state(key)?;
    selects_nothing(in_process)?;
    in_process.each(&[Enter; 3])?;
    selects_nothing(in_process)?;
    ensure!(state(key)? == before, "it was touched");
    Ok(())
}

#[test]
fn the_nitrokey_that_carries_the_keys_that_are_brought_is_not_preset_though_it_was_met() -> Result<()> {
    let (mut in_process, keys) = (to_meeting()?, straight::nitrokeys()?);
    straight::meet(&mut in_process, &keys)?;
    to_writing(&mut in_process)?;
    let [primary, ..] = &keys;
    let serial = fixtures::serial(primary).to_string();
    selects(&in_process, &serial)?;
    // Keys of others on it: it was met for this, and it is shown what is lost.
    carries(&mut in_process, primary, &ANOTHER)?;
    selects(&in_process, &serial)?;
    in_process.key(Enter)?;
    in_process.at("confirm")?;
    in_process.wait_for("0707 0707")?;
    in_process.key(Esc)?;
    // The owner's own.
    carries(&mut in_process, primary, &brought()?)?;
    is_left(&mut in_process, primary)?;
    // Who goes to it is asked, and no comes first.
    in_process.key(Char('1'))?;
    selects(&in_process, &serial)?;
    in_process.key(Enter)?;
    in_process.at("write-erase")?;
    selects(&in_process, "No, leave it as it is")?;
    in_process.key(Enter)?;
    is_left(&mut in_process, primary)
}

#[test]
fn where_none_was_met_only_a_nitrokey_with_nothing_on_it_is_preset() -> Result<()> {
    let (mut in_process, [primary, blank, _]) = (to_meeting()?, straight::nitrokeys()?);
    // Both are there later.
    in_process.each(&[End, Enter, End, Enter])?;
    to_writing(&mut in_process)?;
    in_process.plug(&primary)?;
    let serial = fixtures::serial(&primary).to_string();
    selects(&in_process, &serial)?;
    for on_it in [&ANOTHER[..], &brought()?] {
        carries(&mut in_process, &primary, on_it)?;
        is_left(&mut in_process, &primary)?;
    }
    in_process.plug(&blank)?;
    selects(&in_process, &fixtures::serial(&blank).to_string())
}
