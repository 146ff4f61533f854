//! What is in an encrypted message once its session key is known, and nothing of it before its integrity was checked.

use std::io::Read;
use std::panic::catch_unwind;

use openpgp::Packet;
use openpgp::crypto::SessionKey;
use openpgp::packet::{SEIP, Tag};
use openpgp::parse::{Dearmor, PacketParser, PacketParserBuilder, PacketParserResult, Parse};
use openpgp::types::{CompressionAlgorithm, SymmetricAlgorithm};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

/// A signed message has a handful.
const PACKETS: usize = 100;

/// Why nothing is taken out of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotWhole {
    /// It was changed or cut off, its integrity cannot be checked (RFC 9580 § 5.7), or there is something else in it than
    /// one literal packet, perhaps signed, in one layer of compression at the most.
    Changed,
    /// It is whole, and what is in it is packed in a way that is not known here.
    Packed(CompressionAlgorithm),
    /// There is more in it than is read.
    TooLarge,
}

/// The packets of a message, none of them unpacked before it was looked at.
pub(super) fn packets(message: &[u8]) -> Result<PacketParserResult<'_>, NotWhole> {
    let builder = PacketParserBuilder::from_bytes(message).map_err(changed)?;
    builder.dearmor(Dearmor::Disabled).max_recursion_depth(3).build().map_err(changed)
}

/// Markers, padding, and what nobody needs to know (RFC 9580 § 5.8, § 5.14, § 4.3): wherever in a message they stand, they
/// are ignored.
pub(super) fn is_ignored(tag: Tag) -> bool {
    match tag {
        Tag::Marker | Tag::Padding => true,
        Tag::Unknown(_) | Tag::Private(_) => !tag.is_critical(),
        _ => false,
    }
}

/// What encrypted data says beside itself that it is encrypted with, if that is not known here.
pub(super) fn strange(packet: &Packet) -> Option<String> {
    match packet {
        Packet::SEIP(SEIP::V1(_)) => None,
        Packet::SEIP(SEIP::V2(data)) => {
            let (cipher, aead) = (data.symmetric_algo(), data.aead());
            (!cipher.is_supported() || !aead.is_supported()).then(|| format!("{cipher} {aead}"))
        }
        _ => Some("SEIPD".into()),
    }
}

/// What stands in the message's only literal packet, at most so many bytes; `None` if this is not its session key.
///
/// The library (2.4) falls over messages that end within what it buffers: they are cut off, and nothing more.
pub(super) fn inside(
    message: &[u8],
    algorithm: Option<SymmetricAlgorithm>,
    key: &SessionKey,
    most: usize,
) -> Result<Option<Zeroizing<Vec<u8>>>, NotWhole> {
    catch_unwind(|| decrypted(message, algorithm, key, most)).unwrap_or(Err(NotWhole::Changed))
}

fn decrypted(
    message: &[u8],
    algorithm: Option<SymmetricAlgorithm>,
    key: &SessionKey,
    most: usize,
) -> Result<Option<Zeroizing<Vec<u8>>>, NotWhole> {
    let mut next = packets(message)?;
    while let PacketParserResult::Some(mut parser) = next {
        match parser.packet.tag() {
            // Without its integrity checked (RFC 9580 § 5.7), anybody could have changed it.
            Tag::SEIP => {
                return match parser.decrypt(algorithm, key) {
                    Ok(()) => literal(parser, most).map(Some),
                    Err(_) => Ok(None),
                };
            }
            tag if matches!(tag, Tag::SKESK | Tag::PKESK) || is_ignored(tag) => {
                next = parser.recurse().map_err(changed)?.1;
            }
            _ => return Err(NotWhole::Changed),
        }
    }
    Ok(None)
}

/// What is in the literal packet of a decrypted message, once all of the message was read and is whole.
#[allow(deprecated)] // What old programs encrypted is to be read.
fn literal(mut parser: PacketParser<'_>, most: usize) -> Result<Zeroizing<Vec<u8>>, NotWhole> {
    // Version 2 checks each part while it is read (RFC 9580 § 5.13.2), version 1 all of it at its end (§ 5.13.1).
    let mut whole = matches!(&parser.packet, Packet::SEIP(SEIP::V2(_)));
    let (mut content, mut packed) = (None, None);
    for number in 0..PACKETS {
        match (parser.packet.tag(), parser.recursion_depth()) {
            (Tag::SEIP, 0) if number == 0 => {}
            (Tag::CompressedData, 1) => {
                if let Packet::CompressedData(data) = &parser.packet {
                    packed = Some(data.algo()).filter(|how| !how.is_supported());
                }
            }
            // Not beside the data, where anybody could have put it.
            (Tag::Literal, 1..) if content.is_none() => {
                let mut read = Zeroizing::new(Vec::with_capacity(most + 1));
                parser
                    .by_ref()
                    .take(most as u64 + 1)
                    .read_to_end(&mut read)
                    .map_err(|_| NotWhole::Changed)?;
                if read.len() > most {
                    return Err(NotWhole::TooLarge);
                }
                content = Some(read);
            }
            (Tag::OnePassSig | Tag::Signature | Tag::MDC, 1..) => {}
            (tag, _) if is_ignored(tag) => {}
            _ => return Err(NotWhole::Changed),
        }
        let (packet, next) = parser.recurse().map_err(changed)?;
        if let Packet::MDC(mdc) = &packet {
            whole = mdc.valid();
        }
        parser = match next {
            PacketParserResult::Some(next) => next,
            PacketParserResult::EOF(_) => {
                return match (content, packed) {
                    (Some(content), _) if whole => Ok(content),
                    (None, Some(how)) if whole => Err(NotWhole::Packed(how)),
                    _ => Err(NotWhole::Changed),
                };
            }
        };
    }
    Err(NotWhole::TooLarge)
}

fn changed(_: anyhow::Error) -> NotWhole {
    NotWhole::Changed
}
