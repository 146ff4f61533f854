//! The few commands that the card library does not have. Their answers are checked as well.

use card_backend::{CardBackend, SmartcardError};

use super::checked_answers::{CheckedCard, is_terminated};
use super::info::{Serial, Version};

/// The OpenPGP application (OpenPGP card 3.4 § 4.2.1).
const OPENPGP: &[u8] = &[0xD2, 0x76, 0x00, 0x01, 0x24, 0x01];
/// The Nitrokey 3's admin application.
const ADMIN: &[u8] = &[0xA0, 0x00, 0x00, 0x08, 0x47, 0x00, 0x00, 0x00, 0x01];

/// What SELECT says of the OpenPGP application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Selected {
    /// It is there.
    Operational,
    /// It is there, terminated: a factory reset was cut short (§ 7.2.16: status 6285).
    Terminated,
    /// No such application.
    Absent,
}

/// SELECT (§ 7.2.1). Some cards say only to the next command that they are terminated (CanoKey).
pub(super) fn select(card: &mut CheckedCard) -> Result<Selected, SmartcardError> {
    let mut transaction = card.transaction(None)?;
    match transaction.select(OPENPGP)?[..] {
        [.., 0x90, 0x00] => {}
        [.., 0x62, 0x85] => return Ok(Selected::Terminated),
        _ => return Ok(Selected::Absent),
    }
    for tag in [0x4F, 0x6E] {
        match transaction.transmit(&[0x00, 0xCA, 0x00, tag, 0x00], 256) {
            Err(error) if is_terminated(&error) => return Ok(Selected::Terminated),
            answer => answer?,
        };
    }
    Ok(Selected::Operational)
}

/// The serial in the application identifier (GET DATA 4F, § 4.2.1), if there is an OpenPGP
/// application.
pub(super) fn serial(card: &mut CheckedCard) -> Result<Option<Serial>, SmartcardError> {
    let mut transaction = card.transaction(None)?;
    if !transaction.select(OPENPGP)?.ends_with(&[0x90, 0x00]) {
        return Ok(None);
    }
    let answer = transaction.transmit(&[0x00, 0xCA, 0x00, 0x4F, 0x00], 256)?;
    Ok(match answer[..] {
        [_, _, _, _, _, _, _, _, m0, m1, n0, n1, n2, n3, _, _, 0x90, 0x00] => Some(Serial {
            manufacturer: u16::from_be_bytes([m0, m1]),
            number: u32::from_be_bytes([n0, n1, n2, n3]),
        }),
        _ => None,
    })
}

/// ACTIVATE FILE (§ 7.2.17) on a terminated card: the second half of a factory reset. A terminated
/// card holds nothing that could be lost.
pub(super) fn activate(card: &mut dyn CardBackend) -> Result<(), SmartcardError> {
    done(card, 0x44)
}

/// TERMINATE DF (§ 7.2.16): the first half. Allowed when both PINs are blocked or the admin PIN was given.
pub(super) fn terminate(card: &mut dyn CardBackend) -> Result<(), SmartcardError> {
    done(card, 0xE6)
}

/// A command without data that must be done: the card library does not look what the card says to these two.
fn done(card: &mut dyn CardBackend, instruction: u8) -> Result<(), SmartcardError> {
    let answer = card.transaction(None)?.transmit(&[0x00, instruction, 0x00, 0x00], 256)?;
    match answer[..] {
        [.., 0x90, 0x00] => Ok(()),
        [.., high, low] => Err(SmartcardError::SmartCardStatus(high, low)),
        _ => Err(SmartcardError::NotTransacted),
    }
}

/// What the historical bytes say (§ 6), and what became of it in this reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lengths {
    /// The life cycle: 0 says that there is no factory reset. What says that there is one need not be so.
    pub(super) factory_reset: bool,
    /// Commands of more than 255 bytes, in one piece: the card takes them, and its reader hands them on.
    pub(super) extended: bool,
    /// The same in pieces (command chaining).
    pub(super) chaining: bool,
    /// The card says that it takes them in one piece, and its reader does not hand them on.
    pub(super) short_reader: bool,
}

/// Reads them, and tries an extended command (ISO 7816-4 § 5.1) where the card says that it takes them: there are
/// readers that do not.
pub(super) fn lengths(card: &mut CheckedCard) -> Result<Lengths, SmartcardError> {
    let mut transaction = card.transaction(None)?;
    transaction.select(OPENPGP)?;
    let answer = transaction.transmit(&[0x00, 0xCA, 0x5F, 0x52, 0x00], 256)?;
    let historical = answer.strip_suffix(&[0x90, 0x00]).unwrap_or_default();
    let factory_reset = !matches!(historical, [.., 0x00, _, _]);
    // Card capabilities (ISO 7816-4 § 8.1.1.2.7): 73, and three bytes.
    let capabilities = historical.windows(4).find(|window| window[0] == 0x73).map_or(0, |window| window[3]);
    let mut hears = || {
        let answer = transaction.transmit(&[0x00, 0xCA, 0x00, 0x4F, 0x00, 0x00, 0x00], 256);
        answer.map(|answer| answer.ends_with(&[0x90, 0x00]))
    };
    // Once more: an answer that was lost must not make a card smaller than it is.
    let heard = (capabilities & 0x40 != 0).then(|| if let Ok(true) = hears() { Ok(true) } else { hears() });
    let (extended, short_reader) = (matches!(heard, Some(Ok(true))), matches!(heard, Some(Err(_))));
    Ok(Lengths { factory_reset, extended, chaining: capabilities & 0x80 != 0, short_reader })
}

/// What a Nitrokey 3's admin application says; other models do not have it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Admin {
    /// Firmware.
    pub(super) firmware: Option<Version>,
    /// Whether OpenPGP keys live in the secure element, if it tells.
    pub(super) secure_element: Option<bool>,
}

/// Asks the admin application: command 61, the version in four bytes (10 bits major, 16 minor,
/// 6 patch), and command 82, a setting by its name, answered with 00 and its value.
pub(super) fn admin(card: &mut CheckedCard) -> Result<Admin, SmartcardError> {
    const SECURE_ELEMENT: &[u8; 24] = b"opcard.use_se050_backend";
    let mut transaction = card.transaction(None)?;
    if !transaction.select(ADMIN)?.ends_with(&[0x90, 0x00]) {
        return Ok(Admin::default());
    }
    let version = transaction.transmit(&[0x00, 0x61, 0x00, 0x00, 0x04], 256)?;
    let version = version.strip_suffix(&[0x90, 0x00]).and_then(|v| <[u8; 4]>::try_from(v).ok());
    let setting = [&[0x00, 0x82, 0x00, 0x00, 24][..], SECURE_ELEMENT, &[0x00]].concat();
    Ok(Admin {
        firmware: version.map(u32::from_be_bytes).map(|v| Version(v >> 22, v >> 6 & 0xFFFF, v & 0x3F)),
        secure_element: match &transaction.transmit(&setting, 256)?[..] {
            b"\0true\x90\0" => Some(true),
            b"\0false\x90\0" => Some(false),
            _ => None,
        },
    })
}
