//! What can go wrong between the steps of a ceremony.

use super::plan::name;
use super::{Message, ToMessage, card, one_line, quoted, role};
use crate::ceremony::{CeremonyError, ReadingError, RehearsalError, SigningError};
use crate::language::Texts;
use crate::limits::FileKind;
use crate::openpgp::MessageError;

/// Of so many keys it is said which.
const FEW: usize = 3;

impl ToMessage for CeremonyError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            CeremonyError::Nitrokey(error) => error.to_message(texts),
            CeremonyError::OpenPgp(error) => error.to_message(texts),
            CeremonyError::Plan(error) => error.to_message(texts),
            CeremonyError::Entropy(error) => error.to_message(texts),
            CeremonyError::Paper(error) => error.to_message(texts),
            CeremonyError::Stick(error) => error.to_message(texts),
            CeremonyError::Share(error) => error.to_message(texts),
            CeremonyError::Mnemonic(error) => error.to_message(texts),
            CeremonyError::Part(error) => error.to_message(texts),
            CeremonyError::Gather(error) => error.to_message(texts),
            CeremonyError::Seal(error) => error.to_message(texts),
            CeremonyError::Contents(error) => error.to_message(texts),
            CeremonyError::Manifest(error) => error.to_message(texts),
            CeremonyError::Rehearsal(error) => error.to_message(texts),
            CeremonyError::NotPrintable { field, value, missing } => message(
                pair!("error-ceremony-not-printable"),
                &[
                    ("name", name(field, texts).into()),
                    ("value", quoted(value)),
                    ("missing", quoted(missing)),
                ],
            ),
            CeremonyError::AlreadyMet { serial, role: known } => message(
                pair!("error-ceremony-already-met"),
                &[("serial", serial.to_string().into()), ("role", role(known, texts).into())],
            ),
            CeremonyError::TooMany { planned, serial } => message(
                pair!("error-ceremony-too-many"),
                &[("planned", (*planned).into()), ("serial", serial.to_string().into())],
            ),
            CeremonyError::PinCount { given, planned } => message(
                pair!("error-ceremony-pin-count"),
                &[("given", (*given).into()), ("planned", (*planned).into())],
            ),
            CeremonyError::CardDiffers { card: which } => {
                message(pair!("error-ceremony-card-differs"), &[("card", card(which, texts).into())])
            }
            CeremonyError::OldCard { card: which, set, expected } => message(
                pair!("error-ceremony-old-card"),
                &[
                    ("card", card(which, texts).into()),
                    ("set", set.to_string().into()),
                    ("expected", expected.to_string().into()),
                ],
            ),
            CeremonyError::WordDiffers { card: which, position } => message(
                pair!("error-ceremony-word-differs"),
                &[("card", card(which, texts).into()), ("position", (*position).into())],
            ),
            CeremonyError::NotACode => message(pair!("error-ceremony-not-a-code"), &[]),
            CeremonyError::NoCard { set } => {
                message(pair!("error-ceremony-no-card"), &[("set", set.to_string().into())])
            }
            CeremonyError::NoSuchNumber { number, cards } => message(
                pair!("error-ceremony-no-such-number"),
                &[("number", (*number).into()), ("cards", (*cards).into())],
            ),
            CeremonyError::CardsMissing { cards } => {
                let cards: Vec<_> = cards.iter().map(|which| card(which, texts)).collect();
                message(pair!("error-ceremony-cards-missing"), &[("cards", cards.join(", ").into())])
            }
            CeremonyError::OtherCeremony { expected } => {
                message(pair!("error-ceremony-other-ceremony"), &[("set", quoted(expected))])
            }
            CeremonyError::TooFewWhole { whole, needed } => message(
                pair!("error-ceremony-too-few-whole"),
                &[("whole", (*whole).into()), ("needed", (*needed).into())],
            ),
            CeremonyError::MadeApart(apart) => message(
                pair!("error-ceremony-made-apart"),
                &[
                    ("folder", quoted(&apart.folder)),
                    ("set", apart.set.to_string().into()),
                    ("sealing", apart.sealing.to_string().into()),
                    ("day", texts.day(&apart.moment.day()).into()),
                ],
            ),
            CeremonyError::CannotTell { stick, folder } => message(
                pair!("error-ceremony-cannot-tell"),
                &[("stick", quoted(stick)), ("folder", quoted(folder))],
            ),
            CeremonyError::NotOpened => message(pair!("error-ceremony-not-opened"), &[]),
            CeremonyError::OtherBackup => message(pair!("error-ceremony-other-backup"), &[]),
            CeremonyError::Tampered { file, other } => {
                message(pair!("error-ceremony-tampered"), &[("file", quoted(file)), ("other", quoted(other))])
            }
            CeremonyError::PublicKey(cause) => {
                message(pair!("error-ceremony-public-key"), &[("cause", quoted(cause))])
            }
            CeremonyError::NoSuchRole { role: wanted, known } => {
                let known: Vec<_> = known.iter().map(|known| role(known, texts)).collect();
                message(
                    pair!("error-ceremony-no-such-role"),
                    &[("role", role(wanted, texts).into()), ("known", known.join(", ").into())],
                )
            }
            CeremonyError::UserPinNeeded { role: which } => {
                message(pair!("error-ceremony-user-pin-needed"), &[("role", role(which, texts).into())])
            }
            CeremonyError::AlreadyFlashed { serial, role: known } => message(
                pair!("error-ceremony-already-flashed"),
                &[("serial", serial.to_string().into()), ("role", role(known, texts).into())],
            ),
            CeremonyError::ShortPassphrase(length) => {
                message(pair!("error-ceremony-short-passphrase"), &[("length", (*length).into())])
            }
        }
    }
}

