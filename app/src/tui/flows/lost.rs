//! A Nitrokey is lost: what is left gives everything back. The spare, a stick and cards, or paper alone.

pub(super) mod cards;
pub(super) mod export;
mod number;
pub(super) mod open;
mod out;
mod prove;
pub(super) mod recovered;
pub(super) mod sheet;
pub(super) mod state;
pub(super) mod vault_viewer;
pub(super) mod what_remains;

use state::{BackupSource, Left, Lost, Way};

use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, StepId, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::parts::clock::Clock;
use crate::tui::parts::find_bundle::FindBundle;
use crate::tui::parts::known::ShowPins;
use crate::tui::parts::write::Write;

/// Begins with the question what is left.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    Flow::begin("lost", Lost::new(Left::Spare, Way::Spare), table(), context)
}

fn table() -> Table<Lost> {
    let table = Table::new()
        .stage(|_| "lost-stage-left")
        .step(what_remains::left())
        .step_if(|lost| lost.left == Left::Spare, what_remains::spare())
        .stage(|_| "lost-stage-backup")
        .step_if(|lost| lost.left == Left::Spare, what_remains::from());
    let table = backup_and_cards(table)
        .stage(|_| "lost-stage-back")
        .step(open::Open::new(const { StepId::new("lost-back") }))
        .step(recovered::way())
        .stage(|_| "lost-stage-new")
        .step_if(|lost| lost.way == Way::Spare, prove::Prove::new());
    written_or_used(table).stage(|_| "lost-stage-done").step(recovered::Done::default())
}

/// The backup, from a stick or from paper, and the cards that open it.
pub(super) fn backup_and_cards(table: Table<Lost>) -> Table<Lost> {
    let bundle = FindBundle::new(const { StepId::new("lost-bundle") }, Lost::take);
    table
        .step_if(|lost| lost.from == BackupSource::Stick, Clock::of_old_keys())
        .step_if(|lost| lost.from == BackupSource::Sheet, Clock::of_paper())
        .step_if(|lost| lost.from == BackupSource::Stick, bundle)
        .step_if(|lost| lost.from == BackupSource::Sheet, sheet::Sheet::new())
        .stage(|_| "lost-stage-cards")
        .step(cards::Cards::new())
}

/// What is done with what came back: Nitrokeys, a file, or only looked at.
pub(super) fn written_or_used(table: Table<Lost>) -> Table<Lost> {
    table
        .step_if(Lost::writes, Write::new())
        .step_if(Lost::has_unseen_pins, ShowPins::new(const { StepId::new("lost-pins") }))
        .step_if(Lost::exports, export::meaning())
        .step_if(Lost::exports, export::Passphrase::new())
        .step_if(Lost::exports, export::Stick::new())
        .step_if(Lost::exports, export::how())
        .step_if(|lost| lost.way == Way::See, vault_viewer::See::default())
}
