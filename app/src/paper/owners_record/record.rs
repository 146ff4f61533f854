//! What stands on the owner's record.

use crate::language::Key;
use crate::paper::Backup;
use crate::plan::{Role, Slot};

/// A trustee, as the owner's record names them.
#[derive(Debug, Clone)]
pub struct Holder {
    /// Name.
    pub name: String,
    /// The plan's note: how to reach them.
    pub note: String,
}

/// A key that was brought along, or made beside those.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The slot that it is in.
    pub slot: Slot,
    /// What it is: `RSA 3072 A1B2 C3D4`.
    pub key: String,
    /// Whether it was there before.
    pub yours: bool,
    /// The day it expires, `2028-11-24`, if it does.
    pub expires: Option<String>,
}

/// What became of keys that were brought along.
#[derive(Debug, Clone)]
pub struct WhatWhere {
    /// The slots' keys.
    pub placed: Vec<Placed>,
    /// Those that are in the backup alone.
    pub kept: Vec<String>,
    /// What of the file was not taken over: each kind by its text, and how much.
    pub remains: Vec<(Key, usize)>,
    /// What of it is in `public-key.asc` alone, likewise.
    pub left_out: Vec<(Key, usize)>,
}

/// What the record says besides what all sheets say.
#[derive(Debug)]
pub struct Record<'a> {
    /// The backup.
    pub backup: &'a Backup,
    /// What the keys are made of.
    pub algorithm: String,
    /// The day on which the key was made, `2019-11-24`, if that is another one than the backup's.
    pub key_made: Option<String>,
    /// What went where, if keys were brought along.
    pub what_where: Option<WhatWhere>,
    /// The day they expire, `2028-11-24`, if they do.
    pub expires: Option<String>,
    /// How many share cards were read back whole, and not by three words alone; `None`: that is still to come.
    pub read_whole: Option<usize>,
    /// How many have opened the backup before, for cards that stay as they are: those were read whole.
    pub opened_by: Option<usize>,
    /// The day on which the recovery was rehearsed, `2026-11-24`, and whether from paper; `None`: not yet.
    pub rehearsed: Option<(String, bool)>,
    /// What else was done, in the order in which it is said.
    pub done: Vec<Done>,
    /// The Nitrokeys.
    pub nitrokeys: Vec<NitrokeyLine>,
    /// Whether the backup sheet is printed behind each card.
    pub sheet_behind: bool,
    /// The trustees, in the order of their cards.
    pub trustees: Vec<Holder>,
}

/// A Nitrokey, as a line of the record.
#[derive(Debug)]
pub struct NitrokeyLine {
    /// What it is.
    pub role: Role,
    /// Its serial, if it is known.
    pub serial: Option<String>,
    /// The day on which it was written and proven, `2026-11-24`, if it was.
    pub proven: Option<String>,
}

/// Something that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// All share cards were printed.
    Cards,
    /// The backup sheet was.
    Sheet,
    /// The PIN slips were.
    Slips,
    /// The sheets were written as files.
    Files,
    /// The bundle was written to a stick.
    Bundle,
    /// The owner said that a spot check is enough.
    SpotCheckIsEnough,
}

impl Done {
    pub(super) fn key(self) -> Key {
        match self {
            Done::Cards => key!("record-done-cards"),
            Done::Sheet => key!("record-done-sheet"),
            Done::Slips => key!("record-done-slips"),
            Done::Files => key!("record-done-files"),
            Done::Bundle => key!("record-done-bundle"),
            Done::SpotCheckIsEnough => key!("record-done-spot-check"),
        }
    }
}
