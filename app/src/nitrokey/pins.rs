//! PINs: their lengths, and giving one without ever spending the last try.

use openpgp_card::Card;
use openpgp_card::state::Transaction;
use secrecy::{ExposeSecret, SecretString};

use super::{Info, NitrokeyError, Pin, Step};
use crate::pins::Pins;

/// The user PIN of every OpenPGP card that was just reset (§ 4.3).
pub const FACTORY_USER: &str = "123456";
/// Its admin PIN.
pub const FACTORY_ADMIN: &str = "12345678";

/// What is done with the last try that a PIN has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastTry {
    /// It is not spent.
    Kept,
    /// The owner has said yes to spending it.
    Spent,
}

impl Pins {
    /// Whether this Nitrokey takes them.
    ///
    /// # Errors
    /// [`NitrokeyError::PinLength`].
    pub fn check(&self, info: &Info) -> Result<(), NitrokeyError> {
        for (pin, value, (min, max)) in [
            (Pin::User, &self.user, info.pin_rules.user),
            (Pin::Admin, &self.admin, info.pin_rules.admin),
            (Pin::ResetCode, &self.reset_code, info.pin_rules.reset_code),
        ] {
            let length = value.expose_secret().len();
            if !(min..=max).contains(&length) {
                return Err(NitrokeyError::PinLength { serial: info.serial, pin, min, max, length });
            }
        }
        Ok(())
    }
}

/// Gives a PIN: the user PIN for signatures and for the rest (§ 7.2.2, P2 81 and 82), or the admin
/// PIN (83). Refuses to spend the last try; `info` was read when the card was opened.
pub(super) fn verify(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    pin: Pin,
    value: &SecretString,
) -> Result<(), NitrokeyError> {
    let tries = match pin {
        Pin::Admin => info.tries.admin,
        Pin::User | Pin::ResetCode => info.tries.user,
    };
    has_tries(info, pin, tries, LastTry::Kept)?;
    give(card, info, pin, value)
}

/// Whether one of its tries may be spent.
pub(super) fn has_tries(info: &Info, pin: Pin, tries: u8, last: LastTry) -> Result<(), NitrokeyError> {
    let serial = info.serial;
    match (tries, last) {
        (0, _) => Err(NitrokeyError::Blocked { serial, pin, on_it: Box::new(info.clone()) }),
        (1, LastTry::Kept) => Err(NitrokeyError::LastTry { serial, pin }),
        _ => Ok(()),
    }
}

/// The same, whether it is the last try or not.
pub(super) fn give(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    pin: Pin,
    value: &SecretString,
) -> Result<(), NitrokeyError> {
    let serial = info.serial;
    let given = match pin {
        Pin::Admin => card.verify_admin_pin(value.clone()),
        // A wrong PIN costs one try, not two: the second form is tried only after the first.
        Pin::User | Pin::ResetCode => {
            card.verify_user_signing_pin(value.clone()).and_then(|()| card.verify_user_pin(value.clone()))
        }
    };
    given.map_err(|error| {
        let status = card.card().application_related_data().and_then(|related| related.pw_status_bytes());
        match status {
            Ok(status) => {
                let left = match pin {
                    Pin::Admin => status.err_count_pw3(),
                    Pin::User | Pin::ResetCode => status.err_count_pw1(),
                };
                NitrokeyError::from_pin(info, pin, left, error)
            }
            Err(gone) => NitrokeyError::from_card(serial, Step::CheckingPin)(gone),
        }
    })
}
