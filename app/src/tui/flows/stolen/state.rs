//! What the owner says of the theft, and what follows from it.

use std::sync::Arc;
use std::time::SystemTime;

use crate::backup::Sealing;
use crate::ceremony::{Change as Changes, Changed, Made, PinChoice, Ready};
use crate::language::Key;
use crate::nitrokey::{Info, Serial};
use crate::openpgp::{Carried, Reason, Subkeys};
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::parts::recover::Recovers;
use crate::tui::parts::recovered::{Exporting, Exports};
use crate::tui::parts::rehearse::Rehearses;
use crate::tui::parts::renewal::{Change, Far, Renewal, Renews, loss};
use crate::tui::parts::seal::{Seals, Under};
use crate::tui::parts::write::Writes;

/// All that comes together.
pub(super) type Stolen = Renewal<Theft>;

/// Share cards that went with it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum CardsGone {
    /// None.
    #[default]
    None,
    /// Fewer than open the backup.
    Few,
    /// As many as open it.
    Enough,
}

/// What else went with it.
#[derive(Debug, Clone, Default)]
pub(super) struct Gone {
    /// A stick with the backup, or a backup sheet.
    pub(super) backup: bool,
    /// A PIN slip.
    pub(super) slip: bool,
    pub(super) cards: CardsGone,
    /// The owner's record.
    pub(super) record: bool,
}

/// Whether there is a Nitrokey that still opens what only the old subkeys open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Left {
    /// There is: it stays as it is until that is changed.
    #[default]
    Keep,
    /// There is, and nothing depends on it.
    Changed,
    /// There is none: the old subkeys are to be written to a file.
    Export,
    /// There is none, and nothing depends on it.
    None,
}

/// What is done where the backup has new subkeys already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Again {
    /// They are of this theft, and sealed: only Nitrokeys are left.
    #[default]
    Write,
    /// They are of this theft, and have to be sealed once more: copies lack them.
    Seal,
    /// They are of another theft: new ones are made once more.
    More,
}

/// What happened.
pub(super) struct Theft {
    /// Somebody may know its user PIN.
    pub(super) pin_known: bool,
    /// It had power, and its PIN had been given.
    pub(super) running: bool,
    pub(super) gone: Gone,
    pub(super) left: Left,
    /// What the Nitrokey is that stays as it is.
    pub(super) kept: Option<Role>,
    /// It is plugged in, and says itself which it is.
    pub(super) kept_is_here: bool,
    /// What is done about new subkeys that are there already; `None`: there are none.
    pub(super) again: Option<Again>,
    /// Whether those that were replaced are revoked for another reason than what is said now, and that changes.
    pub(super) hardens: bool,
    /// The old subkeys, written to a file.
    exporting: Exporting,
    /// The stick that has the page with what to do today.
    pub(super) page_on: Option<String>,
}

impl Default for Theft {
    /// As long as nobody has said that it is better.
    fn default() -> Self {
        Theft {
            pin_known: true,
            running: false,
            gone: Gone::default(),
            left: Left::default(),
            kept: None,
            kept_is_here: false,
            again: None,
            hardens: false,
            exporting: Exporting::default(),
            page_on: None,
        }
    }
}

impl Theft {
    /// Whether somebody else may have used the subkeys on it.
    pub(super) fn keys_are_known(&self) -> bool {
        self.pin_known || self.running || self.gone.slip
    }

    /// Why the old subkeys are revoked.
    pub(super) fn reason(&self) -> Reason {
        if self.keys_are_known() { Reason::Compromised } else { Reason::Superseded }
    }

    /// The Nitrokey that stays as it is, if one does.
    pub(super) fn kept(&self) -> Option<Role> {
        let kept = || self.kept.clone().unwrap_or(Role::SPARE);
        (self.left == Left::Keep).then(kept)
    }

    /// Whether whoever has what went with it has the primary key, too.
    pub(super) fn everything_is_gone(&self) -> bool {
        self.gone.backup && self.gone.cards == CardsGone::Enough
    }
}

impl Renews for Theft {
    fn under(&self) -> Under {
        Under::SameKey
    }

    fn change(&self, _: &Made) -> Change {
        let (reason, again, hardens) = (self.reason(), self.again, self.hardens);
        let kept = self.kept();
        Box::new(move |made| {
            let now = SystemTime::now();
            match again {
                Some(Again::Seal) if hardens => return made.change(&Changes::ReplacedAreKnown, now),
                Some(Again::Seal) => return Ok(()),
                _ => {}
            }
            made.forget_nitrokeys(kept.as_ref(), now)?;
            made.change(&Changes::NewSubkeys(reason), now)?;
            made.renew_pins(PinChoice::Generated)
        })
    }

    fn changes(&self) -> Option<Changed> {
        match self.again {
            Some(Again::Seal) => self.hardens.then_some(Changed::Revocations),
            _ => Some(Changed::Subkeys),
        }
    }

    fn is_of_another_backup(&mut self) {
        (self.left, self.kept, self.kept_is_here, self.again) = (Left::default(), None, false, None);
        self.hardens = false;
        (self.exporting, self.page_on) = (Exporting::default(), None);
    }

    /// Each gets the new subkeys but the one that stays as it is. Whatever was stolen is not what was met when these keys
    /// were made.
    fn roles(&self, changed: &Made) -> Vec<(Role, Option<Serial>)> {
        let kept = self.kept();
        let roles = changed.plan().roles().into_iter().filter(|role| Some(role) != kept.as_ref());
        roles.map(|role| (role, None)).collect()
    }

