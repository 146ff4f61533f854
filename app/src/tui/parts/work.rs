//! A step that works: it begins by itself, says what it does, and shows what came of it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::ceremony::Event;
use crate::language::Key;
use crate::nitrokey::Doing;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Part, View};

/// What came of a job.
pub(in crate::tui) type Outcome = Result<(), Message>;

/// A step that works. `T` is what its job gives.
pub(in crate::tui) struct Work<S, T> {
    pub(in crate::tui) id: StepId,
    /// Begins the job; `None`: it was done before, and what came of it still holds.
    pub(in crate::tui) start: fn(&mut S, &mut Context) -> Option<Job<T>>,
    /// Takes what the job gave.
    pub(in crate::tui) done: fn(&mut S, &mut Context, T) -> Outcome,
    /// What is shown when it is done.
    pub(in crate::tui) shown: fn(&S, &Context, View) -> View,
    /// A key when it is done, other than Enter.
    pub(in crate::tui) key: fn(KeyEvent, &mut S, &mut Context) -> StepOutcome,
    /// Whether it goes on by itself when it is done: nothing is to be decided, and it is said elsewhere.
    pub(in crate::tui) goes_on: fn(&S) -> bool,
    /// How many events there will be, if that is known.
    pub(in crate::tui) events: Option<usize>,
    /// The job, while it works.
    pub(in crate::tui) job: Option<Job<T>>,
    /// Why it did not succeed.
    pub(in crate::tui) problem: Option<Message>,
}

impl<S, T: Send + 'static> Work<S, T> {
    /// One that shows its text when it is done.
    pub(in crate::tui) fn new(
        id: StepId,
        start: fn(&mut S, &mut Context) -> Option<Job<T>>,
        done: fn(&mut S, &mut Context, T) -> Outcome,
    ) -> Self {
        Work {
            id,
            start,
            done,
            shown: |_, _, view| view,
            key: |_, _, _| StepOutcome::Unhandled,
            goes_on: |_| false,
            events: None,
            job: None,
            problem: None,
        }
    }
}

impl<S, T: Send + 'static> Step<S> for Work<S, T> {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        self.problem = None;
        self.job = (self.start)(state, context);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
        match (&self.job, &self.problem) {
            (Some(job), _) => view.part(progress(context, job, self.events)),
            (None, Some(problem)) => view.problem(Some(problem)).enter(context.say(key!("key-again"))),
            (None, None) => (self.shown)(state, context, view).enter(context.say(key!("key-next"))),
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match (key.code, &self.job, &self.problem) {
            (_, Some(_), _) => StepOutcome::Handled,
            (KeyCode::Enter, None, Some(_)) => {
                self.enter(state, context);
                StepOutcome::Handled
            }
            (KeyCode::Enter, None, None) => StepOutcome::Next,
            (_, None, None) => (self.key)(key, state, context),
            (_, None, Some(_)) => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Some(job) = &mut self.job else { return StepOutcome::Unhandled };
        match job.poll() {
            State::Working => StepOutcome::Unhandled,
            State::Panicked => {
                (self.job, self.problem) = (None, Some(context.fault()));
                StepOutcome::Unhandled
            }
            State::Done(done) => {
                self.job = None;
                self.problem = (self.done)(state, context, done).err();
                match self.problem.is_none() && (self.goes_on)(state) {
                    true => StepOutcome::Next,
                    false => StepOutcome::Unhandled,
                }
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

/// How far a job with a Nitrokey is. A card may never answer, and nothing but pulling it out ends that.
pub(in crate::tui) fn with_card<T: Send + 'static>(
    context: &Context,
    view: View,
    job: &Job<T>,
    events: usize,
) -> View {
    let view = view.part(progress(context, job, Some(events)));
    if job.quiet() < context.quiet { view } else { view.warning(context.say(key!("work-quiet"))) }
}

/// What is said of each slot's key.
const IMPORTING: [Key; 3] = [
    key!("event-importing-signature"),
    key!("event-importing-decryption"),
    key!("event-importing-authentication"),
];
const PROVING: [Key; 3] =
    [key!("event-proving-signature"), key!("event-proving-decryption"), key!("event-proving-authentication")];

/// How far a job is.
pub(in crate::tui) fn progress<T: Send + 'static>(
    context: &Context,
    job: &Job<T>,
    events: Option<usize>,
) -> Part {
    let label =
        job.said.last().map_or_else(|| context.say(key!("event-begins")), |event| said(context, event));
    let done = events.map(|of| (job.said.len().saturating_sub(1), of));
    work(context, label, done, job)
}

/// A job's label, how much of it is done, and how long that takes.
pub(in crate::tui) fn work<T: Send + 'static, E: Send + 'static>(
    context: &Context,
    label: String,
    done: Option<(usize, usize)>,
    job: &Job<T, E>,
) -> Part {
    let seconds = job.elapsed().as_secs();
    let left = done.filter(|(done, of)| (1..*of).contains(done));
    let left = left.map(|(done, of)| seconds * (of - done) as u64 / done as u64);
    let time = match left {
        // What is over at once needs no clock.
        _ if seconds < 3 => String::new(),
        None => context.fill(key!("work-seconds"), &[("seconds", seconds.into())]),
        Some(left) => context.fill(key!("work-left"), &[("seconds", seconds.into()), ("left", left.into())]),
    };
    Part::Work { label, done, time }
}

/// An event in words.
pub(in crate::tui) fn said(context: &Context, event: &Event) -> String {
    match event {
        Event::MakingKeys => context.say(key!("event-making")),
        Event::SealedAndSplit { cards } => context.fill(key!("event-sealed"), &[("cards", (*cards).into())]),
        Event::BundleWritten { stick } => {
            context.fill(key!("event-written"), &[("stick", stick.clone().into())])
        }
        Event::Rehearsing { cards } => {
            let cards: Vec<_> = cards.iter().map(ToString::to_string).collect();
            context.fill(key!("event-rehearsing"), &[("cards", cards.join(", ").into())])
        }
        Event::Rehearsed => context.say(key!("event-rehearsed")),
        Event::Nitrokey { doing, .. } => context.say(match doing {
            Doing::Resetting => key!("event-resetting"),
            Doing::Importing(slot) => IMPORTING[*slot as usize],
            Doing::Settings => key!("event-settings"),
            Doing::Pins => key!("event-pins"),
            Doing::ReadingBack => key!("event-reading-back"),
            Doing::Proving(slot) => PROVING[*slot as usize],
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::tui::kit::context::QUIET;

    #[test]
    fn a_card_that_was_not_heard_of_for_a_minute_is_told() {
        let context = Context::nowhere();
        let (says, said) = channel();
        let mut job: Job<()> = Job::start(&context.wake, move |events| {
            while let Ok(()) = said.recv() {
                events(Event::Rehearsed);
            }
        });
        let warns = |job: &Job<()>| {
            let view = with_card(&context, View::default(), job, 1);
            view.parts.iter().any(|part| matches!(part, Part::Warning(_)))
        };
        assert!(!warns(&job));
        job.heard_before(QUIET);
        assert!(warns(&job));
        // It lives after all.
        says.send(()).unwrap();
        while job.said.is_empty() {
            job.poll();
            std::thread::yield_now();
        }
        assert!(!warns(&job));
    }
}
