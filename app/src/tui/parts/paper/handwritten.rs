//! Without any printer: each card is copied from the screen, and typed back whole.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::run::{HANDWRITTEN, Read, after, begin, is_done, many, next, right, title, trustee};
use super::state::Prints;
use super::whole::Whole;
use crate::backup::{Share, by_rows, hexadecimal_lines, words};
use crate::language::Key;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Part, View};

/// How the card is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Digits,
    Code,
}

impl Form {
    fn next(self) -> Self {
        match self {
            Form::Words => Form::Digits,
            Form::Digits => Form::Code,
            Form::Code => Form::Words,
        }
    }

    /// The key that leads to it.
    fn name(self) -> Key {
        match self {
            Form::Words => key!("handwritten-as-words"),
            Form::Digits => key!("handwritten-as-digits"),
            Form::Code => key!("handwritten-as-code"),
        }
    }

    /// How it is copied.
    fn text(self) -> Key {
        match self {
            Form::Words => key!("handwritten-words"),
            Form::Digits => key!("handwritten-digits"),
            Form::Code => key!("handwritten-code"),
        }
    }
}

/// How far a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// It is copied; shown only if the owner asks for it.
    Copies { shown: bool },
    /// It is typed back.
    Types,
    /// It was typed back, and is right.
    Right,
}

/// All cards, one after the other.
pub(in crate::tui) struct CopyCards {
    x: u8,
    phase: Phase,
    form: Form,
    whole: Whole,
}

impl Default for CopyCards {
    fn default() -> Self {
        CopyCards { x: 1, phase: Phase::Copies { shown: false }, form: Form::Words, whole: Whole::of(1) }
    }
}

fn share(state: &impl Prints, x: u8) -> Option<&Share> {
    state.sealed()?.shares().iter().find(|share| share.x == x)
}

/// The 24 words in rows and columns, as they stand on a printed card.
fn rows(share: &Share) -> Vec<Zeroizing<String>> {
    let row = |group: Vec<(usize, &str)>| {
        group.iter().fold(Zeroizing::new(String::with_capacity(64)), |mut row, (number, word)| {
            row.push_str(&format!("{number:>2} {word:<9} "));
            row
        })
    };
    by_rows(&(1..).zip(words(&share.y)).collect::<Vec<_>>()).into_iter().map(row).collect()
}

/// The four lines, each in fours.
fn lines(share: &Share) -> Vec<Zeroizing<String>> {
    let fours = |(number, line): (usize, &Zeroizing<String>)| {
        let mut fours = Zeroizing::new(String::with_capacity(64));
        fours.push_str(&format!("{number}  "));
        for (i, digit) in line.chars().filter(|c| !c.is_whitespace()).enumerate() {
            if i > 0 && i % 4 == 0 {
                fours.push(' ');
            }
            fours.push(digit);
        }
        fours
    };
    (1..).zip(&hexadecimal_lines(&share.y)).map(fours).collect()
}

impl CopyCards {
    /// To card `x`; what was typed of another one is wiped.
    fn go(&mut self, x: u8, state: &impl Prints) {
        if self.x != x {
            self.whole = Whole::of(x);
        }
        self.x = x;
        self.phase = if is_done(state, x) { Phase::Right } else { Phase::Copies { shown: false } };
    }

    /// What stands above the words on a card, so that it says what it is.
    fn heading(&self, state: &impl Prints, context: &Context) -> Vec<String> {
        let Some(sealed) = state.sealed() else { return Vec::new() };
        let manifest = sealed.manifest();
        let values = [
            ("at", self.x.into()),
            ("n", manifest.quorum.cards().into()),
            ("k", manifest.quorum.needed().into()),
            ("spare", manifest.quorum.spare().into()),
            ("set", manifest.set.to_string().into()),
            ("name", trustee(state, self.x).into()),
            ("owner", state.plan().owner().to_owned().into()),
            ("day", context.texts().day(&manifest.moment.day()).into()),
        ];
        let lines = [
            key!("handwritten-top-card"),
            key!("handwritten-top-set"),
            key!("handwritten-top-for"),
            key!("handwritten-top-by"),
        ];
        lines.map(|key| format!("  {}", context.fill(key, &values))).to_vec()
    }

