//! One file is signed here: what it is, a yes, and the stick for its signature.

use std::sync::Arc;
use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::message::last;
use super::state::{Signing, Uses};
use crate::ceremony::{Did, Fingerprint, Looked, Ready, SignedFile, SigningError};
use crate::language::shown::{plain, visible};
use crate::machine::console::shows;
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::StickError;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Part, View};
use crate::tui::parts::from_stick::NAME;
use crate::tui::parts::secret_text::lines;
use crate::tui::parts::to_stick::ToStick;
use crate::tui::parts::work::{Outcome, work};

/// Lines of a text that have room at once on the smallest screen.
const ROWS: usize = 12;
/// What has more pages is no short text.
const PAGES: usize = 9;

/// What the work gives back: the keys, whatever happened, and the signature.
type Answer = Lent<Ready, Result<SignedFile, SigningError>>;

/// What it is; behind that its text, if it is a short one, page by page; and the yes.
#[derive(Default)]
pub(super) struct Shown {
    page: usize,
    job: Option<Job<Answer>>,
    problem: Option<Message>,
}

/// The pages of its text: all of it, or none.
fn pages(looked: &Looked, context: &Context) -> Option<Vec<Part>> {
    let text = visible(looked.text()?, shows);
    let pages: Vec<_> =
        lines(context, text.as_bytes()).chunks(ROWS).map(|page| Part::Secret(page.to_vec())).collect();
    (pages.len() <= PAGES).then_some(pages)
}

impl Shown {
    fn sign<S: Uses>(&mut self, state: &mut S, context: &Context) {
        let Some(signing) = &state.recovered().signing else { return };
        let (stick, looked) = (signing.stick.clone(), signing.looked.clone());
        let Some(keys) = state.recovered_mut().writer.rehearsed.take() else { return };
        self.problem = None;
        self.job = Some(Job::lend(&context.wake, keys, move |keys: &mut Ready, _| {
            keys.sign(&stick.open()?, &looked, SystemTime::now())
        }));
    }
}

impl<S: Uses> Step<S> for Shown {
    fn id(&self) -> StepId {
        step!("sign")
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        (self.page, self.problem) = (0, None);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("sign")));
        let recovered = state.recovered();
        let Some(looked) = recovered.signing.as_ref().map(|signing| &signing.looked) else { return view };
        if let Some(job) = &self.job {
            return view.part(work(context, context.say(key!("sign-signing")), None, job));
        }
        let pages = pages(looked, context);
        let of = pages.as_ref().map_or(0, Vec::len);
        let view = match pages.and_then(|pages| pages.into_iter().nth(self.page.checked_sub(1)?)) {
            Some(page) => {
                let values = [("page", self.page.into()), ("pages", of.into())];
                view.text(context.fill(key!("sign-page"), &values)).part(page)
            }
            None => facts(looked, of, recovered.keys(), context, view),
        };
        let enter = if self.page < of { key!("sign-read") } else { key!("sign-yes") };
        view.problem(self.problem.as_ref()).enter(context.say(enter))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if self.job.is_some() {
            return StepOutcome::Handled;
        }
        let Some(signing) = &state.recovered().signing else { return StepOutcome::Unhandled };
        let of = pages(&signing.looked, context).map_or(0, |pages| pages.len());
        match key.code {
            KeyCode::Enter if self.page < of => self.page += 1,
            KeyCode::Enter => self.sign(state, context),
            KeyCode::Esc if self.page > 0 => (self.page, self.problem) = (self.page - 1, None),
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        match self.job.as_mut().map(Job::poll) {
            None | Some(State::Working) => return StepOutcome::Unhandled,
            Some(State::Panicked) => self.problem = Some(context.fault()),
            Some(State::Done((keys, done))) => {
                let recovered = state.recovered_mut();
                recovered.writer.rehearsed = Some(keys);
                match (done, &mut recovered.signing) {
                    (Some(Ok(signed)), Some(signing)) => {
                        (signing.signed, signing.saved) = (Some(Arc::new(signed)), None);
                        self.job = None;
                        return StepOutcome::Next;
                    }
                    (Some(Err(error)), _) => self.problem = Some(context.message(&error)),
                    _ => self.problem = Some(context.fault()),
                }
            }
        }
        self.job = None;
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

/// What is known of a file, whatever is in it.
fn facts(looked: &Looked, pages: usize, keys: Option<&Ready>, context: &Context, view: View) -> View {
    let values =
        [("file", plain(&visible(looked.name(), shows), 2 * NAME).into()), ("bytes", looked.bytes().into())];
    let hash = looked.sha256();
    let (first, second) = hash.split_at(hash.len() / 2);
    let view = view
        .strong(context.fill(key!("sign-what"), &values))
        .text(context.say(key!("sign-hash")))
        .lines(vec![first.to_owned(), second.to_owned()]);
    let view = match keys.map(|keys| keys.signs(SystemTime::now())) {
        Some(Ok(key)) => view.text(context.fill(key!("sign-key"), &[("key", last(&key).into())])),
        Some(Err(error)) => view.problem(Some(&context.message(&error))),
        None => view,
    };
    view.text(context.say(match (looked.bytes(), pages) {
        (0, _) => key!("sign-empty"),
        (_, 0) => key!("sign-compare"),
        _ => key!("sign-text"),
    }))
}

/// What the work gives back: the folder and the stick.
type Saved = Result<(String, String), StickError>;

/// Which stick; then the signature is written.
pub(super) fn stick<S: Uses>() -> ToStick<S, Saved> {
    ToStick::new(step!("sign-stick"), Holds::Signature, write, written)
}

fn write<S: Uses>(stick: Plugged, state: &mut S, context: &Context) -> Result<Job<Saved>, StepOutcome> {
    let signed = state.recovered().signing.as_ref().and_then(|signing| signing.signed.clone());
    let signed = signed.ok_or(StepOutcome::Back)?;
    Ok(Job::start(&context.wake, move |_| {
        let folder = signed.write(&stick.open()?)?;
        Ok((folder, stick.name().to_owned()))
    }))
}

fn written<S: Uses>(saved: Saved, state: &mut S, context: &mut Context) -> Outcome {
    let saved = saved.map_err(|error| context.message(&error))?;
    let recovered = state.recovered_mut();
    if let Some(keys) = recovered.keys() {
        context.journal.note(Did::Signed { of: Fingerprint::of(keys.identity()) });
    }
    if let Some(signing) = &mut recovered.signing {
        signing.saved = Some(saved);
    }
    Ok(())
}

/// What was reached.
pub(super) fn reached(signing: &Signing, context: &Context, view: View) -> View {
    let (Some(signed), Some((folder, stick))) = (&signing.signed, &signing.saved) else { return view };
    let values = [
        ("file", plain(signed.name(), NAME).into()),
        ("signature", signed.file_name().into()),
        ("key", last(signed.key()).into()),
        ("folder", folder.clone().into()),
        ("stick", stick.clone().into()),
    ];
    view.good(context.fill(key!("lost-done-signed"), &values))
        .text(context.say(key!("lost-done-signed-text")))
}
