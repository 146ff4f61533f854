//! What a key has said of itself, and which word counts of those that it has said of one thing: as a rule the newest
//! (RFC 9580 § 5.2.3.11), as GnuPG picks it (`merge_selfsigs_main`, `merge_selfsigs_subkey`). It is picked here alone.
//!
//! That a key or a subkey was revoked is not among these: whoever has revoked it once has done so, however and whenever.

use std::time::{Duration, SystemTime};

use openpgp::cert::amalgamation::key::SubordinateKeyAmalgamation;
use openpgp::cert::amalgamation::{UserAttributeAmalgamation, UserIDAmalgamation};
use openpgp::crypto::hash::Hash as _;
use openpgp::packet::key::{KeyRole, PrimaryRole, PublicParts};
use openpgp::packet::signature::subpacket::{SubpacketTag, SubpacketValue};
use openpgp::packet::{Key, Signature, UserID};
use openpgp::policy::{HashAlgoSecurity, Policy, StandardPolicy};
use openpgp::types::{HashAlgorithm, KeyFlags, SignatureType};
use openpgp::{Cert, KeyHandle};
use sequoia_openpgp as openpgp;

use super::view::{NOTATIONS, View};

/// All that was said of one thing.
pub(super) type Words<'a> = Vec<&'a Signature>;

/// What becomes of a word whose own time is over (§ 5.2.3.18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// It is the last word all the same: a user id is over with it. So is a subkey: GnuPG, when it reads a key, throws older
    /// bindings away before it looks whether the newest is over.
    Counts,
    /// An older one that stands counts before it.
    PassedOver,
}

/// The word that counts. One that others do not read does so only if there is no other: one for the owner alone, or with
/// MD5 or SHA-3. One with something critical that nobody knows never does (§ 5.2.3.7).
pub(super) fn counting<'a>(words: Words<'a>, view: &View, over: Over) -> Option<&'a Signature> {
    let known = |word: &&Signature| is_known(word, &view.policy);
    // Of the same second it is the revocation.
    let weight = |word: &&Signature| {
        let stands = over == Over::Counts || stands(word, view);
        let revokes = word.typ() == SignatureType::CertificationRevocation;
        (is_for_all(word), stands, word.signature_creation_time(), revokes)
    };
    words.into_iter().filter(known).max_by_key(weight)
}

/// Whether all is known that has to be known to read it. GnuPG looks for that beside what is signed, too.
fn is_known(word: &Signature, policy: &StandardPolicy<'_>) -> bool {
    let strange = |tag| policy.critical_subpacket_cutoff(tag).is_some();
    let mut beside = word.unhashed_area().iter().filter(|subpacket| subpacket.critical());
    policy.signature(word, HashAlgoSecurity::SecondPreImageResistance).is_ok()
        && !beside.any(|subpacket| match subpacket.value() {
            SubpacketValue::NotationData(notation) => !NOTATIONS.contains(&notation.name()),
            _ => strange(subpacket.tag()),
        })
}

/// Whether others read it, GnuPG among them, which knows no SHA-3.
pub(super) fn is_for_all(word: &Signature) -> bool {
    let hash = word.hash_algo();
    !matches!(hash, HashAlgorithm::MD5 | HashAlgorithm::SHA3_256 | HashAlgorithm::SHA3_512) && !is_local(word)
}

/// Whether its maker wants it to stay where it is (§ 5.2.3.19). If what is signed does not say so, GnuPG believes what
/// stands beside that.
pub(super) fn is_local(word: &Signature) -> bool {
    let stays = |value: &SubpacketValue| matches!(value, SubpacketValue::ExportableCertification(false));
    let mut beside = word.unhashed_area().subpackets(SubpacketTag::ExportableCertification);
    match first(word, SubpacketTag::ExportableCertification) {
        Some(value) => stays(value),
        None => word.exportable().is_err() || beside.next().is_some_and(|beside| stays(beside.value())),
    }
}

/// Whether it takes nothing back, and its own time is not over.
pub(super) fn stands(word: &Signature, view: &View) -> bool {
    word.typ() != SignatureType::CertificationRevocation && ends(word).is_none_or(|end| view.time < end)
}

