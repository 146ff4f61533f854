//! What a renewal is made of: what was opened, what of it is to change, and how far that is.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::ceremony::{CeremonyError, Changed, Made, Ready};
use crate::language::Key;
use crate::nitrokey::Serial;
use crate::pins::{KeyPins, Pins};
use crate::plan::{Plan, Role};
use crate::tui::kit::flow::FlowState;
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::paper::state::{PaperRun, Prints};
use crate::tui::parts::recover::{Recovering, Recovers, Unfinished};
use crate::tui::parts::rehearse::Rehearses;
use crate::tui::parts::seal::{SealRun, Seals, Under};
use crate::tui::parts::write::{Writer, Writes};

/// What changes what was opened: it is given a copy. It works beside the screen, so it takes along all that it needs.
pub(in crate::tui) type Change = Box<dyn FnOnce(&mut Made) -> Result<(), CeremonyError> + Send>;

/// How far a renewal is once something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Far {
    /// It is changed, in memory alone.
    Changed,
    /// The same; and what was sealed before that, in this sitting, is on a stick.
    Again,
    /// New share cards are on paper.
    Cards,
    /// It is on a stick, sealed again, and not rehearsed. The one before lies beside it.
    OnStick,
    /// It is on a stick that had none before.
    OnNewStick,
    /// It is rehearsed.
    Rehearsed,
    /// A Nitrokey was written with it.
    Written,
}

/// What one flow alone decides.
pub(in crate::tui) trait Renews {
    /// Under which key it is sealed again.
    fn under(&self) -> Under;

    /// What changes it, as things are decided now. It begins with what was opened, each time.
    fn change(&self, opened: &Made) -> Change;

    /// What that is, for the journal; `None`: it is sealed again as it is.
    fn changes(&self) -> Option<Changed> {
        Some(Changed::Details)
    }

    /// It cannot be changed so, and the owner has read why: what was decided last is taken back.
    fn refused(&mut self) {}

    /// Another backup is opened, or with other cards: what was decided of the one before is not of this one.
    fn is_of_another_backup(&mut self) {}

    /// The Nitrokeys that are written afterwards; none, unless a flow says so.
    fn roles(&self, _changed: &Made) -> Vec<(Role, Option<Serial>)> {
        Vec::new()
    }

    /// The Nitrokey that stays as it is, with the PINs that it has: it gets those of the backup when it is written anew.
    fn stays(&self) -> Option<Role> {
        None
    }

    /// Whether all PINs are to be shown that the backup has: nobody may have seen them.
    fn shows_all_pins(&self) -> bool {
        false
    }

    /// Whether the owner knows the PINs that are new: they were typed.
    fn knows_new_pins(&self) -> bool {
        false
    }

    /// What would be lost, or left undone, if the flow ended now.
    fn loss(&self, far: Far) -> Key {
        loss(far)
    }
}

/// What would be lost of any renewal.
pub(in crate::tui) fn loss(far: Far) -> Key {
    match far {
        Far::Changed => key!("renew-loss-changed"),
        Far::Again => key!("renew-loss-again"),
        Far::Cards => key!("renew-loss-cards"),
        Far::OnStick => key!("renew-loss-stick"),
        Far::OnNewStick => key!("renew-loss-new-stick"),
        Far::Rehearsed => key!("renew-loss-rehearsed"),
        Far::Written => key!("renew-loss-written"),
    }
}

/// A sealed backup that is opened, changed and sealed again, and what one flow decides of it.
pub(in crate::tui) struct Renewal<Own> {
    /// What was opened is in it, and stays as it was.
    recovering: Recovering,
    own: Own,
    /// Whether something else was decided since it was changed.
    is_stale: bool,
    /// The plan with every default, as long as nothing is open.
    nobodys: Plan,
    /// The changed copy; sealed, and on sticks.
    seal: SealRun,
    paper: PaperRun,
    writer: Writer,
    /// Whose new PINs were shown.
    seen: Vec<Role>,
    finished: bool,
}

