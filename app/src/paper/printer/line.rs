//! The line to a printer: a file under `/dev/usb`, and what can go wrong while it is written.
//!
//! `usblp` takes up to 8 kB at a time, and says by poll(2) that they have reached the printer.
//! Closing the file drops what has not (`drivers/usb/class/usblp.c`). To who does not wait in write(2) it
//! does not say that a block got lost on the bus; such a page is noticed when its card is read back.

use std::fs::File;
use std::os::fd::AsFd;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

/// How long one poll(2) may take.
const STEP: Duration = Duration::from_secs(1);

/// Before a printer is asked once more what it would not take, or what it said was wrong.
const PAUSE: Duration = Duration::from_millis(10);

/// Why a printer stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// It says so, or the system does.
    #[error("out of paper")]
    PaperOut,
    /// It is not selected.
    #[error("offline")]
    Offline,
    /// It reports an error of its own.
    #[error("fault reported")]
    Fault,
    /// Its device is not there.
    #[error("gone")]
    Gone,
    /// It has taken nothing for a while and does not say why.
    #[error("takes no data")]
    TakesNothing,
    /// Anything else that the system said.
    #[error("write failed: {0}")]
    System(Errno),
}

impl From<Errno> for Trouble {
    fn from(errno: Errno) -> Self {
        match errno {
            Errno::NOSPC => Trouble::PaperOut,
            Errno::NODEV | Errno::IO | Errno::NXIO | Errno::NOENT | Errno::SHUTDOWN | Errno::PIPE => {
                Trouble::Gone
            }
            other => Trouble::System(other),
        }
    }
}

/// The open file of a printer, and how much of one job went through it.
pub(super) struct Line {
    device: File,
    sent: usize,
    broken: bool,
}

impl Line {
    /// Opens it; it is never created, and opening does not wait. To append is nothing to a device;
    /// a plain file in its place keeps what it has.
    pub(super) fn open(device: &Path) -> Result<Self, Trouble> {
        let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::APPEND | OFlags::CLOEXEC | OFlags::NOCTTY;
        let device = File::from(rustix::fs::open(device, flags, Mode::empty())?);
        Ok(Line { device, sent: 0, broken: false })
    }

    /// Bytes of the job that the system has taken.
    pub(super) fn sent(&self) -> usize {
        self.sent
    }

    /// Whether bytes may have got lost on it: it is of no more use.
    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }

    /// Sends what is left of a job, and waits until the printer has the last byte. It may be called
    /// again after a trouble that did not break the line.
    pub(super) fn send(&mut self, job: &[u8], patience: Duration) -> Result<(), Trouble> {
        // Before the first byte: half a page with a share on it need not lie in a printer.
        if self.sent == 0
            && let Some(trouble @ (Trouble::PaperOut | Trouble::Gone)) = system::status(self.device.as_fd())
        {
            return Err(self.breaks(trouble));
        }
        while self.sent < job.len() {
            let deadline = Instant::now() + patience;
            loop {
                self.wait(deadline)?;
                match rustix::io::write(&self.device, &job[self.sent..]) {
                    Ok(0) | Err(Errno::AGAIN | Errno::INTR) if Instant::now() < deadline => {
                        sleep(PAUSE);
                    }
                    Ok(0) | Err(Errno::AGAIN | Errno::INTR) => return Err(Trouble::TakesNothing),
                    Ok(taken) => break self.sent += taken,
                    Err(errno) => return Err(self.breaks(errno.into())),
                }
            }
        }
        let deadline = Instant::now() + patience;
        self.wait(deadline)?;
        // Of a printer that has taken all, only this counts: some report nothing but zeros.
        loop {
            match system::status(self.device.as_fd()) {
                Some(Trouble::PaperOut) if Instant::now() >= deadline => return Err(Trouble::PaperOut),
                Some(Trouble::PaperOut) => sleep(PAUSE),
                // Its last block did not arrive, though poll(2) calls the line free.
                Some(Trouble::Gone) => return Err(self.breaks(Trouble::Gone)),
                _ => return Ok(()),
            }
        }
    }

    /// Waits until it takes data.
    fn wait(&mut self, deadline: Instant) -> Result<(), Trouble> {
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let step = Timespec::try_from(left.min(STEP)).ok();
            let mut fds = [PollFd::new(&self.device, PollFlags::OUT)];
            // A signal is no answer.
            poll(&mut fds, step.as_ref()).ok();
            let answer = fds[0].revents();
            if answer.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                return Err(self.breaks(Trouble::Gone));
            }
            if answer.contains(PollFlags::OUT) {
                return Ok(());
            }
            if Instant::now() >= deadline {
                return Err(system::status(self.device.as_fd()).unwrap_or(Trouble::TakesNothing));
            }
        }
    }

    fn breaks(&mut self, trouble: Trouble) -> Trouble {
        self.broken = true;
        trouble
    }
}

/// The printer's status, for which no library has a safe form.
#[allow(unsafe_code)]
mod system {
    use std::ffi::c_int;
    use std::os::fd::BorrowedFd;

    use rustix::io::Errno;
    use rustix::ioctl::{Getter, Opcode, ioctl};

    use super::Trouble;

    /// `LPGETSTATUS`, `linux/lp.h`.
    const LPGETSTATUS: Opcode = 0x060B;
    /// `LP_POUTPA`: out of paper.
    const PAPER_OUT: c_int = 0x20;
    /// `LP_PSELECD`: online.
    const SELECTED: c_int = 0x10;
    /// `LP_PERRORP`: no error.
    const NO_ERROR: c_int = 0x08;

    /// What the printer says is wrong; nothing if all is well or if it cannot be asked.
    pub(super) fn status(printer: BorrowedFd<'_>) -> Option<Trouble> {
        // SAFETY: the request writes one int, which is what the getter has room for.
        match unsafe { ioctl(printer, Getter::<LPGETSTATUS, c_int>::new()) } {
            Ok(status) => trouble_of(status),
            Err(Errno::NODEV) => Some(Trouble::Gone),
            Err(_) => None,
        }
    }

    fn trouble_of(status: c_int) -> Option<Trouble> {
        match status {
            paper if paper & PAPER_OUT != 0 => Some(Trouble::PaperOut),
            offline if offline & SELECTED == 0 => Some(Trouble::Offline),
            fault if fault & NO_ERROR == 0 => Some(Trouble::Fault),
            _ => None,
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_status_says_what_is_wrong() {
            assert_eq!(trouble_of(0x18), None);
            assert_eq!(trouble_of(0x30), Some(Trouble::PaperOut));
            assert_eq!(trouble_of(0x08), Some(Trouble::Offline));
            assert_eq!(trouble_of(0x10), Some(Trouble::Fault));
        }
    }
}
