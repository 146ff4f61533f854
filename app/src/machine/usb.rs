//! Which USB devices may work. The appliance's kernel lets none (`usbcore.authorized_default=0`) before this
//! has judged it by what it says of itself.
//!
//! - **Judged is each interface, not the device.** A device goes on if anything in it may work, and of it only
//!   that: the host controllers hold back every interface (`interface_authorized_default`) that is not let in
//!   by name. A keyboard with a network adapter in it is a keyboard, and the adapter stays off.
//! - **May work**: hubs, sticks, card readers, printers, and keyboards; what nothing uses stays off, a Nitrokey's
//!   interface for FIDO and cameras too. Only keyboards of the boot protocol: those are what a
//!   device is seen to be before it works; any keyboard that a computer's own setup knows is one.
//! - **Who may use it**: the node of a card reader that works is pcscd's (`node`), and every other one the
//!   administrator's alone.
//! - **A keyboard may be anybody's**: it types what it likes. Those that are there when it starts, and are
//!   nothing else, work at once. One that comes later waits until the owner says yes on another, and so
//!   does one that is hidden in something else, such as a stick, whenever it comes.
//! - **Nobody is locked out**: if no keyboard works any more, the one that came last is let in, and the
//!   screen says so.

#[cfg(test)]
pub(crate) mod computer;
mod descriptors;
#[cfg(test)]
pub(crate) mod examples;
mod guard;
mod keyboards;
mod kind;
mod node;
mod sysfs;

use std::path::PathBuf;

pub use guard::Guard;
pub use kind::Kind;

/// Where USB devices are plugged in.
#[derive(Debug, Clone)]
pub struct Ports(PathBuf);

impl Ports {
    /// This machine's.
    pub fn of_this_machine() -> Self {
        Ports("/".into())
    }

    /// Those of a system with this root, for a trial.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Ports(root.into())
    }
}

/// How it is with a device's keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyboard {
    /// It has none, or it works and need not be spoken of.
    Quiet,
    /// It waits for the owner's yes.
    Waits,
    /// It was let in because no other one works.
    Only,
    /// The owner said no.
    Declined,
}

/// A device of which the owner is told something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// No other one has it, nor the same one when it is plugged in again.
    pub number: u64,
    /// What it calls itself; it may lie.
    pub name: String,
    /// How it is with its keyboard.
    pub keyboard: Keyboard,
    /// What of it stays off.
    pub refused: Vec<Kind>,
}
