//! What was done in this sitting, step by step, and what was skipped. The printed record comes from it. It is in memory
//! alone, and ends when the computer is switched off.

use std::cell::RefCell;
use std::time::SystemTime;

use super::fingerprint::Fingerprint;
use super::made::Origin;
use super::{HowRead, Made, Proven, Sealed};
use crate::backup::{Moment, Sealing, SetId};
use crate::nitrokey::Serial;
use crate::openpgp::Identity;
use crate::plan::{Quorum, Role};

/// Where an identity comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// It was made here.
    Made,
    /// It was brought along, or is made around a key that was.
    Brought,
    /// Cards opened a sealed backup.
    Opened,
}

/// What of an opened backup is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// New subkeys and PINs take the place of those that there were.
    Subkeys,
    /// Those that were replaced are revoked once more, as known to somebody else.
    Revocations,
    /// Who has a card, or how many there are.
    Trustees,
    /// How long it is valid, names, the vault, PINs that were set elsewhere, notes, language.
    Details,
}

/// A sheet of paper, or a file that is to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The share card with this number.
    Card(u8),
    /// All share cards once more.
    MoreCards,
    /// The backup sheet.
    Backup,
    /// It alone, as a file to be printed elsewhere.
    BackupFile,
    /// The owner's record.
    Record,
    /// The booklet.
    Booklet,
    /// The PIN slips.
    PinSlips,
    /// The list of what is to be destroyed.
    ToDestroy,
    /// What to do on the day after a theft, on paper or as a file.
    Today,
    /// All of them but the PIN slips, as files to be printed elsewhere.
    Files,
}

/// What was done, or was not.
///
/// It is `Copy`: neither a text nor a type that wipes itself can be in it, and all that it names is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Station 1: an identity is held.
    Held {
        /// Where it comes from.
        from: Source,
        /// Which one.
        of: Fingerprint,
    },
    /// Station 2: what was opened is changed, in memory alone.
    Changed {
        /// Whose identity.
        of: Fingerprint,
        /// What of it.
        what: Changed,
    },
    /// Station 3: it was sealed.
    Sealed {
        /// Whose identity.
        of: Fingerprint,
        /// Which sealed backup it is.
        backup: Sealing,
        /// How many cards there are, and how many of them open it.
        quorum: Quorum,
    },
    /// Station 4: a sheet came out of the printer.
    Printed {
        /// Of which sealed backup.
        backup: Sealing,
        /// Which sheet.
        sheet: Sheet,
    },
    /// A card was printed again, or the printer stopped in it: what was read of it was another piece of paper.
    PrintedAgain {
        /// Of which set.
        set: SetId,
        /// Its number.
        card: u8,
    },
    /// A card was read back.
    ReadBack {
        /// Of which set.
        set: SetId,
        /// Its number.
        card: u8,
        /// Whole; or else three of its words.
        whole: bool,
    },
    /// A bundle was written to a stick, and read back the same.
    Written {
        /// Which sealed backup.
        backup: Sealing,
    },
    /// The whole recovery was rehearsed.
    Rehearsed {
        /// Of which sealed backup.
        backup: Sealing,
        /// From cards as they were read; or else, of cards that were spot-checked, as they were printed.
        from_paper: bool,
    },
    /// Skipped: the owner said that a spot check of the cards is enough.
    SpotCheckIsEnough {
        /// Of which sealed backup.
        backup: Sealing,
    },
    /// Station 5: a Nitrokey was written, and has used every key on it.
    WrittenAndProven {
        /// With whose keys.
        of: Fingerprint,
        /// Out of which sealed backup.
        backup: Sealing,
        /// What is in its slots, by the keys' fingerprints.
        keys: [Fingerprint; 3],
        /// Which one.
        serial: Serial,
        /// What it is: how many come before it, as [`Role::index`] counts.
        nth: Option<u8>,
    },
    /// A Nitrokey was written for old mail, with a key of before in the slot that decrypts, and has used every key on it.
    ForOldMail {
        /// With whose keys.
        of: Fingerprint,
        /// Out of which sealed backup.
        backup: Sealing,
        /// Which one.
        serial: Serial,
    },
    /// One that was written before has used every key on it.
    Proven {
        /// With whose keys.
        of: Fingerprint,
        /// Which one.
        serial: Serial,
    },
    /// Skipped: a Nitrokey is to be written later.
    Later {
        /// With whose keys.
        of: Fingerprint,
        /// What it is going to be.
        nth: Option<u8>,
    },
    /// Skipped: the spare was not proven.
    SpareNotProven {
        /// With whose keys.
        of: Fingerprint,
    },
    /// A new user PIN was set on a Nitrokey, and nothing else on it was changed.
    UserPinSet {
        /// Which one.
        serial: Serial,
    },
    /// A PIN slip came out of the printer that has such a new user PIN: the one before is to be destroyed.
    NewSlipPrinted {
        /// Of which Nitrokey.
        serial: Serial,
    },
    /// The secret key was written to a stick, under a passphrase.
    Exported {
        /// Whose.
        of: Fingerprint,
    },
    /// The certificate that ends it was written to a stick.
    RevocationWritten {
        /// Whose.
        of: Fingerprint,
    },
    /// A message was decrypted here.
    Decrypted {
        /// With whose keys.
        of: Fingerprint,
    },
    /// A file was signed here, and the signature written to a stick.
    Signed {
        /// With whose keys.
        of: Fingerprint,
    },
    /// The report of a yearly check was printed, or written to a stick.
    YearlyReport {
        /// Of whose keys.
        of: Fingerprint,
    },
}

