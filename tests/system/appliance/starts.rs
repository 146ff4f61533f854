//! From switching on to the first screen, and off again.

use anyhow::Result;
use coldspare_tests::qemu::{Computer, Hardware};
use coldspare_tests::screen::Key;
use coldspare_tests::trial;
use coldspare_tests::typist::{Terminal, Typist};

#[test]
fn it_starts_by_bios_from_the_stick_and_switches_itself_off() -> Result<()> {
    let computer = Computer::start(Hardware::from_stick(trial::image()?))?;
    let mut typist = Typist::before(computer);
    typist.goes_home()?;
    typist.console.key(Key::F(10))?;
    typist.chooses("Switch off")?;
    typist.at("Good-bye")?;
    typist.enter()?;
    typist.console.ends_well()
}
