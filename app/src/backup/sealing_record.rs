//! `sealing.toml`: what a sealed backup says of itself. Nobody without k cards could write it, so it counts more
//! than what manifest or sheet say of it.

use serde::{Deserialize, Serialize};

use super::{Moment, SetId, Share};
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
    /// All cards together, as [`hash_of_cards`] gives it.
    pub cards_sha256: [u8; 32],
}

/// SHA-256 over the SHA-256 of every card's 32 bytes, in the order of their numbers. Whoever has k cards can compute the
/// others, but cards with other numbers may give the same backup key: this tells which numbers are theirs.
pub fn hash_of_cards(shares: &[Share]) -> [u8; 32] {
    let mut hasher = openssl::sha::Sha256::new();
    shares.iter().for_each(|share| hasher.update(&share.hash()));
    hasher.finish()
}

#[derive(Serialize, Deserialize)]
struct File {
    set: String,
    sealing: u32,
    moment: String,
    needed: u8,
    cards: u8,
    cards_sha256: String,
}

impl SealingRecord {
    pub(super) fn to_toml(self) -> String {
        let SealingRecord { set, number: sealing, moment, quorum, cards_sha256 } = self;
        let file = File {
            set: set.to_string(),
            sealing,
            moment: moment.to_string(),
            needed: quorum.needed(),
            cards: quorum.cards(),
            cards_sha256: data_encoding::HEXLOWER.encode(&cards_sha256),
        };
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
            cards_sha256: sha256(&file.cards_sha256)?,
        })
    }
}

fn sha256(digits: &str) -> Option<[u8; 32]> {
    data_encoding::HEXLOWER.decode(digits.as_bytes()).ok()?.try_into().ok()
}
