//! What a USB device says of itself (USB 2.0 § 9.6), as far as it decides whether it may work.
//!
//! The kernel reads it before the device is allowed anything, and shows it in `descriptors`: the device
//! descriptor, then each configuration with all that belongs to it. What the kernel passes over must be passed over
//! here as well, or a device would be two: one that is judged, and one that works. Who lets in an interface asks the
//! kernel once more what it is (`guard`).

use std::panic::catch_unwind;

/// `bDescriptorType`, USB 2.0 table 9-5.
const DEVICE: u8 = 1;
const CONFIGURATION: u8 = 2;
const INTERFACE: u8 = 4;

/// A device as it describes itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Described {
    /// `idVendor` and `idProduct`.
    pub(super) id: (u16, u16),
    pub(super) configurations: Vec<Configuration>,
}

/// One of the ways in which a device can work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Configuration {
    /// `bConfigurationValue`.
    pub(super) value: u8,
    pub(super) interfaces: Vec<Interface>,
}

/// One function of a device, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interface {
    pub(super) number: u8,
    /// `bAlternateSetting` of what follows.
    pub(super) alternate: u8,
    /// `bInterfaceClass`, `bInterfaceSubClass`, `bInterfaceProtocol`.
    pub(super) class: (u8, u8, u8),
}

/// Reads it; nothing if it is none, or if it is not clear what belongs to which configuration: a configuration inside
/// another one is passed over by the kernel.
///
/// Of alternate settings only 0 counts, or the first if there is no 0: this is where the kernel begins, and
/// what its drivers are chosen by.
///
/// Should the program itself fall over it, it is none: what says nothing of itself stays off, and is told.
pub(super) fn parse(bytes: &[u8]) -> Option<Described> {
    catch_unwind(|| described(bytes)).ok().flatten()
}

fn described(bytes: &[u8]) -> Option<Described> {
    #[cfg(test)]
    crate::unforeseen::fall_over(bytes);
    // Whatever length it says it has, the kernel shows so much of it.
    let (device, mut rest) = bytes.split_first_chunk::<18>()?;
    let [_, DEVICE, _, _, _, _, _, _, vendor @ .., _, _, _, _, _, many] = device else {
        return None;
    };
    let id = (u16::from_le_bytes([vendor[0], vendor[1]]), u16::from_le_bytes([vendor[2], vendor[3]]));
    let mut configurations: Vec<Configuration> = Vec::new();
    // A length of 0 would never end; what is too short for its type is passed over, as the kernel does.
    while let Some(length) = rest.first().map(|length| usize::from(*length)).filter(|length| *length >= 2) {
        let Some((descriptor, after)) = rest.split_at_checked(length) else { break };
        rest = after;
        match *descriptor {
            [_, CONFIGURATION, _, _, _, value, _, _, _, ..] => {
                if configurations.iter().any(|known| known.value == value) {
                    return None;
                }
                configurations.push(Configuration { value, interfaces: Vec::new() });
            }
            [_, INTERFACE, number, alternate, _, class, sub, protocol, _, ..] => {
                let interface = Interface { number, alternate, class: (class, sub, protocol) };
                configurations.last_mut()?.take(interface);
            }
            _ => {}
        }
    }
    let all = configurations.len() == usize::from(*many) && !configurations.is_empty();
    all.then_some(Described { id, configurations })
}

