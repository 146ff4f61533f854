//! Readers of what comes from outside that nobody but this module's neighbours calls, for a fuzzer to call.

use std::io::Cursor;

use super::stick::discover;
use super::usb;

/// A stick's first bytes, its partition table, and a table of mounts. Returns the labels that would be shown.
pub fn stick(bytes: &[u8]) -> Vec<String> {
    discover::read(&mut Cursor::new(bytes)).into_iter().chain(discover::read_mounts(bytes)).collect()
}

/// A device's description.
pub fn usb(bytes: &[u8]) {
    usb::read(bytes);
}
