//! The new user PIN is set, and the Nitrokey takes it. If it went away in between, the old one or the new one is valid:
//! that is said, and the same once more sets the new one for certain.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::by::{BY, CODE};
use super::last_try::LAST;
use super::new_pin::NEW;
use super::state::{CodeFrom, ForgottenPin};
use super::which::WHICH;
use crate::ceremony::Did;
use crate::nitrokey::{self, Info, Model, NitrokeyError, NotSet, Pin, UserPinNow, set_user_pin};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::{self, Message};
use crate::tui::kit::view::View;
use crate::tui::parts::nitrokeys;
use crate::tui::parts::work::with_card;

/// What came of it, and what the Nitrokey says afterwards.
type Done = (Result<(), NotSet>, Option<Info>);

/// What Enter does after it went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AfterFailure {
    /// The same once more.
    Again,
    /// To another step.
    To(StepId),
}

/// The step.
#[derive(Default)]
pub(super) struct Set {
    job: Option<Job<Done>>,
    failed: Option<(Message, AfterFailure)>,
}

impl Set {
    /// Begins. What was wrong was forgotten, and is asked for again.
    fn start(&mut self, state: &ForgottenPin, context: &Context) -> StepOutcome {
        let Some(serial) = state.serial() else { return StepOutcome::To(WHICH) };
        let Some(sets) = state.sets() else { return StepOutcome::To(again(state)) };
        let Some(new) = state.new.clone() else { return StepOutcome::To(NEW) };
        if context.info(serial).is_none() {
            return StepOutcome::Handled;
        }
        let (nitrokeys, last) = (context.nitrokeys.clone(), state.last());
        self.failed = None;
        self.job = Some(Job::start(&context.wake, move |_| {
            let held = nitrokeys.hold();
            let set = set_user_pin(held.bus, serial, &sets, &new, last);
            (set, nitrokey::info(held.bus, serial).ok())
        }));
        StepOutcome::Handled
    }

    fn done(&mut self, (set, info): Done, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        let is_start = state.nitrokey.as_ref().is_some_and(|info| info.model == Model::Start);
        // How many tries there are now is said by the Nitrokey itself.
        if let Some(info) = info {
            context.now_says(&info);
            state.nitrokey = Some(info);
        }
        let NotSet { error, has } = match set {
            Ok(()) => {
                let serial = state.serial();
                serial.into_iter().for_each(|serial| context.journal.note(Did::UserPinSet { serial }));
                state.was_set();
                return StepOutcome::Next;
            }
            Err(not_set) => not_set,
        };
        match has {
            UserPinNow::Old => {}
            UserPinNow::OldOrNew => state.unsure = Some(key!("forgotten-loss-unsure")),
            UserPinNow::Another => state.unsure = Some(key!("forgotten-loss-another")),
        }
        let mut message = context.message(&error);
        let then = match (&error, has) {
            (NitrokeyError::WrongPin { left, .. }, UserPinNow::Another) => {
                message = context.pair(pair!("forgotten-set-another"), &[("left", (*left).into())]);
                state.refuses_way();
                AfterFailure::To(again(state))
            }
            (NitrokeyError::PulledOut { .. } | NitrokeyError::NotThere { .. }, UserPinNow::Old)
                if state.unsure.is_none() =>
            {
                message.now = context.say(key!("forgotten-set-insert"));
                AfterFailure::Again
            }
            (NitrokeyError::PulledOut { .. } | NitrokeyError::NotThere { .. }, _)
            | (_, UserPinNow::OldOrNew | UserPinNow::Another) => {
                // A Start writes each key anew for it (Gnuk), and may be cut off between them.
                message.now = context.say(match is_start {
                    true => key!("forgotten-set-unsure-start"),
                    false => key!("forgotten-set-unsure"),
                });
                AfterFailure::Again
            }
            (NitrokeyError::LastTry { .. }, UserPinNow::Old) => {
                (message.now, state.spends_last) = (context.say(key!("forgotten-set-last")), false);
                AfterFailure::To(LAST)
            }
            (NitrokeyError::WrongPin { pin, .. } | NitrokeyError::Blocked { pin, .. }, UserPinNow::Old) => {
                message = self.wrong(*pin, state, context);
                state.refuses_way();
                AfterFailure::To(again(state))
            }
            (NitrokeyError::PinLength { .. }, UserPinNow::Old) => AfterFailure::To(NEW),
            (_, UserPinNow::Old) => AfterFailure::Again,
        };
        self.failed = Some((message, then));
        StepOutcome::Unhandled
    }

