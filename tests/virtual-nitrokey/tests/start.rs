//! What a Start does otherwise, command by command, as its firmware's source has it (Gnuk 1.2.19).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{
    ADMIN_PIN, USER_PIN, command, generate_signing_key, get, key, put, select, sign, tries, verify,
};
use virtual_nitrokey::{Config, Fault, Model, VirtualNitrokey};

const TERMINATE: [u8; 3] = [0xE6, 0x00, 0x00];
const ACTIVATE: [u8; 3] = [0x44, 0x00, 0x00];
const URL: u16 = 0x5F50;

fn start() -> VirtualNitrokey {
    key(Model::Start)
}

/// A KDF-DO whose hashes, the PINs from now on, are 32 times this letter.
fn kdf(user: u8, admin: u8) -> Vec<u8> {
    let salt = |tag: u8| [&[tag, 8][..], &[7; 8]].concat();
    let hash = |tag: u8, letter: u8| [&[tag, 32][..], &[letter; 32]].concat();
    let head = [0x81, 1, 3, 0x82, 1, 8, 0x83, 4, 3, 0, 0, 0];
    [&head[..], &salt(0x84), &salt(0x85), &salt(0x86), &hash(0x87, user), &hash(0x88, admin)].concat()
}

fn change(key: &VirtualNitrokey, which: u8, old: &[u8], new: &[u8]) -> u16 {
    command(key, [0x24, 0x00, which], &[old, new].concat()).1
}

fn reset(key: &VirtualNitrokey) {
    assert_eq!(command(key, TERMINATE, &[]).1, 0x9000);
    assert_eq!(command(key, ACTIVATE, &[]).1, 0x9000);
    assert_eq!(select(key), 0x9000);
}

#[test]
fn it_says_what_a_start_says() {
    let key = start();
    let related = get(&key, 0x6E).0;
    for said in [
        &[0x5F, 0x52, 10, 0x00, 0x31, 0x84, 0x73, 0x80, 0x01, 0x80, 0x05, 0x90, 0x00][..],
        &[0xC0, 10, 0x75],
        &[0xD6, 2, 0, 0x20, 0xD7, 2, 0, 0x20, 0xD8, 2, 0, 0x20],
        &[0x7F, 0x74, 3, 0x81, 1, 0x20],
    ] {
        assert!(related.windows(said.len()).any(|window| window == said), "{said:02X?}");
    }
    assert_eq!(tries(&key), [3, 3, 3]);
    assert_eq!(get(&key, 0xF9), (vec![], 0x9000));
    let list = get(&key, 0xFA).0;
    assert_eq!(list.iter().filter(|byte| **byte == 0xC2).count(), 5);
    // RSA 2048 and 4096, P-256, secp256k1; and no RSA 3072.
    for listed in [
        &[0x01, 0x08, 0x00, 0x00, 0x20][..],
        &[0x01, 0x10, 0x00, 0x00, 0x20],
        &[0x12, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07],
        &[0x12, 0x2B, 0x81, 0x04, 0x00, 0x0A],
    ] {
        assert!(list.windows(listed.len()).any(|window| window == listed), "{listed:02X?}");
    }
    assert!(!list.windows(3).any(|window| window == [0x01, 0x0C, 0x00]));
    // Version 2.0, and the life cycle, which is also in its answer to reset.
    assert_eq!(get(&key, 0x4F).0[6..8], [2, 0]);
    assert!(Model::Start.atr().ends_with(&[0x80, 0x05, 0x90, 0x00, 0xE1]));
}

#[test]
fn told_to_wait_for_a_touch_it_refuses_whoever_touches_it() {
    let key = start();
    generate_signing_key(&key);
    assert_eq!(sign(&key), 0x9000);
    assert_eq!(put(&key, 0xD6, &[0x01, 0x20]), 0x9000);
    assert_eq!(sign(&key), 0x6600);
    assert_eq!(command(&key, [0x84, 0, 0], &[]).1, 0x6600);
    assert_eq!(put(&key, 0xD6, &[0x02, 0x20]), 0x9000);
    assert_eq!(put(&key, 0xD6, &[0x00, 0x20]), 0x6F00);
    assert_eq!(get(&key, 0xD6).0, [2, 0x20]);
}

