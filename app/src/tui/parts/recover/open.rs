//! Do the cards open the backup? If they do not as they are, other ways of taking them together are tried, and whoever
//! waits may stop that. Only when it is open it says that everything is back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Recovers;
use super::unfinished::{TWO, Unfinished, message, scan};
use crate::backup::{Cards, Fit, HeldCard, TRIES};
use crate::ceremony::{CeremonyError, Did, Recovery, Rehearsed};
use crate::language::Key;
use crate::tui::kit::context::Context;
use crate::tui::kit::draw::ESCAPE;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::messages::{Message, fingerprint, owners};
use crate::tui::kit::view::View;
use crate::tui::parts::sealing::{contradicted, which};
use crate::tui::parts::work::work;

/// What came back, and what was not finished then.
type Opened = Lent<Recovery, Result<(Rehearsed, Vec<Unfinished>), CeremonyError>>;

/// The step.
pub(in crate::tui) struct Open {
    id: StepId,
    /// At work; it says how many ways it has tried.
    job: Option<Job<Opened, u32>>,
    stop: Arc<AtomicBool>,
    /// It is open, and it is said what is not finished.
    tells: bool,
    problem: Option<Message>,
}

impl Open {
    pub(in crate::tui) fn new(id: StepId) -> Self {
        Open { id, job: None, stop: Arc::default(), tells: false, problem: None }
    }

    fn start(&mut self, state: &mut impl Recovers, context: &Context) {
        // The same cards open it once.
        if state.back().is_some() {
            return;
        }
        let Some(recovery) = state.recovering_mut().recovery.take() else { return };
        let (stop, sticks) = (Arc::new(AtomicBool::new(false)), context.plugged.clone());
        self.stop = stop.clone();
        let work = move |recovery: &mut Recovery, says: &mut dyn FnMut(u32)| {
            let opened = recovery.recover_telling(&mut |tries| {
                says(tries);
                !stop.load(Ordering::Relaxed)
            })?;
            let unfinished = scan(&sticks, opened.made());
            Ok((opened, unfinished))
        };
        self.job = Some(Job::lend(&context.wake, recovery, work));
    }

    fn done(&mut self, (recovery, opened): Opened, state: &mut impl Recovers, context: &Context) {
        state.recovering_mut().recovery = Some(recovery);
        match opened {
            Some(Ok((rehearsed, unfinished))) => {
                context.journal.note(Did::opened(&rehearsed));
                *state.back_mut() = Some(rehearsed.into());
                state.recovering_mut().unfinished = unfinished;
            }
            Some(Err(error)) => self.problem = Some(context.message(&error)),
            None => self.problem = Some(context.fault()),
        }
        // It is said beside the cards as well, where something can be done about it.
        state.recovering_mut().refused.clone_from(&self.problem);
    }

    fn working(&self, view: View, job: &Job<Opened, u32>, context: &Context) -> View {
        let Some(tries) = job.said.last() else {
            return view.part(work(context, context.say(key!("event-begins")), None, job));
        };
        let label =
            context.fill(key!("lost-back-tries"), &[("tries", (*tries).into()), ("most", TRIES.into())]);
        let done = (usize::try_from(*tries).unwrap_or_default(), usize::try_from(TRIES).unwrap_or_default());
        view.part(work(context, label, Some(done), job)).key(ESCAPE, context.say(key!("lost-back-stop")))
    }

    fn open(view: View, state: &impl Recovers, context: &Context) -> View {
        let Some(rehearsed) = state.back() else { return view };
        let identity = rehearsed.identity();
        let view = view
            .good(context.fill(key!("lost-back-good"), &[("owner", owners(&identity.user_ids()).into())]))
            .lines(vec![
                context.say(key!("fingerprint-compare")),
                fingerprint(&identity.fingerprint()),
                which(context, rehearsed.made()),
            ]);
        let view = match identity.expires().is_some_and(|expires| expires <= SystemTime::now()) {
            true => view.warning(context.say(key!("lost-back-expired"))),
            false => view,
        };
        // The key itself has said it, wherever that was written down: what is made of these keys now does not say so.
        let view = match state.backup().and_then(Recovery::published).and_then(|public| public.revoked()) {
            Some(by) => {
                let (day, reason) = (context.texts().day(&by.day), context.say(by.reason.said()));
                view.warning(
                    context
                        .fill(key!("lost-back-revoked"), &[("day", day.into()), ("reason", reason.into())]),
                )
            }
            None => view,
        };
        Self::cards(contradicted(context, rehearsed.made(), view), state, context)
    }

