//! The end: what to do with what has changed.

use super::state::State;
use super::wish::{Wish, that_count};
use crate::language::Key;
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
    let is_public = that_count(&state.own().wishes).any(Wish::changes_the_public_key);
    let others: &[Key] = match is_public {
        true => &[key!("changes-done-publish"), key!("changes-done-computers")],
        false => &[],
    };
    let sheets = match state.has_new_sheets() {
        true => key!("changes-done-sheets"),
        false => key!("changes-done-no-sheets"),
    };
    let all = others.iter().copied().chain([key!("changes-done-sticks"), sheets]);
    let lines: Vec<_> = all.map(|key| format!("• {}", context.say(key))).collect();
    View::new(context.say(key!("changes-done")))
        .good(context.say(key!("changes-done-text")))
        .text(lines.join("\n"))
        .enter(context.say(key!("key-choose")))
}
