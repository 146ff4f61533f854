//! Which stick: those that are plugged in, as they come and go. Where something is to be written, one without
//! a file system can be formatted, and what is to last goes where it belongs: never onto the stick that Coldspare
//! was started from, and by Enter alone onto none that has what must not lie beside it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::machine::stick::discover::{Condition, Plugged};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::holds::{Holds, inspect};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::format::Formatting;
use crate::tui::parts::work::progress;

/// A choice among the sticks that are plugged in.
#[derive(Default)]
pub(in crate::tui) struct Pick {
    list: List,
    /// The stick that the owner has moved to. Those that come and go beside it do not move that.
    moved: Option<String>,
    /// What is to be written.
    writes: Option<Holds>,
    /// Where it takes the place of what is on sticks already: those that have the new one.
    renewed: Option<Vec<String>>,
    /// The stick that is formatted.
    formatting: Option<Formatting>,
    /// Looks what is on the chosen stick, before anything is written.
    looking: Option<Job<(Plugged, Vec<Holds>)>>,
    /// The stick that was looked into, and is fit.
    chosen: Option<Plugged>,
    /// Why the chosen stick is not fit.
    problem: Option<Message>,
}

/// Its label; where another one has the same, also what the system calls it.
pub(in crate::tui) fn label(context: &Context, stick: &Plugged) -> String {
    let alike = context.plugged.iter().filter(|other| other.name() == stick.name()).count() > 1;
    match stick.node().filter(|_| alike) {
        Some(node) => format!("{} ({node})", stick.name()),
        None => stick.name().to_owned(),
    }
}

/// `COLDSPARE, 8 GB, SanDisk Ultra`.
pub(in crate::tui) fn name(context: &Context, stick: &Plugged) -> String {
    let name = label(context, stick);
    let name = match stick.size().map(|bytes| bytes / 1_000_000) {
        None => name,
        Some(size) if size < 1000 => {
            context.fill(key!("stick-mega"), &[("name", name.into()), ("size", size.into())])
        }
        Some(size) => {
            context.fill(key!("stick-giga"), &[("name", name.into()), ("size", (size / 1000).into())])
        }
    };
    // Without a label it is called by its model already.
    match stick.model().filter(|model| *model != stick.name()) {
        Some(model) => format!("{name}, {model}"),
        None => name,
    }
}

/// What is said of the stick that Coldspare was started from, if this is one.
pub(in crate::tui) fn started(context: &Context, stick: &Plugged) -> String {
    if stick.starts_coldspare() { context.say(key!("stick-started")) } else { String::new() }
}

impl Pick {
    /// One onto which this is to be written.
    pub(in crate::tui) fn to_write(what: Holds) -> Self {
        Pick { writes: Some(what), ..Pick::default() }
    }

    /// The same where it takes the place of an old one: a stick with that comes first, as long as it has no new one.
    pub(in crate::tui) fn to_renew(what: Holds) -> Self {
        Pick { renewed: Some(Vec::new()), ..Pick::to_write(what) }
    }

