//! What is held is sealed, under a new backup key or for the cards that opened it; and the bundle comes onto sticks.

mod apart;
mod before;
mod bundle;
mod copies;
pub(in crate::tui) mod state;
mod work;

pub(in crate::tui) use before::{before, keeps_the_one_before};
pub(in crate::tui) use bundle::Bundle;
pub(in crate::tui) use copies::copies;
pub(in crate::tui) use state::{SealRun, Seals, Under};
pub(in crate::tui) use work::seal;
