//! What the computer is made of, and how QEMU is told so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// Where Debian's package `ovmf` puts the firmware.
const OVMF: &str = "/usr/share/OVMF";
/// QEMU's name for the display.
pub(super) const DISPLAY: &str = "video";

/// What starts the computer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Firmware {
    /// An old one.
    #[default]
    Bios,
    /// UEFI without Secure Boot.
    Uefi,
    /// UEFI with Secure Boot, and these variables: which keys it trusts. The file is copied.
    SecureBoot(PathBuf),
}

impl Firmware {
    /// Secure Boot with nobody's keys but Microsoft's, as computers are sold.
    pub fn as_sold() -> Self {
        Firmware::SecureBoot(Path::new(OVMF).join("OVMF_VARS_4M.ms.fd"))
    }

    /// Secure Boot with nobody's key but the one that Debian's package `ovmf` brings for trying.
    pub fn trusting_the_trial_key() -> Self {
        Firmware::SecureBoot(Path::new(OVMF).join("OVMF_VARS_4M.snakeoil.fd"))
    }
}

/// The port that the stick is in which the computer starts from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Port {
    /// USB 2.
    Usb2,
    /// USB 3.
    #[default]
    Usb3,
}

/// The keyboard that is there from the start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keyboard {
    /// As in laptops.
    #[default]
    Ps2,
    /// At a USB port.
    Usb,
}

/// What its owner looks at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// A display that nobody sees but who asks for it: see [`super::Computer::display`].
    #[default]
    Hidden,
    /// A display in a window, by the part of QEMU of this name: `gtk`, `sdl`.
    Window(&'static str),
    /// None. A terminal is at the other end of the serial line: see [`super::Computer::line`].
    Line,
}

/// What is started.
#[derive(Debug, Clone)]
enum Start {
    /// What stands on a disk image, which is a stick; what is written to it is kept or not.
    Stick { image: PathBuf, kept: bool },
    /// A kernel and what it unpacks first, handed over by QEMU itself: without a stick, in text mode.
    Kernel { kernel: PathBuf, initrd: PathBuf },
}

/// A computer that is not switched on yet.
#[derive(Debug, Clone)]
pub struct Hardware {
    start: Start,
    firmware: Firmware,
    port: Port,
    keyboard: Keyboard,
    screen: Screen,
    memory: u32,
    usb_slots: usize,
    more: Vec<String>,
}

impl Hardware {
    /// With this disk image in a USB port. What is written to it is forgotten with the computer.
    pub fn from_stick(image: impl Into<PathBuf>) -> Self {
        Hardware::new(Start::Stick { image: image.into(), kept: false })
    }

    /// The same, and what is written to the image stays there.
    pub fn from_own_stick(image: impl Into<PathBuf>) -> Self {
        Hardware::new(Start::Stick { image: image.into(), kept: true })
    }

    /// With this kernel and this initial file system, by which things are tried that are no whole image.
    pub fn from_kernel(kernel: impl Into<PathBuf>, initrd: impl Into<PathBuf>) -> Self {
        Hardware::new(Start::Kernel { kernel: kernel.into(), initrd: initrd.into() })
    }

    fn new(start: Start) -> Self {
        Hardware {
            start,
            firmware: Firmware::default(),
            port: Port::default(),
            keyboard: Keyboard::default(),
            screen: Screen::default(),
            memory: 256,
            usb_slots: 0,
            more: Vec::new(),
        }
    }

    /// With this firmware.
    #[must_use]
    pub fn firmware(mut self, firmware: Firmware) -> Self {
        self.firmware = firmware;
        self
    }

    /// With the stick in this port.
    #[must_use]
    pub fn port(mut self, port: Port) -> Self {
        self.port = port;
        self
    }

    /// With this keyboard.
    #[must_use]
    pub fn keyboard(mut self, keyboard: Keyboard) -> Self {
        self.keyboard = keyboard;
        self
    }

    /// With this screen.
    #[must_use]
    pub fn screen(mut self, screen: Screen) -> Self {
        self.screen = screen;
        self
    }

    /// With this much memory, in MiB.
    #[must_use]
    pub fn memory(mut self, mebibytes: u32) -> Self {
        self.memory = mebibytes;
        self
    }

    /// With so many USB ports that other programs serve: see [`super::Computer::usb_slot`].
    #[must_use]
    pub fn usb_slots(mut self, number: usize) -> Self {
        self.usb_slots = number;
        self
    }

    /// With these arguments of QEMU's too: network cards, internal disks.
    #[must_use]
    pub fn with(mut self, arguments: &[&str]) -> Self {
        self.more.extend(arguments.iter().map(ToString::to_string));
        self
    }

    /// Bytes of memory.
    pub(super) fn memory_bytes(&self) -> u64 {
        u64::from(self.memory) << 20
    }

    /// Whether its serial line leads to a terminal.
    pub(super) fn has_line(&self) -> bool {
        self.screen == Screen::Line
    }

