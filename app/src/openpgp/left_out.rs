//! Three forms of a certificate: all of it, what everybody may have, and what is sealed.
//!
//! A photo, or what hundreds of people have certified, is no secret, and would make fifty codes of five on paper. So
//! the sealed backup goes without them: they lie beside it in `public-key.asc`, and a recovery that has both joins
//! them again. What the key itself has said is always sealed, and nothing that stands on the stick changes it.
//!
//! What stands in its signatures and is not signed (RFC 9580 § 5.2.3.1) anybody can have put there, up to 64 kB of it in
//! each. Of that only what programs heed is sealed.

// What a signature remembers of having been checked is not part of its hash.
#![allow(clippy::mutable_key_type)]

use std::collections::HashSet;

use openpgp::packet::signature::subpacket::{Subpacket, SubpacketArea, SubpacketValue};
use openpgp::packet::{Signature, Tag, Unknown};
use openpgp::serialize::SerializeInto;
use openpgp::{Cert, KeyID, Packet};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::counted::those_there;
use super::words;
use crate::language::Key;

/// How much is not in the sealed backup, but in `public-key.asc` beside it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Photo ids, with all signatures on them.
    pub photos: usize,
    /// Signatures by others on what is sealed.
    pub certifications: usize,
    /// The other way round: what is to stay local (RFC 9580 § 5.2.3.19), sealed, and not in `public-key.asc`.
    pub local: usize,
}

impl LeftOut {
    /// Each kind of which there is any in `public-key.asc` alone, by the name of its text, and how much.
    pub fn each(&self) -> impl Iterator<Item = (Key, usize)> + use<> {
        let each =
            [(key!("left-out-photos"), self.photos), (key!("left-out-certifications"), self.certifications)];
        those_there(each)
    }
}

/// A user id, a photo id or a key, and the signatures behind it.
type Group = Vec<Packet>;

/// The certificate taken apart, secrets included.
fn groups(cert: &Cert) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for packet in cert.as_tsk().into_packets() {
        match (&packet, groups.last_mut()) {
            (Packet::Signature(_), Some(group)) => group.push(packet),
            _ => groups.push(vec![packet]),
        }
    }
    groups
}

fn joined(groups: Vec<Group>) -> openpgp::Result<Cert> {
    Cert::from_packets(groups.into_iter().flatten().collect::<Vec<_>>().into_iter())
}

/// Whether its maker wants it to stay where it is (RFC 9580 § 5.2.3.19): it is not for `public-key.asc`.
fn is_local(packet: &Packet) -> bool {
    matches!(packet, Packet::Signature(signature) if words::is_local(signature))
}

/// What everybody may have: no secret, nothing that is to stay local, and no user id or photo that is bound locally
/// alone.
pub(super) fn public(cert: &Cert) -> openpgp::Result<Cert> {
    let public = |(at, mut group): (usize, Group)| {
        let (local, signatures) = (group.iter().filter(|packet| is_local(packet)).count(), group.len() - 1);
        if at > 0 && signatures > 0 && local == signatures {
            return None;
        }
        group.retain(|packet| !is_local(packet));
        group.into_iter().map(without_secret).collect::<Option<Group>>()
    };
    let groups = groups(&cert.clone().strip_secret_key_material());
    joined(groups.into_iter().enumerate().filter_map(public).collect())
}

/// A key that the library does not know is a packet like any other to it, and its secret is not stripped. Of
/// version 5 (GnuPG 2.4) the public key stands in front of the secret, behind its length; others are left out.
fn without_secret(packet: Packet) -> Option<Packet> {
    let Packet::Unknown(key) = &packet else { return Some(packet) };
    let tag = match key.tag() {
        Tag::SecretKey => Tag::PublicKey,
        Tag::SecretSubkey => Tag::PublicSubkey,
        _ => return Some(packet),
    };
    const HEAD: usize = 10;
    let &[5, _, _, _, _, _, a, b, c, d, ..] = key.body() else { return None };
    let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?;
    let mut public = Unknown::new(tag, anyhow::anyhow!("version 5"));
    public.set_body(key.body().get(..HEAD.checked_add(length)?)?.to_vec());
    Some(public.into())
}

/// For an export under a passphrase: the secret of a key that the library does not know cannot be put under it, and
/// stays in the sealed backup.
pub(super) fn without_unknown_secrets(cert: &Cert) -> openpgp::Result<Cert> {
    joined(
        groups(cert)
            .into_iter()
            .filter_map(|group| group.into_iter().map(without_secret).collect())
            .collect(),
    )
}

