//! What can go wrong between the steps of a ceremony.

use super::plan::name;
use super::{Tell, Told, card, one_line, quoted, role};
use crate::ceremony::{CeremonyError, RehearsalError};
use crate::language::Texts;

impl Tell for CeremonyError {
    fn tell(&self, texts: &Texts) -> Told {
        let told = |key, placeholders: &[_]| Told::of(texts, key, placeholders);
        match self {
            CeremonyError::Nitrokey(error) => error.tell(texts),
            CeremonyError::OpenPgp(error) => error.tell(texts),
            CeremonyError::Entropy(error) => error.tell(texts),
            CeremonyError::Paper(error) => error.tell(texts),
            CeremonyError::Stick(error) => error.tell(texts),
            CeremonyError::Share(error) => error.tell(texts),
            CeremonyError::ByHand(error) => error.tell(texts),
            CeremonyError::Part(error) => error.tell(texts),
            CeremonyError::Gather(error) => error.tell(texts),
            CeremonyError::Seal(error) => error.tell(texts),
            CeremonyError::Contents(error) => error.tell(texts),
            CeremonyError::Manifest(error) => error.tell(texts),
            CeremonyError::Rehearsal(error) => error.tell(texts),
            CeremonyError::NotPrintable { field, value, missing } => told(
                "error-ceremony-not-printable",
                &[
                    ("name", name(field, texts).into()),
                    ("value", quoted(value)),
                    ("missing", quoted(missing)),
                ],
            ),
            CeremonyError::AlreadyMet { serial, role: known } => told(
                "error-ceremony-already-met",
                &[("serial", serial.to_string().into()), ("role", role(known, texts).into())],
            ),
            CeremonyError::TooMany { planned, serial } => told(
                "error-ceremony-too-many",
                &[("planned", (*planned).into()), ("serial", serial.to_string().into())],
            ),
            CeremonyError::PinCount { given, planned } => told(
                "error-ceremony-pin-count",
                &[("given", (*given).into()), ("planned", (*planned).into())],
            ),
            CeremonyError::CardDiffers { card: which } => {
                told("error-ceremony-card-differs", &[("card", card(which, texts).into())])
            }
            CeremonyError::WordDiffers { card: which, position } => told(
                "error-ceremony-word-differs",
                &[("card", card(which, texts).into()), ("position", (*position).into())],
            ),
            CeremonyError::NotACode => told("error-ceremony-not-a-code", &[]),
            CeremonyError::NoCard { set } => {
                told("error-ceremony-no-card", &[("set", set.to_string().into())])
            }
            CeremonyError::NoSuchNumber { number, cards } => told(
                "error-ceremony-no-such-number",
                &[("number", (*number).into()), ("cards", (*cards).into())],
            ),
            CeremonyError::CardsMissing { cards } => {
                let cards: Vec<_> = cards.iter().map(|which| card(which, texts)).collect();
                told("error-ceremony-cards-missing", &[("cards", cards.join(", ").into())])
            }
            CeremonyError::OtherCeremony { expected } => {
                told("error-ceremony-other-ceremony", &[("set", quoted(expected))])
            }
            CeremonyError::TooFewWhole { whole, needed } => told(
                "error-ceremony-too-few-whole",
                &[("whole", (*whole).into()), ("needed", (*needed).into())],
            ),
            CeremonyError::NotOpened => told("error-ceremony-not-opened", &[]),
            CeremonyError::OtherBackup => told("error-ceremony-other-backup", &[]),
            CeremonyError::Tampered { file, other } => {
                told("error-ceremony-tampered", &[("file", quoted(file)), ("other", quoted(other))])
            }
            CeremonyError::PublicKey(cause) => told("error-ceremony-public-key", &[("cause", quoted(cause))]),
            CeremonyError::NoSuchRole { role: wanted, known } => {
                let known: Vec<_> = known.iter().map(|known| role(known, texts)).collect();
                told(
                    "error-ceremony-no-such-role",
                    &[("role", role(wanted, texts).into()), ("known", known.join(", ").into())],
                )
            }
            CeremonyError::UserPinNeeded { role: which } => {
                told("error-ceremony-user-pin-needed", &[("role", role(which, texts).into())])
            }
            CeremonyError::AlreadyFlashed { serial, role: known } => told(
                "error-ceremony-already-flashed",
                &[("serial", serial.to_string().into()), ("role", role(known, texts).into())],
            ),
            CeremonyError::ShortPassphrase(length) => {
                told("error-ceremony-short-passphrase", &[("length", (*length).into())])
            }
        }
    }
}

impl Tell for RehearsalError {
    fn tell(&self, texts: &Texts) -> Told {
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
        Told::of(texts, "error-ceremony-rehearsal", &[("cause", cause.into())])
    }
}
