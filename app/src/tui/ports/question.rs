//! Four digits that stand on the screen and are typed: by somebody who sees it, on a keyboard that works. A device
//! that types blind hits them once in ten thousand tries.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::machine::entropy::random;
use crate::machine::keyboard::{Layout, Symbol};
use crate::tui::kit::controls::{Field, plain};

/// How many digits.
const LENGTH: usize = 4;
/// The kernel's codes of the row of digits, from 1 to 0.
const ROW: std::ops::RangeInclusive<u8> = 2..=11;

/// Digits, and what was typed of them.
#[derive(Debug)]
pub(super) struct Question {
    digits: String,
    pub(super) field: Field,
}

impl Question {
    /// New digits; none if the kernel gives no random ones.
    pub(super) fn new() -> Option<Self> {
        let mut bytes = [0; 4];
        random(&mut bytes).ok()?;
        let number = u32::from_le_bytes(bytes) % 10_u32.pow(4);
        Some(Question { digits: format!("{number:0LENGTH$}"), field: Field::new(LENGTH) })
    }

    /// Whether they were typed, once as many were.
    pub(super) fn key(&mut self, key: KeyEvent, layout: &Layout) -> Option<bool> {
        match key.code {
            KeyCode::Backspace => drop(self.field.key(key)),
            KeyCode::Char(typed) if plain(key) => {
                let digit = digit(typed, layout)?;
                self.field.key(KeyEvent::from(KeyCode::Char(digit)));
            }
            _ => {}
        }
        (self.field.text().len() == LENGTH).then(|| self.field.text() == self.digits)
    }

    /// As they stand on the screen.
    pub(super) fn digits(&self) -> String {
        let digits: Vec<_> = self.digits.chars().map(String::from).collect();
        digits.join(" ")
    }
}

/// The digit that is on a key. Where digits need Shift, as in France, they count without as well.
fn digit(typed: char, layout: &Layout) -> Option<char> {
    if typed.is_ascii_digit() {
        return Some(typed);
    }
    let keys = layout.keys();
    let key = keys.iter().find(|key| ROW.contains(&key.code) && key.plain == Symbol::Char(typed))?;
    "1234567890".chars().nth(usize::from(key.code.checked_sub(*ROW.start())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(question: &mut Question, text: &str, layout: &str) -> Vec<Option<bool>> {
        let layout = Layout::named(layout).unwrap();
        text.chars().map(|c| question.key(KeyEvent::from(KeyCode::Char(c)), layout)).collect()
    }

    fn asks(digits: &str) -> Question {
        Question { digits: digits.into(), ..Question::new().unwrap() }
    }

    #[test]
    fn nothing_but_the_digits_is_a_yes() {
        assert_eq!(typed(&mut asks("0719"), "0719", "us"), [None, None, None, Some(true)]);
        assert_eq!(typed(&mut asks("0719"), "0718", "us"), [None, None, None, Some(false)]);
        assert_eq!(typed(&mut asks("0719"), "x0y7 1!\u{7}9", "us").pop(), Some(Some(true)));
        let mut mended = asks("0719");
        typed(&mut mended, "078", "us");
        assert_eq!(mended.key(KeyEvent::from(KeyCode::Backspace), &Layout::ALL[0]), None);
        assert_eq!(typed(&mut mended, "19", "us"), [None, Some(true)]);
        for code in [KeyCode::Enter, KeyCode::Esc, KeyCode::F(10), KeyCode::Home] {
            assert_eq!(asks("0719").key(KeyEvent::from(code), &Layout::ALL[0]), None);
        }
    }

    #[test]
    fn where_digits_need_shift_they_count_without_as_well() {
        assert_eq!(typed(&mut asks("1234"), "&é\"'", "fr").pop(), Some(Some(true)));
        assert_eq!(typed(&mut asks("5678"), "(-è_", "fr").pop(), Some(Some(true)));
        assert_eq!(typed(&mut asks("9012"), "çà12", "fr").pop(), Some(Some(true)));
        assert_eq!(typed(&mut asks("2345"), "ěščř", "cz").pop(), Some(Some(true)));
        // With Shift these are other signs on keyboards where digits need none.
        assert_eq!(typed(&mut asks("1234"), "!@#$", "us"), [None; 4]);
        // Every digit can be typed on every keyboard.
        for layout in Layout::ALL {
            for number in '0'..='9' {
                assert_eq!(digit(number, layout), Some(number), "{}", layout.name);
            }
        }
    }

    #[test]
    fn the_digits_are_drawn_by_chance() {
        let drawn: std::collections::BTreeSet<_> =
            (0..50).map(|_| Question::new().unwrap().digits()).collect();
        assert!(drawn.len() > 40, "{drawn:?}");
        assert!(drawn.iter().all(|digits| digits.len() == 7));
    }
}
