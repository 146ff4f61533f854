//! What can go wrong with a Nitrokey: what happened, in which step, and what to do now.

use std::fmt;

use card_backend::SmartcardError;
use openpgp_card::ocard::StatusBytes;

use super::checked_answers::{Unreadable, is_terminated};
use super::pin::Pin;
use super::{Info, Model, Serial, Unproven};
use crate::language::shown::plain;
use crate::plan::{Algorithm, Slot};

/// As much of what the card library says as is shown: it repeats what the card said.
pub(super) const LONGEST: usize = 120;

/// What was being done to a Nitrokey when something went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Talking to it for the first time.
    Opening,
    /// Giving one of its PINs.
    CheckingPin,
    /// Back to how it left the factory.
    Resetting,
    /// Having it keep hashes of its PINs (KDF-DO).
    PinHashing,
    /// Putting a key into a slot.
    Importing,
    /// Name, language, address, touch.
    Settings,
    /// Reset code, admin PIN, user PIN.
    SettingPins,
    /// Comparing what it says with the certificate.
    ReadingBack,
    /// Having it use its keys.
    Proving,
    /// Looking whether all tries are there.
    CountingTries,
}

impl Step {
    /// All of them.
    pub const ALL: [Step; 10] = [
        Step::Opening,
        Step::CheckingPin,
        Step::Resetting,
        Step::PinHashing,
        Step::Importing,
        Step::Settings,
        Step::SettingPins,
        Step::ReadingBack,
        Step::Proving,
        Step::CountingTries,
    ];
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Step::Opening => "opening it",
            Step::CheckingPin => "checking a PIN",
            Step::Resetting => "resetting it to the factory state",
            Step::PinHashing => "setting up its PIN hashing",
            Step::Importing => "importing a key",
            Step::Settings => "writing its settings",
            Step::SettingPins => "setting its PINs",
            Step::ReadingBack => "reading back what is on it",
            Step::Proving => "proving its keys",
            Step::CountingTries => "counting PIN tries",
        })
    }
}

