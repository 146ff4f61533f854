//! A stick that is pulled out, loses its power, or returns other bytes than were written.

use std::cell::Cell;
use std::io;

use coldspare::machine::stick::folder::{Mounted, Stick};

/// What a faulty stick does, at its n-th operation.
#[derive(Debug, Clone, Copy)]
pub enum Fault {
    /// Pulled out.
    Gone,
    /// The power is cut: nothing more happens, and nobody tidies up.
    PowerCut,
    /// One bit of what is read is another one.
    Flips,
    /// From there on it is damaged.
    Damaged,
}

/// A folder, as such a stick.
pub struct Faulty {
    stick: Mounted,
    fault: Fault,
    left: Cell<u32>,
}

impl Faulty {
    /// It fails at this operation.
    pub fn at(stick: &Mounted, fault: Fault, n: u32) -> Self {
        Faulty { stick: stick.clone(), fault, left: Cell::new(n) }
    }

    fn step(&self) -> io::Result<()> {
        match self.left.get() {
            0 => Err(rustix_nodev()),
            // EIO.
            1 if matches!(self.fault, Fault::Damaged) => Err(io::Error::from_raw_os_error(5)),
            1 if !matches!(self.fault, Fault::Flips) => {
                // Once out, it stays out.
                self.left.set(0);
                Err(rustix_nodev())
            }
            n => {
                self.left.set(if n == 1 { 1 } else { n - 1 });
                Ok(())
            }
        }
    }
}

/// ENODEV, what a file system says whose device is gone.
fn rustix_nodev() -> io::Error {
    io::Error::from_raw_os_error(19)
}

impl Stick for Faulty {
    fn name(&self) -> String {
        "faulty".into()
    }
    fn create_folder(&self, folder: &str) -> io::Result<()> {
        self.step()?;
        self.stick.create_folder(folder)
    }
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            // Half of it arrived.
            std::fs::write(self.stick.root().join(path), &bytes[..bytes.len() / 2]).ok();
            return Err(error);
        }
        self.stick.write(path, bytes)
    }
    fn read(&self, path: &str, most: usize) -> io::Result<Vec<u8>> {
        self.step()?;
        let mut bytes = self.stick.read(path, most)?;
        if matches!(self.fault, Fault::Flips) && self.left.get() == 1 {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x10;
        }
        Ok(bytes)
    }
    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.step()?;
        self.stick.rename(from, to)
    }
    fn remove_folder(&self, folder: &str) -> io::Result<()> {
        self.step()?;
        self.stick.remove_folder(folder)
    }
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.step()?;
        self.stick.list(folder)
    }
}
