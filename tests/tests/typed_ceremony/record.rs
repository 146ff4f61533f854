//! The owner's record at the end of a ceremony: F5 prints it again, with all that was done since.

use anyhow::{Context, Result, ensure};
use coldspare_tests::screen::{Key, plain};
use coldspare_tests::typist::{paper, text_of};
use coldspare_tests::words::said;

use crate::scene::{PRIMARY, SPARE, Scene};

/// Types a ceremony in this language. The record that is printed on the way says how far it was; the one of F5 says all.
fn printed_at_the_end(language: &str) -> Result<()> {
    let mut scene = Scene::of(language)?;
    scene.typist.plans(&scene.answers)?;
    scene.meets_both()?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    typist.goes(&answers.keys())?;
    typist.goes(&paper())?;
    for x in 1..=3 {
        let card = typist.prints_card(virtual_pc, answers, x)?;
        typist.scans(&card)?;
        typist.enter()?;
    }
    typist.at("more-paper")?;
    let before = virtual_pc.pages().len();
    typist.chooses("more-paper-record")?;
    let early = virtual_pc.wait_for_pages(before + 1)?;
    typist.sees("more-paper-record-done")?;
    typist.wants_no_more_paper()?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    typist.writes("primary", PRIMARY)?;
    typist.writes("spare", SPARE)?;

    typist.at("results")?;
    typist.sees("results-record-again")?;
    typist.console.key(Key::F(5))?;
    typist.sees("results-record-done")?;
    let late = virtual_pc.wait_for_pages(before + 2)?;
    ensure!(late.len() == before + 2, "{} pages for one record", late.len() - before - 1);

    let done_since = [
        said("record-done-rehearsed").with("paper", "yes"),
        said("record-done-bundle"),
        said("record-proven").with("serial", PRIMARY),
        said("record-proven").with("serial", SPARE),
    ];
    let always = [
        said("record-title"),
        said("record-quorum-text").with("sealing", "1"),
        said("record-done-cards"),
        said("record-read-all").with("cards", 3),
    ];
    for (page, is_late) in [(early.last(), false), (late.last(), true)] {
        let record = plain(&text_of(page.context("no page")?)?);
        for words in &always {
            ensure!(typist.says(&record, words), "{words} is missing: {record}");
        }
        for words in &done_since {
            ensure!(typist.says(&record, words) == is_late, "{words}, at the end {is_late}: {record}");
        }
        for name in answers.trustees {
            ensure!(record.contains(name), "{name} is missing: {record}");
        }
    }
    typist.ends().map(drop)
}

#[test]
fn in_english_the_record_that_f5_prints_at_the_end_says_all_that_was_done() -> Result<()> {
    printed_at_the_end("en")
}

#[test]
fn in_german_the_record_that_f5_prints_at_the_end_says_all_that_was_done() -> Result<()> {
    printed_at_the_end("de")
}

#[test]
fn in_french_the_record_that_f5_prints_at_the_end_says_all_that_was_done() -> Result<()> {
    printed_at_the_end("fr")
}