    /// The code was wrong: how many tries it has left, and whose fault that may be.
    fn wrong(&self, pin: Pin, state: &ForgottenPin, context: &Context) -> Message {
        let values = [("left", state.tries(pin).into()), ("pin", messages::pin(pin, context.texts()).into())];
        match state.from {
            CodeFrom::Slip => context.pair(pair!("forgotten-set-wrong"), &values),
            CodeFrom::Backup => context.pair(pair!("forgotten-set-wrong-backup"), &values),
        }
    }
}

/// Where another code is chosen or typed, or, if none can set it any more, where that is said.
fn again(state: &ForgottenPin) -> StepId {
    match state.from {
        _ if !state.can_be_set() => WHICH,
        CodeFrom::Backup => BY,
        CodeFrom::Slip if state.chosen().is_some() => CODE,
        CodeFrom::Slip => WHICH,
    }
}

impl Step<ForgottenPin> for Set {
    fn id(&self) -> StepId {
        step!("forgotten-set")
    }

    fn enter(&mut self, _: &mut ForgottenPin, _: &mut Context) {
        self.failed = None;
    }

    fn view(&self, state: &ForgottenPin, context: &Context) -> View {
        let view = View::new(context.say(self.id().title));
        let Some(info) = &state.nitrokey else { return view };
        let view = view.strong(nitrokeys::who(context, info));
        if let Some(job) = &self.job {
            return with_card(context, view.text(context.say(key!("lost-prove-work"))), job, 1);
        }
        let is_there = context.info(info.serial).is_some();
        if let Some((problem, then)) = &self.failed {
            let view = view.problem(Some(problem));
            return match then {
                AfterFailure::Again if is_there => view.enter(context.say(key!("key-again"))),
                AfterFailure::Again => view,
                AfterFailure::To(_) => view.enter(context.say(key!("key-next"))),
            };
        }
        let pin = state.chosen().map_or(Pin::ResetCode, |way| way.pin);
        let view = match pin {
            Pin::Admin => view.text(context.say(key!("forgotten-set-by-admin"))),
            _ => view.text(context.say(key!("forgotten-set-by-reset"))),
        };
        let view = view.text(context.say(self.id().text));
        match is_there {
            true => view.enter(context.say(key!("forgotten-set-enter"))),
            false => view.warning(context.say(key!("forgotten-set-insert"))),
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        match (key.code, &self.job, &self.failed) {
            (_, Some(_), _) => StepOutcome::Handled,
            (KeyCode::Enter, None, Some((_, AfterFailure::To(step)))) => StepOutcome::To(*step),
            // What is before this step asks for what nothing takes any more.
            (KeyCode::Esc, None, Some((_, AfterFailure::To(step)))) if *step == WHICH => {
                StepOutcome::To(WHICH)
            }
            (KeyCode::Enter, None, _) => self.start(state, context),
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut ForgottenPin, context: &mut Context) -> StepOutcome {
        let Some(job) = &mut self.job else { return StepOutcome::Unhandled };
        match job.poll() {
            State::Working => StepOutcome::Unhandled,
            State::Panicked => {
                state.unsure = Some(key!("forgotten-loss-unsure"));
                (self.job, self.failed) = (None, Some((context.fault(), AfterFailure::Again)));
                StepOutcome::Unhandled
            }
            State::Done(done) => {
                self.job = None;
                self.done(done, state, context)
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}
