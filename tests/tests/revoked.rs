//! The whole identity is ended by what the program writes to a stick: for GnuPG 2.2 and 2.4, whatever it was made with.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use coldspare::ceremony::{Change, Made, Rehearsed};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{Reason, read_public};
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa2048};
use coldspare::plan::{Expiry, PrimaryKey};
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;

/// Sealed for new cards, rehearsed, and opened once more.
fn opened(made: Made) -> Result<Rehearsed> {
    let stick = tempfile::tempdir()?;
    Ok(fixtures::prepare_made(made, stick.path())?.rehearsed)
}

/// What was written to a stick: the folder, the certificate, and what is said beside it.
fn written(opened: &Rehearsed, reason: Reason, now: SystemTime) -> Result<(String, Vec<u8>, String)> {
    let stick = tempfile::tempdir()?;
    let folder = opened.revoke(&Mounted::at(stick.path()), reason, now)?;
    let names: Vec<_> = fs::read_dir(stick.path())?.map(|entry| entry.unwrap().file_name()).collect();
    ensure!(names == [folder.as_str()], "nothing else is on the stick: {names:?}");
    let path = stick.path().join(&folder);
    ensure!(fs::read_dir(&path)?.count() == 2, "the certificate, and what to do with it");
    let certificate = fs::read(path.join("public-key-revoked.asc"))?;
    Ok((folder, certificate, fs::read_to_string(path.join("README.txt"))?))
}

/// What GnuPG says of the primary key: its validity.
fn validity(gnupg: &GnuPg, fingerprint: &str) -> Result<String> {
    let list = String::from_utf8(gnupg.gpg(&["--with-colons", "--list-keys", fingerprint], b"")?)?;
    let primary = list.lines().find(|line| line.starts_with("pub:")).context("no key")?;
    Ok(primary.split(':').nth(1).context("no validity")?.into())
}

/// Whoever has the key as it was takes the certificate in: nothing is encrypted to it any more, and it is called revoked.
fn ends(opened: &Rehearsed, reason: Reason, now: SystemTime) -> Result<()> {
    let identity = opened.identity();
    let fingerprint = identity.fingerprint();
    let (folder, certificate, readme) = written(opened, reason, now)?;
    assert_eq!(folder, format!("revoked-{}", &fingerprint[32..]));
    assert!(
        readme.contains(&fingerprint) && readme.contains("gpg --import public-key-revoked.asc"),
        "{readme}"
    );
    assert!(!String::from_utf8_lossy(&certificate).contains("PRIVATE"), "no secret is in it");
    assert_eq!(read_public(&certificate)?.fingerprint().to_hex(), fingerprint);
    for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
        gnupg.import(&identity.public_armored()?)?;
        gnupg.trust(&fingerprint)?;
        gnupg.encrypt(&fingerprint, b"before")?;
        assert_ne!(validity(&gnupg, &fingerprint)?, "r");
        gnupg.import(&certificate)?;
        assert_eq!(validity(&gnupg, &fingerprint)?, "r", "{reason:?}");
        assert!(
            gnupg.encrypt(&fingerprint, b"after").is_err(),
            "nothing is encrypted to it any more: {reason:?}"
        );
        // What is brought in again as it was changes nothing.
        gnupg.import(&identity.public_armored()?)?;
        assert_eq!(validity(&gnupg, &fingerprint)?, "r", "{reason:?}");
    }
    Ok(())
}

fn made(algorithm: Algorithm) -> Result<Made> {
    Ok(fixtures::made(fixtures::plan(algorithm, 2, 3)?)?)
}

#[test]
fn every_reason_ends_the_identity_for_gnupg() -> Result<()> {
    let opened = opened(made(Curve25519)?)?;
    Reason::ALL.into_iter().try_for_each(|reason| ends(&opened, reason, SystemTime::now()))
}

#[test]
fn every_kind_of_key_is_ended() -> Result<()> {
    for algorithm in [NistP256, Rsa2048] {
        ends(&opened(made(algorithm)?)?, Reason::Compromised, SystemTime::now())?;
    }
    let (_, exported) = GnuPg::new()?.generate(["ed25519", "sign,cert"], &[["cv25519", "encr"]], None)?;
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = PrimaryKey::Offline;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    ends(&opened(fixtures::bring(plan, &inventory)?)?, Reason::Superseded, SystemTime::now())
}

/// The ready-made certificates in the backup are of the day on which it was sealed, and a later signature overtakes some;
/// this one is of today, and a clock that is behind makes it no older than the newest signature.
#[test]
fn a_key_that_was_prolonged_is_ended_by_any_reason_also_with_a_clock_that_is_behind() -> Result<()> {
    let mut made = made(Curve25519)?;
    let tomorrow = SystemTime::now() + Duration::from_secs(60);
    made.change(&Change::Expiry(Expiry::Years(3)), tomorrow)?;
    let opened = opened(made)?;
    let behind = SystemTime::now() - Duration::from_secs(86_400);
    for reason in [Reason::Retired, Reason::Superseded] {
        let (_, certificate, _) = written(&opened, reason, behind)?;
        let revocation = read_public(&certificate)?;
        let policy = sequoia_openpgp::policy::StandardPolicy::new();
        let status = revocation.revocation_status(&policy, tomorrow + Duration::from_secs(1));
        assert!(matches!(status, sequoia_openpgp::types::RevocationStatus::Revoked(_)), "{status:?}");
    }
    Ok(())
}
