//! The terminal that the screens run on: the computer's own screen, or the serial line of one that has none.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, fcntl_setfl, open};
use rustix::process::Pid;
use rustix::termios::{
    ControlModes, OptionalActions, QueueSelector, Winsize, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
    tcsetwinsize,
};

use super::services::PATH;

/// The serial line's speed, the one that the kernel uses for its console.
const SPEED: u32 = 115_200;
/// What the screens need at least. A serial line does not tell its size.
const SIZE: Winsize = Winsize { ws_row: 25, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
/// What is longer than that is hard to read.
const WIDTH: usize = 76;
/// Leaves the other screen, sets the terminal back, hides the cursor, clears what is shown and what was scrolled
/// off.
const CLEAR: &[u8] = b"\x1b[?1049l\x1bc\x1b[?25l\x1b[H\x1b[2J\x1b[3J";
/// Asks the terminal whether it is in order ("Device Status Report"); it answers as if it were typed.
const IN_ORDER: &[u8] = b"\x1b[5n";
/// Bytes in each answer.
const ANSWER: usize = 4;
/// The kernel's buffers for what is typed, and for what is written to a serial line, have at most a page each.
const BUFFER: usize = 2 * 4096;

/// Where the screens run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Terminal {
    /// The computer's own screen and keyboard.
    Screen,
    /// The first serial line.
    Line,
}

impl Terminal {
    /// The screen, if there is one.
    pub(super) fn of_this_machine() -> Self {
        Self::choose(Path::new("/sys"))
    }

    fn choose(sys: &Path) -> Self {
        match !has_screen(sys) && has_line(sys) {
            true => Terminal::Line,
            false => Terminal::Screen,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Terminal::Screen => "/dev/tty1",
            Terminal::Line => "/dev/ttyS0",
        }
    }

    /// Opens it, for this moment alone: an open terminal keeps what was typed.
    fn open(self) -> io::Result<File> {
        // A line whose other end is not there must not have the first process wait.
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let terminal = open(self.path(), flags | OFlags::NONBLOCK, Mode::empty())?;
        fcntl_setfl(&terminal, OFlags::RDWR)?;
        if self == Terminal::Line {
            let mut settings = tcgetattr(&terminal)?;
            settings.control_modes |= ControlModes::CLOCAL | ControlModes::CREAD | ControlModes::CS8;
            settings.control_modes -= ControlModes::CRTSCTS | ControlModes::HUPCL;
            settings.set_speed(SPEED)?;
            tcsetattr(&terminal, OptionalActions::Now, &settings)?;
            if tcgetwinsize(&terminal).is_ok_and(|size| size.ws_col == 0 || size.ws_row == 0) {
                tcsetwinsize(&terminal, SIZE)?;
            }
        }
        Ok(terminal.into())
    }

    /// Opens it so that keys come one by one, and are not shown.
    fn open_raw(self) -> io::Result<File> {
        let terminal = self.open()?;
        let mut settings = tcgetattr(&terminal)?;
        settings.make_raw();
        tcsetattr(&terminal, OptionalActions::Flush, &settings)?;
        Ok(terminal)
    }

    /// Starts the screens here, with nothing else in their environment; they say so if they were `restarted`
    /// after a crash.
    pub(super) fn start_screens(self, restarted: bool) -> io::Result<Pid> {
        let terminal = self.open()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("appliance").args(restarted.then_some("restarted"));
        let kind = if self == Terminal::Screen { "linux" } else { "xterm" };
        command.env_clear().env("TERM", kind).env("PATH", PATH).env("HOME", "/").current_dir("/");
        command.stdin(terminal.try_clone()?).stdout(terminal.try_clone()?).stderr(terminal);
        Ok(Pid::from_child(&command.spawn()?))
    }

    /// Wipes what the kernel keeps of what was shown and typed. Whoever had the terminal open has ended, so its
    /// own buffers are gone; those of the device below stay with it, and are overwritten.
    pub(super) fn wipe(self) -> io::Result<()> {
        let mut terminal = self.open_raw()?;
        terminal.write_all(CLEAR)?;
        match self {
            Terminal::Screen => overwrite_input(&mut terminal)?,
            Terminal::Line => terminal.write_all(&[0; BUFFER])?,
        }
        Ok(tcflush(&terminal, QueueSelector::IFlush)?)
    }

    /// Shows these paragraphs, and nothing else.
    pub(super) fn say(self, paragraphs: &[String]) -> io::Result<()> {
        let mut text = CLEAR.to_vec();
        for paragraph in paragraphs {
            text.extend(b"\r\n");
            for line in textwrap::wrap(paragraph, WIDTH) {
                text.extend(format!("  {line}\r\n").bytes());
            }
        }
        self.open_raw()?.write_all(&text)
    }

