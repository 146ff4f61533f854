//! A key file is opened when it is chosen: what it asks is answered one after the other.

use std::time::SystemTime;

use secrecy::SecretString;

use super::brought::Brought;
use crate::openpgp::{NoSecretKey, OpenPgpError};

/// A key file on its way to being open: what it asks is answered one after the other, again and again until right.
#[derive(Debug)]
pub struct Opening {}

/// What has to be answered before a key file is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The file is a message under a backup code (OpenKeychain's `.sec.pgp`).
    BackupCode,
    /// Several keys are in it: which?
    Which(Vec<Candidate>),
    /// Which passphrase opens these keys?
    Passphrase {
        /// Fingerprint of the first that is still locked.
        key: String,
        /// How many keys of it are open already.
        opened: usize,
        /// How many are still locked.
        locked: usize,
    },
    /// A bare decryption key, as GnuPG's on-card generation leaves it (`sk_<keyid>.gpg`): its public key is needed
    /// beside it.
    PublicKey {
        /// Fingerprint of the bare key.
        key: String,
    },
}

/// A key among several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// 40 hexadecimal digits.
    pub fingerprint: String,
    /// Clean text.
    pub user_ids: Vec<String>,
    /// When it was made, as it says itself.
    pub created: SystemTime,
    /// Whether its secret is there.
    pub secret: bool,
}

impl Opening {
    /// Looks at a file: whatever it is, that is said at once.
    ///
    /// # Errors
    /// [`OpenPgpError`] says what the file is, if it is no key that can be opened.
    pub fn of(_file: &[u8]) -> Result<Self, OpenPgpError> {
        Err(OpenPgpError::NoSecretKey(NoSecretKey::Empty))
    }

    /// What is asked next; `None` if everything is open.
    pub fn asks(&self) -> Option<Question> {
        None
    }

    /// The backup code of the message that the file is.
    ///
    /// # Errors
    /// [`OpenPgpError::Passphrase`] if it is another one.
    pub fn code(&mut self, _code: &SecretString) -> Result<(), OpenPgpError> {
        Ok(())
    }

    /// The key that is wanted among several.
    ///
    /// # Errors
    /// If it has no secret that could be brought.
    pub fn choose(&mut self, _fingerprint: &str) -> Result<(), OpenPgpError> {
        Ok(())
    }

    /// Opens every key that this passphrase opens.
    ///
    /// # Errors
    /// [`OpenPgpError::Passphrase`] if it opens none.
    pub fn passphrase(&mut self, _passphrase: &SecretString) -> Result<(), OpenPgpError> {
        Ok(())
    }

    /// A public key beside a bare decryption key.
    ///
    /// # Errors
    /// If that key is not in it.
    pub fn beside(&mut self, _file: &[u8]) -> Result<(), OpenPgpError> {
        Ok(())
    }

    /// What was brought.
    ///
    /// # Errors
    /// If something is still asked.
    pub fn open(self) -> Result<Brought, OpenPgpError> {
        Err(OpenPgpError::NoSecretKey(NoSecretKey::Empty))
    }
}
