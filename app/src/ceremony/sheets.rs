//! Stations 4, prove, and 5, write: what is printed in a ceremony. Reading back is in `cards.rs`.

use super::for_paper::for_paper;
use super::journal::{Did, Journal, Sheet};
use super::names::owner_on_paper;
use super::{CeremonyError, Made, OldCopy, Sealed};
use crate::backup::{self, Moment, hexadecimal_lines, words};
use crate::openpgp;
use crate::paper::{
    Backup, Card, Chapter, Codes, Done, Holder, NitrokeyLine, OldSet, Page, Record, Sheets, Today,
};
use crate::plan::Role;

impl Sealed {
    fn for_paper(&self) -> Backup {
        for_paper(self.manifest(), &self.plan, &self.guide())
    }

    /// The bundle's guide.
    fn guide(&self) -> String {
        let guide = self.files().iter().find(|(name, _)| *name == backup::bundle::GUIDE);
        guide.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    /// The share card number `x`, and if the owner wants it the whole backup sheet behind it: then any
    /// k trustees need no stick. Empty if there is no such card.
    ///
    /// # Errors
    /// [`CeremonyError::Paper`]; [`CeremonyError::Part`] if the sealed backup is too large for paper.
    pub fn share_card(
        &self,
        sheets: &Sheets<'_>,
        x: u8,
        with_backup_sheet: bool,
    ) -> Result<Vec<Page>, CeremonyError> {
        let Some(share) = self.shares().iter().find(|share| share.x == x) else { return Ok(Vec::new()) };
        let trustee = self.plan.trustees.get(usize::from(x) - 1).map_or("", |trustee| &trustee.name);
        let mut pages = sheets.share_card(&Card {
            backup: &self.for_paper(),
            number: x,
            trustee,
            code: share.to_text(),
            words: words(&share.y),
            hexadecimal: hexadecimal_lines(&share.y),
            sheet_behind: with_backup_sheet,
        })?;
        if with_backup_sheet {
            pages.extend(self.backup_sheet(sheets)?);
        }
        Ok(pages)
    }

    /// The sealed backup as codes.
    ///
    /// # Errors
    /// As [`Sealed::share_card`].
    pub fn backup_sheet(&self, sheets: &Sheets<'_>) -> Result<Vec<Page>, CeremonyError> {
        let (parts, counts) = (self.parts()?, self.counts()?);
        let codes: Vec<String> = parts.iter().map(backup::BackupPart::to_text).collect();
        let (needed, pages_needed) = (usize::from(counts.needed), counts.pages_needed());
        Ok(sheets.backup_sheet(&self.for_paper(), &Codes { codes, needed, pages_needed })?)
    }

    /// The list of what is to be destroyed, if it takes the place of other cards; `dropped`: what the journal has of this
    /// sitting; `destroyed`: what was by now.
    pub fn to_destroy(&self, sheets: &Sheets<'_>, dropped: &[OldCopy], destroyed: &[OldCopy]) -> Vec<Page> {
        let mut sets: Vec<OldSet> = Vec::new();
        for old in self.old_copies().iter().chain(dropped) {
            let words = std::iter::once(old.words(sheets.texts)).chain(old.with(sheets.texts));
            let thing = (words.collect::<Vec<_>>().join(", "), destroyed.contains(old));
            let set = old.set().to_string();
            match sets.last_mut().filter(|last| last.set == set) {
                Some(last) => last.things.push(thing),
                None => sets.push(OldSet { set, things: vec![thing] }),
            }
        }
        match sets.is_empty() {
            true => Vec::new(),
            false => sheets.to_destroy(&self.for_paper(), &sets),
        }
    }

    /// The owner's record. It says whether the backup sheet is printed behind each card, and what the journal says was
    /// done with this sealed backup; how the cards were read back is left to be noted, if that is still to come. A
    /// Nitrokey's serial is that of the one that was met, or was written since.
    pub fn owners_record(&self, sheets: &Sheets<'_>, sheet_behind: bool, journal: &Journal) -> Page {
        sheets.owners_record(&self.record(&self.for_paper(), sheet_behind, journal))
    }

    /// The booklet that is kept with the spare: the owner's numbers, and those of the guide's sections that tell what to do
    /// when something has happened, in the guide's own words.
    pub fn booklet(&self, sheets: &Sheets<'_>, sheet_behind: bool, journal: &Journal) -> Vec<Page> {
        let guide = self.guide();
        let chapters: Vec<_> = backup::headings(&guide)
            .into_iter()
            .map(|(number, heading)| Chapter {
                number,
                heading: heading.to_owned(),
                text: backup::sections::IN_BOOKLET.contains(&number).then(|| backup::section(&guide, number)),
            })
            .collect();
        sheets.booklet(&self.record(&self.for_paper(), sheet_behind, journal), &chapters)
    }

    /// What stands on the owner's record.
    fn record<'a>(&self, backup: &'a Backup, sheet_behind: bool, journal: &Journal) -> Record<'a> {
        let quorum = self.manifest().quorum;
        let how = journal.how_read(self.manifest().set, quorum.needed());
        let all = how.whole.len() + how.spot_checked.len() >= usize::from(quorum.cards());
        let key = |(role, met): (Role, &Option<String>)| {
            let written = journal.nitrokey(self, &role);
            NitrokeyLine {
                role,
                serial: written.map(|(serial, _)| serial.to_string()).or_else(|| met.clone()),
                proven: written.map(|(_, moment)| moment.day()),
            }
        };
        let card = |number| journal.card_printed(self.manifest().set, number);
        let done = [
            (Done::Cards, (1..=quorum.cards()).all(card)),
            (Done::Sheet, journal.has(Did::printed(self, Sheet::Backup))),
            (Done::Slips, journal.has(Did::printed(self, Sheet::PinSlips))),
            (Done::Files, journal.has(Did::printed(self, Sheet::Files))),
            (Done::Bundle, journal.has(Did::written(self))),
            (Done::SpotCheckIsEnough, journal.has(Did::SpotCheckIsEnough { backup: self.which() })),
        ];
        Record {
            backup,
            algorithm: self.manifest().algorithm.clone(),
            key_made: self.key_made.clone(),
            what_where: self.what_where.clone(),
            expires: self.expires.clone(),
            read_whole: all.then_some(how.whole.len()),
            opened_by: self.opened_by,
            rehearsed: journal.rehearsal(self).map(|(moment, from_paper)| (moment.day(), from_paper)),
            done: done.into_iter().filter(|(_, is_done)| *is_done).map(|(done, _)| done).collect(),
            nitrokeys: self.plan.roles().into_iter().zip(&self.serials).map(key).collect(),
            sheet_behind,
            trustees: self
                .plan
                .trustees
                .iter()
                .map(|trustee| Holder { name: trustee.name.clone(), note: trustee.note.clone() })
                .collect(),
        }
    }
}

impl Made {
    /// A slip with the PINs for each Nitrokey, if the owner asks for it.
    pub fn pin_slips(&self, sheets: &Sheets<'_>) -> Vec<Page> {
        sheets.pin_slips(self.pins())
    }

    /// What to do on the day after a theft, for whom the new subkeys that are in it were made. It has no secret.
    ///
    /// # Errors
    /// [`CeremonyError::OpenPgp`].
    pub fn after_theft(&self, others_left: bool) -> Result<Today, CeremonyError> {
        let (identity, user_ids) = (self.identity(), self.identity().user_ids());
        let owner = owner_on_paper(&user_ids).or_else(|| owner_on_paper(&self.plan().user_ids));
        Ok(Today {
            owner: owner.unwrap_or_default().to_owned(),
            fingerprint: identity.fingerprint(),
            day: Moment::from(identity.newest()).day(),
            login: openpgp::ssh_public_key(identity)?,
            old_logins: openpgp::replaced_ssh_keys(identity),
            others_left,
        })
    }
}
