//! A virtual Nitrokey at a USB port of QEMU's: a process of its own for each, as for `pcscd`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};
use coldspare::nitrokey::Serial;
use virtual_nitrokey::Model;

/// A virtual Nitrokey. What is on it stays while it is unplugged.
#[derive(Debug)]
pub struct UsbNitrokey {
    model: Model,
    serial: Serial,
    state: PathBuf,
    plugged: Option<Child>,
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
        let program = crate::virtual_nitrokey();
        ensure!(program.exists(), "{} is missing: build virtual-nitrokey", program.display());
        // A key that still looks for its port would outlive who started it.
        let child = Command::new("setpriv")
            .args(["--pdeathsig", "KILL"])
            .arg(&program)
            .arg("--usbredir")
            .arg(socket)
            .args(["--serial", &format!("{:08X}", self.serial.number)])
            .args(["--model", &self.model.to_string()])
            .arg("--state")
            .arg(&self.state)
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("setpriv (util-linux) is missing")?;
        self.plugged = Some(child);
        Ok(())
    }

    /// Puts a finger on its button, or takes it away. There is one as long as nobody takes it away.
    ///
    /// # Errors
    /// If it is not plugged in.
    pub fn touch(&mut self, on: bool) -> Result<()> {
        let process = self.plugged.as_mut().context("it is not plugged in")?;
        let strings = process.stdin.as_mut().context("no standard input")?;
        Ok(strings.write_all(if on { b"touch\n" } else { b"notouch\n" })?)
    }

    /// Pulls it out, and does not wait until the computer has noticed.
    pub fn unplug(&mut self) {
        if let Some(mut process) = self.plugged.take() {
            process.kill().ok();
            process.wait().ok();
        }
    }
}

impl Drop for UsbNitrokey {
    fn drop(&mut self) {
        self.unplug();
    }
}
