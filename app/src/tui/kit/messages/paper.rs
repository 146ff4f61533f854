//! What can go wrong with paper: pages, printers, pictures.

use super::{Message, ToMessage, quoted};
use crate::language::Texts;
use crate::paper::printer::{PrintError, Trouble};
use crate::paper::{DrawError, Paper, PictureError};

impl ToMessage for DrawError {
    fn to_message(&self, texts: &Texts) -> Message {
        Message::of(texts, pair!("error-paper-draw"), &[("cause", quoted(&self.0))])
    }
}

impl ToMessage for PrintError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            PrintError::UnknownLanguage { printer, speaks } if speaks.is_empty() => {
                message(pair!("error-print-silent"), &[("printer", quoted(printer))])
            }
            PrintError::UnknownLanguage { printer, speaks } => message(
                pair!("error-print-unknown-language"),
                &[("printer", quoted(printer)), ("speaks", quoted(&speaks.join(", ")))],
            ),
            PrintError::OtherPaper { printer, paper } => {
                let paper = match paper {
                    Paper::A4 => texts.say(key!("name-paper-a4"), &[]),
                    Paper::Letter => texts.say(key!("name-paper-letter"), &[]),
                    Paper::Receipt58 => texts.say(key!("name-paper-roll"), &[("width", 58.into())]),
                    Paper::Receipt80 => texts.say(key!("name-paper-roll"), &[("width", 80.into())]),
                };
                message(
                    pair!("error-print-other-paper"),
                    &[("printer", quoted(printer)), ("paper", paper.into())],
                )
            }
            PrintError::Draw(error) => error.to_message(texts),
            PrintError::GivenUp { printer, trouble, printed, of } => message(
                pair!("error-print-given-up"),
                &[
                    ("printer", quoted(printer)),
                    ("trouble", trouble.to_message(texts).happened.into()),
                    ("printed", (*printed).into()),
                    ("of", (*of).into()),
                ],
            ),
        }
    }
}

impl ToMessage for Trouble {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key| Message::of(texts, key, &[]);
        match self {
            Trouble::PaperOut => message(pair!("error-printer-paper-out")),
            Trouble::Offline => message(pair!("error-printer-offline")),
            Trouble::Fault => message(pair!("error-printer-fault")),
            Trouble::Gone => message(pair!("error-printer-gone")),
            Trouble::TakesNothing => message(pair!("error-printer-takes-nothing")),
            Trouble::System(error) => {
                Message::of(texts, pair!("error-printer-system"), &[("cause", quoted(&error.to_string()))])
            }
        }
    }
}

impl ToMessage for PictureError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            PictureError::NotPng(cause) => {
                message(pair!("error-picture-not-png"), &[("cause", quoted(cause))])
            }
            PictureError::TooLarge { width, height } => message(
                pair!("error-picture-too-large"),
                &[("width", (*width).into()), ("height", (*height).into())],
            ),
            PictureError::Length { found, expected } => message(
                pair!("error-picture-length"),
                &[("found", (*found).into()), ("expected", (*expected).into())],
            ),
        }
    }
}
