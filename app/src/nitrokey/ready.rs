//! PINs before keys: the only way to a card that may get keys is one whose PINs are not the factory's, and the
//! one exception says why.

use openpgp_card::Card;
use openpgp_card::state::Transaction;
use secrecy::SecretString;

use super::personalization::{Unlock, admin_card};
use super::pins::{FACTORY_ADMIN, verify};
use super::sitting::Sitting;
use super::{Doing, Info, NitrokeyError, Pin, Step};
use crate::pins::Pins;

/// A card that may get keys. Its admin PIN was given.
pub(super) struct Ready<'a, 'b> {
    card: &'a mut Card<Transaction<'b>>,
    /// The admin PIN it still has: a Start.
    unset: Option<SecretString>,
}

impl<'a, 'b> Ready<'a, 'b> {
    /// Sets its PINs. Not those of a Start: each import puts them back to the factory's, so they are set when
    /// all keys are on it ([`Ready::finish`]). Until then its keys stand behind PINs that everybody knows, and
    /// nothing can be done about it but to be quick: power lost in between leaves it so, until it is written
    /// again.
    pub(super) fn new(
        card: &'a mut Card<Transaction<'b>>,
        info: &Info,
        admin: SecretString,
        pins: &Pins,
        sitting: &mut Sitting,
        doing: &mut dyn FnMut(Doing),
    ) -> Result<Self, NitrokeyError> {
        if info.model.import_resets_pins() {
            return Ok(Ready { card, unset: Some(admin) });
        }
        doing(Doing::Pins);
        set_pins(card, info, &admin, pins, sitting)?;
        Ok(Ready { card, unset: None })
    }

    /// The card.
    pub(super) fn card(&mut self) -> &mut Card<Transaction<'b>> {
        self.card
    }

    /// All keys are on it: a Start's PINs are set now.
    pub(super) fn finish(
        self,
        info: &Info,
        pins: &Pins,
        sitting: &mut Sitting,
        doing: &mut dyn FnMut(Doing),
    ) -> Result<(), NitrokeyError> {
        let Some(admin) = self.unset else { return Ok(()) };
        doing(Doing::Pins);
        set_pins(self.card, info, &admin, pins, sitting)
    }
}

/// Gives the admin PIN, and says which one it was. What this sitting knows of it comes first: no try is spent on
/// one that the card cannot have any more.
pub(super) fn unlock(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    start: &Unlock,
    new: &SecretString,
    sitting: &mut Sitting,
) -> Result<SecretString, NitrokeyError> {
    let mut candidates = sitting.candidates(info.serial);
    if candidates.is_empty() {
        candidates.push(match start {
            Unlock::FactoryReset | Unlock::ResetBy(_) | Unlock::ResetByNew => {
                SecretString::from(FACTORY_ADMIN)
            }
            Unlock::AdminPin(pin) => pin.clone(),
            Unlock::NewPin => new.clone(),
        });
    }
    let last = candidates.len() - 1;
    for (nth, admin) in candidates.into_iter().enumerate() {
        match verify(card, info, Pin::Admin, &admin) {
            Ok(()) => {
                if sitting.has_begun(info.serial) {
                    sitting.has(info.serial, &admin);
                }
                return Ok(admin);
            }
            // It went away while its PIN was being changed, and cannot be asked which one it has.
            Err(NitrokeyError::WrongPin { left: 2.., .. }) if nth < last => {}
            Err(error) => return Err(error),
        }
    }
    Err(NitrokeyError::NotThere { serial: info.serial })
}

/// Reset code, then admin PIN, then user PIN: with the user PIN first a Start would fall into its
/// 'admin-less' mode. The user PIN is set by RESET RETRY COUNTER (§ 7.2.4, P1 02), which needs no
/// old one.
fn set_pins(
    card: &mut Card<Transaction<'_>>,
    info: &Info,
    old_admin: &SecretString,
    pins: &Pins,
    sitting: &mut Sitting,
) -> Result<(), NitrokeyError> {
    let serial = info.serial;
    let from_card = NitrokeyError::from_card(serial, Step::SettingPins);
    admin_card(card).and_then(|mut c| c.set_resetting_code(pins.reset_code.clone())).map_err(&from_card)?;
    let before = sitting.clone();
    sitting.changes(serial, old_admin, &pins.admin);
    match card.change_admin_pin(old_admin.clone(), pins.admin.clone()) {
        Ok(()) => sitting.has(serial, &pins.admin),
        Err(error) => {
            // What a card refuses it has not done; only of one that went away it is not known.
            if matches!(error, openpgp_card::Error::CardStatus(_)) {
                *sitting = before;
            }
            return Err(from_card(error));
        }
    }
    verify(card, info, Pin::Admin, &pins.admin)?;
    admin_card(card).and_then(|mut c| c.reset_user_pin(pins.user.clone())).map_err(from_card)
}
