//! A Nitrokey was stolen: new subkeys for those on it, sealed again for the same cards; and nobody is locked out.

mod ask;
mod back;
mod new;
mod page;
mod state;
mod today;

use back::{has_new_ones, has_primary_on_it};
use state::{Again, Left, Stolen, Theft, is_too_late, seals};

use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, StepId, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::recovered::exported;
use crate::tui::parts::rehearse::Results;
use crate::tui::parts::renewal::{ChangeIt, opened, sealed_again};
use crate::tui::parts::show_pins::ShowPins;
use crate::tui::parts::write::{Write, Writes};

/// PINs that nobody has seen yet.
const SHOW_PINS: StepId = StepId::of(key!("type-pins"), key!("show-pins-text"), key!("show-pins-help"));

/// Begins with what happened. `None` only if the plan with every default were none.
pub(in crate::tui) fn begin(context: &mut Context) -> Option<Box<dyn Screen>> {
    let state = Stolen::new(Theft::default())?;
    Some(Flow::begin(key!("stolen"), state, table(), context))
}

fn table() -> Table<Stolen> {
    let table = Table::new()
        .stage(|_| key!("stolen-stage-what"))
        .step(ask::pin())
        .step_if(|state| !state.own().pin_known, ask::running())
        .step(ask::Also::new())
        .step_if(|state| state.own().everything_is_gone(), ask::all())
        .step(ask::has())
        .step_if(is_too_late, ask::late());
    let table = opened(table, step!("stolen-back"))
        .step_if(has_primary_on_it, back::primary())
        .step_if(has_new_ones, back::AlreadyNew::default())
        .step(back::left())
        .step_if(back::asks_which, back::which());
    let table = exported(table, |state| state.own().left == Left::Export)
        .stage(|_| key!("stolen-stage-keys"))
        .step_if(makes, new::what())
        .step_if(|state| seals(state) && !state.is_changed(), ChangeIt::new(step!("stolen-change")))
        .step_if(makes, new::made());
    table
        .only_if(seals, sealed_again)
        .stage(|_| key!("stage-flash"))
        .step_if(has_unseen_pins, new::NewPins::default())
        .step_if(has_unseen_pins, ShowPins::new(SHOW_PINS))
        .step_if(|state| state.writer().rehearsed.is_some(), Write::new())
        .stage(|_| key!("lost-stage-done"))
        .step_if(Stolen::was_sealed, Results::new(step!("results")))
        .step(today::WhatToDo::default())
        .aside(page::stick().then(today::TODAY))
}

/// Whether new subkeys are made.
fn makes(state: &Stolen) -> bool {
    matches!(state.own().again, None | Some(Again::More))
}

fn has_unseen_pins(state: &Stolen) -> bool {
    state.writer().rehearsed.is_some() && !state.unseen().is_empty()
}
