//! Trustees change, or a card is lost: as many old cards as open the backup, and everybody gets a new one, under a new
//! backup key. What is old stays valid until its owner destroys it; what that is, is listed.

mod done;
mod old;
mod state;
mod what;
mod who;

use state::{Deal, What};

use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::parts::deal;
use crate::tui::parts::rehearse::Results;
use crate::tui::parts::renewal::{ChangeIt, Renewal, opened, sealed_again};
use crate::tui::parts::write::Writes;

/// Begins with the question what has happened. `None` only if the plan with every default were none.
pub(in crate::tui) fn begin(context: &mut Context) -> Option<Box<dyn Screen>> {
    Some(Flow::begin(key!("deal"), Renewal::new(Deal::default())?, table(), context))
}

fn table() -> Table<Renewal<Deal>> {
    let others = |state: &Renewal<Deal>| state.own().others;
    let is_proven = |state: &Renewal<Deal>| state.writer().rehearsed.is_some();
    let table = Table::new()
        .stage(|_| key!("deal-stage-what"))
        .step(what::what())
        .step_if(|state| state.own().what == What::Seen, what::seen())
        .step(what::means());
    let table = opened(table, step!("deal-back"))
        .stage(|_| key!("deal-stage-who"))
        .step(who::who())
        .step_if(others, deal::cards())
        .step_if(others, deal::needed())
        .step_if(others, deal::trustees())
        .step_if(others, deal::notes())
        .step(who::New)
        .step_if(|state| !state.is_changed(), ChangeIt::new(step!("deal-new")));
    sealed_again(table)
        .stage(|_| key!("deal-stage-old"))
        .step_if(is_proven, old::Old::default())
        .stage(|_| key!("stage-done"))
        .step_if(is_proven, Results::new(step!("results")))
        .step_if(is_proven, done::Done::default())
}
