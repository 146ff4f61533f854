//! What comes back again and again is left off.

use super::*;

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
            let notices = computer.scan(20 + nth / 3);
            computer.pull("1-1");
            notices.iter().any(|notice| notice.keyboard == LATER)
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
        let notices = computer.scan(seconds);
        let blamed: Vec<_> = notices.iter().map(|notice| (&*notice.name, notice.again)).collect();
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
