//! A computer's USB ports as the kernel shows them, for the tests.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

use super::descriptors::parse;
use super::guard::Guard;
use super::sysfs::Folder;
use super::{Notice, Ports};

/// `/proc/bus/input/devices` with a keyboard that works, and with none.
pub(crate) const PS2: &str = "N: Name=\"AT Translated Set 2 keyboard\"\nB: KEY=fffffffffffffffe\n";
pub(crate) const NONE: &str = "N: Name=\"Power Button\"\nB: KEY=10000000000000 0\n";

/// A computer with one bus, and who guards it. A device's interfaces lie there from the start, and are
/// off like the device.
pub(crate) struct Computer {
    pub(super) root: tempfile::TempDir,
    pub(super) guard: Guard,
    plugged: u32,
}

impl Computer {
    pub(crate) fn new(keyboards: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("sys/bus/usb/devices/usb1")).unwrap();
        fs::create_dir_all(at("dev/bus/usb/001")).unwrap();
        fs::write(at("sys/bus/usb/devices/usb1/interface_authorized_default"), "1\n").unwrap();
        fs::write(at("sys/bus/usb/drivers_probe"), "").unwrap();
        fs::create_dir_all(at("proc/bus/input")).unwrap();
        // It does nothing before it looks.
        let guard = Guard::new(Ports::at(root.path()));
        let computer = Computer { root, guard, plugged: 0 };
        computer.keyboards(keyboards);
        computer
    }

    pub(crate) fn ports(&self) -> Ports {
        Ports::at(self.root.path())
    }

    pub(super) fn keyboards(&self, table: &str) {
        fs::write(self.root.path().join("proc/bus/input/devices"), table).unwrap();
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join("sys/bus/usb/devices").join(name)
    }

    pub(crate) fn plug(&mut self, name: &str, descriptors: &[u8], product: &str) {
        self.plugged += 1;
        let folder = self.path(name);
        fs::create_dir(&folder).unwrap();
        for (file, text) in [("authorized", "0\n"), ("bConfigurationValue", "1\n"), ("product", product)] {
            fs::write(folder.join(file), text).unwrap();
        }
        fs::write(folder.join("busnum"), "1\n").unwrap();
        fs::write(folder.join("devnum"), self.plugged.to_string()).unwrap();
        self.node(self.plugged);
        fs::write(folder.join("descriptors"), descriptors).unwrap();
        for configuration in parse(descriptors).map_or_else(Vec::new, |d| d.configurations) {
            for interface in &configuration.interfaces {
                let interface = folder.join(configuration.path(name, interface.number));
                fs::create_dir(&interface).unwrap();
                fs::write(interface.join("authorized"), "0\n").unwrap();
            }
        }
    }

    /// Makes the node of the device with this number, as the kernel does.
    fn node(&self, number: u32) {
        let node = self.root.path().join(format!("dev/bus/usb/001/{number:03}"));
        fs::write(&node, "").unwrap();
        fs::set_permissions(node, Permissions::from_mode(0o600)).unwrap();
    }

    /// Whether the node of the device with this number is given to somebody else than the administrator.
    pub(super) fn is_given(&self, number: u32) -> bool {
        let node = self.root.path().join(format!("dev/bus/usb/001/{number:03}"));
        fs::metadata(node).unwrap().permissions().mode() & 0o777 == 0o660
    }

    pub(super) fn pull(&self, name: &str) {
        fs::remove_dir_all(self.path(name)).unwrap();
    }

    pub(super) fn look(&mut self, seconds: u64) -> Vec<Notice> {
        self.guard.look(Duration::from_secs(seconds))
    }

    /// The interfaces of a device that are on. None is if the device is not.
    pub(crate) fn on(&self, name: &str) -> Vec<String> {
        let folder = Folder::open(&self.path(name)).unwrap();
        if !folder.is_set("authorized") {
            return Vec::new();
        }
        let mut on = folder.names(".");
        on.retain(|interface| folder.is_set(&format!("{interface}/authorized")));
        on.sort();
        on
    }
}
