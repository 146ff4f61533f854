//! The shares that have come so far, and what is known of k and n.

use std::fmt;

use super::error::Cards;
use super::held::{Fit, Held, HeldCard, Joined};
use crate::backup::{Manifest, SetId};
use crate::plan::Quorum;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The card that came last, if its number is known.
    pub card: Option<u8>,
    /// How many are still needed; 0: enough, if none of them is wrong.
    pub missing: u8,
}

/// The shares that have come so far.
#[derive(Default)]
pub struct Gathering {
    pub(super) set: Option<SetId>,
    pub(super) held: Vec<Held>,
    pub(super) manifest: Option<Manifest>,
    pub(super) joined: Option<Joined>,
    /// The number that was typed last, if another card has it and it was refused.
    pub(super) refused: Option<u8>,
}

impl fmt::Debug for Gathering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gathering(cards {})", self.cards())
    }
}

impl Gathering {
    /// Without a manifest: the first share says what set it is.
    pub fn new() -> Self {
        Self::default()
    }

    /// Without a manifest: a backup sheet says what set it is.
    pub fn of_set(set: SetId) -> Self {
        Gathering { set: Some(set), ..Self::default() }
    }

    /// With a manifest, whose signature was checked: each share is checked alone.
    pub fn of(manifest: Manifest) -> Self {
        Gathering { set: Some(manifest.set), manifest: Some(manifest), ..Self::default() }
    }

    /// k of n: as the manifest says, or most of the codes, or else what was typed.
    pub fn quorum(&self) -> Option<Quorum> {
        let listed = self.manifest.as_ref().map(|m| m.quorum);
        listed.or_else(|| self.claims(true).into_iter().chain(self.claims(false)).next())
    }

    /// What the cards say of k and n, that of the most cards first.
    pub(super) fn claims(&self, certain: bool) -> Vec<Quorum> {
        let said = self.held.iter().filter(|held| held.is_certain() == certain);
        let mut counted: Vec<(usize, Quorum)> = Vec::new();
        for quorum in said.filter_map(|held| held.quorum) {
            match counted.iter_mut().find(|(_, other)| *other == quorum) {
                Some((count, _)) => *count += 1,
                None => counted.push((1, quorum)),
            }
        }
        counted.sort_by_key(|(count, quorum)| (usize::MAX - count, u8::MAX - quorum.needed()));
        counted.into_iter().map(|(_, quorum)| quorum).collect()
    }

    /// How many cards say k and n as [`Gathering::quorum`] has them.
    pub fn sayers(&self) -> usize {
        let quorum = self.quorum();
        self.held.iter().filter(|held| held.quorum.is_some() && held.quorum == quorum).count()
    }

    /// Whether anybody but one code says k and n: the manifest, or two codes that agree, and no card says anything
    /// else. One alone may be a forgery.
    pub fn quorum_is_certain(&self) -> bool {
        let said = || self.held.iter().filter(|held| held.quorum.is_some());
        let codes = said().filter(|held| held.is_certain()).count();
        self.manifest.is_some() || codes >= 2 && self.sayers() == said().count()
    }

    pub(super) fn progress(&self, card: Option<u8>) -> Progress {
        Progress { card, missing: self.missing() }
    }

    /// The numbers of those that are there, in the order in which they came.
    pub fn cards(&self) -> Cards {
        Cards(self.held.iter().map(Held::number).collect())
    }

    /// What is known of each of them.
    pub fn held(&self) -> Vec<HeldCard> {
        let fit = |place: usize| match &self.joined {
            None => Fit::Unknown,
            Some(joined) => match joined.fits.get(place).copied().flatten() {
                Some(x) => Fit::With(x),
                None if joined.is_sure => Fit::Not,
                None => Fit::Unknown,
            },
        };
        let card = |(place, held): (usize, &Held)| HeldCard {
            number: held.number(),
            is_certain: held.is_certain(),
            fit: fit(place),
            is_mended: held.misread.is_some()
                || held.piece.readings.len() > 1 && matches!(fit(place), Fit::With(_)),
        };
        self.held.iter().enumerate().map(card).collect()
    }

    /// How many more are needed, if none of them is wrong: at least 2, if nobody knows k.
    pub fn missing(&self) -> u8 {
        // What two of them say under two numbers is no more than one card.
        let is_new =
            |(at, held): &(usize, &Held)| !self.held[..*at].iter().any(|one| one.says_the_same(held));
        let there = self.held.iter().enumerate().filter(is_new).count();
        let there = u8::try_from(there).unwrap_or(u8::MAX);
        self.quorum().map_or(2, Quorum::needed).saturating_sub(there)
    }

    /// Whether there is something to try: also with fewer than k, where k was typed, is disputed, or one code says it
    /// that may be a forgery and ask for more cards than there are.
    pub fn can_be_tried(&self) -> bool {
        self.missing() == 0 || self.held.len() >= 2 && !self.quorum_is_certain()
    }

    /// Takes the card at this place out again, if it was read wrong.
    pub fn remove(&mut self, place: usize) {
        if place < self.held.len() {
            self.held.remove(place);
            self.refused = None;
            self.forget_joined();
        }
    }

    /// Nothing is known any more of which of them fit, nor of what those say that were misread.
    pub fn forget_joined(&mut self) {
        self.joined = None;
        for held in &mut self.held {
            if let Some(typed) = held.misread.take() {
                held.piece.readings = typed;
            }
        }
    }

    /// Whether they are of this set, and no manifest says which they are.
    pub fn is_of(&self, set: SetId) -> bool {
        self.set == Some(set) && self.manifest.is_none()
    }
}
