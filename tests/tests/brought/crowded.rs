//! Files that have more in them than anybody has: what would take as long as their maker wants is said to be too much, and
//! nothing in them is passed over.

use std::time::Duration;

use anyhow::ensure;
use coldspare::openpgp::NoSecretKey;
use openpgp::KeyID;
use openpgp::crypto::Signer as _;
use openpgp::crypto::hash::Hash as _;
use openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey, SecretKeyMaterial as Secret, Signature as Numbers};
use openpgp::packet::key::Key4;
use openpgp::packet::signature::subpacket::{Subpacket, SubpacketArea, SubpacketTag, SubpacketValue};
use openpgp::packet::signature::{Signature3, Signature4};
use openpgp::packet::user_attribute::{Image, Subpacket as Photo};
use openpgp::packet::{Packet, Signature, UserAttribute, UserID};
use openpgp::types::{HashAlgorithm, KeyFlags, PublicKeyAlgorithm, RevocationKey, SignatureType, Timestamp};
use sequoia_openpgp as openpgp;

use super::as_gnupg::same;
use super::ended::{misread, of_subkey, slow, with_prefix};
use super::gnupgs::{ADA, Export, ada, certifies, curve, decrypts, rsa, says, years_ago};
use super::*;

/// A signature of this type that nobody has made, without a word of whose it is.
fn invented(typ: SignatureType, hash: HashAlgorithm, number: u16) -> Packet {
    let (rsa, prefix) = (PublicKeyAlgorithm::RSAEncryptSign, number.to_be_bytes());
    let numbers = Numbers::RSA { s: MPI::new(&[5]) };
    let made = Signature4::new(typ, rsa, hash, Default::default(), Default::default(), prefix, numbers);
    Signature::from(made).into()
}

/// The same by somebody else, with a list of what nobody knows in it.
fn strangers(typ: SignatureType, words: usize, number: u16) -> Result<Packet> {
    let (mut signed, mut beside) = (SubpacketArea::default(), SubpacketArea::default());
    for _ in 0..words {
        let (tag, body) = (SubpacketTag::Private(100), Vec::new());
        signed.add(Subpacket::new(SubpacketValue::Unknown { tag, body }, false)?)?;
    }
    beside.add(Subpacket::new(SubpacketValue::Issuer(KeyID::from(5)), false)?)?;
    let (rsa, prefix) = (PublicKeyAlgorithm::RSAEncryptSign, number.to_be_bytes());
    let numbers = Numbers::RSA { s: MPI::new(&[5]) };
    let made = Signature4::new(typ, rsa, HashAlgorithm::SHA512, signed, beside, prefix, numbers);
    Ok(Signature::from(made).into())
}

/// As many in version 3 as there are names, each of which could be what it is on.
pub(super) fn of_the_nineties(many: u16) -> Result<Export> {
    let mut key = ada()?;
    let made = Timestamp::try_from(years_ago(5))?;
    for number in 0..many {
        let (typ, issuer, hash) =
            (SignatureType::GenericCertification, key.primary.keyid(), HashAlgorithm::SHA1);
        let (rsa, prefix) = (PublicKeyAlgorithm::RSAEncryptSign, number.to_be_bytes());
        let numbers = Numbers::RSA { s: MPI::new(&[5]) };
        let signature = Signature3::new(typ, made, issuer, rsa, hash, prefix, numbers);
        key.packets.push(Signature::from(signature).into());
    }
    key.packets.extend((0..many).map(|number| UserID::from(format!("Ada {number}")).into()));
    Ok(key)
}

/// Signatures of the key on its name that have the right bytes in front and are wrong: each is verified.
fn that_look_right(primary: super::gnupgs::Subkey, many: u64) -> Result<Export> {
    let mut key = Export::of(primary).id(ADA, certifies(years_ago(5))?)?;
    let Some(Packet::Signature(own)) = key.packets.last().cloned() else { bail!("no signature") };
    for number in 0..many {
        let mut signed = own.hashed_area().clone();
        let made = Timestamp::try_from(years_ago(4) + Duration::from_secs(number))?;
        signed.replace(Subpacket::new(SubpacketValue::SignatureCreationTime(made), true)?)?;
        signed.remove_all(SubpacketTag::NotationData);
        let (typ, algorithm, hash) = (own.typ(), own.pk_algo(), own.hash_algo());
        let wrong =
            Signature4::new(typ, algorithm, hash, signed, Default::default(), [0; 2], own.mpis().clone());
        let wrong = Signature::from(wrong);
        let mut hash = hash.context()?.for_signature(wrong.version());
        wrong.hash_userid_binding(&mut hash, key.primary.parts_as_public(), &UserID::from(ADA))?;
        let digest = hash.into_digest()?;
        key.packets.push(with_prefix(&wrong.into(), |_| [digest[0], digest[1]])?);
    }
    Ok(key)
}

