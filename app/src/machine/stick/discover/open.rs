//! A stick is made ready to be read and written.

use super::appliance::Appliance;
use super::device::Device;
use super::mount::Mount;
use super::plugged::Plugged;
use crate::machine::stick::folder::{Mounted, StickError, from_io};

impl Plugged {
    /// Makes it ready to be read and written. One that was taken out and is back at another port is found there.
    ///
    /// # Errors
    /// [`StickError::Gone`] if it was pulled out in the meantime; [`StickError::Unformatted`].
    pub fn open(&self) -> Result<Mounted, StickError> {
        let gone = || StickError::Gone { stick: self.name.clone() };
        match &self.device {
            None if self.root.is_dir() => Ok(Mounted::named(&self.root, &self.name)),
            None => Err(gone()),
            Some((_, None)) => Err(StickError::Unformatted { stick: self.name.clone() }),
            Some((device, Some(kind))) => {
                let device = again(device, &self.id).ok_or_else(gone)?;
                let mount = Mount::new(device, *kind).map_err(|error| from_io(&self.name, "", error))?;
                Ok(Mounted::of(mount, &self.name))
            }
        }
    }
}

/// The same stick, wherever it is plugged in by now.
fn again(device: &Device, id: &str) -> Option<Device> {
    if device.is_there() {
        return Some(device.clone());
    }
    let now = Appliance::new(&device.machine).list();
    now.into_iter().filter(|stick| stick.id() == id).find_map(|stick| Some(stick.device?.0))
}
