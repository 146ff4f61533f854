//! Lets devices work, or not, as they come.

mod device;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::comings::Comings;
use super::place::Place;
use super::sysfs::Folder;
use super::trial::Trial;
use super::{Doubt, Keyboard, Kind, Notice, Ports, Seen, Typing, keyboards};
use device::{DEVICES, Device, Unasked, is_held_back};

/// What is found within this time of the start was there when the computer was switched on: the kernel needs
/// a while to find it, and a hub's devices can be found only once the hub works.
const START: Duration = Duration::from_secs(5);
/// How long the kernel may take until a keyboard that was let in works.
const COMING: Duration = Duration::from_secs(2);
/// How long a device may take until it can be let in. The kernel shows it before it gives it a driver, and without one
/// it gets no configuration.
const ARRIVING: Duration = Duration::from_secs(2);
/// How long a keyboard at a hub waits for what else hangs there. A stick may well come later: then it is asked about
/// after all.
const BESIDE: Duration = Duration::from_secs(2);

/// Watches the ports.
#[derive(Debug)]
pub struct Guard {
    root: PathBuf,
    devices: BTreeMap<String, Device>,
    /// Others that are there and could not be let in yet, and since when.
    arriving: BTreeMap<String, (Device, Duration)>,
    comings: Comings,
    trial: Trial,
    next: u64,
    /// When the start is over; none before the first look.
    settled: Option<Duration>,
    /// When a keyboard was let in last.
    let_in: Option<Duration>,
}

impl Guard {
    /// Of these ports. Nothing happens before the first look.
    pub fn new(ports: Ports) -> Self {
        let (devices, arriving, comings) = (BTreeMap::new(), BTreeMap::new(), Comings::default());
        let (trial, root) = (Trial::new(&ports.0), ports.0);
        Guard { root, devices, arriving, comings, trial, next: 1, settled: None, let_in: None }
    }

    /// Lets in what is new, at the time `now` of any clock, and says what there is to tell.
    pub fn scan(&mut self, now: Duration) -> Seen {
        let settled = *self.settled.get_or_insert_with(|| {
            // Whoever watched before has done the start already; what it let in works still.
            if held_back(&self.root) { now } else { now + START }
        });
        self.let_in_on_trial();
        // A device that was pulled out does not answer, even if another one has its name by now.
        self.devices.retain(|_, device| device.is_there());
        self.arriving.retain(|_, (device, _)| device.is_there());
        self.devices.iter().for_each(|(name, device)| self.comings.is_there(name, &device.who, now));
        self.comings.forget(now);
        for name in plugged(&self.root) {
            if !self.devices.contains_key(&name) {
                self.arrives(&name, settled, now);
            }
        }
        self.let_in_unasked(now);
        let works = keyboards::all(&self.root);
        if settled <= now && works.is_empty() {
            self.choose_only(now);
        }
        Seen { keyboards: self.typing(&works), notices: self.notices() }
    }

    /// A device is new, or could not be let in yet.
    fn arrives(&mut self, name: &str, settled: Duration, now: Duration) {
        let (mut device, since) = match self.arriving.remove(name) {
            Some(arriving) => arriving,
            None => {
                let Ok(folder) = Folder::open(&self.devices_folder().join(name)) else { return };
                let mut device = Device::new(folder, self.next);
                self.next += 1;
                let notice = || device.notice_of_one_that_comes_again();
                if let Some(notice) = self.comings.came(name, &device.who, now, notice) {
                    device.notice = notice;
                    self.devices.insert(name.to_owned(), device);
                    return;
                }
                (device, now)
            }
        };
        let patient = now.saturating_sub(since) < ARRIVING;
        if self.meet(name, &mut device, since < settled, patient, now) {
            self.devices.insert(name.to_owned(), device);
        } else {
            self.arriving.insert(name.to_owned(), (device, since));
        }
    }

    /// A device that is new. False if it cannot be let in yet; one who is not `patient` leaves it off then.
    fn meet(&self, name: &str, device: &mut Device, starting: bool, patient: bool, now: Duration) -> bool {
        let kinds = device.kinds();
        let hidden = !kinds.iter().all(|kind| *kind == Kind::Keyboard || kind.comes_with_keyboards());
        if kinds.iter().any(|kind| kind.may_work()) && !device.admit(&self.root, name, false) {
            if patient {
                return false;
            }
            device.notice.refused = kinds;
        } else if kinds.contains(&Kind::Keyboard) && (!device.types(name) || self.was_on_trial(name, device))
        {
            // Whoever watched before has asked about it, and the owner has not answered.
            device.shut(name);
            let doubt = match hidden {
                true => Some(Doubt::Hidden),
                false => (!starting).then_some(Doubt::Later),
            };
            match doubt {
                Some(doubt) => device.notice.keyboard = Keyboard::Waits(doubt),
                None => {
                    let at_a_hub = Place::of(&self.devices_folder(), name).at_a_hub;
                    device.unasked = Unasked::From(now + if at_a_hub { BESIDE } else { Duration::ZERO });
                }
            }
        }
        true
    }

    /// Keyboards that need no question, and those that need one after all: a stick hangs beside them now.
    fn let_in_unasked(&mut self, now: Duration) {
        let sticks = self.placed(Kind::Storage);
        let is_beside = |(name, place): &(String, Place)| {
            sticks.iter().any(|(stick, at)| stick != name && at.is_beside(place))
        };
        let keyboards = self.placed(Kind::Keyboard).into_iter();
        let beside: BTreeSet<_> = keyboards.filter(is_beside).map(|(name, _)| name).collect();
        for (name, device) in &mut self.devices {
            match device.unasked {
                Unasked::No => {}
                _ if beside.contains(name) => {
                    device.shut(name);
                    device.unasked = Unasked::No;
                    device.notice.keyboard = Keyboard::Waits(Doubt::Beside);
                }
                Unasked::From(due) if due <= now => {
                    if device.admit(&self.root, name, true) {
                        device.unasked = Unasked::Works;
                        self.let_in = Some(now);
                    } else if due + ARRIVING <= now {
                        device.unasked = Unasked::No;
                        device.notice.refused.push(Kind::Keyboard);
                    }
                }
                Unasked::From(_) | Unasked::Works => {}
            }
        }
    }

