//! A computer's USB ports as the kernel shows them, for the tests.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::descriptors::parse;
use super::guard::Guard;
use super::sysfs::Folder;
use super::{Notice, Ports, Seen, Typing};

/// A computer with a keyboard on its own wires, and one without.
pub(crate) const PS2: bool = true;
pub(crate) const NONE: bool = false;

/// The keys of a keyboard, as the kernel has them.
const KEYS: &str = "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n";

/// A computer with two buses, of USB 2 and USB 3, and who guards it. A device's interfaces lie there from the start, and are
/// off like the device.
pub(crate) struct Computer {
    pub(super) root: tempfile::TempDir,
    pub(super) guard: Guard,
    plugged: u32,
    own: bool,
    /// Those that say of themselves that they lack a key.
    without_escape: Vec<String>,
}

impl Computer {
    pub(crate) fn new(own: bool) -> Self {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        for folder in ["sys/bus/usb/devices/usb1", "sys/bus/usb/devices/usb2", "dev/bus/usb/001", "run"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for bus in ["usb1", "usb2"] {
            let flag = at("sys/bus/usb/devices").join(bus).join("interface_authorized_default");
            fs::write(flag, "1\n").unwrap();
        }
        fs::write(at("sys/bus/usb/drivers_probe"), "").unwrap();
        // It does nothing before it looks.
        let guard = Guard::new(Ports::at(root.path()));
        let computer = Computer { root, guard, plugged: 0, own, without_escape: Vec::new() };
        computer.find_keyboards();
        computer
    }

    pub(crate) fn ports(&self) -> Ports {
        Ports::at(self.root.path())
    }

    /// The keyboard in this device has all keys but Escape: what keys it has, it says itself.
    pub(super) fn has_no_escape(&mut self, name: &str) {
        self.without_escape.push(name.to_owned());
    }

    /// The screens end without a word, and are started again.
    pub(super) fn crash(&mut self) {
        self.guard = Guard::new(self.ports());
    }

    /// The keyboard on its own wires is there from now on, or is not.
    pub(super) fn own(&mut self, own: bool) {
        self.own = own;
    }

    /// What the kernel's drivers make of what is on.
    fn find_keyboards(&self) {
        let (class, devices) =
            (self.root.path().join("sys/class/input"), self.root.path().join("sys/devices"));
        for folder in [&class, &devices] {
            let _ = fs::remove_dir_all(folder);
            fs::create_dir_all(folder).unwrap();
        }
        let own = self.own.then(|| "platform/i8042/serio0".to_owned());
        let usb = self.all().into_iter().flat_map(|name| {
            let described = parse(&fs::read(self.path(&name).join("descriptors")).unwrap_or_default());
            let is_keyboard = move |path: &String| {
                let interfaces = described.iter().flat_map(|d| &d.configurations).flat_map(|c| &c.interfaces);
                let number = path.rsplit('.').next().and_then(|number| number.parse().ok());
                interfaces.filter(|i| i.class == (3, 1, 1)).any(|i| Some(i.number) == number)
            };
            let on = self.on(&name).into_iter().filter(is_keyboard);
            on.map(move |interface| format!("usb1/{name}/{interface}")).collect::<Vec<_>>()
        });
        for (number, place) in own.into_iter().chain(usb).enumerate() {
            let input = devices.join(place).join(format!("input/input{number}"));
            fs::create_dir_all(input.join("capabilities")).unwrap();
            let lacks = self.without_escape.iter().any(|name| input.iter().any(|part| part == &name[..]));
            let keys = if lacks { KEYS.replace("ffe\n", "ffc\n") } else { KEYS.to_owned() };
            fs::write(input.join("capabilities/key"), keys).unwrap();
            symlink(&input, class.join(format!("input{number}"))).unwrap();
        }
    }

    /// What the kernel says of the keys of its first keyboard.
    pub(crate) fn capabilities(&self) -> PathBuf {
        self.root.path().join("sys/class/input/input0/capabilities/key")
    }

    /// All that is plugged in.
    fn all(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root.path().join("sys/bus/usb/devices")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| !name.starts_with("usb")).collect();
        names.sort();
        names
    }

    /// The wires of USB 2 and of USB 3 in one connector.
    pub(super) fn one_connector(&self, slow: &str, fast: &str) {
        for (this, other) in [(slow, fast), (fast, slow)] {
            let port = self.path(this).join("port/peer");
            fs::create_dir_all(&port).unwrap();
            symlink(self.path(other), port.join("device")).unwrap();
        }
    }

    /// The firmware, or the hub above it, says of a device that it is soldered in.
    pub(super) fn is_fixed(&self, name: &str) {
        fs::write(self.path(name).join("removable"), "fixed\n").unwrap();
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
                let place = folder.join(configuration.path(name, interface.number));
                fs::create_dir(&place).unwrap();
                fs::write(place.join("authorized"), "0\n").unwrap();
                self.takes(&place, interface.class);
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

    /// What the kernel takes an interface for.
    pub(super) fn takes(&self, interface: &Path, (class, sub, protocol): (u8, u8, u8)) {
        let files =
            [("bInterfaceClass", class), ("bInterfaceSubClass", sub), ("bInterfaceProtocol", protocol)];
        for (file, byte) in files {
            fs::write(interface.join(file), format!("{byte:02x}\n")).unwrap();
        }
    }

    /// Plugs it in again before anybody looks.
    pub(super) fn plug_again(&mut self, name: &str, descriptors: &[u8], product: &str) {
        self.pull(name);
        self.plug(name, descriptors, product);
    }

    /// What is told of devices.
    pub(super) fn scan(&mut self, seconds: u64) -> Vec<Notice> {
        self.scan_at(Duration::from_secs(seconds)).notices
    }

    /// The keyboards that work.
    pub(super) fn typing(&mut self, seconds: u64) -> Vec<Typing> {
        self.scan_at(Duration::from_secs(seconds)).keyboards
    }

    pub(super) fn scan_at(&mut self, now: Duration) -> Seen {
        self.find_keyboards();
        self.guard.scan(now)
    }

    /// The interfaces of a device that are on. None is if the device is not.
    pub(crate) fn on(&self, name: &str) -> Vec<String> {
        let folder = Folder::open(&self.path(name)).unwrap();
        if !folder.is_set("authorized") {
            return Vec::new();
        }
        let mut on = folder.names(".");
        on.retain(|interface| interface.contains(':') && folder.is_set(&format!("{interface}/authorized")));
        on.sort();
        on
    }
}
