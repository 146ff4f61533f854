//! Coldspare: lose a Nitrokey, lose nothing.
//!
//! Makes an OpenPGP identity on a computer that is never online, seals a backup of it, splits the
//! key to that backup among trustees, and puts the identity on two Nitrokeys. Imports run one way:
//! [`ceremony`] joins [`openpgp`], [`backup`], [`nitrokey`], [`paper`] and [`machine`], which do not know each
//! other beyond plain data. [`tui`] has the screens. [`plan`], [`pins`], [`limits`], `numbers` and [`language`] serve all.

// First: its macros name the texts of all the others.
#[macro_use]
pub mod language;

pub mod backup;
pub mod ceremony;
pub mod limits;
pub mod machine;
pub mod nitrokey;
mod numbers;
pub mod openpgp;
pub mod paper;
pub mod pins;
pub mod plan;
pub mod tui;
#[cfg(test)]
mod unforeseen;
