//! `sealing.toml`: what a sealed backup says of itself. Nobody without k cards could write it, so it counts more
//! than what manifest or sheet say of it.

use serde::{Deserialize, Serialize};

use super::{Moment, SetId};
use crate::plan::Quorum;

/// Which sealed backup this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealingRecord {
    /// The cards that open it.
    pub set: SetId,
    /// Which sealing of this set, from 1.
    pub number: u32,
    /// When it was sealed.
    pub moment: Moment,
    /// k of n.
    pub quorum: Quorum,
}

#[derive(Serialize, Deserialize)]
struct File {
    set: String,
    sealing: u32,
    moment: String,
    needed: u8,
    cards: u8,
}

impl SealingRecord {
    pub(super) fn to_toml(self) -> String {
        let SealingRecord { set, number: sealing, moment, quorum } = self;
        let (set, moment) = (set.to_string(), moment.to_string());
        let file = File { set, sealing, moment, needed: quorum.needed(), cards: quorum.cards() };
        // Serialising plain strings and numbers cannot fail.
        toml::to_string(&file).unwrap_or_default()
    }

    pub(super) fn from_toml(bytes: &[u8]) -> Option<Self> {
        let file: File = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
        Some(SealingRecord {
            set: SetId::parse(&file.set)?,
            number: Some(file.sealing).filter(|number| *number > 0)?,
            moment: Moment::parse(&file.moment)?,
            quorum: Quorum::new(file.needed.into(), file.cards.into()).ok()?,
        })
    }
}
