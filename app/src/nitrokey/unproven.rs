//! In what a Nitrokey can differ from what was written.

use std::fmt;

use super::pin::Pin;
use crate::plan::{Slot, Touch};

/// A setting that is read back as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Card holder's name.
    Holder,
    /// Language.
    Language,
    /// Where the public key is.
    Url,
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Setting::Holder => "card holder's name",
            Setting::Language => "language",
            Setting::Url => "address of the public key",
        })
    }
}

/// In what a Nitrokey that was written differs from what it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    /// It should have a key that the certificate has not.
    #[error("the certificate has no key {key} for its {slot} slot")]
    NotInCertificate {
        /// The slot.
        slot: Slot,
        /// The key's fingerprint.
        key: String,
    },
    /// Another key, or none.
    #[error("its {slot} slot holds {}, not {expected}", found.as_deref().unwrap_or("no key"))]
    OtherKey {
        /// The slot.
        slot: Slot,
        /// Fingerprint of what is there.
        found: Option<String>,
        /// Fingerprint of what should be there.
        expected: String,
    },
    /// A key where none should be.
    #[error("{slot} slot: {found}, expected none")]
    NotEmpty {
        /// The slot.
        slot: Slot,
        /// Fingerprint.
        found: String,
    },
    /// The fingerprint is right, the time is not.
    #[error("the creation time of its {slot} key is not the certificate's")]
    Created {
        /// The slot.
        slot: Slot,
    },
    /// Another algorithm.
    #[error("its {slot} slot is set to {found}, not to the key's algorithm")]
    OtherAlgorithm {
        /// The slot.
        slot: Slot,
        /// What it is set to.
        found: String,
    },
    /// It does something, but not with this key.
    #[error("its {slot} key {key} does not do what the certificate says ({cause})")]
    Broken {
        /// The slot.
        slot: Slot,
        /// The key's fingerprint.
        key: String,
        /// What came of it.
        cause: String,
    },
    /// Its button.
    #[error("touch for its {slot} key is {found}, not {}", expected.word())]
    OtherTouch {
        /// The slot.
        slot: Slot,
        /// What it says.
        found: String,
        /// What was planned.
        expected: Touch,
    },
    /// Name, language or address.
    #[error("its {field} is `{found}`, not `{expected}`")]
    OtherSetting {
        /// Which.
        field: Setting,
        /// What it says.
        found: String,
        /// What was written.
        expected: String,
    },
    /// Its PINs should be hashed.
    #[error("it does not hash its PINs")]
    NoPinHashing,
    /// It takes other PINs than it did when it was written.
    #[error("it says that its {pin} may have up to {longest} characters, and it has {length}")]
    PinRule {
        /// Which PIN.
        pin: Pin,
        /// What it says.
        longest: usize,
        /// What was set.
        length: usize,
    },
    /// A right PIN should have set them back.
    #[error("its PIN counters stand at {user}, {reset_code}, {admin} instead of 3 each")]
    Tries {
        /// Of the user PIN.
        user: u8,
        /// Of the reset code.
        reset_code: u8,
        /// Of the admin PIN.
        admin: u8,
    },
}
