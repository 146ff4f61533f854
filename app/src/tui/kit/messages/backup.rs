//! What can go wrong with share cards, the backup sheet, the sealed backup and the manifest.

use super::{Message, Tell, quoted};
use crate::backup::{
    Cards, ContentsError, GatherError, ManifestError, MnemonicError, PartError, PartField, SealError, SetId,
    ShareError, ShareField, in_digits,
};
use crate::language::Texts;

fn set(name: &'static str, set: SetId) -> (&'static str, fluent_bundle::FluentValue<'static>) {
    (name, set.to_string().into())
}

impl Tell for ShareError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key| Message::of(texts, key, &[]);
        match self {
            ShareError::NotAShare => message("error-share-not-a-share"),
            ShareError::BackupPart => message("error-share-backup-part"),
            ShareError::LaterVersion => message("error-share-later-version"),
            // Eight digits of a hash help nobody who reads this.
            ShareError::Check { found: _, expected: _ } => message("error-share-check"),
            ShareError::Field(field) => {
                let field = texts.say(
                    match field {
                        ShareField::Set => "told-share-field-set",
                        ShareField::Quorum => "told-share-field-quorum",
                        ShareField::Cards => "told-share-field-cards",
                        ShareField::Number => "told-share-field-number",
                        ShareField::Share => "told-share-field-share",
                    },
                    &[],
                );
                Message::of(texts, "error-share-field", &[("field", field.into())])
            }
        }
    }
}

impl Tell for MnemonicError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            MnemonicError::Count { found } => message("error-words-count", &[("found", (*found).into())]),
            MnemonicError::Unknown { position } => {
                message("error-words-unknown", &[("position", (*position).into())])
            }
            MnemonicError::Checksum => message("error-words-checksum", &[]),
            MnemonicError::Open { open, most } => {
                message("error-words-open", &[("open", (*open).into()), ("most", (*most).into())])
            }
            MnemonicError::Lines { found } => message("error-digits-lines", &[("found", (*found).into())]),
            MnemonicError::Line { line } => message("error-digits-line", &[("line", (*line).into())]),
        }
    }
}

impl Tell for GatherError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let number = |name, number: &u8| (name, (*number).into());
        let cards = |cards: &Cards| ("cards", cards.to_string().into());
        match self {
            GatherError::OtherSet { card, found, expected } => message(
                "error-gather-other-set",
                &[number("card", card), set("found", *found), set("expected", *expected)],
            ),
            GatherError::Doubled { card: Some(card) } => {
                message("error-gather-doubled", &[number("card", card)])
            }
            GatherError::Doubled { card: None } => message("error-gather-doubled-unnumbered", &[]),
            GatherError::SameNumber { card } => message("error-gather-same-number", &[number("card", card)]),
            GatherError::NotListed { card, set: of } => {
                message("error-gather-not-listed", &[number("card", card), set("set", *of)])
            }
            GatherError::NotNeeded(card) => {
                message("error-gather-not-needed", &[("card", card.to_string().into())])
            }
            GatherError::Misfit(card) => message("error-gather-misfit", &[("card", card.to_string().into())]),
            GatherError::Full => message("error-gather-full", &[]),
            GatherError::TooFew { missing, needed } => {
                message("error-gather-too-few", &[number("missing", missing), number("needed", needed)])
            }
            GatherError::Unfit { cards: which, set: of, more } => {
                let key = if *more { "error-gather-unfit" } else { "error-gather-unfit-all" };
                message(key, &[cards(which), set("set", *of)])
            }
            GatherError::ListUnfit { cards: which, set: of } => {
                message("error-gather-list-unfit", &[cards(which), set("set", *of)])
            }
            GatherError::NumbersNeeded(which) => message("error-gather-numbers-needed", &[cards(which)]),
            GatherError::NotThisBackup { cards: which, set: of } => {
                message("error-gather-not-this-backup", &[cards(which), set("set", *of)])
            }
            GatherError::TwoKeys => message("error-gather-two-keys", &[]),
            GatherError::Stopped => message("error-gather-stopped", &[]),
        }
    }
}

