//! The end: every other process ends, what the kernel keeps of them is wiped, and the computer is switched off.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::fs::sync;
use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, kill_process_group, wait};
use rustix::system::{RebootCommand, reboot};

use super::children::STEP;
use super::ending::Course;
use super::mounts;
use super::terminal::Terminal;
use crate::language::Key;
use crate::language::Texts;

/// So long a service may take to end by itself.
const PATIENCE: Duration = Duration::from_secs(2);
/// The kernel frees some things a moment after nobody needs them any more.
const MOMENT: Duration = Duration::from_millis(300);

/// Ends everything, and switches the computer off: at once, or when the owner has read that it is safe.
pub(super) fn end(terminal: &Terminal, course: &Course) -> ! {
    end_all(Signal::TERM);
    end_all(Signal::KILL);
    mounts::unmount_all();
    terminal.wipe().ok();
    // Nothing that was read from a stick is needed any more. What is freed, the kernel overwrites.
    fs::write("/proc/sys/vm/drop_caches", "3").ok();
    sleep(MOMENT);
    let languages = match course {
        Course::Ended(ending) => vec![ending.language],
        Course::GivenUp => Texts::languages().to_vec(),
    };
    let asked = match course {
        Course::Ended(ending) if ending.stay => Some(key!("safe")),
        Course::Ended(_) => None,
        Course::GivenUp => Some(key!("given-up")),
    };
    if let Some(first) = asked {
        terminal.say(&texts(&languages, &[first, key!("safe-enter")])).ok();
        terminal.wait_for_enter();
    }
    // A computer that cannot switch itself off stands still here, and this stays on its screen.
    terminal.say(&texts(&languages, &[key!("switching-off")])).ok();
    sync();
    loop {
        reboot(RebootCommand::PowerOff).ok();
        sleep(PATIENCE);
    }
}

/// These texts in these languages.
fn texts(languages: &[&str], keys: &[Key]) -> Vec<String> {
    let in_one = |language: &&str| {
        let texts = Texts::of(language);
        keys.iter().map(move |key| texts.say(*key, &[]))
    };
    languages.iter().flat_map(in_one).collect()
}

/// Sends a signal to every other process, and waits until there is none, if that happens soon.
fn end_all(signal: Signal) {
    // The group of the first process stands for all processes but itself, kill(2).
    kill_process_group(Pid::INIT, signal).ok();
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        match wait(WaitOptions::NOHANG) {
            Ok(Some(_)) | Err(Errno::INTR) => {}
            Ok(None) => sleep(STEP),
            // Orphans are children of the first process; so nobody is left.
            Err(_) => return,
        }
    }
}
