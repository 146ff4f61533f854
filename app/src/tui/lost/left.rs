//! What is left, and what that means.

use super::super::flow::{Move, Step};
use super::super::steps::{Choose, Read, answers};
use super::super::view::View;
use super::{From, Left, Lost, Way};

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
        |_, desk| answers(desk, "lost-left", &LEFT.map(|(_, word)| word)),
        |lost, _| LEFT.iter().position(|(left, _)| *left == lost.left).unwrap_or(0),
        |lost, _, at| {
            lost.left = LEFT.get(at).map_or(Left::Spare, |(left, _)| *left);
            match lost.left {
                Left::Spare | Left::All => {}
                Left::Stick => lost.comes_from(From::Stick),
                Left::Paper => lost.comes_from(From::Sheet),
            }
            lost.way = if lost.left == Left::Spare { Way::Spare } else { Way::New };
            Move::Next
        },
    )
}

/// The spare does the same: nothing has to be done today.
fn spare() -> Read<Lost> {
    Read {
        id: "lost-spare",
        stage: 1,
        view: |_, desk| {
            View::new(desk.say("lost-spare"))
                .strong(desk.say("lost-spare-use"))
                .text(desk.say("lost-spare-text"))
                .text(desk.say("lost-spare-new"))
                .enter(desk.say("key-next"))
        },
        applies: |lost| lost.left == Left::Spare,
        next: Move::Next,
    }
}

fn from() -> Choose<Lost> {
    Choose::new(
        "lost-from",
        2,
        |_, desk| answers(desk, "lost-from", &["stick", "sheet"]),
        |lost, _| usize::from(lost.from == From::Sheet),
        |lost, _, at| {
            lost.comes_from(if at == 0 { From::Stick } else { From::Sheet });
            Move::Next
        },
    )
}
