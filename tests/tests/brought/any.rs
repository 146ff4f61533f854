//! Certificates of any make-up: nothing of them is lost, and none of them ends in an identity that does not come back.

use std::collections::BTreeSet;
use std::time::Duration;

use proptest::prelude::*;
use sequoia_openpgp::cert::CertBuilder;
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::packet::user_attribute::{Image, Subpacket};
use sequoia_openpgp::packet::{Signature, UserAttribute};
use sequoia_openpgp::serialize::SerializeInto;
use sequoia_openpgp::types::{HashAlgorithm, KeyFlags, ReasonForRevocation, SignatureType};
use sequoia_openpgp::{Cert, Packet};

use super::kept::packets;
use super::*;

const YEAR: Duration = Duration::from_secs(365 * 86_400);

/// What a subkey is like.
#[derive(Debug, Clone)]
struct Subkey {
    flags: u8,
    years: Option<u64>,
    revoked: bool,
    weak: bool,
}

/// What a certificate is like.
#[derive(Debug, Clone)]
struct Like {
    age: u64,
    years: Option<u64>,
    signs: bool,
    user_ids: usize,
    revoked_id: bool,
    photo: bool,
    certified: bool,
    subkeys: Vec<Subkey>,
    in_slot: bool,
}

fn like() -> impl Strategy<Value = Like> {
    let subkey = (0u8..8, prop::option::of(1u64..8), any::<bool>(), any::<bool>())
        .prop_map(|(flags, years, revoked, weak)| Subkey { flags, years, revoked, weak });
    let head = (1u64..9, prop::option::of(1u64..12), any::<bool>(), 0usize..4, any::<bool>());
    let tail = (any::<bool>(), any::<bool>(), prop::collection::vec(subkey, 0..6), any::<bool>());
    (head, tail).prop_map(
        |((age, years, signs, user_ids, revoked_id), (photo, certified, subkeys, in_slot))| Like {
            age,
            years,
            signs,
            user_ids,
            revoked_id,
            photo,
            certified,
            subkeys,
            in_slot,
        },
    )
}

fn flags(bits: u8) -> KeyFlags {
    let with =
        |set: bool, flags: KeyFlags, more: fn(KeyFlags) -> KeyFlags| if set { more(flags) } else { flags };
    let flags = with(bits & 1 != 0, KeyFlags::empty(), KeyFlags::set_signing);
    let flags = with(bits & 2 != 0, flags, KeyFlags::set_authentication);
    // The library's builder makes a key that encrypts of a subkey that does nothing else.
    with(bits & 3 == 0, flags, KeyFlags::set_transport_encryption)
}

