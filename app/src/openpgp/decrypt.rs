//! A message that was encrypted to one of the owner's keys: mail of former years, a file that somebody has sent.
//!
//! It comes from outside. It is decrypted in one layer, into one literal packet, and nothing of it counts before its
//! integrity was checked: without that (RFC 9580 § 5.7), whoever had it on its way could have put something in which
//! sends the rest to him when it is shown.

use openpgp::packet::{PKESK, Tag};
use openpgp::parse::{PacketParserResult, Parse};
use openpgp::{Cert, Packet};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::import::message_in;
use super::integrity::{NotWhole, inside, packets};
use crate::limits::FileKind;

/// Somebody may write to so many at once.
const RECIPIENTS: usize = 200;
/// So often a key is tried on a packet that does not say whose it is (RFC 9580 § 5.1): each takes a while.
const TRIES: usize = 64;

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, thiserror::Error)]
pub enum MessageError {
    /// There is no encrypted message in it.
    #[error("no encrypted message")]
    None,
    /// It was encrypted to other keys: their key ids, 16 hexadecimal digits each.
    #[error("encrypted to other keys")]
    OtherKeys(Vec<String>),
    /// No key opens it, a passphrase alone does.
    #[error("encrypted under a passphrase")]
    Passphrase,
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
    let message = message_in(file).ok_or(MessageError::None)?;
    let recipients = recipients(&message)?;
    let mut keys: Vec<_> =
        secret.keys().unencrypted_secret().filter(|key| key.key().pk_algo().for_encryption()).collect();
    // The newest first: what does not say whose it is will be of today.
    keys.sort_by_key(|key| std::cmp::Reverse(key.key().creation_time()));
    let mut tries = 0;
    for recipient in &recipients {
        for key in &keys {
            let ours = match recipient.recipient() {
                Some(handle) => handle.aliases(key.key().key_handle()),
                None => true,
            };
            if !ours {
                continue;
            }
            tries += 1;
            if tries > TRIES {
                break;
            }
            let Ok(mut pair) = key.key().clone().into_keypair() else { continue };
            let Some((algorithm, session)) = recipient.decrypt(&mut pair, None) else { continue };
            if let Some(content) = inside(&message, algorithm, &session, FileKind::EncryptedMessage.bytes())?
            {
                return Ok(Decrypted { key: key.key().fingerprint().to_hex(), content });
            }
        }
    }
    let ids = recipients.iter().filter_map(PKESK::recipient).map(|id| openpgp::KeyID::from(id).to_hex());
    match recipients.is_empty() {
        true => Err(MessageError::Passphrase),
        false => Err(MessageError::OtherKeys(ids.collect())),
    }
}

/// To whom it was encrypted.
fn recipients(message: &[u8]) -> Result<Vec<PKESK>, MessageError> {
    let mut recipients = Vec::new();
    let mut begun = false;
    let mut next = packets(message).map_err(|_| MessageError::None)?;
    while let PacketParserResult::Some(parser) = next {
        match parser.packet.tag() {
            Tag::PKESK if recipients.len() == RECIPIENTS => return Err(MessageError::TooLarge),
            Tag::SKESK | Tag::PKESK | Tag::Marker | Tag::Padding => {}
            Tag::SEIP => return Ok(recipients),
            Tag::SED => return Err(MessageError::NotProtected),
            _ => return Err(MessageError::None),
        }
        let cut_off = |_| if begun { MessageError::Changed } else { MessageError::None };
        let (packet, rest) = parser.next().map_err(cut_off)?;
        begun |= matches!(packet, Packet::PKESK(_) | Packet::SKESK(_));
        if let Packet::PKESK(recipient) = packet {
            recipients.push(recipient);
        }
        next = rest;
    }
    Err(if begun { MessageError::Changed } else { MessageError::None })
}

impl From<NotWhole> for MessageError {
    fn from(why: NotWhole) -> Self {
        match why {
            NotWhole::Changed => MessageError::Changed,
            NotWhole::TooLarge => MessageError::TooLarge,
        }
    }
}
