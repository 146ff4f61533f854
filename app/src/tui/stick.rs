//! Which stick: those that are plugged in, as they come and go. Where something is to be written, one without
//! a file system can be formatted, and what is to last goes where it belongs: never onto the stick that Coldspare
//! was started from, and by Enter alone onto none that has what must not lie beside it.

mod holds;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::controls::List;
use super::desk::Desk;
use super::flow::Move;
use super::format::Formatting;
use super::job::{Job, State};
use super::told::Told;
use super::view::{Item, View};
use super::work::progress;
use crate::machine::sticks::{Condition, Plugged};
pub(super) use holds::Holds;
use holds::look_into;

/// A choice among the sticks that are plugged in.
#[derive(Default)]
pub(super) struct Pick {
    list: List,
    /// The stick that the owner has moved to. Those that come and go beside it do not move that.
    moved: Option<String>,
    /// What is to be written.
    writes: Option<Holds>,
    /// The stick that is formatted.
    formatting: Option<Formatting>,
    /// The one that was chosen is looked into before anything is written.
    looking: Option<Job<(Plugged, Vec<Holds>)>>,
    /// It was, and is fit.
    chosen: Option<Plugged>,
    /// Why it was not.
    problem: Option<Told>,
}

/// Its label; where another one has the same, also what the system calls it.
pub(super) fn label(desk: &Desk, stick: &Plugged) -> String {
    let alike = desk.plugged.iter().filter(|other| other.name() == stick.name()).count() > 1;
    match stick.node().filter(|_| alike) {
        Some(node) => format!("{} ({node})", stick.name()),
        None => stick.name().to_owned(),
    }
}

/// `COLDSPARE, 8 GB, SanDisk Ultra`.
pub(super) fn name(desk: &Desk, stick: &Plugged) -> String {
    let name = label(desk, stick);
    let name = match stick.size().map(|bytes| bytes / 1_000_000) {
        None => name,
        Some(size) if size < 1000 => desk.fill("stick-mega", &[("name", name.into()), ("size", size.into())]),
        Some(size) => desk.fill("stick-giga", &[("name", name.into()), ("size", (size / 1000).into())]),
    };
    // Without a label it is called by its model already.
    match stick.model().filter(|model| *model != stick.name()) {
        Some(model) => format!("{name}, {model}"),
        None => name,
    }
}

/// What is said of the stick that Coldspare was started from, if this is one.
pub(super) fn started(desk: &Desk, stick: &Plugged) -> String {
    if stick.starts_coldspare() { desk.say("stick-started") } else { String::new() }
}

impl Pick {
    /// One onto which this is to be written.
    pub(super) fn to_write(what: Holds) -> Self {
        Pick { writes: Some(what), ..Pick::default() }
    }

