//! Something about my keys changes: what was opened with cards is changed, and sealed again for them. The keys themselves
//! stay as they are, and so do the Nitrokeys.

mod done;
mod expiry;
mod language;
mod list;
mod notes;
mod pins;
mod state;
mod user_ids;
mod vault;
mod wish;

use state::{CHANGE, CHANGE_ANEW, Changes, LIST, State};

use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, StepOutcome, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::rehearse::Results;
use crate::tui::parts::renewal::{ChangeIt, opened, sealed_again};

/// Begins with what it takes. `None` only if the plan with every default were none.
pub(in crate::tui) fn begin(context: &mut Context) -> Option<Box<dyn Screen>> {
    let state = State::new(Changes::default())?;
    Some(Flow::begin(key!("changes"), state, table(), context))
}

fn table() -> Table<State> {
    let table = Table::new().stage(|_| key!("another-stage-needs")).step(needs());
    let table = opened(table, step!("changes-back"))
        .stage(|_| key!("changes-stage-what"))
        .step_if(|state| !state.own().wishes.is_empty() && !state.is_changed(), ChangeIt::new(CHANGE_ANEW))
        .step(list::WhatChanges::default())
        .aside(expiry::expiry())
        .aside(user_ids::UserIds::new())
        .aside(vault::Vault::new())
        .aside(pins::Pins::new())
        .aside(notes::Notes::default())
        .aside(language::language())
        .aside(ChangeIt::new(CHANGE).then(LIST))
        // Nothing is to change, and it is sealed all the same: what was sealed before was never rehearsed.
        .step_if(|state| !state.is_changed(), ChangeIt::new(CHANGE));
    sealed_again(table)
        .stage(|_| key!("lost-stage-done"))
        .step(Results::new(step!("results")))
        .step(done::done())
}

/// What has to be at hand, and what stays as it is.
fn needs() -> Read<State> {
    Read {
        id: step!("changes"),
        view: |_, context| {
            View::new(context.say(key!("changes")))
                .text(context.say(key!("changes-text")))
                .strong(context.say(key!("changes-stays")))
                .text(context.say(key!("changes-not")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}
