//! QEMU's monitor for programs ("QEMU Machine Protocol"), over a socket: for the little that the one for people has no
//! command for. A line of JSON goes in, and lines of JSON come out.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};

const PATIENCE: Duration = Duration::from_secs(30);

/// The open monitor.
pub(super) struct Qmp {
    stream: BufReader<UnixStream>,
}

impl Qmp {
    /// Connects; nobody else can until this is dropped.
    pub(super) fn open(socket: &Path) -> Result<Self> {
        let stream = UnixStream::connect(socket)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut qmp = Qmp { stream: BufReader::new(stream) };
        qmp.execute("qmp_capabilities", "{}")?;
        Ok(qmp)
    }

    /// Presses keys together, by QEMU's names, on the keyboard that belongs to this display.
    pub(super) fn press(&mut self, display: &str, keys: &str) -> Result<()> {
        let event = |key: &str, down: bool| {
            let key = format!(r#"{{"type":"qcode","data":"{key}"}}"#);
            format!(r#"{{"type":"key","data":{{"down":{down},"key":{key}}}}}"#)
        };
        let keys: Vec<_> = keys.split('-').collect();
        let down = keys.iter().map(|key| event(key, true));
        let events: Vec<_> = down.chain(keys.iter().rev().map(|key| event(key, false))).collect();
        self.execute(
            "input-send-event",
            &format!(r#"{{"device":"{display}","events":[{}]}}"#, events.join(",")),
        )
    }

    /// Executes a command that answers nothing but that it was obeyed.
    fn execute(&mut self, command: &str, arguments: &str) -> Result<()> {
        writeln!(self.stream.get_mut(), r#"{{"execute":"{command}","arguments":{arguments}}}"#)?;
        loop {
            let mut line = String::new();
            ensure!(self.stream.read_line(&mut line)? > 0, "QEMU has ended");
            // What else comes is its greeting, and events.
            if line.starts_with(r#"{"return""#) {
                return Ok(());
            }
            ensure!(!line.starts_with(r#"{"error""#), "QEMU: {command}: {line}");
        }
    }
}
