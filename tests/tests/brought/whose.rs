//! Whose a secret key is that stands alone: a certificate that has it says nothing, since anybody can have put it there. All
//! files of a stick are looked at, and one that has bound it is taken; of several the owner chooses.

use anyhow::ensure;
use coldspare::openpgp::{Brought, Remains, Unusable};
use openpgp::Cert;
use openpgp::armor::Kind;
use openpgp::packet::Packet;
use openpgp::packet::key::{KeyRole, SecretParts};
use openpgp::parse::Parse;
use openpgp::serialize::SerializeInto;
use openpgp::types::{KeyFlags, SignatureType};
use sequoia_openpgp as openpgp;

use super::ended::{armored, binary, of_subkey, revocation};
use super::gnupgs::{Export, Subkey, ada, curve, decrypts, says, years_ago};
use super::*;

/// A key with this subkey, bound or only put there.
fn with(subkey: &Subkey, is_bound: bool) -> Result<Export> {
    let mut key = ada()?.subkey(subkey.clone(), [decrypts(years_ago(5))?])?;
    if !is_bound {
        key.packets.pop();
    }
    Ok(key)
}

fn public(key: &Export) -> Result<Vec<u8>> {
    binary(&key.packets.iter().cloned().map(without_secret).collect::<Vec<_>>())
}

fn without_secret(packet: Packet) -> Packet {
    match packet {
        Packet::SecretKey(key) => key.take_secret().0.into(),
        Packet::SecretSubkey(key) => key.take_secret().0.into(),
        packet => packet,
    }
}

/// The whole key, and of this subkey the public part alone.
fn whole(key: &Export) -> Result<Vec<u8>> {
    let subkey = |packet: &Packet| matches!(packet, Packet::SecretSubkey(_));
    let packets = key.packets.iter().cloned();
    binary(&packets.map(|it| if subkey(&it) { without_secret(it) } else { it }).collect::<Vec<_>>())
}

fn alone<R: KeyRole>(subkey: &openpgp::packet::Key<SecretParts, R>) -> Result<Vec<u8>> {
    Packet::from(subkey.clone().role_into_primary()).to_vec()
}

fn print(key: &Export) -> String {
    key.primary.fingerprint().to_hex()
}

/// Whose it is, and whether that key is whole.
fn home(opening: Opening) -> Result<(String, bool)> {
    Ok(match opening.open()? {
        Brought::Identity(cert) => (cert.fingerprint().to_hex(), true),
        Brought::Decryption { of, .. } => (of.fingerprint().to_hex(), false),
    })
}

/// Both orders: nothing depends on the names of the files.
fn both<'a>(first: &'a [u8], second: &'a [u8]) -> [[&'a [u8]; 2]; 2] {
    [[first, second], [second, first]]
}

#[test]
fn a_key_that_has_not_bound_it_is_passed_over_wherever_it_lies_on_the_stick() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let (ours, theirs) = (with(&subkey, true)?, with(&subkey, false)?);
    let nothing = b"nothing".to_vec();
    for stranger in [public(&theirs)?, whole(&theirs)?, nothing] {
        for (own, is_whole) in [(public(&ours)?, false), (whole(&ours)?, true)] {
            for files in both(&stranger, &own) {
                let mut opening = Opening::of(&alone(&subkey)?)?;
                opening.beside(files)?;
                assert_eq!(opening.asks(), None);
                assert_eq!(home(opening)?, (print(&ours), is_whole));
            }
        }
        // And without its own there is none.
        let mut opening = Opening::of(&alone(&subkey)?)?;
        let told = opening.beside([&stranger]);
        ensure!(matches!(told, Err(OpenPgpError::NotBeside(_))), "{told:?}");
        ensure!(matches!(opening.asks(), Some(Question::PublicKey { .. })), "{:?}", opening.asks());
        opening.beside([public(&ours)?])?;
        assert_eq!(home(opening)?, (print(&ours), false));
    }
    Ok(())
}

