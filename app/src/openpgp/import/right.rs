//! Secrets whose numbers are written as GnuPG and a card cannot calculate with them, and the library can.

use openpgp::Cert;
use openpgp::cert::amalgamation::key::PrimaryKey as _;
use openpgp::crypto::mpi::PublicKey;
use openpgp::packet::key::SecretKeyMaterial;
use sequoia_openpgp as openpgp;

use super::super::keys::packet;
use super::super::kinds::computes;
use super::super::prove::prove_without_primes;
use super::super::{Making, OpenPgpError, SlotKey, at};
use super::work::Work;
use crate::numbers;

/// The certificate with all its secrets as everybody calculates with them. Its public keys stay as they are.
pub(super) fn all_put_right(cert: Cert) -> Result<Cert, OpenPgpError> {
    let (mut packets, mut work) = (Vec::new(), Work::default());
    // Before any of them is calculated with.
    cert.keys()
        .unencrypted_secret()
        .filter(|key| computes(key.key()))
        .try_for_each(|key| work.long(key.key()))?;
    for key in cert.keys().unencrypted_secret() {
        if let Some(right) = put_right(key.key(), &mut work)? {
            packets.push(packet(right, key.primary()));
        }
    }
    match packets.is_empty() {
        true => Ok(cert),
        false => Ok(cert.insert_packets(packets).map_err(at(Making::Mended))?.0),
    }
}

/// The key, if something of it was to be put right. It still has to prove itself.
pub(super) fn put_right(key: &SlotKey, work: &mut Work) -> Result<Option<SlotKey>, OpenPgpError> {
    let SecretKeyMaterial::Unencrypted(secret) = key.secret() else { return Ok(None) };
    // Of RSA whatever belongs to d can be found, if d is right. Other secrets prove themselves once they are right.
    if matches!(key.mpis(), PublicKey::RSA { .. }) {
        if !computes(key) {
            return Ok(None);
        }
        prove_without_primes(key)?;
    }
    let searched = secret.map(|secret| numbers::is_searched(key.mpis(), secret));
    let right = secret.map(|secret| numbers::put_right(key.mpis(), secret));
    if searched {
        work.search(key.mpis(), right.is_some())?;
    }
    let Some(right) = right else { return Ok(None) };
    Ok(Some(key.clone().add_secret(right.into()).0))
}
