//! What a flow has to write, and what of it is written.

use crate::ceremony::Ready;
use crate::nitrokey::{Proof, Serial};

/// What there is to be written.
#[derive(Default)]
pub(in super::super) struct Writer {
    /// The way to write: nobody has it without a proven backup.
    pub(in super::super) rehearsed: Option<Ready>,
    /// Which roles, in their order, each with the Nitrokey that was met for it.
    pub(in super::super) roles: Vec<(String, Option<Serial>)>,
    /// What each one that was written has shown.
    pub(in super::super) proofs: Vec<(String, Proof)>,
    /// Roles that were put off.
    pub(in super::super) later: Vec<String>,
}

impl Writer {
    /// The first role that is neither written nor put off.
    pub(super) fn role(&self) -> Option<&(String, Option<Serial>)> {
        self.roles.iter().find(|(role, _)| !self.is_written(role) && !self.later.contains(role))
    }

    fn is_written(&self, role: &str) -> bool {
        self.proofs.iter().any(|(r, _)| r == role)
    }

    /// The role that this Nitrokey was written in.
    pub(super) fn written_as(&self, serial: Serial) -> Option<&str> {
        self.proofs.iter().find(|(_, proof)| proof.serial == serial).map(|(role, _)| role.as_str())
    }
}

/// A flow that writes Nitrokeys.
pub(in super::super) trait Writes {
    /// What is to be written.
    fn writer(&self) -> &Writer;
    /// The same, to be changed.
    fn writer_mut(&mut self) -> &mut Writer;
}
