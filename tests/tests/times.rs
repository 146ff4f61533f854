//! What was sealed once opens for ever: whatever the clock says, and whatever has become of the key's algorithms
//! meanwhile. The whole way from a bundle and cards to a proven Nitrokey, in years to come and in years gone by.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BackupKey, CardHash, Contents, Manifest, Share, bundle, seal, split};
use coldspare::ceremony::{Recovery, bundles};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{
    Fault, Identity, OpenPgpError, inventory, make, read_public, read_signed, sign_cleartext,
};
use coldspare::pins::{KeyPins, Pins};
use coldspare::plan::{Algorithm, Expiry, Plan, PrimaryKey, Role, Slot};
use coldspare_tests::VirtualBus;
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Enter};
use virtual_nitrokey::Model;
use zeroize::Zeroizing;

/// Where the test that runs at another time finds its stick.
const STICK: &str = "COLDSPARE_STICK_OF_ANOTHER_TIME";

fn plan() -> Plan {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    plan.expiry = Expiry::Years(1);
    plan
}

/// Writes a bundle, and its cards beside it, for any secret key there is.
fn sealed_on(stick: &Path, secret_key: &[u8], at: SystemTime) -> Result<()> {
    let identity = Identity::from_secret_key(secret_key, None, PrimaryKey::Offline)?;
    let plan = plan();
    let pins = KeyPins {
        role: Role::Primary,
        serial: None,
        pins: Pins { user: Some("123456".into()), admin: "12345678".into(), reset_code: "23456789".into() },
    };
    let contents = Contents {
        secret_key: Zeroizing::new(secret_key.to_vec()),
        revocations: Vec::new(),
        pins: vec![pins],
        plan: plan.clone(),
        vault: Vec::new(),
        sealing: None,
        copies: Vec::new(),
        others: Vec::new(),
    };
    let key = BackupKey::generate()?;
    let (sealed, shares) = (seal(&contents, &key)?, split(&key, plan.quorum));
    let manifest = Manifest {
        before: Vec::new(),
        sealing: 1,
        moment: at.into(),
        program: "0.1.0".into(),
        fingerprint: identity.fingerprint(),
        user_ids: identity.user_ids(),
        algorithm: identity.algorithm(),
        sealed_backup_sha256: openssl::sha::sha256(&sealed),
        set: key.set(),
        quorum: plan.quorum,
        cards: shares.iter().map(|s| CardHash { x: s.x, sha256: s.hash() }).collect(),
    };
    let folder = stick.join(bundle::folder(&manifest.fingerprint));
    fs::create_dir(&folder)?;
    fs::write(folder.join(bundle::PUBLIC_KEY), identity.public_armored()?)?;
    fs::write(folder.join(bundle::SEALED_BACKUP), sealed)?;
    let signed = sign_cleartext(&identity, &manifest.to_toml(), at)?;
    fs::write(folder.join(bundle::MANIFEST), signed)?;
    let lines: String = shares.iter().map(|share| format!("{}\n", *share.to_text())).collect();
    Ok(fs::write(stick.join("cards.txt"), lines)?)
}

/// What happens at the other time.
fn recover(stick: &Path) -> Result<Recovery> {
    let mounted = Mounted::at(stick);
    let folder = bundles(&mounted)?.pop().context("no bundle")?;
    let mut recovery = Recovery::from_bundle(&mounted, &folder)?;
    for line in fs::read_to_string(stick.join("cards.txt"))?.lines().take(2) {
        recovery.add(Share::parse(line)?)?;
    }
    let mut recovered = recovery.recover()?;
    let key = fixtures::key(Model::Nitrokey3, 1)?;
    let bus = VirtualBus::with(&[&key]);
    let pins = recovered.pins(&Role::Primary, None)?;
    fixtures::flash_and_prove(
        &mut recovered,
        &bus,
        fixtures::serial(&key),
        &Role::Primary,
        &pins,
        &mut |_| (),
    )?;
    Ok(recovery)
}

/// Run by the tests below, with another clock; by itself it does nothing.
#[test]
fn at_another_time() -> Result<()> {
    let Some(stick) = std::env::var_os(STICK) else { return Ok(()) };
    let recovery = recover(Path::new(&stick))?;
    match recovery.not_yet() {
        Some(OpenPgpError::NotYet { made, clock }) => println!("made {made}, the clock says {clock}"),
        _ => println!("in time"),
    }
    Ok(())
}

/// What that test says on this day.
fn at(day: &str, stick: &Path) -> Result<String> {
    let mut command = Command::new("faketime");
    command.arg(format!("{day} 12:00:00")).arg(std::env::current_exe()?);
    let output = command.args(["--exact", "at_another_time", "--nocapture"]).env(STICK, stick).output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(output.status.success(), "{day}: {said}{}", String::from_utf8_lossy(&output.stderr));
    Ok(said)
}

const YEARS_TO_COME: [&str; 3] = ["2030-06-01", "2050-06-01", "2105-06-01"];

fn opens_for_ever(secret_key: &[u8]) -> Result<()> {
    let stick = tempfile::tempdir()?;
    sealed_on(stick.path(), secret_key, SystemTime::now())?;
    for day in YEARS_TO_COME {
        let said = at(day, stick.path())?;
        ensure!(said.contains("in time"), "{day}: {said}");
    }
    Ok(())
}

/// A key of GnuPG's, of this primary key, with subkeys that a Nitrokey takes.
fn of_gnupg(primary: &str, more: &[[&str; 2]]) -> Result<Vec<u8>> {
    let gnupg = GnuPg::new()?;
    let subkeys = [["cv25519", "encr"], ["ed25519", "sign"], ["ed25519", "auth"]];
    Ok(gnupg.generate([primary, "cert"], &[more, &subkeys].concat(), None)?.1)
}

