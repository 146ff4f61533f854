//! An earlier sitting was cut off behind the bundle: what that replaced lies beside it. Wherever one of the two is opened, it
//! is told what is not finished, which is offered first, and what opens either.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use coldspare::backup::{Share, bundle};
use coldspare::ceremony::{Made, Planned, Recovery, Sealed};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::plan::{Algorithm, Role};
use coldspare_tests::in_process::InProcess;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc};
use tempfile::TempDir;
use virtual_nitrokey::{Model, VirtualNitrokey};

use super::SERIALS;
use super::later::{BUNDLE, golden, shares};
use super::pictures::Pictures;
use super::straight::{self, scan};

/// A bundle, and beside it the one that it has replaced.
struct Two {
    drawer: TempDir,
    folder: String,
}

impl Two {
    fn of(newer: &Path, before: &Path, folder: &str) -> Result<Self> {
        let two = Two { drawer: tempfile::tempdir()?, folder: folder.to_owned() };
        for (from, to) in [newer, before].into_iter().zip(two.paths()) {
            fs::create_dir(&to)?;
            for file in fs::read_dir(from)? {
                let file = file?;
                fs::copy(file.path(), to.join(file.file_name()))?;
            }
        }
        Ok(two)
    }

    fn paths(&self) -> [PathBuf; 2] {
        [self.folder.clone(), format!("{}.old", self.folder)].map(|name| self.drawer.path().join(name))
    }

    /// A stick with both.
    fn plug(&self, in_process: &mut InProcess) -> Result<()> {
        let [newer, before] = self.paths();
        in_process.plug_stick_with("BACKUP", &[&newer, &before]).map(drop)
    }
}

/// The next sealing for the same cards.
fn sealed_again(made: &Made) -> Result<TempDir> {
    let stick = tempfile::tempdir()?;
    let sealed = Sealed::seal(made, made.split()?, Planned { sticks: 1, sheets: 0 }, &mut |_| ())?;
    sealed.write(&Mounted::at(stick.path()), &mut |_| ())?;
    Ok(stick)
}

/// With a golden backup, which is the same in each run, as the one that is opened.
pub(crate) fn unfinished(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let (ours, cards) = (golden("curve25519").join(BUNDLE), &shares("curve25519")?[..3]);
    let mut recovery = Recovery::from_bundle(&Mounted::at(golden("curve25519")), BUNDLE)?;
    cards.iter().try_for_each(|card| recovery.add(card.clone()).map(drop))?;
    let made = recovery.recover()?.made().clone();
    let (again, other, damaged) = (sealed_again(&made)?, tempfile::tempdir()?, tempfile::tempdir()?);
    let apart = sealed_again(&made)?;
    fixtures::prepare_made(made, other.path())?;
    fs::write(damaged.path().join(bundle::MANIFEST), "")?;
    let [again, other, apart] = [&again, &other, &apart].map(|stick| stick.path().join(BUNDLE));
    for (name, newer, before, line) in [
        ("the newer one", &*ours, &*again, '1'),
        ("the one before", &again, &ours, '2'),
        ("of two sets", &ours, &other, '1'),
        ("made apart", &again, &apart, '1'),
        ("one is damaged", &ours, damaged.path(), '1'),
    ] {
        let two = Two::of(newer, before, BUNDLE)?;
        let mut in_process = straight::home(language)?;
        two.plug(&mut in_process)?;
        in_process.choose(key!("lost"))?;
        in_process.each(&[Char('2'), Enter, Enter])?;
        in_process.wait_for(".old")?;
        in_process.each(&[Char(line), Enter])?;
        cards.iter().try_for_each(|card| scan(&mut in_process, card))?;
        in_process.key(Enter)?;
        in_process.at("lost-back")?;
        in_process.key(Enter)?;
        in_process.at("opened-two")?;
        pictures.take(&mut in_process, &format!("opened-two: {name}"))?;
        if line == '2' {
            pictures.help(&mut in_process, "opened-two")?;
        }
    }
    Ok(())
}

/// Whose sitting was cut off; the Nitrokey has the keys, and is pulled out.
struct Cut {
    two: Two,
    shares: Vec<Share>,
    key: VirtualNitrokey,
}

fn cut() -> Result<Cut> {
    let (key, stick) = (fixtures::key(Model::Nitrokey3, SERIALS[0])?, tempfile::tempdir()?);
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    let mut prepared = fixtures::prepare(plan, &bus, &[serial], stick.path(), &mut |_| ())?;
    let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
    fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ())?;
    key.unplug();
    let (folder, before) = (prepared.folder, tempfile::tempdir()?);
    fs::rename(stick.path().join(&folder), before.path().join(&folder))?;
    let planned = Planned { sticks: 1, sheets: 0 };
    let again = prepared.sealed.again(&prepared.made, planned, &mut |_| ())?;
    again.write(&Mounted::at(stick.path()), &mut |_| ())?;
    let two = Two::of(&stick.path().join(&folder), &before.path().join(&folder), &folder)?;
    Ok(Cut { two, shares: prepared.sealed.shares().to_vec(), key })
}

