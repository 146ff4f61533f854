//! What can go wrong with share cards, the backup sheet, the sealed backup and the manifest.

use super::{Message, ToMessage, quoted};
use crate::backup::{
    Cards, ContentsError, GatherError, ManifestError, MnemonicError, PartError, PartField, SealError, SetId,
    ShareError, ShareField, in_digits,
};
use crate::language::Texts;

fn set(name: &'static str, set: SetId) -> (&'static str, fluent_bundle::FluentValue<'static>) {
    (name, set.to_string().into())
}

impl ToMessage for ShareError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key| Message::of(texts, key, &[]);
        match self {
            ShareError::NotAShare => message(pair!("error-share-not-a-share")),
            ShareError::BackupPart => message(pair!("error-share-backup-part")),
            ShareError::LaterVersion => message(pair!("error-share-later-version")),
            // Eight digits of a hash help nobody who reads this.
            ShareError::Check { found: _, expected: _ } => message(pair!("error-share-check")),
            ShareError::Field(field) => {
                let field = texts.say(
                    match field {
                        ShareField::Set => key!("name-share-field-set"),
                        ShareField::Quorum => key!("name-share-field-quorum"),
                        ShareField::Cards => key!("name-share-field-cards"),
                        ShareField::Number => key!("name-share-field-number"),
                        ShareField::Share => key!("name-share-field-share"),
                    },
                    &[],
                );
                Message::of(texts, pair!("error-share-field"), &[("field", field.into())])
            }
        }
    }
}

impl ToMessage for MnemonicError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            MnemonicError::Count { found } => {
                message(pair!("error-words-count"), &[("found", (*found).into())])
            }
            MnemonicError::Unknown { position } => {
                message(pair!("error-words-unknown"), &[("position", (*position).into())])
            }
            MnemonicError::Checksum => message(pair!("error-words-checksum"), &[]),
            MnemonicError::Open { open, most } => {
                message(pair!("error-words-open"), &[("open", (*open).into()), ("most", (*most).into())])
            }
            MnemonicError::Lines { found } => {
                message(pair!("error-digits-lines"), &[("found", (*found).into())])
            }
            MnemonicError::Line { line } => message(pair!("error-digits-line"), &[("line", (*line).into())]),
        }
    }
}

impl ToMessage for GatherError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        let number = |name, number: &u8| (name, (*number).into());
        let cards = |cards: &Cards| ("cards", cards.to_string().into());
        match self {
            GatherError::OtherSet { card, found, expected } => message(
                pair!("error-gather-other-set"),
                &[number("card", card), set("found", *found), set("expected", *expected)],
            ),
            GatherError::Doubled { card: Some(card) } => {
                message(pair!("error-gather-doubled"), &[number("card", card)])
            }
            GatherError::Doubled { card: None } => message(pair!("error-gather-doubled-unnumbered"), &[]),
            GatherError::SameNumber { card } => {
                message(pair!("error-gather-same-number"), &[number("card", card)])
            }
            GatherError::NotListed { card, set: of } => {
                message(pair!("error-gather-not-listed"), &[number("card", card), set("set", *of)])
            }
            GatherError::NotNeeded(card) => {
                message(pair!("error-gather-not-needed"), &[("card", card.to_string().into())])
            }
            GatherError::Misfit(card) => {
                message(pair!("error-gather-misfit"), &[("card", card.to_string().into())])
            }
            GatherError::Full => message(pair!("error-gather-full"), &[]),
            GatherError::TooFew { missing, needed } => message(
                pair!("error-gather-too-few"),
                &[number("missing", missing), number("needed", needed)],
            ),
            GatherError::Unfit { cards: which, set: of, more } => {
                let key = if *more { pair!("error-gather-unfit") } else { pair!("error-gather-unfit-all") };
                message(key, &[cards(which), set("set", *of)])
            }
            GatherError::ListUnfit { cards: which, set: of } => {
                message(pair!("error-gather-list-unfit"), &[cards(which), set("set", *of)])
            }
            GatherError::NumbersNeeded(which) => {
                message(pair!("error-gather-numbers-needed"), &[cards(which)])
            }
            GatherError::NotThisBackup { cards: which, set: of } => {
                message(pair!("error-gather-not-this-backup"), &[cards(which), set("set", *of)])
            }
            GatherError::TwoKeys => message(pair!("error-gather-two-keys"), &[]),
            GatherError::Stopped => message(pair!("error-gather-stopped"), &[]),
        }
    }
}

