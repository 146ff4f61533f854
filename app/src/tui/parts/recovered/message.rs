//! One message is decrypted here: from a stick onto the screen, and onto a stick only if the owner wants it.

use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::state::{Decrypted, Uses};
use crate::ceremony::{Did, Fingerprint, Message as Mail, ReadingError, Ready};
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::{StickError, write_folder};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::view::{Part, View};
use crate::tui::parts::choose::Read;
use crate::tui::parts::from_stick::{Chosen, Files, NAME};
use crate::tui::parts::to_stick::ToStick;
use crate::tui::parts::work::{Outcome, progress};

/// How files with an encrypted message end: as programs name them, and mail that was saved.
const FILES: &[&str] = &[".asc", ".gpg", ".pgp", ".eml", ".txt"];
/// As wide as the place for it on the smallest screen.
const WIDTH: usize = 53;

/// What the work gives back: the keys, whatever happened, the file's name, and the message.
type Answer = Lent<Ready, (String, Result<Mail, ReadingError>)>;

/// Which file; it is decrypted as soon as it is chosen.
pub(super) struct MessageFile {
    files: Files,
    job: Option<Job<Answer>>,
}

impl MessageFile {
    pub(super) fn new() -> Self {
        let files = Files::new(pair!("message-file-none"), FileKind::EncryptedMessage, FILES);
        MessageFile { files, job: None }
    }

    fn decrypt(&mut self, chosen: Chosen, state: &mut impl Uses, context: &Context) {
        let Some(keys) = state.recovered_mut().writer.rehearsed.take() else { return };
        let reader = context.message_reader.clone();
        self.job = Some(Job::lend(&context.wake, keys, move |keys: &mut Ready, _| {
            (chosen.name(), reader.read(keys.made(), &chosen.file))
        }));
    }
}

impl<S: Uses> Step<S> for MessageFile {
    fn id(&self) -> StepId {
        step!("message-file")
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        self.files.anew();
        state.recovered_mut().message = None;
    }

    fn view(&self, _: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("message-file"))).text(context.say(key!("message-file-text")));
        match &self.job {
            Some(job) => view.part(progress(context, job, None)),
            None => self.files.view(context, view),
        }
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, context: &mut Context) -> StepOutcome {
        if self.job.is_some() { StepOutcome::Handled } else { self.files.key(key, context) }
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        match self.job.as_mut().map(Job::poll) {
            None => {
                if let Some(chosen) = self.files.poll(context) {
                    self.decrypt(chosen, state, context);
                }
            }
            Some(State::Working) => {}
            Some(State::Panicked) => (self.job, self.files.problem) = (None, Some(context.fault())),
            Some(State::Done((keys, done))) => {
                self.job = None;
                let of = Fingerprint::of(keys.identity());
                let recovered = state.recovered_mut();
                recovered.writer.rehearsed = Some(keys);
                match done {
                    Some((file, Ok(mail))) => {
                        context.journal.note(Did::Decrypted { of });
                        let mail = Arc::new(mail);
                        recovered.message = Some(Decrypted { file, mail, save: false, saved: None });
                        return StepOutcome::Next;
                    }
                    Some((_, Err(error))) => self.files.problem = Some(context.message(&error)),
                    None => self.files.problem = Some(context.fault()),
                }
            }
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some() || self.files.is_busy()
    }
}

/// The message itself.
pub(super) struct Shown;

