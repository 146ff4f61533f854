//! Why a sealed backup cannot be made or opened.

use crate::backup::ContentsError;
use crate::limits::CONTENTS;

/// A sealed backup cannot be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// It could not be made.
    #[error("backup not sealed: {0}")]
    Seal(String),
    /// More than is ever read again.
    #[error("backup of {0} bytes, more than {CONTENTS}")]
    TooLarge(usize),
    /// Not the one form of message that a sealed backup has: anybody could have written it.
    #[error("no sealed backup: not encrypted as one")]
    NotSealed,
    /// Decrypted, but something of it was changed.
    #[error("sealed backup damaged or changed")]
    Damaged,
    /// Whole, and written by who knows the backup key, but not in the form that a sealed backup has inside.
    #[error("sealed backup opened, but its inside has another form")]
    Inside,
    /// The key does not fit.
    #[error("sealed backup of another set: its key does not open it")]
    WrongKey,
    /// Opened, but the inside is wrong.
    #[error(transparent)]
    Contents(#[from] ContentsError),
}
