//! A Nitrokey's own interface, for FIDO and the like, is of the same class as keyboards, and any device may
//! call itself a Nitrokey. So it is looked at before a driver gets it: it must not type.

use std::panic::catch_unwind;
use std::path::Path;

use super::sysfs::Folder;

/// Usage pages (HID Usage Tables § 3) of which none types: FIDO's, and those that makers have for themselves.
const FIDO: u32 = 0xf1d0;
const MAKERS: u32 = 0xff00;

/// Has drivers take the interface of the device in `folder`, if it cannot type; else it is off again.
/// Whether it is on.
pub(super) fn admit(root: &Path, folder: &Folder, interface: &str) -> bool {
    let on = Folder::open(&root.join("sys/bus/hid")).is_ok_and(|bus| {
        // The report descriptor is there once the USB driver has it, and types nothing before a HID driver
        // has it as well.
        let held = bus.write("drivers_autoprobe", "0");
        if held.is_ok() {
            probe(root, "usb", interface);
        }
        let _ = bus.write("drivers_autoprobe", "1");
        let ours: Vec<_> =
            folder.names(interface).into_iter().filter(|name| name.starts_with("0003:")).collect();
        // Whatever else appeared just now was passed over.
        bus.names("devices")
            .iter()
            .filter(|name| !ours.contains(name))
            .for_each(|name| probe(root, "hid", name));
        let harmless = |name: &String| {
            folder
                .read(&format!("{interface}/{name}/report_descriptor"))
                .is_ok_and(|report| catch_unwind(|| !may_type(&report)).unwrap_or(false))
        };
        let on = held.is_ok() && ours.iter().all(harmless);
        if on {
            ours.iter().for_each(|name| probe(root, "hid", name));
        }
        on
    });
    if !on {
        let _ = folder.write(&format!("{interface}/authorized"), "0");
    }
    on
}

/// Has the drivers of a bus look at one of its devices again. That there is none for it is no error:
/// a card reader is used without.
pub(super) fn probe(root: &Path, bus: &str, name: &str) {
    if let Ok(bus) = Folder::open(&root.join("sys/bus").join(bus)) {
        let _ = bus.write("drivers_probe", name);
    }
}

/// Whether anything but the harmless usage pages stands in a report descriptor (HID 1.11 § 6.2.2).
pub(super) fn may_type(report: &[u8]) -> bool {
    let harmless = |page: u32| page == FIDO || (MAKERS..=0xffff).contains(&page);
    let mut rest = report;
    while let Some((prefix, after)) = rest.split_first() {
        let size = [0, 1, 2, 4][usize::from(prefix & 3)];
        // A long item has another length, and nobody uses them.
        let Some((data, after)) = after.split_at_checked(size).filter(|_| *prefix != 0xfe) else {
            return true;
        };
        let value = data.iter().rev().fold(0, |value, byte| value << 8 | u32::from(*byte));
        let page = match prefix & 0xfc {
            0x04 => Some(value),
            // A usage, or the ends of a range of usages, with the page in its upper half.
            0x08 | 0x18 | 0x28 if size == 4 => Some(value >> 16),
            _ => None,
        };
        if page.is_some_and(|page| !harmless(page)) {
            return true;
        }
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// FIDO's (CTAP 2.1 § 11.2.8.2).
    const OF_FIDO: [u8; 34] = [
        0x06, 0xd0, 0xf1, 0x09, 0x01, 0xa1, 0x01, 0x09, 0x20, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95,
        0x40, 0x81, 0x02, 0x09, 0x21, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x40, 0x91, 0x02, 0xc0,
    ];
    /// How a keyboard's begins (HID 1.11 appendix E.6).
    const OF_A_KEYBOARD: [u8; 12] = [0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7];

    #[test]
    fn fido_does_not_type() {
        assert!(!may_type(&OF_FIDO));
        assert!(!may_type(&[0x06, 0x00, 0xff, 0x09, 0x01]));
    }

    #[test]
    fn a_keyboard_does_wherever_it_hides() {
        assert!(may_type(&OF_A_KEYBOARD));
        assert!(may_type(&[OF_FIDO.as_slice(), &OF_A_KEYBOARD].concat()));
        // Keyboard as a usage with its page.
        assert!(may_type(&[0x06, 0x00, 0xff, 0x0b, 0x06, 0x00, 0x01, 0x00]));
        // Behind a long item, or cut off.
        assert!(may_type(&[0xfe, 0x02, 0x00, 0x05, 0x01]));
        assert!(may_type(&[0x06, 0x00]));
        // Multimedia keys.
        assert!(may_type(&[0x05, 0x0c]));
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            let _ = may_type(&bytes);
        }
    }
}