impl<Own: Renews> Renewal<Own> {
    /// Nothing is open yet. `None` only if the plan with every default were none.
    pub(in crate::tui) fn new(own: Own) -> Option<Self> {
        Some(Renewal {
            recovering: Recovering::default(),
            own,
            is_stale: false,
            nobodys: Plan::new("Ada Lovelace <ada@example.org>").ok()?,
            seal: SealRun::default(),
            paper: PaperRun::default(),
            writer: Writer::default(),
            seen: Vec::new(),
            finished: false,
        })
    }

    /// What was decided.
    pub(in crate::tui) fn own(&self) -> &Own {
        &self.own
    }

    /// The same, to decide something else: it is changed anew then. But once a Nitrokey was written, what is on it stays
    /// what is in the backup.
    pub(in crate::tui) fn decide(&mut self) -> &mut Own {
        if self.writer.proofs.is_empty() {
            (self.is_stale, self.finished) = (true, false);
        }
        &mut self.own
    }

    /// The same, for what changes nothing of the keys.
    pub(in crate::tui) fn own_mut(&mut self) -> &mut Own {
        &mut self.own
    }

    /// What was opened, as it was.
    pub(in crate::tui) fn opened(&self) -> Option<&Made> {
        self.back().map(Ready::made)
    }

    /// What is held now: the changed copy, or what was opened.
    pub(in crate::tui) fn held(&self) -> Option<&Made> {
        self.seal.made.as_deref().or(self.opened())
    }

    /// Whether the changed copy is what was decided.
    pub(in crate::tui) fn is_changed(&self) -> bool {
        self.seal.made.is_some() && !self.is_stale
    }

    /// A copy of what was opened, and what changes it.
    pub(super) fn to_change(&self) -> Option<(Made, Change)> {
        self.opened().map(|opened| (opened.clone(), self.own.change(opened)))
    }

    /// It could not be changed so.
    pub(super) fn refused(&mut self) {
        self.is_stale = true;
        self.own.refused();
    }

    /// Holds this from now on. What came of another copy is not of this one.
    pub(super) fn hold(&mut self, changed: Made) {
        // What a Nitrokey was begun with makes no room for what it lacks.
        if self.writer.begun {
            self.seal.begin_anew();
        }
        match self.own.under() {
            // Those that opened it are read, and stay as they are whatever is sealed for them.
            Under::SameKey => self.paper.proven = changed.cards().cloned(),
            Under::NewKey => {
                self.seal.drop_keys();
                self.paper.forget_cards();
            }
        }
        (self.writer, self.is_stale) = (Writer::default(), false);
        self.seen.clear();
        self.seal.spot_checked = None;
        self.seal.made = Some(Arc::new(changed));
    }

    /// Nothing is changed after all.
    pub(in crate::tui) fn undo(&mut self) {
        self.seal.made = None;
    }

    /// Whether it was sealed again in this sitting, whatever of it is on a stick.
    pub(in crate::tui) fn was_sealed(&self) -> bool {
        self.seal.sealed.is_some()
    }

    /// All is done.
    pub(in crate::tui) fn finish(&mut self) {
        self.finished = true;
    }

    fn far(&self) -> Option<Far> {
        // What is on a stick may be of what was decided before.
        let (is_on_stick, is_this) = (!self.seal.bundles.is_empty(), self.seal.is_of_what_is_held());
        let keeps = self.seal.bundles.iter().any(|(written, _)| written.keeps);
        match () {
            () if !self.writer.proofs.is_empty() => Some(Far::Written),
            () if self.writer.rehearsed.is_some() => Some(Far::Rehearsed),
            () if is_on_stick && is_this && keeps => Some(Far::OnStick),
            () if is_on_stick && is_this => Some(Far::OnNewStick),
            () if is_on_stick || self.seal.earlier => Some(Far::Again),
            () if self.paper.cards.is_some() => Some(Far::Cards),
            () if self.seal.made.is_some() => Some(Far::Changed),
            () => None,
        }
    }
}

