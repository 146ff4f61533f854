//! Random bytes of Nitrokeys' own generators.

use card_backend::CardBackend;
use zeroize::Zeroizing;

use super::checked_answers::CheckedCard;
use super::find::each;
use super::raw::serial;
use super::{Bus, NitrokeyError, Serial};

/// 32 random bytes of each of these Nitrokeys' own generators: GET CHALLENGE (§ 7.2.15). It is
/// simply tried: the Nitrokey 3 has the command without announcing it. Those that have it not, and
/// those that are not plugged in, are left out.
///
/// # Errors
/// [`NitrokeyError::NoService`].
pub fn challenges(bus: &dyn Bus, serials: &[Serial]) -> Result<Vec<Zeroizing<Vec<u8>>>, NitrokeyError> {
    let serials = serials.to_vec();
    let ask = move |mut card: CheckedCard| {
        serial(&mut card).ok().flatten().filter(|found| serials.contains(found))?;
        let mut transaction = card.transaction(None).ok()?;
        let mut answer = Zeroizing::new(transaction.transmit(&[0x00, 0x84, 0x00, 0x00, 0x20], 256).ok()?);
        let length = answer.strip_suffix(&[0x90, 0x00])?.len();
        answer.truncate(length);
        (8..=32).contains(&length).then_some(answer)
    };
    Ok(each(bus, ask)?.into_iter().filter_map(|(_, answer)| answer.ok().flatten()).collect())
}
