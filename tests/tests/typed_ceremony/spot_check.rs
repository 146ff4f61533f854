//! The short way of reading cards back: what it is called, the question before a Nitrokey is written, and the
//! way back from it.

use anyhow::{Context, Result, ensure};
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::screen::Key;
use coldspare_tests::typist::{Printed, Typist, paper};
use coldspare_tests::virtual_pc::World;

use crate::scene::{PRIMARY, SPARE, Scene};

const QUESTION: &str = "The paper was only spot-checked";

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
            typist.sees("none of them was read whole: the paper is only spot-checked.")?;
        }
        typist.enter()?;
        cards.push(card);
    }
    let before = virtual_pc.pages().len();
    typist.at("What else shall be printed?")?;
    typist.chooses("The owner’s record")?;
    typist.sees("The owner’s record is printed.")?;
    ensure!(record(virtual_pc, before)?.contains("only spot-checked: three words of each of the 3 cards"));
    typist.wants_no_more_paper()?;
    typist.writes_bundle("COLDSPARE")?;
    typist.enter()?;
    rehearses_as_printed(typist)?;
    Ok(cards)
}

/// What stands on the page that came after `before`.
fn record(virtual_pc: &World, before: usize) -> Result<String> {
    // The printer has it a moment after the screen says so.
    wait_until("the record is printed", || Ok(virtual_pc.pages().len() > before))?;
    let page = virtual_pc.pages().into_iter().nth(before).context("no record")?;
    Ok(coldspare_tests::typist::text_of(&page)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn rehearses_as_printed(typist: &Typist) -> Result<()> {
    typist.at("The rehearsal")?;
    typist.sees("it was given shares as they were printed")?;
    typist.enter()
}

#[test]
fn a_spot_check_is_named_so_and_no_nitrokey_is_written_without_a_yes_to_it() -> Result<()> {
    let mut scene = Scene::new()?;
    spot_checks_all(&mut scene)?;
    let typist = &scene.typist;
    typist.at(QUESTION)?;
    typist.sees("nobody has read a whole card back.")?;
    // Enter alone does not say yes.
    typist.selected("No, I read cards whole first")?;
    typist.chooses("Yes, a spot check is enough for me")?;
    typist.learns_pins()?;
    typist.at("Write the primary")?;
    // Back to it, and on: what was said stays said.
    typist.esc()?;
    typist.at(QUESTION)?;
    typist.selected("Yes, a spot check is enough for me")?;
    typist.enter()?;
    typist.writes("primary", PRIMARY)?;
    typist.writes("spare", SPARE)?;
    typist.at("Your key")?;
    typist.sees("The paper was only spot-checked: no card was read whole.").map(drop)
}

#[test]
fn from_the_question_it_goes_back_to_the_cards_and_what_was_read_stays_read() -> Result<()> {
    let mut scene = Scene::new()?;
    let cards = spot_checks_all(&mut scene)?;
    let Scene { typist, virtual_pc, .. } = &mut scene;
    typist.at(QUESTION)?;
    typist.esc()?;
    typist.at("Card 1 of 3")?;
    typist.scans(&cards[0])?;
    typist.enter()?;
    // Of the second card three words are enough after all: the question comes again, and says what is new.
    typist.at("Card 2 of 3")?;
    typist.takes_short_way()?;
    typist.sees("Card 2 is right, as far as three words show.")?;
    typist.enter()?;
    typist.sees("Card 3 is right, as far as three words show.")?;
    typist.enter()?;
    prints_record_anew(typist, virtual_pc, "1 of 3 cards whole")?;
    forward(typist)?;
    rehearses_as_printed(typist)?;
    typist.at(QUESTION)?;
    typist.sees("One of 3 cards was read whole")?;
    // Back by Enter: the first card is not asked for again, and two are enough.
    typist.enter()?;
    typist.at("Card 2 of 3")?;
    typist.types_words(&cards[1])?;
    typist.enter()?;
    prints_record_anew(typist, virtual_pc, "2 of 3 cards whole, the others by three words")?;
    forward(typist)?;
    typist.rehearses()?;
    typist.at("Write the primary")?;
    // Nothing is asked on the way there and back.
    typist.esc()?;
    typist.rehearses()?;
    typist.writes("primary", PRIMARY)?;
    typist.writes("spare", SPARE)?;
    typist.at("Your key")?;
    typist.sees("Rehearsed from paper: 2 of 3 cards were read whole.")?;
    typist.console.key(Key::F(10))?;
    typist.chooses("Yes, switch off")?;
    typist.at("Good-bye").map(drop)
}

/// The record that was printed says less of the paper than is true by now: that is told, and to print it again is
/// preset.
fn prints_record_anew(typist: &Typist, virtual_pc: &World, says: &str) -> Result<()> {
    let before = virtual_pc.pages().len();
    typist.at("What else shall be printed?")?;
    typist.sees("The cards were read otherwise since the owner’s record was printed.")?;
    typist.selected("The owner’s record")?;
    typist.enter()?;
    typist.sees("The owner’s record is printed.")?;
    let record = record(virtual_pc, before)?;
    ensure!(record.contains(says), "{record}");
    Ok(())
}

/// From the cards to the rehearsal, where everything is done.
fn forward(typist: &Typist) -> Result<()> {
    typist.wants_no_more_paper()?;
    typist.at("The bundle, on a stick")?;
    typist.sees("Written, read back, the same.")?;
    typist.enter()
}
