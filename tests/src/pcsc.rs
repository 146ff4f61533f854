//! A real `pcscd` of one's own, with readers that virtual Nitrokeys are plugged into.
//!
//! It runs in a mount namespace where its folder, `/run/pcscd`, is a temporary one. There its socket is
//! seen from outside, and every client finds it by `PCSCLITE_CSOCK_NAME`. So the computer's own `pcscd`
//! is left alone, real Nitrokeys are left alone too, and many tests run at once. Where mounting is not
//! allowed, it uses the system's folder, and they run one after the other.
//!
//! A process takes the variable's value when it starts. Who wants to use [`coldspare::nitrokey::PcscBus`]
//! therefore starts itself once more, below a [`Pcscd`]: [`test()`] does it for a test.

mod run;

pub(crate) use run::{Run, is_root};

use std::ffi::{CString, OsStr};
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher};
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use coldspare::nitrokey::{Found, PcscBus, Serial, list};
use pcsc::{Context, ReaderState, Scope, State};
use tempfile::TempDir;
use virtual_nitrokey::Model;

/// Where the tests' daemons and virtual Nitrokeys have to be ready.
const PATIENCE: Duration = Duration::from_secs(30);
/// Until all others have had their turn.
const IN_TURN: Duration = Duration::from_secs(600);
/// Between two looks.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);
/// Of the client library.
const SOCKET: &str = "PCSCLITE_CSOCK_NAME";
/// Of ours: the first reader's port.
const PORT: &str = "COLDSPARE_TESTS_READERS";
/// vsmartcard's driver. It has two slots, of which the second listens at the next port.
const DRIVER: &str = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";

/// Looks until `what` is there.
///
/// # Errors
/// After half a minute, or the look's own.
pub fn wait_until(what: &str, there: impl FnMut() -> Result<bool>) -> Result<()> {
    wait_for(PATIENCE, what, there)
}

fn wait_for(patience: Duration, what: &str, mut there: impl FnMut() -> Result<bool>) -> Result<()> {
    let until = Instant::now() + patience;
    while !there()? {
        ensure!(Instant::now() < until, "waited in vain until {what}");
        std::thread::sleep(BETWEEN_LOOKS);
    }
    Ok(())
}

/// The running service. It ends with this value.
#[derive(Debug)]
pub struct Pcscd {
    process: Child,
    run: Run,
    folder: TempDir,
    socket: PathBuf,
    port: u16,
}

impl Pcscd {
    /// Starts one with two empty readers.
    ///
    /// # Errors
    /// What is missing, with what `pcscd` wrote.
    pub fn start() -> Result<Self> {
        Pcscd::with_readers("Virtual PCD")
    }

    /// The same, with readers that call themselves so.
    ///
    /// # Errors
    /// As [`Pcscd::start`].
    pub fn with_readers(name: &str) -> Result<Self> {
        ensure!(Path::new(DRIVER).exists(), "{DRIVER} is missing: install vsmartcard-vpcd");
        let help = Command::new("pcscd").arg("--help").output().context("pcscd is missing: install it")?;
        // Where it is built with polkit it asks who may use a card, over a bus that is not there.
        let polkit = String::from_utf8_lossy(&help.stdout).contains("--disable-polkit");
        let folder = short_folder("pcsc")?;
        let port = free_port()?;
        let inside = |name: &str| folder.path().join(name);
        for name in ["run", "readers", "no-drivers"] {
            fs::create_dir(inside(name))?;
        }
        let reader = format!(
            "FRIENDLYNAME \"{name}\"\nDEVICENAME /dev/null:{port:#06X}\nLIBPATH {DRIVER}\nCHANNELID {port:#06X}\n"
        );
        fs::write(inside("readers/virtual"), reader)?;
        let log = File::create(inside("log"))?;
        let run = Run::here()?;
        let (place, socket) = match run {
            Run::Own(_) => ("mkdir /run/pcscd; mount --bind \"$1\" /run/pcscd", inside("run/pcscd.comm")),
            Run::System => ("mkdir -p /run/pcscd", "/run/pcscd/pcscd.comm".into()),
        };
        let turn = match run {
            Run::Own(_) => "",
            Run::System => "flock --no-fork /tmp/coldspare-tests-pcscd.lock",
        };
        // Without drivers for USB, real readers are not touched.
        let script = format!(
            "{place}; exec setpriv --pdeathsig KILL {turn} env PCSCLITE_HP_DROPDIR=\"$3\" \
            pcscd --foreground --info --config \"$2\" $4"
        );
        let arguments = [inside("run"), inside("readers"), inside("no-drivers")];
        let [own, readers, no_drivers] = &arguments;
        let polkit = Path::new(if polkit { "--disable-polkit" } else { "" });
        let process = run
            .command(&script, &[own, readers, no_drivers, polkit])
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("a shell, or unshare (util-linux), is missing")?;
        let mut pcscd = Pcscd { process, run, folder, socket, port };
        pcscd.wait(if run == Run::System { IN_TURN } else { PATIENCE })?;
        Ok(pcscd)
    }

