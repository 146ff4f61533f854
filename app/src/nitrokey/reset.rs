//! Factory reset, and the owner's consent to it.

use super::find::find;
use super::raw::{self, Selected};
use super::{Bus, Info, NitrokeyError, Serial};

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
pub(super) fn factory_reset(bus: &dyn Bus, erase: &Erase) -> Result<(), NitrokeyError> {
    let serial = erase.serial;
    let (mut card, info) = find(bus, serial)?;
    if !info.factory_reset {
        return Err(NitrokeyError::NoFactoryReset { serial });
    }
    let told = NitrokeyError::told(serial, "resetting it to the factory state");
    let mut transaction = card.transaction().map_err(&told)?;
    let card = transaction.card();
    use_up_tries(card).and_then(|()| card.terminate_df()).and_then(|()| card.activate_file()).map_err(told)
}

/// Gives wrong PINs until both counters stand at 0. With a KDF-DO the wrong PIN must be as long as
/// its hash, or the card does not count it (§ 4.3.2).
fn use_up_tries(card: &mut openpgp_card::ocard::Transaction<'_>) -> Result<(), openpgp_card::Error> {
    let length = match card.kdf_do().ok().and_then(|kdf| kdf.hash_algo()) {
        Some(0x08) => 32,
        Some(0x0A) => 64,
        _ => 8,
    };
    let wrong = || vec![b'@'; length].into();
    // Cards count to 15 at the most; one that does not count down cannot be reset.
    for _ in 0..=30 {
        let status = card.application_related_data()?.pw_status_bytes()?;
        let given = match (status.err_count_pw1(), status.err_count_pw3()) {
            (0, 0) => return Ok(()),
            (0, _) => card.verify_pw3(wrong()),
            _ => card.verify_pw1_sign(wrong()),
        };
        match given {
            Err(openpgp_card::Error::CardStatus(_)) | Ok(()) => {}
            Err(gone) => return Err(gone),
        }
    }
    Err(openpgp_card::Error::InternalError("its PIN counters do not go down".into()))
}
