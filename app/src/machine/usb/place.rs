//! Where a device hangs, and what else hangs there: a stick that types can be two devices at a hub inside it, or one
//! on the wires of USB 2 and one on those of USB 3 in a single connector.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::sysfs::Folder;

/// Where a device hangs, by the kernel's names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Its connector, and the hubs between it and the computer, in both of the names that a hub for USB 3 has.
    names: BTreeSet<String>,
    /// Whether there is such a hub.
    pub(super) at_a_hub: bool,
}

impl Place {
    /// That of a device such as `1-2.3`.
    ///
    /// Root hubs are the computer, and so are hubs that are soldered in: many a laptop has all its ports at one. Of
    /// them the firmware says that they are fixed, and below them the hub itself; what is plugged in is not asked
    /// before all above it are the computer's.
    pub(super) fn of(devices: &Path, device: &str) -> Self {
        let mut names = BTreeSet::new();
        let mut is_computer = true;
        for (at, _) in device.match_indices('.') {
            let Some(hub) = device.get(..at) else { continue };
            is_computer &= Folder::open(&devices.join(hub))
                .and_then(|hub| hub.text("removable"))
                .is_ok_and(|text| text == "fixed");
            if !is_computer {
                names.extend(both(devices, hub));
            }
        }
        names.extend(both(devices, device));
        Place { names, at_a_hub: !is_computer }
    }

    /// Whether they hang at one hub or in one connector.
    pub(super) fn is_beside(&self, other: &Place) -> bool {
        !self.names.is_disjoint(&other.names)
    }
}

/// A device, and what the wires of the other speed lead to in the same connector.
fn both(devices: &Path, device: &str) -> impl Iterator<Item = String> {
    let peer = fs::canonicalize(devices.join(device).join("port/peer/device")).ok();
    let peer = peer.and_then(|peer| Some(peer.file_name()?.to_string_lossy().into_owned()));
    std::iter::once(device.to_owned()).chain(peer)
}
