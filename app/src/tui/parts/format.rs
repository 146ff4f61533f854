//! A stick without a file system that can be used: what is on it, whether that may be erased, and the work.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::machine::stick::discover::{Condition, Format, Plugged};
use crate::machine::stick::folder::StickError;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::work::work;

/// No stick has more megabytes than these digits can say.
const DIGITS: usize = 8;

/// The question, and the work after it.
pub(in crate::tui) struct Formatting {
    stick: Plugged,
    /// Its size in megabytes.
    size: String,
    typed: Field,
    job: Option<Job<Result<(), StickError>>>,
    problem: Option<Message>,
}

impl Formatting {
    /// Of this stick, if it can be formatted.
    pub(in crate::tui) fn of(stick: &Plugged) -> Option<Self> {
        let size = Format::password(stick)?;
        Some(Formatting { stick: stick.clone(), size, typed: Field::new(DIGITS), job: None, problem: None })
    }

    /// The question, or how far the work is.
    pub(in crate::tui) fn view(&self, context: &Context) -> View {
        let name = self.stick.model().unwrap_or(self.stick.name()).to_owned();
        let values = [("name", name.into()), ("size", self.size.clone().into())];
        let view = View::new(context.say(key!("format"))).strong(context.fill(key!("stick-mega"), &values));
        if let Some(job) = &self.job {
            return view.part(work(context, context.say(key!("format-works")), None, job));
        }
        let view = match self.stick.condition() {
            Condition::Unformatted { has: Some(has) } => {
                view.text(context.fill(key!("format-other"), &[("has", has.into())]))
            }
            _ => view.text(context.say(key!("format-nothing"))),
        };
        view.warning(context.say(key!("format-gone")))
            .field(context.say(key!("format-field")), &self.typed, true)
            .enter(context.say(key!("format-enter")))
            .problem(self.problem.as_ref())
    }

    /// Types, and with Enter begins; false if it is given up.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> bool {
        match key.code {
            _ if self.job.is_some() => {}
            KeyCode::Esc => return false,
            KeyCode::Enter => match Format::confirm(&self.stick, self.typed.text()) {
                Some(format) => self.job = Some(Job::start(&context.wake, move |_| format.run())),
                None => {
                    self.problem = Some(context.pair(pair!("format-wrong"), &[]));
                }
            },
            _ => {
                self.typed.key(key);
                self.problem = None;
            }
        }
        true
    }

    /// Whether it was formatted, and if not, why. One that is pulled out is not asked about any more.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> State<Result<(), Message>> {
        match self.job.as_mut().map(Job::poll) {
            None if context.plugged.contains(&self.stick) => State::Working,
            None => State::Done(Ok(())),
            Some(State::Working) => State::Working,
            Some(State::Panicked) => State::Panicked,
            Some(State::Done(done)) => State::Done(done.map_err(|error| context.message(&error))),
        }
    }

    /// Whether the stick is being written.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}
