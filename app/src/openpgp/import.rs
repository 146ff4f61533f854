//! Keys that exist: the file is opened, what is in it is looked at, and what becomes of it is decided.

mod armor;
mod beside;
mod binary;
mod brought;
mod candidates;
mod certificates;
mod copies;
mod derive;
mod file;
mod inventory;
mod leading_zeros;
mod lines;
mod locked;
mod mend;
mod message;
mod opening;
mod part;
mod pieces;
mod places;
mod prefixes;
mod remains;
mod revoked;
mod right;
mod tries;
mod whose;
mod within;
mod work;

pub use super::user_ids::Standing;
pub use brought::Brought;
pub use candidates::Candidate;
pub(super) use file::{NoMessage, message_in};
pub use inventory::Inventory;
pub(super) use leading_zeros::session_key;
pub(super) use mend::{comes_back, signed_for_longer};
pub use opening::{Opening, Question};
pub use part::{Fault, Kept, Part, Uses};
pub(super) use part::{parts, revoked as revoked_by};
pub use places::{BroughtUserId, Goes, Mend, Places};
pub use remains::Remains;
pub use revoked::Unchecked;
pub(super) use work::decryption;

use std::time::SystemTime;

use secrecy::SecretString;

use super::OpenPgpError;

/// Looks at an exported key that has one passphrase, or none.
///
/// # Errors
/// [`OpenPgpError`] says what is missing and how to export it.
pub fn inventory(
    exported: &[u8],
    passphrase: Option<&SecretString>,
    now: SystemTime,
) -> Result<Inventory, OpenPgpError> {
    let mut opening = Opening::of(exported)?;
    match (opening.asks(), passphrase) {
        (Some(Question::Passphrase { .. }), Some(passphrase)) => opening.passphrase(passphrase)?,
        (Some(Question::Passphrase { key, .. }), None) => return Err(OpenPgpError::Passphrase(key)),
        (Some(Question::Which(keys) | Question::Whose(keys)), _) => {
            return Err(OpenPgpError::Several(keys.len()));
        }
        _ => {}
    }
    opening.inventory(now)
}
