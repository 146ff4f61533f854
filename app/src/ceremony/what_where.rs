//! What goes onto the owner's record of keys that were brought along.

use crate::backup::Moment;
use crate::openpgp::{Goes, Identity, Inventory, Kept, Part, Places};
use crate::paper::{Placed, WhatWhere};
use crate::plan::Slot;

/// Whose each slot's key is, which keys are in the backup alone, and what of the file is not in it.
pub(super) fn what_where(identity: &Identity, inventory: &Inventory, places: &Places) -> WhatWhere {
    let parts = identity.parts();
    let prints = Slot::ALL.map(|slot| identity.slot_fingerprint(slot).to_hex());
    let named = |part: &Part| {
        let print = &part.fingerprint;
        let end = print.get(print.len().saturating_sub(8)..).unwrap_or_default();
        let groups = [end.get(..4), end.get(4..)].into_iter().flatten();
        std::iter::once(part.kind.as_str()).chain(groups).collect::<Vec<_>>().join(" ").trim_end().to_owned()
    };
    let placed = Slot::ALL.into_iter().zip(&prints).filter_map(|(slot, print)| {
        let part = parts.iter().find(|part| part.fingerprint == *print)?;
        let yours = places[slot as usize] != Goes::New;
        Some(Placed {
            slot,
            key: named(part),
            yours,
            expires: part.expires.map(|time| Moment::from(time).day()),
        })
    });
    let kept = parts.iter().filter(|part| !prints.contains(&part.fingerprint));
    // What has no secret here is in no backup.
    let kept = kept.filter(|part| part.kept != Some(Kept::NoSecret)).map(named);
    let (remains, left_out) = (
        inventory.remains().each().map(|(what, n)| (what.label, n)).collect(),
        inventory.left_out().each().collect(),
    );
    WhatWhere { kept: kept.collect(), placed: placed.collect(), remains, left_out }
}
