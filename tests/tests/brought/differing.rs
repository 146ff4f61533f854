//! Several copies of one secret that differ: the one that is its public key's is taken wherever it stands, and the other is
//! said to be there.

use anyhow::ensure;
use coldspare::openpgp::Remains;
use openpgp::Cert;
use openpgp::crypto::Password;
use openpgp::crypto::mpi::{MPI, PublicKey, SecretKeyMaterial as Secret};
use openpgp::packet::Packet;
use openpgp::packet::key::{Key4, SecretKeyMaterial};
use openpgp::parse::Parse;
use openpgp::types::{Curve, HashAlgorithm, PublicKeyAlgorithm, SymmetricAlgorithm};
use openssl::bn::{BigNum, BigNumContext};
use openssl::ec::{EcGroup, EcPoint, PointConversionForm};
use openssl::nid::Nid;
use sequoia_openpgp as openpgp;

use super::gnupgs::{Export, Subkey, ada, curve, decrypts, lives_with_gnupg, rsa, years_ago};
use super::*;

/// The same public key with the secret of another one.
fn wrong(key: &Subkey) -> Result<Subkey> {
    let other = match key.pk_algo() {
        PublicKeyAlgorithm::RSAEncryptSign => rsa(2048, years_ago(5))?,
        PublicKeyAlgorithm::EdDSA => curve(true, years_ago(5))?,
        _ => curve(false, years_ago(5))?,
    };
    Ok(key.clone().take_secret().0.add_secret(other.secret().clone()).0)
}

fn locked(key: &Subkey, word: &str) -> Result<Subkey> {
    key.clone().encrypt_secret(&Password::from(word))
}

/// A key with this subkey in it, or with its public part alone.
fn with(key: &Export, subkey: &Subkey, secret: bool) -> Export {
    let subkey = match secret {
        true => Packet::from(subkey.clone()),
        false => subkey.clone().take_secret().0.into(),
    };
    let packets = key.packets.iter();
    let is_subkey = |packet: &&Packet| matches!(packet, Packet::SecretSubkey(_));
    let packets = packets.map(|packet| Some(packet).filter(|it| !is_subkey(it)).unwrap_or(&subkey).clone());
    Export { packets: packets.collect(), primary: key.primary.clone() }
}

/// The same with this primary key.
fn under(key: &Export, primary: &Subkey) -> Export {
    let mut packets = key.packets.clone();
    packets[0] = primary.clone().role_into_primary().into();
    Export { packets, primary: key.primary.clone() }
}

fn all(parts: &[&[Packet]]) -> Result<Vec<u8>> {
    Export { packets: parts.concat(), primary: ada()?.primary }.bytes()
}

/// What is there of one file with these two subkeys, one behind the other.
fn files(key: &Export, first: &Subkey, second: &Subkey) -> Result<[Vec<u8>; 5]> {
    let [one, two] = [first, second].map(|subkey| [Packet::from(subkey.clone())]);
    let alone = [first, second].map(|subkey| Packet::from(subkey.clone().role_into_primary()));
    let public = with(key, first, false).packets;
    Ok([
        all(&[&with(key, first, true).packets, &with(key, second, true).packets])?,
        all(&[&one, &two, &public])?,
        all(&[&alone, &public])?,
        all(&[&one, &with(key, second, true).packets])?,
        all(&[&with(key, first, true).packets, &alone[1..]])?,
    ])
}

/// It decrypts what was encrypted to its public key, and so much is said not to be taken over.
fn is_taken(inventory: &Inventory, copies: usize) -> Result<()> {
    assert_eq!(inventory.remains(), Remains { copies, ..Remains::default() });
    let goes = &inventory.preset(&plan(inventory, PrimaryKey::Offline)?)?[Slot::Decryption as usize];
    ensure!(goes.yours().is_some(), "{goes:?}");
    identity(inventory)?;
    Ok(())
}

fn key(subkey: &Subkey) -> Result<Export> {
    ada()?.subkey(subkey.clone(), [decrypts(years_ago(5))?])
}

#[test]
fn of_two_open_copies_that_differ_the_one_that_is_the_public_keys_is_taken() -> Result<()> {
    for subkey in [curve(false, years_ago(5))?, rsa(2048, years_ago(5))?] {
        let (key, wrong) = (key(&subkey)?, wrong(&subkey)?);
        for (first, second) in [(&subkey, &wrong), (&wrong, &subkey)] {
            for (number, file) in files(&key, first, second)?.iter().enumerate() {
                let inventory = Opening::of(file)?.inventory(SystemTime::now());
                is_taken(&inventory.with_context(|| format!("file {number}"))?, 1)?;
            }
        }
        for file in files(&key, &subkey, &subkey)? {
            is_taken(&Opening::of(&file)?.inventory(SystemTime::now())?, 0)?;
        }
        for file in files(&key, &wrong, &wrong)? {
            let told = Opening::of(&file)?.inventory(SystemTime::now()).err().context("it is taken")?;
            ensure!(matches!(told, OpenPgpError::Damaged(_)), "{told:?}");
        }
    }
    Ok(())
}

