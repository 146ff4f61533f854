//! Single keys, made from OpenSSL's generator, which was reseeded after the dice were mixed in.

use std::time::SystemTime;

use openpgp::Packet;
use openpgp::crypto::mpi;
use openpgp::packet::Key;
use openpgp::packet::key::{Key4, KeyRole, SecretParts, UnspecifiedRole};
use openpgp::types::{Curve, HashAlgorithm, PublicKeyAlgorithm, SymmetricAlgorithm};
use openssl::bn::{BigNum, BigNumContext};
use openssl::ec::{EcGroup, EcKey, PointConversionForm};
use openssl::nid::Nid;
use openssl::rsa::Rsa;
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use crate::plan::Algorithm;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Certify, sign, authenticate.
    Sign,
    /// Decrypt.
    Decrypt,
}

/// A key as the packet that stands in a certificate.
pub(super) fn packet(key: Key<SecretParts, UnspecifiedRole>, primary: bool) -> Packet {
    match primary {
        true => key.role_into_primary().into(),
        false => key.role_into_subordinate().into(),
    }
}

/// Makes one key.
pub(super) fn generate<R: KeyRole>(
    algorithm: Algorithm,
    purpose: Use,
    created: SystemTime,
) -> openpgp::Result<Key<SecretParts, R>> {
    Ok(match algorithm {
        Algorithm::Curve25519 => curve25519(purpose, created)?.into(),
        Algorithm::Rsa2048 => rsa(2048, created)?.into(),
        Algorithm::Rsa3072 => rsa(3072, created)?.into(),
        Algorithm::Rsa4096 => rsa(4096, created)?.into(),
        Algorithm::NistP256 => ec(Nid::X9_62_PRIME256V1, Curve::NistP256, purpose, created)?.into(),
        Algorithm::NistP384 => ec(Nid::SECP384R1, Curve::NistP384, purpose, created)?.into(),
        Algorithm::NistP521 => ec(Nid::SECP521R1, Curve::NistP521, purpose, created)?.into(),
        Algorithm::BrainpoolP256 => ec(Nid::BRAINPOOL_P256R1, Curve::BrainpoolP256, purpose, created)?.into(),
        Algorithm::BrainpoolP384 => ec(Nid::BRAINPOOL_P384R1, Curve::BrainpoolP384, purpose, created)?.into(),
        Algorithm::BrainpoolP512 => ec(Nid::BRAINPOOL_P512R1, Curve::BrainpoolP512, purpose, created)?.into(),
    })
}

/// Ed25519 or X25519 (RFC 9580 § 9.2, the legacy forms): any 32 bytes are a secret key.
fn curve25519<R: KeyRole>(purpose: Use, created: SystemTime) -> openpgp::Result<Key4<SecretParts, R>> {
    let mut secret = Zeroizing::new([0u8; 32]);
    openssl::rand::rand_priv_bytes(&mut secret[..])?;
    match purpose {
        Use::Sign => Key4::import_secret_ed25519(&secret[..], created),
        Use::Decrypt => Key4::import_secret_cv25519(
            &secret[..],
            HashAlgorithm::SHA256,
            SymmetricAlgorithm::AES128,
            created,
        ),
    }
}

/// RSA with exponent 65537 (RFC 9580 § 5.5.5.1).
fn rsa<R: KeyRole>(bits: u32, created: SystemTime) -> openpgp::Result<Key4<SecretParts, R>> {
    let rsa = Rsa::generate(bits)?;
    let (Some(p), Some(q)) = (rsa.p(), rsa.q()) else {
        return Err(anyhow::anyhow!("OpenSSL gave no primes"));
    };
    // RFC 9580 § 5.5.5.1: p < q, and u is the inverse of p modulo q.
    let (p, q) = if p < q { (p, q) } else { (q, p) };
    let mut u = BigNum::new_secure()?;
    let mut context = BigNumContext::new_secure()?;
    u.mod_inverse(p, q, &mut context)?;
    let secret = |number: &openssl::bn::BigNumRef| mpi::ProtectedMPI::from(number.to_vec());
    Key4::with_secret(
        created,
        PublicKeyAlgorithm::RSAEncryptSign,
        mpi::PublicKey::RSA { e: mpi::MPI::new(&rsa.e().to_vec()), n: mpi::MPI::new(&rsa.n().to_vec()) },
        mpi::SecretKeyMaterial::RSA { d: secret(rsa.d()), p: secret(p), q: secret(q), u: secret(&u) }.into(),
    )
}

/// ECDSA or ECDH over a named curve (RFC 9580 § 5.5.5.4, § 5.5.5.6), KDF parameters as § 11.5.1
/// recommends for its size.
fn ec<R: KeyRole>(
    nid: Nid,
    curve: Curve,
    purpose: Use,
    created: SystemTime,
) -> openpgp::Result<Key4<SecretParts, R>> {
    let group = EcGroup::from_curve_name(nid)?;
    let key = EcKey::generate(&group)?;
    let mut context = BigNumContext::new()?;
    let point = key.public_key().to_bytes(&group, PointConversionForm::UNCOMPRESSED, &mut context)?;
    let q = mpi::MPI::new(&point);
    let scalar = mpi::ProtectedMPI::from(key.private_key().to_vec());
    let (algorithm, public, secret) = match purpose {
        Use::Sign => (
            PublicKeyAlgorithm::ECDSA,
            mpi::PublicKey::ECDSA { curve, q },
            mpi::SecretKeyMaterial::ECDSA { scalar },
        ),
        Use::Decrypt => {
            let (hash, sym) = match group.degree() {
                ..=256 => (HashAlgorithm::SHA256, SymmetricAlgorithm::AES128),
                257..=384 => (HashAlgorithm::SHA384, SymmetricAlgorithm::AES192),
                _ => (HashAlgorithm::SHA512, SymmetricAlgorithm::AES256),
            };
            (
                PublicKeyAlgorithm::ECDH,
                mpi::PublicKey::ECDH { curve, q, hash, sym },
                mpi::SecretKeyMaterial::ECDH { scalar },
            )
        }
    };
    Key4::with_secret(created, algorithm, public, secret.into())
}
