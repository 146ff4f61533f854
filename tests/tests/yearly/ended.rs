//! Subkeys that have expired, keys that were revoked: what is said of Nitrokeys and sticks then.

use std::fs;
use std::time::SystemTime;

use anyhow::{Result, ensure};
use coldspare::ceremony::{Made, Recovery};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::Reason;
use coldspare::plan::Algorithm::Curve25519;
use ratatui::crossterm::event::KeyCode::Enter;
use sequoia_openpgp::Cert;
use sequoia_openpgp::cert::KeyBuilder;
use sequoia_openpgp::parse::Parse as _;
use sequoia_openpgp::policy::StandardPolicy;
use sequoia_openpgp::serialize::SerializeInto as _;
use sequoia_openpgp::types::KeyFlags;
use tempfile::TempDir;

use super::owner::{A_DAY, Owner, copy, lasts, opened, owner};
use super::printed::{has, report};
use super::way::{choose_nitrokey, go_on, home, proves_one, to_nitrokeys, to_nitrokeys_with, to_sticks};

/// The owner's keys, with their secrets.
fn made(owner: &Owner) -> Result<Made> {
    let recovery = Recovery::from_bundle(&Mounted::at(owner.stick.path()), &owner.folder)?;
    Ok(opened(recovery, &owner.shares)?.made().clone())
}

/// The owner's folder, with another public key in it.
fn with_public_key(owner: &Owner, public_key: &[u8]) -> Result<TempDir> {
    let drawer = tempfile::tempdir()?;
    let folder = drawer.path().join(&owner.folder);
    copy(&owner.stick.path().join(&owner.folder), &folder)?;
    fs::write(folder.join("public-key.asc"), public_key)?;
    Ok(drawer)
}

/// Prolonged where the primary key is, with new subkeys; the old ones have expired.
fn with_newer_subkeys(made: &Made) -> Result<Vec<u8>> {
    let (policy, cert) = (StandardPolicy::new(), Cert::from_bytes(&made.identity().secret_armored()?)?);
    let mut primary = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let before = SystemTime::now() - A_DAY * 100;
    let prolonged =
        cert.set_expiration_time(&policy, before, &mut primary, Some(SystemTime::now() + A_DAY * 800))?;
    let mut cert = cert.insert_packets(prolonged)?.0;
    for flags in [
        KeyFlags::empty().set_signing(),
        KeyFlags::empty().set_transport_encryption(),
        KeyFlags::empty().set_authentication(),
    ] {
        let subkey = KeyBuilder::new(flags).subkey(cert.with_policy(&policy, None)?)?;
        let more = subkey.attach_cert()?;
        cert = more;
    }
    cert.strip_secret_key_material().armored().to_vec()
}

/// They sign and decrypt as ever, and nobody takes them any more: others are in use.
#[test]
fn a_nitrokey_with_subkeys_that_expired_beside_newer_ones_is_not_called_good() -> Result<()> {
    let owner = lasts(0)?;
    let drawer = with_public_key(&owner, &with_newer_subkeys(&made(&owner)?)?)?;
    let mut in_process = home()?;
    to_nitrokeys_with(&mut in_process, &drawer.path().join(&owner.folder))?;
    in_process.plug(&owner.keys[1])?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("write it anew")?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["not the keys in use"])?;
    has(&report, "Good", &["The keys last until"])
}

/// If there are no newer ones, these are the keys in use: that they have expired is said of them all.
#[test]
fn a_nitrokey_with_subkeys_that_expired_alone_is_proven() -> Result<()> {
    let owner = lasts(0)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    proves_one(&mut in_process, &owner.keys[1], &owner.user)?;
    in_process.key(Enter)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["spare, 000F"])?;
    has(&report, "To be put right", &["The keys expired on"])
}

/// The owner has revoked everything, and published it.
#[test]
fn keys_that_were_revoked_are_told_and_nothing_offers_to_prolong_them() -> Result<()> {
    let owner = lasts(200)?;
    let made = made(&owner)?;
    let revoked = coldspare::openpgp::revoked(made.identity(), Reason::Superseded, SystemTime::now())?;
    let drawer = with_public_key(&owner, &revoked)?;
    let mut in_process = home()?;
    to_nitrokeys_with(&mut in_process, &drawer.path().join(&owner.folder))?;
    // It is as good as ever for what was encrypted to it.
    proves_one(&mut in_process, &owner.keys[1], &owner.user)?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.wait_for("! The keys were revoked on")?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["The keys were revoked on", "there is a newer one", "Set up keys"])?;
    ensure!(!report.contains("The keys expire on"), "{report}");
    in_process.presses_until_at(Enter, "yearly-end")?;
    ensure!(!in_process.shows("Prolong the keys now"), "{}", in_process.screen());
    Ok(())
}

/// Another stick has the same backup, and its public key was revoked: only the key itself can do that.
#[test]
fn a_stick_on_which_the_public_key_was_revoked_is_told() -> Result<()> {
    let owner = owner(Curve25519)?;
    let made = made(&owner)?;
    let revoked = coldspare::openpgp::revoked(made.identity(), Reason::Compromised, SystemTime::now())?;
    let drawer = with_public_key(&owner, &revoked)?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.plug_stick_with("REVOKED", &[&drawer.path().join(&owner.folder)])?;
    in_process.wait_for("Stick REVOKED: the public key on it was revoked")?;
    has(&report(&mut in_process)?, "To be put right", &["Stick REVOKED: the public key on it was revoked"])
}
