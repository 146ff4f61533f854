//! A keyboard layout: which key gives what, and how a character is typed.

use super::accents;

/// The kernel's codes (`input-event-codes.h`) of the keys in [`Layout`]'s rows, from left to right: the
/// key beside Enter stands at the end of the third row, the ISO key left of Z begins the fourth, and
/// Brazil's 49th key, `/`, ends it.
const ROWS: [&[u8]; 4] = [
    &[41, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    &[16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27],
    &[30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 43],
    &[86, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 89],
];

/// The space bar's code.
const SPACE: u8 = 57;

/// What a key gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// This character.
    Char(char),
    /// Nothing yet: this accent, upon the next character.
    Dead(char),
}

/// A key: plain, with Shift, and with AltGr.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The kernel's code.
    pub code: u8,
    /// What it gives alone.
    pub plain: Symbol,
    /// What it gives with Shift.
    pub shifted: Symbol,
    /// What it gives with AltGr.
    pub altgr: Option<Symbol>,
    /// What it gives with Shift and AltGr.
    pub shifted_altgr: Option<Symbol>,
}

impl Key {
    /// What it gives with these held.
    pub fn gives(&self, shift: bool, altgr: bool) -> Option<Symbol> {
        match (shift, altgr) {
            (false, false) => Some(self.plain),
            (true, false) => Some(self.shifted),
            (false, true) => self.altgr,
            (true, true) => self.shifted_altgr,
        }
    }
}

/// A key that is pressed, with what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// The kernel's code of the key.
    pub code: u8,
    /// Shift is held.
    pub shift: bool,
    /// AltGr is held.
    pub altgr: bool,
}

/// A keyboard layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// `us`, `de`, `de-nodeadkeys`, `ch-fr`.
    pub name: &'static str,
    /// A line for each row of [`ROWS`] and level, the keys separated by blanks.
    pub(super) rows: &'static str,
    /// The same with AltGr; empty where the right Alt key is no AltGr.
    pub(super) altgr: &'static str,
}

impl Layout {
    /// The 48 keys of letters, digits and punctuation; Brazil has 49.
    pub fn keys(&self) -> Vec<Key> {
        let (rows, altgr) = (levels(self.rows), levels(self.altgr));
        let mut keys = Vec::with_capacity(49);
        for (row, codes) in ROWS.iter().enumerate() {
            let (Some(plain), Some(shifted)) = (rows.get(2 * row), rows.get(2 * row + 1)) else { continue };
            let (altgr, shifted_altgr) = (altgr.get(2 * row), altgr.get(2 * row + 1));
            for (place, code) in codes.iter().enumerate() {
                let at = |level: &Vec<Option<Symbol>>| level.get(place).copied().flatten();
                let (Some(plain), Some(shifted)) = (at(plain), at(shifted)) else { continue };
                let (altgr, shifted_altgr) = (altgr.and_then(at), shifted_altgr.and_then(at));
                keys.push(Key { code: *code, plain, shifted, altgr, shifted_altgr });
            }
        }
        keys
    }

    /// Whether the right Alt key is AltGr.
    pub fn has_altgr(&self) -> bool {
        !self.altgr.is_empty()
    }

    /// How a character is typed: one key, or a dead key and then another one. None if it cannot be.
    pub fn strokes(&self, char: char) -> Option<Vec<Stroke>> {
        let keys = self.keys();
        let one = |symbol: Symbol| {
            if symbol == Symbol::Char(' ') {
                return Some(Stroke { code: SPACE, shift: false, altgr: false });
            }
            [(false, false), (true, false), (false, true), (true, true)].iter().find_map(|(shift, altgr)| {
                let key = keys.iter().find(|key| key.gives(*shift, *altgr) == Some(symbol))?;
                Some(Stroke { code: key.code, shift: *shift, altgr: *altgr })
            })
        };
        one(Symbol::Char(char)).map(|stroke| vec![stroke]).or_else(|| {
            accents::ALL.iter().find_map(|accent| {
                let (base, _) = accent.compositions().find(|(_, composed)| *composed == char)?;
                let next = if base == accent.sign { Symbol::Dead(base) } else { Symbol::Char(base) };
                Some(vec![one(Symbol::Dead(accent.sign))?, one(next)?])
            })
        })
    }
}

/// The levels of the rows, each with its symbols from left to right.
fn levels(rows: &str) -> Vec<Vec<Option<Symbol>>> {
    let lines = rows.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| line.split_whitespace().map(symbol).collect()).collect()
}

/// `ä`, or `◌´` for a dead key, or `∅` for nothing.
fn symbol(text: &str) -> Option<Symbol> {
    let mut chars = text.chars();
    match (chars.next()?, chars.next()) {
        ('◌', Some(accent)) => Some(Symbol::Dead(accent)),
        ('∅', None) => None,
        (char, _) => Some(Symbol::Char(char)),
    }
}
