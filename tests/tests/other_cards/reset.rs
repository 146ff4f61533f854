//! Back to the factory state, on cards that may have none.

use coldspare::nitrokey::finish_resets;
use coldspare::plan::Role;

use super::*;

#[test]
fn a_card_that_refuses_its_reset_is_noticed_and_no_try_is_spent() {
    // Under its own number, and under ZeitControl's.
    for traits in [&[SMARTPGP, Trait::ResetRefused][..], &[Trait::ResetRefused]] {
        let mut desk = Desk::new(Model::Pro2, traits);
        let error = desk.flash(&Unlock::FactoryReset).unwrap_err();
        assert_eq!(desk.tries(), tries(3, 0, 3), "{error}");
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoFactoryReset { .. })), "{error}");
        // What is known of its admin PIN is enough to write it.
        let flashed = desk.flash(&Unlock::FactoryReset).unwrap();
        desk.prove(&flashed);
        assert_eq!(desk.tries(), tries(3, 3, 3));
    }
}

#[test]
fn no_pin_is_blocked_where_the_admin_pin_is_the_factorys() {
    let mut desk = Desk::new(Model::Nitrokey3, &[]);
    select(&desk.key);
    assert_eq!(desk.key.transmit(b"\x00\x20\x00\x81\x06000000").unwrap(), [0x63, 0xC2]);
    desk.flash_without_a_wrong_pin(&Role::Primary);
}

#[test]
fn no_pin_of_another_makers_card_is_blocked_before_the_owner_agrees() {
    let mut desk = Desk::new(Model::Pro2, &[SMARTPGP]).owned();
    let error = desk.flash(&Unlock::FactoryReset).unwrap_err();
    assert_eq!(desk.tries().user, 3, "{error}");
    // A card without keys has the factory's admin PIN, mostly: that one try, and no more.
    assert_eq!(desk.tries().admin, 2, "{error}");
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::MayHaveNoReset { .. })), "{error}");
    // Nor ever again.
    desk.flash(&Unlock::FactoryReset).unwrap_err();
    assert_eq!(desk.tries().admin, 2, "{error}");
    let start = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
    let flashed = desk.flash(&start).unwrap();
    desk.prove(&flashed);
}

#[test]
fn of_another_makers_card_with_somebodys_keys_not_one_try_is_spent() {
    let mut before = Desk::new(Model::Pro2, &[SMARTPGP]);
    before.flash(&Unlock::FactoryReset).unwrap();
    let (key, bus) = (before.key.clone(), before.bus.clone());
    let mut desk = Desk { key, bus, ..Desk::new(Model::Pro2, &[SMARTPGP]) };
    let error = desk.flash(&Unlock::FactoryReset).unwrap_err();
    assert_eq!(desk.tries(), tries(3, 3, 3), "{error}");
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::MayHaveNoReset { .. })), "{error}");
}

#[test]
fn the_admin_pin_that_the_owner_types_resets_and_a_mistyped_one_costs_one_try() {
    for refuses in [false, true] {
        let traits = [SMARTPGP, Trait::ResetRefused];
        let mut desk = Desk::new(Model::Pro2, &traits[..1 + usize::from(refuses)]).owned();
        let error = desk.flash(&Unlock::ResetBy("99999999".into())).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::WrongPin { left: 2, .. })), "{error}");
        assert_eq!(desk.tries(), tries(3, 0, 2));
        let start = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
        let mut flashed = desk.flash(&start);
        if refuses {
            let error = flashed.unwrap_err();
            assert!(
                matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoFactoryReset { .. })),
                "{error}"
            );
            assert_eq!(desk.tries(), tries(3, 0, 3));
            // What was typed is known from then on.
            flashed = desk.flash(&Unlock::FactoryReset);
        }
        desk.prove(&flashed.unwrap());
        assert_eq!(desk.tries(), tries(3, 3, 3));
    }
}

#[test]
fn the_admin_pin_of_a_card_that_refused_to_be_terminated_is_not_forgotten() {
    let mut desk = Desk::new(Model::Pro2, &[SMARTPGP]).owned();
    let refuses = Arc::new(AtomicBool::new(true));
    let refusing = refuses.clone();
    let bus = LyingBus::with(
        "a reader",
        Liar::over(&desk.key, move |command, truth| match command[1] {
            0xE6 if refusing.load(Ordering::SeqCst) => Ok(vec![0x6F, 0x00]),
            _ => truth(command),
        }),
    );
    let erase = desk.erase();
    let typed = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
    for start in [&typed, &Unlock::FactoryReset] {
        let rehearsed = &mut desk.prepared.rehearsed;
        let error =
            rehearsed.flash(&bus, &erase, &Role::Primary, &desk.pins, start, &mut |_| ()).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::Refused { .. })), "{error}");
        assert_eq!(desk.tries().admin, 3);
    }
    refuses.store(false, Ordering::SeqCst);
    let flashed = desk.flash(&Unlock::FactoryReset).unwrap();
    desk.prove(&flashed);
}

