//! Secrets that take long to be proven: how long, their public numbers say, and what would take longer than anybody waits is
//! said to be too much.

use std::time::Duration;

use anyhow::ensure;
use coldspare::openpgp::{MessageError, NoSecretKey, decrypt};
use openpgp::Packet;
use openpgp::crypto::S2K;
use openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey, SecretKeyChecksum, SecretKeyMaterial as Secret};
use openpgp::packet::key::{Encrypted, Key4, SecretKeyMaterial};
use openpgp::types::{HashAlgorithm, PublicKeyAlgorithm, SymmetricAlgorithm};
use openssl::bn::{BigNum, BigNumContext};
use sequoia_openpgp as openpgp;

use super::gnupgs::{Export, Subkey, ada, certifies, decrypts, rsa, years_ago, years_long};
use super::*;

/// The same numbers in so many keys.
fn many(keys: u64, e: &[u8], n: &[u8], d: &[u8], p: &[u8]) -> Result<Export> {
    let made = years_ago(5);
    let mut export = ada()?;
    for number in 0..keys {
        let public = PublicKey::RSA { e: MPI::new(e), n: MPI::new(n) };
        let secret = |number: &[u8]| ProtectedMPI::from(number.to_vec());
        let secret = Secret::RSA { d: secret(d), p: secret(p), q: secret(p), u: secret(&[1]) };
        let (algorithm, then) = (PublicKeyAlgorithm::RSAEncryptSign, made + Duration::from_secs(number));
        let key: Subkey = Key4::with_secret(then, algorithm, public, secret.into())?.into();
        export = export.subkey(key, [decrypts(then)?])?;
    }
    Ok(export)
}

/// Of so many bits; and nothing fits.
fn of_length(keys: u64, bits: usize) -> Result<Export> {
    let number = vec![0xFF; bits / 8];
    many(keys, &[1, 0, 1], &number, &number, &number[bits / 16..])
}

/// Of so many bits, and d of twice as many.
fn of_long_d(keys: u64, bits: usize) -> Result<Export> {
    let number = vec![0xFF; bits / 8];
    many(keys, &[1, 0, 1], &number, &number.repeat(2), &number[bits / 16..])
}

fn is_costly(told: Result<Inventory, OpenPgpError>) -> bool {
    matches!(told, Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly)))
}

/// As many as somebody has who makes new ones each year, and no more.
#[test]
fn secrets_are_counted_by_how_long_they_are() -> Result<()> {
    for (bits, most) in [(2048, 63), (3072, 63), (4096, 40), (8192, 16), (16_384, 2)] {
        let opens = |keys| anyhow::Ok(Opening::of(&of_length(keys, bits)?.bytes()?).is_ok());
        ensure!(opens(most)? && !opens(most + 1)?, "{bits} bits, {most} keys");
    }
    Ok(())
}

/// It is known when they are open, and before they are calculated with.
#[test]
fn a_secret_whose_d_is_long_is_counted_as_what_it_is() -> Result<()> {
    let told = |export: Export| -> Result<Option<OpenPgpError>> {
        Ok(Opening::of(&export.bytes()?)?.inventory(SystemTime::now()).err())
    };
    let told_of = [told(of_long_d(2, 16_384)?)?, told(of_long_d(3, 2048)?)?];
    ensure!(matches!(told_of[0], Some(OpenPgpError::NoSecretKey(NoSecretKey::Costly))), "{:?}", told_of[0]);
    ensure!(matches!(told_of[1], Some(OpenPgpError::Damaged(_))), "{:?}", told_of[1]);
    Ok(())
}

/// Whoever writes may name nobody, and then each key is tried on each session key.
#[test]
fn a_message_is_tried_as_long_as_its_keys_take() -> Result<()> {
    // A session key of version 3 for nobody, for RSA, of as many bits; and data with its integrity protected.
    let sealed = [&[0x85, 8, 12, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x3F, 0xFF], &[0x7F; 2048][..]].concat();
    let data = [&[0xD2, 41, 1][..], &[7; 40]].concat();
    let secret = of_length(1, 16_384)?.bytes()?;
    for (many, told) in [(8, MessageError::OtherKeys(Vec::new())), (9, MessageError::Many)] {
        let message = [sealed.repeat(many), data.clone()].concat();
        assert_eq!(decrypt(&secret, &message).err(), Some(told), "{many} session keys");
    }
    Ok(())
}

