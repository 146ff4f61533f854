//! New backup sheets after a theft: what the end says of them is what was printed.

use anyhow::{Result, ensure};
use coldspare::key;
use ratatui::crossterm::event::KeyCode::Enter;

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
