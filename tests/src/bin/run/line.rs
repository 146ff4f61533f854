//! The appliance in the terminal that the person sits at, which is the other end of its serial line.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;

use anyhow::{Result, ensure};
use coldspare_tests::pty::Size;
use coldspare_tests::screen::Key;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::hands::Hands;
use super::order::{Order, Orders, What};
use super::{End, LOOK, Signals};

/// What the appliance leaves behind, undone: mouse, pasting, alternate screen, hidden cursor, colours.
const TIDY: &str = "\x1b[?1000l\x1b[?1002l\x1b[?1006l\x1b[?2004l\x1b[?1049l\x1b[?25h\x1b[0m\r\n";

/// What the appliance takes the terminal at the other end for: a serial line does not tell its size.
const SIZE: Size = Size { columns: 80, rows: 25 };

/// Whether the terminal will do.
pub(crate) fn is_large_enough() -> Result<()> {
    let Size { columns, rows } = Size::of(io::stdout())?;
    ensure!(
        columns >= SIZE.columns && rows >= SIZE.rows,
        "the appliance needs {} columns and {} rows, and this terminal has {columns} and {rows}: enlarge it",
        SIZE.columns,
        SIZE.rows
    );
    Ok(())
}

/// Passes on what is typed and what is shown, until it is over.
pub(crate) fn between(
    mut line: &UnixStream,
    mut control: &File,
    hands: &Hands,
    signals: &Signals,
) -> Result<End> {
    let _raw = Raw::enter()?;
    let (keyboard, mut screen) = (io::stdin(), io::stdout());
    let timeout = Timespec::try_from(LOOK)?;
    let mut bytes = vec![0; 1 << 16];
    let mut orders = Orders::default();
    while !signals.end() {
        let mut fds = [
            PollFd::new(&keyboard, PollFlags::IN),
            PollFd::new(line, PollFlags::IN),
            PollFd::new(control, PollFlags::IN),
        ];
        // A signal ends it early, and is looked at then.
        if poll(&mut fds, Some(&timeout)).is_err() {
            continue;
        }
        let [typed, shown, ordered] = fds.map(|fd| !fd.revents().is_empty());
        if shown {
            let read = match line.read(&mut bytes) {
                Err(error) if error.kind() == ErrorKind::ConnectionReset => 0,
                read => read?,
            };
            if read == 0 {
                return Ok(End::OfComputer);
            }
            screen.write_all(&bytes[..read])?;
            screen.flush()?;
        }
        if typed {
            // Not through Rust's buffer, which poll does not see into.
            let read = rustix::io::read(&keyboard, &mut bytes)?;
            if read == 0 {
                return Ok(End::OfTerminal);
            }
            let (for_appliance, for_us) = sort(&bytes[..read]);
            match line.write_all(&for_appliance) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(End::OfComputer),
                written => written?,
            }
            for_us.into_iter().for_each(|order| hands.take(Ok(order)));
        }
        if ordered {
            let read = control.read(&mut bytes)?;
            if hands.take_all(orders.add(&bytes[..read])) {
                return Ok(End::Ordered);
            }
        }
    }
    Ok(End::OfTerminal)
}

/// Each key goes through as it is typed, for as long as this value lives.
struct Raw {
    before: Termios,
}

impl Raw {
    fn enter() -> Result<Self> {
        let before = tcgetattr(io::stdin())?;
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(io::stdin(), OptionalActions::Now, &raw)?;
        Ok(Raw { before })
    }
}

impl Drop for Raw {
    /// The terminal as it was.
    fn drop(&mut self) {
        // If it is gone, there is nothing to restore.
        let mut screen = io::stdout();
        screen.write_all(TIDY.as_bytes()).and_then(|()| screen.flush()).ok();
        tcsetattr(io::stdin(), OptionalActions::Now, &self.before).ok();
    }
}

/// What was typed, without the keys that are kept here, and what those order.
fn sort(typed: &[u8]) -> (Vec<u8>, Vec<Order>) {
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