/// What is sealed: every secret, everything that the key itself has said, and what is to stay local.
pub(super) fn sealed(cert: &Cert) -> openpgp::Result<(Cert, LeftOut)> {
    let others = by_others(cert);
    let mut left_out = LeftOut::default();
    let mut sealed = groups(cert);
    sealed.retain_mut(|group| {
        if matches!(group[..], [Packet::UserAttribute(_), ..]) && !group.iter().any(is_local) {
            left_out.photos += 1;
            return false;
        }
        left_out.local += group.iter().filter(|packet| is_local(packet)).count();
        let before = group.len();
        group.retain(|packet| {
            is_local(packet) || !matches!(packet, Packet::Signature(signature) if others.contains(signature))
        });
        left_out.certifications += before - group.len();
        true
    });
    let ids: Vec<_> = cert.keys().map(|key| key.key().keyid()).collect();
    for packet in sealed.iter_mut().flatten() {
        match packet {
            Packet::Signature(signature) if !others.contains(signature) => {
                without_unsigned(signature, &ids, true)?
            }
            _ => {}
        }
    }
    Ok((joined(sealed)?, left_out))
}

/// Without what is not signed in it, apart from what programs heed all the same: which of these keys has made it, whether it
/// is local, whatever is critical; and, if it is none itself, its back signatures. None of version 3 has such a place.
fn without_unsigned(signature: &mut Signature, by: &[KeyID], backs: bool) -> openpgp::Result<()> {
    if signature.version() == 3 {
        return Ok(());
    }
    let mut kept: Vec<Subpacket> = Vec::new();
    for subpacket in signature.unhashed_area().iter() {
        let value = match subpacket.value() {
            SubpacketValue::EmbeddedSignature(back) if backs => {
                let mut back = back.clone();
                without_unsigned(&mut back, by, false)?;
                SubpacketValue::EmbeddedSignature(back)
            }
            value if subpacket.critical() => value.clone(),
            value @ SubpacketValue::ExportableCertification(_) => value.clone(),
            value @ SubpacketValue::Issuer(id) if by.contains(id) => value.clone(),
            value @ SubpacketValue::IssuerFingerprint(print) if by.contains(&print.into()) => value.clone(),
            _ => continue,
        };
        let subpacket = Subpacket::new(value, subpacket.critical())?;
        if !kept.contains(&subpacket) {
            kept.push(subpacket);
        }
    }
    *signature.unhashed_area_mut() = SubpacketArea::new(kept)?;
    Ok(())
}

/// Signatures of other people's keys. Whether they are good cannot be known here: nothing depends on them.
fn by_others(cert: &Cert) -> HashSet<&Signature> {
    let of_keys = cert.keys().flat_map(|key| key.bundle().certifications());
    let of_ids = cert.userids().flat_map(|id| id.bundle().certifications());
    let of_photos = cert.user_attributes().flat_map(|photo| photo.bundle().certifications());
    of_keys.chain(of_ids).chain(of_photos).collect()
}

/// `cert`, which was sealed, with what was left out of it, as far as `public` has it: photos that the key itself has
/// bound, and others' signatures on what is there. Whoever had the stick wrote that file. So nothing else is taken,
/// no renewal or revocation either; and if what would be sealed were not the same as before to the last byte, nothing
/// at all.
pub(super) fn with_left_out(cert: &Cert, public: &Cert) -> Cert {
    let join = || -> openpgp::Result<Cert> {
        anyhow::ensure!(public.fingerprint() == cert.fingerprint(), "another key");
        let others = by_others(public);
        let mut all = groups(cert);
        let found = groups(&public.clone().strip_secret_key_material());
        for group in &mut all {
            let Some(ours) = group.first().map(without_secret_key) else { continue };
            let theirs = found.iter().filter(|theirs| theirs.first() == Some(&ours));
            let by_others = |packet: &&Packet| matches!(packet, Packet::Signature(s) if others.contains(s));
            group.extend(theirs.flatten().filter(by_others).cloned());
        }
        let own: HashSet<_> = public
            .user_attributes()
            .filter(|photo| photo.self_signatures().next().is_some())
            .map(|photo| Packet::from(photo.user_attribute().clone()))
            .collect();
        all.extend(found.into_iter().filter(|group| group.first().is_some_and(|photo| own.contains(photo))));
        let joined = joined(all)?;
        let bytes = |cert: &Cert| anyhow::Ok(Zeroizing::new(sealed(cert)?.0.as_tsk().to_vec()?));
        anyhow::ensure!(bytes(&joined)? == bytes(cert)?, "it would change what was sealed");
        self::public(&joined)?;
        Ok(joined)
    };
    join().unwrap_or_else(|_| cert.clone())
}

