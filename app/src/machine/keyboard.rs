//! Keyboard layouts: what each key gives, setting one on the console, finding the owner's, and what a
//! scanner meant that typed on other keys.
//!
//! A USB scanner is a keyboard with the keys of the United States, whatever the computer's layout is.
//! Where that is French, the scanner's `:` arrives as `M`. Each key still gives a character of its own,
//! so the keys can be found again from the characters, and from the keys what was scanned.

mod accents;
mod altgr;
mod console;
mod find;
mod keymap;
mod layout;
mod layouts;

use zeroize::Zeroizing;

use accents::Accent;
pub use console::{KeyboardError, Set, set};
pub use find::{ask, narrow, on_number_pad};
pub use layout::{Key, Layout, Stroke, Symbol};

/// What a dead key of this accent and then `base` give; nothing if they cannot be composed.
pub fn composed(accent: char, base: char) -> Option<char> {
    Accent::of(accent)?.upon(base)
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
