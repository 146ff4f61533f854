//! A stick is read, and what is on it compared with the backup that the check began with.

use crate::backup::{Manifest, Moment};
use crate::ceremony::{CeremonyError, Claim, Recovery, bundles};
use crate::machine::stick::folder::Stick;

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
    /// One that calls itself the same, and is not.
    Differs,
    /// One of other keys.
    Other,
    /// There is one, and none to compare it with.
    Alone,
    /// None.
    Nothing,
}

/// Reads all bundles on a stick; the answer is that which tells the most.
///
/// # Errors
/// [`CeremonyError`], if one cannot be read and none is the one that the check began with.
pub fn look_at_stick(stick: &dyn Stick, backup: Option<&Manifest>) -> Result<OnStick, CeremonyError> {
    let (mut found, mut unread) = (OnStick::Nothing, None);
    for folder in bundles(stick)?.iter().take(READ) {
        match Recovery::from_bundle(stick, folder) {
            Ok(recovery) => {
                let now = recovery.manifest().map_or(OnStick::Nothing, |manifest| compare(manifest, backup));
                if weight(now) < weight(found) {
                    found = now;
                }
            }
            Err(error) => unread = Some(error),
        }
    }
    match (found, unread) {
        (OnStick::Newer { .. } | OnStick::Same | OnStick::Alone, _) | (_, None) => Ok(found),
        (_, Some(error)) => Err(error),
    }
}

/// What tells more weighs less.
fn weight(found: OnStick) -> u8 {
    match found {
        OnStick::Newer { .. } => 0,
        OnStick::Same => 1,
        OnStick::Differs => 2,
        OnStick::Older { .. } => 3,
        OnStick::Other => 4,
        OnStick::Alone => 5,
        OnStick::Nothing => 6,
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

fn compare(manifest: &Manifest, backup: Option<&Manifest>) -> OnStick {
    let Some(backup) = backup else { return OnStick::Alone };
    let (this, that) = (claim(manifest), claim(backup));
    let Claim { sealing, moment, .. } = this;
    match () {
        () if manifest == backup => OnStick::Same,
        () if this.fingerprint != that.fingerprint => OnStick::Other,
        () if that.is_older_than(&this) => OnStick::Newer { sealing, moment },
        () if this.is_older_than(&that) => OnStick::Older { sealing, moment },
        () => OnStick::Differs,
    }
}