fn certificate(like: &Like) -> Result<Cert> {
    let now = SystemTime::now();
    let made = now - YEAR * u32::try_from(like.age)?;
    let years = |years: Option<u64>| years.map(|years| YEAR * years as u32);
    let primary = if like.signs { KeyFlags::empty().set_signing() } else { KeyFlags::empty() };
    let mut builder = CertBuilder::new()
        .set_creation_time(made)
        .set_validity_period(years(like.years))
        .set_primary_key_flags(primary.set_certification());
    for i in 0..like.user_ids {
        builder = builder.add_userid(format!("Number {i} <{i}@example.org>"));
    }
    for subkey in &like.subkeys {
        builder = builder.add_subkey(flags(subkey.flags), years(subkey.years), None);
    }
    let (mut cert, _) = builder.generate()?;
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let subkeys: Vec<_> = cert.keys().subkeys().map(|subkey| subkey.key().clone()).collect();
    for (subkey, like) in subkeys.iter().zip(&like.subkeys) {
        if like.revoked {
            let revocation = SignatureBuilder::new(SignatureType::SubkeyRevocation)
                .set_reason_for_revocation(ReasonForRevocation::KeyRetired, b"")?
                .sign_subkey_binding(&mut signer, cert.primary_key().key(), subkey);
            cert = add(cert, revocation.map(Packet::from))?;
        }
        if like.weak && !flags(like.flags).for_signing() {
            let binding = SignatureBuilder::new(SignatureType::SubkeyBinding)
                .set_hash_algo(HashAlgorithm::SHA1)
                .set_signature_creation_time(now - Duration::from_secs(86_400))?
                .set_key_flags(flags(like.flags))?
                .sign_subkey_binding(&mut signer, cert.primary_key().key(), subkey)?;
            cert = cert.insert_packets([Packet::from(binding)])?.0;
        }
    }
    if like.revoked_id && like.user_ids > 0 {
        let first = cert.userids().next().map(|id| id.userid().clone()).context("no user id")?;
        let revocation = SignatureBuilder::new(SignatureType::CertificationRevocation)
            .set_reason_for_revocation(ReasonForRevocation::UIDRetired, b"")?
            .sign_userid_binding(&mut signer, cert.primary_key().key(), &first)?;
        cert = cert.insert_packets([Packet::from(revocation)])?.0;
    }
    if like.photo {
        let image = Image::JPEG(vec![0xFF; 3000].into());
        let photo = UserAttribute::new(&[Subpacket::Image(image)])?;
        let binding = SignatureBuilder::new(SignatureType::PositiveCertification)
            .sign_user_attribute_binding(&mut signer, cert.primary_key().key(), &photo)?;
        cert = cert.insert_packets([Packet::from(photo), binding.into()])?.0;
    }
    if like.certified {
        let (other, _) = CertBuilder::new().add_userid("Somebody else").generate()?;
        let mut other = other.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
        let first = cert.userids().next().map(|id| id.userid().clone());
        if let Some(id) = first {
            let word: Signature = SignatureBuilder::new(SignatureType::GenericCertification)
                .sign_userid_binding(&mut other, cert.primary_key().key(), &id)?;
            cert = cert.insert_packets([Packet::from(word)])?.0;
        }
    }
    Ok(cert)
}

/// A revocation that the library does not make of this builder is none.
fn add(cert: Cert, packet: sequoia_openpgp::Result<Packet>) -> Result<Cert> {
    match packet {
        Ok(packet) => Ok(cert.insert_packets([packet])?.0),
        Err(_) => Ok(cert),
    }
}

/// What was brought, and what comes back of the sealed secret key and the public key beside it.
fn there_and_back(like: &Like) -> Result<()> {
    let cert = certificate(like)?;
    let went: BTreeSet<_> = packets(&cert)?;
    let exported = cert.as_tsk().armored().to_vec()?;
    let inventory = Opening::of(&exported)?.inventory(SystemTime::now())?;
    let primary_key = if like.in_slot { PrimaryKey::SignatureSlot } else { PrimaryKey::Offline };
    let plan = plan(&inventory, primary_key)?;
    let places = inventory.preset(&plan)?;
    let identity = inventory.identity(&places, &plan, SystemTime::now())?;
    let back = Identity::from_secret_key(&identity.secret_armored()?, None, primary_key)?;
    let mut came = packets(&back.public())?;
    came.extend(packets(&identity.public())?);
    let lost: Vec<_> = went.difference(&came).map(|(tag, _)| tag.to_string()).collect();
    anyhow::ensure!(lost.is_empty(), "lost: {lost:?}");
    // Each key is in a slot, stays in the backup and is said to, or is the primary key.
    for key in cert.keys() {
        let print = key.key().fingerprint().to_hex();
        let placed = places.iter().any(|goes| goes.yours() == Some(&print));
        let kept = inventory.kept(&places).any(|part| part.fingerprint == print);
        anyhow::ensure!(placed != kept, "{print} is nowhere, or twice");
    }
    // No key that reads mail and is valid is replaced.
    let reads = |part: &&Part| part.uses.decrypt && part.kept.is_none();
    let replaced =
        places[Slot::Decryption as usize] == Goes::New && inventory.parts().iter().any(|p| reads(&p));
    anyhow::ensure!(!replaced, "a decryption key was replaced");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_brought_comes_back_whole(like in like()) {
        let done = there_and_back(&like);
        prop_assert!(done.is_ok(), "{:?}", done);
    }
}