impl Configuration {
    fn take(&mut self, new: Interface) {
        match self.interfaces.iter_mut().find(|known| known.number == new.number) {
            None => self.interfaces.push(new),
            Some(known) if known.alternate != 0 && new.alternate == 0 => *known = new,
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::examples;
    use super::*;

    fn classes(bytes: &[u8]) -> Vec<(u8, u8, u8)> {
        let described = parse(bytes).unwrap();
        described.configurations.iter().flat_map(|c| &c.interfaces).map(|i| i.class).collect()
    }

    #[test]
    fn a_device_says_who_it_is_and_what_it_does() {
        let nitrokey = parse(&examples::nitrokey3()).unwrap();
        assert_eq!(nitrokey.id, (0x20a0, 0x42b2));
        assert_eq!(classes(&examples::nitrokey3()), [(0x0b, 0, 0), (3, 0, 0)]);
        assert_eq!(classes(&examples::keyboard()), [(3, 1, 1), (3, 0, 0)]);
    }

    #[test]
    fn the_first_setting_of_an_interface_counts() {
        let stick = examples::device((0x0781, 0x5583), &[&[(8, 6, 0x50)]]);
        let mut both = stick.clone();
        both.extend(examples::interface(0, 1, (3, 1, 1)));
        assert_eq!(classes(&both), [(8, 6, 0x50)]);
        let mut turned = examples::device((0x0781, 0x5583), &[&[]]);
        turned.extend(examples::interface(0, 1, (3, 1, 1)));
        turned.extend(examples::interface(0, 0, (8, 6, 0x50)));
        assert_eq!(classes(&turned), [(8, 6, 0x50)]);
    }

    #[test]
    fn each_configuration_is_told_apart() {
        let ethernet = parse(&examples::ethernet()).unwrap();
        let values: Vec<_> = ethernet.configurations.iter().map(|c| (c.value, c.interfaces.len())).collect();
        assert_eq!(values, [(1, 1), (2, 2)]);
    }

    #[test]
    fn what_is_no_description_is_none() {
        let keyboard = examples::keyboard();
        assert_eq!(parse(&[]), None);
        assert_eq!(parse(&keyboard[..17]), None);
        assert_eq!(parse(&keyboard[..18]), None);
        assert_eq!(parse(&keyboard[18..]), None);
        // An interface that belongs to no configuration.
        let mut lost = keyboard[..18].to_vec();
        lost.extend(examples::interface(0, 0, (3, 1, 1)));
        assert_eq!(parse(&lost), None);
    }

    /// What the kernel passes over, it does not work as.
    #[test]
    fn what_is_too_short_is_not_what_a_device_is() {
        let keyboard = examples::keyboard();
        let mut short = keyboard[..27].to_vec();
        short.extend([8, 4, 0, 0, 1, 8, 6, 0x50]);
        short.extend(&keyboard[27..]);
        assert_eq!(classes(&short), classes(&keyboard));
        // The same with a configuration.
        let mut short = keyboard[..18].to_vec();
        short.extend([8, 2, 9, 0, 1, 1, 0, 0x80]);
        assert_eq!(parse(&short), None);
    }

    #[test]
    fn whatever_length_a_device_says_it_has_all_of_it_counts() {
        let mut stick_inside = examples::keyboard();
        let stick = &examples::stick()[18..];
        stick_inside.extend(stick);
        for length in 0..=u8::MAX {
            stick_inside[0] = length;
            stick_inside[17] = 1;
            assert_eq!(parse(&stick_inside), None, "{length}");
            let mut keyboard = examples::keyboard();
            keyboard[0] = length;
            assert_eq!(parse(&keyboard), parse(&examples::keyboard()), "{length}");
        }
    }

    /// The kernel takes what is in the first configuration, up to the true beginning of the second, for the first's.
    #[test]
    fn a_configuration_inside_another_one_makes_it_unclear() {
        let two = examples::device((0x0781, 0x5567), &[&[(0xff, 0, 0)], &[(3, 1, 1)]]);
        assert_eq!(parse(&two).map(|two| two.configurations.len()), Some(2));
        let first = 18 + 9 + examples::interface(0, 0, (0xff, 0, 0)).len();
        for value in 0..4 {
            let mut nested = two[..first].to_vec();
            nested.extend([9, 2, 9, 0, 1, value, 0, 0x80, 50]);
            nested.extend(examples::interface(0, 0, (8, 6, 0x50)));
            nested.extend(&two[first..]);
            for many in 0..4 {
                nested[17] = many;
                assert!(parse(&nested).is_none_or(|_| value != 2 && many == 3), "{value}, {many}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = parse(&bytes);
        }

        #[test]
        fn a_damaged_description_can_be_read(at in 0usize..200, byte: u8, end in 0usize..200) {
            let mut bytes = examples::combination();
            let length = bytes.len();
            bytes[at % length] = byte;
            bytes.truncate(end);
            let _ = parse(&bytes);
        }
    }
}
