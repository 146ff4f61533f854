//! A Nitrokey for old mail: in the slot that decrypts it has a key of before, and nothing in the others. So whoever tells
//! GnuPG of it goes on signing and logging in with the one that is in use.

use crate::openpgp::{Identity, OpenPgpError, Part, SlotKey};
use crate::plan::Slot;

/// The key of before that decrypts on it, by its fingerprint.
#[derive(Debug, Clone)]
pub(super) struct OldMail(String);

impl OldMail {
    /// With this key.
    ///
    /// # Errors
    /// [`OpenPgpError::Stub`] if it is not among those that decrypted before.
    pub(super) fn with(key: &str, identity: &Identity) -> Result<Self, OpenPgpError> {
        let is_old = identity.old_decryption().iter().any(|part| part.fingerprint == key);
        is_old.then(|| OldMail(key.to_owned())).ok_or_else(|| OpenPgpError::Stub(key.to_owned()))
    }

    /// What is known of the key.
    pub(super) fn part(&self, identity: &Identity) -> Option<Part> {
        identity.old_decryption().into_iter().find(|part| part.fingerprint == self.0)
    }

    /// Whether a Nitrokey was written so: with nothing but a key of before, in the slot that decrypts.
    pub(super) fn is_on(prints: &[Option<String>; 3], identity: &Identity) -> bool {
        let [None, Some(print), None] = prints else { return false };
        identity.old_decryption().iter().any(|part| part.fingerprint.eq_ignore_ascii_case(print))
    }

    /// The keys of the three slots.
    pub(super) fn keys(&self, identity: &Identity) -> Result<[Option<SlotKey>; 3], OpenPgpError> {
        let old = identity.secret_of(&self.0).ok_or_else(|| OpenPgpError::Stub(self.0.clone()))?;
        Ok(Slot::ALL.map(|slot| (slot == Slot::Decryption).then(|| old.clone())))
    }
}
