//! A Nitrokey was stolen, and the spare is still there: what the thief has, new subkeys for the same cards, and nobody is
//! locked out.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::Share;
use coldspare::ceremony::{
    Change, Changed, Did, Fingerprint, PinChoice, Planned, Recovery, Rehearsed, Sealed, Sheet, Source,
    bundles,
};
use coldspare::key;
use coldspare::machine::stick::folder::{Mounted, Stick};
use coldspare::openpgp::{Carried, Reason};
use coldspare::plan::{Algorithm, Role};
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};
use secrecy::ExposeSecret;
use tempfile::TempDir;
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::SERIALS;
use super::another::state;
use super::changes;
use super::pictures::Pictures;
use super::straight::{self, scan};

mod export;
mod late;
mod otherwise;
mod pins;
mod sheets;
mod which;

pub(crate) use late::stolen_late;

/// The day after. The primary was stolen.
struct After {
    spare: VirtualNitrokey,
    blank: VirtualNitrokey,
    shares: Vec<Share>,
    stick: TempDir,
    folder: String,
}

fn after() -> Result<After> {
    after_with(true)
}

/// Whether the user PIN is in the backup: nothing is preset so.
fn after_with(user_pin_in_backup: bool) -> Result<After> {
    let keys = [0, 1, 2].map(|at| fixtures::key(Model::Nitrokey3, SERIALS[at]));
    let [stolen, spare, blank] = keys;
    let (stolen, spare, blank) = (stolen?, spare?, blank?);
    let (bus, stick) = (VirtualBus::with(&[&stolen, &spare]), tempfile::tempdir()?);
    let serials = [&stolen, &spare].map(fixtures::serial);
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.user_pin_in_backup = user_pin_in_backup;
    let mut prepared = fixtures::prepare(plan, &bus, &serials, stick.path(), &mut |_| ())?;
    let pins = prepared.rehearsed.pins(&Role::SPARE, None)?;
    fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serials[1], &Role::SPARE, &pins, &mut |_| ())?;
    [&spare, &blank].into_iter().for_each(VirtualNitrokey::unplug);
    let (shares, folder) = (prepared.sealed.shares().to_vec(), prepared.folder);
    Ok(After { spare, blank, shares, stick, folder })
}

impl After {
    /// With the spare, and a backup that has new subkeys already, to the question what to do with them.
    fn to_again(&self) -> Result<InProcess> {
        let mut in_process = straight::home("en")?;
        in_process.plug_stick_with("BACKUP", &[&self.stick.path().join(&self.folder)])?;
        in_process.plug(&self.spare)?;
        in_process.choose(key!("stolen"))?;
        in_process.each(&[Enter, Enter, Enter])?;
        self.open(&mut in_process)?;
        in_process.presses_until_at(Enter, "stolen-again")?;
        Ok(in_process)
    }

    /// From the question for the backup until it is open.
    fn open(&self, in_process: &mut InProcess) -> Result<()> {
        in_process.each(&[Enter, Enter])?;
        in_process.wait_for(&self.folder)?;
        in_process.key(Enter)?;
        self.shares.iter().take(2).try_for_each(|share| scan(in_process, share))?;
        in_process.key(Enter)
    }

    /// An earlier sitting has made new subkeys, and the spare still has the old ones.
    fn has_new_subkeys(&self) -> Result<()> {
        let stick = Mounted::at(self.stick.path());
        let mut made = self.opened(self.stick.path())?.made().clone();
        made.forget_nitrokeys(Some(&Role::SPARE), SystemTime::now())?;
        made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
        made.renew_pins(PinChoice::Generated)?;
        let sealed = Sealed::seal(&made, made.split()?, Planned { sticks: 1, sheets: 0 }, &mut |_| ())?;
        let written = sealed.write(&stick, &mut |_| ())?;
        Ok(self.opened(self.stick.path())?.settle(&written, &stick)?)
    }

    /// What is on the stick now.
    fn opened(&self, stick: &Path) -> Result<Rehearsed> {
        let stick = Mounted::at(stick);
        let folder = bundles(&stick)?.into_iter().next().context("no bundle")?;
        let mut recovery = Recovery::from_bundle(&stick, &folder)?;
        self.shares.iter().skip(1).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
        Ok(recovery.recover()?)
    }
}

/// From what is made until it is rehearsed, without new sheets.
fn sealed(in_process: &mut InProcess) -> Result<()> {
    in_process.presses_until_at(Enter, "new-sheets")?;
    in_process.choose(key!("new-sheets-no"))?;
    in_process.presses_until_at(Enter, "renew-rehearse")
}

/// This one is written, and agreed to.
fn write(in_process: &mut InProcess, key: &VirtualNitrokey) -> Result<()> {
    in_process.keys(&fixtures::serial(key).last_four())?;
    in_process.key(Enter)
}

