//! One code is one line. A code can hold any text, and a scanner types all of it, Enter included: whoever made a card
//! could put a line for every other card into its code, and behind them as many Enters as lead past the screens on which
//! a fingerprint is compared. So what comes behind the end of a line that no hand has typed is not taken until there was
//! a pause, which a character that takes a scanner several keys does not make; nor is Enter a third time at once. What is
//! not taken is told: a computer that was busy hears a hand like a scanner.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::tui::kit::controls::plain;
use crate::tui::kit::events::Wake;

/// Whoever types with fingers needs longer from key to key, a scanner does not.
const AT_ONCE: Duration = Duration::from_millis(50);
/// Behind a line that no hand has typed it takes so long until another one begins. What a scanner's keys do not have it
/// types by its number, on the number pad with Alt held: five keys, of which nothing is seen but what comes of them.
const PAUSE: Duration = Duration::from_millis(250);
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
    /// How many of them were Enter.
    enters: usize,
    /// The line is at its end.
    ended: bool,
    /// It was told that there was more behind it.
    message: bool,
}

impl OneLine {
    /// What the screens hear of this key, which came at that time: the key, or that it was too much; nothing more of
    /// what comes after that. One that has `waited` to be heard came before, whatever a busy computer's clock says.
    pub(super) fn hears(&mut self, key: KeyEvent, waited: bool, now: Instant) -> Option<Wake> {
        let pause = if self.ended { PAUSE } else { AT_ONCE };
        let late = self.last.replace(now).is_none_or(|last| now.saturating_duration_since(last) >= pause);
        if late && !waited {
            *self = OneLine { last: self.last, ..OneLine::default() };
        }
        let enter = key.code == KeyCode::Enter;
        if self.ended || enter && self.enters == ENTERS {
            // Some scanners end each line with several keys, and an Enter too many is nothing to miss.
            let text = matches!(key.code, KeyCode::Char(_)) && plain(key);
            let tells = text && !self.message;
            self.message |= text;
            return tells.then_some(Wake::TooMuch);
        }
        self.keys += 1;
        self.enters += usize::from(enter);
        self.ended = enter && self.keys > MANY;
        Some(Wake::Key(key))
    }

    /// Whether the key that was heard last came at once after another.
    pub(super) fn is_at_once(&self) -> bool {
        self.keys > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text's keys, as a terminal has them.
    fn key(c: char) -> KeyEvent {
        KeyEvent::from(match c {
            '\n' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            _ => KeyCode::Char(c),
        })
    }

    /// What is taken of a text whose keys come so many milliseconds one after the other, and how often it is told that
    /// there was more. A digit is no hand's number here: `~` is a pause of the given length, and no key.
    fn heard(text: &str, milliseconds: u64, pause: u64) -> (String, usize) {
        let (mut line, mut now, mut message) = (OneLine::default(), Instant::now(), 0);
        let take = |c: &char| {
            now += Duration::from_millis(if *c == '~' { pause } else { milliseconds });
            if *c == '~' {
                return false;
            }
            match line.hears(key(*c), false, now) {
                Some(Wake::Key(_)) => true,
                Some(_) => {
                    message += 1;
                    false
                }
                None => false,
            }
        };
        let taken = text.chars().filter(take).collect();
        (taken, message)
    }

    fn taken(text: &str, milliseconds: u64) -> String {
        heard(text, milliseconds, 0).0
    }

    const CODE: &str = "COLDSPARE1:S:0A1B2C3D:2:3:1:ABCDEF:01234567\n";

    #[test]
    fn of_a_code_one_line_is_taken_and_no_enter_behind_it() {
        for behind in [CODE, "\n", "\n\n\n\n", "x\n", "1234\n", "\t\n"] {
            for speed in [0, 1, 8, 32, 49] {
                assert_eq!(taken(&format!("{CODE}{behind}{behind}"), speed), CODE, "{behind:?}, {speed}");
            }
        }
        // Lines that are shorter; and nothing but Enter.
        assert_eq!(taken("0123456789ABCDEF 0123\n0123456789ABCDEF 0123\n", 5), "0123456789ABCDEF 0123\n");
        assert_eq!(taken("\n\n\n\n\n\n", 5), "\n\n");
    }

    /// Five keys of 16 ms, and it is another's card after them.
    #[test]
    fn what_takes_a_scanner_several_keys_is_no_pause_behind_a_line() {
        for pause in [60, 80, 160, 240] {
            for behind in [format!("~é{CODE}"), format!("~é~é~é~é~é~é{CODE}\n\n"), format!("~{CODE}")]
            {
                assert_eq!(heard(&format!("{CODE}{behind}"), 5, pause), (CODE.to_owned(), 1), "{pause}");
            }
        }
    }

    /// Whoever reads the keys may not have had the processor for a second.
    #[test]
    fn what_has_waited_to_be_heard_is_no_pause() {
        let (mut line, mut now, mut taken) = (OneLine::default(), Instant::now(), String::new());
        for c in format!("{CODE}{CODE}\n\n").chars() {
            now += Duration::from_secs(1);
            if let Some(Wake::Key(_)) = line.hears(key(c), !taken.is_empty(), now) {
                taken.push(c);
            }
        }
        assert_eq!(taken, CODE);
    }

    #[test]
    fn a_short_line_in_front_makes_no_room_for_more_enters() {
        for text in ["a\na\na\na\na\na\n", "\na\n\na\n", "1\n\n2\n3\n"] {
            let enters = taken(text, 5).matches('\n').count();
            assert_eq!(enters, ENTERS, "{text:?}");
        }
    }

    #[test]
    fn what_is_not_taken_is_told_once_and_a_scanners_way_to_end_a_line_is_not() {
        assert_eq!(heard(&format!("{CODE}{CODE}{CODE}"), 5, 0).1, 1);
        assert_eq!(heard(&format!("{CODE}\n\t\n"), 5, 0), (CODE.to_owned(), 0));
        let (mut line, now) = (OneLine::default(), Instant::now());
        assert!(CODE.chars().all(|c| matches!(line.hears(key(c), false, now), Some(Wake::Key(_)))));
        let feed = KeyEvent::new(KeyCode::Char('j'), ratatui::crossterm::event::KeyModifiers::CONTROL);
        assert!(line.hears(feed, false, now).is_none());
    }

    #[test]
    fn what_hands_type_is_taken_whole() {
        let typed = "Ada Lovelace\nada@example.org\n\n\n12345678\n12345678\n";
        assert_eq!(heard(typed, 50, 0), (typed.to_owned(), 0));
        assert_eq!(heard(typed, 300, 0), (typed.to_owned(), 0));
        // Rolling over a few keys, and holding one.
        assert_eq!(taken("the\n\nand\n", 60), "the\n\nand\n");
        assert_eq!(taken("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 33).len(), 30);
    }

    #[test]
    fn one_code_may_follow_the_other_after_a_pause() {
        let (codes, pause) = ([CODE; 3].join("~"), PAUSE.as_millis().try_into().unwrap());
        assert_eq!(heard(&codes, 2, pause), (CODE.repeat(3), 0));
    }
}
