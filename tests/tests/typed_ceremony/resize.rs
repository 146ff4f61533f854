//! The window is made larger and too small and back, on every kind of screen.

use anyhow::{Result, ensure};
use coldspare_tests::screen::Key;
use coldspare_tests::typist::{Typist, content};

use crate::scene::{PRIMARY, SPARE, Scene};

/// Larger, too small, and back: the content is the same as before.
fn resizes(typist: &Typist, kind: &str) -> Result<()> {
    let console = &typist.console;
    let before = typist.settled();
    let begins: String = before.chars().take(20).collect();
    for (columns, rows) in [(132, 43), (60, 20), (132, 43), (20, 3), (80, 25)] {
        console.resize(columns, rows)?;
        match columns {
            80 | 132 => console.wait_until(&format!("{kind} comes back"), |screen| {
                content(screen).contains(begins.trim())
            })?,
            60 => console.wait_for("Coldspare needs a window of 80 columns and 25 rows.")?,
            _ => console.wait_for("Coldspare needs")?,
        };
    }
    let back = console.wait_until(&format!("{kind} is as before"), |screen| content(screen) == before);
    back.map(drop).map_err(|error| error.context(before))
}

#[test]
fn every_kind_of_screen_survives_other_sizes() -> Result<()> {
    let mut scene = Scene::new()?;
    let Scene { typist, answers, .. } = &mut scene;
    typist.at("Language · Sprache · Langue")?;
    resizes(typist, "a choice of few")?;
    typist.goes_home()?;
    resizes(typist, "home")?;
    typist.console.key(Key::F(1))?;
    typist.at("What this is")?;
    resizes(typist, "help")?;
    typist.enter()?;
    typist.console.key(Key::F(10))?;
    typist.at("Switch off")?;
    resizes(typist, "the question whether to switch off")?;
    typist.esc()?;
    typist.chooses("Set up keys")?;
    let plan = answers.plan();
    typist.goes(&plan[..4])?;
    typist.at(plan[4].title)?;
    typist.console.keys("Ada Lov")?;
    typist.sees("Ada Lov")?;
    resizes(typist, "fields")?;
    typist.console.keys("elace\r")?;
    typist.line("ada@example.org")?;
    typist.goes(&plan[5..7])?;
    typist.at(plan[7].title)?;
    typist.console.keys("16")?;
    typist.selected("16")?;
    typist.console.keys("3")?;
    typist.goes(&plan[7..15])?;
    typist.at(plan[15].title)?;
    resizes(typist, "the summary")?;
    typist.enter()?;
    typist.sees("Insert the Nitrokey that is to be the primary.")?;
    resizes(typist, "a drawing")?;
    scene.meets_both()?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    let keys = answers.keys();
    typist.goes(&keys[..4])?;
    typist.fingerprint()?;
    typist.console.key(Key::F(2))?;
    typist.sees("Admin PIN")?;
    resizes(typist, "PINs")?;
    typist.goes(&keys[4..])?;
    typist.prints_cards(virtual_pc, answers)?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    typist.at("Write the primary")?;
    typist.chooses(PRIMARY)?;
    typist.at("This one?")?;
    typist.console.keys("0C")?;
    typist.sees("[ 0C")?;
    resizes(typist, "a question before something destructive")?;
    typist.console.keys("01\r")?;
    // While it is being written, too.
    for (columns, rows) in [(132, 43), (60, 20), (100, 30), (80, 25)] {
        typist.console.resize(columns, rows)?;
    }
    typist.at("Written, and proven")?;
    resizes(typist, "a label")?;
    typist.enter()?;
    typist.writes("spare", SPARE)?;
    typist.at("Your key")?;
    resizes(typist, "a code")?;
    typist.console.key(Key::F(4))?;
    typist.console.wait_for("Any key: back")?;
    for (columns, rows) in [(132, 43), (20, 10), (80, 25)] {
        typist.console.resize(columns, rows)?;
    }
    typist.console.wait_for("Any key: back")?;
    typist.enter()?;
    let fingerprint = typist.ends()?;
    ensure!(fingerprint.len() == 40, "no fingerprint");
    Ok(())
}
