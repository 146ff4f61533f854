//! Which keyboards work, whatever they hang on: USB, PS/2, or a laptop's own wires.

use std::fs;
use std::path::Path;

/// Keys 1 to 31 of `linux/input-event-codes.h`: Escape, the digits, and letters to S. What has them all is
/// a keyboard, and no power button; udev tells them apart in the same way.
const LETTERS: u64 = 0xffff_fffe;

/// The keyboards of the system with this root that work: of each the USB device that it is in, such as `1-2.3`; none
/// for one on the computer's own wires.
///
/// Not from `/proc/bus/input/devices`: there a device's name stands as it is, and lines can stand in it.
pub(super) fn all(root: &Path) -> Vec<Option<String>> {
    let inputs = fs::read_dir(root.join("sys/class/input")).into_iter().flatten().flatten();
    let mut inputs: Vec<_> = inputs.map(|entry| entry.path()).collect();
    inputs.sort();
    let keyboard = |input: &std::path::PathBuf| {
        // Of `input3` and `event3` only the first has it. The last word is that of the lowest keys.
        let keys = fs::read_to_string(input.join("capabilities/key")).ok()?;
        #[cfg(test)]
        crate::unforeseen::fall_over(keys.as_bytes());
        let lowest = u64::from_str_radix(keys.split_whitespace().last()?, 16).ok()?;
        (lowest & LETTERS == LETTERS).then(|| fs::canonicalize(input).ok().and_then(|path| device(&path)))
    };
    inputs.iter().filter_map(keyboard).collect()
}

/// The USB device that an input device is in, by its path:
/// `…/0000:00:14.0/usb1/1-2/1-2.3/1-2.3:1.0/0003:046D:C31C.0002/input/input7`.
fn device(path: &Path) -> Option<String> {
    path.iter().find_map(|part| {
        let (device, interface) = part.to_str()?.split_once(':')?;
        let is_usb = device.starts_with(|c: char| c.is_ascii_digit()) && device.contains('-');
        (is_usb && interface.contains('.')).then(|| device.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    const BUTTON: &str = "10000000000000 0\n";
    const PS2: &str = "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n";

    /// Of a computer that has these: where they are below `sys/devices`, and the keys that they have.
    fn works(inputs: &[(&str, &str)]) -> Vec<Option<String>> {
        let root = tempfile::tempdir().unwrap();
        let class = root.path().join("sys/class/input");
        fs::create_dir_all(&class).unwrap();
        for (place, keys) in inputs {
            let place = root.path().join("sys/devices").join(place);
            fs::create_dir_all(place.join("capabilities")).unwrap();
            fs::write(place.join("capabilities/key"), keys).unwrap();
            fs::write(place.join("name"), "x\"\n\nB: KEY=fffffffffffffffe\n").unwrap();
            symlink(&place, class.join(place.file_name().unwrap())).unwrap();
        }
        all(root.path())
    }

    #[test]
    fn a_keyboard_has_letters() {
        assert_eq!(works(&[("LNXSYSTM:00/LNXPWRBN:00/input/input0", BUTTON)]), []);
        for keys in ["", "\n", "zz\n", "fffffffffffffffe 0\n"] {
            assert_eq!(works(&[("platform/i8042/serio0/input/input1", keys)]), [], "{keys:?}");
        }
        assert_eq!(works(&[("platform/i8042/serio0/input/input1", PS2)]), [None]);
        assert_eq!(all(Path::new("/nowhere")), []);
    }

    #[test]
    fn each_is_told_with_the_device_that_it_is_in() {
        let usb = "pci0000:00/0000:00:14.0/usb1/1-2/1-2.3/1-2.3:1.0/0003:046D:C31C.0002/input/input7";
        let wires =
            "pci0000:00/0000:00:15.1/i2c_designware.1/i2c-2/i2c-ELAN1200:00/0018:04F3:3045.0001/input/input8";
        assert_eq!(works(&[(usb, PS2), (wires, PS2)]), [Some("1-2.3".into()), None]);
    }
}
