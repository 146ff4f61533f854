//! What somebody waits for on a screen: a text of the catalogue, by its key, in the language of the screen. Whoever
//! changes a word there changes no test.

use std::fmt;

use coldspare::language::Texts;
use coldspare::plan::Role;
use coldspare::tui::messages;

use crate::screen::plain;

/// What is waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// A text of the catalogue, with what stands in its placeholders; where nothing is said, whatever stands there.
    Said {
        /// Its key; of an attribute, the text's key, a full stop and the attribute.
        key: String,
        /// What stands in a placeholder.
        values: Vec<(&'static str, Value)>,
        /// Only so many of its sentences, or all: what is longer than the screen is read by its beginning.
        sentences: usize,
    },
    /// What does not come from the catalogue: a serial, a stick's name, what was typed.
    Letters(String),
}

/// What stands in a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(usize),
    /// A text.
    Text(String),
    /// A Nitrokey's role, in the language of the screen.
    Role(Role),
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Value::Number(usize::try_from(number).unwrap_or_default())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<Role> for Value {
    fn from(role: Role) -> Self {
        Value::Role(role)
    }
}

/// The text with this key.
impl From<&str> for Words {
    fn from(key: &str) -> Self {
        Words::Said { key: key.to_owned(), values: Vec::new(), sentences: usize::MAX }
    }
}

impl From<&Words> for Words {
    fn from(words: &Words) -> Self {
        words.clone()
    }
}

/// The text with this key.
pub fn said(key: &str) -> Words {
    key.into()
}

/// What does not come from the catalogue.
pub fn letters(text: impl fmt::Display) -> Words {
    Words::Letters(text.to_string())
}

impl Words {
    /// With this in a placeholder.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Words::Said { values, .. } = &mut self {
            values.push((name, value.into()));
        }
        self
    }

    /// Its first sentence alone.
    #[must_use]
    pub fn begins(mut self) -> Self {
        if let Words::Said { sentences, .. } = &mut self {
            *sentences = 1;
        }
        self
    }

    /// Whether there is such a text.
    pub fn are_known(&self, texts: &Texts) -> bool {
        let Words::Said { key, .. } = self else { return true };
        texts.find(key, &[]).is_some()
    }

    /// The text, with `{$name}` where nothing is said of a placeholder.
    fn text(&self, texts: &Texts) -> String {
        let Words::Said { key, values, sentences } = self else { return String::new() };
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| match value {
                Value::Number(number) => (*name, (*number).into()),
                Value::Text(text) => (*name, text.clone().into()),
                Value::Role(role) => (*name, messages::role(role, texts).into()),
            })
            .collect();
        let text = plain(&texts.find(key, &values).unwrap_or_else(|| key.clone()));
        let ends = text.match_indices(['.', '?', '!']).map(|(at, _)| at + 1);
        let ends = ends.filter(|end| text[*end..].starts_with(' ')).nth(sentences.saturating_sub(1));
        ends.and_then(|end| text.get(..end)).map_or(text.clone(), str::to_owned)
    }

    /// What stands between the placeholders.
    fn pieces(&self, texts: &Texts) -> Vec<String> {
        if let Words::Letters(letters) = self {
            return vec![letters.clone()];
        }
        let text = self.text(texts);
        let mut parts = text.split("{$");
        let mut pieces = vec![parts.next().unwrap_or_default().to_owned()];
        pieces.extend(parts.map(|part| part.split_once('}').map_or(part, |(_, behind)| behind).to_owned()));
        pieces
    }

    /// Whether it stands there.
    pub fn stand_in(&self, content: &str, texts: &Texts) -> bool {
        let pieces = self.pieces(texts);
        let mut rest = content;
        pieces.iter().all(|piece| match rest.find(piece.as_str()) {
            Some(at) => {
                rest = &rest[at + piece.len()..];
                true
            }
            None => false,
        })
    }

    /// Whether what stands there begins so.
    pub fn begin(&self, content: &str, texts: &Texts) -> bool {
        self.pieces(texts).first().is_some_and(|first| content.starts_with(first.as_str()))
            && self.stand_in(content, texts)
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Words::Said { key, values, .. } if values.is_empty() => write!(f, "`{key}`"),
            Words::Said { key, values, .. } => write!(f, "`{key}` with {values:?}"),
            Words::Letters(letters) => write!(f, "“{letters}”"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_every_language_whatever_stands_in_its_placeholders() {
        for code in Texts::languages() {
            let texts = Texts::of(code);
            let title = texts.find("meet", &[("role", "…".into())]).unwrap();
            assert!(said("meet").begin(&title, &texts), "{code}: {title}");
            assert!(said("meet").with("role", "…").begin(&title, &texts));
            assert!(!said("meet").with("role", Role::Primary).begin(&title, &texts));
            assert!(!said("home").stand_in(&title, &texts));
        }
    }

    #[test]
    fn a_key_that_there_is_not_is_noticed() {
        let texts = Texts::of("en");
        assert!(said("home").are_known(&texts) && letters("x").are_known(&texts));
        assert!(!said("hoem").are_known(&texts));
        assert!(
            said("error-stick-full.now").are_known(&texts)
                && !said("error-stick-full.then").are_known(&texts)
        );
    }
}
