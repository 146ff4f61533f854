//! Where PINs come from.

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{CeremonyError, Meeting};
use crate::machine::entropy::random;
use crate::nitrokey::Info;
use crate::pins::{KeyPins, Pins};
use crate::plan::{PinPolicy, Plan, Role};

/// Digits of a generated PIN. Digits alone, because every keyboard layout and every card has them.
const USER_DIGITS: usize = 8;
const ADMIN_DIGITS: usize = 12;

/// Where the PINs come from.
#[derive(Debug)]
pub enum PinChoice {
    /// Random digits: one user PIN for all Nitrokeys, so that the spare opens as the primary does;
    /// an admin PIN and a reset code for each.
    Generated,
    /// Typed by the owner, for each role in order.
    Typed(Vec<Pins>),
}

impl PinChoice {
    /// What the plan asks for, if it asks for no typing.
    pub fn planned(plan: &Plan) -> Option<Self> {
        (plan.pins == PinPolicy::Generated).then_some(PinChoice::Generated)
    }
}

/// A user PIN drawn by chance, as long as one that is drawn for a new Nitrokey, or as this one wants it.
///
/// # Errors
/// [`CeremonyError::Entropy`](CeremonyError), if no random numbers are to be had.
pub fn draw_user_pin((shortest, longest): (usize, usize)) -> Result<SecretString, CeremonyError> {
    digits(USER_DIGITS.max(shortest).min(longest))
}

/// PINs for each of the roles.
pub(super) fn pins_for(roles: Vec<Role>, choice: PinChoice) -> Result<Vec<(Role, Pins)>, CeremonyError> {
    let pins = match choice {
        PinChoice::Typed(pins) if pins.len() == roles.len() => pins,
        PinChoice::Typed(pins) => {
            return Err(CeremonyError::PinCount { given: pins.len(), planned: roles.len() });
        }
        PinChoice::Generated => {
            let user = digits(USER_DIGITS)?;
            let each = |_: &Role| {
                Ok(Pins {
                    user: user.clone(),
                    admin: digits(ADMIN_DIGITS)?,
                    reset_code: digits(ADMIN_DIGITS)?,
                })
            };
            roles.iter().map(each).collect::<Result<Vec<_>, CeremonyError>>()?
        }
    };
    Ok(roles.into_iter().zip(pins).collect())
}

/// The PINs of every role.
pub(super) fn make_pins(meeting: &Meeting, choice: PinChoice) -> Result<Vec<KeyPins>, CeremonyError> {
    let infos = meeting.met().iter().map(|met| Some(&met.info)).chain(std::iter::repeat(None));
    pins_for(meeting.plan().roles(), choice)?
        .into_iter()
        .zip(infos)
        .map(|((role, pins), info): (_, Option<&Info>)| {
            if let Some(info) = info {
                pins.check(info)?;
            }
            Ok(KeyPins { role, serial: info.map(|info| info.serial.to_string()), pins: pins.into() })
        })
        .collect()
}

/// Random decimal digits, each equally likely: bytes from 250 on are thrown away.
fn digits(count: usize) -> Result<SecretString, CeremonyError> {
    let mut pin = Zeroizing::new(String::with_capacity(count));
    while pin.len() < count {
        let mut byte = Zeroizing::new([0u8; 1]);
        random(&mut byte[..])?;
        if byte[0] < 250 {
            pin.push(char::from(b'0' + byte[0] % 10));
        }
    }
    Ok(SecretString::from(pin.as_str()))
}
