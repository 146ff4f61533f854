//! What is still there of sets that new cards have taken the place of: the cards, and every copy of what was sealed for
//! them. Enough of these cards and any one of these copies still give the primary key, whatever was sealed since.

use crate::backup::{Copies, SetId};
use crate::language::Texts;
use crate::language::shown::plain;

/// A name that is longer is cut off: each has one line.
const NAME: usize = 28;

/// One of them, to be destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OldCopy {
    /// A share card.
    Card {
        /// Of this set.
        set: SetId,
        /// Its number.
        number: u8,
        /// Whose it is, if that is known.
        name: Option<String>,
        /// Whether a backup sheet was printed behind it.
        sheet: bool,
    },
    /// A stick with the bundle.
    Stick {
        /// For this set.
        set: SetId,
        /// With this sealing.
        sealing: u32,
        /// Which one.
        at: u8,
        /// Of so many that were planned.
        of: u8,
    },
    /// Backup sheets that lie behind no card.
    Sheets {
        /// For this set.
        set: SetId,
        /// Of this sealing.
        sealing: u32,
        /// So many.
        many: u8,
    },
    /// A sealing of which nobody has noted where its copies are.
    Unknown {
        /// For this set.
        set: SetId,
        /// Which one.
        sealing: u32,
    },
}

impl OldCopy {
    /// The set that it belongs to.
    pub fn set(&self) -> SetId {
        match self {
            OldCopy::Card { set, .. }
            | OldCopy::Stick { set, .. }
            | OldCopy::Sheets { set, .. }
            | OldCopy::Unknown { set, .. } => *set,
        }
    }

    /// What it is, in a few words.
    pub fn words(&self, texts: &Texts) -> String {
        let sealed = |sealing: &u32| ("sealing", sealing.to_string().into());
        match self {
            OldCopy::Card { number, name: None, .. } => {
                texts.say(key!("old-card"), &[("card", (*number).into())])
            }
            OldCopy::Card { number, name: Some(name), .. } => {
                let values = [("card", (*number).into()), ("name", plain(name, NAME).into())];
                texts.say(key!("old-card-of"), &values)
            }
            OldCopy::Stick { sealing, at, of, .. } => {
                texts.say(key!("old-stick"), &[sealed(sealing), ("at", (*at).into()), ("of", (*of).into())])
            }
            OldCopy::Sheets { sealing, many, .. } => {
                texts.say(key!("old-sheets"), &[sealed(sealing), ("many", (*many).into())])
            }
            OldCopy::Unknown { sealing, .. } => texts.say(key!("old-unknown"), &[sealed(sealing)]),
        }
    }

    /// What goes with it.
    pub fn with(&self, texts: &Texts) -> Option<String> {
        matches!(self, OldCopy::Card { sheet: true, .. }).then(|| texts.say(key!("old-behind"), &[]))
    }
}

/// Of the set that was opened, what nobody has noted: how many cards it has, and sealings that are named somewhere.
#[derive(Debug, Clone)]
pub(super) struct Replaced {
    pub(super) set: SetId,
    pub(super) cards: u8,
    /// That which was opened, as it says itself; and as manifest or sheet say.
    pub(super) sealings: Vec<u32>,
}

impl Replaced {
    /// And this sealing, if it is another one.
    pub(super) fn with(mut self, sealing: Option<u32>) -> Self {
        self.sealings.extend(sealing);
        self.sealings.sort_unstable();
        self.sealings.dedup();
        self
    }
}

/// All that is noted, and what was opened; the newest set first.
pub(super) fn old_copies(copies: &[Copies], replaced: &Replaced, new: SetId) -> Vec<OldCopy> {
    let mut sets: Vec<SetId> = Vec::new();
    for set in std::iter::once(replaced.set).chain(copies.iter().rev().map(|copies| copies.set)) {
        if set != new && !sets.contains(&set) {
            sets.push(set);
        }
    }
    let of = |set: SetId| {
        let noted: Vec<_> = copies.iter().filter(|copies| copies.set == set).collect();
        let replaced = (replaced.set == set).then_some(replaced);
        let mut all = cards(set, &noted, replaced);
        for copies in &noted {
            let (sealing, of) = (copies.sealing, copies.sticks);
            if copies.are_unknown() {
                all.push(OldCopy::Unknown { set, sealing });
            }
            all.extend((1..=of).map(|at| OldCopy::Stick { set, sealing, at, of }));
            if copies.sheets > 0 && !is_behind(copies) {
                all.push(OldCopy::Sheets { set, sealing, many: copies.sheets });
            }
        }
        let named = replaced.iter().flat_map(|replaced| replaced.sealings.iter().copied());
        let unknown = named.filter(|named| noted.iter().all(|copies| copies.sealing != *named));
        all.extend(unknown.map(|sealing| OldCopy::Unknown { set, sealing }));
        all
    };
    sets.into_iter().flat_map(of).collect()
}

