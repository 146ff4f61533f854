//! A message around a key: OpenKeychain's backup, or an export that its owner locked with `gpg --symmetric`.
//!
//! It is decrypted as far as one literal packet inside it, in one layer of compression at the most, and no further
//! than a key file may be long; and nothing of it counts before its integrity is checked.

use std::io::Read;

use openpgp::Packet;
use openpgp::crypto::{Password, S2K, SessionKey};
use openpgp::packet::{SKESK, Tag};
use openpgp::parse::{Dearmor, PacketParserBuilder, PacketParserResult, Parse};
use openpgp::types::{HashAlgorithm, SymmetricAlgorithm};
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::derive::{self, Derived, VAIN, library_is_right};
use super::locked::{cfb, is_costly, is_derived, is_known};
use super::tries;
use crate::limits::FileKind;
use crate::openpgp::integrity::{NotWhole, inside, is_ignored, strange};
use crate::openpgp::{NoSecretKey, OpenPgpError};

/// Whoever makes a backup locks it with one code.
const CODES: usize = 8;
/// What Coldspare hashes for its own backups, under which no key of the owner's lies open.
const OURS: u32 = 65_536;

/// As long as any cipher's key.
const LONGEST: usize = 32;
/// As long as any cipher's block, and two bytes more.
const BEGINNING: usize = 18;

/// A message under a code.
pub(super) struct Message {
    codes: Vec<SKESK>,
    /// Of what is encrypted in version 1 (RFC 9580 § 5.13.1), the first bytes.
    beginning: Vec<u8>,
    bytes: Zeroizing<Vec<u8>>,
}

impl Message {
    /// Looks at what its data is locked with.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, NoSecretKey> {
        let (codes, beginning) = codes(bytes).map_err(|e| NoSecretKey::Unreadable(e.to_string()))?;
        // No code of the owner's is called wrong for what none opens: data without its integrity checked (RFC 9580 § 5.7),
        // and what is not known here.
        let beginning = beginning.ok_or(NoSecretKey::Message)?;
        match &codes[..] {
            codes if !codes.iter().any(may_open) => Err(NoSecretKey::Message),
            codes if codes.len() > CODES || codes.iter().any(|code| s2k(code).is_some_and(is_costly)) => {
                Err(NoSecretKey::Costly)
            }
            [code] if is_ours(code) => Err(NoSecretKey::SealedBackup),
            _ => Ok(Message { codes, beginning, bytes: Zeroizing::new(bytes.to_vec()) }),
        }
    }

    /// What is inside, if this is its code.
    pub(super) fn open(&self, code: &SecretString) -> Result<Zeroizing<Vec<u8>>, OpenPgpError> {
        let (mut damaged, mut derived) = (false, Derived::default());
        for password in spellings(code.expose_secret()) {
            for (at, code) in self.codes.iter().enumerate() {
                // The first is tried in all spellings, which are five at the most.
                if at > 0 && derived.tries() >= VAIN {
                    break;
                }
                let Some((algorithm, key)) = session(code, &password, &mut derived) else { continue };
                if algorithm.is_some_and(|cipher| is_only_seen(cipher, &key, &self.beginning)) {
                    return Err(OpenPgpError::NoSecretKey(NoSecretKey::Message));
                }
                match inside(&self.bytes, algorithm, &key, FileKind::ExportedKey.bytes()) {
                    Ok(Some(inside)) => return Ok(inside),
                    Ok(None) => {}
                    // As what no code opens here.
                    Err(NotWhole::Packed(_)) => return Err(OpenPgpError::NoSecretKey(NoSecretKey::Message)),
                    Err(NotWhole::Changed | NotWhole::TooLarge) => damaged = true,
                }
            }
        }
        Err(match damaged {
            true => OpenPgpError::NoSecretKey(NoSecretKey::Damaged),
            false => OpenPgpError::Code,
        })
    }
}

/// As a key's passphrase is spelt, and as OpenKeychain shows its codes: capital letters and digits, in fours with dashes
/// between.
fn spellings(code: &str) -> Vec<Password> {
    let signs: Zeroizing<String> = Zeroizing::new(
        code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect(),
    );
    let mut spaced = Zeroizing::new(String::with_capacity(signs.len() * 2));
    for (at, sign) in signs.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            spaced.push('-');
        }
        spaced.push(sign);
    }
    let mut spellings = tries::spellings(code);
    if spaced.as_str() != code && !spaced.is_empty() {
        spellings.push(Password::from(spaced.as_str()));
    }
    spellings
}

