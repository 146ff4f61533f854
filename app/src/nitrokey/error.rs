//! What can go wrong with a Nitrokey.

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
    #[error("no answer from the smart card service: {0}")]
    NoService(String),
    /// The program fell over something while it looked.
    #[error("panic while looking for Nitrokeys")]
    Fault,
    /// It is not there.
    #[error("Nitrokey {serial}: not plugged in")]
    NotThere {
        /// Its serial.
        serial: Serial,
    },
    /// Two with one serial.
    #[error("Nitrokey {serial}: two with this serial")]
    TwoOfOneSerial {
        /// Their serial.
        serial: Serial,
    },
    /// It went away.
    #[error("Nitrokey {serial}, {step}: no answer any more")]
    PulledOut {
        /// Its serial.
        serial: Serial,
        /// What was being done.
        step: Step,
    },
    /// What is in a reader says what no card says.
    #[error("card in {reader}: unreadable, {cause}")]
    Unreadable {
        /// The reader's name.
        reader: String,
        /// Why.
        cause: Unreadable,
    },
    /// Wrong PIN.
    #[error("Nitrokey {serial}: wrong {pin}, tries left: {left}")]
    WrongPin {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
        /// Tries left.
        left: u8,
    },
    /// One try left, which is not spent.
    #[error("Nitrokey {serial}: last try of the {pin}, not spent")]
    LastTry {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
    },
    /// No try left.
    #[error("Nitrokey {serial}: {pin} blocked")]
    Blocked {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
        /// What is on it, and would be gone.
        on_it: Box<Info>,
    },
    /// A PIN that this card does not take.
    #[error("Nitrokey {serial}: {pin} of {length} characters, allowed {min} to {max}")]
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
    #[error("Nitrokey {serial} ({model}), {slot} slot: {} not taken", wanted.as_deref().unwrap_or("an algorithm that no card knows"))]
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
    #[error("Nitrokey {serial}: no touch button")]
    NoTouch {
        /// Its serial.
        serial: Serial,
    },
    /// A Start's firmware from before the KDF-DO.
    #[error("Nitrokey {serial}: firmware too old to hash PINs")]
    TooOld {
        /// Its serial.
        serial: Serial,
    },
    /// It takes no RSA key with such an exponent.
    #[error("Nitrokey {serial} ({model}), {slot} slot: RSA exponent other than 65537")]
    Exponent {
        /// Its serial.
        serial: Serial,
        /// Its model.
        model: Model,
        /// The slot.
        slot: Slot,
    },
    /// It has no room for so long an exponent.
    #[error("Nitrokey {serial} ({model}), {slot} slot: RSA exponent longer than {bits} bits")]
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
    #[error("Nitrokey {serial}, {slot} slot: RSA key too long for short commands of {reader}")]
    ShortReader {
        /// Its serial.
        serial: Serial,
        /// The reader's name.
        reader: String,
        /// The slot.
        slot: Slot,
    },
    /// It says that touch is permanent, and it is to be something else.
    #[error("Nitrokey {serial}: touch is permanent, and another one than planned")]
    TouchStays {
        /// Its serial.
        serial: Serial,
    },
    /// Without a factory reset, a key stays that is in a slot which is to be empty.
    #[error("Nitrokey {serial}: no factory reset, and its {slot} slot holds {found}")]
    SlotTaken {
        /// Its serial.
        serial: Serial,
        /// The slot.
        slot: Slot,
        /// Fingerprint of what is there.
        found: String,
    },
    /// It cannot be reset, because it does not count wrong PINs.
    #[error("Nitrokey {serial}: wrong tries of the {pin} not counted")]
    NotCounted {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
    },
    /// It has no factory reset.
    #[error("Nitrokey {serial}: no factory reset")]
    NoFactoryReset {
        /// Its serial.
        serial: Serial,
    },
    /// It may have no factory reset, and nobody knows its admin PIN.
    #[error("card {serial}: no Nitrokey, factory reset uncertain")]
    MayHaveNoReset {
        /// Its serial.
        serial: Serial,
    },
    /// It is not in the factory state, although it was reset.
    #[error("Nitrokey {serial}: not in its factory state after the reset")]
    NotReset {
        /// Its serial.
        serial: Serial,
    },
    /// It only makes its own keys.
    #[error("card {serial} ({model}): no import of keys")]
    NoImport {
        /// Its serial.
        serial: Serial,
        /// Its model.
        model: Model,
    },
    /// The digits typed are not the serial's.
    #[error("other digits than the last four of {serial}")]
    NotConfirmed {
        /// Its serial.
        serial: Serial,
    },
    /// The card said no.
    #[error("Nitrokey {serial}, {step}: refused, {status}")]
    Refused {
        /// Its serial.
        serial: Serial,
        /// What was being done.
        step: Step,
        /// What it said.
        status: String,
    },
    /// A key that cannot be put on any card.
    #[error("key for the {slot} slot unsuitable for cards: {cause}")]
    Unsuitable {
        /// The slot.
        slot: Slot,
        /// Why.
        cause: String,
    },
    /// It was written, but does not do what it should.
    #[error("Nitrokey {serial}: not proven, {cause}")]
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