/// What can go wrong with a Nitrokey.
#[derive(Debug, thiserror::Error)]
pub enum NitrokeyError {
    /// `pcscd` does not answer.
    #[error("looking for Nitrokeys: the smart card service does not answer ({0}). Start the computer again")]
    NoService(String),
    /// The program fell over something while it looked.
    #[error(
        "looking for Nitrokeys: a fault in this program. Pull out what was plugged in last; it goes on looking"
    )]
    Fault,
    /// It is not there.
    #[error("Nitrokey {serial} is not plugged in. Insert it and go on")]
    NotThere {
        /// Its serial.
        serial: Serial,
    },
    /// Two with one serial.
    #[error(
        "two Nitrokeys say that they are {serial}. Remove one; do not use the other for anything before you know why"
    )]
    TwoOfOneSerial {
        /// Their serial.
        serial: Serial,
    },
    /// It went away.
    #[error(
        "Nitrokey {serial}, {step}: it does not answer any more. Insert it again and go on; nothing is lost"
    )]
    PulledOut {
        /// Its serial.
        serial: Serial,
        /// What was being done.
        step: Step,
    },
    /// What is in a reader says what no card says.
    #[error(
        "the card in {reader} cannot be read: {cause}. Pull it out; nothing else is harmed. If it is a Nitrokey that should work, try it once more, and then use another one"
    )]
    Unreadable {
        /// The reader's name.
        reader: String,
        /// Why.
        cause: Unreadable,
    },
    /// Wrong PIN.
    #[error("Nitrokey {serial}: the {pin} is wrong, {left} tries are left. Type it again")]
    WrongPin {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
        /// Tries left.
        left: u8,
    },
    /// One try left, which is not spent.
    #[error(
        "Nitrokey {serial}: only one try is left for the {pin}, and Coldspare does not spend it. Use it where you are sure of the {pin}, or reset this Nitrokey to the factory state"
    )]
    LastTry {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
    },
    /// No try left.
    #[error(
        "Nitrokey {serial}: its {pin} is blocked. It can be reset to the factory state, which erases: {}",
        on_it.contents()
    )]
    Blocked {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
        /// What is on it, and would be gone.
        on_it: Box<Info>,
    },
    /// A PIN that this card does not take.
    #[error(
        "Nitrokey {serial}: the {pin} must have {min} to {max} characters, this one has {length}. Choose another one; nothing was written"
    )]
    PinLength {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
        /// Shortest.
        min: usize,
        /// Longest.
        max: usize,
        /// This one's.
        length: usize,
    },
    /// It does not take the planned algorithm.
    #[error(
        "Nitrokey {serial} ({model}) does not take {} in its {slot} slot. It takes: {}. Nothing was written; use another Nitrokey, or another algorithm in the plan",
        wanted.as_deref().unwrap_or("an algorithm that no card knows"),
        listed(takes)
    )]
    Algorithm {
        /// Its serial.
        serial: Serial,
        /// Its model.
        model: Model,
        /// The slot.
        slot: Slot,
        /// What should go there; `None`: something that no card knows.
        wanted: Option<String>,
        /// What it takes.
        takes: Vec<Algorithm>,
    },
    /// No touch button.
    #[error(
        "Nitrokey {serial} has no touch button that can be asked for. Nothing was written; use another Nitrokey, or touch `off` in the plan"
    )]
    NoTouch {
        /// Its serial.
        serial: Serial,
    },
    /// A Start's firmware from before the KDF-DO.
    #[error(
        "Nitrokey {serial}: its firmware is too old, it cannot keep its PINs hashed. Nothing was written; update it on another computer, or use another Nitrokey"
    )]
    TooOld {
        /// Its serial.
        serial: Serial,
    },
    /// It takes no RSA key with such an exponent.
    #[error(
        "Nitrokey {serial} ({model}) takes RSA keys with the exponent 65537 alone, and the one for its {slot} slot has another. Nothing was written; use another Nitrokey, or another key in the plan"
    )]
    Exponent {
        /// Its serial.
        serial: Serial,
        /// Its model.
        model: Model,
        /// The slot.
        slot: Slot,
    },
    /// It has no room for so long an exponent.
    #[error(
        "Nitrokey {serial} ({model}) takes RSA keys with an exponent of up to {bits} bits, and the one for its {slot} slot has a longer one. Nothing was written; use another Nitrokey, or another key in the plan"
    )]
    LongExponent {
        /// Its serial.
        serial: Serial,
        /// Its model.
        model: Model,
        /// The slot.
        slot: Slot,
        /// How long it may be.
        bits: usize,
    },
    /// It would take such a key, and its reader does not hand it on (CCID 1.1 § 5.1: 'short APDU level').
    #[error(
        "Nitrokey {serial}: its reader ({reader}) passes on only short commands, and the RSA key for its {slot} slot does not fit into them. Nothing was written; use another reader, or a Nitrokey that needs none"
    )]
    ShortReader {
        /// Its serial.
        serial: Serial,
        /// The reader's name.
        reader: String,
        /// The slot.
        slot: Slot,
    },
    /// It says that touch is permanent, and it is to be something else.
    #[error(
        "Nitrokey {serial} says that touch cannot be changed any more. No key was written; pull it out, insert it again and go on; if it stays, use another one"
    )]
    TouchStays {
        /// Its serial.
        serial: Serial,
    },
    /// It cannot be reset, because it does not count wrong PINs.
    #[error(
        "Nitrokey {serial} cannot be reset: it does not count wrong tries for its {pin}, and does not let itself be erased without. Use another one"
    )]
    NotCounted {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
    },
    /// It has no factory reset.
    #[error(
        "Nitrokey {serial} has no factory reset, and no try was spent to find out. It is written by its admin PIN: choose it again"
    )]
    NoFactoryReset {
        /// Its serial.
        serial: Serial,
    },
    /// It may have no factory reset, and nobody knows its admin PIN.
    #[error(
        "card {serial} is no Nitrokey, and whether it can be reset shows only when both its PINs are blocked: if it cannot, it is lost for ever. Nothing was erased; type its admin PIN, agree to that, or use another one"
    )]
    MayHaveNoReset {
        /// Its serial.
        serial: Serial,
    },
    /// It is not in the factory state, although it was reset.
    #[error(
        "Nitrokey {serial} is not in its factory state after the reset; its PINs may be blocked for good. Use another one"
    )]
    NotReset {
        /// Its serial.
        serial: Serial,
    },
    /// It only makes its own keys.
    #[error(
        "card {serial} ({model}) takes no keys: it can only make its own. Nothing was written; use another one"
    )]
    NoImport {
        /// Its serial.
        serial: Serial,
        /// Its model.
        model: Model,
    },
    /// The digits typed are not the serial's.
    #[error(
        "the digits are not the last four of {serial}. Look at its label, and type them again; nothing was written"
    )]
    NotConfirmed {
        /// Its serial.
        serial: Serial,
    },
    /// The card said no.
    #[error(
        "Nitrokey {serial}, {step}: it refused ({status}). Pull it out, insert it again and go on; if it stays, use another one"
    )]
    Refused {
        /// Its serial.
        serial: Serial,
        /// What was being done.
        step: Step,
        /// What it said.
        status: String,
    },
    /// A key that cannot be put on any card.
    #[error(
        "the key for the {slot} slot cannot be put on a card: {cause}. Nothing was written; choose another key in the plan"
    )]
    Unsuitable {
        /// The slot.
        slot: Slot,
        /// Why.
        cause: String,
    },
    /// It was written, but does not do what it should.
    #[error(
        "Nitrokey {serial} is not proven: {cause}. Do not use it. Flash it again; if it stays, use another one"
    )]
    NotProven {
        /// Its serial.
        serial: Serial,
        /// What was different.
        cause: Unproven,
    },
}

