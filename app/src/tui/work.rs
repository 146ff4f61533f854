//! A step that works: it begins by itself, says what it does, and shows what came of it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::flow::{Move, Step};
use super::job::{Job, State};
use super::told::Told;
use super::view::{Part, View};
use crate::ceremony::Event;
use crate::nitrokey::Doing;

/// What came of it.
pub(super) type Outcome = Result<(), Told>;

/// A step that works. `T` is what its job gives.
pub(super) struct Work<S, T> {
    pub(super) id: &'static str,
    pub(super) stage: usize,
    pub(super) applies: fn(&S) -> bool,
    /// Begins; `None`: it was done before, and still holds.
    pub(super) start: fn(&mut S, &mut Desk) -> Option<Job<T>>,
    /// Takes what came.
    pub(super) done: fn(&mut S, &mut Desk, T) -> Outcome,
    /// What is shown when it is done.
    pub(super) shown: fn(&S, &Desk, View) -> View,
    /// A key when it is done, other than Enter.
    pub(super) key: fn(KeyEvent, &mut S, &mut Desk) -> Move,
    /// How many events there will be, if that is known.
    pub(super) events: Option<usize>,
    /// While it works.
    pub(super) job: Option<Job<T>>,
    /// Why it did not.
    pub(super) problem: Option<Told>,
}

impl<S, T: Send + 'static> Work<S, T> {
    /// One that always applies, and shows its text when it is done.
    pub(super) fn new(
        id: &'static str,
        stage: usize,
        start: fn(&mut S, &mut Desk) -> Option<Job<T>>,
        done: fn(&mut S, &mut Desk, T) -> Outcome,
    ) -> Self {
        Work {
            id,
            stage,
            applies: |_| true,
            start,
            done,
            shown: |_, _, view| view,
            key: |_, _, _| Move::Stay,
            events: None,
            job: None,
            problem: None,
        }
    }
}

impl<S, T: Send + 'static> Step<S> for Work<S, T> {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn applies(&self, story: &S) -> bool {
        (self.applies)(story)
    }

    fn enter(&mut self, story: &mut S, desk: &mut Desk) {
        self.problem = None;
        self.job = (self.start)(story, desk);
    }

    fn view(&self, story: &S, desk: &Desk) -> View {
        let view = View::new(desk.say(self.id)).text(desk.say(&format!("{}-text", self.id)));
        match (&self.job, &self.problem) {
            (Some(job), _) => view.part(progress(desk, job, self.events)),
            (None, Some(problem)) => view.problem(Some(problem)).enter(desk.say("key-again")),
            (None, None) => (self.shown)(story, desk, view).enter(desk.say("key-next")),
        }
    }

    fn key(&mut self, key: KeyEvent, story: &mut S, desk: &mut Desk) -> Move {
        match (key.code, &self.job, &self.problem) {
            (_, Some(_), _) => Move::Here,
            (KeyCode::Enter, None, Some(_)) => {
                self.enter(story, desk);
                Move::Here
            }
            (KeyCode::Enter, None, None) => Move::Next,
            (_, None, None) => (self.key)(key, story, desk),
            (_, None, Some(_)) => Move::Stay,
        }
    }

    fn look(&mut self, story: &mut S, desk: &mut Desk) -> Move {
        let Some(job) = &mut self.job else { return Move::Stay };
        match job.look() {
            State::Working => Move::Stay,
            State::Panicked => {
                (self.job, self.problem) = (None, Some(desk.fault()));
                Move::Stay
            }
            State::Done(done) => {
                self.job = None;
                self.problem = (self.done)(story, desk, done).err();
                Move::Stay
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

/// How far a job with a Nitrokey is. A card may never answer, and nothing but pulling it out ends that.
pub(super) fn with_card<T: Send + 'static>(desk: &Desk, view: View, job: &Job<T>, events: usize) -> View {
    let view = view.part(progress(desk, job, Some(events)));
    if job.quiet() < desk.quiet { view } else { view.warning(desk.say("work-quiet")) }
}

/// How far a job is.
pub(super) fn progress<T: Send + 'static>(desk: &Desk, job: &Job<T>, events: Option<usize>) -> Part {
    let label = job.said.last().map_or_else(|| desk.say("event-begins"), |event| said(desk, event));
    let done = events.map(|of| (job.said.len().saturating_sub(1), of));
    work(desk, label, done, job)
}

/// A job's label, how much of it is done, and how long that takes.
pub(super) fn work<T: Send + 'static, E: Send + 'static>(
    desk: &Desk,
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
        None => desk.fill("work-seconds", &[("seconds", seconds.into())]),
        Some(left) => desk.fill("work-left", &[("seconds", seconds.into()), ("left", left.into())]),
    };
    Part::Work { label, done, time }
}

/// An event in words.
pub(super) fn said(desk: &Desk, event: &Event) -> String {
    match event {
        Event::MakingKeys => desk.say("event-making"),
        Event::SealedAndSplit { cards } => desk.fill("event-sealed", &[("cards", (*cards).into())]),
        Event::BundleWritten { stick } => desk.fill("event-written", &[("stick", stick.clone().into())]),
        Event::Rehearsing { cards } => {
            let cards: Vec<_> = cards.iter().map(ToString::to_string).collect();
            desk.fill("event-rehearsing", &[("cards", cards.join(", ").into())])
        }
        Event::Rehearsed => desk.say("event-rehearsed"),
        Event::Nitrokey { doing, .. } => desk.say(&match doing {
            Doing::Resetting => "event-resetting".into(),
            Doing::Importing(slot) => format!("event-importing-{slot}"),
            Doing::Settings => "event-settings".into(),
            Doing::Pins => "event-pins".into(),
            Doing::ReadingBack => "event-reading-back".into(),
            Doing::Proving(slot) => format!("event-proving-{slot}"),
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::super::desk::QUIET;
    use super::*;

    #[test]
    fn a_card_that_was_not_heard_of_for_a_minute_is_told() {
        let desk = Desk::nowhere();
        let (says, said) = channel();
        let mut job: Job<()> = Job::start(&desk.wake, move |events| {
            while let Ok(()) = said.recv() {
                events(Event::Rehearsed);
            }
        });
        let warns = |job: &Job<()>| {
            let view = with_card(&desk, View::default(), job, 1);
            view.parts.iter().any(|part| matches!(part, Part::Warning(_)))
        };
        assert!(!warns(&job));
        job.heard_before(QUIET);
        assert!(warns(&job));
        // It lives after all.
        says.send(()).unwrap();
        while job.said.is_empty() {
            job.look();
            std::thread::yield_now();
        }
        assert!(!warns(&job));
    }
}
