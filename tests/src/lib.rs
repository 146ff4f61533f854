//! What the tests, the demonstration and the benchmark share: a virtual bus, a ceremony up to the
//! point where Nitrokeys are written, real `pcscd` with virtual keys behind it, a GnuPG of one's own, and a whole
//! computer for the program's screens.

pub mod appliance;
pub mod bluetooth;
pub mod camera;
pub mod damage;
pub mod damaged;
pub mod debian;
pub mod decode;
pub mod faulty_stick;
pub mod fixtures;
pub mod gf;
pub mod gnupg;
pub mod hostile;
pub mod in_process;
pub mod keys;
pub mod on_screen;
pub mod paper;
pub mod pcsc;
pub mod ports;
pub mod printer;
pub mod pty;
pub mod qemu;
pub mod reading;
pub mod redir_host;
pub mod screen;
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "whatever is not as expected fails a test"
)]
pub mod search;
pub mod sheet_by_hand;
pub mod trial;
pub mod typed_from_the_guide;
pub mod typist;
pub mod usb_nitrokey;
pub mod usblp;
pub mod virtual_pc;
pub mod words;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use coldspare::machine::stick::discover::Sticks;
use coldspare::nitrokey::{Bus, NitrokeyError, Port};
use coldspare::paper::printer::Printers;
use coldspare::tui::Machine;

/// Virtual Nitrokeys as the program sees them, in process.
#[derive(Clone, Default)]
pub struct VirtualBus(pub virtual_nitrokey::Bus);

impl VirtualBus {
    /// With these keys plugged in.
    pub fn with(keys: &[&virtual_nitrokey::VirtualNitrokey]) -> Self {
        let bus = virtual_nitrokey::Bus::new();
        keys.iter().for_each(|key| bus.plug((*key).clone()));
        VirtualBus(bus)
    }
}

impl Bus for VirtualBus {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        let ports = self.0.keys().into_iter().enumerate();
        Ok(ports.map(|(i, key)| Port::new(reader(i, &key), move || Ok(key.into()))).collect())
    }

    fn power_cycle(&self, name: &str) -> Result<(), NitrokeyError> {
        let keys = self.0.keys();
        keys.iter()
            .enumerate()
            .filter(|(i, key)| reader(*i, key) == name)
            .for_each(|(_, key)| key.cycle_power());
        Ok(())
    }

    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        let keys = self.0.keys().into_iter().enumerate();
        Ok(keys.map(|(i, key)| (reader(i, &key), key.serial())).collect())
    }
}

/// The name under which PC/SC shows the `i`-th key's reader.
fn reader(i: usize, key: &virtual_nitrokey::VirtualNitrokey) -> String {
    format!("{} {i:02X} 00", key.reader_name())
}

/// Readers, each with a card that says what it likes.
#[derive(Clone, Default)]
pub struct LyingBus(pub Vec<(String, virtual_nitrokey::Liar)>);

impl LyingBus {
    /// One such card.
    pub fn with(reader: &str, card: virtual_nitrokey::Liar) -> Self {
        LyingBus(vec![(reader.to_owned(), card)])
    }
}

impl Bus for LyingBus {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        let ports = self.0.iter().cloned().map(|(reader, card)| Port::new(reader, move || Ok(card.into())));
        Ok(ports.collect())
    }

    fn power_cycle(&self, name: &str) -> Result<(), NitrokeyError> {
        self.0.iter().filter(|(reader, _)| reader == name).for_each(|(_, card)| card.cycle_power());
        Ok(())
    }

    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        Ok(self.0.iter().map(|(reader, _)| (reader.clone(), 1)).collect())
    }

    fn patience(&self) -> Duration {
        Duration::from_secs(5)
    }
}

/// A computer with these Nitrokeys, for the screens; what is in this folder is its sticks, and its printers.
pub fn machine(bus: impl Bus + Send + Sync + 'static, folder: &Path) -> Machine {
    Machine {
        bus: Arc::new(bus),
        sticks: Sticks::at(folder),
        printers: Printers::at(folder, folder),
        program: coldspare(),
        appliance: false,
        trial: false,
        restarted: false,
        console: false,
        usb: None,
    }
}

/// Whether all of a matrix is wanted, as `make test-all` does, or the small version for every run.
pub fn all() -> bool {
    std::env::var("COLDSPARE_TESTS").is_ok_and(|tests| tests == "all")
}

/// The `coldspare` binary, which cargo puts beside the tests' folder.
pub fn coldspare() -> PathBuf {
    beside("coldspare")
}

/// The program that lays out the disk.
pub fn coldspare_image() -> PathBuf {
    beside("image")
}

/// The virtual Nitrokey's program.
pub fn virtual_nitrokey() -> PathBuf {
    beside("virtual-nitrokey")
}

/// The program that tries what a confined one must not be able to do.
pub fn probe() -> PathBuf {
    beside("probe")
}

fn beside(name: &str) -> PathBuf {
    let mut folder = std::env::current_exe().unwrap_or_default();
    folder.pop();
    if folder.ends_with("deps") {
        folder.pop();
    }
    folder.join(name)
}
