//! The one form of OpenPGP message that is a sealed backup, and nothing beside it: a session key under the
//! backup key, then data under the session key. All of it is decrypted and its integrity checked before a single
//! byte of the inside is looked at; so whoever lacks the backup key cannot have anything looked at.

use flate2::{Decompress, FlushDecompress, Status};
use openpgp::Packet;
use openpgp::crypto::{Password, S2K, SessionKey};
use openpgp::packet::SKESK;
use openpgp::parse::Parse;
use openpgp::types::SymmetricAlgorithm;
use openssl::symm::{Cipher, Crypter, Mode};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::error::SealError;
use super::packets;
use crate::limits::{CONTENTS, FileKind};

/// Random bytes in front of the data, the last two of them again (RFC 9580 § 5.13.1).
const PREFIX: usize = 16 + 2;
/// SHA-1 over all before it, in a packet of type 19 (§ 5.14).
const MDC_HEADER: [u8; 2] = [0xD3, 20];
const MDC: usize = 20;
/// ZIP (§ 9.4).
const ZIP: u8 = 1;
/// What the lengths of packets may add to their content, in parts of 512 bytes.
const LENGTHS: usize = CONTENTS / 256;

/// What was sealed.
pub(super) fn decrypt(sealed: &[u8], password: &Password) -> Result<Zeroizing<Vec<u8>>, SealError> {
    if sealed.len() > FileKind::SealedBackup.bytes() {
        return Err(SealError::NotSealed);
    }
    let session = packets::first(sealed).filter(|p| p.kind == packets::SKESK).ok_or(SealError::NotSealed)?;
    let length = sealed.len() - session.rest.len();
    let skesk = skesk(&sealed[..length]).ok_or(SealError::NotSealed)?;
    let data =
        packets::first(session.rest).filter(|p| p.kind == packets::SEIPD).ok_or(SealError::NotSealed)?;
    let (1, encrypted) = data.body.split_first().map(|(v, rest)| (*v, rest)).unwrap_or_default() else {
        return Err(SealError::NotSealed);
    };
    if !data.rest.is_empty() {
        return Err(SealError::NotSealed);
    }
    let key = session_key(&skesk, password).ok_or(SealError::WrongKey)?;
    let plain = cfb(encrypted, &key).ok_or(SealError::Damaged)?;
    literal(whole(&plain)?).ok_or(SealError::Inside)
}

/// The packet with the session key: version 4, AES-256, a salted and iterated S2K (§ 5.3.1).
fn skesk(packet: &[u8]) -> Option<openpgp::packet::skesk::SKESK4> {
    match Packet::from_bytes(packet) {
        Ok(Packet::SKESK(SKESK::V4(skesk)))
            if skesk.symmetric_algo() == SymmetricAlgorithm::AES256
                && matches!(skesk.s2k(), S2K::Iterated { .. }) =>
        {
            Some(skesk)
        }
        _ => None,
    }
}

fn session_key(skesk: &openpgp::packet::skesk::SKESK4, password: &Password) -> Option<SessionKey> {
    match skesk.decrypt(password) {
        Ok((SymmetricAlgorithm::AES256, key)) if key.len() == 32 => Some(key),
        _ => None,
    }
}

/// AES-256 in CFB mode, with zeros for its initial vector (§ 5.13.1).
fn cfb(encrypted: &[u8], key: &SessionKey) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = Cipher::aes_256_cfb128();
    let mut crypter = Crypter::new(cipher, Mode::Decrypt, key, Some(&[0; 16])).ok()?;
    let mut plain = Zeroizing::new(vec![0; encrypted.len() + cipher.block_size()]);
    let mut length = crypter.update(encrypted, &mut plain).ok()?;
    length += crypter.finalize(&mut plain[length..]).ok()?;
    plain.truncate(length);
    Some(plain)
}

/// What stands between prefix and integrity code, if both are right.
fn whole(plain: &[u8]) -> Result<&[u8], SealError> {
    let (hashed, mdc) = plain.split_last_chunk::<MDC>().ok_or(SealError::NotSealed)?;
    let (before, header) = hashed.split_last_chunk::<2>().ok_or(SealError::NotSealed)?;
    let (prefix, inside) = before.split_at_checked(PREFIX).ok_or(SealError::NotSealed)?;
    if prefix[14..16] != prefix[16..] {
        return Err(SealError::WrongKey);
    }
    let right = *header == MDC_HEADER && openssl::memcmp::eq(&openssl::sha::sha1(hashed), mdc);
    right.then_some(inside).ok_or(SealError::Damaged)
}

/// The content of the only literal packet, in one layer of ZIP at the most.
fn literal(inside: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (kind, body) = only(inside)?;
    let (kind, body) = match (kind, body.split_first()) {
        (packets::COMPRESSED, Some((&ZIP, deflated))) => only(&inflate(deflated)?)?,
        _ => (kind, body),
    };
    // § 5.9: binary, a name with its length in front, a date of four bytes.
    let (packets::LITERAL, [b'b', name, rest @ ..]) = (kind, &body[..]) else { return None };
    let content = rest.get(usize::from(*name) + 4..).filter(|content| content.len() <= CONTENTS)?;
    Some(Zeroizing::new(content.to_vec()))
}

/// A packet that stands alone: its type and its body.
fn only(bytes: &[u8]) -> Option<(u8, Zeroizing<Vec<u8>>)> {
    packets::first(bytes).filter(|packet| packet.rest.is_empty()).map(|packet| (packet.kind, packet.body))
}

/// RFC 1951, to its end and no further. What comes out is counted while it comes.
fn inflate(deflated: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    const MOST: usize = CONTENTS + LENGTHS;
    let mut out = Zeroizing::new(Vec::with_capacity(deflated.len().saturating_mul(4).clamp(4096, MOST)));
    let mut decoder = Decompress::new(false);
    loop {
        if out.len() == out.capacity() {
            let more = out.capacity().min(MOST.checked_sub(out.capacity()).filter(|more| *more > 0)?);
            out.reserve_exact(more);
        }
        let before = (decoder.total_in(), decoder.total_out());
        let rest = deflated.get(usize::try_from(before.0).ok()?..)?;
        let status = decoder.decompress_vec(rest, &mut out, FlushDecompress::None).ok()?;
        if status == Status::StreamEnd {
            return (decoder.total_in() == deflated.len() as u64).then_some(out);
        }
        // There was room, and nothing came: the end is missing.
        if before == (decoder.total_in(), decoder.total_out()) {
            return None;
        }
    }
}
