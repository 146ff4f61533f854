//! A share card is read: scanned, or its words or digits typed, all in one field. Which of them it is shows by itself: a
//! code begins like none of the others, on whatever layout it is typed, and digits are digits as soon as no word begins
//! so. What a hand types besides does no harm.
//!
//! A [`CardEntry`] takes what stands on the card and nothing else: with it is shown that a card can be read. Where a
//! card that was kept for years is to be used, [`Mending`] finds what cannot be read any more.

mod mending;
mod shown;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use crate::backup::{OPEN, PREFIX, Sense, Word, is_line, sense, typed_line, typed_words, word};
use crate::ceremony::{Reading, begins_like_code};
use crate::tui::kit::controls::{Field, plain};

pub(in crate::tui) use mending::{Came, Mending, unknown};

/// How many words a card has, and how many stand in a column, on paper as here: their numbers run down.
const WORDS: usize = 24;
const COLUMN: usize = 6;
/// How many lines of digits.
const LINES: usize = 4;
/// A line of digits is shorter, a code of digits alone is longer.
const LONGEST_LINE: usize = 40;
/// What was taken for a code stays one as long as there is so much of it.
const SURE: usize = 5;
/// So many signs without a blank, each sooner than a finger could be there, no hand has typed.
const SCANNED: usize = 13;
/// A code of the backup sheet has at most 940 characters. It is taken whole, so that it can be told what it is.
pub(in crate::tui) const LONGEST_CODE: usize = 1000;
/// Where something else is expected, what is shorter is no code.
pub(in crate::tui) const SHORTEST_CODE: usize = 20;
/// The longest word has 8 letters.
const ROOM: usize = WORDS * 12;

/// What a key made of a card that is being read.
pub(in crate::tui) enum Entered {
    /// Nothing: the key is for somebody else.
    No,
    /// It is used, and the card is not whole yet.
    Typing,
    /// A whole card. What was typed stays until it is cleared, so that a wrong word can be mended.
    Card(Reading),
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
pub(in crate::tui) struct CardEntry {
    /// What is being typed: the code, or slot number `at`.
    field: Field,
    /// 24 words or 4 lines.
    slots: Vec<Slot>,
    at: usize,
    digits: bool,
    /// The field has what can only be a code.
    code: bool,
    pace: Pace,
    /// The arrow keys led here: the next letter begins the word anew.
    fresh: bool,
    /// Whether `?` stands for what cannot be read. Only [`Mending`] may say so.
    open: bool,
}

impl CardEntry {
    /// With nothing typed.
    pub(in crate::tui) fn new() -> Self {
        let mut field = Field::secret(LONGEST_CODE);
        field.visible = true;
        let slots = vec![Slot::default(); WORDS];
        CardEntry {
            field,
            slots,
            at: 0,
            digits: false,
            code: false,
            pace: Pace::default(),
            fresh: false,
            open: false,
        }
    }

    /// Wipes what was typed.
    pub(in crate::tui) fn clear(&mut self) {
        *self = CardEntry { open: self.open, ..Self::new() };
    }

    /// Whether nothing is typed.
    pub(in crate::tui) fn is_empty(&self) -> bool {
        self.field.is_empty()
            && self.slots.iter().enumerate().all(|(i, s)| i == self.at || s.typed.is_empty())
    }

    /// A key; `at_once`: as soon after the one before as a scanner types. One that nothing can be done with here is left
    /// to the caller.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, at_once: bool) -> Entered {
        let words = !self.digits;
        match key.code {
            KeyCode::Enter => return self.enter(),
            KeyCode::Up | KeyCode::Down | KeyCode::Tab | KeyCode::BackTab | KeyCode::F(4)
                if self.is_empty() =>
            {
                return Entered::No;
            }
            KeyCode::F(4) => self.clear(),
            // A code is not mended.
            KeyCode::Up
            | KeyCode::Down
            | KeyCode::Tab
            | KeyCode::BackTab
            | KeyCode::Left
            | KeyCode::Right
                if self.code => {}
            KeyCode::Up | KeyCode::BackTab => self.go(self.at.saturating_sub(1)),
            KeyCode::Down => self.go(self.at + 1),
            KeyCode::Left if words => self.go(self.at.checked_sub(COLUMN).unwrap_or(self.at)),
            KeyCode::Right if words => {
                self.go(if self.at + COLUMN < WORDS { self.at + COLUMN } else { self.at });
            }
            KeyCode::Tab => self.advance(),
            KeyCode::Char(' ') if words => self.blank(key),
            KeyCode::Backspace if self.field.text().is_empty() => {
                self.go(self.at.saturating_sub(1));
                self.fresh = false;
                self.back_to_words();
            }
            KeyCode::Char(_) if self.fresh && plain(key) => {
                self.field.clear();
                return self.type_in(key, at_once);
            }
            _ => return self.type_in(key, at_once),
        }
        Entered::Typing
    }

