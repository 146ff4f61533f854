//! Names and addresses: another one, one that is no longer used, which one comes first.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{State, want};
use super::wish::Wish;
use crate::language::Noted;
use crate::language::shown::plain;
use crate::plan::Plan;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::answers;
use crate::tui::parts::user_id::{Typed, UserIdEntry};

pub(super) const USER_IDS: StepId = StepId::new("changes-names");

/// What can be done with one.
const ANSWERS: [Noted; 3] =
    [noted!("changes-name-leave"), noted!("changes-name-main"), noted!("changes-name-revoke")];

/// Where it is.
enum Phase {
    /// Which one?
    Lists(List),
    /// What is to be done with this one?
    Asks(String, List),
    /// Another one is typed.
    Types,
}

/// The step.
pub(super) struct UserIds {
    phase: Phase,
    entry: UserIdEntry,
}

impl UserIds {
    pub(super) fn new() -> Self {
        UserIds { phase: Phase::Lists(List::default()), entry: UserIdEntry::new() }
    }

    fn typed(&mut self, id: String, state: &mut State, context: &Context) -> StepOutcome {
        // What a plan may not have, no key gets here.
        if let Err(error) = Plan::new(&id) {
            self.entry.refuse(context.message(&error));
            return StepOutcome::Handled;
        }
        // Two that look alike on every screen are one.
        if ids(state).contains(&plain(&id, id.len())) {
            self.entry.refuse(context.pair(pair!("changes-name-twice"), &[]));
            return StepOutcome::Handled;
        }
        want(state, Wish::AddUserId(id))
    }
}

/// Those that others find the key by, the main one first.
fn ids(state: &State) -> Vec<String> {
    state.held().map(|held| held.identity().user_ids()).unwrap_or_default()
}

fn items(state: &State, context: &Context) -> Vec<Item> {
    let note = |at| if at == 0 { key!("changes-name-is-main") } else { key!("changes-name-is") };
    let ids = ids(state).into_iter().enumerate().map(|(at, id)| Item::new(id, context.say(note(at))));
    ids.chain(answers(context, &[noted!("changes-name-add")])).collect()
}

impl Step<State> for UserIds {
    fn id(&self) -> StepId {
        USER_IDS
    }

    fn enter(&mut self, _: &mut State, _: &mut Context) {
        *self = UserIds::new();
    }

    fn view(&self, state: &State, context: &Context) -> View {
        let view = View::new(context.say(USER_IDS.title));
        match &self.phase {
            Phase::Lists(list) => {
                let view = view.text(context.say(USER_IDS.text)).list(list, items(state, context));
                view.enter(context.say(key!("key-choose")))
            }
            Phase::Asks(id, list) => {
                let view = view.strong(id.clone()).text(context.say(key!("changes-name-ask")));
                view.list(list, answers(context, &ANSWERS)).enter(context.say(key!("key-choose")))
            }
            Phase::Types => self.entry.view(context, view.text(context.say(key!("changes-name-type")))),
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut State, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        match &mut self.phase {
            Phase::Lists(_) if key.code == KeyCode::Esc => return StepOutcome::Unhandled,
            _ if key.code == KeyCode::Esc => *self = UserIds::new(),
            Phase::Lists(list) if enter => {
                self.phase = match ids(state).into_iter().nth(list.at) {
                    Some(id) => Phase::Asks(id, List::default()),
                    None => Phase::Types,
                };
            }
            Phase::Lists(list) => return StepOutcome::nowhere(list.key(key, &items(state, context))),
            Phase::Asks(id, list) if enter => {
                let (id, answer) = (id.clone(), list.at);
                return match answer {
                    1 => want(state, Wish::MainUserId(id)),
                    2 => want(state, Wish::RevokeUserId(id)),
                    _ => {
                        *self = UserIds::new();
                        StepOutcome::Handled
                    }
                };
            }
            Phase::Asks(_, list) => {
                return StepOutcome::nowhere(list.key(key, &answers(context, &ANSWERS)));
            }
            Phase::Types => match self.entry.key(key, context) {
                Typed::No => return StepOutcome::Unhandled,
                Typed::Handled => {}
                Typed::Id(id) => return self.typed(id, state, context),
            },
        }
        StepOutcome::Handled
    }
}
