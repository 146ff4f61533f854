use std::fs;

use super::super::computer::{Computer, NONE, PS2};
use super::super::examples;
use super::device::BY_DEFAULT;
use super::*;
use crate::unforeseen::UNFORESEEN;

fn notice(number: u64, name: &str, keyboard: Keyboard, refused: &[Kind]) -> Notice {
    Notice { number, name: name.into(), keyboard, refused: refused.to_vec(), again: false }
}

const LATER: Keyboard = Keyboard::Waits(Doubt::Later);
const HIDDEN: Keyboard = Keyboard::Waits(Doubt::Hidden);
const BESIDE_A_STICK: Keyboard = Keyboard::Waits(Doubt::Beside);

#[test]
fn what_is_needed_works_and_nothing_is_said() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::hub(), "Hub");
    computer.plug("1-1.2", &examples::stick(), "Stick");
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(0), []);
    assert!(is_held_back(computer.root.path(), "usb1"));
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-1.2"), ["1-1.2:1.0"]);
    // The keys for music stay off, silently.
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
    // Sticks and hubs at any time.
    computer.plug("1-3", &examples::stick(), "Another");
    assert_eq!(computer.scan(100), []);
    assert_eq!(computer.on("1-3"), ["1-3:1.0"]);
}

#[test]
fn what_is_not_needed_stays_off_and_is_told() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::ethernet(), "USB 10/100/1000 LAN");
    computer.plug("1-2", &examples::phone(), "Pixel");
    computer.plug("1-3", &examples::mouse(), "");
    computer.plug("1-4", &[1, 2, 3], "Nonsense");
    let expected = [
        notice(1, "USB 10/100/1000 LAN", Keyboard::Quiet, &[Kind::Network]),
        notice(2, "Pixel", Keyboard::Quiet, &[Kind::Phone]),
        notice(3, "046d:c077", Keyboard::Quiet, &[Kind::Mouse]),
        notice(4, "Nonsense", Keyboard::Quiet, &[Kind::Unknown]),
    ];
    assert_eq!(computer.scan(0), expected);
    for name in ["1-1", "1-2", "1-3", "1-4"] {
        assert!(!Folder::open(&computer.path(name)).unwrap().is_set("authorized"), "{name}");
    }
    computer.pull("1-2");
    assert_eq!(computer.scan(1).len(), 3);
}

#[test]
fn of_a_mixed_device_only_what_is_needed_works() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::camera(), "Camera");
    computer.plug("1-2", &examples::combination(), "Receiver");
    assert_eq!(computer.scan(0), [notice(1, "Camera", Keyboard::Quiet, &[Kind::Camera, Kind::Sound])]);
    assert_eq!(computer.on("1-1"), [""; 0]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}

#[test]
fn a_later_keyboard_waits_for_a_yes() {
    let mut computer = Computer::new(PS2);
    computer.scan(0);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    computer.plug("1-2", &examples::keyboard(), "Other");
    let waits = [notice(1, "Keyboard", LATER, &[]), notice(2, "Other", LATER, &[])];
    assert_eq!(computer.scan(10), waits);
    assert_eq!(computer.on("1-1"), [""; 0]);
    computer.guard.answer(1, true, Duration::from_secs(11));
    computer.guard.answer(2, false, Duration::from_secs(11));
    assert_eq!(computer.scan(12), [notice(2, "Other", Keyboard::Declined, &[])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-2"), [""; 0]);
    // A no is a no.
    computer.guard.answer(2, true, Duration::from_secs(13));
    assert_eq!(computer.on("1-2"), [""; 0]);
}

#[test]
fn a_keyboard_that_is_plugged_in_again_is_another_one() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(0), []);
    computer.pull("1-1");
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(10), [notice(2, "Keyboard", LATER, &[])]);
    // An answer on the first is none on the second.
    computer.guard.answer(1, true, Duration::from_secs(11));
    assert_eq!(computer.on("1-1"), [""; 0]);
}

#[test]
fn a_stick_that_types_waits_even_at_the_start() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::hidden_keyboard(), "Stick");
    assert_eq!(computer.scan(0), [notice(1, "Stick", HIDDEN, &[])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    computer.guard.answer(1, true, Duration::from_secs(1));
    assert_eq!(computer.on("1-1"), ["1-1:1.0", "1-1:1.1"]);
}

#[test]
fn a_keyboard_with_a_network_adapter_is_a_keyboard_alone() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::network_keyboard(), "Keyboard");
    assert_eq!(computer.scan(0), [notice(1, "Keyboard", HIDDEN, &[Kind::Network])]);
    computer.guard.answer(1, true, Duration::from_secs(1));
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.scan(2), [notice(1, "Keyboard", Keyboard::Quiet, &[Kind::Network])]);
}

