//! Trustees change, or a card is lost: new cards for everybody, and what to do with the old ones.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::Share;
use coldspare::ceremony::{Did, Made, Recovery, Sheet, bundles};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa4096};
use coldspare::plan::{Plan, PrimaryKey};
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc, F, Up};
use tempfile::TempDir;

use super::journal;
use super::later::{BUNDLE, golden, shares};
use super::pictures::Pictures;
use super::straight::{self, home, print, scan};

mod apart;
mod dropped;

pub(crate) use apart::made_apart;

/// A backup that any two of three cards open.
struct Before {
    shares: Vec<Share>,
    stick: TempDir,
    folder: String,
}

fn before(algorithm: Algorithm) -> Result<Before> {
    before_of(fixtures::made(fixtures::plan(algorithm, 2, 3)?)?)
}

fn before_of(made: Made) -> Result<Before> {
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    Ok(Before { shares: prepared.sealed.shares().to_vec(), stick, folder: prepared.folder })
}

/// From the question where the backup is until it is open.
fn open(in_process: &mut InProcess, folder: &Path, shares: &[Share]) -> Result<PathBuf> {
    in_process.each(&[Enter, Enter])?;
    let stick = in_process.plug_stick_with("BACKUP", &[folder])?;
    in_process.wait_for(&folder.file_name().context("no name")?.to_string_lossy())?;
    in_process.key(Enter)?;
    shares.iter().try_for_each(|share| scan(in_process, share))?;
    in_process.key(Enter)?;
    in_process.at("deal-back")?;
    in_process.key(Enter)?;
    Ok(stick)
}

/// The new cards, from the question how they come to paper until nothing else is to be printed.
fn cards(in_process: &mut InProcess, many: u8) -> Result<Vec<Share>> {
    straight::to_cards(in_process)?;
    let mut shares = Vec::new();
    for card in 1..=many {
        shares.push(print(in_process, card)?);
        scan(in_process, &shares[shares.len() - 1])?;
        in_process.key(Enter)?;
    }
    in_process.at("more-paper")?;
    in_process.each(&[End, Enter])?;
    Ok(shares)
}

/// The sets of the bundles on a stick, each with whether these cards open it.
fn opens(stick: &Path, cards: &[Share]) -> Result<Vec<(String, bool)>> {
    let stick = Mounted::at(stick);
    let needed = usize::from(cards[0].quorum.needed());
    let one = |folder: String| {
        let mut recovery = Recovery::from_bundle(&stick, &folder)?;
        let added = cards.iter().take(needed).try_for_each(|card| recovery.add(card.clone()).map(drop));
        Ok((folder, added.is_ok() && recovery.recover().is_ok()))
    };
    bundles(&stick)?.into_iter().map(one).collect()
}

fn are(opens: &[(String, bool)], expected: &[(&str, bool)]) -> Result<()> {
    let same = opens.iter().map(|(name, opens)| (name.as_str(), *opens)).eq(expected.iter().copied());
    ensure!(same, "{opens:?}, not {expected:?}");
    Ok(())
}

