//! Which Nitrokey it is, and how many tries each of its PINs has: that decides what can be done.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{ForgottenPin, can_be_set};
use crate::nitrokey::{Found, Info, Model, NitrokeyError, Serial, Tries};
use crate::plan::Slot;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::{self, fingerprint};
use crate::tui::kit::view::View;
use crate::tui::parts::nitrokeys;

/// Its name, for what leads back here.
pub(super) const WHICH: StepId = StepId::new("forgotten-which");

/// One Nitrokey at a time.
#[derive(Default)]
pub(super) struct Which {
    shown: Option<Serial>,
}

impl Which {
    /// The one that is shown, its place, and how many there are.
    fn shown<'a>(&self, context: &'a Context) -> Option<(&'a Info, usize, usize)> {
        let all: Vec<_> = context.infos().collect();
        let at = all.iter().position(|info| Some(info.serial) == self.shown).unwrap_or(0);
        all.get(at).map(|info| (*info, at, all.len()))
    }

    fn goes(&mut self, context: &Context, by: usize) {
        let all: Vec<_> = context.infos().map(|info| info.serial).collect();
        let at = self.shown(context).map_or(0, |(_, at, _)| at);
        self.shown = all.get((at + by) % all.len().max(1)).copied();
    }
}

/// Adds what it is: whose, and the fingerprint in each slot.
fn who(context: &Context, info: &Info, view: View) -> View {
    let holder = messages::contents(info, context.texts()).into_iter().next();
    let holder = holder.filter(|_| !info.holder.is_empty() && !info.is_blank());
    let key = |(slot, print): (Slot, &Option<String>)| {
        let name = messages::slot(slot, context.texts());
        print.as_ref().map(|print| format!("{name:<16} {}", fingerprint(print)))
    };
    let keys = Slot::ALL.into_iter().zip(&info.fingerprints).filter_map(key);
    view.strong(nitrokeys::who(context, info)).lines(holder.into_iter().chain(keys).collect())
}

/// Adds what the tries that are left mean.
fn verdict(context: &Context, info: &Info, view: View) -> View {
    let Tries { user, reset_code, admin } = info.tries;
    if info.is_blank() {
        return view.warning(context.say(key!("forgotten-blank")));
    }
    let values = [("user", user.into()), ("reset", reset_code.into()), ("admin", admin.into())];
    let view = view.strong(context.fill(key!("forgotten-tries"), &values));
    match (user, can_be_set(info)) {
        (0, false) if info.factory_reset => {
            let view = view.warning(context.say(key!("forgotten-all-blocked")));
            nitrokeys::warnings(context, info.before_erasing(), view)
        }
        (0, false) => view.warning(context.say(key!("forgotten-dead"))),
        (_, false) => view.warning(context.fill(key!("forgotten-only-user"), &values)),
        (_, true) => {
            let view = match user {
                0 => view.text(context.say(key!("forgotten-blocked"))),
                _ => view.text(context.fill(key!("forgotten-not-blocked"), &values)),
            };
            match (reset_code, admin) {
                (0, _) => view.text(context.say(key!("forgotten-no-reset-code"))),
                (_, 0) => view.text(context.say(key!("forgotten-no-admin"))),
                // Gnuk 1.2.19 counts three tries for it also if none was ever set.
                _ if info.model == Model::Start => view.text(context.say(key!("forgotten-start"))),
                _ => view,
            }
        }
    }
}

impl Step<ForgottenPin> for Which {
    fn id(&self) -> StepId {
        WHICH
    }

    fn enter(&mut self, state: &mut ForgottenPin, _: &mut Context) {
        self.shown = state.serial();
    }

    fn view(&self, _: &ForgottenPin, context: &Context) -> View {
        let view = View::new(context.say(WHICH.title));
        if let Some(error) = &context.blind {
            return view.problem(Some(&context.message(error)));
        }
        let Some((info, at, many)) = self.shown(context) else {
            let view = view.text(context.say(WHICH.text));
            let view = nitrokeys::insert(view, context.say(key!("insert-one")));
            return context.found.iter().fold(view, |view, found| match found {
                Found::Nitrokey(_) => view,
                Found::Unreadable { reader, cause } => {
                    let error = NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause };
                    view.problem(Some(&context.message(&error)))
                }
                Found::HalfReset { reader } => view
                    .warning(context.fill(key!("nitrokey-half-reset"), &[("reader", reader.clone().into())])),
            });
        };
        let view = verdict(context, info, who(context, info, view));
        let view = if can_be_set(info) { view.enter(context.say(key!("forgotten-this"))) } else { view };
        match many {
            1 => view,
            _ => view
                .text(context.fill(key!("inspect-more"), &[("at", (at + 1).into()), ("of", many.into())]))
                .key("↓", context.say(key!("inspect-next"))),
        }
    }

    fn is_wide(&self) -> bool {
        true
    }

    fn key(&mut self, key: KeyEvent, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::Down | KeyCode::Tab => self.goes(context, 1),
            KeyCode::Up => self.goes(context, context.infos().count().saturating_sub(1)),
            KeyCode::Enter => {
                let shown = self.shown(context).map(|(info, ..)| info.clone());
                let Some(info) = shown.filter(can_be_set) else { return StepOutcome::Handled };
                self.shown = Some(info.serial);
                state.takes(info);
                return StepOutcome::Next;
            }
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }
}
