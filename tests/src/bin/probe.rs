//! A program that tries what a confined one must not be able to do, and says what it could: `name: yes`, or `no` and why.
//! In the place of pcscd on the appliance, as a rehearsal's process, or free, so that it is seen that the same is
//! possible there.
//!
//! ```text
//! probe --foreground        as pcscd, which it is in the place of; says it in a file beside pcscd's sockets
//! probe rehearsal FOLDER    confined as a rehearsal from FOLDER
//! probe looking FOLDER      as the process that looks at pictures
//! probe free FOLDER         not confined
//! probe tells               on the appliance: all three over the serial line
//! ```

use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IoSliceMut, Read, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use coldspare::machine::confine;
use nix::sched::{CloneFlags, unshare};
use nix::sys::ptrace;
use nix::sys::uio::{RemoteIoVec, process_vm_readv};
use rustix::fs::{FlockOperation, OFlags, fcntl_lock};
use rustix::mount::{MountFlags, UnmountFlags, mount, unmount};
use rustix::net::{AddressFamily, SocketType, socket};
use rustix::process::{Pid, getpid, test_kill_process};
use rustix::system::sethostname;
use rustix::thread::{Uid, set_thread_uid};

const SOCKETS: &str = "/run/pcscd";
/// Beside them.
const REPORT: &str = "/run/pcscd/report";
/// The appliance's program.
const COLDSPARE: &str = "/usr/bin/coldspare";
/// On the appliance a rehearsal's folder: there is no bundle, but something to be read.
const FOLDER: &str = "/usr/lib/pcsc";
const SERIAL: &str = "/dev/ttyS0";
const DISK: &str = "/dev/sda";
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);
/// Screens, terminals, a disk, and what else nobody but the administrator uses.
const DEVICES: [&str; 9] = [
    "/dev/vcs1",
    "/dev/vcsa1",
    "/dev/tty0",
    "/dev/tty1",
    SERIAL,
    "/dev/fb0",
    "/dev/hidraw0",
    DISK,
    "/dev/null",
];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["--foreground"] => as_pcscd(),
        ["rehearsal", folder] => {
            let me = std::env::current_exe()?;
            confine::rehearsal(Path::new(folder)).map_err(io::Error::other)?;
            io::stdout().write_all(all(Path::new(folder)).as_bytes())?;
            becomes(&me, &mut io::stdout())
        }
        ["looking", folder] => {
            confine::without_files().map_err(io::Error::other)?;
            io::stdout().write_all(all(Path::new(folder)).as_bytes())
        }
        ["free", folder] => io::stdout().write_all(all(Path::new(folder)).as_bytes()),
        ["becomes", program] => becomes(Path::new(program), &mut io::stdout()),
        ["nothing"] => Ok(()),
        ["tells"] => tells(),
        _ => Err(io::Error::other("see the source")),
    }
}

/// Waits for a card reader and a stick; else nothing would be let in yet.
fn as_pcscd() -> io::Result<()> {
    let readers = || usb_nodes().into_iter().filter(|(_, node)| open(node, true).is_ok()).count();
    while readers() == 0 || !Path::new(DISK).exists() {
        thread::sleep(BETWEEN_LOOKS);
    }
    let mut report = File::create(REPORT)?;
    report.write_all(all(Path::new(FOLDER)).as_bytes())?;
    becomes(Path::new(COLDSPARE), &mut report)?;
    writeln!(report, "end")?;
    rest()
}

/// If it can, it is another program from here on, and does not say that it cannot.
fn becomes(program: &Path, report: &mut impl Write) -> io::Result<()> {
    let error = Command::new(program).arg("--version").exec();
    writeln!(report, "becomes another program: no, {error}")
}

fn rest() -> ! {
    loop {
        thread::sleep(Duration::from_secs(3600));
    }
}