impl ToMessage for RehearsalError {
    fn to_message(&self, texts: &Texts) -> Message {
        let cause = match self {
            // The fresh process has told a pair of its own, in this language.
            RehearsalError::Said(said) => one_line(said, 300),
            RehearsalError::Different => texts.say(key!("rehearsal-different"), &[]),
            RehearsalError::Process(cause) => {
                texts.say(key!("rehearsal-process"), &[("cause", quoted(cause))])
            }
            RehearsalError::NoEnd => texts.say(key!("rehearsal-no-end"), &[]),
            RehearsalError::Question => texts.say(key!("rehearsal-question"), &[]),
            RehearsalError::Nonce => texts.say(key!("rehearsal-nonce"), &[]),
            RehearsalError::Folder => texts.say(key!("rehearsal-folder"), &[]),
        };
        Message::of(texts, pair!("error-ceremony-rehearsal"), &[("cause", cause.into())])
    }
}

impl ToMessage for ReadingError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            ReadingError::Message(error) => error.to_message(texts),
            ReadingError::Process(cause) => {
                message(pair!("error-message-process"), &[("cause", quoted(cause))])
            }
            ReadingError::NoAnswer => message(pair!("error-message-no-answer"), &[]),
        }
    }
}

impl ToMessage for SigningError {
    fn to_message(&self, texts: &Texts) -> Message {
        let of_file = |key, file: &str| Message::of(texts, key, &[("file", quoted(file))]);
        match self {
            SigningError::Key(error) => error.to_message(texts),
            SigningError::Stick(error) => error.to_message(texts),
            SigningError::TooLarge(file) => of_file(pair!("error-sign-too-large"), file),
            SigningError::Changed(file) => of_file(pair!("error-sign-changed"), file),
        }
    }
}

impl ToMessage for MessageError {
    fn to_message(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            MessageError::None => message(pair!("error-message-none"), &[]),
            MessageError::OtherKeys(keys) if keys.is_empty() => message(pair!("error-message-hidden"), &[]),
            MessageError::OtherKeys(keys) => {
                let keys = keys.iter().take(FEW).map(String::as_str).collect::<Vec<_>>().join(", ");
                message(pair!("error-message-other-keys"), &[("keys", quoted(&keys))])
            }
            MessageError::Kind { key, kind } => {
                message(pair!("error-message-kind"), &[("key", quoted(key)), ("kind", quoted(kind))])
            }
            MessageError::Elsewhere(key) => {
                message(pair!("error-message-elsewhere"), &[("key", quoted(key))])
            }
            MessageError::Many => message(pair!("error-message-many"), &[]),
            MessageError::Passphrase => message(pair!("error-message-passphrase"), &[]),
            MessageError::Strange(how) => message(pair!("error-message-strange"), &[("how", quoted(how))]),
            MessageError::NotProtected => message(pair!("error-message-not-protected"), &[]),
            MessageError::Changed => message(pair!("error-message-changed"), &[]),
            MessageError::TooLarge => {
                let most = FileKind::EncryptedMessage.bytes() >> 20;
                message(pair!("error-message-too-large"), &[("most", most.into())])
            }
        }
    }
}
