//! What a dead key's accent makes of the next character.
//!
//! Letters are composed as Unicode composes them. Upon a blank an accent stands alone, as X11's compose
//! table has it: `'`, `"`, `^`, `` ` `` and `~` can be typed that way on the layouts that have them
//! nowhere else.

use unicode_normalization::char::compose;

/// An accent of dead keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Accent {
    /// As in [`super::Symbol::Dead`].
    pub(super) sign: char,
    /// Unicode's combining mark.
    mark: char,
    /// What it is upon a blank.
    alone: char,
    /// What the kernel keeps until the next key, and prints if nothing can be composed: it must be of
    /// Latin-1 (`KT_DEAD2` has one byte). Where that has no such accent, RFC 1345's mnemonic.
    pub(super) pending: u8,
}

/// Every accent that the layouts have.
pub(super) const ALL: [Accent; 13] = [
    Accent { sign: '`', mark: '\u{300}', alone: '`', pending: b'`' },
    Accent { sign: '´', mark: '\u{301}', alone: '\'', pending: 0xb4 },
    Accent { sign: '^', mark: '\u{302}', alone: '^', pending: b'^' },
    Accent { sign: '~', mark: '\u{303}', alone: '~', pending: b'~' },
    Accent { sign: '¯', mark: '\u{304}', alone: '¯', pending: 0xaf },
    Accent { sign: '˘', mark: '\u{306}', alone: '˘', pending: b'(' },
    Accent { sign: '˙', mark: '\u{307}', alone: '˙', pending: b'.' },
    Accent { sign: '¨', mark: '\u{308}', alone: '"', pending: 0xa8 },
    Accent { sign: '°', mark: '\u{30a}', alone: '°', pending: 0xb0 },
    Accent { sign: '˝', mark: '\u{30b}', alone: '˝', pending: b'"' },
    Accent { sign: 'ˇ', mark: '\u{30c}', alone: 'ˇ', pending: b'<' },
    Accent { sign: '¸', mark: '\u{327}', alone: '¸', pending: 0xb8 },
    Accent { sign: '˛', mark: '\u{328}', alone: '˛', pending: b';' },
];

impl Accent {
    /// The accent of this sign.
    pub(super) fn of(sign: char) -> Option<&'static Accent> {
        ALL.iter().find(|accent| accent.sign == sign)
    }

    /// What comes of this accent and then `base`, among the Latin letters of Europe (up to U+017F).
    pub(super) fn upon(&self, base: char) -> Option<char> {
        match base {
            ' ' => Some(self.alone),
            _ if base == self.sign => Some(self.sign),
            _ => compose(base, self.mark).filter(|composed| *composed <= 'ſ'),
        }
    }

    /// Everything that can be composed: what is typed next, and what comes of it.
    pub(super) fn compositions(&self) -> impl Iterator<Item = (char, char)> {
        let bases = [' ', self.sign].into_iter().chain('A'..='Z').chain('a'..='z');
        bases.filter_map(|base| Some((base, self.upon(base)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upon(sign: char, base: char) -> Option<char> {
        Accent::of(sign).unwrap().upon(base)
    }

    #[test]
    fn the_letters_of_each_language_are_composed() {
        for (sign, base, composed) in [
            ('^', 'e', 'ê'),
            ('¨', 'i', 'ï'),
            ('´', 'E', 'É'),
            ('`', 'a', 'à'),
            ('~', 'o', 'õ'),
            ('~', 'N', 'Ñ'),
            ('ˇ', 'r', 'ř'),
            ('°', 'u', 'ů'),
            ('˝', 'o', 'ő'),
            ('˛', 'a', 'ą'),
            ('¸', 'c', 'ç'),
            ('˙', 'z', 'ż'),
            ('˘', 'g', 'ğ'),
            ('¯', 'u', 'ū'),
        ] {
            assert_eq!(upon(sign, base), Some(composed), "{sign}{base}");
        }
        assert_eq!(upon('^', 'x'), None);
    }

    #[test]
    fn an_accent_stands_alone_upon_a_blank_and_upon_itself() {
        assert_eq!(upon('´', ' '), Some('\''));
        assert_eq!(upon('¨', ' '), Some('"'));
        assert_eq!(upon('´', '´'), Some('´'));
    }

    #[test]
    fn the_kernel_can_tell_the_accents_apart_and_hold_all_compositions() {
        let mut pending: Vec<u8> = ALL.iter().map(|accent| accent.pending).collect();
        pending.sort_unstable();
        pending.dedup();
        assert_eq!(pending.len(), ALL.len());
        // MAX_DIACR, linux/keyboard.h.
        assert!(ALL.iter().map(|accent| accent.compositions().count()).sum::<usize>() <= 256);
    }
}