fn tells() -> io::Result<()> {
    while !fs::read_to_string(REPORT).is_ok_and(|report| report.ends_with("end\n")) {
        thread::sleep(BETWEEN_LOOKS);
    }
    let pcscd = fs::read_to_string(REPORT)?;
    let me = std::env::current_exe()?;
    let rehearsal = Command::new(&me).args(["rehearsal", FOLDER]).output()?;
    let becomes = Command::new(&me).args(["becomes", COLDSPARE]).output()?.stdout.starts_with(b"coldspare ");
    let free = all(Path::new(FOLDER)) + if becomes { "becomes another program: yes\n" } else { "" };
    let rehearsal = String::from_utf8_lossy(&rehearsal.stdout).into_owned();
    let status = status_of_pcscd()?;
    let mut line = open(SERIAL, true)?;
    rustix::fs::fcntl_setfl(&line, OFlags::empty())?;
    for (who, report) in [("status", &status), ("pcscd", &pcscd), ("rehearsal", &rehearsal), ("free", &free)]
    {
        report.lines().try_for_each(|said| write!(line, "{who}: {said}\r\n"))?;
    }
    write!(line, "everything was tried\r\n")?;
    rest()
}

/// What the kernel says of the process in the place of pcscd, proc_pid_status(5).
fn status_of_pcscd() -> io::Result<String> {
    let all = fs::read_dir("/proc")?.flatten();
    let mut all = all.filter_map(|process| fs::read_to_string(process.path().join("status")).ok());
    let of_pcscd = |status: &String| status.starts_with("Name:\tpcscd\n") && !status.contains("\nUid:\t0\t");
    all.find(of_pcscd).ok_or_else(|| io::ErrorKind::NotFound.into())
}

fn open(path: impl AsRef<Path>, write: bool) -> io::Result<File> {
    let flags = OFlags::NOCTTY | OFlags::NONBLOCK;
    OpenOptions::new().read(true).write(write).custom_flags(flags.bits().cast_signed()).open(path)
}

/// Each USB device by its two ids, with its node.
fn usb_nodes() -> Vec<(String, PathBuf)> {
    let devices = fs::read_dir("/sys/bus/usb/devices").into_iter().flatten().flatten();
    let of = |folder: PathBuf| {
        let says = |file: &str| Some(fs::read_to_string(folder.join(file)).ok()?.trim().to_owned());
        let number = |file: &str| says(file)?.parse::<u8>().ok();
        let node = format!("/dev/bus/usb/{:03}/{:03}", number("busnum")?, number("devnum")?);
        Some((format!("{}:{}", says("idVendor")?, says("idProduct")?), node.into()))
    };
    devices.filter_map(|device| of(device.path())).collect()
}

/// Whether it is possible with any other process.
fn others<T>(act: impl Fn(i32) -> io::Result<T>) -> io::Result<T> {
    let me = getpid().as_raw_nonzero().get();
    let tried = (1..500).filter(|pid| *pid != me).map(act);
    // Of several reasons the first process's counts.
    tried.reduce(|before, now| now.or(before)).unwrap_or_else(|| Err(io::ErrorKind::NotFound.into()))
}

fn first_byte(path: impl AsRef<Path>) -> io::Result<()> {
    open(path, false)?.read_exact(&mut [0])
}

/// Reads the first byte that a process has in memory.
fn memory(pid: i32) -> io::Result<()> {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps"))?;
    let start = maps.split_once('-').and_then(|(start, _)| u64::from_str_radix(start, 16).ok());
    let start = start.ok_or(io::ErrorKind::NotFound)?;
    open(format!("/proc/{pid}/mem"), false)?.read_exact_at(&mut [0], start)
}

