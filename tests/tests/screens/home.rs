//! Home: in the words of who comes with it, and in the order of what is plugged in.

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, End, Enter, Esc};

use super::later::{BUNDLE, golden, write};
use super::pictures::Pictures;
use super::straight;

/// The lines, from the top.
fn lines(in_process: &InProcess) -> Vec<String> {
    let screen = in_process.screen();
    let line = |row: &str| {
        let row = row.trim_start().trim_start_matches('►').trim_start();
        let (sign, label) = row.split_once(' ')?;
        (sign.len() == 1 && sign.chars().all(|c| c.is_ascii_alphanumeric())).then(|| label.trim().to_owned())
    };
    screen.lines().filter(|row| row.starts_with("   ") || row.starts_with("  ►")).filter_map(line).collect()
}

/// Waits until this line stands at the top.
fn top(in_process: &mut InProcess, label: &str) -> Result<()> {
    in_process.until(label, |in_process| lines(in_process).first().is_some_and(|first| first == label))
}

/// Nothing, a blank Nitrokey, one with keys, a stick with a backup.
pub(crate) fn home(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    pictures.step(&mut in_process, "home: nothing is plugged in")?;
    let many = lines(&in_process).len();
    pictures.lines(&mut in_process, "home", many)?;
    in_process.plug(&keys[0])?;
    let setup = in_process.app().context().say(key!("setup"));
    top(&mut in_process, &setup)?;
    in_process.plug(&keys[1])?;
    pictures.take(&mut in_process, "home: a Nitrokey with keys")?;
    in_process.unplug(&keys[1])?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    let lost = in_process.app().context().say(key!("lost"));
    top(&mut in_process, &lost)?;
    pictures.take(&mut in_process, "home: a stick with a backup")
}

#[test]
fn every_flow_is_reached_in_two_presses() -> Result<()> {
    let all = lines(&straight::home("en")?);
    ensure!(all.len() >= 8, "{all:?}");
    for (sign, label) in "123456789abcdefghij".chars().zip(&all) {
        let mut in_process = straight::home("en")?;
        in_process.key(Char(sign))?;
        let selected = format!("►{sign:>2} {label}");
        ensure!(in_process.screen().contains(&selected), "{selected}\n{}", in_process.screen());
        in_process.key(Enter)?;
        ensure!(!in_process.shows("What do you want to do?"), "{label} does not begin");
    }
    Ok(())
}

#[test]
fn a_nitrokey_is_never_called_a_key_that_is_lost() -> Result<()> {
    for (language, wrong) in [("en", "A key is"), ("de", "Ein Schlüssel ist"), ("fr", "Une clé est")] {
        let in_process = straight::home(language)?;
        ensure!(!in_process.screen().contains(wrong), "{}", in_process.screen());
    }
    Ok(())
}

/// A line that was chosen stays chosen, though something is plugged in that moves it.
#[test]
fn what_is_plugged_in_moves_lines_and_nobody_elsewhere() -> Result<()> {
    let mut in_process = straight::home("en")?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    top(&mut in_process, "Set up keys")?;
    in_process.plug(&keys[1])?;
    top(&mut in_process, "I have forgotten a PIN")?;
    in_process.each(&[End, Down, Down])?;
    let chosen = lines(&in_process)[1].clone();
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    top(&mut in_process, "A Nitrokey is lost or broken")?;
    in_process.unplug(&keys[1])?;
    let screen = in_process.screen();
    let selected = screen.lines().find(|row| row.contains('►'));
    ensure!(selected.is_some_and(|row| row.contains(&chosen)), "not {chosen}:\n{screen}");
    in_process.key(Enter)?;
    ensure!(in_process.screen().lines().next().is_some_and(|top| top.contains(&chosen)), "not {chosen}");
    in_process.key(Esc)
}
