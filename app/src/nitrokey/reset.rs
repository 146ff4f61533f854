//! Factory reset, and the owner's consent to it.

use openpgp_card::Card;
use openpgp_card::state::Open;

use super::border::Border;
use super::find::each;
use super::pins::verify;
use super::raw::{self, Selected};
use super::sitting::Sitting;
use super::{Bus, Info, NitrokeyError, Pin, Serial, Step};

/// The owner's consent to erase one Nitrokey, given by typing the last four digits of its serial.
/// Without it nothing in this program can write a Nitrokey.
#[derive(Debug, Clone)]
pub struct Erase {
    serial: Serial,
    /// What was on it when the owner agreed.
    erases: String,
}

impl Erase {
    /// Takes what the owner typed after having been shown `info`.
    ///
    /// # Errors
    /// [`NitrokeyError::NotConfirmed`].
    pub fn confirm(info: &Info, typed: &str) -> Result<Self, NitrokeyError> {
        let serial = info.serial;
        match typed.trim().eq_ignore_ascii_case(&serial.last_four()) {
            true => Ok(Erase { serial, erases: info.contents() }),
            false => Err(NitrokeyError::NotConfirmed { serial }),
        }
    }

    /// Which one.
    pub fn serial(&self) -> Serial {
        self.serial
    }

    /// What is lost.
    pub fn erases(&self) -> &str {
        &self.erases
    }
}

/// Finishes factory resets that were cut short: a card between TERMINATE DF and ACTIVATE FILE says
/// no serial, and holds nothing that could be lost. Afterwards [`super::list`] shows it again.
///
/// # Errors
/// [`NitrokeyError::NoService`].
pub fn finish_resets(bus: &dyn Bus) -> Result<(), NitrokeyError> {
    let finish = |mut card: Border| {
        if matches!(raw::select(&mut card), Ok(Selected::Terminated)) {
            // If it is pulled out again, it is still half reset at the next attempt.
            raw::activate(&mut card).ok();
        }
    };
    each(bus, finish).map(drop)
}

/// Resets it to the factory state: TERMINATE DF, ACTIVATE FILE (§ 7.2.16, § 7.2.17), in this order. Before, the
/// admin PIN is given, if it is known in this sitting; else both PINs' tries are used up.
pub(super) fn factory_reset(
    mut card: Card<Open>,
    info: &Info,
    sitting: &mut Sitting,
) -> Result<Card<Open>, NitrokeyError> {
    let serial = info.serial;
    if !info.factory_reset {
        return Err(NitrokeyError::NoFactoryReset { serial });
    }
    let told = NitrokeyError::told(serial, Step::Resetting);
    let known = sitting.admin(serial).cloned();
    // From here on nobody knows what its admin PIN is, until it is the factory's.
    sitting.forget(serial);
    {
        let mut transaction = card.transaction().map_err(&told)?;
        let given = known.is_some_and(|admin| verify(&mut transaction, info, Pin::Admin, &admin).is_ok());
        if !given {
            let tries = transaction.pw_status_bytes().map_err(&told)?;
            use_up_tries(transaction.card(), (tries.err_count_pw1(), tries.err_count_pw3()))
                .map_err(&told)?;
        }
    }
    let mut card = card.into_backend();
    let done = raw::terminate(&mut *card).and_then(|()| raw::activate(&mut *card));
    done.map(|()| card).map_err(openpgp_card::Error::from).and_then(Card::new).map_err(told)
}

/// Gives wrong PINs until both counters stand at 0. With a KDF-DO the wrong PIN must be as long as
/// its hash, or the card does not count it (§ 4.3.2).
fn use_up_tries(
    card: &mut openpgp_card::ocard::Transaction<'_>,
    (user, admin): (u8, u8),
) -> Result<(), openpgp_card::Error> {
    /// A counter has four bits (ISO 7816-4 § 5.6): one that says more does not count.
    const MOST: u8 = 15;
    let length = match card.kdf_do().ok().and_then(|kdf| kdf.hash_algo()) {
        Some(0x08) => 32,
        Some(0x0A) => 64,
        _ => 8,
    };
    let wrong = || vec![b'@'; length].into();
    let refused = |given| match given {
        Err(openpgp_card::Error::CardStatus(_)) => Ok(()),
        Ok(()) => Err(openpgp_card::Error::InternalError("its PIN is nothing but @".into())),
        gone => gone,
    };
    for _ in 0..user.min(MOST) {
        refused(card.verify_pw1_sign(wrong()))?;
    }
    for _ in 0..admin.min(MOST) {
        refused(card.verify_pw3(wrong()))?;
    }
    Ok(())
}
