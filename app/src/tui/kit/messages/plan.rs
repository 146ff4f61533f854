//! What can be wrong in a plan.

use super::{Message, Tell, brief, quoted};
use crate::language::Texts;
use crate::plan::{Allowed, Encoding, PlanError};

impl Tell for PlanError {
    fn tell(&self, texts: &Texts) -> Message {
        let (field, value, allowed) = match self {
            PlanError::Syntax(syntax) => {
                let (file, cause) = (("file", quoted(&syntax.file)), ("cause", quoted(&syntax.message)));
                return match syntax.line {
                    Some(line) => {
                        Message::of(texts, "error-plan-syntax-line", &[file, ("line", line.into()), cause])
                    }
                    None => Message::of(texts, "error-plan-syntax", &[file, cause]),
                };
            }
            PlanError::Encoding { file, encoding } => {
                let file = ("file", quoted(file));
                return match encoding {
                    Encoding::Latin1 { line } => {
                        Message::of(texts, "error-plan-latin-1", &[file, ("line", (*line).into())])
                    }
                    Encoding::Utf16 => Message::of(texts, "error-plan-utf-16", &[file]),
                };
            }
            PlanError::Field { field, value, allowed } => (field, value, allowed),
        };
        let say = |key, placeholders: &[_]| texts.say(key, placeholders);
        let allowed = match allowed {
            Allowed::SomeUserId => return Message::of(texts, "error-plan-no-user-id", &[]),
            Allowed::OneForEach { cards, found } => {
                let counts = [("cards", (*cards).into()), ("found", (*found).into())];
                return Message::of(texts, "error-plan-trustees", &counts);
            }
            Allowed::OneOf(words) => say("told-allowed-one-of", &[("words", words.join(", ").into())]),
            Allowed::Range { from, to } => {
                say("told-allowed-range", &[("from", (*from).into()), ("to", (*to).into())])
            }
            Allowed::UpToCards { cards } => say("told-allowed-up-to-cards", &[("cards", (*cards).into())]),
            Allowed::Version(version) => say("told-allowed-version", &[("version", (*version).into())]),
            Allowed::Expiry => say("told-allowed-expiry", &[]),
            Allowed::UserId => say("told-allowed-user-id", &[]),
            Allowed::Once => say("told-allowed-once", &[]),
            Allowed::Line { min, max } => {
                say("told-allowed-line", &[("min", (*min).into()), ("max", (*max).into())])
            }
            Allowed::Address => say("told-allowed-address", &[]),
            Allowed::Language => say("told-allowed-language", &[]),
            Allowed::Fingerprint => say("told-allowed-fingerprint", &[]),
        };
        let value = brief(value.trim_matches('`'));
        let key = if value.is_empty() { "error-plan-empty" } else { "error-plan-field" };
        Message::of(
            texts,
            key,
            &[
                ("name", name(field, texts).into()),
                ("field", quoted(field)),
                ("value", value.into()),
                ("allowed", allowed.into()),
            ],
        )
    }
}

/// What a field of `plan.toml` is about: `quorum.needed` is `told-plan-quorum-needed`.
pub(super) fn name(field: &str, texts: &Texts) -> String {
    texts.say(&format!("told-plan-{}", field.replace(['.', '_'], "-")), &[])
}