#[test]
fn with_the_owners_consent_pins_are_blocked_and_what_came_of_it_is_told() {
    let mut desk = Desk::new(Model::Pro2, &[SMARTPGP]).owned();
    let erase = desk.erase().even_if_lost();
    let flashed = desk.flash_as(&erase, &Unlock::FactoryReset).unwrap();
    desk.prove(&flashed);
    let mut desk = Desk::new(Model::Pro2, &[SMARTPGP, Trait::ResetRefused]).owned();
    let erase = desk.erase().even_if_lost();
    let error = desk.flash_as(&erase, &Unlock::FactoryReset).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NotReset { .. })), "{error}");
    assert_eq!(desk.tries(), tries(0, 0, 0));
}

#[test]
fn a_nitrokey_whose_admin_pin_nobody_knows_is_reset_without_a_question() {
    for model in Model::ALL {
        let algorithm = if model == Model::Pro1 { Algorithm::Rsa2048 } else { Algorithm::NistP256 };
        let mut desk = Desk::with(algorithm, model, &[]).owned();
        let flashed = desk.flash(&Unlock::FactoryReset).unwrap();
        desk.prove(&flashed);
    }
}

#[test]
fn a_card_that_carries_these_keys_is_reset_by_its_admin_pin_from_the_backup() {
    for traits in [&[SMARTPGP][..], &[]] {
        let mut desk = Desk::new(Model::Pro2, traits);
        desk.flash(&Unlock::FactoryReset).unwrap();
        let mut desk = desk.later();
        let flashed = desk.flash_without_a_wrong_pin(&Role::Primary);
        desk.prove(&flashed);
    }
}

#[test]
fn one_that_becomes_another_is_reset_by_the_admin_pin_of_what_it_was() {
    let key = card(Model::Pro2, &[SMARTPGP]);
    let (bus, stick) = (VirtualBus::with(&[&key]), tempfile::tempdir().unwrap());
    let plan = fixtures::plan(Algorithm::NistP256, 2, 3).unwrap();
    let serial = fixtures::serial(&key);
    let prepared = fixtures::prepare(plan, &bus, &[serial], stick.path(), &mut |_| ()).unwrap();
    let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    let mut desk = Desk { key, bus, serial, prepared, pins, stick };
    desk.flash(&Unlock::FactoryReset).unwrap();
    let mut desk = desk.later();
    desk.pins = desk.prepared.rehearsed.pins(&Role::SPARE, Some(&desk.pins.user)).unwrap();
    let flashed = desk.flash_without_a_wrong_pin(&Role::SPARE);
    desk.prove(&flashed);
}

#[test]
fn the_admin_pin_from_the_backup_is_tried_once_on_a_card_whose_owner_has_changed_it() {
    let mut desk = Desk::new(Model::Pro2, &[SMARTPGP]);
    desk.flash(&Unlock::FactoryReset).unwrap();
    select(&desk.key);
    let sealed = desk.pins.admin.expose_secret().as_bytes().to_vec();
    let length = u8::try_from(sealed.len() + FOREIGN.len()).unwrap();
    let change = [&[0, 0x24, 0, 0x83, length][..], &sealed, FOREIGN].concat();
    assert_eq!(desk.key.transmit(&change).unwrap(), [0x90, 0]);
    let mut desk = desk.later();
    for _ in 0..3 {
        let error = desk.flash(&Unlock::FactoryReset).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::MayHaveNoReset { .. })), "{error}");
        assert_eq!(desk.tries().admin, 2, "{error}");
    }
    let start = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
    let flashed = desk.flash(&start).unwrap();
    desk.prove(&flashed);
}

#[test]
fn a_card_whose_pins_are_blocked_already_is_reset_without_a_question() {
    let mut desk = Desk::new(Model::Pro2, &[SMARTPGP]).owned();
    for _ in 0..3 {
        desk.key.transmit(b"\x00\x20\x00\x81\x06000000").unwrap();
        desk.key.transmit(b"\x00\x20\x00\x83\x0800000000").unwrap();
    }
    assert_eq!(desk.tries(), tries(0, 0, 0));
    let flashed = desk.flash(&Unlock::FactoryReset).unwrap();
    desk.prove(&flashed);
}

