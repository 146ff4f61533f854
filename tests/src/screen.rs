//! The program's screens, read and typed at as a person does.

use std::num::NonZeroU16;
use std::process::{Command, ExitStatus};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::pcsc::wait_until;
use crate::pty::{Pty, Size};

/// How long a text may be in coming: making RSA keys takes its time.
const PATIENCE: Duration = Duration::from_secs(60);
/// A program takes what comes sooner after Esc for one key together with it.
const AFTER_ESC: Duration = Duration::from_millis(60);
/// What comes at once behind a line comes from a scanner, and is not taken. A hand is slower.
const AFTER_ENTER: Duration = Duration::from_millis(300);
/// With these a screen that is drawn is finished: the cursor disappears or is set where it belongs.
const DRAWN: [&[u8]; 2] = [b"\x1b[?25l", b"\x1b[?25h"];

/// A key that is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Del.
    Delete,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// F1 to F12.
    F(u8),
    /// A letter with Ctrl.
    Ctrl(char),
}

impl Key {
    /// What xterm sends for it ("XTerm Control Sequences", PC-Style Function Keys).
    pub fn bytes(self) -> Vec<u8> {
        match self {
            Key::Enter => b"\r".to_vec(),
            Key::Esc => b"\x1b".to_vec(),
            Key::Tab => b"\t".to_vec(),
            Key::BackTab => b"\x1b[Z".to_vec(),
            Key::Backspace => b"\x7f".to_vec(),
            Key::Delete => b"\x1b[3~".to_vec(),
            Key::Up => b"\x1b[A".to_vec(),
            Key::Down => b"\x1b[B".to_vec(),
            Key::Right => b"\x1b[C".to_vec(),
            Key::Left => b"\x1b[D".to_vec(),
            Key::Home => b"\x1b[H".to_vec(),
            Key::End => b"\x1b[F".to_vec(),
            Key::PageUp => b"\x1b[5~".to_vec(),
            Key::PageDown => b"\x1b[6~".to_vec(),
            Key::F(number @ 1..=4) => vec![0x1b, b'O', b'P' + number - 1],
            // After F5 and after F10 a number is left out.
            Key::F(number) => {
                let code = u16::from(number) + 10 + u16::from(number > 5) + u16::from(number > 10);
                format!("\x1b[{code}~").into_bytes()
            }
            Key::Ctrl(letter) => vec![letter.to_ascii_uppercase() as u8 & 0x1f],
        }
    }
}

/// A program with its screen and keyboard. It ends with this value.
#[derive(Debug)]
pub struct Console {
    pty: Pty,
    shared: Arc<Shared>,
    /// When Enter was pressed, if it was the last key.
    entered: Mutex<Option<Instant>>,
}

#[derive(Debug)]
struct Shared {
    glass: Mutex<Glass>,
    changed: Condvar,
}

struct Glass {
    parser: vt100::Parser,
    shown: Vec<String>,
    /// The program has closed its terminal.
    closed: bool,
}

impl std::fmt::Debug for Glass {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Glass({} screens so far)", self.shown.len())
    }
}

impl Shared {
    fn glass(&self) -> MutexGuard<'_, Glass> {
        self.glass.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Glass {
    fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Screen by screen, even if several come at once.
    fn take(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let end = DRAWN.iter().filter_map(|mark| {
                let at = bytes.windows(mark.len()).position(|window| window == *mark)?;
                Some(at + mark.len())
            });
            let (one, rest) = bytes.split_at(end.min().unwrap_or(bytes.len()));
            self.parser.process(one);
            bytes = rest;
            let text = self.text();
            if self.shown.last() != Some(&text) {
                self.shown.push(text);
            }
        }
    }
}

