//! What a key file asks, one question after the other, each again and again until it is answered right.

use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::words::{day, end};
use crate::language::Key;
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::read_file;
use crate::openpgp::{Candidate, Inventory, OpenPgpError, Opening, Question, Unusable};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::messages::{Message, fingerprint};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::from_stick::{Chosen, NAME};
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::work::progress;

/// So many files beside a bare key are looked at.
const BESIDE: usize = 50;

/// What came of the work with a file.
enum Worked {
    /// The file is open as far as that goes; it may ask something more.
    On,
    /// Everything is open.
    Open(Box<Inventory>),
    /// No file on the stick is the public key that is missing.
    Missing,
}

/// How the owner answers what the file asks.
enum Form {
    /// Not at all: the program works, or nothing is asked yet.
    None,
    /// A secret is typed: a passphrase or a code.
    Types(PinEntry),
    /// One of several.
    Chooses(Vec<Candidate>, List),
    /// Nothing but another file helps.
    Lacks(String),
}

/// How far a file is opened.
pub(super) enum Asked {
    /// Not yet: the program works, or the owner answers.
    Not,
    /// Wholly: everything in it was read.
    Open(Box<Inventory>),
    /// It will never be open.
    Failed(Failed),
}

/// Why a file cannot be brought.
pub(super) struct Failed {
    pub(super) message: Message,
    /// By the clock the key is of a day that has not come.
    pub(super) not_yet: bool,
    /// The keys are on a Nitrokey.
    pub(super) stubs: bool,
}

impl Failed {
    fn of(error: &OpenPgpError, context: &Context) -> Self {
        let not_yet = matches!(error, OpenPgpError::Unusable { cause: Unusable::NotYet { .. }, .. });
        let message = context.message(error);
        let now = if not_yet { context.say(key!("key-file-clock-now")) } else { message.now };
        Failed { message: Message { now, ..message }, not_yet, stubs: matches!(error, OpenPgpError::Stub(_)) }
    }
}

type Work = Job<Lent<Option<Opening>, Result<Worked, OpenPgpError>>>;

/// A file that is being opened.
pub(super) struct Ask {
    pub(super) stick: Plugged,
    pub(super) path: String,
    pub(super) name: String,
    /// Other files on the stick.
    beside: Vec<String>,
    opening: Option<Opening>,
    form: Form,
    job: Option<Work>,
    problem: Option<Message>,
}

impl Ask {
    /// Begins with the file itself.
    pub(super) fn of(chosen: Chosen, context: &Context) -> Self {
        let name = plain(&chosen.name(), NAME);
        let Chosen { stick, path, beside, file } = chosen;
        let mut ask =
            Ask { stick, path, name, beside, opening: None, form: Form::None, job: None, problem: None };
        ask.work(context, move |opening| {
            *opening = Some(Opening::of(&file)?);
            Ok(Worked::On)
        });
        ask
    }

    fn work(
        &mut self,
        context: &Context,
        work: impl FnOnce(&mut Option<Opening>) -> Result<Worked, OpenPgpError> + Send + 'static,
    ) {
        self.problem = None;
        self.job = Some(Job::lend(&context.wake, self.opening.take(), move |opening, _| work(opening)));
    }

    /// An answer, tried in the background: that takes time by intention.
    fn answer(
        &mut self,
        context: &Context,
        answer: impl FnOnce(&mut Opening) -> Result<(), OpenPgpError> + Send + 'static,
    ) {
        self.work(context, |opening| {
            opening.as_mut().map_or(Ok(()), answer)?;
            Ok(Worked::On)
        });
    }

    /// Asks what is asked next, or ends it.
    fn next(&mut self, context: &Context) {
        self.form = match self.opening.as_ref().map(Opening::asks) {
            None => Form::None,
            Some(Some(Question::BackupCode)) => Form::Types(PinEntry::code()),
            Some(Some(Question::Passphrase { .. })) => Form::Types(PinEntry::passphrase()),
            Some(Some(Question::Which(candidates) | Question::Whose(candidates))) => {
                Form::Chooses(candidates, List::default())
            }
            Some(Some(Question::PublicKey { key })) => {
                self.try_beside(context);
                Form::Lacks(key)
            }
            Some(None) => {
                self.work(context, |opening| {
                    let Some(opening) = opening.take() else { return Ok(Worked::On) };
                    Ok(Worked::Open(Box::new(opening.inventory(SystemTime::now())?)))
                });
                Form::None
            }
        };
    }

    /// Looks at every other file of the stick: one of them may be the public key that is missing.
    fn try_beside(&mut self, context: &Context) {
        let (stick, names) = (self.stick.clone(), self.beside.clone());
        self.work(context, move |opening| {
            let (Some(opening), Ok(mounted)) = (opening, stick.open()) else { return Ok(Worked::Missing) };
            let files = names.iter().take(BESIDE);
            let files = files.filter_map(|name| read_file(&mounted, name, FileKind::ExportedKey).ok());
            match opening.beside(files.map(Zeroizing::new)) {
                Ok(()) => Ok(Worked::On),
                Err(OpenPgpError::NotBeside(_)) => Ok(Worked::Missing),
                Err(error) => Err(error),
            }
        });
    }

