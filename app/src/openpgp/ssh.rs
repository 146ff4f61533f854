//! The authentication key as a line for `authorized_keys`.

use openpgp::crypto::mpi::PublicKey as Mpis;
use openpgp::types::Curve;
use sequoia_openpgp as openpgp;
use ssh_key::public::{EcdsaPublicKey, Ed25519PublicKey, KeyData, RsaPublicKey};
use ssh_key::{Mpint, PublicKey};

use super::view::View;
use super::{Identity, OpenPgpError};
use crate::plan::Slot;

/// The line (RFC 4253 § 6.6, RFC 5656 § 3.1, RFC 8709 § 4), or `None` for Brainpool, which SSH does
/// not know.
///
/// # Errors
/// If the identity has no authentication key.
pub fn ssh_public_key(identity: &Identity) -> Result<Option<String>, OpenPgpError> {
    let key = identity.slot_key(Slot::Authentication)?;
    Ok(line(identity, key.mpis()))
}

/// The lines of its other authentication keys, those that were replaced: servers go on letting them in.
pub fn replaced_ssh_keys(identity: &Identity) -> Vec<String> {
    let View { policy, time } = View::lasting(identity.cert());
    let slot = identity.slot_fingerprint(Slot::Authentication);
    let keys = identity.cert().keys().with_policy(&policy, time).supported().for_authentication();
    let others = keys.filter(|key| key.key().fingerprint() != slot);
    others.filter_map(|key| line(identity, key.key().mpis())).collect()
}

fn line(identity: &Identity, mpis: &Mpis) -> Option<String> {
    let comment = identity.user_ids().into_iter().next().unwrap_or_default();
    key_data(mpis).and_then(|data| PublicKey::new(data, comment).to_openssh().ok())
}

fn key_data(mpis: &Mpis) -> Option<KeyData> {
    match mpis {
        Mpis::EdDSA { curve: Curve::Ed25519, q } => {
            // RFC 9580 § 11.2.2: the prefix 40 marks the native form.
            let point = q.value().strip_prefix(&[0x40])?;
            Some(KeyData::Ed25519(Ed25519PublicKey::try_from(point).ok()?))
        }
        Mpis::RSA { e, n } => Some(KeyData::Rsa(RsaPublicKey {
            e: Mpint::from_positive_bytes(e.value()).ok()?,
            n: Mpint::from_positive_bytes(n.value()).ok()?,
        })),
        Mpis::ECDSA { curve: Curve::NistP256 | Curve::NistP384 | Curve::NistP521, q } => {
            Some(KeyData::Ecdsa(EcdsaPublicKey::from_sec1_bytes(q.value()).ok()?))
        }
        _ => None,
    }
}
