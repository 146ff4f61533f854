use std::fs;

use super::super::examples;
use super::*;

const PS2: &str = "N: Name=\"AT Translated Set 2 keyboard\"\nB: KEY=fffffffffffffffe\n";
const NONE: &str = "N: Name=\"Power Button\"\nB: KEY=10000000000000 0\n";

/// A computer with one bus, as the kernel shows it. A device's interfaces lie there from the start, and are
/// off like the device.
struct Computer {
    root: tempfile::TempDir,
    guard: Guard,
    plugged: u32,
}

impl Computer {
    fn new(keyboards: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        for folder in ["usb/devices/usb1", "hid/devices"] {
            fs::create_dir_all(at("sys/bus").join(folder)).unwrap();
        }
        fs::write(at("sys/bus/usb/devices/usb1/interface_authorized_default"), "1\n").unwrap();
        fs::write(at("sys/bus/usb/drivers_probe"), "").unwrap();
        fs::write(at("sys/bus/hid/drivers_probe"), "").unwrap();
        fs::write(at("sys/bus/hid/drivers_autoprobe"), "1\n").unwrap();
        fs::create_dir_all(at("proc/bus/input")).unwrap();
        let guard = Guard::new(Ports::at(root.path()));
        let computer = Computer { root, guard, plugged: 0 };
        computer.keyboards(keyboards);
        computer
    }

    fn keyboards(&self, table: &str) {
        fs::write(self.root.path().join("proc/bus/input/devices"), table).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(DEVICES).join(name)
    }

    fn plug(&mut self, name: &str, descriptors: &[u8], product: &str) {
        self.plugged += 1;
        let folder = self.path(name);
        fs::create_dir(&folder).unwrap();
        for (file, text) in [("authorized", "0\n"), ("bConfigurationValue", "1\n"), ("product", product)] {
            fs::write(folder.join(file), text).unwrap();
        }
        fs::write(folder.join("devnum"), self.plugged.to_string()).unwrap();
        fs::write(folder.join("descriptors"), descriptors).unwrap();
        for configuration in parse(descriptors).map_or_else(Vec::new, |d| d.configurations) {
            for interface in &configuration.interfaces {
                let interface = folder.join(configuration.path(name, interface.number));
                fs::create_dir(&interface).unwrap();
                fs::write(interface.join("authorized"), "0\n").unwrap();
            }
        }
    }

    fn pull(&self, name: &str) {
        fs::remove_dir_all(self.path(name)).unwrap();
    }

    fn look(&mut self, seconds: u64) -> Vec<Notice> {
        self.guard.look(Duration::from_secs(seconds))
    }

    /// The interfaces of a device that are on. None is if the device is not.
    fn on(&self, name: &str) -> Vec<String> {
        let folder = Folder::open(&self.path(name)).unwrap();
        if !folder.is_set("authorized") {
            return Vec::new();
        }
        let mut on = folder.names(".");
        on.retain(|interface| folder.is_set(&format!("{interface}/authorized")));
        on.sort();
        on
    }

    fn holds_back(&self) -> bool {
        is_held_back(self.root.path(), "usb1")
    }
}

fn notice(number: u64, name: &str, keyboard: Keyboard, refused: &[Kind]) -> Notice {
    Notice { number, name: name.into(), keyboard, refused: refused.to_vec() }
}

#[test]
fn what_is_needed_works_and_nothing_is_said() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::hub(), "Hub");
    computer.plug("1-1.2", &examples::stick(), "Stick");
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.look(0), []);
    assert!(computer.holds_back());
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-1.2"), ["1-1.2:1.0"]);
    // The keys for music stay off, silently.
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
    // Sticks and hubs at any time.
    computer.plug("1-3", &examples::stick(), "Another");
    assert_eq!(computer.look(100), []);
    assert_eq!(computer.on("1-3"), ["1-3:1.0"]);
}

#[test]
fn what_is_not_needed_stays_off_and_is_told() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::ethernet(), "USB 10/100/1000 LAN");
    computer.plug("1-2", &examples::phone(), "Pixel");
    computer.plug("1-3", &examples::mouse(), "");
    computer.plug("1-4", &[1, 2, 3], "Nonsense");
    let expected = [
        notice(1, "USB 10/100/1000 LAN", Keyboard::Quiet, &[Kind::Network]),
        notice(2, "Pixel", Keyboard::Quiet, &[Kind::Phone]),
        notice(3, "046d:c077", Keyboard::Quiet, &[Kind::Mouse]),
        notice(4, "Nonsense", Keyboard::Quiet, &[Kind::Unknown]),
    ];
    assert_eq!(computer.look(0), expected);
    for name in ["1-1", "1-2", "1-3", "1-4"] {
        assert!(!Folder::open(&computer.path(name)).unwrap().is_set("authorized"), "{name}");
    }
    computer.pull("1-2");
    assert_eq!(computer.look(1).len(), 3);
}

