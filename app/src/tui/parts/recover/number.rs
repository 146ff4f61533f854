//! Which card is it? Words and digits do not say it. What cannot be read on the card stays empty, and is found when the
//! cards are tried together; and whoever scans a code here has scanned a card.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use crate::backup::Candidates;
use crate::ceremony::Reading;
use crate::plan::Quorum;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, Form, plain};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::card::{LONGEST_CODE, SHORTEST_CODE};

/// A typed card, whose number is asked for.
pub(super) struct Number {
    /// What the card may say.
    ys: Zeroizing<Vec<[u8; 32]>>,
    /// What it may say if a word was misread.
    near: Option<Candidates>,
    form: Form,
    /// What is typed and is no number: a scanner may type here.
    code: Field,
    problem: Option<Message>,
}

/// What a key made of the question for the number.
pub(super) enum Numbered {
    /// Nothing: the key is for somebody else.
    No,
    /// The key is used, and the number is not whole yet.
    Typing,
    /// The card is not taken after all.
    Left,
    /// Its number and its quorum, as far as they could be read.
    Card(Option<u8>, Option<Quorum>),
    /// A code that was scanned meanwhile.
    Code(Reading),
}

impl Number {
    /// With its quorum, if nothing says it yet.
    pub(super) fn new(ys: Zeroizing<Vec<[u8; 32]>>, near: Option<Candidates>, with_quorum: bool) -> Self {
        let fields = if with_quorum { 3 } else { 1 };
        let form = Form::new(vec![Field::new(3); fields]);
        Number { ys, near, form, code: Field::secret(LONGEST_CODE), problem: None }
    }

    /// What the card may say.
    pub(super) fn ys(&self) -> &[[u8; 32]] {
        &self.ys
    }

    /// What it may say if a word was misread.
    pub(super) fn near(&self) -> &[[u8; 32]] {
        self.near.as_ref().map_or(&[], Candidates::all)
    }

    /// The number cannot be this one.
    pub(super) fn refuse(&mut self, problem: Message) {
        self.problem = Some(problem);
        self.form.at = 0;
        // As it is, it is not to be taken by Enter.
        if let Some(number) = self.form.fields.first_mut() {
            number.clear();
        }
    }

    pub(super) fn view(&self, context: &Context, said: Option<String>) -> View {
        let labels = [key!("lost-number-card"), key!("lost-number-of"), key!("lost-number-needed")];
        let mut view =
            View::new(context.say(key!("lost-number"))).text(context.say(key!("lost-number-text")));
        for (i, (label, field)) in labels.iter().zip(&self.form.fields).enumerate() {
            view = view.field(context.say(*label), field, i == self.form.at && self.code.is_empty());
        }
        if !self.code.is_empty() {
            view = view.field(context.say(key!("entry-code")), &self.code, true);
        }
        let view = match said {
            Some(said) => view.strong(said),
            None => view,
        };
        view.enter(context.say(key!("key-next"))).problem(self.problem.as_ref())
    }

    pub(super) fn key(&mut self, key: KeyEvent, context: &Context) -> Numbered {
        let is_code = |c: char| plain(key) && !c.is_ascii_digit();
        let used = match key.code {
            KeyCode::Esc => return Numbered::Left,
            KeyCode::Enter => return self.enter(context),
            KeyCode::Char(c) if is_code(c) || !self.code.is_empty() => self.code.key(key),
            KeyCode::Backspace if !self.code.is_empty() => self.code.key(key),
            _ => self.form.key(key),
        };
        if used { Numbered::Typing } else { Numbered::No }
    }

    fn enter(&mut self, context: &Context) -> Numbered {
        self.problem = None;
        if !self.code.is_empty() {
            let code = Reading::code(self.code.trimmed());
            self.code.clear();
            if code.text().chars().count() >= SHORTEST_CODE {
                return Numbered::Code(code);
            }
            self.wrong(context);
        } else if !self.form.advance() {
            match self.read() {
                Some((x, quorum)) => return Numbered::Card(x, quorum),
                None => self.wrong(context),
            }
        }
        Numbered::Typing
    }

    fn wrong(&mut self, context: &Context) {
        self.refuse(context.pair(pair!("lost-number-wrong"), &[]));
    }

    /// Number and quorum; none of both, if they cannot be.
    fn read(&self) -> Option<(Option<u8>, Option<Quorum>)> {
        let number = |i: usize| match self.form.text(i) {
            "" => Some(None),
            text => text.parse::<u8>().ok().map(Some),
        };
        let quorum = match (number(1)?, number(2)?) {
            (Some(of), Some(needed)) => Some(Quorum::new(needed.into(), of.into()).ok()?),
            _ => None,
        };
        Some((number(0)?, quorum))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn typed(number: &mut Number, text: &str) -> Numbered {
        let context = Context::nowhere();
        let key = |c| KeyEvent::from(if c == '\r' { KeyCode::Enter } else { KeyCode::Char(c) });
        text.chars().map(|c| number.key(key(c), &context)).last().unwrap()
    }

    fn of_a_card() -> Number {
        Number::new(Zeroizing::new(vec![[7; 32]]), None, true)
    }

    #[test]
    fn a_number_field_takes_digits_alone() {
        let mut number = of_a_card();
        assert!(matches!(typed(&mut number, "aba\r"), Numbered::Typing));
        assert!(number.problem.is_some() && number.form.text(0).is_empty());
        let quorum = Quorum::new(2, 3).unwrap();
        let Numbered::Card(Some(1), Some(found)) = typed(&mut number, "1\r3\r2\r") else { unreachable!() };
        assert_eq!(found, quorum);
    }

    #[test]
    fn what_cannot_be_read_stays_empty() {
        assert!(matches!(typed(&mut of_a_card(), "\r\r\r"), Numbered::Card(None, None)));
        assert!(matches!(typed(&mut of_a_card(), "2\r\r\r"), Numbered::Card(Some(2), None)));
        assert!(matches!(typed(&mut of_a_card(), "2\r3\r\r"), Numbered::Card(Some(2), None)));
        // Of 2 cards never 3 are needed.
        assert!(matches!(typed(&mut of_a_card(), "2\r2\r3\r"), Numbered::Typing));
    }

    #[test]
    fn a_code_that_is_scanned_here_is_a_card() {
        let mut number = of_a_card();
        let code = "COLDSPARE1:S:630DCD29:3:5:2:ABCDEFGH:01234567";
        let Numbered::Code(found) = typed(&mut number, &format!("{code}\r")) else { unreachable!() };
        assert_eq!(found.text(), code);
        assert!(number.form.fields.iter().all(Field::is_empty));
        assert!(matches!(typed(&mut number, "1\r3\r2\r"), Numbered::Card(Some(1), Some(_))));
    }
}
