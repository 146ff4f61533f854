//! A whole computer for the program's screens: two readers with Nitrokeys to be plugged in, sticks, and a
//! printer. Everything is kept in one folder, and is still there when the computer is started again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use virtual_nitrokey::Model;

use crate::pcsc::{Nitrokey, Pcscd, Run, wait_until};
use crate::printer::VirtualPrinter;

/// How many readers there are.
pub const READERS: u8 = 2;

/// The computer, switched on. Its services end with this value.
#[derive(Debug)]
pub struct VirtualPc {
    folder: PathBuf,
    // Before the service: a key that is out has no reader to wait for.
    nitrokeys: Vec<Nitrokey>,
    pcscd: Pcscd,
    printer: VirtualPrinter,
}

impl VirtualPc {
    /// Starts it with nothing plugged in but the printer.
    ///
    /// # Errors
    /// What is missing.
    pub fn start(folder: &Path, nitrokeys: &[(Model, u32)]) -> Result<Self> {
        for name in ["nitrokeys", "sticks", "drawer", "printer"] {
            fs::create_dir_all(folder.join(name))?;
        }
        let folder = fs::canonicalize(folder)?;
        let pcscd = Pcscd::start()?;
        let drawer = folder.join("nitrokeys");
        let nitrokey =
            |&(model, number): &(Model, u32)| Nitrokey::in_drawer(&drawer, model, number, pcscd.port());
        let virtual_pc = VirtualPc {
            nitrokeys: nitrokeys.iter().map(nitrokey).collect(),
            printer: VirtualPrinter::start(&folder.join("printer"))?,
            pcscd,
            folder,
        };
        for entry in fs::read_dir(virtual_pc.folder.join("sticks"))? {
            virtual_pc.unplug_stick(&entry?.file_name().to_string_lossy())?;
        }
        Ok(virtual_pc)
    }

    /// The program with its screens, on this computer.
    pub fn command(&self) -> Command {
        let mut command = self.client(crate::coldspare());
        command.arg("screens");
        command.arg("--sticks").arg(self.folder.join("sticks"));
        command.arg("--printers").arg(self.folder.join("printer"));
        command
    }

    /// The same after a shell script, which may mount things for the program alone; `$1` and so on are these
    /// folders. Nothing where mounting is not allowed.
    ///
    /// # Errors
    /// What is missing.
    pub fn command_after(&self, script: &str, folders: &[&Path]) -> Result<Option<Command>> {
        let Run::Own(options) = Run::here()? else { return Ok(None) };
        let program = self.command();
        let mut command = Command::new("unshare");
        command.args(options).args(["sh", "-e", "-c"]);
        command.arg(format!("{script}; shift {}; exec \"$@\"", folders.len())).arg("sh").args(folders);
        command.arg(program.get_program()).args(program.get_args());
        let set = program.get_envs().filter_map(|(name, value)| Some((name, value?)));
        command.envs(set);
        Ok(Some(command))
    }

    /// Another program on this computer; it finds the Nitrokeys.
    pub fn client(&self, program: impl AsRef<Path>) -> Command {
        self.pcscd.command(program)
    }

    /// Plugs a Nitrokey, counted from 0, into a reader, and waits until `pcscd` has seen that.
    ///
    /// # Errors
    /// If another one is in the reader, or it is not seen.
    pub fn plug(&mut self, nitrokey: usize, reader: u8) -> Result<()> {
        self.unplug(nitrokey)?;
        ensure!(self.free_reader(|free| free == reader).is_some(), "reader {reader} is not free");
        let (before, _) = self.pcscd.moves(reader);
        self.nitrokey(nitrokey)?.insert(reader)?;
        wait_until("pcscd sees the Nitrokey", || Ok(self.pcscd.moves(reader).0 > before))
    }

    /// Pulls a Nitrokey out, and waits until `pcscd` has seen that.
    ///
    /// # Errors
    /// If it is not seen.
    pub fn unplug(&mut self, nitrokey: usize) -> Result<()> {
        let Some(reader) = self.nitrokey(nitrokey)?.reader() else { return Ok(()) };
        let (_, before) = self.pcscd.moves(reader);
        self.nitrokey(nitrokey)?.pull()?;
        wait_until("pcscd sees that the Nitrokey is gone", || Ok(self.pcscd.moves(reader).1 > before))
    }

    /// Whether a Nitrokey is plugged in.
    pub fn is_plugged(&self, nitrokey: usize) -> bool {
        self.nitrokeys.get(nitrokey).is_some_and(|nitrokey| nitrokey.reader().is_some())
    }

    /// A reader with nothing in it, of those that will do.
    pub fn free_reader(&self, will_do: impl Fn(u8) -> bool) -> Option<u8> {
        let used = |reader| self.nitrokeys.iter().any(|nitrokey| nitrokey.reader() == Some(reader));
        (0..READERS).find(|reader| will_do(*reader) && !used(*reader))
    }

    /// Puts a finger on the button of a Nitrokey that is plugged in, or takes it away. At first there
    /// is one.
    ///
    /// # Errors
    /// If it is not plugged in.
    pub fn touch(&mut self, nitrokey: usize, on: bool) -> Result<()> {
        self.nitrokey(nitrokey)?.touch(on)
    }

    fn nitrokey(&mut self, nitrokey: usize) -> Result<&mut Nitrokey> {
        self.nitrokeys.get_mut(nitrokey).with_context(|| format!("there is no Nitrokey {nitrokey}"))
    }

    /// Plugs a stick in: the one that was pulled out under this name, else a new one.
    ///
    /// # Errors
    /// What the system says.
    pub fn plug_stick(&self, name: &str) -> Result<()> {
        let drawer = self.folder.join("drawer").join(name);
        if !self.is_stick_plugged(name) {
            fs::create_dir_all(&drawer)?;
            fs::rename(drawer, self.port(name))?;
        }
        Ok(())
    }

    /// Pulls a stick out, in whatever state it is.
    ///
    /// # Errors
    /// What the system says.
    pub fn unplug_stick(&self, name: &str) -> Result<()> {
        if self.is_stick_plugged(name) {
            fs::rename(self.port(name), self.folder.join("drawer").join(name))?;
        }
        Ok(())
    }

    /// Whether a stick is plugged in.
    pub fn is_stick_plugged(&self, name: &str) -> bool {
        self.port(name).exists()
    }

    /// Where a stick is now, plugged in or not.
    pub fn stick(&self, name: &str) -> PathBuf {
        if self.is_stick_plugged(name) { self.port(name) } else { self.folder.join("drawer").join(name) }
    }

    fn port(&self, name: &str) -> PathBuf {
        self.folder.join("sticks").join(name)
    }

    /// The printer takes no data from now on; or it does again.
    pub fn jam_printer(&self, on: bool) {
        self.printer.jam(on);
    }

    /// The file in which a Nitrokey of this model and number keeps what is on it.
    pub fn memory(&self, model: Model, number: u32) -> PathBuf {
        self.folder.join("nitrokeys").join(format!("{model}-{number:08X}"))
    }

    /// What was printed, as PDF, page by page, in the order of printing. The printer may still have a
    /// page in it that the program is through with: see [`VirtualPc::wait_for_pages`].
    pub fn pages(&self) -> Vec<PathBuf> {
        self.printer.pages()
    }

    /// Waits until there are so many pages.
    ///
    /// # Errors
    /// If they do not come.
    pub fn wait_for_pages(&self, number: usize) -> Result<Vec<PathBuf>> {
        wait_until(&format!("{number} pages are printed"), || Ok(self.pages().len() >= number))?;
        Ok(self.pages())
    }
}
