//! Cards that were read back, and how.

use crate::backup::{SetId, Share};

/// All cards of a set were read back the same. It is evidence for the set, and holds what was read.
#[derive(Debug, Clone)]
pub struct CardsProven {
    pub(super) set: SetId,
    pub(super) needed: u8,
    pub(super) cards: Vec<Card>,
}

impl CardsProven {
    /// Cards that have just opened a backup.
    pub(super) fn opened(set: SetId, needed: u8, cards: impl IntoIterator<Item = Share>) -> Self {
        CardsProven { set, needed, cards: cards.into_iter().map(Card::Whole).collect() }
    }

    /// The set that they form.
    pub fn set(&self) -> SetId {
        self.set
    }

    /// How each of them was read.
    pub fn how(&self) -> HowRead {
        how(self.needed, &self.cards)
    }

    /// The whole cards, as they were read from paper, in the order in which they were.
    pub(super) fn readings(&self) -> impl Iterator<Item = &Share> {
        self.cards.iter().filter_map(Card::whole)
    }
}

/// How the cards of a set were read back. It holds no share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HowRead {
    /// k: so many cards are needed.
    pub needed: u8,
    /// The numbers of those that were read whole, in the order in which they were.
    pub whole: Vec<u8>,
    /// The numbers of those of which three words were compared.
    pub spot_checked: Vec<u8>,
}

impl HowRead {
    /// Whether enough whole cards were read to recover from: then a rehearsal is one from paper.
    pub fn is_from_paper(&self) -> bool {
        self.whole.len() >= usize::from(self.needed)
    }
}

/// A card that was read back.
#[derive(Debug, Clone)]
pub(super) enum Card {
    /// The share that stands on it, as it was scanned or typed.
    Whole(Share),
    /// Three of its words are right.
    SpotChecked(u8),
}

impl Card {
    pub(super) fn number(&self) -> u8 {
        match self {
            Card::Whole(share) => share.x,
            Card::SpotChecked(x) => *x,
        }
    }

    pub(super) fn whole(&self) -> Option<&Share> {
        match self {
            Card::Whole(share) => Some(share),
            Card::SpotChecked(_) => None,
        }
    }
}

/// How these were read.
pub(super) fn how(needed: u8, cards: &[Card]) -> HowRead {
    let spot_checked = cards.iter().filter(|card| card.whole().is_none()).map(Card::number).collect();
    HowRead {
        needed,
        whole: cards.iter().filter_map(Card::whole).map(|share| share.x).collect(),
        spot_checked,
    }
}
