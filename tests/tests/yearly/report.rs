//! The report: on paper or on the stick, and what stands on none yet.

use std::fs;

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare::plan::Algorithm::Curve25519;
use coldspare_tests::paper::Pdf;
use ratatui::crossterm::event::KeyCode::{Down, Enter, Esc, F};

use super::owner::owner;
use super::printed::{has, part, report};
use super::way::{home, scan, to_cards, to_sticks};

/// The report comes as a file beside the backup, and nothing else on the stick is touched.
#[test]
fn the_report_comes_to_the_stick_with_the_backup_and_nothing_else_changes() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    let stick = to_sticks(&mut in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.key(Enter)?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.choose(key!("yearly-report-stick"))?;
    in_process.at("yearly-stick")?;
    in_process.key(Enter)?;
    in_process.at("yearly-end")?;
    let mut names: Vec<_> =
        fs::read_dir(&stick)?.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    ensure!(names.len() == 2 && names[0] == owner.folder, "{names:?}");
    ensure!(names[1].starts_with("yearly-check-") && names[1].contains(&owner.folder[10..]), "{names:?}");
    let pdf = Pdf::of(&fs::read(stick.join(&names[1]).join("yearly-check.pdf"))?)?.text(1)?;
    ensure!(pdf.contains("The yearly check") && pdf.contains("Stick BACKUP"), "{pdf}");
    for file in fs::read_dir(owner.stick.path().join(&owner.folder))? {
        let file = file?;
        ensure!(fs::read(file.path())? == fs::read(stick.join(&owner.folder).join(file.file_name()))?);
    }
    in_process.key(Enter)?;
    in_process.at("home")
}

/// What was found is not lost by Esc or F10 unasked.
#[test]
fn who_leaves_before_there_is_a_report_is_asked() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    // Also if nothing but a stick was looked at.
    for share in &owner.shares[..2] {
        in_process.key(F(10))?;
        in_process.wait_for("stands on no report yet")?;
        in_process.key(Esc)?;
        scan(&mut in_process, share)?;
    }
    in_process.key(Down)?;
    in_process.at("yearly-cards")
}

#[test]
fn the_year_is_not_ticked_where_nothing_was_checked() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    let report = report(&mut in_process)?;
    ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    in_process.presses_until_at(Enter, "yearly-end")?;
    in_process.wait_for("the spare was not proven")
}

/// A report says what was found until then.
#[test]
fn what_is_found_after_the_report_stands_on_none_yet() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.choose(key!("yearly-report-stick"))?;
    in_process.at("yearly-stick")?;
    in_process.key(Enter)?;
    in_process.at("yearly-end")?;
    in_process.wait_for("The report is in")?;
    in_process.presses_until_at(Esc, "yearly-cards")?;
    scan(&mut in_process, &owner.shares[0])?;
    in_process.wait_for("It is as the list")?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.wait_for("Go on without a report")?;
    let first = report(&mut in_process)?;
    has(&first, "Good", &["Card 1 of 3"])?;
    in_process.presses_until_at(Enter, "yearly-end")?;
    ensure!(!in_process.shows("The report is in"), "{}", in_process.screen());
    in_process.presses_until_at(Esc, "yearly-cards")?;
    scan(&mut in_process, &owner.shares[1])?;
    in_process.wait_for("It is as the list")?;
    in_process.key(F(10))?;
    in_process.wait_for("stands on no report yet")?;
    in_process.key(Esc)?;
    in_process.presses_until_at(Enter, "yearly-recovery")?;
    in_process.choose(key!("yearly-recovery-no"))?;
    in_process.at("yearly-nitrokeys")?;
    in_process.key(Enter)?;
    in_process.at("yearly-report")?;
    ensure!(!in_process.shows("The report was printed"), "{}", in_process.screen());
    has(&report(&mut in_process)?, "Good", &["Card 1 of 3", "Card 2 of 3"])
}

/// Whoever goes on without one is not told that there is one.
#[test]
fn without_a_report_none_is_said_to_be_there() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.choose(key!("yearly-report-without"))?;
    in_process.at("yearly-end")?;
    // That was said, and nobody is asked once more.
    in_process.key(F(10))?;
    ensure!(!in_process.shows("stands on no report yet"), "{}", in_process.screen());
    in_process.key(Esc)?;
    in_process.at("yearly-end")?;
    in_process.presses_until_at(Esc, "yearly-report")?;
    ensure!(!in_process.shows("The report is printed"), "{}", in_process.screen());
    in_process.wait_for("Go on without a report")
}
