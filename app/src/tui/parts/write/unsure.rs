//! A card of another maker may have no factory reset, whatever it says, and nobody knows its admin PIN: the owner is
//! asked before a PIN is blocked.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;

/// What the owner says of a card whose admin PIN nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// The admin PIN is known after all.
    AdminPin,
    /// Both PINs may be blocked.
    Block,
    /// Another card is used, and this one stays as it is.
    Another,
}

const ANSWERS: [Answer; 3] = [Answer::AdminPin, Answer::Another, Answer::Block];
const WORDS: [Noted; 3] = [noted!("unsure-pin"), noted!("unsure-another"), noted!("unsure-block")];

/// What may happen stands in the problem that led here.
pub(super) fn view(context: &Context, list: &List) -> View {
    let view = View::new(context.say(key!("unsure")));
    view.list(list, answers(context, &WORDS)).enter(context.say(key!("key-choose")))
}

pub(super) fn key(key: KeyEvent, list: &mut List, context: &Context) -> Option<Answer> {
    if key.code == KeyCode::Enter {
        return ANSWERS.get(list.at).copied();
    }
    list.key(key, &answers(context, &WORDS));
    None
}
