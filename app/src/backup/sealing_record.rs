//! `sealing.toml`: what a sealed backup says of itself. Nobody without k cards could write it, so it counts more
//! than what manifest or sheet say of it.

use serde::{Deserialize, Serialize};

use super::{Moment, Planned, SetId};
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
    /// All cards together, as [`id_of_cards`] gives it.
    pub cards_id: CardsId,
}

/// The first 8 bytes of SHA-256 over the SHA-256 of every card's 32 bytes, in the order of their numbers. Whoever has k
/// cards can compute the others, but cards with other numbers may give the same backup key: this tells which numbers are
/// theirs.
pub type CardsId = [u8; 8];

/// That of these cards, by the hashes that a manifest has of them.
pub fn id_of_cards(hashes: impl IntoIterator<Item = [u8; 32]>) -> CardsId {
    let mut hasher = openssl::sha::Sha256::new();
    hashes.into_iter().for_each(|hash| hasher.update(&hash));
    let [a, b, c, d, e, f, g, h, ..] = hasher.finish();
    [a, b, c, d, e, f, g, h]
}

#[derive(Serialize, Deserialize)]
struct File {
    set: String,
    sealing: u32,
    moment: String,
    needed: u8,
    cards: u8,
    cards_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sticks: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sheets: Option<u8>,
}

impl SealingRecord {
    /// With how many sticks and backup sheets it was planned to get, if that stands here.
    pub(super) fn to_toml(self, planned: Option<Planned>) -> String {
        let SealingRecord { set, number: sealing, moment, quorum, cards_id } = self;
        let file = File {
            set: set.to_string(),
            sealing,
            moment: moment.to_string(),
            needed: quorum.needed(),
            cards: quorum.cards(),
            cards_id: data_encoding::HEXLOWER.encode(&cards_id),
            sticks: planned.map(|planned| planned.sticks),
            sheets: planned.map(|planned| planned.sheets),
        };
        // Serialising plain strings and numbers cannot fail.
        toml::to_string(&file).unwrap_or_default()
    }

    pub(super) fn from_toml(bytes: &[u8]) -> Option<(Self, Option<Planned>)> {
        let file: File = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
        let record = SealingRecord {
            set: SetId::parse(&file.set)?,
            number: Some(file.sealing).filter(|number| *number > 0)?,
            moment: Moment::parse(&file.moment)?,
            quorum: Quorum::new(file.needed.into(), file.cards.into()).ok()?,
            cards_id: data_encoding::HEXLOWER.decode(file.cards_id.as_bytes()).ok()?.try_into().ok()?,
        };
        let planned = file.sticks.zip(file.sheets).map(|(sticks, sheets)| Planned { sticks, sheets });
        Some((record, planned))
    }
}