    /// Which cards fit, if not all do as they were read.
    fn cards(mut view: View, state: &impl Recovers, context: &Context) -> View {
        let held = state.backup().map(Recovery::held).unwrap_or_default();
        // Of two with one number, of which one is forged, it is said which is meant.
        let name = |(place, card): (usize, &HeldCard)| {
            let number = Cards(vec![card.number]).to_string();
            let is_alone = held.iter().filter(|other| other.number == card.number).count() == 1;
            match is_alone || card.number.is_none() {
                true => number,
                false => context
                    .fill(key!("lost-back-place"), &[("card", number.into()), ("place", (place + 1).into())]),
            }
        };
        let which = |is: &dyn Fn(&HeldCard) -> bool| {
            let cards = held.iter().enumerate().filter(|(_, card)| is(card)).map(name).collect::<Vec<_>>();
            let values = [("many", cards.len().into()), ("cards", cards.join(", ").into())];
            (!cards.is_empty()).then_some(values)
        };
        if let Some(values) = which(&|card| card.is_mended) {
            view = view.warning(context.fill(key!("lost-back-mended"), &values));
        }
        let misfits = which(&|card| card.fit == Fit::Not);
        let unknown = which(&|card| card.fit == Fit::Unknown);
        let fit = which(&|card| matches!(card.fit, Fit::With(_)));
        if let Some(values) = fit.filter(|_| misfits.is_some() || unknown.is_some()) {
            view = view.text(context.fill(key!("lost-back-fit"), &values));
        }
        if let Some(values) = misfits {
            view = view.warning(context.fill(key!("lost-back-misfit"), &values));
        }
        if let Some(values) = unknown {
            view = view.text(context.fill(key!("lost-back-unknown"), &values));
        }
        let is_other = |card: &HeldCard| card.number.is_some_and(|typed| card.fit != Fit::With(typed));
        if held.iter().any(|card| matches!(card.fit, Fit::With(_)) && is_other(card)) {
            view = view.text(context.say(key!("lost-back-number")));
        }
        view
    }
}

impl<S: Recovers> Step<S> for Open {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        (self.problem, self.tells) = (None, false);
        self.start(state, context);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let ask = || View::new(context.say(key!("lost-back-ask")));
        match (&self.job, &self.problem) {
            (Some(job), _) => self.working(ask().text(context.say(key!("lost-back-ask-text"))), job, context),
            (None, Some(problem)) => ask().problem(Some(problem)).enter(context.say(key!("lost-back-cards"))),
            (None, None) if self.tells => {
                message(state.unfinished(), context).enter(context.say(key!("key-next")))
            }
            (None, None) => {
                let view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
                Self::open(view, state, context).enter(context.say(key!("key-next")))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, _: &mut Context) -> StepOutcome {
        match (key.code, &self.job, &self.problem) {
            (KeyCode::Esc, Some(_), _) => {
                self.stop.store(true, Ordering::Relaxed);
                StepOutcome::Handled
            }
            (_, Some(_), _) => StepOutcome::Handled,
            (KeyCode::Enter, None, Some(_)) => StepOutcome::Back,
            (KeyCode::Enter, None, None) if !self.tells && !state.unfinished().is_empty() => {
                self.tells = true;
                StepOutcome::Handled
            }
            (KeyCode::Enter, None, None) => StepOutcome::Next,
            (KeyCode::Esc, None, None) if self.tells => {
                self.tells = false;
                StepOutcome::Handled
            }
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Some(job) = &mut self.job else { return StepOutcome::Unhandled };
        match job.poll() {
            State::Working => {}
            State::Panicked => (self.job, self.problem) = (None, Some(context.fault())),
            State::Done(done) => {
                self.job = None;
                self.done(done, state, context);
            }
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    fn help(&self) -> Key {
        match () {
            () if self.job.is_some() || self.problem.is_some() => step!("lost-back-ask").help,
            () if self.tells => TWO.help,
            () => self.id.help,
        }
    }
}
