//! A code that a scanner typed, whatever layout the computer has set.

use zeroize::Zeroizing;

use super::CeremonyError;
use crate::backup::{BackupPart, PREFIX, Share, ShareError};
use crate::machine::keyboard;

/// What stands on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnPaper {
    /// A share card's code.
    Share(Share),
    /// A share card's words or digits, which say neither set nor number.
    Bytes(Zeroizing<[u8; 32]>),
    /// A code of a backup sheet.
    Part(BackupPart),
}

/// Reads a line that came from a scanner, with the layout that makes its check fit.
///
/// # Errors
/// What is wrong with it, in the layout in which it is a code at all; else
/// [`CeremonyError::NotACode`].
pub fn scanned(typed: &str) -> Result<OnPaper, CeremonyError> {
    let mut error = None;
    for text in keyboard::readings(typed) {
        // Whoever typed something before the scan has not typed a code.
        let text = text.find(PREFIX).map_or(text.as_str(), |at| &text[at..]);
        let read = match Share::parse(text) {
            Err(ShareError::NotAShare) => continue,
            Err(ShareError::BackupPart) => BackupPart::parse(text).map(OnPaper::Part).map_err(Into::into),
            share => share.map(OnPaper::Share).map_err(Into::into),
        };
        match read {
            Ok(code) => return Ok(code),
            Err(e) => error = error.or(Some(e)),
        }
    }
    Err(error.unwrap_or(CeremonyError::NotACode))
}

/// No word begins like so much of a code, and no slip makes it.
const SURE: usize = 5;

/// Whether this can only become a code of ours, as far as it is typed, on whatever layout: it is the beginning of one,
/// or has one in it.
pub fn begins_like_code(typed: &str) -> bool {
    let is_code = |text: Zeroizing<String>| {
        let text = Zeroizing::new(text.to_ascii_uppercase());
        PREFIX.starts_with(text.as_str()) || text.contains(PREFIX)
    };
    typed.chars().count() >= SURE && keyboard::readings(typed).any(is_code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::{Word, word};
    use crate::machine::keyboard::{Layout, Symbol};

    /// What a scanner's keys give on this layout.
    fn typed(text: &str, layout: &Layout) -> String {
        let (us, here) = (Layout::ALL[0].keys(), layout.keys());
        let key = |c: char| {
            let lower = c.to_ascii_lowercase();
            let at = us.iter().position(|key| [key.plain, key.shifted].contains(&Symbol::Char(lower)));
            let at = at.or(us.iter().position(|key| key.shifted == Symbol::Char(c))).unwrap();
            match if us[at].plain == Symbol::Char(c) { here[at].plain } else { here[at].shifted } {
                Symbol::Char(c) => c,
                Symbol::Dead(_) => panic!("a dead key"),
            }
        };
        text.chars().map(key).collect()
    }

    #[test]
    fn a_code_is_known_by_its_first_letters_on_every_layout_and_no_word_is_taken_for_one() {
        for layout in Layout::ALL {
            let code = typed("COLDSPARE1:S:0A1B2C3D:3:5", layout);
            for long in SURE..=code.chars().count() {
                let begins: String = code.chars().take(long).collect();
                assert!(begins_like_code(&begins), "{} on {}", begins, layout.name);
                assert!(begins_like_code(&begins.to_lowercase()), "{} on {}", begins, layout.name);
            }
            // The fingers were in another word when it was scanned.
            assert!(begins_like_code(&typed("zooCOLDSPARE1:S", layout)));
        }
        for first in 'a'..='z' {
            let Word::Begins(words) = word(&first.to_string()) else { continue };
            assert!(
                words.iter().all(|word| !begins_like_code(word) && !begins_like_code(&format!("1 {word}")))
            );
        }
    }
}
