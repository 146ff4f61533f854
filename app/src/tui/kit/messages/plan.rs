//! What can be wrong in a plan.

use super::{Message, ToMessage, brief, quoted};
use crate::language::Texts;
use crate::plan::{Allowed, Encoding, PlanError};

impl ToMessage for PlanError {
    fn to_message(&self, texts: &Texts) -> Message {
        let (field, value, allowed) = match self {
            PlanError::Syntax(syntax) => {
                let (file, cause) = (("file", quoted(&syntax.file)), ("cause", quoted(&syntax.message)));
                return match syntax.line {
                    Some(line) => Message::of(
                        texts,
                        pair!("error-plan-syntax-line"),
                        &[file, ("line", line.into()), cause],
                    ),
                    None => Message::of(texts, pair!("error-plan-syntax"), &[file, cause]),
                };
            }
            PlanError::Encoding { file, encoding } => {
                let file = ("file", quoted(file));
                return match encoding {
                    Encoding::Latin1 { line } => {
                        Message::of(texts, pair!("error-plan-latin-1"), &[file, ("line", (*line).into())])
                    }
                    Encoding::Utf16 => Message::of(texts, pair!("error-plan-utf-16"), &[file]),
                };
            }
            PlanError::Field { field, value, allowed } => (field, value, allowed),
        };
        let say = |key, placeholders: &[_]| texts.say(key, placeholders);
        let allowed = match allowed {
            Allowed::SomeUserId => return Message::of(texts, pair!("error-plan-no-user-id"), &[]),
            Allowed::OneForEach { cards, found } => {
                let counts = [("cards", (*cards).into()), ("found", (*found).into())];
                return Message::of(texts, pair!("error-plan-trustees"), &counts);
            }
            Allowed::OneOf(words) => say(key!("allowed-one-of"), &[("words", words.join(", ").into())]),
            Allowed::Range { from, to } => {
                say(key!("allowed-range"), &[("from", (*from).into()), ("to", (*to).into())])
            }
            Allowed::UpToCards { cards } => say(key!("allowed-up-to-cards"), &[("cards", (*cards).into())]),
            Allowed::Version(version) => say(key!("allowed-version"), &[("version", (*version).into())]),
            Allowed::Expiry => say(key!("allowed-expiry"), &[]),
            Allowed::UserId => say(key!("allowed-user-id"), &[]),
            Allowed::Once => say(key!("allowed-once"), &[]),
            Allowed::Line { min, max } => {
                say(key!("allowed-line"), &[("min", (*min).into()), ("max", (*max).into())])
            }
            Allowed::Address => say(key!("allowed-address"), &[]),
            Allowed::Language => say(key!("allowed-language"), &[]),
            Allowed::Fingerprint => say(key!("allowed-fingerprint"), &[]),
        };
        let value = brief(value.trim_matches('`'));
        let key = if value.is_empty() { pair!("error-plan-empty") } else { pair!("error-plan-field") };
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

/// What a field of `plan.toml` is about.
pub(super) fn name(field: &str, texts: &Texts) -> String {
    let key = match field {
        "version" => key!("name-plan-version"),
        "language" => key!("name-plan-language"),
        "user_ids" => key!("name-plan-user-ids"),
        "algorithm" => key!("name-plan-algorithm"),
        "expiry" => key!("name-plan-expiry"),
        "quorum.needed" => key!("name-plan-quorum-needed"),
        "quorum.cards" => key!("name-plan-quorum-cards"),
        "trustees.name" => key!("name-plan-trustees-name"),
        "trustees.note" => key!("name-plan-trustees-note"),
        "nitrokeys" => key!("name-plan-nitrokeys"),
        "pins" => key!("name-plan-pins"),
        "touch" => key!("name-plan-touch"),
        "primary_key" => key!("name-plan-primary-key"),
        "public_key_url" => key!("name-plan-public-key-url"),
        "slots.signature" => key!("name-plan-slots-signature"),
        "slots.decryption" => key!("name-plan-slots-decryption"),
        "slots.authentication" => key!("name-plan-slots-authentication"),
        // The plan has no other field.
        other => return brief(other),
    };
    texts.say(key, &[])
}
