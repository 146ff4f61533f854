//! A share card is read: scanned, or its words or digits typed, all in one field. Which of them it is shows
//! by itself: digits have digits, words have blanks, and a code is longer than both.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::controls::{Field, plain};
use super::desk::Desk;
use super::view::{Part, View};
use crate::backup::{Word, is_line, word};
use crate::ceremony::Reading;

/// How many words a card has, and how many stand in a row, on paper as here.
const WORDS: usize = 24;
const ROW: usize = 4;
/// How many lines of digits.
const LINES: usize = 4;
/// The longest word has 8 letters; what is longer than this is no word with a slip in it.
const LONGEST_WORD: usize = 12;
/// A line of digits with blanks wherever one may put them is shorter, a code is longer.
const LONGEST_LINE: usize = 40;
/// A code of the backup sheet has some 840 characters. It is taken whole, so that it can be told what it is.
const LONGEST_CODE: usize = 1000;

/// A card as it was read; not yet looked into.
pub(super) enum Typed {
    /// A code, on whatever layout it was typed.
    Code(Zeroizing<String>),
    /// 24 words that there are.
    Words(Zeroizing<String>),
    /// Four lines, each with its right check.
    Digits(Zeroizing<String>),
}

impl Typed {
    /// For the ceremony.
    pub(super) fn reading(&self) -> Reading<'_> {
        match self {
            Typed::Code(text) => Reading::Code(text),
            Typed::Words(text) => Reading::Words(text),
            Typed::Digits(text) => Reading::Hexadecimal(text),
        }
    }
}

/// What a key made of it.
pub(super) enum Entered {
    /// Nothing: the key is for somebody else.
    No,
    /// It goes on.
    Typing,
    /// A whole card. What was typed stays until it is cleared, so that a wrong word can be mended.
    Card(Typed),
}

/// A word or a line that was typed.
#[derive(Clone, Default)]
struct Slot {
    typed: Zeroizing<String>,
    /// The whole word or the whole line, if it is one.
    whole: Option<Zeroizing<String>>,
}

impl Slot {
    fn is_wrong(&self) -> bool {
        !self.typed.is_empty() && self.whole.is_none()
    }
}

/// The control by which a share card is read.
pub(super) struct CardEntry {
    /// What is being typed: the code, or slot number `at`.
    field: Field,
    /// 24 words or 4 lines.
    slots: Vec<Slot>,
    at: usize,
    digits: bool,
    /// The arrow keys led here: the next letter begins the word anew.
    fresh: bool,
}

impl CardEntry {
    /// With nothing typed.
    pub(super) fn new() -> Self {
        let mut field = Field::secret(LONGEST_CODE);
        field.visible = true;
        CardEntry { field, slots: vec![Slot::default(); WORDS], at: 0, digits: false, fresh: false }
    }

    /// Wipes what was typed.
    pub(super) fn clear(&mut self) {
        *self = Self::new();
    }

    /// Whether nothing is typed.
    pub(super) fn is_empty(&self) -> bool {
        self.field.is_empty() && self.has_no_slots()
    }

    /// Whether nothing is typed but what stands in the field.
    fn has_no_slots(&self) -> bool {
        self.slots.iter().enumerate().all(|(i, slot)| i == self.at || slot.typed.is_empty())
    }

    /// Whether the field has what can only be a code.
    fn is_code(&self) -> bool {
        let text = self.field.trimmed();
        let longest = if self.digits { LONGEST_LINE } else { LONGEST_WORD };
        let strange = !self.digits && !is_hexadecimal(text) && !text.bytes().all(|b| b.is_ascii_alphabetic());
        // A word with a slip in it stays a word where others were typed before.
        text.chars().count() > longest || strange && self.has_no_slots()
    }

    /// A key. One that nothing can be done with here is left to the caller.
    pub(super) fn key(&mut self, key: KeyEvent) -> Entered {
        let step = if self.digits { 1 } else { ROW };
        match key.code {
            KeyCode::Enter => return self.enter(),
            KeyCode::Up | KeyCode::Down | KeyCode::Tab | KeyCode::BackTab if self.is_empty() => {
                return Entered::No;
            }
            KeyCode::Up => self.go(self.at.saturating_sub(step)),
            KeyCode::Down => self.go(self.at + step),
            KeyCode::BackTab => self.go(self.at.saturating_sub(1)),
            KeyCode::Left if !self.digits => self.go(self.at.saturating_sub(1)),
            KeyCode::Right if !self.digits => self.go(self.at + 1),
            KeyCode::Tab => self.advance(),
            KeyCode::Char(' ') if !self.digits => {
                // A code has no blanks; one that a scanner puts there is not the end of a word.
                if !self.field.is_empty() && !self.is_code() {
                    self.advance();
                }
            }
            KeyCode::Backspace if self.field.text().is_empty() => {
                self.go(self.at.saturating_sub(1));
                self.fresh = false;
                self.back_to_words();
            }
            KeyCode::Char(_) if self.fresh && plain(key) => {
                self.field.clear();
                return self.type_in(key);
            }
            _ => return self.type_in(key),
        }
        Entered::Typing
    }

