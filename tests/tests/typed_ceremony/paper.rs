//! Wrong words, cards of another set, and a printer that stops.

use std::time::SystemTime;

use anyhow::{Context, Result};
use coldspare::ceremony::{Made, Meeting, PinChoice};
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures;
use coldspare_tests::screen::Key::F;
use coldspare_tests::typist::{Typist, asked, paper};

use crate::scene::Scene;

/// The code of card 1 of another ceremony, and one of its backup sheet.
fn of_another_set() -> Result<[String; 2]> {
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    let made = Made::make(&Meeting::new(plan)?, PinChoice::Generated, SystemTime::now(), &mut |_| ())?;
    let sealed = fixtures::seal(&made)?;
    let part = sealed.parts()?.first().context("no parts")?.to_text();
    Ok([sealed.shares()[0].to_text().to_string(), part.to_string()])
}

/// From the start to the first card.
fn comes_to_paper(scene: &mut Scene) -> Result<()> {
    scene.typist.plans(&scene.answers)?;
    scene.meets_both()?;
    scene.typist.goes(&scene.answers.keys())?;
    scene.typist.goes(&paper())
}

/// Scans something, and it is told what that is.
fn scans(typist: &Typist, code: &str, told: &str, now: &str) -> Result<()> {
    typist.sees("Is it readable?")?;
    typist.line(code)?;
    typist.sees(told)?;
    typist.sees(now).map(drop)
}

#[test]
fn wrong_words_and_wrong_cards_are_told() -> Result<()> {
    let mut scene = Scene::new()?;
    comes_to_paper(&mut scene)?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    let card = typist.prints_card(virtual_pc, answers, 1)?;
    let [share, part] = of_another_set()?;
    scans(typist, &share, "belongs to the set", "Put it aside, and take a card of the set")?;
    scans(
        typist,
        &part,
        "This is a code of the backup sheet, the one with many codes.",
        "Scan a share card",
    )?;
    scans(typist, "COLDSPARE1:S:rubbish", "share card", "Scan")?;
    let mut torn = card.code()?;
    torn.pop();
    scans(typist, &torn, "was not read right: its check does not fit.", "Scan it again, or type the words.")?;
    // The short way: a word that there is not, then three that there are, of which one is not on this card.
    typist.takes_short_way()?;
    typist.line("abandn")?;
    typist.sees("is on no card. Did you mean abandon?")?;
    typist.empties()?;
    let (content, words) = (typist.settled(), card.words()?);
    for (i, number) in asked(&content)?.into_iter().enumerate() {
        let word = words.get(number - 1).context("no such word")?;
        let other = if word == "zoo" { "zone" } else { "zoo" };
        typist.line(if i == 1 { other } else { word })?;
    }
    typist.sees("is not the one that was printed.")?;
    typist.sees("Compare it with the card, and answer again.")?;
    // Whole again: the same for any word of it.
    typist.console.key(F(3))?;
    typist.sees("Is it readable?")?;
    let mut misread = words.clone();
    misread[6] = if words[6] == "zoo" { "zone" } else { "zoo" }.to_owned();
    typist.line(&misread.join(" "))?;
    typist.sees("Word 7 is not this card’s.")?;
    typist.sees("F5 prints the card again.")?;
    // Printed once more, it is the same card.
    typist.console.key(F(5))?;
    typist.sees("printed before")?;
    let again = typist.prints_card(virtual_pc, answers, 1)?;
    typist.types_words(&again)?;
    typist.enter()?;
    // Another card of the same set is taken, and said to be another.
    let second = typist.prints_card(virtual_pc, answers, 2)?;
    scans(typist, &again.code()?, "That was card 1, and it is right. Now card 2, please.", "")?;
    typist.types_words(&second)?;
    typist.enter()?;
    let third = typist.prints_card(virtual_pc, answers, 3)?;
    typist.types_words(&third)?;
    typist.enter()?;
    typist.wants_no_more_paper()?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    scene.writes_both_and_ends().map(drop)
}

#[test]
fn a_printer_that_stops_is_told_and_goes_on_or_is_given_up() -> Result<()> {
    let mut scene = Scene::new()?;
    comes_to_paper(&mut scene)?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    virtual_pc.jam_printer(true);
    typist.at("Card 1 of 3")?;
    typist.enter()?;
    typist.sees("The printer takes no data.")?;
    typist.sees("Look whether it is ready: paper, cover, toner.")?;
    typist.sees("What now?")?;
    typist.chooses("Stop printing")?;
    typist.sees("Switch the printer off.")?;
    virtual_pc.jam_printer(false);
    let card = typist.prints_card(virtual_pc, answers, 1)?;
    typist.types_words(&card)?;
    typist.enter()?;
    // It stops again, and goes on when it is ready.
    virtual_pc.jam_printer(true);
    typist.at("Card 2 of 3")?;
    typist.enter()?;
    typist.sees("What now?")?;
    virtual_pc.jam_printer(false);
    let before = virtual_pc.pages().len();
    typist.chooses("Go on")?;
    typist.sees("Is it readable?")?;
    let card = coldspare_tests::typist::Printed::find(virtual_pc, before, 2)?;
    typist.types_words(&card)?;
    typist.enter()?;
    let third = typist.prints_card(virtual_pc, answers, 3)?;
    typist.types_words(&third)?;
    typist.enter()?;
    typist.wants_no_more_paper()?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    scene.writes_both_and_ends().map(drop)
}