    /// How many ports other programs serve.
    pub(super) fn slots(&self) -> usize {
        self.usb_slots
    }

    /// QEMU with all of it, that ends with who started it; its sockets and files are in this folder.
    pub(super) fn command(&self, folder: &Path) -> Result<Command> {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "qemu-system-x86_64"]);
        command.args(["-nodefaults", "-no-user-config", "-accel", "tcg,thread=multi", "-cpu", "max"]);
        let (secure, ps2) =
            (matches!(self.firmware, Firmware::SecureBoot(_)), self.keyboard == Keyboard::Ps2);
        let on = |is: bool| if is { "on" } else { "off" };
        command.arg("-machine").arg(format!("q35,sata=off,smm={},i8042={}", on(secure), on(ps2)));
        command.args(["-nic", "none", "-m", &self.memory.to_string()]);
        let (window, video) = match self.screen {
            Screen::Hidden => ("none", true),
            Screen::Window(toolkit) => (toolkit, true),
            Screen::Line => ("none", false),
        };
        command.args(["-display", window]);
        if video {
            command.args(["-device", &format!("VGA,id={DISPLAY}")]);
        }
        command.arg("-serial").arg(match self.has_line() {
            true => option("unix:", &line(folder), ",server=on,wait=off"),
            false => option("file:", &serial(folder), ""),
        });
        command.arg("-monitor").arg(option("unix:", &monitor(folder), ",server=on,wait=off"));
        command.arg("-qmp").arg(option("unix:", &qmp(folder), ",server=on,wait=off"));
        command.args(["-device", "qemu-xhci,id=xhci,p2=15,p3=15"]);
        if self.keyboard == Keyboard::Usb {
            command.args(["-device", "usb-kbd,bus=xhci.0,id=keyboard-first"]);
        }
        self.flash(folder, &mut command)?;
        self.start(&mut command);
        for number in 0..self.usb_slots {
            command.arg("-chardev").arg(option(
                &format!("socket,id=slot{number},path="),
                &slot(folder, number),
                ",server=on,wait=off",
            ));
            command.arg("-device").arg(format!("usb-redir,chardev=slot{number},bus=xhci.0"));
        }
        command.args(&self.more);
        Ok(command)
    }

    fn flash(&self, folder: &Path, command: &mut Command) -> Result<()> {
        let ovmf = Path::new(OVMF);
        let (code, variables) = match &self.firmware {
            Firmware::Bios => return Ok(()),
            Firmware::Uefi => ("OVMF_CODE_4M.fd", ovmf.join("OVMF_VARS_4M.fd")),
            Firmware::SecureBoot(variables) => {
                command.args(["-global", "driver=cfi.pflash01,property=secure,value=on"]);
                ("OVMF_CODE_4M.secboot.fd", variables.clone())
            }
        };
        let ours = folder.join("variables");
        fs::copy(&variables, &ours).with_context(|| format!("{} (ovmf) is missing", variables.display()))?;
        let flash = "if=pflash,format=raw,file=";
        command.arg("-drive").arg(option(flash, &ovmf.join(code), ",readonly=on"));
        command.arg("-drive").arg(option(flash, &ours, ""));
        Ok(())
    }

    fn start(&self, command: &mut Command) {
        match &self.start {
            Start::Stick { image, kept } => {
                let snapshot = if *kept { ",snapshot=off" } else { ",snapshot=on" };
                let drive = option("if=none,id=image,format=raw,file=", image, snapshot);
                command.arg("-drive").arg(drive);
                let bus = match self.port {
                    Port::Usb2 => {
                        command.args(["-device", "usb-ehci,id=ehci"]);
                        "ehci.0"
                    }
                    Port::Usb3 => "xhci.0",
                };
                let stick = "usb-storage,id=start,drive=image,removable=on,bootindex=0";
                command.arg("-device").arg(format!("{stick},bus={bus}"));
            }
            Start::Kernel { kernel, initrd } => {
                command.arg("-kernel").arg(kernel).arg("-initrd").arg(initrd);
            }
        }
    }
}

/// A file's name within an option, where a comma would end it.
fn option(before: &str, path: &Path, after: &str) -> String {
    format!("{before}{}{after}", path.display().to_string().replace(',', ",,"))
}

/// What came over the serial line.
pub(super) fn serial(folder: &Path) -> PathBuf {
    folder.join("serial")
}

/// The socket of a serial line that leads to a terminal.
pub(super) fn line(folder: &Path) -> PathBuf {
    folder.join("line")
}

/// The monitor's socket.
pub(super) fn monitor(folder: &Path) -> PathBuf {
    folder.join("monitor")
}

/// The socket of the monitor for programs.
pub(super) fn qmp(folder: &Path) -> PathBuf {
    folder.join("qmp")
}

/// The socket of a port that another program serves.
pub(super) fn slot(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("slot{number}"))
}

/// What QEMU says.
pub(super) fn complaints(folder: &Path) -> PathBuf {
    folder.join("complaints")
}
