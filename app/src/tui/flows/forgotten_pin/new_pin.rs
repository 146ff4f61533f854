//! The new user PIN: drawn, typed, or the one that the backup has. One that nobody knows yet is on paper before it is
//! set: whatever comes between, its owner has it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

use super::state::{ForgottenPin, NewFrom};
use crate::ceremony::draw_user_pin;
use crate::language::Noted;
use crate::nitrokey::Pin;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Part, View};
use crate::tui::parts::choose::{Choose, answers};
use crate::tui::parts::pin::PinEntry;

/// Its name, for what leads back here.
pub(super) const NEW: StepId = StepId::new("forgotten-new");

/// What it can be, as things stand.
fn sources(state: &ForgottenPin) -> Vec<(NewFrom, Noted)> {
    let mut sources = Vec::new();
    if state.in_backup().is_some() {
        sources.push((NewFrom::Backup, noted!("forgotten-new-backup")));
    }
    if state.last_set.is_some() {
        sources.push((NewFrom::Same, noted!("forgotten-new-same")));
    }
    sources.push((NewFrom::Drawn, noted!("forgotten-new-drawn")));
    sources.push((NewFrom::Typed, noted!("forgotten-new-typed")));
    sources
}

/// Where it comes from.
pub(super) fn new_pin() -> Choose<ForgottenPin> {
    Choose::new(
        NEW,
        |state, context| {
            answers(context, &sources(state).iter().map(|(_, noted)| *noted).collect::<Vec<_>>())
        },
        |state, _| {
            let kept = sources(state).iter().position(|(from, _)| *from == state.new_from);
            // One that is there already comes first.
            kept.filter(|_| state.new.is_some()).unwrap_or(0)
        },
        |state, _, at| {
            let from = sources(state).get(at).map_or(NewFrom::Drawn, |(from, _)| *from);
            if from != state.new_from {
                state.new = None;
            }
            state.new_from = from;
            StepOutcome::Next
        },
    )
}

/// Typed twice, by the rules of this Nitrokey.
pub(super) struct TypeNew {
    entry: PinEntry,
}

impl Default for TypeNew {
    fn default() -> Self {
        TypeNew { entry: PinEntry::known(Pin::User) }
    }
}

impl Step<ForgottenPin> for TypeNew {
    fn id(&self) -> StepId {
        // The rules of a user PIN are its text.
        StepId::of(key!("forgotten-type"), key!("pin-rules-user"), key!("forgotten-type-help"))
    }

    fn enter(&mut self, state: &mut ForgottenPin, _: &mut Context) {
        if let Some(info) = &state.nitrokey {
            self.entry = PinEntry::new_pin(Pin::User, info.pin_rules.user);
        }
    }

    fn view(&self, _: &ForgottenPin, context: &Context) -> View {
        self.entry.view(context, View::new(context.say(self.id().title)))
    }

    fn key(&mut self, key: KeyEvent, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Esc {
            return StepOutcome::Unhandled;
        }
        let Some(new) = self.entry.key(key, context) else { return StepOutcome::Handled };
        state.new = Some(new);
        StepOutcome::Next
    }
}

/// It is shown, so that it can be written down.
#[derive(Default)]
pub(super) struct ShowNew {
    visible: bool,
    seen: bool,
    problem: Option<Message>,
}

impl Step<ForgottenPin> for ShowNew {
    fn id(&self) -> StepId {
        step!("forgotten-show")
    }

    fn enter(&mut self, state: &mut ForgottenPin, context: &mut Context) {
        (self.visible, self.problem) = (false, None);
        // Back from the next step, it is the same one.
        self.seen &= state.new.is_some();
        if state.new.is_some() {
            return;
        }
        state.new = match state.new_from {
            NewFrom::Backup => state.in_backup(),
            NewFrom::Same => state.last_set.clone(),
            NewFrom::Drawn | NewFrom::Typed => {
                let rules = state.nitrokey.as_ref().map(|info| info.pin_rules.user);
                match rules.map(draw_user_pin).transpose() {
                    Ok(drawn) => drawn,
                    Err(error) => {
                        self.problem = Some(context.message(&error));
                        None
                    }
                }
            }
        };
    }

    fn view(&self, state: &ForgottenPin, context: &Context) -> View {
        let view = View::new(context.say(self.id().title));
        let Some(new) = &state.new else { return view.problem(self.problem.as_ref()) };
        if self.visible {
            let line = format!("{:<16} {}", context.say(key!("pin-user")), new.expose_secret());
            return view
                .text(context.say(key!("forgotten-show-write")))
                .part(Part::Secret(vec![Zeroizing::new(line)]))
                .text(context.say(key!("forgotten-show-before")))
                .enter(context.say(key!("forgotten-show-enter")))
                .key("F2", context.say(key!("key-hide")));
        }
        let view = match self.seen {
            true => view
                .text(context.say(key!("forgotten-show-hidden")))
                .enter(context.say(key!("forgotten-show-enter"))),
            false => view
                .text(context.say(self.id().text))
                .text(context.say(key!("show-pins-alone")))
                .enter(context.say(key!("key-show"))),
        };
        view.key("F2", context.say(key!("key-show")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut ForgottenPin, _: &mut Context) -> StepOutcome {
        match key.code {
            _ if state.new.is_none() => return StepOutcome::Unhandled,
            KeyCode::F(2) => {
                self.visible = !self.visible;
                self.seen |= self.visible;
            }
            KeyCode::Enter if !self.seen => (self.visible, self.seen) = (true, true),
            KeyCode::Enter => {
                self.visible = false;
                return StepOutcome::Next;
            }
            // Hidden first, then back.
            KeyCode::Esc if self.visible => self.visible = false,
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }
}
