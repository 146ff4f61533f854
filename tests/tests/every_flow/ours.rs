//! What an owner has: cards, and the sealed backup on a stick or on paper.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use coldspare::backup::{BackupPart, Share};
use coldspare::ceremony::{Made, Recovery, Rehearsed, bundles};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare_tests::fixtures;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::Enter;
use tempfile::TempDir;

/// Where the sealed backup comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Stick,
    Sheet,
}

/// All of it.
pub(super) struct Ours {
    stick: PathBuf,
    folder: String,
    shares: Vec<Share>,
    codes: Vec<BackupPart>,
    pub(super) from: From,
    _drawer: Option<TempDir>,
}

impl Ours {
    /// After a ceremony with these keys.
    pub(super) fn made(made: Made, from: From) -> Result<Self> {
        let drawer = tempfile::tempdir()?;
        let prepared = fixtures::prepare_made(made, drawer.path())?;
        Ok(Ours {
            stick: drawer.path().to_owned(),
            folder: prepared.folder,
            shares: prepared.sealed.shares().to_vec(),
            codes: prepared.sealed.parts()?,
            from,
            _drawer: Some(drawer),
        })
    }

    /// What version 1 wrote.
    pub(super) fn golden(from: From) -> Result<Self> {
        let stick = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519");
        let lines = |name: &str| fs::read_to_string(stick.join(name));
        let shares = lines("shares.txt")?.lines().map(Share::parse).collect::<Result<_, _>>()?;
        let codes = lines("parts.txt")?.lines().map(BackupPart::parse).collect::<Result<_, _>>()?;
        let folder = bundles(&Mounted::at(&stick))?.into_iter().next().context("no bundle")?;
        Ok(Ours { stick, folder, shares, codes, from, _drawer: None })
    }

    fn cards(&self) -> &[Share] {
        &self.shares[..self.shares[0].quorum.needed().into()]
    }

    /// What is in the backup.
    pub(super) fn opened(&self) -> Result<Rehearsed> {
        self.opened_on(&self.stick)
    }

    /// What is on this stick, for the same cards.
    pub(super) fn opened_on(&self, stick: &Path) -> Result<Rehearsed> {
        let mut recovery = Recovery::from_bundle(&Mounted::at(stick), &self.folder)?;
        self.cards().iter().try_for_each(|card| recovery.add(card.clone()).map(drop))?;
        Ok(recovery.recover()?)
    }

    /// At home; with the stick, if it comes from there.
    pub(super) fn home(&self) -> Result<InProcess> {
        let mut in_process = InProcess::start(80, 25)?;
        in_process.each(&[Enter, Enter, Enter])?;
        if self.from == From::Stick {
            in_process.plug_stick_with("BACKUP", &[&self.stick.join(&self.folder)])?;
        }
        Ok(in_process)
    }

    /// From the question where the backup is, or what comes before it, until it is open: that is this step.
    pub(super) fn open(&self, in_process: &mut InProcess, back: &str) -> Result<()> {
        match self.from {
            From::Stick => {
                in_process.presses_until_at(Enter, "lost-bundle")?;
                in_process.wait_for(&self.folder)?;
                in_process.key(Enter)?;
            }
            From::Sheet => {
                in_process.presses_until_at(Enter, "lost-from")?;
                in_process.choose(key!("lost-from-sheet"))?;
                self.scans(in_process)?;
            }
        }
        self.gives_cards(in_process, back)
    }

    /// The sheet, behind the question for the day.
    pub(super) fn scans(&self, in_process: &mut InProcess) -> Result<()> {
        in_process.presses_until_at(Enter, "lost-sheet")?;
        for code in &self.codes {
            if in_process.is_at("lost-cards") {
                break;
            }
            in_process.scan(&code.to_text())?;
            in_process.scan_enter()?;
        }
        in_process.presses_until_at(Enter, "lost-cards")
    }

    pub(super) fn gives_cards(&self, in_process: &mut InProcess, back: &str) -> Result<()> {
        in_process.at("lost-cards")?;
        for card in self.cards() {
            in_process.scan(&card.to_text())?;
            in_process.scan_enter()?;
        }
        in_process.key(Enter)?;
        in_process.at(back)?;
        in_process.key(Enter)
    }
}