#[test]
fn of_two_copies_of_the_primary_key_that_differ_the_right_one_is_taken() -> Result<()> {
    let primary = curve(true, years_ago(5))?;
    let subkey = curve(false, years_ago(5))?;
    let key = Export::of(primary.clone()).id(super::gnupgs::ADA, super::gnupgs::certifies(years_ago(5))?)?;
    let key = key.subkey(subkey, [decrypts(years_ago(5))?])?;
    let other = under(&key, &wrong(&primary)?);
    for (first, second) in [(&key, &other), (&other, &key)] {
        let file = all(&[&first.packets, &second.packets])?;
        let inventory = Opening::of(&file)?.inventory(SystemTime::now())?;
        is_taken(&inventory, 1)?;
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

/// Somebody who has changed the order of the primes has changed nothing (RFC 9580 § 5.5.5.1).
#[test]
fn two_copies_of_equal_value_are_one() -> Result<()> {
    let subkey = rsa(2048, years_ago(5))?;
    let SecretKeyMaterial::Unencrypted(secret) = subkey.secret() else { bail!("it is locked") };
    let swapped = secret.map(|secret| match secret.clone() {
        Secret::RSA { d, p, q, u } => Ok(Secret::RSA { d, p: q, q: p, u }),
        _ => bail!("no RSA key"),
    })?;
    let swapped = subkey.clone().take_secret().0.add_secret(swapped.into()).0;
    let key = key(&subkey)?;
    for (first, second) in [(&subkey, &swapped), (&swapped, &subkey)] {
        for file in files(&key, first, second)? {
            is_taken(&Opening::of(&file)?.inventory(SystemTime::now())?, 0)?;
        }
    }
    Ok(())
}

/// What is open and damaged is worth less than what a passphrase protects.
#[test]
fn a_locked_copy_is_asked_for_if_the_open_one_is_not_the_public_keys() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let (key, wrong, right) = (key(&subkey)?, wrong(&subkey)?, locked(&subkey, "one")?);
    for (first, second) in [(&right, &wrong), (&wrong, &right)] {
        for (number, file) in files(&key, first, second)?.iter().enumerate() {
            let mut opening = Opening::of(file)?;
            let asks = opening.asks();
            ensure!(matches!(asks, Some(Question::Passphrase { .. })), "file {number}: {asks:?}");
            opening.passphrase(&"one".into())?;
            is_taken(&opening.inventory(SystemTime::now())?, 1)?;
        }
    }
    Ok(())
}

#[test]
fn of_two_locked_copies_that_differ_the_one_that_is_the_public_keys_is_taken() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let (key, wrong) = (key(&subkey)?, wrong(&subkey)?);
    let (right, wrong) = (locked(&subkey, "one")?, locked(&wrong, "one")?);
    for (first, second) in [(&right, &wrong), (&wrong, &right)] {
        for (number, file) in files(&key, first, second)?.iter().enumerate() {
            let mut opening = Opening::of(file)?;
            opening.passphrase(&"one".into())?;
            let inventory = opening.inventory(SystemTime::now());
            let inventory = inventory.with_context(|| format!("file {number}"))?;
            // The right one is tried first, or the other is found not to be it.
            ensure!(inventory.remains().count() <= 1, "{:?}", inventory.remains());
            is_taken(&inventory, inventory.remains().copies)?;
        }
    }
    Ok(())
}

/// What stands alone may be the damaged one, and what is in the file beside it; or the other way round.
#[test]
fn a_copy_in_the_file_beside_is_taken_if_it_is_the_right_one() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let (key, wrong) = (key(&subkey)?, wrong(&subkey)?);
    for (alone, inside, copies) in [
        (&wrong, &subkey, 1),
        (&subkey, &wrong, 1),
        (&subkey, &subkey, 0),
        (&locked(&subkey, "one")?, &subkey, 0),
    ] {
        let beside = with(&key, inside, true);
        let stub = {
            let mut packets = beside.packets.clone();
            packets[0] = key.primary.clone().take_secret().0.into();
            Export { packets, primary: key.primary.clone() }
        };
        for (beside, whole) in [(&beside, true), (&stub, false)] {
            let mut opening = Opening::of(&all(&[&[alone.clone().into()]])?)?;
            ensure!(matches!(opening.asks(), Some(Question::PublicKey { .. })), "{:?}", opening.asks());
            opening.beside([beside.bytes()?])?;
            ensure!(opening.asks().is_none(), "{:?}", opening.asks());
            let inventory = opening.inventory(SystemTime::now())?;
            assert_eq!(inventory.remains(), Remains { copies, ..Remains::default() });
            ensure!(inventory.is_new_identity() != whole);
        }
    }
    Ok(())
}

