//! Something about my keys changes: a backup that is the same in each run is opened, changed, and sealed again for its cards.

use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};
use coldspare::backup::Moment;
use coldspare::ceremony::{Recovery, Rehearsed, bundles};
use coldspare::key;
use coldspare::language::Texts;
use coldspare::machine::stick::folder::Mounted;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};

use super::later::{BUNDLE, golden, shares};
use super::pictures::Pictures;
use super::straight::{self, scan};

const GOLDEN: &str = "curve25519";
const DAY: Duration = Duration::from_secs(86_400);

/// From home to the list of what can change; the stick with the backup stays plugged in.
fn to_list(in_process: &mut InProcess) -> Result<std::path::PathBuf> {
    in_process.choose(key!("changes"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    let stick = in_process.plug_stick_with("BACKUP", &[&golden(GOLDEN).join(BUNDLE)])?;
    in_process.wait_for(BUNDLE)?;
    in_process.key(Enter)?;
    shares(GOLDEN)?.iter().take(3).try_for_each(|share| scan(in_process, share))?;
    in_process.key(Enter)?;
    in_process.at("changes-back")?;
    Ok(stick)
}

/// A day that depends on today's.
pub(crate) fn days(language: &str, years: u64) -> impl Fn(String) -> String {
    let texts = Texts::of(language);
    let about = SystemTime::now() + DAY * u32::try_from(365 * years).unwrap();
    let day = |more: u32| texts.day(&Moment::from(about + DAY * more).day());
    let days: Vec<_> = (0..3).map(day).collect();
    move |screen| days.iter().fold(screen, |screen, day| screen.replace(day, "(that day)"))
}

/// What is on the stick, opened with other cards.
fn opened(stick: &std::path::Path) -> Result<Rehearsed> {
    let stick = Mounted::at(stick);
    let mut recovery = Recovery::from_bundle(&stick, &bundles(&stick)?[0])?;
    shares(GOLDEN)?.into_iter().skip(2).try_for_each(|share| recovery.add(share).map(drop))?;
    Ok(recovery.recover()?)
}

/// From home to the end with what is preset: the keys are valid for two years from today.
pub(crate) fn straight_way(in_process: &mut InProcess) -> Result<()> {
    to_list(in_process)?;
    in_process.key(Enter)?;
    in_process.choose(key!("changes-expiry"))?;
    in_process.key(Enter)?;
    in_process.at("changes-list")?;
    in_process.presses_until_at(Enter, "print-sheets")?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Enter, "changes-done")
}

/// All of its screens.
pub(crate) fn changes(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let (two, one) = (days(language, 2), days(language, 1));
    let mut in_process = straight::home(language)?;
    in_process.choose(key!("changes"))?;
    pictures.step(&mut in_process, "changes")?;
    in_process.key(Esc)?;
    let stick = to_list(&mut in_process)?;
    pictures.step(&mut in_process, "changes-back")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "changes-list")?;
    in_process.key(Down)?;
    pictures.take(&mut in_process, "changes-list: nothing")?;
    in_process.choose(key!("changes-expiry"))?;
    pictures.step(&mut in_process, "changes-until")?;
    pictures.lines(&mut in_process, "changes-until", 6)?;
    // Two years.
    in_process.key(Enter)?;
    in_process.at("changes-list")?;
    pictures.masked(&mut in_process, "changes-list: two years", &two)?;
    in_process.choose(key!("changes-expiry"))?;
    in_process.each(&[Char('1'), Enter])?;
    in_process.at("changes-list")?;
    pictures.masked(&mut in_process, "changes-list: one year", &one)?;
    in_process.key(F(2))?;
    in_process.at("changes-list")?;
    pictures.masked(&mut in_process, "changes-list: two years again", &two)?;
    in_process.key(F(2))?;
    pictures.take(&mut in_process, "changes-list: taken back")?;
    in_process.choose(key!("changes-expiry"))?;
    in_process.key(Enter)?;
    in_process.at("changes-list")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "new-sheets")?;
    pictures.lines(&mut in_process, "new-sheets", 2)?;
    in_process.each(&[Enter, Enter])?;
    in_process.at("copies")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "seal")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "renew-bundle")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "renew-bundle: written")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "renew-rehearse")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "before")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "print-sheets")?;
    pictures.lines(&mut in_process, "print-sheets", 4)?;
    in_process.key(Enter)?;
    in_process.pages(5)?;
    pictures.take(&mut in_process, "print-sheets: all are printed")?;
    in_process.each(&[Char('3'), Enter])?;
    pictures.step(&mut in_process, "sheets-stick")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "print-sheets: a file")?;
    in_process.key(Enter)?;
    in_process.at("results")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "changes-done")?;
    let (opened, before) = (opened(&stick)?, self::opened(&golden(GOLDEN))?);
    ensure!(opened.identity().expires() > before.identity().expires());
    ensure!(opened.made().sealing().map(|sealing| sealing.number) == Some(2));
    Ok(())
}

/// The stick with the old backup is taken first, though there is another one, and then that one.
#[test]
fn by_enter_alone_a_new_backup_comes_to_the_stick_with_the_old_one_and_then_to_another() -> Result<()> {
    for other in ["ANOTHER", "ZERO"] {
        let mut in_process = straight::home("en")?;
        let stick = to_list(&mut in_process)?;
        let other = in_process.plug_stick(other)?;
        in_process.key(Enter)?;
        in_process.choose(key!("changes-expiry"))?;
        in_process.key(Enter)?;
        in_process.at("changes-list")?;
        in_process.presses_until_at(Enter, "renew-bundle")?;
        in_process.key(Enter)?;
        in_process.wait_for("one more stick")?;
        let has = |stick: &std::path::Path| bundles(&Mounted::at(stick)).map(|all| all.len());
        ensure!(
            (has(&stick)?, has(&other)?) == (2, 0),
            "the old one is beside the new one: {}",
            in_process.screen()
        );
        in_process.each(&[F(5), Enter])?;
        in_process.wait_for("one more stick")?;
        ensure!((has(&stick)?, has(&other)?) == (2, 1), "{}", in_process.screen());
        in_process.presses_until_at(Enter, "print-sheets")?;
        for stick in [&stick, &other] {
            let sealing = opened(stick)?.made().sealing().map(|sealing| sealing.number);
            ensure!(sealing == Some(2), "{sealing:?}");
        }
    }
    Ok(())
}

/// As a keyboard types it with AltGr and the space bar, and with accents apart from their letters.
#[test]
fn a_name_with_other_spaces_is_taken_as_it_looks_and_not_twice() -> Result<()> {
    let mut in_process = straight::home("en")?;
    to_list(&mut in_process)?;
    in_process.key(Enter)?;
    let add = |in_process: &mut InProcess, name: &str| -> Result<()> {
        in_process.choose(key!("changes-user-ids"))?;
        in_process.choose(key!("changes-name-add"))?;
        in_process.keys(name)?;
        in_process.key(Enter)?;
        in_process.keys("n@example.org")?;
        in_process.key(Enter)
    };
    add(&mut in_process, "Zoe\u{308}\u{a0}Nb\u{2009}sp")?;
    in_process.at("changes-list")?;
    in_process.wait_for("Zoë Nb sp <n@example.org>")?;
    for again in ["Zoe\u{308}\u{a0}Nb\u{2009}sp", "Zoë Nb sp", "Zoë\u{3000}Nb\u{202f}sp\u{a0}"] {
        add(&mut in_process, again)?;
        in_process.wait_for("Your key has this one already")?;
        in_process.presses_until_at(Esc, "changes-list")?;
    }
    Ok(())
}
