//! Secret keys that stand alone in a file (`sk_<keyid>.gpg`), beside the certificate that they belong to: what is worth most
//! of several copies is taken, and what was signed of any of them counts.

use anyhow::ensure;
use coldspare::openpgp::{Remains, Unusable};
use openpgp::armor::{Kind, Writer};
use openpgp::crypto::Password;
use openpgp::packet::{Marker, Packet, Tag, Trust, UserID};
use openpgp::serialize::Serialize;
use sequoia_openpgp as openpgp;

use super::ended::{misread, of_subkey, revocation};
use super::gnupgs::{Export, Subkey, ada, curve, decrypts, lives_with_gnupg, years_ago};
use super::*;

/// A key whose subkey is there without its secret, that secret, and the same one locked.
fn apart() -> Result<(Export, Packet, Packet)> {
    let made = years_ago(5);
    let subkey = curve(false, made)?;
    let mut key = ada()?.subkey(subkey.clone(), [decrypts(made)?])?;
    for packet in &mut key.packets {
        if let Packet::SecretSubkey(subkey) = packet {
            *packet = subkey.clone().take_secret().0.into();
        }
    }
    let locked: Subkey = subkey.clone().encrypt_secret(&Password::from("another one"))?;
    Ok((key, subkey.into(), locked.into()))
}

fn bring(front: &[Packet], key: &Export, behind: &[Packet]) -> Result<Opening, OpenPgpError> {
    let packets = [front, &key.packets, behind].concat();
    let all = Export { packets, primary: key.primary.clone() };
    Opening::of(&all.bytes().unwrap_or_default())
}

#[test]
fn of_two_copies_of_a_secret_the_open_one_is_taken_wherever_it_stands() -> Result<()> {
    let (key, open, locked) = apart()?;
    // GnuPG writes it as a primary key.
    let as_primary = |packet: &Packet| match packet {
        Packet::SecretSubkey(key) => key.clone().role_into_primary().into(),
        other => other.clone(),
    };
    let both = [open.clone(), locked.clone()];
    for (first, second) in [(0, 1), (1, 0)] {
        let front = [both[first].clone(), both[second].clone()];
        let fronts = [front.clone(), front.each_ref().map(as_primary)];
        for front in fronts {
            let opening = bring(&front, &key, &[])?;
            ensure!(opening.asks().is_none(), "{:?}", opening.asks());
            lives_with_gnupg(&identity(&opening.inventory(SystemTime::now())?)?)?;
        }
    }
    // Nor does a locked copy go in the place of one that is open in the key itself.
    let mut whole = key;
    for packet in &mut whole.packets {
        if packet.tag() == Tag::PublicSubkey {
            *packet = open.clone();
        }
    }
    ensure!(bring(&[locked], &whole, &[])?.asks().is_none());
    Ok(())
}

/// Of what the key has signed of it, nothing is lost and nothing is misread.
#[test]
fn what_was_signed_of_a_secret_that_stands_alone_counts() -> Result<()> {
    let made = years_ago(5);
    let (key, open, _) = apart()?;
    let Packet::SecretSubkey(subkey) = &open else { bail!("no subkey") };
    let whole = ada_with(&key, subkey.clone())?;
    let revoked = of_subkey(&whole)?;
    for revocation in [revoked.clone(), misread(&revoked)?] {
        for front in [vec![open.clone(), revocation.clone()], vec![open.clone(), revocation, open.clone()]] {
            let inventory = bring(&front, &key, &[])?.inventory(SystemTime::now())?;
            let kept = &inventory.parts()[1].kept;
            ensure!(matches!(kept, Some(Kept::Revoked(_))), "{kept:?}");
        }
    }
    // What is not of it is said not to be taken over.
    let other = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let stranger = other.packets.last().cloned().context("no binding")?;
    let name = UserID::from("somebody else").into();
    let inventory = bring(&[open, stranger, name], &key, &[])?.inventory(SystemTime::now())?;
    assert_eq!(inventory.remains(), Remains { signatures: 1, others: 1, ..Remains::default() });
    lives_with_gnupg(&identity(&inventory)?)
}

fn ada_with(key: &Export, subkey: Subkey) -> Result<Export> {
    let packets = key.packets.iter().map(|packet| match packet.tag() {
        Tag::PublicSubkey => subkey.clone().into(),
        _ => packet.clone(),
    });
    Ok(Export { packets: packets.collect(), primary: key.primary.clone() })
}

/// Markers and GnuPG's notes on trust stand wherever, and say nothing.
#[test]
fn a_revocation_counts_behind_what_says_nothing() -> Result<()> {
    let made = years_ago(5);
    let key = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let ended = revocation(&key, &key)?;
    let block = |packets: &[Packet], kind| -> Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new(), kind)?;
        packets.iter().try_for_each(|packet| packet.serialize(&mut writer))?;
        Ok(writer.finalize()?)
    };
    let mut files = Vec::new();
    for nothing in [Packet::from(Marker::default()), Trust::from(vec![1, 2]).into()] {
        let beside = [nothing.clone(), ended.clone()];
        for packets in [[&beside[..], &key.packets].concat(), [&key.packets[..], &beside].concat()] {
            files.push(Export { packets, primary: key.primary.clone() }.bytes()?);
        }
        let (ours, theirs) = (block(&key.packets, Kind::SecretKey)?, block(&beside, Kind::PublicKey)?);
        files.push([&ours[..], b"\n", &theirs].concat());
        files.push([&theirs[..], b"\n", &ours].concat());
    }
    for (number, bytes) in files.into_iter().enumerate() {
        let told = Opening::of(&bytes).and_then(|opening| opening.inventory(SystemTime::now()));
        let told = told.err().with_context(|| format!("file {number} is taken"))?;
        let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
        ensure!(beside, "file {number}: {told}");
    }
    Ok(())
}
