//! An old decryption key comes onto a second Nitrokey: which key, what it will be, and what it is then.

use anyhow::{Context, Result, ensure};
use coldspare::backup::Moment;
use coldspare::ceremony::{Change, Did, Made, Meeting, PinChoice, Source};
use coldspare::key;
use coldspare::openpgp::Reason;
use coldspare::plan::{Algorithm, Slot};
use coldspare_tests::fixtures;
use ratatui::crossterm::event::KeyCode::Enter;
use virtual_nitrokey::Model;

use super::SERIALS;
use super::another::state;
use super::journal;
use super::pictures::Pictures;
use super::straight::{self, scan};

/// All of its screens.
pub(crate) fn old_mail(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let stick = tempfile::tempdir()?;
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.user_pin_in_backup = true;
    let day = |day| anyhow::Ok(Moment::parse(day).context("no day")?.into());
    let before = day("2026-01-05T12:00:00Z")?;
    let mut made = Made::make(&Meeting::new(plan)?, PinChoice::Generated, before, &mut |_| ())?;
    let old = made.identity().slot_fingerprint(Slot::Decryption).to_hex();
    made.change(&Change::NewSubkeys(Reason::Compromised), day("2026-02-10T12:00:00Z")?)?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    let key = fixtures::key(Model::Nitrokey3, SERIALS[0])?;
    key.unplug();
    let mut in_process = straight::home(language)?;
    in_process.choose(key!("without"))?;
    in_process.each(&[Enter; 3])?;
    in_process.plug_stick_with("BACKUP", &[&stick.path().join(&prepared.folder)])?;
    in_process.wait_for(&prepared.folder)?;
    in_process.key(Enter)?;
    prepared.sealed.shares().iter().take(2).try_for_each(|share| scan(&mut in_process, share))?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "lost-way: an old key")?;
    in_process.choose(key!("lost-way-old"))?;
    let print = |screen: String| screen.replace(&old[24..], "0011223344556677");
    pictures.masked(&mut in_process, "old-key", print)?;
    pictures.help(&mut in_process, "old-key")?;
    in_process.key(Enter)?;
    pictures.masked(&mut in_process, "old-key-means", print)?;
    pictures.help(&mut in_process, "old-key-means")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "write")?;
    in_process.plug(&key)?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "confirm")?;
    in_process.keys(&fixtures::serial(&key).last_four())?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "proven")?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Enter, "lost-done")?;
    pictures.take(&mut in_process, "lost-done")?;
    ensure!(state(&key)?.fingerprints == [None, Some(old), None]);
    let serial = fixtures::serial(&key);
    journal::says(&in_process, |of, backup| {
        let written = backup.map(|backup| Did::ForOldMail { of, backup, serial });
        [Did::Held { from: Source::Opened, of }].into_iter().chain(written).collect()
    })
}
