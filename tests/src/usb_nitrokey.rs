//! A virtual Nitrokey at a USB port of QEMU's: a process of its own for each, as for `pcscd`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use coldspare::nitrokey::Serial;
use virtual_nitrokey::Model;

use crate::pcsc::Process;

/// A virtual Nitrokey. What is on it stays while it is unplugged.
#[derive(Debug)]
pub struct UsbNitrokey {
    model: Model,
    serial: Serial,
    state: PathBuf,
    plugged: Option<Process>,
}

impl UsbNitrokey {
    /// One whose memory is a file in this folder, made if it is not there. It is not plugged in.
    pub fn in_drawer(drawer: &Path, model: Model, number: u32) -> Self {
        let state = drawer.join(format!("{model}-{number:08X}"));
        let serial = Serial { manufacturer: model.manufacturer(), number };
        UsbNitrokey { model, serial, state, plugged: None }
    }

    /// Its serial.
    pub fn serial(&self) -> Serial {
        self.serial
    }

    /// Plugs it into the port whose socket QEMU listens at, and does not wait. The computer may be
    /// switched on later, and off and on again.
    ///
    /// # Errors
    /// If the process does not start.
    pub fn plug(&mut self, socket: &Path) -> Result<()> {
        self.unplug();
        let arguments = [OsStr::new("--usbredir"), socket.as_os_str()];
        self.plugged = Some(Process::start(arguments, self.model, self.serial.number, &self.state)?);
        Ok(())
    }

    /// Puts a finger on its button, or takes it away. There is one as long as nobody takes it away.
    ///
    /// # Errors
    /// If it is not plugged in.
    pub fn touch(&mut self, on: bool) -> Result<()> {
        self.plugged.as_mut().context("it is not plugged in")?.touch(on)
    }

    /// Pulls it out, and does not wait until the computer has noticed.
    pub fn unplug(&mut self) {
        self.plugged = None;
    }
}
