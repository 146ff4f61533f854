//! The screens: one calm program from switching on to farewell, over [`crate::ceremony`].
//!
//! A flow (`kit/flow`) is a table of steps. A step decides what is to be seen (`kit/view`), and `kit/draw` draws
//! it. Work goes on in the background (`kit/jobs`), and `watch` notices what is plugged in; so the screen is
//! never frozen.

/// The step of this name: a constant, so that it does not compile where one of its texts is missing.
macro_rules! step {
    ($title:literal) => {{
        const STEP: $crate::tui::kit::flow::StepId = $crate::tui::kit::flow::StepId::new($title);
        STEP
    }};
}

mod app;
mod flows;
mod home;
pub mod kit;
mod one_line;
mod parts;
mod ports;
mod watch;

pub use app::App;
pub use kit::context::{Context, Machine};
pub use kit::draw::{Fit, SMALLEST};
pub use kit::events::Wake;
pub use kit::messages;

use std::io::{self, Write, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{Event, KeyEventKind, poll, read};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};

use crate::language::Key;
use crate::machine::console::font;
use crate::machine::init::Ending;
use one_line::OneLine;

/// Starts to watch what is plugged in. What it sees, and what else happens, comes out of the receiver.
pub fn open(mut machine: Machine) -> (Context, Receiver<Wake>) {
    let (wake, wakes) = channel();
    // First: until then no USB keyboard works.
    let keyboards = machine.usb.take().map(|usb| ports::start(usb, wake.clone()));
    let mut context = Context::new(machine, wake.clone());
    context.keyboards = keyboards;
    watch::start(context.nitrokeys.clone(), context.sticks.clone(), wake);
    (context, wakes)
}

/// The steps in the table of each flow, by the flow's line at home; of each step its title, its text and its help, and
/// whether it stands beside the way. For tests: wherever a step leads by a name, there must be one; and to one beside the
/// way somebody must lead.
pub fn steps(context: &mut Context) -> Vec<(Key, Vec<kit::screen::Listed>)> {
    home::steps(context)
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
    let (context, wakes) = open(machine);
    type_into(context.wake.clone());
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let ended = screens(App::new(context), &wakes);
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
        let first = wakes.recv_timeout(Duration::from_secs(1)).unwrap_or(Wake::Poll);
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