#[test]
fn a_keyboard_on_trial_is_asked_about_again_if_the_screens_crash() {
    let mut computer = Computer::new(NONE);
    computer.scan(0);
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    let only = |number| notice(number, "Keyboard", Keyboard::Only(Doubt::Later), &[]);
    assert_eq!(computer.scan(20), [only(1)]);
    assert_eq!(computer.scan(21), [only(1)]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
    // However often they do: it is off until they know that they are to take nothing but an answer.
    for _ in 0..3 {
        computer.crash();
        assert_eq!(computer.scan(0), [notice(1, "Keyboard", LATER, &[])]);
        assert_eq!(computer.on("1-2"), [""; 0]);
        assert_eq!(computer.scan(1), [only(1)]);
        assert_eq!(computer.on("1-2"), [""; 0]);
        assert_eq!(computer.scan(2), [only(1)]);
        assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
    }
    computer.guard.answer(1, true, Duration::from_secs(3));
    // What the owner has let in stays in.
    computer.crash();
    assert_eq!((computer.scan(0), computer.on("1-2")), (vec![], vec!["1-2:1.0".to_owned()]));
    // Another one in its place has not been let in.
    computer.plug_again("1-2", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(20), [only(2)]);
}

#[test]
fn a_keyboard_is_not_let_in_on_trial_where_that_cannot_be_kept() {
    let mut computer = Computer::new(NONE);
    computer.scan(0);
    fs::remove_dir(computer.root.path().join("run")).unwrap();
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    for seconds in 20..25 {
        assert_eq!(computer.scan(seconds).len(), 1);
        assert_eq!(computer.on("1-2"), [""; 0]);
    }
    fs::create_dir(computer.root.path().join("run")).unwrap();
    computer.scan(25);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}

#[test]
fn a_device_over_which_the_program_falls_stays_off_and_hides_no_other() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &[&examples::stick(), UNFORESEEN.as_bytes()].concat(), "Stick");
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(0), [notice(1, "Stick", Keyboard::Quiet, &[Kind::Unknown])]);
    assert_eq!((computer.on("1-1"), computer.on("1-2")), (vec![], vec!["1-2:1.0".to_owned()]));
}

