//! What a key file asks, one question after the other, each again and again until it is answered right.

use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use super::super::super::controls::List;
use super::super::super::desk::Desk;
use super::super::super::job::{Job, Lent, State};
use super::super::super::pin::PinEntry;
use super::super::super::told::{Told, fingerprint};
use super::super::super::view::{Item, View};
use super::super::super::work::progress;
use super::super::from_stick::{Chosen, NAME};
use super::words::{day, end};
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::stick::read_file;
use crate::machine::sticks::Plugged;
use crate::openpgp::{Candidate, Inventory, OpenPgpError, Opening, Question, Unusable};

/// So many files beside a bare key are tried.
const BESIDE: usize = 50;

/// What came of the work with a file.
enum Worked {
    /// It may ask something more.
    On,
    /// Everything is open.
    Open(Box<Inventory>),
    /// No file on the stick is the public key that is missing.
    Missing,
}

/// How the answer is given.
enum Form {
    /// It works.
    None,
    /// A secret is typed: a passphrase or a code.
    Types(PinEntry),
    /// One of several.
    Chooses(Vec<Candidate>, List),
    /// Nothing but another file helps.
    Lacks(String),
}

/// What it came to.
pub(super) enum Asked {
    /// It goes on.
    Not,
    /// Everything is open, and was looked at.
    Open(Box<Inventory>),
    /// It will never be.
    Failed(Failed),
}

/// Why a file cannot be brought.
pub(super) struct Failed {
    pub(super) told: Told,
    /// It is of a day that has not come: so says the clock.
    pub(super) not_yet: bool,
    /// The keys are on a Nitrokey.
    pub(super) stubs: bool,
}

impl Failed {
    fn of(error: &OpenPgpError, desk: &Desk) -> Self {
        let not_yet = matches!(error, OpenPgpError::Unusable { cause: Unusable::NotYet { .. }, .. });
        let told = desk.tell(error);
        let now = if not_yet { desk.say("key-file-clock-now") } else { told.now };
        Failed { told: Told { now, ..told }, not_yet, stubs: matches!(error, OpenPgpError::Stub(_)) }
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
    problem: Option<Told>,
}

impl Ask {
    /// Begins with the file itself.
    pub(super) fn of(chosen: Chosen, desk: &Desk) -> Self {
        let name = plain(&chosen.name(), NAME);
        let Chosen { stick, path, beside, file } = chosen;
        let mut ask =
            Ask { stick, path, name, beside, opening: None, form: Form::None, job: None, problem: None };
        ask.work(desk, move |opening| {
            *opening = Some(Opening::of(&file)?);
            Ok(Worked::On)
        });
        ask
    }

    fn work(
        &mut self,
        desk: &Desk,
        work: impl FnOnce(&mut Option<Opening>) -> Result<Worked, OpenPgpError> + Send + 'static,
    ) {
        self.problem = None;
        self.job = Some(Job::lend(&desk.wake, self.opening.take(), move |opening, _| work(opening)));
    }

    /// An answer, tried in the background: that takes time by intention.
    fn answer(
        &mut self,
        desk: &Desk,
        answer: impl FnOnce(&mut Opening) -> Result<(), OpenPgpError> + Send + 'static,
    ) {
        self.work(desk, |opening| {
            opening.as_mut().map_or(Ok(()), answer)?;
            Ok(Worked::On)
        });
    }

    /// Asks what is asked next, or ends it.
    fn next(&mut self, desk: &Desk) {
        self.form = match self.opening.as_ref().map(Opening::asks) {
            None => Form::None,
            Some(Some(Question::BackupCode)) => Form::Types(PinEntry::code()),
            Some(Some(Question::Passphrase { .. })) => Form::Types(PinEntry::passphrase()),
            Some(Some(Question::Which(candidates))) => Form::Chooses(candidates, List::default()),
            Some(Some(Question::PublicKey { key })) => {
                self.try_beside(desk);
                Form::Lacks(key)
            }
            Some(None) => {
                self.work(desk, |opening| {
                    let Some(opening) = opening.take() else { return Ok(Worked::On) };
                    Ok(Worked::Open(Box::new(opening.inventory(SystemTime::now())?)))
                });
                Form::None
            }
        };
    }

    /// Tries every other file of the stick: one of them may be the public key that is missing.
    fn try_beside(&mut self, desk: &Desk) {
        let (stick, names) = (self.stick.clone(), self.beside.clone());
        self.work(desk, move |opening| {
            let (Some(opening), Ok(mounted)) = (opening, stick.open()) else { return Ok(Worked::Missing) };
            let mut files = names.iter().take(BESIDE);
            let fits = files.any(|name| {
                let file = read_file(&mounted, name, FileKind::ExportedKey);
                file.is_ok_and(|file| opening.beside(&file).is_ok())
            });
            Ok(if fits { Worked::On } else { Worked::Missing })
        });
    }

