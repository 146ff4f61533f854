//! What a hand types beside a card's words and digits: their numbers, commas, accents, no blank between two words, the
//! letter O for a zero. Nothing is taken away but what no word and no digit has, so that of a slip the same card comes,
//! or a question, and never another card.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;

use super::candidates::OPEN;
use super::mnemonic::{CHECK_DIGITS, DIGITS, WORDS, begin_like, complete};

/// The shortest and the longest word, and how many letters are enough (BIP-39).
const SHORTEST: usize = 3;
const LONGEST: usize = 8;
const ENOUGH: usize = 4;

/// What somebody has begun to type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// Words: a letter that no digit has.
    Words,
    /// A line of digits: no word begins so.
    Digits,
    /// What was typed may still become either.
    Either,
}

/// Which of them this can be only. It has blanks where they were typed.
pub fn sense(typed: &str) -> Sense {
    let typed = plain(typed);
    if !typed.chars().all(|c| is_between(c) || c == '?' || digit(c).is_some()) {
        return Sense::Words;
    }
    let mut number_before = false;
    let mut may_be_word = |token: &str| {
        let word = token.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = &token[..token.len() - word.len()];
        // `1 2` is no word, nor is one of 123 of them.
        let is_number = !number.starts_with('0') && number.parse().is_ok_and(|n| (1..=WORDS).contains(&n));
        let counts = number.is_empty() || is_number && !number_before;
        number_before = word.is_empty();
        let begins = || !word.contains(|c: char| c.is_ascii_digit()) && !begin_like(word).is_empty();
        counts && (word.is_empty() || is_open(word) || begins() || parted(word).is_some())
    };
    match typed.split(is_between).filter(|token| !token.is_empty()).all(&mut may_be_word) {
        true => Sense::Either,
        false => Sense::Digits,
    }
}

/// The words that were typed, in small letters and without accents, numbers and what stands between them; [`OPEN`] for
/// each that cannot be read. What was run together is parted where that can be done in one way alone.
pub fn typed_words(typed: &str) -> Vec<Zeroizing<String>> {
    let typed = plain(typed);
    let mut words = Vec::new();
    for token in typed.split(is_between) {
        let token = token.trim_start_matches(|c: char| c.is_ascii_digit());
        if token.is_empty() {
            continue;
        }
        if is_open(token) {
            words.push(Zeroizing::new(OPEN.to_owned()));
            continue;
        }
        let between_numbers: Vec<_> =
            token.split(|c: char| c.is_ascii_digit()).filter(|word| !word.is_empty()).collect();
        let pieces = match between_numbers[..] {
            [word] if word == token => match complete(word).is_none() && begin_like(word).is_empty() {
                true => parted(word).unwrap_or_else(|| vec![word]),
                false => vec![word],
            },
            ref words if words.iter().all(|word| complete(word).is_some()) => words.to_vec(),
            _ => vec![token],
        };
        words.extend(pieces.into_iter().map(|word| Zeroizing::new(word.to_owned())));
    }
    words
}

/// Line `number`, from 1, as its digits count: in capitals, O and Q as 0, I and L as 1, nothing between them, and
/// without the line's own number. Whether they are a card's is not said.
pub fn typed_line(number: usize, typed: &str) -> Zeroizing<String> {
    let mut line = Zeroizing::new(String::with_capacity(2 * typed.len()));
    line.extend(typed.chars().filter(|c| !is_between(*c)).map(|c| digit(c).unwrap_or(c)));
    let own = number.to_string();
    let apart = || {
        let rest = typed.trim_start().strip_prefix(&own);
        rest.is_some_and(|rest| rest.starts_with(is_between) && !rest.trim().is_empty())
    };
    // As many as a line has are a line: that its first digit stands apart does not make it a number.
    let more = line.chars().count().checked_sub(DIGITS + CHECK_DIGITS);
    if line.starts_with(&own) && (more == Some(1) || more != Some(0) && apart()) {
        line.drain(..own.len());
    }
    line
}

/// As which digit a letter counts: those that look like one too.
fn digit(c: char) -> Option<char> {
    match c {
        'o' | 'O' | 'q' | 'Q' => Some('0'),
        'i' | 'I' | 'l' | 'L' => Some('1'),
        c => c.is_ascii_hexdigit().then(|| c.to_ascii_uppercase()),
    }
}

/// What may stand between two words, or between a number and its word, and is in none.
fn is_between(c: char) -> bool {
    c.is_whitespace() || ",;.:-–—()/|".contains(c)
}

/// `?`, however often.
fn is_open(token: &str) -> bool {
    !token.is_empty() && token.chars().all(|c| OPEN.contains(c))
}

/// In small letters, the accents dropped (Unicode's NFD takes them apart).
fn plain(typed: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(4 * typed.len()));
    plain.extend(typed.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase));
    plain
}

/// The words that these letters are, run together: each in full, or its first four letters. Nothing if there is no way
/// to part them, or more than one.
fn parted(letters: &str) -> Option<Vec<&str>> {
    if !letters.is_ascii() || letters.len() > WORDS * LONGEST {
        return None;
    }
    let is_piece = |piece: &str| match complete(piece) {
        Some(whole) => piece.len() == ENOUGH || whole == piece,
        None => false,
    };
    let pieces = |at: usize| {
        let lengths = SHORTEST..=LONGEST.min(letters.len() - at);
        lengths.map(move |length| at + length).filter(move |end| is_piece(&letters[at..*end]))
    };
    // In how many ways the rest can be parted from here on; more than one are all the same.
    let mut ways = vec![0u8; letters.len() + 1];
    ways[letters.len()] = 1;
    for at in (0..letters.len()).rev() {
        ways[at] = pieces(at).fold(0, |sum: u8, end| sum.saturating_add(ways[end]));
    }
    let (mut words, mut at) = (Vec::new(), 0);
    while ways[at] == 1 && at < letters.len() {
        let end = pieces(at).find(|end| ways[*end] == 1)?;
        words.push(&letters[at..end]);
        at = end;
    }
    (at == letters.len() && ways[0] == 1).then_some(words)
}

#[cfg(test)]
mod tests;
