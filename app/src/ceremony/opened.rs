//! What an opened backup is besides its contents: the cards that opened it, and what was said of it from outside.

use super::old_copies::Replaced;
use super::{CardsProven, CeremonyError, Split};
use crate::backup::{
    BackupKey, Copies, GatherError, Manifest, Moment, SealingRecord, SetId, WholeSet, id_of, id_of_cards,
};
use crate::plan::Quorum;

/// The cards that opened a backup, and what lay beside it.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    key: BackupKey,
    quorum: Quorum,
    /// The number of the last sealing for these cards.
    sealings: u32,
    /// All cards of the set; or why nobody knows which they are.
    shares: Result<Vec<crate::backup::Share>, GatherError>,
    pub(super) cards: CardsProven,
    /// SHA-256 of the one that was opened.
    pub(super) sealed_backup: [u8; 32],
    /// What manifest or sheet call it.
    number: u32,
    pub(super) manifest: Option<Manifest>,
}

/// What manifest or sheet say of a sealed backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outside {
    /// Which set it is for.
    pub set: SetId,
    /// Which sealing it is.
    pub number: u32,
    /// When it was sealed; a sheet does not say it.
    pub moment: Option<Moment>,
}

impl Opened {
    pub(super) fn new(
        key: BackupKey,
        quorum: Quorum,
        (sealings, sealed_backup): (u32, [u8; 32]),
        all: Result<WholeSet, GatherError>,
        (number, manifest): (u32, Option<Manifest>),
    ) -> Self {
        let read = |all: &WholeSet| {
            let card = |x: &u8| all.shares.iter().find(|share| share.x == *x).cloned();
            all.read.iter().filter_map(card).collect::<Vec<_>>()
        };
        let cards = all.as_ref().map(read).unwrap_or_default();
        let cards = CardsProven::opened(key.set(), quorum.needed(), cards);
        let shares = all.map(|all| all.shares);
        Opened { key, quorum, sealings, shares, cards, sealed_backup, number, manifest }
    }

    pub(super) fn split(&self) -> Result<Split, CeremonyError> {
        let shares = self.shares.clone()?;
        Ok(Split { key: self.key.clone(), quorum: self.quorum, shares, sealings: self.sealings })
    }

    /// Where it left copies and that it is known by its SHA-256, for those that are made from it: none of that stands in
    /// itself. If it does not even say which sealing it is, or what was planned of it, nobody knows where copies are.
    pub(super) fn is_noted(&self, inside: Option<&SealingRecord>, newest: Moment, copies: &mut Vec<Copies>) {
        let id = Some(id_of(self.sealed_backup));
        let which = inside.map_or((self.key.set(), self.sealings), |inside| (inside.set, inside.number));
        let is_it = |copies: &&mut Copies| inside.is_some() && (copies.set, copies.sealing) == which;
        match copies.iter_mut().rev().find(is_it) {
            Some(copies) => copies.id = id,
            None => {
                let moment = inside.map_or(newest, |inside| inside.moment);
                copies.push(Copies { id, ..Copies::unknown(which, moment) });
            }
        }
    }

    /// Which set it is, how many cards there are of it, and which sealing is named from outside.
    pub(super) fn replaced(&self) -> Replaced {
        Replaced { set: self.key.set(), cards: self.quorum.cards(), sealings: vec![self.number] }
    }

    /// What was said from outside, if it is not what the backup says of itself. Nobody without k cards could have written
    /// that; manifest and sheet could have been put there by anybody.
    pub(super) fn contradicts(&self, inside: Option<&SealingRecord>, copies: &[Copies]) -> Option<Outside> {
        let inside = inside?;
        let (moment, set) = (self.manifest.as_ref().map(|m| m.moment), self.key.set());
        let outside = Outside { set, number: self.number, moment };
        let is_other_list = |manifest: &Manifest| {
            let cards = id_of_cards(manifest.cards.iter().map(|card| card.sha256));
            let before = copies.iter().filter_map(|copies| copies.id);
            manifest.quorum != inside.quorum
                || cards != inside.cards_id
                || !before.eq(manifest.before.iter().copied())
        };
        let is_same = inside.set == set
            && inside.number == self.number
            && moment.is_none_or(|moment| moment == inside.moment)
            && !self.manifest.as_ref().is_some_and(is_other_list);
        (!is_same).then_some(outside)
    }
}
