//! Station 3, seal: a backup key, and its shares, one for each card.

use crate::backup::{self, BackupKey, Moment, SealingRecord, SetId, Share, id_of_cards};
use crate::machine::entropy::EntropyError;
use crate::plan::Quorum;

use super::CeremonyError;

/// A backup key with all its shares: what is sealed under it, any k of the cards open. It is new, or that of cards that
/// have opened a backup: [`Made::split`](super::Made::split).
#[derive(Clone)]
pub struct Split {
    pub(super) key: BackupKey,
    pub(super) quorum: Quorum,
    pub(super) shares: Vec<Share>,
    /// The number of the last sealed backup under this key; 0: there is none yet.
    pub(super) sealings: u32,
}

impl std::fmt::Debug for Split {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Split(set {}, {} shares)", self.set(), self.shares.len())
    }
}

impl Split {
    /// Draws a new backup key and splits it: new cards.
    ///
    /// # Errors
    /// If the system's generator does not answer.
    pub fn of_new_key(quorum: Quorum) -> Result<Self, CeremonyError> {
        let key = BackupKey::generate().map_err(EntropyError::Device)?;
        let shares = backup::split(&key, quorum);
        Ok(Split { key, quorum, shares, sealings: 0 })
    }

    /// The next sealed backup under this key.
    pub(super) fn next(&self, moment: Moment) -> SealingRecord {
        SealingRecord {
            set: self.set(),
            number: self.sealings.saturating_add(1),
            moment,
            quorum: self.quorum,
            cards_id: id_of_cards(self.shares.iter().map(Share::hash)),
        }
    }

    /// The set that the cards form.
    pub fn set(&self) -> SetId {
        self.key.set()
    }
}
