//! Numbers with zeros in front that are counted. GnuPG 2.4 exports a secret of a curve with all bits of the curve: one open
//! key in 256, and nearly every locked one. Programs in Go long counted all bits of the bytes of a signature or of an
//! encrypted session key (RFC 9580 § 3.2 counts from the first that is set): half of all by or for RSA. By § 3.2 that is no
//! number, and the library refuses the whole packet over it. It is the same number without them.

use openpgp::crypto::mpi::SecretKeyChecksum;
use openpgp::packet::{PKESK, Tag, Unknown};
use openpgp::parse::Parse;
use openpgp::types::PublicKeyAlgorithm;
use openpgp::{Packet, PacketPile};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

/// No secret key has more numbers (RFC 9580 § 5.5.5).
const NUMBERS: usize = 4;
/// A version, a key id and an algorithm (§ 5.1.1).
const FRONT_OF_SESSION_KEY: usize = 10;

/// A signature, or a secret key that is not locked, if zeros are all that is in the library's way; else the packet as it was.
pub(super) fn readable(packet: Packet) -> Packet {
    match &packet {
        Packet::Unknown(unknown) => without_zeros(unknown).unwrap_or(packet),
        _ => packet,
    }
}

/// An encrypted session key, from the body of its packet.
pub(in crate::openpgp) fn session_key(body: &[u8]) -> Option<PKESK> {
    PKESK::from_bytes(body).ok().or_else(|| {
        let (front, sealed) = body.split_at_checked(FRONT_OF_SESSION_KEY)?;
        let (3, algorithm) = (*front.first()?, PublicKeyAlgorithm::from(*front.last()?)) else { return None };
        // Of ECDH, what follows the point is no number (§ 5.1.5).
        let behind = if algorithm == PublicKeyAlgorithm::ECDH { number(sealed)?.1 } else { &[] };
        let right = numbers_right(sealed.strip_suffix(behind)?)?;
        PKESK::from_bytes(&[front, &right, behind].concat()).ok()
    })
}

fn without_zeros(unknown: &Unknown) -> Option<Packet> {
    let body = unknown.body();
    let body = match unknown.tag() {
        Tag::Signature => {
            let (front, numbers) = body.split_at_checked(front_of_signature(body)?)?;
            Zeroizing::new([front, &numbers_right(numbers)?].concat())
        }
        Tag::SecretKey | Tag::SecretSubkey => {
            let (public, secret) = body.split_at_checked(public_length(body)?)?;
            // What follows says how it is locked (§ 5.5.3); 0 is not at all.
            let secret = put_right(secret.strip_prefix(&[0])?, SecretKeyChecksum::Sum16)?;
            Zeroizing::new([public, &[0], &secret].concat())
        }
        _ => return None,
    };
    let mut packets = PacketPile::from_bytes(&packet(unknown.tag(), &body)?).ok()?.into_children();
    packets.next().filter(|packet| !matches!(packet, Packet::Unknown(_)))
}

/// With a length of four bytes (§ 4.2.1).
fn packet(tag: Tag, body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(body.len()).ok()?.to_be_bytes();
    Some(Zeroizing::new([&[0xC0 | u8::from(tag), 0xFF][..], &length, body].concat()))
}

/// The numbers of a secret key and the checksum behind them, without zeros in front of a number. `None` if the checksum is
/// another one, or there is something else than numbers.
pub(super) fn put_right(secret: &[u8], checksum: SecretKeyChecksum) -> Option<Zeroizing<Vec<u8>>> {
    // What is short enough to be guessed tells by its sum what it is.
    let sum = |numbers: &[u8]| {
        Zeroizing::new(match checksum {
            SecretKeyChecksum::SHA1 => Zeroizing::new(openssl::sha::sha1(numbers)).to_vec(),
            SecretKeyChecksum::Sum16 => {
                let sum = numbers.iter().fold(0_u16, |sum, byte| sum.wrapping_add((*byte).into()));
                sum.to_be_bytes().to_vec()
            }
        })
    };
    let (numbers, check) = secret.split_at_checked(secret.len().checked_sub(sum(&[]).len())?)?;
    if !openssl::memcmp::eq(&sum(numbers), check) {
        return None;
    }
    let mut right = numbers_right(numbers)?;
    let check = sum(&right);
    right.extend_from_slice(&check);
    Some(right)
}

/// Numbers without zeros in front. `None` if there is something else than numbers.
fn numbers_right(numbers: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    // With room for the checksum: what grows leaves a copy behind.
    let mut right = Zeroizing::new(Vec::with_capacity(numbers.len() + openssl::sha::sha1(&[]).len()));
    let mut rest = numbers;
    for _ in 0..NUMBERS {
        let Some((number, behind)) = number(rest) else { break };
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let number = &number[zeros..];
        let bits = number.len() * 8 - number.first().map_or(0, |byte| byte.leading_zeros() as usize);
        right.extend(u16::try_from(bits).ok()?.to_be_bytes());
        right.extend(number);
        rest = behind;
    }
    rest.is_empty().then_some(right)
}

/// How long what stands in front of the numbers of a signature is (§ 5.2.2, § 5.2.3).
fn front_of_signature(body: &[u8]) -> Option<usize> {
    // The two areas of subpackets; behind them, as in version 3, two bytes of what was signed.
    let behind_area = |at: usize| {
        let length = body.get(at..)?.first_chunk()?;
        Some(at + 2 + usize::from(u16::from_be_bytes(*length)))
    };
    match body.first()? {
        3 => Some(19),
        4 => Some(behind_area(behind_area(4)?)? + 2),
        _ => None,
    }
}

/// The bytes of a number (§ 3.2), and what stands behind it.
fn number(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (bits, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*bits)).div_ceil(8))
}

/// What stands behind a field of so many bytes as its first one says: a curve (§ 9.2), or what a shared secret is derived
/// with (§ 5.5.5.6).
fn behind_field(bytes: &[u8]) -> Option<&[u8]> {
    bytes.split_first().and_then(|(length, rest)| rest.get((*length).into()..))
}

/// How long the public key is that stands in front of its secret (§ 5.5.2), if it is of version 4.
#[allow(deprecated)] // What is too old to be made today is not too old to be read.
fn public_length(body: &[u8]) -> Option<usize> {
    use PublicKeyAlgorithm as A;
    let [4, _, _, _, _, algorithm, rest @ ..] = body else { return None };
    let behind_numbers = |many, from| (0..many).try_fold(from, |rest, _| Some(number(rest)?.1));
    let rest = match A::from(*algorithm) {
        A::ECDSA | A::EdDSA => behind_numbers(1, behind_field(rest)?)?,
        A::ECDH => behind_field(behind_numbers(1, behind_field(rest)?)?)?,
        A::RSAEncryptSign | A::RSAEncrypt | A::RSASign => behind_numbers(2, rest)?,
        A::ElGamalEncrypt | A::ElGamalEncryptSign => behind_numbers(3, rest)?,
        A::DSA => behind_numbers(4, rest)?,
        _ => return None,
    };
    Some(body.len() - rest.len())
}
