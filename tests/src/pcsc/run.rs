//! `/run` for daemons that insist on a folder there.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

/// What a daemon finds at `/run`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
    /// An empty folder of its own, in a mount namespace.
    Own(&'static [&'static str]),
    /// The system's. That is how it is in most containers, where root may not mount anything.
    System,
}

impl Run {
    /// What is possible here.
    ///
    /// # Errors
    /// If nothing is.
    pub(crate) fn here() -> Result<Self> {
        let ways: [&[&str]; 2] = [&["--mount"], &["--mount", "--map-root-user"]];
        let own = ways.into_iter().map(Run::Own).find(|way| {
            let tried = way.command(":", &[]).stderr(Stdio::null()).status();
            tried.is_ok_and(|status| status.success())
        });
        match own {
            Some(own) => Ok(own),
            None if is_root()? => Ok(Run::System),
            None => bail!("this user may not make a mount namespace: try it as root"),
        }
    }

    /// A shell command there; `$1` and so on are the arguments.
    pub(crate) fn command(self, script: &str, arguments: &[&Path]) -> Command {
        let mut command = match self {
            Run::Own(options) => {
                let mut command = Command::new("unshare");
                command.args(options).args(["sh", "-e", "-c"]);
                command.arg(format!("mount -t tmpfs tmpfs /run; {script}"));
                command
            }
            Run::System => {
                let mut command = Command::new("sh");
                command.args(["-e", "-c", script]);
                command
            }
        };
        command.arg("sh").args(arguments).stdin(Stdio::null());
        command
    }
}

/// Whether this process is root's.
pub(crate) fn is_root() -> Result<bool> {
    Ok(fs::metadata("/proc/self")?.uid() == 0)
}
