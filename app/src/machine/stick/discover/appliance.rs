//! The sticks of the appliance: nobody else mounts them there. What is plugged in is told by the kernel in
//! `/sys`; what is on it is read once, when it was plugged in.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::device::{Device, number};
use super::plugged::{BOOT_LABEL, Condition, NAME, Plugged, SECTOR, together, usb_device};
use super::recognise::{Content, recognise};
use super::table;
use crate::language::shown::plain;

/// How often the kernel asks a card reader whether there is a card, in milliseconds.
const ASK: &str = "1000";
/// No file system of ours is smaller, nor is it offered to make one.
const SMALLEST: u64 = 128 << 10;

/// How often each disk was formatted. What was read of it before may not be there any more.
static FORMATTED: Mutex<BTreeMap<PathBuf, u64>> = Mutex::new(BTreeMap::new());

/// Has a disk read again.
pub(super) fn formatted(disk: &Device) {
    *times_formatted().entry(disk.path()).or_default() += 1;
}

fn times_formatted() -> MutexGuard<'static, BTreeMap<PathBuf, u64>> {
    FORMATTED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A disk on USB.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Disk {
    device: Device,
    partitions: Vec<Device>,
    /// Maker and model.
    model: Option<String>,
    serial: String,
    /// The USB device that it is in; itself, if there is none.
    inside: PathBuf,
    /// How often it was formatted.
    formatted: u64,
}

/// All sticks of a machine, with what was read of them.
#[derive(Debug)]
pub(super) struct Appliance {
    machine: PathBuf,
    seen: Mutex<Vec<(Disk, Vec<Plugged>)>>,
}

impl Appliance {
    /// With `sys` and `dev` below `machine`.
    pub(super) fn new(machine: &Path) -> Self {
        // Without udev nobody else says so. If it cannot be said, a card is found when the reader is
        // plugged in again.
        fs::write(machine.join("sys/module/block/parameters/events_dfl_poll_msecs"), ASK).ok();
        Appliance { machine: machine.to_owned(), seen: Mutex::default() }
    }

    /// What is plugged in.
    pub(super) fn list(&self) -> Vec<Plugged> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::take(&mut *seen);
        let disks = self.disks();
        let mut fresh = false;
        for disk in disks.iter().cloned() {
            let sticks = match before.iter().find(|(known, _)| *known == disk) {
                Some((_, sticks)) => sticks.clone(),
                None => match catch_unwind(AssertUnwindSafe(|| disk.inspect()))
                    .unwrap_or_else(|_| Ok(disk.unreadable()))
                {
                    Ok(sticks) => sticks,
                    // `/sys` has it a moment before `/dev`.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                    // One that cannot be read is not asked again and again: it may take seconds to say so.
                    Err(_) => Vec::new(),
                },
            };
            fresh |= !before.iter().any(|(known, _)| *known == disk);
            seen.push((disk, sticks));
        }
        if fresh {
            // The kernel knows a disk before it knows its partitions. What changed meanwhile is left to the next
            // time.
            let now = self.disks();
            seen.retain(|(disk, _)| now.contains(disk));
        }
        together(seen.iter().map(|(disk, sticks)| (disk.inside.clone(), sticks.clone())))
    }

    fn disks(&self) -> Vec<Disk> {
        let class = self.machine.join("sys/class/block");
        let entries = fs::read_dir(&class).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.filter_map(|entry| fs::canonicalize(entry.path()).ok()).collect();
        paths.sort();
        let on_usb = |path: &&PathBuf| path.iter().any(|part| part.to_string_lossy().starts_with("usb"));
        let disks = paths.iter().filter(on_usb).filter(|path| !path.join("partition").exists());
        disks.filter_map(|path| self.disk(path, &paths)).collect()
    }

    fn disk(&self, path: &Path, all: &[PathBuf]) -> Option<Disk> {
        let device = self.device(path, path)?;
        let ours = all.iter().filter(|other| other.parent() == Some(path));
        let mut partitions: Vec<_> = ours.filter_map(|partition| self.device(path, partition)).collect();
        partitions.sort_by_key(|device| device.partition.map(|(_, number)| number));
        let text = |file: PathBuf| fs::read_to_string(file).ok().map(|text| text.trim().to_owned());
        let (vendor, model) = (text(path.join("device/vendor")), text(path.join("device/model")));
        let model = match (vendor.unwrap_or_default(), model.unwrap_or_default()) {
            (vendor, model) if model.starts_with(&vendor) => model,
            (vendor, model) => format!("{vendor} {model}"),
        };
        let usb = usb_device(path);
        Some(Disk {
            formatted: times_formatted().get(&device.path()).copied().unwrap_or_default(),
            device,
            partitions,
            model: Some(plain(model.trim(), NAME)).filter(|model| !model.is_empty()),
            serial: usb.as_ref().and_then(|usb| text(usb.join("serial"))).unwrap_or_default(),
            inside: usb.unwrap_or_else(|| path.to_owned()),
        })
    }

    /// `None`: without a medium, or with next to no room.
    fn device(&self, disk: &Path, path: &Path) -> Option<Device> {
        let name = |path: &Path| Some(path.file_name()?.to_string_lossy().into_owned());
        let size = number(&path.join("size"))?.saturating_mul(SECTOR);
        let partition = number(&path.join("partition"));
        let device = Device {
            machine: self.machine.clone(),
            disk: name(disk)?,
            node: name(path)?,
            number: number(&disk.join("diskseq")),
            size,
            partition: partition.map(|nth| (number(&path.join("start")).unwrap_or_default(), nth)),
        };
        (size >= SMALLEST).then_some(device)
    }
}

