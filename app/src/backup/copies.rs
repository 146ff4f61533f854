//! `copies.toml`: where the sealings of an identity left their copies. The program remembers nothing; what a later
//! sitting has to know of earlier ones stands in the backup itself.

use serde::{Deserialize, Serialize};

use super::parts::{in_digits, of_digits};
use super::{Moment, Planned, SealingRecord, SetId};
use crate::plan::Plan;

/// Where one sealing was to leave copies: what the owner had planned when it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    /// Its set.
    pub set: SetId,
    /// Which sealing of the set it was, from 1.
    pub sealing: u32,
    /// When it was sealed.
    pub moment: Moment,
    /// How many sticks got the bundle. None and no sheets: nobody has noted it.
    pub sticks: u8,
    /// How many backup sheets were printed.
    pub sheets: u8,
    /// Whose share cards they are, in the order of their numbers; none if it was sealed for cards that were there.
    pub cards: Vec<String>,
    /// The first bytes of its sealed backup's SHA-256, as on its backup sheet. None stands in itself: those after it know it.
    pub id: Option<[u8; 4]>,
}

impl Copies {
    /// Of the sealed backup itself: besides how many sticks and sheets, all is said by its record and its plan.
    pub fn of_this(record: SealingRecord, plan: &Plan, planned: Planned) -> Self {
        // Who had cards before keeps them, and the plan may have changed since.
        let new = plan.trustees.iter().filter(|_| record.number == 1);
        Copies {
            set: record.set,
            sealing: record.number,
            moment: record.moment,
            sticks: planned.sticks,
            sheets: planned.sheets,
            cards: new.map(|trustee| trustee.name.clone()).collect(),
            id: None,
        }
    }

    /// Of a sealed backup of which nobody has noted where its copies are: in no number that is there.
    pub fn unknown((set, sealing): (SetId, u32), moment: Moment) -> Self {
        Copies { set, sealing, moment, sticks: 0, sheets: 0, cards: Vec::new(), id: None }
    }

    /// Whether nobody has noted where its copies are.
    pub fn are_unknown(&self) -> bool {
        (self.sticks, self.sheets) == (0, 0)
    }

    /// What was planned of it.
    pub fn planned(&self) -> Planned {
        Planned { sticks: self.sticks, sheets: self.sheets }
    }
}

#[derive(Serialize, Deserialize)]
struct File {
    #[serde(default)]
    sealing: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    set: String,
    number: u32,
    moment: String,
    sticks: u8,
    sheets: u8,
    cards: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

pub(super) fn to_toml(copies: &[Copies]) -> String {
    let entry = |copies: &Copies| Entry {
        set: copies.set.to_string(),
        number: copies.sealing,
        moment: copies.moment.to_string(),
        sticks: copies.sticks,
        sheets: copies.sheets,
        cards: copies.cards.clone(),
        id: copies.id.as_ref().map(in_digits),
    };
    let file = File { sealing: copies.iter().map(entry).collect() };
    // Serialising plain strings and numbers cannot fail.
    toml::to_string(&file).unwrap_or_default()
}

pub(super) fn from_toml(bytes: &[u8]) -> Option<Vec<Copies>> {
    let file: File = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
    let copies = |entry: Entry| {
        Some(Copies {
            set: SetId::parse(&entry.set)?,
            sealing: Some(entry.number).filter(|number| *number > 0)?,
            moment: Moment::parse(&entry.moment)?,
            sticks: entry.sticks,
            sheets: entry.sheets,
            cards: entry.cards,
            id: match entry.id {
                Some(digits) => Some(of_digits(&digits)?),
                None => None,
            },
        })
    };
    file.sealing.into_iter().map(copies).collect()
}
