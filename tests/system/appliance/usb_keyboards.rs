//! A keyboard that is plugged in later types nothing before the owner says yes on the one that was there.

use std::thread;
use std::time::Duration;

use anyhow::Result;
use coldspare_tests::qemu::{Computer, Hardware};
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Terminal, Typist};

use crate::starts::start;

const KEYBOARD: &str = "QEMU USB Keyboard";
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
    reads(typist, "A keyboard was plugged in")?;
    typist.sees(KEYBOARD)?;
    typist.console.type_on_other("not yet\n")?;
    typist.settled();
    typist.at("A keyboard was plugged in").map(drop)
}

#[test]
fn a_keyboard_that_comes_later_waits_for_a_yes_on_the_first_one() -> Result<()> {
    let typist = start(Hardware::from_stick(trial::image()?))?;
    typist.goes_home()?;
    thread::sleep(START);

    plug_and_type(&typist, "declined")?;
    typist.esc()?;
    typist.at("What do you want to do?")?;
    typist.chooses("Set up keys")?;
    typist.at("Is this computer fit for it?")?;
    typist.sees(&format!("these stay off: {KEYBOARD} (keyboard)."))?;
    typist.console.type_on_other("\n")?;
    typist.settled();
    let plan = Answers::default().plan();
    typist.goes(&plan[..4])?;
    typist.console.unplug_keyboard("declined")?;

    let owner = "Whose keys are they?";
    typist.at(owner)?;
    typist.console.keys("Ada Lo")?;
    plug_and_type(&typist, "early")?;
    typist.console.unplug_keyboard("early")?;
    typist.at(owner)?;
    typist.sees("Ada Lo_")?;

    // Another one: QEMU's keyboards keep what was typed on them until it is taken.
    typist.console.plug_keyboard("welcome")?;
    reads(&typist, "A keyboard was plugged in")?;
    typist.enter()?;
    typist.at(owner)?;
    typist.sees("Ada Lo_")?;
    // The kernel needs a moment until it works.
    for _ in 0..20 {
        typist.console.type_on_other("v")?;
        if typist.settled().contains("Ada Lov") {
            break;
        }
    }
    typist.empties()?;
    typist.console.type_on_other("Ada Lovelace\nada@example.org")?;
    typist.sees("ada@example.org")?;
    typist.enter()?;
    typist.goes(&plan[5..])?;
    typist.at("Which one is the primary?").map(drop)
}
