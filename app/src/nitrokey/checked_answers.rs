//! Whatever a card answers is checked here before the card library or [`super::raw`] sees it. A card is
//! written by an enemy until it has proven itself.
//!
//! `openpgp-card` 0.7 panics when a card that announces extended length answers `6Cxx`, or `61xx` (its second
//! command carries a short Le, which its own check forbids); when one announces commands of no length; it
//! calls itself for each data object in another one, until the stack is full; and it hashes a PIN as often as
//! the card likes, for ever if there is nothing to hash. So it never gets to see any of it: an answer in
//! pieces is put together here, and what no card says is refused ([`Unreadable`]). Whatever else a library
//! may fall over is caught ([`caught`]).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use card_backend::{CardBackend, CardCaps, CardTransaction, PinType, SmartcardError};

use super::tlv;
use crate::language::shown::plain;

/// Why a card cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// One byte; an answer has at least two, its status word (ISO 7816-4 § 5.1).
    #[error("it answers without a status")]
    NoStatus,
    /// Too long, in too many pieces, or for too long.
    #[error("its answer does not end")]
    Endless,
    /// Data objects in each other, deeper than any card has them.
    #[error("its data are nested without end")]
    Nested,
    /// It asks for another length again and again.
    #[error("it never has the length that it asks for")]
    OtherLength,
    /// It wants PINs to be hashed for hours.
    #[error("it wants its PINs hashed without end")]
    Hashing,
    /// It did not answer in time.
    #[error("it does not answer")]
    Silent,
    /// It does not tell what every OpenPGP card tells.
    #[error("it refuses to tell what it is")]
    Refuses,
    /// Its reset was cut short, and it does not finish it (ACTIVATE FILE, OpenPGP card 3.4 § 7.2.17).
    #[error("its reset was cut short, and it refuses to finish it")]
    HalfReset,
    /// A library fell over what it said, or cannot make sense of it.
    #[error("it says what nobody foresaw")]
    Unforeseen,
}

impl Unreadable {
    /// All of them.
    pub const ALL: [Unreadable; 9] = [
        Unreadable::NoStatus,
        Unreadable::Endless,
        Unreadable::Nested,
        Unreadable::OtherLength,
        Unreadable::Hashing,
        Unreadable::Silent,
        Unreadable::Refuses,
        Unreadable::HalfReset,
        Unreadable::Unforeseen,
    ];

    /// The same as the card library carries it through: no card has to do with this kind of its errors.
    fn carried(self, reader: &str) -> SmartcardError {
        SmartcardError::ReaderError(format!("{self:?} {reader}"))
    }

    /// Which one an error carries, and of which reader.
    pub(super) fn in_error(error: &SmartcardError) -> Option<(Self, String)> {
        let SmartcardError::ReaderError(carried) = error else { return None };
        let (name, reader) = carried.split_once(' ')?;
        let cause = Self::ALL.into_iter().find(|cause| format!("{cause:?}") == name)?;
        Some((cause, reader.to_owned()))
    }
}

/// What comes through of whatever is asked of a terminated card (OpenPGP card 3.4 § 7.2.16).
pub(super) fn is_terminated(error: &SmartcardError) -> bool {
    matches!(error, SmartcardError::SmartCardStatus(0x62, 0x85))
}

/// Runs what talks to a card. If a library panics over what the card said, that is all that happens.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Unreadable> {
    // What the work holds is dropped while it unwinds; nothing of it is looked at again.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Unreadable::Unforeseen)
}

/// A card of whose answers only checked ones come through.
pub(super) struct CheckedCard {
    reader: String,
    card: Box<dyn CardBackend + Send + Sync>,
    /// Its reader, or the card whatever it says, takes short commands alone.
    short: bool,
}

struct Transaction<'a> {
    reader: &'a str,
    card: Box<dyn CardTransaction + Send + Sync + 'a>,
}

