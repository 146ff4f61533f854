//! Names that the paper's font does not have are told where they are typed, and not at the end of the plan.

use anyhow::Result;
use coldspare::key;
use coldspare_tests::typist::Answers;
use coldspare_tests::words::said;

use crate::scene::Scene;

#[test]
fn a_name_that_cannot_be_printed_is_told_where_it_is_typed() -> Result<()> {
    let scene = Scene::new()?;
    let Scene { typist, answers, .. } = &scene;
    let stops = answers.plan();
    let at = stops.iter().position(|stop| stop.title == said("owner")).unwrap_or_default();
    typist.goes_home()?;
    typist.chooses("setup")?;
    typist.goes(&stops[..at])?;

    // Without an address there is nothing else to print.
    typist.at("owner")?;
    typist.line("李小龙")?;
    typist.enter()?;
    typist.sees("error-ceremony-not-printable")?;
    typist.empties()?;
    typist.line(answers.name)?;
    typist.line(answers.address)?;
    typist.goes(&stops[at + 1..at + 5])?;

    typist.at("trustees")?;
    ["Grace Hopper", "李小龙", "Emmy Noether"].iter().try_for_each(|name| typist.line(name))?;
    typist.sees(
        said("error-ceremony-not-printable")
            .with("name", &*typist.texts().say(key!("name-plan-trustees-name"), &[])),
    )?;
    // In that line.
    typist.empties()?;
    typist.line("Alan Turing")?;
    typist.enter()?;
    typist.at("notes")?;
    typist.line("at home")?;
    typist.line("李")?;
    typist.enter()?;
    typist.sees(
        said("error-ceremony-not-printable")
            .with("name", &*typist.texts().say(key!("name-plan-trustees-note"), &[])),
    )?;
    typist.empties()?;
    typist.enter()?;
    typist.enter()?;
    typist.at("nitrokeys").map(drop)
}

#[test]
fn who_would_get_more_than_one_card_is_said_before_the_plan_is_confirmed() -> Result<()> {
    let answers =
        Answers { trustees: &["Grace Hopper", "Alan Turing", "grace hopper"], ..Answers::default() };
    let scene = Scene::with(&[], answers, |_| Ok(()))?;
    let Scene { typist, answers, .. } = &scene;
    let stops = answers.plan();
    typist.goes_home()?;
    typist.chooses("setup")?;
    typist.goes(&stops[..stops.len() - 1])?;
    typist.at("summary")?;
    typist.sees(said("summary-twice").with("name", "grace hopper")).map(drop)
}
