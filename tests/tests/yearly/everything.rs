//! With all that there is, everything is good: for each algorithm, an imported key and a backup of version 1.

use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::words;
use coldspare::ceremony::Did;
use coldspare::key;
use coldspare::plan::Algorithm::{Curve25519, NistP256, Rsa4096};
use coldspare::plan::PrimaryKey;
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use ratatui::crossterm::event::KeyCode::Enter;
use virtual_nitrokey::VirtualNitrokey;

use super::owner::{Owner, SERIALS, golden, owner, owner_of};
use super::printed::{has, part, report};
use super::way::{cards, home, proves, recovers, to_sticks};

/// Everything is here: sticks, all cards, spare and primary.
fn everything(owner: &Owner) -> Result<()> {
    let mut in_process = home()?;
    to_sticks(&mut in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.plug_stick_with("SECOND", &[&owner.stick.path().join(&owner.folder)])?;
    in_process.wait_for("Stick SECOND")?;
    in_process.key(Enter)?;
    cards(&mut in_process, &owner.shares)?;
    recovers(&mut in_process)?;
    for (key, role) in owner.keys.iter().rev().zip(["spare", "primary"]) {
        in_process.plug(key)?;
        let signed = signatures(key)?;
        proves(&mut in_process, &owner.user)?;
        in_process.wait_for("Which one is it?")?;
        in_process.choose(if role == "spare" {
            key!("name-role-spare")
        } else {
            key!("name-role-primary")
        })?;
        ensure!(signatures(key)? == signed + 1, "it did not sign once");
        in_process.unplug(key)?;
    }
    let report = report(&mut in_process)?;
    let serials = SERIALS.map(|serial| format!("{serial:08X}"));
    let all = owner.shares.len();
    has(
        &report,
        "Good",
        &[
            "Stick BACKUP",
            "Stick SECOND",
            "Card 1 of",
            &format!("Card {all} of"),
            "opened the sealed backup",
            "The clock:",
            "This image: Coldspare",
            &serials[0],
            &serials[1],
        ],
    )?;
    has(&report, "Not checked", &["newer image", "PIN slips", "FIDO2"])?;
    ensure!(!part(&report, "Not checked")?.contains("Card"), "{report}");
    ensure!(!part(&report, "Not checked")?.contains("The spare"), "{report}");
    for share in &owner.shares {
        ensure!(words(&share.y).windows(2).all(|two| !report.contains(&two.join(" "))), "a card's words");
    }
    ensure!(!report.contains(&owner.user), "a PIN");
    let did = in_process.app().context().journal.entries();
    ensure!(did.iter().any(|entry| matches!(entry.did, Did::YearlyReport { .. })), "{did:?}");
    let proven = |key: &VirtualNitrokey| {
        let is_it = |did| matches!(did, Did::Proven { serial, .. } if serial == fixtures::serial(key));
        did.iter().any(|entry| is_it(entry.did))
    };
    ensure!(owner.keys.iter().all(proven), "{did:?}");
    Ok(())
}

/// How many signatures a Nitrokey has made (7A, OpenPGP card 3.4 § 4.4.1).
fn signatures(key: &VirtualNitrokey) -> Result<u32> {
    key.transmit(&[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0])?;
    let said = key.transmit(&[0, 0xCA, 0, 0x7A, 0])?;
    let at = said.windows(2).position(|tag| tag == [0x93, 3]).context("no counter")? + 2;
    Ok(u32::from_be_bytes([0, said[at], said[at + 1], said[at + 2]]))
}

#[test]
fn with_all_that_there_is_everything_is_good_for_curve_25519() -> Result<()> {
    everything(&owner(Curve25519)?)
}

#[test]
fn with_all_that_there_is_everything_is_good_for_rsa_4096() -> Result<()> {
    everything(&owner(Rsa4096)?)
}

#[test]
fn with_all_that_there_is_everything_is_good_for_p_256() -> Result<()> {
    everything(&owner(NistP256)?)
}

/// The primary key is in the signature slot, as GnuPG made it.
#[test]
fn with_an_imported_key_of_gnupg_everything_is_good() -> Result<()> {
    let (_, exported) = GnuPg::new()?.generate(["ed25519", "sign,cert"], &[["cv25519", "encr"]], None)?;
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = PrimaryKey::SignatureSlot;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    everything(&owner_of(fixtures::bring(plan, &inventory)?)?)
}

#[test]
fn a_backup_of_version_1_is_good() -> Result<()> {
    everything(&golden()?)
}
