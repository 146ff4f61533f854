//! A Nitrokey's three slots, and which key goes where.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::language::Key;

/// The slots (OpenPGP card 3.4 § 1.1), with their names in `plan.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// PSO: COMPUTE DIGITAL SIGNATURE.
    Signature,
    /// PSO: DECIPHER.
    Decryption,
    /// INTERNAL AUTHENTICATE.
    Authentication,
}

impl Slot {
    /// All three, in the order in which cards list them.
    pub const ALL: [Slot; 3] = [Slot::Signature, Slot::Decryption, Slot::Authentication];

    /// What its key is for, in words.
    pub fn name(self) -> Key {
        match self {
            Slot::Signature => key!("name-slot-signature"),
            Slot::Decryption => key!("name-slot-decryption"),
            Slot::Authentication => key!("name-slot-authentication"),
        }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Slot::Signature => "signature",
            Slot::Decryption => "decryption",
            Slot::Authentication => "authentication",
        })
    }
}

/// Which key of an imported identity goes into which slot, by fingerprint (40 hexadecimal digits).
/// Where none is named, the keys' own flags decide.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotChoice {
    /// The key that signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
    /// The key that decrypts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decryption: Option<String>,
    /// The key that logs in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authentication: Option<String>,
}

impl SlotChoice {
    /// The choice for one slot.
    pub fn of(&self, slot: Slot) -> Option<&str> {
        match slot {
            Slot::Signature => self.signature.as_deref(),
            Slot::Decryption => self.decryption.as_deref(),
            Slot::Authentication => self.authentication.as_deref(),
        }
    }
}
