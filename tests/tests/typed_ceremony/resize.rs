//! The window is made larger and too small and back, on every kind of screen.

use anyhow::{Result, ensure};
use coldspare::plan::Role;
use coldspare_tests::on_screen::content;
use coldspare_tests::screen::Key;
use coldspare_tests::typist::Typist;
use coldspare_tests::words::{letters, said};

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
            60 => typist.sees_alone(said("too-small").with("columns", 80).with("rows", 25))?,
            _ => console.wait_for("Coldspare")?,
        };
    }
    let back = console.wait_until(&format!("{kind} is as before"), |screen| content(screen) == before);
    back.map(drop).map_err(|error| error.context(before))
}

#[test]
fn every_kind_of_screen_survives_other_sizes() -> Result<()> {
    let mut scene = Scene::new()?;
    let Scene { typist, answers, .. } = &mut scene;
    typist.at("language")?;
    resizes(typist, "a choice of few")?;
    typist.goes_home()?;
    resizes(typist, "home")?;
    typist.console.key(Key::F(1))?;
    typist.at("help")?;
    resizes(typist, "help")?;
    typist.enter()?;
    typist.console.key(Key::F(10))?;
    typist.at("off")?;
    resizes(typist, "the question whether to switch off")?;
    typist.esc()?;
    typist.chooses("setup")?;
    let plan = answers.plan();
    typist.goes(&plan[..4])?;
    typist.at(&plan[4].title)?;
    typist.console.keys("Ada Lov")?;
    typist.sees(letters("Ada Lov"))?;
    resizes(typist, "fields")?;
    typist.console.keys("elace\r")?;
    typist.line("ada@example.org")?;
    typist.goes(&plan[5..7])?;
    typist.at(&plan[7].title)?;
    typist.console.keys("16")?;
    typist.selected(letters("16"))?;
    typist.console.keys("3")?;
    typist.goes(&plan[7..15])?;
    typist.at(&plan[15].title)?;
    resizes(typist, "the summary")?;
    typist.enter()?;
    typist.sees(said("meet-insert").with("role", Role::Primary))?;
    resizes(typist, "a drawing")?;
    scene.meets_both()?;
    let Scene { typist, virtual_pc, answers, .. } = &mut scene;
    let keys = answers.keys();
    typist.goes(&keys[..4])?;
    typist.fingerprint()?;
    typist.console.key(Key::F(2))?;
    typist.sees("pin-admin")?;
    resizes(typist, "PINs")?;
    typist.goes(&keys[4..])?;
    typist.prints_cards(virtual_pc, answers)?;
    typist.bundles_and_rehearses("COLDSPARE")?;
    typist.at(said("write").with("role", Role::Primary))?;
    typist.chooses(letters(PRIMARY))?;
    typist.at("confirm")?;
    typist.console.keys("0C")?;
    typist.sees(letters("[ 0C"))?;
    resizes(typist, "a question before something destructive")?;
    typist.console.keys("01\r")?;
    // While it is being written, too.
    for (columns, rows) in [(132, 43), (60, 20), (100, 30), (80, 25)] {
        typist.console.resize(columns, rows)?;
    }
    typist.at("proven")?;
    resizes(typist, "a label")?;
    typist.enter()?;
    typist.writes("spare", SPARE)?;
    typist.at("results")?;
    resizes(typist, "a code")?;
    typist.console.key(Key::F(4))?;
    typist.sees_alone("code-close")?;
    for (columns, rows) in [(132, 43), (20, 10), (80, 25)] {
        typist.console.resize(columns, rows)?;
    }
    typist.sees_alone("code-close")?;
    typist.enter()?;
    let fingerprint = typist.ends()?;
    ensure!(fingerprint.len() == 40, "no fingerprint");
    Ok(())
}
