//! Cards in the hands of heirs, with nothing but paper: one of them does not fit, and it is found.

use anyhow::{Result, ensure};
use coldspare::backup::{Share, words};
use coldspare_tests::face::Face;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};

use super::later::{golden, shares};
use super::pictures::Pictures;
use super::straight::{self, scan};

/// Written by somebody who can compute a code's check.
fn forged(share: &Share) -> Share {
    let mut forged = share.clone();
    forged.y[3] ^= 1;
    forged.y[31] ^= 1;
    forged
}

fn scan_text(face: &mut Face, text: &str) -> Result<()> {
    face.keys(text)?;
    face.key(Enter)
}

fn sheet() -> Result<Vec<String>> {
    let parts = std::fs::read_to_string(golden("curve25519").join("parts.txt"))?;
    Ok(parts.lines().map(Into::into).collect())
}

/// Only paper is left: to the backup sheet.
fn to_sheet(face: &mut Face) -> Result<()> {
    face.each(&[Char('2'), Enter, Char('3'), Enter, Enter])
}

/// The sheet is read, and the cards are asked for.
fn to_cards(face: &mut Face) -> Result<()> {
    to_sheet(face)?;
    sheet()?.iter().try_for_each(|part| scan_text(face, part))?;
    face.key(Enter)
}

/// A card too early, a code too late, and a forged card among three, then among four.
pub(crate) fn misfit(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut face = straight::home(language)?;
    let cards = shares("curve25519")?;
    to_sheet(&mut face)?;
    scan(&mut face, &cards[0])?;
    pictures.take(&mut face, "lost-sheet: a card")?;
    let parts = sheet()?;
    parts.iter().try_for_each(|part| scan_text(&mut face, part))?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-cards: with the one that came early")?;
    scan_text(&mut face, &parts[3])?;
    pictures.take(&mut face, "lost-cards: a code of the sheet")?;
    scan(&mut face, &forged(&cards[1]))?;
    face.keys(&words(&cards[2].y).join(" "))?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-number: the quorum is known")?;
    face.keys("1")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-number: another card has it")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-cards: enough to try")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-back: they do not fit")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-cards: they do not fit")?;
    face.key(F(2))?;
    pictures.take(&mut face, "lost-out")?;
    face.key(Esc)?;
    scan(&mut face, &cards[3])?;
    pictures.take(&mut face, "lost-cards: one more")?;
    face.key(Enter)?;
    pictures.take(&mut face, "lost-back: one does not fit")?;
    face.key(Esc)?;
    scan(&mut face, &cards[4])?;
    pictures.take(&mut face, "lost-cards: not needed")
}

/// `bulb` for `gather`: one of the 7 wrong words that the checksum lets pass.
#[test]
fn words_without_the_stick_are_given_no_tick_and_one_wrong_word_in_250_is_said_to_pass() -> Result<()> {
    let mut face = straight::home("en")?;
    let mut typed = words(&shares("curve25519")?[0].y);
    ensure!(typed[0] == "gather");
    typed[0] = "bulb";
    face.each(&[Char('3'), Enter, Enter])?;
    // Enter counts only once it is known what is plugged in.
    face.wait_for("Go on without the stick")?;
    while face.screen().contains("Go on without the stick") {
        face.key(Enter)?;
        face.settle()?;
    }
    face.wait_for("read without a mistake?")?;
    face.keys(&typed.join(" "))?;
    face.key(Enter)?;
    face.wait_for("These 24 words fit together.")?;
    let screen = face.screen();
    ensure!(screen.contains("of 250 wrong words one would not be"), "{screen}");
    ensure!(!screen.contains('√') && !screen.contains("good"), "{screen}");
    Ok(())
}

#[test]
fn everything_is_back_is_said_only_when_it_is() -> Result<()> {
    let mut face = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut face)?;
    for card in [&cards[0], &forged(&cards[1]), &cards[2]] {
        scan(&mut face, card)?;
    }
    face.take_frames();
    face.key(Enter)?;
    face.wait_for("do not give the key")?;
    for frame in face.take_frames() {
        ensure!(!frame.contains("Everything is back"), "{frame}");
    }
    ensure!(face.screen().contains("Do the cards open the backup?"), "{}", face.screen());
    face.key(Enter)?;
    scan(&mut face, &cards[3])?;
    face.key(Enter)?;
    face.wait_for("Each of them works.")?;
    face.wait_for("Everything is back")?;
    let screen = face.screen();
    ensure!(!screen.contains("Do the cards open the backup?"), "{screen}");
    ensure!(screen.contains("Card 2 does not fit:") && !screen.contains("damaged"), "{screen}");
    Ok(())
}

