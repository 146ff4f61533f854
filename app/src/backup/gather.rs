//! Bringing shares together again. With a manifest each is checked as it comes; without one all that come are kept, and
//! which of them fit together shows when they are joined.

mod adding;
mod error;
mod gathering;
mod held;
mod joining;
mod whole_set;

pub use error::{Cards, GatherError};
pub use gathering::{Gathering, Progress};
pub use held::{Fit, HeldCard};
pub use whole_set::WholeSet;