#[test]
fn nobody_is_locked_out() {
    let mut computer = Computer::new(NONE);
    computer.plug("1-1", &examples::hidden_keyboard(), "Stick");
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    // At the start the kernel may still be finding others.
    for seconds in [0, 10] {
        assert_eq!(computer.scan(seconds), [notice(1, "Stick", HIDDEN, &[])]);
    }
    // The one that works is pulled out: what came last is what the owner plugged in.
    computer.plug_again("1-2", &examples::keyboard(), "Keyboard");
    let only = notice(3, "Keyboard", Keyboard::Only(Doubt::Later), &[]);
    assert_eq!(computer.scan(20), [notice(1, "Stick", HIDDEN, &[]), only.clone()]);
    // It types nothing before the screens know that they are to take nothing but an answer.
    assert_eq!(computer.on("1-2"), [""; 0]);
    assert_eq!(computer.scan(20), [notice(1, "Stick", HIDDEN, &[]), only.clone()]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
    // And no other one is let in beside it.
    assert_eq!(computer.scan(30), [notice(1, "Stick", HIDDEN, &[]), only]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    computer.guard.answer(3, true, Duration::from_secs(31));
    assert_eq!(computer.scan(32), [notice(1, "Stick", HIDDEN, &[])]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}

#[test]
fn the_next_one_is_let_in_on_trial_if_the_last_one_was_pulled_out() {
    let mut computer = Computer::new(PS2);
    computer.scan(0);
    computer.plug("1-1", &examples::keyboard(), "First");
    computer.scan(10);
    computer.plug("1-2", &examples::keyboard(), "Second");
    computer.scan(11);
    computer.own(NONE);
    computer.scan(12);
    computer.scan(13);
    assert_eq!((computer.on("1-1"), computer.on("1-2")), (vec![], vec!["1-2:1.0".to_owned()]));
    computer.pull("1-2");
    assert_eq!(computer.scan(20), [notice(1, "First", Keyboard::Only(Doubt::Later), &[])]);
    computer.scan(21);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
}

/// 'Left off' is an answer that the owner gave on another keyboard.
#[test]
fn what_was_declined_is_not_let_in_when_no_other_one_is_left() {
    let mut computer = Computer::new(PS2);
    computer.scan(0);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    computer.scan(10);
    computer.guard.answer(1, false, Duration::from_secs(11));
    computer.own(NONE);
    for seconds in 12..20 {
        assert_eq!(computer.scan(seconds), [notice(1, "Keyboard", Keyboard::Declined, &[])]);
        assert_eq!(computer.on("1-1"), [""; 0]);
    }
}

#[test]
fn the_keyboards_that_work_are_counted_and_named() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::keyboard(), "USB Keyboard");
    computer.plug("1-2", &examples::combination(), "\u{1b}[2J\nUSB Receiver");
    fs::write(computer.path("1-2").join("manufacturer"), "Logitech\n").unwrap();
    computer.plug("1-3", &examples::hidden_keyboard(), "Stick");
    computer.scan(0);
    let mut expected = vec![
        Typing::BuiltIn,
        Typing::Usb("USB Keyboard (046d:c31c)".into()),
        Typing::Usb("Logitech [2J USB Receiver".into()),
    ];
    assert_eq!(computer.typing(1), expected);
    computer.guard.answer(3, true, Duration::from_secs(2));
    expected.push(Typing::Usb("Stick (0781:5567)".into()));
    assert_eq!(computer.typing(3), expected);
    computer.own(NONE);
    computer.pull("1-2");
    assert_eq!(computer.typing(4), [expected.remove(1), expected.remove(2)]);
}

#[test]
fn a_keyboard_that_says_it_has_fewer_keys_is_counted_as_well() {
    let mut computer = Computer::new(PS2);
    computer.has_no_escape("1-1");
    computer.plug("1-1", &examples::keyboard(), "USB Keyboard");
    computer.scan(0);
    assert_eq!(computer.on("1-1").len(), 1);
    assert_eq!(computer.typing(1), [Typing::BuiltIn, Typing::Usb("USB Keyboard (046d:c31c)".into())]);
}

/// The stick may be found before the keyboard, or a while after it.
#[test]
fn a_keyboard_beside_a_stick_at_a_hub_waits_even_at_the_start() {
    for late in [0, 1, 60] {
        for (keyboard, stick) in [("1-1.2", "1-1.3"), ("1-1.2", "1-1.3.1.4"), ("1-1.4.1", "1-1.3")] {
            let mut computer = Computer::new(PS2);
            computer.plug("1-1", &examples::hub(), "Hub");
            computer.plug(keyboard, &examples::keyboard(), "Keyboard");
            for seconds in 0..late {
                assert_eq!(computer.scan(seconds), [], "{seconds}");
            }
            computer.plug(stick, &examples::stick(), "Stick");
            let told = computer.scan(late);
            let [asked] = &told[..] else { panic!("{told:?}") };
            assert_eq!((&*asked.name, asked.keyboard), ("Keyboard", BESIDE_A_STICK), "{late}");
            assert_eq!(computer.on(keyboard), [""; 0]);
            computer.guard.answer(asked.number, true, Duration::from_secs(late + 1));
            assert_eq!(computer.on(keyboard).len(), 1);
            // It is asked about once, whatever sticks come later.
            computer.plug("1-1.7", &examples::stick(), "Another");
            assert_eq!(computer.scan(late + 2), []);
            assert_eq!(computer.on(keyboard).len(), 1);
        }
    }
}

#[test]
fn a_hub_without_a_stick_needs_no_question() {
    let mut computer = Computer::new(NONE);
    computer.plug("1-1", &examples::hub(), "Hub");
    computer.plug("1-1.2", &examples::keyboard(), "Keyboard");
    computer.plug("1-2", &examples::stick(), "Stick");
    assert_eq!(computer.scan(0), []);
    assert_eq!(computer.on("1-1.2"), [""; 0], "a stick at that hub may still be found");
    assert_eq!(computer.scan(2), []);
    assert_eq!(computer.on("1-1.2"), ["1-1.2:1.0"]);
}

/// Keyboard and stick at one hub on the desk, and nothing else to type on.
#[test]
fn the_only_keyboard_beside_a_stick_is_let_in_on_trial() {
    let mut computer = Computer::new(NONE);
    computer.plug("1-1", &examples::hub(), "Hub");
    computer.plug("1-1.2", &examples::keyboard(), "Keyboard");
    computer.plug("1-1.3", &examples::stick(), "Stick");
    assert_eq!(computer.scan(0), [notice(2, "Keyboard", BESIDE_A_STICK, &[])]);
    let only = [notice(2, "Keyboard", Keyboard::Only(Doubt::Beside), &[])];
    assert_eq!(computer.scan(5), only);
    assert_eq!(computer.scan(6), only);
    assert_eq!(computer.on("1-1.2"), ["1-1.2:1.0"]);
    computer.guard.answer(2, true, Duration::from_secs(7));
    assert_eq!(computer.scan(8), []);
    assert_eq!(computer.on("1-1.2"), ["1-1.2:1.0"]);
}

/// A hub for USB 3 is two, with a stick at one and a keyboard at the other; and so is a stick that has wires for both.
#[test]
fn the_other_speed_of_a_hub_is_the_same_hub() {
    for (slow, fast, keyboard, stick) in [("1-1", "2-1", "1-1.2", "2-1.3"), ("1-4", "2-4", "1-4", "2-4")] {
        let mut computer = Computer::new(PS2);
        if keyboard.contains('.') {
            computer.plug(slow, &examples::hub(), "Hub");
            computer.plug(fast, &examples::hub(), "Hub");
        }
        computer.plug(keyboard, &examples::keyboard(), "Keyboard");
        computer.plug(stick, &examples::stick(), "Stick");
        computer.one_connector(slow, fast);
        let keyboards: Vec<_> = computer.scan(0).into_iter().map(|notice| notice.keyboard).collect();
        assert_eq!(keyboards, [BESIDE_A_STICK], "{keyboard}");
        assert_eq!(computer.on(keyboard), [""; 0]);
        assert_eq!(computer.on(stick).len(), 1);
    }
}

/// Many a laptop has all its ports at one hub.
#[test]
fn a_hub_that_is_soldered_in_is_the_computer() {
    let mut computer = Computer::new(NONE);
    for hub in ["1-1", "1-1.1"] {
        computer.plug(hub, &examples::hub(), "Hub");
        computer.is_fixed(hub);
    }
    computer.plug("1-1.1.2", &examples::keyboard(), "Keyboard");
    computer.plug("1-1.1.3", &examples::stick(), "Stick");
    assert_eq!(computer.scan(0), []);
    assert_eq!(computer.on("1-1.1.2"), ["1-1.1.2:1.0"]);
    // A hub that is plugged in may say of what hangs at it what it likes.
    let mut computer = Computer::new(PS2);
    for hub in ["1-1", "1-1.1"] {
        computer.plug(hub, &examples::hub(), "Hub");
    }
    computer.is_fixed("1-1.1");
    computer.plug("1-1.1.2", &examples::keyboard(), "Keyboard");
    computer.plug("1-1.1.3", &examples::stick(), "Stick");
    assert_eq!(computer.scan(0), [notice(3, "Keyboard", BESIDE_A_STICK, &[])]);
}

/// However a device gets the kernel to read something else in what it says than is read here.
#[test]
fn what_the_kernel_takes_for_something_else_stays_off() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::stick(), "Stick");
    computer.takes(&computer.path("1-1/1-1:1.0"), (3, 1, 1));
    assert_eq!(computer.scan(0), [notice(1, "Stick", Keyboard::Quiet, &[Kind::Unknown])]);
    assert_eq!(computer.on("1-1"), [""; 0]);
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    computer.takes(&computer.path("1-2/1-2:1.0"), (3, 0, 0));
    computer.scan(1);
    computer.scan(10);
    assert_eq!(computer.on("1-2"), [""; 0]);
}