impl<S: Uses> Step<S> for Shown {
    fn id(&self) -> StepId {
        step!("message")
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("message")));
        let Some(Decrypted { file, mail, .. }) = &state.recovered().message else { return view };
        let values = [("file", plain(file, NAME).into()), ("key", last(&mail.key).into())];
        // Who has written it, nothing here can tell.
        let view =
            view.good(context.fill(key!("message-whole"), &values)).text(context.say(key!("message-text")));
        let view = match mail.text.iter().all(|line| line.trim().is_empty()) {
            true => view.strong(context.say(key!("message-no-text"))),
            false => view.part(Part::Secret(mail.text.iter().flat_map(|line| wrapped(line)).collect())),
        };
        let view = if mail.longer { view.strong(context.say(key!("message-longer"))) } else { view };
        let view = mail.parts.iter().fold(view, |view, part| {
            let (kind, bytes) = (("kind", part.kind.clone().into()), ("bytes", part.bytes.into()));
            view.text(match part.name.is_empty() {
                true => context.fill(key!("message-part-unnamed"), &[kind, bytes]),
                false => {
                    context.fill(key!("message-part"), &[("name", part.name.clone().into()), kind, bytes])
                }
            })
        });
        view.key("F5", context.say(key!("message-save"))).enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, _: &mut Context) -> StepOutcome {
        let save = match key.code {
            KeyCode::Enter => false,
            KeyCode::F(5) => true,
            _ => return StepOutcome::Unhandled,
        };
        if let Some(message) = &mut state.recovered_mut().message {
            message.save = save;
        }
        StepOutcome::Next
    }
}

/// The end of a fingerprint, as GnuPG shows it.
pub(super) fn last(fingerprint: &str) -> String {
    fingerprint.get(fingerprint.len().saturating_sub(16)..).unwrap_or(fingerprint).to_owned()
}

/// A line of prose, as wide as its place.
fn wrapped(line: &str) -> Vec<Zeroizing<String>> {
    textwrap::wrap(line, WIDTH).into_iter().map(|part| Zeroizing::new(part.into_owned())).collect()
}

/// Whether the message is to be written to a stick.
pub(super) fn saves<S: Uses>(state: &S) -> bool {
    state.reads() && state.recovered().message.as_ref().is_some_and(|message| message.save)
}

/// What it means to have it in a file.
pub(super) fn meaning<S: Uses>() -> Read<S> {
    Read {
        id: step!("message-plain"),
        view: |_, context| {
            View::new(context.say(key!("message-plain")))
                .warning(context.say(key!("message-plain-warning")))
                .text(context.say(key!("message-plain-text")))
                .enter(context.say(key!("message-plain-yes")))
        },
        next: StepOutcome::Next,
    }
}

/// What the work gives back: the folder and the stick.
type Saved = Result<(String, String), StickError>;

/// Which stick; then it is written.
pub(super) fn stick<S: Uses>() -> ToStick<S, Saved> {
    ToStick::new(step!("message-stick"), Holds::Plain, write, written)
}

fn write<S: Uses>(stick: Plugged, state: &mut S, context: &Context) -> Result<Job<Saved>, StepOutcome> {
    let mail = state.recovered().message.as_ref().ok_or(StepOutcome::Back)?.mail.clone();
    Ok(Job::start(&context.wake, move |_| {
        // Its name is ours, whatever the message says that it is called.
        let hash = data_encoding::HEXLOWER.encode(&openssl::sha::sha256(&mail.content)[..4]);
        let folder = format!("decrypted-{hash}");
        let name = match (mail.is_mail, mail.text.iter().all(|line| line.is_empty())) {
            (true, _) => "message.eml",
            (false, false) => "message.txt",
            (false, true) => "message.bin",
        };
        write_folder(&stick.open()?, &folder, &[(name, &mail.content[..])])?;
        Ok((folder, stick.name().to_owned()))
    }))
}

fn written<S: Uses>(saved: Saved, state: &mut S, context: &mut Context) -> Outcome {
    let saved = saved.map_err(|error| context.message(&error))?;
    if let Some(message) = &mut state.recovered_mut().message {
        message.saved = Some(saved);
    }
    Ok(())
}

/// What was reached.
pub(super) fn reached(message: &Decrypted, context: &Context, view: View) -> View {
    let view =
        view.good(context.fill(key!("lost-done-message"), &[("file", plain(&message.file, NAME).into())]));
    match &message.saved {
        Some((folder, stick)) => {
            let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
            view.good(context.fill(key!("lost-done-saved"), &values))
        }
        None => view,
    }
}
