//! Stand-ins for a printer's file under `/dev/usb`, and for what sysfs tells of it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::Command;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};
use coldspare::paper::printer::{Printer, Printers};
use tempfile::TempDir;

use crate::paper::output_of;

/// A folder with one printer, `lp0`.
#[derive(Debug)]
pub struct StandIn {
    /// With the folders `usb` and `class`.
    pub folder: TempDir,
}

impl StandIn {
    /// With this device id; it takes all that comes.
    ///
    /// # Errors
    /// What the system says.
    pub fn new(device_id: &str) -> Result<Self> {
        let stand_in = StandIn { folder: tempfile::tempdir()? };
        fs::create_dir(stand_in.folder.path().join("usb"))?;
        let device = stand_in.folder.path().join("class/lp0/device");
        fs::create_dir_all(&device)?;
        fs::write(device.join("ieee1284_id"), device_id)?;
        File::create(stand_in.device())?;
        Ok(stand_in)
    }

    /// Where it is.
    pub fn device(&self) -> PathBuf {
        self.folder.path().join("usb/lp0")
    }

    /// As the program finds it, with little patience.
    ///
    /// # Errors
    /// What the system says.
    pub fn printer(&self) -> Result<Printer> {
        let folder = self.folder.path();
        let printers = Printers::at(folder.join("usb"), folder.join("class"));
        printers.patience(Duration::from_millis(300)).list().pop().context("no printer")
    }

    /// All that it took.
    ///
    /// # Errors
    /// What the system says.
    pub fn received(&self) -> Result<Vec<u8>> {
        Ok(fs::read(self.device())?)
    }

    /// What stands there gives way to a new file that takes all that comes.
    pub fn replace(&self) {
        fs::remove_file(self.device()).ok();
        File::create(self.device()).ok();
    }
}

/// A printer as a FIFO: it takes 64 kB, and then nothing until somebody reads.
#[derive(Debug)]
pub struct Fifo {
    /// Where it is.
    pub stand_in: StandIn,
    /// Keep it open: the printer is connected, and the reader waits for more.
    hold: Option<File>,
    reader: Option<File>,
    reading: Option<JoinHandle<io::Result<Vec<u8>>>>,
}

impl Fifo {
    /// With this device id.
    ///
    /// # Errors
    /// What the system says.
    pub fn new(device_id: &str) -> Result<Self> {
        let stand_in = StandIn::new(device_id)?;
        let device = stand_in.device();
        fs::remove_file(&device)?;
        output_of(Command::new("mkfifo").arg(&device))?;
        let hold = File::options().read(true).write(true).open(&device)?;
        Ok(Fifo { stand_in, hold: Some(hold), reader: Some(File::open(device)?), reading: None })
    }

    /// Whether somebody reads.
    pub fn is_read(&self) -> bool {
        self.reading.is_some()
    }

    /// Its cable is pulled: nobody is there any more. False if nobody was.
    pub fn pull(&mut self) -> bool {
        self.reader = None;
        self.hold.take().is_some()
    }

    /// From now on somebody reads.
    pub fn read(&mut self) {
        let Some(mut reader) = self.reader.take() else { return };
        self.reading = Some(thread::spawn(move || {
            let mut received = Vec::new();
            reader.read_to_end(&mut received)?;
            Ok(received)
        }));
    }

    /// All that was read.
    ///
    /// # Errors
    /// If nobody read.
    pub fn received(self) -> Result<Vec<u8>> {
        drop(self.hold);
        let reading = self.reading.context("nobody read")?;
        Ok(reading.join().ok().context("the reader panicked")??)
    }
}