/// What is told of a device that comes back again and again.
fn again(number: u64, name: &str, refused: &[Kind]) -> Notice {
    Notice { again: true, ..notice(number, name, Keyboard::Quiet, refused) }
}

#[test]
fn a_device_that_comes_back_again_and_again_is_left_off_until_it_was_out_for_as_long() {
    let mut computer = Computer::new(PS2);
    computer.scan(0);
    computer.plug("1-1", &examples::nitrokey3(), "Nitrokey 3");
    for seconds in [20, 24] {
        assert_eq!(computer.scan(seconds), []);
        assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
        computer.plug_again("1-1", &examples::nitrokey3(), "Nitrokey 3");
    }
    let off = [again(3, "Nitrokey 3", &[Kind::CardReader, Kind::Nitrokey])];
    assert_eq!(computer.scan(29), off);
    assert_eq!(computer.on("1-1"), [""; 0]);
    // It stays off as long as it is in, and told as long as it is off; it is the same one each time.
    for seconds in [50, 55, 63] {
        assert_eq!(computer.scan(seconds), off);
        computer.pull("1-1");
        assert_eq!(computer.scan(seconds + 1), off);
        computer.plug("1-1", &examples::nitrokey3(), "Nitrokey 3");
        assert_eq!(computer.scan(seconds + 2), off);
        assert_eq!(computer.on("1-1"), [""; 0]);
    }
    computer.pull("1-1");
    assert_eq!(computer.scan(74), off);
    assert_eq!(computer.scan(75), []);
    computer.plug("1-1", &examples::nitrokey3(), "Nitrokey 3");
    assert_eq!(computer.scan(76), []);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
}

