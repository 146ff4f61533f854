//! Fingerprints of keys, as the journal names whose and which they are.

use std::fmt;

use crate::backup::Manifest;
use crate::openpgp::Identity;
use crate::plan::Slot;

/// A key's fingerprint (RFC 9580 § 5.5.4.2), most often a primary key's. Public.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 20]);

impl Fingerprint {
    /// Of an identity.
    pub fn of(identity: &Identity) -> Self {
        Self::parse(&identity.fingerprint())
    }

    /// Of the keys that its Nitrokeys have in their slots.
    pub fn of_slots(identity: &Identity) -> [Self; 3] {
        Slot::ALL.map(|slot| Self::parse(&identity.slot_fingerprint(slot).to_hex()))
    }

    /// Of the identity that a manifest names.
    pub fn of_manifest(manifest: &Manifest) -> Self {
        Self::parse(&manifest.fingerprint)
    }

    /// From 40 hexadecimal digits.
    fn parse(digits: &str) -> Self {
        let bytes = data_encoding::HEXUPPER_PERMISSIVE.decode(digits.as_bytes()).unwrap_or_default();
        Fingerprint(bytes.try_into().unwrap_or_default())
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&data_encoding::HEXUPPER.encode(&self.0))
    }
}