    fn type_in(&mut self, key: KeyEvent, at_once: bool) -> Entered {
        if !self.field.key(key) {
            return Entered::No;
        }
        self.fresh = false;
        self.pace.hears(key, at_once);
        self.code = is_code(self.code, self.field.trimmed(), self.pace);
        if self.code {
            return Entered::Typing;
        }
        match self.digits {
            false => self.become_digits(),
            true if self.at + 1 < LINES && is_line(self.at + 1, &self.line(self.at)) => self.advance(),
            true => self.become_words(),
        }
        self.back_to_words();
        Entered::Typing
    }

    /// Ends a word; a number before it does not, nor does what a scanner puts into a code.
    fn blank(&mut self, key: KeyEvent) {
        self.pace = Pace::default();
        if self.code || self.field.is_empty() {
            return;
        }
        match typed_words(self.field.text()).is_empty() {
            false => self.advance(),
            true if self.field.text().ends_with(' ') => {}
            true => {
                self.field.key(key);
            }
        }
    }

    /// All that was typed, with a blank between the words or lines.
    fn all_typed(&self) -> Zeroizing<String> {
        let mut all = Zeroizing::new(String::with_capacity(WORDS * LONGEST_LINE + LONGEST_CODE));
        for (i, slot) in self.slots.iter().enumerate() {
            all.push_str(if i == self.at { self.field.text() } else { &slot.typed });
            all.push(' ');
        }
        let end = all.trim_end().len();
        all.truncate(end);
        all
    }

    /// As soon as what was typed can be nothing but digits.
    fn become_digits(&mut self) {
        let all = self.all_typed();
        // The beginning of a code is neither.
        let is_first = self.slots.iter().skip(self.at + 1).all(|slot| slot.typed.is_empty());
        if is_first && sense(&all) == Sense::Digits && !PREFIX.starts_with(&all.to_uppercase()) {
            let pace = self.pace;
            self.clear();
            self.slots.truncate(LINES);
            (self.digits, self.pace) = (true, pace);
            self.field.set(&all);
        }
    }

    /// They were words after all: a letter came that no digit is, and no line is whole yet.
    fn become_words(&mut self) {
        let all = self.all_typed();
        if self.slots.iter().any(|slot| slot.whole.is_some()) || sense(&all) != Sense::Words {
            return;
        }
        let pace = self.pace;
        self.clear();
        let (before, last) = all.rsplit_once(' ').unwrap_or(("", &all));
        for typed in before.split_whitespace() {
            self.field.set(typed);
            self.advance();
        }
        self.field.set(last);
        (self.pace, self.fresh) = (pace, false);
    }

    fn back_to_words(&mut self) {
        if self.digits && self.is_empty() {
            self.clear();
        }
    }

    /// Line `i` as its digits count.
    fn line(&self, i: usize) -> Zeroizing<String> {
        let typed = self.slots.get(i).map_or("", |slot| &slot.typed);
        typed_line(i + 1, if i == self.at { self.field.trimmed() } else { typed })
    }

