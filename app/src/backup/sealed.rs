//! The sealed backup: one OpenPGP message that `gpg --decrypt` reads, 2.2 and later.

mod error;
mod message;
mod packets;

use std::io::Write;

use openpgp::Packet;
use openpgp::crypto::{Password, S2K, SessionKey};
use openpgp::packet::SKESK;
use openpgp::packet::skesk::SKESK4;
use openpgp::serialize::Serialize;
use openpgp::serialize::stream::{Compressor, Encryptor, LiteralWriter, Message};
use openpgp::types::{CompressionAlgorithm, CompressionLevel, HashAlgorithm, SymmetricAlgorithm};
use secrecy::ExposeSecret;
use sequoia_openpgp as openpgp;

pub use error::SealError;

use super::{BackupKey, Contents};
use crate::limits::{CONTENTS, FileKind};

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
    let sealed = seal_bytes(&tar, key).map_err(|e| SealError::Seal(e.to_string()))?;
    if tar.len() > CONTENTS || sealed.len() > FileKind::SealedBackup.bytes() {
        return Err(SealError::TooLarge(tar.len()));
    }
    Ok(sealed)
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
    let message = Compressor::new(message).algo(CompressionAlgorithm::Zip).level(CompressionLevel::best());
    let message = message.build()?;
    let mut message = LiteralWriter::new(message).build()?;
    message.write_all(bytes)?;
    message.finalize()?;
    Ok(sealed)
}

/// Opens a sealed backup: decrypts it, and checks that nothing of it was changed, before it looks at what is
/// inside.
///
/// # Errors
/// [`SealError`].
pub fn open(sealed: &[u8], key: &BackupKey) -> Result<Contents, SealError> {
    Ok(Contents::from_tar(&message::decrypt(sealed, &password(key))?)?)
}

fn password(key: &BackupKey) -> Password {
    key.passphrase().expose_secret().into()
}