/// All of its screens.
pub(crate) fn deal(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home(language)?;
    in_process.choose(key!("deal"))?;
    pictures.step(&mut in_process, "deal-what")?;
    pictures.lines(&mut in_process, "deal-what", 3)?;
    in_process.each(&[Char('3'), Enter])?;
    pictures.step(&mut in_process, "deal-seen")?;
    pictures.lines(&mut in_process, "deal-seen", 2)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "deal-means: few")?;
    in_process.each(&[Esc, Char('2'), Enter])?;
    pictures.take(&mut in_process, "deal-means: enough")?;
    in_process.each(&[Esc, Esc, Char('2'), Enter])?;
    pictures.take(&mut in_process, "deal-means: lost")?;
    in_process.each(&[Esc, Char('1'), Enter])?;
    pictures.step(&mut in_process, "deal-means: people")?;
    in_process.each(&[Enter, Enter, Enter])?;
    let stick = in_process.plug_stick_with("BACKUP", &[&before.stick.path().join(&before.folder)])?;
    in_process.wait_for(&before.folder)?;
    in_process.key(Enter)?;
    before.shares[1..].iter().try_for_each(|share| scan(&mut in_process, share))?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "deal-back")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "deal-who")?;
    pictures.lines(&mut in_process, "deal-who", 2)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "cards: as before")?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "trustees: as before")?;
    in_process.clear()?;
    in_process.keys("Niels Bohr")?;
    in_process.each(&[Enter; 6])?;
    pictures.step(&mut in_process, "deal-new")?;
    in_process.key(Enter)?;
    in_process.at("paper-way")?;
    straight::to_cards(&mut in_process)?;
    let first = print(&mut in_process, 1)?;
    // An old one is taken for it.
    scan(&mut in_process, &before.shares[1])?;
    pictures.take(&mut in_process, "print-card: an old one")?;
    in_process.wait_for("Alan Turing")?;
    scan(&mut in_process, &first)?;
    in_process.key(Enter)?;
    for card in [2, 3] {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[End, Enter])?;
    pictures.step(&mut in_process, "deal-bundle")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "deal-bundle: written")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "rehearsed")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "deal-before")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "deal-old")?;
    pictures.lines(&mut in_process, "deal-old", 5)?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "deal-old: one is destroyed")?;
    in_process.key(F(5))?;
    pictures.take(&mut in_process, "deal-old: printed")?;
    let is_list = |did: &Did| matches!(did, Did::Printed { sheet: Sheet::ToDestroy, .. });
    ensure!(journal::done(&in_process).into_iter().filter(is_list).count() == 1, "the list is not noted");
    in_process.each(&[Up, Enter])?;
    pictures.take(&mut in_process, "results")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "deal-done")?;
    are(&opens(&stick, &[first])?, &[(&before.folder, false)])
}

/// With what is preset, for a card that is lost: from home to the end. At each step it is looked at which bundle each set of
/// cards opens.
fn whole(before: &Before) -> Result<()> {
    let (folder, kept) = (before.folder.as_str(), format!("{}.old", before.folder));
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    let stick = open(&mut in_process, &before.stick.path().join(folder), &before.shares[..2])?;
    // The same people.
    in_process.each(&[Enter, Enter])?;
    in_process.at("paper-way")?;
    let new = cards(&mut in_process, 3)?;
    ensure!(new[0].set != before.shares[0].set);
    are(&opens(&stick, &before.shares)?, &[(folder, true)])?;
    in_process.at("deal-bundle")?;
    in_process.key(Enter)?;
    are(&opens(&stick, &before.shares)?, &[(folder, false), (&kept, true)])?;
    are(&opens(&stick, &new[1..])?, &[(folder, true), (&kept, false)])?;
    in_process.key(Enter)?;
    in_process.at("renew-rehearse")?;
    are(&opens(&stick, &before.shares)?, &[(folder, false), (&kept, true)])?;
    in_process.key(Enter)?;
    in_process.at("deal-before")?;
    are(&opens(&stick, &new)?, &[(folder, true)])?;
    in_process.key(Enter)?;
    in_process.at("deal-old")?;
    in_process.wait_for("4 are still there")?;
    in_process.key(Enter)?;
    in_process.at("results")?;
    in_process.key(Enter)?;
    in_process.at("deal-done")?;
    in_process.wait_for("4 things on the list are not ticked off")
}

#[test]
fn new_cards_for_the_same_people_are_dealt_with_what_is_preset() -> Result<()> {
    whole(&before(Curve25519)?)
}

#[test]
fn the_same_with_p_256() -> Result<()> {
    whole(&before(NistP256)?)
}

#[test]
fn the_same_with_rsa_4096() -> Result<()> {
    whole(&before(Rsa4096)?)
}

