//! A Nitrokey is lost: what is left gives everything back. The spare, a stick and cards, or paper alone.

mod state;
mod what_remains;

use state::{Left, Lost};

use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::parts::prove::Prove;
use crate::tui::parts::recover::{Open, backup_and_cards, source};
use crate::tui::parts::recovered::{Way, done, way, written_or_used};

/// Begins with the question what is left.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    Flow::begin(key!("lost"), Lost::new(), table(), context)
}

fn table() -> Table<Lost> {
    let table = Table::new()
        .stage(|_| key!("lost-stage-left"))
        .step(what_remains::left())
        .step_if(|lost| lost.left == Left::Spare, what_remains::spare())
        .stage(|_| key!("lost-stage-backup"))
        .step_if(|lost| lost.left == Left::Spare, source());
    let table = backup_and_cards(table)
        .stage(|_| key!("lost-stage-back"))
        .step(Open::new(step!("lost-back")))
        .step(way())
        .stage(|_| key!("lost-stage-new"))
        .step_if(
            |lost| lost.recovered.way == Way::Spare,
            Prove::new(step!("lost-prove"), key!("lost-prove-good-text")),
        );
    written_or_used(table).stage(|_| key!("lost-stage-done")).step(done())
}