impl Did {
    /// That this is held.
    pub fn held(made: &Made) -> Self {
        let from = match made.origin {
            Origin::New => Source::Made,
            Origin::Brought | Origin::Around => Source::Brought,
            Origin::Opened => Source::Opened,
        };
        Did::Held { from, of: Fingerprint::of(&made.identity) }
    }

    /// That this is open.
    pub fn opened<Paper>(proven: &Proven<Paper>) -> Self {
        Self::held(proven.made())
    }

    /// That this was sealed.
    pub fn sealed(sealed: &Sealed) -> Self {
        let manifest = sealed.manifest();
        Did::Sealed {
            of: Fingerprint::of_manifest(manifest),
            backup: sealed.which(),
            quorum: manifest.quorum,
        }
    }

    /// That this sheet of it was printed.
    pub fn printed(sealed: &Sealed, sheet: Sheet) -> Self {
        Did::Printed { backup: sealed.which(), sheet }
    }

    /// That its bundle was written.
    pub fn written(sealed: &Sealed) -> Self {
        Did::Written { backup: sealed.which() }
    }

    /// That its recovery was rehearsed.
    pub fn rehearsed(sealed: &Sealed, from_paper: bool) -> Self {
        Did::Rehearsed { backup: sealed.which(), from_paper }
    }

    /// That a Nitrokey was written with these keys, which are in that sealed backup, and proven.
    pub fn written_and_proven(identity: &Identity, backup: Sealing, serial: Serial, role: &Role) -> Self {
        let (of, keys) = (Fingerprint::of(identity), Fingerprint::of_slots(identity));
        Did::WrittenAndProven { of, backup, keys, serial, nth: role.index() }
    }
}

/// What was done, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub moment: Moment,
    /// What.
    pub did: Did,
}

/// Whether the owner's record was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordPrinted {
    /// No.
    Not,
    /// Yes, and since then something was done that would stand on it.
    Before,
    /// Yes, with all that was done.
    WithAll,
}

/// What was done in this sitting, in its order.
#[derive(Debug, Clone, Default)]
pub struct Journal(RefCell<Vec<Entry>>);

impl Journal {
    /// That this was done now.
    pub fn note(&self, did: Did) {
        self.0.borrow_mut().push(Entry { moment: SystemTime::now().into(), did });
    }

    /// All that was.
    pub fn entries(&self) -> Vec<Entry> {
        self.0.borrow().clone()
    }

    /// The same, without when.
    pub(super) fn all(&self) -> Vec<Did> {
        self.entries().into_iter().map(|entry| entry.did).collect()
    }

    /// How the cards of a set were read back, those that were printed again since not counted.
    pub(super) fn how_read(&self, set: SetId, needed: u8) -> HowRead {
        let mut how = HowRead { needed, whole: Vec::new(), spot_checked: Vec::new() };
        for entry in self.entries() {
            match entry.did {
                Did::PrintedAgain { set: of, card } if of == set => {
                    how.whole.retain(|x| *x != card);
                    how.spot_checked.retain(|x| *x != card);
                }
                Did::ReadBack { set: of, card, whole: true } if of == set => {
                    how.spot_checked.retain(|x| *x != card);
                    how.whole.retain(|x| *x != card);
                    how.whole.push(card);
                }
                // One that was read whole stays so.
                Did::ReadBack { set: of, card, whole: false }
                    if of == set && !how.whole.contains(&card) && !how.spot_checked.contains(&card) =>
                {
                    how.spot_checked.push(card);
                }
                _ => {}
            }
        }
        how
    }

