//! How many cards there are, and how many of them recover.

use super::error::{Allowed, PlanError, field};

/// k of n: any `needed` cards recover, one fewer reveals nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    needed: u8,
    cards: u8,
}

impl Quorum {
    /// At least 2 cards needed, at most 16 made.
    ///
    /// # Errors
    /// Names the field that is out of range.
    pub fn new(needed: i64, cards: i64) -> Result<Self, PlanError> {
        let cards = u8::try_from(cards)
            .ok()
            .filter(|n| (2..=16).contains(n))
            .ok_or_else(|| field("quorum.cards", cards, Allowed::Range { from: 2, to: 16 }))?;
        let needed = u8::try_from(needed)
            .ok()
            .filter(|k| (2..=cards).contains(k))
            .ok_or_else(|| field("quorum.needed", needed, Allowed::UpToCards { cards }))?;
        Ok(Quorum { needed, cards })
    }

    /// k.
    pub fn needed(self) -> u8 {
        self.needed
    }

    /// n.
    pub fn cards(self) -> u8 {
        self.cards
    }

    /// So many cards may be lost; 0: all are needed.
    pub fn spare(self) -> u8 {
        self.cards.saturating_sub(self.needed)
    }
}
