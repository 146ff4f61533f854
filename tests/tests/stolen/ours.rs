//! What an owner has on the day after: cards, and the sealed backup on a stick and on paper.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use coldspare::backup::{BackupPart, Collector, Share};
use coldspare::ceremony::{
    Change, Made, PinChoice, Planned, Recovery, Rehearsed, Rehearser, Sealed, bundles,
};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{Identity, Reason};
use coldspare::plan::Slot;
use coldspare_tests::fixtures;
use tempfile::TempDir;

/// Where the sealed backup comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Stick,
    Sheet,
}

/// Cards, a stick, a sheet.
pub(super) struct Ours {
    pub(super) stick: PathBuf,
    pub(super) shares: Vec<Share>,
    codes: Vec<BackupPart>,
    needed: usize,
    _folder: Option<TempDir>,
}

impl Ours {
    /// After a ceremony with these keys.
    pub(super) fn made(made: Made) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let needed = made.plan().quorum.needed().into();
        let sealed = fixtures::prepare_made(made, folder.path())?.sealed;
        Ok(Ours {
            stick: folder.path().to_owned(),
            shares: sealed.shares().to_vec(),
            codes: sealed.parts()?,
            needed,
            _folder: Some(folder),
        })
    }

    /// What version 1 wrote.
    pub(super) fn golden(name: &str) -> Result<Self> {
        let stick = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1").join(name);
        let lines = |name: &str| fs::read_to_string(stick.join(name));
        let shares = lines("shares.txt")?.lines().map(Share::parse).collect::<Result<Vec<_>, _>>()?;
        let codes = lines("parts.txt")?.lines().map(BackupPart::parse).collect::<Result<Vec<_>, _>>()?;
        let needed = shares.first().context("no card")?.quorum.needed().into();
        Ok(Ours { stick, shares, codes, needed, _folder: None })
    }

    /// Opened with the first cards.
    pub(super) fn opened(&self, from: From) -> Result<Rehearsed> {
        let mut recovery = match from {
            From::Stick => on_stick(&self.stick)?,
            From::Sheet => {
                let mut sheet = Collector::default();
                self.codes.iter().try_for_each(|code| sheet.add(code.clone()).map(drop))?;
                Recovery::from_sheet(&sheet)?
            }
        };
        self.shares.iter().take(self.needed).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
        Ok(recovery.recover()?)
    }
}

/// The bundle on a stick.
pub(super) fn on_stick(stick: &Path) -> Result<Recovery> {
    let stick = Mounted::at(stick);
    let folder = bundles(&stick)?.into_iter().next().context("no bundle")?;
    Ok(Recovery::from_bundle(&stick, &folder)?)
}

/// New subkeys, sealed for the cards that there are, on a stick and rehearsed with the cards that were just read.
pub(super) struct Renewed {
    pub(super) sealed: Sealed,
    pub(super) stick: TempDir,
    pub(super) rehearsed: Rehearsed,
}

impl Renewed {
    /// Opened with the last cards.
    pub(super) fn opened(&self, ours: &Ours) -> Result<Rehearsed> {
        let mut recovery = on_stick(self.stick.path())?;
        ours.shares
            .iter()
            .rev()
            .take(ours.needed)
            .try_for_each(|share| recovery.add(share.clone()).map(drop))?;
        Ok(recovery.recover()?)
    }
}

/// What the owner does about it.
pub(super) fn renewed(opened: &Made, reason: Reason) -> Result<Renewed> {
    let mut made = opened.clone();
    made.change(&Change::NewSubkeys(reason), SystemTime::now())?;
    made.renew_pins(PinChoice::Generated)?;
    let planned = Planned { sticks: 1, sheets: 0 };
    let sealed = Sealed::seal(&made, made.split()?, planned, &mut |_| ())?;
    let folder = tempfile::tempdir()?;
    let stick = Mounted::at(folder.path());
    let written = sealed.write(&stick, &mut |_| ())?;
    let rehearser = Rehearser::new(coldspare_tests::coldspare());
    let cards = made.cards().context("it was not opened")?;
    let rehearsed = rehearser.rehearse(&made, &sealed, cards, (&written, &stick), &mut |_| ())?;
    Ok(Renewed { sealed, stick: folder, rehearsed })
}

/// The key in each slot.
pub(super) fn prints(identity: &Identity) -> [String; 3] {
    Slot::ALL.map(|slot| identity.slot_fingerprint(slot).to_hex())
}
