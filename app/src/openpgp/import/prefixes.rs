//! With each signature stand the first two bytes of what was signed (RFC 9580 § 5.2.3), and nobody has signed those: GnuPG
//! does not look at them. The library finds by them where a signature belongs, and counts one with others among the bad
//! ones. It is a signature all the same, and a revocation is a revocation: here it gets the bytes that it should have.

use openpgp::Packet;
use openpgp::packet::key::{PrimaryRole, PublicParts, SubordinateRole};
use openpgp::packet::signature::subpacket::{SubpacketTag, SubpacketValue};
use openpgp::packet::signature::{Signature3, Signature4};
use openpgp::packet::{Key, Signature, UserAttribute, UserID};
use openpgp::serialize::MarshalInto;
use openpgp::types::{SignatureType, Timestamp};
use sequoia_openpgp as openpgp;

use super::super::{OpenPgpError, words};
use super::work::{Hashed, Work};

type Primary = Key<PublicParts, PrimaryRole>;

/// What a key has signed.
#[derive(Clone, Copy)]
pub(super) enum On<'a> {
    Key,
    Subkey(&'a Key<PublicParts, SubordinateRole>),
    UserId(&'a UserID),
    Photo(&'a UserAttribute),
}

impl On<'_> {
    /// Whether a signature of this type can be on it.
    fn takes(self, typ: SignatureType) -> bool {
        use SignatureType as Type;
        match self {
            On::Key => matches!(typ, Type::KeyRevocation | Type::DirectKey),
            On::Subkey(_) => matches!(typ, Type::SubkeyBinding | Type::SubkeyRevocation),
            // An approval is looked at by the library alone (RFC 9580 § 5.2.1.14).
            On::UserId(_) | On::Photo(_) => words::certifies(typ) || typ == Type::CertificationApproval,
        }
    }

    fn bytes(self) -> usize {
        match self {
            On::Key => 0,
            On::Subkey(key) => key.mpis().serialized_len(),
            On::UserId(id) => id.value().len(),
            On::Photo(photo) => photo.value().len(),
        }
    }
}

/// The same, apart from the packets, and where it stands among them.
enum Thing {
    Key,
    Subkey(Key<PublicParts, SubordinateRole>),
    UserId(UserID),
    Photo(UserAttribute),
}

impl Thing {
    fn of(packet: &Packet) -> Option<Self> {
        match packet {
            Packet::PublicKey(_) | Packet::SecretKey(_) => Some(Thing::Key),
            Packet::PublicSubkey(key) => Some(Thing::Subkey(key.clone())),
            Packet::SecretSubkey(key) => Some(Thing::Subkey(key.clone().take_secret().0)),
            Packet::UserID(id) => Some(Thing::UserId(id.clone())),
            Packet::UserAttribute(photo) => Some(Thing::Photo(photo.clone())),
            _ => None,
        }
    }

    fn on(&self) -> On<'_> {
        match self {
            Thing::Key => On::Key,
            Thing::Subkey(key) => On::Subkey(key),
            Thing::UserId(id) => On::UserId(id),
            Thing::Photo(photo) => On::Photo(photo),
        }
    }
}

/// Those of a certificate's packets, the primary key first. A signature belongs to what it stands behind; if it was not
/// made on that, GnuPG and the library look for what it was made on (`key_check_all_keysigs`).
pub(super) fn put_right(packets: &mut [Packet], work: &mut Work) -> Result<(), OpenPgpError> {
    let Some(primary) = packets.first().and_then(primary) else { return Ok(()) };
    let things: Vec<_> =
        packets.iter().enumerate().filter_map(|(at, it)| Some((at, Thing::of(it)?))).collect();
    for (at, packet) in packets.iter_mut().enumerate() {
        let Packet::Signature(signature) = packet else { continue };
        let (before, behind) = things.split_at(things.partition_point(|(of, _)| *of < at));
        let on = before.iter().rev().chain(behind).map(|(_, thing)| thing.on());
        if let Some(right) = made(signature, &primary, on, work)? {
            *packet = right.into();
        }
    }
    Ok(())
}

/// The signature, with the right bytes, if the key has made it on one of these.
pub(super) fn made<'a>(
    signature: &Signature,
    primary: &Primary,
    on: impl IntoIterator<Item = On<'a>>,
    work: &mut Work,
) -> Result<Option<Signature>, OpenPgpError> {
    let on: Vec<_> = on.into_iter().filter(|on| on.takes(signature.typ())).collect();
    let ours = words::can_be_by(signature, primary);
    let revokes = matches!(signature.typ(), SignatureType::KeyRevocation | SignatureType::SubkeyRevocation);
    let (hashed, by) = (Hashed::of(signature, primary.mpis()), primary.mpis());
    let mut others = Vec::new();
    for (number, one) in on.iter().enumerate() {
        work.hash(hashed, one.bytes())?;
        let Ok(digest) = digest(signature, primary, *one) else { continue };
        match digest.starts_with(signature.digest_prefix()) {
            true if ours || revokes => {
                work.check(by)?;
                if signature.verify_digest(primary, &digest[..]).is_ok() {
                    is_looked_for(signature, primary, number, &on, work)?;
                    return Ok(Some(signature.clone()));
                }
                if ours {
                    work.in_vain(by)?;
                }
            }
            true => return Ok(None),
            false if ours => others.push((number, digest)),
            false => {}
        }
    }
    for (number, digest) in others {
        work.check(by)?;
        if signature.verify_digest(primary, &digest[..]).is_ok() {
            is_looked_for(signature, primary, number, &on, work)?;
            return Ok(digest.first_chunk().and_then(|prefix| with_prefix(signature, prefix)));
        }
    }
    Ok(None)
}

/// The library looks on all that there is for what does not stand where it belongs. And some that a key has made it counts
/// among the bad ones: on a name in version 3, and on a subkey that signs and does not say so itself (RFC 9580
/// § 5.2.1.9). Whoever looks for what a key has said looks for these on all names or subkeys, and verifies them once more,
/// again and again ([`words`]).
fn is_looked_for(
    signature: &Signature,
    primary: &Primary,
    number: usize,
    all: &[On<'_>],
    work: &mut Work,
) -> Result<(), OpenPgpError> {
    let Some(on) = all.get(number).copied() else { return Ok(()) };
    let is_bad = match on {
        On::UserId(_) => signature.version() == 3,
        On::Subkey(subkey) if signature.typ() == SignatureType::SubkeyBinding => {
            let mut is_bad = signature.key_flags().is_some_and(|flags| flags.for_signing());
            for back in signature.embedded_signatures() {
                work.hash(Hashed::of(back, primary.mpis()), on.bytes())?;
                work.check(subkey.mpis())?;
                is_bad = back.verify_primary_key_binding(primary, subkey).is_err();
            }
            is_bad
        }
        On::Key | On::Subkey(_) | On::Photo(_) => false,
    };
    if is_bad {
        work.in_vain(primary.mpis())?;
    }
    if is_bad || number > 0 {
        let hashed = Hashed::of(signature, primary.mpis());
        all.iter().try_for_each(|one| work.hash(hashed, one.bytes()))?;
    }
    Ok(())
}

/// The primary key that a packet is.
pub(super) fn primary(packet: &Packet) -> Option<Primary> {
    match packet {
        Packet::PublicKey(key) => Some(key.clone()),
        Packet::SecretKey(key) => Some(key.clone().take_secret().0),
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
