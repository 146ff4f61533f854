//! Errors as the owner hears them: what happened, and what to do now.

use crate::language::Texts;

/// An error as a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened, and in which step.
    pub happened: String,
    /// What to do now.
    pub now: String,
}

/// Errors that can be told.
pub trait Tell {
    /// In the language of `texts`.
    fn tell(&self, texts: &Texts) -> Told;
}

impl<E: std::fmt::Display> Tell for E {
    fn tell(&self, _: &Texts) -> Told {
        let text = self.to_string();
        let (happened, now) = text.split_once(". ").unwrap_or((&text, ""));
        Told { happened: format!("{happened}."), now: now.to_owned() }
    }
}
