//! QEMU's monitor for people ("QEMU Monitor" in its documentation), over a socket: a line goes in, text and a
//! prompt come out.

use std::io::{ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

const PROMPT: &str = "(qemu) ";
/// QEMU listens before it does anything else, but has to be loaded first.
const START: Duration = Duration::from_secs(30);
/// What the slowest command may take: a dump of the memory.
const PATIENCE: Duration = Duration::from_secs(180);
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// The open monitor.
#[derive(Debug)]
pub(super) struct Monitor {
    stream: UnixStream,
}

impl Monitor {
    /// Connects as soon as QEMU listens there; not if `alive` says that it has ended.
    pub(super) fn open(socket: &Path, mut alive: impl FnMut() -> Result<()>) -> Result<Self> {
        let until = Instant::now() + START;
        let stream = loop {
            alive()?;
            match UnixStream::connect(socket) {
                Ok(stream) => break stream,
                Err(error) if Instant::now() > until => return Err(error).context("QEMU does not listen"),
                Err(_) => std::thread::sleep(BETWEEN_TRIES),
            }
        };
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut monitor = Monitor { stream };
        monitor.read_to_prompt()?;
        Ok(monitor)
    }

    /// Gives a command, and returns what is said to it.
    pub(super) fn ask(&mut self, command: &str) -> Result<String> {
        ensure!(!command.contains('\n'), "two commands at once: {command}");
        self.stream.write_all(format!("{command}\n").as_bytes())?;
        let answer = self.read_to_prompt().with_context(|| format!("QEMU's monitor: {command}"))?;
        // The first line is the command itself as it is echoed, letter by letter.
        let (_, answer) = answer.split_once('\n').unwrap_or_default();
        Ok(answer.trim_end_matches(PROMPT).trim().to_owned())
    }

    /// Gives a command to which nothing is said if it is obeyed.
    pub(super) fn tell(&mut self, command: &str) -> Result<()> {
        let answer = self.ask(command)?;
        ensure!(answer.is_empty(), "QEMU's monitor: {command}: {answer}");
        Ok(())
    }

    fn read_to_prompt(&mut self) -> Result<String> {
        let mut read = Vec::new();
        let mut buffer = [0; 4096];
        while !read.ends_with(PROMPT.as_bytes()) {
            match self.stream.read(&mut buffer) {
                Ok(0) => bail!("QEMU has ended"),
                Ok(n) => read.extend_from_slice(&buffer[..n]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error).context("no answer"),
            }
        }
        Ok(String::from_utf8_lossy(&read).replace('\r', ""))
    }
}

/// A file's name as an argument of a command.
pub(super) fn quoted(path: &Path) -> Result<String> {
    let path = path.to_str().context("a name that is not UTF-8")?;
    Ok(format!("\"{}\"", path.replace('\\', "\\\\").replace('"', "\\\"")))
}
