//! Cards in the hands of heirs, with nothing but paper: one of them does not fit, and it is found.

use anyhow::{Result, ensure};
use coldspare::backup::{Share, words};
use coldspare::key;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};

use super::later::{BUNDLE, golden, shares};
use super::pictures::Pictures;
use super::straight::{self, scan};

/// Written by somebody who can compute a code's check.
fn forged(share: &Share) -> Share {
    let mut forged = share.clone();
    forged.y[3] ^= 1;
    forged.y[31] ^= 1;
    forged
}

fn scan_text(in_process: &mut InProcess, text: &str) -> Result<()> {
    in_process.keys(text)?;
    in_process.key(Enter)
}

fn sheet() -> Result<Vec<String>> {
    let parts = std::fs::read_to_string(golden("curve25519").join("parts.txt"))?;
    Ok(parts.lines().map(Into::into).collect())
}

/// Only paper is left: to the backup sheet.
fn to_sheet(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("lost"))?;
    in_process.each(&[Char('3'), Enter, Enter])
}

/// The sheet is read, and the cards are asked for.
fn to_cards(in_process: &mut InProcess) -> Result<()> {
    to_sheet(in_process)?;
    sheet()?.iter().try_for_each(|part| scan_text(in_process, part))?;
    in_process.key(Enter)
}

/// A card too early, a code too late, and a forged card among three, then among four.
pub(crate) fn misfit(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let cards = shares("curve25519")?;
    to_sheet(&mut in_process)?;
    scan(&mut in_process, &cards[0])?;
    pictures.take(&mut in_process, "lost-sheet: a card")?;
    let parts = sheet()?;
    parts.iter().try_for_each(|part| scan_text(&mut in_process, part))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-cards: with the one that came early")?;
    scan_text(&mut in_process, &parts[3])?;
    pictures.take(&mut in_process, "lost-cards: a code of the sheet")?;
    scan(&mut in_process, &forged(&cards[1]))?;
    in_process.keys(&words(&cards[2].y).join(" "))?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-number: the quorum is known")?;
    in_process.keys("1")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-number: another card has it")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-cards: enough to try")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-back: they do not fit")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-cards: they do not fit")?;
    in_process.key(F(2))?;
    pictures.take(&mut in_process, "lost-out")?;
    in_process.key(Esc)?;
    scan(&mut in_process, &cards[3])?;
    pictures.take(&mut in_process, "lost-cards: one more")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "lost-back: one does not fit")?;
    in_process.key(Esc)?;
    scan(&mut in_process, &cards[4])?;
    pictures.take(&mut in_process, "lost-cards: not needed")
}

/// `bulb` for `gather`: one of the 7 wrong words that the checksum lets pass.
#[test]
fn words_without_the_stick_are_given_no_tick_and_one_wrong_word_in_250_is_said_to_pass() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let mut typed = words(&shares("curve25519")?[0].y);
    ensure!(typed[0] == "gather");
    typed[0] = "bulb";
    in_process.choose(key!("check"))?;
    in_process.each(&[Enter])?;
    // Enter counts only once it is known what is plugged in.
    in_process.wait_for("Go on without the stick")?;
    while in_process.screen().contains("Go on without the stick") {
        in_process.key(Enter)?;
        in_process.settle()?;
    }
    in_process.wait_for("read without a mistake?")?;
    in_process.keys(&typed.join(" "))?;
    in_process.key(Enter)?;
    in_process.wait_for("These 24 words fit together.")?;
    let screen = in_process.screen();
    ensure!(screen.contains("of 250 wrong words one would not be"), "{screen}");
    ensure!(!screen.contains('√') && !screen.contains("good"), "{screen}");
    Ok(())
}

