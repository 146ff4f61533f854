//! Which file is signed: one that lies on a stick, whatever is in it.

use std::sync::Arc;
use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{Signing, Uses};
use crate::ceremony::{Looked, SigningError, look_at};
use crate::language::shown::plain;
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::streamed::{Files, files};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::from_stick::NAME;
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::work;

/// What a job with a stick gives: the names of its files, or a file that was looked at.
enum Found {
    Names(Files),
    File(Box<Looked>),
}

/// The choice: a stick, and a file on it.
#[derive(Default)]
pub(super) struct SignFile {
    pick: Pick,
    /// The stick that was chosen, and its files, once they are known.
    files: Option<(Plugged, Files)>,
    list: List,
    job: Option<Job<(Plugged, Result<Found, SigningError>)>>,
    /// Why none of these keys signs.
    cannot: Option<Message>,
    problem: Option<Message>,
}

impl SignFile {
    fn names(&mut self, stick: Plugged, context: &Context) {
        self.job = Some(Job::start(&context.wake, move |_| {
            let names = stick.open().and_then(|open| files(&open));
            (stick, names.map(Found::Names).map_err(Into::into))
        }));
    }

    fn look(&mut self, stick: Plugged, name: String, context: &Context) {
        self.job = Some(Job::start(&context.wake, move |_| {
            let looked = stick.open().map_err(Into::into).and_then(|open| look_at(&open, &name));
            (stick, looked.map(|looked| Found::File(Box::new(looked))))
        }));
    }
}

impl<S: Uses> Step<S> for SignFile {
    fn id(&self) -> StepId {
        step!("sign-file")
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        *self = SignFile::default();
        state.recovered_mut().signing = None;
        // Before a file is looked for.
        let signs = state.recovered().keys().map(|keys| keys.signs(SystemTime::now()));
        self.cannot = signs.and_then(Result::err).map(|error| context.message(&error));
    }

    fn view(&self, _: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("sign-file")));
        if self.cannot.is_some() {
            return view.problem(self.cannot.as_ref());
        }
        let view = view.text(context.say(key!("sign-file-text")));
        let view = match (&self.job, &self.files) {
            (Some(job), _) => return view.part(work(context, context.say(key!("sign-reading")), None, job)),
            (None, None) => self.pick.view(context, view),
            (None, Some((_, files))) => {
                let items = files.names.iter().map(|file| Item::new(plain(file, NAME), "")).collect();
                let view = match files.unnamed {
                    0 => view,
                    many => view.warning(context.fill(key!("sign-file-left-out"), &[("many", many.into())])),
                };
                view.problem(self.problem.as_ref())
                    .list(&self.list, items)
                    .enter(context.say(key!("key-choose")))
            }
        };
        if self.files.is_none() { view.problem(self.problem.as_ref()) } else { view }
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, context: &mut Context) -> StepOutcome {
        if self.job.is_some() {
            return StepOutcome::Handled;
        }
        match (key.code, &self.files) {
            (KeyCode::Esc, Some(_)) => (self.files, self.problem) = (None, None),
            _ if key.code == KeyCode::Esc || self.cannot.is_some() => return StepOutcome::Unhandled,
            (_, None) => {
                if let Some(stick) = self.pick.key(key, context) {
                    self.problem = None;
                    self.names(stick, context);
                }
            }
            (KeyCode::Enter, Some((stick, files))) => {
                if let Some(name) = files.names.get(self.list.at) {
                    let (stick, name) = (stick.clone(), name.clone());
                    self.problem = None;
                    self.look(stick, name, context);
                }
            }
            (_, Some((_, files))) => return StepOutcome::nowhere(self.list.key(key, &files.names)),
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        match self.job.as_mut().map(Job::poll) {
            None | Some(State::Working) => return StepOutcome::Unhandled,
            Some(State::Panicked) => self.problem = Some(context.fault()),
            Some(State::Done((_, Err(error)))) => self.problem = Some(context.message(&error)),
            Some(State::Done((stick, Ok(Found::Names(found))))) if found.names.is_empty() => {
                let stick = ("stick", stick.name().to_owned().into());
                self.problem = Some(match found.unnamed {
                    0 => context.pair(pair!("sign-file-none"), &[stick]),
                    many => context.pair(pair!("sign-file-unnamed"), &[stick, ("many", many.into())]),
                });
            }
            Some(State::Done((stick, Ok(Found::Names(found))))) => {
                (self.files, self.list) = (Some((stick, found)), List::default());
            }
            Some(State::Done((stick, Ok(Found::File(looked))))) => {
                self.job = None;
                let looked = Arc::from(looked);
                state.recovered_mut().signing = Some(Signing { stick, looked, signed: None, saved: None });
                return StepOutcome::Next;
            }
        }
        self.job = None;
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
