//! Files that have more in them than anybody has: what would take as long as their maker wants is said to be too much, and
//! nothing in them is passed over.

use std::time::Duration;

use anyhow::ensure;
use coldspare::openpgp::NoSecretKey;
use openpgp::crypto::mpi::{MPI, Signature as Numbers};
use openpgp::packet::signature::subpacket::{Subpacket, SubpacketTag, SubpacketValue};
use openpgp::packet::signature::{Signature3, Signature4};
use openpgp::packet::user_attribute::{Image, Subpacket as Photo};
use openpgp::packet::{Packet, Signature, UserAttribute, UserID};
use openpgp::types::{HashAlgorithm, PublicKeyAlgorithm, SignatureType, Timestamp};
use sequoia_openpgp as openpgp;

use super::as_gnupg::same;
use super::ended::{misread, of_subkey, slow, with_prefix};
use super::gnupgs::{ADA, Export, ada, certifies, curve, decrypts, years_ago};
use super::*;

/// A signature of this type that nobody has made, without a word of whose it is.
fn invented(typ: SignatureType, hash: HashAlgorithm, number: u16) -> Packet {
    let (rsa, prefix) = (PublicKeyAlgorithm::RSAEncryptSign, number.to_be_bytes());
    let numbers = Numbers::RSA { s: MPI::new(&[5]) };
    let made = Signature4::new(typ, rsa, hash, Default::default(), Default::default(), prefix, numbers);
    Signature::from(made).into()
}

/// As many in version 3 as there are names, each of which could be what it is on.
fn of_the_nineties(many: u16) -> Result<Export> {
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

/// A large photo is hashed for each signature on it.
fn on_a_photo(bytes: usize, many: u16) -> Result<Export> {
    let mut key = ada()?;
    let photo = UserAttribute::new(&[Photo::Image(Image::JPEG(vec![0xFF; bytes].into()))])?;
    key.packets.push(photo.into());
    let (typ, hash) = (SignatureType::GenericCertification, HashAlgorithm::SHA512);
    key.packets.extend((0..many).map(|number| invented(typ, hash, number)));
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
    let made = years_ago(5);
    for (what, export) in [
        ("signatures of the nineties, and names", of_the_nineties(300)?),
        ("more of both", of_the_nineties(4000)?),
        ("signatures that look right", that_look_right(curve(true, made)?, 400)?),
        ("slow ones", that_look_right(slow()?, 4)?),
        ("slow ones that look wrong", that_look_wrong()?),
        ("a photo", on_a_photo(500_000, 300)?),
    ] {
        ensure!(told(&export)? == Some(NoSecretKey::Costly), "{what}: {:?}", told(&export)?);
    }
    Ok(())
}

#[test]
fn what_is_odd_and_not_too_much_is_opened() -> Result<()> {
    let made = years_ago(5);
    for (what, export) in [
        ("signatures of the nineties, and names", of_the_nineties(60)?),
        ("signatures that look right", that_look_right(curve(true, made)?, 60)?),
        ("slow ones", that_look_right(slow()?, 2)?),
        ("a photo", on_a_photo(40_000, 120)?),
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
