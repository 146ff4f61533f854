//! What has happened, and what that means.

use super::state::{Deal, What};
use crate::language::Noted;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, Read, answers};
use crate::tui::parts::renewal::Renewal;

const WHAT: [(What, Noted); 3] = [
    (What::People, noted!("deal-what-people")),
    (What::Lost, noted!("deal-what-lost")),
    (What::Seen, noted!("deal-what-seen")),
];

/// What has happened?
pub(super) fn what() -> Choose<Renewal<Deal>> {
    Choose::new(
        step!("deal-what"),
        |_, context| answers(context, &WHAT.map(|(_, answer)| answer)),
        |state, _| WHAT.iter().position(|(what, _)| *what == state.own().what).unwrap_or(0),
        |state, _, at| {
            let what = WHAT.get(at).map_or(What::People, |(what, _)| *what);
            let deal = state.own_mut();
            // Whoever loses a card deals the same again.
            if deal.what != what {
                deal.others = what == What::People;
            }
            deal.what = what;
            StepOutcome::Next
        },
    )
}

/// How many are in wrong hands?
pub(super) fn seen() -> Choose<Renewal<Deal>> {
    Choose::new(
        step!("deal-seen"),
        |_, context| answers(context, &[noted!("deal-seen-few"), noted!("deal-seen-enough")]),
        |state, _| usize::from(state.own().enough),
        |state, _, at| {
            state.own_mut().enough = at == 1;
            StepOutcome::Next
        },
    )
}

/// What it means, and what it takes.
pub(super) fn means() -> Read<Renewal<Deal>> {
    Read {
        id: step!("deal-means"),
        view: |state, context| {
            let view = View::new(context.say(key!("deal-means")));
            let view = match state.own().what {
                What::People => view.text(context.say(key!("deal-means-people"))),
                What::Lost => view.text(context.say(key!("deal-means-lost"))),
                What::Seen if state.own().enough => view.warning(context.say(key!("deal-means-enough"))),
                What::Seen => view.strong(context.say(key!("deal-means-few"))),
            };
            view.text(context.say(key!("deal-means-text")))
                .text(context.say(key!("deal-means-needs")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}
