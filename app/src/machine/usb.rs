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
//! - **A keyboard may be anybody's**: it types what it likes. Those that are there when it starts, and hang alone,
//!   work at once, and are counted and named on the first screen. Which one has to wait for the owner's yes on
//!   another, [`Doubt`] says: one that comes later, is in one device with something else, or hangs beside a stick.
//! - **Nobody is locked out**: if no keyboard works any more, the one that came last is let in on trial: the
//!   screens take nothing but its answer ([`Keyboard::Only`]); also if they crash meanwhile (`trial`).
//! - **What comes back again and again is left off**, until it was out for as long (`comings`).

mod comings;
#[cfg(test)]
pub(crate) mod computer;
mod descriptors;
#[cfg(test)]
pub(crate) mod examples;
mod guard;
mod keyboards;
mod kind;
mod node;
mod place;
mod sysfs;
mod trial;

use std::path::PathBuf;

pub use guard::Guard;
pub use kind::Kind;

/// Reads a device's description, and the same as a report descriptor.
pub(super) fn read(bytes: &[u8]) {
    let _ = descriptors::parse(bytes);
}

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
    Waits(Doubt),
    /// No other one works. So it is let in, for nothing but the owner's yes; it is off until this was told once.
    Only(Doubt),
    /// The owner said no.
    Declined,
}

/// Why a keyboard is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It was plugged in after the start.
    Later,
    /// It is in one device with something else.
    Hidden,
    /// It hangs at one hub, or in one connector, with a stick.
    Beside,
}

/// A keyboard that works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typing {
    /// A laptop's own, or one at the round port (PS/2).
    BuiltIn,
    /// At a USB port: what it calls itself.
    Usb(String),
}

/// All that there is to tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// The keyboards that work.
    pub keyboards: Vec<Typing>,
    /// The devices of which the owner is told something, in the order in which they came.
    pub notices: Vec<Notice>,
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
    /// Whether it came back again and again, and so is off; it may be pulled out by now.
    pub again: bool,
}
