//! Words while they are typed: completed from their first letters, and what is near to a wrong one.
//!
//! What is said here repeats what was typed, so it is for the screen of who types, and never an error.

use std::cmp::Reverse;
use std::fmt;

use bip39::Language;
use strsim::osa_distance;
use zeroize::Zeroizing;

use super::by_hand::{WORDS, begin_like, complete};

/// Enough letters to know a word by (BIP-39: "the first four letters").
const ENOUGH: usize = 4;
/// How many near words are shown at the most.
const NEAR: usize = 4;
/// The longest word has 8 letters; what is much longer is near to none.
const LONGEST: usize = 12;

/// What a typed word is.
#[derive(Clone, PartialEq, Eq)]
pub enum Word {
    /// This one: it was typed in full, or no other begins like it.
    Whole(&'static str),
    /// The beginning of these, in alphabetical order.
    Begins(Vec<&'static str>),
    /// None of those that cards are made of.
    Unknown {
        /// Those that are spelt alike, the most likely first; none is taken by itself.
        near: Vec<&'static str>,
    },
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the words: they may be a card's.
        f.write_str(match self {
            Word::Whole(_) => "Whole",
            Word::Begins(_) => "Begins",
            Word::Unknown { .. } => "Unknown",
        })
    }
}

/// Looks up one word, as far as it is typed.
pub fn word(typed: &str) -> Word {
    let typed = Zeroizing::new(typed.trim().to_lowercase());
    if let Some(whole) = complete(&typed) {
        return Word::Whole(whole);
    }
    match begin_like(&typed) {
        [] => Word::Unknown { near: near(&typed) },
        words => Word::Begins(words.to_vec()),
    }
}

/// The words that were most likely meant.
fn near(typed: &str) -> Vec<&'static str> {
    if typed.chars().count() > LONGEST {
        return Vec::new();
    }
    // One slip is a letter wrong, missing or too many, or two swapped.
    let slips = |word: &str| osa_distance(typed, word);
    let one_slip = |word: &str| match slips(word) {
        0 | 1 => true,
        2 => alike(typed, word) + 1 >= ENOUGH,
        _ => false,
    };
    let one_in_the_first_letters = |word: &str| osa_distance(first_letters(typed), first_letters(word)) <= 1;
    let two_slips = |word: &str| slips(word) <= 2;
    // What is less likely is shown only if nothing else is.
    let likely: [&dyn Fn(&str) -> bool; 3] = [&one_slip, &one_in_the_first_letters, &two_slips];
    let all = Language::English.word_list().iter().copied();
    let hits = likely.iter().map(|is| all.clone().filter(|word| is(word)).collect::<Vec<_>>());
    let mut near = hits.into_iter().find(|hits| !hits.is_empty()).unwrap_or_default();
    // Swapped letters first: it is seldom by chance that all letters are there.
    near.sort_by_key(|word| (slips(word), letters(word) != letters(typed), Reverse(alike(typed, word))));
    near.truncate(NEAR);
    near
}

/// How many letters are the same at the beginning and at the end.
fn alike(a: &str, b: &str) -> usize {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(|(a, b)| a == b).count();
    same(&mut a.chars().zip(b.chars())) + same(&mut a.chars().rev().zip(b.chars().rev()))
}

/// The letters in alphabetical order.
fn letters(word: &str) -> Zeroizing<Vec<char>> {
    let mut letters = Zeroizing::new(word.chars().collect::<Vec<_>>());
    letters.sort_unstable();
    letters
}

fn first_letters(word: &str) -> &str {
    word.char_indices().nth(ENOUGH).map_or(word, |(end, _)| &word[..end])
}

/// What to say of typed words, a line for each that is none: `word 17: "abut"; did you mean "about",
/// "abuse"?` Nothing, if all of them are words.
pub fn advice(typed: &str) -> Option<Zeroizing<String>> {
    // A card has no more of them.
    let typed = typed.split_whitespace().take(WORDS);
    let lines = typed.enumerate().filter_map(|(i, typed)| {
        let small = Zeroizing::new(typed.to_lowercase());
        let (typed, number) = (small.as_str(), i + 1);
        let said = match word(typed) {
            Word::Whole(_) => return None,
            Word::Begins(_) => {
                format!("word {number}: more than one begins with {typed:?}; type four letters")
            }
            Word::Unknown { near } if near.is_empty() => {
                format!("word {number}: {typed:?} is not on any card; look at its spelling")
            }
            Word::Unknown { near } => {
                let near = Zeroizing::new(near.join("\", \""));
                format!("word {number}: {typed:?}; did you mean \"{}\"?", *near)
            }
        };
        Some(Zeroizing::new(said))
    });
    let lines: Vec<_> = lines.collect();
    let advice = Zeroizing::new(lines.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n"));
    (!advice.is_empty()).then_some(advice)
}