impl Disk {
    /// Its file systems; if there is none that can be used, the disk itself, to be formatted.
    fn inspect(&self) -> io::Result<Vec<Plugged>> {
        let mut whole = File::open(self.device.path())?;
        if self.partitions.is_empty() {
            let content = recognise(&mut whole)?;
            return Ok(vec![self.stick(&self.device, content)]);
        }
        let starts_a_computer = table::that_start(&mut whole)?;
        let (mut usable, mut other, mut ours) = (Vec::new(), None, false);
        for partition in &self.partitions {
            // One bad partition says nothing of the others.
            let content = File::open(partition.path()).and_then(|mut medium| recognise(&mut medium));
            let content = content.unwrap_or(Content::Nothing);
            let starts = partition.partition.is_some_and(|(start, _)| starts_a_computer.contains(&start));
            match &content {
                Content::Volume { label, .. } if starts => ours |= label.as_deref() == Some(BOOT_LABEL),
                Content::Volume { .. } => usable.push(self.stick(partition, content)),
                Content::Other(name) => other = other.or(Some(*name)),
                Content::Nothing => {}
            }
        }
        // What the appliance was started from is never offered to be formatted.
        if usable.is_empty() && !ours {
            let content = other.map_or(Content::Nothing, Content::Other);
            usable.push(self.stick(&self.device, content));
        }
        usable.iter_mut().for_each(|stick| stick.starts = ours);
        Ok(usable)
    }

    /// One over which the program fell: it hides no other, and is not hidden itself.
    fn unreadable(&self) -> Vec<Plugged> {
        let stick = self.stick(&self.device, Content::Nothing);
        vec![Plugged { condition: Condition::Unreadable, ..stick }]
    }

    fn stick(&self, device: &Device, content: Content) -> Plugged {
        let (condition, label, id) = match content {
            Content::Volume { kind, label, id } => (Condition::Ready, label, Some((kind, id))),
            Content::Other(name) => (Condition::Unformatted { has: Some(name) }, None, None),
            Content::Nothing => (Condition::Unformatted { has: None }, None, None),
        };
        let volume = id.map_or_else(|| device.tag(), |(_, id)| format!("{id:08X}"));
        let model = self.model.clone();
        Plugged {
            name: label.clone().or_else(|| model.clone()).unwrap_or_else(|| device.node.clone()),
            root: PathBuf::from(super::mount::PLACE).join(device.tag()),
            size: Some(device.size),
            free: None,
            beside: Vec::new(),
            id: format!("{volume} {} {}", self.serial, label.unwrap_or_default()),
            model,
            condition,
            starts: false,
            device: Some((device.clone(), id.map(|(kind, _)| kind))),
        }
    }
}