impl Tell for PartError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            PartError::NotAPart => message("error-part-not-a-part", &[]),
            PartError::Check => message("error-part-check", &[]),
            PartError::Field(field) => {
                let field = texts.say(
                    match field {
                        PartField::Set => "told-part-field-set",
                        PartField::Sealing => "told-part-field-sealing",
                        PartField::Count => "told-part-field-count",
                        PartField::Number => "told-part-field-number",
                        PartField::Length => "told-part-field-length",
                        PartField::Content => "told-part-field-content",
                    },
                    &[],
                );
                message("error-part-field", &[("field", field.into())])
            }
            PartError::OtherSet { number, found, expected } => message(
                "error-part-other-set",
                &[("number", (*number).into()), set("found", *found), set("expected", *expected)],
            ),
            PartError::OtherSealing { number, found, expected } => message(
                "error-part-other-sealing",
                &[("number", (*number).into()), ("found", (*found).into()), ("expected", (*expected).into())],
            ),
            PartError::OtherBackup { number, found, expected } => message(
                "error-part-other-backup",
                &[
                    ("number", (*number).into()),
                    ("found", in_digits(found).into()),
                    ("expected", in_digits(expected).into()),
                ],
            ),
            PartError::Unfit(codes) => message("error-part-unfit", &[("codes", (*codes).into())]),
            PartError::TooFew { missing } => message("error-part-too-few", &[("missing", (*missing).into())]),
            PartError::Different { number, set: of } => {
                message("error-part-different", &[("number", (*number).into()), set("set", *of)])
            }
            PartError::TooLarge(bytes) => message("error-part-too-large", &[("bytes", (*bytes).into())]),
            PartError::VaultTooLarge(bytes) => {
                message("error-part-too-large-vault", &[("bytes", (*bytes).into())])
            }
        }
    }
}

impl Tell for SealError {
    fn tell(&self, texts: &Texts) -> Message {
        match self {
            SealError::Seal(cause) => Message::of(texts, "error-seal-seal", &[("cause", quoted(cause))]),
            SealError::TooLarge(bytes) => {
                Message::of(texts, "error-seal-too-large", &[("bytes", (*bytes).into())])
            }
            SealError::NotSealed => Message::of(texts, "error-seal-not-sealed", &[]),
            SealError::Inside => Message::of(texts, "error-seal-inside", &[]),
            SealError::Damaged => Message::of(texts, "error-seal-damaged", &[]),
            SealError::WrongKey => Message::of(texts, "error-seal-wrong-key", &[]),
            SealError::Contents(error) => error.tell(texts),
        }
    }
}

impl Tell for ContentsError {
    fn tell(&self, texts: &Texts) -> Message {
        match self {
            ContentsError::Archive => Message::of(texts, "error-contents-archive", &[]),
            ContentsError::Missing(file) => {
                Message::of(texts, "error-contents-missing", &[("file", quoted(file))])
            }
            ContentsError::Unreadable(file) => {
                Message::of(texts, "error-contents-unreadable", &[("file", quoted(file))])
            }
            ContentsError::Name(name) => Message::of(texts, "error-contents-name", &[("name", quoted(name))]),
        }
    }
}

impl Tell for ManifestError {
    fn tell(&self, texts: &Texts) -> Message {
        match self {
            ManifestError::Syntax(cause) => {
                Message::of(texts, "error-manifest-syntax", &[("cause", quoted(cause))])
            }
            ManifestError::Field(field) => {
                Message::of(texts, "error-manifest-field", &[("field", quoted(field))])
            }
            ManifestError::LaterVersion(version) => {
                Message::of(texts, "error-manifest-later-version", &[("version", (*version).into())])
            }
        }
    }
}
