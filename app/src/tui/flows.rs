//! The flows: each is a way through the stations of a ceremony.

pub(super) mod another_nitrokey;
pub(super) mod changes;
pub(super) mod check_card;
pub(super) mod forgotten_pin;
pub(super) mod inspect;
pub(super) mod keyboard;
pub(super) mod lost;
pub(super) mod revoke_all;
pub(super) mod set_up;
pub(super) mod stolen;
pub(super) mod trustees;
pub(super) mod without_nitrokey;
pub(super) mod yearly;
