//! The program's screens in process, as a person has them: keys go in, pictures come out. Around them a
//! computer with virtual Nitrokeys, sticks that are folders, and a printer that keeps its pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use coldspare::backup::Share;
use coldspare::machine::stick::discover::Sticks;
use coldspare::machine::usb::{Notice, Seen, Typing};
use coldspare::paper::Picture;
use coldspare::paper::printer::Printers;
use coldspare::tui::{self, App, Machine, Wake};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::{Color, Modifier};
use tempfile::TempDir;
use virtual_nitrokey::VirtualNitrokey;

use crate::VirtualBus;
use crate::paper::Pdf;
use crate::printer::VirtualPrinter;

/// How long anything may take: a whole Nitrokey is written in that time.
const PATIENCE: Duration = Duration::from_secs(60);
/// Time goes on in what is shown, even if nothing happens.
const TICK: Duration = Duration::from_millis(100);
/// Pixels for each module of a code, so that it is read as from a screen.
const MODULE: usize = 4;

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
        let (frames, shown) = (Vec::new(), String::new());
        let mut in_process = InProcess { app, wakes, answers, terminal, bus, printer, frames, shown, folder };
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
        self.wake(Wake::Key(KeyEvent::new(code, KeyModifiers::NONE)))
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

    /// Plugs a Nitrokey in, and waits until it was noticed.
    ///
    /// # Errors
    /// If it is not.
    pub fn plug(&mut self, key: &VirtualNitrokey) -> Result<()> {
        self.bus.0.plug(key.clone());
        self.noticed()
    }

    /// Pulls a Nitrokey out, and waits until that was noticed.
    ///
    /// # Errors
    /// If it is not.
    pub fn unplug(&mut self, key: &VirtualNitrokey) -> Result<()> {
        key.unplug();
        self.noticed()
    }

    fn noticed(&mut self) -> Result<()> {
        let there: Vec<_> = self.bus.0.keys().iter().map(VirtualNitrokey::serial).collect();
        self.until("the Nitrokeys are noticed", |in_process| {
            let context = in_process.app.context();
            // One whose reset was cut short does not say which it is.
            context.found.len() == there.len()
                && context.infos().all(|info| there.contains(&info.serial.number))
        })
    }

    /// Plugs a stick in, and waits until it was noticed. Its folder.
    ///
    /// # Errors
    /// If it is not.
    pub fn plug_stick(&mut self, name: &str) -> Result<PathBuf> {
        self.plug_stick_with(name, &[])
    }

    /// The same, with copies of these folders on it.
    ///
    /// # Errors
    /// If it is not noticed.
    pub fn plug_stick_with(&mut self, name: &str, folders: &[&Path]) -> Result<PathBuf> {
        let (drawer, stick) = (self.folder.path().join(name), self.folder.path().join("sticks").join(name));
        fs::create_dir(&drawer)?;
        for folder in folders {
            let copy = drawer.join(folder.file_name().context("a folder without a name")?);
            fs::create_dir(&copy)?;
            for file in fs::read_dir(folder)? {
                let file = file?;
                fs::copy(file.path(), copy.join(file.file_name()))?;
            }
        }
        fs::rename(drawer, &stick)?;
        self.until("the stick is noticed", |in_process| {
            in_process.app.context().plugged.iter().any(|stick| stick.name() == name)
        })?;
        Ok(stick)
    }

    /// Pulls a stick out, with all that is on it.
    ///
    /// # Errors
    /// If that is not noticed.
    pub fn unplug_stick(&mut self, name: &str) -> Result<()> {
        fs::remove_dir_all(self.folder.path().join("sticks").join(name))?;
        self.until("the stick is missed", |in_process| {
            in_process.app.context().plugged.iter().all(|stick| stick.name() != name)
        })
    }

    /// Tells of USB devices, as who guards the ports does.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn notice(&mut self, notices: &[Notice]) -> Result<()> {
        let keyboards = self.app.context().usb.keyboards.clone();
        self.wake(Wake::Usb(Seen { keyboards, notices: notices.to_vec() }))
    }

    /// Tells which keyboards work, as who guards the ports does.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn keyboards(&mut self, keyboards: &[Typing]) -> Result<()> {
        let notices = self.app.context().usb.notices.clone();
        self.wake(Wake::Usb(Seen { keyboards: keyboards.to_vec(), notices }))
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
            if let Some(digits) = crate::typist::digits(&self.screen()) {
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

    /// What was answered since this was asked last: a keyboard's number, and whether it may type.
    pub fn answers(&self) -> Vec<(u64, bool)> {
        self.answers.try_iter().collect()
    }

    /// The printer's cable is pulled, for good.
    ///
    /// # Errors
    /// What the system says.
    pub fn unplug_printer(&self) -> Result<()> {
        Ok(fs::remove_dir_all(self.folder.path().join("printer/class/lp0"))?)
    }

    /// What is sent to the printer does not reach it any more.
    ///
    /// # Errors
    /// What the system says.
    pub fn cut_off_printer(&self) -> Result<()> {
        Ok(fs::remove_file(self.folder.path().join("printer/devices/lp0"))?)
    }

    /// The pages that were printed, once there are so many.
    ///
    /// # Errors
    /// If they do not come.
    pub fn pages(&mut self, number: usize) -> Result<Vec<PathBuf>> {
        self.until("the pages are printed", |in_process| in_process.printer.pages().len() >= number)?;
        Ok(self.printer.pages())
    }

    /// What is on the screen, row by row.
    pub fn screen(&self) -> String {
        self.rows(Cell::symbol)
    }

    /// The same, with the modules of a code all alike: what is left of it is its place and its size.
    pub fn picture(&self) -> String {
        self.rows(|cell| if is_code(cell) { "▒" } else { cell.symbol() })
    }

    fn rows(&self, symbol: impl Fn(&Cell) -> &str) -> String {
        let buffer = self.terminal.backend().buffer();
        let row = |cells: &[Cell]| cells.iter().map(&symbol).collect::<String>().trim_end().to_owned() + "\n";
        buffer.content().chunks(buffer.area().width.into()).map(row).collect()
    }

    fn has_code(&self) -> bool {
        self.terminal.backend().buffer().content().iter().any(is_code)
    }

    /// What the codes on the screen say.
    ///
    /// # Errors
    /// If the screen is no picture.
    pub fn codes(&self) -> Result<Vec<String>> {
        let buffer = self.terminal.backend().buffer();
        let columns = usize::from(buffer.area().width);
        if !self.has_code() {
            return Ok(Vec::new());
        }
        let mut pixels = Vec::new();
        for row in buffer.content().chunks(columns) {
            for half in ["▀", "▄"] {
                let dark = |cell: &Cell| is_code(cell) && [half, "█"].contains(&cell.symbol());
                let grey = row.iter().map(|cell| if dark(cell) { 0 } else { u8::MAX });
                let line: Vec<u8> = grey.flat_map(|pixel| [pixel; MODULE]).collect();
                (0..MODULE).for_each(|_| pixels.extend_from_slice(&line));
            }
        }
        let picture = Picture::from_grey(columns * MODULE, pixels.len() / columns / MODULE, pixels)?;
        Ok(crate::reading::at_a_glance(&picture))
    }

    /// All screens that there were since this was asked last, in their order; below each,
    /// [`A_CODE`] if there is one, and what the codes say that can be read.
    pub fn take_frames(&mut self) -> Vec<String> {
        std::mem::take(&mut self.frames)
    }
}

fn is_code(cell: &Cell) -> bool {
    (cell.fg, cell.bg) == (Color::Black, Color::White)
}

/// The shares whose codes are on these pages.
///
/// # Errors
/// If a page cannot be read.
pub fn printed_shares(pages: &[PathBuf]) -> Result<Vec<Share>> {
    let mut shares = Vec::new();
    for page in pages {
        shares.extend(codes_of(page)?.iter().filter_map(|code| Share::parse(code).ok()));
    }
    Ok(shares)
}

/// The codes on a printed page.
fn codes_of(page: &Path) -> Result<Vec<String>> {
    let pdf = Pdf::of(&fs::read(page)?)?;
    let pictures = pdf.pictures(150)?;
    let (width, height, pixels) = crate::paper::pgm(pictures.first().context("an empty file")?)?;
    let picture = Picture::from_grey(width, height, pixels)?;
    Ok(crate::reading::at_a_glance(&picture))
}

/// A text on one line, without frames.
fn plain(text: &str) -> String {
    let frame = |c: char| ('\u{2500}'..='\u{259f}').contains(&c);
    text.replace(frame, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