    /// Those that can be chosen. What is to last does not go onto the stick that is overwritten with the next version.
    fn offered<'a>(&self, desk: &'a Desk) -> Vec<&'a Plugged> {
        desk.plugged.iter().filter(|stick| self.writes.is_none() || !stick.starts_coldspare()).collect()
    }

    /// What is on it that this must not come beside by pressing Enter.
    fn avoids(&self, desk: &Desk, stick: &Plugged) -> Option<Holds> {
        let writes = self.writes?;
        desk.holds(stick).find(|holds| writes.keeps_from(*holds))
    }

    /// The selected line: where the owner has moved, else the first stick that is fit. Behind all: another one.
    fn at(&self, desk: &Desk) -> usize {
        let offered = self.offered(desk);
        let moved = offered.iter().position(|stick| self.moved.as_deref() == Some(stick.id()));
        let fit = || offered.iter().position(|stick| self.avoids(desk, stick).is_none());
        moved.or_else(fit).unwrap_or(offered.len())
    }

    fn items(&self, desk: &Desk, said: impl Fn(&Plugged) -> String) -> Vec<Item> {
        let note = |stick: &Plugged| match (stick.condition(), self.avoids(desk, stick)) {
            (Condition::Ready, Some(holds)) => desk.say(holds.note()),
            (Condition::Ready, None) if stick.starts_coldspare() => started(desk, stick),
            (Condition::Ready, None) => said(stick),
            (Condition::Unformatted { .. }, _)
                if self.writes.is_some() && Formatting::of(stick).is_some() =>
            {
                desk.say("stick-to-format")
            }
            (Condition::Unformatted { .. }, _) => desk.say("stick-unformatted"),
            (Condition::Unreadable, _) => desk.say("stick-unreadable"),
        };
        let offered = self.offered(desk);
        let mut items: Vec<_> =
            offered.iter().map(|stick| Item::new(name(desk, stick), note(stick))).collect();
        // Where none is fit, none is selected.
        if offered.iter().all(|stick| self.avoids(desk, stick).is_some()) {
            items.push(Item::new(desk.say("stick-another"), desk.say("stick-another-note")));
        }
        items
    }

    /// The list, or what to do if there is none. While one is formatted, nothing but that.
    pub(super) fn view(&self, desk: &Desk, view: View) -> View {
        self.view_with(desk, view, |_| String::new())
    }

    /// The same, with something to be said of each stick that can be used.
    pub(super) fn view_with(&self, desk: &Desk, view: View, said: impl Fn(&Plugged) -> String) -> View {
        if let Some(formatting) = &self.formatting {
            return formatting.view(desk);
        }
        if let Some(job) = &self.looking {
            return view.part(progress(desk, job, None));
        }
        let view = view.problem(self.problem.as_ref());
        if desk.no_sticks {
            return view.problem(Some(&desk.fault()));
        }
        let offered = self.offered(desk).len();
        let view = match offered == desk.plugged.len() {
            true => view,
            false => view.text(desk.say("stick-started-not")),
        };
        if offered == 0 {
            let none = if desk.plugged.is_empty() { "stick-none" } else { "stick-none-other" };
            return view.strong(desk.say(none));
        }
        let list = List { at: self.at(desk), ..self.list.clone() };
        view.list(&list, self.items(desk, said)).enter(desk.say("key-choose"))
    }

    /// Moves, and with Enter chooses; `None` if nothing was chosen, or if it is still looked into.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk) -> Option<Plugged> {
        if self.looking.is_some() {
            return None;
        }
        self.problem = None;
        if let Some(formatting) = &mut self.formatting {
            if !formatting.key(key, desk) {
                self.formatting = None;
            }
            return None;
        }
        self.list.at = self.at(desk);
        if key.code == KeyCode::Enter {
            let stick = self.offered(desk).get(self.list.at).map(|stick| (*stick).clone())?;
            self.formatting = Some(&stick).filter(|_| self.writes.is_some()).and_then(Formatting::of);
            if self.formatting.is_some() {
                return None;
            }
            // Of one that is known not to be fit the owner was told.
            if self.writes.is_none() || self.avoids(desk, &stick).is_some() {
                return Some(stick);
            }
            self.looking = Some(Job::start(&desk.wake, move |_| {
                let holds = look_into(&stick);
                (stick, holds)
            }));
            return None;
        }
        let items = self.items(desk, |_| String::new());
        if self.list.key(key, &items) {
            self.moved = self.offered(desk).get(self.list.at).map(|stick| stick.id().to_owned());
        }
        None
    }

    /// What was chosen with Enter, once it was looked into.
    pub(super) fn chosen(&mut self) -> Option<Plugged> {
        self.chosen.take()
    }

    /// Looks how far the formatting is, or what was found on the one that was chosen.
    pub(super) fn look(&mut self, desk: &mut Desk) -> Move {
        match self.looking.as_mut().map(Job::look) {
            None | Some(State::Working) => {}
            Some(State::Panicked) => (self.looking, self.problem) = (None, Some(desk.fault())),
            Some(State::Done((stick, holds))) => {
                self.looking = None;
                holds.into_iter().for_each(|holds| desk.now_holds(&stick, holds));
                match self.avoids(desk, &stick) {
                    None => self.chosen = Some(stick),
                    Some(holds) => {
                        let (happened, now) = (desk.say(holds.note()), desk.say("stick-holds-now"));
                        (self.problem, self.moved) = (Some(Told { happened, now }), None);
                    }
                }
            }
        }
        match self.formatting.as_mut().map(|formatting| formatting.look(desk)) {
            None | Some(State::Working) => return Move::Stay,
            Some(State::Panicked) => self.problem = Some(desk.fault()),
            Some(State::Done(done)) => self.problem = done.err(),
        }
        self.formatting = None;
        Move::Stay
    }

    /// Whether it is about formatting just now: all keys are for that.
    pub(super) fn is_formatting(&self) -> bool {
        self.formatting.is_some()
    }

    /// Whether a stick is being read or written.
    pub(super) fn is_busy(&self) -> bool {
        self.looking.is_some() || self.formatting.as_ref().is_some_and(Formatting::is_busy)
    }
}

#[cfg(test)]
mod tests;
