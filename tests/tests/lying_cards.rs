//! A card says what it likes. Whatever that is, it stops nothing: it is told which one it is, and all others work
//! as before. What is not so is not called proven.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::net::{Ipv4Addr, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use coldspare::ceremony::CeremonyError;
use coldspare::language::shown::is_plain;
use coldspare::nitrokey::{
    Erase, Found, NitrokeyError, Pin, Setting, Unlock, Unproven, Unreadable, challenges, finish_resets, info,
    list,
};
use coldspare::plan::{Algorithm, Role, Slot, Touch};
use coldspare::tui::{App, Wake, open};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::pcsc::{Pcscd, wait_until};
use coldspare_tests::{LyingBus, VirtualBus};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use virtual_nitrokey::vpcd::serve;
use virtual_nitrokey::{Error, Liar, Model, Truth, VirtualNitrokey};

fn key() -> VirtualNitrokey {
    fixtures::key(Model::Nitrokey3, 0x0A0B_0C01).unwrap()
}

/// Answers of more than one level of data objects for each level.
fn nested(levels: usize) -> Vec<u8> {
    let mut data = vec![0xC0, 0x00];
    for _ in 0..levels {
        let [high, low] = u16::try_from(data.len()).unwrap().to_be_bytes();
        data.splice(..0, [0x73, 0x82, high, low]);
    }
    data.extend([0x90, 0x00]);
    data
}

fn is_get(command: &[u8], tag: u16) -> bool {
    command[1] == 0xCA && command[2..4] == tag.to_be_bytes()
}

/// Changes what begins with these bytes, a tag and a length or more, wherever it is; the length stays.
fn change(said: &mut [u8], tag: &[u8], change: impl FnOnce(&mut [u8])) {
    let at = said.windows(tag.len()).position(|window| window == tag).unwrap();
    change(&mut said[at..]);
}

