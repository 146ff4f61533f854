//! Days: until when the keys last, and what day it is.

use std::fs;
use std::time::SystemTime;

use anyhow::Result;
use coldspare::backup::bundle;
use coldspare::ceremony::Change;
use coldspare::key;
use coldspare::plan::Algorithm::Curve25519;
use coldspare::plan::Expiry;
use coldspare_tests::fixtures;
use ratatui::crossterm::event::KeyCode::{Enter, Esc};

use super::owner::{A_DAY, after, lasts};
use super::printed::{has, report};
use super::way::{cards, home, recovers, to_bundles, to_nitrokeys, to_sticks};

#[test]
fn keys_that_expire_within_a_year_are_prolonged_at_once() -> Result<()> {
    let owner = lasts(200)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["The keys expire on", "Prolong them now"])?;
    in_process.presses_until_at(Enter, "yearly-end")?;
    in_process.wait_for("Prolong the keys now")?;
    in_process.key(Enter)?;
    in_process.until("the changes begin", |in_process| {
        let name = in_process.app().context().say(key!("changes"));
        in_process.screen().lines().next().is_some_and(|top| top.contains(&name))
    })
}

#[test]
fn keys_that_have_expired_are_told_and_those_that_last_are_good() -> Result<()> {
    for (days, heading, said) in
        [(0, "To be put right", "The keys expired on"), (400, "Good", "The keys last until")]
    {
        let owner = lasts(days)?;
        let mut in_process = home()?;
        to_nitrokeys(&mut in_process, &owner)?;
        has(&report(&mut in_process)?, heading, &[said])?;
    }
    Ok(())
}

/// The stick has last year's public key: its days are not those of today's backup.
#[test]
fn until_when_the_keys_last_says_what_came_out_of_the_backup() -> Result<()> {
    let owner = lasts(200)?;
    let (prepared, stick) = after(&owner, &Change::Expiry(Expiry::Years(5)))?;
    let folder = stick.path().join(&prepared.folder);
    fs::copy(
        owner.stick.path().join(&owner.folder).join(bundle::PUBLIC_KEY),
        folder.join(bundle::PUBLIC_KEY),
    )?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &folder)?;
    let before = report(&mut in_process)?;
    has(&before, "To be put right", &["The keys expire on"])?;
    in_process.presses_until_at(Esc, "yearly-cards")?;
    cards(&mut in_process, &prepared.sealed.shares()[..owner.needed])?;
    recovers(&mut in_process)?;
    has(&report(&mut in_process)?, "Good", &["The keys last until"])
}

/// The clock stands before the day on which the backup was sealed.
#[test]
fn a_clock_that_is_behind_is_to_be_put_right() -> Result<()> {
    let made = fixtures::made_at(fixtures::plan(Curve25519, 2, 3)?, SystemTime::now() + A_DAY * 400)?;
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    let mut in_process = home()?;
    in_process.plug_stick_with("BACKUP", &[&stick.path().join(&prepared.folder)])?;
    to_bundles(&mut in_process)?;
    in_process.wait_for(&prepared.folder)?;
    in_process.key(Enter)?;
    in_process.wait_for("most likely the clock is")?;
    in_process.key(Enter)?;
    in_process.at("yearly-sticks")?;
    has(&report(&mut in_process)?, "To be put right", &["The clock is wrong"])
}