#[test]
fn in_another_port_it_works_at_once() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::nitrokey3(), "Nitrokey 3");
    for seconds in [0, 1] {
        computer.scan(seconds);
        computer.plug_again("1-1", &examples::nitrokey3(), "Nitrokey 3");
    }
    assert_eq!(computer.scan(2).len(), 1);
    computer.pull("1-1");
    computer.plug("1-2", &examples::nitrokey3(), "Nitrokey 3");
    assert_eq!(computer.scan(3).len(), 1);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}

#[test]
fn who_is_patient_may_plug_in_as_often_as_needed() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::stick(), "Stick");
    for seconds in (0..60).step_by(5) {
        assert_eq!(computer.scan(seconds), [], "{seconds}");
        assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
        computer.plug_again("1-1", &examples::stick(), "Stick");
    }
}

/// Two Nitrokeys are shown to it in one port, one after the other and again.
#[test]
fn others_in_the_same_port_have_counts_of_their_own() {
    let mut computer = Computer::new(PS2);
    let serials = ["A", "B", "A", "B"];
    for (seconds, serial) in (0..).zip(serials) {
        computer.plug("1-1", &examples::nitrokey3(), "Nitrokey 3");
        fs::write(computer.path("1-1").join("serial"), serial).unwrap();
        assert_eq!(computer.scan(seconds), []);
        computer.pull("1-1");
    }
}

#[test]
fn one_that_changes_its_name_each_time_is_left_off_as_well() {
    let mut computer = Computer::new(PS2);
    computer.scan(0);
    let asked: Vec<_> = (0..30)
        .filter(|nth| {
            computer.plug("1-1", &examples::keyboard(), "Keyboard");
            fs::write(computer.path("1-1").join("serial"), nth.to_string()).unwrap();
            let told = computer.scan(20 + nth / 3);
            computer.pull("1-1");
            told.iter().any(|notice| notice.keyboard == LATER)
        })
        .collect();
    assert_eq!(asked, [0, 1, 2, 3, 4]);
}

#[test]
fn what_hangs_at_a_hub_is_not_blamed_for_it() {
    let mut computer = Computer::new(PS2);
    computer.scan(0);
    for seconds in [20, 21, 22, 23] {
        computer.plug("1-1", &examples::hub(), "Hub");
        computer.plug("1-1.1", &examples::stick(), "Stick");
        let told = computer.scan(seconds);
        let blamed: Vec<_> = told.iter().map(|notice| (&*notice.name, notice.again)).collect();
        match seconds {
            20 | 21 => assert_eq!(blamed, []),
            // The kernel shows nothing below a hub that is off.
            _ => assert!(blamed.contains(&("Hub", true)), "{blamed:?}"),
        }
        computer.pull("1-1.1");
        computer.pull("1-1");
    }
    computer.scan(30);
    computer.scan(33);
    computer.plug("1-1", &examples::hub(), "Hub");
    computer.plug("1-1.1", &examples::stick(), "Stick");
    assert_eq!(computer.scan(34), []);
    assert_eq!(computer.on("1-1.1"), ["1-1.1:1.0"]);
}

/// It comes back as one that was plugged in just now; and if no other one works, on trial.
#[test]
fn the_only_keyboard_comes_back_after_a_loose_contact() {
    let mut computer = Computer::new(NONE);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    computer.scan(0);
    for seconds in [20, 21, 22] {
        computer.plug_again("1-1", &examples::keyboard(), "Keyboard");
        computer.scan(seconds);
    }
    assert_eq!(computer.scan(40), [again(4, "Keyboard", &[Kind::Keyboard, Kind::Input])]);
    computer.pull("1-1");
    computer.scan(41);
    assert_eq!(computer.scan(51), []);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(52), [notice(5, "Keyboard", Keyboard::Only(Doubt::Later), &[])]);
    computer.scan(53);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
}