impl Console {
    /// Starts the program at a terminal of this size.
    ///
    /// # Errors
    /// If there is no pseudo-terminal.
    pub fn start(mut command: Command, columns: u16, rows: u16) -> Result<Self> {
        command.env("TERM", "xterm-256color");
        let pty = Pty::start(&command, Size { columns, rows })?;
        let (rows, columns) = cells(columns, rows)?;
        let glass = Glass { parser: vt100::Parser::new(rows, columns, 0), shown: Vec::new(), closed: false };
        let shared = Arc::new(Shared { glass: Mutex::new(glass), changed: Condvar::new() });
        let mut read = pty.reader()?;
        let ours = Arc::clone(&shared);
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            loop {
                let read = read(&mut buffer).unwrap_or(0);
                let mut glass = ours.glass();
                glass.take(&buffer[..read]);
                glass.closed = read == 0;
                ours.changed.notify_all();
                if glass.closed {
                    return;
                }
            }
        });
        Ok(Console { pty, shared, entered: Mutex::default() })
    }

    /// What is on the screen, row by row.
    pub fn screen(&self) -> String {
        self.shared.glass().text()
    }

    /// Every screen that there ever was, in their order; among them some that are half drawn.
    pub fn shown(&self) -> Vec<String> {
        self.shared.glass().shown.clone()
    }

    /// Waits until this text is on the screen, and returns the screen. A frame round the text and the
    /// places where its lines break do not matter.
    ///
    /// # Errors
    /// If it does not come within a minute, or the program has ended; with the screen.
    pub fn wait_for(&self, text: &str) -> Result<String> {
        self.wait_until(&format!("waited for “{text}”"), |screen| plain(screen).contains(&plain(text)))
    }

    /// Waits until this text is not on the screen any more, and returns the screen.
    ///
    /// # Errors
    /// As [`Console::wait_for`].
    pub fn wait_while(&self, text: &str) -> Result<String> {
        let what = format!("waited for “{text}” to go");
        self.wait_until(&what, |screen| !plain(screen).contains(&plain(text)))
    }

    /// Waits until the screen is like this, and returns it.
    ///
    /// # Errors
    /// As [`Console::wait_for`].
    pub fn wait_until(&self, what: &str, there: impl Fn(&str) -> bool) -> Result<String> {
        let until = Instant::now() + PATIENCE;
        let mut glass = self.shared.glass();
        loop {
            let screen = glass.text();
            if there(&screen) {
                return Ok(screen);
            }
            let left = until.saturating_duration_since(Instant::now());
            if glass.closed || left.is_zero() {
                let why = if glass.closed { "the program has ended" } else { "in vain" };
                bail!("{what}: {why}. The screen:\n{screen}");
            }
            let waited = self.shared.changed.wait_timeout(glass, left);
            glass = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Types a text, each line of it at once, as a scanner does; `\r` is Enter.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn keys(&self, text: &str) -> Result<()> {
        text.split_inclusive('\r').try_for_each(|line| self.at_once(line.as_bytes()))
    }

    /// Types a text, all of its lines at once, as a scanner does with a code that holds several.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn scan(&self, text: &str) -> Result<()> {
        self.at_once(text.as_bytes())
    }

    /// Presses a key.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn key(&self, key: Key) -> Result<()> {
        self.at_once(&key.bytes())?;
        if key == Key::Esc {
            thread::sleep(AFTER_ESC);
        }
        Ok(())
    }

    /// Types, but not at once behind Enter.
    fn at_once(&self, keys: &[u8]) -> Result<()> {
        let mut entered = self.entered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entered) = *entered {
            thread::sleep(AFTER_ENTER.saturating_sub(entered.elapsed()));
        }
        self.pty.write(keys)?;
        *entered = keys.ends_with(b"\r").then(Instant::now);
        Ok(())
    }

    /// Makes the terminal larger or smaller.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn resize(&self, columns: u16, rows: u16) -> Result<()> {
        let (height, width) = cells(columns, rows)?;
        self.shared.glass().parser.set_size(height, width);
        self.pty.resize(Size { columns, rows })
    }

    /// The program's number.
    pub fn number(&self) -> u32 {
        self.pty.number()
    }

    /// Whether the program has ended.
    ///
    /// # Errors
    /// What the system says.
    pub fn has_ended(&mut self) -> Result<bool> {
        Ok(self.pty.has_ended()?.is_some())
    }

    /// Waits until the program ends, and how it did.
    ///
    /// # Errors
    /// If it does not; with the screen.
    pub fn wait_for_end(&mut self) -> Result<ExitStatus> {
        let mut status = None;
        let ended = wait_until("the program ends", || {
            status = self.pty.has_ended()?;
            Ok(status.is_some())
        });
        ended.with_context(|| format!("the screen:\n{}", self.screen()))?;
        status.context("it has no status")
    }
}

fn cells(columns: u16, rows: u16) -> Result<(NonZeroU16, NonZeroU16)> {
    rows.try_into().ok().zip(columns.try_into().ok()).context("a terminal of no size")
}

/// A text on one line, without frames.
pub fn plain(text: &str) -> String {
    let frame = |c: char| ('\u{2500}'..='\u{259f}').contains(&c);
    text.replace(frame, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
