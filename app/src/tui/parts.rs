//! Steps that flows share, and what they are made of.

pub(super) mod blind;
pub(super) mod card;
pub(super) mod choose;
pub(super) mod clock;
pub(super) mod deal;
pub(super) mod find_bundle;
pub(super) mod format;
pub(super) mod from_stick;
pub(super) mod known;
pub(super) mod nitrokeys;
pub(super) mod paper;
pub(super) mod pin;
pub(super) mod prove;
pub(super) mod recover;
pub(super) mod recovered;
pub(super) mod rehearse;
pub(super) mod renewal;
pub(super) mod seal;
pub(super) mod sealing;
pub(super) mod secret_text;
pub(super) mod stick;
pub(super) mod to_stick;
pub(super) mod user_id;
pub(super) mod vault_entry;
pub(super) mod work;
pub(super) mod write;
