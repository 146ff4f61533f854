//! What a key is of, and whether anything can be done with it here.

use std::time::{Duration, SystemTime};

use openpgp::KeyID;
use openpgp::crypto::mpi::PublicKey;
use openpgp::packet::key::{KeyParts, KeyRole};
use openpgp::packet::{Key, Tag, Unknown};
use openpgp::types::{Curve, PublicKeyAlgorithm};
use sequoia_openpgp as openpgp;

use crate::numbers::is_secp256k1;
use crate::plan::Algorithm;

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
                curve if is_secp256k1(curve) => "secp256k1".into(),
                curve => curve.to_string(),
            }
        }
        PublicKey::RSA { n, .. } => format!("RSA {}", n.bits()),
        // The same curves in a form that neither cards nor GnuPG know.
        PublicKey::Ed25519 { .. } | PublicKey::X25519 { .. } => format!("{} (RFC 9580)", key.pk_algo()),
        _ => key.pk_algo().to_string(),
    }
}

/// What a key of a version that the library does not know says of itself: GnuPG 2.4 makes some of version 5. No more of it
/// is read than stands in front in all versions so far (RFC 9580 § 5.5.2): the version, when it was made, the algorithm.
pub(super) fn of_later(unknown: &Unknown) -> Option<(String, SystemTime, PublicKeyAlgorithm)> {
    if !matches!(unknown.tag(), Tag::SecretSubkey | Tag::PublicSubkey) {
        return None;
    }
    let (version, rest) = unknown.body().split_first()?;
    let (made, rest) = rest.split_first_chunk()?;
    let algorithm = PublicKeyAlgorithm::from(*rest.first()?);
    let made = SystemTime::UNIX_EPOCH + Duration::from_secs(u32::from_be_bytes(*made).into());
    Some((format!("{algorithm} v{version}"), made, algorithm))
}

/// The key id of such a key of version 5, and what it is of. Its fingerprint is of all that is public, of which it says the
/// length (draft-ietf-openpgp-rfc4880bis-10 § 5.5.2, § 12.2).
pub(super) fn of_version_5(unknown: &Unknown) -> Option<(KeyID, String)> {
    let (kind, ..) = of_later(unknown)?;
    let body = unknown.body();
    let [5, _, _, _, _, _, a, b, c, d, ..] = body else { return None };
    let public = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).ok()?.checked_add(10)?;
    let public = body.get(..public)?;
    let length = u32::try_from(public.len()).ok()?.to_be_bytes();
    let print = openssl::sha::sha256(&[&[0x9A][..], &length, public].concat());
    Some((KeyID::from(*print.first_chunk::<8>()?), kind))
}

/// The longest RSA key with which OpenSSL encrypts and verifies (`OPENSSL_RSA_MAX_MODULUS_BITS`). What is longer it would
/// sign with, for minutes.
const LONGEST_RSA: usize = 16_384;

/// Whether the library can compute with a key: of others it keeps what there is.
pub(super) fn computes<P: KeyParts, R: KeyRole>(key: &Key<P, R>) -> bool {
    let numbers = match key.mpis() {
        PublicKey::RSA { n, .. } => n.bits() <= LONGEST_RSA,
        PublicKey::EdDSA { curve, .. } | PublicKey::ECDSA { curve, .. } => curve.is_supported(),
        // What a session key is wrapped with stands in the key (RFC 9580 § 11.5).
        PublicKey::ECDH { curve, hash, sym, .. } => {
            // What is hashed is as long as the key that wraps, or longer.
            let is_enough = hash.digest_size().ok() >= sym.key_size().ok();
            curve.is_supported() && hash.is_supported() && sym.is_supported() && is_enough
        }
        _ => true,
    };
    numbers && key.pk_algo().is_supported()
}
