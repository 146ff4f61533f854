//! What can go wrong with share cards, the backup sheet, the sealed backup and the manifest.

use super::{Tell, Told, quoted};
use crate::backup::{
    ByHandError, Cards, ContentsError, GatherError, ManifestError, PartError, PartField, SealError, SetId,
    ShareError, ShareField, in_digits,
};
use crate::language::Texts;

fn set(name: &'static str, set: SetId) -> (&'static str, fluent_bundle::FluentValue<'static>) {
    (name, set.to_string().into())
}

impl Tell for ShareError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key| Told::of(texts, key, &[]);
        match self {
            ShareError::NotAShare => told("error-share-not-a-share"),
            ShareError::BackupPart => told("error-share-backup-part"),
            ShareError::LaterVersion => told("error-share-later-version"),
            // Eight digits of a hash help nobody who reads this.
            ShareError::Check { found: _, expected: _ } => told("error-share-check"),
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
                Told::of(texts, "error-share-field", &[("field", field.into())])
            }
        }
    }
}

impl Tell for ByHandError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        match self {
            ByHandError::Count { found } => told("error-words-count", &[("found", (*found).into())]),
            ByHandError::Unknown { position } => {
                told("error-words-unknown", &[("position", (*position).into())])
            }
            ByHandError::Checksum => told("error-words-checksum", &[]),
            ByHandError::Open { open, most } => {
                told("error-words-open", &[("open", (*open).into()), ("most", (*most).into())])
            }
            ByHandError::Lines { found } => told("error-digits-lines", &[("found", (*found).into())]),
            ByHandError::Line { line } => told("error-digits-line", &[("line", (*line).into())]),
        }
    }
}

impl Tell for GatherError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        let number = |name, number: &u8| (name, (*number).into());
        let cards = |cards: &Cards| ("cards", cards.to_string().into());
        match self {
            GatherError::OtherSet { card, found, expected } => told(
                "error-gather-other-set",
                &[number("card", card), set("found", *found), set("expected", *expected)],
            ),
            GatherError::Doubled { card: Some(card) } => {
                told("error-gather-doubled", &[number("card", card)])
            }
            GatherError::Doubled { card: None } => told("error-gather-doubled-unnumbered", &[]),
            GatherError::SameNumber { card } => told("error-gather-same-number", &[number("card", card)]),
            GatherError::NotListed { card, set: of } => {
                told("error-gather-not-listed", &[number("card", card), set("set", *of)])
            }
            GatherError::NotNeeded(card) => {
                told("error-gather-not-needed", &[("card", card.to_string().into())])
            }
            GatherError::Misfit(card) => told("error-gather-misfit", &[("card", card.to_string().into())]),
            GatherError::Full => told("error-gather-full", &[]),
            GatherError::TooFew { missing, needed } => {
                told("error-gather-too-few", &[number("missing", missing), number("needed", needed)])
            }
            GatherError::Unfit { cards: which, set: of, more } => {
                let key = if *more { "error-gather-unfit" } else { "error-gather-unfit-all" };
                told(key, &[cards(which), set("set", *of)])
            }
            GatherError::ListUnfit { cards: which, set: of } => {
                told("error-gather-list-unfit", &[cards(which), set("set", *of)])
            }
            GatherError::NumbersNeeded(which) => told("error-gather-numbers-needed", &[cards(which)]),
            GatherError::NotThisBackup { cards: which, set: of } => {
                told("error-gather-not-this-backup", &[cards(which), set("set", *of)])
            }
            GatherError::TwoKeys => told("error-gather-two-keys", &[]),
            GatherError::Stopped => told("error-gather-stopped", &[]),
        }
    }
}

impl Tell for PartError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        match self {
            PartError::NotAPart => told("error-part-not-a-part", &[]),
            PartError::Check => told("error-part-check", &[]),
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
                told("error-part-field", &[("field", field.into())])
            }
            PartError::OtherSet { number, found, expected } => told(
                "error-part-other-set",
                &[("number", (*number).into()), set("found", *found), set("expected", *expected)],
            ),
            PartError::OtherSealing { number, found, expected } => told(
                "error-part-other-sealing",
                &[("number", (*number).into()), ("found", (*found).into()), ("expected", (*expected).into())],
            ),
            PartError::OtherBackup { number, found, expected } => told(
                "error-part-other-backup",
                &[
                    ("number", (*number).into()),
                    ("found", in_digits(found).into()),
                    ("expected", in_digits(expected).into()),
                ],
            ),
            PartError::Unfit(codes) => told("error-part-unfit", &[("codes", (*codes).into())]),
            PartError::TooFew { missing } => told("error-part-too-few", &[("missing", (*missing).into())]),
            PartError::Different { number, set: of } => {
                told("error-part-different", &[("number", (*number).into()), set("set", *of)])
            }
            PartError::TooLarge(bytes) => told("error-part-too-large", &[("bytes", (*bytes).into())]),
            PartError::VaultTooLarge(bytes) => {
                told("error-part-too-large-vault", &[("bytes", (*bytes).into())])
            }
        }
    }
}

impl Tell for SealError {
    fn tell(&self, texts: &Texts) -> Told {
        match self {
            SealError::Seal(cause) => Told::of(texts, "error-seal-seal", &[("cause", quoted(cause))]),
            SealError::TooLarge(bytes) => {
                Told::of(texts, "error-seal-too-large", &[("bytes", (*bytes).into())])
            }
            SealError::NotSealed => Told::of(texts, "error-seal-not-sealed", &[]),
            SealError::Inside => Told::of(texts, "error-seal-inside", &[]),
            SealError::Damaged => Told::of(texts, "error-seal-damaged", &[]),
            SealError::WrongKey => Told::of(texts, "error-seal-wrong-key", &[]),
            SealError::Contents(error) => error.tell(texts),
        }
    }
}

impl Tell for ContentsError {
    fn tell(&self, texts: &Texts) -> Told {
        match self {
            ContentsError::Archive => Told::of(texts, "error-contents-archive", &[]),
            ContentsError::Missing(file) => {
                Told::of(texts, "error-contents-missing", &[("file", quoted(file))])
            }
            ContentsError::Unreadable(file) => {
                Told::of(texts, "error-contents-unreadable", &[("file", quoted(file))])
            }
            ContentsError::Name(name) => Told::of(texts, "error-contents-name", &[("name", quoted(name))]),
        }
    }
}

impl Tell for ManifestError {
    fn tell(&self, texts: &Texts) -> Told {
        match self {
            ManifestError::Syntax(cause) => {
                Told::of(texts, "error-manifest-syntax", &[("cause", quoted(cause))])
            }
            ManifestError::Field(field) => {
                Told::of(texts, "error-manifest-field", &[("field", quoted(field))])
            }
            ManifestError::LaterVersion(version) => {
                Told::of(texts, "error-manifest-later-version", &[("version", (*version).into())])
            }
        }
    }
}
