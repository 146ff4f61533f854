//! What is left, and what that means.

use super::state::{Left, Lost};
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, Read, answers};
use crate::tui::parts::recover::{BackupSource, Recovers};
use crate::tui::parts::recovered::Way;

const LEFT: [(Left, &str); 3] = [(Left::Spare, "spare"), (Left::Stick, "stick"), (Left::Paper, "paper")];

/// What is left?
pub(super) fn left() -> Choose<Lost> {
    Choose::new(
        const { StepId::new("lost-left") },
        |_, context| answers(context, "lost-left", &LEFT.map(|(_, word)| word)),
        |lost, _| LEFT.iter().position(|(left, _)| *left == lost.left).unwrap_or(0),
        |lost, _, at| {
            lost.left = LEFT.get(at).map_or(Left::Spare, |(left, _)| *left);
            match lost.left {
                Left::Spare => {}
                Left::Stick => lost.comes_from(BackupSource::Stick),
                Left::Paper => lost.comes_from(BackupSource::Sheet),
            }
            lost.recovered.way = if lost.left == Left::Spare { Way::Spare } else { Way::New };
            StepOutcome::Next
        },
    )
}

/// The spare does the same: nothing has to be done today.
pub(super) fn spare() -> Read<Lost> {
    Read {
        id: const { StepId::new("lost-spare") },
        view: |_, context| {
            View::new(context.say("lost-spare"))
                .strong(context.say("lost-spare-use"))
                .text(context.say("lost-spare-text"))
                .text(context.say("lost-spare-new"))
                .enter(context.say("key-next"))
        },
        next: StepOutcome::Next,
    }
}
