//! A bundle that lies where another one is to come which was not made from it.

use crate::backup::{Moment, SetId};

/// Which one that is, as it says itself. Each of the two has something that the other one lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Its folder.
    pub folder: String,
    /// For which cards.
    pub set: SetId,
    /// Which sealing of that set.
    pub sealing: u32,
    /// When that was.
    pub moment: Moment,
    /// SHA-256 of the sealed backup in it.
    pub sealed_backup: [u8; 32],
}
