//! A whole ceremony, in process: every algorithm on every virtual Nitrokey that takes it, and the
//! decisions that a plan can hold.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::{Duration, SystemTime};

use coldspare::ceremony::{CeremonyError, Event, Made, Meeting, PinChoice, ReadBack, Reading, Rehearser};
use coldspare::language::Texts;
use coldspare::machine::entropy::Dice;
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Erase, Model as Kind, NitrokeyError, Unlock};
use coldspare::pins::Pins;
use coldspare::plan::{Algorithm, Expiry, Plan, PrimaryKey, Role, Slot, Touch};
use coldspare::tui::messages::ToMessage;
use coldspare_tests::{VirtualBus, fixtures};
use sequoia_openpgp::policy::StandardPolicy;
use virtual_nitrokey::Model;

fn whole(plan: Plan, model: Model) {
    let (primary, spare) =
        (fixtures::key(model, 0x0A0B_0C01).unwrap(), fixtures::key(model, 0x0A0B_0C02).unwrap());
    let bus = VirtualBus::with(&[&primary, &spare]);
    let serials = [fixtures::serial(&primary), fixtures::serial(&spare)];
    let stick = tempfile::tempdir().unwrap();
    let mut events = Vec::new();
    let mut p = fixtures::prepare(plan, &bus, &serials, stick.path(), &mut |e| events.push(e)).unwrap();
    assert!(matches!(
        events[..],
        [
            Event::MakingKeys,
            Event::SealedAndSplit { .. },
            Event::BundleWritten { .. },
            Event::Rehearsing { .. },
            Event::Rehearsed
        ]
    ));
    for (serial, role) in serials.into_iter().zip([Role::Primary, Role::SPARE]) {
        let pins = p.rehearsed.pins(&role, None).unwrap();
        let proof =
            fixtures::flash_and_prove(&mut p.rehearsed, &bus, serial, &role, &pins, &mut |_| ()).unwrap();
        assert_eq!(proof.serial, serial);
        for shown in ["signature by", "decryption with", "authentication by"] {
            assert!(proof.shown.iter().any(|line| line.starts_with(shown)), "{:#?}", proof.shown);
        }
    }
    assert_eq!(p.rehearsed.flashed().len(), 2);
}

fn each(model: Model, algorithms: &[Algorithm]) {
    for algorithm in algorithms {
        whole(fixtures::plan(*algorithm, 3, 5).unwrap(), model);
    }
}

#[test]
fn a_nitrokey_3_takes_curve25519_rsa_and_p256() {
    use Algorithm::{Curve25519, NistP256, Rsa2048, Rsa3072, Rsa4096};
    each(Model::Nitrokey3, &[Curve25519, NistP256, Rsa2048, Rsa3072, Rsa4096]);
}

#[test]
fn a_nitrokey_3_with_its_secure_element_takes_p384_and_p521_too() {
    each(Model::Nitrokey3SecureElement, &[Algorithm::NistP384, Algorithm::NistP521]);
}

#[test]
fn a_pro_takes_rsa_and_the_second_one_nist_curves_too() {
    each(Model::Pro1, &[Algorithm::Rsa2048, Algorithm::Rsa4096]);
    each(Model::Pro2, &[Algorithm::Rsa2048, Algorithm::NistP256, Algorithm::NistP384, Algorithm::NistP521]);
}

#[test]
fn a_start_takes_curve25519_and_gets_its_pins_hashed() {
    each(Model::Start, &[Algorithm::Curve25519, Algorithm::NistP256, Algorithm::Rsa2048, Algorithm::Rsa4096]);
    let (key, stick) = (fixtures::key(Model::Start, 4).unwrap(), tempfile::tempdir().unwrap());
    let bus = VirtualBus::with(&[&key]);
    let serial = fixtures::serial(&key);
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let mut p = fixtures::prepare(plan, &bus, &[serial], stick.path(), &mut |_| ()).unwrap();
    let pins = p.rehearsed.pins(&Role::Primary, None).unwrap();
    assert!(!fixtures::info(&bus, serial).unwrap().kdf);
    // Twice: the second time it is reset with a KDF-DO on it, where a wrong PIN of another length
    // than the hash would not count.
    for _ in 0..2 {
        fixtures::flash_and_prove(&mut p.rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ())
            .unwrap();
        let info = fixtures::info(&bus, serial).unwrap();
        assert!(info.kdf && info.model == Kind::Start);
    }
}

