//! A printed card is spot-checked: three of its words are typed. If it is scanned instead, it is read whole.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::run::{Read, was_read};
use super::state::{Cards, Prints};
use crate::backup::{Word, typed_words, word};
use crate::ceremony::{CeremonyError, QuickCheck, Reading};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, Form};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::card::{LONGEST_CODE, Pace, is_code};

/// Three words of card `x` that are asked for.
pub(super) struct ThreeWords {
    x: u8,
    asked: Option<QuickCheck>,
    form: Form,
    problem: Option<Message>,
    /// The field has what can only be a code.
    code: bool,
    pace: Pace,
    /// What is to be said of a word that is none.
    warning: Option<String>,
    /// Another card was scanned, and it is right.
    other: Option<u8>,
}

impl ThreeWords {
    /// Draws the words.
    pub(super) fn of(x: u8, state: &impl Prints, context: &Context) -> Self {
        let (asked, form, pace) = (None, Form::default(), Pace::default());
        let mut reading =
            ThreeWords { x, asked, form, problem: None, code: false, pace, warning: None, other: None };
        reading.ask(state, context);
        reading
    }

    /// The card's number.
    pub(super) fn card(&self) -> u8 {
        self.x
    }

    fn ask(&mut self, state: &impl Prints, context: &Context) {
        // What is seen while a scanner types is no word but a whole share.
        self.form = Form::new((0..3).map(|_| Field::secret(LONGEST_CODE)).collect());
        self.form.show(true);
        let Some(Cards::Printed(cards)) = &state.paper().cards else { return };
        match cards.quick_check(self.x) {
            Ok(asked) => self.asked = Some(asked),
            Err(error) => (self.asked, self.problem) = (None, Some(context.message(&error))),
        }
    }

    fn positions(&self) -> [usize; 3] {
        self.asked.as_ref().map_or([0; 3], QuickCheck::positions)
    }

    /// Adds the three fields, and what was wrong.
    pub(super) fn view(&self, context: &Context, view: View) -> View {
        let mut view = view;
        if let Some(other) = self.other {
            view = view
                .good(context.fill(key!("card-other"), &[("other", other.into()), ("at", self.x.into())]));
        }
        view = view.problem(self.problem.as_ref());
        if let Some(warning) = &self.warning {
            view = view.warning(warning.clone());
        }
        for (i, (field, position)) in self.form.fields.iter().zip(self.positions()).enumerate() {
            let here = i == self.form.at;
            let label = match here && self.code {
                true => context.say(key!("entry-code")),
                false => context.fill(key!("entry-word"), &[("number", position.into())]),
            };
            view = view.field(label, field, here);
        }
        view.enter(context.say(key!("key-next")))
    }

    /// A key. Esc is left to the caller.
    pub(super) fn key(&mut self, key: KeyEvent, state: &mut impl Prints, context: &Context) -> Read {
        match key.code {
            KeyCode::Enter if self.code => return self.scan(state, context),
            KeyCode::Enter => return self.enter(state, context),
            KeyCode::Char(' ') => {
                if !self.form.text(self.form.at).is_empty() && !self.code && self.take(context) {
                    self.form.advance();
                }
                return Read::Handled;
            }
            _ => {}
        }
        let before = self.form.at;
        let used = self.form.key(key);
        if used {
            self.warning = None;
            self.pace.hears(key, context.at_once);
            let was = self.code && self.form.at == before;
            self.code = is_code(was, self.form.text(self.form.at), self.pace);
        }
        let is_word = !self.code;
        if let Some(field) = self.form.fields.get_mut(self.form.at) {
            field.visible = is_word;
        }
        if used { Read::Handled } else { Read::No }
    }

    fn scan(&mut self, state: &mut impl Prints, context: &Context) -> Read {
        (self.problem, self.warning, self.other) = (None, None, None);
        (self.code, self.pace) = (false, Pace::default());
        let Some(cards) = &mut state.paper_mut().cards else { return Read::Handled };
        let scanned = cards.read_whole(self.x, &Reading::code(self.form.text(self.form.at)));
        if let Some(field) = self.form.fields.get_mut(self.form.at) {
            field.clear();
            field.visible = true;
        }
        match scanned {
            Err(error) => self.problem = Some(context.message(&error)),
            Ok(x) => {
                was_read(state, context, x, true);
                if x == self.x {
                    return Read::Right;
                }
                self.other = Some(x);
            }
        }
        Read::Handled
    }

    /// Completes the word in the field; false if it is none.
    fn take(&mut self, context: &Context) -> bool {
        self.warning = None;
        let number = self.positions().get(self.form.at).copied().unwrap_or_default();
        let number = ("number", number.into());
        // A comma or an accent is no other word.
        let typed = match &typed_words(self.form.text(self.form.at))[..] {
            [only] => word(only),
            _ => word(self.form.text(self.form.at)),
        };
        let warning = match typed {
            Word::Whole(whole) => {
                if let Some(field) = self.form.fields.get_mut(self.form.at) {
                    field.set(whole);
                }
                return true;
            }
            Word::Begins(_) => context.fill(key!("entry-word-begins"), &[number]),
            Word::Unknown { near } if near.is_empty() => context.fill(key!("entry-word-unknown"), &[number]),
            Word::Unknown { near } => {
                context.fill(key!("entry-word-near"), &[number, ("words", near.join(", ").into())])
            }
        };
        self.warning = Some(warning);
        false
    }

    fn enter(&mut self, state: &mut impl Prints, context: &Context) -> Read {
        (self.problem, self.other) = (None, None);
        if self.form.text(self.form.at).is_empty() || !self.take(context) {
            return Read::Handled;
        }
        if self.form.advance() {
            return Read::Handled;
        }
        // The cursor may have come to the last one past an empty one.
        if let Some(empty) = self.form.fields.iter().position(Field::is_empty) {
            self.form.at = empty;
            return Read::Handled;
        }
        match self.answer(state) {
            Some(Ok(x)) => {
                was_read(state, context, x, false);
                return Read::Right;
            }
            Some(Err(error)) => self.problem = Some(context.message(&error)),
            None => {}
        }
        // A try is answered once; the next one is for other words.
        self.ask(state, context);
        Read::Handled
    }

    fn answer(&mut self, state: &mut impl Prints) -> Option<Result<u8, CeremonyError>> {
        let asked = self.asked.take()?;
        let Some(Cards::Printed(cards)) = &mut state.paper_mut().cards else { return None };
        Some(cards.answer(asked, [self.form.text(0), self.form.text(1), self.form.text(2)]))
    }
}
