//! A printed card is read back: whole, which is preset, or the short way by three of its words.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::run::{Read, how, is_read};
use super::state::Prints;
use super::three_words::ThreeWords;
use super::whole::Whole;
use crate::language::Key;
use crate::tui::kit::context::Context;
use crate::tui::kit::view::View;

/// A card that is being read.
pub(super) enum Reading {
    /// The whole card.
    Whole(Whole),
    /// The owner reads what the short way means.
    Message(u8),
    /// Three words of the card.
    Short(ThreeWords),
}

impl Reading {
    /// Card `x`: whole, or the short way once that was chosen.
    pub(super) fn of(x: u8, state: &impl Prints, context: &Context) -> Self {
        match state.paper().reads.short {
            true => Reading::Short(ThreeWords::of(x, state, context)),
            false => Self::whole(x),
        }
    }

    /// Card `x`, whole.
    pub(super) fn whole(x: u8) -> Self {
        Reading::Whole(Whole::of(x))
    }

    /// Adds the fields, or what the short way means. `text` is what to do, if it is read whole.
    pub(super) fn view(&self, state: &impl Prints, context: &Context, view: View, text: Key) -> View {
        match self {
            Reading::Whole(whole) => {
                let view =
                    whole.view(context, view.text(context.say(text))).enter(context.say(key!("key-next")));
                // While a card is typed there is room for the key that begins it anew.
                if whole.is_empty() { view.key("F3", context.say(key!("key-short"))) } else { view }
            }
            Reading::Message(_) => {
                let how = how(state);
                let values = [("whole", how.whole.len().into()), ("needed", how.needed.into())];
                let view =
                    view.strong(context.say(key!("short-way"))).text(context.say(key!("short-way-text")));
                let view = match how.is_from_paper() {
                    true => view.good(context.fill(key!("short-way-enough"), &values)),
                    false => view.warning(context.fill(key!("short-way-means"), &values)),
                };
                view.enter(context.say(key!("short-way-take"))).key("F3", context.say(key!("key-whole")))
            }
            Reading::Short(words) => words
                .view(context, view.text(context.say(key!("short-way-words"))))
                .key("F3", context.say(key!("key-whole"))),
        }
    }

    /// A key. Esc is left to the caller, unless it leads back from here.
    pub(super) fn key(&mut self, key: KeyEvent, state: &mut impl Prints, context: &Context) -> Read {
        match (&mut *self, key.code) {
            (Reading::Whole(whole), KeyCode::F(3)) => *self = Reading::Message(whole.card()),
            (Reading::Message(x), KeyCode::F(3) | KeyCode::Esc) => *self = Self::whole(*x),
            (Reading::Message(x), KeyCode::Enter) => {
                let back = std::mem::take(&mut state.paper_mut().reads.whole);
                state.paper_mut().reads.short = true;
                // Who came back to read it whole, and does not after all, has typed its three words before.
                if back && is_read(state, *x) {
                    return Read::Right;
                }
                *self = Self::of(*x, state, context);
            }
            (Reading::Short(words), KeyCode::F(3)) => {
                state.paper_mut().reads.short = false;
                *self = Self::whole(words.card());
            }
            (Reading::Whole(whole), _) => return whole.key(key, state, context),
            (Reading::Message(_), _) => return Read::No,
            (Reading::Short(words), _) => return words.key(key, state, context),
        }
        Read::Handled
    }

    /// Whether Esc leads back from here to the card.
    pub(super) fn takes_esc(&self) -> bool {
        matches!(self, Reading::Message(_))
    }
}
