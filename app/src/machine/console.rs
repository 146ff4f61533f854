//! The Linux console: whether the program runs on one, and its font.
//!
//! Keyboard and font are set on virtual consoles alone. In a window, over a serial line or in a test
//! they are somebody else's, and nothing is touched.

pub mod font;
pub(super) mod kernel;
mod psf;

use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};

pub use font::shows;

/// The virtual console that the program runs on: standard input, or the controlling terminal.
pub(super) fn virtual_console() -> Option<OwnedFd> {
    let input = || std::io::stdin().as_fd().try_clone_to_owned();
    let controlling = || File::open("/dev/tty").map(OwnedFd::from);
    let found = |opened: std::io::Result<OwnedFd>| opened.ok().filter(|fd| kernel::is_virtual_console(fd));
    found(input()).or_else(|| found(controlling()))
}