#[test]
fn the_same_with_keys_that_gnupg_made() -> Result<()> {
    let subkeys = [["ed25519", "sign"], ["cv25519", "encr"], ["ed25519", "auth"]];
    let (_, exported) = GnuPg::new()?.generate(["ed25519", "cert"], &subkeys, None)?;
    let plan = Plan { primary_key: PrimaryKey::Offline, ..fixtures::plan(Curve25519, 2, 3)? };
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    whole(&before_of(fixtures::bring(plan, &inventory)?)?)
}

/// The power fails behind the bundle; then it is looked at which of the two belongs to which cards.
#[test]
fn of_the_two_on_a_stick_it_is_said_which_cards_open_which() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    let stick = open(&mut in_process, &before.stick.path().join(&before.folder), &before.shares[..2])?;
    in_process.each(&[Enter, Enter])?;
    let new = cards(&mut in_process, 3)?;
    in_process.key(Enter)?;
    let both = [before.folder.clone(), format!("{}.old", before.folder)].map(|name| stick.join(name));
    for (cards, line) in [(&new, 0), (&before.shares, 1)] {
        let mut in_process = home("en")?;
        in_process.choose(key!("lost"))?;
        in_process.each(&[Char('2'), Enter, Enter])?;
        in_process.plug_stick_with("BOTH", &[&both[0], &both[1]])?;
        in_process.wait_for(".old on BOTH")?;
        // The newer one is preset, and the other is called the one before.
        let of = |cards: &[Share]| cards[0].set.to_string();
        in_process.wait_for(&of(&new))?;
        in_process.key(Down)?;
        in_process.wait_for("The one before")?;
        in_process.wait_for(&of(&before.shares))?;
        in_process.wait_for("each opens with the cards of its set")?;
        if line == 0 {
            in_process.key(Up)?;
        }
        in_process.key(Enter)?;
        in_process.at("lost-cards")?;
        in_process.wait_for(&of(cards))?;
        // One of the others is told by its set, and kept for the other bundle.
        let other = if line == 0 { &before.shares } else { &new };
        scan(&mut in_process, &other[0])?;
        in_process.wait_for(&of(other))?;
        for card in &cards[..2] {
            scan(&mut in_process, card)?;
        }
        in_process.key(Enter)?;
        in_process.at("lost-back")?;
    }
    // Whoever begins anew with the old cards is told what was not finished.
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter, Enter, Enter])?;
    in_process.plug_stick_with("BOTH", &[&both[0], &both[1]])?;
    in_process.wait_for(".old on BOTH")?;
    in_process.each(&[Down, Enter])?;
    before.shares[..2].iter().try_for_each(|share| scan(&mut in_process, share))?;
    in_process.key(Enter)?;
    in_process.at("deal-back")?;
    in_process.key(Enter)?;
    in_process.at("opened-two")?;
    in_process.wait_for("Each opens with the cards of its own set alone")?;
    in_process.key(Enter)?;
    in_process.at("deal-who")?;
    in_process.wait_for("On BOTH two backups of these keys lie beside each")
}

/// Nobody made a list of what version 1 left, but the backup itself; and no stick is there.
#[test]
fn a_backup_of_version_1_is_dealt_anew_from_its_sheet_alone() -> Result<()> {
    let (old, parts) = (shares("curve25519")?, golden("curve25519").join("parts.txt"));
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('3'), Enter, Enter, Enter])?;
    in_process.at("lost-from")?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    for line in std::fs::read_to_string(parts)?.lines() {
        if !in_process.is_at("lost-sheet") {
            break;
        }
        in_process.scan(line)?;
        in_process.key(Enter)?;
    }
    in_process.presses_until_at(Enter, "lost-cards")?;
    old[..3].iter().try_for_each(|share| scan(&mut in_process, share))?;
    in_process.key(Enter)?;
    in_process.at("deal-back")?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.at("paper-way")?;
    let new = cards(&mut in_process, 5)?;
    in_process.at("deal-bundle")?;
    let stick = in_process.plug_stick("FRESH")?;
    in_process.each(&[Enter, Enter])?;
    in_process.at("renew-rehearse")?;
    in_process.key(Enter)?;
    // A fresh stick has no old one.
    in_process.at("deal-old")?;
    in_process.wait_for("[ ] Card 1, ")?;
    are(&opens(&stick, &new)?, &[(BUNDLE, true)])?;
    are(&opens(&stick, &old)?, &[(BUNDLE, false)])
}

