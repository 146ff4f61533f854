//! Whose keys: they say it themselves, or somebody is asked.

use anyhow::{Result, ensure};
use ratatui::crossterm::event::KeyCode::Enter;

use super::files::named;
use super::{answer, chosen, plan, together};

#[test]
fn nobody_is_asked_whose_keys_they_are_that_say_it() -> Result<()> {
    let mut in_process = chosen("en", &["revoked-user-id.asc"])?;
    // What goes where, and what follows it until the cards.
    in_process.key(Enter)?;
    while !in_process.is_at("cards") {
        ensure!(!in_process.is_at("owner"), "asked:\n{}", in_process.screen());
        in_process.key(Enter)?;
    }
    plan(&mut in_process)?;
    in_process.at("summary")?;
    ensure!(
        !in_process.screen().contains("Ada Lovelace <ada@example.org>"),
        "the example:\n{}",
        in_process.screen()
    );
    Ok(())
}

#[test]
fn a_key_without_a_name_gets_the_one_that_is_typed() -> Result<()> {
    let mut in_process = chosen("en", &["no-user-id.asc"])?;
    in_process.key(Enter)?;
    in_process.wait_for("Your key has no name")?;
    answer(&mut in_process, "Ada Lovelace")?;
    answer(&mut in_process, "ada@example.org")?;
    plan(&mut in_process)?;
    in_process.wait_for("2 Ada Lovelace <ada@example.org>")
}

#[test]
fn a_name_that_nobody_could_read_is_asked_for() -> Result<()> {
    let asked: [(&[u8], bool, &str); 4] = [
        (&[b'x'; 3000], false, "more than 2048 bytes"),
        (b"\n", false, "Your key has no name"),
        (b"", false, "Your key has no name"),
        (b"Secret", true, "for yourself alone (local)"),
    ];
    for (id, local, text) in asked {
        let mut in_process = together("en", &[named(id, local)?])?;
        in_process.at("places")?;
        in_process.key(Enter)?;
        in_process.at("owner")?;
        in_process.wait_for(text)?;
        answer(&mut in_process, "Ada Lovelace")?;
        answer(&mut in_process, "ada@example.org")?;
        // What is new, and for how long.
        in_process.each(&[Enter; 2])?;
        plan(&mut in_process)?;
        in_process.wait_for("2 Ada Lovelace <ada@example.org>")?;
    }
    Ok(())
}