    /// These have the new one.
    pub(in crate::tui) fn has_renewed<'a>(&mut self, sticks: impl Iterator<Item = &'a Plugged>) {
        if let Some(renewed) = &mut self.renewed {
            *renewed = sticks.map(|stick| stick.id().to_owned()).collect();
        }
    }

    /// Those that can be chosen. What is to last does not go onto the stick that is overwritten with the next version.
    fn offered<'a>(&self, context: &'a Context) -> Vec<&'a Plugged> {
        context.plugged.iter().filter(|stick| self.writes.is_none() || !stick.starts_coldspare()).collect()
    }

    /// What is on it that this must not come beside by pressing Enter.
    fn avoids(&self, context: &Context, stick: &Plugged) -> Option<Holds> {
        let writes = self.writes?;
        context.holds(stick).find(|holds| writes.keeps_from(*holds))
    }

    /// The selected line: where the owner has moved, else the first stick that is fit. Behind all: another one.
    fn at(&self, context: &Context) -> usize {
        let offered = self.offered(context);
        let moved = offered.iter().position(|stick| self.moved.as_deref() == Some(stick.id()));
        let fit = |stick: &&Plugged| self.avoids(context, stick).is_none();
        // One more copy goes onto another stick.
        let is_done = |stick: &Plugged| match &self.renewed {
            None => self.has(context, stick),
            Some(renewed) => renewed.iter().any(|id| id == stick.id()),
        };
        let is_old = |stick: &Plugged| self.renewed.is_some() && self.has(context, stick) && !is_done(stick);
        let old = || offered.iter().position(|stick| fit(stick) && is_old(stick));
        let new = || offered.iter().position(|stick| fit(stick) && !is_done(stick));
        let any = || offered.iter().position(fit);
        moved.or_else(old).or_else(new).or_else(any).unwrap_or(offered.len())
    }

    /// Whether what is to be written is on it already.
    fn has(&self, context: &Context, stick: &Plugged) -> bool {
        context.holds(stick).any(|holds| Some(holds) == self.writes)
    }

    /// Forgets where the owner has moved: what is fit now is selected.
    pub(in crate::tui) fn anew(&mut self) {
        self.moved = None;
    }

    fn items(&self, context: &Context, said: impl Fn(&Plugged) -> String) -> Vec<Item> {
        let note = |stick: &Plugged| match (stick.condition(), self.avoids(context, stick)) {
            (Condition::Ready, Some(holds)) => context.say(holds.note().happened),
            (Condition::Ready, None) if stick.starts_coldspare() => started(context, stick),
            (Condition::Ready, None) => said(stick),
            (Condition::Unformatted { .. }, _)
                if self.writes.is_some() && Formatting::of(stick).is_some() =>
            {
                context.say(key!("stick-to-format"))
            }
            (Condition::Unformatted { .. }, _) => context.say(key!("stick-unformatted")),
            (Condition::Unreadable, _) => context.say(key!("stick-unreadable")),
        };
        let offered = self.offered(context);
        let mut items: Vec<_> =
            offered.iter().map(|stick| Item::new(name(context, stick), note(stick))).collect();
        // Where none is fit, none is selected.
        if offered.iter().all(|stick| self.avoids(context, stick).is_some()) {
            items
                .push(Item::new(context.say(key!("stick-another")), context.say(key!("stick-another-note"))));
        }
        items
    }

    /// The list, or what to do if there is none. While one is formatted, nothing but that.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        self.view_with(context, view, |_| String::new())
    }

    /// The same, with something to be said of each stick that can be used.
    pub(in crate::tui) fn view_with(
        &self,
        context: &Context,
        view: View,
        said: impl Fn(&Plugged) -> String,
    ) -> View {
        if let Some(formatting) = &self.formatting {
            return formatting.view(context);
        }
        if let Some(job) = &self.looking {
            return view.part(progress(context, job, None));
        }
        let view = view.problem(self.problem.as_ref());
        if context.no_sticks {
            return view.problem(Some(&context.fault()));
        }
        let offered = self.offered(context).len();
        let view = match offered == context.plugged.len() {
            true => view,
            false => view.text(context.say(key!("stick-started-not"))),
        };
        if offered == 0 {
            let none = if context.plugged.is_empty() { key!("stick-none") } else { key!("stick-none-other") };
            return view.strong(context.say(none));
        }
        let list = List { at: self.at(context), ..self.list.clone() };
        view.list(&list, self.items(context, said)).enter(context.say(key!("key-choose")))
    }

    /// Moves, and with Enter chooses; `None` if nothing was chosen, or if it is still looked into.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> Option<Plugged> {
        if self.looking.is_some() {
            return None;
        }
        self.problem = None;
        if let Some(formatting) = &mut self.formatting {
            if !formatting.key(key, context) {
                self.formatting = None;
            }
            return None;
        }
        self.list.at = self.at(context);
        if key.code == KeyCode::Enter {
            let stick = self.offered(context).get(self.list.at).map(|stick| (*stick).clone())?;
            self.formatting = Some(&stick).filter(|_| self.writes.is_some()).and_then(Formatting::of);
            if self.formatting.is_some() {
                return None;
            }
            // Of one that is known not to be fit the owner was told.
            if self.writes.is_none() || self.avoids(context, &stick).is_some() {
                return Some(stick);
            }
            self.looking = Some(Job::start(&context.wake, move |_| {
                let holds = inspect(&stick);
                (stick, holds)
            }));
            return None;
        }
        let items = self.items(context, |_| String::new());
        if self.list.key(key, &items) {
            self.moved = self.offered(context).get(self.list.at).map(|stick| stick.id().to_owned());
        }
        None
    }

    /// What was chosen with Enter, once it was looked into.
    pub(in crate::tui) fn chosen(&mut self) -> Option<Plugged> {
        self.chosen.take()
    }

    /// Looks how far the formatting is, or what was found on the one that was chosen.
    pub(in crate::tui) fn poll(&mut self, context: &mut Context) -> StepOutcome {
        match self.looking.as_mut().map(Job::poll) {
            None | Some(State::Working) => {}
            Some(State::Panicked) => (self.looking, self.problem) = (None, Some(context.fault())),
            Some(State::Done((stick, holds))) => {
                self.looking = None;
                holds.into_iter().for_each(|holds| context.now_holds(&stick, holds));
                match self.avoids(context, &stick) {
                    None => self.chosen = Some(stick),
                    Some(holds) => {
                        (self.problem, self.moved) = (Some(context.pair(holds.note(), &[])), None);
                    }
                }
            }
        }
        match self.formatting.as_mut().map(|formatting| formatting.poll(context)) {
            None | Some(State::Working) => return StepOutcome::Unhandled,
            Some(State::Panicked) => self.problem = Some(context.fault()),
            Some(State::Done(done)) => self.problem = done.err(),
        }
        self.formatting = None;
        StepOutcome::Unhandled
    }

    /// Whether it is about formatting just now: all keys are for that.
    pub(in crate::tui) fn is_formatting(&self) -> bool {
        self.formatting.is_some()
    }

    /// Whether a stick is being read or written.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.looking.is_some() || self.formatting.as_ref().is_some_and(Formatting::is_busy)
    }
}

#[cfg(test)]
mod tests;
