//! What is wrong with a plan.

use std::fmt;

use super::Encoding;

/// A `plan.toml` that cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// A field has a value that is not allowed.
    #[error("the plan's field `{field}` is {value}: allowed is {allowed}")]
    Field {
        /// The field's name, as it stands in `plan.toml`.
        field: String,
        /// What was found there.
        value: String,
        /// What may stand there.
        allowed: Allowed,
    },
    /// Not TOML, or a field is missing, unknown or of the wrong type.
    #[error("{0}")]
    Syntax(Syntax),
    /// Text, but not in UTF-8.
    #[error("{file}: {encoding}")]
    Encoding {
        /// The file's name.
        file: String,
        /// What it is in.
        encoding: Encoding,
    },
}

/// What is wrong with a file that is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file} cannot be read: {text}")]
pub struct Syntax {
    /// The file's name.
    pub file: String,
    /// In which line, if it is in one.
    pub line: Option<usize>,
    /// What the library says of it.
    pub message: String,
    /// The same with the line itself.
    text: String,
}

impl Syntax {
    pub(super) fn of(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let before = error.span().and_then(|span| text.get(..span.start));
        Syntax {
            file: file.to_owned(),
            line: before.map(|before| before.matches('\n').count() + 1),
            message: error.message().to_owned(),
            text: error.to_string().trim().replace('\n', " "),
        }
    }
}

/// What may stand in a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Allowed {
    /// One of a few words.
    #[error("one of `{}`", .0.join("` `"))]
    OneOf(&'static [&'static str]),
    /// A number.
    #[error("{from} to {to}")]
    Range {
        /// The smallest.
        from: u8,
        /// The largest.
        to: u8,
    },
    /// A quorum's k.
    #[error("2 to {cards}, the number of cards")]
    UpToCards {
        /// n.
        cards: u8,
    },
    /// The version of the format.
    #[error("{0}")]
    Version(i64),
    /// A time.
    #[error("`never`, or `1 year` to `30 years`")]
    Expiry,
    /// User ids, where there are none.
    #[error("at least one, such as `Ada Lovelace <ada@example.org>`")]
    SomeUserId,
    /// A user id.
    #[error("`Name <address>`, such as `Ada Lovelace <ada@example.org>`")]
    UserId,
    /// No repetition.
    #[error("each one once")]
    Once,
    /// Trustees.
    #[error("one for each of the {cards} cards")]
    OneForEach {
        /// n.
        cards: u8,
        /// How many trustees there are.
        found: usize,
    },
    /// Text.
    #[error("one line of {min} to {max} characters")]
    Line {
        /// Shortest.
        min: usize,
        /// Longest.
        max: usize,
    },
    /// Where the public key can be fetched.
    #[error("an address such as `https://example.org/ada.asc`")]
    Address,
    /// ISO 639-1.
    #[error("two letters, such as `en`, `de` or `fr`")]
    Language,
    /// A key.
    #[error("a fingerprint of 40 hexadecimal digits")]
    Fingerprint,
}

pub(super) fn field(field: &str, value: impl fmt::Display, allowed: Allowed) -> PlanError {
    PlanError::Field { field: field.into(), value: format!("`{value}`"), allowed }
}