impl Cut {
    /// At home, with the stick.
    fn home(&self) -> Result<InProcess> {
        let mut in_process = straight::home("en")?;
        self.two.plug(&mut in_process)?;
        Ok(in_process)
    }

    /// The bundle that is offered first, and the cards; from the one step to the other.
    fn open(&self, in_process: &mut InProcess, bundles: &str, cards: &str) -> Result<()> {
        in_process.presses_until_at(Enter, bundles)?;
        in_process.wait_for(".old on")?;
        in_process.key(Enter)?;
        in_process.presses_until_at(Enter, cards)?;
        self.shares.iter().take(2).try_for_each(|share| scan(in_process, share))?;
        in_process.key(Enter)
    }
}

/// Behind the page that says what was opened, and that leads on from there; Esc leads back to it.
fn is_told(in_process: &mut InProcess, back: &str) -> Result<()> {
    in_process.at(back)?;
    in_process.key(Enter)?;
    in_process.at("opened-two")?;
    in_process.key(Esc)?;
    in_process.at(back)?;
    in_process.key(Enter)?;
    in_process.wait_for("On BACKUP lie two backups of these keys")?;
    in_process.wait_for("Both open with these cards")?;
    in_process.wait_for("offered first. “Something about my keys changes”")
}

#[test]
fn wherever_a_backup_is_opened_it_is_told_that_the_one_before_lies_beside_it() -> Result<()> {
    let cut = cut()?;
    for (flow, back) in [
        (key!("lost"), "lost-back"),
        (key!("stolen"), "stolen-back"),
        (key!("another"), "another-back"),
        (key!("without"), "lost-back"),
        (key!("revoke"), "lost-back"),
        (key!("changes"), "changes-back"),
        (key!("deal"), "deal-back"),
    ] {
        let mut in_process = cut.home()?;
        in_process.choose(flow)?;
        cut.open(&mut in_process, "lost-bundle", "lost-cards")?;
        is_told(&mut in_process, back)?;
    }
    let mut in_process = cut.home()?;
    in_process.plug(&cut.key)?;
    in_process.choose(key!("forgotten"))?;
    in_process.presses_until_at(Enter, "forgotten-from")?;
    in_process.choose(key!("forgotten-from-backup"))?;
    cut.open(&mut in_process, "lost-bundle", "lost-cards")?;
    is_told(&mut in_process, "forgotten-back")?;
    let mut in_process = cut.home()?;
    in_process.choose(key!("yearly"))?;
    cut.open(&mut in_process, "yearly-bundle", "yearly-cards")?;
    in_process.presses_until_at(Enter, "yearly-open")?;
    is_told(&mut in_process, "yearly-open")
}

/// What this sitting has written is nothing that an earlier one has left.
#[test]
fn once_it_is_sealed_again_nothing_is_said_to_be_left_from_before() -> Result<()> {
    let cut = cut()?;
    let mut in_process = cut.home()?;
    in_process.choose(key!("changes"))?;
    cut.open(&mut in_process, "lost-bundle", "lost-cards")?;
    is_told(&mut in_process, "changes-back")?;
    in_process.key(Enter)?;
    in_process.at("changes-list")?;
    in_process.wait_for("On BACKUP two backups of these keys lie")?;
    in_process.choose(key!("changes-seal"))?;
    in_process.choose(key!("new-sheets-no"))?;
    in_process.presses_until_at(Enter, "renew-bundle")?;
    in_process.key(Enter)?;
    in_process.settle()?;
    in_process.presses_until_at(Esc, "changes-list")?;
    ensure!(!in_process.shows("two backups of these keys lie"), "{}", in_process.screen());
    in_process.presses_until_at(Esc, "changes-back")?;
    in_process.key(Enter)?;
    in_process.at("changes-list")
}

/// What the newer one has is not sealed away.
#[test]
fn whoever_has_opened_the_one_before_is_not_told_to_seal_it() -> Result<()> {
    let cut = cut()?;
    let mut in_process = cut.home()?;
    in_process.choose(key!("changes"))?;
    in_process.presses_until_at(Enter, "lost-bundle")?;
    in_process.wait_for(".old on")?;
    in_process.each(&[Char('2'), Enter])?;
    cut.shares.iter().take(2).try_for_each(|share| scan(&mut in_process, share))?;
    in_process.key(Enter)?;
    in_process.at("changes-back")?;
    in_process.key(Enter)?;
    in_process.wait_for("You have opened the one before")?;
    in_process.key(Enter)?;
    in_process.at("changes-list")?;
    ensure!(!in_process.shows("two backups of these keys lie"), "{}", in_process.screen());
    in_process.choose(key!("changes-nothing"))?;
    in_process.at("home")
}
