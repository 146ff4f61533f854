//! Bringing shares together again. With a manifest each is checked as it comes; without one all that come are kept, and
//! which of them fit together shows when they are joined.

mod error;
mod joining;
mod whole_set;

use std::fmt;

pub use error::{Cards, GatherError};
pub use whole_set::WholeSet;

use super::search::{Number, Piece, Share32, in_words};
use super::{BackupKey, Manifest, SetId, Share};
use crate::plan::Quorum;

/// There are no more cards than 16, and some may be there twice, read in two ways.
const MOST: usize = 20;
/// The highest number that a typed card can have.
const HIGHEST: u8 = 16;
/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The card that came last, if its number is known.
    pub card: Option<u8>,
    /// How many are still needed; 0: enough, if none of them is wrong.
    pub missing: u8,
}

/// A card that came.
struct Held {
    piece: Piece,
    quorum: Option<Quorum>,
    /// What it may say if something of it was misread.
    near: Vec<Share32>,
    /// What was typed, if it was misread and what it says was found. Among other cards that may be different.
    misread: Option<Vec<Share32>>,
}

impl Held {
    fn is_certain(&self) -> bool {
        matches!(self.piece.number, Number::Certain(_))
    }

    fn number(&self) -> Option<u8> {
        match self.piece.number {
            Number::Certain(x) | Number::Typed(x) => Some(x),
            Number::Unknown => None,
        }
    }

    /// Whether it is the same card, read once more. Of one that can be read in many ways that is not certain. Two codes
    /// that say the same under two numbers are two cards: one of them is a forgery.
    fn is_same(&self, other: &Held) -> bool {
        let (a, b) = (&self.piece.readings, &other.piece.readings);
        let both = self.is_certain() && other.is_certain();
        !(both && self.number() != other.number())
            && (a.len() == 1 || b.len() == 1)
            && a.iter().any(|reading| b.contains(reading))
    }

    /// It was read once more: what is known better stays, and what it may say besides.
    fn learns(&mut self, new: Held) {
        if new.number().is_some() {
            self.piece.number = new.piece.number;
        }
        self.quorum = new.quorum.or(self.quorum);
        let mut near = Vec::with_capacity(self.near.len() + new.near.len() + new.piece.readings.len());
        near.append(&mut self.near);
        near.extend(new.near);
        match new.piece.readings.len() {
            1 => self.piece.readings = new.piece.readings,
            _ => near.extend(new.piece.readings),
        }
        // A code says it, and nothing was misread.
        self.near = if self.is_certain() { Vec::new() } else { near };
    }
}

/// Whether a card fits to those that opened the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Nobody knows: they were not joined yet, or too many numbers would have to be tried.
    Unknown,
    /// It fits, with this number; others may do as well.
    With(u8),
    /// It does not, whatever its number.
    Not,
}

/// A card of those that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldCard {
    /// Its number, as far as it is known.
    pub number: Option<u8>,
    /// Whether its code or the manifest says so, and nobody's fingers.
    pub is_certain: bool,
    /// Whether it fits.
    pub fit: Fit,
    /// Whether something of it was misread, or could not be read, and was found.
    pub is_mended: bool,
}

/// What came of joining them.
struct Joined {
    key: BackupKey,
    /// Those that gave it first: the place of each, its number, and which of its readings.
    cards: Vec<(usize, u8, usize)>,
    /// Of each card the number with which it is one of those that give the key.
    fits: Vec<Option<u8>>,
    /// Whether all was tried: what does not fit then is none of the set's cards, with no number.
    is_sure: bool,
}

