//! What is mounted: the kernel's file systems at the start, and nothing of a stick at the end.

use std::ffi::CStr;
use std::fs;

use rustix::fs::sync;
use rustix::io::Errno;
use rustix::mount::{MountFlags, UnmountFlags, mount, unmount};

use crate::machine::confine;

/// Where the kernel itself is seen. It is needed to the end, and holds nothing of the owner.
const KERNEL: [&str; 3] = ["/proc", "/sys", "/dev"];

/// Mounts what the kernel shows of itself, and memory for files of programs. The root file system is the
/// kernel's own, in memory as well.
pub(super) fn mount_all() {
    let data = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC;
    let devices = MountFlags::NOSUID | MountFlags::NOEXEC;
    let all: [(&str, &str, MountFlags, Option<&CStr>); 6] = [
        ("devtmpfs", "/dev", devices, Some(c"mode=0755")),
        ("proc", "/proc", data, None),
        ("sysfs", "/sys", data, None),
        ("tmpfs", "/run", data, Some(c"mode=0755,size=16m")),
        // pcscd may make files there, and must not fill what keyboards on trial and places of sticks are kept in.
        ("tmpfs", confine::SOCKETS, data, Some(c"mode=0755,size=64k,nr_inodes=32")),
        ("tmpfs", "/tmp", data, Some(c"mode=1777,size=16m")),
    ];
    for (kind, place, flags, options) in all {
        // The kernel may have mounted /dev. Whatever else fails is missed where it is needed, and told there.
        if mount(kind, place, kind, flags, options) == Err(Errno::NOENT) && fs::create_dir(place).is_ok() {
            mount(kind, place, kind, flags, options).ok();
        }
    }
}

/// Unmounts sticks that the screens have left behind.
pub(super) fn unmount_sticks() {
    unmount_those(|mount| mount.is_of_a_device());
}

/// Unmounts everything that is not the kernel's own: sticks, and what programs had put into memory.
pub(super) fn unmount_all() {
    unmount_those(|mount| !mount.is_of_the_kernel());
}

/// A stick that was pulled out, or is still in use, is let go all the same.
fn unmount_those(wanted: impl Fn(&Mount<'_>) -> bool) {
    sync();
    let table = fs::read_to_string("/proc/mounts").unwrap_or_default();
    for mount in last_first(&table).into_iter().filter(wanted) {
        if unmount(mount.place, UnmountFlags::empty()).is_err() {
            unmount(mount.place, UnmountFlags::DETACH).ok();
        }
    }
}

/// A line of `/proc/mounts`, proc_pid_mounts(5). No place on the appliance has a blank in its name.
#[derive(Debug, PartialEq, Eq)]
struct Mount<'a> {
    what: &'a str,
    place: &'a str,
}

impl Mount<'_> {
    fn is_of_a_device(&self) -> bool {
        self.what.starts_with("/dev/")
    }

    fn is_of_the_kernel(&self) -> bool {
        self.place == "/" || KERNEL.contains(&self.place)
    }
}

/// What was mounted last, which may lie in what was mounted before, comes first.
fn last_first(table: &str) -> Vec<Mount<'_>> {
    let mount = |line| {
        let mut fields = str::split(line, ' ');
        Some(Mount { what: fields.next()?, place: fields.next()? })
    };
    let mut mounts: Vec<_> = table.lines().filter_map(mount).collect();
    mounts.reverse();
    mounts
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
        rootfs / rootfs rw 0 0\n\
        devtmpfs /dev devtmpfs rw,nosuid,noexec 0 0\n\
        proc /proc proc rw,nosuid,nodev,noexec 0 0\n\
        sysfs /sys sysfs rw,nosuid,nodev,noexec 0 0\n\
        tmpfs /run tmpfs rw,nosuid,nodev,noexec 0 0\n\
        tmpfs /tmp tmpfs rw,nosuid,nodev,noexec 0 0\n\
        /dev/sda1 /run/stick/sda1 vfat ro,nosuid,nodev,noexec 0 0\n";

    fn places(wanted: fn(&Mount<'static>) -> bool) -> Vec<&'static str> {
        last_first(TABLE).into_iter().filter(wanted).map(|mount| mount.place).collect()
    }

    #[test]
    fn after_a_crash_sticks_are_unmounted() {
        assert_eq!(places(Mount::is_of_a_device), ["/run/stick/sda1"]);
    }

    #[test]
    fn at_the_end_only_the_kernels_own_is_left() {
        assert_eq!(places(|mount| !mount.is_of_the_kernel()), ["/run/stick/sda1", "/tmp", "/run"]);
    }
}
