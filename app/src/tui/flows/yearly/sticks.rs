//! Every stick that was brought is read, one after the other or several at once.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Yearly;
use crate::ceremony::{CeremonyError, OnStick, StickSeen, look_at_stick};
use crate::machine::stick::discover::Plugged;
use crate::paper::Mark;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::stick::name;
use crate::tui::parts::work::progress;

/// What was found on each.
type Found = Vec<(Plugged, Result<Vec<Result<OnStick, CeremonyError>>, CeremonyError>)>;

/// So many sticks are shown, and of the last one all that there is to say; the report has all of them.
const SHOWN: usize = 4;

/// The step.
#[derive(Default)]
pub(super) struct Sticks {
    /// Those that were plugged in when they were looked at.
    seen: Option<Vec<Plugged>>,
    job: Option<Job<Found>>,
    problem: Option<Message>,
}

impl Sticks {
    /// Reads those that are plugged in, if they are others than before.
    fn scan(&mut self, state: &Yearly, context: &Context) {
        if self.job.is_some() || self.seen.as_ref() == Some(&context.plugged) {
            return;
        }
        let sticks = context.plugged.clone();
        self.seen = Some(sticks.clone());
        if sticks.is_empty() {
            return;
        }
        let backup = state.backup.clone().zip(state.published.clone());
        self.job = Some(Job::start(&context.wake, move |_| {
            let inspect = |stick: Plugged| {
                let found = stick.open().map_err(CeremonyError::from);
                let found = found
                    .and_then(|open| look_at_stick(&open, backup.as_ref().map(|(list, key)| (list, key))));
                (stick, found)
            };
            sticks.into_iter().map(inspect).collect()
        }));
    }

    fn found(found: Found, state: &mut Yearly, context: &Context) {
        for (stick, found) in found {
            // The one that Coldspare was started from need not have it; a bundle on it that is damaged is told.
            let starts = stick.starts_coldspare();
            let found = match found {
                Err(_) if starts => continue,
                found => found.unwrap_or_else(|error| vec![Err(error)]),
            };
            let tells = |one: &Result<OnStick, CeremonyError>| {
                !(starts && matches!(one, Ok(OnStick::Nothing | OnStick::Other)))
            };
            let seen = |found: Result<OnStick, CeremonyError>| StickSeen {
                name: name(context, &stick),
                found: found.map_err(|error| context.message(&error).happened),
            };
            let seen: Vec<_> = found.into_iter().filter(tells).map(seen).collect();
            if seen.is_empty() {
                continue;
            }
            let is_plugged = context.plugged.iter().any(|now| now.id() == stick.id());
            match state.sticks.iter_mut().find(|(id, _)| id == stick.id()) {
                // It may have been pulled out while it was read once more.
                Some((_, before)) if StickSeen::replace(&seen, before, is_plugged) => *before = seen,
                Some(_) => {}
                None => state.sticks.push((stick.id().to_owned(), seen)),
            }
        }
    }
}

impl Step<Yearly> for Sticks {
    fn id(&self) -> StepId {
        step!("yearly-sticks")
    }

    fn enter(&mut self, state: &mut Yearly, context: &mut Context) {
        // The same stick may have something else on it by now.
        (self.seen, self.problem) = (None, None);
        self.scan(state, context);
    }

    fn view(&self, state: &Yearly, context: &Context) -> View {
        let view = View::new(context.say(self.id().title)).text(context.say(self.id().text));
        if let Some(job) = &self.job {
            return view.part(progress(context, job, None));
        }
        let lines = state.findings().of_sticks(context.texts());
        let shown = lines.len().saturating_sub(SHOWN)..lines.len();
        let view = shown.clone().zip(lines.iter().skip(shown.start)).fold(view, |view, (at, line)| {
            let said = match at + 1 == lines.len() {
                true => format!("{}. {}", line.what, line.with),
                false => line.what.clone(),
            };
            match line.mark {
                Mark::Good => view.good(said),
                Mark::Bad | Mark::Open => view.warning(said),
            }
        });
        let view = match lines.is_empty() {
            true => view.strong(context.say(key!("yearly-sticks-none"))),
            false => view.text(context.say(key!("yearly-sticks-next"))),
        };
        view.problem(self.problem.as_ref()).enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Yearly, _: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.job.is_some() => StepOutcome::Handled,
            KeyCode::Enter => StepOutcome::Next,
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut Yearly, context: &mut Context) -> StepOutcome {
        match self.job.as_mut().map(Job::poll) {
            None | Some(State::Working) => {}
            Some(State::Panicked) => (self.job, self.problem) = (None, Some(context.fault())),
            Some(State::Done(found)) => {
                self.job = None;
                Self::found(found, state, context);
            }
        }
        self.scan(state, context);
        StepOutcome::Unhandled
    }

    fn is_wide(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}
