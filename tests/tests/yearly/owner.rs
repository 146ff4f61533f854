//! Whoever set up keys a year ago, and what they have of it.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use coldspare::backup::Share;
use coldspare::ceremony::{Change, Made, Meeting, PinChoice, Planned, Recovery, Rehearsed};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::Reason;
use coldspare::plan::Algorithm::{self, Curve25519};
use coldspare::plan::{Expiry, Plan, Role};
use coldspare_tests::VirtualBus;
use coldspare_tests::fixtures::{self, Prepared};
use tempfile::TempDir;
use virtual_nitrokey::{Model, VirtualNitrokey};

pub(super) const SERIALS: [u32; 2] = [0x1A2B_3C4D, 0x5E6F_7A8B];
const USER: &str = "271828";
pub(super) const A_DAY: Duration = Duration::from_secs(86_400);

/// Whoever set up keys a year ago: the Nitrokeys are written, and pulled out.
pub(super) struct Owner {
    pub(super) stick: TempDir,
    pub(super) folder: String,
    pub(super) shares: Vec<Share>,
    pub(super) needed: usize,
    pub(super) keys: Vec<VirtualNitrokey>,
    pub(super) user: String,
}

/// A Nitrokey for each of these roles, written and pulled out.
fn written(mut rehearsed: Rehearsed, keys: Vec<VirtualNitrokey>) -> Result<Vec<VirtualNitrokey>> {
    for (role, key) in [Role::Primary, Role::SPARE].into_iter().zip(&keys) {
        let (bus, serial) = (VirtualBus::with(&[key]), fixtures::serial(key));
        let pins = rehearsed.pins(&role, Some(&USER.into()))?;
        fixtures::flash_and_prove(&mut rehearsed, &bus, serial, &role, &pins, &mut |_| ())?;
        key.unplug();
    }
    Ok(keys)
}

fn blank() -> Result<Vec<VirtualNitrokey>> {
    SERIALS.iter().map(|serial| fixtures::key(Model::Nitrokey3, *serial)).collect()
}

fn has_all(prepared: Prepared, stick: TempDir, keys: Vec<VirtualNitrokey>) -> Result<Owner> {
    let needed = prepared.made.plan().quorum.needed().into();
    let shares = prepared.sealed.shares().to_vec();
    let keys = written(prepared.rehearsed, keys)?;
    Ok(Owner { stick, folder: prepared.folder, shares, needed, keys, user: USER.into() })
}

/// With the primary and the spare.
pub(super) fn owner_of(made: Made) -> Result<Owner> {
    let stick = tempfile::tempdir()?;
    has_all(fixtures::prepare_made(made, stick.path())?, stick, blank()?)
}

/// The same; both were met before it was sealed, so the backup names their serials.
pub(super) fn named() -> Result<Owner> {
    let (stick, keys) = (tempfile::tempdir()?, blank()?);
    let (bus, serials) =
        (VirtualBus::with(&[&keys[0], &keys[1]]), [0, 1].map(|at| fixtures::serial(&keys[at])));
    let plan = fixtures::plan(Curve25519, 2, 3)?;
    has_all(fixtures::prepare(plan, &bus, &serials, stick.path(), &mut |_| ())?, stick, keys)
}

/// One more Nitrokey with their keys, which the backup does not name.
pub(super) fn one_more(owner: &Owner) -> Result<VirtualNitrokey> {
    let recovery = Recovery::from_bundle(&Mounted::at(owner.stick.path()), &owner.folder)?;
    let keys =
        written(opened(recovery, &owner.shares)?, vec![fixtures::key(Model::Nitrokey3, 0x0102_0304)?])?;
    keys.into_iter().next().context("none")
}

pub(super) fn owner(algorithm: Algorithm) -> Result<Owner> {
    owner_of(fixtures::made(fixtures::plan(algorithm, 2, 3)?)?)
}

/// What version 1 wrote.
pub(super) fn golden() -> Result<Owner> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519");
    let lines = fs::read_to_string(golden.join("shares.txt"))?;
    let shares: Vec<_> = lines.lines().map(Share::parse).collect::<Result<_, _>>()?;
    let (stick, folder) = (tempfile::tempdir()?, "coldspare-68F876F4".to_owned());
    copy(&golden.join(&folder), &stick.path().join(&folder))?;
    let recovery = Recovery::from_bundle(&Mounted::at(stick.path()), &folder)?;
    let needed = usize::from(recovery.missing());
    let keys = written(opened(recovery, &shares)?, blank()?)?;
    Ok(Owner { stick, folder, shares, needed, keys, user: USER.into() })
}

pub(super) fn lasts(days: u32) -> Result<Owner> {
    // Made two years before they expire, as is preset.
    let mut plan: Plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.expiry = Expiry::Years(2);
    let made = SystemTime::now() + A_DAY * days - A_DAY * 731;
    owner_of(Made::make(&Meeting::new(plan)?, PinChoice::Generated, made, &mut |_| ())?)
}

pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        fs::copy(file.path(), to.join(file.file_name()))?;
    }
    Ok(())
}

/// What so many cards as it takes bring back.
pub(super) fn opened(mut recovery: Recovery, shares: &[Share]) -> Result<Rehearsed> {
    let needed = usize::from(recovery.missing());
    shares.iter().take(needed).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
    Ok(recovery.recover()?)
}

/// What is in their backup.
pub(super) fn brought_back(owner: &Owner) -> Result<Rehearsed> {
    let recovery = Recovery::from_bundle(&Mounted::at(owner.stick.path()), &owner.folder)?;
    opened(recovery, &owner.shares)
}

/// After a theft: new subkeys for those that their Nitrokeys have.
pub(super) fn after_a_theft(owner: &Owner) -> Result<(Prepared, TempDir)> {
    after(owner, &Change::NewSubkeys(Reason::Compromised))
}

/// Their keys were changed so, and are on another stick and under new cards.
pub(super) fn after(owner: &Owner, change: &Change) -> Result<(Prepared, TempDir)> {
    let mut made = brought_back(owner)?.made().clone();
    made.change(change, SystemTime::now())?;
    made.renew_pins(PinChoice::Generated)?;
    let stick = tempfile::tempdir()?;
    Ok((fixtures::prepare_made(made, stick.path())?, stick))
}

/// Two sticks: the second one has the next sealing for the same cards, as a renewal writes it.
pub(super) fn sealed_twice() -> Result<(String, [TempDir; 2])> {
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    let sticks = [tempfile::tempdir()?, tempfile::tempdir()?];
    let prepared = fixtures::prepare_made(made, sticks[0].path())?;
    let planned = Planned { sticks: 1, sheets: 0 };
    let again = prepared.sealed.again(&prepared.made, planned, &mut |_| ())?;
    again.write(&Mounted::at(sticks[1].path()), &mut |_| ())?;
    Ok((prepared.folder, sticks))
}