const SELECT: u8 = 0xA4;
/// ISO 7816-4 § 5.6: `61xx`, xx more bytes are there (00: 256 or more).
const MORE: u8 = 0x61;
/// `6Cxx`: not done, because there are xx bytes (00: 256) and another number was wanted.
const OTHER_LENGTH: u8 = 0x6C;
/// No card gives a longer answer: extended length has two bytes (§ 5.1), then comes the status word.
const LONGEST: usize = 0x1_0000 + 2;
/// Nor does it come in more pieces.
const PIECES: usize = 1024;
/// Room for an answer, also if the card announced that it would be shorter.
const ROOM: usize = 4096;
/// For one command and all pieces of its answer. The slowest that a card does is a signature by RSA 4096, a
/// matter of seconds; a touch is waited for as long as half a minute.
const LONGEST_TIME: Duration = Duration::from_secs(120);
/// The shortest extended command: with a shorter one a card cannot be meant to have them.
const EXTENDED: u16 = 256;

impl CheckedCard {
    /// As much of a reader's name as is shown.
    pub(super) const NAME: usize = 80;

    /// From now on its answers are checked.
    pub(super) fn new(reader: &str, card: Box<dyn CardBackend + Send + Sync>) -> Self {
        CheckedCard { reader: plain(reader, Self::NAME), card, short: false }
    }

    /// From now on no extended command is sent to it.
    pub(super) fn only_short(&mut self) {
        self.short = true;
    }

    /// The reader's name, as it may be shown.
    pub(super) fn reader(&self) -> &str {
        &self.reader
    }
}

impl CardBackend for CheckedCard {
    fn limit_card_caps(&self, caps: CardCaps) -> CardCaps {
        let caps = self.card.limit_card_caps(caps);
        CardCaps::new(
            !self.short && caps.ext_support() && caps.max_cmd_bytes() >= EXTENDED,
            caps.chaining_support(),
            caps.max_cmd_bytes(),
            caps.max_rsp_bytes(),
            caps.pw1_max_len(),
            caps.pw3_max_len(),
        )
    }

    fn transaction(
        &mut self,
        reselect: Option<&[u8]>,
    ) -> Result<Box<dyn CardTransaction + Send + Sync + '_>, SmartcardError> {
        let card = self.card.transaction(reselect)?;
        Ok(Box::new(Transaction { reader: &self.reader, card }))
    }
}

impl Transaction<'_> {
    fn refuse(&self, cause: Unreadable) -> SmartcardError {
        cause.carried(self.reader)
    }

    /// One command, sent again with the length that the card asks for; its answer ends with a status word
    /// other than `6Cxx`.
    fn once(&mut self, command: &[u8], size: usize) -> Result<Vec<u8>, SmartcardError> {
        let size = size.max(ROOM);
        let mut answer = self.card.transmit(command, size)?;
        if let [.., OTHER_LENGTH, length] = answer[..] {
            // Of a command in several parts only the last may have an answer (§ 5.1.1.1).
            let again = with_length(command, length).ok_or_else(|| self.refuse(Unreadable::OtherLength))?;
            answer = self.card.transmit(&again, size)?;
        }
        match answer[..] {
            // So pcscd says it of a card that is just being pulled out.
            [] => Err(SmartcardError::NotTransacted),
            [_] => Err(self.refuse(Unreadable::NoStatus)),
            [.., OTHER_LENGTH, _] => Err(self.refuse(Unreadable::OtherLength)),
            _ if answer.len() > LONGEST => Err(self.refuse(Unreadable::Endless)),
            _ => Ok(answer),
        }
    }

    /// One command, with all pieces of its answer.
    fn whole(&mut self, command: &[u8], size: usize) -> Result<Vec<u8>, SmartcardError> {
        let begun = Instant::now();
        let mut answer = self.once(command, size)?;
        for _ in 0..PIECES {
            if begun.elapsed() > LONGEST_TIME {
                break;
            }
            let [.., MORE, length] = answer[..] else { return Ok(answer) };
            answer.truncate(answer.len() - 2);
            let next = self.once(&[0x00, 0xC0, 0x00, 0x00, length], size)?;
            answer.extend(next);
            if answer.len() > LONGEST {
                break;
            }
        }
        Err(self.refuse(Unreadable::Endless))
    }
}

