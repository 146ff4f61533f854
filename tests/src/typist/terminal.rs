//! What somebody types at and looks at, whatever is behind it.

use std::time::Duration;

use anyhow::{Result, ensure};

use crate::screen::{Console, Key};

/// A screen and a keyboard.
pub trait Terminal {
    /// A screen that is the same for so long is drawn.
    const DRAWN: Duration;

    /// What is on the screen, row by row; nothing if it is off.
    fn screen(&self) -> String;

    /// Waits until the screen is like this, and returns it.
    ///
    /// # Errors
    /// If it does not get so, or is switched off; with the screen.
    fn wait_until(&self, what: &str, there: impl Fn(&str) -> bool) -> Result<String>;

    /// Types a text.
    ///
    /// # Errors
    /// If nothing can be typed any more.
    fn keys(&self, text: &str) -> Result<()>;

    /// Presses a key.
    ///
    /// # Errors
    /// If nothing can be typed any more.
    fn key(&self, key: Key) -> Result<()>;

    /// Waits until it has ended by itself, as it should.
    ///
    /// # Errors
    /// If it does not end, or not well.
    fn ends_well(&mut self) -> Result<()>;
}

impl Terminal for Console {
    const DRAWN: Duration = Duration::from_millis(60);

    fn screen(&self) -> String {
        Console::screen(self)
    }

    fn wait_until(&self, what: &str, there: impl Fn(&str) -> bool) -> Result<String> {
        Console::wait_until(self, what, there)
    }

    fn keys(&self, text: &str) -> Result<()> {
        Console::keys(self, text)
    }

    fn key(&self, key: Key) -> Result<()> {
        Console::key(self, key)
    }

    fn ends_well(&mut self) -> Result<()> {
        let status = self.wait_for_end()?;
        ensure!(status.success(), "the program ended with {status}");
        Ok(())
    }
}
