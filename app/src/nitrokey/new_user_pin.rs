//! A user PIN that is forgotten or blocked: a new one is set, and nothing is erased (OpenPGP card 3.4 § 7.2.4).

use openpgp_card::Card;
use openpgp_card::state::{Open, Transaction};
use secrecy::{ExposeSecret, SecretString};

use super::checked_answers::caught;
use super::find::find;
use super::personalization::admin_card;
use super::pins::{LastTry, give, has_tries, verify};
use super::{Bus, Info, NitrokeyError, Pin, Serial, Step};

/// What sets a new user PIN.
#[derive(Debug, Clone)]
pub enum Sets {
    /// The reset code.
    ResetCode(SecretString),
    /// The admin PIN.
    AdminPin(SecretString),
}

impl Sets {
    /// Which PIN it is.
    pub fn pin(&self) -> Pin {
        match self {
            Sets::ResetCode(_) => Pin::ResetCode,
            Sets::AdminPin(_) => Pin::Admin,
        }
    }
}

/// Sets a new user PIN, and gives it. The keys stay. The last try of what sets it is spent only by who has said yes to
/// that. If it went away in between, the old user PIN or the new one is valid, and the same call sets the new one.
///
/// # Errors
/// [`NitrokeyError`]; a wrong code says how many tries are left.
pub fn set_user_pin(
    bus: &dyn Bus,
    serial: Serial,
    by: &Sets,
    new: &SecretString,
    last: LastTry,
) -> Result<(), NitrokeyError> {
    let (card, info) = find(bus, serial)?;
    let reader = info.reader.clone();
    let set = caught(|| set(card, &info, by, new, last));
    set.map_err(|cause| NitrokeyError::Unreadable { reader: reader.clone(), cause })??;
    // The card was opened anew: how many tries there are is read again.
    let (mut card, info) = find(bus, serial)?;
    let given = caught(|| {
        let mut card = card.transaction().map_err(NitrokeyError::from_card(serial, Step::Opening))?;
        verify(&mut card, &info, Pin::User, new)
    });
    given.map_err(|cause| NitrokeyError::Unreadable { reader, cause })?
}

fn set(
    mut card: Card<Open>,
    info: &Info,
    by: &Sets,
    new: &SecretString,
    last: LastTry,
) -> Result<(), NitrokeyError> {
    let serial = info.serial;
    let (length, (min, max)) = (new.expose_secret().len(), info.pin_rules.user);
    if !(min..=max).contains(&length) {
        return Err(NitrokeyError::PinLength { serial, pin: Pin::User, min, max, length });
    }
    let mut card = card.transaction().map_err(NitrokeyError::from_card(serial, Step::Opening))?;
    let tries = match by {
        Sets::AdminPin(_) => info.tries.admin,
        Sets::ResetCode(_) => info.tries.reset_code,
    };
    has_tries(info, by.pin(), tries, last)?;
    match by {
        Sets::AdminPin(admin) => {
            give(&mut card, info, Pin::Admin, admin)?;
            admin_card(&mut card)
                .and_then(|mut card| card.reset_user_pin(new.clone()))
                .map_err(NitrokeyError::from_card(serial, Step::SettingPins))
        }
        Sets::ResetCode(code) => by_code(&mut card, info, code, new),
    }
}

fn by_code(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    code: &SecretString,
    new: &SecretString,
) -> Result<(), NitrokeyError> {
    card.reset_user_pin(code.clone(), new.clone()).map_err(|error| {
        let status = card.card().application_related_data().and_then(|related| related.pw_status_bytes());
        match status {
            Ok(status) => NitrokeyError::from_pin(info, Pin::ResetCode, status.err_count_rc(), error),
            Err(gone) => NitrokeyError::from_card(info.serial, Step::CheckingPin)(gone),
        }
    })
}
