//! Which stick: those that are plugged in, as they come and go.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::controls::List;
use super::desk::Desk;
use super::view::{Item, View};
use crate::machine::sticks::Plugged;

/// A choice among the sticks that are plugged in.
#[derive(Debug, Default)]
pub(super) struct Pick {
    list: List,
}

/// `COLDSPARE, 8 GB`.
fn name(desk: &Desk, stick: &Plugged) -> String {
    let name = stick.name().to_owned();
    match stick.size().map(|bytes| bytes / 1_000_000) {
        None => name,
        Some(size) if size < 1000 => desk.fill("stick-mega", &[("name", name.into()), ("size", size.into())]),
        Some(size) => desk.fill("stick-giga", &[("name", name.into()), ("size", (size / 1000).into())]),
    }
}

impl Pick {
    /// The list, or what to do if there is none.
    pub(super) fn view(&self, desk: &Desk, view: View) -> View {
        if desk.plugged.is_empty() {
            return view.strong(desk.say("stick-none"));
        }
        let items = desk.plugged.iter().map(|stick| Item::new(name(desk, stick), "")).collect();
        view.list(&self.list, items).enter(desk.say("key-choose"))
    }

    /// Moves, and with Enter chooses; `None` if nothing was chosen.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk) -> Option<Plugged> {
        if key.code == KeyCode::Enter {
            return desk.plugged.get(self.list.at.min(desk.plugged.len().saturating_sub(1))).cloned();
        }
        let labels: Vec<_> = desk.plugged.iter().map(|stick| stick.name().to_owned()).collect();
        self.list.key(key, &labels);
        None
    }
}