    fn wait(&mut self, patience: Duration) -> Result<()> {
        let log = self.folder.path().join("log");
        let log = || fs::read_to_string(&log).unwrap_or_default();
        let ready = wait_for(patience, "pcscd answers", || match self.process.try_wait()? {
            Some(status) => bail!("pcscd ended ({status})"),
            None => Ok(log().contains("daemon ready") && UnixStream::connect(&self.socket).is_ok()),
        });
        ready.with_context(log)
    }

    /// The first reader's port; the second one listens at the next.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// How often a card was put into the reader, 0 or 1, and how often it was taken out, as it wrote.
    pub(crate) fn moves(&self, reader: u8) -> (usize, usize) {
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        let reader = Readers::name(reader);
        let count = |what: &str| log.matches(&format!("{what} {reader}")).count();
        (count("Card inserted into"), count("Card Removed From"))
    }

    /// A command whose smart card service is this one.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.env(SOCKET, &self.socket).env(PORT, self.port.to_string());
        command
    }
}

impl Drop for Pcscd {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        if self.run == Run::System {
            // So that it tidies up in the system's folder, before it is another one's turn.
            let kill = format!("kill {}", self.process.id());
            Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status().ok();
            wait_until("pcscd ends", || Ok(self.process.try_wait()?.is_some())).ok();
        }
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Runs `inside` with a `pcscd` of its own: in a second process of the test of this name.
///
/// # Errors
/// Those of `inside`.
pub fn test(name: &str, inside: impl FnOnce(&Readers) -> Result<()>) -> Result<()> {
    if let Some(readers) = Readers::of_this_process()? {
        return inside(&readers);
    }
    let pcscd = Pcscd::start()?;
    let output = pcscd
        .command(std::env::current_exe()?)
        .args([name, "--exact", "--nocapture", "--include-ignored"])
        .output()?;
    println!("{}", String::from_utf8_lossy(&output.stdout));
    println!("{}", String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "{name} failed with its own pcscd, see above");
    let ran = String::from_utf8_lossy(&output.stdout).contains("1 passed");
    ensure!(ran, "no test is called {name}");
    Ok(())
}

/// The two readers of this process's own `pcscd`.
#[derive(Debug)]
pub struct Readers {
    port: u16,
    drawer: TempDir,
}

impl Readers {
    /// If this process was started by [`Pcscd::command`].
    ///
    /// # Errors
    /// If the system has no room for a temporary folder.
    pub fn of_this_process() -> Result<Option<Self>> {
        let Ok(port) = std::env::var(PORT) else { return Ok(None) };
        Ok(Some(Readers { port: port.parse()?, drawer: short_folder("keys")? }))
    }

    /// The name of a reader, 0 or 1, as GnuPG's `reader-port` wants it.
    pub fn name(reader: u8) -> String {
        format!("Virtual PCD 00 {reader:02X}")
    }

    /// A new virtual Nitrokey, not plugged in.
    pub fn nitrokey(&self, model: Model, number: u32) -> Nitrokey {
        Nitrokey::in_drawer(self.drawer.path(), model, number, self.port)
    }
}

/// A virtual Nitrokey. What is on it stays while it lies in the drawer.
#[derive(Debug)]
pub struct Nitrokey {
    model: Model,
    serial: Serial,
    state: PathBuf,
    port: u16,
    plugged: Option<(u8, Process)>,
}

impl Nitrokey {
    /// One whose memory is a file in this folder, made if it is not there; for the readers at `port`.
    pub(crate) fn in_drawer(drawer: &Path, model: Model, number: u32, port: u16) -> Self {
        let state = drawer.join(format!("{model}-{number:08X}"));
        let serial = Serial { manufacturer: model.manufacturer(), number };
        Nitrokey { model, serial, state, port, plugged: None }
    }

    /// Its serial.
    pub fn serial(&self) -> Serial {
        self.serial
    }

