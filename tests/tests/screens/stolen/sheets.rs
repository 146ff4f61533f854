//! New backup sheets after a theft: what the end says of them is what was printed, and no copy is made for cards that are gone.

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BackupPart, Collector};
use coldspare::ceremony::Recovery;
use coldspare::key;
use coldspare::machine::stick::folder::{Mounted, Stick};
use coldspare_tests::paper::{Pdf, zbarimg};
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
        in_process.choose(key!("new-sheets-yes"))?;
        in_process.presses_until_at(Enter, "print-sheets")?;
        if prints {
            in_process.key(Enter)?;
            in_process.wait_for("are printed")?;
        }
        in_process.choose(key!("print-sheets-go-on"))?;
        in_process.presses_until_at(Enter, "write")?;
        in_process.choose(key!("write-later"))?;
        in_process.presses_until_at(Enter, "stolen-today")?;
        let old = in_process.app().context().say(key!("stolen-today-sheets"));
        ensure!(in_process.shows(&old) != prints, "printed: {prints}\n{}", in_process.screen());
    }
    Ok(())
}

/// As a file it is on no paper yet: the old sheets are still what lies with the cards.
#[test]
fn without_a_printer_the_new_sheet_comes_to_a_stick_and_opens_with_the_cards() -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home("en")?;
    in_process.unplug_printer()?;
    let stick = in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    to_new(&mut in_process, &after)?;
    in_process.presses_until_at(Enter, "new-sheets")?;
    in_process.choose(key!("new-sheets-yes"))?;
    in_process.presses_until_at(Enter, "print-sheets")?;
    in_process.key(Enter)?;
    in_process.wait_for("No printer is there")?;
    in_process.choose(key!("print-sheets-file"))?;
    in_process.at("sheets-stick")?;
    in_process.key(Enter)?;
    in_process.at("print-sheets")?;
    in_process.wait_for("backup-sheet.pdf is in")?;
    let folders = Mounted::at(&stick).list("")?;
    let folder = folders.iter().find(|name| name.starts_with("backup-sheet-")).context("no folder")?;
    ensure!(folder == &format!("backup-sheet-{}-2", after.shares[0].set), "{folder}");
    let mut parts = Collector::default();
    let pdf = Pdf::of(&std::fs::read(stick.join(folder).join("backup-sheet.pdf"))?)?;
    for page in pdf.pictures(200)? {
        for code in zbarimg(&page)? {
            parts.add(BackupPart::parse(&code)?)?;
        }
    }
    let mut recovery = Recovery::from_sheet(&parts)?;
    after.shares.iter().take(2).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
    ensure!(recovery.recover()?.made().sealing().is_some_and(|sealing| sealing.number == 2));
    // Enter goes on.
    in_process.presses_until_at(Enter, "write")?;
    in_process.choose(key!("write-later"))?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    let old = in_process.app().context().say(key!("stolen-today-sheets"));
    ensure!(in_process.shows(&old), "{}", in_process.screen());
    Ok(())
}

#[test]
fn no_sheet_is_preset_for_cards_of_which_the_thief_has_enough() -> Result<()> {
    // Whoever ticked the wrong line gets what is preset otherwise.
    for (ticks, prints) in [(1, false), (2, true)] {
        let after = after()?;
        let mut in_process = straight::home("en")?;
        in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
        in_process.choose(key!("stolen"))?;
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