#[test]
fn the_primary_key_goes_into_the_signature_slot_if_the_plan_says_so() {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 2).unwrap();
    plan.primary_key = PrimaryKey::SignatureSlot;
    whole(plan.clone(), Model::Nitrokey3);
    let identity = coldspare::openpgp::make(&plan, SystemTime::now()).unwrap();
    assert_eq!(identity.slot_fingerprint(Slot::Signature).to_hex(), identity.fingerprint());
}

#[test]
fn touch_is_set_and_asked_for() {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 2).unwrap();
    plan.touch = Touch::On;
    let key = fixtures::key(Model::Nitrokey3, 11).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let stick = tempfile::tempdir().unwrap();
    let serial = fixtures::serial(&key);
    let mut p = fixtures::prepare(plan, &bus, &[serial], stick.path(), &mut |_| ()).unwrap();
    let pins = p.rehearsed.pins(&Role::Primary, None).unwrap();
    fixtures::flash_and_prove(&mut p.rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ()).unwrap();
    key.set_touch(false);
    let untouched = p.rehearsed.prove_spare(&bus, serial, &pins.user, &mut |_| ());
    assert!(
        matches!(untouched, Err(CeremonyError::Nitrokey(NitrokeyError::NotProven { .. }))),
        "{untouched:?}"
    );
    key.set_touch(true);
    p.rehearsed.prove_spare(&bus, serial, &pins.user, &mut |_| ()).unwrap();
}

#[test]
fn the_certificate_is_what_the_plan_says() {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 2).unwrap();
    plan.user_ids.push("Ada <ada@work.example>".into());
    plan.expiry = Expiry::Years(3);
    let now = SystemTime::now() - Duration::from_secs(3600);
    let identity = coldspare::openpgp::make(&plan, now).unwrap();
    let cert = identity.public();
    assert!(!cert.is_tsk());
    let policy = StandardPolicy::new();
    let valid = cert.with_policy(&policy, None).unwrap();
    assert_eq!(identity.user_ids(), plan.user_ids);
    assert_eq!(valid.primary_userid().unwrap().userid().value(), plan.user_ids[0].as_bytes());
    let primary = valid.primary_key();
    assert!(primary.for_certification() && !primary.for_signing());
    let features = primary.binding_signature().features().unwrap();
    assert!(features.supports_seipdv1() && !features.supports_seipdv2());
    let expires = primary.key_expiration_time().unwrap().duration_since(now).unwrap();
    assert_eq!(expires.as_secs() / 86_400, 1095);
    let created = now.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    assert_eq!(valid.keys().count(), 4);
    for key in valid.keys() {
        assert_eq!(key.key().version(), 4);
        let time = key.key().creation_time().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(time.as_secs(), created);
        assert!(key.key_expiration_time().is_some());
    }
}

#[test]
fn each_revocation_certificate_revokes_for_its_reason() {
    use coldspare::openpgp::{Reason, revocations};
    use sequoia_openpgp::packet::Packet;
    use sequoia_openpgp::parse::Parse;
    use sequoia_openpgp::types::{ReasonForRevocation as R, RevocationStatus};
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 2).unwrap();
    let identity = coldspare::openpgp::make(&plan, SystemTime::now()).unwrap();
    let all = revocations(&identity, SystemTime::now()).unwrap();
    assert_eq!(all.len(), Reason::ALL.len());
    let codes = [R::KeyCompromised, R::KeySuperseded, R::KeyRetired, R::Unspecified];
    for ((name, armored), (reason, code)) in all.iter().zip(Reason::ALL.into_iter().zip(codes)) {
        assert_eq!(name, reason.name());
        let Packet::Signature(signature) = Packet::from_bytes(&armored[..]).unwrap() else {
            panic!("{name}")
        };
        assert_eq!(signature.reason_for_revocation().unwrap().0, code);
        let (revoked, _) = identity.public().insert_packets(vec![Packet::from(signature)]).unwrap();
        let status = revoked.revocation_status(&StandardPolicy::new(), None);
        assert!(matches!(status, RevocationStatus::Revoked(_)), "{name}: {status:?}");
    }
}

