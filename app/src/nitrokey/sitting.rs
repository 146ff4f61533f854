//! What is known in this sitting of the admin PINs of the Nitrokeys that it has begun to write. If the power fails
//! between a Nitrokey's PINs and its keys, the next attempt spends no try on a PIN that it does not have any
//! more.

use std::collections::{BTreeMap, BTreeSet};
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
pub(crate) struct Sitting {
    admins: BTreeMap<Serial, Admin>,
    /// Those that refused their factory reset although the admin PIN was given: they have none.
    no_reset: BTreeSet<Serial>,
    /// Those whose admin PIN was guessed in vain, the factory's or the backup's: once, and never again.
    guessed: BTreeSet<Serial>,
}

impl fmt::Debug for Sitting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.admins.keys()).finish()
    }
}

impl Sitting {
    /// Whether it has begun to write this one.
    pub(crate) fn has_begun(&self, serial: Serial) -> bool {
        self.admins.contains_key(&serial)
    }

    /// What its admin PIN can be; the likely one first. Nothing: it was not begun.
    pub(super) fn candidates(&self, serial: Serial) -> Vec<SecretString> {
        match self.admins.get(&serial) {
            None => Vec::new(),
            Some(Admin::Set(pin)) => vec![pin.clone()],
            Some(Admin::Either { new, old }) => vec![new.clone(), old.clone()],
        }
    }

    /// Its admin PIN is about to be changed.
    pub(super) fn changes(&mut self, serial: Serial, old: &SecretString, new: &SecretString) {
        self.admins.insert(serial, Admin::Either { new: new.clone(), old: old.clone() });
    }

    /// It has this admin PIN.
    pub(super) fn has(&mut self, serial: Serial, admin: &SecretString) {
        self.admins.insert(serial, Admin::Set(admin.clone()));
    }

    /// Nothing is known of it any more.
    pub(super) fn forget(&mut self, serial: Serial) {
        self.admins.remove(&serial);
        self.guessed.remove(&serial);
    }

    /// It does not have the admin PIN that it was likely to have.
    pub(super) fn guessed_in_vain(&mut self, serial: Serial) {
        self.guessed.insert(serial);
    }

    /// Whether its admin PIN was guessed in vain.
    pub(super) fn has_guessed(&self, serial: Serial) -> bool {
        self.guessed.contains(&serial)
    }

    /// It has this admin PIN, and no factory reset.
    pub(super) fn has_no_reset(&mut self, serial: Serial, admin: &SecretString) {
        self.has(serial, admin);
        self.no_reset.insert(serial);
    }

    /// Whether it was found out that it has no factory reset, whatever it says.
    pub(super) fn is_without_reset(&self, serial: Serial) -> bool {
        self.no_reset.contains(&serial)
    }
}
