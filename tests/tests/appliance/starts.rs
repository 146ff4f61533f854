//! From switching on to the first screen, and off again.

use anyhow::Result;
use coldspare_tests::qemu::{Computer, Firmware, Hardware, Keyboard, Port};
use coldspare_tests::trial;
use coldspare_tests::typist::{Terminal, Typist};

/// Sits down before it.
pub(crate) fn start(hardware: Hardware) -> Result<Typist<Computer>> {
    Ok(Typist::before(Computer::start(hardware)?))
}

/// From the farewell until it may be switched off.
pub(crate) fn stays_on(typist: &Typist<Computer>) -> Result<()> {
    typist.chooses("farewell-stay")?;
    typist.sees_alone("safe")?;
    typist.sees_alone("safe-enter").map(drop)
}

/// Starts, goes home, and switches off.
pub(crate) fn starts_and_ends(hardware: Hardware) -> Result<()> {
    let mut typist = start(hardware)?;
    typist.sees("trial")?;
    typist.goes_home()?;
    typist.says_good_bye()?;
    typist.sees("farewell-wiped")?;
    typist.chooses("farewell-now")?;
    typist.console.ends_well()
}

#[test]
fn it_starts_by_bios_from_the_stick_and_switches_itself_off() -> Result<()> {
    starts_and_ends(Hardware::from_stick(trial::image()?))
}

#[test]
fn it_starts_by_uefi_from_a_stick_at_a_slow_port() -> Result<()> {
    starts_and_ends(Hardware::from_stick(trial::image()?).firmware(Firmware::Uefi).port(Port::Usb2))
}

#[test]
fn it_takes_keys_from_a_usb_keyboard() -> Result<()> {
    starts_and_ends(Hardware::from_stick(trial::image()?).keyboard(Keyboard::Usb))
}

#[test]
fn it_stays_on_until_the_owner_has_read_that_it_is_safe() -> Result<()> {
    let mut typist = start(Hardware::from_stick(trial::image()?))?;
    typist.goes_home()?;
    typist.says_good_bye()?;
    stays_on(&typist)?;
    typist.enter()?;
    typist.console.ends_well()
}
