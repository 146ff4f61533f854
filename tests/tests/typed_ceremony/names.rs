//! Names that the paper's font does not have are told where they are typed, and not at the end of the plan.

use anyhow::Result;
use coldspare_tests::typist::Answers;

use crate::scene::Scene;

#[test]
fn a_name_that_cannot_be_printed_is_told_where_it_is_typed() -> Result<()> {
    let scene = Scene::new()?;
    let Scene { typist, answers, .. } = &scene;
    let stops = answers.plan();
    let at = stops.iter().position(|stop| stop.title == "Whose keys are they?").unwrap_or_default();
    typist.goes_home()?;
    typist.chooses("Set up keys")?;
    typist.goes(&stops[..at])?;

    // Without an address there is nothing else to print.
    typist.at("Whose keys are they?")?;
    typist.line("李小龙")?;
    typist.enter()?;
    typist.sees("The font for paper does not have:")?;
    typist.empties()?;
    typist.line(answers.name)?;
    typist.line(answers.address)?;
    typist.goes(&stops[at + 1..at + 5])?;

    typist.at("Who gets them?")?;
    ["Grace Hopper", "李小龙", "Emmy Noether"].iter().try_for_each(|name| typist.line(name))?;
    typist.sees("for the name of a trustee. The font for paper does not have:")?;
    // In that line.
    typist.empties()?;
    typist.line("Alan Turing")?;
    typist.enter()?;
    typist.at("Where will the cards be?")?;
    typist.line("at home")?;
    typist.line("李")?;
    typist.enter()?;
    typist.sees("for the note on a trustee. The font for paper does not have:")?;
    typist.empties()?;
    typist.enter()?;
    typist.enter()?;
    typist.at("How many Nitrokeys?").map(drop)
}

#[test]
fn who_would_get_more_than_one_card_is_said_before_the_plan_is_confirmed() -> Result<()> {
    let answers =
        Answers { trustees: &["Grace Hopper", "Alan Turing", "grace hopper"], ..Answers::default() };
    let scene = Scene::with(&[], answers, |_| Ok(()))?;
    let Scene { typist, answers, .. } = &scene;
    let stops = answers.plan();
    typist.goes_home()?;
    typist.chooses("Set up keys")?;
    typist.goes(&stops[..stops.len() - 1])?;
    typist.at("The plan Look it over")?;
    typist.sees("“grace hopper” stands on more than one card").map(drop)
}
