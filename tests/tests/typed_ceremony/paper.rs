//! Wrong words, cards of another set, and a printer that stops.

use anyhow::{Context, Result};
use coldspare::plan::Algorithm;
use coldspare_tests::fixtures;
use coldspare_tests::on_screen::asked;
use coldspare_tests::screen::Key::F;
use coldspare_tests::typist::{Typist, paper};
use coldspare_tests::words::{Words, said};

use crate::scene::Scene;

/// The code of card 1 of another ceremony, and one of its backup sheet.
fn of_another_set() -> Result<[String; 2]> {
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    let made = fixtures::made(plan)?;
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
fn scans(typist: &Typist, code: &str, told: impl Into<Words>) -> Result<()> {
    typist.sees("print-card-read")?;
    typist.line(code)?;
    typist.sees(told).map(drop)
}

#[test]
fn wrong_words_and_wrong_cards_are_told() -> Result<()> {
    let mut scene = Scene::new()?;
    comes_to_paper(&mut scene)?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    let card = typist.prints_card(virtual_pc, answers, 1)?;
    let [share, part] = of_another_set()?;
    scans(typist, &share, "error-gather-other-set")?;
    scans(typist, &part, "error-share-backup-part")?;
    typist.sees("error-share-backup-part.now")?;
    scans(typist, "COLDSPARE1:S:rubbish", "error-ceremony-not-a-code")?;
    typist.sees("error-ceremony-not-a-code.now")?;
    let mut torn = card.code()?;
    torn.pop();
    scans(typist, &torn, "error-share-check")?;
    typist.sees("error-share-check.now")?;
    // The short way: a word that there is not, then three that there are, of which one is not on this card.
    typist.takes_short_way()?;
    typist.line("abandn")?;
    typist.sees(said("entry-word-near").with("words", "abandon"))?;
    typist.empties()?;
    let (content, words) = (typist.settled(), card.words()?);
    for (i, number) in asked(&content)?.into_iter().enumerate() {
        let word = words.get(number - 1).context("no such word")?;
        let other = if word == "zoo" { "zone" } else { "zoo" };
        typist.line(if i == 1 { other } else { word })?;
    }
    typist.sees("error-ceremony-word-differs")?;
    typist.sees("error-ceremony-word-differs.now")?;
    // Whole again: the same for any word of it.
    typist.console.key(F(3))?;
    typist.sees("print-card-read")?;
    let mut misread = words.clone();
    misread[6] = if words[6] == "zoo" { "zone" } else { "zoo" }.to_owned();
    typist.line(&misread.join(" "))?;
    typist.sees(said("card-words-differ").with("many", 1).with("numbers", "7").with("way", "printer"))?;
    // Printed once more, it is the same card.
    typist.console.key(F(5))?;
    typist.sees("print-card-second")?;
    let again = typist.prints_card(virtual_pc, answers, 1)?;
    typist.types_words(&again)?;
    typist.enter()?;
    // Another card of the same set is taken, and said to be another.
    let second = typist.prints_card(virtual_pc, answers, 2)?;
    scans(typist, &again.code()?, said("card-other").with("other", 1).with("at", 2))?;
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
    typist.at(said("card-of").with("at", 1).with("of", 3))?;
    typist.enter()?;
    typist.sees("error-printer-takes-nothing")?;
    typist.sees("error-printer-takes-nothing.now")?;
    typist.sees("printer-stopped")?;
    typist.chooses("printer-give-up")?;
    typist.sees("error-print-given-up.now")?;
    virtual_pc.jam_printer(false);
    let card = typist.prints_card(virtual_pc, answers, 1)?;
    typist.types_words(&card)?;
    typist.enter()?;
    // It stops again, and goes on when it is ready.
    virtual_pc.jam_printer(true);
    typist.at(said("card-of").with("at", 2).with("of", 3))?;
    typist.enter()?;
    typist.sees("printer-stopped")?;
    virtual_pc.jam_printer(false);
    let before = virtual_pc.pages().len();
    typist.chooses("printer-go-on")?;
    typist.sees("print-card-read")?;
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
