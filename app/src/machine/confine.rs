//! Programs that read what an enemy may have written, and the least that they need.
//!
//! - **pcscd** talks to whatever is plugged in. On the appliance it is a user of its own, without capabilities,
//!   and reaches its sockets, the readers that the USB guard has let in ([`PCSCD`] owns their nodes), what the
//!   kernel says of USB devices, its libraries, and nothing else.
//! - **The rehearsal's process** reads the sealed backup, and has the backup key. It reaches the bundle, to read
//!   it, and what it was given open: questions come in, the answer goes out.
//! - **The process that looks at pictures** reaches no file at all: pictures come in, codes go out. Nor does the one
//!   that decrypts a message.
//!
//! Three things hold them all, whatever code they come to run: which files (Landlock, landlock(7)), which of the kernel's
//! calls (seccomp(2)), and that no program can give them more (`NoNewPrivileges`, PR_SET_NO_NEW_PRIVS(2const)).
//! A process confines itself, and nothing takes it back; so does whatever it starts, if it may start something.

mod calls;
mod error;
mod files;

use std::convert::Infallible;
use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use rustix::thread::{
    CapabilitySet, clear_ambient_capability_set, remove_capability_from_bounding_set, set_no_new_privs,
};

pub use error::ConfineError;

/// Number of pcscd's user, and of its group, as in the image's `/etc/passwd` and `/etc/group`.
pub const PCSCD: u32 = 71;

/// pcscd's sockets. They are the only files that it makes. The first process gives it little room for them.
pub(super) const SOCKETS: &str = "/run/pcscd";
/// Where the kernel has nodes of USB devices. It makes this folder with the first one, which may come later than pcscd.
const NODES: &str = "/dev/bus/usb";
/// What starts programs that are linked with libraries.
const LOADER: &str = "/lib64/ld-linux-x86-64.so.2";
/// pcscd's libraries, the driver among them, and what the kernel says of USB devices.
const READ: [&str; 3] = ["/usr/lib", "/sys/bus/usb", "/sys/devices"];

/// Becomes pcscd, or what is in its place, with these arguments: `program` runs as this process, confined. To be
/// called by an administrator, before there is a second thread. It returns if that is not possible; whatever cannot
/// be confined does not run.
///
/// # Errors
/// [`ConfineError`].
pub fn service(program: &Path, arguments: &[&str]) -> Result<Infallible, ConfineError> {
    // What one left that has ended would have the next one believe that it still runs.
    DirBuilder::new().recursive(true).mode(0o755).create(SOCKETS)?;
    for left in fs::read_dir(SOCKETS)? {
        fs::remove_file(left?.path())?;
    }
    chown(SOCKETS, Some(PCSCD), Some(PCSCD))?;
    DirBuilder::new().recursive(true).mode(0o755).create(NODES)?;
    no_capabilities()?;
    files::Files::default()
        .start(&[program, Path::new(LOADER)])
        .read(&READ)
        .devices(&["/dev/null", NODES])
        .fill(SOCKETS)
        .confine()?;
    calls::confine(calls::pcscd()?)?;
    // Who becomes another user has no capabilities any more (capabilities(7)), and keeps no group.
    Err(Command::new(program).args(arguments).gid(PCSCD).uid(PCSCD).exec().into())
}

/// Confines this process, which looks at pictures or at a message. To be called before it reads one, and before there is a
/// second thread. If not all of it is possible, the rest is done all the same.
///
/// # Errors
/// [`ConfineError`].
pub fn without_files() -> Result<(), ConfineError> {
    computing(files::Files::default())
}

/// Confines this process, which rehearses from the bundle in `folder`. To be called before it reads anything,
/// and before there is a second thread. If not all of it is possible, the rest is done all the same.
///
/// # Errors
/// [`ConfineError`].
pub fn rehearsal(folder: &Path) -> Result<(), ConfineError> {
    computing(files::Files::default().read(&[folder]))
}

/// Confines this process, which computes, and reaches these files.
fn computing(files: files::Files) -> Result<(), ConfineError> {
    let privileges = set_no_new_privs(true).map_err(io::Error::from);
    let files = files.confine();
    let calls = calls::computing().and_then(calls::confine);
    privileges?;
    files?;
    calls
}

/// Gives up what this process, or one that it starts, could get back by any means.
fn no_capabilities() -> io::Result<()> {
    set_no_new_privs(true)?;
    clear_ambient_capability_set()?;
    for (_, capability) in CapabilitySet::all().iter_names() {
        remove_capability_from_bounding_set(capability)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pcscd_is_the_user_of_the_image() {
        let of = |file: &str, fields: usize| {
            let line = file.lines().find(|line| line.starts_with("pcscd:")).unwrap().to_owned();
            line.split(':').skip(2).take(fields).map(|id| id.parse().unwrap()).collect::<Vec<u32>>()
        };
        let users = include_str!("../../../buildroot-config/board/coldspare/overlay/etc/passwd");
        let groups = include_str!("../../../buildroot-config/board/coldspare/overlay/etc/group");
        assert_eq!((of(users, 2), of(groups, 1)), (vec![PCSCD; 2], vec![PCSCD]));
    }
}
