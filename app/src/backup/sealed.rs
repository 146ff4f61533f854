//! The sealed backup: one OpenPGP message that `gpg --decrypt` reads, 2.2 and later.

use std::cell::Cell;
use std::io::{Read, Write};

use anyhow::anyhow;
use openpgp::Packet;
use openpgp::crypto::{Password, S2K, SessionKey};
use openpgp::packet::skesk::SKESK4;
use openpgp::packet::{PKESK, SEIP, SKESK};
use openpgp::parse::stream::{DecryptionHelper, DecryptorBuilder, MessageStructure, VerificationHelper};
use openpgp::parse::{PacketParser, PacketParserResult, Parse};
use openpgp::policy::StandardPolicy;
use openpgp::serialize::Serialize;
use openpgp::serialize::stream::{Compressor, Encryptor, LiteralWriter, Message};
use openpgp::types::{CompressionAlgorithm, HashAlgorithm, SymmetricAlgorithm};
use secrecy::ExposeSecret;
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::{BackupKey, Contents, ContentsError};

/// A sealed backup cannot be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// It could not be made.
    #[error("sealing the backup failed: {0}. Nothing was written; try again")]
    Seal(String),
    /// Not an OpenPGP message, or a damaged one.
    #[error(
        "the sealed backup is damaged, or it is none. Use another copy of the bundle, or the backup sheet"
    )]
    Damaged,
    /// The key does not fit.
    #[error(
        "the cards do not open this sealed backup: it belongs to another set. Insert the stick of this set"
    )]
    WrongKey,
    /// Opened, but the inside is wrong.
    #[error(transparent)]
    Contents(#[from] ContentsError),
}

/// How many bytes the S2K hashes. The passphrase is 256 random bits: nobody can try them all, and
/// hashing more would only make a recovery on a slow machine slower.
const HASHED_BYTES: u32 = 65_536;

/// Seals everything secret under the backup key: SKESK v4 with an iterated and salted S2K,
/// AES-256, SEIPD v1 (RFC 9580 § 5.3.1, § 3.7.1.3, § 5.13.1), compressed with ZIP so that it takes
/// little paper.
///
/// # Errors
/// [`SealError`].
pub fn seal(contents: &Contents, key: &BackupKey) -> Result<Vec<u8>, SealError> {
    let tar = contents.to_tar()?;
    seal_bytes(&tar, key).map_err(|e| SealError::Seal(e.to_string()))
}

fn seal_bytes(bytes: &[u8], key: &BackupKey) -> openpgp::Result<Vec<u8>> {
    let algorithm = SymmetricAlgorithm::AES256;
    let session_key = SessionKey::new(algorithm.key_size()?)?;
    let mut salt = [0; 8];
    openpgp::crypto::random(&mut salt)?;
    let s2k = S2K::Iterated { hash: HashAlgorithm::SHA256, salt, hash_bytes: HASHED_BYTES };
    let skesk = SKESK4::with_password(algorithm, algorithm, s2k, &session_key, &password(key))?;

    let mut sealed = Vec::new();
    let mut message = Message::new(&mut sealed);
    Packet::from(SKESK::from(skesk)).serialize(&mut message)?;
    let message = Encryptor::with_session_key(message, algorithm, session_key)?.build()?;
    let message = Compressor::new(message).algo(CompressionAlgorithm::Zip).build()?;
    let mut message = LiteralWriter::new(message).build()?;
    message.write_all(bytes)?;
    message.finalize()?;
    Ok(sealed)
}

/// Opens a sealed backup.
///
/// # Errors
/// [`SealError`].
pub fn open(sealed: &[u8], key: &BackupKey) -> Result<Contents, SealError> {
    if !is_long_enough(sealed).unwrap_or(false) {
        return Err(SealError::Damaged);
    }
    let policy = StandardPolicy::new();
    let wrong_key = Cell::new(false);
    let helper = Helper { password: password(key), wrong_key: &wrong_key };
    let decryptor = DecryptorBuilder::from_bytes(sealed)
        .map_err(|_| SealError::Damaged)?
        .with_policy(&policy, None, helper);
    let mut decryptor = match decryptor {
        Ok(decryptor) => decryptor,
        Err(_) if wrong_key.get() => return Err(SealError::WrongKey),
        Err(_) => return Err(SealError::Damaged),
    };
    // A tar of a few keys and seeds; compressed bytes grow by a factor of 1032 at the most.
    let mut tar = Zeroizing::new(Vec::with_capacity(sealed.len() * 4));
    decryptor.read_to_end(&mut tar).map_err(|_| SealError::Damaged)?;
    Ok(Contents::from_tar(&tar)?)
}

/// Whether the encrypted part can be one: of a SEIPD v1 packet, 18 bytes in front and 22 at the end are
/// none of the message (RFC 9580 § 5.13.1). sequoia 2.4 panics where there are fewer.
fn is_long_enough(sealed: &[u8]) -> openpgp::Result<bool> {
    let mut next = PacketParser::from_bytes(sealed)?;
    while let PacketParserResult::Some(mut parser) = next {
        match &parser.packet {
            Packet::SEIP(SEIP::V1(_)) => return Ok(parser.buffer_unread_content()?.len() >= 18 + 22),
            Packet::PKESK(_) | Packet::SKESK(_) => next = parser.next()?.1,
            _ => break,
        }
    }
    Ok(true)
}

fn password(key: &BackupKey) -> Password {
    key.passphrase().expose_secret().into()
}

struct Helper<'a> {
    password: Password,
    wrong_key: &'a Cell<bool>,
}

impl VerificationHelper for Helper<'_> {
    fn get_certs(&mut self, _: &[openpgp::KeyHandle]) -> openpgp::Result<Vec<openpgp::Cert>> {
        Ok(Vec::new())
    }

    fn check(&mut self, _: MessageStructure<'_>) -> openpgp::Result<()> {
        Ok(())
    }
}

impl DecryptionHelper for Helper<'_> {
    fn decrypt(
        &mut self,
        _: &[PKESK],
        skesks: &[SKESK],
        _: Option<SymmetricAlgorithm>,
        decrypt: &mut dyn FnMut(Option<SymmetricAlgorithm>, &SessionKey) -> bool,
    ) -> openpgp::Result<Option<openpgp::Cert>> {
        for skesk in skesks {
            if let Ok((algorithm, session_key)) = skesk.decrypt(&self.password)
                && decrypt(algorithm, &session_key)
            {
                return Ok(None);
            }
        }
        self.wrong_key.set(!skesks.is_empty());
        Err(anyhow!("no session key"))
    }
}
