//! Cards that were dealt and printed, and then others in their place: they are to be destroyed as well.

use anyhow::{Result, ensure};
use coldspare::ceremony::{Changed, Did};
use coldspare::key;
use coldspare_tests::paper::Pdf;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};

use super::{Curve25519, are, before, cards, home, open, opens, straight};

#[test]
fn cards_that_were_dropped_in_the_same_sitting_are_on_the_list() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home("en")?;
    straight::choose(&mut in_process, key!("deal"))?;
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
        let page = Pdf::of(&std::fs::read(&pages[pages.len() - 1])?)?.text(1)?;
        if page.contains("To be destroyed") {
            break page;
        }
        many = pages.len() + 1;
    };
    for set in [dropped[0].set, before.shares[0].set] {
        let (four, last) = (&set.to_string()[..4], &set.to_string()[4..]);
        ensure!(page.contains(&format!("Set {four} {last}")), "{set} is not on paper:\n{page}");
    }
    // It can be ticked off like all the others.
    in_process.each(&[Down; 5])?;
    in_process.wait_for(&format!("Of set {}", dropped[0].set))?;
    in_process.key(Enter)?;
    in_process.wait_for("7 are still there")
}

#[test]
fn who_leaves_after_dealing_twice_is_told_which_cards_open_what_is_on_the_stick() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = home("en")?;
    straight::choose(&mut in_process, key!("deal"))?;
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
