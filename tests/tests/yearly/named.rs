//! Where the backup names a Nitrokey by its serial, that holds, and its owner is not asked.

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Enter, Esc};

use super::owner::{Owner, named, one_more};
use super::printed::{has, part, report};
use super::way::{cards, choose_nitrokey, go_on, home, proves, proves_one, recovers, to_cards, to_nitrokeys};

/// From the cards to the Nitrokeys, with enough of them.
fn opens(in_process: &mut InProcess, owner: &Owner) -> Result<()> {
    cards(in_process, &owner.shares[..owner.needed])?;
    recovers(in_process)
}

#[test]
fn whoever_the_backup_names_is_not_asked_which_one_it_is() -> Result<()> {
    let owner = named()?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    opens(&mut in_process, &owner)?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, &owner.user)?;
    in_process.wait_for("Proven so far: 1")?;
    // Nor is it when it is chosen again.
    choose_nitrokey(&mut in_process)?;
    ensure!(!in_process.shows("Which one is it?"), "{}", in_process.screen());
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["spare, 000F"])?;
    ensure!(!report.contains("the owner has said"), "{report}");
    Ok(())
}

/// Another one was called the spare, before the backup was open.
#[test]
fn what_the_backup_says_wins_over_what_was_said_of_a_nitrokey_before() -> Result<()> {
    let owner = named()?;
    let another = one_more(&owner)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    proves_one(&mut in_process, &another, &owner.user)?;
    in_process.choose(key!("name-role-spare"))?;
    in_process.presses_until_at(Esc, "yearly-cards")?;
    opens(&mut in_process, &owner)?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Nitrokey, 000F:01020304"])?;
    has(&report, "Not checked", &["The spare"])?;
    ensure!(!part(&report, "Good")?.contains("spare, 000F"), "{report}");
    in_process.presses_until_at(Enter, "yearly-end")?;
    in_process.wait_for("the spare was not proven")
}