/// Each is good, and stands behind all names instead of its own.
fn out_of_place(many: usize) -> Result<Export> {
    let (made, mut key) = (years_ago(5), ada()?);
    let mut signer = key.primary.clone().into_keypair()?;
    let names: Vec<_> = (0..many).map(|number| UserID::from(format!("Ada {number}"))).collect();
    let public = key.primary.parts_as_public();
    let signed = names.iter().map(|name| certifies(made)?.sign_userid_binding(&mut signer, public, name));
    let signed: Vec<Signature> = signed.collect::<openpgp::Result<_>>()?;
    key.packets.extend(names.into_iter().map(Packet::from).chain(signed.into_iter().map(Packet::from)));
    Ok(key)
}

/// A large photo is hashed for each signature on it.
fn on_a_photo(bytes: usize, many: u16) -> Result<Export> {
    let mut key = ada()?;
    let photo = UserAttribute::new(&[Photo::Image(Image::JPEG(vec![0xFF; bytes].into()))])?;
    key.packets.push(photo.into());
    let (typ, hash) = (SignatureType::GenericCertification, HashAlgorithm::SHA512);
    key.packets.extend((0..many).map(|number| invented(typ, hash, number)));
    Ok(key)
}

/// Bare secrets, each in front of the certificate that has it.
fn bare_secrets(many: usize) -> Result<Export> {
    let mut key = ada()?;
    let made = years_ago(5);
    for _ in 0..many {
        let subkey = curve(false, made)?;
        key.packets.push(subkey.clone().take_secret().0.into());
        key.packets.insert(0, subkey.into());
    }
    Ok(key)
}

/// Signatures with a long list of what nobody knows, each of which could be on any name.
fn wordy(many: u16, names: u16) -> Result<Export> {
    let mut key = ada()?;
    for number in 0..many {
        key.packets.push(strangers(SignatureType::GenericCertification, 20_000, number)?);
    }
    key.packets.extend((0..names).map(|number| UserID::from(format!("Ada {number}")).into()));
    Ok(key)
}

/// A primary key that is long is hashed for each of its signatures.
fn by_a_long_key(many: u16) -> Result<Export> {
    let (made, algorithm) = (years_ago(5), PublicKeyAlgorithm::RSAEncryptSign);
    let long = |first: u8| [&[first][..], &[0xFF; 8000]].concat();
    let public = PublicKey::RSA { e: MPI::new(&long(1)), n: MPI::new(&long(2)) };
    let number = || ProtectedMPI::from(vec![3]);
    let secret = Secret::RSA { d: number(), p: number(), q: number(), u: number() };
    let mut key = Export::of(Key4::with_secret(made, algorithm, public, secret.into())?.into());
    for number in 0..many {
        key.packets.push(strangers(SignatureType::DirectKey, 0, number)?);
    }
    Ok(key)
}

/// What the key has signed, and the library counts among the bad ones: on a name in version 3.
fn valid_in_version_3(many: u32) -> Result<Export> {
    let (made, typ, hash) = (years_ago(5), SignatureType::PositiveCertification, HashAlgorithm::SHA256);
    let mut key = Export::of(rsa(2048, made)?).id(ADA, certifies(made)?)?;
    let (algorithm, issuer) = (key.primary.pk_algo(), key.primary.keyid());
    let mut signer = key.primary.clone().into_keypair()?;
    for number in 0..many {
        let then = Timestamp::from(u32::from(Timestamp::try_from(made)?) + number);
        let mut hashed = hash.context()?.for_signature(3);
        key.primary.parts_as_public().hash(&mut hashed)?;
        hashed.update(ADA.as_bytes());
        hashed.update(&[u8::from(typ)]);
        hashed.update(&u32::from(then).to_be_bytes());
        let digest = hashed.into_digest()?;
        let (numbers, prefix) = (signer.sign(hash, &digest)?, [digest[0], digest[1]]);
        let signature = Signature3::new(typ, then, issuer.clone(), algorithm, hash, prefix, numbers);
        key.packets.push(Signature::from(signature).into());
    }
    Ok(key)
}

/// The same on a subkey that signs, and has not said so itself.
fn without_back_signatures(many: u64) -> Result<Export> {
    let made = years_ago(5);
    let binds = (0..many).map(|number| {
        let then = made + Duration::from_secs(number);
        says(SignatureType::SubkeyBinding, then)?.set_key_flags(KeyFlags::empty().set_signing())
    });
    let binds = binds.collect::<openpgp::Result<Vec<_>>>()?;
    ada()?.subkey(curve(true, made)?, binds)
}

/// A certificate in two parts: the signatures of one are looked for in the other.
fn in_two_parts(many: u16) -> Result<Export> {
    let mut key = ada()?;
    let (typ, hash) = (SignatureType::SubkeyBinding, HashAlgorithm::SHA512);
    key.packets.extend((0..many).map(|number| invented(typ, hash, number)));
    key.packets.push(key.primary.clone().into());
    for _ in 0..many {
        key.packets.push(curve(false, years_ago(5))?.take_secret().0.into());
    }
    Ok(key)
}