#[test]
fn its_touch_setting_outlives_a_reset_and_ends_with_the_power() {
    let key = start();
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, 0xD8, &[0x02, 0x20]), 0x9000);
    reset(&key);
    assert_eq!(get(&key, 0xD8).0, [2, 0x20]);
    key.cycle_power();
    assert_eq!((select(&key), get(&key, 0xD8).0), (0x9000, vec![0, 0x20]));
}

#[test]
fn its_touch_setting_goes_back_to_flash_with_the_next_key() {
    let key = start();
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, 0xD6, &[0x02, 0x20]), 0x9000);
    reset(&key);
    generate_signing_key(&key);
    key.cycle_power();
    assert_eq!(select(&key), 0x9000);
    assert_eq!(sign(&key), 0x6600);
}

#[test]
fn with_a_kdf_do_its_hashes_are_the_pins_and_no_other_length_counts() {
    let key = start();
    assert_eq!(put(&key, 0xF9, &kdf(b'u', b'a')), 0x6982);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, 0xF9, &kdf(b'u', b'a')[..90]), 0x6F00);
    assert_eq!(put(&key, 0xF9, &kdf(b'u', b'a')), 0x9000);
    assert_eq!(put(&key, URL, b"no admin any more"), 0x6982);
    for length in [6, 8, 31, 33, 64] {
        assert_eq!(verify(&key, 0x83, &vec![b'a'; length]), 0x6985, "{length}");
    }
    assert_eq!(tries(&key), [3, 3, 3]);
    assert_eq!(verify(&key, 0x83, &[b'x'; 32]), 0x6982);
    assert_eq!(tries(&key), [3, 3, 2]);
    assert_eq!(verify(&key, 0x83, &[b'a'; 32]), 0x9000);
    assert_eq!(verify(&key, 0x82, &[b'u'; 32]), 0x9000);
    assert_eq!(tries(&key), [3, 3, 3]);
    // Not on a card with keys.
    generate_signing_key_with(&key, &[b'a'; 32]);
    assert_eq!(put(&key, 0xF9, &kdf(b'x', b'y')), 0x6F00);
}

fn generate_signing_key_with(key: &VirtualNitrokey, admin: &[u8]) {
    assert_eq!(verify(key, 0x83, admin), 0x9000);
    assert_eq!(put(key, 0xC1, &[0x13, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]), 0x9000);
    assert_eq!(command(key, [0x47, 0x80, 0x00], &[0xB6, 0x00]).1, 0x9000);
}

#[test]
fn a_kdf_do_cut_in_two_makes_it_count_other_lengths() {
    for (part, counted) in [(1, 255), (60, 255), (102, 255), (103, 32), (128, 32), (200, 32)] {
        let key = start();
        assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
        let whole = kdf(b'u', b'a');
        key.fault(Fault::CutWithin { after: 1, part });
        let length = u8::try_from(whole.len()).unwrap();
        assert!(key.transmit(&[&[0x00, 0xDA, 0x00, 0xF9, length][..], &whole].concat()).is_err());
        assert!(!key.is_plugged());
        key.plug();
        assert_eq!(select(&key), 0x9000);
        let written = whole.len() * usize::from(part) / 256;
        let half = [&whole[..written], &vec![0xFF; whole.len() - written]].concat();
        assert_eq!(get(&key, 0xF9).0, half);
        for length in [8, 32, 64, 255] {
            let counts = if length == counted { 0x6982 } else { 0x6985 };
            assert_eq!(verify(&key, 0x83, &vec![b'@'; length]), counts, "{part} {length}");
        }
        assert_eq!(tries(&key), [3, 3, 2], "{part}");
        assert_eq!(command(&key, TERMINATE, &[]).1, 0x6982);
        (0..2).for_each(|_| assert_eq!(verify(&key, 0x83, &vec![b'@'; counted]), 0x6982));
        assert_eq!(verify(&key, 0x83, &vec![b'@'; counted]), 0x6983);
        // It has no admin PIN but the first one: it is the user PIN that has to be blocked.
        assert_eq!(command(&key, TERMINATE, &[]).1, 0x6982);
        (0..3).for_each(|_| assert_eq!(verify(&key, 0x82, &vec![b'@'; counted]), 0x6982));
        reset(&key);
        assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    }
}