/// Tries everything.
fn all(folder: &Path) -> String {
    let mut report = String::new();
    let mut tries = |name: &str, result: Result<(), &dyn Display>| match result {
        Ok(()) => report += &format!("{name}: yes\n"),
        Err(error) => report += &format!("{name}: no, {error}\n"),
    };
    macro_rules! tries {
        ($name:expr, $result:expr) => {
            match $result {
                Ok(_) => tries(&$name, Ok(())),
                Err(error) => tries(&$name, Err(&error)),
            }
        };
    }

    tries!("reads its folder", fs::read_dir(folder));
    for file in ["/etc/passwd", "/proc/self/status", "/proc/meminfo"] {
        tries!(format!("reads {file}"), first_byte(file));
    }
    tries!("reads its program", std::env::current_exe().and_then(first_byte));
    for folder in ["/", "/dev", "/proc", "/etc"] {
        tries!(format!("lists {folder}"), fs::read_dir(folder));
    }
    for device in DEVICES {
        tries!(format!("opens {device}"), open(device, true));
    }
    for (ids, node) in usb_nodes() {
        tries!(format!("uses {ids}"), open(node, true));
    }
    for file in ["maps", "environ"] {
        let name = format!("reads another program's {file}");
        tries!(name, others(|pid| first_byte(format!("/proc/{pid}/{file}"))));
    }
    tries!("reads another program's memory", others(memory));
    let name = format!("probe-{}", getpid().as_raw_nonzero());
    for place in [Path::new("/tmp"), Path::new("/run"), Path::new(SOCKETS), folder] {
        let (file, inner) = (place.join(&name), place.join(format!("{name}-folder")));
        tries!(format!("makes a file in {}", place.display()), File::create(&file));
        tries!(format!("makes a folder in {}", place.display()), fs::create_dir(&inner));
        let _ = (fs::remove_file(file), fs::remove_dir(inner));
    }
    for place in ["/tmp", SOCKETS] {
        let file = |n: usize| Path::new(place).join(format!("{name}-{n}"));
        tries!(format!("writes a megabyte into {place}"), fs::write(file(0), [0; 1 << 20]));
        let _ = fs::remove_file(file(0));
        tries!(
            format!("makes a hundred files in {place}"),
            (0..100).try_for_each(|n| File::create(file(n)).map(drop))
        );
        (0..100).for_each(|n| drop(fs::remove_file(file(n))));
    }
    let switch = "/sys/bus/usb/devices/usb1/authorized_default";
    tries!("changes what USB devices may", OpenOptions::new().write(true).open(switch));

    tries!("makes a pair of sockets", UnixStream::pair());
    tries!("makes a socket with a name", socket(AddressFamily::UNIX, SocketType::STREAM, None));
    tries!("makes a socket of the internet", socket(AddressFamily::INET, SocketType::STREAM, None));
    // NETLINK_ROUTE is 0.
    tries!("asks the kernel for networks", socket(AddressFamily::NETLINK, SocketType::RAW, None));
    tries!("starts a thread", thread::Builder::new().spawn(|| ()).map(|thread| thread.join()));
    let me = std::env::current_exe().unwrap_or_else(|_| "/usr/sbin/pcscd".into());
    tries!("starts a program", Command::new(me).arg("nothing").status());
    tries!(
        "sends signals",
        others(|pid| Ok(test_kill_process(Pid::from_raw(pid).ok_or(io::ErrorKind::NotFound)?)?))
    );
    // As everything else that fcntl(2) does, and a process that computes does not need.
    tries!("unlocks an open file", fcntl_lock(io::stdin(), FlockOperation::NonBlockingUnlock));
    tries!("reads memory of programs", {
        let (mut here, there) = ([0u8; 1], [7u8; 1]);
        let remote = [RemoteIoVec { base: there.as_ptr() as usize, len: 1 }];
        process_vm_readv(nix::unistd::Pid::this(), &mut [IoSliceMut::new(&mut here)], &remote)
    });
    tries!("has a name space of its own", unshare(CloneFlags::CLONE_NEWNS));
    let name = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    tries!("names the computer", sethostname(name.trim().as_bytes()));
    tries!("mounts", {
        let mounted = mount("none", "/tmp", "tmpfs", MountFlags::empty(), None);
        mounted.and_then(|()| unmount("/tmp", UnmountFlags::DETACH))
    });
    tries!("is the administrator", set_thread_uid(Uid::ROOT));
    // Last: from then on every signal stops it.
    tries!("is traced", ptrace::traceme());
    report
}
