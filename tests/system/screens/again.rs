//! What was done, and is done once more: a card that is printed again, a Nitrokey that hung while it was written.

use anyhow::{Result, ensure};
use coldspare_tests::face::Face;
use coldspare_tests::walk;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};
use virtual_nitrokey::Fault;

use super::pins::bundle_and_rehearse;
use super::setup::three_words;
use super::straight::{self, print, scan};

const ALL: &str = "All 3 cards are done and right.";
const TO_BE_READ: &str = "Is it readable?";

/// With all cards printed, and read whole.
fn all_read() -> Result<Face> {
    let mut face = straight::home("en")?;
    straight::to_paper(&mut face, &straight::nitrokeys()?)?;
    straight::to_cards(&mut face)?;
    for card in 1..=3 {
        let share = print(&mut face, card)?;
        scan(&mut face, &share)?;
        if card < 3 {
            face.key(Enter)?;
        }
    }
    face.wait_for(ALL)?;
    Ok(face)
}

#[test]
fn a_card_that_is_printed_again_is_another_piece_of_paper_and_is_read_again() -> Result<()> {
    let mut face = all_read()?;
    // Nothing was printed yet: what was read stays read.
    face.each(&[F(5), Esc])?;
    face.wait_for(ALL)?;
    face.key(F(5))?;
    face.wait_for("Keep the new copy, which is read back anew.")?;
    let again = print(&mut face, 3)?;
    face.wait_for(TO_BE_READ)?;
    // There is no way past it, nor round it.
    for keys in [&[Enter][..], &[Esc, Enter]] {
        face.each(keys)?;
        face.wait_for(TO_BE_READ)?;
        ensure!(face.screen().contains("Card 3 of 3"), "{}", face.screen());
    }
    scan(&mut face, &again)?;
    face.wait_for(ALL)
}

#[test]
fn a_card_that_may_have_come_out_a_second_time_is_read_again() -> Result<()> {
    let mut face = all_read()?;
    face.cut_off_printer()?;
    face.key(F(5))?;
    face.press(Enter)?;
    face.wait_for("Stop printing")?;
    face.press(Char('3'))?;
    face.press(Enter)?;
    face.wait_for("Then print the missing pages again.")?;
    face.key(Esc)?;
    for keys in [&[][..], &[Enter], &[Esc, Enter]] {
        face.each(keys)?;
        face.wait_for(TO_BE_READ)?;
        ensure!(face.screen().contains("Card 3 of 3"), "{}", face.screen());
    }
    Ok(())
}

#[test]
fn a_rehearsal_from_paper_holds_no_longer_than_enough_of_that_paper_does() -> Result<()> {
    let mut face = all_read()?;
    face.each(&[Enter, Char('5'), Enter])?;
    bundle_and_rehearse(&mut face)?;
    face.wait_for("PINs of the primary")?;
    // Back over the rehearsal, the bundle and what else is printed.
    face.each(&[Esc; 4])?;
    face.wait_for(ALL)?;
    face.key(F(5))?;
    let third = print(&mut face, 3)?;
    face.each(&[F(3), Enter])?;
    three_words(&mut face, &third)?;
    // Two were read whole, and two are enough.
    face.wait_for(ALL)?;
    face.each(&[Esc, F(5)])?;
    let second = print(&mut face, 2)?;
    three_words(&mut face, &second)?;
    face.wait_for("All 3 cards are done, but only one of them was read")?;
    face.each(&[Enter, Enter, Char('5'), Enter])?;
    face.wait_for("The bundle, on a stick")?;
    face.key(Enter)?;
    face.wait_for("Too few cards were read whole.")?;
    face.key(Enter)?;
    face.wait_for("The paper was only spot-checked")
}

#[test]
fn a_nitrokey_that_never_answers_is_told_and_is_written_after_it_was_pulled_out() -> Result<()> {
    let (mut face, keys) = (Face::impatient(80, 25)?, straight::nitrokeys()?);
    face.each(&[Enter; 3])?;
    straight::brought_back(&mut face, &keys[0])?;
    keys[0].fault(Fault::Hang { after: 30 });
    face.press(Enter)?;
    face.until("it hangs", |_| keys[0].hangs())?;
    face.wait_for("Nothing was heard of it for a minute.")?;
    face.wait_for("pull the Nitrokey out")?;
    face.unplug(&keys[0])?;
    face.settle()?;
    face.wait_for("Write the primary")?;
    // The same again, and it is done.
    face.plug(&keys[0])?;
    face.key(Enter)?;
    face.keys(&walk::serial(&keys[0]).last_four())?;
    face.key(Enter)?;
    face.wait_for("Written, and proven")?;
    let taken = super::pins::takes(&keys[0], "123456")?;
    ensure!(!taken, "it has the PIN that it was sold with");
    Ok(())
}
