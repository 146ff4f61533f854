//! Factory reset, and the owner's consent to it.

use card_backend::SmartcardError;
use openpgp_card::Card;
use openpgp_card::state::Open;
use secrecy::SecretString;

use super::block::use_up_tries;
use super::checked_answers::{CheckedCard, Unreadable, is_terminated};
use super::find::{each, find};
use super::pins::{FACTORY_ADMIN, verify};
use super::raw::{self, Selected};
use super::sitting::Sitting;
use super::{Bus, Info, NitrokeyError, Pin, Serial, Step};

/// The owner's consent to erase one Nitrokey, given by typing the last four digits of its serial.
/// Without it nothing in this program can write a Nitrokey.
#[derive(Debug, Clone)]
pub struct Erase {
    serial: Serial,
    /// Whether its PINs may be blocked, although it may have no reset.
    may_block: bool,
}

impl Erase {
    /// Takes what the owner typed after having been shown `info`.
    ///
    /// # Errors
    /// [`NitrokeyError::NotConfirmed`].
    pub fn confirm(info: &Info, typed: &str) -> Result<Self, NitrokeyError> {
        let serial = info.serial;
        match typed.trim().eq_ignore_ascii_case(&serial.last_four()) {
            true => Ok(Erase { serial, may_block: false }),
            false => Err(NitrokeyError::NotConfirmed { serial }),
        }
    }

    /// The owner was told that this one may have no factory reset, and that it is lost for ever then, and agreed to
    /// have its PINs blocked all the same ([`NitrokeyError::MayHaveNoReset`]).
    #[must_use]
    pub fn even_if_lost(self) -> Self {
        Erase { may_block: true, ..self }
    }

    /// Whether its PINs may be blocked.
    pub(super) fn may_block(&self) -> bool {
        self.may_block
    }

    /// Which one.
    pub fn serial(&self) -> Serial {
        self.serial
    }
}

/// Finishes factory resets that were cut short: a card between TERMINATE DF and ACTIVATE FILE says
/// no serial, and holds nothing that could be lost. Afterwards [`super::list`] shows it again.
///
/// # Errors
/// [`NitrokeyError::NoService`], or [`NitrokeyError::Unreadable`] of one that refuses; the others are finished.
pub fn finish_resets(bus: &dyn Bus) -> Result<(), NitrokeyError> {
    let finish = |mut card: CheckedCard| {
        matches!(raw::select(&mut card), Ok(Selected::Terminated)).then(|| raw::activate(&mut card))
    };
    let mut refused = Ok(());
    for (reader, finished) in each(bus, finish)? {
        match finished {
            Ok(Some(Ok(()))) => bus.power_cycle(&reader)?,
            Ok(Some(Err(SmartcardError::SmartCardStatus(..)))) => {
                refused = Err(NitrokeyError::Unreadable { reader, cause: Unreadable::HalfReset });
            }
            // If it was pulled out again, it is still half reset at the next attempt.
            _ => {}
        }
    }
    refused
}

/// How the factory state is reached.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    /// The admin PIN that it has by the backup if it carries keys of these already; [`carries`](Self::carries) says
    /// whether.
    pub(super) sealed: &'a SecretString,
    /// It carries a key that is to be written.
    pub(super) carries: bool,
    /// The admin PIN that the owner has typed for it.
    pub(super) typed: Option<&'a SecretString>,
    /// The owner agreed to have its PINs blocked.
    pub(super) may_block: bool,
}

impl Way<'_> {
    /// The admin PINs that are worth a try: the owner's, what this sitting knows, the backup's, the factory's; the
    /// last two are guesses, and a guess is made once. Of a card with somebody's keys it is not the factory's, mostly:
    /// there a try is spent only where all of them would be.
    fn likely(&self, info: &Info, sitting: &Sitting) -> Vec<SecretString> {
        let known = sitting.candidates(info.serial);
        let factory = info.is_blank() || info.is_nitrokey() || self.may_block;
        match self.typed {
            Some(typed) => vec![typed.clone()],
            None if !known.is_empty() => known,
            None if sitting.has_guessed(info.serial) => Vec::new(),
            None if self.carries => vec![self.sealed.clone()],
            None if factory => vec![SecretString::from(FACTORY_ADMIN)],
            None => Vec::new(),
        }
    }
}