    /// When the recovery of this sealed backup was rehearsed last, and whether from paper.
    pub(super) fn rehearsal(&self, sealed: &Sealed) -> Option<(Moment, bool)> {
        let (from_paper, printed) = (Did::rehearsed(sealed, true), Did::rehearsed(sealed, false));
        let entries = self.entries();
        let last = entries.iter().rfind(|entry| [from_paper, printed].contains(&entry.did))?;
        Some((last.moment, last.did == from_paper))
    }

    /// Which Nitrokey was written last in this role with the keys that this sealed backup has in the slots, and when it was
    /// proven. Which sealing they came out of does not matter; but one that was written since as something else, or with
    /// other keys, is that no longer.
    pub(super) fn nitrokey(&self, sealed: &Sealed, role: &Role) -> Option<(Serial, Moment)> {
        let mut later = Vec::new();
        self.entries().into_iter().rev().find_map(|entry| {
            let (serial, is_it) = match entry.did {
                Did::WrittenAndProven { keys, serial, nth, .. } => {
                    (serial, keys == sealed.slots && nth == role.index())
                }
                Did::ForOldMail { serial, .. } => (serial, false),
                _ => return None,
            };
            let is_so_now = is_it && !later.contains(&serial);
            later.push(serial);
            is_so_now.then_some((serial, entry.moment))
        })
    }

    /// Whether the owner's record of this sealed backup was printed, and whether that was after all else that stands on it.
    pub fn record(&self, sealed: &Sealed) -> RecordPrinted {
        let (ours, printed) = (sealed.which(), Did::printed(sealed, Sheet::Record));
        let stands_on_it = |did: Did| match did {
            Did::Printed { sheet: Sheet::ToDestroy | Sheet::Today | Sheet::BackupFile, .. } => false,
            // The cards are those of the set, whatever is sealed for them.
            Did::Printed { backup, sheet: Sheet::Card(_) | Sheet::MoreCards } => backup.set == ours.set,
            Did::PrintedAgain { set, .. } | Did::ReadBack { set, .. } => set == ours.set,
            Did::Printed { backup, .. }
            | Did::Written { backup }
            | Did::Rehearsed { backup, .. }
            | Did::SpotCheckIsEnough { backup } => backup == ours,
            Did::WrittenAndProven { keys, .. } => keys == sealed.slots,
            Did::Held { .. }
            | Did::Changed { .. }
            | Did::Sealed { .. }
            | Did::ForOldMail { .. }
            | Did::Proven { .. }
            | Did::Later { .. }
            | Did::SpareNotProven { .. }
            | Did::UserPinSet { .. }
            | Did::NewSlipPrinted { .. }
            | Did::Exported { .. }
            | Did::RevocationWritten { .. }
            | Did::Decrypted { .. }
            | Did::Signed { .. }
            | Did::YearlyReport { .. } => false,
        };
        match self.entries().iter().rev().map(|entry| entry.did).find(|did| stands_on_it(*did)) {
            Some(last) if last == printed => RecordPrinted::WithAll,
            _ if self.has(printed) => RecordPrinted::Before,
            _ => RecordPrinted::Not,
        }
    }

    /// Whether this card was printed, with whichever sealed backup of its set.
    pub(super) fn card_printed(&self, set: SetId, card: u8) -> bool {
        let is_it = |did: Did| matches!(did, Did::Printed { backup, sheet: Sheet::Card(x) } if (backup.set, x) == (set, card));
        self.all().into_iter().any(is_it)
    }

    /// Whether this was done.
    pub(super) fn has(&self, did: Did) -> bool {
        self.0.borrow().iter().any(|entry| entry.did == did)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_of_a_card_counts_until_it_is_printed_again() {
        let (set, other) = (SetId::parse("0011AABB").unwrap(), SetId::parse("0011AABC").unwrap());
        let journal = Journal::default();
        let read = |set, card, whole| journal.note(Did::ReadBack { set, card, whole });
        let how = || {
            let how = journal.how_read(set, 2);
            (how.whole, how.spot_checked)
        };
        read(set, 1, false);
        read(other, 2, true);
        assert_eq!(how(), (vec![], vec![1]));
        read(set, 1, true);
        read(set, 1, false);
        read(set, 3, true);
        assert_eq!(how(), (vec![1, 3], vec![]));
        journal.note(Did::PrintedAgain { set: other, card: 1 });
        journal.note(Did::PrintedAgain { set, card: 3 });
        assert_eq!(how(), (vec![1], vec![]));
    }
}
