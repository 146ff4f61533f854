//! Keyboard layouts: what each key gives, and what a scanner meant that typed on other keys.
//!
//! A USB scanner is a keyboard with the keys of the United States, whatever the computer's layout is.
//! Where that is French, the scanner's `:` arrives as `M`. Each key still gives a character of its own,
//! so the keys can be found again from the characters, and from the keys what was scanned.

mod layouts;

use zeroize::Zeroizing;

/// The kernel's codes (`input-event-codes.h`) of the keys in [`Layout`]'s rows, from left to right: the
/// key beside Enter stands at the end of the third row, the ISO key left of Z begins the fourth. Brazil's
/// 49th key, `/`, is not among them.
const ROWS: [&[u8]; 4] = [
    &[41, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    &[16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27],
    &[30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 43],
    &[86, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53],
];

/// What a key gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// This character.
    Char(char),
    /// Nothing yet: this accent, upon the next character.
    Dead(char),
}

/// A key, plain and with Shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The kernel's code.
    pub code: u8,
    /// What it gives alone.
    pub plain: Symbol,
    /// What it gives with Shift.
    pub shifted: Symbol,
}

/// A keyboard layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// `us`, `de`, `de-nodeadkeys`, `ch-fr`.
    pub name: &'static str,
    /// A line for each row of [`ROWS`] and level, the keys separated by blanks.
    rows: &'static str,
}

impl Layout {
    /// Every layout, that of the United States first.
    pub const ALL: &'static [Layout] = &layouts::ALL;

    /// The layout of this name.
    pub fn named(name: &str) -> Option<&'static Layout> {
        Self::ALL.iter().find(|layout| layout.name == name)
    }

    /// The 48 keys of letters, digits and punctuation.
    pub fn keys(&self) -> Vec<Key> {
        let lines: Vec<&str> = self.rows.lines().filter(|line| !line.trim().is_empty()).collect();
        let rows = ROWS.iter().zip(lines.chunks_exact(2));
        let keys = rows.flat_map(|(codes, levels)| {
            let symbols = levels[0].split_whitespace().zip(levels[1].split_whitespace());
            codes.iter().zip(symbols).filter_map(|(code, (plain, shifted))| {
                Some(Key { code: *code, plain: symbol(plain)?, shifted: symbol(shifted)? })
            })
        });
        keys.collect()
    }
}

/// `ä`, or `◌´` for a dead key.
fn symbol(text: &str) -> Option<Symbol> {
    let mut chars = text.chars();
    match (chars.next()?, chars.next()) {
        ('◌', Some(accent)) => Some(Symbol::Dead(accent)),
        (char, _) => Some(Symbol::Char(char)),
    }
}

/// What a scanner with the keys of the United States can have meant by `typed`: as it stands, and for
/// each layout the same keys on that of the United States. At most one of them is a code that was
/// printed: its check says which.
///
/// A code has letters, digits and the colon. No layout has a dead key among their keys, nor the same
/// character on two of them, so nothing is lost on the way. Small letters and capitals are the same, so
/// Caps Lock may be on. (A Caps Lock that holds Shift for digits too, as typewriters have it, is not
/// handled: there Brazil's `6` is a dead key.)
pub fn readings(typed: &str) -> impl Iterator<Item = Zeroizing<String>> {
    let as_it_stands = Zeroizing::new(typed.to_owned());
    let meant = |layout: &Layout| {
        let keys = scanned_keys(layout);
        let mut text = Zeroizing::new(String::with_capacity(typed.len()));
        for char in typed.trim().chars() {
            text.push(keys.iter().find(|(symbol, _)| *symbol == folded(char))?.1);
        }
        Some(text)
    };
    std::iter::once(as_it_stands).chain(Layout::ALL.iter().filter_map(meant))
}

/// What the keys of a code's letters, digits and colon give in `layout`, each with that of the code.
fn scanned_keys(layout: &Layout) -> Vec<(char, char)> {
    let mut given = Vec::new();
    for (us, here) in layouts::ALL[0].keys().iter().zip(layout.keys()) {
        let Symbol::Char(char) = us.plain else { continue };
        let (levels, meant) = match char {
            ';' => (vec![here.shifted], ':'),
            '0'..='9' => (vec![here.plain], char),
            'a'..='z' => (vec![here.plain, here.shifted], char.to_ascii_uppercase()),
            _ => continue,
        };
        for level in levels {
            if let Symbol::Char(char) = level {
                given.push((folded(char), meant));
            }
        }
    }
    given
}

/// The small letter, where there is just one.
fn folded(char: char) -> char {
    let mut small = char.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => char,
    }
}