#[test]
fn in_one_file_it_is_not_taken_for_that_of_a_key_that_has_not_bound_it() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let (ours, theirs) = (with(&subkey, true)?, with(&subkey, false)?);
    for file in both(&alone(&subkey)?, &public(&theirs)?) {
        let mut opening = Opening::of(&file.concat())?;
        ensure!(matches!(opening.asks(), Some(Question::PublicKey { .. })), "{:?}", opening.asks());
        opening.beside([public(&ours)?])?;
        assert_eq!(home(opening)?, (print(&ours), false));
    }
    Ok(())
}

/// A binding anybody can sign who has the public key.
#[test]
fn of_several_keys_that_have_bound_it_the_owner_chooses() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let (ours, theirs) = (with(&subkey, true)?, with(&subkey, true)?);
    for (theirs_file, is_whole) in [(public(&theirs)?, false), (whole(&theirs)?, true)] {
        let ours_file = public(&ours)?;
        for files in both(&ours_file, &theirs_file) {
            for (key, is_whole) in [(&ours, false), (&theirs, is_whole)] {
                let mut opening = Opening::of(&alone(&subkey)?)?;
                opening.beside(files)?;
                whose(&mut opening, &[&ours, &theirs], key)?;
                assert_eq!(home(opening)?, (print(key), is_whole));
                // So it is if all of it stands in one file, once the key that stands alone is chosen.
                let alone = alone(&subkey)?;
                let mut opening = Opening::of(&[&alone[..], &files.concat()].concat())?;
                if matches!(opening.asks(), Some(Question::Which(_))) {
                    opening.choose(&subkey.fingerprint().to_hex())?;
                }
                whose(&mut opening, &[&ours, &theirs], key)?;
                assert_eq!(home(opening)?, (print(key), is_whole));
            }
        }
    }
    Ok(())
}

/// It is asked whose it is of these, and answered.
fn whose(opening: &mut Opening, of: &[&Export], answer: &Export) -> Result<()> {
    let Some(Question::Whose(asked)) = opening.asks() else { bail!("{:?}", opening.asks()) };
    let mut asked: Vec<_> = asked.into_iter().map(|key| key.fingerprint).collect();
    let mut of: Vec<_> = of.iter().map(|key| print(key)).collect();
    asked.sort();
    of.sort();
    assert_eq!(asked, of);
    // Another one is none of these.
    ensure!(opening.choose(&print(&ada()?)).is_err());
    ensure!(matches!(opening.asks(), Some(Question::Whose(_))));
    opening.choose(&print(answer))?;
    Ok(())
}

/// What signs says itself whose it is (RFC 9580 § 5.2.1.9), and nobody else can.
#[test]
fn a_key_that_signs_is_its_own_whom_it_has_signed_that_it_is() -> Result<()> {
    let made = years_ago(5);
    for subkey in [curve(true, made)?, super::gnupgs::rsa(2048, made)?] {
        let binds =
            || says(SignatureType::SubkeyBinding, made)?.set_key_flags(KeyFlags::empty().set_signing());
        let ours = ada()?;
        let back = says(SignatureType::PrimaryKeyBinding, made)?;
        let mut signer = subkey.clone().into_keypair()?;
        let (primary, key) = (ours.primary.parts_as_public(), subkey.parts_as_public());
        let back = back.sign_primary_key_binding(&mut signer, primary, key)?;
        let ours = ours.subkey(subkey.clone(), [binds()?.set_embedded_signature(back)?])?;
        // Theirs is without, whether it says that it signs or not.
        for theirs in [binds()?, decrypts(made)?] {
            let theirs = ada()?.subkey(subkey.clone(), [theirs])?;
            for files in both(&whole(&ours)?, &whole(&theirs)?) {
                let mut opening = Opening::of(&alone(&subkey)?)?;
                opening.beside(files)?;
                assert_eq!(opening.asks(), None);
                assert_eq!(home(opening)?, (print(&ours), true));
            }
        }
    }
    Ok(())
}

