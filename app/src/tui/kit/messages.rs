//! Errors as the owner hears them: what happened and in which step, and what to do now.
//!
//! Each variant is a text of the catalogue `errors.ftl`, and what to do now is that text's attribute
//! `.now`. The `Display` of an error is a short technical line, for logs and tests. No match here has a
//! wildcard: a new variant does not compile before there are words for it.

mod backup;
mod ceremony;
mod listed;
mod machine;
mod nitrokey;
mod openpgp;
mod paper;
mod plan;
#[cfg(test)]
mod tests;
mod words;

use std::{fmt, io};

use fluent_bundle::FluentValue;

use crate::language::{Pair, Texts};

pub use listed::listed;
pub(in crate::tui) use listed::{on_it, takes_and_tries, who};
pub use nitrokey::unreadable;
pub(in crate::tui) use words::touch;
pub use words::{advice, card, contents, fingerprint, model, owners, pin, role, slot};

/// An error as a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What happened, and in which step.
    pub happened: String,
    /// What to do now.
    pub now: String,
}

impl Message {
    pub(in crate::tui) fn of(texts: &Texts, pair: Pair, placeholders: &[(&str, FluentValue<'_>)]) -> Self {
        Message { happened: texts.say(pair.happened, placeholders), now: texts.say(pair.now, placeholders) }
    }
}

/// Both, for where there is no screen.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.happened, self.now)
    }
}

/// What the owner reads as a message: errors and warnings.
pub trait ToMessage {
    /// In the language of `texts`.
    fn to_message(&self, texts: &Texts) -> Message;
}

/// That the screens have no terminal.
pub fn no_terminal(error: &io::Error, texts: &Texts) -> Message {
    Message::of(texts, pair!("error-no-terminal"), &[("cause", quoted(&error.to_string()))])
}

/// What a system, a library or a file said, so that it fits into a sentence: a short line without a full
/// stop.
fn brief(text: &str) -> String {
    one_line(text, 140).trim_end_matches('.').to_owned()
}

/// Without control characters, and cut off where it is too long for a screen.
fn one_line(text: &str, most: usize) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The same, as a placeholder.
fn quoted(text: &str) -> FluentValue<'static> {
    brief(text).into()
}
