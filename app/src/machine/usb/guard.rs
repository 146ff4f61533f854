//! Lets devices work, or not, as they come.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::descriptors::{Configuration, Described, parse};
use super::sysfs::Folder;
use super::{Keyboard, Kind, Notice, Ports, keyboards, node};

/// Where devices, root hubs and interfaces are.
const DEVICES: &str = "sys/bus/usb/devices";
/// A root hub's flag: whether interfaces of devices on its bus work without having been let in.
const BY_DEFAULT: &str = "interface_authorized_default";
/// What is found within this time of the start was there when the computer was switched on: the kernel needs
/// a while to find it, and a hub's devices can be found only once the hub works.
const START: Duration = Duration::from_secs(5);
/// How long the kernel may take until a keyboard that was let in works.
const COMING: Duration = Duration::from_secs(2);
/// How long a device may take until it can be let in. The kernel shows it before it gives it a driver, and without one
/// it gets no configuration.
const ARRIVING: Duration = Duration::from_secs(2);

/// Watches the ports.
#[derive(Debug)]
pub struct Guard {
    root: PathBuf,
    devices: BTreeMap<String, Device>,
    /// Since when others are there, which could not be let in yet.
    arriving: BTreeMap<String, Duration>,
    next: u64,
    /// When the start is over; none before the first look.
    settled: Option<Duration>,
    /// When a keyboard was let in last.
    let_in: Option<Duration>,
}

/// A device that is plugged in.
#[derive(Debug)]
struct Device {
    folder: Folder,
    described: Option<Described>,
    notice: Notice,
}

impl Guard {
    /// Of these ports. Nothing happens before the first look.
    pub fn new(ports: Ports) -> Self {
        let (devices, arriving) = (BTreeMap::new(), BTreeMap::new());
        Guard { root: ports.0, devices, arriving, next: 1, settled: None, let_in: None }
    }

    /// Lets in what is new, at the time `now` of any clock. All devices of which there is something to tell,
    /// in the order in which they came.
    pub fn look(&mut self, now: Duration) -> Vec<Notice> {
        let settled = *self.settled.get_or_insert_with(|| {
            // Whoever watched before has done the start already; what it let in works still.
            if held_back(&self.root) { now } else { now + START }
        });
        let starting = now < settled;
        // A device that was pulled out does not answer, even if another one has its name by now.
        self.devices.retain(|_, device| device.folder.read("devnum").is_ok());
        let plugged = plugged(&self.root);
        self.arriving.retain(|name, _| plugged.contains(name));
        for name in plugged {
            if !self.devices.contains_key(&name)
                && let Ok(folder) = Folder::open(&self.root.join(DEVICES).join(&name))
            {
                let since = *self.arriving.entry(name.clone()).or_insert(now);
                let patient = now.saturating_sub(since) < ARRIVING;
                if let Some(device) = self.meet(&name, folder, since < settled, patient, now) {
                    self.arriving.remove(&name);
                    self.devices.insert(name, device);
                }
            }
        }
        let coming = self.let_in.is_some_and(|at| now.saturating_sub(at) < COMING);
        if !starting && !coming && !keyboards::any(&self.root) {
            let waiting = |device: &&Device| device.notice.keyboard == Keyboard::Waits;
            let last = self.devices.values().filter(waiting).map(|device| device.notice.number).max();
            if let Some(last) = last {
                self.settle(last, Keyboard::Only, now);
            }
        }
        let telling = |notice: &&Notice| notice.keyboard != Keyboard::Quiet || !notice.refused.is_empty();
        let mut notices: Vec<_> =
            self.devices.values().map(|device| &device.notice).filter(telling).cloned().collect();
        notices.sort_by_key(|notice| notice.number);
        notices
    }

    /// The owner's answer on the keyboard of device `number`, if it still waits.
    pub fn answer(&mut self, number: u64, yes: bool, now: Duration) {
        self.settle(number, if yes { Keyboard::Quiet } else { Keyboard::Declined }, now);
    }

    fn settle(&mut self, number: u64, keyboard: Keyboard, now: Duration) {
        let waiting =
            |device: &Device| device.notice.number == number && device.notice.keyboard == Keyboard::Waits;
        let Some((name, device)) = self.devices.iter_mut().find(|(_, device)| waiting(device)) else {
            return;
        };
        if keyboard == Keyboard::Declined {
            device.notice.keyboard = keyboard;
        } else if device.admit(&self.root, name, true) {
            device.notice.keyboard = keyboard;
            self.let_in = Some(now);
        } else {
            device.notice.keyboard = Keyboard::Quiet;
            device.notice.refused.push(Kind::Keyboard);
        }
    }

    /// A device that is new. None if it cannot be let in yet; one who is not `patient` leaves it off then.
    fn meet(
        &mut self,
        name: &str,
        folder: Folder,
        starting: bool,
        patient: bool,
        now: Duration,
    ) -> Option<Device> {
        let described = folder.read("descriptors").ok().and_then(|bytes| parse(&bytes));
        let kinds = described.as_ref().map_or_else(Vec::new, Described::kinds);
        let called = match (folder.called(), &described) {
            (called, Some(Described { id: (vendor, product), .. })) if called.is_empty() => {
                format!("{vendor:04x}:{product:04x}")
            }
            (called, _) => called,
        };
        let number = self.next;
        self.next += 1;
        let notice = Notice { number, name: called, keyboard: Keyboard::Quiet, refused: refused(&kinds) };
        let mut device = Device { folder, described, notice };
        let has_keyboard = kinds.contains(&Kind::Keyboard);
        let hidden = !kinds.iter().all(|kind| *kind == Kind::Keyboard || kind.comes_with_keyboards());
        let at_once = has_keyboard && starting && !hidden;
        if kinds.iter().any(|kind| kind.may_work()) && !device.admit(&self.root, name, at_once) {
            if patient {
                return None;
            }
            device.notice.refused = kinds;
        } else if at_once {
            self.let_in = Some(now);
        } else if has_keyboard && !device.types(name) {
            device.notice.keyboard = Keyboard::Waits;
        }
        node::give(&self.root, &device.folder, device.works(name, Kind::CardReader));
        Some(device)
    }
}

