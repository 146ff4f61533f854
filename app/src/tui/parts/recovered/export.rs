//! Without a Nitrokey: the keys go onto a stick, under a passphrase.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Uses;
use crate::backup::{IMPORT_PUBLIC, IMPORT_SECRET, forget};
use crate::ceremony::{CeremonyError, Did, Fingerprint, Ready};
use crate::machine::stick::discover::Plugged;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::progress;

/// The least for a key that lies on a disk.
const SHORTEST: usize = 12;

/// What it means to have the keys in a file.
pub(super) fn meaning<S: Uses>() -> Read<S> {
    Read {
        id: step!("lost-export"),
        view: |_, context| {
            View::new(context.say(key!("lost-export")))
                .warning(context.say(key!("lost-export-warning")))
                .text(context.say(key!("lost-export-text")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// What to do with the file.
pub(super) fn how<S: Uses>() -> Read<S> {
    Read {
        id: step!("lost-exported"),
        view: |state: &S, context| {
            let recovered = state.recovered();
            let view = View::new(context.say(key!("lost-exported")));
            let (Some((folder, stick)), Some(rehearsed)) = (&recovered.exported, recovered.keys()) else {
                return view;
            };
            let fingerprint = rehearsed.identity().fingerprint();
            let commands = [vec![IMPORT_PUBLIC.into()], forget(&fingerprint), vec![IMPORT_SECRET.into()]];
            let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
            view.good(context.fill(key!("lost-exported-good"), &values))
                .text(context.say(key!("lost-exported-text")))
                .lines(commands.concat())
                .text(context.say(key!("lost-exported-after")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// A new passphrase, typed twice.
pub(super) struct Passphrase {
    entry: PinEntry,
}

impl Passphrase {
    pub(super) fn new() -> Self {
        Passphrase { entry: PinEntry::new_passphrase(SHORTEST) }
    }
}

impl<S: Uses> Step<S> for Passphrase {
    fn id(&self) -> StepId {
        step!("lost-passphrase")
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        self.entry = PinEntry::new_passphrase(SHORTEST);
    }

    fn view(&self, _: &S, context: &Context) -> View {
        self.entry.view(
            context,
            View::new(context.say(key!("lost-passphrase"))).text(context.say(key!("lost-passphrase-text"))),
        )
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Esc {
            return StepOutcome::Unhandled;
        }
        match self.entry.key(key, context) {
            Some(passphrase) => {
                state.recovered_mut().passphrase = Some(passphrase);
                StepOutcome::Next
            }
            None => StepOutcome::Handled,
        }
    }
}

/// Which stick; then it is written.
pub(super) struct Stick {
    pick: Pick,
    job: Option<Job<Done>>,
    problem: Option<Message>,
}

impl Stick {
    pub(super) fn new() -> Self {
        Stick { pick: Pick::to_write(Holds::Export), job: None, problem: None }
    }
}

/// What the work gives back: the identity, whatever happened, and the folder and the stick.
type Done = Lent<Ready, Result<(String, String), CeremonyError>>;

impl Stick {
    fn write(&mut self, stick: Plugged, state: &mut impl Uses, context: &mut Context) -> StepOutcome {
        let Some(passphrase) = state.recovered().passphrase.clone() else { return StepOutcome::Back };
        let Some(rehearsed) = state.recovered_mut().writer.rehearsed.take() else {
            return StepOutcome::Handled;
        };
        self.problem = None;
        // Also if it fails half-way: what was on a stick can be found there.
        context.now_holds(&stick, Holds::Export);
        self.job = Some(Job::lend(&context.wake, rehearsed, move |rehearsed: &mut Ready, _| {
            let folder = rehearsed.export(&stick.open()?, &passphrase)?;
            Ok((folder, stick.name().to_owned()))
        }));
        StepOutcome::Handled
    }
}

impl<S: Uses> Step<S> for Stick {
    fn id(&self) -> StepId {
        step!("lost-stick")
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        self.problem = None;
    }

    fn view(&self, _: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("lost-stick"))).text(context.say(key!("lost-stick-text")));
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
            Some(State::Done((rehearsed, done))) => {
                self.job = None;
                if let Some(Ok(_)) = &done {
                    context.journal.note(Did::Exported { of: Fingerprint::of(rehearsed.identity()) });
                }
                let recovered = state.recovered_mut();
                recovered.writer.rehearsed = Some(rehearsed);
                self.problem = match done {
                    Some(Ok(exported)) => {
                        (recovered.exported, recovered.passphrase) = (Some(exported), None);
                        return StepOutcome::Next;
                    }
                    Some(Err(error)) => Some(context.message(&error)),
                    None => Some(context.fault()),
                };
                StepOutcome::Unhandled
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
