//! A card is read back whole: its code is scanned, or all of its words or digits are typed from the paper.
//! Which of them are wrong is told by their numbers.

use ratatui::crossterm::event::KeyEvent;
use zeroize::Zeroizing;

use super::run::{Read, was_read};
use super::state::{Prints, Way};
use crate::backup::{Share, hexadecimal_lines, words};
use crate::ceremony::{OnPaper, Reading};
use crate::tui::kit::context::Context;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::card::{CardEntry, Entered};

/// The card in hand, as far as it is typed.
pub(super) struct Whole {
    x: u8,
    entry: CardEntry,
    problem: Option<Message>,
    /// What is not as on the card.
    warning: Option<String>,
    /// Another card was read, and it is right.
    other: Option<u8>,
}

impl Whole {
    /// Card `x`, of which nothing is typed.
    pub(super) fn of(x: u8) -> Self {
        Whole { x, entry: CardEntry::new(), problem: None, warning: None, other: None }
    }

    /// The card's number.
    pub(super) fn card(&self) -> u8 {
        self.x
    }

    /// Whether nothing is typed.
    pub(super) fn is_empty(&self) -> bool {
        self.entry.is_empty()
    }

    /// Adds the field, what was typed so far, and what is wrong with it.
    pub(super) fn view(&self, context: &Context, view: View) -> View {
        self.message(context, self.entry.view(context, view))
    }

    /// Adds what is wrong.
    pub(super) fn message(&self, context: &Context, view: View) -> View {
        let mut view = view.problem(self.problem.as_ref());
        if let Some(other) = self.other {
            view = view
                .good(context.fill(key!("card-other"), &[("other", other.into()), ("at", self.x.into())]));
        }
        match &self.warning {
            Some(warning) => view.warning(warning.clone()),
            None => view,
        }
    }

    /// A key. Esc is left to the caller.
    pub(super) fn key(&mut self, key: KeyEvent, state: &mut impl Prints, context: &Context) -> Read {
        match self.entry.key(key, context.at_once) {
            Entered::No => Read::No,
            Entered::Typing => Read::Handled,
            Entered::Card(typed) => self.read(&typed, state, context),
        }
    }

    fn read(&mut self, typed: &Reading, state: &mut impl Prints, context: &Context) -> Read {
        (self.problem, self.other) = (None, None);
        self.warning = self.compared(typed, state, context);
        if self.warning.is_some() {
            return Read::Handled;
        }
        let Some(cards) = &mut state.paper_mut().cards else { return Read::Handled };
        match cards.read_whole(self.x, typed) {
            Err(error) => self.problem = Some(context.message(&error)),
            Ok(x) => {
                self.entry.clear();
                was_read(state, context, x, true);
                if x == self.x {
                    return Read::Right;
                }
                self.other = Some(x);
            }
        }
        Read::Handled
    }

    /// Which words or lines are wrong. The ceremony could only say that something is.
    fn compared(&self, typed: &Reading, state: &impl Prints, context: &Context) -> Option<String> {
        let shares = state.sealed()?.shares();
        let wrong = compare(typed, shares.iter().find(|share| share.x == self.x)?);
        if wrong.is_empty() {
            return None;
        }
        let (of_another, differ) = match typed {
            Reading::Digits(_) => (key!("card-lines-other"), key!("card-lines-differ")),
            _ => (key!("card-words-other"), key!("card-words-differ")),
        };
        // An old card is told by its name, where it is compared.
        if let Ok(OnPaper::Bytes(y)) = typed.on_paper()
            && state.sealed().is_some_and(|sealed| sealed.takes_the_place_of(&y))
        {
            return None;
        }
        if let Some(other) = shares.iter().find(|share| compare(typed, share).is_empty()) {
            let values = [("other", other.x.into()), ("at", self.x.into())];
            return Some(context.fill(of_another, &values));
        }
        let numbers: Vec<_> = wrong.iter().map(ToString::to_string).collect();
        let way = match state.paper().way {
            Way::Printer => "printer",
            Way::Elsewhere => "elsewhere",
            Way::Handwritten => "handwritten",
        };
        let values =
            [("many", numbers.len().into()), ("numbers", numbers.join(", ").into()), ("way", way.into())];
        Some(context.fill(differ, &values))
    }
}

/// The numbers of the pieces (words or lines) that are not the share's.
fn differing<T: AsRef<str>>(typed: &[&str], right: &[T]) -> Vec<usize> {
    let plain = |text: &str| Zeroizing::new(text.split_whitespace().collect::<String>().to_uppercase());
    let pairs = (1..).zip(typed.iter().zip(right));
    pairs.filter(|(_, (typed, right))| plain(typed) != plain(right.as_ref())).map(|(n, _)| n).collect()
}

/// What was typed, piece by piece, against a share: the numbers of those that differ.
fn compare(typed: &Reading, share: &Share) -> Vec<usize> {
    match typed {
        Reading::Code(_) => Vec::new(),
        Reading::Words(text) => differing(&text.split_whitespace().collect::<Vec<_>>(), &words(&share.y)),
        Reading::Digits(text) => {
            let right = hexadecimal_lines(&share.y).map(|line| line.to_string());
            let right = Zeroizing::new(right.to_vec());
            differing(&text.lines().collect::<Vec<_>>(), &right)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::run::trial_share;
    use super::*;

    #[test]
    fn words_that_were_read_wrong_are_named() {
        let share = trial_share(1, [7; 32]);
        let mut read = words(&share.y);
        let typed = |words: &[&str]| Reading::Words(Zeroizing::new(words.join(" ") + " "));
        assert!(compare(&typed(&read), &share).is_empty());
        let wrong = if read[4] == "zoo" { "able" } else { "zoo" };
        (read[4], read[23]) = (wrong, wrong);
        assert_eq!(compare(&typed(&read), &share), [5, 24]);
    }

    #[test]
    fn lines_that_were_read_wrong_are_named_and_blanks_do_not_matter() {
        let (right, other) = (trial_share(1, [7; 32]), trial_share(2, [9; 32]));
        let typed = |share: &Share| hexadecimal_lines(&share.y).map(|line| line.to_lowercase());
        let all = |lines: [String; 4]| Reading::Digits(Zeroizing::new(lines.join("\n") + "\n"));
        assert!(compare(&all(typed(&right)), &right).is_empty());
        let mut mixed = typed(&right);
        mixed[2] = typed(&other)[2].replacen(' ', "", 1);
        assert_eq!(compare(&all(mixed), &right), [3]);
    }
}
