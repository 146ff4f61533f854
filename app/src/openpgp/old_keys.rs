//! Keys that decrypted before: what was encrypted to them, no key in a slot reads.

use super::identity::{Identity, SlotKey};
use super::import::Part;
use crate::plan::Slot;

impl Identity {
    /// The keys to which mail was encrypted and that are not in the slot that decrypts, of a kind that a Nitrokey takes,
    /// with their secrets; the newest first.
    pub fn old_decryption(&self) -> Vec<Part> {
        let (kept, in_slot) = (self.kept(), self.slot_fingerprint(Slot::Decryption).to_hex());
        let is_old = |part: &Part| {
            part.uses.decrypt
                && part.algorithm.is_some()
                && part.fingerprint != in_slot
                && kept.contains(&part.fingerprint)
        };
        let mut old: Vec<_> = self.parts().into_iter().filter(is_old).collect();
        old.sort_by_key(|part| std::cmp::Reverse(part.made));
        old
    }

    /// One of its keys, with its secret.
    pub fn secret_of(&self, print: &str) -> Option<SlotKey> {
        let mut keys = self.cert().keys().unencrypted_secret().map(|key| key.key());
        keys.find(|key| key.fingerprint().to_hex() == print).cloned()
    }
}
