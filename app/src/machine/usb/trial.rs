//! Which keyboards were let in on trial. That is kept in a file, in memory, as long as the computer is on: if the screens
//! crash, whoever watches after them sees a keyboard that types, and must not take it for one that the owner has let in.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where it stands. Nobody but the administrator writes there.
const FILE: &str = "run/keyboards-on-trial";

/// A line for each: its place, and the kernel's number, which the next device in that place has not.
#[derive(Debug)]
pub(super) struct Trial {
    file: PathBuf,
    before: Vec<String>,
}

impl Trial {
    /// Of the system with this root; with those that were on trial when nobody watched any more.
    pub(super) fn new(root: &Path) -> Self {
        let file = root.join(FILE);
        let before = fs::read_to_string(&file).unwrap_or_default();
        Trial { before: before.lines().map(str::to_owned).collect(), file }
    }

    /// Whether this one was on trial before.
    pub(super) fn was(&self, keyboard: &str) -> bool {
        self.before.iter().any(|before| before == keyboard)
    }

    /// These are, from now on.
    pub(super) fn are(&self, keyboards: &[String]) -> io::Result<()> {
        fs::write(&self.file, keyboards.iter().map(|keyboard| format!("{keyboard}\n")).collect::<String>())
    }
}
