//! Keys as people bring them along, of any numbers and kinds: what GnuPG does not make, and somebody has.

use std::time::{Duration, SystemTime};

use anyhow::{Context as _, Result};
use openssl::bn::{BigNum, BigNumContext};
use sequoia_openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey as Public, SecretKeyMaterial as Secret};
use sequoia_openpgp::packet::key::{Key4, PrimaryRole, SecretParts, SubordinateRole, UnspecifiedRole};
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::packet::{Key, UserID};
use sequoia_openpgp::serialize::SerializeInto;
use sequoia_openpgp::types::{Curve, KeyFlags, PublicKeyAlgorithm, SignatureType};
use sequoia_openpgp::{Cert, Packet};

/// What a key is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// RSA with so many bits, and this public exponent.
    Rsa(i32, u64),
    /// RSA 2048 with primes of unequal length.
    Unequal,
    /// RSA 2048 whose u is not that of its primes (RFC 9580 § 5.5.5.1): who calculates with d does not notice.
    WrongU,
    /// A curve; 25519 is the one that signs or the one that decrypts.
    Curve(Curve),
    /// 25519, whatever it is for.
    Curve25519,
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Signatures.
    Signing,
    /// Decryption.
    Decryption,
    /// Logins.
    Logins,
}

/// An identity with a primary key that certifies, and signs if `signs`, and these subkeys; not locked.
///
/// # Errors
/// If the library will not have such a key.
pub fn exported(primary: &Kind, signs: bool, subkeys: &[(For, Kind)]) -> Result<Vec<u8>> {
    let made = SystemTime::now() - Duration::from_secs(60);
    let primary: Key<SecretParts, PrimaryRole> = key(primary, true, made)?.role_into_primary();
    let mut signer = primary.clone().into_keypair()?;
    let id = UserID::from("Ada Lovelace <ada@example.org>");
    let mut flags = KeyFlags::empty().set_certification();
    if signs {
        flags = flags.set_signing();
    }
    let own = SignatureBuilder::new(SignatureType::PositiveCertification).set_key_flags(flags)?;
    let own = own.sign_userid_binding(&mut signer, primary.parts_as_public(), &id)?;
    let mut cert = Cert::try_from(vec![Packet::from(primary.clone()), id.into(), own.into()])?;
    for (what, kind) in subkeys {
        let subkey: Key<SecretParts, SubordinateRole> =
            key(kind, *what != For::Decryption, made)?.role_into_subordinate();
        let flags = match what {
            For::Signing => KeyFlags::empty().set_signing(),
            For::Decryption => KeyFlags::empty().set_transport_encryption().set_storage_encryption(),
            For::Logins => KeyFlags::empty().set_authentication(),
        };
        let mut binding = SignatureBuilder::new(SignatureType::SubkeyBinding).set_key_flags(flags)?;
        if *what == For::Signing {
            let back = SignatureBuilder::new(SignatureType::PrimaryKeyBinding);
            let mut own = subkey.clone().into_keypair()?;
            let back =
                back.sign_primary_key_binding(&mut own, primary.parts_as_public(), subkey.parts_as_public())?;
            binding = binding.set_embedded_signature(back)?;
        }
        let binding = subkey.bind(&mut signer, &cert, binding)?;
        cert = cert.insert_packets([Packet::from(subkey), binding.into()])?.0;
    }
    cert.as_tsk().to_vec()
}

fn key(kind: &Kind, signs: bool, made: SystemTime) -> Result<Key<SecretParts, UnspecifiedRole>> {
    Ok(match kind {
        Kind::Rsa(bits, exponent) => rsa([bits / 2, bits / 2], *exponent, made)?,
        Kind::Unequal => rsa([1056, 992], 65_537, made)?,
        Kind::WrongU => {
            let right = rsa([1024, 1024], 65_537, made)?;
            let wrong = rsa([1024, 1024], 65_537, made)?;
            let (mut numbers, mut others) = (numbers(&right)?, numbers(&wrong)?);
            numbers[3] = others.swap_remove(3);
            of_numbers(right.mpis().clone(), numbers, made)?
        }
        Kind::Curve(curve) => ecc(signs, curve.clone(), made)?,
        Kind::Curve25519 => ecc(signs, if signs { Curve::Ed25519 } else { Curve::Cv25519 }, made)?,
    })
}

fn ecc(signs: bool, curve: Curve, made: SystemTime) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let mut key: Key4<SecretParts, UnspecifiedRole> = Key4::generate_ecc(signs, curve)?;
    key.set_creation_time(made)?;
    Ok(key.into())
}

/// RSA with primes of these lengths.
fn rsa(
    [long, short]: [i32; 2],
    exponent: u64,
    made: SystemTime,
) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let exponent = BigNum::from_slice(&exponent.to_be_bytes())?;
    let one = BigNum::from_u32(1)?;
    let mut context = BigNumContext::new()?;
    let (mut phi, mut d) = (BigNum::new()?, BigNum::new()?);
    // Such as go with the exponent; of two that are equally long the smaller one is first.
    let (p, q) = loop {
        let (one_prime, other) = (prime(long)?, prime(short)?);
        let (p, q) = if one_prime < other { (one_prime, other) } else { (other, one_prime) };
        phi.checked_mul(&(&p - &one), &(&q - &one), &mut context)?;
        if d.mod_inverse(&exponent, &phi, &mut context).is_ok() {
            break (p, q);
        }
    };
    let (mut n, mut u) = (BigNum::new()?, BigNum::new()?);
    n.checked_mul(&p, &q, &mut context)?;
    u.mod_inverse(&p, &q, &mut context)?;
    let public = Public::RSA { e: MPI::new(&exponent.to_vec()), n: MPI::new(&n.to_vec()) };
    of_numbers(public, [&d, &p, &q, &u].map(|number| number.to_vec()).to_vec(), made)
}

/// The two highest bits are set, so that the product is as long as both together.
fn prime(bits: i32) -> Result<BigNum> {
    let mut prime = BigNum::new()?;
    loop {
        prime.generate_prime(bits, false, None, None)?;
        if prime.num_bits() == bits && prime.is_bit_set(bits - 2) {
            return Ok(prime);
        }
    }
}

/// d, p, q and u.
fn numbers(key: &Key<SecretParts, UnspecifiedRole>) -> Result<Vec<Vec<u8>>> {
    let keypair = key.clone().into_keypair()?;
    keypair
        .secret()
        .map(|secret| match secret {
            Secret::RSA { d, p, q, u } => Some([d, p, q, u].map(|mpi| mpi.value().to_vec()).to_vec()),
            _ => None,
        })
        .context("no RSA")
}

fn of_numbers(
    public: Public,
    numbers: Vec<Vec<u8>>,
    made: SystemTime,
) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let mut numbers = numbers.into_iter().map(ProtectedMPI::from);
    let mut next = || numbers.next().context("a number is missing");
    let secret = Secret::RSA { d: next()?, p: next()?, q: next()?, u: next()? };
    Ok(Key4::with_secret(made, PublicKeyAlgorithm::RSAEncryptSign, public, secret.into())?.into())
}
