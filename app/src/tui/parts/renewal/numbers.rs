//! Cards that were typed and say no number: they open a backup, but nobody knows which cards there are, so nothing can be
//! sealed for them. That is said before anything is changed.

use super::state::{Renewal, Renews};
use crate::ceremony::Made;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::seal::{Seals, Under};

/// Whether it is to be sealed for cards of which the numbers are not known.
pub(super) fn are_needed<Own: Renews>(state: &Renewal<Own>) -> bool {
    state.under() == Under::SameKey && state.opened().is_some_and(|opened| opened.split().is_err())
}

/// It is said, and leads back to the cards.
pub(super) fn needed<Own: Renews>() -> Read<Renewal<Own>> {
    let view = |state: &Renewal<Own>, context: &Context| {
        let view =
            View::new(context.say(key!("renew-numbers"))).text(context.say(key!("renew-numbers-text")));
        let problem = state.opened().map(Made::split).and_then(Result::err);
        let problem = problem.map(|error| context.message(&error));
        view.problem(problem.as_ref()).enter(context.say(key!("lost-back-cards")))
    };
    Read { id: step!("renew-numbers"), view, next: StepOutcome::Back }
}
