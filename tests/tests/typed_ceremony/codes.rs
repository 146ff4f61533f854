//! A code that holds more than one line, as a scanner types it: at once, Enter included.

use anyhow::{Result, ensure};
use coldspare_tests::screen::Key;
use coldspare_tests::typist::Typist;

use crate::scene::Scene;

const SHARES: &str = include_str!("../../golden/v1/curve25519/shares.txt");
/// As it stands on a shop's window, and on its goods.
const NO_CODES: [&str; 2] = ["HTTPS://EXAMPLE.ORG/GATHER-ARCH", "gatherarchoccurcrisphidden"];
const TOO_MUCH: &str = "More than one line came at once";

/// To 'Check a card', without the stick.
fn comes_to_a_card(typist: &Typist) -> Result<()> {
    typist.goes_home()?;
    typist.chooses("Check a card")?;
    typist.at("What time is it?")?;
    typist.enter()?;
    typist.at("The stick with the backup")?;
    typist.chooses("Go on without the stick")?;
    typist.at("A card").map(drop)
}

#[test]
fn of_a_code_with_lines_for_two_cards_one_is_read_and_that_there_was_more_is_said() -> Result<()> {
    let scene = Scene::new()?;
    let typist: &Typist = &scene.typist;
    comes_to_a_card(typist)?;
    let [first, second] = [0, 1].map(|n| SHARES.lines().nth(n).unwrap_or_default());
    typist.console.scan(&format!("{first}\r\r\r{second}\r\r{first}\r\r"))?;
    typist.at("What is to be said of it")?;
    let said = typist.sees(TOO_MUCH)?;
    ensure!(said.contains("card 1 of"), "{said}");
    // It is asked what comes next, and nobody has answered but whoever sits there.
    typist.chooses("Check another card")?;
    let asked = typist.at("A card")?;
    ensure!(!asked.contains(TOO_MUCH), "{asked}");
    typist.line(second)?;
    typist.at("What is to be said of it")?;
    let said = typist.sees("card 2 of")?;
    ensure!(!said.contains(TOO_MUCH), "{said}");
    Ok(())
}

#[test]
fn a_scanner_is_told_from_a_hand_that_mistypes_and_one_key_begins_the_card_anew() -> Result<()> {
    let scene = Scene::new()?;
    let typist: &Typist = &scene.typist;
    comes_to_a_card(typist)?;
    for code in NO_CODES {
        typist.console.scan(code)?;
        let coming = typist.sees("A code is coming in")?;
        ensure!(!coming.contains("GATHER") && !coming.contains("gather"), "{coming}");
        typist.enter()?;
        typist.sees("This is no code of a share card")?;
    }
    for (typed, shown) in
        [("1. g\u{e4}ther, ", "Word 2 of 24"), ("2 gahter ", "× 2 gahter"), ("occur,crisp ", "Word 5 of 24")]
    {
        // A hand takes its time from word to word.
        typist.settled();
        typist.console.keys(typed)?;
        let screen = typist.sees(shown)?;
        ensure!(!screen.contains("A code is coming in"), "{screen}");
    }
    typist.console.key(Key::F(4))?;
    typist.sees("Code, words or digits")?;
    typist.line(SHARES.lines().next().unwrap_or_default())?;
    typist.sees("card 1 of").map(drop)
}
