//! One code is one line. A code can hold any text, and a scanner types all of it, Enter included: whoever made a card
//! could put a line for every other card into its code, and behind them as many Enters as lead past the screens on which
//! a fingerprint is compared. So what comes at once behind the end of a line that no hand has typed is not taken; nor
//! is Enter a third time at once.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{KeyCode, KeyEvent};

/// Whoever types with fingers needs longer from key to key, a scanner does not.
const AT_ONCE: Duration = Duration::from_millis(50);
/// So many keys at once no hand presses.
const MANY: usize = 8;
/// So often Enter at once may be a hand that presses it twice, or a computer that was busy meanwhile.
const ENTERS: usize = 2;

/// What came since there was a pause.
#[derive(Debug, Default)]
pub(super) struct OneLine {
    /// When the last key came.
    last: Option<Instant>,
    /// How many keys came at once.
    keys: usize,
    /// How many of the last ones were Enter.
    enters: usize,
    /// The line is at its end.
    ended: bool,
}

impl OneLine {
    /// Whether this key, which came at that time, is taken.
    pub(super) fn takes(&mut self, key: &KeyEvent, now: Instant) -> bool {
        let at_once =
            self.last.replace(now).is_some_and(|last| now.saturating_duration_since(last) < AT_ONCE);
        if !at_once {
            *self = OneLine { last: self.last, ..OneLine::default() };
        }
        let enter = key.code == KeyCode::Enter;
        let taken = !(self.ended || enter && self.enters == ENTERS);
        self.keys += 1;
        self.ended |= enter && self.keys > MANY;
        self.enters = if enter { ENTERS.min(self.enters + 1) } else { 0 };
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is taken of a text whose keys come so many milliseconds one after the other.
    fn taken(text: &str, milliseconds: u64) -> String {
        let (mut line, mut now) = (OneLine::default(), Instant::now());
        let key = |c: char| KeyEvent::from(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) });
        let take = |c: &char| {
            now += Duration::from_millis(milliseconds);
            line.takes(&key(*c), now)
        };
        text.chars().filter(take).collect()
    }

    #[test]
    fn of_a_code_one_line_is_taken_and_no_enter_behind_it() {
        let code = "COLDSPARE1:S:0A1B2C3D:2:3:1:ABCDEF:01234567\n";
        for behind in [code, "\n", "\n\n\n\n", "x\n", "1234\n", "\t\n"] {
            for speed in [0, 1, 8, 32, 49] {
                assert_eq!(taken(&format!("{code}{behind}{behind}"), speed), code, "{behind:?}, {speed}");
            }
        }
        // Lines that are shorter; and nothing but Enter.
        assert_eq!(taken("0123456789ABCDEF 0123\n0123456789ABCDEF 0123\n", 5), "0123456789ABCDEF 0123\n");
        assert_eq!(taken("\n\n\n\n\n\n", 5), "\n\n");
    }

    #[test]
    fn what_hands_type_is_taken_whole() {
        let typed = "Ada Lovelace\nada@example.org\n\n\n12345678\n12345678\n";
        assert_eq!(taken(typed, 50), typed);
        assert_eq!(taken(typed, 300), typed);
    }

    #[test]
    fn one_code_may_follow_the_other_after_a_pause() {
        let (mut line, mut now) = (OneLine::default(), Instant::now());
        for _ in 0..3 {
            for c in "COLDSPARE1:S:0A1B2C3D".chars() {
                now += Duration::from_millis(2);
                assert!(line.takes(&KeyEvent::from(KeyCode::Char(c)), now));
            }
            assert!(line.takes(&KeyEvent::from(KeyCode::Enter), now));
            now += AT_ONCE;
        }
    }
}
