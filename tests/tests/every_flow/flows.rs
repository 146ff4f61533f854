//! Each flow, with what is preset, and what came of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use coldspare::key;
use coldspare::nitrokey::Info;
use coldspare::openpgp::Carried;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::Enter;
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::ours::{From, Ours};

const SERIALS: [u32; 3] = [0x1A2B_3C4D, 0x5E6F_7A8B, 0x9CAD_BECF];
const PASSPHRASE: &str = "six random words or more";

fn blank(serial: u32) -> Result<VirtualNitrokey> {
    let key = fixtures::key(Model::Nitrokey3, serial)?;
    key.unplug();
    Ok(key)
}

/// What a Nitrokey says of itself, plugged in elsewhere.
fn state(key: &VirtualNitrokey) -> Result<Info> {
    key.plug();
    let info = fixtures::info(&VirtualBus::with(&[key]), fixtures::serial(key));
    key.unplug();
    info
}

/// What is typed twice, blind.
fn twice(in_process: &mut InProcess, text: &str) -> Result<()> {
    for _ in 0..2 {
        in_process.keys(text)?;
        in_process.key(Enter)?;
    }
    Ok(())
}

/// This one is written, and agreed to; its user PIN is typed if the backup does not hold it.
fn writes(in_process: &mut InProcess, key: &VirtualNitrokey) -> Result<()> {
    in_process.at("write")?;
    in_process.plug(key)?;
    in_process.key(Enter)?;
    in_process.keys(&fixtures::serial(key).last_four())?;
    in_process.key(Enter)?;
    if in_process.is_at("write-user") {
        twice(in_process, "161803")?;
    }
    in_process.wait_for(&fixtures::serial(key).to_string())?;
    in_process.unplug(key)
}

/// What is written to a stick comes to another one than that with the backup.
fn to_stick(in_process: &mut InProcess, step: &str, done: &str) -> Result<PathBuf> {
    in_process.at(step)?;
    let stick = in_process.plug_stick("ONLINE")?;
    in_process.wait_for("ONLINE")?;
    while !in_process.screen().lines().any(|line| line.contains('►') && line.contains("ONLINE")) {
        in_process.key(ratatui::crossterm::event::KeyCode::Down)?;
    }
    in_process.key(Enter)?;
    in_process.at(done)?;
    Ok(stick)
}

/// The one folder on a stick that is called otherwise than a bundle.
fn folder(stick: &Path) -> Result<PathBuf> {
    Ok(fs::read_dir(stick)?.next().context("nothing on the stick")??.path())
}

/// Only stick and cards are left, or only paper: one is written.
pub(super) fn lost(ours: &Ours) -> Result<VirtualNitrokey> {
    let (key, mut in_process) = (blank(SERIALS[0])?, ours.home()?);
    in_process.choose(key!("lost"))?;
    match ours.from {
        From::Stick => {
            in_process.choose(key!("lost-left-stick"))?;
            ours.open(&mut in_process, "lost-back")?;
        }
        From::Sheet => {
            in_process.choose(key!("lost-left-paper"))?;
            ours.scans(&mut in_process)?;
            ours.gives_cards(&mut in_process, "lost-back")?;
        }
    }
    in_process.at("lost-way")?;
    in_process.choose(key!("lost-way-new"))?;
    writes(&mut in_process, &key)?;
    ensure!(ours.opened()?.identity().carried(&state(&key)?.fingerprints) == Carried::All);
    Ok(key)
}

/// By the reset code from the backup.
pub(super) fn forgotten(ours: &Ours, key: &VirtualNitrokey) -> Result<()> {
    let mut in_process = ours.home()?;
    in_process.plug(key)?;
    in_process.choose(key!("forgotten"))?;
    in_process.presses_until_at(Enter, "forgotten-from")?;
    in_process.choose(key!("forgotten-from-backup"))?;
    ours.open(&mut in_process, "forgotten-back")?;
    in_process.at("forgotten-by")?;
    in_process.key(Enter)?;
    in_process.at("forgotten-new")?;
    in_process.choose(key!("forgotten-new-typed"))?;
    twice(&mut in_process, "271828")?;
    in_process.presses_until_at(Enter, "forgotten-done")?;
    in_process.unplug(key)?;
    key.plug();
    let (bus, serial) = (VirtualBus::with(&[key]), fixtures::serial(key));
    let opened = coldspare::ceremony::Ready::from(ours.opened()?);
    let proof = opened.prove_spare(&bus, serial, &"271828".into(), &mut |_| ());
    key.unplug();
    proof.map(drop).context("the new PIN does not open it")
}

