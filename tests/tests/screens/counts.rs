//! How long the straight way through a flow is, with all that is preset: keys pressed, typed names among them, and screens.
//! None may grow unnoticed: whoever adds a question changes a number here.

use anyhow::{Result, ensure};
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::words::said;
use ratatui::crossterm::event::KeyCode::{Char, Enter, F};
use virtual_nitrokey::VirtualNitrokey;

use super::setup::three_words;
use super::{changes, deal, stolen, straight};

/// Keys pressed, drawn words aside, and screens seen, from language and home to the end.
fn is(in_process: &InProcess, drawn: usize, presses: usize, screens: usize) -> Result<()> {
    let there = (in_process.pressed() - drawn, in_process.screens());
    ensure!(
        there == (presses, screens),
        "(presses, screens) are {there:?}, and were {:?}",
        (presses, screens)
    );
    Ok(())
}

/// From the cards, which were read back, to the end.
pub(crate) fn finish(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    in_process.at("more-paper")?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Enter, "bundle")?;
    in_process.plug_stick("COLDSPARE")?;
    while !in_process.is_at("write") {
        if in_process.is_at("spot-check-only") {
            // It is agreed to.
            in_process.key(Char('2'))?;
        }
        in_process.key(Enter)?;
    }
    for key in &keys[..2] {
        in_process.key(Enter)?;
        in_process.keys(&fixtures::serial(key).last_four())?;
        in_process.key(Enter)?;
        in_process.key(Enter)?;
    }
    in_process.presses_until_at(Enter, "done")
}

/// From home to the end, where only what has no preset is asked, and each card is scanned.
#[test]
fn keys_are_set_up_with_so_many_keys_pressed_if_only_what_has_no_preset_is_asked() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let keys = straight::nitrokeys()?;
    straight::short_plan(&mut in_process)?;
    for key in &keys[..2] {
        in_process.plug(key)?;
        in_process.key(Enter)?;
    }
    in_process.presses_until_at(Enter, said("card-of").with("at", 1).with("of", 3))?;
    for card in 1..=3 {
        let share = straight::print(&mut in_process, card)?;
        straight::scan(&mut in_process, &share)?;
    }
    in_process.presses_until_at(Enter, "more-paper")?;
    // The owner's record; whoever has not seen the PINs yet prints their slips.
    in_process.presses_until_at(Enter, "bundle")?;
    in_process.plug_stick("COLDSPARE")?;
    in_process.presses_until_at(Enter, "confirm")?;
    for key in &keys[..2] {
        in_process.at("confirm")?;
        in_process.keys(&fixtures::serial(key).last_four())?;
        in_process.each(&[Enter, Enter])?;
    }
    in_process.presses_until_at(Enter, "done")?;
    is(&in_process, 0, 105, 37)
}

#[test]
fn keys_are_set_up_with_so_many_keys_pressed_if_cards_are_scanned() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let keys = straight::nitrokeys()?;
    straight::to_more_paper(&mut in_process, &keys)?;
    finish(&mut in_process, &keys)?;
    is(&in_process, 0, 129, 53)
}

#[test]
fn keys_are_set_up_with_so_many_keys_pressed_if_three_words_of_each_card_are_typed() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let keys = straight::nitrokeys()?;
    straight::to_paper(&mut in_process, &keys)?;
    straight::to_cards(&mut in_process)?;
    // Which words are asked for is drawn, and so is how long they are.
    let mut drawn = 0;
    for card in 1..=3 {
        let share = straight::print(&mut in_process, card)?;
        if card == 1 {
            in_process.each(&[F(3), Enter])?;
        }
        let before = in_process.pressed();
        three_words(&mut in_process, &share)?;
        drawn += in_process.pressed() - before;
        in_process.key(Enter)?;
    }
    finish(&mut in_process, &keys)?;
    is(&in_process, drawn, 133, 54)
}

#[test]
fn a_new_nitrokey_is_written_with_so_many_keys_pressed() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let keys = straight::nitrokeys()?;
    straight::brought_back(&mut in_process, &keys[0])?;
    in_process.key(Enter)?;
    is(&in_process, 0, 18, 15)
}

#[test]
fn after_a_theft_so_many_keys_are_pressed() -> Result<()> {
    let mut in_process = straight::home("en")?;
    stolen::straight_way(&mut in_process)?;
    is(&in_process, 0, 37, 33)
}

#[test]
fn keys_are_prolonged_with_so_many_keys_pressed() -> Result<()> {
    let mut in_process = straight::home("en")?;
    changes::straight_way(&mut in_process)?;
    is(&in_process, 0, 25, 25)
}

#[test]
fn trustees_get_new_cards_with_so_many_keys_pressed() -> Result<()> {
    let mut in_process = straight::home("en")?;
    deal::straight_way(&mut in_process)?;
    is(&in_process, 0, 41, 33)
}
