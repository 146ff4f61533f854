//! What the owner moves and types in: a list, and a line of text.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The selected line of a list. Arrows, letters and digits move it.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct List {
    /// From 0.
    pub at: usize,
    /// The first line's number, less one: a list of 2 to 16 cards begins with 2.
    pub skip: usize,
    /// Its lines have numbers of their own, and no other ones: `5` is `5 years`, wherever that stands.
    pub own: bool,
    /// The number typed so far: `1`, then `2` for line 12.
    pub number: usize,
}

impl List {
    /// With line `at` selected.
    pub(in crate::tui) fn at(at: usize) -> Self {
        List { at, ..List::default() }
    }

    /// With no line selected: none of them is to be taken by Enter alone.
    pub(in crate::tui) fn none() -> Self {
        List::at(usize::MAX)
    }

    /// Whether no line is selected.
    pub(in crate::tui) fn is_none(&self) -> bool {
        self.at == usize::MAX
    }

    /// Moves by a key; false if it is none that moves.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, labels: &[impl AsRef<str>]) -> bool {
        let last = labels.len().saturating_sub(1);
        let number = std::mem::take(&mut self.number);
        match key.code {
            KeyCode::Up if self.at == 0 || self.is_none() => self.at = last,
            KeyCode::Up => self.at -= 1,
            KeyCode::Down | KeyCode::Tab => self.at = if self.at >= last { 0 } else { self.at + 1 },
            KeyCode::Home | KeyCode::PageUp => self.at = 0,
            KeyCode::End | KeyCode::PageDown => self.at = last,
            KeyCode::Char(c) if plain(key) => match c.to_digit(10) {
                Some(digit) => {
                    let digit = digit as usize;
                    let numbers = labels.iter().enumerate().map(|(at, label)| match self.own {
                        true => number_in(label.as_ref()),
                        false => Some(at + self.skip + 1),
                    });
                    let most = numbers.clone().flatten().max().unwrap_or(0);
                    let typed = Some(number * 10 + digit).filter(|n| *n <= most).unwrap_or(digit);
                    let hit = numbers.clone().position(|n| n == Some(typed));
                    self.number = typed;
                    self.at = hit.unwrap_or(self.at);
                }
                None => {
                    let at = self.at.min(last);
                    let begins = |at: &usize| {
                        let label = labels.get(*at).map_or("", AsRef::as_ref);
                        let first = label.chars().find(|c| c.is_alphanumeric());
                        first.is_some_and(|first| base(first) == base(c))
                    };
                    // The next one below, then from the top.
                    let mut order = (at + 1..labels.len()).chain(0..=at);
                    if let Some(hit) = order.find(begins) {
                        self.at = hit;
                    }
                }
            },
            _ => return false,
        }
        true
    }
}

/// The number that a line begins with.
fn number_in(label: &str) -> Option<usize> {
    let end = label.find(|c: char| !c.is_ascii_digit()).unwrap_or(label.len());
    label.get(..end)?.parse().ok()
}

/// A letter without its accent, small: `É` is found by `e`.
fn base(letter: char) -> Option<char> {
    std::iter::once(letter).nfd().flat_map(char::to_lowercase).next()
}

/// Whether a character is typed, and no command given.
pub(in crate::tui) fn plain(key: KeyEvent) -> bool {
    !key.modifiers.contains(KeyModifiers::CONTROL) || key.modifiers.contains(KeyModifiers::ALT)
}

/// A line of text, in memory that wipes itself.
#[derive(Clone)]
pub(in crate::tui) struct Field {
    text: Zeroizing<String>,
    /// In characters.
    cursor: usize,
    longest: usize,
    secret: bool,
    /// Whether a secret is shown just now.
    pub visible: bool,
    /// Whether more was typed than there is room for, since it was empty.
    cut: bool,
}

impl std::fmt::Debug for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Field({} characters)", self.text.chars().count())
    }
}

impl Field {
    /// Of at most `longest` characters.
    pub(in crate::tui) fn new(longest: usize) -> Self {
        // Room for all of it: a string that grows leaves copies behind.
        let text = Zeroizing::new(String::with_capacity(longest * 4));
        Field { text, cursor: 0, longest, secret: false, visible: false, cut: false }
    }

    /// One that shows dots until the owner asks to see it.
    pub(in crate::tui) fn secret(longest: usize) -> Self {
        Field { secret: true, ..Field::new(longest) }
    }

    /// With a text in it.
    #[must_use]
    pub(in crate::tui) fn with(mut self, text: &str) -> Self {
        self.set(text);
        self
    }

    /// Puts a text into it.
    pub(in crate::tui) fn set(&mut self, text: &str) {
        self.clear();
        self.text.extend(text.chars().filter(|c| !c.is_control()).take(self.longest));
        self.cursor = self.text.chars().count();
    }

    /// What stands in it.
    pub(in crate::tui) fn text(&self) -> &str {
        &self.text
    }

    /// What was typed, without white space round it.
    pub(in crate::tui) fn trimmed(&self) -> &str {
        self.text.trim()
    }

    /// The same as a name is kept: with letters that are whole, and spaces that are no others than they look.
    pub(in crate::tui) fn name(&self) -> String {
        // A keyboard types U+00A0 with AltGr and the space bar.
        let space = |c: char| if c.is_whitespace() { ' ' } else { c };
        self.trimmed().nfc().map(space).collect()
    }