#[test]
fn a_start_whose_serial_a_firmware_update_has_changed_is_the_same_nitrokey() {
    let key = card(Model::Start, &[]);
    let (bus, stick) = (VirtualBus::with(&[&key]), tempfile::tempdir().unwrap());
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    plan.nitrokeys = 1;
    let prepared =
        fixtures::prepare(plan, &bus, &[fixtures::serial(&key)], stick.path(), &mut |_| ()).unwrap();
    let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    let serial = fixtures::serial(&key);
    let mut desk = Desk { key, bus, serial, prepared, pins, stick };
    let flashed = desk.flash(&Unlock::FactoryReset).unwrap();
    desk.prove(&flashed);

    desk.key.update_firmware(0x0D0E_0F10);
    desk.serial = fixtures::serial(&desk.key);
    let mut desk = desk.later();
    assert_eq!(desk.prepared.rehearsed.role_of(desk.serial), None);
    // By the keys that it carries, and its role.
    assert_eq!(desk.prepared.rehearsed.role_of_ours(desk.serial), Some(&Role::Primary));
    let other = Serial { manufacturer: 0x000F, number: 1 };
    assert_eq!(desk.prepared.rehearsed.role_of_ours(other), None);
    let user = desk.pins.user.clone();
    desk.prepared.rehearsed.prove_spare(&desk.bus, desk.serial, &user, &mut |_| ()).unwrap();
    let flashed = desk.flash_without_a_wrong_pin(&Role::Primary);
    desk.prove(&flashed);
}

/// Nothing on them says which of the two each of them was, and nothing hangs on it: they are written again in the other's
/// role.
#[test]
fn two_starts_whose_serials_have_both_changed_are_proven_and_written_all_the_same() {
    let keys = [1, 2].map(|number| fixtures::key(Model::Start, number).unwrap());
    let (bus, stick) = (VirtualBus::with(&keys.each_ref()), tempfile::tempdir().unwrap());
    let serials = keys.each_ref().map(fixtures::serial);
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let prepared = fixtures::prepare(plan, &bus, &serials, stick.path(), &mut |_| ()).unwrap();
    let pins = prepared.rehearsed.pins(&Role::Primary, None).unwrap();
    let [key, other] = keys;
    let mut desk = Desk { key, bus, serial: serials[0], prepared, pins, stick };
    let write = |desk: &mut Desk, role: &Role, serial| {
        let pins = desk.prepared.rehearsed.pins(role, Some(&desk.pins.user)).unwrap();
        let rehearsed = &mut desk.prepared.rehearsed;
        fixtures::flash_and_prove(rehearsed, &desk.bus, serial, role, &pins, &mut |_| ()).unwrap();
    };
    write(&mut desk, &Role::Primary, serials[0]);
    write(&mut desk, &Role::SPARE, serials[1]);

    desk.key.update_firmware(0x0D0E_0F10);
    other.update_firmware(0x0D0E_0F11);
    let mut desk = desk.later();
    let serials = [&desk.key, &other].map(fixtures::serial);
    let user = desk.pins.user.clone();
    for serial in serials {
        assert_eq!(desk.prepared.rehearsed.role_of_ours(serial), None);
        desk.prepared.rehearsed.prove_spare(&desk.bus, serial, &user, &mut |_| ()).unwrap();
    }
    write(&mut desk, &Role::SPARE, serials[0]);
    write(&mut desk, &Role::Primary, serials[1]);
}

#[test]
fn a_card_that_says_that_it_has_no_reset_is_not_asked_for_one_and_no_pin_is_tried() {
    let mut desk = Desk::new(Model::Pro2, &[]);
    let asked = Arc::new(AtomicBool::new(false));
    let asks = asked.clone();
    let says = Liar::over(&desk.key, move |command, truth| {
        asks.fetch_or(matches!(command[1], 0x20 | 0xE6), Ordering::SeqCst);
        let mut said = truth(command)?;
        // The life cycle (OpenPGP card 3.4 § 6).
        if command[1..4] == [0xCA, 0x5F, 0x52] {
            said[7] = 0;
        }
        Ok(said)
    });
    let (bus, erase, start) = (LyingBus::with("a reader", says), desk.erase(), Unlock::FactoryReset);
    let rehearsed = &mut desk.prepared.rehearsed;
    let error = rehearsed.flash(&bus, &erase, &Role::Primary, &desk.pins, &start, &mut |_| ()).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoFactoryReset { .. })), "{error}");
    assert!(!asked.load(Ordering::SeqCst));
}