/// The shares that have come so far.
#[derive(Default)]
pub struct Gathering {
    set: Option<SetId>,
    held: Vec<Held>,
    manifest: Option<Manifest>,
    joined: Option<Joined>,
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
    fn claims(&self, certain: bool) -> Vec<Quorum> {
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

    /// Whether k and n were read, and not typed.
    pub fn quorum_is_certain(&self) -> bool {
        self.manifest.is_some() || self.held.iter().any(Held::is_certain)
    }

    /// Takes one share, read from its code.
    ///
    /// # Errors
    /// [`GatherError`]; what was there before stays.
    pub fn add(&mut self, share: Share) -> Result<Progress, GatherError> {
        let card = share.x;
        let expected = self.set.unwrap_or(share.set);
        if share.set != expected {
            return Err(GatherError::OtherSet { card, found: share.set, expected });
        }
        let is_listed = |m: &Manifest| m.quorum == share.quorum && m.hash_of(card) == Some(share.hash());
        if self.manifest.as_ref().is_some_and(|manifest| !is_listed(manifest)) {
            return Err(GatherError::NotListed { card, set: expected });
        }
        let piece = Piece { number: Number::Certain(card), readings: vec![in_words(&share.y)] };
        self.keep(Held { piece, quorum: Some(share.quorum), near: Vec::new(), misread: None })?;
        self.set = Some(expected);
        Ok(self.progress(Some(card)))
    }

    /// Takes one that was typed, without a manifest: its number and its quorum as far as they are known, and each way
    /// in which it may be read; and `near`, what it may say if something of it was misread. Which number and which
    /// reading is right shows when they are joined.
    ///
    /// # Errors
    /// [`GatherError`]; what was there before stays.
    pub fn add_candidates<'a>(
        &mut self,
        x: Option<u8>,
        quorum: Option<Quorum>,
        ys: impl IntoIterator<Item = &'a [u8; 32]>,
        near: impl IntoIterator<Item = &'a [u8; 32]>,
    ) -> Result<Progress, GatherError> {
        let number = x.map_or(Number::Unknown, Number::Typed);
        let piece = Piece { number, readings: ys.into_iter().map(in_words).collect() };
        let new = Held { piece, quorum, near: near.into_iter().map(in_words).collect(), misread: None };
        let same = self.held.iter().find(|held| x.is_some() && held.number() == x && !held.is_same(&new));
        if let (Some(card), Some(_)) = (x, same) {
            return Err(GatherError::SameNumber { card });
        }
        self.keep(new)?;
        Ok(self.progress(x))
    }

    fn keep(&mut self, new: Held) -> Result<(), GatherError> {
        let (new_number, is_certain) = (new.number(), new.is_certain());
        if let Some(held) = self.held.iter_mut().find(|held| held.is_same(&new)) {
            if !held.is_certain() && self.joined.is_none() {
                held.learns(new);
            }
            let certain = new_number.filter(|_| is_certain);
            return Err(GatherError::Doubled { card: certain.or(held.number()) });
        }
        if let Some(joined) = &self.joined {
            let card = Cards(vec![new.number()]);
            self.held.push(new);
            let fit = self.fits(&joined.key);
            self.held.pop();
            return Err(if fit == Fit::Not {
                GatherError::Misfit(card)
            } else {
                GatherError::NotNeeded(card)
            });
        }
        if self.held.len() == MOST {
            return Err(GatherError::Full);
        }
        if let Number::Certain(x) = new.piece.number {
            // Whoever typed this number for another card has mistaken it.
            for held in self.held.iter_mut().filter(|held| held.piece.number == Number::Typed(x)) {
                held.piece.number = Number::Unknown;
            }
        }
        self.held.push(new);
        Ok(())
    }

    fn progress(&self, card: Option<u8>) -> Progress {
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
        let there = u8::try_from(self.held.len()).unwrap_or(u8::MAX);
        self.quorum().map_or(2, Quorum::needed).saturating_sub(there)
    }

    /// Whether there is something to try: also with fewer than k, where k was typed, or is disputed. One code alone may
    /// be a forgery that asks for more cards than there are.
    pub fn can_be_tried(&self) -> bool {
        let mut claims = self.claims(true);
        let is_read = !claims.is_empty();
        claims.extend(
            self.claims(false).into_iter().filter(|typed| !claims.contains(typed)).collect::<Vec<_>>(),
        );
        let is_certain = self.manifest.is_some() || is_read && claims.len() == 1;
        self.missing() == 0 || self.held.len() >= 2 && !is_certain
    }

    /// Takes the card at this place out again, if it was read wrong.
    pub fn remove(&mut self, place: usize) {
        if place < self.held.len() {
            self.held.remove(place);
            self.joined = None;
            // Nothing is known any more of what the others say either.
            for held in &mut self.held {
                if let Some(typed) = held.misread.take() {
                    held.piece.readings = typed;
                }
            }
        }
    }
}