/// The whole way, with what can be said on it.
pub(crate) fn stolen(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home(language)?;
    in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    in_process.choose(key!("stolen"))?;
    pictures.step(&mut in_process, "stolen-pin")?;
    pictures.lines(&mut in_process, "stolen-pin", 2)?;
    in_process.each(&[Down, Enter])?;
    pictures.step(&mut in_process, "stolen-running")?;
    pictures.lines(&mut in_process, "stolen-running", 2)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "stolen-also")?;
    pictures.lines(&mut in_process, "stolen-also", 6)?;
    in_process.each(&[Char('1'), Enter, Char('4'), Enter, Char('5'), Enter])?;
    pictures.take(&mut in_process, "stolen-also: everything")?;
    in_process.each(&[Char('6'), Enter])?;
    pictures.step(&mut in_process, "stolen-all")?;
    in_process.each(&[Esc, Char('3'), Enter, Char('6'), Enter])?;
    pictures.step(&mut in_process, "stolen-has")?;
    in_process.each(&[Esc, Char('2'), Enter, Char('1'), Enter, Char('4'), Enter, Char('6'), Enter])?;
    pictures.take(&mut in_process, "stolen-has: cards and a slip")?;
    in_process.key(Enter)?;
    after.open(&mut in_process)?;
    pictures.step(&mut in_process, "stolen-back")?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "stolen-left")?;
    pictures.lines(&mut in_process, "stolen-left", 4)?;
    in_process.each(&[Char('3'), Enter])?;
    pictures.take(&mut in_process, "lost-export")?;
    in_process.each(&[Esc, Char('1'), Enter])?;
    pictures.step(&mut in_process, "stolen-which")?;
    pictures.lines(&mut in_process, "stolen-which", 2)?;
    in_process.key(Esc)?;
    in_process.plug(&after.spare)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "stolen-new")?;
    in_process.key(Enter)?;
    pictures.masked(&mut in_process, "stolen-made", changes::days(language, 2))?;
    pictures.help(&mut in_process, "stolen-made")?;
    in_process.key(F(10))?;
    pictures.take(&mut in_process, "stolen-made: F10")?;
    in_process.key(Esc)?;
    sealed(&mut in_process)?;
    in_process.presses_until_at(Enter, "stolen-pins")?;
    pictures.step(&mut in_process, "stolen-pins")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "type-pins")?;
    in_process.key(Esc)?;
    in_process.key(F(5))?;
    pictures.take(&mut in_process, "stolen-pins: printed")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "write: the spare has the old subkeys")?;
    in_process.each(&[Down, Enter])?;
    pictures.take(&mut in_process, "write-erase: the old subkeys")?;
    in_process.key(Enter)?;
    in_process.plug(&after.blank)?;
    in_process.key(Enter)?;
    write(&mut in_process, &after.blank)?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    pictures.step(&mut in_process, "stolen-today")?;
    in_process.key(F(5))?;
    pictures.take(&mut in_process, "stolen-today: printed")?;
    in_process.key(F(6))?;
    pictures.step(&mut in_process, "stolen-page")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "stolen-today: on the stick")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "home, afterwards")?;
    Ok(())
}

/// Opened again, when there are new subkeys and the spare still has the old ones.
pub(crate) fn stolen_again(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let after = after_with(false)?;
    after.has_new_subkeys()?;
    let mut in_process = straight::home(language)?;
    in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    in_process.plug(&after.spare)?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    after.open(&mut in_process)?;
    in_process.key(Enter)?;
    pictures.step(&mut in_process, "stolen-again")?;
    pictures.lines(&mut in_process, "stolen-again", 3)?;
    in_process.each(&[Enter, Enter])?;
    pictures.take(&mut in_process, "stolen-pins: from the backup")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "type-pins: from the backup")?;
    in_process.key(Enter)?;
    pictures.take(&mut in_process, "type-pins: shown")?;
    in_process.presses_until_at(Enter, "write")?;
    pictures.take(&mut in_process, "write: which it will be")?;
    Ok(())
}

/// A key that was brought along, with its primary key on the Nitrokey: it is said, and nothing is changed.
pub(crate) fn stolen_primary(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/rsa2048");
    let folder = bundles(&Mounted::at(&golden))?.into_iter().next().context("no bundle")?;
    let mut in_process = straight::home(language)?;
    in_process.plug_stick_with("BACKUP", &[&golden.join(&folder)])?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter, Enter, Enter])?;
    in_process.wait_for(&folder)?;
    in_process.key(Enter)?;
    let shares = std::fs::read_to_string(golden.join("shares.txt"))?;
    for line in shares.lines().take(2) {
        scan(&mut in_process, &Share::parse(line)?)?;
    }
    in_process.presses_until_at(Enter, "stolen-primary")?;
    pictures.step(&mut in_process, "stolen-primary")?;
    in_process.key(Enter)
}

/// From home, the PIN known, to what will be made; the spare stays.
fn to_new(in_process: &mut InProcess, after: &After) -> Result<()> {
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    after.open(in_process)?;
    in_process.presses_until_at(Enter, "stolen-new")
}

