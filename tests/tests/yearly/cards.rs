//! Cards: any number of them, each compared with the list.

use anyhow::{Result, ensure};
use coldspare::backup::{Share, words};
use coldspare::plan::Algorithm::Curve25519;
use ratatui::crossterm::event::KeyCode::{Enter, F};

use super::owner::{SERIALS, owner};
use super::printed::{has, part, report};
use super::way::{cards, home, proves, scan, to_cards, to_nitrokeys};

/// Without a card the spare is proven all the same, and what was not here is called not checked.
#[test]
fn without_a_card_the_spare_is_proven_and_the_rest_is_not_checked() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, &owner.user)?;
    in_process.wait_for("Which one is it?")?;
    // The spare is preset.
    in_process.key(Enter)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Stick BACKUP", "spare, 000F", &format!("{:08X}", SERIALS[1])])?;
    has(&report, "Not checked", &["Cards 1, 2, 3", "The whole recovery", "used every day"])?;
    ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    ensure!(!part(&report, "Good")?.contains("Card "), "{report}");
    in_process.presses_until_at(Enter, "yearly-end")?;
    in_process.wait_for("Nothing of what was checked")?;
    in_process.key(Enter)?;
    in_process.at("home")
}

#[test]
fn with_some_cards_each_is_compared_and_the_recovery_is_not_called_good() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    cards(&mut in_process, &owner.shares[1..2])?;
    in_process.at("yearly-nitrokeys")?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Card 2 of 3"])?;
    has(&report, "Not checked", &["Cards 1, 3", "It takes 2 cards", "The spare"])
}

/// It is said which card it is, and it counts for nothing.
#[test]
fn a_card_of_another_set_is_to_be_put_right() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    scan(&mut in_process, &other.shares[0])?;
    in_process.wait_for(&other.shares[0].set.to_string())?;
    // Twice is once.
    scan(&mut in_process, &other.shares[0])?;
    cards(&mut in_process, &owner.shares[..1])?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &[&format!("Card 1 of set {}", other.shares[0].set)])?;
    ensure!(report.matches(&other.shares[0].set.to_string()).count() == 1, "{report}");
    has(&report, "Not checked", &["Cards 2, 3"])
}

/// One bears the number of a card of the list and has another share; the words of the other are on the list nowhere.
#[test]
fn a_card_that_is_none_of_the_lists_is_to_be_put_right() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    let forged = Share { y: other.shares[1].y.clone(), ..owner.shares[1].clone() };
    scan(&mut in_process, &forged)?;
    in_process.wait_for("it is not the card 2 of the set")?;
    in_process.keys(&words(&other.shares[0].y).join(" "))?;
    in_process.key(Enter)?;
    in_process.wait_for("on no card that the list")?;
    in_process.key(F(4))?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["Card 2 of 3 is not the one", "A card that is none of the list’s"])?;
    has(&report, "Not checked", &["Cards 1, 3 Not read here"])
}
