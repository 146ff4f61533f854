//! A computer whose clock cannot be right: one that has forgotten the time, and one that somebody has set far ahead.
//! What it says is not taken by Enter, neither for keys that are made nor for what was signed before.

use anyhow::{Result, ensure};
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;
use coldspare_tests::words::letters;

use super::starts::start;

const QUESTION: &str = "clock";

/// Asks on a computer that was switched on at this time, as its clock has it.
fn asks(clock: &str) -> Result<()> {
    let hardware = Hardware::from_stick(trial::image()?).with(&["-rtc", &format!("base={clock}")]);
    let typist = start(hardware)?;
    typist.goes_home()?;
    typist.chooses("check")?;
    typist.at(QUESTION)?;
    typist.sees("clock-wrong")?;
    let year = clock.get(..4).unwrap_or(clock);
    ensure!(!typist.settled().contains(&format!("{year}-")), "it offers {clock}:\n{}", typist.content());
    for _ in 0..3 {
        typist.enter()?;
        typist.sees("clock-empty")?;
    }
    // The right one is far from what the clock says, so it is asked for a second time.
    typist.line("2026-11-24 17:05")?;
    typist.at("clock-doubt")?;
    typist.sees(letters(year))?;
    typist.enter()?;
    typist.at(QUESTION)?;
    typist.enter()?;
    typist.at("clock-doubt")?;
    typist.chooses("clock-doubt-yes")?;
    typist.at("lost-bundle")?;
    // From here on it is that date, and goes through by Enter.
    typist.esc()?;
    typist.at(QUESTION)?;
    typist.sees(letters("2026-11-24 17:"))?;
    typist.esc()?;
    typist.at("home")?;
    typist.chooses("setup")?;
    typist.at("self-check")?;
    typist.enter()?;
    typist.at(QUESTION)?;
    typist.enter()?;
    typist.at("source").map(drop)
}

#[test]
fn a_computer_that_is_in_1999_asks_for_the_date() -> Result<()> {
    asks("1999-12-31T23:59:00")
}

#[test]
fn a_computer_that_is_in_2062_asks_for_the_date() -> Result<()> {
    asks("2062-01-01T00:00:00")
}
