//! The cards that new ones take the place of. Where new cards are read back, old ones lie on the same table: each is
//! known, and told by name.

use super::{CardName, CeremonyError, Made};
use crate::backup::{SetId, Share};

/// All cards of the set that opened what is now sealed for other cards.
#[derive(Clone)]
pub(super) struct OldCards {
    shares: Vec<Share>,
    /// Whose they are, in the order of their numbers.
    names: Vec<String>,
}

impl OldCards {
    /// Those that are not of the set `new`, and so are replaced; none if nobody knows which they are.
    pub(super) fn before(new: SetId, made: &Made) -> Option<Self> {
        let shares = made.opened.as_ref()?.split().ok()?.shares;
        let set = shares.first()?.set;
        let names = made.copies.iter().rfind(|copies| copies.set == set && !copies.cards.is_empty());
        let names = names.map(|copies| copies.cards.clone()).unwrap_or_default();
        (set != new).then_some(OldCards { shares, names })
    }

    /// Why this is none of the cards of the set `expected`: it is one of these.
    pub(super) fn replaced_card(&self, y: &[u8; 32], expected: SetId) -> Option<CeremonyError> {
        let share = self.shares.iter().find(|share| *share.y == *y)?;
        let trustee = self.names.get(usize::from(share.x).wrapping_sub(1)).cloned();
        let card = CardName { number: share.x, trustee };
        Some(CeremonyError::OldCard { card, set: share.set, expected })
    }
}
