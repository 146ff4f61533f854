//! Back to the factory state, on cards that may have none.

use coldspare::nitrokey::finish_resets;
use coldspare::plan::Role;

use super::*;

#[test]
fn a_card_that_refuses_its_reset_is_noticed_and_no_try_is_spent() {
    // Under its own number, and under ZeitControl's.
    for traits in [&[SMARTPGP, Trait::ResetRefused][..], &[Trait::ResetRefused]] {
        let mut scene = Scene::new(Model::Pro2, traits);
        let error = scene.flash(&Unlock::FactoryReset).unwrap_err();
        assert_eq!(scene.tries(), tries(3, 0, 3), "{error}");
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoFactoryReset { .. })), "{error}");
        // What is known of its admin PIN is enough to write it.
        let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
        scene.prove(&flashed);
        assert_eq!(scene.tries(), tries(3, 3, 3));
    }
}

#[test]
fn no_pin_is_blocked_where_the_admin_pin_is_the_factorys() {
    let mut scene = Scene::new(Model::Nitrokey3, &[]);
    select(&scene.key);
    assert_eq!(scene.key.transmit(b"\x00\x20\x00\x81\x06000000").unwrap(), [0x63, 0xC2]);
    scene.flash_without_a_wrong_pin(&Role::Primary);
}

#[test]
fn no_pin_of_another_makers_card_is_blocked_before_the_owner_agrees() {
    let mut scene = Scene::new(Model::Pro2, &[SMARTPGP]).owned();
    let error = scene.flash(&Unlock::FactoryReset).unwrap_err();
    assert_eq!(scene.tries().user, 3, "{error}");
    // A card without keys has the factory's admin PIN, mostly: that one try, and no more.
    assert_eq!(scene.tries().admin, 2, "{error}");
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::MayHaveNoReset { .. })), "{error}");
    // Nor ever again.
    scene.flash(&Unlock::FactoryReset).unwrap_err();
    assert_eq!(scene.tries().admin, 2, "{error}");
    let start = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
    let flashed = scene.flash(&start).unwrap();
    scene.prove(&flashed);
}

#[test]
fn of_another_makers_card_with_somebodys_keys_not_one_try_is_spent() {
    let mut before = Scene::new(Model::Pro2, &[SMARTPGP]);
    before.flash(&Unlock::FactoryReset).unwrap();
    let (key, bus) = (before.key.clone(), before.bus.clone());
    let mut scene = Scene { key, bus, ..Scene::new(Model::Pro2, &[SMARTPGP]) };
    let error = scene.flash(&Unlock::FactoryReset).unwrap_err();
    assert_eq!(scene.tries(), tries(3, 3, 3), "{error}");
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::MayHaveNoReset { .. })), "{error}");
}

#[test]
fn the_admin_pin_that_the_owner_types_resets_and_a_mistyped_one_costs_one_try() {
    for refuses in [false, true] {
        let traits = [SMARTPGP, Trait::ResetRefused];
        let mut scene = Scene::new(Model::Pro2, &traits[..1 + usize::from(refuses)]).owned();
        let error = scene.flash(&Unlock::ResetBy("99999999".into())).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::WrongPin { left: 2, .. })), "{error}");
        assert_eq!(scene.tries(), tries(3, 0, 2));
        let start = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
        let mut flashed = scene.flash(&start);
        if refuses {
            let error = flashed.unwrap_err();
            assert!(
                matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoFactoryReset { .. })),
                "{error}"
            );
            assert_eq!(scene.tries(), tries(3, 0, 3));
            // What was typed is known from then on.
            flashed = scene.flash(&Unlock::FactoryReset);
        }
        scene.prove(&flashed.unwrap());
        assert_eq!(scene.tries(), tries(3, 3, 3));
    }
}

#[test]
fn the_admin_pin_of_a_card_that_refused_to_be_terminated_is_not_forgotten() {
    let mut scene = Scene::new(Model::Pro2, &[SMARTPGP]).owned();
    let refuses = Arc::new(AtomicBool::new(true));
    let refusing = refuses.clone();
    let bus = LyingBus::with(
        "a reader",
        Liar::over(&scene.key, move |command, truth| match command[1] {
            0xE6 if refusing.load(Ordering::SeqCst) => Ok(vec![0x6F, 0x00]),
            _ => truth(command),
        }),
    );
    let erase = scene.erase();
    let typed = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
    for start in [&typed, &Unlock::FactoryReset] {
        let rehearsed = &mut scene.prepared.rehearsed;
        let error =
            rehearsed.flash(&bus, &erase, &Role::Primary, &scene.pins, start, &mut |_| ()).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::Refused { .. })), "{error}");
        assert_eq!(scene.tries().admin, 3);
    }
    refuses.store(false, Ordering::SeqCst);
    let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
    scene.prove(&flashed);
}

