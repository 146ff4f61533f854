//! A code that a scanner typed, whatever layout the computer has set.

use super::CeremonyError;
use crate::backup::{BackupPart, PREFIX, Share, ShareError};
use crate::machine::keyboard;

/// A code on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// A share card's.
    Share(Share),
    /// One of a backup sheet's.
    Part(BackupPart),
}

/// Reads a line that came from a scanner, with the layout that makes its check fit.
///
/// # Errors
/// What is wrong with it, in the layout in which it is a code at all; else
/// [`CeremonyError::NotACode`].
pub fn scanned(typed: &str) -> Result<Scanned, CeremonyError> {
    let mut error = None;
    for text in keyboard::readings(typed) {
        // Whoever typed something before the scan has not typed a code.
        let text = text.find(PREFIX).map_or(text.as_str(), |at| &text[at..]);
        let read = match Share::parse(text) {
            Err(ShareError::NotAShare) => continue,
            Err(ShareError::BackupPart) => BackupPart::parse(text).map(Scanned::Part).map_err(Into::into),
            share => share.map(Scanned::Share).map_err(Into::into),
        };
        match read {
            Ok(code) => return Ok(code),
            Err(e) => error = error.or(Some(e)),
        }
    }
    Err(error.unwrap_or(CeremonyError::NotACode))
}
