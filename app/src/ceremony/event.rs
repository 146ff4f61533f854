//! What a ceremony reports.

use crate::nitrokey::{Doing, Serial};

/// What a ceremony reports while it works, for a screen to draw. Never a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Keys are being made: the only step that may take long without a word.
    MakingKeys,
    /// The sealed backup was made, and its key split.
    SealedAndSplit {
        /// How many cards.
        cards: u8,
    },
    /// A bundle was written to a stick, and read back the same.
    BundleWritten {
        /// Which stick.
        stick: String,
    },
    /// The rehearsal's process was started.
    Rehearsing {
        /// Which cards it was given.
        cards: Vec<u8>,
    },
    /// The rehearsal gave the same identity, and all that was sealed with it.
    Rehearsed,
    /// A Nitrokey is at work.
    Nitrokey {
        /// Which one.
        serial: Serial,
        /// What it does.
        doing: Doing,
    },
}

/// Where events go.
pub type Events<'a> = &'a mut dyn FnMut(Event);