type Says = fn(&[u8], Truth<'_>) -> Result<Vec<u8>, Error>;

/// Lies over which the card library or the program would fall, and what is said of the card.
const LIES: [(Says, Unreadable); 7] = [
    (
        |command, truth| if is_get(command, 0x6E) { Ok(nested(9000)) } else { truth(command) },
        Unreadable::Nested,
    ),
    (
        |command, truth| if is_get(command, 0x65) { Ok(nested(9000)) } else { truth(command) },
        Unreadable::Nested,
    ),
    (
        |command, truth| if is_get(command, 0x6E) { Ok(vec![0x6C, 9]) } else { truth(command) },
        Unreadable::OtherLength,
    ),
    (
        |command, truth| if command[1] == 0xA4 { truth(command) } else { Ok(vec![1, 0x61, 1]) },
        Unreadable::Endless,
    ),
    (|_, _| Ok(vec![0x61, 0x00]), Unreadable::Endless),
    (
        |command, truth| if is_get(command, 0x6E) { Ok(vec![0x90]) } else { truth(command) },
        Unreadable::NoStatus,
    ),
    (
        |command, truth| match is_get(command, 0xF9) {
            true => {
                Ok([&[0x81, 1, 3, 0x82, 1, 8, 0x83, 4, 255, 255, 255, 255, 0x84, 1, 1][..], &[0x90, 0]]
                    .concat())
            }
            false => truth(command),
        },
        Unreadable::Hashing,
    ),
];

#[test]
fn a_lying_card_is_told_and_hides_no_other() {
    for (nth, (says, cause)) in LIES.into_iter().enumerate() {
        let (liar, honest) = (key(), fixtures::key(Model::Pro2, 0x0A0B_0C02).unwrap());
        let serial = fixtures::serial(&honest);
        let bus = LyingBus(vec![
            ("Liar\u{1b}]0;x\u{7}".into(), Liar::over(&liar, says)),
            ("Honest".into(), Liar::over(&honest, |command, truth| truth(command))),
        ]);
        let found = list(&bus).unwrap();
        assert_eq!(found[0], Found::Unreadable { reader: "Liar?]0;x?".into(), cause }, "lie {nth}");
        assert!(matches!(&found[1], Found::Nitrokey(info) if info.serial == serial), "lie {nth}");
        // Nor does it stop anything that is done with the other.
        assert_eq!(info(&bus, serial).unwrap().serial, serial);
        assert_eq!(challenges(&bus, &[serial, fixtures::serial(&liar)]).unwrap().last().unwrap().len(), 32);
        finish_resets(&bus).unwrap();
    }
}

#[test]
fn a_card_that_is_wanted_and_lies_is_told_by_its_reader() {
    let key = key();
    let bus = LyingBus::with("Reader 1", Liar::over(&key, LIES[0].0));
    let error = info(&bus, fixtures::serial(&key)).unwrap_err();
    assert!(
        matches!(&error, NitrokeyError::Unreadable { reader, cause: Unreadable::Nested } if reader == "Reader 1"),
        "{error}"
    );
    assert!(fixtures::message(&error).contains("The card in Reader 1 cannot be read"));
}

#[test]
fn a_card_over_which_something_panics_is_told_and_hides_no_other() {
    let honest = key();
    let bus = LyingBus(vec![
        ("Liar".into(), Liar::alone(|_, _| panic!("nobody foresaw that"))),
        ("Honest".into(), Liar::over(&honest, |command, truth| truth(command))),
    ]);
    let found = list(&bus).unwrap();
    assert_eq!(found[0], Found::Unreadable { reader: "Liar".into(), cause: Unreadable::Unforeseen });
    assert!(matches!(found[1], Found::Nitrokey(_)));
}

#[test]
fn a_card_that_never_answers_is_told_and_keeps_nobody_waiting_twice() {
    let honest = key();
    let (answer, waits) = mpsc::channel::<()>();
    let (waits, asked) = (Mutex::new(waits), Arc::new(Mutex::new(0)));
    let counts = asked.clone();
    let silent = Liar::alone(move |_, _| {
        *counts.lock().unwrap() += 1;
        // Until the test is over.
        let _ = waits.lock().unwrap().recv();
        Err(Error::NoAnswer)
    });
    let bus = LyingBus(vec![
        ("A silent reader".into(), silent),
        ("Honest".into(), Liar::over(&honest, |command, truth| truth(command))),
    ]);
    for _ in 0..3 {
        let found = list(&bus).unwrap();
        let silent = Found::Unreadable { reader: "A silent reader".into(), cause: Unreadable::Silent };
        assert_eq!(found[0], silent);
        assert!(matches!(found[1], Found::Nitrokey(_)));
    }
    // One thread waits for it, however often somebody looks.
    assert_eq!(*asked.lock().unwrap(), 1);
    assert_eq!(info(&bus, fixtures::serial(&honest)).unwrap().serial, fixtures::serial(&honest));
    drop(answer);
}

/// An answer with a holder (OpenPGP card 3.4 § 4.4.1) that a terminal would obey.
fn holder() -> Vec<u8> {
    let name = b"\x1b]0;gone\x07\x9b2J\r\n\xadEve";
    [&[0x5B, name.len() as u8][..], name, &[0x90, 0x00]].concat()
}

#[test]
fn what_a_card_says_of_its_holder_cannot_draw_on_a_terminal() {
    let key = key();
    let bus = LyingBus::with(
        "Reader\r\n\u{9b}2J\u{202e}",
        Liar::over(&key, |command, truth| {
            if !is_get(command, 0x65) {
                return truth(command);
            }
            Ok(holder())
        }),
    );
    let info = info(&bus, fixtures::serial(&key)).unwrap();
    assert_eq!(info.holder, "?]0;gone??2J???Eve");
    assert_eq!(info.reader, "Reader???2J?");
}

/// The program itself, with a real `pcscd` between: whatever a card says of its holder and a reader of itself,
/// nothing comes out that a terminal would obey.
#[test]
fn the_list_prints_nothing_raw() {
    let pcscd = Pcscd::with_readers("Reader\u{1b}]0;gone\u{7}\u{202e}").unwrap();
    let (full, broken) = (key(), fixtures::key(Model::Pro2, 0x0A0B_0C02).unwrap());
    let full = Liar::over(&full, |command, truth| match is_get(command, 0x65) {
        true => Ok(holder()),
        // Its holder is told if there are keys on it.
        false => in_6e(command, truth, &[0xC5, 60], |object| object[2..62].fill(0x1b)),
    });
    // As long as a reader has room for.
    let broken = Liar::over(&broken, |command, truth| match is_get(command, 0x6E) {
        true => Ok(nested(100)),
        false => truth(command),
    });
    for (slot, mut card) in (0..).zip([full, broken]) {
        let port = pcscd.port() + slot;
        std::thread::spawn(move || {
            // It ends with pcscd.
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map(|vpcd| serve(vpcd, &mut card));
        });
    }
    let mut said = String::new();
    let listed = wait_until("both cards are listed", || {
        let output = pcscd.command(coldspare_tests::coldspare()).arg("list").output()?;
        anyhow::ensure!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        said = String::from_utf8(output.stdout)?;
        Ok(said.contains("Eve") && said.contains("its data go deeper and deeper"))
    });
    assert!(listed.is_ok(), "{listed:?}: {said:?}");
    assert!(said.chars().all(|c| c == '\n' || is_plain(c)), "{said:?}");
    assert!(said.contains(" of ?]0;gone??2J???Eve\n"), "{said}");
    assert!(said.contains("Reader?]0;gone?"), "{said}");
}

#[test]
fn a_lying_card_is_told_on_the_screen() {
    let (liar, folder) = (key(), tempfile::tempdir().unwrap());
    let bus = LyingBus(vec![
        ("Liar".into(), Liar::over(&liar, LIES[0].0)),
        (
            "Honest".into(),
            Liar::over(&fixtures::key(Model::Pro2, 2).unwrap(), |command, truth| truth(command)),
        ),
    ]);
    let (context, wakes) = open(coldspare_tests::machine(bus, folder.path()));
    let mut app = App::new(context);
    while app.context().found.len() < 2 {
        app.wake(wakes.recv_timeout(Duration::from_secs(60)).unwrap());
    }
    // Language, layout, try; then the tenth line of home.
    let keys = [&[KeyCode::Enter; 3][..], &[KeyCode::Down; 9], &[KeyCode::Enter]].concat();
    keys.into_iter().for_each(|key| app.wake(Wake::Key(KeyEvent::from(key))));
    let mut terminal = Terminal::new(TestBackend::new(80, 25)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    let screen = terminal.backend().to_string();
    assert!(screen.contains("The card in Liar cannot be read"), "{screen}");
    assert!(screen.contains("Nitrokey Pro 2") || screen.contains("1 of 2"), "{screen}");
}

fn ready(touch: Touch) -> (Prepared, tempfile::TempDir) {
    let stick = tempfile::tempdir().unwrap();
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    plan.public_key_url = Some("https://example.org/ada.asc".into());
    plan.touch = touch;
    (fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ()).unwrap(), stick)
}

/// Writes a true card, and then has it proven while it lies.
fn unproven(touch: Touch, model: Model, says: Says) -> Unproven {
    let (mut prepared, _stick) = ready(touch);
    let key = fixtures::key(model, 0x0A0B_0C01).unwrap();
    let (rehearsed, serial) = (&mut prepared.rehearsed, fixtures::serial(&key));
    let true_bus = VirtualBus::with(&[&key]);
    let pins = rehearsed.pins(&Role::Primary, None).unwrap();
    let erase = Erase::confirm(&info(&true_bus, serial).unwrap(), &serial.last_four()).unwrap();
    let flashed = rehearsed
        .flash(&true_bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ())
        .unwrap();
    rehearsed.prove(&true_bus, &flashed, &pins, &mut |_| ()).unwrap();
    let bus = LyingBus::with("Liar", Liar::over(&key, says));
    match rehearsed.prove(&bus, &flashed, &pins, &mut |_| ()) {
        Err(CeremonyError::Nitrokey(NitrokeyError::NotProven { cause, .. })) => cause,
        other => panic!("{other:?}"),
    }
}

/// What it says among everything that belongs to its application (6E), in which `tag` has another value.
fn in_6e(command: &[u8], truth: Truth<'_>, tag: &[u8], other: fn(&mut [u8])) -> Result<Vec<u8>, Error> {
    let mut said = truth(command)?;
    if is_get(command, 0x6E) {
        // It comes in pieces.
        while let [.., 0x61, more] = said[..] {
            said.truncate(said.len() - 2);
            said.extend(truth(&[0, 0xC0, 0, 0, more])?);
        }
        change(&mut said, tag, other);
    }
    Ok(said)
}

#[test]
fn touch_that_is_not_as_planned_is_not_proven() {
    let cause = unproven(Touch::On, Model::Nitrokey3, |command, truth| {
        in_6e(command, truth, &[0xD7, 2], |object| object[2] = 0)
    });
    let (slot, expected) = (Slot::Decryption, Touch::On);
    assert_eq!(cause, Unproven::OtherTouch { slot, found: "Off".into(), expected });
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| {
        in_6e(command, truth, &[0xD6, 2], |object| object[2] = 2)
    });
    let (slot, expected) = (Slot::Signature, Touch::Off);
    assert_eq!(cause, Unproven::OtherTouch { slot, found: "Fixed".into(), expected });
}

