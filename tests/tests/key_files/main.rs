//! Key files as people have them: whatever wrote them and whatever happened to them on the way, they open, or it is said
//! what they are; and nothing that is in one is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod any;
mod backups;
mod blocks;
mod changes;
mod damaged;
mod every;
mod inside;
mod kinds;
mod locked;
mod messages;
mod on_card;
mod others;
mod several;

use std::fs;
use std::path::{Path, PathBuf};

use coldspare::openpgp::{Brought, NoSecretKey, OpenPgpError, Opening, Question};
use coldspare_tests::fixtures;
use secrecy::SecretString;
use sequoia_openpgp::armor::{Kind, Writer};
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::SerializeInto;
use sequoia_openpgp::{Cert, Packet, PacketPile};
use std::io::Write;

const STAPLE: &str = "correct horse battery staple";
const CODE: &str = "1234-5678-9012-3456-7890-1234-5678-9012-3456";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/keys")
}

fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap()
}

fn word(text: &str) -> SecretString {
    SecretString::from(text)
}

/// What the owner has at hand.
#[derive(Default)]
struct Answers<'a> {
    code: Option<&'a str>,
    which: Option<&'a str>,
    passphrases: &'a [&'a str],
    beside: Option<Vec<u8>>,
}

/// Answers until nothing is asked. Which questions there were, in short.
fn through(bytes: &[u8], answers: &Answers<'_>) -> Result<(Brought, Vec<String>), OpenPgpError> {
    let (mut opening, mut asked) = (Opening::of(bytes)?, Vec::new());
    let mut passphrases = answers.passphrases.iter();
    while let Some(question) = opening.asks() {
        match question {
            Question::BackupCode => {
                asked.push("code".into());
                opening.code(&word(answers.code.expect("a code is asked")))?;
            }
            Question::Which(candidates) | Question::Whose(candidates) => {
                asked.push(format!("which of {}", candidates.len()));
                opening.choose(answers.which.expect("a choice is asked"))?;
            }
            Question::Passphrase { opened, locked, .. } => {
                asked.push(format!("passphrase, {opened} open, {locked} locked"));
                opening.passphrase(&word(passphrases.next().expect("a passphrase is asked")))?;
            }
            Question::PublicKey { .. } => {
                asked.push("public key".into());
                opening.beside([answers.beside.as_ref().expect("a public key is asked")])?;
            }
        }
    }
    Ok((opening.open()?, asked))
}

/// The identity in a file that asks for nothing.
fn identity(bytes: &[u8]) -> Cert {
    match through(bytes, &Answers::default()) {
        Ok((Brought::Identity(cert), _)) => cert,
        other => panic!("{other:?}"),
    }
}

/// Opens a file with these passphrases.
fn unlocked(bytes: &[u8], passphrases: &[&str]) -> Cert {
    match through(bytes, &Answers { passphrases, ..Default::default() }) {
        Ok((Brought::Identity(cert), _)) => cert,
        other => panic!("{other:?}"),
    }
}

fn refused(bytes: &[u8]) -> OpenPgpError {
    Opening::of(bytes).expect_err("it opens")
}

fn armored(kind: Kind, bytes: &[u8]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new(), kind).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finalize().unwrap()
}

/// The packets in an armored or binary file.
fn binary(bytes: &[u8]) -> Vec<u8> {
    let packets = PacketPile::from_bytes(bytes).unwrap();
    packets.into_children().flat_map(|packet| packet.to_vec().unwrap()).collect()
}

/// All packets of a certificate, each without what may differ and mean the same: its secret, whether it is a secret key.
fn packets(bytes: &[u8]) -> Vec<String> {
    let shown = |packet: Packet| match packet {
        Packet::SecretKey(key) => format!("key {}", key.fingerprint()),
        Packet::PublicKey(key) => format!("key {}", key.fingerprint()),
        Packet::SecretSubkey(key) => format!("key {}", key.fingerprint()),
        Packet::PublicSubkey(key) => format!("key {}", key.fingerprint()),
        // What is not signed in it may be put right on the way.
        Packet::Signature(signature) => format!("{:?} {:?}", signature.typ(), signature.mpis()),
        other => format!("{} {:?}", other.tag(), other.to_vec().unwrap()),
    };
    let mut all: Vec<_> = PacketPile::from_bytes(bytes).unwrap().into_children().map(shown).collect();
    all.sort();
    all.dedup();
    all
}

/// Nothing that was in the file is missing from what came of it.
fn nothing_is_lost(bytes: &[u8], cert: &Cert) {
    let (before, after) = (packets(bytes), packets(&cert.as_tsk().to_vec().unwrap()));
    let lost: Vec<_> = before.iter().filter(|packet| !after.contains(packet)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// Which of a certificate's keys are open, locked, or elsewhere.
fn secrets(cert: &Cert) -> [usize; 2] {
    let all = cert.keys().secret().count();
    let open = cert.keys().unencrypted_secret().count();
    [open, all - open]
}
