//! The kernel's call for partition tables (`linux/fs.h`), for which no library has a safe form.
#![allow(unsafe_code)]

use std::os::fd::AsFd;

use rustix::io::Errno;
use rustix::ioctl::{NoArg, Opcode, ioctl};

const BLKRRPART: Opcode = 0x125f;

/// Has the kernel read the partition table of a disk again.
pub(super) fn read_table_again(disk: impl AsFd) -> Result<(), Errno> {
    // SAFETY: the call has no argument, so the kernel neither reads nor writes memory of ours; on what is no
    // disk it answers `ENOTTY`.
    unsafe { ioctl(disk, NoArg::<BLKRRPART>::new()) }
}