/// One more, which was not planned or came later.
pub(super) fn another(ours: &Ours) -> Result<()> {
    let (key, mut in_process) = (blank(SERIALS[1])?, ours.home()?);
    in_process.choose(key!("another"))?;
    ours.open(&mut in_process, "another-back")?;
    in_process.at("another-role")?;
    in_process.key(Enter)?;
    writes(&mut in_process, &key)?;
    ensure!(ours.opened()?.identity().carried(&state(&key)?.fingerprints) == Carried::All);
    Ok(())
}

/// Keys come to a file, under a passphrase.
pub(super) fn without(ours: &Ours) -> Result<()> {
    let mut in_process = ours.home()?;
    in_process.choose(key!("without"))?;
    ours.open(&mut in_process, "lost-back")?;
    in_process.at("lost-way")?;
    in_process.choose(key!("lost-way-export"))?;
    in_process.at("lost-export")?;
    in_process.key(Enter)?;
    in_process.at("lost-passphrase")?;
    twice(&mut in_process, PASSPHRASE)?;
    let stick = to_stick(&mut in_process, "lost-stick", "lost-exported")?;
    let cert = Cert::from_bytes(&fs::read(folder(&stick)?.join("secret-key.asc"))?)?;
    ensure!(cert.is_tsk() && cert.fingerprint().to_hex() == ours.opened()?.identity().fingerprint());
    Ok(())
}

/// A certificate comes to a stick.
pub(super) fn revoke(ours: &Ours) -> Result<()> {
    let mut in_process = ours.home()?;
    in_process.choose(key!("revoke"))?;
    ours.open(&mut in_process, "lost-back")?;
    in_process.at("revoke-why")?;
    in_process.key(Enter)?;
    let stick = to_stick(&mut in_process, "revoke-stick", "revoke-done")?;
    let cert = Cert::from_bytes(&fs::read(folder(&stick)?.join("public-key-revoked.asc"))?)?;
    ensure!(cert.primary_key().self_revocations().next().is_some(), "it is not revoked");
    ensure!(cert.fingerprint().to_hex() == ours.opened()?.identity().fingerprint());
    Ok(())
}

/// New subkeys for the same cards; the Nitrokey that is there stays as it is, and another one is written.
pub(super) fn stolen(ours: &Ours, spare: &VirtualNitrokey) -> Result<()> {
    let (key, mut in_process) = (blank(SERIALS[2])?, ours.home()?);
    let before = ours.opened()?;
    in_process.plug(spare)?;
    in_process.choose(key!("stolen"))?;
    ours.open(&mut in_process, "stolen-back")?;
    in_process.presses_until_at(Enter, "new-sheets")?;
    in_process.choose(key!("new-sheets-no"))?;
    in_process.presses_until_at(Enter, "renew-bundle")?;
    let stick = match ours.from {
        From::Stick => in_process.app().context().plugged[0].open()?.root().to_owned(),
        From::Sheet => in_process.plug_stick("NEW")?,
    };
    in_process.presses_until_at(Enter, "write")?;
    writes(&mut in_process, &key)?;
    let now = ours.opened_on(&stick)?;
    let carried = |key| anyhow::Ok(now.identity().carried(&state(key)?.fingerprints));
    ensure!(carried(&key)? == Carried::All, "it has not the new subkeys");
    in_process.unplug(spare)?;
    ensure!(carried(spare)? != Carried::All, "the old ones are those in use");
    let number = |opened: &coldspare::ceremony::Rehearsed| {
        opened.made().sealing().map(|inside| (inside.set, inside.number))
    };
    let (was, is) = (number(&before).context("no sealing")?, number(&now).context("no sealing")?);
    ensure!(is == (was.0, was.1 + 1), "{was:?}, {is:?}");
    ensure!(now.identity().fingerprint() == before.identity().fingerprint());
    in_process.presses_until_at(Enter, "stolen-today")
}