#[test]
fn an_algorithm_that_is_not_the_keys_is_not_proven() {
    // The right curves, each for ECDSA (OpenPGP card 3.4 § 4.4.3.9).
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| {
        in_6e(command, truth, &[0x16, 0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA], |object| object[0] = 0x13)
    });
    assert!(matches!(cause, Unproven::OtherAlgorithm { slot: Slot::Signature, .. }), "{cause}");
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| {
        in_6e(command, truth, &[0x12, 0x2B, 0x06, 0x01, 0x04, 0x01, 0x97], |object| object[0] = 0x13)
    });
    assert!(matches!(cause, Unproven::OtherAlgorithm { slot: Slot::Decryption, .. }), "{cause}");
}

#[test]
fn pins_that_would_not_fit_or_have_a_hundred_tries_are_not_proven() {
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| {
        in_6e(command, truth, &[0xC4, 7], |object| object[2 + 3] = 7)
    });
    assert_eq!(cause, Unproven::PinRule { pin: Pin::Admin, longest: 7, length: 12 });
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| {
        in_6e(command, truth, &[0xC4, 7], |object| object[2 + 4] = 100)
    });
    assert_eq!(cause, Unproven::Tries { user: 100, reset_code: 3, admin: 3 });
}

#[test]
fn name_language_and_address_that_were_not_written_are_not_proven() {
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| match is_get(command, 0x65) {
        true => Ok([&[0x5B, 3][..], b"Eve", &[0x5F, 0x2D, 2], b"en", &[0x90, 0]].concat()),
        false => truth(command),
    });
    assert!(
        matches!(cause, Unproven::OtherSetting { field: Setting::Holder, ref found, .. } if found == "Eve")
    );
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| {
        let mut said = truth(command)?;
        if is_get(command, 0x65) {
            change(&mut said, &[0x5F, 0x2D, 2], |object| object[3..5].copy_from_slice(b"xx"));
        }
        Ok(said)
    });
    assert!(
        matches!(cause, Unproven::OtherSetting { field: Setting::Language, ref found, .. } if found == "xx")
    );
    let cause = unproven(Touch::Off, Model::Nitrokey3, |command, truth| match is_get(command, 0x5F50) {
        true => Ok(b"https://example.com/eve\x90\0".to_vec()),
        false => truth(command),
    });
    assert!(matches!(cause, Unproven::OtherSetting { field: Setting::Url, .. }), "{cause}");
}