/// With the stick what cannot be read is found, but not every stick lives as long as its cards.
#[test]
fn a_card_of_which_not_all_can_be_read_is_to_be_replaced_and_is_not_called_good() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let mut typed = words(&shares("curve25519")?[0].y);
    typed[0] = "?";
    in_process.choose(key!("check"))?;
    in_process.key(Enter)?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    in_process.key(Enter)?;
    in_process.wait_for("Of set 630DCD29")?;
    in_process.keys(&typed.join(" "))?;
    in_process.key(Enter)?;
    in_process.wait_for("Word 1: the card most likely says “gather”. Look at it.")?;
    in_process.key(Enter)?;
    in_process.wait_for("Replace this card. It is card 1 of 5")?;
    let screen = in_process.screen();
    ensure!(!screen.contains('√') && !screen.contains("good"), "{screen}");
    Ok(())
}

#[test]
fn everything_is_back_is_said_only_when_it_is() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut in_process)?;
    for card in [&cards[0], &forged(&cards[1]), &cards[2]] {
        scan(&mut in_process, card)?;
    }
    in_process.take_frames();
    in_process.key(Enter)?;
    in_process.wait_for("do not give the key")?;
    for frame in in_process.take_frames() {
        ensure!(!frame.contains("Everything is back"), "{frame}");
    }
    ensure!(in_process.screen().contains("Do the cards open the backup?"), "{}", in_process.screen());
    in_process.key(Enter)?;
    scan(&mut in_process, &cards[3])?;
    in_process.key(Enter)?;
    in_process.wait_for("Each of them works.")?;
    in_process.at("lost-back")?;
    let screen = in_process.screen();
    ensure!(!screen.contains("Do the cards open the backup?"), "{screen}");
    ensure!(screen.contains("Card 2 does not fit:") && !screen.contains("damaged"), "{screen}");
    Ok(())
}

/// 'Card 2 fits, and card 2 does not': nobody knew which of them to put aside.
#[test]
fn of_two_cards_with_one_number_it_is_said_which_does_not_fit() -> Result<()> {
    for (language, fits, does_not) in [
        ("en", "cards 1, 2 (read as no. 3), 3 fit", "Card 2 (read as no. 2) does not fit:"),
        ("de", "Karten 1, 2 (als 3. gelesen), 3 passen", "Karte 2 (als 2. gelesen) passt nicht"),
        ("fr", "cartes 1, 2 (lue en n° 3), 3", "carte 2 (lue en n° 2) ne convient pas"),
    ] {
        let mut in_process = straight::home(language)?;
        let cards = shares("curve25519")?;
        to_cards(&mut in_process)?;
        for card in [&cards[0], &forged(&cards[1]), &cards[1], &cards[2]] {
            scan(&mut in_process, card)?;
        }
        in_process.key(Enter)?;
        in_process.wait_for("D9D3 DE36")?;
        let content = |line: &str| line.rsplit('│').next().unwrap_or_default().trim().to_owned();
        let said = in_process.screen().lines().map(content).collect::<Vec<_>>().join(" ");
        ensure!(said.contains(fits) && said.contains(does_not), "{}", in_process.screen());
    }
    Ok(())
}

#[test]
fn any_card_can_be_taken_out() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut in_process)?;
    cards[..3].iter().try_for_each(|card| scan(&mut in_process, card))?;
    in_process.wait_for("Card 3, thank you: enough to try.")?;
    in_process.each(&[F(2), Char('2'), Enter])?;
    in_process.wait_for("Read so far: 1, 3. One more is needed.")?;
    in_process.each(&[F(2), Esc])?;
    in_process.wait_for("Read so far: 1, 3.")?;
    // A code that is scanned where a number is asked for is that card, or another one.
    in_process.keys(&words(&cards[1].y).join(" "))?;
    in_process.key(Enter)?;
    in_process.at("lost-number")?;
    scan(&mut in_process, &cards[1])?;
    in_process.wait_for("Card 2, thank you: enough to try.")
}

#[test]
fn on_paper_alone_a_word_that_cannot_be_read_is_found_by_the_other_cards() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut in_process)?;
    cards[..2].iter().try_for_each(|card| scan(&mut in_process, card))?;
    let mut typed = words(&cards[2].y);
    typed[2] = "?";
    in_process.keys(&typed.join(" "))?;
    in_process.key(Enter)?;
    // Nor can its number.
    in_process.at("lost-number")?;
    in_process.key(Enter)?;
    in_process.wait_for("Read so far: 1, 2, ?. Enough to try")?;
    in_process.key(Enter)?;
    in_process.wait_for("Each of them works.")
}

