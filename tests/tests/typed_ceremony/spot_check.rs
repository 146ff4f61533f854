//! The short way of reading cards back: what it is called, the question before a Nitrokey is written, and the
//! way back from it.

use anyhow::{Context, Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::screen::Key;
use coldspare_tests::typist::{Printed, Typist, paper};
use coldspare_tests::virtual_pc::VirtualPc;
use coldspare_tests::words::said;

use crate::scene::{PRIMARY, SPARE, Scene};

const QUESTION: &str = "spot-check-only";

/// From the start to where it is asked whether the spot check is enough; the printed cards.
fn spot_checks_all(scene: &mut Scene) -> Result<Vec<Printed>> {
    scene.typist.plans(&scene.answers)?;
    scene.meets_both()?;
    let Scene { typist, virtual_pc, answers, .. } = scene;
    typist.goes(&answers.keys())?;
    typist.goes(&paper())?;
    let mut cards = Vec::new();
    for x in 1..=3 {
        let card = typist.prints_card(virtual_pc, answers, x)?;
        if x == 1 {
            typist.takes_short_way()?;
        }
        typist.types_three_words(&card)?;
        if x == 3 {
            typist.sees(said("card-right-spot-checked").with("whole", 0))?;
        }
        typist.enter()?;
        cards.push(card);
    }
    let before = virtual_pc.pages().len();
    typist.at("more-paper")?;
    typist.chooses("more-paper-record")?;
    typist.sees("more-paper-record-done")?;
    ensure!(record(virtual_pc, before)?.contains("only spot-checked: three words of each of the 3 cards"));
    typist.wants_no_more_paper()?;
    typist.writes_bundle("COLDSPARE")?;
    typist.enter()?;
    rehearses_as_printed(typist)?;
    Ok(cards)
}

/// What stands on the page that came after `before`.
fn record(virtual_pc: &VirtualPc, before: usize) -> Result<String> {
    // The printer has it a moment after the screen says so.
    wait_until("the record is printed", || Ok(virtual_pc.pages().len() > before))?;
    let page = virtual_pc.pages().into_iter().nth(before).context("no record")?;
    Ok(coldspare_tests::typist::text_of(&page)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn rehearses_as_printed(typist: &Typist) -> Result<()> {
    typist.at("rehearse")?;
    typist.sees("rehearse-done-printed-text")?;
    typist.enter()
}

#[test]
fn a_spot_check_is_named_so_and_no_nitrokey_is_written_without_a_yes_to_it() -> Result<()> {
    let mut scene = Scene::new()?;
    spot_checks_all(&mut scene)?;
    let typist = &scene.typist;
    typist.at(QUESTION)?;
    typist.sees(said("spot-check-only-warning").with("whole", 0))?;
    // Enter alone does not say yes.
    typist.selected("spot-check-only-no")?;
    typist.chooses("spot-check-only-yes")?;
    typist.learns_pins()?;
    typist.at(said("write").with("role", Role::Primary))?;
    // Back to it, and on: what was said stays said.
    typist.esc()?;
    typist.at(QUESTION)?;
    typist.selected("spot-check-only-yes")?;
    typist.enter()?;
    typist.writes("primary", PRIMARY)?;
    typist.writes("spare", SPARE)?;
    typist.at("results")?;
    typist.sees(said("results-spot-checked").with("whole", 0)).map(drop)
}

#[test]
fn from_the_question_it_goes_back_to_the_cards_and_what_was_read_stays_read() -> Result<()> {
    let mut scene = Scene::new()?;
    let cards = spot_checks_all(&mut scene)?;
    let Scene { typist, virtual_pc, .. } = &mut scene;
    typist.at(QUESTION)?;
    typist.esc()?;
    typist.at(said("card-of").with("at", 1).with("of", 3))?;
    typist.scans(&cards[0])?;
    typist.enter()?;
    // Of the second card three words are enough after all: the question comes again, and says what is new.
    typist.at(said("card-of").with("at", 2).with("of", 3))?;
    typist.takes_short_way()?;
    typist.sees(said("card-right-words").with("at", 2))?;
    typist.enter()?;
    typist.sees(said("card-right-words").with("at", 3))?;
    typist.enter()?;
    prints_record_anew(typist, virtual_pc, "1 of 3 cards whole")?;
    forward(typist)?;
    rehearses_as_printed(typist)?;
    typist.at(QUESTION)?;
    typist.sees(said("spot-check-only-warning").with("whole", 1).with("cards", 3))?;
    // Back by Enter: the first card is not asked for again, and two are enough.
    typist.enter()?;
    typist.at(said("card-of").with("at", 2).with("of", 3))?;
    typist.types_words(&cards[1])?;
    typist.enter()?;
    prints_record_anew(typist, virtual_pc, "2 of 3 cards whole, the others by three words")?;
    forward(typist)?;
    typist.rehearses()?;
    typist.at(said("write").with("role", Role::Primary))?;
    // Nothing is asked on the way there and back.
    typist.esc()?;
    typist.rehearses()?;
    typist.writes("primary", PRIMARY)?;
    typist.writes("spare", SPARE)?;
    typist.at("results")?;
    typist.sees(said("results-paper").with("whole", 2).with("cards", 3))?;
    typist.console.key(Key::F(10))?;
    typist.chooses("off-yes")?;
    typist.at("farewell").map(drop)
}

/// The record that was printed says less of the paper than is true by now: that is told, and to print it again is
/// preset.
fn prints_record_anew(typist: &Typist, virtual_pc: &VirtualPc, says: &str) -> Result<()> {
    let before = virtual_pc.pages().len();
    typist.at("more-paper")?;
    typist.sees("more-paper-record-outdated")?;
    typist.selected("more-paper-record")?;
    typist.enter()?;
    typist.sees("more-paper-record-done")?;
    let record = record(virtual_pc, before)?;
    ensure!(record.contains(says), "{record}");
    Ok(())
}

/// From the cards to the rehearsal, where everything is done.
fn forward(typist: &Typist) -> Result<()> {
    typist.wants_no_more_paper()?;
    typist.at("bundle")?;
    typist.sees("bundle-more-text")?;
    typist.enter()
}
