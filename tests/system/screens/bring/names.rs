//! Whose keys: they say it themselves, or somebody is asked.

use anyhow::{Result, ensure};
use ratatui::crossterm::event::KeyCode::Enter;

use super::files::named;
use super::{answer, chosen, plan, together};

#[test]
fn nobody_is_asked_whose_keys_they_are_that_say_it() -> Result<()> {
    let mut face = chosen("en", &["revoked-user-id.asc"])?;
    // What goes where, and what follows it until the cards.
    face.key(Enter)?;
    while !face.screen().contains("How many share cards") {
        ensure!(!face.screen().contains("Whose keys"), "asked:\n{}", face.screen());
        face.key(Enter)?;
    }
    plan(&mut face)?;
    face.wait_for("The plan")?;
    ensure!(!face.screen().contains("Ada Lovelace <ada@example.org>"), "the example:\n{}", face.screen());
    Ok(())
}

#[test]
fn a_key_without_a_name_gets_the_one_that_is_typed() -> Result<()> {
    let mut face = chosen("en", &["no-user-id.asc"])?;
    face.key(Enter)?;
    face.wait_for("Your key has no name")?;
    answer(&mut face, "Ada Lovelace")?;
    answer(&mut face, "ada@example.org")?;
    plan(&mut face)?;
    face.wait_for("2 Ada Lovelace <ada@example.org>")
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
        let mut face = together("en", &[named(id, local)?])?;
        face.wait_for("What goes where")?;
        face.key(Enter)?;
        face.wait_for("Whose keys are they?")?;
        face.wait_for(text)?;
        answer(&mut face, "Ada Lovelace")?;
        answer(&mut face, "ada@example.org")?;
        // What is new, and for how long.
        face.each(&[Enter; 2])?;
        plan(&mut face)?;
        face.wait_for("2 Ada Lovelace <ada@example.org>")?;
    }
    Ok(())
}
