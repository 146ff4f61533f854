//! Keeps the process's memory out of files and out of other programs' reach.

use rustix::mm::{MlockAllFlags, mlockall};
use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};

/// What of it the system granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protection {
    /// A crash leaves no image of the memory.
    pub no_core: bool,
    /// Other programs of the same user cannot read the memory or trace the process (administrators can).
    pub not_traced: bool,
    /// The memory is never swapped out. Only administrators are granted as much as it needs.
    pub locked: bool,
}

/// Protects this process from now on; to be called first. What is not granted is not fatal: on the
/// appliance there is neither a disk to swap to nor another user.
///
/// A process that is started from this one is not protected, and calls it itself.
pub fn protect() -> Protection {
    Protection {
        no_core: setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_ok(),
        not_traced: set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok(),
        locked: lock(),
    }
}

/// Under a limit, locking may succeed now and make a later allocation fail, which ends the program; so
/// it is done only without one. Pages are locked once they are used: the rest of a thread's stack
/// needs no memory.
fn lock() -> bool {
    let unlimited = Rlimit { current: None, maximum: None };
    // Not everybody may raise it; what counts is what it is then.
    setrlimit(Resource::Memlock, unlimited).ok();
    getrlimit(Resource::Memlock) == unlimited
        && mlockall(MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT).is_ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_kernel_says_that_it_is_protected() {
        let protection = protect();
        assert!(protection.no_core && protection.not_traced);
        let limits = fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
        assert_eq!(rustix::process::dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let locked = status.lines().find_map(|line| line.strip_prefix("VmLck:")).unwrap();
        assert_eq!(locked.trim() != "0 kB", protection.locked);
    }
}