/// From home to the end with what is preset, the spare plugged in: it stays as it is.
pub(crate) fn straight_way(in_process: &mut InProcess) -> Result<()> {
    let after = after()?;
    in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    in_process.plug(&after.spare)?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    after.open(in_process)?;
    in_process.presses_until_at(Enter, "print-sheets")?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Enter, "write")?;
    in_process.plug(&after.blank)?;
    in_process.key(Enter)?;
    write(in_process, &after.blank)?;
    in_process.presses_until_at(Enter, "stolen-today")
}

#[test]
fn the_thief_has_nothing_nobody_is_locked_out_and_what_is_not_finished_is_said() -> Result<()> {
    let after = after()?;
    let mut in_process = straight::home("en")?;
    let stick = in_process.plug_stick_with("BACKUP", &[&after.stick.path().join(&after.folder)])?;
    let before = after.opened(&stick)?.identity().clone();
    in_process.plug(&after.spare)?;
    to_new(&mut in_process, &after)?;
    sealed(&mut in_process)?;
    in_process.presses_until_at(Enter, "stolen-pins")?;
    in_process.key(F(5))?;
    let slips = Pdf::of(&std::fs::read(&in_process.pages(1)?[0])?)?.text(1)?;
    in_process.presses_until_at(Enter, "write")?;
    // Enter alone erases nothing: the spare is not selected.
    in_process.key(Enter)?;
    ensure!(in_process.is_at("write"), "{}", in_process.screen());
    in_process.plug(&after.blank)?;
    in_process.key(Enter)?;
    write(&mut in_process, &after.blank)?;
    in_process.presses_until_at(Enter, "stolen-today")?;
    in_process.key(F(5))?;
    let page = in_process.pages(2)?.last().context("no page")?.clone();
    let page = Pdf::of(&std::fs::read(page)?)?.text(1)?;
    in_process.wait_for("The page is printed")?;
    // The same page as a file: beside the backup, for it has no secret.
    in_process.key(F(6))?;
    in_process.at("stolen-page")?;
    in_process.key(Esc)?;
    in_process.at("stolen-today")?;
    in_process.each(&[F(6), Enter])?;
    in_process.at("stolen-today")?;
    in_process.wait_for("today.pdf")?;
    let folders = Mounted::at(&stick).list("")?;
    let folder = folders.iter().find(|name| name.starts_with("today-")).context("no folder")?;
    let file = Pdf::of(&std::fs::read(stick.join(folder).join("today.pdf"))?)?.text(1)?;
    ensure!(file == page, "{file}");

    let now = after.opened(&stick)?;
    let identity = now.identity();
    let pins = now.pins(&Role::Primary, None)?;
    for pin in [&pins.user, &pins.admin, &pins.reset_code] {
        ensure!(slips.contains(pin.expose_secret()), "it is on no slip");
    }
    ensure!(page.contains(&identity.fingerprint()[..4]) && page.contains("authorized_keys"), "{page}");
    ensure!(identity.fingerprint() == before.fingerprint());
    ensure!(now.made().sealing().is_some_and(|inside| inside.number == 2));
    let carried = |key| anyhow::Ok(identity.carried(&state(key)?.fingerprints));
    ensure!(carried(&after.blank)? == Carried::All);
    ensure!(before.carried(&state(&after.spare)?.fingerprints) == Carried::All, "nobody is locked out");
    // The PINs that the spare still has are not lost.
    ensure!(now.vault().iter().any(|(name, _)| name.starts_with("old-pins-")), "its PINs are gone");

    // All of it is noted, with the number of this sealing.
    let entries = in_process.app().context().journal.entries();
    let (of, serial) = (Fingerprint::of(identity), fixtures::serial(&after.blank));
    let (backup, quorum) = (now.which(), after.shares[0].quorum);
    ensure!((backup.set, backup.number) == (after.shares[0].set, 2), "{backup:?}");
    let keys = Fingerprint::of_slots(identity);
    let expected = [
        Did::Held { from: Source::Opened, of },
        Did::Changed { of, what: Changed::Subkeys },
        Did::Sealed { of, backup, quorum },
        Did::Written { backup },
        Did::Rehearsed { backup, from_paper: true },
        Did::Printed { backup, sheet: Sheet::PinSlips },
        Did::WrittenAndProven { of, backup, keys, serial, nth: Some(0) },
        Did::Printed { backup, sheet: Sheet::Today },
        Did::Printed { backup, sheet: Sheet::Today },
    ];
    ensure!(entries.iter().map(|entry| entry.did).eq(expected), "{entries:?}");

    // Opened again, it says what is not finished, and goes on there.
    in_process.key(Enter)?;
    in_process.choose(key!("stolen"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    after.open(&mut in_process)?;
    in_process.key(Enter)?;
    let spare = fixtures::serial(&after.spare);
    in_process.wait_for(&format!("{spare} still carries the old"))?;
    in_process.each(&[Enter, Char('2'), Enter])?;
    in_process.presses_until_at(Enter, "write")?;
    Ok(())
}
