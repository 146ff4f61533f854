//! Station 4, prove, the bundle: it is written to sticks and read back, and what it replaces is kept until it is proven.

use super::claim::listed;
use super::may_write::MayWrite;
use super::{Apart, CeremonyError, Proven};
use crate::backup::{Manifest, bundle, id_of};
use crate::limits::FileKind;
use crate::machine::stick::folder::{
    Keep, Stick, StickError, discard, kept_as, names, read_file, replace_folder,
};

/// A bundle that was written to a stick and came back the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 of the sealed backup in it.
    pub(super) sealed_backup: [u8; 32],
    /// Which stick.
    pub stick: String,
    /// The bundle's folder on it.
    pub folder: String,
    /// Whether the one that it replaced is kept beside it.
    pub keeps: bool,
    /// Which one that is, by its SHA-256.
    kept: Option<[u8; 32]>,
}

/// What is known of the sealed backups before one, by their SHA-256.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier {
    /// The one that cards have opened.
    opened: Option<[u8; 32]>,
    /// Those that it was made from, as that says: see [`id_of`].
    pub(super) made_of: Vec<[u8; 4]>,
    /// Those that were sealed in this sitting.
    here: Vec<[u8; 32]>,
}

impl Earlier {
    /// The one that was opened, if one was.
    pub(super) fn opened(opened: Option<[u8; 32]>) -> Self {
        Earlier { opened, ..Earlier::default() }
    }

    /// These came before, the oldest first, and at last the one that was opened.
    pub(super) fn is_made_of(&mut self, before: impl Iterator<Item = [u8; 4]>) {
        self.made_of = before.collect();
        let opened = self.opened.map(id_of).filter(|opened| !self.made_of.contains(opened));
        self.made_of.extend(opened);
    }

    /// Whether all that is in this one was there when the next one was made, or was made and dropped since, in this sitting.
    fn has(&self, sealed_backup: [u8; 32]) -> bool {
        self.opened == Some(sealed_backup)
            || self.here.contains(&sealed_backup)
            || self.made_of.contains(&id_of(sealed_backup))
    }

    /// What this one was made from makes room for it, and itself, damaged since or not. Nothing else does, whatever numbers and
    /// clocks say: what was changed in it would be lost, or what other cards open; unless the owner has agreed, by its name.
    /// Nor does one of which nobody can tell.
    fn may_replace(
        &self,
        stick: &dyn Stick,
        this: [u8; 32],
        there: [(&str, Option<[u8; 32]>); 2],
        agreed: &[Apart],
    ) -> Result<(), CeremonyError> {
        let has = |hash| hash == this || self.has(hash);
        for (folder, hash) in there {
            let Some(hash) = hash.filter(|hash| !has(*hash)) else { continue };
            let (_, _, manifest) =
                listed(stick, folder).map_err(|error| cannot_tell(stick, folder, error))?;
            // One that was damaged since is still listed as what it was.
            let may_go = has(manifest.sealed_backup_sha256)
                || agreed.iter().any(|agreed| agreed.sealed_backup == hash);
            if !may_go {
                let Manifest { set, sealing, moment, .. } = manifest;
                let apart = Apart { folder: folder.to_owned(), set, sealing, moment, sealed_backup: hash };
                return Err(CeremonyError::MadeApart(Box::new(apart)));
            }
        }
        Ok(())
    }

    /// And this one, which was sealed here.
    pub(super) fn and(mut self, sealed_backup: [u8; 32]) -> Self {
        self.here.push(sealed_backup);
        self
    }

