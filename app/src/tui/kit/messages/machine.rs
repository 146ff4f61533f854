//! What can go wrong with the computer: its clock, its randomness, and its sticks.

use super::{Message, Tell, quoted};
use crate::language::Texts;
use crate::machine::clock::ClockError;
use crate::machine::confine::ConfineError;
use crate::machine::entropy::EntropyError;
use crate::machine::keyboard::KeyboardError;
use crate::machine::stick::folder::StickError;

impl Tell for ClockError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            ClockError::NotPermitted => message("error-clock-not-permitted", &[]),
            ClockError::System(error) => {
                message("error-clock-system", &[("cause", quoted(&error.to_string()))])
            }
            ClockError::NoTime(typed) => message("error-clock-no-time", &[("typed", quoted(typed))]),
        }
    }
}

/// However it came about, the owner can do the same.
impl Tell for ConfineError {
    fn tell(&self, texts: &Texts) -> Message {
        let because = |key, cause: String| texts.say(key, &[("cause", quoted(&cause))]);
        let cause = match self {
            ConfineError::TooOld => texts.say("confine-too-old", &[]),
            ConfineError::Files(error) => because("confine-files", error.to_string()),
            ConfineError::Missing(error) => because("confine-missing", error.to_string()),
            ConfineError::Calls(error) => because("confine-calls", error.to_string()),
            ConfineError::System(error) => because("confine-system", error.to_string()),
        };
        Message::of(texts, "error-confine", &[("cause", cause.into())])
    }
}

impl Tell for EntropyError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            EntropyError::Device(error) => {
                message("error-entropy-device", &[("cause", quoted(&error.to_string()))])
            }
            EntropyError::Kernel(error) => {
                message("error-entropy-kernel", &[("cause", quoted(&error.to_string()))])
            }
            EntropyError::OpenSsl => message("error-entropy-openssl", &[]),
            EntropyError::NoRoll { position, found } => message(
                "error-entropy-no-roll",
                &[("position", (*position).into()), ("found", quoted(&found.to_string()))],
            ),
        }
    }
}

impl Tell for KeyboardError {
    fn tell(&self, texts: &Texts) -> Message {
        match self {
            KeyboardError::NotAllowed => Message::of(texts, "error-keyboard-not-allowed", &[]),
            KeyboardError::Kernel(error) => {
                Message::of(texts, "error-keyboard-kernel", &[("cause", quoted(&error.to_string()))])
            }
        }
    }
}

impl Tell for StickError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let named = |stick: &str| ("stick", quoted(stick));
        match self {
            StickError::Full { stick } => message("error-stick-full", &[named(stick)]),
            StickError::ReadOnly { stick } => message("error-stick-read-only", &[named(stick)]),
            StickError::Gone { stick } => message("error-stick-gone", &[named(stick)]),
            StickError::Differs { stick, file } => {
                message("error-stick-differs", &[named(stick), ("file", quoted(file))])
            }
            StickError::Missing { stick, file } => {
                message("error-stick-missing", &[named(stick), ("file", quoted(file))])
            }
            StickError::TooLarge { stick, file, most: _ } => {
                message("error-stick-too-large", &[named(stick), ("file", quoted(file))])
            }
            StickError::TooMany { stick } => message("error-stick-too-many", &[named(stick)]),
            StickError::Unformatted { stick } => message("error-stick-unformatted", &[named(stick)]),
            StickError::System { stick, file, source } => {
                let cause = ("cause", quoted(&source.to_string()));
                match file.is_empty() {
                    true => message("error-stick-unreadable", &[named(stick), cause]),
                    false => message("error-stick-system", &[named(stick), ("file", quoted(file)), cause]),
                }
            }
        }
    }
}