/// Whether a sheet was planned behind each card.
fn is_behind(copies: &Copies) -> bool {
    !copies.cards.is_empty() && usize::from(copies.sheets) >= copies.cards.len()
}

fn cards(set: SetId, noted: &[&Copies], replaced: Option<&Replaced>) -> Vec<OldCopy> {
    let named = noted.iter().find(|copies| !copies.cards.is_empty());
    let names = named.map(|copies| copies.cards.as_slice()).unwrap_or_default();
    let many = replaced.map_or(names.len(), |replaced| usize::from(replaced.cards));
    let sheet = noted.iter().any(|copies| is_behind(copies));
    let card = |number: u8| {
        let name = names.get(usize::from(number) - 1).cloned();
        OldCopy::Card { set, number, name, sheet }
    };
    (1..=u8::try_from(many).unwrap_or(u8::MAX)).map(card).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::Moment;

    fn set(digits: &str) -> SetId {
        SetId::parse(digits).unwrap()
    }

    fn copies(of: &str, sealing: u32, (sticks, sheets): (u8, u8), cards: &[&str]) -> Copies {
        let moment = Moment::parse("2026-01-01T12:00:00Z").unwrap();
        let cards = cards.iter().map(|card| (*card).to_owned()).collect();
        Copies { set: set(of), sealing, moment, sticks, sheets, cards, id: None }
    }

    fn words(copies: &[Copies], replaced: &Replaced) -> Vec<String> {
        let texts = Texts::of("en");
        let all = old_copies(copies, replaced, set("FFFFFFFF"));
        let with = |old: &OldCopy| old.with(&texts).map(|with| format!(", {with}")).unwrap_or_default();
        all.iter().map(|old| format!("{} {}{}", old.set(), old.words(&texts), with(old))).collect()
    }

    #[test]
    fn all_that_is_noted_of_earlier_sets_is_listed_and_nothing_of_the_new_one() {
        let all = [
            copies("11111111", 1, (1, 0), &["Grace", "Alan"]),
            copies("22222222", 1, (2, 2), &["Grace", "Emmy"]),
            copies("22222222", 2, (1, 3), &[]),
            copies("FFFFFFFF", 1, (5, 5), &["Niels"]),
        ];
        assert_eq!(
            words(&all, &Replaced { set: set("22222222"), cards: 2, sealings: vec![2] }),
            [
                "22222222 Card 1, Grace, with its sheets",
                "22222222 Card 2, Emmy, with its sheets",
                "22222222 Stick 1 of 2, sealing 1",
                "22222222 Stick 2 of 2, sealing 1",
                "22222222 Stick 1 of 1, sealing 2",
                "22222222 Backup sheets of sealing 2: 3",
                "11111111 Card 1, Grace",
                "11111111 Card 2, Alan",
                "11111111 Stick 1 of 1, sealing 1",
            ]
        );
    }

    #[test]
    fn what_was_opened_is_listed_though_nobody_has_noted_it() {
        let replaced = Replaced { set: set("11111111"), cards: 2, sealings: vec![4, 9] };
        let unknown = |sealing| format!("11111111 All copies of sealing {sealing}: how many is not noted");
        assert_eq!(
            words(&[], &replaced),
            ["11111111 Card 1".into(), "11111111 Card 2".into(), unknown(4), unknown(9)]
        );
        // One that is known by its id alone is none that is noted.
        for noted in [[copies("11111111", 4, (0, 0), &[])], [copies("11111111", 9, (0, 0), &[])]] {
            let mut after = words(&noted, &replaced)[2..].to_vec();
            after.sort();
            assert_eq!(after, [unknown(4), unknown(9)]);
        }
        let noted = [copies("11111111", 4, (1, 0), &["Grace", "Alan"])];
        let after = words(&noted, &replaced);
        assert_eq!(after[2..], ["11111111 Stick 1 of 1, sealing 4".to_owned(), unknown(9)]);
    }
}
