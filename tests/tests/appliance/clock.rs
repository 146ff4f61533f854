//! A computer whose clock cannot be right: one that has forgotten the time, and one that somebody has set far ahead.
//! What it says is not taken by Enter, neither for keys that are made nor for what was signed before.

use anyhow::{Result, ensure};
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;

use super::starts::start;

const QUESTION: &str = "What time is it?";

/// Asks on a computer that was switched on at this time, as its clock has it.
fn asks(clock: &str) -> Result<()> {
    let hardware = Hardware::from_stick(trial::image()?).with(&["-rtc", &format!("base={clock}")]);
    let typist = start(hardware)?;
    typist.goes_home()?;
    typist.chooses("Check a card")?;
    typist.at(QUESTION)?;
    typist.sees("clock must be wrong. Type the right date.")?;
    let year = clock.get(..4).unwrap_or(clock);
    ensure!(!typist.settled().contains(&format!("{year}-")), "it offers {clock}:\n{}", typist.content());
    for _ in 0..3 {
        typist.enter()?;
        typist.sees("No date was typed.")?;
    }
    // The right one is far from what the clock says, so it is asked for a second time.
    typist.line("2026-11-24 17:05")?;
    typist.at("Is today ")?;
    typist.sees(year)?;
    typist.enter()?;
    typist.at(QUESTION)?;
    typist.enter()?;
    typist.at("Is today ")?;
    typist.chooses("Yes, that is today")?;
    typist.at("The stick with the backup")?;
    // From here on it is that date, and goes through by Enter.
    typist.esc()?;
    typist.at(QUESTION)?;
    typist.sees("2026-11-24 17:")?;
    typist.esc()?;
    typist.at("What do you want to do?")?;
    typist.chooses("Set up keys")?;
    typist.at("Is this computer fit for it?")?;
    typist.enter()?;
    typist.at(QUESTION)?;
    typist.enter()?;
    typist.at("How do you want to plan?").map(drop)
}

#[test]
fn a_computer_that_is_in_1999_asks_for_the_date() -> Result<()> {
    asks("1999-12-31T23:59:00")
}

#[test]
fn a_computer_that_is_in_2062_asks_for_the_date() -> Result<()> {
    asks("2062-01-01T00:00:00")
}
