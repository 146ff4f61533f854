//! Which stick; then something is written to it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::machine::stick::discover::Plugged;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::{Outcome, progress};

/// The step. `T` is what its job gives.
pub(in crate::tui) struct ToStick<S, T> {
    id: StepId,
    holds: Holds,
    /// Begins to write; or where it goes, if there is nothing to be written.
    start: fn(Plugged, &mut S, &Context) -> Result<Job<T>, StepOutcome>,
    /// Takes what came.
    done: fn(T, &mut S, &mut Context) -> Outcome,
    /// Where it goes then; `None`: to the next step.
    to: Option<StepId>,
    pick: Pick,
    job: Option<Job<T>>,
    problem: Option<Message>,
}

impl<S, T: Send + 'static> ToStick<S, T> {
    /// Writes what is kept apart so.
    pub(in crate::tui) fn new(
        id: StepId,
        holds: Holds,
        start: fn(Plugged, &mut S, &Context) -> Result<Job<T>, StepOutcome>,
        done: fn(T, &mut S, &mut Context) -> Outcome,
    ) -> Self {
        ToStick { id, holds, start, done, to: None, pick: Pick::to_write(holds), job: None, problem: None }
    }

    /// It goes there when it is written.
    pub(in crate::tui) fn then(self, to: StepId) -> Self {
        ToStick { to: Some(to), ..self }
    }

    fn write(&mut self, stick: Plugged, state: &mut S, context: &mut Context) -> StepOutcome {
        match (self.start)(stick.clone(), state, context) {
            Ok(job) => {
                // Also if it fails half-way: what was on a stick can be found there.
                context.now_holds(&stick, self.holds);
                (self.job, self.problem) = (Some(job), None);
                StepOutcome::Handled
            }
            Err(to) => to,
        }
    }
}

impl<S, T: Send + 'static> Step<S> for ToStick<S, T> {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        self.problem = None;
    }

    fn view(&self, _: &S, context: &Context) -> View {
        let view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
        match &self.job {
            Some(job) => view.part(progress(context, job, None)),
            None => self.pick.view(context, view).problem(self.problem.as_ref()),
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if self.job.is_some() {
            return StepOutcome::Handled;
        }
        if key.code == KeyCode::Esc && !self.pick.is_formatting() {
            return StepOutcome::Unhandled;
        }
        match self.pick.key(key, context) {
            Some(stick) => self.write(stick, state, context),
            None => StepOutcome::Handled,
        }
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        match self.job.as_mut().map(Job::poll) {
            None => {
                let to = self.pick.poll(context);
                match self.pick.chosen() {
                    Some(stick) => self.write(stick, state, context),
                    None => to,
                }
            }
            Some(State::Working) => StepOutcome::Unhandled,
            Some(State::Panicked) => {
                (self.job, self.problem) = (None, Some(context.fault()));
                StepOutcome::Unhandled
            }
            Some(State::Done(done)) => {
                self.job = None;
                match (self.done)(done, state, context) {
                    Ok(()) => self.to.map_or(StepOutcome::Next, StepOutcome::To),
                    Err(problem) => {
                        self.problem = Some(problem);
                        StepOutcome::Unhandled
                    }
                }
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
