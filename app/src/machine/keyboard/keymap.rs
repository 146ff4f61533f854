//! A layout as entries of the kernel's keymap tables (keymaps(5), `linux/keyboard.h`).
//!
//! There is a table for each set of modifiers. Caps Lock changes letters of Latin-1 by the kernel's own
//! means (`KT_LETTER`). Where a language has others, it is a lock on a modifier of its own, with tables
//! of capitals behind it, as Debian's console-setup does; so is the change to Latin letters.

use super::{Accent, Key, Layout, Symbol, accents};

/// The modifiers' weights in a table's number: `1 << KG_SHIFT` and so on.
const SHIFT: u8 = 1;
const ALTGR: u8 = 2;
const CTRL: u8 = 4;
const ALT: u8 = 8;
/// `KG_SHIFTL`: Latin letters are on.
pub(super) const LATIN: u8 = 16;
/// `KG_CTRLL`: Caps Lock is on, where it is a lock.
pub(super) const CAPITALS: u8 = 64;

/// The tables that are filled: those of the kernel's own keymap, and Shift with AltGr.
pub(super) const TABLES: [u8; 8] = [0, SHIFT, ALTGR, SHIFT | ALTGR, CTRL, CTRL | SHIFT, ALT, CTRL | ALT];

/// Layouts with letters beyond Latin-1, for which the kernel's own Caps Lock is blind.
const BEYOND_LATIN_1: [&str; 5] = ["pl", "cz", "hu", "tr", "ru"];

/// The kernel's `K(type, value)`.
const fn k(kind: u8, value: u8) -> u16 {
    (kind as u16) << 8 | value as u16
}

const KT_SHIFT: u8 = 7;
const KT_META: u8 = 8;
const KT_LOCK: u8 = 10;
const KT_LETTER: u8 = 11;
const KT_DEAD2: u8 = 13;
pub(super) const K_HOLE: u16 = k(2, 0);
/// A control character that nothing here takes. A key that has nothing to give gives this: what a scanner presses is
/// known by how fast it comes, and keys that are not seen would be a pause.
const K_NOTHING: u16 = k(0, 0x1f);
const K_CAPS: u16 = k(2, 7);
/// What KDGKBENT says of a table that does not exist.
pub(super) const K_NO_SUCH_MAP: u16 = k(2, 127);
const K_SHIFT: u16 = k(KT_SHIFT, 0);
const K_ALTGR: u16 = k(KT_SHIFT, 1);
const K_ALT: u16 = k(KT_SHIFT, 3);
const LATIN_LOCK: u16 = k(KT_LOCK, 4);
const CAPITALS_LOCK: u16 = k(KT_LOCK, 6);

/// Codes of the keys that change the others.
const LEFT_SHIFT: u8 = 42;
const RIGHT_SHIFT: u8 = 54;
const LEFT_ALT: u8 = 56;
const RIGHT_ALT: u8 = 100;
const CAPS_LOCK: u8 = 58;

/// An entry of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) code: u8,
    /// As KDSKBENT takes it: `K(type, value)`, or a character's number with its upper four bits inverted.
    pub(super) value: u16,
}

/// Whether Caps Lock is a lock with tables of its own.
pub(super) fn caps_is_a_lock(layout: &Layout) -> bool {
    BEYOND_LATIN_1.contains(&layout.name)
}

/// What stands in `table` for this layout: its keys, and the keys that change them. The table is one of
/// [`TABLES`], with [`LATIN`] and [`CAPITALS`] on top or not.
pub(super) fn entries(layout: &Layout, table: u8) -> Vec<Entry> {
    let shown = if table & LATIN == 0 { layout } else { layout.latin().unwrap_or(layout) };
    // Commands are given by Latin letters, whichever letters are on.
    let commands = if table & (CTRL | ALT) == 0 { shown } else { layout.latin().unwrap_or(layout) };
    let table = if shown.has_altgr() { table } else { table & !ALTGR };
    let mut entries: Vec<Entry> = commands
        .keys()
        .iter()
        .map(|key| Entry { code: key.code, value: value(key, table, caps_is_a_lock(layout)) })
        .collect();
    // The 49th key of Brazil gives nothing elsewhere.
    if !entries.iter().any(|entry| entry.code == 89) {
        entries.push(Entry { code: 89, value: K_HOLE });
    }
    entries.extend(changing(layout, table));
    entries
}

