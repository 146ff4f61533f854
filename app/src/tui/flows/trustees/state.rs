//! What is decided of the new cards, and what of the old ones is gone already.

use crate::ceremony::{Changed, Made, OldCopy};
use crate::language::Key;
use crate::plan::{Plan, Quorum, Trustee};
use crate::tui::parts::deal::Deals;
use crate::tui::parts::renewal::{Change, Far, Renewal, Renews};
use crate::tui::parts::seal::{Seals, Under};

/// What has happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum What {
    /// Trustees change, or how many there are.
    #[default]
    People,
    /// A card is lost, and nobody has it.
    Lost,
    /// One or several may be in wrong hands.
    Seen,
}

/// What is decided.
pub(super) struct Deal {
    pub(super) what: What,
    /// Whether as many may be in wrong hands as open the backup.
    pub(super) enough: bool,
    /// Whether others get cards than have them today, or another number.
    pub(super) others: bool,
    /// Who, then, as far as it is decided.
    draft: Option<Plan>,
    /// What of the old ones was destroyed.
    pub(super) destroyed: Vec<OldCopy>,
}

impl Default for Deal {
    fn default() -> Self {
        Deal { what: What::default(), enough: false, others: true, draft: None, destroyed: Vec::new() }
    }
}

impl Deal {
    /// Who gets the new cards.
    pub(super) fn dealt(&self, opened: &Made) -> (Quorum, Vec<Trustee>) {
        let plan = self.draft.as_ref().filter(|_| self.others).unwrap_or(opened.plan());
        (plan.quorum, plan.trustees.clone())
    }
}

impl Renews for Deal {
    fn under(&self) -> Under {
        Under::NewKey
    }

    fn change(&self, opened: &Made) -> Change {
        let (quorum, trustees) = self.dealt(opened);
        Box::new(move |made| made.change_trustees(quorum, trustees))
    }

    fn changes(&self) -> Option<Changed> {
        Some(Changed::Trustees)
    }

    fn is_of_another_backup(&mut self) {
        (self.draft, self.destroyed) = (None, Vec::new());
    }

    fn loss(&self, far: Far) -> Key {
        match far {
            Far::Changed => key!("renew-loss-changed"),
            Far::Again => key!("deal-loss-again"),
            Far::Cards | Far::OnStick => key!("deal-loss-new"),
            Far::OnNewStick => key!("deal-loss-new-stick"),
            Far::Rehearsed | Far::Written => key!("deal-loss-old"),
        }
    }
}

impl Deals for Renewal<Deal> {
    fn draft(&self) -> &Plan {
        self.own().draft.as_ref().unwrap_or(self.plan())
    }

    /// Whether it is something else than what was changed is asked once it is decided.
    fn draft_mut(&mut self) -> &mut Plan {
        let plan = self.plan().clone();
        self.own_mut().draft.get_or_insert(plan)
    }
}
