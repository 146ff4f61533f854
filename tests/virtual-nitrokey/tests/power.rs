//! Pulling a key out, plugging it in, and what goes wrong on request.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use card_backend::{CardBackend as _, SmartcardError};
use common::{ADMIN_PIN, USER_PIN, command, get, key, put, select, tries, try_command, verify};
use std::time::{Duration, Instant};
use virtual_nitrokey::{Bus, Config, Error, Fault, Model, VirtualNitrokey};

const URL: u16 = 0x5F50;

#[test]
fn a_key_that_is_out_answers_nothing() {
    let mut key = key(Model::Nitrokey3);
    key.unplug();
    assert!(!key.is_plugged());
    assert!(matches!(key.transmit(&[0, 0xCA, 0, 0x4F, 0]), Err(Error::Unplugged)));
    assert!(matches!(key.transaction(None).map(|_| ()), Err(SmartcardError::SmartCardConnectionError(_))));
}

#[test]
fn what_was_stored_outlives_the_power_and_what_was_verified_does_not() {
    let key = key(Model::Nitrokey3);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&key, URL, b"https://example.org"), 0x9000);
    assert_eq!(verify(&key, 0x82, b"000000"), 0x63C2);
    key.unplug();
    key.plug();
    assert!(key.is_plugged());
    assert_eq!(select(&key), 0x9000);
    assert_eq!(get(&key, URL).0, b"https://example.org");
    assert_eq!(tries(&key), [2, 0, 3]);
    assert_eq!(put(&key, URL, b""), 0x6982);
}

#[test]
fn a_transaction_after_a_power_cycle_selects_the_application_again() {
    let mut handle = key(Model::Nitrokey3);
    handle.unplug();
    handle.plug();
    {
        let aid = [0xD2, 0x76, 0x00, 0x01, 0x24, 0x01];
        let transaction = handle.transaction(Some(&aid)).unwrap();
        assert!(transaction.was_reset());
    }
    assert_eq!(get(&handle, 0x4F).1, 0x9000);
    assert!(!handle.transaction(None).unwrap().was_reset());
}

#[test]
fn a_state_file_carries_a_key_into_the_next_run() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config { model: Model::Nitrokey3, serial: 7, state: Some(folder.path().join("key")) };
    let first = VirtualNitrokey::new(config.clone()).unwrap();
    assert_eq!(select(&first), 0x9000);
    assert_eq!(verify(&first, 0x83, ADMIN_PIN), 0x9000);
    assert_eq!(put(&first, URL, b"kept"), 0x9000);
    drop(first);
    let second = VirtualNitrokey::new(config).unwrap();
    assert_eq!(select(&second), 0x9000);
    assert_eq!(get(&second, URL).0, b"kept");
}

#[test]
fn a_file_that_is_no_state_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter");
    std::fs::write(&path, "Dear Sir or Madam").unwrap();
    let config = Config { state: Some(path.clone()), ..Config::new(Model::Nitrokey3, 7) };
    assert!(matches!(VirtualNitrokey::new(config), Err(Error::NotAState(_))));
    assert_eq!(std::fs::read(path).unwrap(), b"Dear Sir or Madam");
}

#[test]
fn a_cut_takes_the_answer_but_not_the_deed() {
    let key = key(Model::Nitrokey3);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    key.fault(Fault::CutAfter(2));
    assert_eq!(put(&key, 0x5B, b"Somebody"), 0x9000);
    assert!(matches!(try_command(&key, [0xDA, 0x5F, 0x50], b"written"), Err(Error::Unplugged)));
    assert!(!key.is_plugged());
    assert!(matches!(try_command(&key, [0xCA, 0x00, 0x4F], &[]), Err(Error::Unplugged)));
    key.plug();
    assert_eq!(select(&key), 0x9000);
    assert_eq!(get(&key, URL).0, b"written");
}

