//! A file from a stick: which stick, which of its files, and what is in it.

use std::path::Path;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use crate::language::Pair;
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::{StickError, names, read_file};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::{Message, ToMessage};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::progress;

/// As much of a file's name is shown: whoever filled the stick wrote it.
pub(in crate::tui) const NAME: usize = 60;
/// So many files have room beside why one of them will not do.
const FEW: usize = 5;

/// What a job with a stick gives: the names of its files, or a file.
enum Found {
    Names(Box<Plugged>, Vec<String>),
    File(Box<Plugged>, String, Zeroizing<Vec<u8>>),
}

/// A file that was chosen.
pub(in crate::tui) struct Chosen {
    pub(in crate::tui) stick: Plugged,
    /// Its path on the stick.
    pub(in crate::tui) path: String,
    /// The files of this kind beside it.
    pub(in crate::tui) beside: Vec<String>,
    pub(in crate::tui) file: Zeroizing<Vec<u8>>,
}

impl Chosen {
    /// The file's name, without the folder that it is in.
    pub(in crate::tui) fn name(&self) -> String {
        Path::new(&self.path).file_name().map_or(String::new(), |name| name.to_string_lossy().into())
    }
}

/// The choice.
pub(in crate::tui) struct Files {
    /// What is said if there is no such file.
    none: Pair,
    kind: FileKind,
    endings: &'static [&'static str],
    pick: Pick,
    /// The stick that was chosen, and its files of this kind.
    files: Option<(Plugged, Vec<String>)>,
    list: List,
    job: Option<Job<Result<Found, StickError>>>,
    /// Why nothing came of the last one.
    pub(in crate::tui) problem: Option<Message>,
}

impl Files {
    /// Files that end so.
    pub(in crate::tui) fn new(none: Pair, kind: FileKind, endings: &'static [&'static str]) -> Self {
        let (pick, list) = (Pick::default(), List::default());
        Files { none, kind, endings, pick, files: None, list, job: None, problem: None }
    }

    /// Begins with the question for the stick.
    pub(in crate::tui) fn anew(&mut self) {
        (self.files, self.problem) = (None, None);
    }

    fn names(&mut self, stick: Plugged, context: &Context) {
        let endings = self.endings;
        self.job = Some(Job::start(&context.wake, move |_| {
            let mounted = stick.open()?;
            let names = names(&mounted)?;
            let fits = |name: &String| endings.iter().any(|ending| name.to_lowercase().ends_with(ending));
            Ok(Found::Names(Box::new(stick), names.into_iter().filter(fits).collect()))
        }));
    }

    /// Reads a file, as if it had been chosen.
    pub(in crate::tui) fn read(&mut self, stick: Plugged, name: String, context: &Context) {
        let kind = self.kind;
        self.job = Some(Job::start(&context.wake, move |_| {
            let file = Zeroizing::new(read_file(&stick.open()?, &name, kind)?);
            Ok(Found::File(Box::new(stick), name, file))
        }));
    }

    /// The sticks, the files, or the work that goes on.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        if let Some(job) = &self.job {
            return view.part(progress(context, job, None));
        }
        let view = match &self.files {
            None => self.pick.view(context, view),
            // Why this one will not do must not be below the last of many.
            Some((_, files)) if self.problem.is_some() && files.len() > FEW => {
                let name = files.get(self.list.at).map_or(String::new(), |file| plain(file, NAME));
                view.strong(name).enter(context.say(key!("key-choose")))
            }
            Some((_, files)) => {
                let items = files.iter().map(|file| Item::new(plain(file, NAME), "")).collect();
                view.list(&self.list, items).enter(context.say(key!("key-choose")))
            }
        };
        view.problem(self.problem.as_ref())
    }

    /// Moves and chooses; Esc leads from the files to the sticks.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> StepOutcome {
        if self.job.is_some() {
            return StepOutcome::Handled;
        }
        match (key.code, &self.files) {
            (KeyCode::Esc, Some(_)) => (self.files, self.problem) = (None, None),
            (KeyCode::Esc, None) => return StepOutcome::Unhandled,
            (_, None) => {
                if let Some(stick) = self.pick.key(key, context) {
                    self.problem = None;
                    self.names(stick, context);
                }
            }
            (KeyCode::Enter, Some((stick, files))) => {
                if let Some(name) = files.get(self.list.at) {
                    let (stick, name) = (stick.clone(), name.clone());
                    self.problem = None;
                    self.read(stick, name, context);
                }
            }
            (_, Some((_, files))) => {
                if self.list.key(key, files) && files.len() > FEW {
                    self.problem = None;
                }
            }
        }
        StepOutcome::Handled
    }

    /// The file, once it is read.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> Option<Chosen> {
        let done = match self.job.as_mut()?.poll() {
            State::Working => return None,
            State::Panicked => {
                (self.job, self.problem) = (None, Some(context.fault()));
                return None;
            }
            State::Done(done) => done,
        };
        self.job = None;
        let message = match done {
            Err(error) => error.to_message(context.texts()),
            Ok(Found::Names(stick, names)) if names.is_empty() => {
                context.pair(self.none, &[("stick", stick.name().to_owned().into())])
            }
            Ok(Found::Names(stick, names)) => {
                (self.files, self.list) = (Some((*stick, names)), List::default());
                return None;
            }
            Ok(Found::File(stick, path, file)) => {
                let mut beside = self.files.as_ref().map(|(_, names)| names.clone()).unwrap_or_default();
                beside.retain(|name| *name != path);
                return Some(Chosen { stick: *stick, path, beside, file });
            }
        };
        self.problem = Some(message);
        None
    }

    /// Whether a stick is being read.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.job.is_some() || self.pick.is_busy()
    }
}