/// A primary key that stands alone is that of its own certificate, whoever else says that it is a subkey of theirs.
#[test]
fn a_primary_key_that_stands_alone_is_its_own() -> Result<()> {
    let ours = with(&curve(false, years_ago(5))?, true)?;
    let theirs = with(&ours.primary.clone().role_into_subordinate(), true)?;
    for files in both(&public(&ours)?, &whole(&theirs)?) {
        let mut opening = Opening::of(&alone(&ours.primary)?)?;
        opening.beside(files)?;
        assert_eq!(opening.asks(), None);
        assert_eq!(home(opening)?, (print(&ours), true));
    }
    Ok(())
}

/// What a primary key has signed with which nothing is calculated here, nobody has seen.
#[test]
fn a_key_whose_word_cannot_be_checked_is_asked_for() -> Result<()> {
    let cert = Cert::from_bytes(&file("secp256k1.asc")?)?;
    let subkey = cert.keys().subkeys().secret().next().context("no subkey")?.key().clone();
    let mut opening = Opening::of(&alone(&subkey)?)?;
    opening.beside([cert.clone().strip_secret_key_material().to_vec()?])?;
    let Some(Question::Whose(asked)) = opening.asks() else { bail!("{:?}", opening.asks()) };
    assert_eq!(asked.len(), 1);
    opening.choose(&asked[0].fingerprint)?;
    assert_eq!(home(opening)?, (cert.fingerprint().to_hex(), false));
    Ok(())
}

/// An older copy of the public key and a newer one are one key, and a revocation in either counts.
#[test]
fn one_key_in_several_files_is_one() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let ours = with(&subkey, true)?;
    let mut ended = with(&subkey, true)?;
    (ended.primary, ended.packets) = (ours.primary.clone(), ours.packets.clone());
    ended.packets.push(of_subkey(&ours)?);
    for files in both(&whole(&ours)?, &public(&ended)?) {
        let mut opening = Opening::of(&alone(&subkey)?)?;
        opening.beside(files)?;
        assert_eq!((opening.asks(), opening.remains()), (None, Remains::default()));
        let inventory = opening.inventory(SystemTime::now())?;
        ensure!(matches!(inventory.parts()[1].kept, Some(Kept::Revoked(_))), "{:?}", inventory.parts());
    }
    Ok(())
}

/// Whatever stands in the file of the key that stands alone is of the key in the file beside it, too.
#[test]
fn a_revocation_beside_a_key_that_stands_alone_ends_the_key_in_the_other_file() -> Result<()> {
    let subkey = curve(false, years_ago(5))?;
    let (ours, other) = (with(&subkey, true)?, with(&subkey, false)?);
    let (bare, whole) = (Packet::from(subkey.clone()), whole(&ours)?);
    let as_primary = Packet::from(subkey.clone().role_into_primary());
    let ended = revocation(&ours, &ours)?;
    let blocks = [
        armored(std::slice::from_ref(&as_primary), Kind::SecretKey)?,
        armored(std::slice::from_ref(&ended), Kind::PublicKey)?,
    ];
    for (number, file) in [
        binary(&[bare.clone(), ended.clone()])?,
        binary(&[as_primary.clone(), ended.clone()])?,
        binary(&[ended.clone(), bare.clone()])?,
        blocks.join(&b'\n'),
    ]
    .iter()
    .enumerate()
    {
        let mut opening = Opening::of(file)?;
        opening.beside([&whole])?;
        assert_eq!(opening.remains(), Remains::default());
        let told = opening.inventory(SystemTime::now()).err();
        let told = told.with_context(|| format!("file {number} is taken"))?;
        let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
        ensure!(beside, "file {number}: {told}");
    }
    // Of the subkey alone, and of another key.
    let mut opening = Opening::of(&binary(&[as_primary.clone(), of_subkey(&ours)?])?)?;
    opening.beside([&whole])?;
    let inventory = opening.inventory(SystemTime::now())?;
    ensure!(matches!(inventory.parts()[1].kept, Some(Kept::Revoked(_))), "{:?}", inventory.parts());
    let mut opening = Opening::of(&binary(&[as_primary, revocation(&other, &other)?])?)?;
    opening.beside([&whole])?;
    assert_eq!(opening.remains(), Remains { signatures: 1, ..Remains::default() });
    ensure!(opening.inventory(SystemTime::now())?.parts().iter().all(|part| part.kept.is_none()));
    Ok(())
}