#[test]
fn a_start_that_does_not_hash_its_pins_is_not_proven() {
    let (mut prepared, _stick) = ready(Touch::Off);
    let key = fixtures::key(Model::Start, 0x0A0B_0C01).unwrap();
    let (rehearsed, serial) = (&mut prepared.rehearsed, fixtures::serial(&key));
    let bus = VirtualBus::with(&[&key]);
    let pins = rehearsed.pins(&Role::Primary, None).unwrap();
    let proof =
        fixtures::flash_and_prove(rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ()).unwrap();
    assert!(proof.shown.iter().any(|line| line == "touch: Off, Off, Off"), "{:?}", proof.shown);
    let flashed = rehearsed.flashed()[0].clone();
    let liar = LyingBus::with(
        "Liar",
        Liar::over(&key, |command, truth| match is_get(command, 0xF9) {
            true => Ok(vec![0x6A, 0x88]),
            false => truth(command),
        }),
    );
    let error = rehearsed.prove(&liar, &flashed, &pins, &mut |_| ()).unwrap_err();
    assert!(
        matches!(
            error,
            CeremonyError::Nitrokey(NitrokeyError::NotProven { cause: Unproven::NoPinHashing, .. })
        ),
        "{error}"
    );
}

#[test]
fn a_card_that_lies_while_it_is_written_ends_nothing_but_that_and_is_written_when_it_stops() {
    let (mut prepared, _stick) = ready(Touch::Off);
    let rehearsed = &mut prepared.rehearsed;
    let key = key();
    let serial = fixtures::serial(&key);
    let pins = rehearsed.pins(&Role::Primary, None).unwrap();
    let erase =
        Erase::confirm(&info(&VirtualBus::with(&[&key]), serial).unwrap(), &serial.last_four()).unwrap();
    let lies = Arc::new(AtomicBool::new(true));
    let still = lies.clone();
    let bus = LyingBus::with(
        "Liar",
        Liar::over(&key, move |command, truth| {
            let import = command[1] == 0xDB;
            assert!(!(import && still.load(Ordering::SeqCst)), "in the middle of an import");
            truth(command)
        }),
    );
    let mut flash =
        || rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ());
    let error = flash().unwrap_err();
    assert!(
        matches!(
            error,
            CeremonyError::Nitrokey(NitrokeyError::Unreadable { cause: Unreadable::Unforeseen, .. })
        ),
        "{error}"
    );
    lies.store(false, Ordering::SeqCst);
    let flashed = flash().unwrap();
    rehearsed.prove(&bus, &flashed, &pins, &mut |_| ()).unwrap();
}
