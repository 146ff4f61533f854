//! How far sealing is, and what it needs of a flow.

use std::sync::Arc;

use crate::ceremony::{Made, Sealed, SpotChecked, Written};
use crate::machine::stick::discover::Plugged;
use crate::plan::Plan;

/// So many sticks, unless the owner says otherwise: one may break.
const STICKS: u8 = 2;

/// The backup key that is sealed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Under {
    /// A new one: new cards.
    NewKey,
    /// That of the cards that have opened the backup: they stay as they are.
    SameKey,
}

/// What was sealed, and where it is.
pub(in crate::tui) struct SealRun {
    /// Everything that is held: what is to be sealed.
    pub(in crate::tui) made: Option<Arc<Made>>,
    /// The sealed backup and the shares.
    pub(in crate::tui) sealed: Option<Arc<Sealed>>,
    /// What was held when it was sealed.
    pub(super) of: Option<Arc<Made>>,
    /// How many sticks are to get the bundle.
    pub(in crate::tui) sticks: u8,
    /// The sticks with the bundle.
    pub(in crate::tui) bundles: Vec<(Written, Plugged)>,
    /// What was sealed before it in this sitting came to a stick, and is there as long as nothing newer is.
    pub(in crate::tui) earlier: bool,
    /// The backup works, but its paper was only spot-checked, and the owner has not said yes to that yet.
    pub(in crate::tui) spot_checked: Option<SpotChecked>,
    /// All that was sealed in this flow, also for other cards, by SHA-256.
    pub(super) here: Vec<[u8; 32]>,
}

impl Default for SealRun {
    fn default() -> Self {
        SealRun {
            made: None,
            sealed: None,
            of: None,
            sticks: STICKS,
            bundles: Vec::new(),
            earlier: false,
            spot_checked: None,
            here: Vec::new(),
        }
    }
}

impl SealRun {
    /// Throws the keys away, and all that came of them. How many sticks are planned stays, and what was made here.
    pub(in crate::tui) fn forget_keys(&mut self) {
        let here = std::mem::take(&mut self.here);
        *self = SealRun { sticks: self.sticks, here, ..SealRun::default() };
    }

    /// Another backup is opened: what was sealed of the one before may be all that is known of a Nitrokey, and makes no room.
    pub(in crate::tui) fn begin_anew(&mut self) {
        *self = SealRun { sticks: self.sticks, ..SealRun::default() };
    }

    /// Throws away what came of keys that are held no longer, but not that some of it is on a stick.
    pub(in crate::tui) fn drop_keys(&mut self) {
        let earlier = self.earlier || !self.bundles.is_empty();
        self.forget_keys();
        self.earlier = earlier;
    }

    /// Whether what is held now is what was sealed.
    pub(in crate::tui) fn is_of_what_is_held(&self) -> bool {
        self.made.as_ref().zip(self.of.as_ref()).is_some_and(|(made, of)| Arc::ptr_eq(made, of))
    }
}

/// A flow that seals what it holds.
pub(in crate::tui) trait Seals {
    /// How far that is.
    fn seal_run(&self) -> &SealRun;
    /// The same, to go on.
    fn seal_run_mut(&mut self) -> &mut SealRun;
    /// What the owner decided.
    fn plan(&self) -> &Plan;
    /// Under which key.
    fn under(&self) -> Under;

    /// The identity and the PINs.
    fn made(&self) -> Option<&Arc<Made>> {
        self.seal_run().made.as_ref()
    }

    /// The sealed backup and the shares.
    fn sealed(&self) -> Option<&Arc<Sealed>> {
        self.seal_run().sealed.as_ref()
    }

    /// The sticks with the bundle.
    fn bundles(&self) -> &[(Written, Plugged)] {
        &self.seal_run().bundles
    }
}
