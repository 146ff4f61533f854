//! Finding Nitrokeys: all of them, or the one with a certain serial.

use card_backend::CardBackend;
use openpgp_card::Card;
use openpgp_card::state::Open;

use super::border::Border;
use super::raw::{self, Selected};
use super::{Bus, Info, NitrokeyError, Port, Serial};

/// Something that is plugged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A Nitrokey, or another OpenPGP card.
    Nitrokey(Box<Info>),
    /// One whose factory reset was cut short. It has no serial until that is finished, which
    /// flashing does, or [`super::finish_resets`].
    HalfReset {
        /// The reader's name.
        reader: String,
    },
}

/// All that is plugged in, in the readers' order. What is no OpenPGP card is left out.
///
/// # Errors
/// [`NitrokeyError::NoService`].
pub fn list(bus: &dyn Bus) -> Result<Vec<Found>, NitrokeyError> {
    let found = |mut port: Port| match raw::select(&mut *port.card) {
        Ok(Selected::Operational) => open(port).map(|(_, info)| Found::Nitrokey(Box::new(info))),
        Ok(Selected::Terminated) => Some(Found::HalfReset { reader: port.reader }),
        Ok(Selected::Absent) | Err(_) => None,
    };
    Ok(bus.ports()?.into_iter().filter_map(found).collect())
}

/// What the Nitrokey with this serial says of itself.
///
/// # Errors
/// [`NitrokeyError::NotThere`], or [`NitrokeyError::TwoOfOneSerial`].
pub fn info(bus: &dyn Bus, serial: Serial) -> Result<Info, NitrokeyError> {
    find(bus, serial).map(|(_, info)| info)
}

/// Opens the Nitrokey with this serial.
pub(super) fn find(bus: &dyn Bus, serial: Serial) -> Result<(Card<Open>, Info), NitrokeyError> {
    let mut hits = Vec::new();
    for mut port in bus.ports()? {
        if raw::serial(&mut *port.card).is_ok_and(|found| found == Some(serial)) {
            hits.push(port);
        }
    }
    match (hits.pop(), hits.len()) {
        (Some(port), 0) => open(port).ok_or(NitrokeyError::NotThere { serial }),
        (Some(_), _) => Err(NitrokeyError::TwoOfOneSerial { serial }),
        (None, _) => Err(NitrokeyError::NotThere { serial }),
    }
}

/// Opens the OpenPGP application, and reads what is to be known. `None`: there is none, or it was
/// pulled out just now.
fn open(mut port: Port) -> Option<(Card<Open>, Info)> {
    let admin = raw::admin(&mut *port.card).ok()?;
    let factory_reset = raw::has_factory_reset(&mut *port.card).ok()?;
    let mut card = Card::new(Box::new(Border(port.card)) as Box<dyn CardBackend + Send + Sync>).ok()?;
    let info = Info::read(&mut card.transaction().ok()?, &port.reader, admin, factory_reset).ok()?;
    Some((card, info))
}

/// Opens the OpenPGP application anew: what the library remembers of a card ends with its reset.
pub(super) fn reopen(card: Card<Open>) -> Result<Card<Open>, openpgp_card::Error> {
    Card::new(card.into_backend())
}
