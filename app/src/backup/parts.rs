//! The sealed backup on paper: numbered codes, any m of which give it back, in any order.

use std::fmt;

use super::field::Polynomial;
use super::{PREFIX, SetId, check, normal, number, small_number};

/// How many bytes of the sealed backup one code bears at the most.
pub const PART_BYTES: usize = 550;
/// A chunk is a multiple of so many bytes, so that base 32 (RFC 4648 § 6) needs no padding.
const STEP: usize = 5;
/// So many codes are on a page.
pub const PLACES: usize = 9;
/// So many of them are spare ones on a single page; on several it is a whole page, which may be lost.
const SPARE: usize = 3;
/// The numbers of all codes are below 256: with nine spare ones on the last page, so many are left for the chunks.
const MOST: usize = 243;

/// Which sealed backup of a set this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealing {
    /// The set that it belongs to.
    pub set: SetId,
    /// The sealing of this set, from 1.
    pub number: u32,
    /// The first bytes of the sealed backup's SHA-256: a sealing that was broken off and done again has the same
    /// number and other bytes.
    pub id: [u8; 4],
}

impl Sealing {
    /// Of a sealed backup.
    pub fn of(set: SetId, number: u32, sealed: &[u8]) -> Self {
        Sealing { set, number, id: id_of(openssl::sha::sha256(sealed)) }
    }
}

/// The first bytes of a sealed backup's SHA-256: so those that were made from it know it.
pub fn id_of(sealed_backup: [u8; 32]) -> [u8; 4] {
    let [a, b, c, d, ..] = sealed_backup;
    [a, b, c, d]
}

/// One code of the backup sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupPart {
    /// What it is a part of.
    pub sealing: Sealing,
    /// i, from 1. Above m it is a spare one.
    pub number: u8,
    /// m: so many are needed.
    pub needed: u8,
    /// The sealed backup's length in bytes.
    pub length: usize,
    /// Its bytes, encrypted as they are: of all codes equally many.
    pub bytes: Vec<u8>,
}

/// How many codes a sealed backup gets, and how many of them are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// All of them, spare ones too: they fill whole pages.
    pub codes: u8,
    /// m: so many are needed.
    pub needed: u8,
}

impl Counts {
    /// For a sealed backup of so many bytes.
    ///
    /// # Errors
    /// [`PartError::TooLarge`] if more than 243 would be needed.
    pub fn of(length: usize) -> Result<Self, PartError> {
        let needed = length.div_ceil(PART_BYTES).max(1);
        if needed > MOST {
            return Err(PartError::TooLarge(length));
        }
        let pages = if needed + SPARE <= PLACES { 1 } else { (needed + PLACES).div_ceil(PLACES) };
        let small = |count: usize| u8::try_from(count).map_err(|_| PartError::TooLarge(length));
        Ok(Counts { codes: small(pages * PLACES)?, needed: small(needed)? })
    }

    /// How many pages they fill.
    pub fn pages(self) -> usize {
        usize::from(self.codes) / PLACES
    }

    /// How many of the pages are enough, whichever.
    pub fn pages_needed(self) -> usize {
        usize::from(self.needed).div_ceil(PLACES)
    }
}

/// A field of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartField {
    /// The set.
    Set,
    /// The sealing, or the id.
    Sealing,
    /// m.
    Count,
    /// i.
    Number,
    /// How long all of it is.
    Length,
    /// The chunk.
    Content,
}

impl fmt::Display for PartField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PartField::Set => "set",
            PartField::Sealing => "sealing",
            PartField::Count => "count",
            PartField::Number => "number",
            PartField::Length => "length",
            PartField::Content => "content",
        })
    }
}

/// A code that is no part of this backup.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PartError {
    /// Some other code.
    #[error("not a code of a backup sheet")]
    NotAPart,
    /// The check at the end does not fit.
    #[error("code of a backup sheet: check does not fit")]
    Check,
    /// A field that cannot be, though the check fits.
    #[error("code of a backup sheet: impossible {0}")]
    Field(PartField),
    /// Of another set.
    #[error("code {number} of set {found}, the others of set {expected}")]
    OtherSet {
        /// i.
        number: u8,
        /// Its set.
        found: SetId,
        /// The set of the others.
        expected: SetId,
    },
    /// Of another sealing of the same set.
    #[error("code {number} of sealing {found}, the others of sealing {expected}")]
    OtherSealing {
        /// i.
        number: u8,
        /// Its sealing.
        found: u32,
        /// The sealing of the others.
        expected: u32,
    },
    /// Of another sealed backup, which has the same set and number.
    #[error("code {number} of backup {}, the others of {}", in_digits(found), in_digits(expected))]
    OtherBackup {
        /// i.
        number: u8,
        /// Its id.
        found: [u8; 4],
        /// The id of the others.
        expected: [u8; 4],
    },
    /// The same number with other bytes, or another count or length. It is kept beside the others: which of them is
    /// forged shows when they are joined.
    #[error("code {number} does not fit the others of set {set}")]
    Different {
        /// i.
        number: u8,
        /// The set.
        set: SetId,
    },
    /// There are enough, but what they give is not what they name.
    #[error("{0} codes together are not the backup that they name")]
    Unfit(usize),
    /// Some are missing yet.
    #[error("{missing} more codes of the backup sheet needed")]
    TooFew {
        /// So many.
        missing: usize,
    },
    /// Too large for paper.
    #[error("sealed backup of {0} bytes, too many for paper")]
    TooLarge(usize),
    /// Too large for paper, and would not be without the vault.
    #[error("sealed backup of {0} bytes, too many for paper because of the vault")]
    VaultTooLarge(usize),
}