#[test]
fn a_failure_answers_its_status_word_once_and_does_nothing() {
    let key = key(Model::Nitrokey3);
    assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
    key.fault(Fault::Fail { after: 1, status: 0x6581 });
    assert_eq!(put(&key, URL, b"first"), 0x6581);
    assert_eq!(get(&key, URL), (vec![], 0x9000));
    assert_eq!(put(&key, URL, b"second"), 0x9000);
}

#[test]
fn a_lost_command_does_nothing_and_leaves_the_key_in() {
    let mut key = key(Model::Nitrokey3);
    key.fault(Fault::Drop { after: 2 });
    assert_eq!(get(&key, 0x4F).1, 0x9000);
    assert!(matches!(try_command(&key, [0x20, 0x00, 0x82], b"000000"), Err(Error::NoAnswer)));
    assert_eq!(tries(&key), [3, 0, 3]);

    key.fault(Fault::Drop { after: 1 });
    let mut transaction = key.transaction(None).unwrap();
    let lost = transaction.transmit(&[0x00, 0xCA, 0x00, 0x4F, 0x00], 256);
    assert!(matches!(lost, Err(SmartcardError::NotTransacted)));
}

#[test]
fn a_key_that_hangs_does_nothing_and_answers_nothing_until_it_is_pulled_out() {
    let key = key(Model::Nitrokey3);
    key.fault(Fault::Hang { after: 1 });
    let same = key.clone();
    let waits = std::thread::spawn(move || try_command(&same, [0x20, 0x00, 0x82], b"000000"));
    while !key.hangs() {
        std::thread::yield_now();
    }
    key.unplug();
    assert!(matches!(waits.join().unwrap(), Err(Error::Unplugged)));
    key.plug();
    assert_eq!(select(&key), 0x9000);
    assert_eq!(tries(&key), [3, 0, 3]);
}

#[test]
fn a_fault_that_is_cleared_does_not_come() {
    let key = key(Model::Nitrokey3);
    key.fault(Fault::CutAfter(1));
    key.clear_fault();
    assert_eq!(get(&key, 0x4F).1, 0x9000);
}

#[test]
fn commands_are_counted_while_the_key_is_in() {
    let key = key(Model::Nitrokey3);
    let before = key.commands();
    get(&key, 0x4F);
    get(&key, 0x4F);
    key.fault(Fault::CutAfter(1));
    let _ = try_command(&key, [0xCA, 0x00, 0x4F], &[]);
    let _ = try_command(&key, [0xCA, 0x00, 0x4F], &[]);
    assert_eq!(key.commands() - before, 3);
}

#[test]
fn two_handles_are_one_key() {
    let one = key(Model::Nitrokey3);
    let other = one.clone();
    assert_eq!(verify(&one, 0x82, USER_PIN), 0x9000);
    assert_eq!(verify(&other, 0x82, &[]), 0x9000);
    drop(one);
    assert_eq!(get(&other, 0x4F).1, 0x9000);
    let third = other.clone();
    other.unplug();
    assert!(!third.is_plugged());
}

#[test]
fn two_keys_are_two_keys() {
    let (one, other) = (key(Model::Nitrokey3), key(Model::Nitrokey3));
    assert_eq!(verify(&one, 0x82, b"000000"), 0x63C2);
    assert_eq!(tries(&other), [3, 0, 3]);
    assert_ne!(command(&one, [0x84, 0, 0], &[]).0, command(&other, [0x84, 0, 0], &[]).0);
}

#[test]
fn a_bus_shows_the_keys_that_are_in() {
    let bus = Bus::new();
    let (one, other) = (key(Model::Nitrokey3), key(Model::Pro2));
    bus.plug(one.clone());
    bus.plug(other.clone());
    one.unplug();
    let models = |bus: &Bus| bus.keys().iter().map(VirtualNitrokey::model).collect::<Vec<_>>();
    assert_eq!(models(&bus), [Model::Pro2]);
    bus.plug(one);
    assert_eq!(models(&bus), [Model::Nitrokey3, Model::Pro2]);
}