    fn type_in(&mut self, key: KeyEvent) -> Entered {
        if !self.field.key(key) {
            return Entered::No;
        }
        self.fresh = false;
        if !self.digits {
            self.become_digits();
        } else if self.at + 1 < LINES && is_line(self.at + 1, self.field.text()) {
            self.advance();
        }
        self.back_to_words();
        Entered::Typing
    }

    /// No word has a digit in it, and no code begins with nothing but digits and the letters up to F.
    fn become_digits(&mut self) {
        let before: Vec<_> = self.slots[..self.at].iter().map(|slot| &slot.typed).collect();
        let all = before.iter().all(|typed| is_hexadecimal(typed)) && is_hexadecimal(self.field.text());
        if all && self.field.text().bytes().any(|b| b.is_ascii_digit()) {
            let mut line = Zeroizing::new(String::with_capacity(LONGEST_LINE));
            for typed in before {
                line.push_str(typed);
                line.push(' ');
            }
            line.push_str(self.field.text());
            self.clear();
            self.digits = true;
            self.slots.truncate(LINES);
            self.field.set(&line);
        }
    }

    fn back_to_words(&mut self) {
        if self.digits && self.is_empty() {
            self.clear();
        }
    }

    /// Keeps what stands in the field.
    fn keep(&mut self) {
        let typed = Zeroizing::new(self.field.trimmed().to_owned());
        let whole = match self.digits {
            true => is_line(self.at + 1, &typed).then(|| typed.clone()),
            false => match word(&typed) {
                Word::Whole(whole) if !typed.is_empty() => Some(Zeroizing::new(whole.to_owned())),
                _ => None,
            },
        };
        if let Some(slot) = self.slots.get_mut(self.at) {
            *slot = Slot { typed, whole };
        }
    }

    /// To another word or line; not beyond the first that is empty.
    fn go(&mut self, to: usize) {
        self.keep();
        let last = self.slots.iter().rposition(|slot| !slot.typed.is_empty());
        self.at = to.min(last.map_or(0, |last| last + 1)).min(self.slots.len() - 1);
        if let Some(slot) = self.slots.get(self.at) {
            self.field.set(&slot.typed);
        }
        self.fresh = !self.digits;
    }

    /// To the next word or line that is not whole; if all are, to the next one.
    fn advance(&mut self) {
        self.keep();
        let mut order = (self.at + 1..self.slots.len()).chain(0..=self.at);
        let next = order.find(|i| self.slots.get(*i).is_some_and(|slot| slot.whole.is_none()));
        self.go(next.unwrap_or(self.at + 1));
    }

    fn enter(&mut self) -> Entered {
        if self.is_empty() {
            return Entered::No;
        }
        if self.is_code() {
            let code = Zeroizing::new(self.field.trimmed().to_owned());
            // One that was read wrong is scanned anew, not mended.
            let kept = self.slots.get(self.at).map(|slot| slot.typed.clone()).unwrap_or_default();
            self.field.set(&kept);
            return Entered::Card(Typed::Code(code));
        }
        // The last line went on by itself, and Enter was pressed all the same.
        if self.field.is_empty() {
            return Entered::Typing;
        }
        self.advance();
        let between = if self.digits { '\n' } else { ' ' };
        // With room for all of it: a string that grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(WORDS * LONGEST_WORD));
        for slot in &self.slots {
            let Some(whole) = &slot.whole else { return Entered::Typing };
            text.push_str(whole);
            text.push(between);
        }
        Entered::Card(if self.digits { Typed::Digits(text) } else { Typed::Words(text) })
    }

