//! The sealed backup on paper: numbered codes, read in any order.

use std::fmt;

use super::{PREFIX, SetId, check, normal, small_number};

/// How many bytes of the sealed backup one code bears at the most.
pub const PART_BYTES: usize = 500;

/// One code of the backup sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupPart {
    /// The set that the backup belongs to.
    pub set: SetId,
    /// i of m, from 1.
    pub number: u8,
    /// m.
    pub of: u8,
    /// Its bytes, encrypted as they are.
    pub bytes: Vec<u8>,
}

/// A field of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartField {
    /// The set.
    Set,
    /// m.
    Count,
    /// i.
    Number,
    /// The chunk.
    Content,
}

impl fmt::Display for PartField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PartField::Set => "set",
            PartField::Count => "count",
            PartField::Number => "number",
            PartField::Content => "content",
        })
    }
}

/// A code that is no part of this backup.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PartError {
    /// Some other code.
    #[error("this is not a code of a backup sheet. Scan a code that begins with COLDSPARE1:B")]
    NotAPart,
    /// The check at the end does not fit.
    #[error("this code of the backup sheet was not read right. Scan it again")]
    Check,
    /// A field that cannot be, though the check fits.
    #[error(
        "this code of the backup sheet has an impossible {0}. Scan it again; if it stays, this is no sheet that Coldspare made"
    )]
    Field(PartField),
    /// Of another set.
    #[error("code {number} belongs to set {found}, the others to set {expected}. Put that sheet aside")]
    OtherSet {
        /// i.
        number: u8,
        /// Its set.
        found: SetId,
        /// The set of the others.
        expected: SetId,
    },
    /// The same number with other bytes, or another count.
    #[error(
        "code {number} does not fit to the others of set {set}: there are two different sheets. Use the codes of one sheet"
    )]
    Different {
        /// i.
        number: u8,
        /// The set.
        set: SetId,
    },
    /// Too large for paper.
    #[error("the sealed backup has {0} bytes, too many for paper. Keep it on sticks alone")]
    TooLarge(usize),
    /// Too large for paper, and would not be without the vault.
    #[error(
        "the sealed backup has {0} bytes, too many for paper. Leave something out of the vault, or keep it on sticks alone"
    )]
    VaultTooLarge(usize),
}

/// As many bytes fit on paper: 255 codes.
const MOST: usize = PART_BYTES * u8::MAX as usize;

impl PartError {
    /// What is said of a backup with a vault of so many bytes: the vault is named only if it is to blame.
    #[must_use]
    pub fn with_vault(self, vault: usize) -> Self {
        match self {
            PartError::TooLarge(bytes) if bytes.saturating_sub(vault) <= MOST => {
                PartError::VaultTooLarge(bytes)
            }
            other => other,
        }
    }
}

/// Cuts a sealed backup into parts of [`PART_BYTES`].
///
/// # Errors
/// [`PartError::TooLarge`] if it takes more than 255.
pub fn parts(set: SetId, sealed: &[u8]) -> Result<Vec<BackupPart>, PartError> {
    let of = u8::try_from(sealed.chunks(PART_BYTES).len()).map_err(|_| PartError::TooLarge(sealed.len()))?;
    let chunks = (1..=of).zip(sealed.chunks(PART_BYTES));
    Ok(chunks.map(|(number, bytes)| BackupPart { set, number, of, bytes: bytes.to_vec() }).collect())
}

impl BackupPart {
    /// `COLDSPARE1:B:<set>:<i>:<m>:<base32 chunk>:<check>`.
    pub fn to_text(&self) -> String {
        let chunk = data_encoding::BASE32_NOPAD.encode(&self.bytes);
        let body = format!("{PREFIX}:B:{}:{}:{}:{chunk}", self.set, self.number, self.of);
        format!("{body}:{}", check(&body))
    }

    /// Reads the line back. Case and white space do not matter.
    ///
    /// # Errors
    /// [`PartError`].
    pub fn parse(text: &str) -> Result<Self, PartError> {
        let text = normal(text);
        let fields: Vec<&str> = text.split(':').collect();
        let [PREFIX, "B", set, number, of, chunk, found] = fields[..] else {
            return Err(PartError::NotAPart);
        };
        let (body, _) = text.rsplit_once(':').ok_or(PartError::NotAPart)?;
        if found != check(body) {
            return Err(PartError::Check);
        }
        let set = SetId::parse(set).ok_or(PartError::Field(PartField::Set))?;
        let of = small_number(of).ok_or(PartError::Field(PartField::Count))?;
        let number = small_number(number).filter(|n| *n <= of).ok_or(PartError::Field(PartField::Number))?;
        let bytes = data_encoding::BASE32_NOPAD
            .decode(chunk.as_bytes())
            .ok()
            .filter(|bytes| (1..=PART_BYTES).contains(&bytes.len()))
            .ok_or(PartError::Field(PartField::Content))?;
        Ok(BackupPart { set, number, of, bytes })
    }
}

/// The parts that have come so far.
#[derive(Debug, Default)]
pub struct Collector(Vec<BackupPart>);

impl Collector {
    /// Takes one part, in any order; the same one twice does no harm. Returns how many are missing.
    ///
    /// # Errors
    /// [`PartError`]; what was there before stays.
    pub fn add(&mut self, part: BackupPart) -> Result<usize, PartError> {
        if let Some(first) = self.0.first() {
            let (number, set) = (part.number, first.set);
            if part.set != set {
                return Err(PartError::OtherSet { number, found: part.set, expected: set });
            }
            let same = self.0.iter().find(|p| p.number == number);
            if part.of != first.of || same.is_some_and(|p| *p != part) {
                return Err(PartError::Different { number, set });
            }
            if same.is_some() {
                return Ok(self.missing().len());
            }
        }
        self.0.push(part);
        Ok(self.missing().len())
    }

    /// The set that they belong to, once there is one.
    pub fn set(&self) -> Option<SetId> {
        self.0.first().map(|part| part.set)
    }

    /// The numbers that have not come yet.
    pub fn missing(&self) -> Vec<u8> {
        let of = self.0.first().map_or(0, |p| p.of);
        (1..=of).filter(|n| !self.0.iter().any(|p| p.number == *n)).collect()
    }

    /// The sealed backup, once nothing is missing.
    pub fn join(mut self) -> Option<Vec<u8>> {
        if self.0.is_empty() || !self.missing().is_empty() {
            return None;
        }
        self.0.sort_by_key(|p| p.number);
        Some(self.0.into_iter().flat_map(|p| p.bytes).collect())
    }
}
