//! Bringing shares together again, each one checked as it comes.

use sharks::Sharks;
use zeroize::Zeroizing;

use super::{BackupKey, Manifest, SetId, Share};
use crate::plan::Quorum;

/// A share that does not fit to those that are there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GatherError {
    /// Of another set.
    #[error(
        "card {card} belongs to set {found}, the others belong to set {expected}. Put it aside and take a card of set {expected}"
    )]
    OtherSet {
        /// The card's number.
        card: u8,
        /// Its set.
        found: SetId,
        /// The set of the others, or of the bundle.
        expected: SetId,
    },
    /// Twice the same.
    #[error("card {card} was there already. Take another card of this set")]
    Doubled {
        /// The card's number.
        card: u8,
    },
    /// Its bytes or its numbers are not those that were printed.
    #[error(
        "card {card} is damaged: what it says is not what was printed. Scan it again or type its words; if it stays, take another card"
    )]
    Damaged {
        /// The card's number.
        card: u8,
    },
    /// One more than needed.
    #[error("card {card} is not needed: {needed} cards are there, and {needed} are enough. Go on")]
    BeyondQuorum {
        /// The card's number.
        card: u8,
        /// k.
        needed: u8,
    },
    /// Not enough yet.
    #[error("{missing} more of {needed} cards are needed. Scan or type another card")]
    TooFew {
        /// How many are missing.
        missing: u8,
        /// k.
        needed: u8,
    },
    /// All were taken, but what they give is not the backup key.
    #[error(
        "cards {cards:?} together do not give the backup key of set {set}: at least one was typed wrong or is a forgery. Read them again, or take other cards"
    )]
    WrongKey {
        /// Which cards.
        cards: Vec<u8>,
        /// Their set.
        set: SetId,
    },
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The card that came last.
    pub card: u8,
    /// How many are still needed; 0: enough.
    pub missing: u8,
}

/// The shares that have come so far.
#[derive(Debug, Default)]
pub struct Gathering {
    shares: Vec<Share>,
    manifest: Option<Manifest>,
}

impl Gathering {
    /// Without a manifest: the first share says what set it is.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a manifest, whose signature was checked: each share is checked alone.
    pub fn of(manifest: Manifest) -> Self {
        Gathering { shares: Vec::new(), manifest: Some(manifest) }
    }

    fn expected(&self) -> Option<(SetId, Quorum)> {
        let manifest = self.manifest.as_ref().map(|m| (m.set, m.quorum));
        manifest.or_else(|| self.shares.first().map(|s| (s.set, s.quorum)))
    }

    /// k of n, once the manifest or a first share says it.
    pub fn quorum(&self) -> Option<Quorum> {
        self.expected().map(|(_, quorum)| quorum)
    }

    /// Takes one share.
    ///
    /// # Errors
    /// [`GatherError`]; what was there before stays.
    pub fn add(&mut self, share: Share) -> Result<Progress, GatherError> {
        let card = share.x;
        let (expected, quorum) = self.expected().unwrap_or((share.set, share.quorum));
        if share.set != expected {
            return Err(GatherError::OtherSet { card, found: share.set, expected });
        }
        let printed = self.manifest.as_ref().map(|m| m.hash_of(card));
        if share.quorum != quorum || printed.is_some_and(|hash| hash != Some(share.hash())) {
            return Err(GatherError::Damaged { card });
        }
        if let Some(there) = self.shares.iter().find(|s| s.x == card) {
            return Err(match there.y == share.y {
                true => GatherError::Doubled { card },
                false => GatherError::Damaged { card },
            });
        }
        if self.missing(quorum) == 0 {
            return Err(GatherError::BeyondQuorum { card, needed: quorum.needed() });
        }
        self.shares.push(share);
        Ok(Progress { card, missing: self.missing(quorum) })
    }

    /// The numbers of those that are there, in the order in which they came.
    pub fn cards(&self) -> Vec<u8> {
        self.shares.iter().map(|s| s.x).collect()
    }

    fn missing(&self, quorum: Quorum) -> u8 {
        let there = u8::try_from(self.shares.len()).unwrap_or(u8::MAX);
        quorum.needed().saturating_sub(there)
    }

    /// Takes a card out again, if it was read wrong.
    pub fn remove(&mut self, card: u8) {
        self.shares.retain(|s| s.x != card);
    }

    /// The backup key.
    ///
    /// # Errors
    /// [`GatherError::TooFew`] or [`GatherError::WrongKey`]; the shares stay.
    pub fn join(&self) -> Result<BackupKey, GatherError> {
        let none = GatherError::TooFew { missing: 2, needed: 2 };
        let (set, quorum) = self.expected().ok_or(none)?;
        let (missing, needed) = (self.missing(quorum), quorum.needed());
        if missing > 0 {
            return Err(GatherError::TooFew { missing, needed });
        }
        let wrong = || GatherError::WrongKey { cards: self.cards(), set };
        let shares = self.shares.iter().map(as_sharks).collect::<Option<Vec<_>>>().ok_or_else(wrong)?;
        let bytes = Zeroizing::new(Sharks(needed).recover(&shares).map_err(|_| wrong())?);
        let bytes: [u8; 32] = bytes[..].try_into().map_err(|_| wrong())?;
        let key = BackupKey::from_bytes(bytes);
        if key.set() == set { Ok(key) } else { Err(wrong()) }
    }
}

fn as_sharks(share: &Share) -> Option<sharks::Share> {
    let mut bytes = Zeroizing::new([0u8; 33]);
    bytes[0] = share.x;
    bytes[1..].copy_from_slice(&share.y[..]);
    sharks::Share::try_from(&bytes[..]).ok()
}
