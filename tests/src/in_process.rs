//! The program's screens in process, as a person has them: keys go in, pictures come out. Around them a
//! computer with virtual Nitrokeys, sticks that are folders, and a printer that keeps its pages.

mod plugged;
mod shown;

use std::fs;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use coldspare::language::Key;
use coldspare::machine::stick::discover::Sticks;
use coldspare::paper::printer::Printers;
use coldspare::tui::{self, App, Machine, Wake};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::Modifier;
use tempfile::TempDir;

use crate::VirtualBus;
use crate::on_screen::{content, digits, heading};
use crate::printer::VirtualPrinter;
use crate::screen::plain;
use crate::words::Words;
pub use shown::printed_shares;

/// How long anything may take: a whole Nitrokey is written in that time.
const PATIENCE: Duration = Duration::from_secs(60);
/// Time goes on in what is shown, even if nothing happens.
const TICK: Duration = Duration::from_millis(100);

/// Stands below a frame with a code, even one that is cut off and cannot be read.
pub const A_CODE: &str = "(a code)\n";

/// What the screens are on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum On {
    Terminal,
    Console,
    Appliance,
    Impatient,
}

/// The screens, the computer below them, and all that was ever shown.
pub struct InProcess {
    app: App,
    wakes: Receiver<Wake>,
    answers: Receiver<(u64, bool)>,
    terminal: Terminal<TestBackend>,
    bus: VirtualBus,
    printer: VirtualPrinter,
    frames: Vec<String>,
    shown: String,
    pressed: usize,
    // Last: its folders are still used by what stands above.
    folder: TempDir,
}

impl InProcess {
    /// Switches it on, with nothing plugged in but the printer.
    ///
    /// # Errors
    /// What the system says.
    pub fn start(columns: u16, rows: u16) -> Result<Self> {
        InProcess::of(On::Terminal, None, columns, rows)
    }

    /// The same on a computer's own console (`console`), where the program is asked for the keyboard.
    ///
    /// # Errors
    /// What the system says.
    pub fn on(console: bool, columns: u16, rows: u16) -> Result<Self> {
        InProcess::of(if console { On::Console } else { On::Terminal }, None, columns, rows)
    }

    /// The same on the appliance, as the trial image is, after the screens had stopped unexpectedly.
    ///
    /// # Errors
    /// What the system says.
    pub fn on_appliance(columns: u16, rows: u16) -> Result<Self> {
        InProcess::of(On::Appliance, None, columns, rows)
    }

    /// In a terminal, before somebody who wants to know at once what a Nitrokey is doing if it says nothing.
    ///
    /// # Errors
    /// What the system says.
    pub fn impatient(columns: u16, rows: u16) -> Result<Self> {
        InProcess::of(On::Impatient, None, columns, rows)
    }

    /// In a terminal, with sticks of another kind.
    ///
    /// # Errors
    /// What the system says.
    pub fn with_sticks(sticks: &Sticks, columns: u16, rows: u16) -> Result<Self> {
        InProcess::of(On::Terminal, Some(sticks.clone()), columns, rows)
    }

    fn of(on: On, sticks: Option<Sticks>, columns: u16, rows: u16) -> Result<Self> {
        let appliance = on == On::Appliance;
        let folder = tempfile::tempdir()?;
        let (folders, paper) = (folder.path().join("sticks"), folder.path().join("printer"));
        fs::create_dir(&folders)?;
        let printer = VirtualPrinter::start(&paper)?;
        let bus = VirtualBus::default();
        let (mut context, wakes) = tui::open(Machine {
            sticks: sticks.unwrap_or_else(|| Sticks::at(&folders)),
            printers: Printers::at(paper.join("devices"), paper.join("class")),
            appliance,
            trial: appliance,
            restarted: appliance,
            console: on == On::Console,
            ..crate::machine(bus.clone(), &folders)
        });
        if on == On::Impatient {
            context.quiet = Duration::ZERO;
        }
        let (keyboards, answers) = channel();
        context.keyboards = Some(keyboards);
        let terminal = Terminal::new(TestBackend::new(columns, rows))?;
        let app = App::new(context);
        let (frames, shown, pressed) = (Vec::new(), String::new(), 0);
        let mut in_process =
            InProcess { app, wakes, answers, terminal, bus, printer, frames, shown, pressed, folder };
        in_process.settle()?;
        Ok(in_process)
    }