impl CardTransaction for Transaction<'_> {
    fn transmit(&mut self, command: &[u8], size: usize) -> Result<Vec<u8>, SmartcardError> {
        let mut answer = self.whole(command, size)?;
        if let ([_, instruction, ..], [.., 0x62, 0x85]) = (command, &answer[..])
            && *instruction != SELECT
        {
            // Terminated, whatever SELECT has said: that is no answer to what was asked.
            return Err(SmartcardError::SmartCardStatus(0x62, 0x85));
        }
        if is_half_kdf(command, &answer) {
            answer = NO_SUCH_OBJECT.to_vec();
        }
        match said(command, &answer) {
            None => Ok(answer),
            Some(cause) => Err(self.refuse(cause)),
        }
    }

    fn feature_pinpad_verify(&self) -> bool {
        self.card.feature_pinpad_verify()
    }

    fn feature_pinpad_modify(&self) -> bool {
        self.card.feature_pinpad_modify()
    }

    fn pinpad_verify(&mut self, pin: PinType, caps: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        self.card.pinpad_verify(pin, caps)
    }

    fn pinpad_modify(&mut self, pin: PinType, caps: &Option<CardCaps>) -> Result<Vec<u8>, SmartcardError> {
        self.card.pinpad_modify(pin, caps)
    }

    fn was_reset(&self) -> bool {
        self.card.was_reset()
    }
}

/// The same command with another Le (§ 5.1), in the form that it has; `None` if it has none or is no command.
fn with_length(command: &[u8], length: u8) -> Option<Vec<u8>> {
    /// The bit of the class that says: more parts of this command follow.
    const CHAINED: u8 = 0x10;
    let (head, body) = command.split_at_checked(4)?;
    if head[0] & CHAINED != 0 {
        return None;
    }
    let wide = || if length == 0 { [1, 0] } else { [0, length] };
    let data = |lc: usize, header: usize| body.get(..header + lc).map(<[u8]>::to_vec);
    let (mut body, le) = match *body {
        [] | [_] => (Vec::new(), vec![length]),
        [0, _, _] => (vec![0], wide().to_vec()),
        [0, high, low, ..] => (data(u16::from_be_bytes([high, low]).into(), 3)?, wide().to_vec()),
        [lc, ..] => (data(lc.into(), 1)?, vec![length]),
    };
    body.extend(le);
    Some([head, &body].concat())
}

const GET_DATA: u8 = 0xCA;
/// PIN hashing (OpenPGP card 3.4 § 4.3.2).
const KDF_DO: u16 = 0xF9;
/// § 7.2.6: referenced data not found.
const NO_SUCH_OBJECT: [u8; 2] = [0x6A, 0x88];

/// Whether it is a KDF-DO that does not come out even. A Start whose power was cut while it was written gives all of
/// its length, the rest as erased flash has it (Gnuk 1.2.19): such a number of bytes would be hashed for hours, and with
/// such an object no PIN is right. It is as none, and the card is reset as one without.
fn is_half_kdf(command: &[u8], answer: &[u8]) -> bool {
    let ([_, GET_DATA, p1, p2, ..], [data @ .., _, _]) = (command, answer) else { return false };
    u16::from_be_bytes([*p1, *p2]) == KDF_DO && !tlv::is_whole(data)
}

/// What of an answer the card library would fall over.
fn said(command: &[u8], answer: &[u8]) -> Option<Unreadable> {
    const GENERATE: u8 = 0x47;
    let ([_, instruction, p1, p2, ..], [data @ .., _, _]) = (command, answer) else { return None };
    let tag = u16::from_be_bytes([*p1, *p2]);
    let first = if *p1 == 0 { *p2 } else { *p1 };
    let nested = match *instruction {
        // What is asked for by the tag of a primitive object is not taken apart: it may be any text.
        GET_DATA => tlv::is_constructed(first),
        instruction => instruction == GENERATE,
    };
    if nested && tlv::is_too_deep(data) {
        return Some(Unreadable::Nested);
    }
    (*instruction == GET_DATA && tag == KDF_DO && hashes_for_hours(data)).then_some(Unreadable::Hashing)
}

/// More bytes than OpenPGP's own encoding of that number has (RFC 9580 § 3.7.1.3), or none at all.
fn hashes_for_hours(kdf: &[u8]) -> bool {
    const MOST: u32 = 65_011_712;
    tlv::objects(kdf).any(|(tag, value)| match (tag, value) {
        (0x83, [a, b, c, d]) => u32::from_be_bytes([*a, *b, *c, *d]) > MOST,
        (0x84..=0x86, salt) => salt.is_empty(),
        _ => false,
    })
}

#[cfg(test)]
mod tests;
