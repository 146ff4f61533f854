//! Finding Nitrokeys: all of them, or the one with a certain serial.

use std::collections::BTreeSet;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use card_backend::CardBackend;
use openpgp_card::Card;
use openpgp_card::state::Open;

use super::checked_answers::{CheckedCard, Unreadable, caught, is_terminated};
use super::raw::{self, Selected};
use super::{Bus, Info, NitrokeyError, Serial, Step};
use crate::language::shown::plain;

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
    /// One that says what no card says, or nothing at all.
    Unreadable {
        /// The reader's name.
        reader: String,
        /// Why it cannot be read.
        cause: Unreadable,
    },
}

/// The readers whose cards did not answer in time, and still do not. Nothing that waits for PC/SC can be
/// stopped; so each of them has one thread that waits, and not one more whenever somebody looks.
static SILENT: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

fn silent() -> MutexGuard<'static, BTreeSet<String>> {
    SILENT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many readers have a card that does not answer.
pub fn silent_readers() -> usize {
    silent().len()
}

/// Where the thread that looks at a reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inspecting {
    AtWork,
    Done,
    /// Nobody waits for it any more.
    Given,
}

/// A reader's name, and what came of its card.
type Each<T> = (String, Result<T, Unreadable>);

/// Does `work` with the card of each reader, each in a thread of its own: one that does not answer, or over
/// which a library panics, takes nobody with it. In the readers' order; readers without a card are left out.
pub(super) fn each<T: Send + 'static>(
    bus: &dyn Bus,
    work: impl Fn(CheckedCard) -> T + Send + Sync + 'static,
) -> Result<Vec<Each<T>>, NitrokeyError> {
    let work = Arc::new(work);
    let until = Instant::now() + bus.patience();
    let begun: Vec<_> = bus
        .ports()?
        .into_iter()
        .map(|port| {
            let reader = port.name();
            if silent().contains(&reader) {
                return (reader, None);
            }
            let (give, done) = channel();
            let progress = Arc::new(Mutex::new(Inspecting::AtWork));
            let (work, ours, name) = (work.clone(), progress.clone(), reader.clone());
            std::thread::spawn(move || {
                let result = caught(|| port.open().map(|card| card.map(|card| work(card))));
                give.send(result.and_then(|result| result)).ok();
                let mut progress = ours.lock().unwrap_or_else(PoisonError::into_inner);
                if *progress == Inspecting::Given {
                    silent().remove(&name);
                }
                *progress = Inspecting::Done;
            });
            (reader, Some((done, progress)))
        })
        .collect();
    let result = begun.into_iter().filter_map(|(reader, begun)| {
        let Some((done, progress)) = begun else { return Some((reader, Err(Unreadable::Silent))) };
        let result = match done.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(result) => result,
            Err(RecvTimeoutError::Disconnected) => Err(Unreadable::Unforeseen),
            Err(RecvTimeoutError::Timeout) => {
                let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
                match *progress {
                    // It came in the last moment.
                    Inspecting::Done => done.try_recv().unwrap_or(Err(Unreadable::Silent)),
                    Inspecting::AtWork | Inspecting::Given => {
                        *progress = Inspecting::Given;
                        silent().insert(reader.clone());
                        Err(Unreadable::Silent)
                    }
                }
            }
        };
        result.transpose().map(|result| (reader, result))
    });
    Ok(result.collect())
}

