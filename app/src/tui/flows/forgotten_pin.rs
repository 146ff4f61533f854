//! I have forgotten a PIN: a new user PIN is set, by the reset code or the admin PIN, and nothing is erased.
//!
//! These come from the PIN slip, and then no card is needed; or from the backup. Nothing is written but a PIN, so no
//! proof of a backup is asked for.

mod by;
mod done;
mod last_try;
mod new_pin;
mod set;
mod state;
mod which;

use state::{CodeFrom, ForgottenPin, NewFrom};

use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::parts::recover::{Open, backup_and_cards, source};

/// Begins with the Nitrokey: how many tries there are comes before anything else.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    Flow::begin(key!("forgotten"), ForgottenPin::default(), table(), context)
}

fn table() -> Table<ForgottenPin> {
    let backup = |state: &ForgottenPin| state.from == CodeFrom::Backup;
    let opened = |state: &ForgottenPin| state.from == CodeFrom::Backup && state.is_ours();
    let stranger = |state: &ForgottenPin| state.from == CodeFrom::Backup && !state.is_ours();
    let table = Table::new()
        .stage(|_| key!("forgotten-stage-which"))
        .step(which::Which::default())
        .stage(|_| key!("forgotten-stage-code"))
        .step(by::from())
        .step_if(backup, source());
    table
        .only_if(backup, backup_and_cards)
        .step_if(backup, Open::new(step!("forgotten-back")))
        .step_if(stranger, by::stranger())
        .step_if(opened, by::by())
        .step_if(|state| state.from == CodeFrom::Slip, by::by())
        .step_if(|state| state.from == CodeFrom::Slip, by::TypeCode::default())
        .step_if(ForgottenPin::is_last_try, last_try::last_try())
        .stage(|_| key!("forgotten-stage-new"))
        .step(new_pin::new_pin())
        .step_if(|state| state.new_from == NewFrom::Typed, new_pin::TypeNew::default())
        .step_if(|state| state.new_from != NewFrom::Typed, new_pin::ShowNew::default())
        .step(set::Set::default())
        .step(done::Done::default())
}
