//! Sticks: which are plugged in, and what is read from them and written to them.

pub mod discover;
pub mod folder;
pub mod streamed;
