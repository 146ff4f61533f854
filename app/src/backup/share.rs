//! A share: one trustee's part of the backup key, and its line of text on the card.

use std::fmt;

use getrandom::SysRng;
use rand_core::UnwrapErr;
use sharks::Sharks;
use zeroize::Zeroizing;

use super::{BackupKey, PREFIX, SetId, check, normal, small_number};
use crate::plan::Quorum;

/// One trustee's part of the backup key.
#[derive(Clone, PartialEq, Eq)]
pub struct Share {
    /// The set that it belongs to.
    pub set: SetId,
    /// k of n.
    pub quorum: Quorum,
    /// The card's number, 1 to n.
    pub x: u8,
    /// The 32 bytes.
    pub y: Zeroizing<[u8; 32]>,
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Share({} of {}, set {})", self.x, self.quorum.cards(), self.set)
    }
}

/// A field of a share's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareField {
    /// The set.
    Set,
    /// k.
    Quorum,
    /// n.
    Cards,
    /// x.
    Number,
    /// y.
    Share,
}

impl fmt::Display for ShareField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ShareField::Set => "set",
            ShareField::Quorum => "quorum",
            ShareField::Cards => "number of cards",
            ShareField::Number => "card number",
            ShareField::Share => "share",
        })
    }
}

/// A line of text that is not a share.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Some other code.
    #[error("not a share card's code")]
    NotAShare,
    /// A part of a sealed backup.
    #[error("a backup sheet's code, not a share card's")]
    BackupPart,
    /// A later version.
    #[error("share card of a later version")]
    LaterVersion,
    /// The check at the end does not fit.
    #[error("share card's code: check {found}, expected {expected}")]
    Check {
        /// What stands there.
        found: String,
        /// What the rest of the line gives.
        expected: String,
    },
    /// A field that cannot be, though the check fits.
    #[error("share card's code: impossible {0}")]
    Field(ShareField),
}

impl Share {
    /// `COLDSPARE1:S:<set>:<k>:<n>:<x>:<base32(y), no padding>:<check>`, all in the alphanumeric
    /// mode's characters (ISO/IEC 18004 § 7.3.4).
    pub fn to_text(&self) -> Zeroizing<String> {
        let y = Zeroizing::new(data_encoding::BASE32_NOPAD.encode(&self.y[..]));
        let body = Zeroizing::new(format!(
            "{PREFIX}:S:{}:{}:{}:{}:{}",
            self.set,
            self.quorum.needed(),
            self.quorum.cards(),
            self.x,
            *y,
        ));
        Zeroizing::new(format!("{}:{}", *body, check(&body)))
    }

    /// Reads the line back. Case and white space do not matter.
    ///
    /// # Errors
    /// [`ShareError`].
    pub fn parse(text: &str) -> Result<Self, ShareError> {
        let text = normal(text);
        let fields: Vec<&str> = text.split(':').collect();
        match fields[..] {
            [PREFIX, "S", ..] if fields.len() == 8 => {}
            [PREFIX, "B", ..] => return Err(ShareError::BackupPart),
            [other, "S", ..] if other != PREFIX && other.starts_with("COLDSPARE") => {
                return Err(ShareError::LaterVersion);
            }
            _ => return Err(ShareError::NotAShare),
        }
        let (body, found) = text.rsplit_once(':').ok_or(ShareError::NotAShare)?;
        let expected = check(body);
        if found != expected {
            // Where the check is missing, what stands last is the share itself: it is not repeated.
            let is_check = found.len() == 8 && found.bytes().all(|b| b.is_ascii_hexdigit());
            let found = if is_check { found } else { "none" };
            return Err(ShareError::Check { found: found.into(), expected });
        }
        let number = |i: usize, name| small_number(fields[i]).ok_or(ShareError::Field(name));
        let set = SetId::parse(fields[2]).ok_or(ShareError::Field(ShareField::Set))?;
        let (needed, cards) = (number(3, ShareField::Quorum)?, number(4, ShareField::Cards)?);
        let quorum =
            Quorum::new(needed.into(), cards.into()).map_err(|_| ShareError::Field(ShareField::Quorum))?;
        let x = number(5, ShareField::Number)?;
        if x > cards {
            return Err(ShareError::Field(ShareField::Number));
        }
        let y = data_encoding::BASE32_NOPAD
            .decode(fields[6].as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| ShareError::Field(ShareField::Share))?;
        let y: [u8; 32] = y[..].try_into().map_err(|_| ShareError::Field(ShareField::Share))?;
        Ok(Share { set, quorum, x, y: Zeroizing::new(y) })
    }

    /// SHA-256 of the 32 bytes, as it stands in the manifest.
    pub fn hash(&self) -> [u8; 32] {
        openssl::sha::sha256(&self.y[..])
    }
}

/// Splits the backup key: one share for each card, x from 1.
///
/// The field is GF(2^8) with the polynomial 0x11d, libgfshare's, so that `gfcombine` joins them.
/// Coefficients come straight from the kernel.
pub fn split(key: &BackupKey, quorum: Quorum) -> Vec<Share> {
    let mut generator = UnwrapErr(SysRng);
    Sharks(quorum.needed())
        .dealer_rng(&key.0[..], &mut generator)
        .take(quorum.cards().into())
        .filter_map(|share| {
            let bytes = Zeroizing::new(Vec::from(&share));
            let (x, y) = bytes.split_first()?;
            let y = Zeroizing::new(<[u8; 32]>::try_from(y).ok()?);
            Some(Share { set: key.set(), quorum, x: *x, y })
        })
        .collect()
}
