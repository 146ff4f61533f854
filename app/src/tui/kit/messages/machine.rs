//! What can go wrong with the computer: its clock, its randomness, and its sticks.

use super::{Tell, Told, quoted};
use crate::language::Texts;
use crate::machine::clock::ClockError;
use crate::machine::confine::ConfineError;
use crate::machine::entropy::EntropyError;
use crate::machine::keyboard::KeyboardError;
use crate::machine::stick::StickError;

impl Tell for ClockError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        match self {
            ClockError::NotPermitted => told("error-clock-not-permitted", &[]),
            ClockError::System(error) => told("error-clock-system", &[("cause", quoted(&error.to_string()))]),
            ClockError::NoTime(typed) => told("error-clock-no-time", &[("typed", quoted(typed))]),
        }
    }
}

/// However it came about, the owner can do the same.
impl Tell for ConfineError {
    fn tell(&self, texts: &Texts) -> Told {
        Told::of(texts, "error-confine", &[("cause", quoted(&self.to_string()))])
    }
}

impl Tell for EntropyError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        match self {
            EntropyError::Device(error) => {
                told("error-entropy-device", &[("cause", quoted(&error.to_string()))])
            }
            EntropyError::Kernel(error) => {
                told("error-entropy-kernel", &[("cause", quoted(&error.to_string()))])
            }
            EntropyError::OpenSsl => told("error-entropy-openssl", &[]),
            EntropyError::NoRoll { position, found } => told(
                "error-entropy-no-roll",
                &[("position", (*position).into()), ("found", quoted(&found.to_string()))],
            ),
        }
    }
}

impl Tell for KeyboardError {
    fn tell(&self, texts: &Texts) -> Told {
        match self {
            KeyboardError::NotAllowed => Told::of(texts, "error-keyboard-not-allowed", &[]),
            KeyboardError::Kernel(error) => {
                Told::of(texts, "error-keyboard-kernel", &[("cause", quoted(&error.to_string()))])
            }
        }
    }
}

impl Tell for StickError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        let named = |stick: &str| ("stick", quoted(stick));
        match self {
            StickError::Full { stick } => told("error-stick-full", &[named(stick)]),
            StickError::ReadOnly { stick } => told("error-stick-read-only", &[named(stick)]),
            StickError::Gone { stick } => told("error-stick-gone", &[named(stick)]),
            StickError::Differs { stick, file } => {
                told("error-stick-differs", &[named(stick), ("file", quoted(file))])
            }
            StickError::Missing { stick, file } => {
                told("error-stick-missing", &[named(stick), ("file", quoted(file))])
            }
            StickError::TooLarge { stick, file, most: _ } => {
                told("error-stick-too-large", &[named(stick), ("file", quoted(file))])
            }
            StickError::TooMany { stick } => told("error-stick-too-many", &[named(stick)]),
            StickError::Unformatted { stick } => told("error-stick-unformatted", &[named(stick)]),
            StickError::System { stick, file, source } => {
                let cause = ("cause", quoted(&source.to_string()));
                match file.is_empty() {
                    true => told("error-stick-unreadable", &[named(stick), cause]),
                    false => told("error-stick-system", &[named(stick), ("file", quoted(file)), cause]),
                }
            }
        }
    }
}
