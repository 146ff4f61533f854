//! Devices that come back again and again: a loose contact, or one that wants to be asked about until somebody says yes.
//!
//! A hub brings all that hangs at it each time, so one place has a count of its own, whatever hangs elsewhere. What
//! is left off comes back by being out for a while: the owner mends a loose contact in no other way.

use std::collections::BTreeMap;
use std::time::Duration;

use super::Notice;

/// So often in [`WHILE`] is again and again.
const AGAIN: usize = 3;
/// So many different ones in one place in that time, no hand plugs in: it is one that changes its name.
const TOO_MANY: usize = 6;
/// Within this time a device comes back again and again, and after this time out it counts as new.
pub(super) const WHILE: Duration = Duration::from_secs(10);

/// Who a device says that it is: `idVendor`, `idProduct` and serial.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Who(pub(super) Option<(u16, u16)>, pub(super) String);

/// How often devices came, by their place; the second is none for whatever was there.
#[derive(Debug, Default)]
pub(super) struct Comings(BTreeMap<(String, Option<Who>), Coming>);

#[derive(Debug, Default)]
struct Coming {
    /// When it came, not long ago.
    came: Vec<Duration>,
    /// When it was there last.
    there: Duration,
    /// What is told of it while it is left off.
    off: Option<Notice>,
}

impl Comings {
    /// The device `who` is at `place` now. What has not been anywhere for a while is forgotten after all were told
    /// of: see [`Comings::forget`].
    pub(super) fn is_there(&mut self, place: &str, who: &Who, now: Duration) {
        for key in keys(place, who) {
            if let Some(coming) = self.0.get_mut(&key) {
                coming.there = now;
            }
        }
    }

    /// What was out for as long is new when it comes again.
    pub(super) fn forget(&mut self, now: Duration) {
        self.0.retain(|_, coming| now.saturating_sub(coming.there) < WHILE);
    }

    /// The device `who` came to `place`. What is told of it if it is to stay off; `notice` makes that.
    pub(super) fn came(
        &mut self,
        place: &str,
        who: &Who,
        now: Duration,
        notice: impl FnOnce() -> Notice,
    ) -> Option<Notice> {
        let mut again = false;
        for (key, most) in keys(place, who).into_iter().zip([AGAIN, TOO_MANY]) {
            let coming = self.0.entry(key).or_default();
            coming.came.retain(|came| now.saturating_sub(*came) < WHILE);
            coming.came.push(now);
            coming.there = now;
            again |= coming.off.is_some() || coming.came.len() >= most;
        }
        if !again {
            return None;
        }
        let said = keys(place, who).iter().find_map(|key| self.0.get(key)?.off.clone());
        let said = said.unwrap_or_else(notice);
        let [this, any] = keys(place, who);
        let other_names = self.0.get(&any).is_some_and(|any| any.came.len() >= TOO_MANY);
        for key in [Some(this), other_names.then_some(any)].into_iter().flatten() {
            if let Some(coming) = self.0.get_mut(&key) {
                coming.off = Some(said.clone());
            }
        }
        Some(said)
    }

    /// All that is left off.
    pub(super) fn off(&self) -> impl Iterator<Item = &Notice> {
        self.0.values().filter_map(|coming| coming.off.as_ref())
    }
}

fn keys(place: &str, who: &Who) -> [(String, Option<Who>); 2] {
    [(place.to_owned(), Some(who.clone())), (place.to_owned(), None)]
}
