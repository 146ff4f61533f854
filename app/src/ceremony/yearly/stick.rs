//! A stick is read, and what is on it compared with the backup that the check began with.

use crate::backup::{Manifest, Moment};
use crate::ceremony::{CeremonyError, Claim, Recovery, bundles};
use crate::machine::stick::folder::{Stick, replaced_by};
use crate::openpgp::Published;

/// So many bundles are read; nobody has more of them on one stick.
const READ: usize = 30;

/// What is on a stick, compared with the backup that the check began with. Each was read whole: its manifest is signed by
/// its public key, and its sealed backup has the SHA-256 that stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnStick {
    /// A later sealing: that is the one to check.
    Newer {
        /// Which one.
        sealing: u32,
        /// When.
        moment: Moment,
    },
    /// The same.
    Same,
    /// One before it.
    Older {
        /// Which one.
        sealing: u32,
        /// When.
        moment: Moment,
    },
    /// The same list, beside a public key that was revoked since.
    Revoked,
    /// One before it, beside the one that has replaced it: that was not rehearsed to the end on this stick.
    Kept {
        /// Which one.
        sealing: u32,
        /// When.
        moment: Moment,
    },
    /// One that calls itself the same, and is not.
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
    for folder in folders.iter().take(READ) {
        let is_kept = replaced_by(folder).is_some_and(|newer| folders.iter().any(|other| other == newer));
        match Recovery::from_bundle(stick, folder) {
            Ok(recovery) => {
                found.extend(recovery.manifest().zip(recovery.published()).map(|(manifest, published)| {
                    match compare((manifest, &published), backup) {
                        OnStick::Older { sealing, moment } if is_kept => OnStick::Kept { sealing, moment },
                        found => found,
                    }
                }))
            }
            Err(error) => unread = Some(error),
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
        OnStick::Revoked => 7,
        OnStick::Differs => 8,
    }
}

fn claim(manifest: &Manifest) -> Claim {
    Claim {
        fingerprint: manifest.fingerprint.clone(),
        set: manifest.set,
        sealing: manifest.sealing,
        moment: manifest.moment,
    }
}

fn compare(found: (&Manifest, &Published), backup: Option<(&Manifest, &Published)>) -> OnStick {
    let (manifest, published) = found;
    let Some((backup, public_key)) = backup else { return OnStick::Alone };
    let (this, that) = (claim(manifest), claim(backup));
    let Claim { sealing, moment, .. } = this;
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
        () => OnStick::Differs,
    }
}
