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

mod apart;
mod cards;
mod change;
mod claim;
mod dropped;
mod elsewhere;
mod error;
mod event;
mod fingerprint;
mod for_paper;
mod journal;
mod looking;
mod made;
mod may_write;
mod meeting;
mod message;
mod names;
mod old_cards;
mod old_copies;
mod old_mail;
mod old_pins;
mod on_stick;
mod opened;
mod page_file;
mod pin_choice;
mod proven_cards;
mod reading;
mod recovery;
mod rehearsal;
mod rehearsed;
mod revocation;
mod scanner;
mod sealed;
mod sheets;
mod signing;
mod split;
mod spot_checked;
mod what_where;
mod written;
mod yearly;

pub use apart::Apart;
pub use cards::{Handwritten, Printed, QuickCheck, ReadBack};
pub use change::Change;
pub use claim::Claim;
pub use elsewhere::Elsewhere;
pub use error::{CardName, CeremonyError, RehearsalError};
pub use event::{Event, Events};
pub use fingerprint::Fingerprint;
pub use journal::{Changed, Did, Entry, Journal, RecordPrinted, Sheet, Source};
pub use looking::{LookEnd, looking};
pub use made::Made;
pub use may_write::MayWrite;
pub use meeting::{Meeting, Met};
pub use message::{Attached, Message, MessageReader, ReadingError, decrypting};
pub use names::{check_name, check_owner};
pub use old_copies::OldCopy;
pub use on_stick::{bundles, each_bundle};
pub use opened::Outside;
pub use page_file::write_today;
pub use pin_choice::{PinChoice, draw_user_pin};
pub use proven_cards::{CardsProven, HowRead};
pub use reading::{Reading, check_card};
pub use recovery::Recovery;
pub use rehearsal::{Rehearser, answer};
pub use rehearsed::{Flashed, FromPaper, Proven, Rehearsed};
pub use scanner::{OnPaper, begins_like_code, scanned};
pub use sealed::Sealed;
pub use signing::{Looked, SignedFile, SigningError, look_at};
pub use split::Split;
pub use spot_checked::{Agreed, AsPrinted, Ready, Settled, SpotChecked};
pub use written::Written;
pub use yearly::{
    CardCame, Findings, NitrokeyCame, NitrokeySeen, OnStick, Recovered, StickSeen, look_at_stick,
    prove_published, write_report,
};

pub use crate::backup::Planned;
