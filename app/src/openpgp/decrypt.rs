//! A message that was encrypted to one of the owner's keys: mail of former years, a file that somebody has sent.
//!
//! It comes from outside. It is decrypted in one layer, into one literal packet, and nothing of it counts before its
//! integrity was checked: without that (RFC 9580 § 5.7), whoever had it on its way could have put something in which
//! sends the rest to him when it is shown.

use std::panic::{AssertUnwindSafe, catch_unwind};

use openpgp::crypto::mpi::Ciphertext;
use openpgp::crypto::{Decryptor, KeyPair, SessionKey};
use openpgp::packet::key::{PublicParts, SecretKeyMaterial, UnspecifiedRole};
use openpgp::packet::{Key, PKESK, Tag};
use openpgp::parse::{PacketParserResult, Parse};
use openpgp::types::SymmetricAlgorithm;
use openpgp::{Cert, KeyHandle, KeyID};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::SlotKey;
use super::import::{NoMessage, decryption, message_in, session_key};
use super::integrity::{NotWhole, inside, is_ignored, packets, strange};
use super::kinds::{computes, describe, of_version_5};
use crate::limits::FileKind;

/// Somebody may write to so many at once.
const RECIPIENTS: usize = 200;
/// So often a key is tried on a packet with a session key: each try takes a while, and a packet need not say whose it is
/// (RFC 9580 § 5.1.6).
const TRIES: usize = 64;
/// And so long altogether: as long as all of those with RSA 8192.
const EFFORT: usize = 65_536;

/// No cipher has a shorter key.
const SHORTEST: usize = 16;

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, thiserror::Error)]
pub enum MessageError {
    /// There is no encrypted message in it.
    #[error("no encrypted message")]
    None,
    /// It was encrypted to other keys: their key ids, 16 hexadecimal digits each. None, if it does not say to which.
    #[error("encrypted to other keys")]
    OtherKeys(Vec<String>),
    /// It was encrypted to one of these keys, with which nothing is calculated here.
    #[error("encrypted to a key of kind {kind}")]
    Kind {
        /// Its key id.
        key: String,
        /// What it is of.
        kind: String,
    },
    /// It was encrypted to one of these keys (its key id), and the secret of that one is elsewhere.
    #[error("encrypted to a key without its secret")]
    Elsewhere(String),
    /// It was encrypted to more keys than are looked at.
    #[error("encrypted to too many keys")]
    Many,
    /// No key opens it, a passphrase alone does.
    #[error("encrypted under a passphrase")]
    Passphrase,
    /// It was encrypted or packed in a way that is not known here: what that is called.
    #[error("encrypted or packed with {0}")]
    Strange(String),
    /// Nothing shows whether it was changed.
    #[error("no integrity check")]
    NotProtected,
    /// It was changed on its way, or cut off, or there is something else in it than a message.
    #[error("changed or cut off")]
    Changed,
    /// It is longer than what is read here.
    #[error("too large")]
    TooLarge,
}

/// A message that is whole.
pub struct Decrypted {
    /// Fingerprint of the key that has opened it.
    pub key: String,
    /// What was encrypted.
    pub content: Zeroizing<Vec<u8>>,
}

/// What stands in front of the data.
struct Front {
    recipients: Vec<Recipient>,
    /// What the data is encrypted with, if that is seen and not known here.
    strange: Option<String>,
}

/// One of those to whom a message was encrypted.
struct Recipient {
    /// Whose the session key is, if that is said.
    key: Option<KeyHandle>,
    /// The session key, encrypted, if it can be read.
    sealed: Option<PKESK>,
}

impl Recipient {
    fn of(body: &[u8]) -> Self {
        if let Some(sealed) = session_key(body) {
            return Recipient { key: sealed.recipient(), sealed: Some(sealed) };
        }
        // In version 3 it says first whose it is, whatever follows (RFC 9580 § 5.1.1).
        let id = match body {
            [3, rest @ ..] => rest.first_chunk().map(|id: &[u8; 8]| KeyID::from(*id)),
            _ => None,
        };
        Recipient { key: id.filter(|id| !id.is_wildcard()).map(KeyHandle::from), sealed: None }
    }

