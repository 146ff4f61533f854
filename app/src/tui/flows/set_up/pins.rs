//! That the owner has the PINs. The user PIN is in no backup unless it was wanted there: if nobody has seen it, the
//! Nitrokeys are of no use, and on the first day the trustees have to come.

use super::Setup;
use crate::pins::Pins;
use crate::plan::{PinPolicy, Role};
use crate::tui::parts::known::{MakesPins, ShowPins};

/// The owner has typed them, has seen them, or has them on paper. Nobody makes one up: it comes from where that
/// happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct PinsKnown(());

impl Setup {
    /// They were on the screen, or came out of the printer.
    pub(super) fn pins_are_known(&mut self) {
        self.known = self.made.as_ref().map(|_| PinsKnown(()));
    }

    /// Whether the owner has them. Without that no Nitrokey is written, and the ceremony does not end.
    pub(super) fn knows_pins(&self) -> bool {
        self.plan.pins == PinPolicy::Typed || self.known.is_some()
    }
}

impl MakesPins for Setup {
    fn unseen(&self) -> Vec<(Role, Pins)> {
        let made = self.made.iter().filter(|_| !self.knows_pins());
        let all = made.flat_map(|made| made.pins());
        all.filter_map(|key| Some((key.role.clone(), key.pins.with(None)?))).collect()
    }

    fn have_seen(&mut self) {
        self.pins_are_known();
    }
}

/// After the rehearsal, before the first Nitrokey is written: whatever nobody has seen by then.
pub(super) fn show() -> ShowPins {
    ShowPins::new("show-pins", 10)
}
