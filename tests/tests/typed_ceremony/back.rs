//! Back from every step and forward again: nothing that was typed is lost, and keys stay the same as long
//! as nothing changes.

use anyhow::{Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::on_screen::last_four;
use coldspare_tests::screen::Key;
use coldspare_tests::typist::{Stop, Typist, all_met, paper};
use coldspare_tests::words::{Words, letters, said};

use crate::scene::{PRIMARY, SPARE, Scene};

/// Whether it is a choice by its number.
fn is_choice(line: &str) -> bool {
    line.len() <= 2 && line.bytes().all(|b| b.is_ascii_digit())
}

/// Through each step, back to it, and through it once more by Enter alone.
fn there_and_back(typist: &Typist, stops: &[Stop], then: impl Into<Words>) -> Result<()> {
    let then = then.into();
    let ready = [(said("make"), "make-done"), (said("rehearse"), "rehearse-done")];
    let last = match ready.into_iter().find(|(step, _)| *step == then) {
        Some((step, ready)) => Stop::works(step, ready),
        None => Stop::passed(then),
    };
    for (stop, next) in stops.iter().zip(stops.iter().skip(1).chain([&last])) {
        typist.goes(std::slice::from_ref(stop))?;
        // While a step works it is not left.
        typist.is_ready(next)?;
        let before = typist.settled();
        typist.esc()?;
        typist.is_ready(stop)?;
        let content = typist.settled();
        for line in stop.lines.iter().filter(|line| !line.is_empty()) {
            match is_choice(line) {
                true => typist.selected(letters(format!("{line} ")))?,
                // Of a line that is longer than its place, the end is seen.
                false => {
                    let end = line.len().saturating_sub(40);
                    ensure!(content.contains(&line[end..]), "{line} is lost: {content}");
                }
            }
        }
        typist.goes_again(std::slice::from_ref(stop))?;
        typist.is_ready(next)?;
        let after = typist.settled();
        ensure!(before == after || stop.ready.is_some(), "before: {before}\nafter: {after}");
    }
    Ok(())
}

#[test]
fn from_every_step_it_goes_back_and_forward_again_and_nothing_is_lost() -> Result<()> {
    let mut scene = Scene::new()?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    typist.goes_home()?;
    typist.chooses("setup")?;
    let plan = answers.plan();
    there_and_back(typist, &plan, said("meet").with("role", Role::Primary))?;
    let summary = plan[plan.len() - 1].clone();
    virtual_pc.plug(0, 0)?;
    typist.meets("primary", PRIMARY)?;
    typist.at(said("meet").with("role", Role::SPARE))?;
    typist.esc()?;
    typist.goes_again(std::slice::from_ref(&summary))?;
    virtual_pc.plug(1, 1)?;
    typist.meets("spare", SPARE)?;
    there_and_back(typist, &[all_met()], "dice")?;
    let keys = answers.keys();
    there_and_back(typist, &keys[..4], "make")?;
    let fingerprint = typist.fingerprint()?;
    typist.looks_at_user_pin()?;
    there_and_back(typist, &keys[4..], "paper-way")?;
    there_and_back(typist, &paper(), said("card-of").with("at", 1).with("of", 3))?;

    for x in 1..=3 {
        let card = typist.prints_card(virtual_pc, answers, x)?;
        // Back from a card that is to be read, to the one before or to the paper.
        typist.esc()?;
        match x {
            1 => typist.goes_again(&paper()[4..])?,
            _ => {
                typist.sees(said("card-right").with("at", x - 1))?;
                typist.enter()?;
            }
        }
        typist.types_words(&card)?;
        typist.enter()?;
    }
    typist.at("more-paper")?;
    typist.esc()?;
    typist.sees(said("card-right").with("at", 3))?;
    typist.enter()?;
    typist.wants_no_more_paper()?;
    typist.at("bundle")?;
    typist.esc()?;
    typist.wants_no_more_paper()?;
    typist.at("bundle")?;
    typist.chooses(letters("COLDSPARE"))?;
    let bundle = [Stop::works("bundle", "bundle-more-text")];
    there_and_back(typist, &bundle, "rehearse")?;
    let rehearsal = [Stop::works("rehearse", "rehearse-done")];
    there_and_back(typist, &rehearsal, said("write").with("role", Role::Primary))?;

    // Back from 'This one?', with the digits half typed.
    typist.at(said("write").with("role", Role::Primary))?;
    typist.chooses(letters(PRIMARY))?;
    typist.at("confirm")?;
    typist.console.keys(&last_four(PRIMARY)[..2])?;
    typist.esc()?;
    typist.writes("primary", PRIMARY)?;
    typist.at(said("write").with("role", Role::SPARE))?;
    typist.esc()?;
    typist.goes_again(&rehearsal)?;
    typist.writes("spare", SPARE)?;
    let written = [Stop::passed("write-all")];
    typist.at("results")?;
    typist.esc()?;
    typist.goes_again(&written)?;
    there_and_back(typist, &[Stop::works("results", "results-text")], "done")?;

    // All the way back, and by Enter alone through everything once more: nothing is made anew.
    typist.at("done")?;
    typist.goes_back(&[bundle, rehearsal, written, [Stop::passed("results")]].concat())?;
    typist.esc()?;
    typist.at("more-paper")?;
    for x in [3, 2, 1] {
        typist.esc()?;
        typist.sees(said("card-right").with("at", x))?;
    }
    typist.goes_back(&[plan.as_slice(), &[all_met()], &keys, &paper()].concat())?;
    typist.goes_again(&plan[..plan.len() - 1])?;
    typist.at(&summary.title)?;
    typist.sees(letters("Ada Lovelace <ada@example.org>"))?;
    typist.sees(said("summary-quorum").with("spare", "some").with("k", 2).with("n", 3))?;
    typist.sees(letters("Grace Hopper"))?;
    typist.goes_again(&[&[summary, all_met()], &keys[..4]].concat())?;
    ensure!(typist.fingerprint()? == fingerprint, "the keys were made anew");
    typist.goes_again(&[&keys[4..], &paper()].concat())?;
    typist.sees(said("card-right").with("at", 3))?;
    typist.enter()?;
    typist.wants_no_more_paper()?;
    typist.goes_again(&[
        Stop::works("bundle", "bundle-more-text"),
        Stop::works("rehearse", "rehearse-done"),
        Stop::passed("write-all"),
    ])?;
    ensure!(typist.ends()? == fingerprint, "other keys at the end");
    Ok(())
}

/// Goes from the paper back to the plan, gives the first card to somebody else, and comes to the keys.
fn gives_first_card_to(typist: &Typist, stops: [&[Stop]; 2], from: &str, to: &str) -> Result<()> {
    let [plan, keys] = stops;
    let summary = &plan[plan.len() - 1..];
    let names = plan.iter().position(|stop| stop.title == said("trustees")).unwrap_or_default();
    typist.goes_back(&[summary, &[all_met()], keys].concat())?;
    typist.chooses(letters(from))?;
    typist.at("trustees")?;
    typist.console.key(Key::Ctrl('u'))?;
    typist.line(to)?;
    typist.enter()?;
    typist.enter()?;
    typist.goes_again(&[&plan[names + 1..], &[all_met()], &keys[..keys.len().min(4)]].concat())
}

#[test]
fn keys_are_made_anew_only_if_something_changed_and_the_owner_agrees() -> Result<()> {
    let mut scene = Scene::new()?;
    scene.typist.plans(&scene.answers)?;
    scene.meets_both()?;
    let Scene { typist, answers, .. } = &scene;
    let (plan, keys) = (answers.plan(), answers.keys());
    typist.goes(&keys[..4])?;
    let first = typist.fingerprint()?;
    typist.goes(&keys[4..])?;
    typist.at("paper-way")?;
    // Changed, and changed back.
    gives_first_card_to(typist, [&plan, &keys], "Grace Hopper", "Ada King")?;
    typist.at("make-anew")?;
    typist.sees("make-anew-text")?;
    typist.esc()?;
    typist.at("vault")?;
    gives_first_card_to(typist, [&plan, &keys[..3]], "Ada King", "Grace Hopper")?;
    typist.goes_again(&keys[3..4])?;
    ensure!(typist.fingerprint()? == first, "made anew though nothing is different");
    // Changed, and agreed.
    gives_first_card_to(typist, [&plan, &keys[..4]], "Grace Hopper", "Ada King")?;
    typist.at("make-anew")?;
    typist.enter()?;
    ensure!(typist.fingerprint()? != first, "not made anew");
    Ok(())
}
