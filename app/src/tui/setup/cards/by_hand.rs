//! Without any printer: each card is copied from the screen, and typed back whole.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::super::super::card::{CardEntry, Entered, Typed};
use super::super::super::controls::Field;
use super::super::super::desk::Desk;
use super::super::super::flow::{Move, Step};
use super::super::super::told::Told;
use super::super::super::view::{Part, View};
use super::super::{Cards, Setup, Way};
use super::{STAGE, after, begin, is_read, many, prove, right, title, trustee, unread};
use crate::backup::{Share, groups, hexadecimal_lines, words};

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
    entry: CardEntry,
    problem: Option<Told>,
    /// What is not as on the screen.
    warning: Option<String>,
}

impl Default for ByHand {
    fn default() -> Self {
        ByHand {
            x: 1,
            phase: Phase::Copies { shown: false },
            form: Form::Words,
            entry: CardEntry::new(),
            problem: None,
            warning: None,
        }
    }
}

fn share(setup: &Setup, x: u8) -> Option<&Share> {
    setup.sealed.as_ref()?.shares().iter().find(|share| share.x == x)
}

/// The 24 words in six rows of four, as they stand on a printed card.
fn rows(share: &Share) -> Vec<Zeroizing<String>> {
    let row = |group: Vec<(usize, &str)>| {
        group.iter().fold(Zeroizing::new(String::with_capacity(64)), |mut row, (number, word)| {
            row.push_str(&format!("{number:>2} {word:<9} "));
            row
        })
    };
    groups(&share.y).into_iter().map(row).collect()
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

/// The numbers of the pieces (words or lines) that are not the share's.
fn differing<T: AsRef<str>>(typed: &[&str], right: &[T]) -> Vec<usize> {
    let plain = |text: &str| Zeroizing::new(text.split_whitespace().collect::<String>().to_uppercase());
    let pairs = (1..).zip(typed.iter().zip(right));
    pairs.filter(|(_, (typed, right))| plain(typed) != plain(right.as_ref())).map(|(n, _)| n).collect()
}

/// What was typed, piece by piece, against a share: the numbers of those that differ.
fn compare(typed: &Typed, share: &Share) -> Vec<usize> {
    match typed {
        Typed::Code(_) => Vec::new(),
        Typed::Words(text) => differing(&text.split_whitespace().collect::<Vec<_>>(), &words(&share.y)),
        Typed::Digits(text) => {
            let right = hexadecimal_lines(&share.y).map(|line| line.to_string());
            let right = Zeroizing::new(right.to_vec());
            differing(&text.lines().collect::<Vec<_>>(), &right)
        }
    }
}

impl ByHand {
    /// To card `x`; what was typed of another one is wiped.
    fn go(&mut self, x: u8, setup: &Setup) {
        if self.x != x {
            self.entry.clear();
        }
        (self.x, self.problem, self.warning) = (x, None, None);
        self.phase = if is_read(setup, x) { Phase::Right } else { Phase::Copies { shown: false } };
    }

    /// What stands above the words on a card, so that it says what it is.
    fn heading(&self, setup: &Setup, desk: &Desk) -> Vec<String> {
        let Some(sealed) = &setup.sealed else { return Vec::new() };
        let manifest = sealed.manifest();
        let values = [
            ("at", self.x.into()),
            ("n", manifest.quorum.cards().into()),
            ("k", manifest.quorum.needed().into()),
            ("set", manifest.set.to_string().into()),
            ("name", trustee(setup, self.x).into()),
            ("owner", setup.plan.owner().to_owned().into()),
            ("day", desk.texts().day(&manifest.date).into()),
        ];
        let lines = ["by-hand-top-card", "by-hand-top-set", "by-hand-top-for", "by-hand-top-by"];
        lines.map(|key| format!("  {}", desk.fill(key, &values))).to_vec()
    }

    fn copies(&self, shown: bool, setup: &Setup, desk: &Desk) -> View {
        let view = View::new(title(setup, desk, self.x));
        let Some(share) = share(setup, self.x).filter(|_| shown) else {
            return view
                .text(desk.say("by-hand-text"))
                .lines(self.heading(setup, desk))
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

    fn read(&mut self, typed: &Typed, setup: &mut Setup, desk: &Desk) {
        (self.problem, self.warning) = (None, None);
        if let Some(warning) = self.compared(typed, setup, desk) {
            self.warning = Some(warning);
            return;
        }
        let Some(Cards::Handwritten(cards)) = &mut setup.cards else { return };
        let read = match typed {
            Typed::Code(text) => cards.scanned(text),
            Typed::Words(text) => cards.words(self.x, text),
            Typed::Digits(text) => cards.hexadecimal(self.x, text),
        };
        match read {
            Ok(x) if x == self.x => {
                prove(setup);
                self.entry.clear();
                self.phase = Phase::Right;
            }
            Ok(x) => {
                prove(setup);
                self.warning = Some(desk.fill("card-other", &[("other", x.into()), ("at", self.x.into())]));
            }
            Err(error) => self.problem = Some(desk.tell(&error)),
        }
    }

    /// Which words or lines are wrong. The ceremony could only say that something is.
    fn compared(&self, typed: &Typed, setup: &Setup, desk: &Desk) -> Option<String> {
        let wrong = compare(typed, share(setup, self.x)?);
        if wrong.is_empty() {
            return None;
        }
        let mut shares = setup.sealed.as_ref()?.shares().iter();
        let key = if matches!(typed, Typed::Digits(_)) { "lines" } else { "words" };
        if let Some(other) = shares.find(|share| compare(typed, share).is_empty()) {
            let values = [("other", other.x.into()), ("at", self.x.into())];
            return Some(desk.fill(&format!("by-hand-{key}-other"), &values));
        }
        let numbers: Vec<_> = wrong.iter().map(ToString::to_string).collect();
        let values = [("many", numbers.len().into()), ("numbers", numbers.join(", ").into())];
        Some(desk.fill(&format!("by-hand-{key}-differ"), &values))
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
        self.entry.clear();
        self.form = Form::Words;
        self.go(unread(setup).unwrap_or_else(|| many(setup)), setup);
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        match self.phase {
            Phase::Copies { shown } => self.copies(shown, setup, desk),
            Phase::Types => {
                let view = View::new(title(setup, desk, self.x)).text(desk.say("by-hand-back"));
                let view = match self.entry.is_empty() {
                    // What stands there for other cards speaks of a code, and such a card has none.
                    true => view.text(desk.say("by-hand-how")).field(
                        desk.say("by-hand-any"),
                        &Field::new(0),
                        true,
                    ),
                    false => self.entry.view(desk, view),
                };
                let view = view.problem(self.problem.as_ref());
                let view = match &self.warning {
                    Some(warning) => view.warning(warning.clone()),
                    None => view,
                };
                view.enter(desk.say("key-next"))
            }
            Phase::Right => right(setup, desk, self.x).enter(desk.say("key-next")),
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
            (Phase::Types, _) => match self.entry.key(key) {
                Entered::No => return Move::Stay,
                Entered::Typing => {}
                Entered::Card(typed) => self.read(&typed, setup, desk),
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
    use super::*;
    use crate::backup::SetId;
    use crate::plan::Quorum;

    fn share(x: u8, y: [u8; 32]) -> Share {
        let (set, quorum) = (SetId::parse("0011AABB").unwrap(), Quorum::new(2, 3).unwrap());
        Share { set, quorum, x, y: Zeroizing::new(y) }
    }

    #[test]
    fn words_that_were_copied_wrong_are_named() {
        let share = share(1, [7; 32]);
        let mut copied = words(&share.y);
        let typed = |words: &[&str]| Typed::Words(Zeroizing::new(words.join(" ") + " "));
        assert!(compare(&typed(&copied), &share).is_empty());
        let wrong = if copied[4] == "zoo" { "able" } else { "zoo" };
        (copied[4], copied[23]) = (wrong, wrong);
        assert_eq!(compare(&typed(&copied), &share), [5, 24]);
    }

    #[test]
    fn lines_that_were_copied_wrong_are_named_and_blanks_do_not_matter() {
        let (right, other) = (share(1, [7; 32]), share(2, [9; 32]));
        let typed =
            |share: &Share| lines(share).iter().map(|line| line[3..].to_lowercase()).collect::<Vec<_>>();
        let all = |lines: Vec<String>| Typed::Digits(Zeroizing::new(lines.join("\n") + "\n"));
        assert!(compare(&all(typed(&right)), &right).is_empty());
        let mut mixed = typed(&right);
        mixed[2] = typed(&other)[2].clone();
        assert_eq!(compare(&all(mixed), &right), [3]);
    }

    #[test]
    fn a_card_fits_its_place_on_the_smallest_screen() {
        let share = share(1, [0xA5; 32]);
        let width = |lines: Vec<Zeroizing<String>>| lines.iter().map(|line| line.trim_end().len()).max();
        assert_eq!(rows(&share).len(), 6);
        assert!(width(rows(&share)) <= Some(53) && width(lines(&share)) <= Some(53));
    }
}
