//! Notices by itself what is plugged in and pulled out: Nitrokeys and sticks, each in a thread of its own, so that
//! none waits for the other. Whatever it falls over, it goes on watching.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::Wake;
use super::desk::Nitrokeys;
use crate::machine::sticks::Sticks;
use crate::nitrokey::{self, Found, NitrokeyError};

/// Between two looks.
const BETWEEN: Duration = Duration::from_millis(400);
/// After a panic: what caused it is probably still there.
const AFTER_FAULT: Duration = Duration::from_secs(4);
/// How many looks in a row what is plugged in is asked once more, if not all of it says who it is: pcscd may need a
/// moment. After that only now and then, because it may be another kind of card.
const AT_ONCE: u32 = 10;

/// Starts to watch; ends when nobody listens any more.
pub(super) fn start(nitrokeys: Nitrokeys, sticks: Sticks, wake: Sender<Wake>) {
    let mut there = None;
    watch(
        wake.clone(),
        || Wake::NoSticks,
        move || {
            let now = sticks.list();
            let changed = there.as_ref() != Some(&now);
            there = Some(now.clone());
            changed.then_some(Wake::Sticks(now))
        },
    );
    let mut seen = Seen::default();
    watch(
        wake,
        || Wake::Nitrokeys(Err(NitrokeyError::Fault)),
        move || seen.look(&nitrokeys).map(Wake::Nitrokeys),
    );
}

/// Looks again and again. A panic is told once, until a look succeeds.
fn watch(wake: Sender<Wake>, fault: fn() -> Wake, mut look: impl FnMut() -> Option<Wake> + Send + 'static) {
    std::thread::spawn(move || {
        let mut told = false;
        loop {
            let looked = catch_unwind(AssertUnwindSafe(&mut look));
            let pause = if looked.is_ok() { BETWEEN } else { AFTER_FAULT };
            let news = match looked {
                Ok(news) => {
                    told = false;
                    news
                }
                Err(_) => (!std::mem::replace(&mut told, true)).then(fault),
            };
            if news.is_some_and(|news| wake.send(news).is_err()) {
                return;
            }
            std::thread::sleep(pause);
        }
    });
}

/// What was plugged in at the last look: each reader with a card and its number, how often the bus was used, and how
/// many do not answer.
type There = (Vec<(String, u32)>, u64, usize);

#[derive(Default)]
struct Seen {
    before: Option<There>,
    /// How many looks in a row something did not say who it is.
    asked: u32,
}

impl Seen {
    /// Nothing, if nothing has changed, or if somebody uses the bus: who writes a Nitrokey must not be disturbed.
    /// What was written meanwhile is looked at again afterwards, though nothing was pulled out.
    fn look(&mut self, nitrokeys: &Nitrokeys) -> Option<Result<Vec<Found>, NitrokeyError>> {
        let held = nitrokeys.try_hold()?;
        let uses = held.uses();
        let there = |plugged: Vec<(String, u32)>| (plugged, uses, nitrokey::silent_readers());
        // Should it panic in here, it looks again.
        let before = self.before.take();
        let now = match held.bus.presence() {
            Ok(plugged) => there(plugged),
            Err(error) => return Some(Err(error)),
        };
        if before.as_ref() == Some(&now) {
            let asks = self.asked > 0 && (self.asked <= AT_ONCE || self.asked.is_multiple_of(AT_ONCE));
            self.asked = self.asked.saturating_add(u32::from(self.asked > 0));
            if !asks {
                self.before = Some(now);
                return None;
            }
        } else {
            self.asked = 0;
        }
        let found = match nitrokey::list(held.bus) {
            Ok(found) => found,
            Err(error) => return Some(Err(error)),
        };
        let all = found.len() == now.0.len();
        self.asked = if all { 0 } else { self.asked.max(1) };
        self.before = Some(there(now.0));
        Some(Ok(found))
    }
}

#[cfg(test)]
mod tests;
