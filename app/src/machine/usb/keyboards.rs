//! Whether a keyboard works, whatever it hangs on: USB, PS/2, or a laptop's own wires.

use std::fs;
use std::path::Path;

/// Keys 1 to 31 of `linux/input-event-codes.h`: Escape, the digits, and letters to S. What has them all is
/// a keyboard, and no power button; udev tells them apart in the same way.
const LETTERS: u64 = 0xffff_fffe;

/// Whether the system with this root has a keyboard that works.
pub(super) fn any(root: &Path) -> bool {
    let table = fs::read_to_string(root.join("proc/bus/input/devices")).unwrap_or_default();
    // The bits of all keys, in words of which the last has the lowest.
    let keys = table.lines().filter_map(|line| line.strip_prefix("B: KEY="));
    let lowest = keys.filter_map(|keys| u64::from_str_radix(keys.split_whitespace().last()?, 16).ok());
    lowest.into_iter().any(|keys| keys & LETTERS == LETTERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `/proc/bus/input/devices` has it.
    const BUTTON: &str = "\
I: Bus=0019 Vendor=0000 Product=0001 Version=0000\nN: Name=\"Power Button\"\nP: Phys=LNXPWRBN/button/input0\n\
H: Handlers=kbd event0 \nB: PROP=0\nB: EV=3\nB: KEY=10000000000000 0\n\n";
    const PS2: &str = "\
I: Bus=0011 Vendor=0001 Product=0001 Version=ab41\nN: Name=\"AT Translated Set 2 keyboard\"\n\
H: Handlers=sysrq kbd event1 leds \nB: PROP=0\nB: EV=120013\n\
B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\nB: MSC=10\nB: LED=7\n\n";

    fn works(table: &str) -> bool {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("proc/bus/input");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("devices"), table).unwrap();
        any(root.path())
    }

    #[test]
    fn a_keyboard_has_letters() {
        assert!(works(&format!("{BUTTON}{PS2}")));
        assert!(!works(BUTTON));
        assert!(!works(""));
        assert!(!works("B: KEY=\nB: KEY=zz\n"));
    }
}
