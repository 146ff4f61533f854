//! What a file is: packets of keys, a message under a code, or something that is no key at all, and then what.

use openpgp::Packet;
use openpgp::packet::{Signature, Tag, Unknown};
use openpgp::parse::{Dearmor, PacketParserBuilder, PacketParserResult, Parse};
use openpgp::types::SignatureType;
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::armor::{self, Block, as_far_as_they_go};
use super::binary::{Form, are_of_texts, form, is_blank, without_blanks};
use super::leading_zeros::readable;
use super::locked::is_real;
use super::message::Message;
use super::remains::{Remains, Stray, is_nobodys};
use crate::limits::FileKind;
use crate::openpgp::NoSecretKey;

/// A certificate with hundreds of signatures by others has no more.
const PACKETS: usize = 10_000;
/// More blocks of armor than anybody's mail has.
const BLOCKS: usize = 1000;

/// What a file is made of.
pub(super) struct InFile {
    pub content: Content,
    /// What stands in blocks of its own in which there is a revocation certificate, of whichever key.
    pub revocations: Vec<Packet>,
    /// What stands in blocks of its own and is neither that nor a key.
    pub aside: Remains,
}

/// What there is to open in a file.
pub(super) enum Content {
    /// Packets that stand together, in their order: a block of armor, or a binary file.
    Packets(Vec<Stretch>),
    /// A message under a code, and beside it keys whose secrets can only be in there.
    Message(Message, Vec<Stretch>),
}

/// Packets that stand together.
#[derive(Clone)]
pub(super) struct Stretch {
    pub packets: Vec<Packet>,
    /// Whether nothing says that something of it was changed on its way.
    pub intact: bool,
}

/// What one stretch of packets is.
enum Kind {
    Key(Stretch),
    Message(Message),
    /// A revocation, and what stands beside it.
    Revocations(Vec<Packet>),
    /// What is no key, and what of it is counted apart from that.
    Other(NoSecretKey, Stray),
}

/// Why there is no message in a file.
pub(in crate::openpgp) enum NoMessage {
    /// What is there is in armor, and no message.
    None,
    /// There is one, and something else in it than base64.
    Damaged,
}

/// Looks at a file, whatever it is.
pub(super) fn read(file: &[u8]) -> Result<InFile, NoSecretKey> {
    if file.len() > FileKind::ExportedKey.bytes() {
        return Err(NoSecretKey::TooLarge);
    }
    let blocks = match form(file) {
        Form::Packets(packets) => return joined([of_binary(packets)]),
        Form::Text => armor::blocks(file, BLOCKS + 1),
        // In what was binary nothing is searched for, and behind a text nothing of that kind is passed over.
        Form::Other if armor::blocks(file, 1).is_empty() => Vec::new(),
        Form::Other => return Err(NoSecretKey::Damaged),
    };
    if blocks.len() > BLOCKS {
        return Err(NoSecretKey::TooLarge);
    }
    if !blocks.is_empty() {
        let mut read = joined(of_blocks(blocks))?;
        read.aside.others += armor::foreign(file);
        return Ok(read);
    }
    let is_empty = file.iter().all(is_blank);
    let nothing = || if is_empty { NoSecretKey::Empty } else { NoSecretKey::Unreadable("no packets".into()) };
    Err(foreign(file).unwrap_or_else(nothing))
}

/// The encrypted message of a file, without its armor and what stands around it in a mail, however much that is.
pub(in crate::openpgp) fn message_in(file: &[u8]) -> Result<Zeroizing<Vec<u8>>, NoMessage> {
    let blocks = match form(file) {
        Form::Text => armor::blocks(file, usize::MAX),
        Form::Packets(packets) => return Ok(Zeroizing::new(without_blanks(packets).to_vec())),
        Form::Other if armor::blocks(file, 1).is_empty() => Vec::new(),
        Form::Other => return Err(NoMessage::Damaged),
    };
    if blocks.is_empty() {
        return Ok(Zeroizing::new(file.to_vec()));
    }
    // Of one that was quoted in front, something or all may be left out.
    let is_there = |block: &Block| !block.packets.as_ref().is_some_and(|packets| packets.is_empty());
    let messages = blocks.into_iter().filter(|block| block.label == "MESSAGE" && is_there(block));
    let mut messages: Vec<_> = messages.collect();
    let whole = messages.iter().position(|block| block.ended && block.packets.is_some()).unwrap_or(0);
    let message = messages.drain(..).nth(whole).ok_or(NoMessage::None)?;
    message.packets.ok_or(NoMessage::Damaged)
}

