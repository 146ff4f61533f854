//! One device: what of it may work, and letting that in.

use std::path::Path;
use std::time::Duration;

use super::super::comings::Who;
use super::super::descriptors::{Configuration, Described, parse};
use super::super::sysfs::Folder;
use super::super::{Keyboard, Kind, Notice, node};

/// Where devices, root hubs and interfaces are.
pub(super) const DEVICES: &str = "sys/bus/usb/devices";
/// A root hub's flag: whether interfaces of devices on its bus work without having been let in.
pub(super) const BY_DEFAULT: &str = "interface_authorized_default";

/// A device that is plugged in.
#[derive(Debug)]
pub(super) struct Device {
    pub(super) folder: Folder,
    described: Option<Described>,
    pub(super) who: Who,
    pub(super) notice: Notice,
    pub(super) unasked: Unasked,
}

/// What becomes of a keyboard without a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unasked {
    /// Nothing: there is none, or it is asked about, or the owner has answered.
    No,
    /// It is let in at this time.
    From(Duration),
    /// It was let in, and works.
    Works,
}

impl Device {
    pub(super) fn new(folder: Folder, number: u64) -> Self {
        let described = folder.read("descriptors").ok().and_then(|bytes| parse(&bytes));
        let kinds = described.as_ref().map_or_else(Vec::new, Described::kinds);
        let id = described.as_ref().map(|described| described.id);
        let name = match (folder.called(), id) {
            (called, Some((vendor, product))) if called.is_empty() => format!("{vendor:04x}:{product:04x}"),
            (called, _) => called,
        };
        let keyboard = Keyboard::Quiet;
        let notice = Notice { number, name, keyboard, refused: refused(&kinds), again: false };
        let who = Who(id, folder.text("serial").unwrap_or_default());
        Device { folder, described, who, notice, unasked: Unasked::No }
    }

    pub(super) fn is_there(&self) -> bool {
        self.folder.read("devnum").is_ok()
    }

    /// Its place, and the kernel's number of it.
    pub(super) fn kept_as(&self, name: &str) -> String {
        format!("{name} {}", self.folder.text("devnum").unwrap_or_default())
    }

    /// What is told if it is left off because it comes back again and again: all of it stays off.
    pub(super) fn notice_of_one_that_comes_again(&self) -> Notice {
        let kinds = self.kinds();
        let refused = if kinds.is_empty() { vec![Kind::Unknown] } else { kinds };
        Notice { refused, again: true, ..self.notice.clone() }
    }

    pub(super) fn kinds(&self) -> Vec<Kind> {
        self.described.as_ref().map_or_else(Vec::new, Described::kinds)
    }

    /// Lets its keyboard in, by the owner's yes or because there is no other; if it cannot be, that is told.
    pub(super) fn type_from_now(&mut self, root: &Path, name: &str) {
        if !self.admit(root, name, true) {
            self.notice.keyboard = Keyboard::Quiet;
            self.notice.refused.push(Kind::Keyboard);
        }
    }

    /// Its keyboards are off again.
    pub(super) fn shut(&self, name: &str) {
        let (Some(described), Some(configuration)) = (&self.described, self.configuration()) else { return };
        for interface in &configuration.interfaces {
            if Kind::of(interface, described.id) == Kind::Keyboard {
                let flag = format!("{}/authorized", configuration.path(name, interface.number));
                let _ = self.folder.write(&flag, "0");
            }
        }
    }

    /// Lets in all of it that may work, its keyboards only if `keyboards`. Whether it works; a device of which
    /// nothing is to work yet is left alone.
    pub(super) fn admit(&mut self, root: &Path, name: &str, keyboards: bool) -> bool {
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
        let (mut new, mut lies) = (Vec::new(), false);
        for interface in &configuration.interfaces {
            let kind = Kind::of(interface, described.id);
            let path = configuration.path(name, interface.number);
            let flag = format!("{path}/authorized");
            // What the kernel takes it for is what its drivers are chosen by.
            if self.class(&path) != Some(interface.class) {
                lies = true;
                continue;
            }
            if wanted(kind) && !self.folder.is_set(&flag) && self.folder.write(&flag, "1").is_ok() {
                new.push(path);
            }
        }
        // A driver may claim several interfaces at once, so all have been let in before it is asked.
        new.iter().for_each(|path| probe(root, path));
        node::give(root, &self.folder, self.works(name, Kind::CardReader));
        if lies && !self.notice.refused.contains(&Kind::Unknown) {
            self.notice.refused.push(Kind::Unknown);
        }
        true
    }

    /// What the kernel takes an interface for. None if it is gone: then nothing can be written to it either.
    fn class(&self, interface: &str) -> Option<(u8, u8, u8)> {
        let byte =
            |file: &str| u8::from_str_radix(&self.folder.text(&format!("{interface}/{file}")).ok()?, 16).ok();
        Some((byte("bInterfaceClass")?, byte("bInterfaceSubClass")?, byte("bInterfaceProtocol")?))
    }

    /// Whether an interface of this kind works.
    pub(super) fn works(&self, name: &str, kind: Kind) -> bool {
        let (Some(described), Some(configuration)) = (&self.described, self.configuration()) else {
            return false;
        };
        let mut such = configuration.interfaces.iter().filter(|i| Kind::of(i, described.id) == kind);
        self.folder.is_set("authorized")
            && such.any(|i| self.folder.is_set(&format!("{}/authorized", configuration.path(name, i.number))))
    }

    /// Whether all keyboards in it have been let in before.
    pub(super) fn types(&self, name: &str) -> bool {
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
    pub(in super::super) fn path(&self, device: &str, number: u8) -> String {
        format!("{device}:{}.{number}", self.value)
    }
}

/// What the owner is told that stays off, of a device that has these.
fn refused(kinds: &[Kind]) -> Vec<Kind> {
    let has = |kind| kinds.contains(&kind);
    let silent = |kind: Kind| match kind {
        Kind::Nitrokey => has(Kind::CardReader),
        Kind::Ipp => has(Kind::Printer),
        _ => has(Kind::Keyboard) && kind.comes_with_keyboards(),
    };
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

pub(super) fn is_held_back(root: &Path, bus: &str) -> bool {
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
