//! How far a recovery is, and what it needs of a flow.

use super::unfinished::Unfinished;
use crate::backup::{Collector, Gathering, Share};
use crate::ceremony::{Ready, Recovery};
use crate::language::Key;
use crate::tui::kit::messages::Message;

/// Where the sealed backup comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::tui) enum BackupSource {
    #[default]
    Stick,
    Sheet,
}

/// So many share cards are kept before the backup is there: more than any set has.
const EARLY: usize = 20;

/// What comes together until the backup is open.
pub(in crate::tui) struct Recovering {
    pub(in crate::tui) from: BackupSource,
    /// Codes of the backup sheet, until there are all of them.
    pub(super) sheet: Collector,
    /// Share cards that came before the backup did.
    pub(super) early: Vec<Share>,
    /// Cards that did not open the backup of a sheet, while another sheet comes.
    pub(super) waiting: Vec<Gathering>,
    /// The backup, and the cards so far.
    pub(super) recovery: Option<Recovery>,
    /// Why these cards did not open it.
    pub(in crate::tui) refused: Option<Message>,
    /// What came back, once it is open.
    pub(in crate::tui) back: Option<Ready>,
    /// Where an earlier sitting was cut off before the rehearsal, once it is open.
    pub(in crate::tui) unfinished: Vec<Unfinished>,
}

impl Default for Recovering {
    fn default() -> Self {
        Recovering {
            from: BackupSource::default(),
            sheet: Collector::default(),
            early: Vec::with_capacity(EARLY),
            waiting: Vec::new(),
            recovery: None,
            refused: None,
            back: None,
            unfinished: Vec::new(),
        }
    }
}

impl Recovering {
    /// Keeps a share card that came too early.
    pub(super) fn keep(&mut self, share: Share) {
        if self.early.len() < EARLY && !self.early.contains(&share) {
            self.early.push(share);
        }
    }

    /// Whether there are cards.
    pub(in crate::tui) fn has_cards(&self) -> bool {
        let there = self.recovery.as_ref().is_some_and(|recovery| !recovery.cards().0.is_empty());
        there || !self.waiting.is_empty() || !self.early.is_empty()
    }
}

/// A flow that begins with opening a sealed backup.
pub(in crate::tui) trait Recovers {
    /// How far that is.
    fn recovering(&self) -> &Recovering;
    /// The same, to go on.
    fn recovering_mut(&mut self) -> &mut Recovering;
    /// The cards, or the backup, are others than those that it came from: what was done with what came back is forgotten.
    fn forget_keys(&mut self);

    /// What came back, once it is open.
    fn back(&self) -> Option<&Ready> {
        self.recovering().back.as_ref()
    }

    /// Its place: the step that opens the backup puts it there, and a step that works with it takes it from there.
    fn back_mut(&mut self) -> &mut Option<Ready> {
        &mut self.recovering_mut().back
    }

    /// The backup, and the cards so far.
    fn backup(&self) -> Option<&Recovery> {
        self.recovering().recovery.as_ref()
    }

    /// The same, to add cards.
    fn backup_mut(&mut self) -> Option<&mut Recovery> {
        self.recovering_mut().recovery.as_mut()
    }

    /// What an earlier sitting has not finished. What this one has written is none of it.
    fn unfinished(&self) -> &[Unfinished] {
        &self.recovering().unfinished
    }

    /// With other cards, it has to show anew that they fit.
    fn has_other_cards(&mut self) {
        let recovering = self.recovering_mut();
        (recovering.refused, recovering.unfinished, recovering.back) = (None, Vec::new(), None);
        self.forget_keys();
    }

    /// The backup comes from there. If it came from elsewhere before, that is put aside.
    fn comes_from(&mut self, from: BackupSource) {
        if self.recovering().from != from {
            self.recovering_mut().from = from;
            self.put_aside();
        }
    }

    /// Puts the backup and the cards aside, and what came of them.
    fn put_aside(&mut self) {
        let recovering = self.recovering_mut();
        (recovering.recovery, recovering.sheet) = (None, Collector::default());
        recovering.waiting.clear();
        self.has_other_cards();
    }

    /// Another sheet comes. The cards stay: if it is of their set, they are tried with that one.
    fn begins_sheet_anew(&mut self) {
        let recovering = self.recovering_mut();
        let cards = recovering.recovery.take().map(Recovery::into_cards);
        let mut waiting = std::mem::take(&mut recovering.waiting);
        waiting.extend(cards.filter(|cards| !cards.cards().0.is_empty()));
        self.put_aside();
        self.recovering_mut().waiting = waiting;
    }

    /// The backup of a sheet is there.
    fn takes_sheet(&mut self, mut recovery: Recovery) {
        let recovering = self.recovering_mut();
        let waiting = std::mem::take(&mut recovering.waiting);
        recovering.waiting = waiting.into_iter().filter_map(|cards| recovery.take_cards(cards)).collect();
        recovering.recovery = Some(recovery);
    }

    /// Takes a bundle. If it is the one that is there already, the cards stay.
    fn takes_bundle(&mut self, recovery: Option<Recovery>) {
        let manifest = |recovery: &Option<Recovery>| recovery.as_ref().and_then(Recovery::manifest).cloned();
        let there = manifest(&self.recovering().recovery);
        if there.is_none() || there != manifest(&recovery) {
            self.put_aside();
            self.recovering_mut().recovery = recovery;
        }
    }

    /// What of it would be lost if the flow ended now.
    fn loss_of_recovery(&self) -> Option<Key> {
        match () {
            () if self.back().is_some() => Some(key!("lost-loss-back")),
            () if self.recovering().has_cards() => Some(key!("lost-loss-cards")),
            () => None,
        }
    }
}
