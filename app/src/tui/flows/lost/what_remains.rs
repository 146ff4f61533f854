//! What is left, and what that means.

use super::state::{Left, Lost};
use crate::language::Noted;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, Read, answers};
use crate::tui::parts::recover::{BackupSource, Recovers};
use crate::tui::parts::recovered::Way;

const LEFT: [(Left, Noted); 3] = [
    (Left::Spare, noted!("lost-left-spare")),
    (Left::Stick, noted!("lost-left-stick")),
    (Left::Paper, noted!("lost-left-paper")),
];

/// What is left?
pub(super) fn left() -> Choose<Lost> {
    Choose::new(
        step!("lost-left"),
        |_, context| answers(context, &LEFT.map(|(_, answer)| answer)),
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
        id: step!("lost-spare"),
        view: |_, context| {
            View::new(context.say(key!("lost-spare")))
                .strong(context.say(key!("lost-spare-use")))
                .text(context.say(key!("lost-spare-text")))
                .text(context.say(key!("lost-spare-new")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}
