//! What an interface is for, by its class (<https://www.usb.org/defined-class-codes>), and whether it may
//! work.

use super::descriptors::Interface;

/// Nitrokey's vendor id.
const NITROKEY: u16 = 0x20a0;
/// The Pro, the Storage, the Start, FIDO U2F, FIDO2, the 3, the Passkey.
const NITROKEYS: [u16; 7] = [0x4108, 0x4109, 0x4211, 0x4287, 0x42b1, 0x42b2, 0x42f3];

/// What an interface is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A keyboard, or a scanner that types: one that also works before any system runs (boot protocol).
    Keyboard,
    /// A hub.
    Hub,
    /// A stick or a disk.
    Storage,
    /// A smart card reader, or a Nitrokey.
    CardReader,
    /// A printer.
    Printer,
    /// What else a Nitrokey has: FIDO and its own commands. Nothing uses them.
    Nitrokey,
    /// A printer that speaks IPP over USB: the network's way to print, for which there is no driver here.
    Ipp,
    /// A camera that sends pictures as they come.
    Camera,
    /// A mouse.
    Mouse,
    /// Any other input device; also what more a keyboard has: keys for sound, lights, a wheel.
    Input,
    /// A network adapter.
    Network,
    /// A Bluetooth adapter.
    Bluetooth,
    /// Sound.
    Sound,
    /// A telephone, a tablet, or a camera that shows its files.
    Phone,
    /// A serial line.
    Serial,
    /// Anything else.
    Unknown,
}

impl Kind {
    /// What this interface of the device `(idVendor, idProduct)` is for.
    pub(super) fn of(interface: &Interface, (vendor, product): (u16, u16)) -> Self {
        match interface.class {
            (0x03, 0x01, 0x01) => Kind::Keyboard,
            (0x03, 0x01, 0x02) => Kind::Mouse,
            (0x03, ..) if vendor == NITROKEY && NITROKEYS.contains(&product) => Kind::Nitrokey,
            (0x03, ..) => Kind::Input,
            (0x09, ..) => Kind::Hub,
            // One that talks over bulk endpoints alone, or UAS; other ways were for floppy disks.
            (0x08, _, 0x50 | 0x62) => Kind::Storage,
            (0x0b, ..) => Kind::CardReader,
            // "IPP Over USB" 1.0, section 4.3.
            (0x07, 0x01, 0x04) => Kind::Ipp,
            (0x07, ..) => Kind::Printer,
            (0x0e, ..) => Kind::Camera,
            (0x01, ..) => Kind::Sound,
            (0x06, ..) | (0xff, 0x42, _) => Kind::Phone,
            // CDC: Ethernet's various forms; RNDIS, which is Microsoft's.
            (0x02, 0x06 | 0x0c..=0x0e, _) | (0x02, 0x02, 0xff) | (0xe0, 0x01, 0x03) | (0xef, 0x04, _) => {
                Kind::Network
            }
            (0x02, ..) => Kind::Serial,
            (0xe0, 0x01, _) => Kind::Bluetooth,
            _ => Kind::of_maker(vendor, product),
        }
    }

    /// Adapters of which everybody has seen one, and which have a class of their maker's own.
    fn of_maker(vendor: u16, product: u16) -> Self {
        match (vendor, product) {
            // ASIX, Realtek's Ethernet.
            (0x0b95, _) | (0x0bda, 0x8150..=0x815f) => Kind::Network,
            // FTDI, CP210x, PL2303, CH340.
            (0x0403, 0x6001..=0x6015) | (0x10c4, 0xea60) | (0x067b, 0x2303) | (0x1a86, 0x7523) => {
                Kind::Serial
            }
            _ => Kind::Unknown,
        }
    }

    /// Whether it may work at all. A keyboard may have to wait for the owner's yes.
    pub fn may_work(self) -> bool {
        self <= Kind::Printer
    }

    /// Whether it comes with a keyboard, so that nobody needs to be told that it stays off.
    pub(super) fn comes_with_keyboards(self) -> bool {
        matches!(self, Kind::Input | Kind::Mouse)
    }
}

#[cfg(test)]
mod tests {
    use super::super::descriptors::parse;
    use super::super::examples;
    use super::*;

    fn kinds(bytes: &[u8]) -> Vec<Kind> {
        let device = parse(bytes).unwrap();
        let interfaces = device.configurations.iter().flat_map(|c| &c.interfaces);
        interfaces.map(|interface| Kind::of(interface, device.id)).collect()
    }

    #[test]
    fn what_is_needed_may_work() {
        for (bytes, expected) in [
            (examples::stick(), vec![Kind::Storage]),
            (examples::hub(), vec![Kind::Hub]),
            (examples::printer(), vec![Kind::Printer]),
        ] {
            assert_eq!(kinds(&bytes), expected);
            assert!(expected.iter().all(|kind| kind.may_work()), "{expected:?}");
        }
    }

    #[test]
    fn of_a_nitrokey_the_card_reader_may_alone() {
        assert_eq!(kinds(&examples::nitrokey3()), [Kind::CardReader, Kind::Nitrokey]);
        assert!(Kind::CardReader.may_work() && !Kind::Nitrokey.may_work());
    }

    #[test]
    fn nothing_else_may() {
        for (bytes, expected) in [
            (examples::camera(), vec![Kind::Camera, Kind::Camera, Kind::Sound, Kind::Sound]),
            (examples::phone(), vec![Kind::Phone, Kind::Phone]),
            // By its maker, as ECM, and the data of that.
            (examples::ethernet(), vec![Kind::Network; 3]),
            (examples::bluetooth(), vec![Kind::Bluetooth, Kind::Bluetooth]),
            (examples::ipp_printer(), vec![Kind::Ipp, Kind::Ipp]),
        ] {
            assert_eq!(kinds(&bytes), expected);
            assert!(expected.iter().all(|kind| !kind.may_work()), "{expected:?}");
        }
    }

    #[test]
    fn of_a_combination_the_keyboard_may_work_alone() {
        assert_eq!(kinds(&examples::combination()), [Kind::Keyboard, Kind::Mouse, Kind::Input]);
        assert_eq!(kinds(&examples::hidden_keyboard()), [Kind::Storage, Kind::Keyboard]);
    }

    #[test]
    fn only_nitrokeys_have_a_nitrokeys_interface() {
        let other = examples::device((0x1050, 0x0407), &[&[(3, 0, 0)]]);
        assert_eq!(kinds(&other), [Kind::Input]);
        let with_a_keyboard = examples::device((NITROKEY, 0x4108), &[&[(3, 1, 1), (0x0b, 0, 0)]]);
        assert_eq!(kinds(&with_a_keyboard), [Kind::Keyboard, Kind::CardReader]);
    }
}
