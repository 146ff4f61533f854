//! The yearly check: sticks, cards and Nitrokeys are looked at, each is compared with something, and a report says what
//! was good, what was not, and what was not checked. Nothing is written but the report.

mod dates;
mod findings;
mod nitrokey;
mod on_stick;
mod report;
mod stick;

pub use findings::{CardCame, Findings, NitrokeyCame, NitrokeySeen, Recovered, StickSeen};
pub use nitrokey::prove_published;
pub use on_stick::write_report;
pub use stick::{OnStick, look_at_stick};