/// The keys that change the others: Alt and Shift together change the letters, in whichever order.
fn changing(layout: &Layout, table: u8) -> [Entry; 5] {
    let toggles = layout.latin().is_some();
    let held = table & !(LATIN | CAPITALS);
    let shift = if toggles && held == ALT { LATIN_LOCK } else { K_SHIFT };
    let right = if layout.has_altgr() { K_ALTGR } else { K_ALT };
    let (alt, right) = if toggles && held == SHIFT { (LATIN_LOCK, LATIN_LOCK) } else { (K_ALT, right) };
    // A lock that another layout left on can be undone.
    let caps = if caps_is_a_lock(layout) || table & CAPITALS != 0 { CAPITALS_LOCK } else { K_CAPS };
    [
        Entry { code: LEFT_SHIFT, value: shift },
        Entry { code: RIGHT_SHIFT, value: shift },
        Entry { code: LEFT_ALT, value: alt },
        Entry { code: RIGHT_ALT, value: right },
        Entry { code: CAPS_LOCK, value: caps },
    ]
}

/// What a key gives in a table.
fn value(key: &Key, table: u8, lock: bool) -> u16 {
    let held = table & !(LATIN | CAPITALS);
    if held & (CTRL | ALT) != 0 {
        return command(key, held);
    }
    let (shift, altgr) = (held & SHIFT != 0, held & ALTGR != 0);
    let symbol = key.gives(shift, altgr);
    let other = match key.gives(!shift, altgr) {
        Some(Symbol::Char(other)) => Some(other),
        _ => None,
    };
    match symbol {
        Some(Symbol::Char(char)) if table & CAPITALS != 0 => character(capital(char, other)),
        Some(Symbol::Char(char)) if !lock && are_one_letter(char, other) => letter(char),
        Some(Symbol::Char(char)) => character(char),
        Some(Symbol::Dead(sign)) => Accent::of(sign).map_or(K_HOLE, |accent| k(KT_DEAD2, accent.pending)),
        None => K_NOTHING,
    }
}

/// With Ctrl, a letter's control character; with Alt, Escape before it.
fn command(key: &Key, held: u8) -> u16 {
    let Symbol::Char(char) = key.plain else { return K_NOTHING };
    let Some(char) = u8::try_from(char).ok().filter(u8::is_ascii) else { return K_NOTHING };
    match held & (CTRL | ALT) {
        ALT => k(KT_META, char),
        CTRL if char.is_ascii_alphabetic() => k(0, char & 0x1f),
        _ if char.is_ascii_alphabetic() => k(KT_META, char & 0x1f),
        _ => K_NOTHING,
    }
}

/// A character's number with its upper four bits inverted. All that the layouts have fit.
fn character(char: char) -> u16 {
    u16::try_from(u32::from(char)).map_or(K_HOLE, |number| number ^ 0xf000)
}

/// A letter that the kernel's Caps Lock changes, if it is of Latin-1.
fn letter(char: char) -> u16 {
    u8::try_from(char).map_or(character(char), |byte| k(KT_LETTER, byte))
}

/// Whether the two are the small letter and the capital of one.
fn are_one_letter(char: char, other: Option<char>) -> bool {
    other.is_some_and(|other| char != other && (upper(char) == Some(other) || upper(other) == Some(char)))
}

/// What a key gives under Caps Lock: of two letters the other one (Turkey's `i` and `İ`), else the
/// capital (the Czech `ě`, whose key has a digit with Shift).
fn capital(char: char, other: Option<char>) -> char {
    match other {
        Some(other) if char.is_alphabetic() && other.is_alphabetic() => other,
        _ => upper(char).unwrap_or(char),
    }
}

/// The capital, where it is one character.
fn upper(char: char) -> Option<char> {
    let mut capital = char.to_uppercase();
    capital.next().filter(|_| capital.next().is_none())
}

