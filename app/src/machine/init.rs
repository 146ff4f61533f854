//! The first process of the appliance, which the kernel starts and which must never end.
//!
//! It mounts the kernel's file systems, starts the services that the image lists, and runs the screens as a
//! child on the console. It holds no secret itself: whatever does ends before it, and what the kernel keeps
//! of an ended program is wiped. One thread, no signal handlers: it waits for children, and that is all.

mod children;
mod crashes;
mod end;
mod ending;
mod mounts;
mod services;
mod terminal;

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::thread::sleep;
use std::time::Instant;

use rustix::process::{Pid, Signal, getpid, ioctl_tiocsctty, kill_process_group, setsid};
use rustix::stdio::{dup2_stderr, dup2_stdin, dup2_stdout, stdin};
use rustix::system::{RebootCommand, reboot};

pub use ending::Ending;

use super::protect::protect;
use children::{STEP, next_end};
use crashes::Crashes;
use ending::Course;
use services::Services;
use terminal::Terminal;

/// The image's list of services.
const SERVICES: &str = "/etc/coldspare/services";
/// The trial image has this file.
const TRIAL: &str = "/etc/coldspare/trial";
/// Settings of the kernel, below `/proc/sys`: no program sees into another one, and the kernel tells nobody
/// where it lies in memory.
const SETTINGS: [(&str, &str); 2] = [("kernel/yama/ptrace_scope", "3"), ("kernel/kptr_restrict", "2")];

/// Whether this process is the appliance's first one. In a container a program can have its number as well,
/// but nothing is listed there.
pub fn is_first() -> bool {
    getpid().is_init() && is_appliance()
}

/// Whether this is the appliance.
pub fn is_appliance() -> bool {
    Path::new(SERVICES).exists()
}

/// Whether this is the trial image.
pub fn is_trial() -> bool {
    Path::new(TRIAL).exists()
}

/// Makes standard input the terminal of this process: of the screens that the first process has started. Who
/// has a terminal of its own already keeps it.
pub fn take_terminal() {
    if setsid().is_ok() {
        ioctl_tiocsctty(stdin()).ok();
    }
}

/// Does all that the first process does, and switches the computer off at the end.
pub fn run() -> ! {
    // The kernel has no place for it, and who looks at the screen cannot use it.
    std::panic::set_hook(Box::new(|_| ()));
    mounts::mount_all();
    let_go_of_console();
    protect();
    // Ctrl+Alt+Del would start the computer anew with everything still in memory.
    reboot(RebootCommand::CadOff).ok();
    for (setting, value) in SETTINGS {
        fs::write(Path::new("/proc/sys").join(setting), value).ok();
    }
    let terminal = Terminal::of_this_machine();
    let services = Services::parse(&fs::read_to_string(SERVICES).unwrap_or_default());
    let course = serve(&terminal, services);
    end::end(&terminal, &course)
}

/// The kernel has opened the console for this process. As long as somebody has a terminal open, what was
/// typed there stays in memory.
fn let_go_of_console() {
    if let Ok(null) = OpenOptions::new().read(true).write(true).open("/dev/null") {
        dup2_stdin(&null).ok();
        dup2_stdout(&null).ok();
        dup2_stderr(&null).ok();
    }
}

/// Runs the screens, again if they stop unexpectedly, until the owner ends them.
fn serve(terminal: &Terminal, mut services: Services) -> Course {
    let mut crashes = Crashes::default();
    let mut restarted = false;
    loop {
        services.start_due(Instant::now());
        let ending = terminal.start_screens(restarted).ok().and_then(|screens| {
            let ending = ended(screens, &mut services);
            // What they had started could hold secrets: the rehearsal, for one.
            kill_process_group(screens, Signal::KILL).ok();
            ending
        });
        match ending {
            Some(ending) => return Course::Ended(ending),
            None if crashes.too_many(Instant::now()) => return Course::GivenUp,
            None => restarted = true,
        }
        mounts::unmount_sticks();
        terminal.wipe().ok();
    }
}

/// Waits until the screens have ended, and whether the owner wished it; meanwhile services that end are
/// started again.
fn ended(screens: Pid, services: &mut Services) -> Option<Ending> {
    loop {
        let now = Instant::now();
        services.start_due(now);
        match next_end(services.all_run()) {
            Some((pid, status)) if pid == screens => return Ending::of_status(status.exit_status()?),
            Some((pid, _)) => services.ended(pid, Instant::now()),
            None => sleep(STEP),
        }
    }
}
