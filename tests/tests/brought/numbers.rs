//! Secrets whose numbers are not as they should be. Whoever calculates with all of them, as GnuPG does, can use what comes
//! back: what was encrypted before is read, by hand and by the Nitrokey.

use anyhow::ensure;
use coldspare::openpgp::{NoSecretKey, Remains};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::keys::{For, Kind, exported, with_leading_zeros};
use openpgp::crypto::mpi::SecretKeyMaterial as Secret;
use openpgp::packet::Key;
use openpgp::packet::key::{SecretKeyMaterial, SecretParts, SubordinateRole};
use openpgp::parse::Parse;
use openpgp::serialize::SerializeInto;
use openpgp::types::Curve;
use openpgp::{Cert, Packet};
use openssl::bn::{BigNum, BigNumContext};
use sequoia_openpgp as openpgp;

use super::gnupgs::lives_with_gnupg;
use super::*;

fn kinds() -> Vec<Kind> {
    vec![
        Kind::Rsa(2048, 65_537),
        Kind::LargerFirst,
        Kind::Swapped,
        Kind::WrongU,
        Kind::WrongPrimes,
        Kind::Unequal,
        Kind::Curve25519,
        Kind::Unclamped,
        Kind::UnclampedShort,
        Kind::Beyond(Curve::NistP256),
        Kind::Beyond(Curve::NistP521),
        Kind::Beyond(Curve::BrainpoolP256),
        Kind::Beyond(Curve::BrainpoolP512),
        Kind::Within(Curve::BrainpoolP384),
    ]
}

/// Those with which GnuPG decrypts nothing, as they come.
const UNUSED: [Kind; 5] =
    [Kind::Swapped, Kind::WrongU, Kind::WrongPrimes, Kind::Unclamped, Kind::UnclampedShort];

/// Whether this GnuPG decrypts with this secret key.
fn used(gnupg: &GnuPg, secret: &[u8], key: &str, sealed: &[u8]) -> Result<()> {
    gnupg.gpg(&["--import"], secret)?;
    gnupg.trust(key)?;
    ensure!(gnupg.decrypt(sealed)? == b"before", "it decrypts something else");
    Ok(())
}

fn before(public: &[u8], print: &str) -> Result<Vec<u8>> {
    let others = GnuPg::new()?;
    others.gpg(&["--import"], public)?;
    others.encrypt(print, b"before")
}

