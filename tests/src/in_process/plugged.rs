//! What is plugged in and pulled out, and what was printed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use coldspare::machine::usb::{Notice, Seen, Typing};
use coldspare::tui::Wake;
use virtual_nitrokey::VirtualNitrokey;

use super::InProcess;

impl InProcess {
    /// Plugs a Nitrokey in, and waits until it was noticed.
    ///
    /// # Errors
    /// If it is not.
    pub fn plug(&mut self, key: &VirtualNitrokey) -> Result<()> {
        self.bus.0.plug(key.clone());
        self.noticed()
    }

    /// Pulls a Nitrokey out, and waits until that was noticed.
    ///
    /// # Errors
    /// If it is not.
    pub fn unplug(&mut self, key: &VirtualNitrokey) -> Result<()> {
        key.unplug();
        self.noticed()
    }

    fn noticed(&mut self) -> Result<()> {
        let there: Vec<_> = self.bus.0.keys().iter().map(VirtualNitrokey::serial).collect();
        self.until("the Nitrokeys are noticed", |in_process| {
            let context = in_process.app.context();
            // One whose reset was cut short does not say which it is.
            context.found.len() == there.len()
                && context.infos().all(|info| there.contains(&info.serial.number))
        })
    }

    /// Plugs a stick in, and waits until it was noticed. Its folder.
    ///
    /// # Errors
    /// If it is not.
    pub fn plug_stick(&mut self, name: &str) -> Result<PathBuf> {
        self.plug_stick_with(name, &[])
    }

    /// The same, with copies of these folders on it.
    ///
    /// # Errors
    /// If it is not noticed.
    pub fn plug_stick_with(&mut self, name: &str, folders: &[&Path]) -> Result<PathBuf> {
        let (drawer, stick) = (self.folder.path().join(name), self.folder.path().join("sticks").join(name));
        fs::create_dir(&drawer)?;
        for folder in folders {
            let copy = drawer.join(folder.file_name().context("a folder without a name")?);
            fs::create_dir(&copy)?;
            for file in fs::read_dir(folder)? {
                let file = file?;
                fs::copy(file.path(), copy.join(file.file_name()))?;
            }
        }
        fs::rename(drawer, &stick)?;
        self.until("the stick is noticed", |in_process| {
            in_process.app.context().plugged.iter().any(|stick| stick.name() == name)
        })?;
        Ok(stick)
    }

    /// Pulls a stick out, with all that is on it.
    ///
    /// # Errors
    /// If that is not noticed.
    pub fn unplug_stick(&mut self, name: &str) -> Result<()> {
        fs::remove_dir_all(self.folder.path().join("sticks").join(name))?;
        self.until("the stick is missed", |in_process| {
            in_process.app.context().plugged.iter().all(|stick| stick.name() != name)
        })
    }

    /// Tells of USB devices, as who guards the ports does.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn notice(&mut self, notices: &[Notice]) -> Result<()> {
        let keyboards = self.app.context().usb.keyboards.clone();
        self.wake(Wake::Usb(Seen { keyboards, notices: notices.to_vec() }))
    }

    /// Tells which keyboards work, as who guards the ports does.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn keyboards(&mut self, keyboards: &[Typing]) -> Result<()> {
        let notices = self.app.context().usb.notices.clone();
        self.wake(Wake::Usb(Seen { keyboards: keyboards.to_vec(), notices }))
    }

    /// What was answered since this was asked last: a keyboard's number, and whether it may type.
    pub fn answers(&self) -> Vec<(u64, bool)> {
        self.answers.try_iter().collect()
    }

    /// The printer is another one: it says this of itself (IEEE 1284 device id).
    ///
    /// # Errors
    /// What the system says.
    pub fn printer_says(&self, id: &str) -> Result<()> {
        Ok(fs::write(self.folder.path().join("printer/class/lp0/device/ieee1284_id"), id)?)
    }

    /// The printer's cable is pulled, for good.
    ///
    /// # Errors
    /// What the system says.
    pub fn unplug_printer(&self) -> Result<()> {
        Ok(fs::remove_dir_all(self.folder.path().join("printer/class/lp0"))?)
    }

    /// What is sent to the printer does not reach it any more.
    ///
    /// # Errors
    /// What the system says.
    pub fn cut_off_printer(&self) -> Result<()> {
        Ok(fs::remove_file(self.folder.path().join("printer/devices/lp0"))?)
    }

    /// The pages that were printed, once there are so many.
    ///
    /// # Errors
    /// If they do not come.
    pub fn pages(&mut self, number: usize) -> Result<Vec<PathBuf>> {
        self.until("the pages are printed", |in_process| in_process.printer.pages().len() >= number)?;
        Ok(self.printer.pages())
    }
}
