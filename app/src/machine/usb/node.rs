//! The node by which a program uses a device without any driver of the kernel, `/dev/bus/usb/BBB/DDD`. The kernel makes
//! it the administrator's.

use std::path::Path;

use rustix::fs::{AtFlags, CWD, Gid, Mode, Uid, chmodat, chownat};

use super::sysfs::Folder;
use crate::machine::confine::PCSCD;

/// Gives the node of the device in `folder` to pcscd, or takes it back.
///
/// The number of a device that was pulled out is not soon another one's: the kernel counts on to 127 first.
pub(super) fn give(root: &Path, folder: &Folder, to_pcscd: bool) {
    let number = |file| folder.text(file).ok().and_then(|text| text.parse::<u8>().ok());
    let (Some(bus), Some(device)) = (number("busnum"), number("devnum")) else { return };
    let node = root.join(format!("dev/bus/usb/{bus:03}/{device:03}"));
    let (group, mode) = if to_pcscd { (PCSCD, 0o660) } else { (0, 0o600) };
    // A device whose node is gone was pulled out.
    let _ = chownat(CWD, &node, Some(Uid::ROOT), Some(Gid::from_raw(group)), AtFlags::SYMLINK_NOFOLLOW);
    let _ = chmodat(CWD, &node, Mode::from_raw_mode(mode), AtFlags::empty());
}
