//! With each signature stand the first two bytes of what was signed (RFC 9580 § 5.2.3), and nobody has signed those: GnuPG
//! does not look at them. The library finds by them where a signature belongs, and counts one with others among the bad
//! ones. It is a signature all the same, and a revocation is a revocation: here it gets the bytes that it should have.

use openpgp::packet::key::{PrimaryRole, PublicParts, SubordinateRole};
use openpgp::packet::signature::subpacket::{SubpacketTag, SubpacketValue};
use openpgp::packet::signature::{Signature3, Signature4};
use openpgp::packet::{Key, Signature, UserAttribute, UserID};
use openpgp::types::{SignatureType, Timestamp};
use openpgp::{KeyHandle, Packet};
use sequoia_openpgp as openpgp;

use super::super::words;

type Primary = Key<PublicParts, PrimaryRole>;

/// How many signatures with other bytes are still looked at: each takes as long as its key makes it, and nobody has so many.
pub(super) struct Looks(usize);

impl Default for Looks {
    fn default() -> Self {
        Looks(64)
    }
}

/// What a key has signed.
#[derive(Clone, Copy)]
pub(super) enum On<'a> {
    Key,
    Subkey(&'a Key<PublicParts, SubordinateRole>),
    UserId(&'a UserID),
    Photo(&'a UserAttribute),
}

/// Those of a certificate's packets, the primary key first: on what each stands behind.
pub(super) fn put_right(packets: &mut [Packet], looks: &mut Looks) {
    let Some(primary) = packets.first().and_then(primary) else { return };
    let mut before = packets.first().cloned();
    for packet in packets {
        let Packet::Signature(signature) = packet else {
            before = Some(packet.clone());
            continue;
        };
        let on = match before.as_ref() {
            _ if matches!(signature.typ(), SignatureType::KeyRevocation | SignatureType::DirectKey) => {
                On::Key
            }
            Some(Packet::PublicSubkey(key)) => On::Subkey(key),
            Some(Packet::SecretSubkey(key)) => On::Subkey(key.parts_as_public()),
            Some(Packet::UserID(id)) => On::UserId(id),
            Some(Packet::UserAttribute(photo)) => On::Photo(photo),
            _ => continue,
        };
        let Ok(digest) = digest(signature, &primary, on) else { continue };
        if !digest.starts_with(signature.digest_prefix())
            && let Some(right) = looks.verified(signature, &primary, &digest)
        {
            *packet = right.into();
        }
    }
}

impl Looks {
    /// The signature, with the right bytes, if the key has made it on this.
    pub(super) fn made(&mut self, signature: &Signature, primary: &Primary, on: On<'_>) -> Option<Signature> {
        self.verified(signature, primary, &digest(signature, primary, on).ok()?)
    }

    fn verified(&mut self, signature: &Signature, primary: &Primary, digest: &[u8]) -> Option<Signature> {
        let right = digest.starts_with(signature.digest_prefix());
        if !right {
            let (issuers, ours) = (signature.get_issuers(), KeyHandle::from(primary.fingerprint()));
            if !issuers.is_empty() && !issuers.iter().any(|issuer| issuer.aliases(&ours)) {
                return None;
            }
            self.0 = self.0.checked_sub(1)?;
        }
        signature.verify_digest(primary, digest).ok()?;
        if right { Some(signature.clone()) } else { with_prefix(signature, digest.first_chunk()?) }
    }
}

fn primary(packet: &Packet) -> Option<Primary> {
    match packet {
        Packet::PublicKey(key) => Some(key.clone()),
        Packet::SecretKey(key) => Some(key.parts_as_public().clone()),
        _ => None,
    }
}

fn digest(signature: &Signature, primary: &Primary, on: On<'_>) -> openpgp::Result<Vec<u8>> {
    use SignatureType as Type;
    let mut hash = signature.hash_algo().context()?.for_signature(signature.version());
    match (signature.typ(), on) {
        (Type::KeyRevocation | Type::DirectKey, On::Key) => signature.hash_direct_key(&mut hash, primary)?,
        (Type::SubkeyBinding | Type::SubkeyRevocation, On::Subkey(key)) => {
            signature.hash_subkey_binding(&mut hash, primary, key)?;
        }
        (typ, On::UserId(id)) if words::certifies(typ) && signature.version() == 3 => {
            return words::digest_of_version_3(signature, primary, id);
        }
        (typ, On::UserId(id)) if words::certifies(typ) => {
            signature.hash_userid_binding(&mut hash, primary, id)?;
        }
        (typ, On::Photo(photo)) if words::certifies(typ) => {
            signature.hash_user_attribute_binding(&mut hash, primary, photo)?;
        }
        (typ, _) => anyhow::bail!("{typ} is not on this"),
    }
    hash.into_digest()
}

fn with_prefix(signature: &Signature, prefix: &[u8; 2]) -> Option<Signature> {
    let (typ, hash, algorithm) = (signature.typ(), signature.hash_algo(), signature.pk_algo());
    let (prefix, numbers) = (*prefix, signature.mpis().clone());
    match signature.version() {
        3 => {
            let made = Timestamp::try_from(signature.signature_creation_time()?).ok()?;
            let issuer = signature.unhashed_area().subpacket(SubpacketTag::Issuer)?;
            let SubpacketValue::Issuer(issuer) = issuer.value() else { return None };
            Some(Signature3::new(typ, made, issuer.clone(), algorithm, hash, prefix, numbers).into())
        }
        4 => {
            let (signed, beside) = (signature.hashed_area().clone(), signature.unhashed_area().clone());
            Some(Signature4::new(typ, algorithm, hash, signed, beside, prefix, numbers).into())
        }
        _ => None,
    }
}