#[test]
fn gnupg_decrypts_with_what_comes_back_whatever_the_numbers_in_the_file_were() -> Result<()> {
    let mut wrong = Vec::new();
    for kind in kinds() {
        let bytes = exported(&Kind::Curve25519, false, &[(For::Decryption, kind.clone())])?;
        let cert = Cert::from_bytes(&bytes)?;
        let print = cert.fingerprint().to_hex();
        let sealed = before(&cert.clone().strip_secret_key_material().to_vec()?, &print)?;
        let inventory = Opening::of(&bytes)?.inventory(SystemTime::now())?;
        let identity = identity(&inventory)?;
        // GnuPG itself does not put them right.
        let original = used(&GnuPg::new()?, &bytes, &print, &sealed).is_ok();
        ensure!(
            original != UNUSED.contains(&kind),
            "{kind:?}: GnuPG decrypts with the file itself: {original}"
        );
        let prints = |cert: &Cert| cert.keys().map(|key| key.key().fingerprint()).collect::<Vec<_>>();
        let all: Vec<_> = prints(&cert);
        ensure!(all.iter().all(|print| prints(&identity.public()).contains(print)), "{kind:?}: another key");
        for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
            if let Err(error) = used(&gnupg, &identity.secret_armored()?, &print, &sealed) {
                wrong.push(format!("{kind:?}: {error:#}"));
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn gnupg_signs_with_what_comes_back_whatever_the_numbers_in_the_file_were() -> Result<()> {
    let mut wrong = Vec::new();
    for kind in kinds().into_iter().filter(|kind| !matches!(kind, Kind::Unclamped | Kind::UnclampedShort)) {
        for primary in [true, false] {
            let subkeys = [(For::Signing, kind.clone())];
            let bytes = match primary {
                true => exported(&kind, true, &[])?,
                false => exported(&Kind::Curve25519, false, &subkeys)?,
            };
            let cert = Cert::from_bytes(&bytes)?;
            let signing = cert.keys().last().context("no key")?.key().fingerprint().to_hex();
            let identity = identity(&Opening::of(&bytes)?.inventory(SystemTime::now())?)?;
            let others = GnuPg::new()?;
            others.gpg(&["--import"], &identity.public_armored()?)?;
            for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
                let signs = || -> Result<()> {
                    gnupg.gpg(&["--import"], &identity.secret_armored()?)?;
                    let signature = gnupg.sign(&format!("{signing}!"), b"a message")?;
                    others.verify(&signature, b"a message").map(drop)
                };
                if let Err(error) = signs() {
                    wrong.push(format!("{kind:?}, primary: {primary}: {error:#}"));
                }
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Zeros in front of a number that are counted: the library knows none such (RFC 9580 § 3.2), GnuPG 2.4 writes them.
#[test]
fn zeros_in_front_of_a_secret_number_do_not_matter() -> Result<()> {
    let (short, p256) = (Kind::Short(Curve::Ed25519), Kind::Curve(Curve::NistP256));
    let rsa = Kind::Rsa(2048, 65_537);
    for (primary, subkeys) in [
        (&short, [(For::Decryption, Kind::Curve25519), (For::Logins, short.clone())]),
        (&p256, [(For::Decryption, p256.clone()), (For::Logins, p256.clone())]),
        (&rsa, [(For::Decryption, rsa.clone()), (For::Logins, rsa.clone())]),
    ] {
        let right = exported(primary, true, &subkeys)?;
        let bytes = with_leading_zeros(&right)?;
        ensure!(Cert::from_bytes(&bytes).is_err(), "the library reads it by itself");
        let inventory = Opening::of(&bytes)?.inventory(SystemTime::now())?;
        assert_eq!(inventory.parts(), Opening::of(&right)?.inventory(SystemTime::now())?.parts());
        ensure!(inventory.parts().iter().all(|part| part.kept.is_none()), "{:?}", inventory.parts());
        assert_eq!(inventory.remains(), Remains::default());
        lives_with_gnupg(&identity(&inventory)?)?;
        // The primary key's last number, changed on its way: its checksum stands behind it.
        let [_, _, length @ ..] = &bytes[..6] else { unreachable!() };
        let last = 6 + usize::try_from(u32::from_be_bytes(length.try_into()?))? - 3;
        let mut changed = bytes.clone();
        changed[last] ^= 1;
        let told = Opening::of(&changed).err();
        ensure!(matches!(told, Some(OpenPgpError::NoSecretKey(NoSecretKey::Damaged))), "{told:?}");
    }
    Ok(())
}

/// As GnuPG 2.4 itself writes them, open and under a passphrase.
#[test]
fn a_key_of_gnupg_whose_secret_begins_with_zeros_is_taken() -> Result<()> {
    let subkeys = [(For::Decryption, Kind::Curve25519), (For::Logins, Kind::Short(Curve::Ed25519))];
    let bytes = with_leading_zeros(&exported(&Kind::Short(Curve::Ed25519), true, &subkeys)?)?;
    let gnupg = GnuPg::new()?.on_trixie()?;
    gnupg.gpg(&["--import"], &bytes)?;
    for word in ["", "correct horse"] {
        let loopback = ["--pinentry-mode", "loopback", "--passphrase", word];
        let bytes = gnupg.gpg(&[&loopback[..], &["--export-secret-keys"]].concat(), b"")?;
        let inventory = match word {
            "" => {
                ensure!(Cert::from_bytes(&bytes).is_err(), "GnuPG leaves the zeros out");
                Opening::of(&bytes)?
            }
            word => {
                let mut opening = Opening::of(&bytes)?;
                opening.passphrase(&word.into())?;
                opening
            }
        }
        .inventory(SystemTime::now())?;
        ensure!(inventory.parts().iter().all(|part| part.kept.is_none()), "{:?}", inventory.parts());
        assert_eq!(inventory.remains(), Remains::default());
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

/// A secret that cannot be its public key's is named when the file is opened, before anything is asked or made.
#[test]
fn a_secret_that_is_not_its_public_keys_is_named_when_the_file_is_opened() -> Result<()> {
    for kind in [Kind::Rsa(2048, 65_537), Kind::Curve25519, Kind::Curve(Curve::NistP256)] {
        for what in [For::Decryption, For::Signing] {
            let one = || -> Result<Cert> {
                Cert::from_bytes(&exported(&Kind::Curve25519, false, &[(what, kind.clone())])?)
            };
            let (cert, other) = (one()?, one()?);
            let subkey = |cert: &Cert| -> Result<Key<SecretParts, SubordinateRole>> {
                let subkey = cert.keys().subkeys().next().context("no subkey")?;
                subkey.key().clone().parts_into_secret()
            };
            let key = subkey(&cert)?;
            let print = key.fingerprint().to_hex();
            let wrong = key.add_secret(subkey(&other)?.secret().clone()).0;
            let whole = cert.clone().insert_packets([Packet::from(wrong.clone())])?.0.as_tsk().to_vec()?;
            let mut files = vec![whole];
            if what == For::Decryption {
                let public = cert.strip_secret_key_material().to_vec()?;
                files.push([public, Packet::from(wrong).to_vec()?].concat());
            }
            for (number, bytes) in files.into_iter().enumerate() {
                let told = Opening::of(&bytes)?.inventory(SystemTime::now()).err();
                ensure!(
                    matches!(&told, Some(OpenPgpError::Damaged(key)) if *key == print),
                    "{kind:?}, {what:?}, file {number}: {told:?}"
                );
            }
        }
    }
    Ok(())
}

/// By its numbers it is the same secret; each calculation would take as long as somebody wants.
#[test]
fn a_secret_that_is_much_longer_than_its_key_is_not_calculated_with() -> Result<()> {
    let bytes = exported(&Kind::Curve25519, false, &[(For::Decryption, Kind::Rsa(2048, 65_537))])?;
    let cert = Cert::from_bytes(&bytes)?;
    let subkey = cert.keys().subkeys().next().context("no subkey")?;
    let key: Key<SecretParts, SubordinateRole> = subkey.key().clone().parts_into_secret()?;
    let SecretKeyMaterial::Unencrypted(secret) = key.secret() else { anyhow::bail!("no secret") };
    let lengthened = |by: i32| -> Result<Vec<u8>> {
        let longer = secret.map(|secret| -> Result<Secret> {
            let Secret::RSA { d, p, q, u } = secret else { anyhow::bail!("no RSA key") };
            let [old, mut all, mut other] = [
                BigNum::from_slice(d.value())?,
                BigNum::from_slice(p.value())?,
                BigNum::from_slice(q.value())?,
            ];
            all.sub_word(1)?;
            other.sub_word(1)?;
            let (mut order, mut shifted) = (BigNum::new()?, BigNum::new()?);
            order.checked_mul(&all, &other, &mut *BigNumContext::new()?)?;
            shifted.lshift(&order, by)?;
            let d = (&old + &shifted).to_vec().into();
            Ok(Secret::RSA { d, p: p.clone(), q: q.clone(), u: u.clone() })
        })?;
        let longer = key.clone().add_secret(longer.into()).0;
        cert.clone().insert_packets([Packet::from(longer)])?.0.as_tsk().to_vec()
    };
    let told = Opening::of(&lengthened(3000)?)?.inventory(SystemTime::now()).err();
    let print = key.fingerprint().to_hex();
    ensure!(matches!(&told, Some(OpenPgpError::Damaged(key)) if *key == print), "{told:?}");
    Ok(())
}
