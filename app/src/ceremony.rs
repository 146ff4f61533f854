//! The ceremonies: what is done with keys, backup, paper and Nitrokeys, step by step.
//!
//! A screen drives these types just as a test does. Each step is a call that takes what the steps
//! before it gave, by reference, and returns what the next one needs. So after an error the same
//! call is made again, and nothing is started over; and a step cannot be left out, because what it
//! gives is not to be had elsewhere:
//!
//! ```text
//! Meeting ─ Made ─ Sealed ─┬─ CardsProven ─┬─ Rehearsed ─ flash, prove
//!                          └─ Written ─────┴─ SpotChecked ─ the owner's yes ─ Ready ─ flash, prove
//! Recovery (bundle, shares) ───────────────── Rehearsed ─ flash, prove, export
//!                                             └ made, cards, split: changed, and sealed again ─ Sealed …
//! ```
//!
//! That a card can be read is evidence for its set, and keeps what was read; `Rehearsed` and `SpotChecked` are
//! evidence for one sealed backup, by its hash.

mod cards;
mod claim;
mod elsewhere;
mod error;
mod journal;
mod looking;
mod made;
mod meeting;
mod opened;
mod reading;
mod recovery;
mod rehearsal;
mod rehearsed;
mod scanner;
mod sealed;
mod sheets;
mod split;
mod spot_checked;

pub use cards::{CardsProven, Handwritten, HowRead, Printed, QuickCheck, ReadBack};
pub use claim::Claim;
pub use elsewhere::Elsewhere;
pub use error::{CardName, CeremonyError, RehearsalError};
pub use journal::{Did, Entry, Fingerprint, Journal, Sheet, Source};
pub use looking::{LookEnd, looking};
pub use made::{Made, PinChoice};
pub use meeting::{Meeting, Met};
use opened::Opened;
pub use opened::Outside;
pub use reading::{Reading, check_card};
pub use recovery::{Recovery, bundles};
pub use rehearsal::{Rehearser, answer};
pub use rehearsed::{Flashed, FromPaper, Proven, Rehearsed};
pub use scanner::{OnPaper, begins_like_code, scanned};
pub use sealed::{Sealed, Written};
pub use sheets::{check_name, check_owner};
pub use split::{Planned, Split};
pub use spot_checked::{Agreed, AsPrinted, MayWrite, Ready, Settled, SpotChecked};

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