fn without_secret_key(packet: &Packet) -> Packet {
    match packet.clone() {
        Packet::SecretKey(key) => Packet::PublicKey(key.take_secret().0),
        Packet::SecretSubkey(key) => Packet::PublicSubkey(key.take_secret().0),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openpgp::cert::CertBuilder;
    use openpgp::packet::key::{Key4, SecretParts, SubordinateRole};
    use openpgp::packet::signature::SignatureBuilder;
    use openpgp::packet::signature::subpacket::{NotationData, NotationDataFlags};
    use openpgp::policy::StandardPolicy;
    use openpgp::types::{Curve, KeyFlags, SignatureType};

    /// With about as much that is not signed as there is room for.
    fn heavy(signature: &mut Signature) {
        let notation = NotationData::new("a@example.org", vec![b'x'; 63_000], NotationDataFlags::empty());
        let notation = Subpacket::new(SubpacketValue::NotationData(notation), false).unwrap();
        signature.unhashed_area_mut().add(notation).unwrap();
        let other = Subpacket::new(SubpacketValue::Issuer(KeyID::from(1)), false).unwrap();
        signature.unhashed_area_mut().add(other).unwrap();
    }

    /// A key whose signing subkey has its back signature where GnuPG puts it: beside what is signed.
    fn cert() -> Cert {
        let cert = CertBuilder::new().add_userid("Ada <ada@example.org>").add_transport_encryption_subkey();
        let cert = cert.generate().unwrap().0;
        let subkey: Key4<SecretParts, SubordinateRole> = Key4::generate_ecc(true, Curve::Ed25519).unwrap();
        let (primary, subkey) = (cert.primary_key().key(), openpgp::packet::Key::from(subkey));
        let back = SignatureBuilder::new(SignatureType::PrimaryKeyBinding);
        let mut signer = subkey.clone().into_keypair().unwrap();
        let back = back.sign_primary_key_binding(&mut signer, primary, &subkey).unwrap();
        let back = Subpacket::new(SubpacketValue::EmbeddedSignature(back), false).unwrap();
        let mut signer = primary.clone().parts_into_secret().unwrap().into_keypair().unwrap();
        let binding = SignatureBuilder::new(SignatureType::SubkeyBinding)
            .set_key_flags(KeyFlags::empty().set_signing())
            .unwrap()
            .modify_unhashed_area(|mut area| {
                area.add(back)?;
                Ok(area)
            })
            .unwrap()
            .sign_subkey_binding(&mut signer, primary, &subkey)
            .unwrap();
        cert.insert_packets([Packet::from(subkey), binding.into()]).unwrap().0
    }

    #[test]
    fn what_nobody_has_signed_is_not_sealed() {
        let light = cert();
        let heavy = groups(&light).into_iter().flatten().map(|mut packet| {
            if let Packet::Signature(signature) = &mut packet {
                heavy(signature);
            }
            packet
        });
        let heavy = Cert::from_packets(heavy.collect::<Vec<_>>().into_iter()).unwrap();
        let bytes = |cert: &Cert| cert.as_tsk().to_vec().unwrap();
        assert!(bytes(&heavy).len() > 3 * 60_000);
        let (sealed, left_out) = sealed(&heavy).unwrap();
        assert!(bytes(&sealed).len() <= bytes(&light).len() + 100, "{}", bytes(&sealed).len());
        assert_eq!((left_out, &sealed), (LeftOut::default(), &light));
        let policy = StandardPolicy::new();
        let signing = sealed.keys().with_policy(&policy, None).for_signing();
        assert_eq!(signing.count(), 1, "it has lost its back signature");
        let named = |signature: &&Signature| !signature.get_issuers().is_empty();
        assert_eq!(sealed.userids().flat_map(|id| id.self_signatures()).filter(named).count(), 1);
        // A second time there is nothing left, and beside it on the stick it is as it was.
        assert_eq!(bytes(&super::sealed(&sealed).unwrap().0), bytes(&sealed));
        let public = public(&heavy).unwrap();
        assert!(public.to_vec().unwrap().len() > 3 * 60_000);
        assert_eq!(bytes(&with_left_out(&sealed, &public)), bytes(&sealed));
    }
}