/// Keys go before a message, as in a mail that has both, and the first reason before all others.
fn joined(kinds: impl IntoIterator<Item = Result<Kind, NoSecretKey>>) -> Result<InFile, NoSecretKey> {
    let (mut keys, mut revocations, mut message) = (Vec::new(), Vec::new(), None);
    let (mut aside, mut reason) = (Remains::default(), None);
    for kind in kinds {
        let why = match kind {
            Ok(Kind::Key(stretch)) => {
                keys.push(stretch);
                continue;
            }
            Ok(Kind::Message(found)) if message.is_none() => {
                message = Some(found);
                continue;
            }
            Ok(Kind::Message(_)) => NoSecretKey::Message,
            Ok(Kind::Revocations(packets)) => {
                revocations.extend(packets);
                NoSecretKey::Revocation
            }
            Ok(Kind::Other(why, packets)) => {
                aside.add(&packets);
                why
            }
            // Whatever stood in front of it: a key that is there and cannot be read is not passed over for another one.
            Err(why @ (NoSecretKey::Damaged | NoSecretKey::TooLarge)) => return Err(why),
            Err(why) => why,
        };
        match why {
            NoSecretKey::Message
            | NoSecretKey::SignedText
            | NoSecretKey::SealedBackup
            | NoSecretKey::Costly => aside.messages += 1,
            NoSecretKey::Unreadable(_) => aside.others += 1,
            _ => {}
        }
        reason = reason.or(Some(why));
    }
    let total = revocations.len() + keys.iter().map(|stretch| stretch.packets.len()).sum::<usize>();
    let content = match message {
        _ if total > PACKETS => return Err(NoSecretKey::TooLarge),
        Some(message) if !keys.iter().any(has_secret) => Content::Message(message, keys),
        None if keys.is_empty() => return Err(reason.unwrap_or(NoSecretKey::Empty)),
        message => {
            aside.messages += usize::from(message.is_some());
            Content::Packets(keys)
        }
    };
    Ok(InFile { content, revocations, aside })
}

/// What each block is, apart from those that say nothing: the signature of a text, and what is damaged and holds no more
/// than a block that was read.
fn of_blocks(blocks: Vec<Block>) -> Vec<Result<Kind, NoSecretKey>> {
    let (mut is_text, mut kinds) = (false, Vec::new());
    for mut block in blocks {
        // The signature right behind a signed text, in which a key may be quoted, is no key, whole or not. But what ends a
        // key does so wherever it stands.
        let is_its_own = is_text && block.label == "SIGNATURE";
        is_text = block.label == "SIGNED MESSAGE" || is_text && block.escaped;
        let digits = std::mem::take(&mut block.digits);
        let kind = match is_damaged_signature(&block, &digits) {
            true => Ok(Kind::Other(NoSecretKey::Signature, vec![unread()])),
            false => of_block(block),
        };
        if !is_its_own || matches!(kind, Ok(Kind::Revocations(_))) {
            kinds.push((digits, kind));
        }
    }
    let whole = || kinds.iter().filter(|(_, kind)| kind.is_ok()).map(|(digits, _)| digits);
    let is_held = |part: &[u8]| {
        !part.is_empty() && whole().any(|digits| digits.starts_with(part) || digits.ends_with(part))
    };
    let held: Vec<_> = kinds
        .iter()
        .map(|(digits, kind)| matches!(kind, Err(NoSecretKey::Damaged)) && is_held(digits))
        .collect();
    kinds.into_iter().zip(held).filter(|(_, held)| !held).map(|((_, kind), _)| kind).collect()
}

/// Whether it is what was left of a text's signature, say where somebody quotes it, or one attached in base64: no key, and
/// nothing that ends one.
fn is_damaged_signature(block: &Block, digits: &[u8]) -> bool {
    let is_whole = block.ended && block.packets.is_some();
    (block.bare || block.label == "SIGNATURE")
        && !is_whole
        && as_far_as_they_go(digits).is_some_and(|it| are_of_texts(&it))
}

