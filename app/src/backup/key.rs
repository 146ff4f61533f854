//! The backup key: 32 random bytes, the one thing that is split.

use std::fmt;

use secrecy::SecretString;
use zeroize::Zeroizing;

/// The set: which cards belong together. The first 4 bytes of SHA-256 over the backup key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SetId(pub(super) [u8; 4]);

impl SetId {
    /// From 8 uppercase hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = data_encoding::HEXUPPER.decode(text.as_bytes()).ok()?;
        Some(SetId(bytes.try_into().ok()?))
    }
}

impl fmt::Display for SetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&data_encoding::HEXUPPER.encode(&self.0))
    }
}

/// The key to the sealed backup.
#[derive(Clone)]
pub struct BackupKey(pub(super) Zeroizing<[u8; 32]>);

impl fmt::Debug for BackupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BackupKey(set {})", self.set())
    }
}

impl BackupKey {
    /// From the system's generator.
    ///
    /// # Errors
    /// If the system's generator does not answer.
    pub fn generate() -> Result<Self, std::io::Error> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(&mut bytes[..]).map_err(|e| std::io::Error::other(e.to_string()))?;
        Ok(BackupKey(bytes))
    }

    /// From its bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        BackupKey(Zeroizing::new(bytes))
    }

    /// The set that its shares form.
    pub fn set(&self) -> SetId {
        let hash = openssl::sha::sha256(&self.0[..]);
        SetId([hash[0], hash[1], hash[2], hash[3]])
    }

    /// The sealed backup's OpenPGP passphrase: the bytes as 64 lowercase hexadecimal digits.
    pub fn passphrase(&self) -> SecretString {
        data_encoding::HEXLOWER.encode(&self.0[..]).into()
    }
}
