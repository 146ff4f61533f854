//! Everything that goes wrong with a secret at hand: no error repeats it.

use coldspare::backup::{
    BackupPart, Contents, Gathering, Manifest, Share, hexadecimal_lines, open, parse_hexadecimal,
    parse_words, seal, words,
};
use coldspare::ceremony::{
    CeremonyError, Meeting, PinChoice, ReadBack, Reading, Recovery, Rehearser, answer, check_card,
};
use coldspare::machine::entropy::Dice;
use coldspare::nitrokey::{Erase, Unlock};
use coldspare::openpgp::{Identity, protected_secret_key, read_signed};
use coldspare::pins::{KeyPins, Pins};
use coldspare::plan::{Algorithm, Plan, PrimaryKey, Role, SlotChoice};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::*;

/// Damages one byte.
fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut flipped = bytes.to_vec();
    flipped[at] ^= 0x10;
    flipped
}

#[test]
fn cards_that_are_read_wrong() {
    let mut run = Run::new(Algorithm::Curve25519);
    let mut shown = Shown::default();
    let mut cards = ReadBack::new(&run.sealed);
    for share in run.sealed.shares() {
        let text = share.to_text();
        let fields: Vec<&str> = text.split(':').collect();
        let mut damaged = vec![
            text[..text.len() - 9].to_owned(), // its check is missing
            text[..text.len() - 1].to_owned(),
            text.replacen(':', "::", 1),
            text.replacen("COLDSPARE1", "COLDSPARE2", 1),
            text.replacen(":S:", ":B:", 1),
            fields[6].to_owned(),
            format!("COLDSPARE1:S::{}", fields[2..7].join(":")), // the share is where the check should be
            format!("COLDSPARE1:B:{}:1:{}:1:1:32:{}", fields[2], fields[2], fields[6]),
        ];
        damaged.extend(
            (10..text.len())
                .step_by(7)
                .map(|at| String::from_utf8(flipped(text.as_bytes(), at)).unwrap_or_default()),
        );
        for text in &damaged {
            shown.refused(Share::parse(text));
            shown.refused(BackupPart::parse(text));
            shown.refused(cards.scanned(text));
        }
        let mut typed = words(&share.y);
        for wrong in [
            typed.join("-"),
            typed[1..].join(" "),
            typed.join(" ").replacen(typed[5], &format!("{}x", typed[5]), 1),
            typed.join(" ").replacen(typed[9], "zzz", 1),
        ] {
            shown.refused(parse_words(&wrong));
            shown.refused(cards.read_whole(share.x, &Reading::words(&wrong)));
        }
        shown.refused(cards.read_whole(share.x % 5 + 1, &Reading::words(&typed.join(" ")))); // another card's
        typed.swap(3, 4);
        if let Err(error) = cards.read_whole(share.x, &Reading::words(&typed.join(" "))) {
            shown.error(&error);
        }
        let lines = hexadecimal_lines(&share.y);
        let all = lines.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n");
        for wrong in [all.replacen('\n', "", 1), all.replacen(' ', "0", 1), all[1..].to_owned()] {
            shown.refused(parse_hexadecimal(&wrong));
            shown.refused(cards.read_whole(share.x, &Reading::digits(&wrong)));
        }
        shown.refused(cards.read_whole(share.x % 5 + 1, &Reading::digits(&all)));
        let other = words(&run.sealed.shares()[usize::from(share.x % 5)].y);
        for wrong in [[other[0], other[1], other[2]], [&text[..]; 3], ["abut", "zzz", ""]] {
            let asked = cards.quick_check(share.x).unwrap();
            shown.debug("QuickCheck", &asked);
            shown.refused(cards.answer(asked, wrong));
        }
        shown.debug("Word", &coldspare::backup::word(other[0]));
    }
    shown.refused(cards.finish());
    run.secrets.text("a roll", "65432");
    shown.refused(Dice::parse("65432x"));
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn cards_that_do_not_belong_together() {
    let (mut run, other) = (Run::new(Algorithm::Curve25519), Run::new(Algorithm::Curve25519));
    other.sealed.shares().iter().for_each(|share| run.secrets.share(share));
    let mut shown = Shown::default();
    let shares = run.sealed.shares();
    let mut forged = shares[3].clone();
    forged.y[7] ^= 1;
    run.secrets.share(&forged);

    let mut with_manifest = Recovery::from_bundle(&run.stick(), &run.folder).unwrap();
    shown.refused(with_manifest.recover());
    shown.refused(with_manifest.add(other.sealed.shares()[0].clone()));
    shown.refused(with_manifest.add_typed(None, None, [&*other.sealed.shares()[0].y], []));
    shown.refused(with_manifest.add(forged.clone()));
    let (stranger, manifest) = (&other.sealed.shares()[0], run.sealed.manifest());
    let quorum = manifest.quorum;
    shown.refused(with_manifest.add_typed(Some(1), Some(quorum), [&*stranger.y], []));
    shown.refused(with_manifest.add_typed(Some(9), Some(quorum), [&*stranger.y], []));
    for code in [stranger.to_text(), forged.to_text()] {
        shown.refused(check_card(manifest, &Reading::code(&code)));
        shown.refused(check_card(manifest, &Reading::words(&code)));
    }
    shown.refused(check_card(manifest, &Reading::words(&words(&stranger.y).join(" "))));
    let digits = hexadecimal_lines(&stranger.y).each_ref().map(|line| line.as_str()).join("\n");
    shown.refused(check_card(manifest, &Reading::digits(&digits)));
    let mut without = Gathering::new();
    for share in &shares[..2] {
        with_manifest.add(share.clone()).unwrap();
        without.add(share.clone()).unwrap();
        shown.refused(with_manifest.add(share.clone()));
        shown.refused(without.add(share.clone()));
        shown.refused(without.join());
    }
    shown.refused(without.add(other.sealed.shares()[0].clone()));
    without.add(forged).unwrap();
    shown.refused(without.join());
    without.add_candidates(None, Some(quorum), [&*stranger.y, &*shares[2].y], []).unwrap();
    shown.debug("Gathering", &without);
    with_manifest.add(shares[3].clone()).unwrap();
    with_manifest.recover().unwrap();
    shown.refused(with_manifest.add(shares[4].clone()));
    shown.debug("Recovery", &with_manifest);
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn backups_that_are_damaged_or_of_another_set() {
    let (run, other) = (Run::new(Algorithm::Curve25519), Run::new(Algorithm::Curve25519));
    let mut shown = Shown::default();
    let sealed = std::fs::read(run.in_bundle(bundle::SEALED_BACKUP)).unwrap();
    shown.refused(open(&sealed, &other.key));
    for at in [0, 1, 3, 10, 40, 60, 600, sealed.len() - 1] {
        shown.refused(open(&flipped(&sealed, at), &run.key));
        shown.refused(open(&sealed[..at], &run.key));
    }
    // Sealed by the right key, but broken inside: the tar of everything secret with a byte changed
    // every hundred bytes, headers and PINs and plan included.
    let tar = run.contents.to_tar().unwrap();
    let broken = (0..tar.len()).step_by(101).filter_map(|at| Contents::from_tar(&flipped(&tar, at)).err());
    assert!(broken.map(|error| shown.error(&error)).count() > 5);
    for secret in [&tar[..], &run.contents.secret_key] {
        shown.refused(Contents::from_tar(&secret[..secret.len() / 2]));
        shown.refused(open(secret, &run.key));
    }
    let mut badly_named = run.contents.clone();
    badly_named.vault = vec![("../totp".into(), Zeroizing::new(VAULT.into()))];
    shown.refused(seal(&badly_named, &run.key));
    let secrets_as_manifest = String::from_utf8(run.contents.secret_key.to_vec()).unwrap();
    shown.refused(read_signed(&run.made.identity().public(), secrets_as_manifest.as_bytes()));
    shown.refused(Manifest::from_toml(&run.sealed.manifest().to_toml().replacen(
        "version = 1",
        "version = 2",
        1,
    )));
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn secret_keys_that_cannot_be_imported() {
    let mut run = Run::new(Algorithm::Curve25519);
    let mut shown = Shown::default();
    let (plan, now) = (Plan::new("Ada <ada@example.org>").unwrap(), SystemTime::now());
    let passphrase = SecretString::from("what nobody would guess");
    let wrong = SecretString::from("what somebody guessed");
    run.secrets.pin("passphrase", &passphrase);
    run.secrets.pin("wrong passphrase", &wrong);
    let bare = run.contents.secret_key.clone();
    let locked = protected_secret_key(run.made.identity(), &passphrase).unwrap();
    shown.refused(fixtures::import(&locked, Some(&wrong), &plan, now));
    shown.refused(fixtures::import(&locked, None, &plan, now));
    shown.refused(Identity::from_secret_key(&locked, None, PrimaryKey::Offline));
    shown.debug("Identity", &fixtures::import(&locked, Some(&passphrase), &plan, now).unwrap());

    let mut reader = sequoia_openpgp::armor::Reader::from_bytes(&bare, None);
    let mut packets = Vec::new();
    std::io::Read::read_to_end(&mut reader, &mut packets).unwrap();
    run.secrets.bytes("wrong passphrase, as bytes", b"what somebody guessed");
    let mut errors = 0;
    for at in (0..packets.len()).step_by(7) {
        for broken in [&flipped(&packets, at)[..], &packets[..at], &packets[at..]] {
            if let Err(error) = fixtures::import(broken, Some(&passphrase), &plan, now) {
                errors += 1;
                shown.error(&error);
            }
        }
    }
    assert!(errors > 50, "{errors}");
    let other = coldspare::openpgp::make(&plan, now).unwrap().secret_armored().unwrap();
    shown.refused(fixtures::import(&[bare.to_vec(), other.to_vec()].concat(), None, &plan, now));
    let decryption = run.made.identity().slot_fingerprint(Slot::Decryption).to_hex();
    let slots = SlotChoice { signature: Some(decryption), ..SlotChoice::default() };
    shown.refused(Identity::from_secret_key(&bare, Some(&slots), PrimaryKey::Offline));
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn pins_and_passphrases_that_are_wrong_or_too_short() {
    let mut run = Run::new(Algorithm::Curve25519);
    let mut shown = Shown::default();
    let key = fixtures::key(Model::Nitrokey3, 0x0A0B_0C01).unwrap();
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let pins = run.rehearsed.pins(&Role::Primary, None).unwrap();
    let short = Pins { user: "kX%3".into(), admin: "Zw#81".into(), reset_code: "qQ~77".into() };
    let (wrong, passphrase) = (SecretString::from("not-this-one"), SecretString::from("too short!!"));
    run.secrets.pins(&short);
    run.secrets.pin("wrong PIN", &wrong);
    run.secrets.pin("short passphrase", &passphrase);

    let mut meeting = Meeting::new(run.made.plan().clone()).unwrap();
    meeting.meet(fixtures::info(&bus, serial).unwrap()).unwrap();
    shown.refused(meeting.meet(fixtures::info(&bus, serial).unwrap()));
    let short_twice = PinChoice::Typed(vec![short.clone(), short.clone()]);
    shown.debug("PinChoice", &short_twice);
    shown.refused(Made::make(&meeting, short_twice, SystemTime::now(), &mut |_| ()));
    let one = PinChoice::Typed(vec![short.clone()]);
    shown.refused(Made::make(&meeting, one, SystemTime::now(), &mut |_| ()));
    let info = fixtures::info(&bus, serial).unwrap();
    for (user, admin, reset_code) in [
        (&short.user, &pins.admin, &pins.reset_code),
        (&pins.user, &short.admin, &pins.reset_code),
        (&pins.user, &pins.admin, &short.reset_code),
    ] {
        let short = Pins { user: user.clone(), admin: admin.clone(), reset_code: reset_code.clone() };
        shown.refused(short.check(&info));
    }

    let erase = Erase::confirm(&info, &serial.last_four()).unwrap();
    shown.refused(Erase::confirm(&info, "12345678"));
    let mut events = |event: Event| shown.debug("Event", &event);
    let start = Unlock::AdminPin(wrong.clone());
    let refused = run.rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &start, &mut events);
    let flashed =
        run.rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut events).unwrap();
    shown.refused(refused);
    for _ in 0..3 {
        shown.refused(run.rehearsed.prove_spare(&bus, serial, &wrong, &mut |_| ()));
    }
    let wrong_admin = Pins { admin: wrong.clone(), ..pins.clone() };
    shown.refused(run.rehearsed.prove(&bus, &flashed, &wrong_admin, &mut |_| ()));
    key.unplug();
    shown.refused(run.rehearsed.prove(&bus, &flashed, &pins, &mut |_| ()));
    shown.refused(run.rehearsed.pins(&"third".into(), Some(&wrong)));
    shown.refused(run.rehearsed.export(&run.stick(), &passphrase));
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn rehearsals_that_fail_in_the_fresh_process() {
    let run = Run::new(Algorithm::Curve25519);
    let mut shown = Shown::default();
    let mut cards = ReadBack::new(&run.sealed);
    run.sealed.shares().iter().for_each(|s| assert_eq!(cards.scanned(&s.to_text()).unwrap(), s.x));
    let (cards, stick) = (cards.finish().unwrap(), run.stick());
    let written = run.sealed.write(&stick, &mut |_| ()).unwrap();
    let mut rehearse = |program: PathBuf| {
        let (rehearser, bundle) = (Rehearser::new(program), (&written, &stick));
        let result = rehearser.rehearse(&run.made, &run.sealed, &cards, bundle, &mut |_| ());
        assert!(matches!(result, Err(CeremonyError::Rehearsal(_))));
        shown.refused(result);
        let result = rehearser.rehearse_as_printed(&run.made, &run.sealed, &cards, bundle, &mut |_| ());
        shown.refused(result);
    };
    rehearse("/bin/cat".into());
    rehearse("/nowhere".into());
    let sealed_backup = std::fs::read(run.in_bundle(bundle::SEALED_BACKUP)).unwrap();
    std::fs::write(run.in_bundle(bundle::SEALED_BACKUP), &sealed_backup[..sealed_backup.len() / 2]).unwrap();
    rehearse(coldspare_tests::coldspare());
    std::fs::write(run.in_bundle(bundle::SEALED_BACKUP), sealed_backup).unwrap();
    let folder = run.stick.path().join(&run.folder);
    let line = run.sealed.shares()[0].to_text();
    let nonce = "a5".repeat(32);
    let long = format!("{nonce}\n{}", format!("{}\n", *line).repeat(100));
    let mut forged = run.sealed.shares()[..3].to_vec();
    forged[1].y[0] ^= 1;
    let lines = |shares: &[Share]| shares.iter().map(|s| format!("\n{}", *s.to_text())).collect::<String>();
    for question in [
        line.to_string(),
        long,
        format!("{nonce}\n{}", &line[1..]),
        format!("{nonce}{}", lines(&forged)),
        format!("{nonce}{}", lines(&run.sealed.shares()[..2])),
        format!("{nonce}{}", lines(&run.sealed.shares()[..4])),
    ] {
        shown.refused(answer(&folder, &mut question.as_bytes()));
    }
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn pins_that_stand_in_a_broken_file() {
    let mut run = Run::new(Algorithm::Curve25519);
    let mut shown = Shown::default();
    let pins = KeyPins { serial: Some("\"\"\"".into()), ..run.made.pins()[0].clone() };
    shown.debug("KeyPins", &pins);
    run.contents.pins = vec![pins];
    let tar = run.contents.to_tar().unwrap();
    let at = tar.windows(9).position(|w| w == b"admin_pin").unwrap();
    let refused: Vec<_> =
        (at..at + 120).filter_map(|at| Contents::from_tar(&flipped(&tar, at)).err()).collect();
    assert!(refused.len() > 20);
    refused.iter().for_each(|error| drop(shown.error(error)));
    nothing_leaks(&shown, &run.secrets);
}