    /// What is asked, or how far it is.
    pub(super) fn view(&self, context: &Context) -> View {
        if let Some(job) = &self.job {
            return View::new(context.say(key!("key-file"))).part(progress(context, job, None));
        }
        let asks = self.opening.as_ref().and_then(Opening::asks);
        let view = match (&self.form, asks) {
            (Form::Types(entry), Some(Question::BackupCode)) => {
                let text = context.fill(key!("backup-code-text"), &[("file", self.name.clone().into())]);
                // What was wrong stands above the fields: it is about this question.
                let view =
                    View::new(context.say(key!("backup-code"))).text(text).problem(self.problem.as_ref());
                return entry.view(context, view);
            }
            (Form::Types(entry), Some(Question::Passphrase { key, opened, locked })) => {
                let values = [
                    ("file", self.name.clone().into()),
                    ("key", end(&key).into()),
                    ("opened", opened.into()),
                    ("locked", locked.into()),
                ];
                let text =
                    if opened == 0 { key!("key-passphrase-text") } else { key!("key-passphrase-more") };
                let view = View::new(context.say(key!("key-passphrase"))).text(context.fill(text, &values));
                return entry.view(context, view.problem(self.problem.as_ref()));
            }
            (Form::Chooses(candidates, list), Some(Question::Whose(_))) => {
                let many = [("n", candidates.len().into())];
                View::new(context.say(key!("key-whose")))
                    .text(context.fill(key!("key-whose-text"), &many))
                    .list(list, items(candidates, context, false))
                    .enter(context.say(key!("key-choose")))
            }
            (Form::Chooses(candidates, list), _) => View::new(context.say(key!("key-which")))
                .text(context.fill(key!("key-which-text"), &[("file", self.name.clone().into())]))
                .list(list, items(candidates, context, true))
                .enter(context.say(key!("key-choose"))),
            (Form::Lacks(key), _) => {
                let values = [("key", fingerprint(key).into()), ("file", self.name.clone().into())];
                View::new(context.say(key!("key-alone")))
                    .text(context.fill(key!("key-alone-text"), &values))
                    .strong(context.say(key!("key-alone-now")))
                    .enter(context.say(key!("key-again")))
            }
            _ => View::new(context.say(key!("key-file"))),
        };
        view.problem(self.problem.as_ref())
    }

    /// What F1 says of what is asked.
    pub(super) fn help(&self) -> Key {
        match (&self.form, self.opening.as_ref().and_then(Opening::asks)) {
            (Form::Types(_), Some(Question::BackupCode)) => key!("backup-code-help"),
            (Form::Types(_), _) => key!("key-passphrase-help"),
            (Form::Lacks(_), _) => key!("key-alone-help"),
            (_, Some(Question::Whose(_))) => key!("key-whose-help"),
            _ => key!("key-file-help"),
        }
    }

    /// A key that answers. What Esc does is decided by the caller.
    pub(super) fn key(&mut self, key: KeyEvent, context: &Context) {
        if self.job.is_some() {
            return;
        }
        let enter = key.code == KeyCode::Enter;
        match &mut self.form {
            Form::None => {}
            Form::Types(entry) => {
                if let Some(secret) = entry.key(key, context) {
                    self.typed(context, secret);
                } else if !enter {
                    self.problem = None;
                }
            }
            Form::Chooses(candidates, list) if enter => {
                if let Some(candidate) = candidates.get(list.at) {
                    let print = candidate.fingerprint.clone();
                    self.answer(context, move |opening| opening.choose(&print));
                }
            }
            Form::Chooses(candidates, list) => {
                let items = items(candidates, context, true);
                if list.key(key, &items) {
                    self.problem = None;
                }
            }
            Form::Lacks(_) if enter => self.try_beside(context),
            Form::Lacks(_) => {}
        }
    }

    fn typed(&mut self, context: &Context, secret: SecretString) {
        let code = matches!(self.opening.as_ref().and_then(Opening::asks), Some(Question::BackupCode));
        self.answer(context, move |opening| match code {
            true => opening.code(&secret),
            false => opening.passphrase(&secret),
        });
    }

    /// Looks how far the work with the file is, and asks the next question.
    pub(super) fn poll(&mut self, context: &Context) -> Asked {
        let (opening, worked) = match self.job.as_mut().map(Job::poll) {
            None | Some(State::Working) => return Asked::Not,
            Some(State::Panicked) => (None, None),
            Some(State::Done(done)) => done,
        };
        self.job = None;
        self.opening = opening;
        match worked {
            None => {
                return Asked::Failed(Failed { message: context.fault(), not_yet: false, stubs: false });
            }
            Some(Ok(Worked::Open(inventory))) => return Asked::Open(inventory),
            Some(Ok(Worked::On)) => self.next(context),
            Some(Ok(Worked::Missing)) => {}
            // As long as something is asked, another answer may be right.
            Some(Err(error)) => match self.opening.as_ref().and_then(Opening::asks) {
                Some(_) => self.problem = Some(context.message(&error)),
                None => return Asked::Failed(Failed::of(&error, context)),
            },
        }
        Asked::Not
    }

    /// Whether the program works on the file.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

/// A line for each of several keys. Whether its secret is there matters of those `in_file`.
fn items(candidates: &[Candidate], context: &Context, in_file: bool) -> Vec<Item> {
    let item = |candidate: &Candidate| {
        let name =
            candidate.user_ids.first().cloned().unwrap_or_else(|| context.say(key!("key-which-nameless")));
        let made = day(context, candidate.created);
        let there = candidate.secret || !in_file;
        let note = if there { key!("key-which-note") } else { key!("key-which-public") };
        let values = [("made", made.into()), ("key", fingerprint(&candidate.fingerprint).into())];
        Item::new(plain(&name, 44), context.fill(note, &values))
    };
    candidates.iter().map(item).collect()
}
