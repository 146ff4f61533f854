//! What comes together again when something is lost.

use crate::ceremony::Ready;
use crate::language::Key;
use crate::nitrokey::{Proof, Serial};
use crate::plan::Role;
use crate::tui::kit::flow::FlowState;
use crate::tui::parts::prove::Proves;
use crate::tui::parts::recover::Recovers;
use crate::tui::parts::recovered::{Recovered, Uses, Way};

/// What is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// The spare.
    Spare,
    /// No Nitrokey, but a stick with the bundle.
    Stick,
    /// Paper.
    Paper,
}

/// All that comes together again.
pub(super) struct Lost {
    pub(super) left: Left,
    pub(super) recovered: Recovered,
}

impl Lost {
    /// With the shortest way preset.
    pub(super) fn new() -> Self {
        Lost { left: Left::Spare, recovered: Recovered::new(Way::Spare) }
    }
}

impl FlowState for Lost {
    fn loss(&self) -> Option<Key> {
        self.loss_of_use()
    }
}

/// What the Nitrokey that is still there is.
fn role_here(rehearsed: &Ready, serial: Serial) -> Role {
    rehearsed.role_of_ours(serial).cloned().unwrap_or(Role::SPARE)
}

impl Proves for Lost {
    fn proven(&self) -> Option<Serial> {
        self.recovered.proven
    }

    /// It counts as written from now on, and so it cannot be taken for the new one.
    fn was_proven(&mut self, proof: Proof) {
        let Some(rehearsed) = self.back() else { return };
        let role = role_here(rehearsed, proof.serial);
        self.recovered.proven = Some(proof.serial);
        self.recovered.writer.proofs.retain(|(other, _)| *other != role);
        self.recovered.writer.proofs.push((role, proof));
        self.set_roles();
    }
}

impl Uses for Lost {
    fn recovered(&self) -> &Recovered {
        &self.recovered
    }

    fn recovered_mut(&mut self) -> &mut Recovered {
        &mut self.recovered
    }

    /// With the spare at hand, it is proven first; without one, there are only new ones.
    fn ways(&self) -> Vec<Way> {
        let first = if self.left == Left::Spare { Way::Spare } else { Way::New };
        vec![first, Way::Export, Way::See]
    }

    /// With a spare at hand only that of the lost one, so that the new one gets the PINs that the backup has for it.
    fn roles(&self) -> Vec<Role> {
        let Some(rehearsed) = self.back() else { return Vec::new() };
        let all = rehearsed.plan().roles();
        if self.recovered.way != Way::Spare {
            return all;
        }
        let here = self.recovered.proven.map_or(Role::SPARE, |serial| role_here(rehearsed, serial));
        all.into_iter().filter(|role| *role != here).take(1).collect()
    }
}
