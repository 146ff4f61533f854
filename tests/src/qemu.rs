//! The appliance in a computer that QEMU emulates: somebody switches it on, types, looks at its display, plugs
//! sticks in and out, and pulls the power cord.
//!
//! It is emulated without KVM, so it is the same everywhere, and slow: patience is in minutes.

mod display;
mod exfat;
mod hardware;
mod keys;
pub mod letters;
mod monitor;
mod qmp;
mod stick;

use std::fs::{self, File};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::screen::{Key, plain};
use crate::typist::Terminal;
pub use display::Display;
pub use hardware::{Firmware, Hardware, Keyboard, Port, Screen};
pub use keys::keys_for;
use monitor::{Monitor, quoted};
use qmp::Qmp;
pub use stick::StickFile;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(300);
const BETWEEN_LOOKS: Duration = Duration::from_millis(150);
/// A display that is the same for so long is drawn.
const DRAWN: Duration = Duration::from_millis(400);
/// From one key to the next. A keyboard remembers a few keys alone that nobody took yet.
const BETWEEN_KEYS: Duration = Duration::from_millis(40);
/// After Enter: what comes at once behind a line is not taken, as if a scanner had typed it.
const AFTER_ENTER: Duration = Duration::from_millis(350);
/// The memory is counted in pages.
const PAGE: usize = 4096;

/// A computer that is switched on, as whoever sits before it has it; it is the same one in each clone. It is
/// switched off with the last of them, and when the thread ends that switched it on.
#[derive(Debug, Clone)]
pub struct Computer {
    running: Arc<Running>,
}

#[derive(Debug)]
struct Running {
    hardware: Hardware,
    qemu: Mutex<Qemu>,
    album: Mutex<Option<Album>>,
    /// When Enter was pressed last, if nothing was pressed since.
    entered: Mutex<Option<Instant>>,
    // Last: QEMU has its files open.
    folder: TempDir,
}

#[derive(Debug)]
struct Qemu {
    process: Child,
    monitor: Monitor,
}

