//! A file from a stick: which stick, which of its files, and what is in it.

use std::path::Path;
use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use crate::language::shown::plain;
use crate::language::{Key, Pair};
use crate::limits::FileKind;
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::{Mounted, StickError, read_file};
use crate::machine::stick::streamed;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::{Message, ToMessage};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::stick::Pick;
use crate::tui::parts::work::work;

/// As much of a file's name is shown: whoever filled the stick wrote it.
pub(in crate::tui) const NAME: usize = 60;
/// So many files have room beside why one of them will not do.
const FEW: usize = 5;

/// The bytes of a file.
type Bytes = Zeroizing<Vec<u8>>;
/// Lists the files on a stick that can be chosen.
type Lists<Error> = Arc<dyn Fn(&Mounted) -> Result<streamed::Files, Error> + Send + Sync>;
/// Reads one of them.
type Reads<File, Error> = Arc<dyn Fn(&Mounted, &str) -> Result<File, Error> + Send + Sync>;

/// What a job with a stick gives: the names of its files, or a file.
enum Found<File> {
    Names(Box<Plugged>, streamed::Files),
    File(Box<Plugged>, String, File),
}

/// A file that was chosen, as it was read.
pub(in crate::tui) struct Chosen<File = Bytes> {
    pub(in crate::tui) stick: Plugged,
    /// Its path on the stick.
    pub(in crate::tui) path: String,
    /// The files of this kind beside it.
    pub(in crate::tui) beside: Vec<String>,
    pub(in crate::tui) file: File,
}

impl<File> Chosen<File> {
    /// The file's name, without the folder that it is in.
    pub(in crate::tui) fn name(&self) -> String {
        Path::new(&self.path).file_name().map_or(String::new(), |name| name.to_string_lossy().into())
    }
}

/// The choice.
pub(in crate::tui) struct Files<File = Bytes, Error = StickError> {
    /// What is said if there is no such file.
    none: Pair,
    /// What is said while a stick is read.
    reading: Key,
    lists: Lists<Error>,
    reads: Reads<File, Error>,
    pick: Pick,
    /// The stick that was chosen, and its files of this kind.
    files: Option<(Plugged, streamed::Files)>,
    list: List,
    job: Option<Job<Result<Found<File>, Error>>>,
    /// Why nothing came of the last one.
    pub(in crate::tui) problem: Option<Message>,
}

impl Files {
    /// Files that end so, of this kind. A program's older copy of one has a tilde behind that.
    pub(in crate::tui) fn new(none: Pair, kind: FileKind, endings: &'static [&'static str]) -> Self {
        let fits = move |name: &String| ends(name, endings);
        let lists = move |stick: &Mounted| {
            // What has no name here cannot be asked for, and its ending says nothing: how many there are is said.
            let streamed::Files { names, unnamed } = streamed::files(stick)?;
            Ok(streamed::Files { names: names.into_iter().filter(fits).collect(), unnamed })
        };
        let reads = move |stick: &Mounted, name: &str| Ok(Zeroizing::new(read_file(stick, name, kind)?));
        Files::by(none, key!("event-begins"), lists, reads)
    }
}

fn ends(name: &str, endings: &[&str]) -> bool {
    let name = name.trim_end_matches('~').to_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

impl<File: Send + 'static, Error: ToMessage + From<StickError> + Send + 'static> Files<File, Error> {
    /// Files that are listed and read so.
    pub(in crate::tui) fn by(
        none: Pair,
        reading: Key,
        lists: impl Fn(&Mounted) -> Result<streamed::Files, Error> + Send + Sync + 'static,
        reads: impl Fn(&Mounted, &str) -> Result<File, Error> + Send + Sync + 'static,
    ) -> Self {
        let (pick, list) = (Pick::default(), List::default());
        let (lists, reads) = (Arc::new(lists), Arc::new(reads));
        Files { none, reading, lists, reads, pick, files: None, list, job: None, problem: None }
    }

    /// Begins with the question for the stick.
    pub(in crate::tui) fn anew(&mut self) {
        (self.files, self.problem) = (None, None);
    }

    fn names(&mut self, stick: Plugged, context: &Context) {
        let lists = self.lists.clone();
        self.job = Some(Job::start(&context.wake, move |_| {
            let files = lists(&stick.open()?)?;
            Ok(Found::Names(Box::new(stick), files))
        }));
    }

    /// Reads a file, as if it had been chosen.
    pub(in crate::tui) fn read(&mut self, stick: Plugged, name: String, context: &Context) {
        let reads = self.reads.clone();
        self.job = Some(Job::start(&context.wake, move |_| {
            let file = reads(&stick.open()?, &name)?;
            Ok(Found::File(Box::new(stick), name, file))
        }));
    }

    /// The sticks, the files, or the work that goes on.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        if let Some(job) = &self.job {
            return view.part(work(context, context.say(self.reading), None, job));
        }
        let view = match &self.files {
            None => self.pick.view(context, view),
            // Why this one will not do must not be below the last of many.
            Some((_, files)) if self.problem.is_some() && files.names.len() > FEW => {
                let name = files.names.get(self.list.at).map_or(String::new(), |file| plain(file, NAME));
                view.strong(name).enter(context.say(key!("key-choose")))
            }
            Some((_, files)) => {
                let items = files.names.iter().map(|file| Item::new(plain(file, NAME), "")).collect();
                let view = match files.unnamed {
                    0 => view,
                    many => view.warning(context.fill(key!("sign-file-left-out"), &[("many", many.into())])),
                };
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
                if let Some(name) = files.names.get(self.list.at) {
                    let (stick, name) = (stick.clone(), name.clone());
                    self.problem = None;
                    self.read(stick, name, context);
                }
            }
            (_, Some((_, files))) => {
                if self.list.key(key, &files.names) && files.names.len() > FEW {
                    self.problem = None;
                }
            }
        }
        StepOutcome::Handled
    }

    /// The file, once it is read.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> Option<Chosen<File>> {
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
            Ok(Found::Names(stick, files)) if files.names.is_empty() => {
                let stick = ("stick", stick.name().to_owned().into());
                match files.unnamed {
                    0 => context.pair(self.none, &[stick]),
                    many => context.pair(pair!("sign-file-unnamed"), &[stick, ("many", many.into())]),
                }
            }
            Ok(Found::Names(stick, files)) => {
                (self.files, self.list) = (Some((*stick, files)), List::default());
                return None;
            }
            Ok(Found::File(stick, path, file)) => {
                let mut beside =
                    self.files.as_ref().map(|(_, files)| files.names.clone()).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_listed_by_how_programs_end_their_names() {
        let endings = &[".gpg", ".skr"];
        for name in ["key.gpg", "KEY.GPG", "secring.gpg~", "ada.skr", "0x1234.public.skr~~", ".gpg"] {
            assert!(ends(name, endings), "{name}");
        }
        for name in ["key.gpgx", "gpg", "key.gpg.jpg", "~", ""] {
            assert!(!ends(name, endings), "{name}");
        }
    }
}
