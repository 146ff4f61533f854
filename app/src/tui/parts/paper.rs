//! The share cards come to paper, and each of them is read back.

pub(in crate::tui) mod elsewhere;
pub(in crate::tui) mod extra_prints;
pub(in crate::tui) mod handwritten;
pub(in crate::tui) mod new_sheets;
pub(in crate::tui) mod one_sheet;
pub(in crate::tui) mod print;
mod printing;
mod reading;
pub(in crate::tui) mod record;
pub(in crate::tui) mod run;
pub(in crate::tui) mod sheet_file;
pub(in crate::tui) mod slip;
pub(in crate::tui) mod state;
mod three_words;
pub(in crate::tui) mod ways;
mod whole;

use crate::tui::kit::flow::Table;
use state::{Prints, Way};

/// The cards, on the way that was chosen, and what else there is to print.
pub(in crate::tui) fn cards_to_paper<S: Prints + 'static>(table: Table<S>) -> Table<S> {
    table
        .step_if(|state: &S| state.paper().way == Way::Elsewhere, elsewhere::Files::default())
        .step_if(|state| state.paper().way == Way::Printer, print::Print::new(Way::Printer))
        .step_if(|state| state.paper().way == Way::Elsewhere, print::Print::new(Way::Elsewhere))
        .step_if(|state| state.paper().way == Way::Handwritten, handwritten::CopyCards::default())
        .step_if(
            |state| state.paper().way == Way::Printer && state.paper().proven.is_some(),
            extra_prints::ExtraPrints::default(),
        )
}
