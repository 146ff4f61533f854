//! The screens: one calm program from switching on to farewell, over [`crate::ceremony`].
//!
//! A flow (`flow`) is a row of steps. A step decides what is to be seen (`view`), and `draw` draws
//! it. Work goes on in the background (`job`), and `watch` notices what is plugged in; so the screen is
//! never frozen.

mod app;
mod blind;
mod card;
mod check;
mod clock;
mod controls;
mod desk;
mod draw;
mod find_bundle;
mod flow;
mod format;
mod home;
mod job;
mod keyboard;
mod known;
mod look;
mod lost;
mod nitrokeys;
mod one_line;
mod pin;
mod ports;
mod setup;
mod steps;
mod stick;
pub mod told;
mod view;
mod watch;
mod work;
mod write;

pub use app::App;
pub use desk::{Desk, Machine};
pub use draw::{Fit, SMALLEST};

use std::io::{self, Write, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{Event, KeyEvent, KeyEventKind, poll, read};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};

use crate::machine::console::font;
use crate::machine::first::Ending;
use crate::machine::sticks::Plugged;
use crate::machine::usb::Seen;
use crate::nitrokey::{Found, NitrokeyError};
use one_line::OneLine;

/// What makes the screens look again.
#[derive(Debug)]
pub enum Wake {
    /// A key was pressed.
    Key(KeyEvent),
    /// A key was pressed as soon after the one before as a scanner types.
    AtOnce(KeyEvent),
    /// More came at once than one line: the rest of it is not taken.
    TooMuch,
    /// The terminal has another size.
    Resize,
    /// Work went on.
    Look,
    /// Other Nitrokeys are plugged in.
    Nitrokeys(Result<Vec<Found>, NitrokeyError>),
    /// Other sticks are plugged in.
    Sticks(Vec<Plugged>),
    /// The program fell over looking for sticks; it goes on looking.
    NoSticks,
    /// Who watches USB devices fell over something, and goes on watching.
    Fault,
    /// There is something else to tell of USB devices.
    Usb(Seen),
}

/// Starts to watch what is plugged in. What it sees, and what else happens, comes out of the receiver.
pub fn open(mut machine: Machine) -> (Desk, Receiver<Wake>) {
    let (wake, wakes) = channel();
    // First: until then no USB keyboard works.
    let keyboards = machine.usb.take().map(|usb| ports::start(usb, wake.clone()));
    let mut desk = Desk::new(machine, wake.clone());
    desk.keyboards = keyboards;
    watch::start(desk.nitrokeys.clone(), desk.sticks.clone(), wake);
    (desk, wakes)
}

/// Runs the screens on this terminal until the owner switches off, and says how.
///
/// # Errors
/// If the terminal cannot be used.
pub fn run(mut machine: Machine) -> io::Result<Ending> {
    // A panic's message could hold anything; it is told without it.
    std::panic::set_hook(Box::new(|_| ()));
    // Without the font, letters with accents may look wrong; all else works.
    machine.console = !matches!(font::load(), Ok(font::Loaded::NotAConsole));
    let (desk, wakes) = open(machine);
    type_into(desk.wake.clone());
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let ended = screens(App::new(desk), &wakes);
    // Whatever happened, the terminal is left as it was, and nothing of ours on it.
    let cleared = execute!(
        stdout(),
        ratatui::crossterm::terminal::Clear(ratatui::crossterm::terminal::ClearType::All),
        LeaveAlternateScreen,
        cursor::Show
    );
    disable_raw_mode()?;
    stdout().flush()?;
    cleared.and(ended)
}

fn screens(mut app: App, wakes: &Receiver<Wake>) -> io::Result<Ending> {
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    loop {
        let drawn = catch_unwind(AssertUnwindSafe(|| terminal.draw(|frame| app.draw(frame)).map(drop)));
        match drawn {
            Ok(drawn) => drawn?,
            Err(_) => app.panicked(),
        }
        if let Some(ending) = app.ending() {
            return Ok(ending);
        }
        // Time goes on in what is shown, even if nothing happens.
        let first = wakes.recv_timeout(Duration::from_secs(1)).unwrap_or(Wake::Look);
        // All that waits is done before it is drawn again: fast typing needs no picture of each letter.
        for wake in std::iter::once(first).chain(wakes.try_iter()) {
            if catch_unwind(AssertUnwindSafe(|| app.wake(wake))).is_err() {
                app.panicked();
            }
        }
    }
}

/// Sends on what is typed, until nobody listens any more.
fn type_into(wake: Sender<Wake>) {
    std::thread::spawn(move || {
        let mut line = OneLine::default();
        loop {
            let waited = poll(Duration::ZERO).unwrap_or(false);
            let heard = match read() {
                Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                    match line.hears(key, waited, Instant::now()) {
                        Some(Wake::Key(key)) if line.is_at_once() => Some(Wake::AtOnce(key)),
                        heard => heard,
                    }
                }
                Ok(Event::Resize(..)) => Some(Wake::Resize),
                Ok(_) => None,
                // The terminal is gone, and with it who could want anything.
                Err(_) => return,
            };
            if heard.is_some_and(|heard| wake.send(heard).is_err()) {
                return;
            }
        }
    });
}