/// A word was misread, and nothing says which: whoever finds none on the card leaves it to the other cards.
#[test]
fn on_paper_alone_words_that_do_not_fit_together_are_found_by_the_other_cards() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut in_process)?;
    cards[..2].iter().try_for_each(|card| scan(&mut in_process, card))?;
    let mut typed = words(&cards[2].y);
    typed[5] = if typed[5] == "zoo" { "able" } else { "zoo" };
    in_process.keys(&typed.join(" "))?;
    in_process.key(Enter)?;
    // First they are to be looked at.
    in_process.wait_for("they do not belong together")?;
    in_process.wait_for("If you find none that is wrong, press Enter once")?;
    ensure!(!in_process.is_at("lost-number"), "{}", in_process.screen());
    in_process.key(Enter)?;
    in_process.at("lost-number")?;
    in_process.keys("3")?;
    in_process.key(Enter)?;
    in_process.wait_for("Card 3, thank you: enough to try.")?;
    in_process.key(Enter)?;
    in_process.wait_for("Each of them works.")?;
    in_process.wait_for("What was typed of card 3 was not all as it must be")
}

/// Where the date is asked for, a scanner may have been at work already; and at the sheet it may be a card's code.
#[test]
fn what_is_scanned_before_its_step_is_neither_shown_nor_lost_without_a_word() -> Result<()> {
    for layout in ["COLDSPARE1:S", "coldspare1:s"] {
        let mut in_process = straight::home("en")?;
        let card = &shares("curve25519")?[0];
        let text = match layout.starts_with('C') {
            true => card.to_text().to_string(),
            false => card.to_text().to_lowercase(),
        };
        let secret = &text[30..60];
        in_process.choose(key!("lost"))?;
        in_process.each(&[Char('3'), Enter])?;
        in_process.wait_for("With paper alone")?;
        ensure!(!in_process.screen().contains("stick was signed"), "{}", in_process.screen());
        in_process.take_frames();
        scan_text(&mut in_process, &text)?;
        in_process.wait_for("That was no date, but a code, and it was not taken.")?;
        in_process.key(Enter)?;
        in_process.wait_for("Scan its codes")?;
        scan_text(&mut in_process, &text)?;
        in_process.wait_for("This is share card 1. It is kept")?;
        for frame in in_process.take_frames() {
            ensure!(!frame.contains(secret), "{frame}");
        }
    }
    Ok(())
}

/// The last code of the sheet was read, and the hand is quicker than the eye: the card that is scanned next is kept.
#[test]
fn a_card_that_is_scanned_when_the_sheet_is_whole_is_kept_for_its_step() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_sheet(&mut in_process)?;
    let parts = sheet()?;
    parts.iter().try_for_each(|part| scan_text(&mut in_process, part))?;
    scan(&mut in_process, &cards[0])?;
    in_process.wait_for("This is share card 1. It is kept")?;
    in_process.wait_for("There are enough codes. Press Enter")?;
    scan_text(&mut in_process, &parts[0])?;
    in_process.key(Enter)?;
    in_process.wait_for("Read so far: 1.")
}

/// Its digits choose lines of the list, and its Enter is nobody's.
#[test]
fn a_card_that_is_scanned_where_one_is_to_be_taken_out_takes_none_out() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let cards = shares("curve25519")?;
    to_cards(&mut in_process)?;
    cards[..2].iter().try_for_each(|card| scan(&mut in_process, card))?;
    in_process.key(F(2))?;
    scan(&mut in_process, &cards[2])?;
    in_process.wait_for("Card 3, thank you: enough to try.")?;
    in_process.each(&[F(2), Char('1'), Enter])?;
    in_process.wait_for("Read so far: 2, 3.")
}
