//! One of the cards is taken out again: any of them.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::ceremony::{Reading, Recovery};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, List};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::card::{LONGEST_CODE, SHORTEST_CODE};

/// The list of those that are there.
pub(super) struct Out {
    list: List,
    /// What was typed: a scanner may type here, and its Enter takes no card out.
    typed: Field,
}

/// What a key made of the question which card to take out.
pub(super) enum Chosen {
    /// Nothing is chosen yet.
    No,
    /// No card is to be taken out.
    None,
    /// The one at this place.
    Card(usize),
    /// No card is to be taken out: a code was scanned instead.
    Code(Reading),
}

impl Out {
    pub(super) fn new() -> Self {
        Out { list: List::default(), typed: Field::secret(LONGEST_CODE) }
    }

    fn items(recovery: &Recovery, context: &Context) -> Vec<Item> {
        let item = |card: &crate::backup::HeldCard| {
            let key = match (card.number, card.is_certain) {
                (None, _) => key!("lost-out-unnumbered"),
                (Some(_), false) => key!("lost-out-typed"),
                (Some(_), true) if recovery.manifest().is_some() => key!("lost-out-listed"),
                (Some(_), true) => key!("lost-out-read"),
            };
            Item::new(context.fill(key, &[("card", card.number.unwrap_or_default().into())]), "")
        };
        recovery.held().iter().map(item).collect()
    }

    pub(super) fn view(&self, recovery: &Recovery, context: &Context) -> View {
        View::new(context.say(key!("lost-out")))
            .text(context.say(key!("lost-out-text")))
            .list(&self.list, Self::items(recovery, context))
            .enter(context.say(key!("lost-out-take")))
    }

    pub(super) fn key(&mut self, key: KeyEvent, recovery: &Recovery, context: &Context) -> Chosen {
        match key.code {
            KeyCode::Esc | KeyCode::F(2) => return Chosen::None,
            KeyCode::Enter if self.typed.trimmed().chars().count() >= SHORTEST_CODE => {
                return Chosen::Code(Reading::code(self.typed.trimmed()));
            }
            KeyCode::Enter => return Chosen::Card(self.list.at),
            KeyCode::Char(_) => drop(self.typed.key(key)),
            // Whoever moves with the arrows has scanned nothing.
            _ => self.typed.clear(),
        }
        self.list.key(key, &Self::items(recovery, context));
        Chosen::No
    }
}