    /// Adds the field, and what was typed so far, to be compared with the card.
    pub(super) fn view(&self, desk: &Desk, view: View) -> View {
        if self.is_empty() {
            return view.text(desk.say("entry-how")).field(desk.say("entry-any"), &self.field, true);
        }
        if self.is_code() {
            // What is seen while a scanner types is no word but a whole share.
            let mut hidden = self.field.clone();
            hidden.visible = false;
            return view.field(desk.say("entry-code"), &hidden, true);
        }
        let (grid, label, wrong) = match self.digits {
            true => (self.lines(), self.line_label(desk), "entry-lines-wrong"),
            false => (self.grid(), self.word_label(desk), "entry-words-wrong"),
        };
        let view = view.part(Part::Secret(grid)).field(label, &self.field, true);
        let slots = (1..).zip(&self.slots);
        let numbers: Vec<_> = slots
            .filter(|(number, slot)| slot.is_wrong() && *number != self.at + 1)
            .map(|(number, _)| number.to_string())
            .collect();
        match numbers.is_empty() {
            true => view,
            false => {
                let values = [("many", numbers.len().into()), ("numbers", numbers.join(", ").into())];
                view.warning(desk.fill(wrong, &values))
            }
        }
    }

    /// A sign before each number: here, wrong, or none.
    fn sign(&self, i: usize, slot: &Slot) -> char {
        match () {
            () if i == self.at => '►',
            () if slot.is_wrong() => '×',
            () => ' ',
        }
    }

    /// The words in rows as on the card.
    fn grid(&self) -> Vec<Zeroizing<String>> {
        let cell = |(i, slot): (usize, &Slot)| {
            let here = (i == self.at).then(|| self.here());
            let shown = here.as_ref().or(slot.whole.as_ref()).unwrap_or(&slot.typed);
            Zeroizing::new(format!("{}{:>2} {:<8.8} ", self.sign(i, slot), i + 1, shown.as_str()))
        };
        let cells: Vec<_> = self.slots.iter().enumerate().map(cell).collect();
        let row = |cells: &[Zeroizing<String>]| {
            cells.iter().fold(Zeroizing::new(String::with_capacity(80)), |mut row, cell| {
                row.push_str(cell);
                row
            })
        };
        cells.chunks(ROW).map(row).collect()
    }

    /// The word in the field, whole if that is clear.
    fn here(&self) -> Zeroizing<String> {
        let typed = self.field.trimmed();
        match word(typed) {
            Word::Whole(whole) if !typed.is_empty() => Zeroizing::new(whole.to_owned()),
            _ => Zeroizing::new(typed.to_owned()),
        }
    }

    fn lines(&self) -> Vec<Zeroizing<String>> {
        let line = |(i, slot): (usize, &Slot)| {
            let shown = grouped(if i == self.at { self.field.text() } else { &slot.typed });
            Zeroizing::new(format!("{}{:>2} {}", self.sign(i, slot), i + 1, *shown))
        };
        self.slots.iter().enumerate().map(line).collect()
    }

    fn is_whole(&self) -> bool {
        self.slots.iter().enumerate().all(|(i, slot)| i == self.at || slot.whole.is_some())
    }

    fn word_label(&self, desk: &Desk) -> String {
        let number = ("number", (self.at + 1).into());
        match word(self.field.text()) {
            _ if self.field.is_empty() => desk.fill("entry-word", &[number]),
            Word::Whole(word) => {
                let key = if self.is_whole() { "entry-words-whole" } else { "entry-word-whole" };
                desk.fill(key, &[number, ("word", word.into())])
            }
            Word::Begins(_) => desk.fill("entry-word-begins", &[number]),
            Word::Unknown { near } if near.is_empty() => desk.fill("entry-word-unknown", &[number]),
            Word::Unknown { near } => {
                desk.fill("entry-word-near", &[number, ("words", near.join(", ").into())])
            }
        }
    }

    fn line_label(&self, desk: &Desk) -> String {
        match self.is_whole() && is_line(self.at + 1, self.field.text()) {
            true => desk.say("entry-lines-whole"),
            false => desk.fill("entry-line", &[("number", (self.at + 1).into())]),
        }
    }
}

/// Digits and the letters up to F, at least one.
fn is_hexadecimal(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// As on the card: 16 digits and 4 check digits, in fours.
fn grouped(line: &str) -> Zeroizing<String> {
    let mut grouped = Zeroizing::new(String::with_capacity(2 * LONGEST_LINE));
    for (i, digit) in line.chars().filter(|c| !c.is_whitespace()).enumerate() {
        if i > 0 && i % 4 == 0 {
            grouped.push(' ');
        }
        grouped.extend(digit.to_uppercase());
    }
    grouped
}

#[cfg(test)]
mod tests;
