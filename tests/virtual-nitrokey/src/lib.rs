//! A virtual Nitrokey out of the vendor's own firmware crates, **for tests alone**.
//!
//! The OpenPGP card in here is not an imitation: it is `opcard`, the very crate that the Nitrokey 3
//! runs, on the software platform of `trussed`. What it answers, which status word, after how many
//! tries, is therefore the firmware's word and not our reading of the specification.
//!
//! `opcard` is LGPL-3.0. Nothing that is shipped may depend on this crate; its only users are tests
//! and the demonstration.
//!
//! # What is the firmware's and what is ours
//! | | whose |
//! | --- | --- |
//! | every OpenPGP command, the PIN counters, the stored state, factory reset | the firmware's |
//! | random numbers: seeded from the machine's entropy (trussed's own virtual platform has a constant seed, and a key with saved state would repeat its nonces) | ours |
//! | the touch button: a [flag](VirtualNitrokey::set_touch) | ours |
//! | what other models say of themselves ([`Model`]), and what a Start does otherwise | ours, over the firmware's answers |
//! | what cards and readers of other makers do otherwise ([`Trait`]) | ours, over the firmware's answers |
//! | the answer to the Nitrokey 3's version command | ours, after `admin-app` 0.5 |
//! | whatever a [`Liar`] says | the test's |
//!
//! # What it is not
//! - No virtual key takes Brainpool or secp256k1: there is no software for them in `trussed`.
//! - A Pro or a Storage is `opcard` with another face; the limits on lengths that they announce are **not** imitated.
//!   A Start is that too, but its PINs, its KDF-DO, its touch settings and its life cycle are its own firmware's,
//!   rebuilt after that firmware's source.
//! - As a USB device ([`usbredir`]) it has the CCID interface alone: no FIDO, and no one-time passwords of a Pro.
//!
//! # Example
//! ```
//! use virtual_nitrokey::{Config, Model, VirtualNitrokey};
//! # fn main() -> Result<(), virtual_nitrokey::Error> {
//! let key = VirtualNitrokey::new(Config::new(Model::Nitrokey3, 0x0A0B_0C01))?;
//! let select = [0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01, 0x00];
//! assert_eq!(key.transmit(&select)?, [0x90, 0x00]);
//! key.unplug();
//! assert!(key.transmit(&select).is_err());
//! # Ok(())
//! # }
//! ```

mod admin;
mod backend;
mod bus;
mod dispatch;
mod error;
mod fault;
mod firmware;
mod flash;
mod key;
mod liar;
mod model;
mod personality;
mod start;
mod tlv;
mod touch;
mod traits;
pub mod usbredir;
pub mod vpcd;

pub use bus::Bus;
pub use error::Error;
pub use fault::Fault;
pub use key::{Config, VirtualNitrokey};
pub use liar::{Liar, Script, Truth};
pub use model::{Model, UnknownModel};
pub use traits::Trait;
