//! What a rehearsal needs of a flow.

use crate::ceremony::{HowRead, Ready, SpotChecked};
use crate::nitrokey::Serial;
use crate::plan::Role;
use crate::tui::parts::paper::state::Prints;
use crate::tui::parts::write::Writes;

/// A flow that rehearses what it has sealed.
pub(in crate::tui) trait Rehearses: Prints + Writes {
    /// The Nitrokeys that may be written after it, each with the one that was met for it.
    fn roles_to_write(&self) -> Vec<(Role, Option<Serial>)>;
}

/// How the cards were read for the rehearsal that there is, if they were spot-checked.
pub(in crate::tui) fn spot_checked(state: &impl Rehearses) -> Option<&HowRead> {
    let agreed = state.writer().rehearsed.as_ref().and_then(Ready::spot_checked);
    agreed.or(state.seal_run().spot_checked.as_ref().map(SpotChecked::how))
}
