//! Secrets that take long to be proven: how long, their public numbers say, and what would take longer than anybody waits is
//! said to be too much.

use std::time::Duration;

use anyhow::ensure;
use coldspare::openpgp::{MessageError, NoSecretKey, decrypt};
use openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey, SecretKeyMaterial as Secret};
use openpgp::packet::key::{Key4, SecretKeyMaterial};
use openpgp::types::PublicKeyAlgorithm;
use openssl::bn::{BigNum, BigNumContext};
use sequoia_openpgp as openpgp;

use super::gnupgs::{Export, Subkey, ada, decrypts, rsa, years_ago};
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