#[test]
fn an_old_card_at_check_a_card_is_told_to_be_of_another_set() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home("en")?;
    in_process.choose(key!("check"))?;
    in_process.key(Enter)?;
    in_process.plug_stick_with("BACKUP", &[&before.stick.path().join(&before.folder)])?;
    in_process.wait_for(&before.folder)?;
    in_process.key(Enter)?;
    let other = &shares("curve25519")?[1];
    scan(&mut in_process, other)?;
    in_process.wait_for(&format!("This is card 2 of the set {}.", other.set))?;
    in_process.wait_for("it belongs to those that are to be burned")
}

/// Back to the questions and on again: nobody prints new cards for it.
#[test]
fn cards_that_are_printed_stay_good_as_long_as_the_same_people_get_them() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    open(&mut in_process, &before.stick.path().join(&before.folder), &before.shares[..2])?;
    in_process.each(&[Enter, Enter])?;
    cards(&mut in_process, 3)?;
    in_process.presses_until_at(Esc, "deal-who")?;
    in_process.each(&[Enter, Enter])?;
    in_process.at("paper-way")?;
    straight::to_cards(&mut in_process)?;
    in_process.wait_for("is right")?;
    // Other people: other cards.
    in_process.presses_until_at(Esc, "deal-who")?;
    in_process.each(&[Char('2'), Enter, Enter, Enter])?;
    in_process.keys("x")?;
    in_process.presses_until_at(Enter, "deal-new")?;
    in_process.key(Enter)?;
    in_process.at("paper-way")?;
    straight::to_cards(&mut in_process)?;
    ensure!(!in_process.shows("is right"), "{}", in_process.screen());
    Ok(())
}

/// No newer backup is replaced; but what was dealt in this sitting and is of no use makes room, on a stick that was empty too.
#[test]
fn a_stick_with_what_was_dealt_before_takes_what_is_dealt_next() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    open(&mut in_process, &before.stick.path().join(&before.folder), &before.shares[..2])?;
    in_process.each(&[Enter, Enter])?;
    let first = cards(&mut in_process, 3)?;
    in_process.at("deal-bundle")?;
    in_process.unplug_stick("BACKUP")?;
    let fresh = in_process.plug_stick("FRESH")?;
    in_process.presses_until_at(Enter, "renew-rehearse")?;
    in_process.presses_until_at(Esc, "deal-who")?;
    in_process.each(&[Char('2'), Enter, Enter, Enter])?;
    in_process.keys("x")?;
    in_process.presses_until_at(Enter, "deal-new")?;
    in_process.key(Enter)?;
    let second = cards(&mut in_process, 3)?;
    in_process.at("deal-bundle")?;
    in_process.presses_until_at(Enter, "deal-old")?;
    // The stick is the one that has the first ones' backup, and that has made room.
    are(&opens(&fresh, &second)?, &[(&*before.folder, true)])?;
    are(&opens(&fresh, &first)?, &[(&*before.folder, false)])
}

/// From home to the end, with what is preset: the same people get new cards.
pub(crate) fn straight_way(in_process: &mut InProcess) -> Result<()> {
    let before = before(Curve25519)?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Enter, Enter])?;
    open(in_process, &before.stick.path().join(&before.folder), &before.shares[..2])?;
    in_process.presses_until_at(Enter, "paper-way")?;
    cards(in_process, 3)?;
    in_process.presses_until_at(Enter, "deal-done")
}
