//! `make run`: the program in this terminal, on a computer with virtual Nitrokeys, a stick and a printer.
//!
//! The program believes that it has the terminal. It has a pseudo-terminal, and between the two stands
//! this process, which keeps some keys to itself and plugs things in and out.

mod hands;
mod outer;

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use coldspare_tests::pty::{Pty, Size};
use coldspare_tests::world::World;
use hands::{Hands, Order};
use outer::Raw;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use virtual_nitrokey::Model::Nitrokey3;

const OUT: &str = "out/run";
const NITROKEYS: [u32; 3] = [0x0A0B_0C01, 0x0A0B_0C02, 0x0A0B_0C03];
const HELP: &str = "
COLDSPARE ON A TRIAL COMPUTER. The Nitrokeys are virtual, the stick is a folder,
the printer keeps its pages as PDF. No real Nitrokey, stick or printer is
touched. Nothing is plugged in yet but the printer.

    F5   plug in or pull out the first Nitrokey, 0A0B0C01
    F6   plug in or pull out the second Nitrokey, 0A0B0C02
    F7   plug in or pull out the stick, COLDSPARE
    F8   plug in or pull out a third Nitrokey, 0A0B0C03; there are two ports,
         so pull another one out first

From another terminal:

    echo plug 1 > out/run/control
    unplug 1, plug stick, touch 1 (a finger on its button), notouch 1, quit

    out/run/printer/tray   what was printed
    out/run/log.txt        what was plugged in and out, and why something was
                           not; the terminal beeps then

Everything stays for the next time; begin anew with: rm -r out/run

Press Enter to begin. ";

/// Signals are looked for at least that often.
const LOOK: Duration = Duration::from_millis(250);
/// Between closing its terminal and its end, a program tidies up.
const LAST_WORDS: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    match run() {
        Ok(Some(status)) => {
            status.code().and_then(|c| u8::try_from(c).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Ok(None) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Option<ExitStatus>> {
    ensure!(
        io::stdin().is_terminal() && io::stdout().is_terminal(),
        "make run needs a terminal; make demo needs none"
    );
    let folder = Path::new(OUT);
    let world = World::start(folder, &NITROKEYS.map(|number| (Nitrokey3, number)))?;
    let control = control(&folder.join("control"))?;
    let command = what_to_run(&world);
    write!(io::stdout(), "{HELP}")?;
    io::stdout().flush()?;
    io::stdin().read_line(&mut String::new())?;
    let signals = Signals::catch()?;
    let hands = Hands::start(world, &folder.join("log.txt"))?;
    let mut raw = Raw::enter()?;
    let mut pty = Pty::start(&command, Size::of(io::stdout())?)?;
    let between = between(&pty, control, &hands, &signals).and_then(|end| match end {
        End::OfProgram => Ok(status_of(&mut pty)?),
        End::OfTrial => Ok(None),
    });
    raw.leave(matches!(&between, Ok(Some(status)) if status.success()));
    drop((pty, hands));
    if let Ok(Some(status)) = &between
        && !status.success()
    {
        writeln!(io::stdout(), "The program ended: {status}")?;
    }
    between
}

/// The program's screens, or the arguments: `target/debug/run bash` is a shell on the trial computer.
fn what_to_run(world: &World) -> Command {
    let mut arguments = std::env::args_os().skip(1);
    let Some(program) = arguments.next() else { return world.command() };
    let mut command = world.client(Path::new(&program));
    command.args(arguments);
    command
}

/// A FIFO for orders. Open for writing as well, so that it does not end with whoever writes into it.
fn control(path: &Path) -> Result<File> {
    fs::remove_file(path).ok();
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
    let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

/// Why it is over.
enum End {
    /// It has closed its terminal.
    OfProgram,
    /// The person's terminal is gone, or somebody wants it to end.
    OfTrial,
}

/// Passes on what is typed and what is shown.
fn between(pty: &Pty, mut control: File, hands: &Hands, signals: &Signals) -> Result<End> {
    let (keyboard, mut screen) = (io::stdin(), io::stdout());
    let timeout = Timespec::try_from(LOOK)?;
    let mut bytes = vec![0; 1 << 16];
    let mut orders = String::new();
    while !signals.end() {
        if signals.resized() {
            pty.resize(Size::of(&screen)?)?;
        }
        let mut fds = [
            PollFd::new(&keyboard, PollFlags::IN),
            PollFd::new(pty, PollFlags::IN),
            PollFd::new(&control, PollFlags::IN),
        ];
        // A signal ends it early, and is looked at then.
        if poll(&mut fds, Some(&timeout)).is_err() {
            continue;
        }
        let [typed, shown, ordered] = fds.map(|fd| !fd.revents().is_empty());
        if shown {
            let read = pty.read(&mut bytes)?;
            if read == 0 {
                return Ok(End::OfProgram);
            }
            screen.write_all(&bytes[..read])?;
            screen.flush()?;
        }
        if typed {
            // Not through Rust's buffer, which poll does not see into.
            let read = rustix::io::read(&keyboard, &mut bytes)?;
            if read == 0 {
                return Ok(End::OfTrial);
            }
            let (for_program, for_us) = outer::sort(&bytes[..read]);
            pty.write(&for_program)?;
            for_us.into_iter().for_each(|order| hands.take(order));
        }
        if ordered {
            let read = control.read(&mut bytes)?;
            orders += &String::from_utf8_lossy(&bytes[..read]);
            while let Some((line, rest)) = orders.split_once('\n') {
                match Order::parse(line) {
                    Some(Order::Quit) => return Ok(End::OfTrial),
                    Some(order) => hands.take(order),
                    None => hands.does_not_know(line),
                }
                orders = rest.to_owned();
            }
        }
    }
    Ok(End::OfTrial)
}

/// How the program ended, if it did.
fn status_of(pty: &mut Pty) -> io::Result<Option<ExitStatus>> {
    let until = Instant::now() + LAST_WORDS;
    loop {
        let status = pty.has_ended()?;
        if status.is_some() || Instant::now() > until {
            return Ok(status);
        }
        std::thread::sleep(LOOK / 10);
    }
}

/// The signals that matter here; the terminal is raw, so that keys send none.
struct Signals {
    resized: Arc<AtomicBool>,
    end: Arc<AtomicBool>,
}

impl Signals {
    fn catch() -> Result<Self> {
        let signals = Signals { resized: Arc::default(), end: Arc::default() };
        let flag = |signal, flag: &Arc<AtomicBool>| {
            signal_hook::flag::register(signal, Arc::clone(flag)).context("signals cannot be caught")
        };
        flag(SIGWINCH, &signals.resized)?;
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            flag(signal, &signals.end)?;
        }
        Ok(signals)
    }

    /// Whether the terminal has another size since this was asked last.
    fn resized(&self) -> bool {
        self.resized.swap(false, Relaxed)
    }

    fn end(&self) -> bool {
        self.end.load(Relaxed)
    }
}
