//! What is known in this sitting of the admin PINs of the Nitrokeys that it has begun to write. If the power fails
//! between a Nitrokey's PINs and its keys, the next attempt spends no try on a PIN that it does not have any
//! more.

use std::collections::BTreeMap;
use std::fmt;

use secrecy::SecretString;

use super::Serial;

/// The admin PIN of one that was begun.
#[derive(Clone)]
enum Admin {
    /// It has this one.
    Set(SecretString),
    /// It went away while it was being changed: the new one, or the one before.
    Either {
        /// What it was to get.
        new: SecretString,
        /// What it had.
        old: SecretString,
    },
}

/// What a sitting knows. It ends with it: nothing of it is kept anywhere.
#[derive(Clone, Default)]
pub(crate) struct Sitting(BTreeMap<Serial, Admin>);

impl fmt::Debug for Sitting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Sitting {
    /// Whether it has begun to write this one.
    pub(crate) fn has_begun(&self, serial: Serial) -> bool {
        self.0.contains_key(&serial)
    }

    /// Its admin PIN, if that is certain.
    pub(super) fn admin(&self, serial: Serial) -> Option<&SecretString> {
        match self.0.get(&serial)? {
            Admin::Set(pin) => Some(pin),
            Admin::Either { .. } => None,
        }
    }

    /// What its admin PIN can be; the likely one first. Nothing: it was not begun.
    pub(super) fn candidates(&self, serial: Serial) -> Vec<SecretString> {
        match self.0.get(&serial) {
            None => Vec::new(),
            Some(Admin::Set(pin)) => vec![pin.clone()],
            Some(Admin::Either { new, old }) => vec![new.clone(), old.clone()],
        }
    }

    /// Its admin PIN is about to be changed.
    pub(super) fn changes(&mut self, serial: Serial, old: &SecretString, new: &SecretString) {
        self.0.insert(serial, Admin::Either { new: new.clone(), old: old.clone() });
    }

    /// It has this admin PIN.
    pub(super) fn has(&mut self, serial: Serial, admin: &SecretString) {
        self.0.insert(serial, Admin::Set(admin.clone()));
    }

    /// Nothing is known of it any more.
    pub(super) fn forget(&mut self, serial: Serial) {
        self.0.remove(&serial);
    }
}