    /// The program's state.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Another size of the terminal.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn resize(&mut self, columns: u16, rows: u16) -> Result<()> {
        self.terminal = Terminal::new(TestBackend::new(columns, rows))?;
        self.wake(Wake::Resize)
    }

    fn wake(&mut self, wake: Wake) -> Result<()> {
        self.app.wake(wake);
        self.draw()
    }

    fn draw(&mut self) -> Result<()> {
        self.terminal.draw(|frame| self.app.draw(frame))?;
        let screen = self.screen();
        if self.shown != screen {
            // Whoever points a camera at a code reads what it says.
            let codes = self.codes()?.into_iter().map(|code| code + "\n");
            let sign = if self.has_code() { A_CODE } else { "" };
            self.frames.push(screen.clone() + sign + &codes.collect::<String>());
            self.shown = screen;
        }
        Ok(())
    }

    /// Presses a key, and waits until all that it led to is done.
    ///
    /// # Errors
    /// If it is not done in a minute; with the screen.
    pub fn key(&mut self, code: KeyCode) -> Result<()> {
        self.press(code)?;
        self.settle()
    }

    /// Presses a key, and does not wait.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn press(&mut self, code: KeyCode) -> Result<()> {
        self.pressed += 1;
        self.wake(Wake::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    /// How many keys were pressed; what a scanner types is none.
    pub fn pressed(&self) -> usize {
        self.pressed
    }

    /// How many screens there were, one after the other: what is below the upper rule begins otherwise.
    pub fn screens(&self) -> usize {
        let mut headings: Vec<_> = self.frames.iter().map(|frame| heading(frame)).collect();
        headings.dedup();
        headings.len()
    }

    /// Presses a key until this text is not on the screen any more: it counts only once that could be read.
    ///
    /// # Errors
    /// If the text is still there after a minute; with the screen.
    pub fn press_away(&mut self, code: KeyCode, text: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while self.shows(text) {
            ensure!(Instant::now() < until, "it does not go: {text}. The screen:\n{}", self.screen());
            self.press(code)?;
            self.tick()?;
        }
        self.settle()
    }

    /// Presses several keys, one after the other.
    ///
    /// # Errors
    /// As [`InProcess::key`].
    pub fn each(&mut self, codes: &[KeyCode]) -> Result<()> {
        codes.iter().try_for_each(|code| self.key(*code))
    }

    /// Types a text.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn keys(&mut self, text: &str) -> Result<()> {
        text.chars().try_for_each(|c| self.press(KeyCode::Char(c)))
    }

    /// A scanner types a text: no finger is so fast.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn scan(&mut self, text: &str) -> Result<()> {
        let mut wake: fn(KeyEvent) -> Wake = Wake::Key;
        for c in text.chars() {
            self.wake(wake(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)))?;
            wake = Wake::AtOnce;
        }
        Ok(())
    }

    /// The scanner's Enter, and all that it led to.
    ///
    /// # Errors
    /// If it is not done in a minute; with the screen.
    pub fn scan_enter(&mut self) -> Result<()> {
        self.wake(Wake::AtOnce(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)))?;
        self.settle()
    }

    /// Chooses the line that is called so, wherever it stands, by the sign before it and Enter: at home, or in a question.
    ///
    /// # Errors
    /// If there is none; with the screen.
    pub fn choose(&mut self, line: Key) -> Result<()> {
        let name = self.app.context().say(line);
        loop {
            let screen = self.screen();
            let rows: Vec<_> = screen
                .lines()
                .map(|row| row.rsplit_once('│').map_or(row, |(_, content)| content).trim())
                .filter(|row| row.ends_with(&name))
                .collect();
            let mut signs = rows.iter().filter_map(|row| {
                let (sign, label) = row.trim_start_matches('►').trim_start().split_once(' ')?;
                (label.trim() == name).then(|| (row.starts_with('►'), sign.chars().next()))
            });
            let (is_selected, sign) =
                signs.next_back().with_context(|| format!("no line {name}:\n{screen}"))?;
            if is_selected {
                return self.key(KeyCode::Enter);
            }
            self.key(KeyCode::Char(sign.context("no sign")?))?;
        }
    }

    /// Empties the line that has the cursor.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn clear(&mut self) -> Result<()> {
        self.wake(Wake::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)))
    }

    /// Waits until no work goes on.
    ///
    /// # Errors
    /// If it still does after a minute; with the screen.
    pub fn settle(&mut self) -> Result<()> {
        self.until("it is at rest", |in_process| !in_process.app.is_busy() && !in_process.works())
    }

    /// Waits until this text is on the screen. Where its lines break does not matter.
    ///
    /// # Errors
    /// If it does not come within a minute; with the screen.
    pub fn wait_for(&mut self, text: &str) -> Result<()> {
        self.until(text, |in_process| in_process.shows(text))
    }

    /// Waits until it is at this step, whose name is its title's key.
    ///
    /// # Errors
    /// If that does not come within a minute; with the screen.
    pub fn at(&mut self, step: impl Into<Words>) -> Result<()> {
        let step = step.into();
        self.until(&format!("to be at {step}"), |in_process| in_process.is_at(&step))
    }

    /// Whether it is at this step now.
    ///
    /// # Panics
    /// If there is no such text: nobody is ever at a step of that name.
    pub fn is_at(&self, step: impl Into<Words>) -> bool {
        let (step, texts) = (step.into(), self.app.context().texts());
        assert!(step.are_known(texts), "no text of the catalogue: {step}");
        step.begin(&content(&self.screen()), texts)
    }

    /// Presses a key until it is at this step, each time after what the last one led to.
    ///
    /// # Errors
    /// If it is not there after many; with the screen.
    pub fn presses_until_at(&mut self, code: KeyCode, step: impl Into<Words>) -> Result<()> {
        /// No flow has more steps.
        const MOST: usize = 100;
        let step = step.into();
        for _ in 0..MOST {
            if self.is_at(&step) {
                return Ok(());
            }
            self.key(code)?;
        }
        bail!("{code:?} does not lead to {step}. The screen:\n{}", self.screen())
    }

    /// Whether it is there now.
    pub fn shows(&self, text: &str) -> bool {
        plain(&self.screen()).contains(&plain(text))
    }

    /// Waits until something is so.
    ///
    /// # Errors
    /// If it is not within a minute; with the screen.
    pub fn until(&mut self, what: &str, there: impl Fn(&InProcess) -> bool) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        loop {
            while let Ok(wake) = self.wakes.try_recv() {
                self.wake(wake)?;
            }
            self.draw()?;
            if there(self) {
                return Ok(());
            }
            ensure!(Instant::now() < until, "waited in vain: {what}. The screen:\n{}", self.screen());
            self.tick()?;
        }
    }

    fn tick(&mut self) -> Result<()> {
        match self.wakes.recv_timeout(TICK) {
            Ok(wake) => self.wake(wake),
            Err(RecvTimeoutError::Timeout) => self.wake(Wake::Poll),
            Err(RecvTimeoutError::Disconnected) => bail!("nobody watches any more"),
        }
    }

    /// Whether the sign of work in progress stands at the beginning of a line; elsewhere it is a French
    /// quotation mark.
    fn works(&self) -> bool {
        let buffer = self.terminal.backend().buffer();
        buffer.content().chunks(buffer.area().width.into()).any(|row| {
            let begin = row.iter().position(|cell| cell.symbol() == "│").map_or(0, |bar| bar + 1);
            let first = row.iter().skip(begin).find(|cell| cell.symbol() != " ");
            first.is_some_and(|cell| cell.symbol() == "»" && cell.modifier.contains(Modifier::BOLD))
        })
    }

    /// Types a text again and again until another is on the screen: keys count only once what is there could be read.
    ///
    /// # Errors
    /// If it does not come within a minute; with the screen.
    pub fn keys_until(&mut self, keys: &str, text: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while !self.shows(text) {
            ensure!(Instant::now() < until, "it does not come: {text}. The screen:\n{}", self.screen());
            self.keys(keys)?;
            self.tick()?;
        }
        self.settle()
    }

    /// Types the digits that stand on the screen, until this text is not on it any more.
    ///
    /// # Errors
    /// If the text is still there after a minute; with the screen.
    pub fn type_digits(&mut self, text: &str) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while self.shows(text) {
            ensure!(Instant::now() < until, "it does not go: {text}. The screen:\n{}", self.screen());
            if let Some(digits) = digits(&self.screen()) {
                // What was typed too early did not count, and the rest did.
                for _ in 0..digits.len() {
                    self.press(KeyCode::Backspace)?;
                }
                self.keys(&digits)?;
            }
            self.tick()?;
        }
        self.settle()
    }
}
