//! Look at a Nitrokey: what each one that is plugged in says of itself. They are only read.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::app::Screen;
use super::desk::Desk;
use super::flow::{Flow, Move, Step, Story};
use super::nitrokeys;
use super::view::View;
use crate::nitrokey::{Found, NitrokeyError};

struct Looking;

impl Story for Looking {
    const NAME: &'static str = "look";
}

/// All that are plugged in, as they come and go.
pub(super) fn begin(desk: &mut Desk) -> Box<dyn Screen> {
    Flow::begin(Looking, vec![Box::new(Look { at: 0 })], desk)
}

/// One Nitrokey at a time.
struct Look {
    at: usize,
}

impl Step<Looking> for Look {
    fn id(&self) -> &'static str {
        "look"
    }

    fn stage(&self) -> usize {
        1
    }

    fn view(&self, _: &Looking, desk: &Desk) -> View {
        let view = View::new(desk.say("look"));
        if let Some(error) = &desk.blind {
            return view.problem(Some(&desk.tell(error)));
        }
        let many = desk.found.len();
        let Some(found) = desk.found.get(self.at.min(many.saturating_sub(1))) else {
            return nitrokeys::insert(view.text(desk.say("look-none")), desk.say("insert-one"));
        };
        let view = match found {
            Found::Nitrokey(info) => nitrokeys::all_about(desk, info, view),
            Found::Unreadable { reader, cause } => {
                let error = NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause };
                view.problem(Some(&desk.tell(&error)))
            }
            Found::HalfReset { reader } => {
                view.warning(desk.fill("nitrokey-half-reset", &[("reader", reader.clone().into())]))
            }
        };
        match many {
            1 => view,
            _ => view
                .text(
                    desk.fill(
                        "look-more",
                        &[("at", (self.at.min(many - 1) + 1).into()), ("of", many.into())],
                    ),
                )
                .key("↓", desk.say("look-next")),
        }
    }

    fn key(&mut self, key: KeyEvent, _: &mut Looking, desk: &mut Desk) -> Move {
        let last = desk.found.len().saturating_sub(1);
        match key.code {
            KeyCode::Down | KeyCode::Tab | KeyCode::Enter if self.at < last => self.at += 1,
            KeyCode::Down | KeyCode::Tab | KeyCode::Enter => self.at = 0,
            KeyCode::Up => self.at = self.at.checked_sub(1).unwrap_or(last),
            _ => return Move::Stay,
        }
        Move::Here
    }
}
