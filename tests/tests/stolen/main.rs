//! The day after a theft, below the screens: k cards and the sealed backup make new subkeys for old ones, seal them for the
//! same cards, and write them. What was stolen is of no use for anything new, and old mail is read.

#![allow(clippy::unwrap_used, clippy::panic)]

mod cuts;
mod exported;
mod gnupg;
mod others;
mod ours;
mod thief;

use std::time::SystemTime;

use anyhow::{Result, ensure};
use coldspare::ceremony::{CeremonyError, Change};
use coldspare::openpgp::{Carried, OpenPgpError, Reason, ssh_public_key};
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa4096};
use coldspare::plan::{PrimaryKey, Role, Slot};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::{VirtualBus, fixtures};
use secrecy::ExposeSecret;
use virtual_nitrokey::Model::Nitrokey3;

use ours::{From, Ours, prints, renewed};

/// From theft to Nitrokeys that are written and proven, and what GnuPG makes of all of it.
fn stolen(ours: &Ours, from: From, reason: Reason) -> Result<()> {
    let mut old = ours.opened(from)?;
    let before = old.identity().clone();
    let [stolen, primary, spare] = [1, 2, 3].map(|number| fixtures::key(Nitrokey3, 0x0A0B_0C00 + number));
    let (stolen, primary, spare) = (stolen?, primary?, spare?);
    let bus = VirtualBus::with(&[&stolen, &primary, &spare]);
    let pins = old.pins(&Role::Primary, Some(&"161803".into()))?;
    let serial = fixtures::serial(&stolen);
    fixtures::flash_and_prove(&mut old, &bus, serial, &Role::Primary, &pins, &mut |_| ())?;

    let mut new = renewed(old.made(), reason)?;
    let after = new.rehearsed.identity().clone();
    ensure!(after.fingerprint() == before.fingerprint() && after.user_ids() == before.user_ids());
    ensure!(prints(&before).iter().all(|key| !prints(&after).contains(key) && after.kept().contains(key)));
    ensure!(ssh_public_key(&after)? != ssh_public_key(&before)?, "another login");
    let (sealed, opened) = (new.sealed.manifest(), old.made());
    ensure!(opened.sealing().is_some_and(|inside| sealed.set == inside.set), "trustees keep their cards");
    ensure!(opened.sealing().is_some_and(|inside| sealed.sealing == inside.number + 1));
    for (key, role) in [(&primary, Role::Primary), (&spare, Role::SPARE)] {
        let pins = new.rehearsed.pins(&role, None)?;
        let serial = fixtures::serial(key);
        fixtures::flash_and_prove(&mut new.rehearsed, &bus, serial, &role, &pins, &mut |_| ())?;
        let info = fixtures::info(&bus, serial)?;
        ensure!(after.carried(&info.fingerprints) == Carried::All);
        // Of what the thief may know, nothing opens it.
        let known = old.pins(&role, Some(&"161803".into()))?;
        let word = |pins: &coldspare::pins::Pins| {
            [&pins.user, &pins.admin, &pins.reset_code].map(|pin| pin.expose_secret().to_owned())
        };
        ensure!(word(&known).iter().zip(word(&pins)).all(|(old, new)| *old != new));
    }
    // Whoever finds the stolen one again is told that it has old subkeys.
    let info = fixtures::info(&bus, serial)?;
    ensure!(after.carried(&info.fingerprints) == Carried::Some);
    ensure!(new.rehearsed.prove_spare(&bus, serial, &pins.user, &mut |_| ()).is_err());

    // Other cards than those that have opened the old one.
    let again = new.opened(ours)?;
    ensure!(again.made().contradicted().is_none() && prints(again.identity()) == prints(&after));
    gnupg::refuses_what_was_stolen_and_reads_old_mail(&before, &again)
}

fn made(algorithm: Algorithm) -> Result<Ours> {
    Ours::made(fixtures::made(fixtures::plan(algorithm, 2, 3)?)?)
}

/// A key of GnuPG's that was brought along.
fn brought(primary: &str, subkeys: &[[&str; 2]], kind: PrimaryKey) -> Result<Ours> {
    let (_, exported) = GnuPg::new()?.generate(["ed25519", primary], subkeys, None)?;
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = kind;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    Ours::made(fixtures::bring(plan, &inventory)?)
}

#[test]
fn whose_pin_may_be_known_gets_new_subkeys_for_compromised_ones() -> Result<()> {
    stolen(&made(Curve25519)?, From::Stick, Reason::Compromised)
}

#[test]
fn whose_pin_nobody_knows_gets_new_subkeys_for_superseded_ones() -> Result<()> {
    stolen(&made(Curve25519)?, From::Stick, Reason::Superseded)
}

#[test]
fn with_p_256_and_from_the_sheet_alone() -> Result<()> {
    stolen(&made(NistP256)?, From::Sheet, Reason::Compromised)
}

#[test]
fn with_rsa_4096() -> Result<()> {
    stolen(&made(Rsa4096)?, From::Stick, Reason::Superseded)
}

#[test]
fn with_a_key_of_gnupgs_that_was_brought() -> Result<()> {
    let subkeys = [["ed25519", "sign"], ["cv25519", "encr"], ["ed25519", "auth"]];
    stolen(&brought("cert", &subkeys, PrimaryKey::Offline)?, From::Sheet, Reason::Compromised)
}

#[test]
fn with_a_backup_of_version_1() -> Result<()> {
    for from in [From::Stick, From::Sheet] {
        stolen(&Ours::golden("curve25519")?, from, Reason::Compromised)?;
    }
    Ok(())
}

/// Then another subkey helps nobody, and nothing is changed.
#[test]
fn whose_primary_key_is_on_it_is_told_that_new_subkeys_help_nobody() -> Result<()> {
    let signs = brought("sign,cert", &[["cv25519", "encr"]], PrimaryKey::SignatureSlot)?;
    for ours in [signs, Ours::golden("rsa2048")?] {
        let opened = ours.opened(From::Stick)?;
        ensure!(opened.identity().slot_of_primary() == Some(Slot::Signature));
        let (mut made, before) = (opened.made().clone(), prints(opened.identity()));
        let refused = made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now());
        let is = |error: &CeremonyError| {
            matches!(error, CeremonyError::OpenPgp(OpenPgpError::PrimaryInSlot { slot: Slot::Signature, .. }))
        };
        ensure!(refused.as_ref().is_err_and(is), "{refused:?}");
        ensure!(prints(made.identity()) == before, "nothing has changed");
    }
    Ok(())
}
