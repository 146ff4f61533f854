//! Without any printer: each card is copied from the screen, and typed back whole.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::super::super::controls::Field;
use super::super::super::desk::Desk;
use super::super::super::flow::{Move, Step};
use super::super::super::view::{Part, View};
use super::super::{Setup, Way};
use super::whole::Whole;
use super::{Read, STAGE, after, begin, is_done, many, next, right, title, trustee};
use crate::backup::{Share, by_rows, hexadecimal_lines, words};

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

    fn word(self) -> &'static str {
        match self {
            Form::Words => "words",
            Form::Digits => "digits",
            Form::Code => "code",
        }
    }
}

/// What a card is at.
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
pub(super) struct ByHand {
    x: u8,
    phase: Phase,
    form: Form,
    whole: Whole,
}

impl Default for ByHand {
    fn default() -> Self {
        ByHand { x: 1, phase: Phase::Copies { shown: false }, form: Form::Words, whole: Whole::of(1) }
    }
}

fn share(setup: &Setup, x: u8) -> Option<&Share> {
    setup.sealed.as_ref()?.shares().iter().find(|share| share.x == x)
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

impl ByHand {
    /// To card `x`; what was typed of another one is wiped.
    fn go(&mut self, x: u8, setup: &Setup) {
        if self.x != x {
            self.whole = Whole::of(x);
        }
        self.x = x;
        self.phase = if is_done(setup, x) { Phase::Right } else { Phase::Copies { shown: false } };
    }

    /// What stands above the words on a card, so that it says what it is.
    fn heading(&self, setup: &Setup, desk: &Desk) -> Vec<String> {
        let Some(sealed) = &setup.sealed else { return Vec::new() };
        let manifest = sealed.manifest();
        let values = [
            ("at", self.x.into()),
            ("n", manifest.quorum.cards().into()),
            ("k", manifest.quorum.needed().into()),
            ("spare", manifest.quorum.spare().into()),
            ("set", manifest.set.to_string().into()),
            ("name", trustee(setup, self.x).into()),
            ("owner", setup.plan.owner().to_owned().into()),
            ("day", desk.texts().day(&manifest.moment.day()).into()),
        ];
        let lines = ["by-hand-top-card", "by-hand-top-set", "by-hand-top-for", "by-hand-top-by"];
        lines.map(|key| format!("  {}", desk.fill(key, &values))).to_vec()
    }

    /// What stands beneath the words, so that whoever finds it in ten years knows what to do.
    fn beneath(setup: &Setup, desk: &Desk) -> String {
        let owner = [("owner", setup.plan.owner().to_owned().into())];
        ["by-hand-keep", "by-hand-ask", "by-hand-died"].map(|key| desk.fill(key, &owner)).join(" ")
    }

    fn copies(&self, shown: bool, setup: &Setup, desk: &Desk) -> View {
        let view = View::new(title(setup, desk, self.x));
        let Some(share) = share(setup, self.x).filter(|_| shown) else {
            return view
                .text(desk.say("by-hand-text"))
                .lines(self.heading(setup, desk))
                .text(desk.say("by-hand-beneath"))
                .strong(Self::beneath(setup, desk))
                .text(desk.say("by-hand-show"))
                .enter(desk.say("key-next"))
                .key("F2", desk.say("key-show"));
        };
        let view = view.text(desk.say(&format!("by-hand-{}", self.form.word())));
        let view = match self.form {
            Form::Words => view.part(Part::Secret(rows(share))),
            Form::Digits => view.part(Part::Secret(lines(share))),
            Form::Code => view.part(Part::Code(share.to_text())),
        };
        let view = match self.form {
            // What Enter does has no room beside it.
            Form::Code => view.key("F4", desk.say("by-hand-large")),
            _ => view.text(desk.say("by-hand-then")).enter(desk.say("key-next")),
        };
        let other = desk.say(&format!("by-hand-as-{}", self.form.next().word()));
        view.key("F2", desk.say("key-hide")).key("F3", other)
    }
}

impl Step<Setup> for ByHand {
    fn id(&self) -> &'static str {
        "by-hand"
    }

    fn stage(&self) -> usize {
        STAGE
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.way == Way::ByHand
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Desk) {
        begin(setup);
        (self.whole, self.form) = (Whole::of(self.x), Form::Words);
        self.go(next(setup).unwrap_or_else(|| many(setup)), setup);
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        match self.phase {
            Phase::Copies { shown } => self.copies(shown, setup, desk),
            Phase::Types => {
                let view = View::new(title(setup, desk, self.x)).text(desk.say("by-hand-back"));
                let view = match self.whole.is_empty() {
                    // What stands there for other cards speaks of a code, and such a card has none.
                    true => {
                        let view = view.text(desk.say("by-hand-how"));
                        self.whole.told(desk, view.field(desk.say("by-hand-any"), &Field::new(0), true))
                    }
                    false => self.whole.view(desk, view),
                };
                view.enter(desk.say("key-next"))
            }
            Phase::Right => {
                let view = right(setup, desk, self.x).text(desk.say("by-hand-letter"));
                view.enter(desk.say("key-next"))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        match (self.phase, key.code) {
            (Phase::Copies { shown }, KeyCode::F(2)) => self.phase = Phase::Copies { shown: !shown },
            (Phase::Copies { shown: true }, KeyCode::F(3)) => self.form = self.form.next(),
            (Phase::Copies { .. }, KeyCode::Enter) => self.phase = Phase::Types,
            // Hidden first, then back.
            (Phase::Copies { shown: true } | Phase::Types, KeyCode::Esc) => {
                self.phase = Phase::Copies { shown: false };
            }
            (_, KeyCode::Esc) if self.x > 1 => self.go(self.x - 1, setup),
            (Phase::Types, _) => match self.whole.key(key, setup, desk) {
                Read::No => return Move::Stay,
                Read::Here => {}
                Read::Right => self.phase = Phase::Right,
            },
            (Phase::Right, KeyCode::Enter) => match after(setup, self.x) {
                Some(x) => self.go(x, setup),
                None => return Move::Next,
            },
            _ => return Move::Stay,
        }
        Move::Here
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial_share;
    use super::*;

    #[test]
    fn a_card_fits_its_place_on_the_smallest_screen() {
        let share = trial_share(1, [0xA5; 32]);
        let width = |lines: Vec<Zeroizing<String>>| lines.iter().map(|line| line.trim_end().len()).max();
        assert_eq!(rows(&share).len(), 6);
        assert!(width(rows(&share)) <= Some(53) && width(lines(&share)) <= Some(53));
    }
}
