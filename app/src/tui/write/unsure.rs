//! A card of another maker may have no factory reset, whatever it says, and nobody knows its admin PIN: the owner is
//! asked before a PIN is blocked.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::controls::List;
use super::super::desk::Desk;
use super::super::steps::answers;
use super::super::view::View;

/// What the owner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is known after all.
    AdminPin,
    /// Both PINs may be blocked.
    Block,
    /// This one stays as it is.
    Another,
}

const ANSWERS: [Answer; 3] = [Answer::AdminPin, Answer::Another, Answer::Block];
const WORDS: [&str; 3] = ["pin", "another", "block"];

/// What may happen stands in the problem that led here.
pub(super) fn view(desk: &Desk, list: &List) -> View {
    let view = View::new(desk.say("unsure"));
    view.list(list, answers(desk, "unsure", &WORDS)).enter(desk.say("key-choose"))
}

pub(super) fn key(key: KeyEvent, list: &mut List, desk: &Desk) -> Option<Answer> {
    if key.code == KeyCode::Enter {
        return ANSWERS.get(list.at).copied();
    }
    list.key(key, &answers(desk, "unsure", &WORDS));
    None
}
