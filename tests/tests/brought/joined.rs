//! A key in two files: the primary key in one, subkeys in the other. Joined they are one key, in any order; one alone is
//! told as what it is. And what of a file is not taken over is counted.

use anyhow::ensure;
use coldspare::openpgp::Remains;
use coldspare_tests::gnupg::GnuPg;
use openpgp::packet::{Packet, Tag, Unknown};
use openpgp::serialize::SerializeInto;
use sequoia_openpgp as openpgp;

use super::gnupgs::{ada, curve, decrypts, lives_with_gnupg, years_ago};
use super::*;

/// `[SC]` with `[E]`, as GnuPG exports it in two halves: `sec#` with its subkeys, and the primary key with notes.
fn halves(gnupg: &GnuPg) -> Result<[Vec<u8>; 3]> {
    let (print, whole) = gnupg.generate(["ed25519", "cert,sign"], &[["cv25519", "encr"]], None)?;
    let loopback = ["--pinentry-mode", "loopback", "--passphrase", ""];
    let export = |what: &[&str]| gnupg.gpg(&[&loopback[..], what].concat(), b"");
    let subkeys = export(&["--armor", "--export-secret-subkeys", &print])?;
    let primary = export(&["--armor", "--export-secret-keys", &format!("{print}!")])?;
    Ok([whole, subkeys, primary])
}

fn goes(inventory: &Inventory) -> Result<String> {
    outcome(inventory, &plan(inventory, PrimaryKey::Offline)?)
}

#[test]
fn a_primary_key_and_its_subkeys_in_two_files_are_one_key() -> Result<()> {
    for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
        let [whole, subkeys, primary] = halves(&gnupg)?;
        let expected = goes(&Opening::of(&whole)?.inventory(SystemTime::now())?)?;
        for both in [[&subkeys[..], &primary].concat(), [&primary[..], &subkeys].concat()] {
            let inventory = Opening::of(&both)?.inventory(SystemTime::now())?;
            assert_eq!(goes(&inventory)?, expected);
            assert_eq!(inventory.remains(), Remains::default());
            lives_with_gnupg(&identity(&inventory)?)?;
        }
    }
    Ok(())
}

/// The file that a computer has whose primary key was taken offline.
#[test]
fn subkeys_without_their_primary_key_are_told_as_that() -> Result<()> {
    let [_, subkeys, primary] = halves(&GnuPg::new()?)?;
    let told = Opening::of(&subkeys).err().context("it is taken")?;
    ensure!(matches!(told, OpenPgpError::PrimaryElsewhere(_)), "{told}");
    ensure!(coldspare_tests::fixtures::message(&told).contains("put both into one file"), "{told}");
    // The other half is a key; its subkeys are made new, and mail to the old one is said to be read elsewhere.
    let inventory = Opening::of(&primary)?.inventory(SystemTime::now())?;
    ensure!(inventory.parts().len() == 1 || inventory.parts()[1].kept == Some(Kept::NoSecret));
    lives_with_gnupg(&identity(&inventory)?)
}

/// Whoever exports all has the subkeys of an identity whose primary key is offline beside another one that is whole.
#[test]
fn subkeys_of_another_identity_beside_a_key_are_told_as_that() -> Result<()> {
    let [_, subkeys, _] = halves(&GnuPg::new()?)?;
    let whole = file("gnupg-default-rsa3072.asc")?;
    for both in [[&subkeys[..], &whole].concat(), [&whole[..], &subkeys].concat()] {
        let inventory = Opening::of(&both)?.inventory(SystemTime::now())?;
        assert_eq!(inventory.remains(), Remains { without_primary: 1, ..Remains::default() });
    }
    Ok(())
}

/// Some subkeys are here and some on a card: what is here is used.
#[test]
fn of_subkeys_that_are_partly_elsewhere_those_that_are_here_are_used() -> Result<()> {
    let made = years_ago(5);
    let mut export = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let signs = super::gnupgs::says(openpgp::types::SignatureType::SubkeyBinding, made)?
        .set_key_flags(openpgp::types::KeyFlags::empty().set_authentication())?;
    export = export.subkey(curve(true, made)?, [signs])?;
    for at in [2, 4] {
        let mut export = ada_with(&export);
        let Some(Packet::SecretSubkey(key)) =
            export.packets.iter_mut().filter(|p| p.tag() == Tag::SecretSubkey).nth(at / 2 - 1)
        else {
            anyhow::bail!("no subkey")
        };
        let gone = key.fingerprint().to_hex();
        let public: Packet = key.clone().take_secret().0.into();
        let place = export
            .packets
            .iter()
            .position(|p| matches!(p, Packet::SecretSubkey(k) if k.fingerprint().to_hex() == gone));
        export.packets[place.context("it is not there")?] = public;
        let inventory = export.inventory()?;
        let kept = inventory.part(&gone).context("it is not told")?.kept.clone();
        assert_eq!(kept, Some(Kept::NoSecret));
        let identity = identity(&inventory)?;
        lives_with_gnupg(&identity)?;
        ensure!(!identity.replaced().contains(&gone), "what is elsewhere is to be deleted at home");
    }
    Ok(())
}

fn ada_with(export: &super::gnupgs::Export) -> super::gnupgs::Export {
    super::gnupgs::Export { primary: export.primary.clone(), packets: export.packets.clone() }
}

#[test]
fn what_of_a_file_is_not_taken_over_is_counted() -> Result<()> {
    let key = ada()?;
    let of = |more: Vec<Packet>| -> Result<Remains> {
        let mut packets = key.packets.clone();
        packets.extend(more);
        let bytes: Vec<Vec<u8>> = packets.iter().map(Packet::to_vec).collect::<openpgp::Result<_>>()?;
        let mut opening = Opening::of(&bytes.concat())?;
        if let Some(Question::Which(_)) = opening.asks() {
            opening.choose(&key.primary.fingerprint().to_hex())?;
        }
        Ok(opening.inventory(SystemTime::now())?.remains())
    };
    assert_eq!(of(Vec::new())?, Remains::default());
    // GnuPG's own notes are nobody's.
    let unknown = |tag, body: &[u8]| -> Packet {
        let mut packet = Unknown::new(tag, anyhow::anyhow!("made here"));
        packet.set_body(body.to_vec());
        packet.into()
    };
    assert_eq!(of(vec![unknown(Tag::Trust, &[0, 3])])?, Remains::default());
    // A signature of version 5, as GnuPG 2.4 makes them.
    let signature = unknown(Tag::Signature, &[5, 0x13, 22, 8, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(of(vec![signature])?, Remains { signatures: 1, ..Remains::default() });
    let other = ada()?;
    assert_eq!(of(other.packets.clone())?, Remains { keys: 1, ..Remains::default() });
    let public: Vec<Packet> = other
        .packets
        .iter()
        .map(|packet| match packet {
            Packet::SecretKey(key) => key.clone().take_secret().0.into(),
            packet => packet.clone(),
        })
        .collect();
    assert_eq!(of(public)?, Remains { public_keys: 1, ..Remains::default() });
    // A key of version 5, with all that is behind it.
    let version_5 = unknown(Tag::PublicKey, &[5, 0, 0, 0, 0, 22, 0, 0, 0, 0]);
    let behind = other.packets[1..].to_vec();
    assert_eq!(of([vec![version_5], behind].concat())?, Remains { public_keys: 1, ..Remains::default() });
    Ok(())
}
