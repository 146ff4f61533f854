//! What can go wrong with the computer: its clock, its randomness, and its sticks.

use super::{Message, ToMessage, quoted};
use crate::language::Texts;
use crate::machine::clock::ClockError;
use crate::machine::confine::ConfineError;
use crate::machine::entropy::EntropyError;
use crate::machine::keyboard::KeyboardError;
use crate::machine::stick::folder::StickError;

impl ToMessage for ClockError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            ClockError::NotPermitted => message(pair!("error-clock-not-permitted"), &[]),
            ClockError::System(error) => {
                message(pair!("error-clock-system"), &[("cause", quoted(&error.to_string()))])
            }
            ClockError::NoTime(typed) => message(pair!("error-clock-no-time"), &[("typed", quoted(typed))]),
        }
    }
}

/// However the confinement failed, the owner can do the same.
impl ToMessage for ConfineError {
    fn to_message(&self, texts: &Texts) -> Message {
        let because = |key, cause: String| texts.say(key, &[("cause", quoted(&cause))]);
        let cause = match self {
            ConfineError::TooOld => texts.say(key!("confine-too-old"), &[]),
            ConfineError::Files(error) => because(key!("confine-files"), error.to_string()),
            ConfineError::Missing(error) => because(key!("confine-missing"), error.to_string()),
            ConfineError::Calls(error) => because(key!("confine-calls"), error.to_string()),
            ConfineError::System(error) => because(key!("confine-system"), error.to_string()),
        };
        Message::of(texts, pair!("error-confine"), &[("cause", cause.into())])
    }
}

impl ToMessage for EntropyError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            EntropyError::Device(error) => {
                message(pair!("error-entropy-device"), &[("cause", quoted(&error.to_string()))])
            }
            EntropyError::Kernel(error) => {
                message(pair!("error-entropy-kernel"), &[("cause", quoted(&error.to_string()))])
            }
            EntropyError::OpenSsl => message(pair!("error-entropy-openssl"), &[]),
            EntropyError::NoRoll { position, found } => message(
                pair!("error-entropy-no-roll"),
                &[("position", (*position).into()), ("found", quoted(&found.to_string()))],
            ),
        }
    }
}

impl ToMessage for KeyboardError {
    fn to_message(&self, texts: &Texts) -> Message {
        match self {
            KeyboardError::NotAllowed => Message::of(texts, pair!("error-keyboard-not-allowed"), &[]),
            KeyboardError::Kernel(error) => {
                Message::of(texts, pair!("error-keyboard-kernel"), &[("cause", quoted(&error.to_string()))])
            }
        }
    }
}

impl ToMessage for StickError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let named = |stick: &str| ("stick", quoted(stick));
        match self {
            StickError::Full { stick } => message(pair!("error-stick-full"), &[named(stick)]),
            StickError::ReadOnly { stick } => message(pair!("error-stick-read-only"), &[named(stick)]),
            StickError::Gone { stick } => message(pair!("error-stick-gone"), &[named(stick)]),
            StickError::Damaged { stick } => message(pair!("error-stick-damaged"), &[named(stick)]),
            StickError::Differs { stick, file } => {
                message(pair!("error-stick-differs"), &[named(stick), ("file", quoted(file))])
            }
            StickError::Missing { stick, file } => {
                message(pair!("error-stick-missing"), &[named(stick), ("file", quoted(file))])
            }
            StickError::TooLarge { stick, file, most: _ } => {
                message(pair!("error-stick-too-large"), &[named(stick), ("file", quoted(file))])
            }
            StickError::TooMany { stick } => message(pair!("error-stick-too-many"), &[named(stick)]),
            StickError::Unformatted { stick } => message(pair!("error-stick-unformatted"), &[named(stick)]),
            StickError::System { stick, file, source } => {
                let cause = ("cause", quoted(&source.to_string()));
                match file.is_empty() {
                    true => message(pair!("error-stick-unreadable"), &[named(stick), cause]),
                    false => {
                        message(pair!("error-stick-system"), &[named(stick), ("file", quoted(file)), cause])
                    }
                }
            }
        }
    }
}
