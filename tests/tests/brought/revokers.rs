//! A revocation by somebody whom the key has named for that (RFC 9580 § 5.2.3.23): with their key it is checked, and without
//! it anybody can have made it.

use anyhow::ensure;
use coldspare::openpgp::{Remains, Unusable};
use coldspare_tests::gnupg::GnuPg;
use openpgp::armor::Kind;
use openpgp::packet::signature::Signature4;
use openpgp::packet::signature::subpacket::{Subpacket, SubpacketValue};
use openpgp::packet::{Packet, Signature};
use openpgp::parse::Parse;
use openpgp::types::{PublicKeyAlgorithm, RevocationKey, SignatureType};
use openpgp::{Cert, PacketPile};
use sequoia_openpgp as openpgp;

use super::ended::{armored, binary, bring, files, revocation};
use super::gnupgs::{Export, ada, curve, decrypts, says, years_ago};
use super::mended::used_by_gnupg;
use super::*;

fn key() -> Result<Export> {
    let made = years_ago(5);
    ada()?.subkey(curve(false, made)?, [decrypts(made)?])
}

/// A key that has named another one to revoke it.
fn naming(revoker: &Export) -> Result<Export> {
    let named = RevocationKey::new(PublicKeyAlgorithm::EdDSA, revoker.primary.fingerprint(), false);
    let says = says(SignatureType::DirectKey, years_ago(5))?.modify_hashed_area(|mut area| {
        area.add(Subpacket::new(SubpacketValue::RevocationKey(named), true)?)?;
        Ok(area)
    })?;
    key()?.direct(says)
}

/// What somebody else could write: all of it fits, and who is said to have signed it has not.
fn forged(revocation: &Packet) -> Result<Packet> {
    let Packet::Signature(old) = revocation else { bail!("no signature") };
    let other = super::ended::revocation(&key()?, &key()?)?;
    let Packet::Signature(other) = other else { bail!("no signature") };
    let (signed, beside) = (old.hashed_area().clone(), old.unhashed_area().clone());
    let (prefix, numbers) = (*old.digest_prefix(), other.mpis().clone());
    let new = Signature4::new(old.typ(), old.pk_algo(), old.hash_algo(), signed, beside, prefix, numbers);
    Ok(Signature::from(new).into())
}

fn public(key: &Export) -> Vec<Packet> {
    let packets = key.packets.iter().cloned().map(|packet| match packet {
        Packet::SecretKey(key) => key.take_secret().0.into(),
        Packet::SecretSubkey(key) => key.take_secret().0.into(),
        packet => packet,
    });
    packets.collect()
}

/// Beside the key in all ways, and in it, as it is published.
fn with(key: &Export, revocation: &Packet, more: &[Packet]) -> Result<Vec<(Vec<u8>, bool)>> {
    let mut published = Export { primary: key.primary.clone(), packets: key.packets.clone() };
    published.packets.insert(1, revocation.clone());
    let more = if more.is_empty() { Vec::new() } else { armored(more, Kind::PublicKey)? };
    let beside = files(key, std::slice::from_ref(revocation))?;
    let all = beside.into_iter().map(|file| (file, true)).chain([(binary(&published.packets)?, false)]);
    all.map(|(file, beside)| {
        // A binary file is one, and in a file of blocks all stand in blocks.
        let file = if file.starts_with(b"-----") { file } else { block(&file)? };
        Ok(([&file[..], b"\n", &more].concat(), beside))
    })
    .collect()
}

fn block(file: &[u8]) -> Result<Vec<u8>> {
    let packets: Vec<Packet> = PacketPile::from_bytes(file)?.into_children().collect();
    armored(&packets, Kind::SecretKey)
}

fn has_revocations(identity: &Identity) -> Result<usize> {
    let cert = Cert::from_bytes(&identity.secret_armored()?[..])?;
    Ok(cert.primary_key().other_revocations().count())
}

/// GnuPG 2.4 takes in such a key, too, and says with its exit code that there is a revocation which it cannot apply.
fn lives_with_it(identity: &Identity) -> Result<()> {
    used_by_gnupg(identity, GnuPg::new()?, GnuPg::new()?)
}

#[test]
fn without_their_key_it_is_told_that_it_cannot_be_checked() -> Result<()> {
    let revoker = key()?;
    let key = naming(&revoker)?;
    let right = revocation(&key, &revoker)?;
    for one in [right.clone(), forged(&right)?] {
        for (number, (file, _)) in with(&key, &one, &[])?.into_iter().enumerate() {
            let inventory = bring(&file).with_context(|| format!("file {number}"))?;
            let [unchecked] = inventory.unchecked() else { bail!("file {number}: {inventory:?}") };
            assert_eq!(unchecked.by, revoker.primary.fingerprint().to_hex());
            assert_eq!(inventory.remains(), Remains::default());
            // It is kept, and decides nothing.
            let identity = identity(&inventory)?;
            assert_eq!(has_revocations(&identity)?, 1, "file {number}");
            lives_with_it(&identity)?;
        }
    }
    Ok(())
}

#[test]
fn with_their_key_it_is_told_as_what_it_is() -> Result<()> {
    let revoker = key()?;
    let key = naming(&revoker)?;
    let right = revocation(&key, &revoker)?;
    for (number, (file, beside)) in with(&key, &right, &public(&revoker))?.into_iter().enumerate() {
        let told = bring(&file).err().with_context(|| format!("file {number} is taken"))?;
        let OpenPgpError::Unusable { cause, .. } = &told else { bail!("file {number}: {told}") };
        ensure!(matches!(cause, Unusable::RevokedBeside(_)) == beside, "file {number}: {told}");
        ensure!(matches!(cause, Unusable::RevokedBeside(_) | Unusable::Revoked(_)), "file {number}: {told}");
    }
    // And as what it is not.
    for (number, (file, beside)) in with(&key, &forged(&right)?, &public(&revoker))?.into_iter().enumerate() {
        let inventory = bring(&file).with_context(|| format!("file {number}"))?;
        ensure!(inventory.unchecked().is_empty(), "file {number}: {:?}", inventory.unchecked());
        let signatures = usize::from(beside);
        assert_eq!(inventory.remains(), Remains { signatures, public_keys: 1, ..Remains::default() });
        lives_with_it(&identity(&inventory)?)?;
    }
    Ok(())
}

#[test]
fn of_another_key_or_by_another_one_it_is_nothing() -> Result<()> {
    let (revoker, other) = (key()?, key()?);
    let key = naming(&revoker)?;
    for stranger in [revocation(&other, &revoker)?, revocation(&key, &other)?] {
        for (file, beside) in with(&key, &stranger, &[])? {
            let inventory = bring(&file)?;
            ensure!(inventory.unchecked().is_empty(), "{:?}", inventory.unchecked());
            assert_eq!(inventory.remains().signatures, usize::from(beside));
            lives_with_it(&identity(&inventory)?)?;
        }
    }
    Ok(())
}

/// That of the key itself needs nobody else.
#[test]
fn beside_one_that_cannot_be_checked_the_keys_own_revocation_counts() -> Result<()> {
    let revoker = key()?;
    let mut key = naming(&revoker)?;
    key.packets.insert(1, revocation(&key, &revoker)?);
    key.packets.insert(1, revocation(&key, &key)?);
    let told = key.inventory().err().context("it is taken")?;
    ensure!(told.to_string().contains("revoked on"), "{told}");
    Ok(())
}
