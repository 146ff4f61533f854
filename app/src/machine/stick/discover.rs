//! Which sticks are plugged in, so that the owner chooses one by its label.
//!
//! On the appliance, what counts is what is on USB: `appliance` finds it, `recognise` reads what is on it,
//! `mount` mounts it for each use, and [`Format`] formats what has no file system. On any other computer it is
//! what somebody has mounted (`desktop`), and in a trial a folder.

mod appliance;
mod desktop;
mod format;
mod kernel;
mod mount;
mod recognise;
mod table;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::folder::{Mounted, StickError, from_io};
use crate::language::shown::plain;
use appliance::{Appliance, Device};
pub use format::Format;
pub(in crate::machine) use mount::Mount;
use recognise::FileSystem;

/// As much of a name as is shown: whoever made the stick wrote it.
const NAME: usize = 60;
/// The label of the partition that starts Coldspare. Nobody else's is called that.
const BOOT_LABEL: &str = "COLDSTART";
/// `/sys` counts in these, whatever the medium has.
const SECTOR: u64 = 512;

/// Where sticks appear.
#[derive(Debug, Clone)]
pub struct Sticks(Place);

#[derive(Debug, Clone)]
enum Place {
    Appliance(Arc<Appliance>),
    /// Below these: `proc`, `sys` and `dev`.
    Machine(PathBuf),
    Folder(PathBuf),
}

impl Sticks {
    /// At the ports of the appliance, where nobody else mounts them.
    pub fn of_the_appliance() -> Self {
        Self::of_an_appliance("/")
    }

    /// The same with its `sys` and `dev` below another folder, for tests.
    pub fn of_an_appliance(machine: impl AsRef<Path>) -> Self {
        Sticks(Place::Appliance(Arc::new(Appliance::new(machine.as_ref()))))
    }

    /// At this machine's ports, where its own system mounts them.
    pub fn of_this_machine() -> Self {
        Sticks(Place::Machine("/".into()))
    }

    /// The same with its `proc`, `sys` and `dev` below another folder.
    #[cfg(test)]
    pub(crate) fn of_a_machine(root: impl Into<PathBuf>) -> Self {
        Sticks(Place::Machine(root.into()))
    }

    /// In this folder, where each folder is a stick of that name: for a trial on a computer on which
    /// nothing shall be written.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Sticks(Place::Folder(folder.into()))
    }

    /// All that are plugged in, by their names. It may be asked several times a second.
    pub fn list(&self) -> Vec<Plugged> {
        let mut plugged = match &self.0 {
            Place::Appliance(appliance) => appliance.list(),
            Place::Machine(root) => desktop::list(root),
            Place::Folder(folder) => in_folder(folder),
        };
        plugged.sort_by(|a, b| (&a.name, &a.root).cmp(&(&b.name, &b.root)));
        plugged
    }
}

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
    name: String,
    id: String,
    /// The ids of all that is on the same stick: it may have several file systems, and say that it is several disks.
    beside: Vec<String>,
    model: Option<String>,
    root: PathBuf,
    size: Option<u64>,
    free: Option<u64>,
    condition: Condition,
    /// Whether it is on a stick that starts Coldspare.
    starts: bool,
    /// What the program itself has to mount.
    device: Option<(Device, Option<FileSystem>)>,
}

impl Plugged {
    /// One that is mounted already.
    fn mounted(root: PathBuf, name: String) -> Self {
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

    /// Makes it ready to be read and written. One that was taken out and is back at another port is found there.
    ///
    /// # Errors
    /// [`StickError::Gone`] if it was pulled out in the meantime; [`StickError::Unformatted`].
    pub fn open(&self) -> Result<Mounted, StickError> {
        let gone = || StickError::Gone { stick: self.name.clone() };
        match &self.device {
            None if self.root.is_dir() => Ok(Mounted::named(&self.root, &self.name)),
            None => Err(gone()),
            Some((_, None)) => Err(StickError::Unformatted { stick: self.name.clone() }),
            Some((device, Some(kind))) => {
                let device = device.again(&self.id).ok_or_else(gone)?;
                let mount = Mount::new(device, *kind).map_err(|error| from_io(&self.name, "", error))?;
                Ok(Mounted::of(mount, &self.name))
            }
        }
    }
}

/// Looks what is on a medium: the label that would be shown, if it has one.
pub(in crate::machine) fn read(medium: &mut (impl Read + Seek)) -> Option<String> {
    let _ = table::that_start(medium);
    match recognise::recognise(medium) {
        Ok(recognise::Content::Volume { label, .. }) => label,
        _ => None,
    }
}

/// The names of sticks in a table of mounts, as the system has it.
pub(in crate::machine) fn read_mounts(table: &[u8]) -> Vec<String> {
    desktop::names(table)
}

/// The USB device that a disk is in. Its name does not tell: one stick may have several disks (LUNs), and a serial
/// number many sticks. Above it are hubs, whose serial says at which port it is.
fn usb_device(disk: &Path) -> Option<PathBuf> {
    disk.ancestors().find(|place| place.join("idVendor").exists()).map(Path::to_owned)
}

/// Lets all that is in one device know each other: one stick, as its owner has it in the hand, though it may say that it
/// is two.
fn together(disks: impl Iterator<Item = (PathBuf, Vec<Plugged>)>) -> Vec<Plugged> {
    let mut devices: BTreeMap<PathBuf, Vec<Plugged>> = BTreeMap::new();
    disks.for_each(|(device, sticks)| devices.entry(device).or_default().extend(sticks));
    for on_one in devices.values_mut() {
        let ids: Vec<_> = on_one.iter().map(|stick| stick.id.clone()).collect();
        on_one.iter_mut().for_each(|stick| stick.beside.clone_from(&ids));
    }
    devices.into_values().flatten().collect()
}

fn in_folder(folder: &Path) -> Vec<Plugged> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.map(|entry| entry.path()).filter(|path| path.is_dir());
    // The size of the disk below says nothing about such a stick.
    folders
        .filter_map(|root| {
            let id = root.file_name()?.to_string_lossy().into_owned();
            Some(Plugged { name: plain(&id, NAME), ..Plugged::mounted(root, id) })
        })
        .collect()
}

fn number(file: &Path) -> Option<u64> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::folder::Stick;
    use super::*;

    #[test]
    fn a_folder_of_folders_stands_in_for_sticks() {
        let folder = tempfile::tempdir().unwrap();
        let sticks = Sticks::at(folder.path());
        assert_eq!(sticks.list(), []);
        fs::create_dir(folder.path().join("COLDSPARE")).unwrap();
        fs::write(folder.path().join("no stick"), "").unwrap();
        let plugged = sticks.list();
        assert_eq!(plugged.len(), 1);
        assert_eq!(plugged[0].open().unwrap().name(), "COLDSPARE");
        fs::remove_dir(folder.path().join("COLDSPARE")).unwrap();
        assert!(matches!(plugged[0].open(), Err(StickError::Gone { stick }) if stick == "COLDSPARE"));
    }

    #[test]
    fn no_name_of_a_stick_can_draw_on_the_screen() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["\u{1b}[2JA", "\u{202e}A", "\u{200b}A"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let sticks = Sticks::at(folder.path()).list();
        let names: Vec<_> = sticks.iter().map(Plugged::name).collect();
        assert_eq!(names, ["?A", "?A", "?[2JA"]);
        // They are three all the same.
        assert!(!sticks[0].is_beside(&sticks[1]) && sticks.iter().all(|stick| stick.open().is_ok()));
    }

    #[test]
    fn this_machine_can_be_asked() {
        Sticks::of_this_machine().list();
    }
}
