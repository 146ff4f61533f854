//! Cards that were dealt in this sitting, and then others in their place: they are on paper, and what was sealed for them may
//! be on a stick. No backup knows of them, for nothing that was sealed since has come of it.

use super::fingerprint::Fingerprint;
use super::journal::{Did, Journal, Sheet};
use super::{OldCopy, Sealed};
use crate::backup::{Sealing, SetId};
use crate::plan::Quorum;

impl Journal {
    /// What is still there of sets that were dealt in this sitting for these keys, which no list of this sealed backup has.
    pub fn dropped(&self, sealed: &Sealed) -> Vec<OldCopy> {
        let ours = Fingerprint::of_manifest(sealed.manifest());
        let listed = sealed.old_copies();
        let is_known = |set: SetId| set == sealed.manifest().set || listed.iter().any(|old| old.set() == set);
        let mut sets: Vec<(SetId, Quorum)> = Vec::new();
        for did in self.all() {
            let Did::Sealed { of, backup: Sealing { set, .. }, quorum } = did else { continue };
            if of == ours && !is_known(set) && sets.iter().all(|(there, _)| *there != set) {
                sets.push((set, quorum));
            }
        }
        sets.into_iter().rev().flat_map(|(set, quorum)| self.of_set(set, quorum)).collect()
    }

    /// Its cards that came to paper, and each sealing that came to a stick.
    fn of_set(&self, set: SetId, quorum: Quorum) -> Vec<OldCopy> {
        let is_on_paper = |card: u8| {
            self.all().into_iter().any(|did| match did {
                Did::Printed { backup: of, sheet: Sheet::Card(number) } => of.set == set && number == card,
                Did::Printed { backup: of, sheet: Sheet::MoreCards | Sheet::Files } => of.set == set,
                Did::ReadBack { set: of, card: number, .. } => of == set && number == card,
                // It may have come out whole before its printer failed.
                Did::PrintedAgain { set: of, card: number } => of == set && number == card,
                _ => false,
            })
        };
        let cards = (1..=quorum.cards()).filter(|card| is_on_paper(*card));
        let cards = cards.map(|number| OldCopy::Card { set, number, name: None, sheet: false });
        // Sheets count as the sealing that they are of; they are printed with cards, or alone.
        let is_sheet =
            |sheet| matches!(sheet, Sheet::Card(_) | Sheet::MoreCards | Sheet::Files | Sheet::Backup);
        let sealing = |did| match did {
            Did::Printed { backup, sheet } if is_sheet(sheet) => Some(backup),
            Did::Written { backup } => Some(backup),
            _ => None,
        };
        let of_it = self.all().into_iter().filter_map(sealing).filter(|backup| backup.set == set);
        let mut sealings: Vec<_> = of_it.map(|backup| backup.number).collect();
        sealings.sort_unstable();
        sealings.dedup();
        cards.chain(sealings.into_iter().map(|sealing| OldCopy::Unknown { set, sealing })).collect()
    }
}
