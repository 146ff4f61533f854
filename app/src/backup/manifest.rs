//! The manifest: what was made, for anyone to check. No secret, no trustee's name.
//!
//! It is a claim, and no proof: who holds the stick could have signed another one with another key, or put last
//! year's back. So wherever a card is called good by it, the fingerprint is shown, to be compared with the one
//! that is printed on the card.

use serde::{Deserialize, Serialize};

use super::parts::{in_digits, of_digits};
use super::{Moment, SetId};
use crate::limits::{FileKind, TEXT, USER_IDS};
use crate::plan::Quorum;

/// The format's version.
const VERSION: i64 = 1;

/// A card, known by the hash of its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardHash {
    /// The card's number.
    pub x: u8,
    /// SHA-256 of its 32 bytes.
    pub sha256: [u8; 32],
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Which sealing of its set it tells of, from 1.
    pub sealing: u32,
    /// When that was.
    pub moment: Moment,
    /// The program's version.
    pub program: String,
    /// The primary key's fingerprint, 40 hexadecimal digits.
    pub fingerprint: String,
    /// The certificate's user ids.
    pub user_ids: Vec<String>,
    /// What the keys are made of.
    pub algorithm: String,
    /// SHA-256 of `sealed-backup.pgp`.
    pub sealed_backup_sha256: [u8; 32],
    /// The sealed backups that it was made from, as [`id_of`](super::id_of) says, the oldest first.
    pub before: Vec<[u8; 4]>,
    /// The cards' set.
    pub set: SetId,
    /// k of n.
    pub quorum: Quorum,
    /// Each card.
    pub cards: Vec<CardHash>,
}

/// A manifest that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// Not TOML, or a field is missing or unknown.
    #[error("manifest unreadable: {0}")]
    Syntax(String),
    /// A field with an impossible value.
    #[error("manifest: impossible `{0}`")]
    Field(&'static str),
    /// A later version.
    #[error("manifest of version {0}, known is {VERSION}")]
    LaterVersion(i64),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestFile {
    version: i64,
    sealing: u32,
    moment: String,
    program: String,
    fingerprint: String,
    user_ids: Vec<String>,
    algorithm: String,
    sealed_backup_sha256: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    before: Vec<String>,
    set: String,
    needed: i64,
    cards: i64,
    card: Vec<CardEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardEntry {
    x: u8,
    sha256: String,
}

impl Manifest {
    /// The hash that card `x` was printed with.
    pub fn hash_of(&self, x: u8) -> Option<[u8; 32]> {
        self.cards.iter().find(|card| card.x == x).map(|card| card.sha256)
    }

    /// The number of the card whose share is `y`: words and hexadecimal digits do not say it.
    pub fn card_of(&self, y: &[u8; 32]) -> Option<u8> {
        let hash = openssl::sha::sha256(y);
        self.cards.iter().find(|card| card.sha256 == hash).map(|card| card.x)
    }

    /// Writes it, still unsigned.
    pub fn to_toml(&self) -> String {
        let file = ManifestFile {
            version: VERSION,
            sealing: self.sealing,
            moment: self.moment.to_string(),
            program: self.program.clone(),
            fingerprint: self.fingerprint.clone(),
            user_ids: self.user_ids.clone(),
            algorithm: self.algorithm.clone(),
            sealed_backup_sha256: data_encoding::HEXLOWER.encode(&self.sealed_backup_sha256),
            before: self.before.iter().map(in_digits).collect(),
            set: self.set.to_string(),
            needed: self.quorum.needed().into(),
            cards: self.quorum.cards().into(),
            card: self
                .cards
                .iter()
                .map(|c| CardEntry { x: c.x, sha256: data_encoding::HEXLOWER.encode(&c.sha256) })
                .collect(),
        };
        // Serialising plain strings and numbers cannot fail.
        toml::to_string(&file).unwrap_or_default()
    }

    /// Reads it, after its signature was checked.
    ///
    /// # Errors
    /// [`ManifestError`].
    pub fn from_toml(text: &str) -> Result<Self, ManifestError> {
        if text.len() > FileKind::Manifest.bytes() {
            return Err(ManifestError::Syntax("it is too large".into()));
        }
        let file: ManifestFile = toml::from_str(text)
            .map_err(|e| ManifestError::Syntax(e.to_string().trim().replace('\n', " ")))?;
        if file.version != VERSION {
            return Err(ManifestError::LaterVersion(file.version));
        }
        let fits = |text: &String| text.len() <= TEXT;
        if file.user_ids.len() > USER_IDS || !file.user_ids.iter().all(fits) {
            return Err(ManifestError::Field("user_ids"));
        }
        let hexadecimal = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
        for (right, field) in [
            (file.sealing > 0, "sealing"),
            (fits(&file.program), "program"),
            (fits(&file.algorithm), "algorithm"),
            (file.fingerprint.len() == 40 && hexadecimal(&file.fingerprint), "fingerprint"),
        ] {
            if !right {
                return Err(ManifestError::Field(field));
            }
        }
        let quorum = Quorum::new(file.needed, file.cards).map_err(|_| ManifestError::Field("quorum"))?;
        let cards = file
            .card
            .iter()
            .map(|c| Some(CardHash { x: c.x, sha256: sha256(&c.sha256)? }))
            .collect::<Option<Vec<_>>>()
            .filter(|cards| cards.iter().map(|c| c.x).eq(1..=quorum.cards()))
            .ok_or(ManifestError::Field("card"))?;
        Ok(Manifest {
            set: SetId::parse(&file.set).ok_or(ManifestError::Field("set"))?,
            sealed_backup_sha256: sha256(&file.sealed_backup_sha256)
                .ok_or(ManifestError::Field("sealed_backup_sha256"))?,
            before: file
                .before
                .iter()
                .map(|digits| of_digits(digits))
                .collect::<Option<_>>()
                .ok_or(ManifestError::Field("before"))?,
            sealing: file.sealing,
            moment: Moment::parse(&file.moment).ok_or(ManifestError::Field("moment"))?,
            program: file.program,
            fingerprint: file.fingerprint,
            user_ids: file.user_ids,
            algorithm: file.algorithm,
            quorum,
            cards,
        })
    }
}

fn sha256(hex: &str) -> Option<[u8; 32]> {
    data_encoding::HEXLOWER.decode(hex.as_bytes()).ok()?.try_into().ok()
}
