//! New backup sheets after a theft: what the end says of them is what was printed, and no copy is made for cards that are gone.

use anyhow::{Result, ensure};
use coldspare::key;
use ratatui::crossterm::event::KeyCode::{Char, Enter};

use super::{after, straight, to_new};

#[test]
fn sheets_that_were_wanted_and_not_printed_are_said_to_be_old() -> Result<()> {
    let after = after()?;
    for prints in [true, false] {
        let mut in_process = straight::home("en")?;
        in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
        to_new(&mut in_process, &after)?;
        in_process.presses_until_at(Enter, "new-sheets")?;
        straight::choose(&mut in_process, key!("new-sheets-yes"))?;
        in_process.presses_until_at(Enter, "print-sheets")?;
        if prints {
            in_process.key(Enter)?;
            in_process.wait_for("are printed")?;
        }
        straight::choose(&mut in_process, key!("print-sheets-go-on"))?;
        in_process.presses_until_at(Enter, "write")?;
        straight::choose(&mut in_process, key!("write-later"))?;
        in_process.presses_until_at(Enter, "stolen-today")?;
        let old = in_process.app().context().say(key!("stolen-today-sheets"));
        ensure!(in_process.shows(&old) != prints, "printed: {prints}\n{}", in_process.screen());
    }
    Ok(())
}

#[test]
fn no_sheet_is_preset_for_cards_of_which_the_thief_has_enough() -> Result<()> {
    // Whoever ticked the wrong line gets what is preset otherwise.
    for (ticks, prints) in [(1, false), (2, true)] {
        let after = after()?;
        let mut in_process = straight::home("en")?;
        in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
        straight::choose(&mut in_process, key!("stolen"))?;
        in_process.each(&[Enter, Char('4')])?;
        (0..ticks).try_for_each(|_| in_process.key(Enter))?;
        in_process.each(&[Char('6'), Enter])?;
        in_process.at("stolen-has")?;
        in_process.key(Enter)?;
        after.open(&mut in_process)?;
        in_process.presses_until_at(Enter, "new-sheets")?;
        in_process.key(Enter)?;
        in_process.presses_until_at(Enter, "before")?;
        in_process.key(Enter)?;
        ensure!(in_process.is_at("print-sheets") == prints, "{ticks}\n{}", in_process.screen());
    }
    Ok(())
}
