//! A program under a pseudo-terminal: it believes that it has a screen and a keyboard.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::process::{Child, Command, ExitStatus};

use anyhow::{Context, Result};
use rustix::io::Errno;
use rustix::pty::{OpenptFlags, ioctl_tiocgptpeer, openpt, unlockpt};
use rustix::termios::{Winsize, tcgetwinsize, tcsetwinsize};

/// Columns and rows of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How wide.
    pub columns: u16,
    /// How high.
    pub rows: u16,
}

impl Size {
    /// That of the terminal behind this descriptor.
    ///
    /// # Errors
    /// If it is no terminal.
    pub fn of(terminal: impl AsFd) -> Result<Self> {
        let size = tcgetwinsize(terminal)?;
        Ok(Size { columns: size.ws_col, rows: size.ws_row })
    }
}

/// The program, and our end of its terminal. It ends with this value.
#[derive(Debug)]
pub struct Pty {
    ours: File,
    program: Child,
}

impl Pty {
    /// Starts the program in a session of its own, of which this is the terminal.
    ///
    /// # Errors
    /// If the system has no pseudo-terminal left, or `setsid` is missing. A program that is missing
    /// is told on its screen.
    pub fn start(command: &Command, size: Size) -> Result<Self> {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let ours = openpt(flags)?;
        unlockpt(&ours)?;
        let its = File::from(ioctl_tiocgptpeer(&ours, flags)?);
        resize(&ours, size)?;
        // Making a terminal its own is between fork and exec, which Rust calls unsafe; so a program
        // of Debian's does it.
        let mut session = Command::new("setsid");
        session.arg("--ctty").arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => session.env(name, value),
                None => session.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            session.current_dir(folder);
        }
        let program = session
            .stdin(its.try_clone()?)
            .stdout(its.try_clone()?)
            .stderr(its)
            .spawn()
            .context("setsid (util-linux) is missing")?;
        Ok(Pty { ours: ours.into(), program })
    }

    /// Makes the terminal larger or smaller; the kernel tells the program (SIGWINCH).
    ///
    /// # Errors
    /// What the system says.
    pub fn resize(&self, size: Size) -> Result<()> {
        resize(&self.ours, size)
    }

    /// Types.
    ///
    /// # Errors
    /// What the system says; also if the program has ended.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        (&self.ours).write_all(bytes)
    }

    /// Waits for what the program writes; nothing once it has closed the terminal.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        read(&self.ours, buffer)
    }

    /// Reads as [`Pty::read`] does, for a thread of its own.
    ///
    /// # Errors
    /// What the system says.
    pub fn reader(&self) -> io::Result<impl FnMut(&mut [u8]) -> io::Result<usize> + Send + 'static> {
        let ours = self.ours.try_clone()?;
        Ok(move |buffer: &mut [u8]| read(&ours, buffer))
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.program.id()
    }

    /// How the program ended, if it has.
    ///
    /// # Errors
    /// What the system says.
    pub fn has_ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.program.try_wait()
    }
}

impl AsFd for Pty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.ours.as_fd()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        self.program.kill().ok();
        self.program.wait().ok();
    }
}

fn resize(terminal: impl AsFd, size: Size) -> Result<()> {
    let size = Winsize { ws_col: size.columns, ws_row: size.rows, ws_xpixel: 0, ws_ypixel: 0 };
    Ok(tcsetwinsize(terminal, size)?)
}

/// A terminal that nobody has open any more says so by an error.
fn read(mut terminal: &File, buffer: &mut [u8]) -> io::Result<usize> {
    match terminal.read(buffer) {
        Err(error) if Errno::from_io_error(&error) == Some(Errno::IO) => Ok(0),
        other => other,
    }
}
