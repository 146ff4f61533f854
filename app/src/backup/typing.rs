//! Words while they are typed: completed from their first letters, and what is near to a wrong one.
//!
//! What is said here repeats what was typed, so it is for the screen of who types, and never an error.

use std::cmp::Reverse;
use std::fmt;

use bip39::Language;
use strsim::osa_distance;
use zeroize::Zeroizing;

use super::mnemonic::{WORDS, begin_like, complete};

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

/// A typed word that is none.
#[derive(Clone, PartialEq, Eq)]
pub struct Advice {
    /// Which one, from 1.
    pub position: usize,
    /// As it was typed, in small letters.
    pub typed: Zeroizing<String>,
    /// What is wrong with it.
    pub slip: Slip,
}

/// What is wrong with a typed word.
#[derive(Clone, PartialEq, Eq)]
pub enum Slip {
    /// More than one word begins so.
    Ambiguous,
    /// It is no word, but these are spelt alike, the most likely first.
    Near(Vec<&'static str>),
    /// It is no word, nor like one.
    NoWord,
}

impl fmt::Debug for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Advice(word {}, {:?})", self.position, self.slip)
    }
}

impl fmt::Debug for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the words: one of them may be a card's.
        f.write_str(match self {
            Slip::Ambiguous => "Ambiguous",
            Slip::Near(_) => "Near",
            Slip::NoWord => "NoWord",
        })
    }
}

/// What is wrong with typed words, in their order. Nothing, if all of them are words.
pub fn advice(typed: &str) -> Vec<Advice> {
    // A card has no more of them.
    let typed = typed.split_whitespace().take(WORDS);
    let slips = (1..).zip(typed).filter_map(|(position, typed)| {
        let typed = Zeroizing::new(typed.to_lowercase());
        let slip = match word(&typed) {
            Word::Whole(_) => return None,
            Word::Begins(_) => Slip::Ambiguous,
            Word::Unknown { near } if near.is_empty() => Slip::NoWord,
            Word::Unknown { near } => Slip::Near(near),
        };
        Some(Advice { position, typed, slip })
    });
    slips.collect()
}
