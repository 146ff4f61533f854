//! The language of what is printed.

use super::state::{LIST, State, want};
use super::wish::Wish;
use crate::language::Texts;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::view::Item;
use crate::tui::parts::choose::Choose;

pub(super) const LANGUAGE: StepId = StepId::new("changes-language");

/// The one that there is.
fn now(state: &State) -> Option<usize> {
    let plan = state.held()?.plan();
    Texts::languages().iter().position(|code| *code == plan.language)
}

/// The question.
pub(super) fn language() -> Choose<State> {
    Choose::new(
        LANGUAGE,
        |_, _| {
            let name = |code: &&str| Item::new(Texts::of(code).say(key!("language-name"), &[]), "");
            Texts::languages().iter().map(name).collect()
        },
        |state, _| now(state).unwrap_or(0),
        |state, _, at| match Texts::languages().get(at) {
            Some(code) if now(state) != Some(at) => want(state, Wish::Language((*code).into())),
            // As it is.
            _ => StepOutcome::To(LIST),
        },
    )
}
