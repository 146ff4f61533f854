//! The share cards come to paper, and each of them is read back.

pub(in crate::tui) mod elsewhere;
pub(in crate::tui) mod extra_prints;
pub(in crate::tui) mod handwritten;
pub(in crate::tui) mod print;
mod printing;
mod reading;
pub(in crate::tui) mod record;
pub(in crate::tui) mod run;
pub(in crate::tui) mod slip;
pub(in crate::tui) mod state;
mod three_words;
pub(in crate::tui) mod ways;
mod whole;
