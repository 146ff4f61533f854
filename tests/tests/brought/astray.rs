//! Revocations that stand behind what they are not of, as `cat` puts them there: they count for the key that they are of.

use anyhow::ensure;
use coldspare::openpgp::{NoSecretKey, Remains, Unusable};
use openpgp::armor::Kind;
use openpgp::packet::{Packet, Tag, Unknown};
use openpgp::types::SignatureType;
use sequoia_openpgp as openpgp;

use super::ended::{armored, binary, of_subkey, revocation};
use super::gnupgs::{Export, ada, curve, decrypts, lives_with_gnupg, says, years_ago};
use super::*;

fn key() -> Result<Export> {
    let made = years_ago(5);
    ada()?.subkey(curve(false, made)?, [decrypts(made)?])
}

fn unknown(tag: Tag, body: &[u8]) -> Packet {
    let mut packet = Unknown::new(tag, anyhow::anyhow!("made here"));
    packet.set_body(body.to_vec());
    packet.into()
}

/// The key among those of a file.
fn bring(bytes: &[u8], key: &Export) -> Result<Inventory, OpenPgpError> {
    let mut opening = Opening::of(bytes)?;
    if let Some(Question::Which(_)) = opening.asks() {
        opening.choose(&key.primary.fingerprint().to_hex())?;
    }
    opening.inventory(SystemTime::now())
}

fn is_told(bytes: &[u8], key: &Export) -> Result<()> {
    let told = bring(bytes, key).err().context("it is taken")?;
    let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
    ensure!(beside, "{told}");
    Ok(())
}

/// What may stand in front of a key and its revocation.
fn others() -> Result<Vec<(&'static str, Vec<Packet>)>> {
    let made = years_ago(5);
    let Some(Packet::SecretSubkey(subkey)) = key()?.packets.get(3).cloned() else { bail!("no subkey") };
    let without_name = Export::of(curve(true, made)?).direct(says(SignatureType::DirectKey, made)?)?;
    let version_5 = unknown(Tag::PublicKey, &[5, 0, 0, 0, 0, 22, 0, 0, 0, 0]);
    Ok(vec![
        ("another key", key()?.packets),
        ("one without a name", without_name.packets),
        ("one of another version", [vec![version_5], key()?.packets[1..3].to_vec()].concat()),
        ("a secret alone", vec![subkey.clone().role_into_primary().into()]),
        ("the same as a subkey", vec![subkey.clone().into()]),
        ("a subkey alone", vec![subkey.take_secret().0.into()]),
        ("a signature that cannot be read", vec![unknown(Tag::Signature, &[5, 0x13, 22, 8, 0, 0, 0, 0])]),
    ])
}

#[test]
fn a_revocation_behind_something_else_is_of_the_key_that_it_is_of() -> Result<()> {
    let key = key()?;
    let of_key = revocation(&key, &key)?;
    for (what, front) in others()? {
        let front = [front, vec![of_key.clone()]].concat();
        for packets in [[&front[..], &key.packets].concat(), [&key.packets[..], &front].concat()] {
            is_told(&binary(&packets)?, &key).context(what)?;
        }
    }
    Ok(())
}

#[test]
fn a_revocation_of_a_subkey_behind_another_key_ends_the_subkey() -> Result<()> {
    let key = key()?;
    for (what, front) in others()?.into_iter().take(2) {
        let bytes = binary(&[front, vec![of_subkey(&key)?], key.packets.clone()].concat())?;
        let kept = bring(&bytes, &key)?.parts()[1].kept.clone();
        ensure!(matches!(kept, Some(Kept::Revoked(_))), "{what}: {kept:?}");
    }
    Ok(())
}

/// In armor it is a block of its own, with whatever else is in it.
#[test]
fn a_revocation_in_a_block_behind_what_cannot_be_read_is_one() -> Result<()> {
    let (key, other) = (key()?, key()?);
    let strange = unknown(Tag::Signature, &[5, 0x13, 22, 8, 0, 0, 0, 0]);
    let ours = armored(&key.packets, Kind::SecretKey)?;
    let block = |of: &Export| armored(&[strange.clone(), revocation(of, of)?], Kind::PublicKey);
    let both = |first: &[u8], second: &[u8]| [first, b"\n", second].concat();
    for file in [both(&ours, &block(&key)?), both(&block(&key)?, &ours)] {
        is_told(&file, &key)?;
    }
    let inventory = bring(&both(&ours, &block(&other)?), &key)?;
    assert_eq!(inventory.remains(), Remains { signatures: 2, ..Remains::default() });
    lives_with_gnupg(&identity(&inventory)?)
}

/// Another key's ends nothing, and neither key nor secret is passed over for it.
#[test]
fn another_keys_revocation_behind_a_secret_that_stands_alone_ends_nothing() -> Result<()> {
    let (mut key, other) = (key()?, key()?);
    let Some(Packet::SecretSubkey(subkey)) = key.packets.get(3).cloned() else { bail!("no subkey") };
    key.packets[3] = subkey.clone().take_secret().0.into();
    let alone = [Packet::from(subkey.clone().role_into_primary()), revocation(&other, &other)?];
    let inventory = bring(&binary(&[&alone, &key.packets[..]].concat())?, &key)?;
    assert_eq!(inventory.remains(), Remains { signatures: 1, ..Remains::default() });
    let goes = inventory.preset(&plan(&inventory, PrimaryKey::Offline)?)?[Slot::Decryption as usize].clone();
    assert_eq!(goes, Goes::Yours(subkey.fingerprint().to_hex()));
    lives_with_gnupg(&identity(&inventory)?)
}

/// A revocation that was damaged on its way ends nothing any more, and nobody would know.
#[test]
fn a_damaged_revocation_in_a_block_beside_its_key_is_not_passed_over() -> Result<()> {
    let key = key()?;
    let block = String::from_utf8(armored(&[revocation(&key, &key)?], Kind::PublicKey)?)?;
    // GnuPG writes a checksum behind the text (RFC 9580 § 6.1); this one is of other bytes.
    let (text, end) = block.rsplit_once("-----END").context("no end")?;
    let text = text.lines().filter(|line| !line.starts_with('=')).collect::<Vec<_>>().join("\n");
    let damaged = format!("{text}\n=AAAA\n-----END{end}\n");
    let ours = armored(&key.packets, Kind::SecretKey)?;
    for file in [[damaged.as_bytes(), &ours].concat(), [&ours, &b"\n"[..], damaged.as_bytes()].concat()] {
        let told = bring(&file, &key).err().context("it is taken")?;
        ensure!(matches!(told, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{told}");
    }
    Ok(())
}
