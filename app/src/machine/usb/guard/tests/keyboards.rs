//! Which keyboards may type, and which are asked about.

use super::*;

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
