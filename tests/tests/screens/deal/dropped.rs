//! Cards that were dealt and printed, and then others in their place: they are to be destroyed as well.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::backup::Share;
use coldspare::ceremony::{Changed, Did, Recovery};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};

use super::{Before, Curve25519, are, before, cards, home, open, opens};

/// Cards were dealt, printed and read back, and then it was to be other people: at the question how theirs come to paper.
fn dealt_twice(before: &Before) -> Result<(InProcess, Vec<Share>)> {
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    open(&mut in_process, &before.stick.path().join(&before.folder), &before.shares[..2])?;
    in_process.each(&[Enter, Enter])?;
    let dropped = cards(&mut in_process, 3)?;
    in_process.at("deal-bundle")?;
    in_process.key(Enter)?;
    // Other people, after all.
    in_process.presses_until_at(Esc, "deal-who")?;
    in_process.each(&[Char('2'), Enter, Enter, Enter])?;
    in_process.keys("x")?;
    in_process.presses_until_at(Enter, "deal-new")?;
    in_process.key(Enter)?;
    in_process.at("paper-way")?;
    Ok((in_process, dropped))
}

/// That this page names both sets: of before, and what was dropped.
fn names_both(page: &str, before: &Before, dropped: &[Share]) -> Result<()> {
    for set in [dropped[0].set, before.shares[0].set] {
        let (four, last) = (&set.to_string()[..4], &set.to_string()[4..]);
        ensure!(page.contains(&format!("Set {four} {last}")), "{set} is not on paper:\n{page}");
    }
    Ok(())
}

#[test]
fn cards_that_were_dropped_in_the_same_sitting_are_on_the_list() -> Result<()> {
    let before = before(Curve25519)?;
    let (mut in_process, dropped) = dealt_twice(&before)?;
    let new = cards(&mut in_process, 3)?;
    ensure!(new[0].set != dropped[0].set);
    let entries = in_process.app().context().journal.entries();
    let changed = |did| matches!(did, Did::Changed { what: Changed::Trustees, .. });
    ensure!(entries.iter().filter(|entry| changed(entry.did)).count() == 2, "{entries:?}");
    in_process.presses_until_at(Enter, "deal-old")?;
    // Three old cards and their stick; three that were dropped, and theirs.
    in_process.wait_for("8 are still there")?;
    in_process.key(F(5))?;
    in_process.wait_for("The list is printed")?;
    let mut many = 1;
    // What the program has sent comes out of the printer page by page.
    let page = loop {
        let pages = in_process.pages(many)?;
        let page = Pdf::of(&fs::read(&pages[pages.len() - 1])?)?.text(1)?;
        if page.contains("To be destroyed") {
            break page;
        }
        many = pages.len() + 1;
    };
    names_both(&page, &before, &dropped)?;
    // It can be ticked off like all the others.
    in_process.each(&[Down; 5])?;
    in_process.wait_for(&format!("Of set {}", dropped[0].set))?;
    in_process.key(Enter)?;
    in_process.wait_for("7 are still there")
}

/// The list lies with the cards' files, and so does the booklet.
#[test]
fn files_to_be_printed_elsewhere_name_the_cards_that_were_dropped() -> Result<()> {
    let before = before(Curve25519)?;
    let (mut in_process, dropped) = dealt_twice(&before)?;
    in_process.unplug_stick("BACKUP")?;
    in_process.each(&[Char('2'), Enter])?;
    in_process.presses_until_at(Enter, "elsewhere")?;
    in_process.each(&[Down, Enter])?;
    let stick = in_process.plug_stick("FOR-PRINTING")?;
    in_process.key(Enter)?;
    in_process.wait_for("owners-record.pdf, booklet.pdf, to-destroy.pdf")?;
    let folder = fs::read_dir(&stick)?.next().context("no folder")??.path();
    let page = |name: &str, page| Pdf::of(&fs::read(folder.join(name))?)?.text(page);
    names_both(&page("to-destroy.pdf", 1)?, &before, &dropped)?;
    let manifest = Recovery::from_bundle(&Mounted::at(before.stick.path()), &before.folder)?;
    let print = manifest.manifest().context("no manifest")?.fingerprint.clone();
    let booklet = page("booklet.pdf", 1)?;
    ensure!(booklet.replace(char::is_whitespace, "").contains(&print), "no fingerprint:\n{booklet}");
    ensure!(folder.join("booklet-page-1.png").exists());
    Ok(())
}

#[test]
fn who_leaves_after_dealing_twice_is_told_which_cards_open_what_is_on_the_stick() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home("en")?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    let stick = open(&mut in_process, &before.stick.path().join(&before.folder), &before.shares[..2])?;
    in_process.each(&[Enter, Enter])?;
    let first = cards(&mut in_process, 3)?;
    in_process.presses_until_at(Enter, "deal-old")?;
    in_process.presses_until_at(Esc, "deal-who")?;
    in_process.each(&[Char('2'), Enter, Enter, Enter])?;
    in_process.keys("x")?;
    in_process.presses_until_at(Enter, "deal-new")?;
    in_process.key(Enter)?;
    in_process.at("paper-way")?;
    cards(&mut in_process, 3)?;
    let said = in_process.app().context().say(key!("deal-loss-again"));
    in_process.key(F(10))?;
    in_process.wait_for(&said)?;
    // And so it is.
    are(&opens(&stick, &first)?, &[(&before.folder, true)])
}
