//! One of the cards is taken out again: any of them.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::controls::List;
use super::super::desk::Desk;
use super::super::view::{Item, View};
use crate::ceremony::Recovery;

/// The list of those that are there.
#[derive(Default)]
pub(super) struct Out(List);

/// What a key made of it.
pub(super) enum Chosen {
    /// Nothing yet.
    No,
    /// None of them.
    None,
    /// The one at this place.
    Card(usize),
}

impl Out {
    fn items(recovery: &Recovery, desk: &Desk) -> Vec<Item> {
        let item = |card: &crate::backup::HeldCard| {
            let key = match (card.number, card.is_certain) {
                (None, _) => "lost-out-unnumbered",
                (Some(_), false) => "lost-out-typed",
                (Some(_), true) if recovery.manifest().is_some() => "lost-out-listed",
                (Some(_), true) => "lost-out-read",
            };
            Item::new(desk.fill(key, &[("card", card.number.unwrap_or_default().into())]), "")
        };
        recovery.held().iter().map(item).collect()
    }

    pub(super) fn view(&self, recovery: &Recovery, desk: &Desk) -> View {
        View::new(desk.say("lost-out"))
            .text(desk.say("lost-out-text"))
            .list(&self.0, Self::items(recovery, desk))
            .enter(desk.say("lost-out-take"))
    }

    pub(super) fn key(&mut self, key: KeyEvent, recovery: &Recovery, desk: &Desk) -> Chosen {
        match key.code {
            KeyCode::Esc | KeyCode::F(2) => return Chosen::None,
            KeyCode::Enter => return Chosen::Card(self.0.at),
            _ => {}
        }
        self.0.key(key, &Self::items(recovery, desk));
        Chosen::No
    }
}
