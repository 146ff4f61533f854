//! What a key is of, and whether anything can be done with it here.

use openpgp::crypto::mpi::PublicKey;
use openpgp::packet::Key;
use openpgp::packet::key::{KeyParts, KeyRole};
use openpgp::types::Curve;
use sequoia_openpgp as openpgp;

use crate::plan::Algorithm;

/// The object identifier of the curve that Bitcoin uses, 1.3.132.0.10.
const SECP256K1: [u8; 5] = [0x2B, 0x81, 0x04, 0x00, 0x0A];

/// What a key is of: `RSA 3072`, `Ed25519`, …
pub(super) fn describe<P: KeyParts, R: KeyRole>(key: &Key<P, R>) -> String {
    match key.mpis() {
        PublicKey::EdDSA { curve, .. } | PublicKey::ECDSA { curve, .. } | PublicKey::ECDH { curve, .. } => {
            // As the plan calls them, if it does.
            match curve {
                Curve::Cv25519 => Algorithm::Curve25519.to_string(),
                Curve::NistP256 => Algorithm::NistP256.to_string(),
                Curve::NistP384 => Algorithm::NistP384.to_string(),
                Curve::NistP521 => Algorithm::NistP521.to_string(),
                Curve::BrainpoolP256 => Algorithm::BrainpoolP256.to_string(),
                Curve::BrainpoolP384 => Algorithm::BrainpoolP384.to_string(),
                Curve::BrainpoolP512 => Algorithm::BrainpoolP512.to_string(),
                Curve::Unknown(oid) if **oid == SECP256K1 => "secp256k1".into(),
                curve => curve.to_string(),
            }
        }
        PublicKey::RSA { n, .. } => format!("RSA {}", n.bits()),
        // The same curves in a form that neither cards nor GnuPG know.
        PublicKey::Ed25519 { .. } | PublicKey::X25519 { .. } => format!("{} (RFC 9580)", key.pk_algo()),
        _ => key.pk_algo().to_string(),
    }
}

/// The longest RSA key with which OpenSSL encrypts and verifies (`OPENSSL_RSA_MAX_MODULUS_BITS`). What is longer it would
/// sign with, for minutes.
const LONGEST_RSA: usize = 16_384;

/// Whether the library can compute with a key: of others it keeps what there is.
pub(super) fn computes<P: KeyParts, R: KeyRole>(key: &Key<P, R>) -> bool {
    let numbers = match key.mpis() {
        PublicKey::RSA { n, .. } => n.bits() <= LONGEST_RSA,
        PublicKey::EdDSA { curve, .. } | PublicKey::ECDSA { curve, .. } | PublicKey::ECDH { curve, .. } => {
            curve.is_supported()
        }
        _ => true,
    };
    numbers && key.pk_algo().is_supported()
}
