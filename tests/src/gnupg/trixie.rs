//! A computer with Debian 13, as far as a shell and GnuPG 2.4 go: `tests/trixie.sh` fetches it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::pcsc::Run;

/// What is this computer's own there. A folder in `/tmp` has the same name on both.
const SHARED: &str = "for folder in dev proc sys tmp; do mount --rbind /$folder \"$1/$folder\"; done";

/// Its files.
#[derive(Debug)]
pub(super) struct Trixie {
    tree: PathBuf,
    run: Run,
}

impl Trixie {
    pub(super) fn new() -> Result<Self> {
        let tree = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../out/trixie/tree");
        ensure!(tree.is_dir(), "there is no Debian 13 at {}: tests/trixie.sh fetches it", tree.display());
        match Run::here()? {
            Run::System => bail!("nothing may be mounted here, so there can be no computer with Debian 13"),
            run => Ok(Trixie { tree: tree.canonicalize()?, run }),
        }
    }

    /// A program there, in the folder where it is started if that is shared. Arguments may follow.
    pub(super) fn command(&self, program: &str) -> Command {
        let inside = "cd \"$0\" 2>/dev/null || cd /; exec \"$@\"";
        let script =
            format!("{SHARED}; tree=$1; shift; exec chroot \"$tree\" sh -e -c '{inside}' \"$PWD\" \"$@\"");
        let mut command = self.run.command(&script, &[&self.tree]);
        command.arg(program).env("PATH", "/usr/sbin:/usr/bin").env("HOME", "/root");
        command
    }
}

/// Where the library lies by which this process speaks with `pcscd`.
pub(super) fn pcsc_library() -> Result<PathBuf> {
    let maps = fs::read_to_string("/proc/self/maps")?;
    let path = maps.lines().filter_map(|line| line.split_whitespace().nth(5));
    path.map(PathBuf::from)
        .find(|path| path.to_string_lossy().contains("/libpcsclite.so"))
        .context("this process uses no libpcsclite")
}
