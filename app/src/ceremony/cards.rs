//! Step 7, printing aside: every card is read back and compared with what was split.

use std::borrow::Borrow;
use std::marker::PhantomData;

use super::one_card::share;
use super::{CeremonyError, Sealed};
use crate::backup::{ByHandError, GatherError, SetId, Share, Word, parse_hexadecimal, parse_words, word, words};
use crate::machine::entropy::{EntropyError, random};

/// All cards of a set were read back the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardsProven {
    pub(super) set: SetId,
}

/// How many words a quick check asks for.
const ASKED: usize = 3;

/// Cards that the program printed: what is on paper is what was drawn.
#[derive(Debug)]
pub struct Printed;

/// Cards that somebody wrote by hand, where each word may be wrong.
#[derive(Debug)]
pub struct Handwritten;

/// The cards read back so far. It holds the [`Sealed`] that they come from, or a reference to it.
///
/// A quick check is enough for a printed card. One that was written by hand is typed back in full:
///
/// ```compile_fail,E0599
/// # fn check(sealed: &coldspare::ceremony::Sealed) {
/// coldspare::ceremony::ReadBack::handwritten(sealed).quick_check(1);
/// # }
/// ```
#[derive(Debug)]
pub struct ReadBack<S, Cards = Printed> {
    sealed: S,
    read: Vec<u8>,
    cards: PhantomData<Cards>,
}

/// Three words to be asked for. It is answered once: the next try asks for others.
#[derive(Debug)]
pub struct QuickCheck {
    set: SetId,
    x: u8,
    positions: [usize; ASKED],
}

impl QuickCheck {
    /// Which words, from 1 to 24, in rising order.
    pub fn positions(&self) -> [usize; ASKED] {
        self.positions
    }
}

impl<S: Borrow<Sealed>> ReadBack<S> {
    /// None yet, of cards that were printed.
    pub fn new(sealed: S) -> Self {
        ReadBack { sealed, read: Vec::new(), cards: PhantomData }
    }

    /// Draws the words that card `x` is asked for.
    ///
    /// # Errors
    /// [`CeremonyError::NoSuchNumber`], or [`CeremonyError::Entropy`].
    pub fn quick_check(&self, x: u8) -> Result<QuickCheck, CeremonyError> {
        self.share(x)?;
        Ok(QuickCheck { set: self.sealed().manifest().set, x, positions: positions()? })
    }

    /// The words at the positions asked for, each whole or its first four letters. All right: the card
    /// counts as read back.
    ///
    /// # Errors
    /// [`CeremonyError`] with the number of the first word that is wrong; the cards read before stay.
    pub fn answer(&mut self, asked: QuickCheck, typed: [&str; ASKED]) -> Result<u8, CeremonyError> {
        let QuickCheck { set, x, positions } = asked;
        let expected = self.sealed().manifest().set;
        if set != expected {
            return Err(CeremonyError::OtherCeremony { expected: expected.to_string() });
        }
        let card = words(&self.share(x)?.y);
        for (position, typed) in positions.into_iter().zip(typed) {
            let Word::Whole(word) = word(typed) else {
                return Err(ByHandError::Unknown { position }.into());
            };
            if card.get(position - 1) != Some(&word) {
                return Err(CeremonyError::WordDiffers { card: self.sealed().card_name(x), position });
            }
        }
        Ok(self.accept(x))
    }

    /// Those that are still to come are written by hand. Those that were read stay read.
    pub fn rest_by_hand(self) -> ReadBack<S, Handwritten> {
        ReadBack { sealed: self.sealed, read: self.read, cards: PhantomData }
    }
}

impl<S: Borrow<Sealed>> ReadBack<S, Handwritten> {
    /// None yet, of cards some of which were written by hand.
    pub fn handwritten(sealed: S) -> Self {
        ReadBack { sealed, read: Vec::new(), cards: PhantomData }
    }

    /// Those that are still to come are printed. Those that were read stay read.
    pub fn rest_printed(self) -> ReadBack<S> {
        ReadBack { sealed: self.sealed, read: self.read, cards: PhantomData }
    }
}

impl<S: Borrow<Sealed>, Cards> ReadBack<S, Cards> {
    fn sealed(&self) -> &Sealed {
        self.sealed.borrow()
    }

    /// The numbers of the cards that were read, in the order in which they were.
    pub fn read(&self) -> &[u8] {
        &self.read
    }

    /// The text of a card's QR code, also as a scanner types it. Returns the card's number.
    ///
    /// # Errors
    /// [`CeremonyError`]; the cards read before stay.
    pub fn scanned(&mut self, text: &str) -> Result<u8, CeremonyError> {
        let share = share(text)?;
        let set = self.sealed().manifest().set;
        if share.set != set {
            return Err(GatherError::OtherSet { card: share.x, found: share.set, expected: set }.into());
        }
        let printed = self.sealed().shares().iter().find(|s| s.x == share.x);
        if printed != Some(&share) {
            return Err(CeremonyError::CardDiffers { card: self.sealed().card_name(share.x) });
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
        match *self.share(x)?.y == *y {
            true => Ok(self.accept(x)),
            false => Err(CeremonyError::CardDiffers { card: self.sealed().card_name(x) }),
        }
    }

    fn share(&self, x: u8) -> Result<&Share, CeremonyError> {
        let cards = self.sealed().manifest().quorum.cards();
        let share = self.sealed().shares().iter().find(|share| share.x == x);
        share.ok_or(CeremonyError::NoSuchNumber { number: x, cards })
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
        let all = self.sealed().shares().iter().map(|s| s.x);
        let cards: Vec<_> =
            all.filter(|x| !self.read.contains(x)).map(|x| self.sealed().card_name(x)).collect();
        match cards.is_empty() {
            true => Ok(CardsProven { set: self.sealed().manifest().set }),
            false => Err(CeremonyError::CardsMissing { cards }),
        }
    }
}

/// Three of 1 to 24, all different, each three as likely as any other.
fn positions() -> Result<[usize; ASKED], EntropyError> {
    const WORDS: u8 = 24;
    let mut drawn = Vec::with_capacity(ASKED);
    while drawn.len() < ASKED {
        let mut byte = [0u8];
        random(&mut byte)?;
        // The rest of the bytes would make the first words likelier.
        let position = usize::from(byte[0] % WORDS) + 1;
        if byte[0] < u8::MAX - u8::MAX % WORDS && !drawn.contains(&position) {
            drawn.push(position);
        }
    }
    drawn.sort_unstable();
    Ok([drawn[0], drawn[1], drawn[2]])
}
