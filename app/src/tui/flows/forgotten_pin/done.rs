//! What has changed, and what is not true any more: the backup and the PIN slip may have the PIN from before.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::ExposeSecret;

use super::state::{CodeFrom, ForgottenPin};
use super::which::WHICH;
use crate::ceremony::Did;
use crate::pins::{KeyPins, Pins};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;
use crate::tui::parts::paper::slip::PinSlip;
use crate::tui::parts::recover::Recovers;

/// The step.
#[derive(Default)]
pub(super) struct Done {
    list: List,
    slip: PinSlip,
}

/// What the slip of this Nitrokey says from now on, if all of it is known.
fn slip(state: &ForgottenPin) -> Option<(KeyPins, String)> {
    let role = state.chosen().and_then(|way| way.role).filter(|_| state.from == CodeFrom::Backup)?;
    let back = state.back()?;
    let pins = Pins { user: state.last_set.clone(), ..state.known(&role)? };
    let serial = state.serial().map(|serial| serial.to_string());
    Some((KeyPins { role, serial, pins }, back.plan().language.clone()))
}

/// What is so, and what is not so any more.
fn said(state: &ForgottenPin, context: &Context, view: View) -> View {
    match (state.from, state.in_backup()) {
        // What the backup has is not known.
        (CodeFrom::Slip, _) => view.warning(context.say(key!("forgotten-done-slip"))),
        (CodeFrom::Backup, None) => view.text(context.say(key!("forgotten-done-not-in-backup"))),
        // However it came: a PIN that is thought of may be the same again.
        (CodeFrom::Backup, Some(sealed)) => match state.last_set.as_ref() {
            Some(set) if set.expose_secret() == sealed.expose_secret() => {
                view.text(context.say(key!("forgotten-done-same")))
            }
            _ => view.warning(context.say(key!("forgotten-done-backup"))),
        },
    }
}

impl Step<ForgottenPin> for Done {
    fn id(&self) -> StepId {
        step!("forgotten-done")
    }

    fn enter(&mut self, _: &mut ForgottenPin, _: &mut Context) {
        self.list = List::default();
        self.slip = PinSlip::default();
    }

    fn view(&self, state: &ForgottenPin, context: &Context) -> View {
        if let Some(view) = self.slip.printing(context) {
            return view;
        }
        let serial = state.serial().map(|serial| serial.to_string()).unwrap_or_default();
        let (user, reset, admin) = state
            .nitrokey
            .as_ref()
            .map_or((0, 0, 0), |info| (info.tries.user, info.tries.reset_code, info.tries.admin));
        let values = [("user", user.into()), ("reset", reset.into()), ("admin", admin.into())];
        let view = View::new(context.say(self.id().title))
            .good(context.fill(key!("forgotten-done-good"), &[("serial", serial.into())]))
            .text(context.say(self.id().text))
            .text(context.fill(key!("forgotten-tries"), &values));
        let view = said(state, context, view);
        let view = if slip(state).is_some() { self.slip.view(context, view) } else { view };
        let answers = answers(context, &[noted!("forgotten-done-home"), noted!("forgotten-done-another")]);
        view.list(&self.list, answers).enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        if self.slip.key(key, context) {
            return StepOutcome::Handled;
        }
        match key.code {
            KeyCode::Enter if self.list.at == 0 => StepOutcome::Home,
            KeyCode::Enter => {
                state.nitrokey = None;
                StepOutcome::To(WHICH)
            }
            KeyCode::F(5) => {
                if let Some((slip, language)) = slip(state) {
                    self.slip.print(vec![slip], language, context);
                }
                StepOutcome::Handled
            }
            // What was set stays set: there is no way back to the question before.
            KeyCode::Esc => StepOutcome::Home,
            _ => {
                let labels =
                    [key!("forgotten-done-home"), key!("forgotten-done-another")].map(|key| context.say(key));
                StepOutcome::nowhere(self.list.key(key, &labels))
            }
        }
    }

    fn on_event(&mut self, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        if self.slip.poll(context)
            && let Some(serial) = state.serial()
        {
            context.journal.note(Did::NewSlipPrinted { serial });
        }
        StepOutcome::Unhandled
    }

    fn is_wide(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.slip.is_busy()
    }
}
