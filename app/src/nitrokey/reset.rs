//! Factory reset, and the owner's consent to it.

use openpgp_card::Card;
use openpgp_card::state::Open;

use super::raw::{self, Selected};
use super::{Bus, Info, NitrokeyError, Serial, Step, Tries};

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
    for mut port in bus.ports()? {
        if matches!(raw::select(&mut *port.card), Ok(Selected::Terminated)) {
            // If it is pulled out again, it is still half reset at the next attempt.
            raw::activate(&mut *port.card).ok();
        }
    }
    Ok(())
}

/// Resets it to the factory state: both PINs' tries are used up, TERMINATE DF, ACTIVATE FILE
/// (§ 7.2.16, § 7.2.17), in this order.
pub(super) fn factory_reset(card: &mut Card<Open>, info: &Info) -> Result<(), NitrokeyError> {
    let serial = info.serial;
    if !info.factory_reset {
        return Err(NitrokeyError::NoFactoryReset { serial });
    }
    let told = NitrokeyError::told(serial, Step::Resetting);
    let mut transaction = card.transaction().map_err(&told)?;
    let card = transaction.card();
    use_up_tries(card, info.tries)
        .and_then(|()| card.terminate_df())
        .and_then(|()| card.activate_file())
        .map_err(told)
}

/// Gives wrong PINs until both counters stand at 0. With a KDF-DO the wrong PIN must be as long as
/// its hash, or the card does not count it (§ 4.3.2).
fn use_up_tries(
    card: &mut openpgp_card::ocard::Transaction<'_>,
    tries: Tries,
) -> Result<(), openpgp_card::Error> {
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
    for _ in 0..tries.user {
        refused(card.verify_pw1_sign(wrong()))?;
    }
    for _ in 0..tries.admin {
        refused(card.verify_pw3(wrong()))?;
    }
    Ok(())
}