    /// Keeps what stands in the field.
    fn keep(&mut self) {
        let typed = Zeroizing::new(self.field.trimmed().to_owned());
        if self.digits {
            let line = self.line(self.at);
            let is_whole = is_line(self.at + 1, &line) || self.open && is_open_line(&line);
            let whole = is_whole.then_some(line);
            return self.put(Slot { typed, whole });
        }
        let words = typed_words(&typed);
        let others = self.slots.iter().skip(self.at + 1).take_while(|slot| slot.typed.is_empty()).count();
        match &words[..] {
            [] => self.put(Slot::default()),
            [word] => self.put(Slot { whole: self.whole(word), typed }),
            words if words.len() <= others + 1 => {
                for (i, word) in words.iter().enumerate() {
                    self.at += usize::from(i > 0);
                    self.put(Slot { whole: self.whole(word), typed: word.clone() });
                }
                let last = self.slots.get(self.at).map(|slot| slot.typed.clone()).unwrap_or_default();
                self.field.set(&last);
            }
            _ => self.put(Slot { typed, whole: None }),
        }
    }

    fn put(&mut self, slot: Slot) {
        if let Some(place) = self.slots.get_mut(self.at) {
            *place = slot;
        }
    }

    /// The whole word, if it is one.
    fn whole(&self, typed: &str) -> Option<Zeroizing<String>> {
        match word(typed) {
            _ if typed == OPEN => self.open.then(|| Zeroizing::new(OPEN.to_owned())),
            Word::Whole(whole) => Some(Zeroizing::new(whole.to_owned())),
            _ => None,
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
        (self.code, self.pace) = (false, Pace::default());
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
        if self.code {
            let code = Zeroizing::new(self.field.trimmed().to_owned());
            // One that was read wrong is scanned anew, not mended.
            let kept = self.slots.get(self.at).map(|slot| slot.typed.clone()).unwrap_or_default();
            self.field.set(&kept);
            (self.code, self.pace) = (false, Pace::default());
            return Entered::Card(Reading::Code(code));
        }
        // The last line went on by itself, and Enter was pressed all the same.
        if self.field.is_empty() {
            return Entered::Typing;
        }
        self.advance();
        match self.is_whole() {
            true => Entered::Card(self.typed()),
            false => Entered::Typing,
        }
    }

    fn is_whole(&self) -> bool {
        self.slots.iter().all(|slot| slot.whole.is_some())
    }

    /// The words or lines: the whole ones, or else as they were typed.
    fn typed(&self) -> Reading {
        // With room for all of it: a string that grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(ROOM));
        for (i, slot) in self.slots.iter().enumerate() {
            match (&slot.whole, self.digits) {
                (Some(whole), _) => text.push_str(whole),
                (None, true) => text.push_str(&typed_line(i + 1, &slot.typed)),
                (None, false) => text.push_str(&slot.typed),
            }
            text.push(if self.digits { '\n' } else { ' ' });
        }
        if self.digits { Reading::Digits(text) } else { Reading::Words(text) }
    }
}

/// How many signs came one after the other as fast as a scanner types, without a blank.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::tui) struct Pace(usize);

impl Pace {
    /// A key that types; `at_once`: as soon after the one before as a scanner's.
    pub(in crate::tui) fn hears(&mut self, key: KeyEvent, at_once: bool) {
        let sign = matches!(key.code, KeyCode::Char(c) if c != ' ');
        self.0 = if sign && at_once { self.0 + 1 } else { usize::from(sign) };
    }
}

/// Whether this can only be a code. A mistyped word is none, and a code is never words: it begins like one of ours, or
/// no hand has typed it. What was known for one stays one: a thousand signs are not looked at again for each that comes.
pub(in crate::tui) fn is_code(was: bool, text: &str, pace: Pace) -> bool {
    let long = text.chars().count();
    was && long >= SURE
        || begins_like_code(text)
        || match sense(text) {
            Sense::Digits => typed_line(1, text).len() > LONGEST_LINE,
            Sense::Words | Sense::Either => pace.0 >= SCANNED,
        }
}

/// As many digits as a line has, of which some cannot be read.
fn is_open_line(line: &str) -> bool {
    let digits = line.bytes().all(|b| b.is_ascii_hexdigit() || OPEN.as_bytes().contains(&b));
    line.len() == 20 && digits && line.contains(OPEN)
}

#[cfg(test)]
mod tests;
