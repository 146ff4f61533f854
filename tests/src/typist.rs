//! Somebody who types: whole ceremonies, step by step, into the program's screens, and looks what is there
//! before each key.

mod answers;
mod ceremony;
mod hands;
mod printed;
mod terminal;
mod whole;

use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use coldspare::language::Texts;

use crate::on_screen::{content, inner, number_of};
use crate::screen::{Console, Key, plain};
use crate::virtual_pc::VirtualPc;
use crate::words::Words;
pub use answers::{Answers, Stop, all_met, paper};
pub use hands::Hands;
pub use printed::{Printed, text as text_of};
pub use terminal::Terminal;
pub use whole::{Done, Known, Moment};

/// So many letters at once no hand types, for the program.
const LONG: usize = 8;
/// Longer than it takes until the program hears another line.
const BEHIND_A_LINE: Duration = Duration::from_millis(300);

/// Somebody at the program's screen and keyboard: at a pseudo-terminal, or before a whole computer.
#[derive(Debug)]
pub struct Typist<T = Console> {
    /// Both.
    pub console: T,
    /// The language of the screens.
    texts: Texts,
}

impl Typist {
    /// Starts the program on a screen of this size.
    ///
    /// # Errors
    /// If there is no pseudo-terminal.
    pub fn start(virtual_pc: &VirtualPc, columns: u16, rows: u16) -> Result<Self> {
        Self::start_as(virtual_pc.command(), columns, rows)
    }

    /// Starts it by this command.
    ///
    /// # Errors
    /// If there is no pseudo-terminal.
    pub fn start_as(command: Command, columns: u16, rows: u16) -> Result<Self> {
        Ok(Typist::before(Console::start(command, columns, rows)?))
    }
}

impl<T: Terminal> Typist<T> {
    /// Sits down before this terminal, to read English.
    pub fn before(console: T) -> Self {
        Typist { console, texts: Texts::of("en") }
    }

    /// The same, to choose this language on the first screen, and read it from then on.
    #[must_use]
    pub fn who_reads(self, language: &str) -> Self {
        Typist { texts: Texts::of(language), ..self }
    }

    /// The screens' words.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// These words, which the catalogue has to have.
    fn known(&self, words: impl Into<Words>) -> Result<Words> {
        let words = words.into();
        ensure!(words.are_known(&self.texts), "the catalogue has no {words}");
        Ok(words)
    }

    /// What stands there now, between the two rules and beside the list of steps, on one line.
    pub fn content(&self) -> String {
        content(&self.console.screen())
    }

    /// The same once it is drawn, and stays like that.
    pub fn settled(&self) -> String {
        loop {
            let before = self.content();
            std::thread::sleep(T::DRAWN);
            if self.content() == before {
                return before;
            }
        }
    }

    /// Waits until something can be read in what stands there, and reads it.
    fn reads<V>(&self, read: impl Fn(&str) -> Result<V>) -> Result<V> {
        let there = |screen: &str| read(&content(screen)).is_ok();
        read(&content(&self.console.wait_until("waited for something to be read", there)?))
    }

    /// Whether it is at this step just now.
    ///
    /// # Panics
    /// If there is no such text: nobody is ever at a step of that name.
    pub fn is_at(&self, step: &Words) -> bool {
        assert!(step.are_known(&self.texts), "no text of the catalogue: {step}");
        step.begin(&self.content(), &self.texts)
    }

    /// Whether this stands in what was read.
    ///
    /// # Panics
    /// If there is no such text: it would stand nowhere, for ever.
    pub fn says(&self, content: &str, words: impl Into<Words>) -> bool {
        let words = words.into();
        assert!(words.are_known(&self.texts), "no text of the catalogue: {words}");
        words.stand_in(content, &self.texts)
    }

    /// Waits until it is at this step: its name is its title's key.
    ///
    /// # Errors
    /// If that does not come; with the screen.
    pub fn at(&self, step: impl Into<Words>) -> Result<String> {
        let step = self.known(step)?;
        let there = |screen: &str| step.begin(&content(screen), &self.texts);
        Ok(content(&self.console.wait_until(&format!("waited to be at {step}"), there)?))
    }

    /// Waits until this stands there.
    ///
    /// # Errors
    /// If it does not come; with the screen.
    pub fn sees(&self, words: impl Into<Words>) -> Result<String> {
        let words = self.known(words)?;
        let there = |screen: &str| words.stand_in(&content(screen), &self.texts);
        Ok(content(&self.console.wait_until(&format!("waited to see {words}"), there)?))
    }