#[test]
fn of_a_mixed_device_only_what_is_needed_works() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::camera(), "Camera");
    computer.plug("1-2", &examples::combination(), "Receiver");
    assert_eq!(computer.look(0), [notice(1, "Camera", Keyboard::Quiet, &[Kind::Sound])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0", "1-1:1.1"]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}

#[test]
fn a_later_keyboard_waits_for_a_yes() {
    let mut computer = Computer::new(PS2);
    computer.look(0);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    computer.plug("1-2", &examples::keyboard(), "Other");
    let waits = [notice(1, "Keyboard", Keyboard::Waits, &[]), notice(2, "Other", Keyboard::Waits, &[])];
    assert_eq!(computer.look(10), waits);
    assert_eq!(computer.on("1-1"), [""; 0]);
    computer.guard.answer(1, true, Duration::from_secs(11));
    computer.guard.answer(2, false, Duration::from_secs(11));
    assert_eq!(computer.look(12), [notice(2, "Other", Keyboard::Declined, &[])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-2"), [""; 0]);
    // A no is a no.
    computer.guard.answer(2, true, Duration::from_secs(13));
    assert_eq!(computer.on("1-2"), [""; 0]);
}

#[test]
fn a_keyboard_that_is_plugged_in_again_is_another_one() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.look(0), []);
    computer.pull("1-1");
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.look(10), [notice(2, "Keyboard", Keyboard::Waits, &[])]);
    // An answer on the first is none on the second.
    computer.guard.answer(1, true, Duration::from_secs(11));
    assert_eq!(computer.on("1-1"), [""; 0]);
}

#[test]
fn a_stick_that_types_waits_even_at_the_start() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::hidden_keyboard(), "Stick");
    assert_eq!(computer.look(0), [notice(1, "Stick", Keyboard::Waits, &[])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    computer.guard.answer(1, true, Duration::from_secs(1));
    assert_eq!(computer.on("1-1"), ["1-1:1.0", "1-1:1.1"]);
}

#[test]
fn a_keyboard_with_a_network_adapter_is_a_keyboard_alone() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::network_keyboard(), "Keyboard");
    assert_eq!(computer.look(0), [notice(1, "Keyboard", Keyboard::Waits, &[Kind::Network])]);
    computer.guard.answer(1, true, Duration::from_secs(1));
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.look(2), [notice(1, "Keyboard", Keyboard::Quiet, &[Kind::Network])]);
}

#[test]
fn nobody_is_locked_out() {
    let mut computer = Computer::new(NONE);
    computer.plug("1-1", &examples::hidden_keyboard(), "Stick");
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    // At the start the kernel may still be finding others.
    assert_eq!(computer.look(0), [notice(1, "Stick", Keyboard::Waits, &[])]);
    computer.keyboards(PS2);
    assert_eq!(computer.look(10), [notice(1, "Stick", Keyboard::Waits, &[])]);
    // The one that works is pulled out: what came last is what the owner plugged in.
    computer.keyboards(NONE);
    computer.pull("1-2");
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    let only = [notice(1, "Stick", Keyboard::Waits, &[]), notice(3, "Keyboard", Keyboard::Only, &[])];
    assert_eq!(computer.look(20), only);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
    // It has a moment before the next one is let in.
    assert_eq!(computer.look(21), only);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
}

#[test]
fn what_works_goes_on_after_the_screens_were_started_again() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    computer.look(0);
    computer.guard = Guard::new(Ports::at(computer.root.path()));
    // Plugged in while nobody looked; this is no start any more.
    computer.plug("1-2", &examples::keyboard(), "Other");
    assert_eq!(computer.look(0), [notice(2, "Other", Keyboard::Waits, &[])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-2"), [""; 0]);
}

#[test]
fn nothing_works_on_a_bus_that_does_not_hold_back() {
    let mut computer = Computer::new(PS2);
    fs::remove_file(computer.path("usb1").join(BY_DEFAULT)).unwrap();
    computer.plug("1-1", &examples::stick(), "Stick");
    assert_eq!(computer.look(0), [notice(1, "Stick", Keyboard::Quiet, &[Kind::Storage])]);
    assert_eq!(computer.on("1-1"), [""; 0]);
}

#[test]
fn a_nitrokeys_own_interface_must_not_type() {
    let mut computer = Computer::new(PS2);
    for (name, report) in [("1-1", [0x06, 0xd0, 0xf1, 0x09, 0x01]), ("1-2", [0x05, 0x01, 0x09, 0x06, 0xc0])] {
        computer.plug(name, &examples::nitrokey3(), "Nitrokey 3");
        let hid = computer.path(name).join(format!("{name}:1.1/0003:20A0:42B2.0001"));
        fs::create_dir(&hid).unwrap();
        fs::write(hid.join("report_descriptor"), report).unwrap();
    }
    assert_eq!(computer.look(0), [notice(2, "Nitrokey 3", Keyboard::Quiet, &[Kind::Input])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0", "1-1:1.1"]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
    assert!(Folder::open(&computer.root.path().join("sys/bus/hid")).unwrap().is_set("drivers_autoprobe"));
}
