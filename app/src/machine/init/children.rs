//! Processes that have ended: the kernel gives the first process whatever nobody else waits for.

use std::time::Duration;

use rustix::io::Errno;
use rustix::process::{Pid, WaitOptions, WaitStatus, wait};

/// Between two looks at what has ended, where something else is to be done at a certain time as well.
pub(super) const STEP: Duration = Duration::from_millis(50);

/// A child that has ended; orphans of others are the first process's children, too. It waits for one if it
/// `may_wait`.
pub(super) fn next_end(may_wait: bool) -> Option<(Pid, WaitStatus)> {
    let options = if may_wait { WaitOptions::empty() } else { WaitOptions::NOHANG };
    loop {
        match wait(options) {
            Err(Errno::INTR) => {}
            ended => return ended.ok().flatten(),
        }
    }
}