    /// Empties it.
    pub(in crate::tui) fn clear(&mut self) {
        zeroize::Zeroize::zeroize(&mut *self.text);
        (self.cursor, self.cut) = (0, false);
    }

    /// Whether it shows dots.
    pub(in crate::tui) fn is_secret(&self) -> bool {
        self.secret
    }

    /// Whether what stands in it is not all that was typed.
    pub(in crate::tui) fn is_cut(&self) -> bool {
        self.cut
    }

    /// How many characters it takes.
    pub(in crate::tui) fn longest(&self) -> usize {
        self.longest
    }

    /// Whether nothing was typed.
    pub(in crate::tui) fn is_empty(&self) -> bool {
        self.trimmed().is_empty()
    }

    /// The cursor's place, in characters.
    pub(in crate::tui) fn cursor(&self) -> usize {
        self.cursor
    }

    /// As it is shown.
    pub(in crate::tui) fn shown(&self) -> Zeroizing<String> {
        match self.secret && !self.visible {
            true => Zeroizing::new("•".repeat(self.text.chars().count())),
            false => self.text.clone(),
        }
    }

    fn byte(&self, at: usize) -> usize {
        self.text.char_indices().nth(at).map_or(self.text.len(), |(byte, _)| byte)
    }

    /// Types a key; false if it is none that types.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent) -> bool {
        let length = self.text.chars().count();
        match key.code {
            KeyCode::Left => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Right => self.cursor = (self.cursor + 1).min(length),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = length,
            KeyCode::Backspace if self.cursor > 0 => {
                self.cursor -= 1;
                let at = self.byte(self.cursor);
                self.text.remove(at);
            }
            KeyCode::Delete if self.cursor < length => {
                let at = self.byte(self.cursor);
                self.text.remove(at);
            }
            KeyCode::Backspace | KeyCode::Delete => {}
            KeyCode::Char('u') if key.modifiers == KeyModifiers::CONTROL => self.clear(),
            KeyCode::Char(c) if plain(key) && !c.is_control() => {
                if length < self.longest {
                    let at = self.byte(self.cursor);
                    self.text.insert(at, c);
                    self.cursor += 1;
                } else {
                    self.cut = true;
                }
            }
            _ => return false,
        }
        true
    }
}

/// A few fields, of which one has the cursor.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct Form {
    /// The fields, from top to bottom.
    pub fields: Vec<Field>,
    /// Which has the cursor.
    pub at: usize,
}

impl Form {
    /// With the cursor in the first.
    pub(in crate::tui) fn new(fields: Vec<Field>) -> Self {
        Form { fields, at: 0 }
    }

    /// What was typed into field `i`, without white space round it.
    pub(in crate::tui) fn text(&self, i: usize) -> &str {
        self.fields.get(i).map_or("", Field::trimmed)
    }

    /// The same as a name is kept.
    pub(in crate::tui) fn name(&self, i: usize) -> String {
        self.fields.get(i).map(Field::name).unwrap_or_default()
    }

    /// Types or moves; false if the key does neither.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent) -> bool {
        let last = self.fields.len().saturating_sub(1);
        match key.code {
            KeyCode::Down | KeyCode::Tab => self.at = if self.at >= last { 0 } else { self.at + 1 },
            KeyCode::Up | KeyCode::BackTab if self.at == 0 => self.at = last,
            KeyCode::Up | KeyCode::BackTab => self.at -= 1,
            _ => return self.fields.get_mut(self.at).is_some_and(|field| field.key(key)),
        }
        true
    }

    /// Enter: to the next field. False if this was the last one.
    pub(in crate::tui) fn advance(&mut self) -> bool {
        let more = self.at + 1 < self.fields.len();
        if more {
            self.at += 1;
        }
        more
    }

    /// Shows secrets, or hides them again.
    pub(in crate::tui) fn show(&mut self, visible: bool) {
        self.fields.iter_mut().for_each(|field| field.visible = visible);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent};

    use super::List;

    #[test]
    fn from_a_list_in_which_nothing_is_selected_every_key_leads_to_a_line() {
        let labels = ["first", "second", "third"];
        let after = |code| {
            let mut list = List::none();
            list.key(KeyEvent::from(code), &labels);
            (!list.is_none()).then_some(list.at)
        };
        assert_eq!(
            [KeyCode::Down, KeyCode::Up, KeyCode::Home, KeyCode::End].map(after),
            [0, 2, 0, 2].map(Some)
        );
        assert_eq!(['2', 's', 'F', 't'].map(|c| after(KeyCode::Char(c))), [1, 1, 0, 2].map(Some));
        assert_eq!(['9', 'x'].map(|c| after(KeyCode::Char(c))), [None, None]);
    }

    /// Who presses 5 for five years does not mean the fifth line, which is ten.
    #[test]
    fn a_line_that_begins_with_a_number_is_found_by_that_number() {
        let labels = ["1 year", "2 years", "3 years", "5 years", "10 years", "never"];
        let after = |typed: &str| {
            let mut list = List { own: true, ..List::at(1) };
            typed.chars().for_each(|c| assert!(list.key(KeyEvent::from(KeyCode::Char(c)), &labels)));
            labels[list.at]
        };
        assert_eq!(
            ["5", "10", "1", "15", "n"].map(after),
            ["5 years", "10 years", "1 year", "5 years", "never"]
        );
        // No line has that number.
        assert_eq!(["4", "0", "9"].map(after), ["2 years"; 3]);
    }
}
