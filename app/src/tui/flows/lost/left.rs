//! What is left, and what that means.

use super::{From, Left, Lost, Way};
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, Read, answers};

pub(super) fn steps() -> Vec<Box<dyn Step<Lost>>> {
    let lost = |lost: &Lost| lost.left != Left::All;
    let asks = |lost: &Lost| matches!(lost.left, Left::Spare | Left::All);
    vec![left().when(lost), Box::new(spare()), from().when(asks)]
}

const LEFT: [(Left, &str); 3] = [(Left::Spare, "spare"), (Left::Stick, "stick"), (Left::Paper, "paper")];

fn left() -> Choose<Lost> {
    Choose::new(
        "lost-left",
        1,
        |_, context| answers(context, "lost-left", &LEFT.map(|(_, word)| word)),
        |lost, _| LEFT.iter().position(|(left, _)| *left == lost.left).unwrap_or(0),
        |lost, _, at| {
            lost.left = LEFT.get(at).map_or(Left::Spare, |(left, _)| *left);
            match lost.left {
                Left::Spare | Left::All => {}
                Left::Stick => lost.comes_from(From::Stick),
                Left::Paper => lost.comes_from(From::Sheet),
            }
            lost.way = if lost.left == Left::Spare { Way::Spare } else { Way::New };
            StepOutcome::Next
        },
    )
}

/// The spare does the same: nothing has to be done today.
fn spare() -> Read<Lost> {
    Read {
        id: "lost-spare",
        stage: 1,
        view: |_, context| {
            View::new(context.say("lost-spare"))
                .strong(context.say("lost-spare-use"))
                .text(context.say("lost-spare-text"))
                .text(context.say("lost-spare-new"))
                .enter(context.say("key-next"))
        },
        applies: |lost| lost.left == Left::Spare,
        next: StepOutcome::Next,
    }
}

fn from() -> Choose<Lost> {
    Choose::new(
        "lost-from",
        2,
        |_, context| answers(context, "lost-from", &["stick", "sheet"]),
        |lost, _| usize::from(lost.from == From::Sheet),
        |lost, _, at| {
            lost.comes_from(if at == 0 { From::Stick } else { From::Sheet });
            StepOutcome::Next
        },
    )
}
