//! Plain commands, below any OpenPGP card library.
#![allow(dead_code, reason = "not every file of tests needs every helper")]

use virtual_nitrokey::{Config, Error, Model, VirtualNitrokey};

pub(crate) const USER_PIN: &[u8] = b"123456";
pub(crate) const ADMIN_PIN: &[u8] = b"12345678";
const OPENPGP: &[u8] = &[0xD2, 0x76, 0x00, 0x01, 0x24, 0x01];

/// A key with the OpenPGP application selected.
pub(crate) fn key(model: Model) -> VirtualNitrokey {
    let key = VirtualNitrokey::new(Config::new(model, 0x0A0B_0C01)).expect("a virtual key");
    assert_eq!(select(&key), 0x9000);
    key
}

/// One command with short lengths: its data and status word.
pub(crate) fn try_command(
    key: &VirtualNitrokey,
    [ins, p1, p2]: [u8; 3],
    data: &[u8],
) -> Result<(Vec<u8>, u16), Error> {
    let mut apdu = vec![0x00, ins, p1, p2];
    if !data.is_empty() {
        apdu.push(u8::try_from(data.len()).expect("short data"));
        apdu.extend(data);
    }
    apdu.push(0x00);
    let mut answer = key.transmit(&apdu)?;
    let status = answer.split_off(answer.len() - 2);
    Ok((answer, u16::from_be_bytes([status[0], status[1]])))
}

/// The same, where the key must answer.
pub(crate) fn command(key: &VirtualNitrokey, header: [u8; 3], data: &[u8]) -> (Vec<u8>, u16) {
    try_command(key, header, data).expect("an answer")
}

pub(crate) fn select(key: &VirtualNitrokey) -> u16 {
    command(key, [0xA4, 0x04, 0x00], OPENPGP).1
}

pub(crate) fn get(key: &VirtualNitrokey, tag: u16) -> (Vec<u8>, u16) {
    let [p1, p2] = tag.to_be_bytes();
    command(key, [0xCA, p1, p2], &[])
}

pub(crate) fn put(key: &VirtualNitrokey, tag: u16, data: &[u8]) -> u16 {
    let [p1, p2] = tag.to_be_bytes();
    command(key, [0xDA, p1, p2], data).1
}

/// VERIFY: 0x81 to sign, 0x82 for the rest, 0x83 for the admin PIN (§ 7.2.2).
pub(crate) fn verify(key: &VirtualNitrokey, which: u8, pin: &[u8]) -> u16 {
    command(key, [0x20, 0x00, which], pin).1
}

/// The three retry counters: user PIN, reset code, admin PIN (§ 4.4.3.10).
pub(crate) fn tries(key: &VirtualNitrokey) -> [u8; 3] {
    let (status, sw) = get(key, 0xC4);
    assert_eq!(sw, 0x9000);
    [status[4], status[5], status[6]]
}

/// A P-256 signing key, made on the card.
pub(crate) fn generate_signing_key(key: &VirtualNitrokey) {
    assert_eq!(verify(key, 0x83, ADMIN_PIN), 0x9000);
    let p256 = [0x13, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];
    assert_eq!(put(key, 0xC1, &p256), 0x9000);
    assert_eq!(command(key, [0x47, 0x80, 0x00], &[0xB6, 0x00]).1, 0x9000);
}

/// A signature over a hash of zeros.
pub(crate) fn sign(key: &VirtualNitrokey) -> u16 {
    assert_eq!(verify(key, 0x81, USER_PIN), 0x9000);
    command(key, [0x2A, 0x9E, 0x9A], &[0; 32]).1
}
