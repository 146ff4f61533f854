//! What a flow has to write, and what of it is written.

use crate::ceremony::Ready;
use crate::nitrokey::{Info, Proof, Serial};
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::parts::nitrokeys;

/// What there is to be written.
#[derive(Default)]
pub(in crate::tui) struct Writer {
    /// The way to write: nobody has it without a proven backup.
    pub(in crate::tui) rehearsed: Option<Ready>,
    /// Which roles, in their order, each with the Nitrokey that was met for it.
    pub(in crate::tui) roles: Vec<(Role, Option<Serial>)>,
    /// What each one that was written has shown.
    pub(in crate::tui) proofs: Vec<(Role, Proof)>,
    /// Roles that were put off.
    pub(in crate::tui) later: Vec<Role>,
    /// Whether a Nitrokey was begun with these keys, proven or not: what they were sealed in may be all that is known of it.
    pub(in crate::tui) begun: bool,
}

impl Writer {
    /// The first role that is neither written nor put off.
    pub(super) fn role(&self) -> Option<&(Role, Option<Serial>)> {
        self.roles.iter().find(|(role, _)| !self.is_written(role) && !self.later.contains(role))
    }

    /// Whether a Nitrokey was written in this role.
    pub(in crate::tui) fn is_written(&self, role: &Role) -> bool {
        self.proofs.iter().any(|(r, _)| r == role)
    }

    /// Whether the Nitrokey says that the keys that are written are on it already: a spare, or one whose writing was
    /// broken off.
    pub(super) fn has_keys(&self, info: &Info) -> bool {
        self.rehearsed.as_ref().is_some_and(|rehearsed| nitrokeys::has_keys(rehearsed, info))
    }

    /// The Nitrokey that was met for what is written next, if it is plugged in and has nothing on it.
    pub(super) fn met(&self, context: &Context) -> Option<Info> {
        let (_, serial) = self.role()?;
        context
            .info((*serial)?)
            .filter(|info| info.is_blank() && self.written_as(info.serial).is_none())
            .cloned()
    }

    /// The role that this Nitrokey was written in.
    pub(super) fn written_as(&self, serial: Serial) -> Option<&Role> {
        self.proofs.iter().find(|(_, proof)| proof.serial == serial).map(|(role, _)| role)
    }

    /// Whether this sitting has begun to write this Nitrokey, and not finished.
    pub(super) fn has_begun(&self, serial: Serial) -> bool {
        self.written_as(serial).is_none() && self.rehearsed.as_ref().is_some_and(|r| r.has_begun(serial))
    }

    /// What this Nitrokey is to the owner, if it carries the keys already that are to be written. One that is just
    /// being written carries them for that reason.
    pub(super) fn ours(&self, context: &Context, info: &Info) -> Option<String> {
        if let Some(role) = self.written_as(info.serial) {
            return Some(nitrokeys::your(context, role));
        }
        let rehearsed = self.rehearsed.as_ref().filter(|_| !self.has_begun(info.serial))?;
        nitrokeys::ours(context, rehearsed, info)
    }

    /// Whether what is written is for old mail.
    pub(super) fn is_for_old_mail(&self) -> bool {
        self.rehearsed.as_ref().is_some_and(|rehearsed| rehearsed.for_old_mail().is_some())
    }

    /// Whether it has nothing but subkeys that were replaced since.
    pub(super) fn has_old_keys(&self, info: &Info) -> bool {
        self.rehearsed.as_ref().is_some_and(|rehearsed| nitrokeys::has_old_keys(rehearsed, info))
    }

    /// Whether it has keys that are newer than the backup: erased in haste, they would be gone.
    pub(super) fn is_newer(&self, info: &Info) -> bool {
        let rehearsed = self.rehearsed.as_ref().filter(|_| !self.has_begun(info.serial));
        rehearsed.is_some_and(|rehearsed| rehearsed.newer_key(info).is_some())
    }
}

/// A flow that writes Nitrokeys.
pub(in crate::tui) trait Writes {
    /// What is to be written.
    fn writer(&self) -> &Writer;
    /// The same, to be changed.
    fn writer_mut(&mut self) -> &mut Writer;

    /// Whether it is asked by itself for the yes to one that was met, and has nothing on it.
    fn asks_by_itself(&self) -> bool {
        false
    }
}
