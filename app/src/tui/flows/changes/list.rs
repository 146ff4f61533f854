//! What can be changed, and what will be.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::expiry::EXPIRY;
use super::language::LANGUAGE;
use super::notes::NOTES;
use super::pins::PINS;
use super::state::{LIST, State, is_to_be_sealed, take_back};
use super::user_ids::USER_IDS;
use super::vault::VAULT;
use super::wish::{Wish, that_count, until};
use crate::ceremony::Made;
use crate::language::{Key, Noted};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::recover::{Recovers, to_be_sealed_on};

/// What can be changed, where it is asked, and what is said of it.
const THINGS: [(StepId, Noted); 6] = [
    (EXPIRY, noted!("changes-expiry")),
    (USER_IDS, noted!("changes-user-ids")),
    (VAULT, noted!("changes-kept")),
    (PINS, noted!("changes-pin")),
    (NOTES, noted!("changes-where")),
    (LANGUAGE, noted!("changes-paper")),
];
/// So many of the last ones are listed.
const LISTED: usize = 4;

/// The step.
#[derive(Default)]
pub(super) struct WhatChanges {
    list: List,
}

/// The last line.
fn end(state: &State) -> Noted {
    if is_to_be_sealed(state) { noted!("changes-seal") } else { noted!("changes-nothing") }
}

fn items(state: &State, context: &Context) -> Vec<Item> {
    let things = THINGS.iter().map(|(id, thing)| match state.held().filter(|_| *id == EXPIRY) {
        Some(made) => Item::new(context.say(thing.label), now(context, thing.note, until(context, made))),
        None => Item::noted(context, *thing),
    });
    things.chain([Item::noted(context, end(state))]).collect()
}

/// What will change, a line each; of many the last ones.
fn said(wishes: &[Wish], made: &Made, context: &Context) -> String {
    let wishes: Vec<_> = that_count(wishes).collect();
    let more = wishes.len().saturating_sub(LISTED);
    let earlier = (more > 0).then(|| context.fill(key!("changes-list-more"), &[("n", more.into())]));
    let listed = wishes.iter().skip(more).map(|wish| format!("• {}", wish.said(context, made)));
    earlier.into_iter().chain(listed).collect::<Vec<_>>().join("\n")
}

/// The note of how long keys are valid, with the day.
fn now(context: &Context, note: Key, until: Option<String>) -> String {
    let day = until.unwrap_or_else(|| context.say(key!("expiry-never")));
    context.fill(note, &[("day", day.into())])
}

impl Step<State> for WhatChanges {
    fn id(&self) -> StepId {
        LIST
    }

    fn enter(&mut self, state: &mut State, _: &mut Context) {
        // What is wanted is listed; Enter then goes on with it.
        self.list = List::at(if is_to_be_sealed(state) { THINGS.len() } else { 0 });
    }

    fn view(&self, state: &State, context: &Context) -> View {
        let view = View::new(context.say(LIST.title));
        let wishes = &state.own().wishes;
        let view = match state.held().filter(|_| !wishes.is_empty()) {
            Some(made) => view
                .strong(context.say(key!("changes-list-will")))
                .text(said(wishes, made, context))
                .key("F2", context.say(key!("changes-take-back"))),
            None => view.text(context.say(LIST.text)),
        };
        // What this sitting has written is not unfinished.
        let view = match to_be_sealed_on(state.unfinished()).filter(|_| !state.was_sealed()) {
            Some(sticks) => {
                view.warning(context.fill(key!("changes-unfinished"), &[("stick", sticks.into())]))
            }
            None => view,
        };
        view.list(&self.list, items(state, context)).enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut State, context: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::F(2) if !state.own().wishes.is_empty() => take_back(state),
            KeyCode::Enter => match THINGS.get(self.list.at) {
                Some((id, _)) => StepOutcome::To(*id),
                None if is_to_be_sealed(state) => StepOutcome::Next,
                None => {
                    // Nothing is lost by it.
                    state.finish();
                    StepOutcome::Home
                }
            },
            _ => StepOutcome::nowhere(self.list.key(key, &items(state, context))),
        }
    }
}
