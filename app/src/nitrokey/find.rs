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
    let mut found = Vec::new();
    for mut port in bus.ports()? {
        match raw::select(&mut *port.card) {
            Ok(Selected::Operational) => {}
            Ok(Selected::Terminated) => {
                found.push(Found::HalfReset { reader: port.reader });
                continue;
            }
            Ok(Selected::Absent) | Err(_) => continue,
        }
        // A key that is pulled out meanwhile is not there.
        if let Some(info) = read(port) {
            found.push(Found::Nitrokey(Box::new(info)));
        }
    }
    Ok(found)
}

fn read(mut port: Port) -> Option<Info> {
    let admin = raw::admin(&mut *port.card).ok()?;
    let factory_reset = raw::has_factory_reset(&mut *port.card).ok()?;
    let mut card = open(port.card).ok()?;
    let mut transaction = card.transaction().ok()?;
    Info::read(&mut transaction, &port.reader, admin, factory_reset).ok()
}

/// Opens the OpenPGP application.
fn open(card: Box<dyn CardBackend + Send + Sync>) -> Result<Card<Open>, openpgp_card::Error> {
    Card::new(Box::new(Border(card)) as Box<dyn CardBackend + Send + Sync>)
}

/// The port of the Nitrokey with this serial, and what it says of itself.
pub(super) fn find_port(bus: &dyn Bus, serial: Serial) -> Result<(Port, Info), NitrokeyError> {
    let mut hits = Vec::new();
    for found in list(bus)? {
        match found {
            Found::Nitrokey(info) if info.serial == serial => hits.push(*info),
            _ => {}
        }
    }
    let info = match hits.pop() {
        Some(info) if hits.is_empty() => info,
        Some(_) => return Err(NitrokeyError::TwoOfOneSerial { serial }),
        None => return Err(NitrokeyError::NotThere { serial }),
    };
    let port = bus.ports()?.into_iter().find(|port| port.reader == info.reader);
    Ok((port.ok_or(NitrokeyError::NotThere { serial })?, info))
}

/// Opens the Nitrokey with this serial.
pub(super) fn find(bus: &dyn Bus, serial: Serial) -> Result<(Card<Open>, Info), NitrokeyError> {
    let (port, info) = find_port(bus, serial)?;
    let card = open(port.card).map_err(NitrokeyError::told(serial, "opening it"))?;
    Ok((card, info))
}
