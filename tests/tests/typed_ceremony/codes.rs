//! A code that holds more than one line, as a scanner types it: at once, Enter included.

use anyhow::{Result, ensure};
use coldspare_tests::screen::Key;
use coldspare_tests::typist::Typist;
use coldspare_tests::words::{letters, said};

use crate::scene::Scene;

const SHARES: &str = include_str!("../../golden/v1/curve25519/shares.txt");
/// As it stands on a shop's window, and on its goods.
const NO_CODES: [&str; 2] = ["HTTPS://EXAMPLE.ORG/GATHER-ARCH", "gatherarchoccurcrisphidden"];
/// The text that it was too much.
const TOO_MUCH: &str = "too-much";

/// To 'Check a card', without the stick.
fn comes_to_a_card(typist: &Typist) -> Result<()> {
    typist.goes_home()?;
    typist.chooses("check")?;
    typist.at("clock")?;
    typist.enter()?;
    typist.at("lost-bundle")?;
    typist.chooses("check-bundle-without")?;
    typist.at("check-card").map(drop)
}

#[test]
fn of_a_code_with_lines_for_two_cards_one_is_read_and_that_there_was_more_is_said() -> Result<()> {
    let scene = Scene::new()?;
    let typist: &Typist = &scene.typist;
    comes_to_a_card(typist)?;
    let [first, second] = [0, 1].map(|n| SHARES.lines().nth(n).unwrap_or_default());
    typist.console.scan(&format!("{first}\r\r\r{second}\r\r{first}\r\r"))?;
    typist.at("check-result")?;
    let shown = typist.sees(TOO_MUCH)?;
    ensure!(typist.says(&shown, said("check-claims").with("card", 1)), "{shown}");
    // It is asked what comes next, and nobody has answered but whoever sits there.
    typist.chooses("check-result-next")?;
    let asked = typist.at("check-card")?;
    ensure!(!typist.says(&asked, TOO_MUCH), "{asked}");
    typist.line(second)?;
    typist.at("check-result")?;
    let shown = typist.sees(said("check-claims").with("card", 2))?;
    ensure!(!typist.says(&shown, TOO_MUCH), "{shown}");
    Ok(())
}

#[test]
fn a_scanner_is_told_from_a_hand_that_mistypes_and_one_key_begins_the_card_anew() -> Result<()> {
    let scene = Scene::new()?;
    let typist: &Typist = &scene.typist;
    comes_to_a_card(typist)?;
    for code in NO_CODES {
        typist.console.scan(code)?;
        let coming = typist.sees("entry-code")?;
        ensure!(!coming.contains("GATHER") && !coming.contains("gather"), "{coming}");
        typist.enter()?;
        typist.sees("error-ceremony-not-a-code")?;
    }
    for (typed, shown) in [
        ("1. g\u{e4}ther, ", said("entry-word").with("number", 2)),
        ("2 gahter ", letters("× 2 gahter")),
        ("occur,crisp ", said("entry-word").with("number", 5)),
    ] {
        // A hand takes its time from word to word.
        typist.settled();
        typist.console.keys(typed)?;
        let screen = typist.sees(shown)?;
        ensure!(!typist.says(&screen, "entry-code"), "{screen}");
    }
    typist.console.key(Key::F(4))?;
    typist.sees("entry-any")?;
    typist.line(SHARES.lines().next().unwrap_or_default())?;
    typist.sees(said("check-claims").with("card", 1)).map(drop)
}