#[test]
fn randomness_comes_from_dice_typing_and_each_nitrokey() {
    let keys = [fixtures::key(Model::Nitrokey3, 1).unwrap(), fixtures::key(Model::Pro2, 2).unwrap()];
    let bus = VirtualBus::with(&[&keys[0], &keys[1]]);
    let mut meeting = Meeting::new(fixtures::plan(Algorithm::Rsa2048, 2, 3).unwrap()).unwrap();
    for key in &keys {
        meeting.meet(fixtures::info(&bus, fixtures::serial(key)).unwrap()).unwrap();
    }
    let dice = Dice::parse("3 1 4 1 5 2 6 5 3 5").unwrap();
    assert_eq!(dice.bits(), 25);
    assert_eq!(meeting.mix(&bus, Some(&dice), b"qwertz").unwrap().0, 2);
    keys[1].unplug();
    assert_eq!(meeting.mix(&bus, None, b"").unwrap().0, 1);
    let serial = fixtures::serial(&keys[0]);
    let draw = || coldspare::nitrokey::challenges(&bus, &[serial]).unwrap();
    assert_ne!(draw(), draw());
}

#[test]
fn pins_can_be_typed_and_a_spare_may_come_later() {
    let (primary, spare) =
        (fixtures::key(Model::Nitrokey3, 21).unwrap(), fixtures::key(Model::Nitrokey3, 22).unwrap());
    let bus = VirtualBus::with(&[&primary]);
    let mut meeting = Meeting::new(fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap()).unwrap();
    meeting.meet(fixtures::info(&bus, fixtures::serial(&primary)).unwrap()).unwrap();
    let typed = |user: &str| Pins {
        user: user.into(),
        admin: "administrator".into(),
        reset_code: "resetreset".into(),
    };
    let now = SystemTime::now();
    let too_few = Made::make(&meeting, PinChoice::Typed(vec![typed("rosebud")]), now, &mut |_| ());
    assert!(matches!(too_few, Err(CeremonyError::PinCount { given: 1, planned: 2 })));
    let short = PinChoice::Typed(vec![typed("short"), typed("rosebud")]);
    assert!(Made::make(&meeting, short, now, &mut |_| ()).unwrap_err().to_string().contains("6 to 127"));
    let choice = PinChoice::Typed(vec![typed("rosebud"), typed("xanadu")]);
    let made = Made::make(&meeting, choice, now, &mut |_| ()).unwrap();
    assert_eq!(made.pins()[0].serial.as_deref(), Some("000F:00000015"));
    assert_eq!(made.pins()[1].serial, None);

    let sealed = fixtures::seal(&made).unwrap();
    let mut cards = ReadBack::new(&sealed);
    for share in sealed.shares() {
        cards.read_whole(share.x, &Reading::words(&coldspare::backup::words(&share.y).join(" "))).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let stick = Mounted::at(folder.path());
    let written = sealed.write(&stick, &mut |_| ()).unwrap();
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let proven = cards.finish().unwrap();
    let mut rehearsed = rehearser.rehearse(&made, &sealed, &proven, (&written, &stick), &mut |_| ()).unwrap();
    bus.0.plug(spare.clone());
    for (key, role) in [(&primary, Role::Primary), (&spare, Role::SPARE)] {
        let serial = fixtures::serial(key);
        let pins = rehearsed.pins(&role, None).unwrap();
        fixtures::flash_and_prove(&mut rehearsed, &bus, serial, &role, &pins, &mut |_| ()).unwrap();
    }
}

#[test]
fn a_card_without_factory_reset_is_written_with_its_admin_pin() {
    let key = fixtures::key(Model::Nitrokey3, 31).unwrap();
    let bus = VirtualBus::with(&[&key]);
    let serial = fixtures::serial(&key);
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 2).unwrap();
    let mut p = fixtures::prepare(plan, &bus, &[serial], stick.path(), &mut |_| ()).unwrap();
    let pins = p.rehearsed.pins(&Role::Primary, None).unwrap();
    let erase = Erase::confirm(&fixtures::info(&bus, serial).unwrap(), "001F").unwrap();
    let start = Unlock::AdminPin("12345678".into());
    // The second time the admin PIN is the new one already, as after an attempt that was cut short.
    for _ in 0..2 {
        let flashed = p.rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &start, &mut |_| ()).unwrap();
        p.rehearsed.prove(&bus, &flashed, &pins, &mut |_| ()).unwrap();
    }
}

