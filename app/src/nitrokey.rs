//! Nitrokeys, and other OpenPGP cards that take keys (extended capabilities, OpenPGP card 3.4 § 4.4.3.7): find, read,
//! reset, flash, prove. What a card takes it is asked, not its version.
//!
//! A Nitrokey is always named by its serial, never 'the first reader'. Nothing here can write one
//! without being handed an [`Erase`], which takes the serial's last four digits typed by the owner;
//! and only [`crate::ceremony::Rehearsed`] calls what writes.

mod algorithms;
mod block;
mod bus;
mod challenges;
mod checked_answers;
mod error;
mod find;
mod flash;
mod info;
mod kdf;
mod new_user_pin;
mod operate;
mod personalization;
mod pin;
mod pins;
mod prove;
mod raw;
mod read;
mod read_back;
mod ready;
mod reset;
mod sitting;
mod tlv;
mod unproven;
mod upload;

pub use algorithms::{takes, takes_keys};
pub use bus::{AnyCard, Bus, PcscBus, Port};
pub use challenges::challenges;
pub use checked_answers::Unreadable;
pub use error::{NitrokeyError, Step};
pub use find::{Found, info, list, silent_readers};
pub(crate) use flash::flash;
pub use info::{Info, Model, PinRules, Serial, Tries, Version, Warning};
pub use new_user_pin::{NotSet, Sets, UserPinNow, set_user_pin};
pub use personalization::{Expected, Personalization, Settings, Unlock};
pub use pin::Pin;
pub use pins::{FACTORY_ADMIN, FACTORY_USER, LastTry};
pub use prove::{Proof, prove};
pub use reset::{Erase, finish_resets};
pub(crate) use sitting::Sitting;
pub use unproven::{Setting, Unproven};

use crate::plan::Slot;

/// What is being done to a Nitrokey, for a screen to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// It goes back to how it left the factory.
    Resetting,
    /// A key goes into a slot.
    Importing(Slot),
    /// Name, language, address, touch.
    Settings,
    /// Reset code, admin PIN, user PIN.
    Pins,
    /// What it says of itself is compared with the plan.
    ReadingBack,
    /// A slot's key is used and checked. With touch on, the button must be touched now.
    Proving(Slot),
}
