//! A stick is read, and what is on it compared with the backup that the check began with.

use crate::backup::{Manifest, Moment};
use crate::ceremony::{CeremonyError, Claim, Recovery, bundles, each_bundle};
use crate::machine::stick::folder::{Stick, StickError, replaced_by};
use crate::openpgp::Published;

/// What is on a stick, compared with the backup that the check began with. Each was read whole: its manifest is signed by
/// its public key, and its sealed backup has the SHA-256 that stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnStick {
    /// One that was made from it: that is the one to check.
    Newer {
        /// Which one.
        sealing: u32,
        /// When.
        moment: Moment,
    },
    /// The same.
    Same,
    /// One that it was made from.
    Older {
        /// Which one.
        sealing: u32,
        /// When.
        moment: Moment,
    },
    /// The same list, beside a public key that was revoked since.
    Revoked,
    /// One before it, kept beside the one that has replaced it.
    Kept {
        /// Which one.
        sealing: u32,
        /// When.
        moment: Moment,
    },
    /// Another one of the same keys, and none of the two was made from the other.
    Apart {
        /// Which one.
        sealing: u32,
        /// When.
        moment: Moment,
    },
    /// The same sealed backup, and list or public key beside it are others.
    Differs,
    /// One of other keys.
    Other,
    /// There is one, and none to compare it with.
    Alone,
    /// None.
    Nothing,
}

/// Reads all bundles on a stick, and tells of each kind once: a good one hides no worse one beside it. `backup`: the list
/// and the public key that the check began with. What needs nothing done comes first.
///
/// # Errors
/// [`CeremonyError`], if it cannot be said what is on it; inside, if a bundle cannot be read.
pub fn look_at_stick(
    stick: &dyn Stick,
    backup: Option<(&Manifest, &Published)>,
) -> Result<Vec<Result<OnStick, CeremonyError>>, CeremonyError> {
    let (mut found, mut unread) = (Vec::new(), None);
    let folders = bundles(stick)?;
    for (folder, read) in each_bundle(stick, |folder| Recovery::from_bundle(stick, folder))? {
        let is_kept = replaced_by(&folder).is_some_and(|newer| folders.iter().any(|other| other == newer));
        match read {
            Some(Ok(recovery)) => {
                found.extend(recovery.manifest().zip(recovery.published()).map(|(manifest, published)| {
                    match compare((manifest, &published), backup) {
                        OnStick::Older { sealing, moment } if is_kept => OnStick::Kept { sealing, moment },
                        found => found,
                    }
                }))
            }
            Some(Err(error)) => unread = Some(error),
            None => {
                unread = Some(StickError::TooMany { stick: stick.name() }.into());
                break;
            }
        }
    }
    if found.is_empty() && unread.is_none() {
        found.push(OnStick::Nothing);
    }
    found.sort_by_key(|one| weight(*one));
    found.dedup();
    Ok(found.into_iter().map(Ok).chain(unread.map(Err)).collect())
}

/// What is worse weighs more.
fn weight(found: OnStick) -> u8 {
    match found {
        OnStick::Nothing => 0,
        OnStick::Same => 1,
        OnStick::Other => 2,
        OnStick::Alone => 3,
        OnStick::Kept { .. } => 4,
        OnStick::Older { .. } => 5,
        OnStick::Newer { .. } => 6,
        OnStick::Apart { .. } => 7,
        OnStick::Revoked => 8,
        OnStick::Differs => 9,
    }
}

fn compare(found: (&Manifest, &Published), backup: Option<(&Manifest, &Published)>) -> OnStick {
    let (manifest, published) = found;
    let Some((backup, public_key)) = backup else { return OnStick::Alone };
    let (this, that) = (Claim::of(manifest), Claim::of(backup));
    let (sealing, moment) = (this.sealing, this.moment);
    match () {
        // A public key without its revocations has the same list.
        () if manifest == backup && published.cert() == public_key.cert() => OnStick::Same,
        // What revokes it is signed by the key itself, whoever has put it there.
        () if manifest == backup
            && published.revoked() != public_key.revoked()
            && published.revoked().is_some() =>
        {
            OnStick::Revoked
        }
        () if this.fingerprint != that.fingerprint => OnStick::Other,
        () if that.is_older_than(&this) => OnStick::Newer { sealing, moment },
        () if this.is_older_than(&that) => OnStick::Older { sealing, moment },
        () if this.id != that.id => OnStick::Apart { sealing, moment },
        () => OnStick::Differs,
    }
}