    /// Waits until Enter is pressed.
    pub(super) fn wait_for_enter(self) {
        loop {
            let pressed = self.open_raw().and_then(|terminal| {
                BufReader::new(terminal)
                    .bytes()
                    .find(|byte| !matches!(byte, Ok(key) if !b"\r\n".contains(key)))
                    .transpose()
            });
            match pressed {
                Ok(Some(_)) => return,
                // Nobody is there to be asked; perhaps later.
                Ok(None) | Err(_) => sleep(Duration::from_secs(1)),
            }
        }
    }
}

/// Has the screen's terminal type harmless things until every buffer for keys was used for them.
fn overwrite_input(terminal: &mut File) -> io::Result<()> {
    const TOGETHER: usize = 32;
    let patience = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
    let mut answers = [0; TOGETHER * ANSWER];
    for _ in 0..BUFFER / answers.len() {
        terminal.write_all(&IN_ORDER.repeat(TOGETHER))?;
        let mut left = answers.len();
        while left > 0 && poll(&mut [PollFd::new(&*terminal, PollFlags::IN)], Some(&patience))? > 0 {
            left = left.saturating_sub(terminal.read(&mut answers)?.max(1));
        }
    }
    Ok(())
}

/// Whether a console of the kernel has a real screen: pixels, or VGA's text mode.
fn has_screen(sys: &Path) -> bool {
    let consoles = fs::read_dir(sys.join("class/vtconsole")).into_iter().flatten().flatten();
    consoles.map(|console| console.path()).any(|console| {
        let says = |file| fs::read_to_string(console.join(file)).unwrap_or_default();
        let name = says("name");
        let real = !name.contains("dummy") && (!name.contains("VGA") || has_adapter(sys));
        says("bind").trim() == "1" && real
    })
}

/// Whether there is a display adapter. The kernel takes memory at VGA's place for one, and a computer without
/// any can have memory there. (PCI Code and ID Assignment: base class 03h; 0001h is VGA's older code.)
fn has_adapter(sys: &Path) -> bool {
    let devices = fs::read_dir(sys.join("bus/pci/devices")).into_iter().flatten().flatten();
    devices.map(|device| device.path()).any(|device| {
        let class = fs::read_to_string(device.join("class")).unwrap_or_default();
        class.starts_with("0x03") || class.starts_with("0x0001")
    })
}

/// Whether the first serial line has a chip behind it; its device exists in any case.
fn has_line(sys: &Path) -> bool {
    let chip = fs::read_to_string(sys.join("class/tty/ttyS0/type")).unwrap_or_default();
    !matches!(chip.trim(), "" | "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRIDGE: &str = "0x060000";
    const ADAPTER: &str = "0x030000";

    /// A machine with these consoles (name, bound), this chip behind its serial line, and a device of this
    /// class.
    fn chosen(consoles: &[(&str, &str)], chip: &str, class: &str) -> Terminal {
        let sys = tempfile::tempdir().unwrap();
        let write = |folder: &str, file: &str, text: &str| {
            let folder = sys.path().join(folder);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(file), format!("{text}\n")).unwrap();
        };
        for (i, (name, bound)) in consoles.iter().enumerate() {
            let console = format!("class/vtconsole/vtcon{i}");
            write(&console, "name", &format!("(S) {name}"));
            write(&console, "bind", bound);
        }
        write("class/tty/ttyS0", "type", chip);
        write("bus/pci/devices/0000:00:01.0", "class", class);
        Terminal::choose(sys.path())
    }

    #[test]
    fn the_screen_is_taken_where_there_is_one() {
        let pixels = [("dummy device", "0"), ("frame buffer device", "1")];
        assert_eq!(chosen(&pixels, "4", ADAPTER), Terminal::Screen);
        // Not every screen with pixels is behind PCI.
        assert_eq!(chosen(&pixels, "4", BRIDGE), Terminal::Screen);
        assert_eq!(chosen(&[("VGA+", "1")], "4", ADAPTER), Terminal::Screen);
        assert_eq!(chosen(&[("VGA+", "1")], "0", ADAPTER), Terminal::Screen);
    }

    #[test]
    fn a_computer_without_a_screen_has_its_serial_line() {
        assert_eq!(chosen(&[("dummy device", "1")], "4", BRIDGE), Terminal::Line);
        let unbound = [("dummy device", "1"), ("frame buffer device", "0")];
        assert_eq!(chosen(&unbound, "4", BRIDGE), Terminal::Line);
        assert_eq!(chosen(&[], "4", BRIDGE), Terminal::Line);
    }

    #[test]
    fn memory_in_the_place_of_a_screen_is_none() {
        assert_eq!(chosen(&[("VGA+", "1")], "4", BRIDGE), Terminal::Line);
    }

    #[test]
    fn a_serial_line_without_a_chip_is_none() {
        assert_eq!(chosen(&[("dummy device", "1")], "0", BRIDGE), Terminal::Screen);
    }
}