    /// Where the new subkeys were there already, only Nitrokeys are written.
    fn loss(&self, far: Far) -> Key {
        match far {
            far if self.again != Some(Again::Write) => loss(far),
            Far::Written => key!("stolen-loss-written"),
            _ => key!("stolen-loss-write"),
        }
    }

    fn stays(&self) -> Option<Role> {
        self.kept()
    }

    /// Those that came back from the backup may never have been seen.
    fn shows_all_pins(&self) -> bool {
        self.again.is_some_and(|again| again != Again::More)
    }
}

/// Whether others may know the subkeys that were replaced, as is said now, and this does not say so.
fn is_mild(state: &Stolen, made: Option<&Made>) -> bool {
    let is_said = |made: &Made| made.identity().replaced_as() == Some(Reason::Superseded);
    state.own().keys_are_known() && made.is_some_and(is_said)
}

/// Whether the backup that was opened does not say so, and can still be changed.
pub(super) fn is_too_mild(state: &Stolen) -> bool {
    state.writer().proofs.is_empty() && is_mild(state, state.opened().or(state.held()))
}

/// The same of what is held, once a Nitrokey was written: what is on it stays what is in the backup, and nothing is made anew.
pub(super) fn is_too_late(state: &Stolen) -> bool {
    !state.writer().proofs.is_empty() && is_mild(state, state.held())
}

/// Why the old subkeys are revoked: as they are, once a Nitrokey was written.
pub(super) fn reason(state: &Stolen) -> Reason {
    let written = state.held().filter(|_| !state.writer().proofs.is_empty());
    written.and_then(|held| held.identity().replaced_as()).unwrap_or_else(|| state.own().reason())
}

/// What was opened is written as it is: the new subkeys are in it already. But what was sealed in this sitting is newer.
pub(super) fn goes_on(state: &mut Stolen) {
    let opened = if state.was_sealed() { None } else { state.back_mut().take() };
    if let Some(ready) = opened {
        state.seal_run_mut().made = Some(Arc::new(ready.made().clone()));
        state.writer_mut().rehearsed = Some(ready);
    }
}

/// The Nitrokeys that are written are those that are to be written as it is decided now.
pub(super) fn plans_roles(state: &mut Stolen) {
    if state.writer().rehearsed.is_some() {
        state.writer_mut().roles = state.roles_to_write();
    }
}

/// The sealed backup that what is held is in: the one that was sealed here, or the one that was opened.
pub(super) fn newest(state: &Stolen) -> Option<Sealing> {
    let opened = || state.back().or(state.writer().rehearsed.as_ref()).map(Ready::which);
    state.sealed().map(|sealed| sealed.which()).or_else(opened)
}

/// And back again, as long as nothing was written.
pub(super) fn goes_back(state: &mut Stolen) {
    if state.opened().is_none() && state.writer().proofs.is_empty() {
        *state.back_mut() = state.writer_mut().rehearsed.take();
        state.undo();
    }
}

/// Whether there are new subkeys to be made, or to be sealed once more.
pub(super) fn seals(state: &Stolen) -> bool {
    state.own().again != Some(Again::Write)
}

/// What of these keys a Nitrokey carries that is plugged in.
pub(super) fn carrying(state: &Stolen, context: &Context, what: Carried) -> Vec<Info> {
    // By what was opened: new subkeys that are in memory alone are on none.
    let Some(held) = state.opened().or_else(|| state.held()) else { return Vec::new() };
    let is = |info: &&Info| held.identity().carried(&info.fingerprints) == what;
    context.infos().filter(is).cloned().collect()
}

impl Exports for Stolen {
    fn exporting(&self) -> &Exporting {
        &self.own().exporting
    }

    fn exporting_mut(&mut self) -> &mut Exporting {
        &mut self.own_mut().exporting
    }

    /// The primary key is offline, and makes what the thief cannot: it is not brought to a computer for this.
    fn only_subkeys(&self) -> Option<Subkeys> {
        Some(if seals(self) { Subkeys::All } else { Subkeys::Old })
    }

    fn keys(&self) -> Option<&Ready> {
        if seals(self) { self.back() } else { self.writer().rehearsed.as_ref() }
    }

    fn keys_mut(&mut self) -> &mut Option<Ready> {
        if seals(self) { self.back_mut() } else { &mut self.writer_mut().rehearsed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_if_nobody_can_have_used_them_are_they_superseded() {
        let unknown = || Theft { pin_known: false, ..Theft::default() };
        assert_eq!(unknown().reason(), Reason::Superseded);
        let slip = Theft { gone: Gone { slip: true, ..Gone::default() }, ..unknown() };
        let running = Theft { running: true, ..unknown() };
        for theft in [Theft::default(), slip, running] {
            assert_eq!(theft.reason(), Reason::Compromised);
        }
        // Cards and the backup say nothing of a PIN.
        let gone = Gone { backup: true, cards: CardsGone::Few, record: true, ..Gone::default() };
        assert_eq!(Theft { gone, ..unknown() }.reason(), Reason::Superseded);
    }

    #[test]
    fn backup_and_enough_cards_together_are_everything() {
        let gone =
            |backup, cards| Theft { gone: Gone { backup, cards, ..Gone::default() }, ..Theft::default() };
        assert!(gone(true, CardsGone::Enough).everything_is_gone());
        for (backup, cards) in [(true, CardsGone::Few), (false, CardsGone::Enough), (true, CardsGone::None)] {
            assert!(!gone(backup, cards).everything_is_gone());
        }
    }
}
