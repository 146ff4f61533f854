//! A stick without a file system gets one, after its owner has typed its size.
//!
//! ```text
//! sector 0     the partition table, written last: until it is there, there is nothing
//! 1 MiB …      FAT16, or FAT32 from 512 MiB on, labelled COLDSPARE
//! ```

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};

use fatfs::{FatType, FormatVolumeOptions};
use rustix::fs::OFlags;

use super::appliance::formatted;
use super::device::Device;
use super::kernel;
use super::plugged::{Condition, Plugged, SECTOR};
use crate::machine::entropy;
use crate::machine::stick::folder::{StickError, from_io};

/// Partitions begin here, as every system does it.
const START: u64 = 1 << 20;
/// What is wiped at both ends, so that nobody recognises what was there before: the beginnings of file
/// systems, and the second table of a GPT.
const WIPED: u64 = 2 << 20;
/// FAT16 needs that much, and sticks have more.
const SMALLEST: u64 = 32 << 20;
/// From this size on it is FAT32.
const FAT32: u64 = 512 << 20;
/// The table has 32 bits for sectors.
const LARGEST: u64 = SECTOR << 32;
const LABEL: [u8; 11] = *b"COLDSPARE  ";
const TABLE: usize = 446;
/// FAT16 and FAT32 with logical block addresses.
const TYPE_FAT16: u8 = 0x0e;
const TYPE_FAT32: u8 = 0x0c;
/// No place that a BIOS of cylinders, heads and sectors could reach; the sector numbers count.
const NO_CHS: [u8; 3] = [0xfe, 0xff, 0xff];

/// A stick whose owner has confirmed that everything on it may be erased.
#[derive(Debug, Clone)]
pub struct Format {
    device: Device,
    name: String,
}

impl Format {
    /// What is to be typed: the size in megabytes. It stands beside what will be erased, belongs to this stick,
    /// and is the same in every language and on every keyboard.
    pub fn password(stick: &Plugged) -> Option<String> {
        Some((Self::device(stick)?.size() / 1_000_000).to_string())
    }

    /// The right to format `stick`, if `typed` is its size.
    pub fn confirm(stick: &Plugged, typed: &str) -> Option<Self> {
        let right = Self::password(stick).is_some_and(|size| size == typed.trim());
        let device = Self::device(stick).filter(|_| right)?;
        Some(Format { device: device.clone(), name: stick.name().to_owned() })
    }

    /// Only what has no file system that can be used.
    fn device(stick: &Plugged) -> Option<&Device> {
        let unformatted = matches!(stick.condition(), Condition::Unformatted { .. });
        let fits = |device: &&Device| (SMALLEST..LARGEST).contains(&device.size());
        stick.device.as_ref().map(|(device, _)| device).filter(|_| unformatted).filter(fits)
    }

    /// Formats it.
    ///
    /// # Errors
    /// [`StickError`]. What was on it is lost all the same.
    pub fn run(&self) -> Result<(), StickError> {
        let done = self.write();
        // Also if it failed half-way, something else is on it now.
        formatted(&self.device);
        done.map_err(|error| match self.device.is_there() {
            true => from_io(&self.name, "", error),
            false => StickError::Gone { stick: self.name.clone() },
        })
    }

    fn write(&self) -> io::Result<()> {
        if !self.device.is_there() {
            return Err(rustix::io::Errno::NODEV.into());
        }
        let mut id = [0; 4];
        entropy::random(&mut id).map_err(io::Error::other)?;
        // Alone: what is mounted is not formatted.
        let exclusive = i32::try_from(OFlags::EXCL.bits()).unwrap_or_default();
        let disk =
            OpenOptions::new().read(true).write(true).custom_flags(exclusive).open(self.device.path())?;
        format(&disk, self.device.size(), u32::from_le_bytes(id))?;
        match disk.metadata()?.file_type().is_block_device() {
            true => Ok(kernel::read_table_again(&disk)?),
            false => Ok(()),
        }
    }
}

/// Writes the file system, waits until the medium has it, and then writes the table that leads to it.
fn format(disk: &File, size: u64, id: u32) -> io::Result<()> {
    let length = (size - START) / START * START;
    wipe(disk, 0)?;
    wipe(disk, size - WIPED)?;
    let (kind, fat) =
        if length < FAT32 { (TYPE_FAT16, FatType::Fat16) } else { (TYPE_FAT32, FatType::Fat32) };
    let sectors = |bytes: u64| u32::try_from(bytes / SECTOR).map_err(io::Error::other);
    let options = FormatVolumeOptions::new()
        .volume_label(LABEL)
        .volume_id(id)
        .total_sectors(sectors(length)?)
        .media(0xf8)
        .fat_type(fat);
    let mut partition = Partition { disk: BufWriter::with_capacity(1 << 16, disk), length, at: 0 };
    partition.rewind()?;
    fatfs::format_volume(&mut partition, options)?;
    partition.flush()?;
    drop(partition);
    disk.sync_all()?;

    let mut first = [0; SECTOR as usize];
    first[TABLE - 6..TABLE - 2].copy_from_slice(&id.to_le_bytes());
    let entry = &mut first[TABLE..TABLE + 16];
    entry[1..4].copy_from_slice(&NO_CHS);
    entry[4] = kind;
    entry[5..8].copy_from_slice(&NO_CHS);
    entry[8..12].copy_from_slice(&sectors(START)?.to_le_bytes());
    entry[12..16].copy_from_slice(&sectors(length)?.to_le_bytes());
    first[510..].copy_from_slice(&[0x55, 0xaa]);
    write_at(disk, 0, &first)?;
    disk.sync_all()
}

fn wipe(disk: &File, at: u64) -> io::Result<()> {
    write_at(disk, at, &vec![0; WIPED as usize])
}

fn write_at(mut disk: &File, at: u64, bytes: &[u8]) -> io::Result<()> {
    disk.seek(SeekFrom::Start(at))?;
    disk.write_all(bytes)
}

/// The partition alone.
struct Partition<'a> {
    disk: BufWriter<&'a File>,
    length: u64,
    at: u64,
}

impl Read for Partition<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.disk.flush()?;
        let left = usize::try_from(self.length.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = left.min(buffer.len());
        let read = self.disk.get_mut().read(&mut buffer[..most])?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Write for Partition<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let written = self.disk.write(&bytes[..left.min(bytes.len())])?;
        self.at += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.disk.flush()
    }
}

impl Seek for Partition<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
        };
        let to = to.ok_or(io::ErrorKind::InvalidInput)?;
        self.disk.seek(SeekFrom::Start(START + to))?;
        self.at = to;
        Ok(to)
    }
}