impl ToMessage for PartError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            PartError::NotAPart => message(pair!("error-part-not-a-part"), &[]),
            PartError::Check => message(pair!("error-part-check"), &[]),
            PartError::Field(field) => {
                let field = texts.say(
                    match field {
                        PartField::Set => key!("name-part-field-set"),
                        PartField::Sealing => key!("name-part-field-sealing"),
                        PartField::Count => key!("name-part-field-count"),
                        PartField::Number => key!("name-part-field-number"),
                        PartField::Length => key!("name-part-field-length"),
                        PartField::Content => key!("name-part-field-content"),
                    },
                    &[],
                );
                message(pair!("error-part-field"), &[("field", field.into())])
            }
            PartError::OtherSet { number, found, expected } => message(
                pair!("error-part-other-set"),
                &[("number", (*number).into()), set("found", *found), set("expected", *expected)],
            ),
            PartError::OtherSealing { number, found, expected } => message(
                pair!("error-part-other-sealing"),
                &[("number", (*number).into()), ("found", (*found).into()), ("expected", (*expected).into())],
            ),
            PartError::OtherBackup { number, found, expected } => message(
                pair!("error-part-other-backup"),
                &[
                    ("number", (*number).into()),
                    ("found", in_digits(found).into()),
                    ("expected", in_digits(expected).into()),
                ],
            ),
            PartError::Unfit(codes) => message(pair!("error-part-unfit"), &[("codes", (*codes).into())]),
            PartError::TooFew { missing } => {
                message(pair!("error-part-too-few"), &[("missing", (*missing).into())])
            }
            PartError::Different { number, set: of } => {
                message(pair!("error-part-different"), &[("number", (*number).into()), set("set", *of)])
            }
            PartError::TooLarge(bytes) => {
                message(pair!("error-part-too-large"), &[("bytes", (*bytes).into())])
            }
            PartError::VaultTooLarge(bytes) => {
                message(pair!("error-part-too-large-vault"), &[("bytes", (*bytes).into())])
            }
        }
    }
}

impl ToMessage for SealError {
    fn to_message(&self, texts: &Texts) -> Message {
        match self {
            SealError::Seal(cause) => {
                Message::of(texts, pair!("error-seal-seal"), &[("cause", quoted(cause))])
            }
            SealError::TooLarge(bytes) => {
                Message::of(texts, pair!("error-seal-too-large"), &[("bytes", (*bytes).into())])
            }
            SealError::NotSealed => Message::of(texts, pair!("error-seal-not-sealed"), &[]),
            SealError::Inside => Message::of(texts, pair!("error-seal-inside"), &[]),
            SealError::Damaged => Message::of(texts, pair!("error-seal-damaged"), &[]),
            SealError::WrongKey => Message::of(texts, pair!("error-seal-wrong-key"), &[]),
            SealError::Contents(error) => error.to_message(texts),
        }
    }
}

impl ToMessage for ContentsError {
    fn to_message(&self, texts: &Texts) -> Message {
        match self {
            ContentsError::Archive => Message::of(texts, pair!("error-contents-archive"), &[]),
            ContentsError::Missing(file) => {
                Message::of(texts, pair!("error-contents-missing"), &[("file", quoted(file))])
            }
            ContentsError::Unreadable(file) => {
                Message::of(texts, pair!("error-contents-unreadable"), &[("file", quoted(file))])
            }
            ContentsError::Name(name) => {
                Message::of(texts, pair!("error-contents-name"), &[("name", quoted(name))])
            }
        }
    }
}

impl ToMessage for ManifestError {
    fn to_message(&self, texts: &Texts) -> Message {
        match self {
            ManifestError::Syntax(cause) => {
                Message::of(texts, pair!("error-manifest-syntax"), &[("cause", quoted(cause))])
            }
            ManifestError::Field(field) => {
                Message::of(texts, pair!("error-manifest-field"), &[("field", quoted(field))])
            }
            ManifestError::LaterVersion(version) => {
                Message::of(texts, pair!("error-manifest-later-version"), &[("version", (*version).into())])
            }
        }
    }
}
