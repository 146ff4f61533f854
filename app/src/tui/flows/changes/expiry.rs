//! How long the keys are valid from today on.

use super::state::{State, want};
use super::wish::{Wish, until};
use crate::plan::Expiry;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::StepId;
use crate::tui::kit::view::Item;
use crate::tui::parts::choose::Choose;

pub(super) const EXPIRY: StepId = StepId::new("changes-until");

/// Two years.
const PRESET: usize = 1;

fn item(context: &Context, expiry: &Expiry) -> Item {
    match expiry {
        Expiry::Never => {
            Item::new(context.say(key!("expiry-never")), context.say(key!("changes-until-never")))
        }
        Expiry::Years(n) => Item::new(
            context.fill(key!("changes-until-years"), &[("n", (*n).into())]),
            context.say(key!("changes-until-note")),
        ),
    }
}

/// The question.
pub(super) fn expiry() -> Choose<State> {
    Choose::new(
        EXPIRY,
        |_, context| Expiry::OFFERED.iter().map(|expiry| item(context, expiry)).collect(),
        |_, _| PRESET,
        |state, _, at| {
            want(state, Wish::Expiry(Expiry::OFFERED.get(at).copied().unwrap_or(Expiry::Years(2))))
        },
    )
    .saying(|state: &State, context| {
        let now = match until(context, state.opened()?) {
            Some(day) => context.fill(key!("changes-until-day"), &[("day", day.into())]),
            None => context.say(key!("changes-until-no-day")),
        };
        Some(format!("{now} {}", context.say(EXPIRY.text)))
    })
}
