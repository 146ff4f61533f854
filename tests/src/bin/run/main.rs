//! `make run`: the appliance in QEMU, with virtual Nitrokeys, a stick and a printer.
//!
//! Its screen is this terminal: between the two stands this process, which keeps some keys to itself and
//! plugs things in and out. Or it is a window, where there is a desktop and QEMU can open one.

mod hands;
mod line;
mod order;
mod window;

use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use coldspare_tests::appliance::Appliance;
use coldspare_tests::qemu::{Computer, Hardware, Screen};
use coldspare_tests::trial;
use hands::Hands;
use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use virtual_nitrokey::Model::Nitrokey3;

const OUT: &str = "out/run";
const NITROKEYS: [u32; 3] = [0x0A0B_0C01, 0x0A0B_0C02, 0x0A0B_0C03];

const BEGINNING: &str = "
COLDSPARE ON A TRIAL COMPUTER: the appliance in QEMU. The Nitrokeys are virtual,
the stick is a file, the printer keeps its pages as PDF. No real Nitrokey, stick
or printer is touched. Nothing is plugged in yet but the printer.
";
const IN_TERMINAL: &str = "
    F5   plug in or pull out the first Nitrokey, 0A0B0C01
    F6   plug in or pull out the second Nitrokey, 0A0B0C02
    F7   plug in or pull out the stick, COLDSPARE
    F8   plug in or pull out a third Nitrokey, 0A0B0C03; there are two ports,
         so pull another one out first

From another terminal:

    echo plug 1 > out/run/control
    unplug 1, plug stick, touch 1 (a finger on its button), notouch 1, quit
";
const IN_WINDOW: &str = "
The appliance is in a window. Plug things in and out here, or from elsewhere by
out/run/control; there are two ports for the three Nitrokeys:

    plug 1, unplug 1, plug stick, touch 1 (a finger on its button), notouch 1,
    quit
";
const END: &str = "
    out/run/tray      what was printed
    out/run/log.txt   what was plugged in and out, and why something was not;
                      the terminal beeps then

Everything stays for the next time; begin anew with: rm -r out/run
Switched on, it takes some seconds to its first screen.

Press Enter to begin. ";

/// Signals are looked for at least that often.
const LOOK: Duration = Duration::from_millis(250);
/// Between closing its line and its end, QEMU tidies up.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Why it is over.
enum End {
    /// It has switched itself off.
    OfComputer,
    /// The person wants it to end.
    Ordered,
    /// The person's terminal is gone, or a signal came.
    OfTerminal,
}

fn main() -> ExitCode {
    match run() {
        Ok(End::OfComputer | End::Ordered) => ExitCode::SUCCESS,
        Ok(End::OfTerminal) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<End> {
    ensure!(
        io::stdin().is_terminal() && io::stdout().is_terminal(),
        "make run needs a terminal; make demo needs none"
    );
    let (screen, how) = match window::toolkit() {
        Some(toolkit) => (Screen::Window(toolkit), IN_WINDOW),
        None => (Screen::Line, IN_TERMINAL),
    };
    if screen == Screen::Line {
        line::is_large_enough()?;
    }
    let hardware = Hardware::from_stick(trial::image()?).screen(screen);
    let folder = Path::new(OUT);
    fs::create_dir_all(folder)?;
    let control = control(&folder.join("control"))?;
    write!(io::stdout(), "{BEGINNING}{how}{END}")?;
    io::stdout().flush()?;
    io::stdin().read_line(&mut String::new())?;
    let signals = Signals::catch()?;
    let (appliance, _) = Appliance::start(hardware, folder, &NITROKEYS.map(|number| (Nitrokey3, number)))
        .context(match screen {
            Screen::Window(_) => "no window; without DISPLAY and WAYLAND_DISPLAY it runs in the terminal",
            _ => "the computer does not start",
        })?;
    let computer = appliance.computer().clone();
    let log = folder.join("log.txt");
    let end = match screen {
        Screen::Line => {
            let line = computer.line()?;
            let hands = Hands::start(appliance, &log, false)?;
            line::between(&line, &control, &hands, &signals)?
        }
        _ => window::beside(&computer, &control, &Hands::start(appliance, &log, true)?, &signals)?,
    };
    if let End::OfComputer = end {
        ended_well(&computer)?;
    }
    Ok(end)
}

/// A FIFO for orders. Open for writing as well, so that it does not end with whoever writes into it.
fn control(path: &Path) -> Result<File> {
    fs::remove_file(path).ok();
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
    let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

/// Whether the computer was switched off, and QEMU did not fail.
fn ended_well(computer: &Computer) -> Result<()> {
    let until = Instant::now() + LAST_WORDS;
    loop {
        match computer.is_off()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => bail!("QEMU ended with {status}"),
            None if Instant::now() > until => bail!("QEMU closed the line, and goes on"),
            None => std::thread::sleep(LOOK / 10),
        }
    }
}

/// The signals that matter here; the terminal is raw, so that keys send none.
struct Signals {
    end: Arc<AtomicBool>,
}

impl Signals {
    fn catch() -> Result<Self> {
        let signals = Signals { end: Arc::default() };
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            signal_hook::flag::register(signal, Arc::clone(&signals.end))
                .context("signals cannot be caught")?;
        }
        Ok(signals)
    }

    fn end(&self) -> bool {
        self.end.load(Relaxed)
    }
}
