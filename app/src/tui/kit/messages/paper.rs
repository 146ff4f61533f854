//! What can go wrong with paper: pages, printers, pictures.

use super::{Tell, Told, quoted};
use crate::language::Texts;
use crate::paper::printer::{PrintError, Trouble};
use crate::paper::{DrawError, Paper, PictureError};

impl Tell for DrawError {
    fn tell(&self, texts: &Texts) -> Told {
        Told::of(texts, "error-paper-draw", &[("cause", quoted(&self.0))])
    }
}

impl Tell for PrintError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        match self {
            PrintError::UnknownLanguage { printer, speaks } if speaks.is_empty() => {
                told("error-print-silent", &[("printer", quoted(printer))])
            }
            PrintError::UnknownLanguage { printer, speaks } => told(
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
                told("error-print-other-paper", &[("printer", quoted(printer)), ("paper", paper.into())])
            }
            PrintError::Draw(error) => error.tell(texts),
            PrintError::GivenUp { printer, trouble, printed, of } => told(
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
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key| Told::of(texts, key, &[]);
        match self {
            Trouble::PaperOut => told("error-printer-paper-out"),
            Trouble::Offline => told("error-printer-offline"),
            Trouble::Fault => told("error-printer-fault"),
            Trouble::Gone => told("error-printer-gone"),
            Trouble::TakesNothing => told("error-printer-takes-nothing"),
            Trouble::System(error) => {
                Told::of(texts, "error-printer-system", &[("cause", quoted(&error.to_string()))])
            }
        }
    }
}

impl Tell for PictureError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        match self {
            PictureError::NotPng(cause) => told("error-picture-not-png", &[("cause", quoted(cause))]),
            PictureError::TooLarge { width, height } => {
                told("error-picture-too-large", &[("width", (*width).into()), ("height", (*height).into())])
            }
            PictureError::Length { found, expected } => {
                told("error-picture-length", &[("found", (*found).into()), ("expected", (*expected).into())])
            }
        }
    }
}
