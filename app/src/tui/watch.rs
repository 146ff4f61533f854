//! Notices by itself what is plugged in and pulled out: Nitrokeys and sticks.

use std::sync::mpsc::Sender;
use std::time::Duration;

use super::Wake;
use super::desk::Nitrokeys;
use crate::machine::sticks::Sticks;
use crate::nitrokey;

/// Between two looks.
const BETWEEN: Duration = Duration::from_millis(400);

/// Starts to watch; ends when nobody listens any more.
pub(super) fn start(nitrokeys: Nitrokeys, sticks: Sticks, wake: Sender<Wake>) {
    std::thread::spawn(move || {
        let mut before = None;
        let mut there = None;
        loop {
            // Who writes a Nitrokey must not be disturbed; it looks again afterwards.
            if let Some(held) = nitrokeys.try_hold() {
                // What was written meanwhile is looked at again, though nothing was pulled out.
                let now = held.bus.presence().map(|now| (now, held.uses()));
                if before.as_ref() != now.as_ref().ok() || now.is_err() {
                    let found = now.and_then(|now| {
                        let found = nitrokey::list(held.bus)?;
                        // One that did not answer yet is asked again at the next look.
                        before = (found.len() == now.0.len()).then_some(now);
                        Ok(found)
                    });
                    drop(held);
                    if wake.send(Wake::Nitrokeys(found)).is_err() {
                        return;
                    }
                }
            }
            let now = sticks.list();
            if there.as_ref() != Some(&now) {
                if wake.send(Wake::Sticks(now.clone())).is_err() {
                    return;
                }
                there = Some(now);
            }
            std::thread::sleep(BETWEEN);
        }
    });
}