#[test]
fn any_card_can_be_taken_out() -> Result<()> {
    let mut face = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut face)?;
    cards[..3].iter().try_for_each(|card| scan(&mut face, card))?;
    face.wait_for("Card 3, thank you: enough to try.")?;
    face.each(&[F(2), Char('2'), Enter])?;
    face.wait_for("Read so far: 1, 3. One more is needed.")?;
    face.each(&[F(2), Esc])?;
    face.wait_for("Read so far: 1, 3.")?;
    // A code that is scanned where a number is asked for is that card, or another one.
    face.keys(&words(&cards[1].y).join(" "))?;
    face.key(Enter)?;
    face.wait_for("Which card is it?")?;
    scan(&mut face, &cards[1])?;
    face.wait_for("Card 2, thank you: enough to try.")
}

#[test]
fn on_paper_alone_a_word_that_cannot_be_read_is_found_by_the_other_cards() -> Result<()> {
    let mut face = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut face)?;
    cards[..2].iter().try_for_each(|card| scan(&mut face, card))?;
    let mut typed = words(&cards[2].y);
    typed[2] = "?";
    face.keys(&typed.join(" "))?;
    face.key(Enter)?;
    // Nor can its number.
    face.wait_for("Which card is it?")?;
    face.key(Enter)?;
    face.wait_for("Read so far: 1, 2, ?. Enough to try")?;
    face.key(Enter)?;
    face.wait_for("Each of them works.")
}

/// A word was misread, and nothing says which: whoever finds none on the card leaves it to the other cards.
#[test]
fn on_paper_alone_words_that_do_not_fit_together_are_found_by_the_other_cards() -> Result<()> {
    let mut face = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut face)?;
    cards[..2].iter().try_for_each(|card| scan(&mut face, card))?;
    let mut typed = words(&cards[2].y);
    typed[5] = if typed[5] == "zoo" { "able" } else { "zoo" };
    face.keys(&typed.join(" "))?;
    face.key(Enter)?;
    // First they are to be looked at.
    face.wait_for("they do not belong together")?;
    face.wait_for("If you find none that is wrong, press Enter once")?;
    ensure!(!face.screen().contains("Which card is it?"), "{}", face.screen());
    face.key(Enter)?;
    face.wait_for("Which card is it?")?;
    face.keys("3")?;
    face.key(Enter)?;
    face.wait_for("Card 3, thank you: enough to try.")?;
    face.key(Enter)?;
    face.wait_for("Each of them works.")?;
    face.wait_for("What was typed of card 3 was not all as it must be")
}

/// Where the date is asked for, a scanner may have been at work already; and at the sheet it may be a card's code.
#[test]
fn what_is_scanned_before_its_step_is_neither_shown_nor_lost_without_a_word() -> Result<()> {
    for layout in ["COLDSPARE1:S", "coldspare1:s"] {
        let mut face = straight::home("en")?;
        let card = &shares("curve25519")?[0];
        let text = match layout.starts_with('C') {
            true => card.to_text().to_string(),
            false => card.to_text().to_lowercase(),
        };
        let secret = &text[30..60];
        face.each(&[Char('2'), Enter, Char('3'), Enter])?;
        face.wait_for("From paper alone")?;
        ensure!(!face.screen().contains("stick was signed"), "{}", face.screen());
        face.take_frames();
        scan_text(&mut face, &text)?;
        face.wait_for("That was no date, but a code, and it was not taken.")?;
        face.key(Enter)?;
        face.wait_for("Scan its codes")?;
        scan_text(&mut face, &text)?;
        face.wait_for("This is share card 1. It is kept")?;
        for frame in face.take_frames() {
            ensure!(!frame.contains(secret), "{frame}");
        }
    }
    Ok(())
}

/// The last code of the sheet was read, and the hand is quicker than the eye: the card that is scanned next is kept.
#[test]
fn a_card_that_is_scanned_when_the_sheet_is_whole_is_kept_for_its_step() -> Result<()> {
    let mut face = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_sheet(&mut face)?;
    let parts = sheet()?;
    parts.iter().try_for_each(|part| scan_text(&mut face, part))?;
    scan(&mut face, &cards[0])?;
    face.wait_for("This is share card 1. It is kept")?;
    face.wait_for("There are enough codes. Press Enter")?;
    scan_text(&mut face, &parts[0])?;
    face.key(Enter)?;
    face.wait_for("Read so far: 1.")
}

/// Its digits choose lines of the list, and its Enter is nobody's.
#[test]
fn a_card_that_is_scanned_where_one_is_to_be_taken_out_takes_none_out() -> Result<()> {
    let mut face = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut face)?;
    cards[..2].iter().try_for_each(|card| scan(&mut face, card))?;
    face.key(F(2))?;
    scan(&mut face, &cards[2])?;
    face.wait_for("Card 3, thank you: enough to try.")?;
    face.each(&[F(2), Char('1'), Enter])?;
    face.wait_for("Read so far: 2, 3.")
}
