//! OpenPGP messages byte by byte, as a forger makes them (RFC 9580): what a library would never write.

use std::io::Write;

use coldspare::openpgp::Identity;
use openssl::symm::{Cipher, Crypter, Mode};
use sequoia_openpgp::Cert;
use sequoia_openpgp::armor::{Kind, Writer};
use sequoia_openpgp::crypto::{S2K, SessionKey};
use sequoia_openpgp::packet::pkesk::PKESK3;
use sequoia_openpgp::packet::skesk::SKESK4;
use sequoia_openpgp::packet::{PKESK, Packet, SKESK};
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::policy::StandardPolicy;
use sequoia_openpgp::serialize::SerializeInto;
use sequoia_openpgp::serialize::stream::{Compressor, LiteralWriter, Message, Signer};
use sequoia_openpgp::types::{CompressionAlgorithm, HashAlgorithm, SymmetricAlgorithm};

pub(crate) const MARKER: &[u8] = b"\xCA\x03PGP";
pub(crate) const COMPRESSED: u8 = 8;
pub(crate) const SED: u8 = 9;
pub(crate) const LITERAL: u8 = 11;
pub(crate) const SEIPD: u8 = 18;

/// A packet with a length of five octets (§ 4.2.1.3).
pub(crate) fn packet(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&[0xC0 | kind, 255][..], &length, body].concat()
}

/// The first packet's body, and how long the packet is: of packets that [`packet`] and the program write.
pub(crate) fn split(message: &[u8]) -> (Vec<u8>, usize) {
    let mut body = Vec::new();
    let mut at = 1;
    loop {
        let first = usize::from(message[at]);
        let (length, header, last) = match first {
            0..=191 => (first, 1, true),
            192..=223 => ((first - 192) * 256 + usize::from(message[at + 1]) + 192, 2, true),
            224..=254 => (1 << (first & 0x1F), 1, false),
            _ => (u32::from_be_bytes(message[at + 1..at + 5].try_into().unwrap()) as usize, 5, true),
        };
        at += header;
        body.extend_from_slice(&message[at..at + length]);
        at += length;
        if last {
            return (body, at);
        }
    }
}

/// § 5.9.
pub(crate) fn literal(content: &[u8]) -> Vec<u8> {
    named_literal("", content)
}

pub(crate) fn named_literal(name: &str, content: &[u8]) -> Vec<u8> {
    let length = u8::try_from(name.len()).unwrap();
    packet(LITERAL, &[&[b'b', length][..], name.as_bytes(), &[0; 4], content].concat())
}

/// § 5.6.
pub(crate) fn compressed(algorithm: CompressionAlgorithm, inside: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut message = Compressor::new(Message::new(&mut out)).algo(algorithm).build().unwrap();
    message.write_all(inside).unwrap();
    message.finalize().unwrap();
    out
}

pub(crate) fn zip(inside: &[u8]) -> Vec<u8> {
    compressed(CompressionAlgorithm::Zip, inside)
}

/// § 5.3.1: `key` under a passphrase.
pub(crate) fn skesk(passphrase: &str, key: &[u8; 32]) -> Vec<u8> {
    let algorithm = SymmetricAlgorithm::AES256;
    let s2k = S2K::Iterated { hash: HashAlgorithm::SHA256, salt: [7; 8], hash_bytes: 65_536 };
    let key = SessionKey::from(&key[..]);
    let skesk = SKESK4::with_password(algorithm, algorithm, s2k, &key, &passphrase.into()).unwrap();
    Packet::from(SKESK::from(skesk)).to_vec().unwrap()
}

/// The same without a key in it: what the S2K gives is the key. Returns both.
pub(crate) fn bare_skesk(passphrase: &str, cipher: u8, s2k: S2K) -> (Vec<u8>, [u8; 32]) {
    let key = s2k.derive_key(&passphrase.into(), 32).unwrap();
    let s2k = sequoia_openpgp::serialize::MarshalInto::to_vec(&s2k).unwrap();
    (packet(3, &[&[4, cipher][..], &s2k].concat()), key[..].try_into().unwrap())
}

fn cfb(key: &[u8; 32], iv: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut crypter = Crypter::new(Cipher::aes_256_cfb128(), Mode::Encrypt, key, Some(iv)).unwrap();
    let mut out = vec![0; plain.len() + 16];
    let mut length = crypter.update(plain, &mut out).unwrap();
    length += crypter.finalize(&mut out[length..]).unwrap();
    out.truncate(length);
    out
}

const PREFIX: &[u8] = b"0123456789abcdefef";

/// § 5.13.1: encrypted, with its integrity code.
pub(crate) fn seipd(key: &[u8; 32], inside: &[u8]) -> Vec<u8> {
    seipd_with(b"\xD3\x14", key, inside)
}

/// The same, with another header of the packet that holds the integrity code (§ 5.14).
pub(crate) fn seipd_with(header: &[u8; 2], key: &[u8; 32], inside: &[u8]) -> Vec<u8> {
    let hashed = [PREFIX, inside, header].concat();
    let plain = [&hashed[..], &openssl::sha::sha1(&hashed)].concat();
    packet(SEIPD, &[&[1][..], &cfb(key, &[0; 16], &plain)].concat())
}

/// § 5.7: encrypted, without one.
pub(crate) fn sed(key: &[u8; 32], inside: &[u8]) -> Vec<u8> {
    let prefix = cfb(key, &[0; 16], PREFIX);
    let rest = cfb(key, &prefix[2..], inside);
    packet(SED, &[prefix, rest].concat())
}

/// Signed by a key of the forger's own.
pub(crate) fn signed(by: &Identity, content: &[u8]) -> Vec<u8> {
    let cert = Cert::from_bytes(&by.secret_armored().unwrap()[..]).unwrap();
    let policy = StandardPolicy::new();
    let key = cert.keys().secret().with_policy(&policy, None).for_signing().next().unwrap().key().clone();
    let mut out = Vec::new();
    let message = Signer::new(Message::new(&mut out), key.into_keypair().unwrap()).unwrap().build().unwrap();
    let mut message = LiteralWriter::new(message).build().unwrap();
    message.write_all(content).unwrap();
    message.finalize().unwrap();
    out
}

/// § 5.1: `key` for the owner of a public key.
pub(crate) fn pkesk(to: &Identity, key: &[u8; 32]) -> Vec<u8> {
    let cert = to.public();
    let policy = StandardPolicy::new();
    let recipient = cert.keys().with_policy(&policy, None).for_storage_encryption().next().unwrap();
    let key = SessionKey::from(&key[..]);
    let pkesk = PKESK3::for_recipient(SymmetricAlgorithm::AES256, &key, recipient.key()).unwrap();
    Packet::from(PKESK::from(pkesk)).to_vec().unwrap()
}

pub(crate) fn armored(message: &[u8]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new(), Kind::Message).unwrap();
    writer.write_all(message).unwrap();
    writer.finalize().unwrap()
}
