//! Where the backup is, for who may have it on a stick and on paper.

use super::state::{BackupSource, Recovers};
use crate::tui::kit::flow::StepOutcome;
use crate::tui::parts::choose::{Choose, answers};

/// The question.
pub(in crate::tui) fn source<S: Recovers>() -> Choose<S> {
    Choose::new(
        step!("lost-from"),
        |_, context| answers(context, &[noted!("lost-from-stick"), noted!("lost-from-sheet")]),
        |state: &S, _| usize::from(state.recovering().from == BackupSource::Sheet),
        |state: &mut S, _, at| {
            state.comes_from(if at == 0 { BackupSource::Stick } else { BackupSource::Sheet });
            StepOutcome::Next
        },
    )
}
