//! The backup is open: whether new subkeys help, whether they are there already, and what only the old ones open.

use std::time::{Duration, SystemTime};

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{Again, Left, Stolen, carrying, goes_back, goes_on, is_too_mild, plans_roles};
use crate::backup::Moment;
use crate::ceremony::Made;
use crate::language::Noted;
use crate::openpgp::Carried;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::{self, Message};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, Read, answers};
use crate::tui::parts::recover::Recovers;
use crate::tui::parts::write::Writes;

/// Subkeys that are not older are of this theft, most likely.
const LATELY: Duration = Duration::from_secs(30 * 86_400);

/// Whether the primary key is on the Nitrokey itself.
pub(super) fn has_primary_on_it(state: &Stolen) -> bool {
    state.opened().is_some_and(|opened| opened.identity().slot_of_primary().is_some())
}

/// Then nothing here helps.
pub(super) fn primary() -> Read<Stolen> {
    Read {
        id: step!("stolen-primary"),
        view: |state, context| {
            let slot = state.opened().and_then(|opened| opened.identity().slot_of_primary());
            let slot = slot.map(|slot| messages::slot(slot, context.texts())).unwrap_or_default();
            View::new(context.say(key!("stolen-primary")))
                .warning(context.fill(key!("stolen-primary-text"), &[("slot", slot.into())]))
                .strong(context.say(key!("stolen-all-way")))
                .enter(context.say(key!("stolen-all-enter")))
        },
        next: StepOutcome::Home,
    }
}

/// When the subkeys were made that took the place of others.
fn renewed(made: &Made) -> Option<SystemTime> {
    made.identity().replaced_subkeys()
}

/// Whether there are new subkeys already.
pub(super) fn has_new_ones(state: &Stolen) -> bool {
    state.opened().or(state.held()).is_some_and(|opened| renewed(opened).is_some())
}

const AGAIN: [(Again, Noted); 3] = [
    (Again::Write, noted!("stolen-again-write")),
    (Again::Seal, noted!("stolen-again-seal")),
    (Again::More, noted!("stolen-again-more")),
];

/// Are they of this theft? Then it is said what is not finished.
#[derive(Default)]
pub(super) struct AlreadyNew {
    list: List,
    problem: Option<Message>,
}

impl AlreadyNew {
    fn select(&mut self, again: Again) {
        self.list = List::at(AGAIN.iter().position(|(other, _)| *other == again).unwrap_or(0));
    }

    fn items() -> [Noted; 3] {
        AGAIN.map(|(_, answer)| answer)
    }
}

impl Step<Stolen> for AlreadyNew {
    fn id(&self) -> StepId {
        step!("stolen-again")
    }

    fn enter(&mut self, state: &mut Stolen, _: &mut Context) {
        goes_back(state);
        self.problem = None;
        let made = state.opened().and_then(renewed);
        let is_new =
            made.and_then(|made| SystemTime::now().duration_since(made).ok()).is_none_or(|age| age < LATELY);
        let preset = state.own().again.unwrap_or(match is_new {
            true if is_too_mild(state) => Again::Seal,
            true => Again::Write,
            false => Again::More,
        });
        self.select(preset);
    }

    fn view(&self, state: &Stolen, context: &Context) -> View {
        let day = state.held().and_then(renewed).map(|made| context.texts().day(&Moment::from(made).day()));
        let values = [("day", day.unwrap_or_default().into())];
        let view = View::new(context.say(self.id().title)).text(context.fill(self.id().text, &values));
        let lines = [(Carried::Some, key!("stolen-again-old")), (Carried::All, key!("stolen-again-new"))];
        let view = lines.into_iter().fold(view, |view, (what, key)| {
            carrying(state, context, what).iter().fold(view, |view, info| {
                let words = context.fill(key, &[("serial", info.serial.to_string().into())]);
                if what == Carried::Some { view.warning(words) } else { view.good(words) }
            })
        });
        let view =
            if is_too_mild(state) { view.warning(context.say(key!("stolen-again-mild"))) } else { view };
        let view = view.problem(self.problem.as_ref());
        view.list(&self.list, answers(context, &Self::items())).enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut Stolen, context: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            return StepOutcome::nowhere(self.list.key(key, &answers(context, &Self::items())));
        }
        let again = AGAIN.get(self.list.at).map(|(again, _)| *again);
        // What a Nitrokey was written with stays what it is, and what was sealed in this sitting is what is written.
        let is_sealed = again == Some(Again::Write) && state.was_sealed();
        let (is_other, is_written) = (state.own().again != again, !state.writer().proofs.is_empty());
        if is_other && is_written && !is_sealed {
            self.problem = Some(context.pair(pair!("stolen-again-late"), &[]));
            self.select(state.own().again.unwrap_or_default());
            return StepOutcome::Handled;
        }
        let hardens = again == Some(Again::Seal) && is_too_mild(state);
        if (is_other || state.own().hardens != hardens) && !is_sealed && !is_written {
            let own = state.decide();
            (own.again, own.hardens) = (again, hardens);
        }
        StepOutcome::Next
    }
}

