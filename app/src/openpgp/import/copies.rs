//! Copies of one secret, each of which may be locked by another passphrase: whoever has changed it in one file and joined that
//! with an older one may know either.

use std::collections::HashMap;

use openpgp::{Fingerprint, Packet};
use sequoia_openpgp as openpgp;

use super::locked::{Protection, protection};
use crate::openpgp::{NoSecretKey, OpenPgpError, SlotKey};

/// So many different ones nobody has of one secret.
const MOST: usize = 16;

/// All secrets of a file that a passphrase protects.
#[derive(Default)]
pub(super) struct Copies(HashMap<Fingerprint, Vec<SlotKey>>);

impl Copies {
    /// Notes the secret that is in a packet, if it is locked.
    pub(super) fn note(&mut self, packet: &Packet) -> Result<(), OpenPgpError> {
        let key: SlotKey = match packet {
            Packet::SecretKey(key) => key.role_as_unspecified().clone(),
            Packet::SecretSubkey(key) => key.role_as_unspecified().clone(),
            _ => return Ok(()),
        };
        if protection(&key) != Protection::Locked {
            return Ok(());
        }
        let same = self.0.entry(key.fingerprint()).or_default();
        if same.contains(&key) {
            return Ok(());
        }
        same.push(key);
        match same.len() {
            ..=MOST => Ok(()),
            _ => Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly)),
        }
    }

    /// This one, and the others of the same secret behind it.
    pub(super) fn with_others(&self, key: SlotKey) -> Vec<SlotKey> {
        let others = self.0.get(&key.fingerprint()).into_iter().flatten();
        let others: Vec<_> = others.filter(|other| **other != key).cloned().collect();
        std::iter::once(key).chain(others).collect()
    }

    /// What is in another file beside these.
    pub(super) fn extend(&mut self, more: Copies) {
        for (print, copies) in more.0 {
            let same = self.0.entry(print).or_default();
            for copy in copies {
                if same.len() < MOST && !same.contains(&copy) {
                    same.push(copy);
                }
            }
        }
    }
}