fn unread() -> Packet {
    Unknown::new(Tag::Signature, anyhow::anyhow!("it was cut off")).into()
}

fn of_block(block: Block) -> Result<Kind, NoSecretKey> {
    // What was signed is not in base64, and no key.
    if block.label == "SIGNED MESSAGE" {
        return Ok(Kind::Other(NoSecretKey::SignedText, Stray::new()));
    }
    let packets = block.packets.filter(|_| block.ended || block.bare).ok_or(NoSecretKey::Damaged)?;
    if packets.is_empty() {
        return Ok(Kind::Other(NoSecretKey::Empty, Stray::new()));
    }
    let says_key = block.label.ends_with("KEY BLOCK");
    let says_message = !says_key && block.label != "SIGNATURE";
    match of_packets(&packets, block.intact) {
        Err(NoSecretKey::TooLarge) => Err(NoSecretKey::TooLarge),
        // What was cut off may end where a packet does.
        Ok(Kind::Key(stretch)) if block.bare && has_secret(&stretch) => Err(NoSecretKey::Damaged),
        Ok(Kind::Revocations(packets)) if block.put_off => Ok(Kind::Other(NoSecretKey::Revocation, packets)),
        Ok(kind @ Kind::Revocations(_)) if block.intact => Ok(kind),
        Ok(kind @ (Kind::Key(_) | Kind::Message(_))) => Ok(kind),
        Ok(kind @ Kind::Other(NoSecretKey::Message, _)) if says_message => Ok(kind),
        Err(NoSecretKey::Message) if says_message => Err(NoSecretKey::Message),
        Ok(Kind::Other(NoSecretKey::Signature, packets))
            if !says_key && block.intact && packets.iter().all(is_signature) =>
        {
            Ok(Kind::Other(NoSecretKey::Signature, packets))
        }
        // It was a key, or what ends one, or nobody can say what it was.
        Ok(_) | Err(NoSecretKey::Message | NoSecretKey::Unreadable(_)) => Err(NoSecretKey::Damaged),
        Err(why) => Err(why),
    }
}

/// Whether it is a signature that can be read, or is of a version that is not known here: 2 (of PGP 2), 5 (of LibrePGP).
fn is_signature(packet: &Packet) -> bool {
    match packet {
        Packet::Signature(_) => true,
        Packet::Unknown(unknown) => {
            unknown.tag() == Tag::Signature && matches!(unknown.body().first(), Some(2 | 5))
        }
        other => is_nobodys(other.tag()),
    }
}

/// A binary file; what an editor or a copying program put behind it does not matter.
fn of_binary(file: &[u8]) -> Result<Kind, NoSecretKey> {
    let blanks = file.iter().rev().take_while(|byte| is_blank(byte)).count();
    let whole = of_packets(file, true);
    // Blanks may be the last packet's own, too.
    let less = (1..=blanks).filter(|less| *less <= 16 || *less + 2 >= blanks);
    let mut without = less.map(|less| of_packets(&file[..file.len() - less], true));
    match whole {
        Ok(Kind::Key(_) | Kind::Message(_)) => whole,
        other => without.find(|kind| matches!(kind, Ok(Kind::Key(_)))).unwrap_or(other),
    }
}

