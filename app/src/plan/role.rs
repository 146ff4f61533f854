//! What a Nitrokey is to its owner: the one in use, or a spare.

use std::fmt;
use std::num::NonZeroU8;

use serde::{Deserialize, Serialize};

/// What a Nitrokey is. In `pins.toml` it is a word: `primary`, `spare`, `spare-2`, `spare-3` and so on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Role {
    /// The one that is used every day.
    Primary,
    /// The first spare, the second one and so on.
    Spare(NonZeroU8),
    /// A word that this program does not write. Whoever made that backup by hand meant something by it: it is shown
    /// as it is, and sealed again.
    Other(String),
}

impl Role {
    /// The first spare.
    pub const SPARE: Role = Role::Spare(NonZeroU8::MIN);

    /// The role of the Nitrokey that comes after `index` others.
    pub fn nth(index: u8) -> Self {
        NonZeroU8::new(index).map_or(Role::Primary, Role::Spare)
    }

    /// How many Nitrokeys come before it, if this is a role that a plan can have.
    pub fn index(&self) -> Option<u8> {
        match self {
            Role::Primary => Some(0),
            Role::Spare(number) => Some(number.get()),
            Role::Other(_) => None,
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Role::Primary => f.write_str("primary"),
            Role::Spare(NonZeroU8::MIN) => f.write_str("spare"),
            Role::Spare(number) => write!(f, "spare-{number}"),
            Role::Other(word) => f.write_str(word),
        }
    }
}

impl From<String> for Role {
    fn from(word: String) -> Self {
        let number = word.strip_prefix("spare-").and_then(|number| number.parse().ok());
        let known = [Role::Primary, Role::SPARE].into_iter().chain(number.map(Role::Spare));
        // `spare-02` is another word than `spare-2`, and `spare-1` than `spare`.
        known.into_iter().find(|role| role.to_string() == word).unwrap_or(Role::Other(word))
    }
}

impl From<&str> for Role {
    fn from(word: &str) -> Self {
        word.to_owned().into()
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn roles_are_the_words_that_the_format_has_for_them() {
        let words: Vec<_> = [0, 1, 2, 3, 255].map(|index| Role::nth(index).to_string()).into();
        assert_eq!(words, ["primary", "spare", "spare-2", "spare-3", "spare-255"]);
        for index in 0..=u8::MAX {
            let role = Role::nth(index);
            assert_eq!((role.index(), Role::from(role.to_string())), (Some(index), role));
        }
    }

    #[test]
    fn a_word_of_somebody_else_stays_as_it_is() {
        for word in
            ["", "third", "Primary", "spare-", "spare-0", "spare-1", "spare-02", "spare-+2", "spare-256"]
        {
            assert_eq!(Role::from(word), Role::Other(word.into()));
            assert_eq!(Role::from(word).to_string(), word);
        }
    }
}
