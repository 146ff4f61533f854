//! A share card that came out of the printer, and what somebody reads on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use coldspare::language::Texts;
use coldspare::paper::Picture;

use super::Hands;
use crate::paper::{Pdf, output_of, pgm};
use crate::pcsc::wait_until;
use crate::reading::at_a_glance;
use crate::words::said;

/// Words on a card.
const WORDS: usize = 24;

/// A printed share card.
#[derive(Debug)]
pub struct Printed {
    /// Its number.
    pub x: usize,
    /// Its front, as PDF.
    pub front: PathBuf,
}

impl Printed {
    /// Waits until card `x` lies in the tray, on the pages that came after `before`.
    ///
    /// # Errors
    /// If it does not come.
    pub fn find(hands: &impl Hands, before: usize, x: usize) -> Result<Self> {
        let mut front = None;
        wait_until(&format!("card {x} is printed"), || {
            for page in hands.pages().into_iter().skip(before) {
                let text = text(&page)?;
                if is_card(x, &text) && words(&text).is_some() {
                    front = Some(page);
                }
            }
            Ok(front.is_some())
        })?;
        Ok(Printed { x, front: front.context("it went away")? })
    }

    /// What a scanner reads from its front.
    ///
    /// # Errors
    /// If there is no share's code on it.
    pub fn code(&self) -> Result<String> {
        let pdf = Pdf::of(&fs::read(&self.front)?)?;
        let pictures = pdf.pictures(150)?;
        let (width, height, pixels) = pgm(pictures.first().context("no page")?)?;
        let codes = at_a_glance(&Picture::from_grey(width, height, pixels)?);
        let share = codes.into_iter().find(|code| code.starts_with("COLDSPARE1:S:"));
        share.context("no share's code on the card")
    }

    /// Its 24 words.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn words(&self) -> Result<Vec<String>> {
        words(&text(&self.front)?).context("no words on the card")
    }
}

/// What stands on a page.
///
/// # Errors
/// If it cannot be read.
pub fn text(page: &Path) -> Result<String> {
    let text = output_of(Command::new("pdftotext").arg("-raw").arg(page).arg("-"))?;
    Ok(String::from_utf8(text)?)
}

/// Whether this is card `x`, in whatever language.
fn is_card(x: usize, text: &str) -> bool {
    let title = said("card-title").with("number", x);
    Texts::languages().iter().any(|code| title.stand_in(text, &Texts::of(code)))
}

/// The words that stand after the numbers 1 to 24.
fn words(text: &str) -> Option<Vec<String>> {
    let tokens: Vec<_> = text.split_whitespace().collect();
    let all = tokens.windows(2 * WORDS).find(|window| {
        window.chunks(2).zip(1..).all(|(pair, number): (_, usize)| pair[0] == number.to_string())
    })?;
    Some(all.chunks(2).map(|pair| pair[1].to_owned()).collect())
}