/// What is signed of one thing. If it stands there twice, GnuPG takes the first one (`parse_sig_subpkt`), and the library
/// the last.
fn first(word: &Signature, tag: SubpacketTag) -> Option<&SubpacketValue> {
    word.hashed_area().subpackets(tag).next().map(|subpacket| subpacket.value())
}

/// What its key may do.
pub(super) fn flags(word: &Signature) -> Option<KeyFlags> {
    match first(word, SubpacketTag::KeyFlags)? {
        SubpacketValue::KeyFlags(flags) => Some(flags.clone()),
        _ => None,
    }
}

/// How long its key is valid (§ 5.2.3.13); none is for ever.
pub(super) fn period(word: &Signature) -> Option<Duration> {
    match first(word, SubpacketTag::KeyExpirationTime)? {
        SubpacketValue::KeyExpirationTime(period) => {
            Some(Duration::from(*period)).filter(|period| !period.is_zero())
        }
        _ => None,
    }
}

/// When its own time is over (§ 5.2.3.18); none is for ever here as well.
pub(super) fn ends(word: &Signature) -> Option<SystemTime> {
    match first(word, SubpacketTag::SignatureExpirationTime)? {
        SubpacketValue::SignatureExpirationTime(period) => {
            let period = Some(Duration::from(*period)).filter(|period| !period.is_zero())?;
            word.signature_creation_time()?.checked_add(period)
        }
        _ => None,
    }
}

/// Whether it says that its user id is the main one.
pub(super) fn is_main(word: &Signature) -> bool {
    matches!(first(word, SubpacketTag::PrimaryUserID), Some(SubpacketValue::PrimaryUserID(true)))
}

/// Of a user id.
pub(super) fn of_name<'a>(cert: &'a Cert, id: &UserIDAmalgamation<'a>) -> Words<'a> {
    id.self_signatures().chain(id.self_revocations()).chain(of_version_3(cert, id.userid())).collect()
}

/// Of a photo.
pub(super) fn of_photo<'a>(photo: &UserAttributeAmalgamation<'a>) -> Words<'a> {
    photo.self_signatures().chain(photo.self_revocations()).collect()
}

/// Of itself.
pub(super) fn on_the_key(cert: &Cert) -> Words<'_> {
    cert.primary_key().self_signatures().collect()
}

/// Of a subkey, with a back signature or, in front of those, without: the library counts these among the bad ones.
pub(super) fn of_subkey<'a>(
    cert: &'a Cert,
    subkey: &SubordinateKeyAmalgamation<'a, PublicParts>,
) -> Words<'a> {
    let primary = cert.primary_key().key();
    let without = cert.bad_signatures().filter(|signature| binds(signature, primary, subkey.key()));
    without.chain(subkey.self_signatures()).collect()
}

/// Whether the newest is for the owner alone. GnuPG throws older bindings of a subkey away, then this one.
pub(super) fn newest_is_local(words: Words<'_>) -> bool {
    let newest = words.into_iter().max_by_key(|word| word.signature_creation_time());
    newest.is_some_and(is_local)
}

/// When the newest of its keys was made, or the newest word of it that anybody reads: what is signed anew is to count, so
/// it is signed after that.
pub(super) fn newest(cert: &Cert, policy: &StandardPolicy<'_>) -> SystemTime {
    let names = cert.userids().flat_map(|id| match cert.is_tsk() {
        true => of_name(cert, &id),
        // Of a key that signs nothing here, what the library has not checked is not looked at once more.
        false => id.self_signatures().chain(id.self_revocations()).collect(),
    });
    let photos = cert.user_attributes().flat_map(|photo| of_photo(&photo));
    let subkeys = cert.keys().subkeys().flat_map(|subkey| match cert.is_tsk() {
        true => of_subkey(cert, &subkey),
        false => subkey.self_signatures().collect(),
    });
    let known = |word: &&Signature| is_known(word, policy);
    let words = names.chain(photos).chain(subkeys).chain(on_the_key(cert)).filter(known);
    let words = words.filter_map(|word| word.signature_creation_time());
    words.fold(newest_key(cert), SystemTime::max)
}

