//! A share as a person reads and types it: 24 words, or four lines of hexadecimal.

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

/// How many words: 32 bytes and their checksum of 8 bits, 11 bits a word (BIP-39).
pub(super) const WORDS: usize = 24;
/// In how many columns they stand on paper and on a screen.
const COLUMNS: usize = 4;
/// How many hexadecimal lines, of how many digits and check digits.
pub(super) const LINES: usize = 4;
pub(super) const DIGITS: usize = 16;
pub(super) const CHECK_DIGITS: usize = 4;

/// Words or lines that are not a share's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MnemonicError {
    /// Not the right number of them.
    #[error("{found} words instead of {WORDS}")]
    Count {
        /// How many there were.
        found: usize,
    },
    /// A word that is on no card.
    #[error("word {position} is none of the list")]
    Unknown {
        /// Which one, from 1.
        position: usize,
    },
    /// All words exist, but not together.
    #[error("checksum of the {WORDS} words does not fit")]
    Checksum,
    /// Too many words or digits were typed as `?`.
    #[error("{open} unknown, at most {most} can be found")]
    Open {
        /// How many were typed so.
        open: usize,
        /// How many may be.
        most: usize,
    },
    /// Not the right number of lines.
    #[error("{found} lines of hexadecimal digits instead of {LINES}")]
    Lines {
        /// How many there were.
        found: usize,
    },
    /// One line is wrong.
    #[error("line {line}: check digits do not fit")]
    Line {
        /// Which one, from 1.
        line: usize,
    },
}

/// The 24 words of `y`.
pub fn words(y: &[u8; 32]) -> Vec<&'static str> {
    // BIP-39 takes 16, 20, 24, 28 or 32 bytes, so 32 cannot fail.
    Mnemonic::from_entropy_in(Language::English, y)
        .map(|mnemonic| mnemonic.words().collect())
        .unwrap_or_default()
}

/// Rows of four, as the words stand on a card: their numbers run down the columns.
pub fn by_rows<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
    let rows = all.len().div_ceil(COLUMNS);
    (0..rows).map(|row| all.iter().skip(row).step_by(rows).cloned().collect()).collect()
}

/// Reads 24 words; each may be cut off after four letters, which are always enough.
///
/// # Errors
/// [`MnemonicError`], which never repeats a word: it may be a secret.
pub fn parse_words(typed: &str) -> Result<Zeroizing<[u8; 32]>, MnemonicError> {
    let typed = Zeroizing::new(typed.to_lowercase());
    let found = typed.split_whitespace().count();
    if found != WORDS {
        return Err(MnemonicError::Count { found });
    }
    // The longest word has 8 letters: with its capacity the string never moves.
    let mut whole = Zeroizing::new(String::with_capacity(WORDS * 9));
    for (i, word) in typed.split_whitespace().enumerate() {
        whole.push_str(complete(word).ok_or(MnemonicError::Unknown { position: i + 1 })?);
        whole.push(' ');
    }
    let mnemonic = Mnemonic::parse_in_normalized(Language::English, whole.trim_end())
        .map_err(|_| MnemonicError::Checksum)?;
    let (entropy, length) = mnemonic.to_entropy_array();
    let entropy = Zeroizing::new(entropy);
    let y = entropy[..length].try_into().map_err(|_| MnemonicError::Checksum)?;
    Ok(Zeroizing::new(y))
}

/// The word itself, or the only one that begins like this.
pub(super) fn complete(typed: &str) -> Option<&'static str> {
    let hits = begin_like(typed);
    let first = *hits.first()?;
    // A word that is itself the beginning of others comes first.
    (first == typed || hits.len() == 1).then_some(first)
}

/// The words that begin like this, in alphabetical order, as BIP-39's list is.
pub(super) fn begin_like(typed: &str) -> &'static [&'static str] {
    let list = Language::English.word_list();
    let (_, from) = list.split_at(list.partition_point(|word| *word < typed));
    &from[..from.partition_point(|word| word.starts_with(typed))]
}

/// `y` as 4 lines: 16 digits, a blank, 4 check digits. The check digits are the first of SHA-256
/// over the line's number, a colon and its digits, so that swapped lines are noticed.
pub fn hexadecimal_lines(y: &[u8; 32]) -> [Zeroizing<String>; LINES] {
    std::array::from_fn(|i| {
        let digits = Zeroizing::new(data_encoding::HEXUPPER.encode(&y[i * 8..(i + 1) * 8]));
        Zeroizing::new(format!("{} {}", *digits, line_check(i, &digits)))
    })
}

pub(super) fn line_check(index: usize, digits: &str) -> String {
    let numbered = Zeroizing::new(format!("{}:{digits}", index + 1));
    let hash = openssl::sha::sha256(numbered.as_bytes());
    data_encoding::HEXUPPER.encode(&hash[..CHECK_DIGITS / 2])
}

/// Reads the four lines; blanks within a line do not matter.
///
/// # Errors
/// [`MnemonicError`] with the number of the wrong line.
pub fn parse_hexadecimal(typed: &str) -> Result<Zeroizing<[u8; 32]>, MnemonicError> {
    let lines: Vec<_> = typed.lines().map(super::normal).filter(|l| !l.is_empty()).collect();
    if lines.len() != LINES {
        return Err(MnemonicError::Lines { found: lines.len() });
    }
    let mut y = Zeroizing::new([0u8; 32]);
    for (i, line) in lines.iter().enumerate() {
        read_line(i, line, &mut y[i * 8..(i + 1) * 8]).ok_or(MnemonicError::Line { line: i + 1 })?;
    }
    Ok(y)
}

/// Whether this is line `number`, from 1, of a share: its digits and its check digits fit. So a wrong line
/// can be told while the next one is not yet typed.
pub fn is_line(number: usize, typed: &str) -> bool {
    let mut bytes = Zeroizing::new([0u8; 8]);
    number.checked_sub(1).and_then(|i| read_line(i, &super::normal(typed), &mut bytes[..])).is_some()
}

fn read_line(index: usize, line: &str, bytes: &mut [u8]) -> Option<()> {
    if line.len() != DIGITS + CHECK_DIGITS || !line.is_ascii() {
        return None;
    }
    let (digits, check) = line.split_at(DIGITS);
    let decoded = data_encoding::HEXUPPER.decode_mut(digits.as_bytes(), bytes);
    (decoded.is_ok() && check == line_check(index, digits)).then_some(())
}