impl Device {
    /// Lets in all of it that may work, its keyboards only if `keyboards`. Whether it works; a device of which
    /// nothing is to work yet is left alone.
    fn admit(&mut self, root: &Path, name: &str, keyboards: bool) -> bool {
        let Some(described) = &self.described else { return false };
        let wanted = |kind: Kind| kind.may_work() && (keyboards || kind != Kind::Keyboard);
        if !described.kinds().into_iter().any(wanted) {
            return true;
        }
        if !self.folder.is_set("authorized") {
            // The host controller must hold back each interface before the device has any.
            if !hold_back(root, name) || self.folder.write("authorized", "1").is_err() {
                return false;
            }
        }
        // Which configuration it has, the kernel has decided by now.
        let Some(configuration) = self.configuration() else { return false };
        let mut new = Vec::new();
        for interface in &configuration.interfaces {
            let kind = Kind::of(interface, described.id);
            let path = configuration.path(name, interface.number);
            let flag = format!("{path}/authorized");
            if wanted(kind) && !self.folder.is_set(&flag) && self.folder.write(&flag, "1").is_ok() {
                new.push(path);
            }
        }
        // A driver may claim several interfaces at once, so all have been let in before it is asked.
        new.iter().for_each(|path| probe(root, path));
        true
    }

    /// Whether an interface of this kind works.
    fn works(&self, name: &str, kind: Kind) -> bool {
        let (Some(described), Some(configuration)) = (&self.described, self.configuration()) else {
            return false;
        };
        let mut such = configuration.interfaces.iter().filter(|i| Kind::of(i, described.id) == kind);
        self.folder.is_set("authorized")
            && such.any(|i| self.folder.is_set(&format!("{}/authorized", configuration.path(name, i.number))))
    }

    /// Whether all keyboards in it have been let in before.
    fn types(&self, name: &str) -> bool {
        let (Some(described), Some(configuration)) = (&self.described, self.configuration()) else {
            return false;
        };
        let keyboards =
            configuration.interfaces.iter().filter(|i| Kind::of(i, described.id) == Kind::Keyboard);
        let mut flags = keyboards.map(|i| format!("{}/authorized", configuration.path(name, i.number)));
        self.folder.is_set("authorized") && flags.all(|flag| self.folder.is_set(&flag))
    }

    /// The configuration that it has.
    fn configuration(&self) -> Option<&Configuration> {
        let value: u8 = self.folder.text("bConfigurationValue").ok()?.parse().ok()?;
        self.described.as_ref()?.configurations.iter().find(|c| c.value == value)
    }
}

impl Described {
    fn kinds(&self) -> Vec<Kind> {
        let interfaces = self.configurations.iter().flat_map(|c| &c.interfaces);
        let mut kinds: Vec<_> = interfaces.map(|interface| Kind::of(interface, self.id)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

impl Configuration {
    /// The folder of an interface, below its device's.
    pub(super) fn path(&self, device: &str, number: u8) -> String {
        format!("{device}:{}.{number}", self.value)
    }
}

/// What the owner is told that stays off, of a device that has these.
fn refused(kinds: &[Kind]) -> Vec<Kind> {
    let (keyboard, reader) = (kinds.contains(&Kind::Keyboard), kinds.contains(&Kind::CardReader));
    let silent = |kind: Kind| keyboard && kind.comes_with_keyboards() || reader && kind == Kind::Nitrokey;
    let off = kinds.iter().filter(|kind| !(kind.may_work() || silent(**kind)));
    let mut off: Vec<_> = off.copied().collect();
    // A part of something that has a name needs none.
    if off.len() > 1 {
        off.retain(|kind| *kind != Kind::Unknown);
    }
    // What says nothing of itself stays off as well.
    if kinds.is_empty() { vec![Kind::Unknown] } else { off }
}

/// Has the kernel's drivers look at an interface again. That there is none for it is no error: a card reader is used
/// without.
fn probe(root: &Path, interface: &str) {
    if let Ok(bus) = Folder::open(&root.join("sys/bus/usb")) {
        let _ = bus.write("drivers_probe", interface);
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

fn is_held_back(root: &Path, bus: &str) -> bool {
    let text = Folder::open(&root.join(DEVICES).join(bus)).and_then(|bus| bus.text(BY_DEFAULT));
    text.is_ok_and(|text| text == "0")
}

/// Has the bus of a device hold back interfaces; false if it does not.
fn hold_back(root: &Path, device: &str) -> bool {
    let Some((bus, _)) = device.split_once('-') else { return false };
    let bus = format!("usb{bus}");
    if !is_held_back(root, &bus) {
        let _ = Folder::open(&root.join(DEVICES).join(&bus)).and_then(|bus| bus.write(BY_DEFAULT, "0"));
    }
    is_held_back(root, &bus)
}

#[cfg(test)]
mod tests;
