//! Seal and split; the bundle on sticks.

use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Setup;
use crate::ceremony::{CeremonyError, Did, Planned, Sealed, Split, Written};
use crate::machine::stick::discover::Plugged;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::{Message, ToMessage};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::Choose;
use crate::tui::parts::paper::state::Way;
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::{Work, progress};

type Sealing = Result<Sealed, CeremonyError>;

/// Nobody keeps more of them.
const MOST_STICKS: u8 = 5;

/// What is asked of the copies besides the paper. Once it is sealed that stands inside.
pub(super) fn copies() -> Choose<Setup> {
    let items = |_: &Setup, context: &Context| {
        let item = |n: u8| {
            let note = if n == 1 { context.say(key!("copies-one-note")) } else { String::new() };
            Item::new(context.fill(key!("copies-sticks"), &[("n", n.into())]), note)
        };
        (1..=MOST_STICKS).map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| usize::from(setup.sticks.saturating_sub(1));
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.sticks = u8::try_from(at + 1).unwrap_or(MOST_STICKS);
        StepOutcome::Next
    };
    Choose::new(step!("copies"), items, preset, take).counted(0)
}

/// Where copies are planned, as things stand.
fn planned(setup: &Setup) -> Planned {
    let on_paper = setup.paper.behind && setup.paper.way != Way::Handwritten;
    Planned { sticks: setup.sticks, sheets: if on_paper { setup.draft.plan.quorum.cards() } else { 0 } }
}

/// What was sealed stays good as long as the keys do, and the plan for its copies, which is sealed with them.
fn is_sealed(setup: &Setup) -> bool {
    setup.sealed.as_ref().is_some_and(|sealed| sealed.planned() == Some(planned(setup)))
}

/// Seals the backup and splits its key.
pub(super) fn seal() -> impl Step<Setup> {
    let start = |setup: &mut Setup, context: &mut Context| -> Option<Job<Sealing>> {
        let (made, planned) = (setup.made.clone().filter(|_| !is_sealed(setup))?, planned(setup));
        let before = setup.sealed.clone();
        Some(Job::start(&context.wake, move |events| match before {
            // The cards stay as they are.
            Some(before) => before.again(&made, planned, events),
            None => Sealed::seal(&made, Split::of_new_key(made.plan().quorum)?, planned, events),
        }))
    };
    let done = |setup: &mut Setup, context: &mut Context, sealed: Sealing| {
        let sealed = sealed.map_err(|error| context.message(&error))?;
        context.journal.note(Did::sealed(&sealed));
        setup.seals(Arc::new(sealed));
        Ok(())
    };
    let shown = |setup: &Setup, context: &Context, view: View| {
        let Some(sealed) = &setup.sealed else { return view };
        let quorum = sealed.manifest().quorum;
        let values = [
            ("set", sealed.manifest().set.to_string().into()),
            ("k", quorum.needed().into()),
            ("n", quorum.cards().into()),
        ];
        let view = view.good(context.fill(key!("seal-done"), &values));
        match sealed.manifest().sealing {
            1 => view,
            number => view.text(context.fill(key!("seal-again"), &[("sealing", number.to_string().into())])),
        }
    };
    Work { shown, ..Work::new(step!("seal"), start, done) }
}

/// Writes the bundle: to one stick or more.
pub(super) struct Bundle {
    pick: Pick,
    job: Option<(Job<Result<Written, CeremonyError>>, Plugged)>,
    problem: Option<Message>,
    /// One more is wanted.
    more: bool,
}

impl Default for Bundle {
    fn default() -> Self {
        Bundle { pick: Pick::to_write(Holds::Bundle), job: None, problem: None, more: false }
    }
}

impl Bundle {
    fn take(&mut self, stick: Plugged, setup: &Setup, context: &Context) {
        match setup.paper.cards_on.iter().any(|with_cards| with_cards.is_beside(&stick)) {
            // Whoever found it would have everything.
            true => {
                self.pick.anew();
                self.problem = Some(beside_cards(&stick, context));
            }
            false => self.write(stick, setup, context),
        }
    }

    fn write(&mut self, stick: Plugged, setup: &Setup, context: &Context) {
        let Some(sealed) = setup.sealed.clone() else { return };
        let plugged = stick.clone();
        let job = Job::start(&context.wake, move |events| sealed.write(&plugged.open()?, events));
        (self.job, self.problem) = (Some((job, stick)), None);
    }
}

/// The share cards lie on this stick as files.
fn beside_cards(stick: &Plugged, context: &Context) -> Message {
    context.pair(pair!("bundle-cards"), &[("stick", stick.name().to_owned().into())])
}

impl Step<Setup> for Bundle {
    fn id(&self) -> StepId {
        step!("bundle")
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        (self.problem, self.more) = (None, false);
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let view = View::new(context.say(key!("bundle"))).text(context.say(key!("bundle-text")));
        if let Some((job, _)) = &self.job {
            return view.part(progress(context, job, None));
        }
        let view = setup.bundles.iter().fold(view, |view, (written, _)| {
            let values = [("stick", written.stick.clone().into()), ("folder", written.folder.clone().into())];
            view.good(context.fill(key!("bundle-done"), &values))
        });
        if setup.bundles.is_empty() || self.more {
            return self.pick.view(context, view).problem(self.problem.as_ref());
        }
        let (there, planned) = (setup.bundles.len(), usize::from(setup.sticks));
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

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let choosing = setup.bundles.is_empty() || self.more;
        match key.code {
            _ if self.job.is_some() => {}
            _ if self.pick.is_formatting() => {
                self.pick.key(key, context);
            }
            KeyCode::Esc if self.more => self.more = false,
            KeyCode::Esc => return StepOutcome::Unhandled,
            _ if choosing => {
                if let Some(stick) = self.pick.key(key, context) {
                    self.take(stick, setup, context);
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

    fn on_event(&mut self, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let Some((job, _)) = &mut self.job else {
            let to = self.pick.poll(context);
            if let Some(stick) = self.pick.chosen() {
                self.take(stick, setup, context);
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
                setup.sealed.iter().for_each(|sealed| context.journal.note(Did::written(sealed)));
                // Written once more, it is still one stick.
                setup.bundles.retain(|(_, before)| before.id() != stick.id());
                setup.bundles.push((written, stick));
                self.more = false;
            }
            Err(error) => self.problem = Some(error.to_message(context.texts())),
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
