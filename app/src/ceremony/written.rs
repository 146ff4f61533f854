//! Station 4, prove, the bundle: it is written to sticks and read back, and what it replaces is kept until it is proven.

use super::claim::listed;
use super::may_write::MayWrite;
use super::{CeremonyError, Claim, Proven};
use crate::backup::bundle;
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
}

/// What is known of the sealed backups before one, by their SHA-256.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier {
    /// The one that cards have opened.
    opened: Option<[u8; 32]>,
    /// What that says of itself.
    claim: Option<Claim>,
    /// Those that were sealed in this sitting.
    here: Vec<[u8; 32]>,
}

impl Earlier {
    /// The one that was opened, if one was.
    pub(super) fn opened(opened: Option<[u8; 32]>, claim: Option<Claim>) -> Self {
        Earlier { opened, claim, here: Vec::new() }
    }

    /// A newer one than the one that was opened is not replaced, nor removed where it was kept: what was changed in between
    /// would be lost, or what new cards open. One for other cards is, beside which the one that was opened still lies: of
    /// those, others may never have been printed. What the same cards open, they open. Where none was opened, none is
    /// replaced that was not made here: keys that are brought may have been backed up before, with what only that backup
    /// keeps. Nor is one of which nobody can tell. This very sealing, damaged since, makes room.
    fn may_replace(
        &self,
        stick: &dyn Stick,
        this: [u8; 32],
        there: [(&str, Option<[u8; 32]>); 2],
    ) -> Result<(), CeremonyError> {
        let [_, (_, before)] = there;
        let is_beside = before.is_some() && before == self.opened;
        for (folder, hash) in there {
            if hash.is_none_or(|hash| self.here.contains(&hash) || self.opened == Some(hash)) {
                continue;
            }
            let (_, _, manifest) = listed(stick, folder)?;
            let there = Claim::of(&manifest);
            match &self.claim {
                _ if manifest.sealed_backup_sha256 == this => {}
                None => {
                    return Err(CeremonyError::NotOpenedThere { set: there.set, sealing: there.sealing });
                }
                Some(opened) if is_beside && there.set != opened.set => {}
                Some(opened) if opened.is_older_than(&there) => {
                    return Err(CeremonyError::NewerThere {
                        set: there.set,
                        sealing: there.sealing,
                        opened_set: opened.set,
                        opened: opened.sealing,
                    });
                }
                Some(_) => {}
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
        Err(StickError::Missing { .. } | StickError::TooLarge { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Writes it. What it replaces is kept, unless it is the same.
pub(super) fn write(
    stick: &dyn Stick,
    folder: String,
    files: &[(&str, &[u8])],
    sealed_backup: [u8; 32],
    earlier: &Earlier,
) -> Result<Written, CeremonyError> {
    let there = names(stick)?;
    let other = |name: &str| match there.iter().any(|there| there == name) {
        true => Ok(sealed_in(stick, name)?.filter(|hash| *hash != sealed_backup)),
        false => Ok::<_, CeremonyError>(None),
    };
    let (replaced, before) = (other(&folder)?, other(&kept_as(&folder))?);
    earlier.may_replace(stick, sealed_backup, [(&folder, replaced), (&kept_as(&folder), before)])?;
    let keep = earlier.keep(replaced, before);
    replace_folder(stick, &folder, files, keep)?;
    Ok(Written { sealed_backup, stick: stick.name(), folder, keeps: keep != Keep::Nothing })
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
    /// [`CeremonyError::OtherBackup`] if this is not the one that was proven, or not the stick; then nothing is removed.
    pub fn settle(&self, written: &Written, stick: &dyn Stick) -> Result<(), CeremonyError> {
        let there = sealed_in(stick, &written.folder)?;
        if written.sealed_backup != self.sealed_backup() || there != Some(self.sealed_backup()) {
            return Err(CeremonyError::OtherBackup);
        }
        Ok(discard(stick, &kept_as(&written.folder))?)
    }
}