    fn names(&self, key: &KeyHandle) -> bool {
        self.key.as_ref().is_some_and(|named| named.aliases(key))
    }
}

/// Decrypts the first message of a file, armored or not, with whichever key of the transferable secret key `secret` it was
/// encrypted to, also one that was revoked or has expired.
///
/// # Errors
/// [`MessageError`].
pub fn decrypt(secret: &[u8], file: &[u8]) -> Result<Decrypted, MessageError> {
    if file.len() > FileKind::EncryptedMessage.bytes() {
        return Err(MessageError::TooLarge);
    }
    let secret = Cert::from_bytes(secret).map_err(|_| MessageError::OtherKeys(Vec::new()))?;
    let message = message_in(file).map_err(|why| match why {
        NoMessage::None => MessageError::None,
        NoMessage::Damaged => MessageError::Changed,
    })?;
    let (sealed, message) = apart(&message);
    let front = front(&sealed, &message)?;
    if front.recipients.is_empty() {
        return Err(MessageError::Passphrase);
    }
    let mut keys: Vec<SlotKey> =
        secret.keys().unencrypted_secret().map(|key| key.key().clone()).filter(decrypts).collect();
    // The newest first: what does not say whose it is will be of today.
    keys.sort_by_key(|key| std::cmp::Reverse(key.creation_time()));
    // Those that name a key before those that name none, however many these are.
    let pairs = |named: bool| {
        let recipients = front.recipients.iter().filter(move |recipient| recipient.key.is_some() == named);
        recipients.flat_map(|recipient| keys.iter().map(move |key| (recipient, key)))
    };
    let mut ours = None;
    let (mut tries, mut effort) = (0, 0);
    for (recipient, key) in pairs(true).chain(pairs(false)) {
        let is_named = recipient.names(&key.key_handle());
        let Some(sealed) = recipient.sealed.as_ref().filter(|_| is_named || recipient.key.is_none()) else {
            continue;
        };
        // What was made for a key of another algorithm is not tried on this one.
        if !is_named && sealed.pk_algo() != key.pk_algo() {
            continue;
        }
        tries += 1;
        effort += decryption(key);
        if tries > TRIES || effort > EFFORT {
            // A key that is named and was not tried on all that names it may open it.
            let why = ours.or_else(|| named(&secret, &front).filter(|_| recipient.key.is_none()));
            return Err(why.unwrap_or(MessageError::Many));
        }
        let Ok(pair) = key.clone().into_keypair() else { continue };
        let mut keeper = Keeper { pair, plain: None };
        // The library falls over a session key of no bytes, which anybody can encrypt, and which comes out by chance where
        // the padding was not meant for this key.
        let opened = catch_unwind(AssertUnwindSafe(|| sealed.decrypt(&mut keeper, None))).ok().flatten();
        let Some((algorithm, session)) = opened else {
            ours =
                ours.or(keeper.unknown(sealed).map(|algorithm| MessageError::Strange(algorithm.to_string())));
            continue;
        };
        let unknown = algorithm.filter(|algorithm| !algorithm.is_supported());
        if let Some(how) = front.strange.clone().or(unknown.map(|algorithm| algorithm.to_string())) {
            ours = Some(MessageError::Strange(how));
            continue;
        }
        if let Some(content) = inside(&message, algorithm, &session, FileKind::EncryptedMessage.bytes())? {
            return Ok(Decrypted { key: key.fingerprint().to_hex(), content });
        }
        // It is for this key, and its data is not what the session key was for.
        ours = ours.or(Some(MessageError::Changed));
    }
    Err(ours.or_else(|| named(&secret, &front)).unwrap_or_else(|| MessageError::OtherKeys(front.named())))
}

