//! Keys are set up where only what has no preset is asked: it goes on by itself where nothing is to be decided.

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::words::said;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc};
use virtual_nitrokey::VirtualNitrokey;

use super::pictures::Pictures;
use super::straight::{self, print, scan};

/// From the summary to the first card that is to be printed.
fn to_cards(in_process: &mut InProcess, keys: &[VirtualNitrokey; 3]) -> Result<()> {
    for key in &keys[..2] {
        in_process.plug(key)?;
        in_process.key(Enter)?;
    }
    in_process.presses_until_at(Enter, card(1))
}

fn card(at: u8) -> coldspare_tests::words::Words {
    said("card-of").with("at", usize::from(at)).with("of", 3)
}

/// All of its screens that are others than where everything is asked.
pub(crate) fn short(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let (mut in_process, keys) = (straight::home(language)?, straight::nitrokeys()?);
    straight::to_source(&mut in_process)?;
    in_process.key(Enter)?;
    straight::owner(&mut in_process)?;
    straight::trustees(&mut in_process)?;
    pictures.take(&mut in_process, "summary")?;
    in_process.key(Enter)?;
    for key in &keys[..2] {
        in_process.plug(key)?;
        in_process.key(Enter)?;
    }
    in_process.presses_until_at(Enter, "make")?;
    pictures.take(&mut in_process, "make")?;
    in_process.presses_until_at(Enter, card(1))?;
    let share = print(&mut in_process, 1)?;
    scan(&mut in_process, &share)?;
    pictures.take(&mut in_process, "print-card: the one before is right")?;
    for at in 2..=3 {
        let share = print(&mut in_process, at)?;
        scan(&mut in_process, &share)?;
    }
    in_process.presses_until_at(Enter, "bundle")?;
    in_process.plug_stick("COLDSPARE")?;
    in_process.presses_until_at(Enter, "confirm")?;
    pictures.take(&mut in_process, "confirm")
}

/// Some scanners send Enter twice: nothing is printed by that, and the result stands there until a key is pressed.
#[test]
fn a_card_that_is_right_is_said_beside_the_next_one_and_a_scanner_prints_nothing() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::short_plan(&mut in_process)?;
    to_cards(&mut in_process, &keys)?;
    let share = print(&mut in_process, 1)?;
    let before = in_process.pages(0)?.len();
    scan(&mut in_process, &share)?;
    in_process.scan_enter()?;
    in_process.at(card(2))?;
    in_process.wait_for("Card 1 is right")?;
    in_process.wait_for("All its pages go into the envelope now")?;
    ensure!(in_process.pages(0)?.len() == before, "something was printed");
    in_process.key(Esc)?;
    in_process.at(card(1))?;
    in_process.wait_for("Card 1 is right")?;
    in_process.key(Enter)?;
    in_process.at(card(2))?;
    ensure!(!in_process.shows("Card 1 is right"), "{}", in_process.screen());
    for at in 2..=3 {
        let share = print(&mut in_process, at)?;
        scan(&mut in_process, &share)?;
    }
    // After the last one it does not go on.
    in_process.at(card(3))?;
    in_process.wait_for("All 3 cards are done")
}

/// Also what no line of the summary shows.
#[test]
fn what_was_decided_on_another_way_is_as_it_is_preset_on_the_short_one() -> Result<()> {
    let mut in_process = straight::home("en")?;
    straight::to_source(&mut in_process)?;
    in_process.each(&[Down, Enter, Enter])?;
    straight::owner(&mut in_process)?;
    in_process.at("algorithm")?;
    in_process.each(&[Down, Enter])?;
    in_process.presses_until_at(Esc, "source")?;
    in_process.choose(key!("source-short"))?;
    in_process.presses_until_at(Enter, "trustees")?;
    straight::trustees(&mut in_process)?;
    in_process.at("summary")?;
    in_process.wait_for("Curve 25519")?;
    // What hangs together with a line is asked with it.
    in_process.each(&[Char('5'), Enter])?;
    in_process.at("cards")?;
    in_process.key(Enter)?;
    in_process.at("needed")
}

/// Whoever wants another Nitrokey, or to write it later, has that by Esc.
#[test]
fn the_yes_to_what_was_met_is_asked_for_by_itself_and_esc_leads_to_the_list() -> Result<()> {
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::short_plan(&mut in_process)?;
    to_cards(&mut in_process, &keys)?;
    for at in 1..=3 {
        let share = print(&mut in_process, at)?;
        scan(&mut in_process, &share)?;
    }
    in_process.presses_until_at(Enter, "bundle")?;
    in_process.plug_stick("COLDSPARE")?;
    in_process.presses_until_at(Enter, "confirm")?;
    in_process.wait_for("It becomes the primary")?;
    in_process.key(Esc)?;
    ensure!(!in_process.is_at("confirm"), "{}", in_process.screen());
    in_process.choose(key!("write-later"))?;
    in_process.at("confirm")?;
    in_process.wait_for("It becomes the spare")?;
    in_process.unplug(&keys[1])?;
    ensure!(!in_process.is_at("confirm"), "{}", in_process.screen());
    in_process.plug(&keys[1])?;
    in_process.at("confirm")
}