#[test]
fn no_nitrokey_is_written_before_cards_and_stick_are_proven() {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let p = fixtures::prepare(plan.clone(), &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let mut cards = ReadBack::new(&p.sealed);
    cards.scanned(&p.sealed.shares()[1].to_text()).unwrap();
    match cards.finish() {
        Err(CeremonyError::CardsMissing { cards }) => {
            let cards: Vec<_> = cards.iter().map(ToString::to_string).collect();
            assert_eq!(cards, ["card 1 (Grace Hopper)", "card 3 (Emmy Noether)"]);
        }
        other => panic!("{other:?}"),
    }
    for share in p.sealed.shares() {
        cards.scanned(&share.to_text()).unwrap();
    }
    // Somebody swaps the sealed backup on the stick after it was compared.
    let mounted = Mounted::at(stick.path());
    let written = p.sealed.write(&mounted, &mut |_| ()).unwrap();
    let file = stick.path().join(&p.folder).join("sealed-backup.pgp");
    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let rehearse = || {
        let proven = cards.finish().unwrap();
        rehearser.rehearse(&p.made, &p.sealed, &proven, (&written, &mounted), &mut |_| ())
    };
    let error = fixtures::message(&rehearse().unwrap_err());
    assert!(error.contains("sealed-backup.pgp") && error.contains("No Nitrokey was written"), "{error}");
    p.sealed.write(&mounted, &mut |_| ()).unwrap();
    rehearse().unwrap();
    // Cards of another ceremony prove nothing here.
    let other = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let mut others = ReadBack::new(&other.sealed);
    fixtures::scan_all(&mut others, &other.sealed).unwrap();
    let others = others.finish().unwrap();
    let mixed = rehearser.rehearse(&p.made, &p.sealed, &others, (&written, &mounted), &mut |_| ());
    assert!(matches!(mixed, Err(CeremonyError::OtherCeremony { .. })));
}

#[test]
fn a_rehearsal_that_fails_is_told_in_the_plans_language() {
    let stick = tempfile::tempdir().unwrap();
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    plan.language = "de".into();
    let p = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
    let mut cards = ReadBack::new(&p.sealed);
    fixtures::scan_all(&mut cards, &p.sealed).unwrap();
    let mounted = Mounted::at(stick.path());
    let written = p.sealed.write(&mounted, &mut |_| ()).unwrap();
    std::fs::remove_file(stick.path().join(&p.folder).join("sealed-backup.pgp")).unwrap();
    let proven = cards.finish().unwrap();
    let error = Rehearser::new(coldspare_tests::coldspare())
        .rehearse(&p.made, &p.sealed, &proven, (&written, &mounted), &mut |_| ())
        .unwrap_err();
    let message = error.to_message(&Texts::of("de"));
    assert!(message.happened.contains("Die Probe der Wiederherstellung ist nicht gelungen."), "{message}");
    assert!(message.happened.contains("sealed-backup.pgp"), "{message}");
    assert!(
        !message.happened.contains("No such file") && !message.happened.contains("Use another"),
        "{message}"
    );
    assert!(message.now.starts_with("Kein Nitrokey wurde beschrieben."), "{message}");
}

#[test]
fn each_model_is_known_by_what_it_says_and_only_read() {
    for (model, kind, version, touch, kdf) in [
        (Model::Nitrokey3, Kind::Nitrokey3, (3, 4), true, false),
        (Model::Nitrokey3SecureElement, Kind::Nitrokey3, (3, 4), true, false),
        (Model::Pro2, Kind::Pro2, (3, 4), false, false),
        (Model::Pro1, Kind::Pro1, (2, 1), false, false),
        (Model::Start, Kind::Start, (2, 0), false, false),
    ] {
        let key = fixtures::key(model, 0xABCD_0123).unwrap();
        let bus = VirtualBus::with(&[&key]);
        let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
        assert_eq!((info.model, info.card_version, info.touch_button, info.kdf), (kind, version, touch, kdf));
        // A Start says 3 for a reset code that it has not.
        let code = if kind == Kind::Start { 3 } else { 0 };
        assert_eq!((info.tries.user, info.tries.reset_code, info.tries.admin), (3, code, 3));
        assert_eq!(info.pin_rules.user.0, 6);
        assert!(info.is_blank() && info.factory_reset && info.holder.is_empty());
        assert_eq!(info.firmware.is_some(), kind == Kind::Nitrokey3);
        assert!(info.warnings().is_empty());
        assert_eq!(info, fixtures::info(&bus, fixtures::serial(&key)).unwrap());
    }
}

#[test]
fn old_firmware_is_warned_of() {
    let key = fixtures::key(Model::Nitrokey3, 5).unwrap().with_firmware(1, 8, 2);
    let bus = VirtualBus::with(&[&key]);
    let warnings = fixtures::info(&bus, fixtures::serial(&key)).unwrap().warnings();
    assert!(warnings[0].to_string().contains("1.8.2"), "{warnings:?}");
}
