use crate::VirtualNitrokey;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The USB ports of a computer, with virtual keys in some of them. Clones are the same ports.
#[derive(Clone, Debug, Default)]
pub struct Bus(Arc<Mutex<Vec<VirtualNitrokey>>>);

impl Bus {
    /// Ports with nothing in them.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a key into a free port; one that was pulled out of here gets its port back.
    pub fn plug(&self, key: VirtualNitrokey) {
        key.plug();
        let mut ports = self.ports();
        if !ports.iter().any(|other| other.is_same(&key)) {
            ports.push(key);
        }
    }

    /// The keys that are plugged in, in the order in which they first came.
    pub fn keys(&self) -> Vec<VirtualNitrokey> {
        self.ports().iter().filter(|key| key.is_plugged()).cloned().collect()
    }

    fn ports(&self) -> MutexGuard<'_, Vec<VirtualNitrokey>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