/// Decrypts a session key, and keeps what came out: if its cipher has a number that the library does not know, or one of those
/// for experiments (RFC 9580 § 9.3), the library says no more than that it has not come out.
struct Keeper {
    pair: KeyPair,
    plain: Option<SessionKey>,
}

impl Decryptor for Keeper {
    fn public(&self) -> &Key<PublicParts, UnspecifiedRole> {
        Decryptor::public(&self.pair)
    }

    fn decrypt(&mut self, sealed: &Ciphertext, length: Option<usize>) -> openpgp::Result<SessionKey> {
        let plain = self.pair.decrypt(sealed, length)?;
        self.plain = Some(plain.clone());
        Ok(plain)
    }
}

impl Keeper {
    /// The cipher, if it is not known, and something shows that there is a key for it.
    fn unknown(&mut self, sealed: &PKESK) -> Option<SymmetricAlgorithm> {
        let PKESK::V3(sealed) = sealed else { return None };
        // Of X25519 and X448 the cipher stands in front, not encrypted, and a key that was changed does not come out
        // (§ 5.1.6).
        if let Some((cipher, sealed)) = in_front(sealed.esk()) {
            let key = cipher
                .key_size()
                .err()
                .map(|_| catch_unwind(AssertUnwindSafe(|| self.decrypt(&sealed, None))));
            return key.is_some_and(|key| matches!(key, Ok(Ok(_)))).then_some(cipher);
        }
        // Of others there is a sum behind the key (§ 5.1).
        let [cipher, key @ .., high, low] = &self.plain.as_ref()?[..] else { return None };
        let cipher = SymmetricAlgorithm::from(*cipher);
        let sum = key.iter().fold(0_u16, |sum, byte| sum.wrapping_add((*byte).into()));
        let is_key = key.len() >= SHORTEST && sum == u16::from_be_bytes([*high, *low]);
        (is_key && cipher.key_size().is_err()).then_some(cipher)
    }
}

/// The cipher that stands in front of a session key, and the key alone.
fn in_front(sealed: &Ciphertext) -> Option<(SymmetricAlgorithm, Ciphertext)> {
    let (cipher, sealed) = match sealed {
        Ciphertext::X25519 { e, key } => {
            let (cipher, key) = key.split_first()?;
            (cipher, Ciphertext::X25519 { e: e.clone(), key: key.into() })
        }
        Ciphertext::X448 { e, key } => {
            let (cipher, key) = key.split_first()?;
            (cipher, Ciphertext::X448 { e: e.clone(), key: key.into() })
        }
        _ => return None,
    };
    Some((SymmetricAlgorithm::from(*cipher), sealed))
}

/// Whether the library calculates with a key what somebody has encrypted to it.
fn decrypts(key: &SlotKey) -> bool {
    key.pk_algo().for_encryption() && computes(key)
}

/// Why nothing was opened, if the message names a key of this certificate.
fn named(secret: &Cert, front: &Front) -> Option<MessageError> {
    let is_named = |key: &KeyHandle| front.recipients.iter().any(|recipient| recipient.names(key));
    let known = secret.keys().filter(|key| is_named(&key.key().key_handle()));
    let mut known = known.map(|key| {
        let (key, id) = (key.key(), key.key().keyid().to_hex());
        match key.optional_secret() {
            None | Some(SecretKeyMaterial::Encrypted(_)) => MessageError::Elsewhere(id),
            Some(_) if !key.pk_algo().for_encryption() || !computes(key) => {
                MessageError::Kind { key: id, kind: describe(key) }
            }
            // Its own session key does not come out.
            Some(_) => MessageError::Changed,
        }
    });
    let mut strange = secret.unknowns().filter_map(|unknown| of_version_5(unknown.component()));
    known.next().or_else(|| {
        strange
            .find(|(id, _)| is_named(&KeyHandle::from(id.clone())))
            .map(|(id, kind)| MessageError::Kind { key: id.to_hex(), kind })
    })
}