/// The kernel's accent table (KDSKBDIACRUC): accent as it is kept, next character, what comes of them.
pub(super) fn compositions() -> Vec<[u32; 3]> {
    let of = |accent: &'static Accent| {
        accent.compositions().map(|(base, composed)| {
            let kept = u32::from(accent.pending);
            [kept, if base == accent.sign { kept } else { base.into() }, composed.into()]
        })
    };
    accents::ALL.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(layout: &str, table: u8, code: u8) -> u16 {
        let entries = entries(Layout::named(layout).unwrap(), table);
        let mut found = entries.iter().filter(|entry| entry.code == code);
        let value = found.next().unwrap().value;
        assert!(found.next().is_none(), "{layout} {table} {code}: twice");
        value
    }

    const A: u8 = 30;
    const Q: u8 = 16;

    #[test]
    fn each_level_stands_in_its_table() {
        assert_eq!(entry("de", 0, Q), k(KT_LETTER, b'q'));
        assert_eq!(entry("de", SHIFT, Q), k(KT_LETTER, b'Q'));
        assert_eq!(entry("de", ALTGR, Q), character('@'));
        assert_eq!(entry("de", CTRL, Q), k(0, 0x11));
        assert_eq!(entry("de", ALT, Q), k(KT_META, b'q'));
        assert_eq!(entry("fr", CTRL, Q), k(0, 0x01));
        assert_eq!(entry("fr", ALTGR, 11), character('@'));
        assert_eq!(entry("fr", 0, 26), k(KT_DEAD2, b'^'));
        assert_eq!(entry("us", ALTGR, Q), k(KT_LETTER, b'q'));
        assert_eq!(character('@'), 0xf040);
    }

    /// A code may have control characters between its lines, which a scanner types with Ctrl: they must not be a pause.
    #[test]
    fn no_key_is_silent_but_one_that_waits_for_the_next() {
        for layout in Layout::ALL {
            for table in TABLES {
                let keys = layout.keys();
                let silent = |entry: &Entry| entry.value == K_HOLE || entry.value == k(0, 0x1b);
                let mut silent = entries(layout, table).into_iter().filter(silent);
                let silent = silent.find(|entry| keys.iter().any(|key| key.code == entry.code));
                assert_eq!(silent, None, "{}, table {table}", layout.name);
            }
        }
    }

    #[test]
    fn the_right_alt_key_is_altgr_where_there_is_one() {
        assert_eq!(entry("us", 0, RIGHT_ALT), K_ALT);
        assert_eq!(entry("pl", 0, RIGHT_ALT), K_ALTGR);
    }

    #[test]
    fn caps_lock_changes_letters_beyond_latin_1() {
        assert_eq!(entry("fr", 0, CAPS_LOCK), K_CAPS);
        assert_eq!(entry("pl", 0, CAPS_LOCK), CAPITALS_LOCK);
        assert_eq!(entry("pl", CAPITALS | ALTGR, A), character('Ą'));
        assert_eq!(entry("pl", CAPITALS | ALTGR | SHIFT, A), character('ą'));
        assert_eq!(entry("cz", CAPITALS, 3), character('Ě'));
        assert_eq!(entry("tr", CAPITALS, 40), character('İ'));
        assert_eq!(entry("tr", CAPITALS, 23), character('I'));
        assert_eq!(entry("ru", CAPITALS, Q), character('Й'));
        for layout in Layout::ALL.iter().filter(|layout| !caps_is_a_lock(layout)) {
            for key in layout.keys() {
                if let (Symbol::Char(plain), Symbol::Char(shifted)) = (key.plain, key.shifted) {
                    let kernel_can = k(KT_LETTER, 0)..=k(KT_LETTER, 0xff);
                    if are_one_letter(plain, Some(shifted)) {
                        assert!(kernel_can.contains(&entry(layout.name, 0, key.code)), "{}", layout.name);
                    }
                }
            }
        }
    }

    #[test]
    fn alt_and_shift_change_russian_letters_to_latin_ones_and_back() {
        assert_eq!(entry("ru", 0, Q), character('й'));
        assert_eq!(entry("ru", LATIN, Q), character('q'));
        assert_eq!(entry("ru", CTRL, Q), k(0, 0x11));
        for on in [0, LATIN, CAPITALS, CAPITALS | LATIN] {
            assert_eq!(entry("ru", on | ALT, LEFT_SHIFT), LATIN_LOCK);
            assert_eq!(entry("ru", on | SHIFT, LEFT_ALT), LATIN_LOCK);
            assert_eq!(entry("ru", on, LEFT_SHIFT), K_SHIFT);
            assert_eq!(entry("ru", on, LEFT_ALT), K_ALT);
        }
        assert_eq!(entry("de", ALT, LEFT_SHIFT), K_SHIFT);
        assert_eq!(entry("de", SHIFT, LEFT_ALT), K_ALT);
    }

    #[test]
    fn a_lock_that_was_left_on_by_another_layout_can_be_undone() {
        assert_eq!(entry("de", CAPITALS, CAPS_LOCK), CAPITALS_LOCK);
        assert_eq!(entry("de", LATIN, Q), entry("de", 0, Q));
        assert_eq!(entry("de", CAPITALS, Q), character('Q'));
    }

    #[test]
    fn every_layout_fills_the_same_keys() {
        for layout in Layout::ALL {
            for table in TABLES {
                assert_eq!(entries(layout, table).len(), 49 + 5, "{} {table}", layout.name);
            }
        }
        assert!(compositions().len() <= 256);
    }
}