impl<Own: Renews> FlowState for Renewal<Own> {
    fn loss(&self) -> Option<Key> {
        match self.far() {
            _ if self.finished => None,
            Some(far) => Some(self.own.loss(far)),
            None => self.loss_of_recovery(),
        }
    }
}

impl<Own: Renews> Recovers for Renewal<Own> {
    fn recovering(&self) -> &Recovering {
        &self.recovering
    }

    fn recovering_mut(&mut self) -> &mut Recovering {
        &mut self.recovering
    }

    fn unfinished(&self) -> &[Unfinished] {
        if self.was_sealed() { &[] } else { &self.recovering.unfinished }
    }

    fn forget_keys(&mut self) {
        (self.is_stale, self.finished) = (true, false);
        // With other cards it is the same backup still: what was decided of it stays, and sealings are counted on. But what a
        // Nitrokey was begun with is not replaced.
        match self.backup().is_some() && !self.writer.begun {
            true => self.seal.made = None,
            false => {
                self.own.is_of_another_backup();
                self.seal.begin_anew();
            }
        }
        self.paper.forget_cards();
        self.writer = Writer::default();
        self.seen.clear();
    }
}

impl<Own: Renews> Seals for Renewal<Own> {
    fn seal_run(&self) -> &SealRun {
        &self.seal
    }

    fn seal_run_mut(&mut self) -> &mut SealRun {
        &mut self.seal
    }

    fn plan(&self) -> &Plan {
        self.held().map_or(&self.nobodys, Made::plan)
    }

    fn under(&self) -> Under {
        self.own.under()
    }
}

impl<Own: Renews> Prints for Renewal<Own> {
    fn paper(&self) -> &PaperRun {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut PaperRun {
        &mut self.paper
    }
}

impl<Own: Renews> Writes for Renewal<Own> {
    fn writer(&self) -> &Writer {
        &self.writer
    }

    fn writer_mut(&mut self) -> &mut Writer {
        &mut self.writer
    }
}

impl<Own: Renews> Rehearses for Renewal<Own> {
    fn roles_to_write(&self) -> Vec<(Role, Option<Serial>)> {
        self.held().map(|held| self.own.roles(held)).unwrap_or_default()
    }
}

/// PINs that are others than those that were opened, and that nobody has typed.
impl<Own: Renews> MakesPins for Renewal<Own> {
    fn unseen(&self) -> Vec<(Role, Pins<Option<SecretString>>)> {
        let Some(made) = self.seal.made.as_ref().filter(|_| !self.own.knows_new_pins()) else {
            return Vec::new();
        };
        let before = |role: &Role| self.opened()?.pins().iter().find(|before| before.role == *role);
        let is_new = |key: &&KeyPins| {
            let are_known = before(&key.role).is_some_and(|before| has_all(&before.pins, &key.pins));
            self.own.shows_all_pins() || !are_known
        };
        let stays = self.own.stays();
        let is_for_now = |key: &&KeyPins| !self.seen.contains(&key.role) && stays.as_ref() != Some(&key.role);
        let new = made.pins().iter().filter(is_new).filter(is_for_now);
        new.map(|key| (key.role.clone(), key.pins.clone())).collect()
    }

    fn have_seen(&mut self) {
        let roles: Vec<_> = self.unseen().into_iter().map(|(role, _)| role).collect();
        self.seen.extend(roles);
    }
}

/// Whether those of before have all that there is now. A user PIN that is no longer kept is no new one.
fn has_all(before: &Pins<Option<SecretString>>, now: &Pins<Option<SecretString>>) -> bool {
    let same = |one: &SecretString, other: &SecretString| one.expose_secret() == other.expose_secret();
    let user =
        now.user.as_ref().is_none_or(|now| before.user.as_ref().is_some_and(|before| same(before, now)));
    user && same(&before.admin, &now.admin) && same(&before.reset_code, &now.reset_code)
}