/// Resets it to the factory state: TERMINATE DF, ACTIVATE FILE (§ 7.2.16, § 7.2.17), in this order. With its admin
/// PIN that is allowed at once, and a card that refuses it then has no reset, whatever its life cycle byte says (§ 6):
/// no try was spent. Only where nobody knows the admin PIN both PINs are blocked, and if it is no Nitrokey, only
/// after the owner agreed.
///
/// Afterwards its power is taken away for a moment: a Start keeps its touch settings in its RAM, and if it was
/// terminated when it got its power, it has lost the place in flash where it would write next (Gnuk 1.2.19). What it is
/// then is read, not believed.
pub(super) fn factory_reset(
    bus: &dyn Bus,
    mut card: Card<Open>,
    info: &Info,
    way: Way<'_>,
    sitting: &mut Sitting,
) -> Result<(Card<Open>, Info), NitrokeyError> {
    let serial = info.serial;
    if !info.factory_reset {
        return Err(NitrokeyError::NoFactoryReset { serial });
    }
    let from_card = NitrokeyError::from_card(serial, Step::Resetting);
    let unlocked = unlock(&mut card, info, way, sitting)?;
    // From here on nobody knows what its admin PIN is, until it is the factory's.
    sitting.forget(serial);
    let mut card = card.into_backend();
    match raw::terminate(&mut *card) {
        Ok(()) => {}
        Err(SmartcardError::SmartCardStatus(0x69 | 0x6A | 0x6D, _)) => {
            return Err(match unlocked {
                Unlocked::By(admin) => {
                    sitting.has_no_reset(serial, &admin);
                    NitrokeyError::NoFactoryReset { serial }
                }
                Unlocked::Blocked => NitrokeyError::NotReset { serial },
                Unlocked::Uncounted(pin) => NitrokeyError::NotCounted { serial, pin },
            });
        }
        Err(error) => {
            // What a card refuses it has not done: it has the admin PIN still.
            if let (SmartcardError::SmartCardStatus(..), Unlocked::By(admin)) = (&error, &unlocked)
                && !is_terminated(&error)
            {
                sitting.has(serial, admin);
            }
            return Err(from_card(error.into()));
        }
    }
    raw::activate(&mut *card).map_err(|error| from_card(error.into()))?;
    drop(card);
    bus.power_cycle(&info.reader)?;
    let (card, info) = find(bus, serial)?;
    let is_reset = info.is_blank() && info.tries.user > 0 && info.tries.admin > 0;
    if is_reset { Ok((card, info)) } else { Err(NitrokeyError::NotReset { serial }) }
}

/// What a card was made to let itself be reset by.
enum Unlocked {
    /// Its admin PIN.
    By(SecretString),
    /// Both PINs are blocked.
    Blocked,
    /// No wrong try for this one counts. It may be reset all the same.
    Uncounted(Pin),
}

/// Gives the admin PIN, if it is known, and says which one it is; else has both PINs blocked.
fn unlock(
    card: &mut Card<Open>,
    info: &Info,
    way: Way<'_>,
    sitting: &mut Sitting,
) -> Result<Unlocked, NitrokeyError> {
    let serial = info.serial;
    let from_card = NitrokeyError::from_card(serial, Step::Resetting);
    let mut transaction = card.transaction().map_err(&from_card)?;
    let guess = way.typed.is_none() && sitting.candidates(serial).is_empty();
    for admin in way.likely(info, sitting) {
        match verify(&mut transaction, info, Pin::Admin, &admin) {
            Ok(()) => return Ok(Unlocked::By(admin)),
            Err(error @ (NitrokeyError::PulledOut { .. } | NitrokeyError::Unreadable { .. })) => {
                return Err(error);
            }
            Err(error) if way.typed.is_some() => return Err(error),
            Err(NitrokeyError::WrongPin { .. }) if guess => sitting.guessed_in_vain(serial),
            // It went away while its PIN was being changed, and cannot be asked which one it has.
            Err(NitrokeyError::WrongPin { left: 2.., .. }) => {}
            Err(_) => break,
        }
    }
    // Where no try is left, none can be lost.
    let blocked = info.tries.user == 0 && info.tries.admin == 0;
    if !(info.is_nitrokey() || way.may_block || blocked) {
        return Err(NitrokeyError::MayHaveNoReset { serial });
    }
    Ok(use_up_tries(&mut transaction).map_err(&from_card)?.map_or(Unlocked::Blocked, Unlocked::Uncounted))
}
