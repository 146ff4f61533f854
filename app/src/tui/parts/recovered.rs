//! What is done with keys that came back: Nitrokeys are written, a file is, one message is read
//! or one file signed, or what was kept beside them is looked at.

mod export;
mod exporting;
mod message;
mod old_key;
mod sign;
mod sign_file;
pub(in crate::tui) mod state;
mod vault_viewer;
mod way;

pub(in crate::tui) use export::exported;
pub(in crate::tui) use exporting::{Exporting, Exports};
pub(in crate::tui) use old_key::way as old_mail;
pub(in crate::tui) use state::{Recovered, Uses, Way};
pub(in crate::tui) use way::{done, way};

use crate::tui::kit::flow::{StepId, Table};
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::show_pins::ShowPins;
use crate::tui::parts::write::Write;

/// PINs that nobody has seen yet.
const SHOW_PINS: StepId = StepId::of(key!("type-pins"), key!("lost-pins-text"), key!("lost-pins-help"));

/// The way that was chosen.
pub(in crate::tui) fn written_or_used<S: Uses + 'static>(table: Table<S>) -> Table<S> {
    let has_unseen_pins = |state: &S| state.writes() && !state.unseen().is_empty();
    let table = table
        .step_if(S::writes_for_old_mail, old_key::which())
        .step_if(S::writes_for_old_mail, old_key::meaning())
        .step_if(S::writes, Write::new())
        .step_if(has_unseen_pins, ShowPins::new(SHOW_PINS));
    exported(table, S::exports)
        .step_if(S::reads, message::MessageFile::new())
        .step_if(S::reads, message::Shown)
        .step_if(message::saves, message::meaning())
        .step_if(message::saves, message::stick())
        .step_if(S::signs, sign_file::SignFile::default())
        .step_if(S::signs, sign::Shown::default())
        .step_if(S::signs, sign::stick())
        .step_if(|state| state.recovered().way == Way::See, vault_viewer::See::default())
}
