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

/// Which user PIN a Nitrokey has after no new one was set, or none for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserPinNow {
    /// The one that it had.
    Old,
    /// That one or the new one: nobody knows what the command did.
    OldOrNew,
    /// Another one. The card parts what it gets into reset code and new PIN by the length of the code that it has (OpenPGP
    /// card 3.4 § 7.2.4): what a code has too many goes to the PIN, and what it lacks is taken from it.
    Another,
}

/// No new user PIN was set, or none for certain.
#[derive(Debug)]
pub struct NotSet {
    /// What went wrong.
    pub error: NitrokeyError,
    /// What it has now.
    pub has: UserPinNow,
}

impl UserPinNow {
    fn after(self, error: NitrokeyError) -> NotSet {
        NotSet { error, has: self }
    }
}

/// Sets a new user PIN, and gives it. The keys stay. The last try of what sets it is spent only by who has said yes to
/// that. If it went away in between, the old user PIN or the new one is valid, and the same call sets the new one.
///
/// # Errors
/// [`NotSet`]; of a wrong code it says how many tries are left.
pub fn set_user_pin(
    bus: &dyn Bus,
    serial: Serial,
    by: &Sets,
    new: &SecretString,
    last: LastTry,
) -> Result<(), NotSet> {
    let (card, info) = find(bus, serial).map_err(|error| UserPinNow::Old.after(error))?;
    let unreadable = |cause| NitrokeyError::Unreadable { reader: info.reader.clone(), cause };
    caught(|| set(card, &info, by, new, last))
        .unwrap_or_else(|cause| Err(UserPinNow::OldOrNew.after(unreadable(cause))))?;
    caught(|| check(bus, serial, new)).unwrap_or_else(|cause| Err(unreadable(cause))).map_err(|error| {
        let parted = by.pin() == Pin::ResetCode && matches!(error, NitrokeyError::WrongPin { .. });
        if parted { UserPinNow::Another.after(error) } else { UserPinNow::OldOrNew.after(error) }
    })
}

fn set(
    mut card: Card<Open>,
    info: &Info,
    by: &Sets,
    new: &SecretString,
    last: LastTry,
) -> Result<(), NotSet> {
    let serial = info.serial;
    let old = |error| UserPinNow::Old.after(error);
    let (length, (min, max)) = (new.expose_secret().len(), info.pin_rules.user);
    if !(min..=max).contains(&length) {
        return Err(old(NitrokeyError::PinLength { serial, pin: Pin::User, min, max, length }));
    }
    let opening = NitrokeyError::from_card(serial, Step::Opening);
    let mut card = card.transaction().map_err(|error| old(opening(error)))?;
    let tries = match by {
        Sets::AdminPin(_) => info.tries.admin,
        Sets::ResetCode(_) => info.tries.reset_code,
    };
    has_tries(info, by.pin(), tries, last).map_err(old)?;
    match by {
        Sets::AdminPin(admin) => {
            give(&mut card, info, Pin::Admin, admin).map_err(old)?;
            admin_card(&mut card)
                .and_then(|mut card| card.reset_user_pin(new.clone()))
                .map_err(NitrokeyError::from_card(serial, Step::SettingPins))
                .map_err(|error| UserPinNow::OldOrNew.after(error))
        }
        Sets::ResetCode(code) => by_code(&mut card, info, code, new).map_err(|error| match error {
            NitrokeyError::WrongPin { .. } | NitrokeyError::Blocked { .. } => old(error),
            error => UserPinNow::OldOrNew.after(error),
        }),
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

/// Gives the new one. The card is opened anew: how many tries there are is read again.
fn check(bus: &dyn Bus, serial: Serial, new: &SecretString) -> Result<(), NitrokeyError> {
    let (mut card, info) = find(bus, serial)?;
    let mut card = card.transaction().map_err(NitrokeyError::from_card(serial, Step::Opening))?;
    verify(&mut card, &info, Pin::User, new)
}
