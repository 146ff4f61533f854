//! Where no Nitrokey is left, the old subkeys alone come into a file, for as long as servers and disks know only them. The
//! primary key does not: with it whoever gets the file could make new ones, as the owner can.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{Reason, Subkeys};
use coldspare::plan::Algorithm::{Curve25519, NistP256, Rsa2048};
use coldspare_tests::gnupg::GnuPg;
use secrecy::SecretString;
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;

use super::made;
use super::ours::{From, prints, renewed};

#[test]
fn gnupg_uses_the_exported_subkeys_and_the_primary_key_is_not_there() -> Result<()> {
    for algorithm in [Curve25519, NistP256, Rsa2048] {
        let opened = made(algorithm)?.opened(From::Stick)?;
        let (identity, passphrase) = (opened.identity(), SecretString::from("six random words or more"));
        let stick = tempfile::tempdir()?;
        let folder = stick.path().join(opened.export_subkeys(
            &Mounted::at(stick.path()),
            &passphrase,
            Subkeys::All,
        )?);
        let file = fs::read(folder.join("secret-key.asc"))?;
        let cert = Cert::from_bytes(&file)?;
        let with_secrets = cert.keys().secret().filter(|key| !is_stub(key.key())).count();
        ensure!(with_secrets == 3, "{with_secrets} secrets are in it");
        for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
            gnupg.import(&identity.public_armored()?)?;
            gnupg.trust(&identity.fingerprint())?;
            let mail = gnupg.encrypt(&identity.fingerprint(), b"old mail")?;
            gnupg.types(&passphrase)?;
            gnupg.import(&file)?;
            let list = String::from_utf8(gnupg.gpg(&["--with-colons", "--list-secret-keys"], b"")?)?;
            let primary = list.lines().find(|line| line.starts_with("sec:")).context("no key")?;
            ensure!(primary.split(':').nth(14) == Some("#"), "the primary key is there: {list}");
            ensure!(gnupg.decrypt(&mail)? == b"old mail");
            let signature = gnupg.sign(&identity.fingerprint(), b"text")?;
            ensure!(gnupg.verify(&signature, b"text")?[0] == prints(identity)[0]);
            // Nobody makes other subkeys with it.
            let adds = ["--batch", "--quick-add-key", &identity.fingerprint(), "rsa2048", "sign", "2y"];
            ensure!(gnupg.gpg(&adds, b"").is_err());
        }
    }
    Ok(())
}

/// Once new ones are on the Nitrokeys, these are in no file.
#[test]
fn of_subkeys_that_were_replaced_the_old_ones_alone_are_exported() -> Result<()> {
    for algorithm in [Curve25519, NistP256, Rsa2048] {
        let old = made(algorithm)?.opened(From::Stick)?;
        let new = renewed(old.made(), Reason::Compromised)?;
        let stick = tempfile::tempdir()?;
        let (ready, mounted) = (&new.rehearsed, Mounted::at(stick.path()));
        let folder = ready.export_subkeys(&mounted, &"six random words or more".into(), Subkeys::Old)?;
        let cert = Cert::from_bytes(&fs::read(stick.path().join(folder).join("secret-key.asc"))?)?;
        let secrets = cert.keys().secret().filter(|key| !is_stub(key.key()));
        let mut exported: Vec<_> = secrets.map(|key| key.key().fingerprint().to_hex()).collect();
        let mut expected = prints(old.identity()).to_vec();
        exported.sort();
        expected.sort();
        ensure!(exported == expected, "{exported:?}");
    }
    Ok(())
}

/// What says that a secret is elsewhere (GnuPG, `doc/DETAILS`).
fn is_stub<P, R>(key: &sequoia_openpgp::packet::Key<P, R>) -> bool
where
    P: sequoia_openpgp::packet::key::KeyParts,
    R: sequoia_openpgp::packet::key::KeyRole,
{
    use sequoia_openpgp::crypto::S2K;
    use sequoia_openpgp::packet::key::SecretKeyMaterial::Encrypted;
    matches!(key.optional_secret(), Some(Encrypted(secret)) if matches!(secret.s2k(), S2K::Private { tag: 101, .. }))
}
