//! What can go wrong with paper: pages, printers, pictures.

use super::{Message, Tell, quoted};
use crate::language::Texts;
use crate::paper::printer::{PrintError, Trouble};
use crate::paper::{DrawError, Paper, PictureError};

impl Tell for DrawError {
    fn tell(&self, texts: &Texts) -> Message {
        Message::of(texts, "error-paper-draw", &[("cause", quoted(&self.0))])
    }
}

impl Tell for PrintError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            PrintError::UnknownLanguage { printer, speaks } if speaks.is_empty() => {
                message("error-print-silent", &[("printer", quoted(printer))])
            }
            PrintError::UnknownLanguage { printer, speaks } => message(
                "error-print-unknown-language",
                &[("printer", quoted(printer)), ("speaks", quoted(&speaks.join(", ")))],
            ),
            PrintError::OtherPaper { printer, paper } => {
                let paper = match paper {
                    Paper::A4 => texts.say("told-paper-a4", &[]),
                    Paper::Letter => texts.say("told-paper-letter", &[]),
                    Paper::Receipt58 => texts.say("told-paper-roll", &[("width", 58.into())]),
                    Paper::Receipt80 => texts.say("told-paper-roll", &[("width", 80.into())]),
                };
                message("error-print-other-paper", &[("printer", quoted(printer)), ("paper", paper.into())])
            }
            PrintError::Draw(error) => error.tell(texts),
            PrintError::GivenUp { printer, trouble, printed, of } => message(
                "error-print-given-up",
                &[
                    ("printer", quoted(printer)),
                    ("trouble", trouble.tell(texts).happened.into()),
                    ("printed", (*printed).into()),
                    ("of", (*of).into()),
                ],
            ),
        }
    }
}

impl Tell for Trouble {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key| Message::of(texts, key, &[]);
        match self {
            Trouble::PaperOut => message("error-printer-paper-out"),
            Trouble::Offline => message("error-printer-offline"),
            Trouble::Fault => message("error-printer-fault"),
            Trouble::Gone => message("error-printer-gone"),
            Trouble::TakesNothing => message("error-printer-takes-nothing"),
            Trouble::System(error) => {
                Message::of(texts, "error-printer-system", &[("cause", quoted(&error.to_string()))])
            }
        }
    }
}

impl Tell for PictureError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            PictureError::NotPng(cause) => message("error-picture-not-png", &[("cause", quoted(cause))]),
            PictureError::TooLarge { width, height } => message(
                "error-picture-too-large",
                &[("width", (*width).into()), ("height", (*height).into())],
            ),
            PictureError::Length { found, expected } => message(
                "error-picture-length",
                &[("found", (*found).into()), ("expected", (*expected).into())],
            ),
        }
    }
}
