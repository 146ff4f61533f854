//! The yearly check: what it says of each thing, with a backup that is the same in each run; and its end, with keys whose
//! dates do not depend on the day.

use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare::plan::{Algorithm, Expiry};
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};
use regex::Regex;

use super::later::{BUNDLE, golden, shares, write};
use super::pictures::Pictures;
use super::straight::{self, scan};

/// A day, as it is written in each language, and in the name of a folder, also where a line breaks in it.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\d{1,2}(?:er|\.)? [\p{L}]{3,9} 20\d\d|20\d\d-\d\d-(?:\s+[^│\n]*│\s*)?\d\d").unwrap()
});

fn without_days(screen: String) -> String {
    DAY.replace_all(&screen, "(day)").into_owned()
}

/// From the first screen to the report, with what each step says.
pub(crate) fn yearly(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = straight::home(language)?;
    let keys = straight::nitrokeys()?;
    write(&keys[1])?;
    in_process.choose(key!("yearly"))?;
    pictures.step(&mut in_process, "yearly")?;
    in_process.each(&[Enter, Enter])?;
    pictures.step(&mut in_process, "yearly-bundle")?;
    in_process.plug_stick_with("BACKUP", &[&golden("curve25519").join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    pictures.lines(&mut in_process, "yearly-bundle", 2)?;
    in_process.key(Enter)?;
    in_process.at("yearly-sticks")?;
    in_process.wait_for("BACKUP")?;
    pictures.step(&mut in_process, "yearly-sticks: good")?;
    in_process.plug_stick("HOLIDAYS")?;
    in_process.wait_for("HOLIDAYS")?;
    pictures.take(&mut in_process, "yearly-sticks: one without a backup")?;
    in_process.unplug_stick("HOLIDAYS")?;
    in_process.plug_stick_with("OTHERS", &[&golden("rsa2048").join("coldspare-954253C7")])?;
    in_process.wait_for("OTHERS")?;
    pictures.take(&mut in_process, "yearly-sticks: one of other keys")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "yearly-cards: none")?;
    scan(&mut in_process, &shares("curve25519")?[1])?;
    pictures.take(&mut in_process, "yearly-cards: good")?;
    scan(&mut in_process, &shares("rsa2048")?[0])?;
    pictures.take(&mut in_process, "yearly-cards: another set")?;
    for share in &shares("curve25519")?[2..4] {
        scan(&mut in_process, share)?;
    }
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "yearly-recovery")?;
    pictures.lines(&mut in_process, "yearly-recovery", 2)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "yearly-open")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "yearly-nitrokeys: none")?;
    in_process.plug(&keys[1])?;
    pictures.take(&mut in_process, "yearly-nitrokeys: one")?;
    in_process.plug(&keys[0])?;
    let others = in_process.app().context().infos().count() + 1;
    in_process.key(Char('1'))?;
    pictures.lines(&mut in_process, "yearly-nitrokeys", others)?;
    in_process.unplug(&keys[0])?;
    in_process.each(&[Char('1'), Enter])?;
    pictures.take(&mut in_process, "yearly-nitrokeys: its PIN")?;
    in_process.keys("314159")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "yearly-nitrokeys: a wrong PIN")?;
    in_process.each(&[Char('1'), Enter])?;
    in_process.keys("271828")?;
    in_process.key(Enter)?;
    if in_process.shows(&in_process.app().context().say(key!("yearly-nitrokeys-which"))) {
        pictures.take(&mut in_process, "yearly-nitrokeys: which one?")?;
        in_process.key(Enter)?;
    }
    pictures.take(&mut in_process, "yearly-nitrokeys: proven")?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.each(&[Esc, Esc])
}

/// A stick with the backup of new keys that last so long, and on to the report.
fn to_report(language: &str, expiry: Expiry) -> Result<(InProcess, tempfile::TempDir)> {
    let stick = tempfile::tempdir()?;
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.expiry = expiry;
    // Made a month ago: what lasts a year lasts less than that from now on.
    let a_month_ago = SystemTime::now() - Duration::from_secs(30 * 86_400);
    let prepared = fixtures::prepare_made(fixtures::made_at(plan, a_month_ago)?, stick.path())?;
    let mut in_process = straight::home(language)?;
    in_process.plug_stick_with("BACKUP", &[&stick.path().join(&prepared.folder)])?;
    in_process.choose(key!("yearly"))?;
    in_process.presses_until_at(Enter, "yearly-bundle")?;
    in_process.wait_for(&prepared.folder)?;
    in_process.key(Enter)?;
    in_process.at("yearly-sticks")?;
    in_process.wait_for("BACKUP")?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    Ok((in_process, stick))
}

/// The report on paper and on a stick, and the end.
pub(crate) fn yearly_report(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let (mut in_process, _stick) = to_report(language, Expiry::Never)?;
    pictures.step(&mut in_process, "yearly-report: nothing to be put right")?;
    pictures.lines(&mut in_process, "yearly-report", 2)?;
    let before = in_process.pages(0)?.len();
    in_process.key(F(5))?;
    in_process.pages(before + 1)?;
    pictures.take(&mut in_process, "yearly-report: printed")?;
    in_process.each(&[Char('1'), Enter])?;
    pictures.step(&mut in_process, "yearly-stick")?;
    in_process.key(Enter)?;
    in_process.at("yearly-end")?;
    pictures.masked(&mut in_process, "yearly-end: good", without_days)?;
    in_process.key(Enter)?;
    in_process.at("home")?;

    let (mut in_process, _stick) = to_report(language, Expiry::Years(1))?;
    pictures.masked(&mut in_process, "yearly-report: it expires", without_days)?;
    in_process.each(&[Down, Enter])?;
    in_process.at("yearly-end")?;
    pictures.masked(&mut in_process, "yearly-end: it expires", without_days)?;
    in_process.key(Enter)?;
    let changes = in_process.app().context().say(key!("changes"));
    ensure!(in_process.screen().lines().next().is_some_and(|top| top.contains(&changes)));
    Ok(())
}