/// The packets with a session key in them, in front of the data, and how these begin. `None` if they are of a kind that is
/// not known here.
fn codes(bytes: &[u8]) -> openpgp::Result<(Vec<SKESK>, Option<Vec<u8>>)> {
    let mut codes = Vec::new();
    let mut next =
        PacketParserBuilder::from_bytes(bytes)?.dearmor(Dearmor::Disabled).max_recursion_depth(0).build()?;
    while let PacketParserResult::Some(mut parser) = next {
        match parser.packet.tag() {
            Tag::SKESK | Tag::PKESK => {}
            tag if is_ignored(tag) => {}
            Tag::SEIP if strange(&parser.packet).is_none() => {
                let mut beginning = Vec::with_capacity(BEGINNING);
                parser.by_ref().take(BEGINNING as u64).read_to_end(&mut beginning)?;
                return Ok((codes, Some(beginning)));
            }
            _ => return Ok((codes, None)),
        }
        let (packet, rest) = parser.next()?;
        if let (Packet::SKESK(code), ..=CODES) = (packet, codes.len()) {
            codes.push(code);
        }
        next = rest;
    }
    Ok((codes, None))
}

/// Whether its code can open the data, as far as is seen. Behind a session key of its own the cipher of the data is not seen
/// yet.
fn may_open(code: &SKESK) -> bool {
    match code {
        SKESK::V4(code) => {
            let cipher = code.symmetric_algo();
            let is_known =
                if matches!(code.esk(), Ok(None)) { cipher.is_supported() } else { is_known(cipher) };
            is_known && is_derived(code.s2k())
        }
        SKESK::V6(code) => {
            let (cipher, s2k) = (code.symmetric_algo(), code.s2k());
            let is_right = cipher.key_size().is_ok_and(|length| library_is_right(s2k, length));
            cipher.is_supported() && code.aead_algo().is_supported() && is_derived(s2k) && is_right
        }
        _ => false,
    }
}

/// Whether a key is that of the data, whose cipher is one with which the library does not decrypt: the last two bytes of the
/// first block stand there once more (RFC 9580 § 5.13.1).
fn is_only_seen(cipher: SymmetricAlgorithm, key: &SessionKey, beginning: &[u8]) -> bool {
    let again = || {
        let block = cipher.block_size().ok()?;
        let plain = cfb(cipher, key, &vec![0; block], beginning.get(..block + 2)?)?;
        Some(plain.get(block - 2..block)? == plain.get(block..)?)
    };
    let is_long = cipher.key_size().is_ok_and(|length| length == key.len());
    !cipher.is_supported() && is_long && again().unwrap_or(false)
}

/// The key of the data. Without one of its own in the packet it is what the code itself makes (RFC 9580 § 5.3.1).
fn session(
    code: &SKESK,
    password: &Password,
    derived: &mut Derived,
) -> Option<(Option<SymmetricAlgorithm>, SessionKey)> {
    let SKESK::V4(code) = code else {
        let tries = s2k(code).map_or(1, |s2k| derive::tries(s2k, LONGEST));
        return derived.by_the_library(tries, || code.decrypt(password));
    };
    let cipher = code.symmetric_algo();
    let key = derived.key(code.s2k(), password, cipher.key_size().ok()?)?;
    let Some(sealed) = code.esk().ok()? else { return Some((Some(cipher), key)) };
    // Its first byte says what cipher it is for, and its initial vector is all zeros.
    let plain = cfb(cipher, &key, &vec![0; cipher.block_size().ok()?], sealed)?;
    let (of, key) = plain.split_first()?;
    Some((Some((*of).into()), SessionKey::from(key)))
}

fn s2k(code: &SKESK) -> Option<&S2K> {
    match code {
        SKESK::V4(code) => Some(code.s2k()),
        SKESK::V6(code) => Some(code.s2k()),
        _ => None,
    }
}

/// Whether it is a sealed backup: its form is always the same, and no other program's.
fn is_ours(code: &SKESK) -> bool {
    let SKESK::V4(code) = code else { return false };
    code.symmetric_algo() == SymmetricAlgorithm::AES256
        && matches!(code.s2k(), S2K::Iterated { hash: HashAlgorithm::SHA256, hash_bytes: OURS, .. })
        && matches!(code.esk(), Ok(Some(_)))
}
