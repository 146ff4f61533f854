//! One card alone, years later, with nobody else present: the manifest says whether it is still good.

use zeroize::Zeroizing;

use super::{CeremonyError, Scanned, scanned};
use crate::backup::{Gathering, Manifest, Share, ShareError, parse_hexadecimal, parse_words};

/// What was read from a share card, in one of the ways in which it can be read.
#[derive(Clone, Copy)]
pub enum Reading<'a> {
    /// The text of its code, from a camera or a scanner.
    Code(&'a str),
    /// Its 24 words.
    Words(&'a str),
    /// Its four lines of hexadecimal digits.
    Hexadecimal(&'a str),
}

/// Checks one card with a manifest whose signature was checked. Returns its share.
///
/// # Errors
/// [`CeremonyError`] tells a wrong word or line, a damaged card, and one of another set apart.
pub fn check_card(manifest: &Manifest, card: Reading<'_>) -> Result<Share, CeremonyError> {
    match card {
        Reading::Code(text) => {
            let share = share(text)?;
            Gathering::of(manifest.clone()).add(share.clone())?;
            Ok(share)
        }
        Reading::Words(typed) => of_manifest(manifest, [&*parse_words(typed)?]),
        Reading::Hexadecimal(typed) => of_manifest(manifest, [&*parse_hexadecimal(typed)?]),
    }
}

/// The share whose code this is.
pub(super) fn share(code: &str) -> Result<Share, CeremonyError> {
    match scanned(code)? {
        Scanned::Share(share) => Ok(share),
        Scanned::Part(_) => Err(ShareError::BackupPart.into()),
    }
}

/// The share that has these bytes, whichever of them: the manifest has the hash of each.
pub(super) fn of_manifest<'a>(
    manifest: &Manifest,
    ys: impl IntoIterator<Item = &'a [u8; 32]>,
) -> Result<Share, CeremonyError> {
    let listed = ys.into_iter().find_map(|y| Some((manifest.card_of(y)?, Zeroizing::new(*y))));
    let (x, y) = listed.ok_or(CeremonyError::NoCard { set: manifest.set })?;
    Ok(Share { set: manifest.set, quorum: manifest.quorum, x, y })
}
