//! The firmware's own word on locked PINs and factory reset, which the rest of the project relies on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{ADMIN_PIN, USER_PIN, command, get, key, put, select, tries, verify};
use virtual_nitrokey::{Model, VirtualNitrokey};

const TERMINATE: [u8; 3] = [0xE6, 0x00, 0x00];
const ACTIVATE: [u8; 3] = [0x44, 0x00, 0x00];

fn lock(key: &VirtualNitrokey, which: u8) -> Vec<u16> {
    (0..4).map(|_| verify(key, which, b"wrong PIN")).collect()
}

#[test]
fn a_wrong_pin_tells_the_tries_that_are_left() {
    let key = key(Model::Nitrokey3);
    assert_eq!(lock(&key, 0x82), [0x63C2, 0x63C1, 0x63C0, 0x63C0]);
    assert_eq!(verify(&key, 0x82, USER_PIN), 0x63C0);
    assert_eq!(tries(&key), [0, 0, 3]);
}

#[test]
fn a_card_in_use_is_not_terminated_without_the_admin_pin() {
    let key = key(Model::Nitrokey3);
    assert_eq!(command(&key, TERMINATE, &[]).1, 0x6985);
    assert_eq!(lock(&key, 0x82).len(), 4);
    assert_eq!(command(&key, TERMINATE, &[]).1, 0x6985);
}

#[test]
fn with_the_admin_pin_locked_the_card_is_reset_by_terminate_and_activate() {
    let key = key(Model::Nitrokey3);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, 0x5F50, b"old"), 0x9000);
    assert_eq!(lock(&key, 0x83), [0x63C2, 0x63C1, 0x63C0, 0x63C0]);
    assert_eq!(command(&key, TERMINATE, &[]).1, 0x9000);
    assert_eq!(select(&key), 0x6285);
    assert_eq!(get(&key, 0x6E).1, 0x6985);
    // A terminated card stays terminated without power.
    key.unplug();
    key.plug();
    assert_eq!(select(&key), 0x6285);
    assert_eq!(command(&key, ACTIVATE, &[]).1, 0x9000);
    assert_eq!(select(&key), 0x9000);
    assert_eq!(tries(&key), [3, 0, 3]);
    assert_eq!(get(&key, 0x5F50), (vec![], 0x9000));
    assert_eq!(verify(&key, 0x82, USER_PIN), 0x9000);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
}

#[test]
fn with_the_admin_pin_verified_the_card_is_reset_at_once() {
    let key = key(Model::Nitrokey3);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(command(&key, TERMINATE, &[]).1, 0x9000);
    assert_eq!(command(&key, ACTIVATE, &[]).1, 0x9000);
    assert_eq!(select(&key), 0x9000);
}

#[test]
fn activate_does_nothing_to_a_card_in_use() {
    let key = key(Model::Nitrokey3);
    assert_eq!(verify(&key, 0x82, b"000000"), 0x63C2);
    assert_eq!(command(&key, ACTIVATE, &[]).1, 0x9000);
    assert_eq!(tries(&key), [2, 0, 3]);
}

/// opcard takes the attributes of what it has no software for, and refuses the key.
#[test]
fn a_nitrokey_3_takes_attributes_that_it_cannot_use() {
    let key = key(Model::Nitrokey3);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    let p384 = [0x13, 0x2B, 0x81, 0x04, 0x00, 0x22];
    assert_eq!(put(&key, 0xC1, &p384), 0x9000);
    assert_eq!(command(&key, [0x47, 0x80, 0x00], &[0xB6, 0x00]).1, 0x6A81);
    let import = [0x4D, 0x03, 0xB6, 0x00, 0x00];
    assert_eq!(command(&key, [0xDB, 0x3F, 0xFF], &import).1, 0x6A81);
}
