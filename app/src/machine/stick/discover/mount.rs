//! Sticks that the program itself mounts: read-only as long as they are only read, unmounted after each use.
//!
//! Each change is a mount of its own: when it ends, the medium has all of it, its file system is as clean as
//! if it had been taken out, and what is read next comes from it and from no cache.

use std::collections::BTreeMap;
use std::ffi::CStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::io::Errno;
use rustix::mount::{MountFlags, UnmountFlags, mount, unmount};

use super::device::Device;
use super::recognise::FileSystem;

/// Below it, each stick has its folder. It is in memory.
pub(super) const PLACE: &str = "/run/coldspare/sticks";

/// How many use what is mounted at a place. Who holds it is alone with all sticks.
static USES: Mutex<BTreeMap<PathBuf, usize>> = Mutex::new(BTreeMap::new());

fn alone() -> MutexGuard<'static, BTreeMap<PathBuf, usize>> {
    USES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A stick that is mounted until its last user drops it.
#[derive(Debug)]
pub(in crate::machine) struct Mount {
    device: Device,
    kind: FileSystem,
    place: PathBuf,
}

impl Mount {
    /// Mounts it to be read.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn new(device: Device, kind: FileSystem) -> io::Result<Self> {
        let mut uses = alone();
        let place = Path::new(PLACE).join(device.tag());
        if !uses.contains_key(&place) {
            // What a process left that ended without tidying up.
            unmount(&place, UnmountFlags::DETACH).ok();
            fs::create_dir_all(&place)?;
            attach(&device, kind, &place, MountFlags::RDONLY)?;
        }
        *uses.entry(place.clone()).or_default() += 1;
        drop(uses);
        Ok(Mount { device, kind, place })
    }

    /// Where it is mounted.
    pub(in crate::machine) fn place(&self) -> &Path {
        &self.place
    }

    /// Reads something.
    ///
    /// # Errors
    /// What the system says; that the device is gone, if it is.
    pub(in crate::machine) fn read<T>(&self, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let _alone = alone();
        act().map_err(|error| self.why(error))
    }

    /// Changes something, and waits until the medium has it.
    ///
    /// # Errors
    /// As [`Mount::read`].
    pub(in crate::machine) fn change<T>(&self, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let _alone = alone();
        let changed = self.attach_anew(MountFlags::empty()).and_then(|()| act());
        let back = self.attach_anew(MountFlags::RDONLY);
        changed.and_then(|changed| back.map(|()| changed)).map_err(|error| self.why(error))
    }

    fn attach_anew(&self, flags: MountFlags) -> io::Result<()> {
        match unmount(&self.place, UnmountFlags::empty()) {
            // It was not mounted, because mounting it failed the last time.
            Ok(()) | Err(Errno::INVAL) => {}
            Err(error) => return Err(error.into()),
        }
        attach(&self.device, self.kind, &self.place, flags)
    }

    /// Without its device a file system says this and that.
    fn why(&self, error: io::Error) -> io::Error {
        if self.device.is_there() { error } else { Errno::NODEV.into() }
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let mut uses = alone();
        if let Some(count) = uses.get_mut(&self.place).filter(|count| **count > 1) {
            *count -= 1;
            return;
        }
        uses.remove(&self.place);
        if unmount(&self.place, UnmountFlags::empty()).is_err() {
            // Pulled out, or another process reads it: it goes with its last user.
            unmount(&self.place, UnmountFlags::DETACH).ok();
        }
        fs::remove_dir(&self.place).ok();
    }
}

fn attach(device: &Device, kind: FileSystem, place: &Path, flags: MountFlags) -> io::Result<()> {
    // Its place could be another one's by now.
    if !device.is_there() {
        return Err(Errno::NODEV.into());
    }
    let flags = flags | MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC | MountFlags::NOATIME;
    let (name, options) = options(kind);
    Ok(mount(device.path(), place, name, flags, options)?)
}

/// What the kernel calls a file system, and what it is told when it mounts one.
fn options(kind: FileSystem) -> (&'static str, &'static CStr) {
    match kind {
        FileSystem::Fat => ("vfat", c"umask=077,utf8=1,errors=remount-ro"),
        FileSystem::ExFat => ("exfat", c"umask=077,iocharset=utf8,errors=remount-ro"),
    }
}
