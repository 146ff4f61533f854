//! What cards and readers of other makers do otherwise, command by command: each trait shows it, and a card without it does
//! not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::{ADMIN_PIN, USER_PIN, command, get, key, put, select, tries, verify};
use virtual_nitrokey::{Error, Model, Trait, VirtualNitrokey};

const TERMINATE: [u8; 3] = [0xE6, 0x00, 0x00];
const ACTIVATE: [u8; 3] = [0x44, 0x00, 0x00];
/// GET DATA 4F with three bytes of length (ISO 7816-4 § 5.1), and a part of a command that goes on.
const EXTENDED: &[u8] = &[0x00, 0xCA, 0x00, 0x4F, 0x00, 0x00, 0x00];
const CHAINED: &[u8] = &[0x10, 0xDA, 0x5F, 0x50, 0x01, 0x61];
const P_256: &[u8] = &[0x13, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];

/// A Pro 2 without this trait, and one with it.
fn pair(one: Trait) -> [VirtualNitrokey; 2] {
    let with = key(Model::Pro2).with(one);
    select(&with);
    [key(Model::Pro2), with]
}

fn status(key: &VirtualNitrokey, apdu: &[u8]) -> u16 {
    let answer = key.transmit(apdu).unwrap();
    let [.., high, low] = answer[..] else { panic!("no status") };
    u16::from_be_bytes([high, low])
}

/// The first byte of the extended capabilities, as it stands in what belongs to the application.
fn capabilities(key: &VirtualNitrokey) -> u8 {
    let related = get(key, 0x6E).0;
    let at = related.windows(2).position(|window| window == [0xC0, 0x0A]).unwrap();
    related[at + 2]
}

#[test]
fn another_makers_number_stands_in_the_aid_and_its_reader_is_called_otherwise() {
    let [plain, other] = pair(Trait::Maker(0xAFAF));
    assert_eq!((&get(&plain, 0x4F).0[8..10], &get(&other, 0x4F).0[8..10]), (&[0, 5][..], &[0xAF, 0xAF][..]));
    assert!(plain.reader_name().contains("Nitrokey") && !other.reader_name().contains("Nitrokey"));
}

#[test]
fn a_refused_reset_is_refused_with_the_admin_pin_and_with_both_pins_blocked_and_announced_all_the_same() {
    let [plain, refuses] = pair(Trait::ResetRefused);
    assert_eq!(get(&plain, 0x5F52).0, get(&refuses, 0x5F52).0);
    assert_eq!(get(&refuses, 0x5F52).0[7], 0x05);
    for key in [&plain, &refuses] {
        assert_eq!(verify(key, 0x83, ADMIN_PIN), 0x9000);
    }
    assert_eq!(command(&plain, TERMINATE, &[]).1, 0x9000);
    assert_eq!(command(&refuses, TERMINATE, &[]).1, 0x6982);
    for _ in 0..3 {
        verify(&refuses, 0x81, b"000000");
        verify(&refuses, 0x83, b"00000000");
    }
    assert_eq!(tries(&refuses), [0, 0, 0]);
    assert_eq!(command(&refuses, TERMINATE, &[]).1, 0x6982);
}

#[test]
fn a_short_reader_hands_no_extended_command_on_and_a_short_card_refuses_it_and_says_so() {
    let [plain, reader] = pair(Trait::ShortReader);
    assert_eq!(status(&plain, EXTENDED), 0x9000);
    assert!(matches!(reader.transmit(EXTENDED), Err(Error::NoAnswer)));
    assert_eq!(get(&plain, 0x5F52).0, get(&reader, 0x5F52).0);
    let [plain, card] = pair(Trait::ShortCommands);
    assert_eq!(status(&card, EXTENDED), 0x6700);
    assert_eq!((status(&plain, CHAINED), status(&card, CHAINED)), (0x9000, 0x6884));
    let lengths = |key| get(key, 0x5F52).0[6] & 0xC0;
    assert!(lengths(&plain) != 0 && lengths(&card) == 0);
}

#[test]
fn no_algorithm_list_is_no_such_object() {
    let [plain, without] = pair(Trait::NoAlgorithmList);
    assert!(!get(&plain, 0xFA).0.is_empty());
    assert_eq!(get(&without, 0xFA), (vec![], 0x6A88));
}

#[test]
fn fixed_attributes_are_announced_and_stay() {
    let [plain, fixed] = pair(Trait::FixedAttributes);
    assert_eq!((capabilities(&plain) & 0x04, capabilities(&fixed) & 0x04), (0x04, 0));
    for (key, said) in [(&plain, 0x9000), (&fixed, 0x6A88)] {
        assert_eq!(verify(key, 0x83, ADMIN_PIN), 0x9000);
        assert_eq!(put(key, 0xC1, P_256), said);
    }
    assert_eq!((get(&plain, 0xC1).0[0], get(&fixed, 0xC1).0[0]), (0x13, 0x01));
}

#[test]
fn a_short_exponent_stands_in_the_attributes() {
    let [plain, short] = pair(Trait::ShortExponent);
    assert_eq!(
        (get(&plain, 0xC1).0[3..5].to_vec(), get(&short, 0xC1).0[3..5].to_vec()),
        (vec![0, 32], vec![0, 17])
    );
}

#[test]
fn a_card_without_import_says_so_and_refuses_it() {
    let [plain, none] = pair(Trait::NoImport);
    assert_eq!((capabilities(&plain) & 0x20, capabilities(&none) & 0x20), (0x20, 0));
    assert_eq!(verify(&none, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(command(&none, [0xDB, 0x3F, 0xFF], &[0x4D, 0x00]).1, 0x6D00);
    assert_ne!(command(&plain, [0xDB, 0x3F, 0xFF], &[0x4D, 0x00]).1, 0x6D00);
}

#[test]
fn one_that_tells_nothing_is_there_and_does_not_say_what_it_is() {
    let [_, silent] = pair(Trait::TellsNothing);
    assert_eq!((select(&silent), get(&silent, 0x6E).1), (0x9000, 0x6F00));
}

#[test]
fn one_that_says_late_that_it_was_terminated_says_it_to_whatever_comes_next() {
    for (key, [selected, next]) in
        pair(Trait::LateTermination).into_iter().zip([[0x6285, 0x6985], [0x9000, 0x6285]])
    {
        assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
        assert_eq!(command(&key, TERMINATE, &[]).1, 0x9000);
        assert_eq!(select(&key), selected);
        assert_eq!((get(&key, 0x4F).1, verify(&key, 0x82, USER_PIN)), (next, next));
        assert_eq!(command(&key, ACTIVATE, &[]).1, 0x9000);
        assert_eq!((select(&key), get(&key, 0x4F).1), (0x9000, 0x9000));
    }
}