/// Packets one after the other, none of them unpacked or decrypted on the way.
fn of_packets(bytes: &[u8], intact: bool) -> Result<Kind, NoSecretKey> {
    let unreadable = |e: anyhow::Error| NoSecretKey::Unreadable(e.to_string());
    let mut packets = Vec::new();
    let builder = PacketParserBuilder::from_bytes(bytes).map_err(unreadable)?;
    let mut next = builder
        .dearmor(Dearmor::Disabled)
        .max_recursion_depth(0)
        .buffer_unread_content()
        .build()
        .map_err(unreadable)?;
    while let PacketParserResult::Some(parser) = next {
        // Before its body is looked at.
        match parser.packet.tag() {
            Tag::SKESK | Tag::PKESK | Tag::SEIP | Tag::SED | Tag::AED if !has_key(&packets) => {
                return Message::of(bytes).map(Kind::Message);
            }
            Tag::CompressedData | Tag::Literal | Tag::OnePassSig if !has_key(&packets) => {
                return Ok(Kind::Other(NoSecretKey::Message, Stray::new()));
            }
            // What was of a key may have become one of these on its way; and the library passes over what is no packet.
            Tag::Reserved
            | Tag::SKESK
            | Tag::PKESK
            | Tag::SEIP
            | Tag::SED
            | Tag::AED
            | Tag::CompressedData
            | Tag::Literal
            | Tag::OnePassSig
                if has_key(&packets) =>
            {
                return Err(NoSecretKey::Damaged);
            }
            _ if packets.len() == PACKETS => {
                return Err(NoSecretKey::TooLarge);
            }
            _ => {}
        }
        // Once a key was there, what cannot be read behind it is damage.
        let (packet, rest) = parser.next().map_err(|e| match has_key(&packets) {
            true => NoSecretKey::Damaged,
            false => unreadable(e),
        })?;
        packets.push(readable(packet));
        next = rest;
    }
    if has_key(&packets) {
        return Ok(Kind::Key(Stretch { packets, intact }));
    }
    // What is nobody's may stand in front, or what cannot be read, and more than one signature behind.
    let first = packets.iter().map(Packet::tag).find(|tag| !is_nobodys(*tag));
    Ok(match first {
        _ if packets.iter().any(ends) => Kind::Revocations(packets),
        Some(Tag::Signature) => Kind::Other(NoSecretKey::Signature, packets),
        _ => Kind::Other(NoSecretKey::Empty, packets),
    })
}

/// Whether it revokes a key or a subkey.
fn ends(packet: &Packet) -> bool {
    let Packet::Signature(signature) = packet else { return false };
    matches!(signature.typ(), SignatureType::KeyRevocation | SignatureType::SubkeyRevocation)
}

/// The signatures among packets.
pub(super) fn signatures(packets: Vec<Packet>) -> Vec<Signature> {
    let signature = |packet| if let Packet::Signature(signature) = packet { Some(signature) } else { None };
    packets.into_iter().filter_map(signature).collect()
}

fn has_key(packets: &[Packet]) -> bool {
    let key = |tag| matches!(tag, Tag::PublicKey | Tag::SecretKey | Tag::PublicSubkey | Tag::SecretSubkey);
    packets.iter().any(|packet| key(packet.tag()))
}

/// Whether there is a secret in it, or what was one.
fn has_secret(stretch: &Stretch) -> bool {
    let is_secret = |packet: &Packet| match packet {
        Packet::SecretKey(key) => is_real(key.role_as_unspecified()),
        Packet::SecretSubkey(key) => is_real(key.role_as_unspecified()),
        packet => matches!(packet.tag(), Tag::SecretKey | Tag::SecretSubkey),
    };
    stretch.packets.iter().any(is_secret)
}

/// Keys of other kinds, by how their files begin.
fn foreign(file: &[u8]) -> Option<NoSecretKey> {
    let text: Zeroizing<Vec<u8>> =
        Zeroizing::new(file.iter().copied().filter(|byte| !matches!(byte, 0 | 0xFF | 0xFE)).collect());
    let has = |words: &str| text.windows(words.len()).any(|window| window == words.as_bytes());
    let starts = |words: &[&str]| {
        let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&text).trim_ascii_start();
        words.iter().any(|words| text.starts_with(words.as_bytes()))
    };
    let ssh = ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "PuTTY-User-Key-File-", "---- BEGIN SSH2"];
    // DER: a sequence with a length of two bytes, then another sequence or a small number.
    let der = matches!(file, [0x30, 0x82, _, _, 0x30 | 0x02, ..]);
    match () {
        () if starts(&ssh) || has("-----BEGIN OPENSSH ") => Some(NoSecretKey::Ssh),
        () if der
            || has("PRIVATE KEY-----")
            || has("-----BEGIN CERTIFICATE")
            || has("-----BEGIN PUBLIC KEY") =>
        {
            Some(NoSecretKey::X509)
        }
        // `private-keys-v1.d/*.key`, `pubring.kbx`.
        () if starts(&[
            "Key: (",
            "Created: 2",
            "(11:private-key",
            "(21:protected-private-key",
            "(20:shadowed-private-key",
        ]) || file.get(8..12) == Some(b"KBXf") =>
        {
            Some(NoSecretKey::GnuPgOwn)
        }
        () => None,
    }
}