/// All are tried on each answer, and how long that takes was in the file.
#[allow(deprecated)] // What is too weak to be made today is not too weak to be opened.
#[test]
fn of_copies_of_one_secret_there_are_no_more_than_can_be_tried() -> Result<()> {
    let made = years_ago(5);
    let key = super::gnupgs::curve(false, made)?;
    let locked = |hash, number: u8| -> Packet {
        let s2k = S2K::Iterated { hash, salt: [number; 8], hash_bytes: 65_011_712 };
        let (cipher, check) = (SymmetricAlgorithm::AES256, Some(SecretKeyChecksum::SHA1));
        let locked = Encrypted::new(s2k, cipher, check, vec![number; 64].into());
        key.clone().take_secret().0.add_secret(locked.into()).0.into()
    };
    for (hash, most) in [(HashAlgorithm::SHA1, 16), (HashAlgorithm::SHA256, 16), (HashAlgorithm::RipeMD, 4)] {
        let opens = |copies: u8| -> Result<bool> {
            let mut export = ada()?;
            export.packets.extend((0..copies).map(|number| locked(hash, number)));
            Ok(match Opening::of(&export.bytes()?) {
                Ok(opening) => matches!(opening.asks(), Some(Question::Passphrase { .. })),
                Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly)) => false,
                Err(other) => bail!("{hash}: {other}"),
            })
        };
        ensure!(opens(most)? && !opens(most + 1)?, "{hash}, {most} copies");
    }
    Ok(())
}

/// What is to be mended is signed anew on each name, and how long that takes the key says itself.
#[test]
fn names_are_signed_anew_as_long_as_the_key_takes() -> Result<()> {
    let made = years_ago(5);
    let (of_owners, of_nobody) = (20, 210);
    let key = rsa(4096, made)?;
    let named = |names: usize| -> Result<Export> {
        let mut export = Export::of(key.clone());
        for name in 0..names {
            let says = certifies(made)?.set_key_validity_period(years_long(1))?;
            export = export.id(format!("Ada {name} <ada{name}@example.org>"), says)?;
        }
        Ok(export)
    };
    let inventory = named(of_owners)?.inventory()?;
    ensure!(inventory.parts()[0].is_expired());
    assert_eq!(identity(&inventory)?.user_ids().len(), of_owners);
    let told = Opening::of(&named(of_nobody)?.bytes()?)?.inventory(SystemTime::now());
    ensure!(is_costly(told), "they are signed");
    Ok(())
}

/// The square of a prime has a d, and whoever looks for two primes looks as long as they may.
#[test]
fn primes_are_not_looked_for_again_and_again() -> Result<()> {
    let key = rsa(4096, years_ago(5))?;
    let SecretKeyMaterial::Unencrypted(secret) = key.secret() else { bail!("no secret") };
    let p = secret.map(|secret| match secret {
        Secret::RSA { p, .. } => Some(BigNum::from_slice(p.value())),
        _ => None,
    });
    let p = p.context("no prime")??;
    let (one, e) = (BigNum::from_u32(1)?, BigNum::from_u32(65_537)?);
    let (mut d, order, n) = (BigNum::new()?, &p * &(&p - &one), &p * &p);
    d.mod_inverse(&e, &order, &mut *BigNumContext::new()?)?;
    let squares = |keys| many(keys, &e.to_vec(), &n.to_vec(), &d.to_vec(), &p.to_vec());
    let kept = squares(1)?.inventory()?.parts()[1].kept.clone();
    ensure!(kept == Some(Kept::Kind), "{kept:?}");
    let told = Opening::of(&squares(9)?.bytes()?)?.inventory(SystemTime::now());
    ensure!(is_costly(told), "they are looked for");
    // With a d that is none, nobody begins.
    let wrong = many(9, &e.to_vec(), &n.to_vec(), &(&d + &one).to_vec(), &p.to_vec())?;
    let told = Opening::of(&wrong.bytes()?)?.inventory(SystemTime::now());
    ensure!(matches!(told, Err(OpenPgpError::Damaged(_))), "{told:?}");
    Ok(())
}
