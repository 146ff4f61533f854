//! Cards: any number of them, each compared with the list.

use std::fs;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{Manifest, Share, bundle, words};
use coldspare::ceremony::Recovery;
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::sign_cleartext;
use coldspare::plan::Algorithm::Curve25519;
use coldspare_tests::fixtures;
use ratatui::crossterm::event::KeyCode::{Enter, F};

use super::owner::{SERIALS, brought_back, copy, owner};
use super::printed::{has, part, report};
use super::way::{cards, home, proves_one, recovers, scan, to_cards, to_nitrokeys, to_sticks};

/// Without a card the spare is proven all the same, and what was not here is called not checked.
#[test]
fn without_a_card_the_spare_is_proven_and_the_rest_is_not_checked() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_nitrokeys(&mut in_process, &owner)?;
    proves_one(&mut in_process, &owner.keys[1], &owner.user)?;
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
    let typed = words(&other.shares[0].y);
    // Twice is once; and what was typed stays, to be looked at once more.
    for _ in 0..2 {
        in_process.keys(&typed.join(" "))?;
        in_process.key(Enter)?;
        in_process.wait_for("on no card that the list")?;
        in_process.wait_for(typed[0])?;
        in_process.key(F(4))?;
    }
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    let report = report(&mut in_process)?;
    ensure!(report.matches("A card that is none of the list’s").count() == 1, "{report}");
    has(&report, "To be put right", &["Card 2 of 3 is not the one", "A card that is none of the list’s"])?;
    has(&report, "Not checked", &["Cards 1, 3 Not read here"])
}

#[test]
fn a_card_that_cannot_be_read_whole_counts_and_is_to_be_put_right() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    let mut typed = words(&owner.shares[1].y);
    typed[4] = "?";
    in_process.keys(&typed.join(" "))?;
    in_process.key(Enter)?;
    in_process.wait_for("most likely says")?;
    in_process.key(Enter)?;
    in_process.wait_for("Card 2 of 3 cannot be read whole")?;
    scan(&mut in_process, &owner.shares[0])?;
    in_process.wait_for("Card 1 of 3")?;
    in_process.key(Enter)?;
    recovers(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["Card 2 of 3 cannot be read whole"])?;
    has(&report, "Good", &["Card 1 of 3", "The whole recovery"])
}

/// Whoever had the stick: another one's list names the cards, and what is sealed there they do not open.
#[test]
fn cards_that_are_as_the_list_says_and_open_nothing_are_told() -> Result<()> {
    let (owner, forger) = (owner(Curve25519)?, fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?);
    let recovery = Recovery::from_bundle(&Mounted::at(owner.stick.path()), &owner.folder)?;
    let sealed = b"not what it was";
    let list = Manifest {
        fingerprint: forger.identity().fingerprint(),
        sealed_backup_sha256: openssl::sha::sha256(sealed),
        ..recovery.manifest().context("no list")?.clone()
    };
    let drawer = tempfile::tempdir()?;
    let folder = drawer.path().join(bundle::folder(&list.fingerprint));
    fs::create_dir(&folder)?;
    fs::write(folder.join(bundle::PUBLIC_KEY), forger.identity().public_armored()?)?;
    fs::write(folder.join(bundle::SEALED_BACKUP), sealed)?;
    fs::write(
        folder.join(bundle::MANIFEST),
        sign_cleartext(forger.identity(), &list.to_toml(), SystemTime::now())?,
    )?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &folder)?;
    in_process.key(Enter)?;
    cards(&mut in_process, &owner.shares[..owner.needed])?;
    in_process.at("yearly-recovery")?;
    in_process.key(Enter)?;
    in_process.at("lost-back-ask")?;
    // Back; and going on without is preset now.
    in_process.key(Enter)?;
    in_process.at("yearly-recovery")?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["The whole recovery has failed"])
}

/// The list is signed as it should be, and is not of what is sealed beside it.
#[test]
fn a_list_that_is_not_the_backups_is_to_be_put_right_once_that_is_open() -> Result<()> {
    let owner = owner(Curve25519)?;
    let (drawer, opened) = (tempfile::tempdir()?, brought_back(&owner)?);
    let folder = drawer.path().join(&owner.folder);
    copy(&owner.stick.path().join(&owner.folder), &folder)?;
    let recovery = Recovery::from_bundle(&Mounted::at(owner.stick.path()), &owner.folder)?;
    let list = Manifest { sealing: 9, ..recovery.manifest().context("no list")?.clone() };
    let signed = sign_cleartext(opened.identity(), &list.to_toml(), SystemTime::now())?;
    fs::write(folder.join(bundle::MANIFEST), signed)?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &folder)?;
    in_process.key(Enter)?;
    cards(&mut in_process, &owner.shares[..owner.needed])?;
    recovers(&mut in_process)?;
    has(&report(&mut in_process)?, "To be put right", &["The list on the stick is not the backup’s"])
}

/// The screen has room for some, and says that there are more; the report has all of them.
#[test]
fn of_much_that_is_to_be_put_right_the_screen_shows_some_and_the_report_all() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, fixtures::made(fixtures::plan(Curve25519, 2, 6)?)?);
    let (stick, mut in_process) = (tempfile::tempdir()?, home()?);
    let others = fixtures::prepare_made(other, stick.path())?.sealed.shares().to_vec();
    to_cards(&mut in_process, &owner)?;
    others.iter().try_for_each(|share| scan(&mut in_process, share))?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.wait_for("! Card 3 of set")?;
    in_process.wait_for("…")?;
    ensure!(!in_process.shows("! Card 4 of set"), "{}", in_process.screen());
    let all = (1..=6).map(|card| format!("Card {card} of set {}", others[0].set)).collect::<Vec<_>>();
    let all: Vec<_> = all.iter().map(String::as_str).collect();
    has(&report(&mut in_process)?, "To be put right", &all)
}