impl NitrokeyError {
    /// What the card library said, in our words.
    pub(super) fn from_card(serial: Serial, step: Step) -> impl Fn(openpgp_card::Error) -> Self {
        move |error| match error {
            // It is half reset: what is plugged in is not that one any more until the reset is finished.
            openpgp_card::Error::Smartcard(error) if is_terminated(&error) => {
                NitrokeyError::NotThere { serial }
            }
            openpgp_card::Error::Smartcard(SmartcardError::SmartCardStatus(high, low)) => {
                let status = StatusBytes::from((high, low)).to_string();
                NitrokeyError::Refused { serial, step, status }
            }
            // pcscd may give an empty answer for one that is just being pulled out.
            openpgp_card::Error::Smartcard(error) => match Unreadable::in_error(&error) {
                Some((cause, reader)) => NitrokeyError::Unreadable { reader, cause },
                None => NitrokeyError::PulledOut { serial, step },
            },
            openpgp_card::Error::ResponseLength(0) => NitrokeyError::PulledOut { serial, step },
            openpgp_card::Error::CardStatus(status) => {
                NitrokeyError::Refused { serial, step, status: status.to_string() }
            }
            other => NitrokeyError::Refused { serial, step, status: plain(&other.to_string(), LONGEST) },
        }
    }

    /// The same for the step in which a PIN is given.
    pub(super) fn from_pin(info: &Info, pin: Pin, left: u8, error: openpgp_card::Error) -> Self {
        let serial = info.serial;
        match error {
            openpgp_card::Error::CardStatus(
                StatusBytes::SecurityStatusNotSatisfied
                | StatusBytes::PasswordNotChecked(_)
                | StatusBytes::AuthenticationMethodBlocked,
            ) => match left {
                0 => NitrokeyError::Blocked { serial, pin, on_it: Box::new(info.clone()) },
                left => NitrokeyError::WrongPin { serial, pin, left },
            },
            other => NitrokeyError::from_card(serial, Step::CheckingPin)(other),
        }
    }

    /// Whether another key would be taken.
    pub(crate) fn is_of_a_key(&self) -> bool {
        matches!(
            self,
            NitrokeyError::Algorithm { .. }
                | NitrokeyError::Exponent { .. }
                | NitrokeyError::LongExponent { .. }
        )
    }

    /// Whether it is about what a plan says, and cannot be another any more once that is sealed.
    pub(crate) fn is_of_the_plan(&self) -> bool {
        let sealed = |pin: &Pin| *pin != Pin::User;
        self.is_of_a_key()
            || matches!(self, NitrokeyError::NoTouch { .. })
            || matches!(self, NitrokeyError::PinLength { pin, .. } if sealed(pin))
    }

    /// For a key or a plan that this Nitrokey takes in another reader.
    pub(crate) fn short_reader(info: &Info, slot: Slot) -> Self {
        NitrokeyError::ShortReader { serial: info.serial, reader: info.reader.clone(), slot }
    }

    /// For a key or a plan that this Nitrokey does not take.
    pub(crate) fn algorithm(info: &Info, slot: Slot, wanted: Option<String>) -> Self {
        let (serial, model, takes) = (info.serial, info.model, info.algorithms.clone());
        NitrokeyError::Algorithm { serial, model, slot, wanted, takes }
    }
}

fn listed(algorithms: &[Algorithm]) -> String {
    match algorithms {
        [] => "none that Coldspare knows".into(),
        some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}
