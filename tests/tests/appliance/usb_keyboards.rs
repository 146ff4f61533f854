//! A keyboard that is plugged in later types nothing before the owner says yes on the one that was there; nor does one
//! at a hub with a stick. The yes is digits that only who sees the screen can type.

use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use coldspare::plan::Role;
use coldspare_tests::on_screen::digits;
use coldspare_tests::qemu::{Computer, Hardware, Keyboard};
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Terminal, Typist};
use coldspare_tests::words::{letters, said};

use crate::starts::start;

const KEYBOARD: &str = "QEMU USB Keyboard";
const ASKS: &str = "usb-keyboard";
/// The same before a language was chosen.
const ASKS_FIRST: &str = "usb-first";
/// What is there so soon after the first screen was there when the computer was switched on.
const START: Duration = Duration::from_secs(6);
/// Before it could be read, nothing that is typed is an answer.
const TO_READ: Duration = Duration::from_secs(2);

/// Waits until this is announced, and reads it.
pub(crate) fn reads(typist: &Typist<Computer>, announcement: &str) -> Result<()> {
    typist.at(announcement)?;
    thread::sleep(TO_READ);
    Ok(())
}

/// Plugs a keyboard in, and types on it as if the answer were its own.
fn plug_and_type(typist: &Typist<Computer>, name: &str) -> Result<()> {
    typist.console.plug_keyboard(name)?;
    reads(typist, ASKS)?;
    typist.sees(letters(KEYBOARD))?;
    // It does not know the digits; if it did, they would be none.
    let digits = digits(&typist.console.screen()).context("no digits")?;
    typist.console.type_on_other(&format!("{digits}not yet\n"))?;
    typist.settled();
    typist.at(ASKS).map(drop)
}

/// Types the digits that stand on the screen, on the keyboard that was there.
fn types_digits(typist: &Typist<Computer>) -> Result<()> {
    typist.settled();
    let digits = digits(&typist.console.screen()).context("no digits")?;
    typist.console.keys(&digits)
}

#[test]
fn a_keyboard_that_comes_later_waits_for_a_yes_on_the_first_one() -> Result<()> {
    let typist = start(Hardware::from_stick(trial::image()?))?;
    typist.goes_home()?;
    thread::sleep(START);

    plug_and_type(&typist, "declined")?;
    typist.esc()?;
    typist.at("home")?;
    typist.chooses("setup")?;
    typist.at("self-check")?;
    typist.sees("self-check-usb")?;
    typist.sees(letters(format!("{KEYBOARD} (")))?;
    typist.console.type_on_other("\n")?;
    typist.settled();
    let plan = Answers::default().plan();
    typist.goes(&plan[..4])?;
    typist.console.unplug_keyboard("declined")?;

    let owner = "owner";
    typist.at(owner)?;
    typist.console.keys("Ada Lo")?;
    plug_and_type(&typist, "early")?;
    typist.console.unplug_keyboard("early")?;
    typist.at(owner)?;
    typist.sees(letters("Ada Lo_"))?;

    // Another one: QEMU's keyboards keep what was typed on them until it is taken.
    typist.console.plug_keyboard("welcome")?;
    reads(&typist, ASKS)?;
    typist.enter()?;
    typist.at(ASKS)?;
    types_digits(&typist)?;
    typist.at(owner)?;
    typist.sees(letters("Ada Lo_"))?;
    // The kernel needs a moment until it works.
    for _ in 0..20 {
        typist.console.type_on_other("v")?;
        if typist.settled().contains("Ada Lov") {
            break;
        }
    }
    typist.empties()?;
    typist.console.type_on_other("Ada Lovelace\nada@example.org")?;
    typist.sees(letters("ada@example.org"))?;
    typist.enter()?;
    typist.goes(&plan[5..])?;
    typist.at(said("meet").with("role", Role::Primary)).map(drop)
}

/// A hub with a stick and a keyboard in it, as a stick can be built; a PS/2 keyboard is there as well.
const HUB: [&str; 8] = [
    "-device",
    "usb-hub,bus=xhci.0,port=4",
    "-device",
    "usb-kbd,bus=xhci.0,port=4.1,display=video",
    "-blockdev",
    "driver=null-co,node-name=at-hub,size=1048576,read-zeroes=on",
    "-device",
    "usb-storage,bus=xhci.0,port=4.2,drive=at-hub",
];

#[test]
fn a_keyboard_at_a_hub_with_a_stick_is_asked_about_at_the_start() -> Result<()> {
    let typist = start(Hardware::from_stick(trial::image()?).with(&HUB))?;
    typist.sees(said("keyboards").with("number", 1))?;
    reads(&typist, ASKS_FIRST)?;
    typist.sees(letters(KEYBOARD))?;
    typist.console.type_on_other("\n")?;
    typist.settled();
    typist.at(ASKS_FIRST)?;
    types_digits(&typist)?;
    typist.sees(said("keyboards").with("number", 2)).map(drop)
}

/// The old one is gone: the new one is let in, and nothing is taken from it but the digits.
#[test]
fn where_the_first_keyboard_is_gone_the_digits_are_typed_on_the_new_one() -> Result<()> {
    let typist = start(Hardware::from_stick(trial::image()?).keyboard(Keyboard::Usb))?;
    typist.goes_home()?;
    thread::sleep(START);
    typist.console.unplug_keyboard("first")?;
    typist.console.plug_keyboard("new")?;
    reads(&typist, ASKS)?;
    typist.sees("usb-beware-only")?;
    // Enter, and a letter that chooses at home, are no answer; nor does anything happen below.
    typist.console.type_on_other("\nl\n")?;
    typist.settled();
    typist.at(ASKS)?;
    let digits = digits(&typist.console.screen()).context("no digits")?;
    typist.console.type_on_other(&digits)?;
    typist.at("home")?;
    typist.console.type_on_other("\n")?;
    typist.at("self-check").map(drop)
}