/// An id as it stands on paper.
pub fn in_digits(id: &[u8; 4]) -> String {
    data_encoding::HEXUPPER.encode(id)
}

/// The id that these digits are.
pub(super) fn of_digits(digits: &str) -> Option<[u8; 4]> {
    data_encoding::HEXUPPER.decode(digits.as_bytes()).ok()?.try_into().ok()
}

impl PartError {
    /// What is said of a backup with a vault of so many bytes: the vault is named only if it is to blame.
    #[must_use]
    pub fn with_vault(self, vault: usize) -> Self {
        match self {
            PartError::TooLarge(bytes) if bytes.saturating_sub(vault) <= MOST * PART_BYTES => {
                PartError::VaultTooLarge(bytes)
            }
            other => other,
        }
    }
}

/// Cuts a sealed backup into chunks of equal length, the last one padded with zeros, and adds spare codes: further
/// points of the polynomial through (i, chunk i).
///
/// # Errors
/// [`PartError::TooLarge`].
pub fn parts(set: SetId, sealing: u32, sealed: &[u8]) -> Result<Vec<BackupPart>, PartError> {
    let Counts { codes, needed } = Counts::of(sealed.len())?;
    let chunk = sealed.len().div_ceil(needed.into()).next_multiple_of(STEP).max(STEP);
    let mut padded = sealed.to_vec();
    padded.resize(chunk * usize::from(needed), 0);
    let points: Vec<(u8, &[u8])> = (1..=needed).zip(padded.chunks(chunk)).collect();
    let polynomial = Polynomial::through(&points);
    let spare = (needed + 1..=codes).map(|number| (number, polynomial.at(number)));
    let chunks = points.iter().map(|(number, bytes)| (*number, bytes.to_vec()));
    let (sealing, length) = (Sealing::of(set, sealing, sealed), sealed.len());
    Ok(chunks
        .chain(spare)
        .map(|(number, bytes)| BackupPart { sealing, number, needed, length, bytes })
        .collect())
}

impl BackupPart {
    /// `COLDSPARE1:B:<set>:<sealing>:<id>:<i>:<m>:<length>:<base32 chunk>:<check>`, all in the alphanumeric mode's
    /// characters (ISO/IEC 18004 § 7.3.4).
    pub fn to_text(&self) -> String {
        let Sealing { set, number, id } = self.sealing;
        let chunk = data_encoding::BASE32_NOPAD.encode(&self.bytes);
        let (i, m, length, id) = (self.number, self.needed, self.length, in_digits(&id));
        let body = format!("{PREFIX}:B:{set}:{number}:{id}:{i}:{m}:{length}:{chunk}");
        format!("{body}:{}", check(&body))
    }

    /// Reads the line back. Case and white space do not matter.
    ///
    /// # Errors
    /// [`PartError`].
    pub fn parse(text: &str) -> Result<Self, PartError> {
        let text = normal(text);
        let fields: Vec<&str> = text.split(':').collect();
        let [PREFIX, "B", rest @ ..] = &fields[..] else { return Err(PartError::NotAPart) };
        let (body, found) = text.rsplit_once(':').ok_or(PartError::NotAPart)?;
        if found != check(body) {
            return Err(PartError::Check);
        }
        let [set, sealing, id, i, m, length, chunk, _] = rest else { return Err(PartError::NotAPart) };
        let wrong = PartError::Field;
        let set = SetId::parse(set).ok_or(wrong(PartField::Set))?;
        let number_of_sealing = number(sealing).ok_or(wrong(PartField::Sealing))?;
        let id = data_encoding::HEXUPPER.decode(id.as_bytes()).ok().and_then(|id| id.try_into().ok());
        let id = id.ok_or(wrong(PartField::Sealing))?;
        let needed = small_number(m).filter(|m| usize::from(*m) <= MOST).ok_or(wrong(PartField::Count))?;
        let number_of_code = small_number(i).ok_or(wrong(PartField::Number))?;
        let bytes = data_encoding::BASE32_NOPAD.decode(chunk.as_bytes()).ok();
        let fits =
            |bytes: &Vec<u8>| (1..=PART_BYTES).contains(&bytes.len()) && bytes.len().is_multiple_of(STEP);
        let bytes = bytes.filter(fits).ok_or(wrong(PartField::Content))?;
        let whole = bytes.len() * usize::from(needed);
        let within = |length: &usize| whole - bytes.len() < *length && *length <= whole;
        let length = number(length).and_then(|length| usize::try_from(length).ok()).filter(within);
        let length = length.ok_or(wrong(PartField::Length))?;
        let sealing = Sealing { set, number: number_of_sealing, id };
        Ok(BackupPart { sealing, number: number_of_code, needed, length, bytes })
    }
}