#[test]
fn a_key_that_was_made_here_opens_for_ever_though_it_has_expired() -> Result<()> {
    opens_for_ever(&make(&plan(), SystemTime::now())?.secret_armored()?)
}

/// From 2030 on, the library refuses DSA.
#[test]
fn a_key_with_dsa_opens_for_ever() -> Result<()> {
    opens_for_ever(&of_gnupg("dsa2048", &[])?)
}

/// Refused since 2014 and 2025.
#[test]
fn a_key_with_short_rsa_and_elgamal_opens_for_ever() -> Result<()> {
    opens_for_ever(&of_gnupg("rsa1024", &[["elg2048", "encr"]])?)
}

/// Refused since 2023.
#[test]
fn a_key_with_signatures_by_sha_1_opens_for_ever() -> Result<()> {
    let gnupg = GnuPg::new()?;
    let settings = gnupg.home().join("gpg.conf");
    fs::write(&settings, "cert-digest-algo SHA1\n")?;
    let subkeys = [["cv25519", "encr"], ["ed25519", "auth"]];
    let (print, _) = gnupg.generate(["rsa2048", "cert"], &subkeys, None)?;
    // For a subkey that signs, GnuPG itself no longer does it.
    fs::write(&settings, "")?;
    let gpg = |command: &[&str]| {
        let options = ["--pinentry-mode", "loopback", "--passphrase-fd", "0"];
        gnupg.gpg(&[&options[..], command].concat(), b"")
    };
    gpg(&["--quick-add-key", &print, "ed25519", "sign", "never"])?;
    let exported = gpg(&["--armor", "--export-secret-keys", &print])?;
    let brought = inventory(&exported, None, SystemTime::now())?;
    ensure!(
        brought.parts().iter().any(|part| part.faults.contains(&Fault::Hash)),
        "nothing is wrong with it"
    );
    opens_for_ever(&exported)
}

#[test]
fn a_clock_that_is_behind_is_told_and_keeps_nobody_from_a_recovery() -> Result<()> {
    let stick = tempfile::tempdir()?;
    sealed_on(stick.path(), &make(&plan(), SystemTime::now())?.secret_armored()?, SystemTime::now())?;
    for day in ["1980-01-01", "1999-06-01", "2026-01-01"] {
        let said = at(day, stick.path())?;
        ensure!(said.contains(&format!("the clock says {day}")), "{day}: {said}");
    }
    Ok(())
}

#[test]
fn the_screen_tells_of_a_clock_that_is_behind_and_goes_on_when_asked_again() -> Result<()> {
    let stick = tempfile::tempdir()?;
    let next_year = SystemTime::now() + std::time::Duration::from_secs(400 * 86_400);
    sealed_on(stick.path(), &make(&plan(), next_year)?.secret_armored()?, next_year)?;
    let folder = bundles(&Mounted::at(stick.path()))?.pop().context("no bundle")?;
    let mut in_process = InProcess::start(80, 25)?;
    in_process.each(&[Enter, Enter, Enter, Char('9'), Enter])?;
    if !in_process.screen().contains("The stick with the backup") {
        // The date comes first.
        in_process.key(Enter)?;
    }
    in_process.plug_stick_with("BACKUP", &[&stick.path().join(&folder)])?;
    in_process.wait_for(&folder)?;
    in_process.key(Enter)?;
    in_process.wait_for("most likely the clock is")?;
    in_process.key(Enter)?;
    in_process.wait_for("Of set")
}

#[test]
fn a_manifest_of_tomorrow_says_that_the_clock_is_the_likely_reason() -> Result<()> {
    let (now, day) = (SystemTime::now(), std::time::Duration::from_secs(86_400));
    let identity = make(&plan(), now)?;
    let cert = read_public(&identity.public_armored()?)?;
    let signed = read_signed(&cert, &sign_cleartext(&identity, "text", now + 400 * day)?)?;
    let told = fixtures::message(&signed.not_yet(now).context("nothing is told")?);
    ensure!(told.contains("the clock is behind") && !told.contains("another copy"), "{told}");
    // A clock may be in another time zone.
    for near in [now + 399 * day, now + 400 * day, now + 800 * day] {
        ensure!(signed.not_yet(near).is_none());
    }
    Ok(())
}

#[test]
fn a_key_of_next_year_says_at_import_that_the_clock_is_the_likely_reason() -> Result<()> {
    let now = SystemTime::now();
    let next_year = now + std::time::Duration::from_secs(400 * 86_400);
    let exported = make(&plan(), next_year)?.secret_armored()?;
    let told = fixtures::message(&fixtures::import(&exported, None, &plan(), now).unwrap_err());
    ensure!(told.contains("the clock is behind"), "{told}");
    Ok(())
}

/// A recovery must not choose by another day's rules than the import did.
#[test]
fn which_imported_key_goes_into_which_slot_is_sealed_with_it() -> Result<()> {
    let exported = make(&plan(), SystemTime::now())?.secret_armored()?;
    let made = fixtures::bring(plan(), &inventory(&exported, None, SystemTime::now())?)?;
    let slots = made.plan().slots.clone().context("it chose nothing")?;
    for slot in Slot::ALL {
        let print = made.identity().slot_fingerprint(slot).to_hex();
        assert_eq!(slots.of(slot), Some(print.as_str()));
    }
    fixtures::seal(&made)?;
    Ok(())
}
