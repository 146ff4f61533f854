//! `GUIDE.txt`'s commands, typed into a terminal as the owner or an heir would; and with them the
//! recovery by Debian's own tools alone.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context, Result, bail, ensure};
use coldspare::backup::{Share, bundle, hexadecimal_lines};

use crate::gnupg::GnuPg;

/// What a command looks like in the guide.
const PROMPT: &str = "    $ ";
/// A line that no command writes.
const DONE: &str = "@@ done:";

/// The commands of the section `number` of the guide in a bundle's folder.
///
/// # Errors
/// If there is no guide, or no such section.
pub fn commands(bundle: &Path, number: u8) -> Result<Vec<String>> {
    let guide = fs::read_to_string(bundle.join(bundle::GUIDE))?;
    let begins = |line: &str, number: u8| line.starts_with(&format!("{number}. "));
    let commands: Vec<_> = guide
        .lines()
        .skip_while(|line| !begins(line, number))
        .take_while(|line| !begins(line, number + 1))
        .filter_map(|line| Some(line.strip_prefix(PROMPT)?.to_owned()))
        .collect();
    ensure!(!commands.is_empty(), "the guide has no commands in section {number}");
    Ok(commands)
}

/// A terminal: one `bash`, in which one command is typed after the other.
#[derive(Debug)]
pub struct Terminal {
    process: Child,
    keyboard: ChildStdin,
    screen: BufReader<ChildStdout>,
}

impl Terminal {
    /// Opens one in `folder`, on a computer where `gnupg` is GnuPG.
    ///
    /// # Errors
    /// If there is no `bash`.
    pub fn open(folder: &Path, gnupg: &GnuPg) -> Result<Self> {
        let mut process = gnupg
            .command("bash")
            .args(["--norc", "--noprofile"])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let keyboard = process.stdin.take().context("no keyboard")?;
        let screen = process.stdout.take().context("no screen")?;
        let mut terminal = Terminal { process, keyboard, screen: BufReader::new(screen) };
        terminal.run("exec 2>&1; umask 077")?;
        Ok(terminal)
    }

    /// Types a command, waits until it is done, and returns what is on the screen.
    ///
    /// # Errors
    /// The command, if it does not succeed, with what is on the screen.
    pub fn run(&mut self, command: &str) -> Result<String> {
        let (screen, status) = self.try_run(command)?;
        ensure!(status == 0, "$ {command}\n{screen}(status {status})");
        Ok(screen)
    }

    /// Types a command that may fail; what is on the screen, and its status.
    ///
    /// # Errors
    /// If the terminal is closed.
    pub fn try_run(&mut self, command: &str) -> Result<(String, i32)> {
        // A command that reads its standard input must not read what is typed next.
        writeln!(self.keyboard, "{{ {command}\n}} < /dev/null; printf '\\n{DONE}%d\\n' $?")?;
        let mut screen = String::new();
        loop {
            let mut line = Vec::new();
            if self.screen.read_until(b'\n', &mut line)? == 0 {
                bail!("$ {command}\n{screen}(the terminal was closed, or it took too long)");
            }
            let line = String::from_utf8_lossy(&line);
            if let Some(status) = line.strip_prefix(DONE) {
                return Ok((screen, status.trim().parse()?));
            }
            screen.push_str(&line);
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// How an heir gets the cards into the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cards {
    /// The codes' lines, scanned or typed.
    Lines,
    /// The four hexadecimal lines, typed.
    Hexadecimal,
}

impl Cards {
    /// Whether the guide's command is for cards that come in another way.
    fn skips(self, command: &str) -> bool {
        let other = match self {
            Cards::Lines => "basenc",
            Cards::Hexadecimal => "base32",
        };
        command.contains(other) || command.contains("zbarimg")
    }
}

/// Writes down `shares`, and carries out section 4 of the guide: everything comes back into `folder`,
/// and the secret key into `gnupg`. Returns what was on the screen.
///
/// # Errors
/// The first command that failed.
pub fn recover(
    bundle: &Path,
    shares: &[Share],
    cards: Cards,
    folder: &Path,
    gnupg: &GnuPg,
) -> Result<Vec<(String, String)>> {
    fs::copy(bundle.join(bundle::SEALED_BACKUP), folder.join(bundle::SEALED_BACKUP))?;
    for share in shares {
        match cards {
            Cards::Lines => {
                let mut file = fs::File::options().append(true).create(true).open(folder.join("cards.txt"))?;
                writeln!(file, "{}", *share.to_text())?;
            }
            Cards::Hexadecimal => {
                let lines = hexadecimal_lines(&share.y);
                let text: String = lines.iter().map(|line| format!("{}\n", **line)).collect();
                fs::write(folder.join(format!("card.{}", share.x)), text)?;
            }
        }
    }
    let mut terminal = Terminal::open(folder, gnupg)?;
    commands(bundle, 4)?
        .into_iter()
        .filter(|command| !cards.skips(command))
        .map(|command| terminal.run(&command).map(|screen| (command, screen)))
        .collect()
}

/// The secret key that a recovery brought back.
///
/// # Errors
/// If it is not there.
pub fn secret_key(folder: &Path) -> Result<PathBuf> {
    let file = folder.join("secret-key.asc");
    ensure!(file.exists(), "no {} came back", file.display());
    Ok(file)
}