impl Front {
    /// The key ids that it names.
    fn named(&self) -> Vec<String> {
        let ids = self.recipients.iter().filter_map(|recipient| recipient.key.clone());
        ids.map(|id| KeyID::from(id).to_hex()).collect()
    }
}

/// What the packets with a session key in front of a message hold, and the message without them. The library reads none of
/// it if one of them has a number with zeros in front (§ 3.2), be it another's.
fn apart(message: &[u8]) -> (Vec<&[u8]>, Vec<u8>) {
    let (mut sealed, mut others, mut rest) = (Vec::new(), Vec::with_capacity(message.len()), message);
    while let Some((tag, body, behind)) = packet(rest) {
        match tag {
            Tag::PKESK => sealed.push(body),
            tag if tag == Tag::SKESK || is_ignored(tag) => {
                others.extend_from_slice(&rest[..rest.len() - behind.len()]);
            }
            _ => break,
        }
        rest = behind;
    }
    others.extend_from_slice(rest);
    (sealed, others)
}

/// The first packet and what is behind it (§ 4.2), if it says how long it is.
fn packet(bytes: &[u8]) -> Option<(Tag, &[u8], &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (tag, size) = match (first >> 6, first & 3) {
        (3, _) => (first & 0x3F, None),
        (2, 3) => return None,
        (2, kind) => (first >> 2 & 0xF, Some(1 << kind)),
        _ => return None,
    };
    let (length, rest) = match (size, rest) {
        (None, [length @ ..=191, rest @ ..]) => (usize::from(*length), rest),
        (None, [high @ 192..=223, low, rest @ ..]) => {
            ((usize::from(*high) - 192) * 256 + usize::from(*low) + 192, rest)
        }
        (None, [255, rest @ ..]) => big_endian(rest, 4)?,
        (None, _) => return None,
        (Some(size), rest) => big_endian(rest, size)?,
    };
    let (body, behind) = rest.split_at_checked(length)?;
    Some((Tag::from(tag), body, behind))
}

fn big_endian(bytes: &[u8], size: usize) -> Option<(usize, &[u8])> {
    let (length, rest) = bytes.split_at_checked(size)?;
    Some((length.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), rest))
}

/// To whom it was encrypted, and how.
fn front(sealed: &[&[u8]], message: &[u8]) -> Result<Front, MessageError> {
    if sealed.len() > RECIPIENTS {
        return Err(MessageError::Many);
    }
    let recipients: Vec<_> = sealed.iter().map(|body| Recipient::of(body)).collect();
    let mut begun = !recipients.is_empty();
    let no_data = |begun| if begun { MessageError::Changed } else { MessageError::None };
    let mut next = packets(message).map_err(|_| no_data(begun))?;
    while let PacketParserResult::Some(parser) = next {
        match parser.packet.tag() {
            tag if tag == Tag::SKESK || is_ignored(tag) => {}
            Tag::SEIP => return Ok(Front { recipients, strange: strange(&parser.packet) }),
            // What GnuPG 2.3 and later make of it where a key says that it reads that (`--force-ocb`).
            Tag::AED => return Ok(Front { recipients, strange: Some("OCB".into()) }),
            Tag::SED => return Err(MessageError::NotProtected),
            _ => return Err(no_data(begun)),
        }
        begun |= parser.packet.tag() == Tag::SKESK;
        next = parser.next().map_err(|_| no_data(begun))?.1;
    }
    Err(no_data(begun))
}

impl From<NotWhole> for MessageError {
    fn from(why: NotWhole) -> Self {
        match why {
            NotWhole::Changed => MessageError::Changed,
            NotWhole::Packed(how) => MessageError::Strange(how.to_string()),
            NotWhole::TooLarge => MessageError::TooLarge,
        }
    }
}
