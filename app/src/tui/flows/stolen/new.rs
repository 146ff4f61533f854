//! What is made, and that it is made; and the new PINs.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{Left, Stolen, newest, reason};
use crate::backup::Moment;
use crate::ceremony::{Did, Sheet};
use crate::pins::KeyPins;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::known::MakesPins;
use crate::tui::parts::paper::slip::PinSlip;

/// What there will be.
pub(super) fn what() -> Read<Stolen> {
    Read {
        id: step!("stolen-new"),
        view: |state, context| {
            let reason = [("reason", reason(state).name().into())];
            let lines = [
                context.say(key!("stolen-new-keys")),
                context.fill(key!("stolen-new-old"), &reason),
                context.say(key!("stolen-new-pins")),
                context.say(key!("stolen-new-stay")),
            ];
            View::new(context.say(key!("stolen-new")))
                .text(context.say(key!("stolen-new-text")))
                .lines(lines.map(|line| format!("• {line}")).to_vec())
                .enter(context.say(key!("stolen-new-enter")))
        },
        next: StepOutcome::Next,
    }
}

/// They are made.
pub(super) fn made() -> Read<Stolen> {
    Read {
        id: step!("stolen-made"),
        view: |state, context| {
            let until = state.held().and_then(|held| held.identity().expires());
            let view = View::new(context.say(key!("stolen-made")))
                .good(context.say(key!("stolen-made-good")))
                .text(context.say(key!("stolen-made-text")));
            let view = match until {
                Some(until) => {
                    let day = context.texts().day(&Moment::from(until).day());
                    view.text(context.fill(key!("stolen-new-until"), &[("day", day.into())]))
                }
                None => view,
            };
            view.enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// There are PINs that nobody has seen: on slips, or on the screen in the next step.
#[derive(Default)]
pub(super) struct NewPins {
    slips: PinSlip,
}

/// For those that are written: the one that stays has other PINs for now.
fn slips(state: &Stolen) -> Option<(Vec<KeyPins>, String)> {
    let (held, stays) = (state.held()?, state.own().kept());
    let slips = held.pins().iter().filter(|key| stays.as_ref() != Some(&key.role));
    Some((slips.cloned().collect(), held.plan().language.clone()))
}

impl Step<Stolen> for NewPins {
    fn id(&self) -> StepId {
        step!("stolen-pins")
    }

    fn enter(&mut self, _: &mut Stolen, _: &mut Context) {
        self.slips = PinSlip::default();
    }

    fn view(&self, state: &Stolen, context: &Context) -> View {
        if let Some(printing) = self.slips.printing(context) {
            return printing;
        }
        let view = View::new(context.say(self.id().title)).text(context.say(self.id().text));
        let view = match state.own().left {
            Left::Keep => view.text(context.say(key!("stolen-pins-kept"))),
            _ => view,
        };
        let is_chosen = state.unseen().iter().any(|(_, pins)| pins.user.is_none());
        let view = if is_chosen { view.text(context.say(key!("stolen-pins-user"))) } else { view };
        self.slips.view(context, view).enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut Stolen, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.slips.key(key, context) => StepOutcome::Handled,
            KeyCode::Enter => {
                if self.slips.is_printed() {
                    state.have_seen();
                }
                StepOutcome::Next
            }
            KeyCode::F(5) => {
                if let Some((pins, language)) = slips(state) {
                    self.slips.print(pins, language, context);
                }
                StepOutcome::Handled
            }
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut Stolen, context: &mut Context) -> StepOutcome {
        if self.slips.poll(context)
            && let Some(backup) = newest(state)
        {
            context.journal.note(Did::Printed { backup, sheet: Sheet::PinSlips });
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.slips.is_busy()
    }
}
