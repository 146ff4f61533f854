//! What stands in a file beside a key and is none: what is not taken over is said, and nothing of it is passed over that
//! ends a key.

use std::io::Write;

use anyhow::ensure;
use coldspare::openpgp::{NoSecretKey, Remains, Unusable};
use openpgp::armor::Kind;
use openpgp::crypto::Password;
use openpgp::packet::{Literal, Packet, Signature};
use openpgp::parse::Parse;
use openpgp::serialize::stream::{Compressor, Encryptor, LiteralWriter, Message, Signer};
use openpgp::types::DataFormat;
use openpgp::{Cert, PacketPile};
use sequoia_openpgp as openpgp;

use super::ended::{armored, binary, revocation};
use super::gnupgs::{Export, ada, curve, decrypts, says, years_ago};
use super::*;

fn key() -> Result<Export> {
    let made = years_ago(5);
    ada()?.subkey(curve(false, made)?, [decrypts(made)?])
}

/// How a message is made around a text.
type Around = fn(Message<'_>) -> openpgp::Result<Message<'_>>;

fn message(around: Around, text: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut message = LiteralWriter::new(around(Message::new(&mut out))?).build()?;
    message.write_all(text)?;
    message.finalize()?;
    let packets: Vec<Packet> = PacketPile::from_bytes(&out)?.into_children().collect();
    armored(&packets, Kind::Message)
}

fn under_a_code(message: Message<'_>) -> openpgp::Result<Message<'_>> {
    Encryptor::with_passwords(message, [Password::from(CODE)]).build()
}

fn signed_by_a_stranger(message: Message<'_>) -> openpgp::Result<Message<'_>> {
    let key = ada().map_err(|_| anyhow::anyhow!("no key"))?;
    Signer::new(message, key.primary.into_keypair()?)?.build()
}

fn to_a_stranger() -> Result<Vec<u8>> {
    let cert = Cert::from_bytes(&key()?.bytes()?)?;
    let subkey = cert.keys().subkeys().next().context("no subkey")?.key().clone();
    let recipient = openpgp::serialize::stream::Recipient::new(None, subkey.key_handle(), &subkey);
    let mut out = Vec::new();
    let message = Encryptor::for_recipients(Message::new(&mut out), [recipient]).build()?;
    let mut message = LiteralWriter::new(message).build()?;
    message.write_all(b"Dear Zoe")?;
    message.finalize()?;
    let packets: Vec<Packet> = PacketPile::from_bytes(&out)?.into_children().collect();
    armored(&packets, Kind::Message)
}

const SIGNED: &str = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nDear Zoe\n\
                      -----BEGIN PGP SIGNATURE-----\n\niQEz[...]\n-----END PGP SIGNATURE-----\n";

fn of_a_file() -> Result<Signature> {
    let key = ada()?;
    let says = says(openpgp::types::SignatureType::Binary, years_ago(1))?;
    says.sign_message(&mut key.primary.into_keypair()?, b"a program")
}

fn remains(opening: Result<Opening, OpenPgpError>) -> Result<Remains> {
    Ok(opening?.inventory(SystemTime::now())?.remains())
}

/// Once in front of the key and once behind it.
fn files(key: &Export, beside: &[u8]) -> Result<[Vec<u8>; 2]> {
    let key = armored(&key.packets, Kind::SecretKey)?;
    Ok([[&key[..], b"\n", beside].concat(), [beside, b"\n", &key].concat()])
}

#[test]
fn a_message_beside_a_key_is_said_not_to_be_taken_over() -> Result<()> {
    let key = key()?;
    let mut literal = Literal::new(DataFormat::Binary);
    literal.set_body(b"Dear Zoe".to_vec());
    let sealed = message(under_a_code, b"Dear Zoe")?;
    let messages = Remains { messages: 1, ..Remains::default() };
    for (what, beside, expected) in [
        ("under a code", sealed.clone(), messages),
        ("two of them", [&sealed[..], b"\n", &sealed].concat(), Remains { messages: 2, ..messages }),
        ("to somebody else", to_a_stranger()?, messages),
        ("signed", message(signed_by_a_stranger, b"Dear Zoe")?, messages),
        ("packed", message(|it| Compressor::new(it).build(), b"Dear Zoe")?, messages),
        ("open", armored(&[literal.into()], Kind::Message)?, messages),
        ("a signed text", SIGNED.into(), messages),
        (
            "the signature of a file",
            armored(&[of_a_file()?.into()], Kind::Signature)?,
            Remains { signatures: 1, ..Remains::default() },
        ),
        (
            "a key of another kind",
            b"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE=\n-----END OPENSSH PRIVATE KEY-----\n"
                .to_vec(),
            Remains { others: 1, ..Remains::default() },
        ),
        (
            "nothing",
            b"-----BEGIN PGP MESSAGE-----\n\n-----END PGP MESSAGE-----\n".to_vec(),
            Remains::default(),
        ),
    ] {
        for file in files(&key, &beside)? {
            let said = remains(Opening::of(&file)).context(what)?;
            ensure!(said == expected, "{what}: {said:?}");
        }
    }
    Ok(())
}

/// Only that of the first one is asked for.
#[test]
fn what_stands_beside_a_message_with_a_key_is_said_as_if_it_stood_beside_the_key() -> Result<()> {
    let (key, other) = (key()?, key()?);
    let sealed = message(under_a_code, &key.bytes()?)?;
    let open = |beside: &[u8], first: bool| -> Result<Opening> {
        let both = if first { [&sealed[..], beside] } else { [beside, &sealed[..]] };
        let mut opening = Opening::of(&both.join(&b'\n'))?;
        assert_eq!(opening.asks(), Some(Question::BackupCode));
        ensure!(opening.code(&"another".into()).is_err());
        opening.code(&CODE.into())?;
        Ok(opening)
    };
    let theirs = armored(&[revocation(&other, &other)?], Kind::PublicKey)?;
    for first in [true, false] {
        let said = open(&to_a_stranger()?, first)?.inventory(SystemTime::now())?.remains();
        assert_eq!(said, Remains { messages: 1, ..Remains::default() });
        let said = open(&theirs, first)?.inventory(SystemTime::now())?.remains();
        assert_eq!(said, Remains { signatures: 1, ..Remains::default() });
        let ours = armored(&[revocation(&key, &key)?], Kind::PublicKey)?;
        let told =
            open(&ours, first)?.inventory(SystemTime::now()).err().context("a revoked key is taken")?;
        ensure!(matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. }), "{told}");
    }
    // And what stands in the message beside the key.
    let key = armored(&key.packets, Kind::SecretKey)?;
    let inside = message(under_a_code, &[&key[..], b"\n", &to_a_stranger()?].concat())?;
    let mut opening = Opening::of(&inside)?;
    opening.code(&CODE.into())?;
    assert_eq!(remains(Ok(opening))?, Remains { messages: 1, ..Remains::default() });
    Ok(())
}

/// There may be a key in it, or an end of one.
#[test]
fn a_block_of_which_there_is_too_much_is_not_passed_over() -> Result<()> {
    let key = key()?;
    let name = Packet::from(openpgp::packet::UserID::from("Zoe"));
    let many = armored(&vec![name; 10_001], Kind::PublicKey)?;
    for file in files(&key, &many)? {
        let told = Opening::of(&file).err().context("it is taken")?;
        ensure!(matches!(told, OpenPgpError::NoSecretKey(NoSecretKey::TooLarge)), "{told:?}");
    }
    Ok(())
}

/// Nobody writes it: it was a key, or what ends one.
#[test]
fn a_block_in_which_there_is_nothing_of_what_it_says_is_damage() -> Result<()> {
    let key = key()?;
    let name = Packet::from(openpgp::packet::UserID::from("Zoe"));
    for kind in [Kind::PublicKey, Kind::SecretKey, Kind::Signature, Kind::File] {
        for file in files(&key, &armored(std::slice::from_ref(&name), kind)?)? {
            let told = Opening::of(&file).err().context("it is taken")?;
            ensure!(matches!(told, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "{kind:?}: {told:?}");
        }
    }
    Ok(())
}

/// A packet of a key may have become one on its way.
#[test]
fn a_piece_of_a_message_in_a_key_is_damage() -> Result<()> {
    let (key, other) = (key()?, key()?);
    let mut literal = Literal::new(DataFormat::Binary);
    literal.set_body(b"Dear Zoe".to_vec());
    let with = |key: &Export| [&key.packets[..], &[literal.clone().into()]].concat();
    let public: Vec<Packet> = with(&other)
        .into_iter()
        .map(|packet| match packet {
            Packet::SecretKey(key) => key.take_secret().0.into(),
            Packet::SecretSubkey(key) => key.take_secret().0.into(),
            packet => packet,
        })
        .collect();
    let mut all = vec![binary(&with(&key))?, armored(&with(&key), Kind::SecretKey)?];
    all.extend(files(&key, &armored(&public, Kind::PublicKey)?)?);
    for (number, file) in all.iter().enumerate() {
        let told = Opening::of(file).err().context("it is taken")?;
        ensure!(matches!(told, OpenPgpError::NoSecretKey(NoSecretKey::Damaged)), "file {number}: {told:?}");
    }
    Ok(())
}
