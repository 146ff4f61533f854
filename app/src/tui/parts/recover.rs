//! A sealed backup is opened: from a stick or from paper, by as many cards as it takes. Every flow that has nothing but
//! a backup begins so.

mod cards;
mod number;
mod open;
mod out;
mod sheet;
mod source;
pub(in crate::tui) mod state;
mod unfinished;

pub(in crate::tui) use open::Open;
pub(in crate::tui) use source::source;
pub(in crate::tui) use state::{BackupSource, Recovering, Recovers};
pub(in crate::tui) use unfinished::{Unfinished, to_be_sealed_on};

use crate::tui::kit::flow::Table;
use crate::tui::parts::clock::Clock;
use crate::tui::parts::find_bundle::FindBundle;

/// The backup, from where it was said to be, and in a stage of their own the cards. [`Open`] comes next.
pub(in crate::tui) fn backup_and_cards<S: Recovers + 'static>(table: Table<S>) -> Table<S> {
    let comes_on_stick = |state: &S| state.recovering().from == BackupSource::Stick;
    let comes_on_paper = |state: &S| state.recovering().from == BackupSource::Sheet;
    let bundle = FindBundle::new(step!("lost-bundle"), S::takes_bundle);
    table
        .step_if(comes_on_stick, Clock::of_old_keys())
        .step_if(comes_on_paper, Clock::of_paper())
        .step_if(comes_on_stick, bundle)
        .step_if(comes_on_paper, sheet::Sheet::new())
        .stage(|_| key!("lost-stage-cards"))
        .step(cards::Cards::new())
}
