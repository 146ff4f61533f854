//! Sticks as their owners have them: one that is pulled out too soon, a new one, a large one with exFAT.

use std::fs;

use anyhow::{Context, Result, ensure};
use coldspare::backup::bundle;
use coldspare::ceremony::{Recovery, bundles};
use coldspare::machine::stick::folder::Mounted;
use coldspare::plan::Role;
use coldspare_tests::appliance::Appliance;
use coldspare_tests::pcsc::wait_until;
use coldspare_tests::qemu::{Hardware, StickFile};
use coldspare_tests::screen::Key;
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Hands, Terminal};
use coldspare_tests::words::{letters, said};

const MEBIBYTES: u64 = 64;
/// What the appliance calls them, in its megabytes.
const SIZE: &str = "67";
/// The text that there is none.
const NO_STICK: &str = "stick-none";
/// A bundle takes more than thirty writes.
const HALF_WAY: u32 = 12;
/// Of a stick that is so slow that there is time to pull it out.
pub(crate) const WRITES_A_SECOND: u32 = 5;

/// The names of the bundles on a stick. Its file system is sound, and each bundle that has its final name is whole.
fn whole_bundles(stick: &StickFile) -> Result<Vec<String>> {
    stick.check()?;
    let copied = tempfile::tempdir()?;
    stick.copy_to(copied.path())?;
    let stick = Mounted::at(copied.path());
    let bundles = bundles(&stick)?;
    for folder in &bundles {
        Recovery::from_bundle(&stick, folder).with_context(|| format!("{folder} is half written"))?;
        for name in [bundle::GUIDE, bundle::SSH] {
            let file = copied.path().join(folder).join(name);
            ensure!(fs::metadata(&file)?.len() > 0, "{folder}/{name} is empty");
        }
    }
    Ok(bundles)
}

/// The same for one that was cut off: a computer that looks after file systems mends it. That is tried with a copy, and
/// the appliance gets the stick as it is.
pub(crate) fn bundles_once_mended(stick: &StickFile) -> Result<Vec<String>> {
    let work = tempfile::tempdir()?;
    let mended = work.path().join("mended");
    fs::copy(stick.path(), &mended)?;
    let mended = StickFile::at(mended);
    mended.repair()?;
    whole_bundles(&mended)
}

#[test]
fn every_stick_gets_its_bundle() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (mut appliance, typist) =
        Appliance::start(Hardware::from_stick(trial::image()?).memory(128), folder.path(), &[])?;
    let answers = Answers {
        trustees: &["Grace Hopper", "Alan Turing"],
        needed: "2",
        nitrokeys: "1",
        ..Answers::default()
    };
    StickFile::unformatted(appliance.shelf().join("NEW"), MEBIBYTES)?;
    StickFile::exfat(appliance.shelf().join("LARGE"), "LARGE", MEBIBYTES)?;
    let pulled = appliance.stick("PULLED")?;
    typist.sees("language")?;
    // Where it is plugged in, it is not offered; here nothing is to be plugged in at all.
    appliance.computer().unplug_start()?;
    typist.plans(&answers)?;
    typist.at(said("meet").with("role", Role::Primary))?;
    typist.chooses("meet-later")?;
    typist.goes(&answers.keys())?;
    typist.prints_cards(&appliance, &answers)?;

    typist.at("bundle")?;
    appliance.plug_stick("PULLED")?;
    appliance.computer().slow_stick("PULLED", WRITES_A_SECOND)?;
    typist.chooses(letters("PULLED"))?;
    for _ in 0..HALF_WAY {
        let before = pulled.last_written()?;
        wait_until("more is written", || Ok(pulled.last_written()? != before))?;
    }
    appliance.unplug_stick("PULLED")?;
    // The kernel says of what was under way that it failed, and of what comes later that there is no device.
    let told = ["error-stick-damaged", "error-stick-gone"];
    let which = typist.sees_one_of(&told.map(|told| said(told).with("stick", "PULLED")))?;
    typist.sees(["error-stick-damaged.now", "error-stick-gone.now"][which])?;
    typist.sees(NO_STICK)?;
    let half = bundles_once_mended(&pulled)?;
    ensure!(half.is_empty(), "it was not pulled out half-way: {half:?}");
    appliance.plug_stick("PULLED")?;
    typist.writes_bundle("PULLED")?;
    appliance.unplug_stick("PULLED")?;

    typist.console.key(Key::F(5))?;
    typist.sees(NO_STICK)?;
    appliance.plug_stick("NEW")?;
    typist.chooses(letters(format!("QEMU HARDDISK, {SIZE} MB")))?;
    typist.at("format")?;
    typist.line(&(SIZE.to_owned() + "0"))?;
    typist.sees("format-wrong")?;
    typist.empties()?;
    typist.line(SIZE)?;
    typist.writes_bundle("COLDSPARE")?;
    appliance.unplug_stick("NEW")?;

    typist.console.key(Key::F(5))?;
    typist.sees(NO_STICK)?;
    appliance.plug_stick("LARGE")?;
    typist.writes_bundle("LARGE")?;
    typist.enter()?;
    typist.rehearses()?;
    typist.at(said("write").with("role", Role::Primary))?;
    appliance.unplug_stick("LARGE")?;

    let partition = appliance.stick("NEW")?.partition(folder.path().join("partition"))?;
    for bundles in [
        bundles_once_mended(&pulled)?,
        whole_bundles(&partition)?,
        whole_bundles(&appliance.stick("LARGE")?)?,
    ] {
        ensure!(bundles.len() == 1, "one bundle was written, and there are {bundles:?}");
    }
    Ok(())
}
