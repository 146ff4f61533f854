//! PINs in the backup: whether it holds the user PIN, and what it holds where a PIN was changed since. No Nitrokey is touched.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use super::state::{State, want};
use super::wish::Wish;
use crate::language::Noted;
use crate::nitrokey::Pin;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::answers;
use crate::tui::parts::pin::PinEntry;

pub(super) const PINS: StepId = StepId::new("changes-pins");

/// A PIN of any card is no shorter and no longer than this (OpenPGP card 3.4 § 4.3); which of them this card takes was asked
/// when it was set there.
const USER: (usize, usize) = (6, 127);
const OTHERS: (usize, usize) = (8, 127);

/// Which PIN of a Nitrokey.
const WHICH: [(Pin, Noted); 3] = [
    (Pin::User, noted!("changes-pin-user")),
    (Pin::Admin, noted!("changes-pin-admin")),
    (Pin::ResetCode, noted!("changes-pin-reset")),
];

/// Where it is.
enum Phase {
    /// What is to change?
    Lists(List),
    /// Which PIN of this Nitrokey?
    Asks(Role, List),
    /// It is typed; or the user PIN of each in turn, those of the first ones are there.
    Types { role: Role, pin: Pin, entry: PinEntry, all: Option<Vec<(Role, SecretString)>> },
}

/// The step.
pub(super) struct Pins {
    phase: Phase,
}

impl Pins {
    pub(super) fn new() -> Self {
        Pins { phase: Phase::Lists(List::default()) }
    }
}

/// The Nitrokeys whose PINs are in the backup.
fn roles(state: &State) -> Vec<Role> {
    let pins = state.held().map(|held| held.pins()).unwrap_or_default();
    pins.iter().map(|key| key.role.clone()).collect()
}

fn keeps_user_pins(state: &State) -> bool {
    state.held().is_some_and(|held| held.plan().user_pin_in_backup)
}

/// The PINs that can be told to the backup: the user PIN only if it is to hold it.
fn which(state: &State) -> &'static [(Pin, Noted)] {
    if keeps_user_pins(state) { &WHICH } else { &WHICH[1..] }
}

fn which_items(state: &State, context: &Context) -> Vec<Item> {
    answers(context, &which(state).iter().map(|(_, answer)| *answer).collect::<Vec<_>>())
}

fn items(state: &State, context: &Context) -> Vec<Item> {
    let keep = if keeps_user_pins(state) { noted!("changes-pins-drop") } else { noted!("changes-pins-keep") };
    let of = |role: Role| {
        let role = [("role", context.role(&role).into())];
        Item::new(context.fill(key!("changes-pins-of"), &role), context.say(key!("changes-pins-of-note")))
    };
    answers(context, &[keep]).into_iter().chain(roles(state).into_iter().map(of)).collect()
}

fn types(role: Role, pin: Pin, all: Option<Vec<(Role, SecretString)>>) -> Phase {
    let rules = if pin == Pin::User { USER } else { OTHERS };
    Phase::Types { role, pin, entry: PinEntry::new_pin(pin, rules), all }
}

impl Step<State> for Pins {
    fn id(&self) -> StepId {
        PINS
    }

    fn enter(&mut self, _: &mut State, _: &mut Context) {
        *self = Pins::new();
    }

    fn view(&self, state: &State, context: &Context) -> View {
        let view = View::new(context.say(PINS.title));
        match &self.phase {
            Phase::Lists(list) => {
                let view = view.text(context.say(PINS.text)).list(list, items(state, context));
                view.enter(context.say(key!("key-choose")))
            }
            Phase::Asks(role, list) => {
                let role = [("role", context.role(role).into())];
                let view = view.text(context.fill(key!("changes-pins-which"), &role));
                view.list(list, which_items(state, context)).enter(context.say(key!("key-choose")))
            }
            Phase::Types { role, entry, .. } => {
                let role = [("role", context.role(role).into())];
                entry.view(context, view.text(context.fill(key!("changes-pins-type"), &role)))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut State, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        match &mut self.phase {
            Phase::Lists(_) if key.code == KeyCode::Esc => return StepOutcome::Unhandled,
            _ if key.code == KeyCode::Esc => *self = Pins::new(),
            Phase::Lists(list) if enter => match (list.at, roles(state)) {
                (0, _) if keeps_user_pins(state) => return want(state, Wish::DropUserPins),
                (0, roles) => match roles.into_iter().next() {
                    Some(role) => self.phase = types(role, Pin::User, Some(Vec::new())),
                    None => return want(state, Wish::KeepUserPins(Vec::new())),
                },
                (at, roles) => {
                    if let Some(role) = roles.into_iter().nth(at - 1) {
                        self.phase = Phase::Asks(role, List::default());
                    }
                }
            },
            Phase::Lists(list) => return StepOutcome::nowhere(list.key(key, &items(state, context))),
            Phase::Asks(role, list) if enter => {
                if let Some((pin, _)) = which(state).get(list.at) {
                    self.phase = types(role.clone(), *pin, None);
                }
            }
            Phase::Asks(_, list) => {
                return StepOutcome::nowhere(list.key(key, &which_items(state, context)));
            }
            Phase::Types { role, pin, entry, all } => {
                let Some(typed) = entry.key(key, context) else { return StepOutcome::Handled };
                let (role, pin) = (role.clone(), *pin);
                let Some(mut all) = all.take() else { return want(state, Wish::Pin(role, pin, typed)) };
                all.push((role, typed));
                match roles(state).into_iter().nth(all.len()) {
                    Some(next) => self.phase = types(next, Pin::User, Some(all)),
                    None => return want(state, Wish::KeepUserPins(all)),
                }
            }
        }
        StepOutcome::Handled
    }
}
