//! A keyboard beside a stick at one hub may be that stick.

use super::*;

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
            let notices = computer.scan(late);
            let [asked] = &notices[..] else { panic!("{notices:?}") };
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
