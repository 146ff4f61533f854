//! The end: what to do with what has changed.

use super::state::State;
use super::wish::Wish;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Choose;
use crate::tui::parts::choose::answers;
use crate::tui::parts::paper::state::Prints;

/// What to do now.
pub(super) fn done() -> impl Step<State> {
    Choose::new(
        step!("changes-done"),
        |_: &State, context| answers(context, &[noted!("lost-done-home")]),
        |_, _| 0,
        |_, _, _| StepOutcome::Home,
    )
    .entering(State::finish)
    .showing(now)
}

fn now(state: &State, context: &Context) -> View {
    let is_public = state.own().wishes.iter().any(Wish::changes_the_public_key);
    let mut lines = Vec::new();
    if is_public {
        lines.push(context.say(key!("changes-done-publish")));
        lines.push(context.say(key!("changes-done-computers")));
    }
    lines.push(context.say(key!("changes-done-sticks")));
    lines.push(context.say(if state.paper().behind {
        key!("changes-done-sheets")
    } else {
        key!("changes-done-no-sheets")
    }));
    let view = View::new(context.say(key!("changes-done"))).good(context.say(key!("changes-done-text")));
    lines
        .into_iter()
        .fold(view, |view, line| view.text(format!("• {line}")))
        .enter(context.say(key!("key-choose")))
}