    /// What is asked, or how far it is.
    pub(super) fn view(&self, desk: &Desk) -> View {
        if let Some(job) = &self.job {
            return View::new(desk.say("key-file")).part(progress(desk, job, None));
        }
        let asks = self.opening.as_ref().and_then(Opening::asks);
        let view = match (&self.form, asks) {
            (Form::Types(entry), Some(Question::BackupCode)) => {
                let text = desk.fill("backup-code-text", &[("file", self.name.clone().into())]);
                // What was wrong stands above the fields: it is about this question.
                let view = View::new(desk.say("backup-code")).text(text).problem(self.problem.as_ref());
                return entry.view(desk, view);
            }
            (Form::Types(entry), Some(Question::Passphrase { key, opened, locked })) => {
                let values = [
                    ("file", self.name.clone().into()),
                    ("key", end(&key).into()),
                    ("opened", opened.into()),
                    ("locked", locked.into()),
                ];
                let text = if opened == 0 { "key-passphrase-text" } else { "key-passphrase-more" };
                let view = View::new(desk.say("key-passphrase")).text(desk.fill(text, &values));
                return entry.view(desk, view.problem(self.problem.as_ref()));
            }
            (Form::Chooses(candidates, list), _) => View::new(desk.say("key-which"))
                .text(desk.fill("key-which-text", &[("file", self.name.clone().into())]))
                .list(list, items(candidates, desk))
                .enter(desk.say("key-choose")),
            (Form::Lacks(key), _) => {
                let values = [("key", fingerprint(key).into()), ("file", self.name.clone().into())];
                View::new(desk.say("key-alone"))
                    .text(desk.fill("key-alone-text", &values))
                    .strong(desk.say("key-alone-now"))
                    .enter(desk.say("key-again"))
            }
            _ => View::new(desk.say("key-file")),
        };
        view.problem(self.problem.as_ref())
    }

    /// What F1 says of it.
    pub(super) fn help(&self) -> &'static str {
        match (&self.form, self.opening.as_ref().and_then(Opening::asks)) {
            (Form::Types(_), Some(Question::BackupCode)) => "backup-code-help",
            (Form::Types(_), _) => "key-passphrase-help",
            (Form::Lacks(_), _) => "key-alone-help",
            _ => "key-file-help",
        }
    }

    /// Answers; Esc is somebody else's.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk) {
        if self.job.is_some() {
            return;
        }
        let enter = key.code == KeyCode::Enter;
        match &mut self.form {
            Form::None => {}
            Form::Types(entry) => {
                if let Some(secret) = entry.key(key, desk) {
                    self.typed(desk, secret);
                } else if !enter {
                    self.problem = None;
                }
            }
            Form::Chooses(candidates, list) if enter => {
                if let Some(candidate) = candidates.get(list.at) {
                    let print = candidate.fingerprint.clone();
                    self.answer(desk, move |opening| opening.choose(&print));
                }
            }
            Form::Chooses(candidates, list) => {
                let items = items(candidates, desk);
                if list.key(key, &items) {
                    self.problem = None;
                }
            }
            Form::Lacks(_) if enter => self.try_beside(desk),
            Form::Lacks(_) => {}
        }
    }

    fn typed(&mut self, desk: &Desk, secret: SecretString) {
        let code = matches!(self.opening.as_ref().and_then(Opening::asks), Some(Question::BackupCode));
        self.answer(desk, move |opening| match code {
            true => opening.code(&secret),
            false => opening.passphrase(&secret),
        });
    }

    /// How far it is.
    pub(super) fn look(&mut self, desk: &Desk) -> Asked {
        let (opening, worked) = match self.job.as_mut().map(Job::look) {
            None | Some(State::Working) => return Asked::Not,
            Some(State::Panicked) => (None, None),
            Some(State::Done(done)) => done,
        };
        self.job = None;
        self.opening = opening;
        match worked {
            None => {
                return Asked::Failed(Failed { told: desk.fault(), not_yet: false, stubs: false });
            }
            Some(Ok(Worked::Open(inventory))) => return Asked::Open(inventory),
            Some(Ok(Worked::On)) => self.next(desk),
            Some(Ok(Worked::Missing)) => {}
            // As long as something is asked, another answer may be right.
            Some(Err(error)) => match self.opening.as_ref().and_then(Opening::asks) {
                Some(_) => self.problem = Some(desk.tell(&error)),
                None => return Asked::Failed(Failed::of(&error, desk)),
            },
        }
        Asked::Not
    }

    /// Whether it works.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

/// A line for each of several keys.
fn items(candidates: &[Candidate], desk: &Desk) -> Vec<Item> {
    let item = |candidate: &Candidate| {
        let name = candidate.user_ids.first().cloned().unwrap_or_else(|| desk.say("key-which-nameless"));
        let made = day(desk, candidate.created);
        let note = if candidate.secret { "key-which-note" } else { "key-which-public" };
        let values = [("made", made.into()), ("key", fingerprint(&candidate.fingerprint).into())];
        Item::new(plain(&name, 44), desk.fill(note, &values))
    };
    candidates.iter().map(item).collect()
}
