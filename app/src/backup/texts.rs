//! What the texts of a bundle have in common.

use crate::language::LANGUAGES;
use crate::language::shown::plain;
use crate::limits::TEXT;

/// All user ids in one line: with lines of its own one could look like a section of the guide, commands included.
pub(super) fn owners(user_ids: &[String]) -> String {
    user_ids.iter().map(|id| plain(id, TEXT)).collect::<Vec<_>>().join(", ")
}

/// The text in a language, or else in the first one.
pub(super) fn in_language<'a>(texts: &[(&str, &'a str); LANGUAGES], language: &str) -> &'a str {
    texts.iter().find(|(code, _)| *code == language).unwrap_or(&texts[0]).1
}
