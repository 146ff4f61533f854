//! Fields that are typed blind: PINs, passphrases, secrets for the vault.
//!
//! Whoever sees dots cannot tell what is left of an earlier try from what was just typed. So nothing is ever
//! left: with every problem all of it goes, and is hidden again. The same if something else came onto the
//! screen meanwhile and took keys away.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use crate::machine::keyboard;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, Form};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

/// A form of which some fields are typed blind.
#[derive(Debug)]
pub(in crate::tui) struct Blind {
    form: Form,
    visible: bool,
    problem: Option<Message>,
    /// What had come onto the screen when the last key was typed.
    since: u64,
}

impl Blind {
    /// With the cursor in the first.
    pub(in crate::tui) fn new(fields: Vec<Field>) -> Self {
        Blind { form: Form::new(fields), visible: false, problem: None, since: 0 }
    }

    /// What was typed into field `i`, as it was typed.
    pub(in crate::tui) fn text(&self, i: usize) -> &str {
        self.form.fields.get(i).map_or("", Field::text)
    }

    /// Whether nothing was typed into field `i`.
    pub(in crate::tui) fn is_empty(&self, i: usize) -> bool {
        self.form.fields.get(i).is_none_or(Field::is_empty)
    }

    /// Which field has the cursor.
    pub(in crate::tui) fn at(&self) -> usize {
        self.form.at
    }

    /// Moves the cursor.
    pub(in crate::tui) fn go(&mut self, at: usize) {
        self.form.at = at;
    }

    /// Puts a text into a field that is not typed blind.
    pub(in crate::tui) fn set(&mut self, i: usize, text: &str) {
        if let Some(field) = self.form.fields.get_mut(i).filter(|field| !field.is_secret()) {
            field.set(text);
        }
    }

    /// Empties what is typed blind, and hides it.
    pub(in crate::tui) fn wipe(&mut self) {
        self.form.fields.iter_mut().filter(|field| field.is_secret()).for_each(Field::clear);
        self.visible = false;
        self.form.show(false);
    }

    /// Something is wrong: what was typed blind is typed anew, from field `at` on.
    pub(in crate::tui) fn wrong(&mut self, message: Message, at: usize) {
        self.wipe();
        (self.problem, self.form.at) = (Some(message), at);
    }

    /// What no field can hold as it was typed: more than there is room for, or a scanned code.
    pub(in crate::tui) fn misfit(&self, context: &Context) -> Option<Message> {
        let message = |pair, most: usize| context.pair(pair, &[("most", most.into())]);
        let mut secret = self.form.fields.iter().filter(|field| field.is_secret());
        secret.find_map(|field| match field {
            _ if field.is_cut() => Some(message(pair!("blind-cut"), field.longest())),
            _ if is_code(field.text()) => Some(message(pair!("blind-code"), field.longest())),
            _ => None,
        })
    }

    /// Adds the fields, and what was wrong.
    pub(in crate::tui) fn view(&self, context: &Context, view: View, labels: &[String]) -> View {
        let came = self.was_interrupted(context);
        let mut view = view;
        for (i, (label, field)) in labels.iter().zip(&self.form.fields).enumerate() {
            let here = i == self.form.at;
            view = match came && field.is_secret() {
                true => view.field(label.clone(), &Field::new(0), here),
                false => view.field(label.clone(), field, here),
            };
        }
        let message = if came { Some(interrupted(context)) } else { self.problem.clone() };
        let key = if self.visible && !came { key!("key-hide") } else { key!("key-show") };
        view.problem(message.as_ref()).key("F2", context.say(key))
    }

    /// Types, moves, shows or hides; false if the key does none of it.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> bool {
        self.poll(context);
        if key.code == KeyCode::F(2) {
            self.visible = !self.visible;
            self.form.show(self.visible);
            return true;
        }
        let used = self.form.key(key);
        if used {
            self.problem = None;
        }
        used
    }

    /// Wipes what was typed before something else came onto the screen, and says so. To be called before Enter
    /// means anything.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> bool {
        let came = self.was_interrupted(context);
        if came {
            self.wrong(interrupted(context), 0);
        }
        self.since = context.interrupted;
        came
    }

    fn was_interrupted(&self, context: &Context) -> bool {
        let typed = self.form.fields.iter().any(|field| field.is_secret() && !field.text().is_empty());
        typed && self.since != context.interrupted
    }
}

fn interrupted(context: &Context) -> Message {
    context.pair(pair!("blind-came"), &[])
}

/// Whether a scanner typed this: a code, even one that was not read whole.
fn is_code(text: &str) -> bool {
    keyboard::readings(text).any(|text| {
        let text = Zeroizing::new(text.trim().to_uppercase());
        text.starts_with("COLDSPARE1:")
    })
}

#[cfg(test)]
mod tests;
