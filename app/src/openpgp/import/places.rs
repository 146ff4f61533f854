//! What goes into which slot, and what is mended for it.

use super::super::user_ids::Standing;
use super::part::Fault;

/// What goes into a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goes {
    /// The owner's key with this fingerprint.
    Yours(String),
    /// A new one, of the plan's algorithm.
    New,
}

impl Goes {
    /// Its fingerprint, if it is there already.
    pub fn yours(&self) -> Option<&str> {
        match self {
            Goes::Yours(print) => Some(print),
            Goes::New => None,
        }
    }
}

/// What goes where: one for each of [`Slot::ALL`](crate::plan::Slot::ALL).
pub type Places = [Goes; 3];

/// A user id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtUserId {
    /// As it may be shown.
    pub text: String,
    /// Whether others find the key by it.
    pub standing: Standing,
}

/// What is mended with new signatures when a key is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// Which key.
    pub fingerprint: String,
    /// What is wrong with it today.
    pub faults: Vec<Fault>,
}
