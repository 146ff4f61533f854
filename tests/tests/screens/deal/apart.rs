//! A sitting was cut off behind the new bundle, and it is begun again with the old cards: what lies there may be what others
//! have cards for, so it goes only if the owner says so.

use anyhow::{Result, ensure};
use coldspare::key;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter};

use super::{Curve25519, are, before, cards, opens, straight};
use crate::pictures::Pictures;

/// How lines are broken behind a day depends on that.
fn up_to_the_day(screen: String) -> String {
    screen.lines().take_while(|line| !line.contains("XXXXXXXX")).map(|line| format!("{line}\n")).collect()
}

pub(crate) fn made_apart(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = straight::home(language)?;
    let (folder, kept) = (before.folder.clone(), format!("{}.old", before.folder));
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter])?;
    let stick = super::open(&mut in_process, &before.stick.path().join(&folder), &before.shares[..2])?;
    in_process.each(&[Enter, Enter])?;
    let first = cards(&mut in_process, 3)?;
    in_process.key(Enter)?;
    are(&opens(&stick, &first)?, &[(&folder, true), (&kept, false)])?;
    // The power fails.
    let both = [&folder, &kept].map(|name| stick.join(name));
    let mut in_process = straight::home(language)?;
    in_process.choose(key!("deal"))?;
    in_process.each(&[Char('2'), Enter, Enter, Enter, Enter])?;
    let stick = in_process.plug_stick_with("BOTH", &[&both[0], &both[1]])?;
    in_process.wait_for(&kept)?;
    in_process.each(&[Down, Enter])?;
    before.shares[..2].iter().try_for_each(|share| straight::scan(&mut in_process, share))?;
    in_process.key(Enter)?;
    in_process.at("deal-back")?;
    in_process.key(Enter)?;
    in_process.at("opened-two")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "deal-who: two backups beside each other")?;
    in_process.each(&[Enter, Enter])?;
    let second = cards(&mut in_process, 3)?;
    in_process.at("deal-bundle")?;
    in_process.key(Enter)?;
    pictures.masked(&mut in_process, "deal-bundle: another backup is there", up_to_the_day)?;
    in_process.key(Down)?;
    pictures.masked(&mut in_process, "deal-bundle: another backup is there: line 2", up_to_the_day)?;
    in_process.key(Down)?;
    in_process.wait_for(&first[0].set.to_string())?;
    // What a scanner types is no answer, whatever it ends in.
    in_process.scan("COLDSPARE1:S:2")?;
    in_process.scan_enter()?;
    in_process.wait_for(&first[0].set.to_string())?;
    are(&opens(&stick, &first)?, &[(&folder, true), (&kept, false)])?;
    // As it is preset.
    in_process.key(Enter)?;
    pictures.masked(&mut in_process, "deal-bundle: the other backup stays", up_to_the_day)?;
    are(&opens(&stick, &first)?, &[(&folder, true), (&kept, false)])?;
    in_process.each(&[Enter, Down, Enter])?;
    in_process.settle()?;
    are(&opens(&stick, &second)?, &[(&folder, true), (&kept, false)])?;
    are(&opens(&stick, &before.shares)?, &[(&folder, false), (&kept, true)])?;
    in_process.presses_until_at(Enter, "deal-old")?;
    are(&opens(&stick, &second)?, &[(&folder, true)])?;
    ensure!(second[0].set != first[0].set);
    Ok(())
}
