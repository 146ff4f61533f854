//! A Nitrokey is proven by the public key alone: no card has to open the backup for that.

use secrecy::SecretString;

use crate::ceremony::{CeremonyError, Event, Events};
use crate::nitrokey::{self, Bus, Expected, NitrokeyError, Proof, Serial, Unproven};
use crate::openpgp::Published;

/// Has a Nitrokey use each key on it, checked with the public key. Nothing is written to it, and the user PIN's last try
/// is not spent.
///
/// # Errors
/// [`CeremonyError::Nitrokey`].
pub fn prove_published(
    published: &Published,
    bus: &dyn Bus,
    serial: Serial,
    user: &SecretString,
    events: Events<'_>,
) -> Result<Proof, CeremonyError> {
    let info = nitrokey::info(bus, serial)?;
    let slots = published.slots(&info.fingerprints).map_err(|slot| {
        let key = info.fingerprints[slot as usize].clone().unwrap_or_default();
        NitrokeyError::NotProven { serial, cause: Unproven::NotInCertificate { slot, key } }
    })?;
    let expected = Expected { cert: published.cert().clone(), slots: slots.map(Some), settings: None };
    let mut doing = |doing| events(Event::Nitrokey { serial, doing });
    Ok(nitrokey::prove(bus, serial, &expected, user, None, &mut doing)?)
}
