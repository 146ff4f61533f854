//! The USB ports of an appliance as the kernel shows them: `/sys` is a folder, and disks are files.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use coldspare::machine::stick::discover::Sticks;
use tempfile::TempDir;

/// Where a disk is plugged in, below `sys/devices`.
pub const PORT: &str = "pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host0/target0:0:0/0:0:0:0/block";
/// The same at another controller.
pub const OTHER_PORT: &str = "pci0000:00/0000:00:1a.0/usb2/2-1/2-1:1.0/host3/target3:0:0/3:0:0:0/block";
/// A disk inside the computer.
pub const NO_USB: &str = "pci0000:00/0000:00:17.0/ata1/host1/target1:0:0/1:0:0:0/block";

/// Sectors of 512 bytes, in which the kernel counts.
const SECTOR: u64 = 512;

/// The ports.
pub struct Ports {
    folder: TempDir,
    sticks: Sticks,
    plugged_in: u64,
}

fn put(file: &Path, text: impl ToString) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text.to_string() + "\n")
}

fn is_usb(place: &Path) -> bool {
    place.file_name().is_some_and(|name| name.to_string_lossy().starts_with("usb"))
}

impl Ports {
    /// With nothing plugged in.
    ///
    /// # Errors
    /// What the system says.
    pub fn new() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        for place in ["sys/class/block", "dev"] {
            fs::create_dir_all(folder.path().join(place))?;
        }
        let sticks = Sticks::of_an_appliance(folder.path());
        Ok(Ports { folder, sticks, plugged_in: 0 })
    }

    /// What the appliance makes of it.
    pub fn sticks(&self) -> &Sticks {
        &self.sticks
    }

    /// The file of a disk or a partition.
    pub fn dev(&self, node: &str) -> PathBuf {
        self.folder.path().join("dev").join(node)
    }

    /// Plugs a disk in, with its partitions: the sector that each begins at, and what is on it.
    ///
    /// # Errors
    /// What the system says.
    pub fn plug(
        &mut self,
        port: &str,
        node: &str,
        disk: &[u8],
        partitions: &[(u64, Vec<u8>)],
    ) -> io::Result<()> {
        self.plugged_in += 1;
        let place = self.folder.path().join("sys/devices").join(port).join(node);
        put(&place.join("size"), disk.len() as u64 / SECTOR)?;
        put(&place.join("diskseq"), self.plugged_in)?;
        put(&place.join("device/vendor"), "SanDisk ")?;
        put(&place.join("device/model"), "Ultra           ")?;
        // A root hub's serial is the place of its controller. This stick has none.
        for hub in place.ancestors().filter(|place| is_usb(place)) {
            put(&hub.join("idVendor"), "1d6b")?;
            put(&hub.join("serial"), hub.parent().unwrap_or(hub).display())?;
        }
        if let Some(stick) = place.ancestors().find(|place| place.parent().is_some_and(is_usb)) {
            put(&stick.join("idVendor"), "0781")?;
        }
        fs::write(self.dev(node), disk)?;
        for (nth, (start, content)) in (1..).zip(partitions) {
            let name = format!("{node}{nth}");
            let part = place.join(&name);
            put(&part.join("partition"), nth)?;
            put(&part.join("start"), start)?;
            put(&part.join("size"), content.len() as u64 / SECTOR)?;
            fs::write(self.dev(&name), content)?;
            self.show(&part, &name)?;
        }
        self.show(&place, node)
    }

    fn show(&self, place: &Path, node: &str) -> io::Result<()> {
        symlink(place, self.folder.path().join("sys/class/block").join(node))
    }

    /// Finds the first partition of a disk, as the kernel does when it is told to look again.
    ///
    /// # Errors
    /// What the system says.
    pub fn read_table(&self, disk: &str) -> io::Result<()> {
        let mut file = File::open(self.dev(disk))?;
        let mut table = [0; SECTOR as usize];
        file.read_exact(&mut table)?;
        let [begins, length] = [454, 458].map(|at| {
            let number = table[at..].first_chunk().copied().unwrap_or_default();
            u64::from(u32::from_le_bytes(number))
        });
        file.seek(SeekFrom::Start(begins * SECTOR))?;
        let name = format!("{disk}1");
        io::copy(&mut file.take(length * SECTOR), &mut File::create(self.dev(&name))?)?;
        let part = fs::canonicalize(self.folder.path().join("sys/class/block").join(disk))?.join(&name);
        put(&part.join("partition"), 1)?;
        put(&part.join("start"), begins)?;
        put(&part.join("size"), length)?;
        self.show(&part, &name)
    }

    /// Gives a disk more room, with nothing in it.
    ///
    /// # Errors
    /// What the system says.
    pub fn grow(&self, node: &str, size: u64) -> io::Result<()> {
        File::options().write(true).open(self.dev(node))?.set_len(size)?;
        put(&self.folder.path().join("sys/class/block").join(node).join("size"), size / SECTOR)
    }

    /// Pulls a disk out.
    ///
    /// # Errors
    /// What the system says.
    pub fn unplug(&self, node: &str) -> io::Result<()> {
        for place in ["sys/class/block", "dev"] {
            for entry in fs::read_dir(self.folder.path().join(place))? {
                let entry = entry?;
                if entry.file_name().to_string_lossy().starts_with(node) {
                    fs::remove_file(entry.path())?;
                }
            }
        }
        Ok(())
    }
}
