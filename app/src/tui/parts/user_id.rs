//! A user id is typed: a name and an address, of which one may be left out.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, Form};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

/// What a key made of it.
pub(in crate::tui) enum Typed {
    /// Nothing: the key is for somebody else.
    No,
    /// The key is used, and it is not whole yet.
    Handled,
    /// It is whole.
    Id(String),
}

/// The two lines.
pub(in crate::tui) struct UserIdEntry {
    form: Form,
    problem: Option<Message>,
}

impl UserIdEntry {
    pub(in crate::tui) fn new() -> Self {
        UserIdEntry { form: Form::new(vec![Field::new(80), Field::new(100)]), problem: None }
    }

    /// It is begun; what was typed before is still there.
    pub(in crate::tui) fn begin(&mut self) {
        (self.form.at, self.problem) = (0, None);
    }

    /// Whether no name was typed.
    pub(in crate::tui) fn is_nameless(&self) -> bool {
        self.form.text(0).is_empty()
    }

    /// Shows this one, to be changed.
    pub(in crate::tui) fn set(&mut self, id: &str) {
        let (name, address) = id.split_once('<').unwrap_or((id, ""));
        for (field, text) in self.form.fields.iter_mut().zip([name, address.trim_end_matches('>')]) {
            field.set(text.trim());
        }
    }

    /// It cannot be this one.
    pub(in crate::tui) fn refuse(&mut self, message: Message) {
        (self.problem, self.form.at) = (Some(message), 0);
    }

    /// Adds the lines.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        let labels =
            [key!("owner-name"), key!("owner-address")].into_iter().zip(&self.form.fields).enumerate();
        labels
            .fold(view, |view, (i, (label, field))| view.field(context.say(label), field, i == self.form.at))
            .problem(self.problem.as_ref())
            .enter(context.say(key!("key-next")))
    }

    /// Types; the user id, once something is there.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> Typed {
        if key.code != KeyCode::Enter {
            let used = self.form.key(key);
            if used {
                self.problem = None;
            }
            return if used { Typed::Handled } else { Typed::No };
        }
        if self.form.advance() {
            return Typed::Handled;
        }
        match (&*self.form.name(0), &*self.form.name(1)) {
            ("", "") => {
                self.refuse(context.pair(pair!("owner-empty"), &[]));
                Typed::Handled
            }
            (name, "") => Typed::Id(name.to_owned()),
            ("", address) => Typed::Id(format!("<{address}>")),
            (name, address) => Typed::Id(format!("{name} <{address}>")),
        }
    }
}
