//! Somebody before the appliance in QEMU: two ports for virtual Nitrokeys, a printer, and sticks.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use virtual_nitrokey::Model;

use crate::printer::usb::UsbPrinter;
use crate::qemu::{Computer, Hardware, StickFile};
use crate::typist::{Hands, Typist};
use crate::usb_nitrokey::UsbNitrokey;

/// Ports for Nitrokeys, from 0; the printer has the one after them.
const PORTS: usize = 2;
/// Room for more than a bundle.
const STICK: u64 = 64;

/// What lies around the computer. Everything is kept in one folder, also while the computer is off.
pub struct Appliance {
    computer: Computer,
    nitrokeys: Vec<UsbNitrokey>,
    ports: [Option<usize>; PORTS],
    printer: UsbPrinter,
    folder: PathBuf,
}

impl Appliance {
    /// Switches the computer on, with nothing plugged in but the stick that it starts from and the printer.
    ///
    /// # Errors
    /// What is missing.
    pub fn start(
        hardware: Hardware,
        folder: &Path,
        nitrokeys: &[(Model, u32)],
    ) -> Result<(Self, Typist<Computer>)> {
        let computer = Computer::start(hardware.usb_slots(PORTS + 1))?;
        for name in ["nitrokeys", "sticks", "tray"] {
            fs::create_dir_all(folder.join(name))?;
        }
        let drawer = folder.join("nitrokeys");
        let nitrokeys =
            nitrokeys.iter().map(|(model, number)| UsbNitrokey::in_drawer(&drawer, *model, *number));
        let appliance = Appliance {
            nitrokeys: nitrokeys.collect(),
            ports: [None; PORTS],
            printer: UsbPrinter::start(&folder.join("tray"), "PDF", &computer.usb_slot(PORTS)?)?,
            folder: folder.to_owned(),
            computer: computer.clone(),
        };
        Ok((appliance, Typist::before(computer)))
    }

    /// The computer.
    pub fn computer(&self) -> &Computer {
        &self.computer
    }

    /// Where the sticks lie: each is a file of its name.
    pub fn shelf(&self) -> PathBuf {
        self.folder.join("sticks")
    }

    /// The stick of this name; a new one is formatted.
    ///
    /// # Errors
    /// If it cannot be formatted.
    pub fn stick(&self, name: &str) -> Result<StickFile> {
        let file = self.shelf().join(name);
        if file.exists() { Ok(StickFile::at(file)) } else { StickFile::new(file, name, STICK) }
    }

    /// The port that a Nitrokey is in, counted from 0 as both are.
    pub fn port(&self, nitrokey: usize) -> Option<usize> {
        self.ports.iter().position(|plugged| *plugged == Some(nitrokey))
    }

    /// Puts a finger on the button of a Nitrokey that is plugged in, or takes it away. At first there is one.
    ///
    /// # Errors
    /// If it is not plugged in.
    pub fn touch(&mut self, nitrokey: usize, on: bool) -> Result<()> {
        self.nitrokeys.get_mut(nitrokey).context("there is no such Nitrokey")?.touch(on)
    }

    /// What a Nitrokey keeps, as a file.
    pub fn memory(&self, model: Model, number: u32) -> PathBuf {
        self.folder.join("nitrokeys").join(format!("{model}-{number:08X}"))
    }
}

impl Hands for Appliance {
    fn plug(&mut self, nitrokey: usize) -> Result<()> {
        let port = self.ports.iter().position(Option::is_none).context("both ports are in use")?;
        let socket = self.computer.usb_slot(port)?;
        self.nitrokeys.get_mut(nitrokey).context("there is no such Nitrokey")?.plug(&socket)?;
        self.ports[port] = Some(nitrokey);
        Ok(())
    }

    fn unplug(&mut self, nitrokey: usize) -> Result<()> {
        self.nitrokeys.get_mut(nitrokey).context("there is no such Nitrokey")?.unplug();
        for port in &mut self.ports {
            port.take_if(|plugged| *plugged == nitrokey);
        }
        Ok(())
    }

    fn plug_stick(&mut self, name: &str) -> Result<()> {
        self.computer.plug_stick(name, &self.stick(name)?)
    }

    fn unplug_stick(&mut self, name: &str) -> Result<()> {
        self.computer.unplug_stick(name)
    }

    fn pages(&self) -> Vec<PathBuf> {
        self.printer.pages()
    }
}
