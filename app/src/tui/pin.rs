//! Typing a PIN or a passphrase: rules first, twice if it is new, hidden until the owner asks, and beside
//! it a line that shows what the keyboard really types.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use super::controls::{Field, Form};
use super::desk::Desk;
use super::told::Told;
use super::view::View;
use crate::nitrokey::Pin;

/// What is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A Nitrokey's PIN.
    Pin(Pin),
    /// A passphrase.
    Passphrase,
}

/// A secret that is typed.
#[derive(Debug)]
pub(super) struct PinEntry {
    what: What,
    /// The secret, once more if it is new, and the line for trying.
    form: Form,
    /// Shortest and longest, in bytes; none if it exists already.
    rules: Option<(usize, usize)>,
    problem: Option<Told>,
}

/// No PIN or passphrase is longer.
const LONGEST: usize = 127;

impl PinEntry {
    /// A new PIN: typed twice, by the rules of the card.
    pub(super) fn new_pin(pin: Pin, rules: (usize, usize)) -> Self {
        Self::new(What::Pin(pin), Some(rules))
    }

    /// A PIN that exists.
    pub(super) fn known(pin: Pin) -> Self {
        Self::new(What::Pin(pin), None)
    }

    /// A new passphrase of at least so many characters.
    pub(super) fn new_passphrase(shortest: usize) -> Self {
        Self::new(What::Passphrase, Some((shortest, LONGEST)))
    }

    /// A passphrase that exists.
    pub(super) fn passphrase() -> Self {
        Self::new(What::Passphrase, None)
    }

    fn new(what: What, rules: Option<(usize, usize)>) -> Self {
        let mut fields = vec![Field::secret(LONGEST)];
        if rules.is_some() {
            fields.push(Field::secret(LONGEST));
        }
        fields.push(Field::new(LONGEST));
        PinEntry { what, form: Form::new(fields), rules, problem: None }
    }

    fn last(&self) -> usize {
        self.form.fields.len() - 1
    }

    /// Adds the fields.
    pub(super) fn view(&self, desk: &Desk, mut view: View) -> View {
        let kind = match self.what {
            What::Pin(Pin::User) => "user",
            What::Pin(Pin::Admin) => "admin",
            What::Pin(Pin::ResetCode) => "reset",
            What::Passphrase => "passphrase",
        };
        if let Some((min, max)) = self.rules {
            let values = [("min", min.into()), ("max", max.into())];
            view = view.text(desk.fill(&format!("pin-rules-{kind}"), &values));
        }
        let labels = match self.rules {
            Some(_) => vec![format!("pin-{kind}"), "pin-again".into(), "pin-try".into()],
            None => vec![format!("pin-{kind}"), "pin-try".into()],
        };
        for (i, (label, field)) in labels.iter().zip(&self.form.fields).enumerate() {
            view = view.field(desk.say(label), field, i == self.form.at);
        }
        let visible = self.form.fields.first().is_some_and(|field| field.visible);
        view.problem(self.problem.as_ref())
            .enter(desk.say("key-next"))
            .key("F2", desk.say(if visible { "key-hide" } else { "key-show" }))
    }

    /// Types; the secret, once it is whole and right.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk) -> Option<SecretString> {
        match key.code {
            KeyCode::F(2) => {
                let visible = self.form.fields.first().is_some_and(|field| field.visible);
                self.form.show(!visible);
            }
            // Enter goes from the secret to its repetition; the last line is only for trying.
            KeyCode::Enter if self.form.at + 1 < self.last() => self.form.at += 1,
            KeyCode::Enter => return self.whole(desk),
            _ => {
                self.form.key(key);
            }
        }
        None
    }

    fn whole(&mut self, desk: &Desk) -> Option<SecretString> {
        let typed = self.form.fields.first()?;
        let told = |key: &str, (min, max): (usize, usize)| Told {
            happened: desk.fill(key, &[("min", min.into()), ("max", max.into())]),
            now: desk.say(&format!("{key}-now")),
        };
        self.problem = match self.rules {
            None if typed.text().is_empty() => Some(told("pin-empty", (1, LONGEST))),
            Some((min, max)) if !(min..=max).contains(&typed.text().len()) => {
                Some(told("pin-length", (min, max)))
            }
            Some(rules) if self.form.fields.get(1).is_some_and(|again| again.text() != typed.text()) => {
                Some(told("pin-differs", rules))
            }
            _ => None,
        };
        if self.problem.is_some() {
            self.form.at = 0;
            return None;
        }
        let secret = SecretString::from(typed.text());
        self.form.fields.iter_mut().for_each(Field::clear);
        self.form.show(false);
        Some(secret)
    }
}