/// All that is plugged in, in the readers' order. What is no OpenPGP card is left out; what is one, and what does not
/// even say whether it is, cannot be read, and that is said.
///
/// # Errors
/// [`NitrokeyError::NoService`].
pub fn list(bus: &dyn Bus) -> Result<Vec<Found>, NitrokeyError> {
    let inspect = |mut card: CheckedCard| {
        let reader = card.reader().to_owned();
        let half_reset = |reader| Found::HalfReset { reader };
        let found = match raw::select(&mut card).map_err(openpgp_card::Error::from) {
            Ok(Selected::Operational) => open(card).map(|(_, info)| Some(Found::Nitrokey(Box::new(info)))),
            Ok(Selected::Terminated) => return Ok(Some(half_reset(reader))),
            Ok(Selected::Absent) => return Ok(None),
            Err(error) => Err(error),
        };
        let unreadable = |cause| Ok(Some(Found::Unreadable { reader: reader.clone(), cause }));
        match found {
            Ok(found) => Ok(found),
            Err(openpgp_card::Error::Smartcard(error)) => match Unreadable::in_error(&error) {
                _ if is_terminated(&error) => Ok(Some(half_reset(reader))),
                Some((cause, _)) => unreadable(cause),
                None => Err(()),
            },
            Err(openpgp_card::Error::CardStatus(_)) => unreadable(Unreadable::Refuses),
            // What pcscd gives of one that is just being pulled out.
            Err(openpgp_card::Error::ResponseLength(0)) => Err(()),
            Err(_) => unreadable(Unreadable::Unforeseen),
        }
    };
    let before = present(bus)?;
    let inspected = each(bus, inspect)?;
    // One that was pulled out just now answers no more than one that is broken.
    let there = &before & &present(bus)?;
    let unheard = there.iter().filter(|there| inspected.iter().all(|(reader, _)| reader != *there));
    let silent = |reader: &String| Found::Unreadable { reader: reader.clone(), cause: Unreadable::Silent };
    let unheard: Vec<_> = unheard.map(silent).collect();
    let found = inspected.into_iter().filter_map(|(reader, found)| match found {
        Ok(Ok(found)) => found,
        Ok(Err(())) => there.contains(&reader).then(|| silent(&reader)),
        Err(cause) => Some(Found::Unreadable { reader, cause }),
    });
    Ok(found.chain(unheard).collect())
}

/// The readers with a card, as their names are shown.
fn present(bus: &dyn Bus) -> Result<BTreeSet<String>, NitrokeyError> {
    Ok(bus.presence()?.into_iter().map(|(reader, _)| plain(&reader, CheckedCard::NAME)).collect())
}

/// What the Nitrokey with this serial says of itself.
///
/// # Errors
/// [`NitrokeyError::NotThere`], [`NitrokeyError::TwoOfOneSerial`], or [`NitrokeyError::Unreadable`].
pub fn info(bus: &dyn Bus, serial: Serial) -> Result<Info, NitrokeyError> {
    find(bus, serial).map(|(_, info)| info)
}

/// Opens the Nitrokey with this serial.
pub(super) fn find(bus: &dyn Bus, serial: Serial) -> Result<(Card<Open>, Info), NitrokeyError> {
    let inspect = move |mut card: CheckedCard| {
        let ours = raw::serial(&mut card).is_ok_and(|found| found == Some(serial));
        ours.then_some(card)
    };
    let mut hits = Vec::new();
    for (_, card) in each(bus, inspect)? {
        // One that cannot be read has no serial that could be believed.
        hits.extend(card.ok().flatten());
    }
    let (Some(card), true) = (hits.pop(), hits.is_empty()) else {
        return Err(match hits.is_empty() {
            true => NitrokeyError::NotThere { serial },
            false => NitrokeyError::TwoOfOneSerial { serial },
        });
    };
    let reader = card.reader().to_owned();
    let opened = caught(|| open(card)).map_err(|cause| NitrokeyError::Unreadable { reader, cause })?;
    opened.map_err(|error| match NitrokeyError::from_card(serial, Step::Opening)(error) {
        NitrokeyError::PulledOut { serial, .. } => NitrokeyError::NotThere { serial },
        other => other,
    })
}

/// Opens the OpenPGP application, and reads what is to be known.
pub(super) fn open(mut card: CheckedCard) -> Result<(Card<Open>, Info), openpgp_card::Error> {
    let reader = card.reader().to_owned();
    let admin = raw::admin(&mut card)?;
    let lengths = raw::lengths(&mut card)?;
    if !lengths.extended {
        card.only_short();
    }
    let mut card = Card::new(Box::new(card) as Box<dyn CardBackend + Send + Sync>)?;
    let info = {
        let mut transaction = card.transaction()?;
        Info::read(&mut transaction, &reader, admin, lengths)?
    };
    Ok((card, info))
}