/// Of kinds with which the library does not calculate: Elgamal (RFC 9580 § 5.5.5.3), and a curve that it does not know.
#[test]
#[allow(deprecated)] // What is too old to be made today is not too old to be read.
fn of_copies_that_the_library_does_not_prove_the_one_that_is_the_public_keys_is_taken() -> Result<()> {
    for made in [elgamal as fn(u8) -> Result<Subkey>, bitcoins] {
        let subkey = made(3)?;
        let wrong = subkey.clone().take_secret().0.add_secret(made(5)?.secret().clone()).0;
        let key = key(&subkey)?;
        for (first, second, copies) in [(&subkey, &wrong, 1), (&wrong, &subkey, 1), (&subkey, &subkey, 0)] {
            for (number, file) in files(&key, first, second)?.iter().enumerate() {
                let inventory = Opening::of(file)?.inventory(SystemTime::now());
                let inventory = inventory.with_context(|| format!("{}, file {number}", subkey.pk_algo()))?;
                assert_eq!(inventory.remains(), Remains { copies, ..Remains::default() });
                comes_back(&inventory, &subkey)?;
            }
        }
        // Under one passphrase the wrong one may be opened first.
        let (right, wrong) = (locked(&subkey, "one")?, locked(&wrong, "one")?);
        for (first, second) in [(&right, &wrong), (&wrong, &right)] {
            for file in files(&key, first, second)? {
                let mut opening = Opening::of(&file)?;
                opening.passphrase(&"one".into())?;
                comes_back(&opening.inventory(SystemTime::now())?, &subkey)?;
            }
        }
        // Locked is asked for if what is open is wrong; and what is wrong alone is told.
        let wrong = subkey.clone().take_secret().0.add_secret(made(5)?.secret().clone()).0;
        for file in files(&key, &wrong, &right)? {
            let mut opening = Opening::of(&file)?;
            opening.passphrase(&"one".into())?;
            comes_back(&opening.inventory(SystemTime::now())?, &subkey)?;
        }
        for file in files(&key, &wrong, &wrong)? {
            let told = Opening::of(&file)?.inventory(SystemTime::now()).err().context("it is taken")?;
            ensure!(matches!(told, OpenPgpError::Damaged(_)), "{told:?}");
        }
    }
    Ok(())
}

/// What is sealed has this secret.
fn comes_back(inventory: &Inventory, subkey: &Subkey) -> Result<()> {
    let cert = Cert::from_bytes(&identity(inventory)?.secret_armored()?[..])?;
    let mut keys = cert.keys().secret().filter(|key| key.key().fingerprint() == subkey.fingerprint());
    let key = keys.next().context("it is not there")?.key().clone();
    ensure!(key.secret() == subkey.secret(), "another secret");
    Ok(())
}

#[allow(deprecated)]
fn elgamal(secret: u8) -> Result<Subkey> {
    let (p, g, x) = (BigNum::get_rfc3526_prime_2048()?, BigNum::from_u32(2)?, [secret; 32]);
    let mut y = BigNum::new()?;
    y.mod_exp(&g, &*BigNum::from_slice(&x)?, &p, &mut *BigNumContext::new()?)?;
    let [p, g, y] = [p, g, y].map(|number| MPI::new(&number.to_vec()));
    let (public, secret) = (PublicKey::ElGamal { p, g, y }, Secret::ElGamal { x: x.to_vec().into() });
    Ok(Key4::with_secret(years_ago(5), PublicKeyAlgorithm::ElGamalEncrypt, public, secret.into())?.into())
}

/// On secp256k1, 1.3.132.0.10.
fn bitcoins(secret: u8) -> Result<Subkey> {
    let group = EcGroup::from_curve_name(Nid::SECP256K1)?;
    let (mut q, context) = (EcPoint::new(&group)?, &mut *BigNumContext::new()?);
    q.mul_generator2(&group, &*BigNum::from_slice(&[secret; 32])?, context)?;
    let q = MPI::new(&q.to_bytes(&group, PointConversionForm::UNCOMPRESSED, context)?);
    on(&[0x2B, 0x81, 0x04, 0x00, 0x0A], q, secret)
}

fn on(curve: &[u8], q: MPI, secret: u8) -> Result<Subkey> {
    let (hash, sym) = (HashAlgorithm::SHA256, SymmetricAlgorithm::AES128);
    let public = PublicKey::ECDH { curve: Curve::Unknown(curve.into()), q, hash, sym };
    let secret = Secret::ECDH { scalar: vec![secret; 32].into() };
    Ok(Key4::with_secret(years_ago(5), PublicKeyAlgorithm::ECDH, public, secret.into())?.into())
}

/// With which nobody calculates here: on a curve of somebody's own.
#[test]
fn of_copies_that_cannot_be_proven_here_it_is_said_that_they_differ() -> Result<()> {
    let made = [3, 5].map(|secret| on(&[0x2B, 1, 2, 3], MPI::new(&[7; 65]), secret));
    let [first, second] = made;
    let made = [first?, second?];
    let key = key(&made[0])?;
    for (first, second, copies) in [(0, 1, 1), (1, 0, 1), (0, 0, 0)] {
        for file in files(&key, &made[first], &made[second])? {
            let inventory = Opening::of(&file)?.inventory(SystemTime::now())?;
            assert_eq!(inventory.remains(), Remains { copies, ..Remains::default() });
            ensure!(!inventory.parts()[1].proven && inventory.parts()[0].proven);
        }
    }
    Ok(())
}
