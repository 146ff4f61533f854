//! What stands together in a file: the packets of one certificate, a subkey alone, what is of no key.

use openpgp::packet::{Signature, Tag};
use openpgp::types::SignatureType;
use openpgp::{Fingerprint, Packet};
use sequoia_openpgp as openpgp;

use super::copies::Copies;
use super::file::Stretch;
use super::locked::protection;
use super::remains::{Stray, is_nobodys};
use super::revoked::behind_the_rest;
use crate::openpgp::{NoSecretKey, OpenPgpError, SlotKey};

/// A secret key packet alone (`sk_<keyid>.gpg`), or with its binding where somebody took its primary key away.
#[derive(Clone)]
pub(super) struct Bare {
    /// It knows which packet it was: what locks it may lock that, too (RFC 9580 § 5.5.3, AEAD).
    pub key: SlotKey,
    pub signatures: Vec<Signature>,
}

impl From<SlotKey> for Bare {
    fn from(key: SlotKey) -> Self {
        Bare { key, signatures: Vec::new() }
    }
}

impl Bare {
    /// Of a key that stands there several times, the copy that is worth most, with what is signed of any of them.
    pub(super) fn of_copies(copies: Vec<Bare>) -> Option<Self> {
        let (keys, signatures): (Vec<_>, Vec<_>) =
            copies.into_iter().map(|bare| (bare.key, bare.signatures)).unzip();
        // Of equal ones the first.
        let key = keys.into_iter().rev().max_by_key(|key| protection(key).rank())?;
        Some(Bare { key, signatures: signatures.concat() })
    }
}

/// The packets of one certificate, as far as they stood together.
pub(super) struct Part {
    pub primary: Fingerprint,
    pub packets: Vec<Packet>,
    /// Whether nothing says that something of it was changed on its way.
    pub intact: bool,
}

/// The packets of a file, by what they are of.
#[derive(Default)]
pub(super) struct Pieces {
    pub parts: Vec<Part>,
    pub bare: Vec<Bare>,
    /// Signatures that stood behind no key, and revocations that need not be of the key that they stood behind.
    pub loose: Vec<Signature>,
    pub left_out: Vec<Stray>,
    pub copies: Copies,
    /// The version of a key that cards do not know.
    pub strange: Option<u8>,
    /// Whether there is a secret key that cannot be read.
    pub damaged: bool,
}

impl Pieces {
    /// What stood together in the file.
    pub(super) fn add(&mut self, stretch: Stretch) -> Result<(), OpenPgpError> {
        let is_damaged = || OpenPgpError::NoSecretKey(NoSecretKey::Damaged);
        let (nobodys, packets): (Vec<_>, _) =
            stretch.packets.into_iter().partition(|packet| is_nobodys(packet.tag()));
        // Anything may have become one of these on its way.
        if !stretch.intact && !nobodys.is_empty() {
            return Err(is_damaged());
        }
        packets.iter().try_for_each(|packet| self.copies.note(packet))?;
        for mut packets in apart(packets) {
            match head(&packets) {
                Head::Primary(primary) => {
                    self.loose.extend(behind_the_rest(&mut packets));
                    self.parts.push(Part { primary, packets, intact: stretch.intact });
                }
                _ if !stretch.intact => return Err(is_damaged()),
                Head::Bare(key) => {
                    let signatures = self.behind_bare(packets);
                    self.bare.push(Bare { key, signatures });
                }
                Head::Other(None) => self.without_key(packets),
                Head::Other(version) => {
                    self.strange = self.strange.or(version);
                    self.loose.extend(behind_the_rest(&mut packets));
                    self.left_out.push(packets);
                }
            }
        }
        Ok(())
    }

    /// What was signed of a subkey that stands alone. What else is behind it, behind the last one say, is not of it.
    fn behind_bare(&mut self, packets: Vec<Packet>) -> Vec<Signature> {
        let mut signatures = Vec::new();
        for packet in packets.into_iter().skip(1) {
            match packet {
                Packet::Signature(signature) if signature.typ() == SignatureType::KeyRevocation => {
                    self.loose.push(signature);
                }
                Packet::Signature(signature) => signatures.push(signature),
                other => self.left_out.push(vec![other]),
            }
        }
        signatures
    }

    /// What stands in front of the first key: `cat revocation.gpg key.gpg`.
    pub(super) fn without_key(&mut self, mut packets: Vec<Packet>) {
        let is_key = |packet: &Packet| {
            matches!(packet.tag(), Tag::PublicKey | Tag::SecretKey | Tag::PublicSubkey | Tag::SecretSubkey)
        };
        self.damaged |= packets.iter().any(|packet| packet.tag() == Tag::SecretKey);
        if packets.iter().any(is_key) {
            self.loose.extend(behind_the_rest(&mut packets));
            return self.left_out.push(packets);
        }
        for packet in packets {
            match packet {
                Packet::Signature(signature) => self.loose.push(signature),
                other => self.left_out.push(vec![other]),
            }
        }
    }
}

/// Where one certificate ends and the next begins: at a primary key. In front of the first, each secret subkey stands
/// alone.
fn apart(packets: Vec<Packet>) -> Vec<Vec<Packet>> {
    let mut parts: Vec<Vec<Packet>> = Vec::new();
    let mut whole = false;
    for packet in packets {
        let primary = matches!(packet.tag(), Tag::PublicKey | Tag::SecretKey);
        let alone = !whole && packet.tag() == Tag::SecretSubkey;
        whole |= primary;
        match parts.last_mut() {
            Some(part) if !primary && !alone => part.push(packet),
            _ => parts.push(vec![packet]),
        }
    }
    parts
}

/// What a part begins with.
enum Head {
    Primary(Fingerprint),
    Bare(SlotKey),
    /// No key that can be read; or one of another version, and which.
    Other(Option<u8>),
}

fn head(packets: &[Packet]) -> Head {
    let key = |print: Fingerprint, version: u8| match version {
        4 => Head::Primary(print),
        other => Head::Other(Some(other)),
    };
    match packets.first() {
        Some(Packet::PublicKey(primary)) => key(primary.fingerprint(), primary.version()),
        Some(Packet::SecretKey(primary)) => key(primary.fingerprint(), primary.version()),
        Some(Packet::SecretSubkey(subkey)) if subkey.version() == 4 => {
            Head::Bare(subkey.role_as_unspecified().clone())
        }
        // Its first byte says which version it is of; GnuPG 2.4 makes version 5, PGP 2.6 made version 3.
        Some(Packet::Unknown(unknown)) if matches!(unknown.tag(), Tag::PublicKey | Tag::SecretKey) => {
            match unknown.body() {
                [version @ (2 | 3 | 5..), ..] => Head::Other(Some(*version)),
                _ => Head::Other(None),
            }
        }
        _ => Head::Other(None),
    }
}
