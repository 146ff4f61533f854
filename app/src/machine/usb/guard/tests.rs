mod again;
mod hubs;
mod keyboards;

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
fn a_printer_that_speaks_only_ipp_is_named_and_one_that_speaks_more_works() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &examples::ipp_printer(), "EPSON ET-2850 Series");
    computer.plug("1-2", &examples::printer_with_ipp(), "HP LaserJet");
    assert_eq!(computer.scan(0), [notice(1, "EPSON ET-2850 Series", Keyboard::Quiet, &[Kind::Ipp])]);
    assert_eq!(computer.on("1-1"), [""; 0]);
    assert_eq!(computer.on("1-2"), ["1-2:1.0"]);
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
fn a_device_over_which_the_program_falls_stays_off_and_hides_no_other() {
    let mut computer = Computer::new(PS2);
    computer.plug("1-1", &[&examples::stick(), UNFORESEEN.as_bytes()].concat(), "Stick");
    computer.plug("1-2", &examples::keyboard(), "Keyboard");
    assert_eq!(computer.scan(0), [notice(1, "Stick", Keyboard::Quiet, &[Kind::Unknown])]);
    assert_eq!((computer.on("1-1"), computer.on("1-2")), (vec![], vec!["1-2:1.0".to_owned()]));
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
