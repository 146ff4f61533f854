//! A Nitrokey for old mail: in the slot that decrypts it has a key of before, and nothing in the others. So whoever tells
//! GnuPG of it goes on signing and logging in with the one that is in use.

use super::rehearsed::Proven;
use crate::openpgp::{OpenPgpError, Part, SlotKey};
use crate::plan::Slot;

impl<Paper> Proven<Paper> {
    /// From now on Nitrokeys are written for old mail, with this key in the slot that decrypts.
    ///
    /// # Errors
    /// [`OpenPgpError::Stub`] if that key is not among those that decrypted before.
    pub fn writes_for_old_mail(&mut self, key: &str) -> Result<(), OpenPgpError> {
        let old = self.made().identity().old_decryption();
        if !old.iter().any(|part| part.fingerprint == key) {
            return Err(OpenPgpError::Stub(key.to_owned()));
        }
        self.old_mail = Some(key.to_owned());
        Ok(())
    }

    /// And as always again.
    pub fn writes_as_always(&mut self) {
        self.old_mail = None;
    }

    /// The key of before that goes into the slot that decrypts, if Nitrokeys are written for old mail.
    pub fn for_old_mail(&self) -> Option<Part> {
        let key = self.old_mail.as_ref()?;
        self.made().identity().old_decryption().into_iter().find(|part| part.fingerprint == *key)
    }

    /// What is written: the keys of the three slots.
    pub(super) fn keys_to_write(&self) -> Result<[Option<SlotKey>; 3], OpenPgpError> {
        let identity = self.made().identity();
        let Some(key) = &self.old_mail else {
            let [signature, decryption, authentication] = Slot::ALL.map(|slot| identity.slot_key(slot));
            return Ok([Some(signature?), Some(decryption?), Some(authentication?)]);
        };
        let old = identity.secret_of(key).ok_or_else(|| OpenPgpError::Stub(key.clone()))?;
        Ok([None, Some(old), None])
    }
}
