//! Whether a file is binary. In one that is, nothing is searched for: a text in it stands in a packet, in a notation of
//! somebody's signature say, and is no file of its own.

use openpgp::packet::Tag;
use openpgp::types::{HashAlgorithm, PublicKeyAlgorithm, SignatureType};
use sequoia_openpgp as openpgp;

/// Versions of keys, signatures and encrypted data, and ways of packing.
const VERSIONS: std::ops::RangeInclusive<u8> = 1..=6;

/// Whether it begins as packets do (RFC 9580 § 4.2): up to the first of a kind that has a version in front. No text has
/// that, for it is a control character; while a letter whose first bit is set may well stand at a text's beginning.
///
/// What comes behind does not matter: what was cut off is still no text.
pub(super) fn is_binary(file: &[u8]) -> bool {
    let mut rest = file;
    loop {
        let Some((tag, length, body)) = front(rest) else { return false };
        match tag {
            Tag::PublicKey
            | Tag::SecretKey
            | Tag::PublicSubkey
            | Tag::SecretSubkey
            | Tag::Signature
            | Tag::OnePassSig
            | Tag::PKESK
            | Tag::SKESK
            | Tag::SEIP
            | Tag::AED
            | Tag::CompressedData => return body.first().is_some_and(|version| VERSIONS.contains(version)),
            Tag::Reserved => return false,
            _ => {}
        }
        match behind(length, body) {
            Some(behind) if behind.iter().all(is_blank) => return true,
            Some(behind) => rest = behind,
            None => return false,
        }
    }
}

/// Whether there are control characters in it that no text has, a binary file's that was sent through something that
/// took it for text: what stands in it is no file of its own, either.
///
/// A terminal may have rung its bell or gone back, sent the end of what was typed, or changed to other letters and back:
/// no packets are without any of the others.
fn was_binary(file: &[u8]) -> bool {
    let is_of_none = |sign: u16| matches!(sign, 1..=3 | 5..=6 | 0x10..=0x19 | 0x1C..=0x1F);
    let mut pairs = file.chunks(2);
    match pairs.next() {
        // In UTF-16 letters of all kinds have such a byte.
        Some([0xFF, 0xFE]) => {
            pairs.any(|pair| matches!(pair, [low, high] if is_of_none(u16::from_le_bytes([*low, *high]))))
        }
        Some([0xFE, 0xFF]) => {
            pairs.any(|pair| matches!(pair, [high, low] if is_of_none(u16::from_be_bytes([*high, *low]))))
        }
        _ => file.iter().any(|byte| is_of_none((*byte).into())),
    }
}

/// What a file is to who reads it.
pub(super) enum Form<'a> {
    /// These packets.
    Packets(&'a [u8]),
    /// A text, in which there may be armor.
    Text,
    /// Neither: [`was_binary`].
    Other,
}

/// What form a file has. An editor may have put a byte order mark or a blank line in front of packets.
pub(super) fn form(file: &[u8]) -> Form<'_> {
    let packets = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file).trim_ascii_start();
    match () {
        () if is_binary(file) => Form::Packets(file),
        () if is_binary(packets) => Form::Packets(packets),
        () if was_binary(file) => Form::Other,
        () => Form::Text,
    }
}

/// What an editor or a copying program puts behind a file.
pub(super) fn is_blank(byte: &u8) -> bool {
    matches!(byte, 0 | b'\n' | b'\r' | b' ')
}

/// Packets without what stands behind the last of them.
pub(super) fn without_blanks(packets: &[u8]) -> &[u8] {
    let mut rest = packets;
    while let Some((_, length, body)) = front(rest) {
        match behind(length, body) {
            Some(behind) => rest = behind,
            None => return packets,
        }
    }
    if rest.iter().all(is_blank) { &packets[..packets.len() - rest.len()] } else { packets }
}

/// Whether a key, a subkey or a signature begins there, of which so much is looked at that nothing else begins so: its
/// version, and algorithms that are known (RFC 9580 § 5.2.3, § 5.5.2).
pub(super) fn is_key_or_signature(bytes: &[u8]) -> bool {
    let is_known =
        |algorithm: u8| !matches!(PublicKeyAlgorithm::from(algorithm), PublicKeyAlgorithm::Unknown(_));
    match front(bytes) {
        Some((
            Tag::Signature,
            _,
            [4..=6, typ, by, hash, ..] | [3, 5, typ, _, _, _, _, _, _, _, _, _, _, _, _, by, hash, ..],
        )) => {
            let is_typ = !matches!(SignatureType::from(*typ), SignatureType::Unknown(_));
            is_typ && is_known(*by) && !matches!(HashAlgorithm::from(*hash), HashAlgorithm::Unknown(_))
        }
        Some((Tag::PublicKey | Tag::SecretKey | Tag::PublicSubkey | Tag::SecretSubkey, _, body)) => {
            match body {
                [4..=6, _, _, _, _, by, ..] | [2..=3, _, _, _, _, _, _, by, ..] => is_known(*by),
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether these are signatures of texts alone (RFC 9580 § 5.2.1), of which the last may be cut off.
pub(super) fn are_of_texts(mut bytes: &[u8]) -> bool {
    loop {
        let Some((Tag::Signature, length, body)) = front(bytes) else { return false };
        match (body, behind(length, body)) {
            ([4..=6, 0..=2, ..] | [3, 5, 0..=2, ..], Some([_, ..])) => {}
            ([4..=6, 0..=2, ..] | [3, 5, 0..=2, ..], _) => return true,
            _ => return false,
        }
        bytes = behind(length, body).unwrap_or_default();
    }
}

/// How long the body of a packet is, or its first part.
#[derive(Clone, Copy)]
enum Length {
    Whole(usize),
    Part(usize),
    Open,
}

/// What a packet is, how long, and what stands behind its header.
fn front(bytes: &[u8]) -> Option<(Tag, Length, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    if first & 0x80 == 0 {
        return None;
    }
    let (tag, (length, body)) = match first & 0x40 {
        0 => (first >> 2 & 0x0F, old_length(first & 3, rest)?),
        _ => (first & 0x3F, length(rest)?),
    };
    Some((Tag::from(tag), length, body))
}

/// § 4.2.2.
fn old_length(kind: u8, bytes: &[u8]) -> Option<(Length, &[u8])> {
    if kind == 3 {
        return Some((Length::Open, bytes));
    }
    let (digits, body) = bytes.split_at_checked(1 << kind)?;
    Some((Length::Whole(number(digits)), body))
}

/// § 4.2.1.
fn length(bytes: &[u8]) -> Option<(Length, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    match usize::from(*first) {
        short @ ..192 => Some((Length::Whole(short), rest)),
        high @ 192..224 => {
            let (low, rest) = rest.split_first()?;
            Some((Length::Whole(((high - 192) << 8) + usize::from(*low) + 192), rest))
        }
        part @ 224..255 => Some((Length::Part(1 << (part & 0x1F)), rest)),
        _ => rest.split_at_checked(4).map(|(digits, rest)| (Length::Whole(number(digits)), rest)),
    }
}

fn number(digits: &[u8]) -> usize {
    digits.iter().fold(0, |number, digit| number << 8 | usize::from(*digit))
}

/// What stands behind a body, if that is there and has an end.
fn behind(mut next: Length, mut body: &[u8]) -> Option<&[u8]> {
    loop {
        match next {
            Length::Whole(whole) => return body.get(whole..),
            Length::Part(part) => (next, body) = length(body.get(part..)?)?,
            Length::Open => return None,
        }
    }
}
