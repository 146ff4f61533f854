//! What can go wrong between the steps of a ceremony.

use super::plan::name;
use super::{Message, Tell, card, one_line, quoted, role};
use crate::ceremony::{CeremonyError, RehearsalError};
use crate::language::Texts;

impl Tell for CeremonyError {
    fn tell(&self, texts: &Texts) -> Message {
        let message = |key, placeholders: &[_]| Message::of(texts, key, placeholders);
        match self {
            CeremonyError::Nitrokey(error) => error.tell(texts),
            CeremonyError::OpenPgp(error) => error.tell(texts),
            CeremonyError::Entropy(error) => error.tell(texts),
            CeremonyError::Paper(error) => error.tell(texts),
            CeremonyError::Stick(error) => error.tell(texts),
            CeremonyError::Share(error) => error.tell(texts),
            CeremonyError::Mnemonic(error) => error.tell(texts),
            CeremonyError::Part(error) => error.tell(texts),
            CeremonyError::Gather(error) => error.tell(texts),
            CeremonyError::Seal(error) => error.tell(texts),
            CeremonyError::Contents(error) => error.tell(texts),
            CeremonyError::Manifest(error) => error.tell(texts),
            CeremonyError::Rehearsal(error) => error.tell(texts),
            CeremonyError::NotPrintable { field, value, missing } => message(
                "error-ceremony-not-printable",
                &[
                    ("name", name(field, texts).into()),
                    ("value", quoted(value)),
                    ("missing", quoted(missing)),
                ],
            ),
            CeremonyError::AlreadyMet { serial, role: known } => message(
                "error-ceremony-already-met",
                &[("serial", serial.to_string().into()), ("role", role(known, texts).into())],
            ),
            CeremonyError::TooMany { planned, serial } => message(
                "error-ceremony-too-many",
                &[("planned", (*planned).into()), ("serial", serial.to_string().into())],
            ),
            CeremonyError::PinCount { given, planned } => message(
                "error-ceremony-pin-count",
                &[("given", (*given).into()), ("planned", (*planned).into())],
            ),
            CeremonyError::CardDiffers { card: which } => {
                message("error-ceremony-card-differs", &[("card", card(which, texts).into())])
            }
            CeremonyError::WordDiffers { card: which, position } => message(
                "error-ceremony-word-differs",
                &[("card", card(which, texts).into()), ("position", (*position).into())],
            ),
            CeremonyError::NotACode => message("error-ceremony-not-a-code", &[]),
            CeremonyError::NoCard { set } => {
                message("error-ceremony-no-card", &[("set", set.to_string().into())])
            }
            CeremonyError::NoSuchNumber { number, cards } => message(
                "error-ceremony-no-such-number",
                &[("number", (*number).into()), ("cards", (*cards).into())],
            ),
            CeremonyError::CardsMissing { cards } => {
                let cards: Vec<_> = cards.iter().map(|which| card(which, texts)).collect();
                message("error-ceremony-cards-missing", &[("cards", cards.join(", ").into())])
            }
            CeremonyError::OtherCeremony { expected } => {
                message("error-ceremony-other-ceremony", &[("set", quoted(expected))])
            }
            CeremonyError::TooFewWhole { whole, needed } => message(
                "error-ceremony-too-few-whole",
                &[("whole", (*whole).into()), ("needed", (*needed).into())],
            ),
            CeremonyError::NotOpened => message("error-ceremony-not-opened", &[]),
            CeremonyError::OtherBackup => message("error-ceremony-other-backup", &[]),
            CeremonyError::Tampered { file, other } => {
                message("error-ceremony-tampered", &[("file", quoted(file)), ("other", quoted(other))])
            }
            CeremonyError::PublicKey(cause) => {
                message("error-ceremony-public-key", &[("cause", quoted(cause))])
            }
            CeremonyError::NoSuchRole { role: wanted, known } => {
                let known: Vec<_> = known.iter().map(|known| role(known, texts)).collect();
                message(
                    "error-ceremony-no-such-role",
                    &[("role", role(wanted, texts).into()), ("known", known.join(", ").into())],
                )
            }
            CeremonyError::UserPinNeeded { role: which } => {
                message("error-ceremony-user-pin-needed", &[("role", role(which, texts).into())])
            }
            CeremonyError::AlreadyFlashed { serial, role: known } => message(
                "error-ceremony-already-flashed",
                &[("serial", serial.to_string().into()), ("role", role(known, texts).into())],
            ),
            CeremonyError::ShortPassphrase(length) => {
                message("error-ceremony-short-passphrase", &[("length", (*length).into())])
            }
        }
    }
}

impl Tell for RehearsalError {
    fn tell(&self, texts: &Texts) -> Message {
        let cause = match self {
            // The fresh process has told a pair of its own, in this language.
            RehearsalError::Said(said) => one_line(said, 300),
            RehearsalError::Different => texts.say("told-rehearsal-different", &[]),
            RehearsalError::Process(cause) => {
                texts.say("told-rehearsal-process", &[("cause", quoted(cause))])
            }
            RehearsalError::NoEnd => texts.say("told-rehearsal-no-end", &[]),
            RehearsalError::Question => texts.say("told-rehearsal-question", &[]),
            RehearsalError::Nonce => texts.say("told-rehearsal-nonce", &[]),
            RehearsalError::Folder => texts.say("told-rehearsal-folder", &[]),
        };
        Message::of(texts, "error-ceremony-rehearsal", &[("cause", cause.into())])
    }
}
