//! A stick without a file system that can be used: what is on it, whether that may be erased, and the work.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::controls::Field;
use super::desk::Desk;
use super::job::{Job, State};
use super::told::Told;
use super::view::View;
use super::work::work;
use crate::machine::stick::StickError;
use crate::machine::sticks::{Condition, Format, Plugged};

/// No stick has more megabytes than these digits can say.
const DIGITS: usize = 8;

/// The question, and the work after it.
pub(super) struct Formatting {
    stick: Plugged,
    /// Its size in megabytes.
    size: String,
    typed: Field,
    job: Option<Job<Result<(), StickError>>>,
    problem: Option<Told>,
}

impl Formatting {
    /// Of this stick, if it can be formatted.
    pub(super) fn of(stick: &Plugged) -> Option<Self> {
        let size = Format::password(stick)?;
        Some(Formatting { stick: stick.clone(), size, typed: Field::new(DIGITS), job: None, problem: None })
    }

    /// The question, or how far the work is.
    pub(super) fn view(&self, desk: &Desk) -> View {
        let name = self.stick.model().unwrap_or(self.stick.name()).to_owned();
        let values = [("name", name.into()), ("size", self.size.clone().into())];
        let view = View::new(desk.say("format")).strong(desk.fill("stick-mega", &values));
        if let Some(job) = &self.job {
            return view.part(work(desk, desk.say("format-works"), None, job));
        }
        let view = match self.stick.condition() {
            Condition::Unformatted { has: Some(has) } => {
                view.text(desk.fill("format-other", &[("has", has.into())]))
            }
            _ => view.text(desk.say("format-nothing")),
        };
        view.warning(desk.say("format-gone"))
            .field(desk.say("format-field"), &self.typed, true)
            .enter(desk.say("format-enter"))
            .problem(self.problem.as_ref())
    }

    /// Types, and with Enter begins; false if it is given up.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk) -> bool {
        match key.code {
            _ if self.job.is_some() => {}
            KeyCode::Esc => return false,
            KeyCode::Enter => match Format::confirm(&self.stick, self.typed.text()) {
                Some(format) => self.job = Some(Job::start(&desk.wake, move |_| format.run())),
                None => {
                    let (happened, now) = (desk.say("format-wrong"), desk.say("format-wrong-now"));
                    self.problem = Some(Told { happened, now });
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
    pub(super) fn look(&mut self, desk: &Desk) -> State<Result<(), Told>> {
        match self.job.as_mut().map(Job::look) {
            None if desk.plugged.contains(&self.stick) => State::Working,
            None => State::Done(Ok(())),
            Some(State::Working) => State::Working,
            Some(State::Panicked) => State::Panicked,
            Some(State::Done(done)) => State::Done(done.map_err(|error| desk.tell(&error))),
        }
    }

    /// Whether the stick is being written.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}
