//! The bundle comes onto sticks.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::apart::Question;
use crate::ceremony::{Apart, CeremonyError, Did, Written};
use crate::machine::stick::discover::Plugged;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::{Message, ToMessage};
use crate::tui::kit::view::View;
use crate::tui::parts::paper::state::Prints;
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::progress;

/// Writes the bundle: to one stick or more.
pub(in crate::tui) struct Bundle {
    id: StepId,
    pick: Pick,
    job: Option<(Job<Result<Written, CeremonyError>>, Plugged)>,
    problem: Option<Message>,
    /// What may go from the stick that is written now.
    agreed: Vec<Apart>,
    /// Another backup is on it: may that go, too?
    question: Option<Question>,
    /// One more is wanted.
    more: bool,
}

impl Bundle {
    pub(in crate::tui) fn new(id: StepId) -> Self {
        Bundle::onto(id, Pick::to_write(Holds::Bundle))
    }

    /// The same for cards that stay: it takes the place of an old one, and comes first where that is.
    pub(in crate::tui) fn renewed(id: StepId) -> Self {
        Bundle::onto(id, Pick::to_renew(Holds::Bundle))
    }

    fn onto(id: StepId, pick: Pick) -> Self {
        Bundle { id, pick, job: None, problem: None, agreed: Vec::new(), question: None, more: false }
    }

    fn take(&mut self, stick: Plugged, state: &impl Prints, context: &Context) {
        match state.paper().cards_on.iter().any(|with_cards| with_cards.is_beside(&stick)) {
            // Whoever found it would have everything.
            true => {
                self.pick.anew();
                self.problem = Some(beside_cards(&stick, context));
            }
            false => self.write(stick, Vec::new(), state, context),
        }
    }

    fn write(&mut self, stick: Plugged, agreed: Vec<Apart>, state: &impl Prints, context: &Context) {
        let Some(sealed) = state.sealed().cloned() else { return };
        let plugged = stick.clone();
        self.agreed.clone_from(&agreed);
        let job = Job::start(&context.wake, move |events| {
            sealed.write_instead_of(&plugged.open()?, &agreed, events)
        });
        (self.job, self.problem) = (Some((job, stick)), None);
    }
}

impl Bundle {
    /// A key while it is asked whether another backup may go.
    fn answer(&mut self, key: KeyEvent, state: &impl Prints, context: &Context) {
        let Some(mut question) = self.question.take() else { return };
        match question.key(key, context) {
            None => self.question = Some(question),
            Some(true) => {
                let agreed = self.agreed.drain(..).chain([question.apart]).collect();
                self.write(question.stick, agreed, state, context);
            }
            Some(false) => {
                self.pick.anew();
                let error = CeremonyError::MadeApart(Box::new(question.apart));
                self.problem = Some(error.to_message(context.texts()));
            }
        }
    }
}

/// The share cards lie on this stick as files.
fn beside_cards(stick: &Plugged, context: &Context) -> Message {
    context.pair(pair!("bundle-cards"), &[("stick", stick.name().to_owned().into())])
}

impl<S: Prints> Step<S> for Bundle {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        (self.problem, self.question, self.more) = (None, None, false);
        self.pick.has_renewed(state.bundles().iter().map(|(_, stick)| stick));
    }

    fn view(&self, state: &S, context: &Context) -> View {
        if let Some(question) = &self.question {
            return question.view(state.sealed().map(|sealed| sealed.manifest().set), context);
        }
        let view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
        if let Some((job, _)) = &self.job {
            return view.part(progress(context, job, None));
        }
        let view = state.bundles().iter().fold(view, |view, (written, _)| {
            let values = [("stick", written.stick.clone().into()), ("folder", written.folder.clone().into())];
            view.good(context.fill(key!("bundle-done"), &values))
        });
        if state.bundles().is_empty() || self.more {
            return self.pick.view(context, view).problem(self.problem.as_ref());
        }
        let (there, planned) = (state.bundles().len(), usize::from(state.seal_run().sticks));
        let view = match there < planned {
            true => view.text(
                context.fill(key!("bundle-planned"), &[("there", there.into()), ("n", planned.into())]),
            ),
            false => view,
        };
        view.text(context.say(key!("bundle-more-text")))
            .problem(self.problem.as_ref())
            .enter(context.say(key!("key-next")))
            .key("F5", context.say(key!("bundle-more")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        let choosing = state.bundles().is_empty() || self.more;
        match key.code {
            _ if self.job.is_some() => {}
            _ if self.question.is_some() => self.answer(key, state, context),
            _ if self.pick.is_formatting() => {
                self.pick.key(key, context);
            }
            KeyCode::Esc if self.more => self.more = false,
            KeyCode::Esc => return StepOutcome::Unhandled,
            _ if choosing => {
                if let Some(stick) = self.pick.key(key, context) {
                    self.take(stick, state, context);
                }
            }
            KeyCode::Enter => return StepOutcome::Next,
            KeyCode::F(5) => {
                self.pick.anew();
                self.more = true;
            }
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Some((job, _)) = &mut self.job else {
            let to = self.pick.poll(context);
            if let Some(stick) = self.pick.chosen() {
                self.take(stick, state, context);
            }
            return to;
        };
        let done = match job.poll() {
            State::Working => return StepOutcome::Unhandled,
            State::Panicked => {
                (self.job, self.problem) = (None, Some(context.fault()));
                return StepOutcome::Unhandled;
            }
            State::Done(done) => done,
        };
        let Some((_, stick)) = self.job.take() else { return StepOutcome::Unhandled };
        match done {
            Ok(written) => {
                context.now_holds(&stick, Holds::Bundle);
                state.sealed().iter().for_each(|sealed| context.journal.note(Did::written(sealed)));
                // Written once more, it is still one stick.
                state.seal_run_mut().bundles.retain(|(_, before)| before.id() != stick.id());
                state.seal_run_mut().bundles.push((written, stick));
                self.pick.has_renewed(state.bundles().iter().map(|(_, stick)| stick));
                self.more = false;
            }
            Err(CeremonyError::MadeApart(apart)) => self.question = Some(Question::of(stick, *apart)),
            Err(error) => self.problem = Some(error.to_message(context.texts())),
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
