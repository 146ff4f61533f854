//! Notices by itself what is plugged in and pulled out: Nitrokeys and sticks, each in a thread of its own, so that
//! none waits for the other. Whatever it falls over, it goes on watching.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::machine::stick::discover::{Plugged, Sticks};
use crate::nitrokey::{self, Found, NitrokeyError};
use crate::tui::kit::context::Nitrokeys;
use crate::tui::kit::events::Wake;

/// Between two looks.
const BETWEEN: Duration = Duration::from_millis(400);
/// After a panic: what caused it is probably still there.
const AFTER_FAULT: Duration = Duration::from_secs(2);
/// How many looks in a row what is plugged in is asked once more, if not all of it says who it is: pcscd may need a
/// moment. After that only now and then, because it may be another kind of card.
const AT_ONCE: u32 = 10;

/// Who looks what is plugged in.
pub(super) trait Watcher: Send + 'static {
    /// Looks, and says what is new.
    fn scan(&mut self) -> Option<Wake>;

    /// Waits for the next look; false if nobody listens any more.
    fn rest(&mut self) -> bool {
        std::thread::sleep(BETWEEN);
        true
    }

    /// How the owner is told of a fault in here.
    fn fault(&self) -> Wake;
}

/// Starts to watch; ends when nobody listens any more.
pub(super) fn start(nitrokeys: Nitrokeys, sticks: Sticks, wake: Sender<Wake>) {
    watch(wake.clone(), PluggedSticks { sticks, there: None });
    watch(wake, PluggedNitrokeys { nitrokeys, seen: Seen::default() });
}

/// Looks again and again, whatever it falls over. A panic is told once, until all goes well again.
pub(super) fn watch(wake: Sender<Wake>, mut watcher: impl Watcher) {
    std::thread::spawn(move || {
        let mut message = false;
        loop {
            let goes_on = catch_unwind(AssertUnwindSafe(|| {
                watcher.scan().is_none_or(|news| wake.send(news).is_ok()) && watcher.rest()
            }));
            match goes_on {
                Ok(true) => message = false,
                Ok(false) => return,
                Err(_) => {
                    if !std::mem::replace(&mut message, true) && wake.send(watcher.fault()).is_err() {
                        return;
                    }
                    std::thread::sleep(AFTER_FAULT);
                }
            }
        }
    });
}

struct PluggedSticks {
    sticks: Sticks,
    there: Option<Vec<Plugged>>,
}

impl Watcher for PluggedSticks {
    fn scan(&mut self) -> Option<Wake> {
        let now = self.sticks.list();
        let changed = self.there.as_ref() != Some(&now);
        self.there = Some(now.clone());
        changed.then_some(Wake::Sticks(now))
    }

    fn fault(&self) -> Wake {
        Wake::NoSticks
    }
}

struct PluggedNitrokeys {
    nitrokeys: Nitrokeys,
    seen: Seen,
}

impl Watcher for PluggedNitrokeys {
    fn scan(&mut self) -> Option<Wake> {
        self.seen.scan(&self.nitrokeys).map(Wake::Nitrokeys)
    }

    fn fault(&self) -> Wake {
        Wake::Nitrokeys(Err(NitrokeyError::Fault))
    }
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
    fn scan(&mut self, nitrokeys: &Nitrokeys) -> Option<Result<Vec<Found>, NitrokeyError>> {
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
        let is_read = |found: &Found| !matches!(found, Found::Unreadable { .. });
        let all = found.len() == now.0.len() && found.iter().all(is_read);
        self.asked = if all { 0 } else { self.asked.max(1) };
        self.before = Some(there(now.0));
        Some(Ok(found))
    }
}

#[cfg(test)]
mod readers;

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    /// Falls over while it looks, then while it rests; then all is well, until nobody listens any more.
    struct Clumsy(u32);

    impl Watcher for Clumsy {
        fn scan(&mut self) -> Option<Wake> {
            self.0 += 1;
            assert!(self.0 != 1, "over what a stick said");
            Some(Wake::Poll)
        }

        fn rest(&mut self) -> bool {
            assert!(self.0 != 2, "over what the owner answered");
            self.0 < 4
        }

        fn fault(&self) -> Wake {
            Wake::Fault
        }
    }

    #[test]
    fn who_watches_goes_on_watching_whatever_it_falls_over_and_tells_it_once() {
        let (wake, wakes) = channel();
        watch(wake, Clumsy(0));
        let message: Vec<_> = wakes.iter().map(|wake| matches!(wake, Wake::Fault)).collect();
        assert_eq!(message, [true, false, false, false]);
    }
}
