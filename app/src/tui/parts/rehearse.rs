//! The rehearsal; and where the paper was only spot-checked, the question whether that is enough.

mod results;
mod spot_check;
pub(in crate::tui) mod state;
mod work;

pub(in crate::tui) use results::Results;
pub(in crate::tui) use spot_check::SpotCheck;
pub(in crate::tui) use state::{Rehearses, spot_checked};
pub(in crate::tui) use work::rehearse;
