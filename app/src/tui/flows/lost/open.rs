//! Do the cards open the backup? If they do not as they are, other ways of taking them together are tried, and whoever
//! waits may stop that. Only when it is open it says that everything is back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Lost;
use crate::backup::{Cards, Fit, HeldCard, TRIES};
use crate::ceremony::{CeremonyError, Did, Recovery, Rehearsed};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::messages::{Message, fingerprint, owners};
use crate::tui::kit::view::View;
use crate::tui::parts::sealing::{contradicted, which};
use crate::tui::parts::work::work;

type Opened = Lent<Recovery, Result<Rehearsed, CeremonyError>>;

/// The step.
pub(in crate::tui::flows) struct Open {
    id: StepId,
    /// At work; it says how many ways it has tried.
    job: Option<Job<Opened, u32>>,
    stop: Arc<AtomicBool>,
    problem: Option<Message>,
}

impl Open {
    pub(in crate::tui::flows) fn new(id: StepId) -> Self {
        Open { id, job: None, stop: Arc::default(), problem: None }
    }

    fn start(&mut self, lost: &mut Lost, context: &Context) {
        // The same cards open it once.
        let Some(recovery) = lost.recovery.take_if(|_| lost.writer.rehearsed.is_none()) else { return };
        let stop = Arc::new(AtomicBool::new(false));
        self.stop = stop.clone();
        let work = move |recovery: &mut Recovery, says: &mut dyn FnMut(u32)| {
            recovery.recover_telling(&mut |tries| {
                says(tries);
                !stop.load(Ordering::Relaxed)
            })
        };
        self.job = Some(Job::lend(&context.wake, recovery, work));
    }

    fn done(&mut self, (recovery, opened): Opened, lost: &mut Lost, context: &Context) {
        lost.recovery = Some(recovery);
        match opened {
            Some(Ok(rehearsed)) => {
                context.journal.note(Did::opened(&rehearsed));
                lost.writer.rehearsed = Some(rehearsed.into());
                lost.refused = None;
            }
            Some(Err(error)) => self.problem = Some(context.tell(&error)),
            None => self.problem = Some(context.fault()),
        }
        // It is said beside the cards as well, where something can be done about it.
        lost.refused.clone_from(&self.problem);
    }

    fn working(&self, view: View, job: &Job<Opened, u32>, context: &Context) -> View {
        let Some(tries) = job.said.last() else {
            return view.part(work(context, context.say("event-begins"), None, job));
        };
        let label = context.fill("lost-back-tries", &[("tries", (*tries).into()), ("most", TRIES.into())]);
        let done = (usize::try_from(*tries).unwrap_or_default(), usize::try_from(TRIES).unwrap_or_default());
        view.part(work(context, label, Some(done), job)).key("Esc", context.say("lost-back-stop"))
    }

    fn open(view: View, lost: &Lost, context: &Context) -> View {
        let Some(rehearsed) = &lost.writer.rehearsed else { return view };
        let identity = rehearsed.identity();
        let view = view
            .good(context.fill("lost-back-good", &[("owner", owners(&identity.user_ids()).into())]))
            .lines(vec![
                context.say("fingerprint-compare"),
                fingerprint(&identity.fingerprint()),
                which(context, rehearsed.made()),
            ]);
        let view = match identity.expires().is_some_and(|expires| expires <= SystemTime::now()) {
            true => view.warning(context.say("lost-back-expired")),
            false => view,
        };
        Self::cards(contradicted(context, rehearsed.made(), view), lost, context)
    }

    /// Which cards fit, if not all do as they were read.
    fn cards(mut view: View, lost: &Lost, context: &Context) -> View {
        let held = lost.recovery.as_ref().map(Recovery::held).unwrap_or_default();
        let which = |is: &dyn Fn(&HeldCard) -> bool| {
            let cards = held.iter().filter(|card| is(card)).map(|card| card.number).collect::<Vec<_>>();
            let values = [("many", cards.len().into()), ("cards", Cards(cards.clone()).to_string().into())];
            (!cards.is_empty()).then_some(values)
        };
        if let Some(values) = which(&|card| card.is_mended) {
            view = view.warning(context.fill("lost-back-mended", &values));
        }
        let misfits = which(&|card| card.fit == Fit::Not);
        let unknown = which(&|card| card.fit == Fit::Unknown);
        let fit = which(&|card| matches!(card.fit, Fit::With(_)));
        if let Some(values) = fit.filter(|_| misfits.is_some() || unknown.is_some()) {
            view = view.text(context.fill("lost-back-fit", &values));
        }
        if let Some(values) = misfits {
            view = view.warning(context.fill("lost-back-misfit", &values));
        }
        if let Some(values) = unknown {
            view = view.text(context.fill("lost-back-unknown", &values));
        }
        let is_other = |card: &HeldCard| card.number.is_some_and(|typed| card.fit != Fit::With(typed));
        if held.iter().any(|card| matches!(card.fit, Fit::With(_)) && is_other(card)) {
            view = view.text(context.say("lost-back-number"));
        }
        view
    }
}

impl Step<Lost> for Open {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, lost: &mut Lost, context: &mut Context) {
        self.problem = None;
        self.start(lost, context);
    }

    fn view(&self, lost: &Lost, context: &Context) -> View {
        let ask = || View::new(context.say("lost-back-ask"));
        match (&self.job, &self.problem) {
            (Some(job), _) => self.working(ask().text(context.say("lost-back-ask-text")), job, context),
            (None, Some(problem)) => ask().problem(Some(problem)).enter(context.say("lost-back-cards")),
            (None, None) => {
                let view = View::new(context.say(self.id.title())).text(context.say(&self.id.text("text")));
                Self::open(view, lost, context).enter(context.say("key-next"))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, _: &mut Lost, _: &mut Context) -> StepOutcome {
        match (key.code, &self.job, &self.problem) {
            (KeyCode::Esc, Some(_), _) => {
                self.stop.store(true, Ordering::Relaxed);
                StepOutcome::Handled
            }
            (_, Some(_), _) => StepOutcome::Handled,
            (KeyCode::Enter, None, Some(_)) => StepOutcome::Back,
            (KeyCode::Enter, None, None) => StepOutcome::Next,
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, lost: &mut Lost, context: &mut Context) -> StepOutcome {
        let Some(job) = &mut self.job else { return StepOutcome::Unhandled };
        match job.poll() {
            State::Working => {}
            State::Panicked => (self.job, self.problem) = (None, Some(context.fault())),
            State::Done(done) => {
                self.job = None;
                self.done(done, lost, context);
            }
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    fn help(&self) -> String {
        let id = if self.job.is_some() || self.problem.is_some() {
            const { StepId::new("lost-back-ask") }
        } else {
            self.id
        };
        id.text("help")
    }
}
