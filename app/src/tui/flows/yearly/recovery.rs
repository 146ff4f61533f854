//! Enough cards are here: is the whole recovery rehearsed?

use super::state::Yearly;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::parts::choose::{Choose, answers};
use crate::tui::parts::recover::Recovers;

/// The question. Once the cards did not open it, going on without is preset.
pub(super) fn question() -> Choose<Yearly> {
    Choose::new(
        step!("yearly-recovery"),
        |_, context| answers(context, &[noted!("yearly-recovery-yes"), noted!("yearly-recovery-no")]),
        |state: &Yearly, _| usize::from(state.recovering().refused.is_some()),
        |state, _, at| {
            state.recovers = at == 0;
            StepOutcome::Next
        },
    )
}
