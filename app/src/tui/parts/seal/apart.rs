//! On the stick is another backup of the same keys, and what is to be written was not made from it. May it go?

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::backup::SetId;
use crate::ceremony::Apart;
use crate::language::Noted;
use crate::machine::stick::discover::Plugged;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;

/// No comes first.
const ANSWERS: [Noted; 2] = [noted!("bundle-apart-no"), noted!("bundle-apart-yes")];

/// The question.
pub(super) struct Question {
    /// The stick.
    pub(super) stick: Plugged,
    /// What is on it.
    pub(super) apart: Apart,
    list: List,
}

impl Question {
    pub(super) fn of(stick: Plugged, apart: Apart) -> Self {
        Question { stick, apart, list: List::default() }
    }

    /// What is on the stick, and what would be lost; `set`: of what is to be written.
    pub(super) fn view(&self, set: Option<SetId>, context: &Context) -> View {
        let Apart { folder, sealing, moment, .. } = &self.apart;
        let values = [
            ("stick", self.stick.name().to_owned().into()),
            ("folder", folder.clone().into()),
            ("set", self.apart.set.to_string().into()),
            ("sealing", sealing.to_string().into()),
            ("day", context.texts().day(&moment.day()).into()),
        ];
        let lost = match set == Some(self.apart.set) {
            true => key!("bundle-apart-lost"),
            false => key!("bundle-apart-cards"),
        };
        View::new(context.say(key!("bundle-apart")))
            .warning(context.fill(key!("bundle-apart-text"), &values))
            .text(context.fill(lost, &values))
            .list(&self.list, answers(context, &ANSWERS))
            .enter(context.say(key!("key-choose")))
    }

    /// Whether it may go, once that is answered. What a scanner types is no answer.
    pub(super) fn key(&mut self, key: KeyEvent, context: &Context) -> Option<bool> {
        if context.at_once {
            return None;
        }
        match key.code {
            KeyCode::Enter => Some(self.list.at == 1),
            KeyCode::Esc => Some(false),
            _ => {
                self.list.key(key, &answers(context, &ANSWERS));
                None
            }
        }
    }
}
