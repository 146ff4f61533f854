//! A stick that is plugged in, as it is listed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::device::Device;
use super::recognise::FileSystem;

/// As much of a name as is shown: whoever made the stick wrote it.
pub(super) const NAME: usize = 60;
/// The label of the partition that starts Coldspare. Nobody else's is called that.
pub(super) const BOOT_LABEL: &str = "COLDSTART";
/// `/sys` counts in these, whatever the medium has.
pub(super) const SECTOR: u64 = 512;

/// What can be done with a stick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It can be opened.
    Ready,
    /// It has no file system that can be used, but it can be formatted.
    Unformatted {
        /// What was recognised on it, by its name.
        has: Option<&'static str>,
    },
    /// The program fell over what is on it. It is not touched.
    Unreadable,
}

/// A stick that is plugged in, or one of several file systems on it. Two are equal if they are the same one with
/// the same on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plugged {
    pub(super) name: String,
    pub(super) id: String,
    /// The ids of all that is on the same stick: it may have several file systems, and say that it is several disks.
    pub(super) beside: Vec<String>,
    pub(super) model: Option<String>,
    pub(super) root: PathBuf,
    pub(super) size: Option<u64>,
    pub(super) free: Option<u64>,
    pub(super) condition: Condition,
    /// Whether it is on a stick that starts Coldspare.
    pub(super) starts: bool,
    /// What the program itself has to mount.
    pub(super) device: Option<(Device, Option<FileSystem>)>,
}

impl Plugged {
    /// One that is mounted already.
    pub(super) fn mounted(root: PathBuf, name: String) -> Self {
        Plugged {
            id: name.clone(),
            beside: vec![name.clone()],
            name,
            model: None,
            root,
            size: None,
            free: None,
            condition: Condition::Ready,
            starts: false,
            device: None,
        }
    }

    /// Its label; without one, the name that the system gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What tells it from others of the same label, also after it was out. It is not to be shown.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether both are on the same stick, also if that was out in between.
    pub fn is_beside(&self, other: &Plugged) -> bool {
        self.beside.iter().any(|id| other.beside.contains(id))
    }

    /// Whether Coldspare is started from this stick. When it is made anew, all that is on it is gone.
    pub fn starts_coldspare(&self) -> bool {
        self.starts
    }

    /// The same, as if Coldspare was started from it.
    #[cfg(test)]
    pub(crate) fn that_starts(self) -> Self {
        Plugged { starts: true, ..self }
    }

    /// Who made it, and how it is called there.
    pub fn model(&self) -> Option<&str> {
        self.model.as_deref()
    }

    /// What the system calls it: `sdb1`.
    pub fn node(&self) -> Option<&str> {
        self.device.as_ref().map(|(device, _)| device.node())
    }

    /// How many bytes it has.
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// How many bytes are free on it.
    pub fn free(&self) -> Option<u64> {
        self.free
    }

    /// Whether it can be opened.
    pub fn condition(&self) -> Condition {
        self.condition
    }
}

/// The USB device that a disk is in. Its name does not tell: one stick may have several disks (LUNs), and a serial
/// number many sticks. Above it are hubs, whose serial says at which port it is.
pub(super) fn usb_device(disk: &Path) -> Option<PathBuf> {
    disk.ancestors().find(|place| place.join("idVendor").exists()).map(Path::to_owned)
}

/// Lets all that is in one device know each other: one stick, as its owner has it in the hand, though it may say that it
/// is two.
pub(super) fn together(disks: impl Iterator<Item = (PathBuf, Vec<Plugged>)>) -> Vec<Plugged> {
    let mut devices: BTreeMap<PathBuf, Vec<Plugged>> = BTreeMap::new();
    disks.for_each(|(device, sticks)| devices.entry(device).or_default().extend(sticks));
    for on_one in devices.values_mut() {
        let ids: Vec<_> = on_one.iter().map(|stick| stick.id.clone()).collect();
        on_one.iter_mut().for_each(|stick| stick.beside.clone_from(&ids));
    }
    devices.into_values().flatten().collect()
}
