//! What was found, piece by piece.

use std::time::SystemTime;

use super::stick::OnStick;
use crate::backup::{Manifest, SetId};
use crate::openpgp::Revoked;
use crate::plan::Role;

/// A stick that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StickSeen {
    /// How its owner knows it.
    pub name: String,
    /// What is on it; or why that cannot be read, in the owner's words.
    pub found: Result<OnStick, String>,
}

impl StickSeen {
    /// Whether all of this takes the place of what was seen before. What cannot be read because it was pulled out
    /// meanwhile says nothing of a stick that was read whole.
    pub fn replace(all: &[Self], before: &[Self], is_plugged: bool) -> bool {
        let is_read = |seen: &Self| seen.found.is_ok();
        is_plugged || all.iter().all(is_read) || !before.iter().all(is_read)
    }
}

/// A card that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardCame {
    /// It is as the list in the manifest says.
    Good(u8),
    /// The same, as far as it could be read.
    Mended(u8),
    /// One of another set.
    OtherSet {
        /// Its number.
        card: u8,
        /// Its set.
        set: SetId,
    },
    /// It was read without a mistake, and is none of the list's; its number, if it says one.
    Wrong(Option<u8>),
    /// It was read without a mistake, and there is no list to compare it with; its number, if it says one.
    Alone(Option<u8>),
}

/// What a Nitrokey has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NitrokeyCame {
    /// It signed, decrypted and logged in, and took its user PIN.
    Proven,
    /// It did not take the user PIN.
    WrongPin {
        /// So many tries are left.
        left: u8,
    },
    /// Its user PIN has one try left, and was not asked for.
    LastTry,
    /// Its user PIN is blocked.
    Blocked,
    /// It carries keys of this identity that are not those in use.
    OldKeys,
    /// It carries nothing but an old decryption key, in the slot that decrypts: it is for old mail.
    OldMail,
    /// It carries none of this identity's keys.
    NoKeys,
    /// It failed, for this reason in the owner's words.
    Failed(String),
}

/// A Nitrokey that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NitrokeySeen {
    /// Which one.
    pub serial: String,
    /// What it is, as far as that is known, and how its owner calls that.
    pub role: Option<(Role, String)>,
    /// Only its owner has said so.
    pub said_by_owner: bool,
    /// What it has shown.
    pub came: NitrokeyCame,
}

/// What came of the whole recovery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    /// The cards opened the backup, and each key in it has proven itself.
    Yes,
    /// They did not.
    Failed,
    /// It was not tried.
    Not,
}

/// All that was found in one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// The day of the check, which the owner has confirmed.
    pub today: SystemTime,
    /// The version of this program.
    pub program: &'static str,
    /// What everything was compared with; `None`: no bundle was there.
    pub backup: Option<Manifest>,
    /// The clock stands before the day on which that was signed.
    pub clock_is_behind: bool,
    /// The sticks, in the order in which they came.
    pub sticks: Vec<StickSeen>,
    /// The cards, likewise.
    pub cards: Vec<CardCame>,
    /// The whole recovery.
    pub recovered: Recovered,
    /// What stands inside the backup is not what its list says: that may be forged.
    pub is_contradicted: bool,
    /// The Nitrokeys.
    pub nitrokeys: Vec<NitrokeySeen>,
    /// The roles that the opened backup names, and how its owner calls them.
    pub roles: Vec<(Role, String)>,
    /// When the keys were revoked as a whole, and why, as far as that was published.
    pub revoked: Option<Revoked>,
    /// When the first of the keys expires that matter.
    pub expires: Option<SystemTime>,
}

impl Findings {
    /// Whether both say the same, on whatever day.
    pub fn says_the_same(&self, other: &Self) -> bool {
        *self == Findings { today: self.today, ..other.clone() }
    }

    /// Whether a stick was read that has the backup.
    pub fn has_stick(&self) -> bool {
        self.sticks.iter().any(|seen| seen.found == Ok(OnStick::Same))
    }

    /// Whether the spare was proven.
    pub fn has_spare(&self) -> bool {
        let is_spare = |seen: &NitrokeySeen| seen.role.as_ref().is_some_and(|(role, _)| *role == Role::SPARE);
        self.nitrokeys.iter().any(|seen| is_spare(seen) && seen.came == NitrokeyCame::Proven)
    }
}