    /// Which of two is kept: the one that cards have opened; if none was opened, or the later one was made here, the
    /// earlier one.
    fn keep(&self, replaced: Option<[u8; 32]>, before: Option<[u8; 32]>) -> Keep {
        match (replaced, before) {
            (None, None) => Keep::Nothing,
            (Some(_), None) => Keep::Replaced,
            (None, Some(_)) => Keep::KeptBefore,
            (Some(replaced), Some(before)) => {
                let is_opened = |hash| self.opened == Some(hash);
                match is_opened(before)
                    || !is_opened(replaced) && (self.opened.is_none() || self.here.contains(&replaced))
                {
                    true => Keep::KeptBefore,
                    false => Keep::Replaced,
                }
            }
        }
    }
}

/// The sealed backup in a folder, by its SHA-256; none if there is none that could be one.
fn sealed_in(stick: &dyn Stick, folder: &str) -> Result<Option<[u8; 32]>, CeremonyError> {
    match read_file(stick, &format!("{folder}/{}", bundle::SEALED_BACKUP), FileKind::SealedBackup) {
        Ok(bytes) => Ok(Some(openssl::sha::sha256(&bytes))),
        Err(StickError::Missing { .. }) => Ok(None),
        Err(error) => Err(cannot_tell(stick, folder, error.into())),
    }
}

/// Why nobody can tell what lies there, unless the stick itself has a fault: what a reader of it could do now is of no use to
/// whom wants to write.
fn cannot_tell(stick: &dyn Stick, folder: &str, error: CeremonyError) -> CeremonyError {
    match error {
        CeremonyError::Stick(StickError::Gone { .. } | StickError::Damaged { .. }) => error,
        _ => CeremonyError::CannotTell { stick: stick.name(), folder: folder.to_owned() },
    }
}

/// Writes it. What it replaces is kept, unless it is the same.
pub(super) fn write(
    stick: &dyn Stick,
    folder: String,
    files: &[(&str, &[u8])],
    sealed_backup: [u8; 32],
    (earlier, agreed): (&Earlier, &[Apart]),
) -> Result<Written, CeremonyError> {
    let there = names(stick)?;
    let other = |name: &str| match there.iter().any(|there| there == name) {
        true => Ok(sealed_in(stick, name)?.filter(|hash| *hash != sealed_backup)),
        false => Ok::<_, CeremonyError>(None),
    };
    let (replaced, before) = (other(&folder)?, other(&kept_as(&folder))?);
    let kept = kept_as(&folder);
    earlier.may_replace(stick, sealed_backup, [(&folder, replaced), (&kept, before)], agreed)?;
    let keep = earlier.keep(replaced, before);
    replace_folder(stick, &folder, files, keep)?;
    let kept = match keep {
        Keep::Nothing => None,
        Keep::Replaced => replaced,
        Keep::KeptBefore => before,
    };
    Ok(Written { sealed_backup, stick: stick.name(), folder, keeps: kept.is_some(), kept })
}

impl<Paper: MayWrite> Proven<Paper> {
    /// Removes what a bundle has replaced, now that the sealed backup in it is proven:
    ///
    /// ```compile_fail,E0599
    /// # use coldspare::ceremony::{SpotChecked, Written};
    /// # use coldspare::machine::stick::folder::Stick;
    /// # fn too_early(unasked: SpotChecked, written: &Written, stick: &dyn Stick) {
    /// unasked.settle(written, stick);
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`CeremonyError::OtherBackup`] if this is not the one that was proven, or not the stick, or if what lies beside it is
    /// not what it has replaced; then nothing is removed.
    pub fn settle(&self, written: &Written, stick: &dyn Stick) -> Result<(), CeremonyError> {
        let (there, kept) = (sealed_in(stick, &written.folder)?, kept_as(&written.folder));
        let is_known = |beside: [u8; 32]| written.kept == Some(beside) || beside == self.sealed_backup();
        if written.sealed_backup != self.sealed_backup() || there != Some(self.sealed_backup()) {
            return Err(CeremonyError::OtherBackup);
        }
        if sealed_in(stick, &kept)?.is_some_and(|beside| !is_known(beside)) {
            return Err(CeremonyError::OtherBackup);
        }
        Ok(discard(stick, &kept)?)
    }
}
