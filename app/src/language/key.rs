//! Keys of the catalogue. One that is not in it does not compile.

use std::fmt;

/// All there are, sorted; `build.rs` reads them from the English catalogue.
pub(super) const KEYS: &[&str] = include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// A text of the catalogue, which is there in every language. [`key!`](crate::key) makes one:
///
/// ```
/// use coldspare::{key, language::Texts};
///
/// assert_eq!(Texts::of("en").say(key!("month-11"), &[]), "November");
/// ```
///
/// One that nobody has written does not compile, so that it never stands on a screen by its name:
///
/// ```compile_fail,E0080
/// use coldspare::{key, language::Texts};
///
/// assert_eq!(Texts::of("en").say(key!("month-13"), &[]), "November");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(&'static str);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Key {
    /// The key whose name these are together, if there is one.
    pub(super) const fn find(begin: &str, end: &str) -> Option<Key> {
        let (mut low, mut high) = (0, KEYS.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match order(KEYS[middle].as_bytes(), begin.as_bytes(), end.as_bytes()) {
                0 => return Some(Key(KEYS[middle])),
                1.. => high = middle,
                _ => low = middle + 1,
            }
        }
        None
    }

    /// Only for constants: the macros below, and what joins texts that belong together. A test looks that nothing else
    /// calls it.
    #[doc(hidden)]
    #[track_caller]
    pub const fn compiled(begin: &str, end: &str, otherwise: &str) -> Key {
        let found = Self::find(begin, end);
        assert!(found.is_some(), "{}", otherwise);
        match found {
            Some(key) => key,
            None => Key(""),
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// Whether `key` comes before `begin` and `end` together (below 0), is the same (0), or comes after (above 0).
const fn order(key: &[u8], begin: &[u8], end: &[u8]) -> i16 {
    let length = begin.len() + end.len();
    let mut i = 0;
    while i < key.len() && i < length {
        let other = if i < begin.len() { begin[i] } else { end[i - begin.len()] };
        if key[i] != other {
            return key[i] as i16 - other as i16;
        }
        i += 1;
    }
    (key.len() > length) as i16 - (key.len() < length) as i16
}

/// An answer, `x`, and what is said of it while it is selected, `x-note`. [`noted!`](crate::noted) makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
    /// What stands there.
    pub label: Key,
    /// What is said of it.
    pub note: Key,
}

/// What happened, `x`, and what to do now, `x.now`. [`pair!`](crate::pair) makes one; what says only one half does not
/// compile:
///
/// ```
/// let both = coldspare::pair!("error-share-check");
/// ```
///
/// ```compile_fail,E0080
/// let both = coldspare::pair!("month-11");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// What happened.
    pub happened: Key,
    /// What to do now.
    pub now: Key,
}

/// The [`Key`] of this name. A constant of its own, so that `cargo check` looks as well, and also
/// where nobody comes by.
#[macro_export]
macro_rules! key {
    ($name:literal) => {{
        const KEY: $crate::language::Key =
            $crate::language::Key::compiled($name, "", concat!("no text of the catalogue is called ", $name));
        KEY
    }};
}

/// The [`Noted`] of this name.
#[macro_export]
macro_rules! noted {
    ($name:literal) => {{
        const OTHERWISE: &str = concat!("the catalogue lacks this, or a note for it: ", $name);
        const NOTED: $crate::language::Noted = $crate::language::Noted {
            label: $crate::language::Key::compiled($name, "", OTHERWISE),
            note: $crate::language::Key::compiled($name, "-note", OTHERWISE),
        };
        NOTED
    }};
}

/// The [`Pair`] of this name.
#[macro_export]
macro_rules! pair {
    ($name:literal) => {{
        const OTHERWISE: &str = concat!("the catalogue lacks this, or what to do now: ", $name);
        const PAIR: $crate::language::Pair = $crate::language::Pair {
            happened: $crate::language::Key::compiled($name, "", OTHERWISE),
            now: $crate::language::Key::compiled($name, ".now", OTHERWISE),
        };
        PAIR
    }};
}
