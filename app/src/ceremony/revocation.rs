//! The whole identity is ended: what says so goes to a stick, and counts once others have it.

use std::time::SystemTime;

use super::{CeremonyError, Proven};
use crate::backup::bundle;
use crate::language::Texts;
use crate::machine::stick::folder::{Stick, write_folder};
use crate::openpgp::{Reason, revoked};

/// The certificate with its revocation in it.
const REVOKED: &str = "public-key-revoked.asc";

impl<Paper> Proven<Paper> {
    /// Writes the certificate, revoked for this reason, to a folder on a stick, and `README.txt`, which tells what to do with
    /// it. Neither backup nor Nitrokeys change: whoever has not got the file goes on as before. Returns the folder's name.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing half-written stands under the folder's name.
    pub fn revoke(
        &self,
        stick: &dyn Stick,
        reason: Reason,
        now: SystemTime,
    ) -> Result<String, CeremonyError> {
        let fingerprint = self.identity().fingerprint();
        let folder = bundle::revoked_folder(&fingerprint);
        // A clock that is behind signs nothing before the newest signature that is there.
        let certificate = revoked(self.identity(), reason, now.max(self.identity().newest()))?;
        let texts = Texts::of(&self.plan().language);
        let readme = texts.say(key!("revoke-readme"), &[("fingerprint", fingerprint.into())]);
        let files: [(&str, &[u8]); 2] = [(REVOKED, &certificate), (bundle::README, readme.as_bytes())];
        write_folder(stick, &folder, &files)?;
        Ok(folder)
    }
}