/// Revocations by strangers, of keys that have named others for that.
fn by_strangers(many: u16) -> Result<Export> {
    let named = RevocationKey::new(PublicKeyAlgorithm::EdDSA, ada()?.primary.fingerprint(), false);
    let says = says(SignatureType::DirectKey, years_ago(5))?.modify_hashed_area(|mut area| {
        area.add(Subpacket::new(SubpacketValue::RevocationKey(named), true)?)?;
        Ok(area)
    })?;
    let mut key = ada()?.direct(says)?;
    key.packets.extend([ada()?.primary.take_secret().0.into(), UserID::from("Grace").into()]);
    for number in 0..many {
        key.packets.push(strangers(SignatureType::KeyRevocation, 0, number)?);
    }
    Ok(key)
}

fn told(export: &Export) -> Result<Option<NoSecretKey>> {
    match Opening::of(&export.bytes()?) {
        Err(OpenPgpError::NoSecretKey(why)) => Ok(Some(why)),
        Err(error) => bail!("{error:?}"),
        Ok(_) => Ok(None),
    }
}

/// Of a key that takes its time, with other bytes in front: each may be its own.
fn that_look_wrong() -> Result<Export> {
    let mut key = that_look_right(slow()?, 150)?;
    for packet in key.packets.iter_mut().skip(3) {
        *packet = misread(packet)?;
    }
    Ok(key)
}

#[test]
fn what_would_take_as_long_as_the_files_maker_wants_is_said_to_be_too_much() -> Result<()> {
    let (made, mut opened) = (years_ago(5), Vec::new());
    for (what, export) in [
        ("signatures of the nineties, and names", of_the_nineties(300)?),
        ("more of both", of_the_nineties(4000)?),
        ("signatures that look right", that_look_right(curve(true, made)?, 400)?),
        ("signatures behind all names", out_of_place(150)?),
        ("slow ones", that_look_right(slow()?, 4)?),
        ("slow ones that look wrong", that_look_wrong()?),
        ("a photo", on_a_photo(500_000, 300)?),
        ("bare secrets", bare_secrets(3000)?),
        ("signatures with many words", wordy(15, 1000)?),
        ("a long key", by_a_long_key(9000)?),
        ("names in version 3", valid_in_version_3(300)?),
        ("subkeys that do not say that they sign", without_back_signatures(300)?),
        ("in two parts", in_two_parts(2000)?),
        ("revocations by strangers", by_strangers(6000)?),
    ] {
        if told(&export)? != Some(NoSecretKey::Costly) {
            opened.push(what);
        }
    }
    ensure!(opened.is_empty(), "{opened:?}");
    Ok(())
}

#[test]
fn what_is_odd_and_not_too_much_is_opened() -> Result<()> {
    let made = years_ago(5);
    for (what, export) in [
        ("signatures of the nineties, and names", of_the_nineties(60)?),
        ("signatures that look right", that_look_right(curve(true, made)?, 60)?),
        ("signatures behind all names", out_of_place(60)?),
        ("slow ones", that_look_right(slow()?, 2)?),
        ("a photo", on_a_photo(40_000, 120)?),
        ("bare secrets", bare_secrets(60)?),
        ("signatures with many words", wordy(3, 10)?),
        ("names in version 3", valid_in_version_3(60)?),
        ("subkeys that do not say that they sign", without_back_signatures(60)?),
        ("in two parts", in_two_parts(60)?),
        ("revocations by strangers", by_strangers(1000)?),
    ] {
        ensure!(told(&export)?.is_none(), "{what}: {:?}", told(&export)?);
        identity(&export.inventory()?).context(what)?;
    }
    Ok(())
}

/// Nobody has signed these bytes, however many of them are wrong.
#[test]
fn behind_many_signatures_with_other_bytes_in_front_a_revocation_is_still_one() -> Result<()> {
    let (mut key, made) = (ada()?, years_ago(5));
    let mut signer = key.primary.clone().into_keypair()?;
    let (public, id) = (key.primary.parts_as_public(), UserID::from(ADA));
    let mut more = Vec::new();
    for number in 0..100 {
        let says = certifies(years_ago(4) + Duration::from_secs(number))?;
        more.push(misread(&says.sign_userid_binding(&mut signer, public, &id)?.into())?);
    }
    key.packets.extend(more);
    let mut key = key.subkey(curve(false, made)?, [decrypts(made)?])?;
    let revocation = misread(&of_subkey(&key)?)?;
    key.packets.push(revocation);
    let inventory = key.inventory()?;
    ensure!(matches!(inventory.parts()[1].kept, Some(Kept::Revoked(_))), "{:?}", inventory.parts());
    same(&key.bytes()?)
}