#[test]
fn without_a_kdf_do_a_new_pin_needs_14_characters_and_a_key_to_encrypt() {
    let key = start();
    assert_eq!(change(&key, 0x81, USER_PIN, b"12345678901234"), 0x6985);
    assert_eq!(change(&key, 0x83, ADMIN_PIN, b"1234567890123"), 0x6985);
    generate_signing_key(&key);
    assert_eq!(change(&key, 0x83, ADMIN_PIN, b"1234567890123"), 0x6985);
    assert_eq!(change(&key, 0x83, ADMIN_PIN, b"12345678901234"), 0x9000);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x6982);
    assert_eq!(verify(&key, 0x83, b"12345678901234"), 0x9000);
    assert_eq!(change(&key, 0x81, USER_PIN, b"abcdefghijklmn"), 0x9000);
    assert_eq!(verify(&key, 0x82, b"abcdefghijklmn"), 0x9000);
}

#[test]
fn a_key_that_comes_sets_the_user_pin_back() {
    let key = start();
    generate_signing_key(&key);
    assert_eq!(change(&key, 0x83, ADMIN_PIN, b"12345678901234"), 0x9000);
    assert_eq!(change(&key, 0x81, USER_PIN, b"abcdefghijklmn"), 0x9000);
    generate_signing_key_with(&key, b"12345678901234");
    assert_eq!(verify(&key, 0x82, USER_PIN), 0x9000);
    assert_eq!(verify(&key, 0x83, b"12345678901234"), 0x9000);
}

#[test]
fn with_the_user_pin_set_first_it_is_the_admin_pin_as_well() {
    let key = start();
    generate_signing_key(&key);
    assert_eq!(change(&key, 0x81, USER_PIN, b"abcdefghijklmn"), 0x9000);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x6982);
    assert_eq!(tries(&key), [2, 3, 3]);
    assert_eq!(verify(&key, 0x83, b"abcdefghijklmn"), 0x9000);
}

#[test]
fn begun_terminated_it_cannot_write_until_its_power_is_taken() {
    let key = start();
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(command(&key, TERMINATE, &[]).1, 0x9000);
    assert_eq!(get(&key, 0x6E).1, 0x6285);
    key.cycle_power();
    assert_eq!(select(&key), 0x6285);
    assert_eq!(command(&key, ACTIVATE, &[]).1, 0x9000);
    assert_eq!(select(&key), 0x9000);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, URL, b"lost"), 0x6581);
    key.cycle_power();
    assert_eq!(select(&key), 0x9000);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, URL, b"kept"), 0x9000);
}

#[test]
fn what_it_keeps_outlives_its_process() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config { model: Model::Start, serial: 7, state: Some(folder.path().join("key")) };
    let first = VirtualNitrokey::new(config.clone()).unwrap();
    assert_eq!(select(&first), 0x9000);
    assert_eq!(verify(&first, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&first, 0xF9, &kdf(b'u', b'a')), 0x9000);
    drop(first);
    let second = VirtualNitrokey::new(config).unwrap();
    assert_eq!(select(&second), 0x9000);
    assert_eq!(verify(&second, 0x83, &[b'a'; 32]), 0x9000);
}

#[test]
fn its_firmware_before_the_kdf_do_has_none_and_no_touch() {
    let key = VirtualNitrokey::new(Config::new(Model::Start, 7)).unwrap().with_firmware_before_kdf();
    assert_eq!(select(&key), 0x9000);
    let related = get(&key, 0x6E).0;
    assert!(related.windows(3).any(|window| window == [0xC0, 10, 0x74]));
    for tag in [0xF9, 0xD6, 0x7F74] {
        assert_eq!(get(&key, tag).1, 0x6A88, "{tag:X}");
    }
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, 0xF9, &kdf(b'u', b'a')), 0x6A88);
}

#[test]
fn an_object_cut_in_two_is_as_erased_flash_leaves_it() {
    let key = start();
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    key.fault(Fault::CutWithin { after: 1, part: 128 });
    assert!(key.transmit(b"\x00\xDA\x5F\x50\x08https://").is_err());
    key.plug();
    assert_eq!(select(&key), 0x9000);
    assert_eq!(get(&key, URL).0, b"http\xFF\xFF\xFF\xFF");
}