    /// No keyboard works: the one that came last is what the owner plugged in to go on. It is let in at the next look,
    /// when the screens know that they are to take nothing else from it.
    fn choose_only(&mut self, now: Duration) {
        let coming = self.let_in.is_some_and(|at| now.saturating_sub(at) < COMING);
        let due = self.devices.values().any(|device| matches!(device.unasked, Unasked::From(_)));
        if coming || due {
            return;
        }
        let waiting = self.devices.values_mut().filter_map(|device| match device.notice.keyboard {
            Keyboard::Waits(doubt) => Some((device, doubt)),
            _ => None,
        });
        if let Some((device, doubt)) = waiting.max_by_key(|(device, _)| device.notice.number) {
            device.notice.keyboard = Keyboard::Only(doubt);
            self.let_in = Some(now);
        }
    }

    fn let_in_on_trial(&mut self) {
        let only = |device: &Device| matches!(device.notice.keyboard, Keyboard::Only(_));
        let new = self.devices.iter().any(|(name, device)| only(device) && !device.types(name));
        // If that cannot be kept, it waits.
        if !new || self.keep_trial().is_err() {
            return;
        }
        for (name, device) in &mut self.devices {
            if only(device) && !device.types(name) {
                device.type_from_now(&self.root, name);
            }
        }
    }

    /// Keeps which keyboards are on trial, for whoever watches next.
    fn keep_trial(&self) -> io::Result<()> {
        let only = self.devices.iter().filter(|(_, d)| matches!(d.notice.keyboard, Keyboard::Only(_)));
        self.trial.are(&only.map(|(name, device)| device.kept_as(name)).collect::<Vec<_>>())
    }

    fn was_on_trial(&self, name: &str, device: &Device) -> bool {
        self.trial.was(&device.kept_as(name))
    }

    /// The keyboards that work, as they are called. Which keys it has, a device says itself: one that was let in as a
    /// keyboard counts, whatever the kernel makes of it.
    fn typing(&self, works: &[Option<String>]) -> Vec<Typing> {
        let mut devices = BTreeSet::new();
        let let_in = self.devices.iter().filter(|(name, device)| device.works(name, Kind::Keyboard));
        let all = works.iter().flatten().chain(let_in.map(|(name, _)| name));
        let usb = all.filter(|name| devices.insert(*name)).map(|name| {
            let known = self.devices.get(name);
            let called = known.map(|device| device.folder.called_with_ids(device.who.0));
            Typing::Usb(called.filter(|called| !called.is_empty()).unwrap_or_else(|| name.clone()))
        });
        works.iter().filter(|device| device.is_none()).map(|_| Typing::BuiltIn).chain(usb).collect()
    }

    /// What the owner is told, in the order in which it came.
    fn notices(&self) -> Vec<Notice> {
        let telling = |notice: &&Notice| notice.keyboard != Keyboard::Quiet || !notice.refused.is_empty();
        // What comes again and again is told as long as it is left off, whether it is there just now or not.
        let there = self.devices.values().map(|device| &device.notice).filter(|notice| !notice.again);
        let mut notices: Vec<_> = there.filter(telling).chain(self.comings.off()).cloned().collect();
        notices.sort_by_key(|notice| notice.number);
        notices.dedup();
        notices
    }

    /// The owner's answer on the keyboard of device `number`, if it still waits.
    pub fn answer(&mut self, number: u64, yes: bool, now: Duration) {
        let Some((name, device)) = self.devices.iter_mut().find(|(_, device)| device.notice.number == number)
        else {
            return;
        };
        match (device.notice.keyboard, yes) {
            (Keyboard::Waits(_), false) => device.notice.keyboard = Keyboard::Declined,
            (Keyboard::Waits(_), true) => {
                device.notice.keyboard = Keyboard::Quiet;
                device.type_from_now(&self.root, name);
                self.let_in = Some(now);
            }
            (Keyboard::Only(_), true) => {
                device.notice.keyboard = Keyboard::Quiet;
                // At the worst it is asked about once more after a crash.
                let _ = self.keep_trial();
            }
            _ => {}
        }
    }

    /// All devices that have something of this kind, and where they hang.
    fn placed(&self, kind: Kind) -> Vec<(String, Place)> {
        let folder = self.devices_folder();
        let such = self.devices.iter().filter(|(_, device)| device.kinds().contains(&kind));
        such.map(|(name, _)| (name.clone(), Place::of(&folder, name))).collect()
    }

    fn devices_folder(&self) -> PathBuf {
        self.root.join(DEVICES)
    }
}

/// The names of all devices that are plugged in: `2-1`, `2-1.4`.
fn plugged(root: &Path) -> Vec<String> {
    let mut names = entries(root);
    names.retain(|name| !name.contains(':') && !name.starts_with("usb"));
    names.sort();
    names
}

fn entries(root: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(root.join(DEVICES)).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Whether some bus holds back interfaces already.
fn held_back(root: &Path) -> bool {
    let mut buses = entries(root).into_iter().filter(|name| name.starts_with("usb"));
    buses.any(|bus| is_held_back(root, &bus))
}

#[cfg(test)]
mod tests;