/// In the guide that lies on the stick beside the bundle.
#[test]
fn the_guide_says_that_another_number_is_not_another_nitrokey() {
    for (language, said) in [
        ("en", "A changed number is not another Nitrokey"),
        ("de", "Eine andere Nummer ist kein anderer Nitrokey"),
        ("fr", "Un autre numéro n'est pas une autre Nitrokey"),
    ] {
        let stick = tempfile::tempdir().unwrap();
        let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
        plan.language = language.into();
        let prepared =
            fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap();
        let guide = std::fs::read_to_string(stick.path().join(prepared.folder).join("GUIDE.txt")).unwrap();
        assert!(guide.contains(said), "{language}");
    }
}

#[test]
fn a_card_that_says_yes_and_does_nothing_is_not_taken_for_reset() {
    let mut desk = Desk::new(Model::Nitrokey3, &[]);
    let flashed = desk.flash(&Unlock::FactoryReset).unwrap();
    desk.prove(&flashed);
    let bus = LyingBus::with(
        "a reader",
        Liar::over(&desk.key, |command, truth| match command[1] {
            0xE6 | 0x44 => Ok(vec![0x90, 0]),
            _ => truth(command),
        }),
    );
    let (erase, start) = (desk.erase(), Unlock::FactoryReset);
    let error = desk
        .prepared
        .rehearsed
        .flash(&bus, &erase, &Role::Primary, &desk.pins, &start, &mut |_| ())
        .unwrap_err();
    assert!(fixtures::message(&error).contains("factory state"), "{error}");
}

#[test]
fn a_card_that_refuses_to_finish_its_reset_is_told_as_that_and_finished_when_it_does() {
    let mut desk = Desk::new(Model::Nitrokey3, &[]);
    let refuses = Arc::new(AtomicU64::new(1));
    let still = Arc::clone(&refuses);
    let refusing = Liar::over(&desk.key, move |command, truth| match command[1] {
        0x44 if still.load(Ordering::SeqCst) > 0 => Ok(vec![0x6A, 0x88]),
        _ => truth(command),
    });
    let (bus, erase, start) = (LyingBus::with("a reader", refusing), desk.erase(), Unlock::FactoryReset);
    let mut flash =
        || desk.prepared.rehearsed.flash(&bus, &erase, &Role::Primary, &desk.pins, &start, &mut |_| ());
    flash().unwrap_err();
    // It is in its reader, and said to be: not 'not plugged in'.
    let cause = Unreadable::HalfReset;
    let error = flash().unwrap_err();
    assert!(
        matches!(&error, CeremonyError::Nitrokey(NitrokeyError::Unreadable { cause: c, .. }) if *c == cause),
        "{error}"
    );
    let error = finish_resets(&bus).unwrap_err();
    assert!(matches!(error, NitrokeyError::Unreadable { cause: c, .. } if c == cause), "{error}");
    refuses.store(0, Ordering::SeqCst);
    let flashed = flash().unwrap();
    desk.prove(&flashed);
}

#[test]
fn a_terminated_card_that_says_so_only_to_the_next_command_is_finished() {
    let mut desk = Desk::new(Model::Nitrokey3, &[Trait::LateTermination]);
    let erase = desk.erase();
    let terminate = |key: &VirtualNitrokey| {
        select(key);
        assert_eq!(key.transmit(b"\x00\x20\x00\x83\x0812345678").unwrap(), [0x90, 0]);
        assert_eq!(key.transmit(&[0, 0xE6, 0, 0]).unwrap(), [0x90, 0]);
        assert_eq!(select(key), [0x90, 0]);
        assert_eq!(key.transmit(&[0, 0xCA, 0, 0x4F, 0]).unwrap(), [0x62, 0x85]);
    };
    terminate(&desk.key);
    let found = list(&desk.bus).unwrap();
    assert!(matches!(&found[..], [Found::HalfReset { .. }]), "{found:?}");
    let flashed = desk.flash_as(&erase, &Unlock::FactoryReset).unwrap();
    desk.prove(&flashed);

    let key = card(Model::Nitrokey3, &[Trait::LateTermination]);
    terminate(&key);
    let bus = VirtualBus::with(&[&key]);
    finish_resets(&bus).unwrap();
    assert!(matches!(&list(&bus).unwrap()[..], [Found::Nitrokey(_)]));
}
