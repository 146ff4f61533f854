//! Why a sealed backup cannot be made or opened.

use crate::backup::ContentsError;
use crate::limits::CONTENTS;

/// A sealed backup cannot be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// It could not be made.
    #[error("sealing the backup failed: {0}. Nothing was written; try again")]
    Seal(String),
    /// More than is ever read again.
    #[error(
        "the backup would have {0} bytes, and at the most {CONTENTS} are read again. Leave something out of the vault"
    )]
    TooLarge(usize),
    /// Not the one form of message that a sealed backup has: anybody could have written it.
    #[error(
        "this is no sealed backup: it is not encrypted as every sealed backup is. Somebody may have put it there, or it is badly damaged. Do not trust this copy; use another copy of the bundle, or the backup sheet"
    )]
    NotSealed,
    /// Decrypted, but something of it was changed.
    #[error(
        "the sealed backup is damaged, or was changed. Use another copy of the bundle, or the backup sheet"
    )]
    Damaged,
    /// Whole, and written by who knows the backup key, but not in the form that a sealed backup has inside.
    #[error(
        "the sealed backup was opened, but what is inside has another form than Coldspare gives it. Use another copy of the bundle, or recover by hand as GUIDE.txt says"
    )]
    Inside,
    /// The key does not fit.
    #[error(
        "the cards do not open this sealed backup: it belongs to another set. Insert the stick of this set"
    )]
    WrongKey,
    /// Opened, but the inside is wrong.
    #[error(transparent)]
    Contents(#[from] ContentsError),
}
