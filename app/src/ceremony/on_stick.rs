//! The bundles on a stick: which there are, and each read in its turn.

use super::CeremonyError;
use crate::machine::stick::folder::{Stick, StickError, names, replaced_by};

/// So many bundles are read; nobody has more of them on one stick.
const READ: usize = 30;

/// The bundles on a stick. One that was replaced counts too: it is kept until the one that replaced it was rehearsed.
///
/// # Errors
/// [`CeremonyError::Stick`].
pub fn bundles(stick: &dyn Stick) -> Result<Vec<String>, CeremonyError> {
    let names = names(stick)?;
    let is_bundle = |name: &str| {
        let digits = name.strip_prefix("coldspare-").unwrap_or_default();
        digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit())
    };
    let is_kept = |name: &str| replaced_by(name).is_some_and(is_bundle);
    Ok(names.into_iter().filter(|name| is_bundle(name) || is_kept(name)).collect())
}

/// Each bundle on a stick by its folder, and what is read of it; `None` of those that are not read, for too many were before
/// them. A folder without the files of a bundle is soon read, and hides none behind it.
///
/// # Errors
/// [`CeremonyError::Stick`].
pub fn each_bundle<T>(
    stick: &dyn Stick,
    read: impl Fn(&str) -> Result<T, CeremonyError>,
) -> Result<impl Iterator<Item = (String, Option<Result<T, CeremonyError>>)>, CeremonyError> {
    let mut many = 0;
    Ok(bundles(stick)?.into_iter().map(move |folder| {
        let found = (many < READ).then(|| read(&folder));
        let is_none = matches!(&found, Some(Err(CeremonyError::Stick(StickError::Missing { .. }))));
        many += usize::from(!is_none);
        (folder, found)
    }))
}
