//! What was done, and is done once more: a card that is printed again, a Nitrokey that hung while it was written.

use anyhow::{Result, ensure};
use coldspare::ceremony::Did;
use coldspare::plan::Role;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::words::said;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};
use virtual_nitrokey::Fault;

use super::journal;
use super::pins::bundle_and_rehearse;
use super::setup::three_words;
use super::straight::{self, print, scan};

const ALL: &str = "All 3 cards are done.";
const TO_BE_READ: &str = "Is it readable?";

/// With all cards printed, and read whole.
fn all_read() -> Result<InProcess> {
    let mut in_process = straight::home("en")?;
    straight::to_paper(&mut in_process, &straight::nitrokeys()?)?;
    straight::to_cards(&mut in_process)?;
    for card in 1..=3 {
        let share = print(&mut in_process, card)?;
        scan(&mut in_process, &share)?;
        if card < 3 {
            in_process.key(Enter)?;
        }
    }
    in_process.wait_for(ALL)?;
    Ok(in_process)
}

#[test]
fn a_card_that_is_printed_again_is_another_piece_of_paper_and_is_read_again() -> Result<()> {
    let mut in_process = all_read()?;
    // Nothing was printed yet: what was read stays read.
    in_process.each(&[F(5), Esc])?;
    in_process.wait_for(ALL)?;
    in_process.key(F(5))?;
    in_process.wait_for("Keep the new copy, which is read back anew.")?;
    let again = print(&mut in_process, 3)?;
    in_process.wait_for(TO_BE_READ)?;
    // There is no way past it, nor round it.
    for keys in [&[Enter][..], &[Esc, Enter]] {
        in_process.each(keys)?;
        in_process.wait_for(TO_BE_READ)?;
        ensure!(in_process.screen().contains("Card 3 of 3"), "{}", in_process.screen());
    }
    scan(&mut in_process, &again)?;
    in_process.wait_for(ALL)
}

#[test]
fn a_card_that_may_have_come_out_a_second_time_is_read_again() -> Result<()> {
    let mut in_process = all_read()?;
    let before = journal::done(&in_process);
    in_process.cut_off_printer()?;
    in_process.key(F(5))?;
    in_process.press(Enter)?;
    in_process.wait_for("Stop printing")?;
    in_process.press(Char('3'))?;
    in_process.press(Enter)?;
    in_process.wait_for("Then print the missing pages again.")?;
    // It was not printed, and what was read of it says nothing any more.
    let noted = journal::done(&in_process)[before.len()..].to_vec();
    ensure!(matches!(noted[..], [Did::PrintedAgain { card: 3, .. }]), "{noted:?}");
    in_process.key(Esc)?;
    for keys in [&[][..], &[Enter], &[Esc, Enter]] {
        in_process.each(keys)?;
        in_process.wait_for(TO_BE_READ)?;
        ensure!(in_process.screen().contains("Card 3 of 3"), "{}", in_process.screen());
    }
    Ok(())
}

#[test]
fn a_rehearsal_from_paper_holds_no_longer_than_enough_of_that_paper_does() -> Result<()> {
    let mut in_process = all_read()?;
    in_process.each(&[Enter, Char('6'), Enter])?;
    bundle_and_rehearse(&mut in_process)?;
    in_process.at(said("type-pins").with("role", Role::Primary))?;
    // Back over the rehearsal, the bundle and what else is printed.
    in_process.each(&[Esc; 4])?;
    in_process.wait_for(ALL)?;
    in_process.key(F(5))?;
    let third = print(&mut in_process, 3)?;
    in_process.each(&[F(3), Enter])?;
    three_words(&mut in_process, &third)?;
    // Two were read whole, and two are enough.
    in_process.wait_for(ALL)?;
    in_process.each(&[Esc, F(5)])?;
    let second = print(&mut in_process, 2)?;
    three_words(&mut in_process, &second)?;
    in_process.wait_for("All 3 cards are done, but only one of them was read")?;
    in_process.each(&[Enter, Enter, Char('6'), Enter])?;
    in_process.at("bundle")?;
    in_process.key(Enter)?;
    in_process.wait_for("Too few cards were read whole.")?;
    in_process.key(Enter)?;
    in_process.wait_for("The paper was only spot-checked")
}

#[test]
fn a_nitrokey_that_never_answers_is_told_and_is_written_after_it_was_pulled_out() -> Result<()> {
    let (mut in_process, keys) = (InProcess::impatient(80, 25)?, straight::nitrokeys()?);
    in_process.each(&[Enter; 3])?;
    straight::brought_back(&mut in_process, &keys[0])?;
    keys[0].fault(Fault::Hang { after: 30 });
    in_process.press(Enter)?;
    in_process.until("it hangs", |_| keys[0].hangs())?;
    in_process.wait_for("Nothing was heard from it for a minute.")?;
    in_process.wait_for("pull the Nitrokey out")?;
    in_process.unplug(&keys[0])?;
    in_process.settle()?;
    in_process.at(said("write").with("role", Role::Primary))?;
    // The same again, and it is done.
    in_process.plug(&keys[0])?;
    in_process.key(Enter)?;
    in_process.keys(&fixtures::serial(&keys[0]).last_four())?;
    in_process.key(Enter)?;
    in_process.at("proven")?;
    let taken = super::pins::takes(&keys[0], "123456")?;
    ensure!(!taken, "it has the PIN that it was sold with");
    Ok(())
}
