//! What was opened is changed, beside the screen: an RSA key takes its time.

use std::marker::PhantomData;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{Renewal, Renews};
use crate::ceremony::{CeremonyError, Did, Event, Fingerprint, Made};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::work::progress;

/// The step: it changes a copy of what was opened, and goes on by itself. If it cannot, it says why; what was decided last is
/// taken back then, and it leads back there.
pub(in crate::tui) struct ChangeIt<Own> {
    id: StepId,
    /// Where it goes; `None`: to the next step.
    to: Option<StepId>,
    job: Option<Job<Result<Made, CeremonyError>, Event>>,
    problem: Option<Message>,
    own: PhantomData<fn(Own)>,
}

impl<Own> ChangeIt<Own> {
    pub(in crate::tui) fn new(id: StepId) -> Self {
        ChangeIt { id, to: None, job: None, problem: None, own: PhantomData }
    }

    /// It goes there when it is done.
    pub(in crate::tui) fn then(self, to: StepId) -> Self {
        ChangeIt { to: Some(to), ..self }
    }

    fn on(&self) -> StepOutcome {
        self.to.map_or(StepOutcome::Next, StepOutcome::To)
    }
}

impl<Own: Renews> Step<Renewal<Own>> for ChangeIt<Own> {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, state: &mut Renewal<Own>, context: &mut Context) {
        self.problem = None;
        let changing = state.to_change().filter(|_| !state.is_changed());
        self.job = changing.map(|(mut made, change)| {
            Job::start(&context.wake, move |_| {
                change(&mut made)?;
                Ok(made)
            })
        });
    }

    fn view(&self, _: &Renewal<Own>, context: &Context) -> View {
        let view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
        match (&self.job, &self.problem) {
            (Some(job), _) => view.part(progress(context, job, None)),
            (None, Some(problem)) => view.problem(Some(problem)).enter(context.say(key!("key-back"))),
            (None, None) => view.enter(context.say(key!("key-next"))),
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut Renewal<Own>, _: &mut Context) -> StepOutcome {
        match (key.code, &self.job, &self.problem) {
            (_, Some(_), _) => StepOutcome::Handled,
            (KeyCode::Enter | KeyCode::Esc, None, Some(_)) => {
                state.refused();
                StepOutcome::Back
            }
            (KeyCode::Enter, None, None) => self.on(),
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut Renewal<Own>, context: &mut Context) -> StepOutcome {
        match self.job.as_mut().map(Job::poll) {
            None | Some(State::Working) => StepOutcome::Unhandled,
            Some(State::Panicked) => {
                (self.job, self.problem) = (None, Some(context.fault()));
                StepOutcome::Unhandled
            }
            Some(State::Done(Err(error))) => {
                (self.job, self.problem) = (None, Some(context.message(&error)));
                StepOutcome::Unhandled
            }
            Some(State::Done(Ok(made))) => {
                self.job = None;
                let of = Fingerprint::of(made.identity());
                let changes = state.own().changes();
                changes.into_iter().for_each(|what| context.journal.note(Did::Changed { of, what }));
                state.hold(made);
                self.on()
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}