#[test]
fn a_touch_is_waited_for_and_refused_in_the_end() {
    let key = key(Model::Nitrokey3);
    common::generate_signing_key(&key);
    assert_eq!(put(&key, 0xD6, &[0x01, 0x20]), 0x9000);
    assert_eq!(common::sign(&key), 0x9000);
    key.set_touch(false);
    let start = Instant::now();
    assert_eq!(common::sign(&key), 0x6982);
    assert!(start.elapsed() > Duration::from_millis(150), "{:?}", start.elapsed());
    // Without the flag, nobody asks for the finger.
    assert_eq!(put(&key, 0xD6, &[0x00, 0x20]), 0x9000);
    assert_eq!(common::sign(&key), 0x9000);
}

#[test]
fn a_finger_may_come_while_the_key_waits() {
    let key = key(Model::Nitrokey3);
    common::generate_signing_key(&key);
    assert_eq!(put(&key, 0xD6, &[0x01, 0x20]), 0x9000);
    key.set_touch(false);
    key.set_touch_patience(Duration::from_secs(15));
    let finger = key.clone();
    let late = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(50));
        finger.set_touch(true);
    });
    assert_eq!(common::sign(&key), 0x9000);
    late.join().unwrap();
}

#[test]
fn a_key_that_waits_for_a_touch_can_be_pulled_out() {
    let key = key(Model::Nitrokey3);
    common::generate_signing_key(&key);
    assert_eq!(put(&key, 0xD6, &[0x01, 0x20]), 0x9000);
    assert_eq!(verify(&key, 0x81, USER_PIN), 0x9000);
    key.set_touch(false);
    key.set_touch_patience(Duration::from_secs(15));
    let hand = key.clone();
    let pull = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(50));
        hand.unplug();
    });
    let start = Instant::now();
    let answer = try_command(&key, [0x2A, 0x9E, 0x9A], &[0; 32]);
    assert!(matches!(answer, Err(Error::Unplugged)), "{answer:?}");
    assert!(start.elapsed() < Duration::from_secs(5));
    pull.join().unwrap();
    key.plug();
    assert_eq!(select(&key), 0x9000);
}

/// Tests make hundreds of keys.
#[test]
fn a_key_starts_quickly() {
    let count = 20;
    let start = Instant::now();
    for _ in 0..count {
        let key = key(Model::Nitrokey3);
        assert_eq!(get(&key, 0x6E).1, 0x9000);
    }
    let each = start.elapsed() / count;
    println!("{each:?} from nothing to the first answer");
    assert!(each < Duration::from_millis(200), "{each:?}");
}

/// Another model's file system knows the object as it was before, or as it is now.
#[test]
fn a_power_cut_within_a_command_leaves_the_old_object_or_the_new_one() {
    let mut seen = std::collections::BTreeSet::new();
    for part in (16..=240).step_by(16) {
        let key = key(Model::Nitrokey3);
        assert_eq!(verify(&key, 0x83, ADMIN_PIN), 0x9000);
        assert_eq!(put(&key, URL, b"old"), 0x9000);
        key.fault(Fault::CutWithin { after: 1, part });
        assert!(matches!(try_command(&key, [0xDA, 0x5F, 0x50], b"new"), Err(Error::Unplugged)));
        key.plug();
        assert_eq!(select(&key), 0x9000);
        seen.insert(get(&key, URL).0);
    }
    assert!(seen.iter().all(|url| url == b"old" || url == b"new"), "{seen:?}");
    assert!(seen.contains(&b"old"[..]), "nothing was cut");
}

#[test]
fn a_power_cycle_leaves_the_key_in_its_reader() {
    let handle = key(Model::Nitrokey3);
    assert_eq!(verify(&handle, 0x83, ADMIN_PIN), 0x9000);
    handle.cycle_power();
    assert!(handle.is_plugged());
    assert_eq!(select(&handle), 0x9000);
    assert_eq!(put(&handle, URL, b""), 0x6982);
    handle.unplug();
    handle.cycle_power();
    assert!(!handle.is_plugged());
}
