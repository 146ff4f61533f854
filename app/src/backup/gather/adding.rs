//! A share comes: whether it is taken, and what it says of those that are there.

use super::error::{Cards, GatherError};
use super::gathering::{Gathering, Progress};
use super::held::{Fit, Held, MOST};
use crate::backup::search::{Number, Piece, in_words};
use crate::backup::{Manifest, Share};
use crate::plan::Quorum;

impl Gathering {
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
        // Whoever types it once more has looked: the other card may be a forgery.
        let is_other = |held: &Held| held.number() == x && !held.is_same(&new);
        let refused = x.filter(|_| self.held.iter().any(is_other));
        if let Some(card) = refused.filter(|_| self.refused != refused) {
            self.refused = refused;
            return Err(GatherError::SameNumber { card });
        }
        self.refused = None;
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
        self.held.push(new);
        Ok(())
    }
}
