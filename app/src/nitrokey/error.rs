//! What can go wrong with a Nitrokey: what happened, in which step, and what to do now.

use std::fmt;

use openpgp_card::ocard::StatusBytes;

use super::{Info, Serial};
use crate::plan::{Algorithm, Slot};

/// Which PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pin {
    /// PW1.
    User,
    /// PW3.
    Admin,
    /// RC.
    ResetCode,
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Pin::User => "user PIN",
            Pin::Admin => "admin PIN",
            Pin::ResetCode => "reset code",
        })
    }
}

/// What can go wrong with a Nitrokey.
#[derive(Debug, thiserror::Error)]
pub enum NitrokeyError {
    /// `pcscd` does not answer.
    #[error("looking for Nitrokeys: the smart card service does not answer ({0}). Start the computer again")]
    NoService(String),
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
        step: &'static str,
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
        "Nitrokey {serial}: its {pin} is blocked. It can be reset to the factory state, which erases: {lost}"
    )]
    Blocked {
        /// Its serial.
        serial: Serial,
        /// Which PIN.
        pin: Pin,
        /// What would be gone.
        lost: String,
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
        "Nitrokey {serial} ({model}) does not take {wanted} in its {slot} slot. It takes: {takes}. Nothing was written; use another Nitrokey, or another algorithm in the plan"
    )]
    Algorithm {
        /// Its serial.
        serial: Serial,
        /// Its model.
        model: String,
        /// The slot.
        slot: Slot,
        /// What should go there.
        wanted: String,
        /// What it takes.
        takes: String,
    },
    /// No touch button.
    #[error(
        "Nitrokey {serial} has no touch button that can be asked for. Nothing was written; use another Nitrokey, or touch `off` in the plan"
    )]
    NoTouch {
        /// Its serial.
        serial: Serial,
    },
    /// It has no factory reset.
    #[error("Nitrokey {serial} has no factory reset. Its admin PIN is needed to write it")]
    NoFactoryReset {
        /// Its serial.
        serial: Serial,
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
        step: &'static str,
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
        cause: String,
    },
}

impl NitrokeyError {
    /// What the card library said, in our words.
    pub(super) fn told(serial: Serial, step: &'static str) -> impl Fn(openpgp_card::Error) -> Self {
        move |error| match error {
            openpgp_card::Error::Smartcard(_) => NitrokeyError::PulledOut { serial, step },
            openpgp_card::Error::CardStatus(status) => {
                NitrokeyError::Refused { serial, step, status: status.to_string() }
            }
            other => NitrokeyError::Refused { serial, step, status: other.to_string() },
        }
    }

    /// The same for the step in which a PIN is given.
    pub(super) fn told_of_pin(info: &Info, pin: Pin, left: u8, error: openpgp_card::Error) -> Self {
        let serial = info.serial;
        match error {
            openpgp_card::Error::CardStatus(
                StatusBytes::SecurityStatusNotSatisfied
                | StatusBytes::PasswordNotChecked(_)
                | StatusBytes::AuthenticationMethodBlocked,
            ) => match left {
                0 => NitrokeyError::Blocked { serial, pin, lost: info.contents() },
                left => NitrokeyError::WrongPin { serial, pin, left },
            },
            other => NitrokeyError::told(serial, "checking a PIN")(other),
        }
    }

    /// For a key or a plan that this Nitrokey does not take.
    pub(crate) fn algorithm(info: &Info, slot: Slot, wanted: String, takes: &[Algorithm]) -> Self {
        let takes: Vec<_> = takes.iter().map(ToString::to_string).collect();
        NitrokeyError::Algorithm {
            serial: info.serial,
            model: info.model.to_string(),
            slot,
            wanted,
            takes: if takes.is_empty() { "none that Coldspare knows".into() } else { takes.join(", ") },
        }
    }
}