#[test]
fn with_the_owners_consent_pins_are_blocked_and_what_came_of_it_is_told() {
    let mut scene = Scene::new(Model::Pro2, &[SMARTPGP]).owned();
    let erase = scene.erase().even_if_lost();
    let flashed = scene.flash_as(&erase, &Unlock::FactoryReset).unwrap();
    scene.prove(&flashed);
    let mut scene = Scene::new(Model::Pro2, &[SMARTPGP, Trait::ResetRefused]).owned();
    let erase = scene.erase().even_if_lost();
    let error = scene.flash_as(&erase, &Unlock::FactoryReset).unwrap_err();
    assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NotReset { .. })), "{error}");
    assert_eq!(scene.tries(), tries(0, 0, 0));
}

#[test]
fn a_nitrokey_whose_admin_pin_nobody_knows_is_reset_without_a_question() {
    for model in Model::ALL {
        let algorithm = if model == Model::Pro1 { Algorithm::Rsa2048 } else { Algorithm::NistP256 };
        let mut scene = Scene::with(algorithm, model, &[]).owned();
        let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
        scene.prove(&flashed);
    }
}

#[test]
fn a_card_that_carries_these_keys_is_reset_by_its_admin_pin_from_the_backup() {
    for traits in [&[SMARTPGP][..], &[]] {
        let mut scene = Scene::new(Model::Pro2, traits);
        scene.flash(&Unlock::FactoryReset).unwrap();
        let mut scene = scene.later();
        let flashed = scene.flash_without_a_wrong_pin(&Role::Primary);
        scene.prove(&flashed);
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
    let mut scene = Scene { key, bus, serial, prepared, pins, stick };
    scene.flash(&Unlock::FactoryReset).unwrap();
    let mut scene = scene.later();
    scene.pins = scene.prepared.rehearsed.pins(&Role::SPARE, Some(&scene.pins.user)).unwrap();
    let flashed = scene.flash_without_a_wrong_pin(&Role::SPARE);
    scene.prove(&flashed);
}

#[test]
fn the_admin_pin_from_the_backup_is_tried_once_on_a_card_whose_owner_has_changed_it() {
    let mut scene = Scene::new(Model::Pro2, &[SMARTPGP]);
    scene.flash(&Unlock::FactoryReset).unwrap();
    select(&scene.key);
    let sealed = scene.pins.admin.expose_secret().as_bytes().to_vec();
    let length = u8::try_from(sealed.len() + FOREIGN.len()).unwrap();
    let change = [&[0, 0x24, 0, 0x83, length][..], &sealed, FOREIGN].concat();
    assert_eq!(scene.key.transmit(&change).unwrap(), [0x90, 0]);
    let mut scene = scene.later();
    for _ in 0..3 {
        let error = scene.flash(&Unlock::FactoryReset).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::MayHaveNoReset { .. })), "{error}");
        assert_eq!(scene.tries().admin, 2, "{error}");
    }
    let start = Unlock::ResetBy(std::str::from_utf8(FOREIGN).unwrap().into());
    let flashed = scene.flash(&start).unwrap();
    scene.prove(&flashed);
}

#[test]
fn a_card_whose_pins_are_blocked_already_is_reset_without_a_question() {
    let mut scene = Scene::new(Model::Pro2, &[SMARTPGP]).owned();
    for _ in 0..3 {
        scene.key.transmit(b"\x00\x20\x00\x81\x06000000").unwrap();
        scene.key.transmit(b"\x00\x20\x00\x83\x0800000000").unwrap();
    }
    assert_eq!(scene.tries(), tries(0, 0, 0));
    let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
    scene.prove(&flashed);
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
    let mut scene = Scene { key, bus, serial, prepared, pins, stick };
    let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
    scene.prove(&flashed);

    scene.key.update_firmware(0x0D0E_0F10);
    scene.serial = fixtures::serial(&scene.key);
    let mut scene = scene.later();
    assert_eq!(scene.prepared.rehearsed.role_of(scene.serial), None);
    // By the keys that it carries, and its role.
    assert_eq!(scene.prepared.rehearsed.role_of_ours(scene.serial), Some(&Role::Primary));
    let other = Serial { manufacturer: 0x000F, number: 1 };
    assert_eq!(scene.prepared.rehearsed.role_of_ours(other), None);
    let user = scene.pins.user.clone();
    scene.prepared.rehearsed.prove_spare(&scene.bus, scene.serial, &user, &mut |_| ()).unwrap();
    let flashed = scene.flash_without_a_wrong_pin(&Role::Primary);
    scene.prove(&flashed);
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
    let mut scene = Scene { key, bus, serial: serials[0], prepared, pins, stick };
    let write = |scene: &mut Scene, role: &Role, serial| {
        let pins = scene.prepared.rehearsed.pins(role, Some(&scene.pins.user)).unwrap();
        let rehearsed = &mut scene.prepared.rehearsed;
        fixtures::flash_and_prove(rehearsed, &scene.bus, serial, role, &pins, &mut |_| ()).unwrap();
    };
    write(&mut scene, &Role::Primary, serials[0]);
    write(&mut scene, &Role::SPARE, serials[1]);

    scene.key.update_firmware(0x0D0E_0F10);
    other.update_firmware(0x0D0E_0F11);
    let mut scene = scene.later();
    let serials = [&scene.key, &other].map(fixtures::serial);
    let user = scene.pins.user.clone();
    for serial in serials {
        assert_eq!(scene.prepared.rehearsed.role_of_ours(serial), None);
        scene.prepared.rehearsed.prove_spare(&scene.bus, serial, &user, &mut |_| ()).unwrap();
    }
    write(&mut scene, &Role::SPARE, serials[0]);
    write(&mut scene, &Role::Primary, serials[1]);
}