/// When the newest of its keys was made. Those that are its own: who has put another one there has no say.
pub(super) fn newest_key(cert: &Cert) -> SystemTime {
    let subkeys = cert.keys().subkeys().filter(|subkey| is_bound(cert, subkey));
    let made = subkeys.map(|subkey| subkey.key().creation_time());
    made.fold(cert.primary_key().key().creation_time(), SystemTime::max)
}

/// What the key has signed of a user id in version 3, as the programs of the nineties did and GnuPG still reads. There a
/// user id is hashed without a header (RFC 4880 § 5.2.4); the library hashes one, and counts these among the bad ones.
fn of_version_3<'a>(cert: &'a Cert, id: &UserID) -> impl Iterator<Item = &'a Signature> {
    let primary = cert.primary_key().key();
    let fits = move |signature: &&Signature| {
        signature.version() == 3
            && certifies(signature.typ())
            && can_be_by(signature, primary)
            && is_made_of(signature, primary, digest_of_version_3(signature, primary, id))
    };
    cert.bad_signatures().filter(fits).collect::<Vec<_>>().into_iter()
}

/// What a signature of version 3 on a user id is made of.
pub(super) fn digest_of_version_3(
    signature: &Signature,
    primary: &Key<PublicParts, PrimaryRole>,
    id: &UserID,
) -> openpgp::Result<Vec<u8>> {
    let made = signature.signature_creation_time().ok_or_else(|| anyhow::anyhow!("no time"))?;
    let made = u32::try_from(made.duration_since(SystemTime::UNIX_EPOCH)?.as_secs())?;
    let mut hash = signature.hash_algo().context()?.for_signature(signature.version());
    primary.hash(&mut hash)?;
    hash.update(id.value());
    hash.update(&[u8::from(signature.typ())]);
    hash.update(&made.to_be_bytes());
    hash.into_digest()
}

/// Whether it is a word on a user id or a photo.
pub(super) fn certifies(typ: SignatureType) -> bool {
    matches!(
        typ,
        SignatureType::GenericCertification
            | SignatureType::PersonaCertification
            | SignatureType::CasualCertification
            | SignatureType::PositiveCertification
            | SignatureType::CertificationRevocation
    )
}

/// Whether the primary key has made it of this. How long that takes to be verified, the key says itself: what is seen to be
/// of something else by its first bytes is not verified. (Where those alone are wrong, they were put right.)
fn is_made_of(
    signature: &Signature,
    primary: &Key<PublicParts, PrimaryRole>,
    digest: openpgp::Result<Vec<u8>>,
) -> bool {
    digest.is_ok_and(|digest| {
        digest.starts_with(signature.digest_prefix()) && signature.verify_digest(primary, digest).is_ok()
    })
}

/// Whether the primary key has signed that the subkey belongs to it (RFC 9580 § 5.2.1.8), whatever the subkey says.
fn binds<R: KeyRole>(
    signature: &Signature,
    primary: &Key<PublicParts, PrimaryRole>,
    subkey: &Key<PublicParts, R>,
) -> bool {
    let digest = || -> openpgp::Result<Vec<u8>> {
        let mut hash = signature.hash_algo().context()?.for_signature(signature.version());
        signature.hash_subkey_binding(&mut hash, primary, subkey.role_as_subordinate())?;
        hash.into_digest()
    };
    signature.typ() == SignatureType::SubkeyBinding
        && can_be_by(signature, primary)
        && is_made_of(signature, primary, digest())
}

/// Whether it names nobody else as its maker: GnuPG and the library take no word of others for the key's own. It is asked
/// before anything is hashed, on which nobody has counted.
pub(super) fn can_be_by(signature: &Signature, primary: &Key<PublicParts, PrimaryRole>) -> bool {
    let (issuers, key) = (signature.get_issuers(), KeyHandle::from(primary.fingerprint()));
    issuers.is_empty() || issuers.iter().any(|issuer| issuer.aliases(&key))
}

/// Whether a subkey is one of the certificate's own: the primary key has said so, or has taken it back.
pub(super) fn is_bound<'a>(cert: &'a Cert, subkey: &SubordinateKeyAmalgamation<'a, PublicParts>) -> bool {
    subkey.self_signatures().next().is_some()
        || subkey.self_revocations().next().is_some()
        || !of_subkey(cert, subkey).is_empty()
}
