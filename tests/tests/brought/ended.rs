//! Revocations beside a key: of the whole key or of a part of it, by itself, by somebody whom it has named, of another key;
//! in front of it or behind it.

use anyhow::ensure;
use coldspare::openpgp::{Remains, Unusable};
use openpgp::armor::{Kind, Writer};
use openpgp::packet::Packet;
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::signature::subpacket::{Subpacket, SubpacketValue};
use openpgp::serialize::{Serialize, SerializeInto};
use openpgp::types::{RevocationKey, SignatureType};
use sequoia_openpgp as openpgp;

use super::gnupgs::{Export, ada, curve, decrypts, lives_with_gnupg, revokes, says, years_ago};
use super::*;

fn key() -> Result<Export> {
    let made = years_ago(5);
    ada()?.subkey(curve(false, made)?, [decrypts(made)?])
}

fn binary(packets: &[Packet]) -> Result<Vec<u8>> {
    Ok(packets.iter().map(Packet::to_vec).collect::<openpgp::Result<Vec<_>>>()?.concat())
}

fn armored(packets: &[Packet], kind: Kind) -> Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new(), kind)?;
    packets.iter().try_for_each(|packet| packet.serialize(&mut writer))?;
    Ok(writer.finalize()?)
}

fn revocation(of: &Export, by: &Export) -> Result<Packet> {
    let mut signer = by.primary.clone().into_keypair()?;
    let says = revokes(SignatureType::KeyRevocation, years_ago(3))?;
    Ok(says.sign_direct_key(&mut signer, of.primary.parts_as_public())?.into())
}

fn of_subkey(of: &Export) -> Result<Packet> {
    let subkey = of.packets.iter().find_map(|packet| match packet {
        Packet::SecretSubkey(key) => Some(key.clone()),
        _ => None,
    });
    let mut signer = of.primary.clone().into_keypair()?;
    let says = revokes(SignatureType::SubkeyRevocation, years_ago(3))?;
    let subkey = subkey.context("no subkey")?;
    Ok(says.sign_subkey_binding(&mut signer, of.primary.parts_as_public(), subkey.parts_as_public())?.into())
}

/// Of a key and what lies beside it, in both orders, in binary and in blocks.
fn files(key: &Export, beside: &[Packet]) -> Result<[Vec<u8>; 4]> {
    let (ours, theirs) = (binary(&key.packets)?, binary(beside)?);
    let (our_block, their_block) =
        (armored(&key.packets, Kind::SecretKey)?, armored(beside, Kind::PublicKey)?);
    let both = |first: &[u8], second: &[u8]| [first, b"\n", second].concat();
    Ok([
        [&ours[..], &theirs].concat(),
        [&theirs[..], &ours].concat(),
        both(&our_block, &their_block),
        both(&their_block, &our_block),
    ])
}

fn bring(bytes: &[u8]) -> Result<Inventory, OpenPgpError> {
    Opening::of(bytes)?.inventory(SystemTime::now())
}

#[test]
fn a_revocation_beside_its_key_is_told_in_front_and_behind_and_among_others() -> Result<()> {
    let (key, other) = (key()?, key()?);
    let (ours, theirs) = (revocation(&key, &key)?, revocation(&other, &other)?);
    for beside in [vec![ours.clone()], vec![theirs.clone(), ours.clone()], vec![ours, theirs]] {
        for (number, bytes) in files(&key, &beside)?.into_iter().enumerate() {
            let told = bring(&bytes).err().with_context(|| format!("file {number} is taken"))?;
            let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
            ensure!(beside, "file {number}: {told}");
        }
    }
    Ok(())
}

#[test]
fn another_keys_revocation_ends_nothing_and_is_said_not_to_be_taken_over() -> Result<()> {
    let (key, other) = (key()?, key()?);
    for (number, bytes) in files(&key, &[revocation(&other, &other)?])?.into_iter().enumerate() {
        let inventory = bring(&bytes).with_context(|| format!("file {number}"))?;
        let one = Remains { signatures: 1, ..Remains::default() };
        ensure!(inventory.remains() == one, "file {number}: {:?}", inventory.remains());
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

#[test]
fn a_revocation_of_a_subkey_beside_the_key_ends_the_subkey() -> Result<()> {
    let key = key()?;
    for (number, bytes) in files(&key, &[of_subkey(&key)?])?.into_iter().enumerate() {
        let inventory = bring(&bytes).with_context(|| format!("file {number}"))?;
        let kept = &inventory.parts()[1].kept;
        ensure!(matches!(kept, Some(Kept::Revoked(_))), "file {number}: {kept:?}");
        assert_eq!(inventory.remains().count(), 0, "file {number}");
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

/// Whether it is theirs can be seen only with their public key.
#[test]
fn a_revocation_by_somebody_whom_the_key_has_named_is_not_passed_over() -> Result<()> {
    let revoker = key()?;
    let named =
        RevocationKey::new(openpgp::types::PublicKeyAlgorithm::EdDSA, revoker.primary.fingerprint(), false);
    let names = |says: SignatureBuilder| {
        says.modify_hashed_area(|mut area| {
            area.add(Subpacket::new(SubpacketValue::RevocationKey(named.clone()), true)?)?;
            Ok(area)
        })
    };
    let key = key()?.direct(names(says(SignatureType::DirectKey, years_ago(5))?)?)?;
    lives_with_gnupg(&identity(&key.inventory()?)?)?;
    // Of another key of theirs, or by somebody else, it ends nothing.
    let other = self::key()?;
    for stranger in [revocation(&other, &revoker)?, revocation(&key, &other)?] {
        for bytes in files(&key, &[stranger])? {
            lives_with_gnupg(&identity(&bring(&bytes)?)?)?;
        }
    }
    for (number, bytes) in files(&key, &[revocation(&key, &revoker)?])?.into_iter().enumerate() {
        let told = bring(&bytes).err().with_context(|| format!("file {number} is taken"))?;
        let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
        ensure!(beside, "file {number}: {told}");
    }
    Ok(())
}
