//! What changes, in the order in which it was wanted.

use std::time::SystemTime;

use super::wish::{Wish, that_count};
use crate::ceremony::{Changed, Made};
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::parts::recover::{Recovers, to_be_sealed_on};
use crate::tui::parts::renewal::{Change, Renewal, Renews};
use crate::tui::parts::seal::Under;

/// What the owner wants changed.
#[derive(Default)]
pub(super) struct Changes {
    /// All that was wanted, also what something else has taken the place of since.
    pub(super) wishes: Vec<Wish>,
}

/// The list of what changes, to which every change leads back.
pub(super) const LIST: StepId = StepId::new("changes-list");
/// The step that changes it.
pub(super) const CHANGE: StepId = StepId::new("changes-change");

/// The same, where the cards were taken out and read again since: what was wanted is still wanted.
pub(super) const CHANGE_ANEW: StepId =
    StepId::of(key!("changes-change"), key!("changes-change-text"), key!("changes-list-help"));

/// All that comes together.
pub(super) type State = Renewal<Changes>;

impl Renews for Changes {
    fn under(&self) -> Under {
        Under::SameKey
    }

    fn change(&self, _: &Made) -> Change {
        let wishes: Vec<_> = that_count(&self.wishes).cloned().collect();
        Box::new(move |made| {
            let now = SystemTime::now();
            wishes.into_iter().try_for_each(|wish| wish.come_true(made, now))
        })
    }

    /// With nothing wanted it is sealed as it is: it was never rehearsed, or something was taken back.
    fn changes(&self) -> Option<Changed> {
        (!self.wishes.is_empty()).then_some(Changed::Details)
    }

    /// The one that was wanted last.
    fn refused(&mut self) {
        self.wishes.pop();
    }

    fn is_of_another_backup(&mut self) {
        *self = Changes::default();
    }

    /// They were typed.
    fn knows_new_pins(&self) -> bool {
        true
    }
}

/// One thing more is to change.
pub(super) fn want(state: &mut State, wish: Wish) -> StepOutcome {
    state.decide().wishes.push(wish);
    StepOutcome::To(CHANGE)
}

/// What was wanted last is to stay as it was, after all.
pub(super) fn take_back(state: &mut State) -> StepOutcome {
    state.decide().wishes.pop();
    if state.own().wishes.is_empty() && !state.was_sealed() {
        state.undo();
        return StepOutcome::To(LIST);
    }
    StepOutcome::To(CHANGE)
}

/// Whether there is something to seal: something is to change; or what was changed before, and sealed, is to be as it was; or
/// what was sealed before is on a stick, and was never rehearsed.
pub(super) fn is_to_be_sealed(state: &State) -> bool {
    !state.own().wishes.is_empty() || to_be_sealed_on(state.unfinished()).is_some() || state.was_sealed()
}
