//! The terminal that the person sits at.

use std::io::{self, Write};

use anyhow::Result;
use coldspare_tests::screen::Key;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::hands::{Order, What};

/// What a program that dies leaves behind, undone: mouse, pasting, alternate screen, hidden cursor, colours.
const TIDY: &str = "\x1b[?1000l\x1b[?1002l\x1b[?1006l\x1b[?2004l\x1b[?1049l\x1b[?25h\x1b[0m\r\n";

/// Each key goes through as it is typed, for as long as this value lives.
pub(crate) struct Raw {
    before: Option<Termios>,
}

impl Raw {
    pub(crate) fn enter() -> Result<Self> {
        let before = tcgetattr(io::stdin())?;
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(io::stdin(), OptionalActions::Now, &raw)?;
        Ok(Raw { before: Some(before) })
    }

    /// The terminal as it was. A program that ended well has tidied up itself.
    pub(crate) fn leave(&mut self, tidy: bool) {
        let Some(before) = self.before.take() else { return };
        // If the terminal is gone, there is nothing to restore.
        if !tidy {
            let mut screen = io::stdout();
            screen.write_all(TIDY.as_bytes()).and_then(|()| screen.flush()).ok();
        }
        tcsetattr(io::stdin(), OptionalActions::Now, &before).ok();
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.leave(false);
    }
}

/// What was typed, without the keys that are kept here, and what those order.
pub(crate) fn sort(typed: &[u8]) -> (Vec<u8>, Vec<Order>) {
    let kept = [
        (Key::F(5).bytes(), What::Nitrokey(0)),
        // On Linux' own console.
        (b"\x1b[[E".to_vec(), What::Nitrokey(0)),
        (Key::F(6).bytes(), What::Nitrokey(1)),
        (Key::F(7).bytes(), What::Stick),
        (Key::F(8).bytes(), What::Nitrokey(2)),
    ];
    let (mut others, mut orders) = (Vec::new(), Vec::new());
    let mut rest = typed;
    while let Some((first, after)) = rest.split_first() {
        let found = kept.iter().find_map(|(key, what)| Some((rest.strip_prefix(key.as_slice())?, *what)));
        rest = match found {
            Some((after, what)) => {
                orders.push(Order::Toggle(what));
                after
            }
            None => {
                others.push(*first);
                after
            }
        };
    }
    (others, orders)
}
