//! The yearly check, on its screens: what is good is compared with something, what is not here is called not checked, and
//! nothing is written but the report.

#![allow(clippy::unwrap_used, clippy::panic)]

mod cards;
mod dates;
mod ended;
mod everything;
mod named;
mod nitrokeys;
mod owner;
mod printed;
mod report;
mod sticks;
mod way;
