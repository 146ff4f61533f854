//! What was typed of a card, as it stands on the card: to be compared with it.

use zeroize::Zeroizing;

use super::{CardEntry, LONGEST_LINE, Slot};
use crate::backup::{OPEN, Word, by_rows, is_line, typed_words, word};
use crate::tui::kit::context::Context;
use crate::tui::kit::view::{Part, View};

impl CardEntry {
    /// Adds the field, and what was typed so far, to be compared with the card.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        if self.is_empty() {
            let label = if self.open { key!("entry-any-open") } else { key!("entry-any") };
            return view.text(context.say(key!("entry-how"))).field(context.say(label), &self.field, true);
        }
        let view = view.key("F4", context.say(key!("entry-anew")));
        if self.code {
            // What is seen while a scanner types is no word but a whole share.
            let mut hidden = self.field.clone();
            hidden.visible = false;
            return view.field(context.say(key!("entry-code")), &hidden, true);
        }
        let (label, wrong) = match self.digits {
            true => (self.line_label(context).into(), key!("entry-lines-wrong")),
            false => (self.word_label(context), key!("entry-words-wrong")),
        };
        let view = self.typed_view(view).field(label, &self.field, true);
        let slots = (1..).zip(&self.slots);
        let numbers: Vec<_> = slots
            .filter(|(number, slot)| slot.is_wrong() && *number != self.at + 1)
            .map(|(number, _)| number.to_string())
            .collect();
        match numbers.is_empty() {
            true => view,
            false => {
                let values = [("many", numbers.len().into()), ("numbers", numbers.join(", ").into())];
                view.warning(context.fill(wrong, &values))
            }
        }
    }

    /// Adds what was typed so far.
    pub(super) fn typed_view(&self, view: View) -> View {
        view.part(Part::Secret(if self.digits { self.lines() } else { self.grid() }))
    }

    /// A sign before each number: here, wrong, or none.
    fn sign(&self, i: usize, slot: &Slot) -> char {
        match () {
            () if i == self.at => '►',
            () if slot.is_wrong() => '×',
            () => ' ',
        }
    }

    /// The words in rows and columns as on the card.
    fn grid(&self) -> Vec<Zeroizing<String>> {
        let cell = |(i, slot): (usize, &Slot)| {
            let word = match &slot.whole {
                Some(whole) if i != self.at => whole.clone(),
                _ => shown(if i == self.at { self.field.text() } else { &slot.typed }),
            };
            Zeroizing::new(format!("{}{:>2} {:<8.8} ", self.sign(i, slot), i + 1, word.as_str()))
        };
        let row = |cells: Vec<Zeroizing<String>>| {
            cells.iter().fold(Zeroizing::new(String::with_capacity(80)), |mut row, cell| {
                row.push_str(cell);
                row
            })
        };
        let cells: Vec<_> = self.slots.iter().enumerate().map(cell).collect();
        by_rows(&cells).into_iter().map(row).collect()
    }

    fn lines(&self) -> Vec<Zeroizing<String>> {
        let line = |(i, slot): (usize, &Slot)| {
            Zeroizing::new(format!("{}{:>2} {}", self.sign(i, slot), i + 1, *grouped(&self.line(i))))
        };
        self.slots.iter().enumerate().map(line).collect()
    }

    /// Whether all but the one in the field are whole.
    fn others_are_whole(&self) -> bool {
        self.slots.iter().enumerate().all(|(i, slot)| i == self.at || slot.whole.is_some())
    }

    fn word_label(&self, context: &Context) -> Zeroizing<String> {
        let number = ("number", (self.at + 1).into());
        let say = |key, said: &str, word: &str| {
            context.fill_secret(key, std::slice::from_ref(&number), (said, word))
        };
        let typed = typed_words(self.field.text()).pop().unwrap_or_default();
        match word(&typed) {
            _ if typed.is_empty() => context.fill(key!("entry-word"), &[number]).into(),
            _ if *typed == OPEN => context
                .fill(
                    if self.open { key!("entry-word-open") } else { key!("entry-word-not-open") },
                    &[number],
                )
                .into(),
            Word::Whole(word) => {
                let key = if self.others_are_whole() {
                    key!("entry-words-whole")
                } else {
                    key!("entry-word-whole")
                };
                say(key, "word", word)
            }
            Word::Begins(_) => context.fill(key!("entry-word-begins"), &[number]).into(),
            Word::Unknown { near } if near.is_empty() => {
                context.fill(key!("entry-word-unknown"), &[number]).into()
            }
            Word::Unknown { near } => say(key!("entry-word-near"), "words", &Zeroizing::new(near.join(", "))),
        }
    }

    fn line_label(&self, context: &Context) -> String {
        let (number, line) = (("number", (self.at + 1).into()), self.line(self.at));
        match () {
            () if line.contains(OPEN) && !self.open => context.fill(key!("entry-line-not-open"), &[number]),
            () if self.others_are_whole() && is_line(self.at + 1, &line) => {
                context.say(key!("entry-lines-whole"))
            }
            () => context.fill(key!("entry-line"), &[number]),
        }
    }
}

/// What was typed for a word, without its number: whole if that is clear.
fn shown(typed: &str) -> Zeroizing<String> {
    let typed = typed_words(typed).pop().unwrap_or_default();
    match word(&typed) {
        Word::Whole(whole) if !typed.is_empty() => Zeroizing::new(whole.to_owned()),
        _ => typed,
    }
}

/// As on the card: 16 digits and 4 check digits, in fours.
pub(super) fn grouped(line: &str) -> Zeroizing<String> {
    let mut grouped = Zeroizing::new(String::with_capacity(2 * LONGEST_LINE));
    for (i, digit) in line.chars().filter(|c| !c.is_whitespace()).enumerate() {
        if i > 0 && i % 4 == 0 {
            grouped.push(' ');
        }
        grouped.extend(digit.to_uppercase());
    }
    grouped
}
