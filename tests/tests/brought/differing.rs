//! Several copies of one secret that differ: the one that is its public key's is taken wherever it stands, and the other is
//! said to be there.

use anyhow::ensure;
use coldspare::openpgp::Remains;
use openpgp::crypto::Password;
use openpgp::crypto::mpi::{PublicKey, SecretKeyMaterial as Secret};
use openpgp::packet::Packet;
use openpgp::packet::key::SecretKeyMaterial;
use openpgp::types::PublicKeyAlgorithm;
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
            opening.beside(&beside.bytes()?)?;
            ensure!(opening.asks().is_none(), "{:?}", opening.asks());
            let inventory = opening.inventory(SystemTime::now())?;
            assert_eq!(inventory.remains(), Remains { copies, ..Remains::default() });
            ensure!(inventory.is_new_identity() != whole);
        }
    }
    Ok(())
}

/// With which nothing is calculated here.
#[test]
#[allow(deprecated)] // What is too old to be made today is not too old to be read.
fn of_copies_that_cannot_be_proven_here_it_is_said_that_they_differ() -> Result<()> {
    let mut made = Vec::new();
    for number in [3, 5] {
        let mpi = |value: &[u8]| openpgp::crypto::mpi::MPI::new(value);
        let public = PublicKey::ElGamal { p: mpi(&[0xFB; 128]), g: mpi(&[2]), y: mpi(&[7; 128]) };
        let secret = Secret::ElGamal { x: vec![number; 32].into() };
        let algorithm = PublicKeyAlgorithm::ElGamalEncrypt;
        let key = openpgp::packet::key::Key4::with_secret(years_ago(5), algorithm, public, secret.into())?;
        made.push(Subkey::from(key));
    }
    let key = key(&made[0])?;
    for (first, second, copies) in [(0, 1, 1), (1, 0, 1), (0, 0, 0)] {
        for file in files(&key, &made[first], &made[second])? {
            let inventory = Opening::of(&file)?.inventory(SystemTime::now())?;
            assert_eq!(inventory.remains(), Remains { copies, ..Remains::default() });
        }
    }
    Ok(())
}