    /// What stands beneath the words, so that whoever finds it in ten years knows what to do.
    fn beneath(state: &impl Prints, context: &Context) -> String {
        let owner = [("owner", state.plan().owner().to_owned().into())];
        [key!("handwritten-keep"), key!("handwritten-ask"), key!("handwritten-died")]
            .map(|key| context.fill(key, &owner))
            .join(" ")
    }

    fn copies(&self, shown: bool, state: &impl Prints, context: &Context) -> View {
        let view = View::new(title(state, context, self.x));
        let Some(share) = share(state, self.x).filter(|_| shown) else {
            return view
                .text(context.say(key!("handwritten-text")))
                .lines(self.heading(state, context))
                .text(context.say(key!("handwritten-beneath")))
                .strong(Self::beneath(state, context))
                .text(context.say(key!("handwritten-show")))
                .enter(context.say(key!("key-next")))
                .key("F2", context.say(key!("key-show")));
        };
        let view = view.text(context.say(self.form.text()));
        let view = match self.form {
            Form::Words => view.part(Part::Secret(rows(share))),
            Form::Digits => view.part(Part::Secret(lines(share))),
            Form::Code => view.part(Part::Code(share.to_text())),
        };
        let view = match self.form {
            // What Enter does has no room beside it.
            Form::Code => view.key("F4", context.say(key!("handwritten-large"))),
            _ => view.text(context.say(key!("handwritten-then"))).enter(context.say(key!("key-next"))),
        };
        let other = context.say(self.form.next().name());
        view.key("F2", context.say(key!("key-hide"))).key("F3", other)
    }
}

impl<S: Prints> Step<S> for CopyCards {
    fn id(&self) -> StepId {
        HANDWRITTEN
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        begin(state);
        (self.whole, self.form) = (Whole::of(self.x), Form::Words);
        self.go(next(state).unwrap_or_else(|| many(state)), state);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        match self.phase {
            Phase::Copies { shown } => self.copies(shown, state, context),
            Phase::Types => {
                let view =
                    View::new(title(state, context, self.x)).text(context.say(key!("handwritten-back")));
                let view = match self.whole.is_empty() {
                    // What stands there for other cards speaks of a code, and such a card has none.
                    true => {
                        let view = view.text(context.say(key!("handwritten-how")));
                        self.whole.message(
                            context,
                            view.field(context.say(key!("handwritten-any")), &Field::new(0), true),
                        )
                    }
                    false => self.whole.view(context, view),
                };
                view.enter(context.say(key!("key-next")))
            }
            Phase::Right => {
                let view = right(state, context, self.x).text(context.say(key!("handwritten-letter")));
                view.enter(context.say(key!("key-next")))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match (self.phase, key.code) {
            (Phase::Copies { shown }, KeyCode::F(2)) => self.phase = Phase::Copies { shown: !shown },
            (Phase::Copies { shown: true }, KeyCode::F(3)) => self.form = self.form.next(),
            (Phase::Copies { .. }, KeyCode::Enter) => self.phase = Phase::Types,
            // Hidden first, then back.
            (Phase::Copies { shown: true } | Phase::Types, KeyCode::Esc) => {
                self.phase = Phase::Copies { shown: false };
            }
            (_, KeyCode::Esc) if self.x > 1 => self.go(self.x - 1, state),
            (Phase::Types, _) => match self.whole.key(key, state, context) {
                Read::No => return StepOutcome::Unhandled,
                Read::Handled => {}
                Read::Right => self.phase = Phase::Right,
            },
            (Phase::Right, KeyCode::Enter) => match after(state, self.x) {
                Some(x) => self.go(x, state),
                None => return StepOutcome::Next,
            },
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }
}

#[cfg(test)]
mod tests {
    use super::super::run::trial_share;
    use super::*;

    #[test]
    fn a_card_fits_its_place_on_the_smallest_screen() {
        let share = trial_share(1, [0xA5; 32]);
        let width = |lines: Vec<Zeroizing<String>>| lines.iter().map(|line| line.trim_end().len()).max();
        assert_eq!(rows(&share).len(), 6);
        assert!(width(rows(&share)) <= Some(53) && width(lines(&share)) <= Some(53));
    }
}