    /// Which reader it is in.
    pub(crate) fn reader(&self) -> Option<u8> {
        self.plugged.as_ref().map(|(reader, _)| *reader)
    }

    /// Plugs it into reader 0 or 1, and waits until the program sees it.
    ///
    /// # Errors
    /// If it is not seen.
    pub fn plug(&mut self, reader: u8) -> Result<()> {
        self.unplug()?;
        self.insert(reader)?;
        wait_until(&format!("{} is plugged in", self.serial), || self.is_seen())
    }

    /// Plugs it in, and does not wait.
    pub(crate) fn insert(&mut self, reader: u8) -> Result<()> {
        let port = (self.port + u16::from(reader)).to_string();
        let arguments = [OsStr::new("--port"), OsStr::new(&port)];
        let process = Process::start(arguments, self.model, self.serial.number, &self.state)?;
        self.plugged = Some((reader, process));
        Ok(())
    }

    /// Puts a finger on its button, or takes it away. There is one as long as nobody takes it away.
    ///
    /// # Errors
    /// If it is not plugged in.
    pub fn touch(&mut self, on: bool) -> Result<()> {
        self.plugged.as_mut().context("it is not plugged in")?.1.touch(on)
    }

    /// Pulls it out, and waits until `pcscd` has seen that: a real one is not out for less than that.
    ///
    /// # Errors
    /// If its reader does not get empty.
    pub fn unplug(&mut self) -> Result<()> {
        let Some(reader) = self.pull()? else { return Ok(()) };
        let reader = CString::new(Readers::name(reader))?;
        let context = Context::establish(Scope::User)?;
        wait_until(&format!("{} is gone", self.serial), || {
            let mut states = [ReaderState::new(reader.clone(), State::UNAWARE)];
            context.get_status_change(Duration::ZERO, &mut states)?;
            Ok(states[0].event_state().contains(State::EMPTY))
        })
    }

    /// Pulls it out of its reader, and does not wait.
    pub(crate) fn pull(&mut self) -> Result<Option<u8>> {
        let Some((reader, mut process)) = self.plugged.take() else { return Ok(None) };
        process.0.kill()?;
        process.0.wait()?;
        Ok(Some(reader))
    }

    fn is_seen(&self) -> Result<bool> {
        let found = list(&PcscBus)?;
        Ok(found.iter().any(|f| matches!(f, Found::Nitrokey(info) if info.serial == self.serial)))
    }
}

impl Drop for Nitrokey {
    fn drop(&mut self) {
        self.pull().ok();
    }
}

/// The process that a virtual Nitrokey is while it is plugged in; dropping it pulls it out.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    /// Starts one that reaches its port by these `arguments`.
    pub(crate) fn start(arguments: [&OsStr; 2], model: Model, number: u32, state: &Path) -> Result<Self> {
        let program = crate::virtual_nitrokey();
        ensure!(program.exists(), "{} is missing: build virtual-nitrokey", program.display());
        // A key that still looks for its port would outlive who started it.
        let child = Command::new("setpriv")
            .args(["--pdeathsig", "KILL"])
            .arg(&program)
            .args(arguments)
            .args(["--serial", &format!("{number:08X}")])
            .args(["--model", &model.to_string()])
            .arg("--state")
            .arg(state)
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("setpriv (util-linux) is missing")?;
        Ok(Process(child))
    }

    /// Puts a finger on its button, or takes it away.
    pub(crate) fn touch(&mut self, on: bool) -> Result<()> {
        let strings = self.0.stdin.as_mut().context("no standard input")?;
        Ok(strings.write_all(if on { b"touch\n" } else { b"notouch\n" })?)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended, or have been waited for.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// A temporary folder with a short path: a socket's may have 107 characters.
pub(crate) fn short_folder(name: &str) -> Result<TempDir> {
    Ok(tempfile::Builder::new().prefix(&format!("cs-{name}-")).tempdir_in("/tmp")?)
}

/// A port that nobody listens at, and neither at the next one. It is even, and below those that the
/// system gives to outgoing connections.
pub(crate) fn free_port() -> Result<u16> {
    let free = |port| TcpListener::bind((Ipv4Addr::UNSPECIFIED, port)).is_ok();
    for _ in 0..100 {
        let random = std::hash::RandomState::new().build_hasher().finish();
        let port = 10_000 + 2 * u16::try_from(random % 10_000)?;
        if free(port) && free(port + 1) {
            return Ok(port);
        }
    }
    bail!("no free port was found")
}
