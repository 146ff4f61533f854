//! How the owner ended the screens. They tell it to the first process by their exit status.

use crate::language::Texts;

/// The first status that means a farewell. Neither a success by mistake nor a panic (101) nor a signal is one.
const FAREWELL: u8 = 64;

/// How the owner ended the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// The computer stays on, with nothing left to run, until the owner has read that it may be switched off.
    pub stay: bool,
    /// The owner's language, by two letters.
    pub language: &'static str,
}

impl Ending {
    /// The screens' exit status.
    pub fn status(self) -> u8 {
        let languages = Texts::languages();
        let language = languages.iter().position(|code| *code == self.language).unwrap_or(0);
        FAREWELL + u8::try_from(language * 2).unwrap_or(0) + u8::from(self.stay)
    }

    /// The ending that has this exit status; none if they stopped in any other way.
    pub(super) fn of_status(status: i32) -> Option<Self> {
        let both = Texts::languages()
            .into_iter()
            .flat_map(|language| [false, true].map(|stay| Ending { stay, language }));
        both.into_iter().find(|ending| i32::from(ending.status()) == status)
    }
}

/// How it went with the screens.
pub(super) enum Course {
    /// The owner said good-bye.
    Ended(Ending),
    /// They stopped unexpectedly, again and again.
    GivenUp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LANGUAGES;

    #[test]
    fn the_first_process_understands_every_ending() {
        for language in Texts::languages() {
            for stay in [false, true] {
                let ending = Ending { stay, language };
                assert_eq!(Ending::of_status(ending.status().into()), Some(ending));
            }
        }
    }

    #[test]
    fn nothing_else_is_an_ending() {
        let beyond = i32::from(FAREWELL) + 2 * i32::try_from(LANGUAGES).unwrap();
        for status in [0, 1, 2, 63, beyond, 101, 127, 128 + 9, -1] {
            assert_eq!(Ending::of_status(status), None, "{status}");
        }
    }
}
