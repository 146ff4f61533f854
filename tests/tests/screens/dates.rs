//! The day that the owner agrees to, in the summary, is the day that the keys bear for ever.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coldspare::backup::bundle;
use coldspare::key;
use coldspare::machine::clock;
use coldspare::openpgp::read_public;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc};

use super::straight;

/// What the clock says, and what the summary has to.
const DAY: &str = "2031-03-04";
const SHOWN: &str = "Today is 4 March 2031";
/// Set where the test below runs.
const ANOTHER_DAY: &str = "COLDSPARE_ANOTHER_DAY";

/// Run by the test below, with another clock; by itself it does nothing.
#[test]
fn on_another_day() -> Result<()> {
    if std::env::var_os(ANOTHER_DAY).is_none() {
        return Ok(());
    }
    let (mut in_process, keys) = (straight::home("en")?, straight::nitrokeys()?);
    straight::to_plan(&mut in_process)?;
    straight::plan(&mut in_process)?;
    // From the Nitrokeys back to the summary.
    in_process.key(Esc)?;
    in_process.wait_for("It is right, go on")?;
    in_process.wait_for(SHOWN)?;
    in_process.key(Enter)?;
    straight::meet(&mut in_process, &keys)?;
    straight::make(&mut in_process)?;
    straight::to_cards(&mut in_process)?;
    for card in 1..=3 {
        let share = straight::print(&mut in_process, card)?;
        straight::scan(&mut in_process, &share)?;
        in_process.key(Enter)?;
    }
    in_process.each(&[Char('6'), Enter])?;
    let stick = in_process.plug_stick("COLDSPARE")?;
    in_process.key(Enter)?;
    let folder = fs::read_dir(&stick)?.next().context("no bundle")??.path();
    let key = read_public(&fs::read(folder.join(bundle::PUBLIC_KEY))?)?;
    ensure!(key.keys().count() == 4);
    for key in key.keys() {
        let made = clock::write(key.key().creation_time().into());
        ensure!(made.starts_with(DAY), "a key bears {made}");
    }
    println!("they bear it");
    Ok(())
}

#[test]
fn the_summary_shows_the_day_that_the_keys_will_bear() -> Result<()> {
    let mut again = Command::new("faketime");
    again.args(["--exclude-monotonic", &format!("{DAY} 12:00:00")]).arg(std::env::current_exe()?);
    again.args(["--exact", "dates::on_another_day", "--nocapture"]).env(ANOTHER_DAY, "1").env("TZ", "UTC");
    let output = again.output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(
        output.status.success() && said.contains("they bear it"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// What is done with keys depends on the day, also if they are only read.
#[test]
fn every_flow_that_makes_or_reads_keys_asks_for_the_date() -> Result<()> {
    // Each with the keys to where it asks.
    let flows = [
        (key!("setup"), &[Enter][..]),
        // By the stick, and by the sheet alone.
        (key!("lost"), &[Char('2'), Enter]),
        (key!("lost"), &[Char('3'), Enter]),
        (key!("check"), &[]),
        (key!("another"), &[Enter, Enter]),
    ];
    for (flow, keys) in flows {
        let mut in_process = straight::home("en")?;
        in_process.choose(flow)?;
        in_process.each(keys)?;
        in_process.at("clock").with_context(|| format!("{flow:?}"))?;
    }
    Ok(())
}
