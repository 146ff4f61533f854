//! Which stick: those that are plugged in, as they come and go. Where something is to be written, one without
//! a file system can be formatted.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::controls::List;
use super::desk::Desk;
use super::flow::Move;
use super::format::Formatting;
use super::job::State;
use super::told::Told;
use super::view::{Item, View};
use crate::machine::sticks::{Condition, Plugged};

/// A choice among the sticks that are plugged in.
#[derive(Default)]
pub(super) struct Pick {
    list: List,
    /// Whether one may be formatted here.
    formats: bool,
    /// The one that is.
    formatting: Option<Formatting>,
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

impl Pick {
    /// One for which something is to be written.
    pub(super) fn to_write() -> Self {
        Pick { formats: true, ..Pick::default() }
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
        let view = view.problem(self.problem.as_ref());
        if desk.no_sticks {
            return view.problem(Some(&desk.fault()));
        }
        if desk.plugged.is_empty() {
            return view.strong(desk.say("stick-none"));
        }
        let note = |stick: &Plugged| match stick.condition() {
            Condition::Ready => said(stick),
            Condition::Unformatted { .. } if self.formats && Formatting::of(stick).is_some() => {
                desk.say("stick-to-format")
            }
            Condition::Unformatted { .. } => desk.say("stick-unformatted"),
            Condition::Unreadable => desk.say("stick-unreadable"),
        };
        let items = desk.plugged.iter().map(|stick| Item::new(name(desk, stick), note(stick))).collect();
        view.list(&self.list, items).enter(desk.say("key-choose"))
    }

    /// Moves, and with Enter chooses; `None` if nothing was chosen.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk) -> Option<Plugged> {
        self.problem = None;
        if let Some(formatting) = &mut self.formatting {
            if !formatting.key(key, desk) {
                self.formatting = None;
            }
            return None;
        }
        if key.code == KeyCode::Enter {
            let stick = desk.plugged.get(self.list.at.min(desk.plugged.len().saturating_sub(1)))?;
            self.formatting = Some(stick).filter(|_| self.formats).and_then(Formatting::of);
            return Some(stick.clone()).filter(|_| self.formatting.is_none());
        }
        let names: Vec<_> = desk.plugged.iter().map(Plugged::name).collect();
        self.list.key(key, &names);
        None
    }

    /// Looks how far the formatting is.
    pub(super) fn look(&mut self, desk: &Desk) -> Move {
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

    /// Whether a stick is being written.
    pub(super) fn is_busy(&self) -> bool {
        self.formatting.as_ref().is_some_and(Formatting::is_busy)
    }
}
