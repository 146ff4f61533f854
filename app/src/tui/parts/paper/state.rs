//! What printing and reading back share, and what they need of a flow.

use std::sync::Arc;

use crate::ceremony::{CardsProven, CeremonyError, Handwritten, HowRead, Printed, ReadBack, Reading, Sealed};
use crate::machine::stick::discover::Plugged;
use crate::paper::Paper;
use crate::paper::printer::Printer;
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::seal::{Seals, Under};

/// How share cards come to paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Way {
    /// A printer at this computer.
    Printer,
    /// Files on a stick, printed elsewhere.
    Elsewhere,
    /// Copied from the screen by hand.
    Handwritten,
}

/// The cards that were read back.
pub(in crate::tui) enum Cards {
    /// Each may be spot-checked by three words.
    Printed(ReadBack<Arc<Sealed>, Printed>),
    /// Each is typed whole.
    Handwritten(ReadBack<Arc<Sealed>, Handwritten>),
}

/// How the owner reads cards back.
#[derive(Debug, Default)]
pub(in crate::tui) struct Reads {
    /// By three words, unless a card is scanned.
    pub(in crate::tui) short: bool,
    /// The spot check is not enough: cards are read whole until a rehearsal from paper can be made.
    pub(in crate::tui) whole: bool,
}

impl Cards {
    /// How they were read.
    pub(super) fn how(&self) -> HowRead {
        match self {
            Cards::Printed(cards) => cards.how(),
            Cards::Handwritten(cards) => cards.how(),
        }
    }

    /// The same cards, for the next sealing of their set.
    pub(in crate::tui) fn for_next(self, sealed: &Arc<Sealed>) -> Self {
        match self {
            Cards::Printed(cards) => Cards::Printed(cards.for_next(sealed.clone())),
            Cards::Handwritten(cards) => Cards::Handwritten(cards.for_next(sealed.clone())),
        }
    }

    /// Reads card `x` whole; a code says itself which one it is.
    pub(super) fn read_whole(&mut self, x: u8, card: &Reading) -> Result<u8, CeremonyError> {
        match self {
            Cards::Printed(cards) => cards.read_whole(x, card),
            Cards::Handwritten(cards) => cards.read_whole(x, card),
        }
    }
}

/// The share cards, on paper and read back.
pub(in crate::tui) struct PaperRun {
    /// How the cards come to paper, and to which.
    pub(in crate::tui) way: Way,
    /// The printer that was chosen.
    pub(in crate::tui) printer: Option<Printer>,
    /// The sticks on which the cards lie as files. The bundle must not come beside them.
    pub(in crate::tui) cards_on: Vec<Plugged>,
    /// The paper.
    pub(in crate::tui) size: Paper,
    /// Whether the backup sheet is printed behind each card.
    pub(in crate::tui) behind: bool,
    /// The sealed backup, by its hash, of which new sheets were printed for all cards that stay as they are.
    pub(in crate::tui) new_sheets: Option<[u8; 32]>,
    /// The sealed backup, by its hash, of which the new sheet is a file; its folder and its stick.
    pub(in crate::tui) sheet_on: Option<([u8; 32], String, String)>,
    /// How they are read back.
    pub(in crate::tui) reads: Reads,
    /// The cards read back so far.
    pub(in crate::tui) cards: Option<Cards>,
    /// All cards were read back.
    pub(in crate::tui) proven: Option<CardsProven>,
}

impl Default for PaperRun {
    fn default() -> Self {
        PaperRun {
            way: Way::Printer,
            printer: None,
            cards_on: Vec::new(),
            size: Paper::A4,
            behind: true,
            new_sheets: None,
            sheet_on: None,
            reads: Reads::default(),
            cards: None,
            proven: None,
        }
    }
}

impl PaperRun {
    /// Cards of other keys are to be printed; how they come to paper stays.
    pub(in crate::tui) fn forget_cards(&mut self) {
        (self.reads, self.cards, self.proven) = (Reads::default(), None, None);
    }
}

/// A flow that brings share cards to paper.
pub(in crate::tui) trait Prints: Seals + MakesPins {
    /// How far that is.
    fn paper(&self) -> &PaperRun;
    /// The same, to go on.
    fn paper_mut(&mut self) -> &mut PaperRun;

    /// Whether the next card is asked for by itself, once one is read whole and right.
    fn goes_on(&self) -> bool {
        false
    }

    /// Whether new sheets of what was sealed were printed for all cards that stay as they are.
    fn has_new_sheets(&self) -> bool {
        let sealed = self.sealed().map(|sealed| sealed.manifest().sealed_backup_sha256);
        sealed.is_some() && self.paper().new_sheets == sealed
    }

    /// Whether each card has a sheet of it behind it: it is printed with the card, or was printed for one that is there.
    fn has_sheets_behind(&self) -> bool {
        match self.under() {
            Under::NewKey => self.paper().behind,
            Under::SameKey => self.has_new_sheets(),
        }
    }
}
