//! Step 7, printing aside: every card is read back and compared with what was split.

use super::{CeremonyError, Sealed};
use crate::backup::{SetId, Share, parse_hexadecimal, parse_words};

/// All cards of a set were read back the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardsProven {
    pub(super) set: SetId,
}

/// The cards read back so far.
#[derive(Debug)]
pub struct ReadBack<'a> {
    sealed: &'a Sealed,
    read: Vec<u8>,
}

impl<'a> ReadBack<'a> {
    /// None yet.
    pub fn new(sealed: &'a Sealed) -> Self {
        ReadBack { sealed, read: Vec::new() }
    }

    /// The text of a card's QR code. Returns the card's number.
    ///
    /// # Errors
    /// [`CeremonyError`]; the cards read before stay.
    pub fn scanned(&mut self, text: &str) -> Result<u8, CeremonyError> {
        let share = Share::parse(text)?;
        let card = || self.sealed.card_name(share.x);
        let printed = self.sealed.shares().iter().find(|s| s.x == share.x);
        if printed != Some(&share) {
            return Err(CeremonyError::CardDiffers { card: card() });
        }
        Ok(self.accept(share.x))
    }

    /// Card `x`'s 24 words.
    ///
    /// # Errors
    /// [`CeremonyError`]; the cards read before stay.
    pub fn words(&mut self, x: u8, typed: &str) -> Result<u8, CeremonyError> {
        self.bytes(x, &*parse_words(typed)?)
    }

    /// Card `x`'s four lines of hexadecimal digits.
    ///
    /// # Errors
    /// [`CeremonyError`]; the cards read before stay.
    pub fn hexadecimal(&mut self, x: u8, typed: &str) -> Result<u8, CeremonyError> {
        self.bytes(x, &*parse_hexadecimal(typed)?)
    }

    fn bytes(&mut self, x: u8, y: &[u8; 32]) -> Result<u8, CeremonyError> {
        match self.sealed.shares().iter().any(|s| s.x == x && *s.y == *y) {
            true => Ok(self.accept(x)),
            false => Err(CeremonyError::CardDiffers { card: self.sealed.card_name(x) }),
        }
    }

    fn accept(&mut self, x: u8) -> u8 {
        if !self.read.contains(&x) {
            self.read.push(x);
        }
        x
    }

    /// The proof, once every card was read.
    ///
    /// # Errors
    /// [`CeremonyError::CardsMissing`] names those that were not.
    pub fn finish(&self) -> Result<CardsProven, CeremonyError> {
        let all = self.sealed.shares().iter().map(|s| s.x);
        let cards: Vec<_> =
            all.filter(|x| !self.read.contains(x)).map(|x| self.sealed.card_name(x)).collect();
        match cards.is_empty() {
            true => Ok(CardsProven { set: self.sealed.manifest().set }),
            false => Err(CeremonyError::CardsMissing { cards }),
        }
    }
}
