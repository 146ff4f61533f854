//! Devices as they describe themselves, for the tests: identities and classes of real ones.

/// A device with these configurations, which are rows of classes.
pub(crate) fn device((vendor, product): (u16, u16), configurations: &[&[(u8, u8, u8)]]) -> Vec<u8> {
    let mut bytes = vec![18, 1, 0, 2, 0, 0, 0, 64];
    bytes.extend(vendor.to_le_bytes());
    bytes.extend(product.to_le_bytes());
    bytes.extend([0, 1, 1, 2, 3, u8::try_from(configurations.len()).unwrap()]);
    for (value, classes) in (1..).zip(configurations) {
        let many = u8::try_from(classes.len()).unwrap();
        let interfaces: Vec<u8> =
            (0..).zip(*classes).flat_map(|(number, class)| interface(number, 0, *class)).collect();
        let total = u16::try_from(9 + interfaces.len()).unwrap();
        bytes.extend([9, 2]);
        bytes.extend(total.to_le_bytes());
        bytes.extend([many, value, 0, 0x80, 50]);
        bytes.extend(interfaces);
    }
    bytes
}

/// An interface with one endpoint; before it, for HID, its own descriptor (HID 1.11 § 6.2.1).
pub(crate) fn interface(number: u8, alternate: u8, (class, sub, protocol): (u8, u8, u8)) -> Vec<u8> {
    let mut bytes = vec![9, 4, number, alternate, 1, class, sub, protocol, 0];
    if class == 3 {
        bytes.extend([9, 0x21, 0x11, 1, 0, 1, 0x22, 63, 0]);
    }
    bytes.extend([7, 5, 0x81 + number, 3, 8, 0, 10]);
    bytes
}

pub(crate) fn nitrokey3() -> Vec<u8> {
    device((0x20a0, 0x42b2), &[&[(0x0b, 0, 0), (3, 0, 0)]])
}

/// With a second interface for the keys that play music.
pub(crate) fn keyboard() -> Vec<u8> {
    device((0x046d, 0xc31c), &[&[(3, 1, 1), (3, 0, 0)]])
}

/// Logitech's receiver for a keyboard and a mouse.
pub(crate) fn combination() -> Vec<u8> {
    device((0x046d, 0xc52b), &[&[(3, 1, 1), (3, 1, 2), (3, 0, 0)]])
}

pub(crate) fn mouse() -> Vec<u8> {
    device((0x046d, 0xc077), &[&[(3, 1, 2)]])
}

pub(crate) fn stick() -> Vec<u8> {
    device((0x0781, 0x5567), &[&[(8, 6, 0x50)]])
}

/// A stick that types as well.
pub(crate) fn hidden_keyboard() -> Vec<u8> {
    device((0x0781, 0x5567), &[&[(8, 6, 0x50), (3, 1, 1)]])
}

pub(crate) fn hub() -> Vec<u8> {
    device((0x05e3, 0x0608), &[&[(9, 0, 0)]])
}

pub(crate) fn printer() -> Vec<u8> {
    device((0x03f0, 0x2b17), &[&[(7, 1, 2)]])
}

/// A printer that speaks IPP alone.
pub(crate) fn ipp_printer() -> Vec<u8> {
    device((0x04b8, 0x1142), &[&[(7, 1, 4), (7, 1, 4)]])
}

/// A printer that speaks IPP beside its own languages.
pub(crate) fn printer_with_ipp() -> Vec<u8> {
    device((0x03f0, 0x0853), &[&[(7, 1, 2), (7, 1, 4), (7, 1, 4)]])
}

/// A laptop's camera with a microphone.
pub(crate) fn camera() -> Vec<u8> {
    device((0x046d, 0x0825), &[&[(0x0e, 1, 0), (0x0e, 2, 0), (1, 1, 0), (1, 2, 0)]])
}

/// Realtek's RTL8153: its own way, and as CDC-ECM.
pub(crate) fn ethernet() -> Vec<u8> {
    device((0x0bda, 0x8153), &[&[(0xff, 0xff, 0)], &[(2, 6, 0), (0x0a, 0, 0)]])
}

/// An Android telephone: files, and the developers' interface.
pub(crate) fn phone() -> Vec<u8> {
    device((0x18d1, 0x4ee2), &[&[(6, 1, 1), (0xff, 0x42, 1)]])
}

pub(crate) fn bluetooth() -> Vec<u8> {
    device((0x8087, 0x0a2b), &[&[(0xe0, 1, 1), (0xe0, 1, 1)]])
}

/// A keyboard with a network adapter in it.
pub(crate) fn network_keyboard() -> Vec<u8> {
    device((0x046d, 0xc31c), &[&[(3, 1, 1), (2, 6, 0), (0x0a, 0, 0)]])
}