#[test]
fn what_works_goes_on_after_the_screens_were_started_again() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    computer.scan(0);
    computer.guard = Guard::new(computer.ports());
    // Plugged in while nobody looked; this is no start any more.
    computer.plug("1-2", &examples::keyboard(), "Other");
    assert_eq!(computer.scan(0), [notice(2, "Other", LATER, &[])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-2"), [""; 0]);
}

#[test]
fn nothing_works_on_a_bus_that_does_not_hold_back() {
    let mut computer = Computer::new(PS2);
    fs::remove_file(computer.path("usb1").join(BY_DEFAULT)).unwrap();
    computer.plug("1-1", &examples::stick(), "Stick");
    assert_eq!(computer.scan(0), []);
    let [stick] = &computer.scan(2)[..] else { panic!("nothing is told") };
    assert_eq!((&*stick.name, &stick.refused[..]), ("Stick", &[Kind::Storage][..]));
    assert_eq!(computer.on("1-1"), [""; 0]);
}

/// The kernel shows a device for a moment before it can be configured.
#[test]
fn what_is_not_ready_yet_is_let_in_when_it_is() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::keyboard(), "Keyboard");
    computer.plug("1-2", &examples::stick(), "Stick");
    for name in ["1-1", "1-2"] {
        fs::write(computer.path(name).join("bConfigurationValue"), "\n").unwrap();
    }
    assert_eq!(computer.scan(0), []);
    assert_eq!(computer.on("1-2"), [""; 0]);
    for name in ["1-1", "1-2"] {
        fs::write(computer.path(name).join("bConfigurationValue"), "1\n").unwrap();
    }
    assert_eq!(computer.scan(1), []);
    // It was there from the start.
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
}

/// Pulled out before it was ready: the next one in this port has its own time.
#[test]
fn what_was_pulled_out_does_not_count_for_the_next_one() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::stick(), "Stick");
    fs::write(computer.path("1-1").join("bConfigurationValue"), "\n").unwrap();
    assert_eq!(computer.scan(0), []);
    computer.pull("1-1");
    assert_eq!(computer.scan(1), []);
    computer.plug("1-1", &examples::stick(), "Stick");
    fs::write(computer.path("1-1").join("bConfigurationValue"), "\n").unwrap();
    assert_eq!(computer.scan(2), []);
}

/// Another one of Nitrokey's, which has nothing that is used here, is told.
#[test]
fn of_a_nitrokey_the_card_reader_works_alone_and_nothing_is_said() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::nitrokey3(), "Nitrokey 3");
    computer.plug("1-2", &examples::device((0x20a0, 0x42b1), &[&[(3, 0, 0)]]), "Nitrokey FIDO2");
    assert_eq!(computer.scan(0), [notice(2, "Nitrokey FIDO2", Keyboard::Quiet, &[Kind::Nitrokey])]);
    assert_eq!(computer.on("1-1"), ["1-1:1.0"]);
    assert_eq!(computer.on("1-2"), [""; 0]);
}

/// So pcscd can use it. With it, it could use all of the device, so no other one is.
#[test]
fn the_node_of_a_card_reader_is_given_to_pcscd_and_no_other_one() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::hub(), "Hub");
    computer.plug("1-2", &examples::nitrokey3(), "Nitrokey 3");
    computer.plug("1-3", &examples::stick(), "Stick");
    computer.plug("1-4", &examples::keyboard(), "Keyboard");
    computer.scan(0);
    computer.plug("1-5", &examples::nitrokey3(), "Nitrokey 3");
    computer.plug("1-6", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(10).len(), 1);
    assert_eq!((1..=6).filter(|number| computer.is_given(*number)).collect::<Vec<_>>(), [2, 5]);
}

#[test]
fn a_card_reader_that_is_not_let_in_is_given_to_nobody() {
    let mut computer = Computer::new(PS2);
    // The kernel has not chosen its configuration.
    computer.plug("1-1", &examples::nitrokey3(), "Nitrokey 3");
    fs::write(computer.path("1-1").join("bConfigurationValue"), "\n").unwrap();
    computer.scan(0);
    computer.scan(3);
    assert!(!computer.is_given(1));
}
