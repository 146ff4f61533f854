//! The cards that are there, each with what is known of it.

use crate::backup::BackupKey;
use crate::backup::search::{Number, Piece, Share32};
use crate::plan::Quorum;

/// There are no more cards than 16, and some may be there twice, read in two ways.
pub(super) const MOST: usize = 20;

/// A card that came.
pub(super) struct Held {
    pub(super) piece: Piece,
    pub(super) quorum: Option<Quorum>,
    /// What it may say if something of it was misread.
    pub(super) near: Vec<Share32>,
    /// What was typed, if it was misread and what it says was found. Among other cards that may be different.
    pub(super) misread: Option<Vec<Share32>>,
}

impl Held {
    pub(super) fn is_certain(&self) -> bool {
        matches!(self.piece.number, Number::Certain(_))
    }

    pub(super) fn number(&self) -> Option<u8> {
        match self.piece.number {
            Number::Certain(x) | Number::Typed(x) => Some(x),
            Number::Unknown => None,
        }
    }

    /// Whether it is the same card, read once more. What a code says is under another number another card, typed or
    /// scanned: one of them is a forgery, or a number that was mistyped.
    pub(super) fn is_same(&self, other: &Held) -> bool {
        let is_certain = self.is_certain() || other.is_certain();
        let is_other = self.number().zip(other.number()).is_some_and(|(a, b)| a != b);
        !(is_certain && is_other) && self.says_the_same(other)
    }

    /// Whether both say the same. Of one that can be read in many ways that is not certain.
    pub(super) fn says_the_same(&self, other: &Held) -> bool {
        let (a, b) = (&self.piece.readings, &other.piece.readings);
        (a.len() == 1 || b.len() == 1) && a.iter().any(|reading| b.contains(reading))
    }

    /// Takes what was read of the same card once more: what is known better stays, and what else the card may say.
    pub(super) fn learns(&mut self, new: Held) {
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
pub(super) struct Joined {
    pub(super) key: BackupKey,
    /// Those that gave it first: the place of each, its number, and which of its readings.
    pub(super) cards: Vec<(usize, u8, usize)>,
    /// Of each card the number with which it is one of those that give the key.
    pub(super) fits: Vec<Option<u8>>,
    /// Whether all was tried: what does not fit then is none of the set's cards, with no number.
    pub(super) is_sure: bool,
}
