//! `GUIDE.txt`'s commands, typed into a terminal as the owner or an heir would; and with them the
//! recovery by Debian's own tools alone.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context, Result, bail, ensure};
use coldspare::backup::sections::DEBIAN_TOOLS;
use coldspare::backup::{Share, bundle, hexadecimal_lines, words};
use qrcode::{Color, QrCode};

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
            .env("PATH", path())
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
    /// Pictures of the codes.
    Pictures,
    /// The codes' lines, typed by a scanner.
    Lines,
    /// The 24 words, typed.
    Words,
    /// The four hexadecimal lines, typed.
    Hexadecimal,
}

impl Cards {
    /// What only the other ways need.
    fn skips(self, command: &str) -> bool {
        let not = |ways: &[Cards], tool| command.contains(tool) && !ways.contains(&self);
        not(&[Cards::Pictures], "zbarimg")
            || not(&[Cards::Pictures, Cards::Lines], "base32")
            || leaves_one_out(command)
    }

    /// Puts a card into the folder, as the guide says.
    fn bring(self, share: &Share, folder: &Path) -> Result<()> {
        let line = share.to_text();
        match self {
            Cards::Pictures => {
                let file = folder.join(format!("pictures/{}.pbm", share.x));
                fs::write(file, picture(&QrCode::new(line.as_bytes())?))?;
            }
            Cards::Lines => {
                let mut file = File::options().append(true).create(true).open(folder.join("cards.txt"))?;
                writeln!(file, "{}", *line)?;
            }
            Cards::Words => {
                fs::write(folder.join(format!("words.{}", share.x)), words(&share.y).join(" ") + "\n")?;
            }
            Cards::Hexadecimal => {
                let lines = hexadecimal_lines(&share.y);
                let text: String = lines.iter().map(|line| format!("{}\n", **line)).collect();
                fs::write(folder.join(format!("card.{}", share.x)), text)?;
            }
        }
        Ok(())
    }
}

/// A picture, in the simplest format that there is (PBM, P1).
pub fn picture(code: &QrCode) -> String {
    const SCALE: usize = 4;
    const MARGIN: usize = 4;
    let side = (code.width() + 2 * MARGIN) * SCALE;
    let dark = |x: usize, y: usize| {
        let module = |at: usize| (at / SCALE).checked_sub(MARGIN).filter(|m| *m < code.width());
        matches!((module(x), module(y)), (Some(x), Some(y)) if code[(x, y)] == Color::Dark)
    };
    let mut text = format!("P1\n{side} {side}\n");
    for y in 0..side {
        text.extend((0..side).map(|x| if dark(x, y) { '1' } else { '0' }));
        text.push('\n');
    }
    text
}

/// What an heir has after section 4 of the guide. It is gone with this value.
#[derive(Debug)]
pub struct Recovered {
    folder: PathBuf,
    /// Each command that was typed, and what was on the screen.
    pub screens: Vec<(String, String)>,
}

impl Recovered {
    /// Where it all lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file that came back.
    ///
    /// # Errors
    /// If it did not.
    pub fn file(&self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.folder.join(name)).with_context(|| format!("{name} did not come back"))
    }
}

impl Drop for Recovered {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// What only who has a card too many types, of which one is wrong.
pub fn leaves_one_out(command: &str) -> bool {
    command.contains("grep -v $s")
}

/// Debian's own programs first, whatever else is installed here under their names: so it is on an heir's computer.
pub fn path() -> String {
    format!("/usr/bin:/bin:{}", std::env::var("PATH").unwrap_or_default())
}

/// What only who has the backup sheet and no stick types.
fn is_for_the_sheet(command: &str) -> bool {
    ["COLDSPARE1:B", "parts.txt", "sheet.txt", "part.", "cut -c1-64 | grep"]
        .iter()
        .any(|part| command.contains(part))
}

/// Carries out section 4 of the guide in a bundle's folder with these cards. The secret key gets into
/// `gnupg`, under the passphrase that the owner of it types.
///
/// # Errors
/// The first command that failed.
pub fn recover(bundle: &Path, shares: &[Share], cards: Cards, gnupg: &GnuPg) -> Result<Recovered> {
    let mut commands = commands(bundle, DEBIAN_TOOLS)?;
    commands.retain(|command| !cards.skips(command) && !is_for_the_sheet(command));
    let bring = |folder: &Path| shares.iter().try_for_each(|share| cards.bring(share, folder));
    carry_out(commands, bundle, &bring, gnupg)
}

/// The same without a stick: `commands` are those that stand on paper, and all there is are pictures of
/// cards and of the backup sheet.
///
/// # Errors
/// The first command that failed.
pub fn recover_from_paper(
    mut commands: Vec<String>,
    pictures: &[PathBuf],
    gnupg: &GnuPg,
) -> Result<Recovered> {
    commands.retain(|command| !Cards::Pictures.skips(command));
    let bring = |folder: &Path| {
        pictures.iter().enumerate().try_for_each(|(i, picture)| {
            fs::copy(picture, folder.join(format!("pictures/{i}.pgm")))?;
            Ok(())
        })
    };
    let nothing = tempfile::tempdir()?;
    carry_out(commands, nothing.path(), &bring, gnupg)
}

fn carry_out(
    commands: Vec<String>,
    begin_in: &Path,
    bring: &dyn Fn(&Path) -> Result<()>,
    gnupg: &GnuPg,
) -> Result<Recovered> {
    let mut terminal = Terminal::open(begin_in, gnupg)?;
    let mut recovered = Recovered { folder: PathBuf::new(), screens: Vec::new() };
    for command in commands {
        let screen = terminal.run(&command)?;
        if recovered.screens.is_empty() {
            // Its last line: without a stick, `cp` has said something before.
            recovered.folder = screen.trim().lines().next_back().unwrap_or_default().into();
            ensure!(recovered.folder.starts_with("/dev/shm"), "it does not work in memory: {screen}");
            bring(&recovered.folder)?;
        }
        recovered.screens.push((command, screen));
    }
    Ok(recovered)
}