    /// Waits until this stands anywhere on the screen, which may have neither frame nor title.
    ///
    /// # Errors
    /// If it does not come; with the screen.
    pub fn sees_alone(&self, words: impl Into<Words>) -> Result<String> {
        let words = self.known(words)?;
        let there = |screen: &str| words.stand_in(&plain(screen), &self.texts);
        self.console.wait_until(&format!("waited to see {words}"), there)
    }

    /// Waits until one of these stands there: which.
    ///
    /// # Errors
    /// If none comes; with the screen.
    pub fn sees_one_of(&self, words: &[Words]) -> Result<usize> {
        let words = words.iter().map(|words| self.known(words)).collect::<Result<Vec<_>>>()?;
        let which = |screen: &str| {
            let content = content(screen);
            words.iter().position(|words| words.stand_in(&content, &self.texts))
        };
        let what = format!("waited to see one of {words:?}");
        let screen = self.console.wait_until(&what, |screen| which(screen).is_some())?;
        which(&screen).context("it went away")
    }

    /// Waits until the selected line has this in it.
    ///
    /// # Errors
    /// If it is not selected; with the screen.
    pub fn selected(&self, words: impl Into<Words>) -> Result<()> {
        let words = self.known(words)?;
        let there = |screen: &str| {
            inner(screen).lines().any(|row| row.contains('►') && words.stand_in(row, &self.texts))
        };
        self.console.wait_until(&format!("waited until {words} is selected"), there).map(drop)
    }

    /// Chooses the line with this in it, by its number.
    ///
    /// # Errors
    /// If there is none; with the screen.
    pub fn chooses(&self, words: impl Into<Words>) -> Result<()> {
        let words = self.known(words)?;
        let number = |screen: &str| {
            let inner = inner(screen);
            let mut rows = inner.lines().filter(|row| number_of(row).is_some());
            rows.find(|row| words.stand_in(row, &self.texts)).and_then(number_of)
        };
        let is_selected = |screen: &str| {
            inner(screen).lines().any(|row| row.contains('►') && words.stand_in(row, &self.texts))
        };
        loop {
            let what = format!("waited for a line {words}");
            let screen = self.console.wait_until(&what, |screen| number(screen).is_some())?;
            let pressed = number(&screen).context("it went away")?;
            self.console.keys(&pressed)?;
            // At home the lines of what was just plugged in move to the top: it may have another number by now.
            let there =
                |screen: &str| is_selected(screen) || number(screen).is_some_and(|number| number != pressed);
            let what = format!("waited until {words} is selected");
            if is_selected(&self.console.wait_until(&what, there)?) {
                return self.enter();
            }
        }
    }

    /// Presses Enter.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn enter(&self) -> Result<()> {
        self.console.key(Key::Enter)
    }

    /// Presses Esc.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn esc(&self) -> Result<()> {
        self.console.key(Key::Esc)
    }

    /// Types a line, and presses Enter.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn line(&self, text: &str) -> Result<()> {
        self.console.keys(text)?;
        self.enter()
    }

    /// Empties the field, as Ctrl+U does.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn empties(&self) -> Result<()> {
        self.console.key(Key::Ctrl('u'))
    }

    /// Waits until it is at this step, and that is ready: what stands there.
    ///
    /// # Errors
    /// If that does not come; with the screen.
    pub fn is_ready(&self, stop: &Stop) -> Result<String> {
        let content = self.at(&stop.title)?;
        stop.ready.as_ref().map_or(Ok(content), |ready| self.sees(ready))
    }

    /// Types through these steps.
    ///
    /// # Errors
    /// At which step it stopped.
    pub fn goes(&self, stops: &[Stop]) -> Result<()> {
        let mut was_long = false;
        for stop in stops {
            self.is_ready(stop)?;
            for line in &stop.lines {
                // As a hand does behind a name. What comes sooner, a busy computer takes for a scanner's second line.
                if was_long {
                    sleep(BEHIND_A_LINE);
                }
                self.line(line)?;
                was_long = line.chars().count() >= LONG;
            }
        }
        Ok(())
    }

    /// Goes through steps where everything was typed before: by Enter alone.
    ///
    /// # Errors
    /// At which step it stopped.
    pub fn goes_again(&self, stops: &[Stop]) -> Result<()> {
        for stop in stops {
            self.is_ready(stop)?;
            stop.lines.iter().try_for_each(|_| self.enter())?;
        }
        Ok(())
    }

    /// Goes back over these steps to the first of them.
    ///
    /// # Errors
    /// At which step it stopped.
    pub fn goes_back(&self, stops: &[Stop]) -> Result<()> {
        stops.iter().rev().try_for_each(|stop| {
            self.esc()?;
            // While it works it is not left.
            self.is_ready(stop).map(drop)
        })
    }
}