#[test]
fn a_card_that_says_that_it_has_no_reset_is_not_asked_for_one_and_no_pin_is_tried() {
    let mut scene = Scene::new(Model::Pro2, &[]);
    let asked = Arc::new(AtomicBool::new(false));
    let asks = asked.clone();
    let says = Liar::over(&scene.key, move |command, truth| {
        asks.fetch_or(matches!(command[1], 0x20 | 0xE6), Ordering::SeqCst);
        let mut said = truth(command)?;
        // The life cycle (OpenPGP card 3.4 § 6).
        if command[1..4] == [0xCA, 0x5F, 0x52] {
            said[7] = 0;
        }
        Ok(said)
    });
    let (bus, erase, start) = (LyingBus::with("a reader", says), scene.erase(), Unlock::FactoryReset);
    let rehearsed = &mut scene.prepared.rehearsed;
    let error = rehearsed.flash(&bus, &erase, &Role::Primary, &scene.pins, &start, &mut |_| ()).unwrap_err();
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
        // Wherever its lines break.
        let guide = guide.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(guide.contains(said), "{language}");
    }
}

#[test]
fn a_card_that_says_yes_and_does_nothing_is_not_taken_for_reset() {
    let mut scene = Scene::new(Model::Nitrokey3, &[]);
    let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
    scene.prove(&flashed);
    let bus = LyingBus::with(
        "a reader",
        Liar::over(&scene.key, |command, truth| match command[1] {
            0xE6 | 0x44 => Ok(vec![0x90, 0]),
            _ => truth(command),
        }),
    );
    let (erase, start) = (scene.erase(), Unlock::FactoryReset);
    let error = scene
        .prepared
        .rehearsed
        .flash(&bus, &erase, &Role::Primary, &scene.pins, &start, &mut |_| ())
        .unwrap_err();
    assert!(fixtures::message(&error).contains("factory state"), "{error}");
}

#[test]
fn a_card_that_refuses_to_finish_its_reset_is_told_as_that_and_finished_when_it_does() {
    let mut scene = Scene::new(Model::Nitrokey3, &[]);
    let refuses = Arc::new(AtomicU64::new(1));
    let still = Arc::clone(&refuses);
    let refusing = Liar::over(&scene.key, move |command, truth| match command[1] {
        0x44 if still.load(Ordering::SeqCst) > 0 => Ok(vec![0x6A, 0x88]),
        _ => truth(command),
    });
    let (bus, erase, start) = (LyingBus::with("a reader", refusing), scene.erase(), Unlock::FactoryReset);
    let mut flash =
        || scene.prepared.rehearsed.flash(&bus, &erase, &Role::Primary, &scene.pins, &start, &mut |_| ());
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
    scene.prove(&flashed);
}

#[test]
fn a_terminated_card_that_says_so_only_to_the_next_command_is_finished() {
    let mut scene = Scene::new(Model::Nitrokey3, &[Trait::LateTermination]);
    let erase = scene.erase();
    let terminate = |key: &VirtualNitrokey| {
        select(key);
        assert_eq!(key.transmit(b"\x00\x20\x00\x83\x0812345678").unwrap(), [0x90, 0]);
        assert_eq!(key.transmit(&[0, 0xE6, 0, 0]).unwrap(), [0x90, 0]);
        assert_eq!(select(key), [0x90, 0]);
        assert_eq!(key.transmit(&[0, 0xCA, 0, 0x4F, 0]).unwrap(), [0x62, 0x85]);
    };
    terminate(&scene.key);
    let found = list(&scene.bus).unwrap();
    assert!(matches!(&found[..], [Found::HalfReset { .. }]), "{found:?}");
    let flashed = scene.flash_as(&erase, &Unlock::FactoryReset).unwrap();
    scene.prove(&flashed);

    let key = card(Model::Nitrokey3, &[Trait::LateTermination]);
    terminate(&key);
    let bus = VirtualBus::with(&[&key]);
    finish_resets(&bus).unwrap();
    assert!(matches!(&list(&bus).unwrap()[..], [Found::Nitrokey(_)]));
}