const LEFT: [(Left, Noted); 4] = [
    (Left::Keep, noted!("stolen-left-keep")),
    (Left::Changed, noted!("stolen-left-changed")),
    (Left::Export, noted!("stolen-left-export")),
    (Left::None, noted!("stolen-left-none")),
];

/// Nobody is locked out: what only the old subkeys open stays open until it is changed.
pub(super) fn left() -> Choose<Stolen> {
    Choose::new(
        step!("stolen-left"),
        |_: &Stolen, context| answers(context, &LEFT.map(|(_, answer)| answer)),
        |state, _| LEFT.iter().position(|(left, _)| *left == state.own().left).unwrap_or(0),
        |state, context, at| {
            let left = LEFT.get(at).map_or(Left::Keep, |(left, _)| *left);
            let is_new = matches!(state.own().again, Some(Again::Write | Again::Seal));
            let what = if is_new { Carried::Some } else { Carried::All };
            // One that is plugged in says itself which it is.
            let here = carrying(state, context, what);
            let ready = state.back().or(state.writer().rehearsed.as_ref());
            let role = match &here[..] {
                [one] => ready.and_then(|ready| ready.role_of_ours(one.serial).cloned()),
                _ => None,
            };
            state.own_mut().kept_is_here = role.is_some();
            let kept = role.or_else(|| state.own().kept.clone());
            if state.own().left != left || state.own().kept != kept {
                let own = state.decide();
                (own.left, own.kept) = (left, kept);
            }
            if state.own().again == Some(Again::Write) {
                goes_on(state);
            }
            plans_roles(state);
            StepOutcome::Next
        },
    )
    .entering(goes_back)
}

/// Whether nobody has said which one stays as it is.
pub(super) fn asks_which(state: &Stolen) -> bool {
    state.own().left == Left::Keep && !state.own().kept_is_here && roles(state).len() > 1
}

/// What it may be.
fn roles(state: &Stolen) -> Vec<Role> {
    state.held().map(|held| held.plan().roles()).unwrap_or_default()
}

/// The serial that the backup has for it.
fn serial(state: &Stolen, role: &Role) -> Option<String> {
    state.held()?.pins().iter().find(|key| key.role == *role)?.serial.clone()
}

/// The one whose serial alone is known: after an earlier theft that is the one that stayed.
fn only_known(state: &Stolen) -> Option<Role> {
    // In the first backup it may be the one that was met then, and carried since.
    if !has_new_ones(state) {
        return None;
    }
    let mut known = roles(state).into_iter().filter(|role| serial(state, role).is_some());
    known.next().filter(|_| known.next().is_none())
}

/// None is plugged in that says itself which it is.
pub(super) fn which() -> Choose<Stolen> {
    Choose::new(
        step!("stolen-which"),
        |state: &Stolen, context| {
            let item = |role: &Role| {
                let label = [("role", context.role(role).into())];
                let note = match serial(state, role) {
                    Some(serial) => context.fill(key!("stolen-which-serial"), &[("serial", serial.into())]),
                    None => context.say(key!("stolen-which-no-serial")),
                };
                Item::new(context.fill(key!("stolen-which-role"), &label), note)
            };
            roles(state).iter().map(item).collect()
        },
        |state, _| {
            let preset = state.own().kept.clone().or_else(|| only_known(state)).unwrap_or(Role::SPARE);
            roles(state).iter().position(|role| *role == preset).unwrap_or(0)
        },
        |state, _, at| {
            let role = roles(state).into_iter().nth(at);
            if state.own().kept != role {
                state.decide().kept = role;
            }
            plans_roles(state);
            StepOutcome::Next
        },
    )
}