/// Where pictures are kept of what was on the display.
#[derive(Debug)]
struct Album {
    folder: PathBuf,
    number: usize,
    last: Vec<String>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut qemu = lock(&self.qemu);
        // It may have ended by itself; then there is nothing to do.
        qemu.process.kill().ok();
        qemu.process.wait().ok();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Computer {
    /// Switches it on.
    ///
    /// # Errors
    /// If QEMU is missing, or refuses.
    pub fn start(hardware: Hardware) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let complaints = hardware::complaints(folder.path());
        let mut process = hardware
            .command(folder.path())?
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&complaints)?)
            .spawn()
            .context("setpriv (util-linux) is missing")?;
        let opened = Monitor::open(&hardware::monitor(folder.path()), || match process.try_wait()? {
            Some(status) => bail!("QEMU: {status}: {}", fs::read_to_string(&complaints)?),
            None => Ok(()),
        });
        let monitor = match opened {
            Ok(monitor) => monitor,
            Err(error) => {
                process.kill().ok();
                process.wait().ok();
                return Err(error);
            }
        };
        let qemu = Mutex::new(Qemu { process, monitor });
        let (album, entered) = (Mutex::new(None), Mutex::new(None));
        Ok(Computer { running: Arc::new(Running { hardware, qemu, album, entered, folder }) })
    }

    /// The socket of a USB port, counted from 0, that another program serves as a device with the usbredir
    /// protocol. Whatever connects is plugged in as long as it stays connected.
    ///
    /// # Errors
    /// If the computer has fewer of them.
    pub fn usb_slot(&self, number: usize) -> Result<PathBuf> {
        ensure!(number < self.running.hardware.slots(), "the computer has no slot {number}");
        Ok(hardware::slot(self.running.folder.path(), number))
    }

    /// Connects a terminal to the serial line. What came over it before is lost.
    ///
    /// # Errors
    /// If the computer has a display instead, or is switched off.
    pub fn line(&self) -> Result<UnixStream> {
        ensure!(self.running.hardware.has_line(), "the serial line leads to no terminal");
        Ok(UnixStream::connect(hardware::line(self.running.folder.path()))?)
    }

    /// Gives a command to QEMU's monitor, to which nothing is said if it is obeyed.
    ///
    /// # Errors
    /// What QEMU says to it.
    pub fn tell(&self, command: &str) -> Result<()> {
        lock(&self.running.qemu).monitor.tell(command).map_err(|error| self.with_complaints(error))
    }

    /// Asks QEMU's monitor for something.
    ///
    /// # Errors
    /// If QEMU has ended.
    pub fn ask(&self, command: &str) -> Result<String> {
        lock(&self.running.qemu).monitor.ask(command).map_err(|error| self.with_complaints(error))
    }

    fn with_complaints(&self, error: anyhow::Error) -> anyhow::Error {
        let complaints = fs::read_to_string(hardware::complaints(self.running.folder.path()));
        match complaints.unwrap_or_default().trim() {
            "" => error,
            complaints => error.context(complaints.to_owned()),
        }
    }

    /// What the display shows.
    ///
    /// # Errors
    /// If the computer is switched off.
    pub fn display(&self) -> Result<Display> {
        let file = self.running.folder.path().join("display");
        let mut qemu = lock(&self.running.qemu);
        qemu.monitor.tell(&format!("screendump {}", quoted(&file)?))?;
        let display = Display::from_ppm(&fs::read(&file)?)?;
        Ok(display)
    }

    /// What stands on the display, row by row.
    ///
    /// # Errors
    /// If the computer is switched off.
    pub fn rows(&self) -> Result<Vec<String>> {
        Ok(letters::rows(&self.display()?))
    }

    /// Waits until the display stays the same for a moment, and returns it.
    ///
    /// # Errors
    /// If it never does.
    pub fn settle(&self) -> Result<Display> {
        let until = Instant::now() + PATIENCE;
        let mut before = self.display()?;
        loop {
            thread::sleep(DRAWN);
            let now = self.display()?;
            if now == before {
                return Ok(now);
            }
            ensure!(Instant::now() < until, "the display never comes to rest:\n{}", self.screen());
            before = now;
        }
    }

    /// Waits until this text is on the display, and returns what stands there. Frames round the text and the
    /// places where its lines break do not matter.
    ///
    /// # Errors
    /// If it does not come, or the computer is switched off; with what stands there.
    pub fn wait_for(&self, text: &str) -> Result<String> {
        self.wait_until(&format!("waited for “{text}”"), |screen| plain(screen).contains(&plain(text)))
    }

    /// From now on keeps a picture of each screen that somebody waited for, as PNG, in this folder.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep_pictures(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        *lock(&self.running.album) = Some(Album { folder: folder.to_owned(), number: 0, last: Vec::new() });
        Ok(())
    }

    fn keep_picture(&self) -> Result<()> {
        let mut album = lock(&self.running.album);
        let Some(album) = album.as_mut() else { return Ok(()) };
        let display = self.settle()?;
        let rows = letters::rows(&display);
        if rows != album.last {
            album.number += 1;
            display.used()?.save(&album.folder.join(format!("{:03}.png", album.number)))?;
            album.last = rows;
        }
        Ok(())
    }

    /// Presses keys together, by QEMU's names: `alt_r-e`, `kp_1`.
    ///
    /// # Errors
    /// If there are no such keys, or the computer is switched off.
    pub fn press(&self, keys: &str) -> Result<()> {
        let mut entered = lock(&self.running.entered);
        // What follows Enter waits, and not who looks at what Enter has begun.
        if let Some(entered) = *entered {
            thread::sleep(AFTER_ENTER.saturating_sub(entered.elapsed()));
        }
        self.tell(&format!("sendkey {keys}"))?;
        *entered = (keys == Key::Enter.code()).then(Instant::now);
        thread::sleep(BETWEEN_KEYS);
        Ok(())
    }

    /// Plugs a stick in, under a name that none has that is plugged in.
    ///
    /// # Errors
    /// What QEMU says.
    pub fn plug_stick(&self, name: &str, stick: &StickFile) -> Result<()> {
        let file = stick.path().display().to_string().replace(',', ",,");
        let options = format!("if=none,id=drive-{name},format=raw,file={file}");
        let drive = format!("drive_add 0 {}", quoted(Path::new(&options))?);
        let said = self.ask(&drive)?;
        ensure!(said == "OK", "{drive}: {said}");
        let device = format!("usb-storage,id=stick-{name},drive=drive-{name},serial={name},removable=on");
        self.tell(&format!("device_add {device},bus=xhci.0"))
    }

    /// From now on the stick of this name takes no more than so many writes a second.
    ///
    /// # Errors
    /// If none of this name is plugged in.
    pub fn slow_stick(&self, name: &str, writes: u32) -> Result<()> {
        self.tell(&format!("block_set_io_throttle drive-{name} 0 0 0 0 0 {writes}"))
    }

    /// Pulls a stick out, in whatever state it is.
    ///
    /// # Errors
    /// If none of this name is plugged in.
    pub fn unplug_stick(&self, name: &str) -> Result<()> {
        self.remove(&format!("stick-{name}"))?;
        // The file is written to until then.
        self.until("the stick is let go", || Ok(!self.has_stick(name)?))
    }

    /// Whether a stick of this name is plugged in.
    ///
    /// # Errors
    /// If the computer is switched off.
    pub fn has_stick(&self, name: &str) -> Result<bool> {
        Ok(self.ask("info block")?.contains(&format!("drive-{name} ")))
    }

    /// Pulls the stick out that the computer started from.
    ///
    /// # Errors
    /// If there is none any more.
    pub fn unplug_start(&self) -> Result<()> {
        self.remove("start")
    }

    /// Plugs one more keyboard in, of this name. Keys are pressed on it by [`Computer::type_on_other`] alone.
    ///
    /// # Errors
    /// What QEMU says.
    pub fn plug_keyboard(&self, name: &str) -> Result<()> {
        // Those that belong to no display get the keys of the monitor for people, the last one alone.
        let display = hardware::DISPLAY;
        self.tell(&format!("device_add usb-kbd,id=keyboard-{name},bus=xhci.0,display={display}"))
    }

    /// Types a text on the keyboard that was plugged in last; `\n` is Enter.
    ///
    /// # Errors
    /// If none is plugged in, or the computer is switched off.
    pub fn type_on_other(&self, text: &str) -> Result<()> {
        let mut qmp = Qmp::open(&hardware::qmp(self.running.folder.path()))?;
        for char in text.chars() {
            qmp.press(hardware::DISPLAY, &keys_for(char)?)?;
            thread::sleep(if char == '\n' { AFTER_ENTER } else { BETWEEN_KEYS });
        }
        Ok(())
    }

    /// Pulls a keyboard out.
    ///
    /// # Errors
    /// If none of this name is plugged in.
    pub fn unplug_keyboard(&self, name: &str) -> Result<()> {
        self.remove(&format!("keyboard-{name}"))
    }

    fn remove(&self, device: &str) -> Result<()> {
        self.tell(&format!("device_del {device}"))
    }

    /// Looks at the computer while its time stands still.
    ///
    /// # Errors
    /// What `look` says; or if it is switched off.
    pub fn stands_still<T>(&self, look: impl FnOnce() -> Result<T>) -> Result<T> {
        self.tell("stop")?;
        let seen = look();
        self.tell("cont")?;
        seen
    }

    /// Writes the computer's whole memory into a file.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn dump_memory(&self, file: &Path) -> Result<()> {
        let size = self.running.hardware.memory_bytes();
        self.tell(&format!("pmemsave 0 {size} {}", quoted(&std::path::absolute(file)?)?))?;
        let dumped = fs::metadata(file)?.len();
        ensure!(dumped == size, "{dumped} bytes of the memory came, and not {size}");
        Ok(())
    }

    /// Bytes of memory in use: all pages that are not zero. The appliance's kernel wipes what it frees, and the
    /// firmware leaves little behind.
    ///
    /// # Errors
    /// If there is no room for a dump.
    pub fn memory_in_use(&self) -> Result<u64> {
        let file = self.running.folder.path().join("memory");
        self.dump_memory(&file)?;
        let memory = fs::read(&file)?;
        fs::remove_file(&file)?;
        let used = memory.chunks(PAGE).filter(|page| page.iter().any(|byte| *byte != 0)).count();
        Ok((used * PAGE) as u64)
    }

    /// What came over the serial line.
    pub fn serial(&self) -> String {
        let bytes = fs::read(hardware::serial(self.running.folder.path())).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Waits until this came over the serial line, where the firmware of UEFI says what it does.
    ///
    /// # Errors
    /// If it does not come; with what is on the display.
    pub fn wait_for_serial(&self, text: &str) -> Result<()> {
        self.until(&format!("“{text}” comes over the serial line"), || Ok(self.serial().contains(text)))
    }

    /// The process, for whoever measures it.
    pub fn process(&self) -> u32 {
        lock(&self.running.qemu).process.id()
    }

    /// Pulls the power cord.
    ///
    /// # Errors
    /// What the system says.
    pub fn cut_power(&self) -> Result<()> {
        let mut qemu = lock(&self.running.qemu);
        qemu.process.kill()?;
        qemu.process.wait()?;
        Ok(())
    }

    /// Whether it is switched off, and how QEMU ended.
    ///
    /// # Errors
    /// What the system says.
    pub fn is_off(&self) -> Result<Option<ExitStatus>> {
        Ok(lock(&self.running.qemu).process.try_wait()?)
    }

    /// Waits until it switches itself off.
    ///
    /// # Errors
    /// If it does not, or QEMU fails; with what is on the display.
    pub fn wait_for_off(&self) -> Result<()> {
        let mut status = None;
        self.until("the computer switches itself off", || {
            status = self.is_off()?;
            Ok(status.is_some())
        })?;
        let status = status.context("it has no status")?;
        ensure!(status.success(), "QEMU ended with {status}");
        Ok(())
    }

    fn until(&self, what: &str, mut there: impl FnMut() -> Result<bool>) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while !there()? {
            ensure!(Instant::now() < until, "waited in vain until {what}. The display:\n{}", self.screen());
            thread::sleep(BETWEEN_LOOKS);
        }
        Ok(())
    }
}

impl Terminal for Computer {
    /// How long a screen takes to be drawn.
    const DRAWN: Duration = DRAWN;

    fn screen(&self) -> String {
        self.rows().unwrap_or_default().join("\n")
    }

    fn wait_until(&self, what: &str, there: impl Fn(&str) -> bool) -> Result<String> {
        let until = Instant::now() + PATIENCE;
        let mut screen = String::new();
        loop {
            let why = match self.rows() {
                Ok(rows) => {
                    screen = rows.join("\n");
                    "in vain".to_owned()
                }
                Err(error) => format!("the computer is switched off ({error:#})"),
            };
            if there(&screen) {
                self.keep_picture()?;
                return Ok(screen);
            }
            if why != "in vain" || Instant::now() > until {
                bail!("{what}: {why}. The display:\n{screen}\nThe serial line:\n{}", self.serial());
            }
            thread::sleep(BETWEEN_LOOKS);
        }
    }

    fn keys(&self, text: &str) -> Result<()> {
        text.chars().try_for_each(|char| self.press(&keys_for(char)?))
    }

    fn key(&self, key: Key) -> Result<()> {
        self.press(&key.code())
    }

    fn ends_well(&mut self) -> Result<()> {
        self.wait_for_off()
    }
}
