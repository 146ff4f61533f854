//! Sticks that somebody else mounts: the system of a computer that was not started from Coldspare. The list is
//! made from what the kernel tells in `/proc` and `/sys`; the stick itself is not read for it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

use super::device::number;
use super::plugged::{BOOT_LABEL, NAME, Plugged, SECTOR, together, usb_device};
use crate::language::shown::plain;

/// What sticks are formatted with, of that which the kernel can also write.
const FILE_SYSTEMS: [&str; 3] = ["vfat", "exfat", "ext4"];
/// A system that was itself started from a stick has its parts here.
const OF_THE_SYSTEM: [&str; 2] = ["/boot", "/efi"];

/// The removable media with a file system of their own that is mounted.
pub(super) fn list(root: &Path) -> Vec<Plugged> {
    let table = fs::read(root.join("proc/self/mountinfo")).unwrap_or_default();
    #[cfg(test)]
    crate::unforeseen::fall_over(&table);
    let mut mounts: Vec<Mount> = table.split(|b| *b == b'\n').filter_map(Mount::parse).collect();
    // One that is mounted at two places is one stick.
    let mut seen = Vec::new();
    mounts.retain(|mount| {
        let first = !seen.contains(&mount.device);
        seen.push(mount.device.clone());
        first
    });
    let mounts = mounts.into_iter().filter(|mount| !mount.is_of_the_system());
    let mut disks: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (disk, stick) in mounts.filter_map(|mount| plugged(root, mount)) {
        disks.entry(disk).or_default().push(stick);
    }
    let of_disk = |(disk, sticks): (PathBuf, Vec<Plugged>)| {
        let starts = sticks.iter().any(|stick| stick.name == BOOT_LABEL) || has_boot_label(root, &disk);
        let sticks = sticks.into_iter().map(|stick| Plugged { starts, ..stick });
        // That partition has room for nothing.
        let sticks = sticks.filter(|stick| stick.name != BOOT_LABEL).collect();
        (usb_device(&disk).unwrap_or(disk), sticks)
    };
    together(disks.into_iter().map(of_disk))
}

/// Whether udev knows a partition of this disk as the one that starts Coldspare; it need not be mounted.
fn has_boot_label(root: &Path, disk: &Path) -> bool {
    let boots = fs::read_link(root.join("dev/disk/by-label").join(BOOT_LABEL));
    boots.ok().and_then(|boots| Some(disk.join(boots.file_name()?).exists())).unwrap_or(false)
}

/// The names under which a table of mounts has its places.
pub(super) fn names(table: &[u8]) -> Vec<String> {
    let mounts = table.split(|b| *b == b'\n').filter_map(Mount::parse);
    mounts.filter_map(|mount| Some(plain(&mount.place.file_name()?.to_string_lossy(), NAME))).collect()
}

/// The stick behind a mount, if it is one, and the disk that it is on.
fn plugged(root: &Path, mount: Mount) -> Option<(PathBuf, Plugged)> {
    // `…/usb1/1-2/…/block/sdb` for a whole stick, `…/block/sdb/sdb1` for a partition.
    let device = fs::canonicalize(root.join("sys/dev/block").join(&mount.device)).ok()?;
    let disk = if device.join("partition").exists() { device.parent()? } else { &device };
    // Hard disks in USB boxes do not call themselves removable; card readers without USB do.
    let removable = number(&disk.join("removable")) == Some(1);
    let on_usb = disk.iter().any(|part| part.to_string_lossy().starts_with("usb"));
    if !removable && !on_usb {
        return None;
    }
    let node = device.file_name()?.to_string_lossy().into_owned();
    let place = mount.place.file_name().map(|name| name.to_string_lossy().into_owned());
    let size = number(&device.join("size")).map(|sectors| sectors.saturating_mul(SECTOR));
    let free = rustix::fs::statvfs(&mount.place).ok().map(|fs| fs.f_bavail.saturating_mul(fs.f_frsize));
    let (label, uuid) = (link(root, "by-label", &node), link(root, "by-uuid", &node));
    let name = plain(&label.or(place).unwrap_or(node), NAME);
    let id = uuid.unwrap_or_else(|| name.clone());
    Some((disk.to_owned(), Plugged { size, free, id, ..Plugged::mounted(mount.place, name) }))
}

/// What udev says of `/dev/<node>`: it makes a link by that name in `/dev/disk/<by>`.
fn link(root: &Path, by: &str, node: &str) -> Option<String> {
    let links = fs::read_dir(root.join("dev/disk").join(by)).ok()?.flatten();
    let mut ours =
        links.filter(|link| fs::read_link(link.path()).is_ok_and(|to| to.file_name() == Some(node.as_ref())));
    let name = ours.next()?.file_name().into_encoded_bytes();
    // What is no plain letter stands there as `\x20`.
    let bytes = unescape(&name, b"\\x", 2, 16);
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// A line of `/proc/self/mountinfo`, proc_pid_mountinfo(5).
struct Mount {
    /// `8:17`.
    device: String,
    place: PathBuf,
}

impl Mount {
    /// One with a stick's file system, mounted whole.
    fn parse(line: &[u8]) -> Option<Self> {
        let mut fields = line.split(|b| *b == b' ');
        let [_id, _parent, device, root, place] =
            [fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?];
        // Any number of optional fields, then a hyphen, then the file system.
        fields.find(|field| *field == b"-")?;
        let file_system = fields.next()?;
        if root != b"/" || !FILE_SYSTEMS.iter().any(|known| known.as_bytes() == file_system) {
            return None;
        }
        let place = OsString::from_vec(unescape(place, b"\\", 3, 8));
        Some(Mount { device: std::str::from_utf8(device).ok()?.to_owned(), place: place.into() })
    }

    fn is_of_the_system(&self) -> bool {
        self.place == Path::new("/") || OF_THE_SYSTEM.iter().any(|place| self.place.starts_with(place))
    }
}

/// Bytes that are written as `mark` and so many digits become themselves.
fn unescape(text: &[u8], mark: &[u8], digits: usize, radix: u32) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let escaped = rest.strip_prefix(mark).and_then(|tail| {
            let (code, tail) = tail.split_at_checked(digits)?;
            Some((u8::from_str_radix(std::str::from_utf8(code).ok()?, radix).ok()?, tail))
        });
        let (byte, tail) = escaped.unwrap_or((*first, after));
        plain.push(byte);
        rest = tail;
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::super::{Place, Sticks};
    use super::*;

    /// A machine with `mounts`, and these disks: `(device, path below /sys/devices, removable)`.
    fn machine(mounts: &str, devices: &[(&str, &str, &str)]) -> tempfile::TempDir {
        let machine = tempfile::tempdir().unwrap();
        let at = |path: &str| machine.path().join(path);
        for folder in ["proc/self", "sys/dev/block", "dev/disk/by-label", "dev/disk/by-uuid"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        fs::write(at("proc/self/mountinfo"), mounts).unwrap();
        for (device, path, removable) in devices {
            let disk = at("sys/devices").join(path);
            // A disk has sixteen numbers, and the first of them itself.
            let number = device.rsplit(':').next().unwrap().parse::<u32>().unwrap() % 16;
            let partition = disk.join(format!("{}{number}", disk.file_name().unwrap().to_str().unwrap()));
            fs::create_dir_all(&partition).unwrap();
            fs::write(disk.join("removable"), removable).unwrap();
            fs::write(partition.join("partition"), number.to_string()).unwrap();
            fs::write(partition.join("size"), "2048\n").unwrap();
            symlink(partition, at("sys/dev/block").join(device)).unwrap();
        }
        machine
    }

    fn sticks(machine: &tempfile::TempDir) -> Vec<Plugged> {
        Sticks(Place::Machine(machine.path().to_owned())).list()
    }

    fn names(machine: &tempfile::TempDir) -> Vec<String> {
        sticks(machine).iter().map(|stick| stick.name().to_owned()).collect()
    }

    #[test]
    fn a_name_cannot_draw_on_the_screen() {
        let table = b"36 35 8:17 / /media/ada/MY\\040\\033[2J\\342\\200\\256 rw - vfat /dev/sdb1 rw\n";
        assert_eq!(super::names(table), ["MY ?[2J?"]);
    }

    #[test]
    fn no_label_can_draw_on_the_screen_or_look_like_another() {
        let mounts = "23 22 8:17 / /media/ada/x rw - vfat /dev/sdb1 rw\n";
        for (label, shown) in [
            ("KE\u{202e}YS", "KE?YS"),
            ("KE\u{2066}YS", "KE?YS"),
            ("KE\u{200b}YS", "KE?YS"),
            ("KE\u{ad}YS", "KE?YS"),
            ("KE\\x1b[2JYS", "KE?[2JYS"),
            ("KE\\xe2\\x80\\xaeYS", "KE?YS"),
        ] {
            let machine = machine(mounts, &[("8:17", "usb1/block/sdb", "1")]);
            symlink("../../sdb1", machine.path().join("dev/disk/by-label").join(label)).unwrap();
            assert_eq!(names(&machine), [shown]);
            // Nor can the name of the place where somebody has mounted it, where udev knows no label.
            let mounts = mounts.replace("/ada/x", &format!("/ada/{}", label.replace("\\x", "\u{1b}")));
            let machine = machine_of(&mounts);
            let name = names(&machine).remove(0);
            assert!(name.chars().all(crate::language::shown::is_plain), "{name:?}");
        }
    }

    /// With one stick.
    fn machine_of(mounts: &str) -> tempfile::TempDir {
        machine(mounts, &[("8:17", "usb1/block/sdb", "1")])
    }

    #[test]
    fn two_disks_of_one_device_are_on_one_stick() {
        let mounts = "\
            23 22 8:17 / /media/ada/CARDS rw - vfat /dev/sdb1 rw\n\
            24 22 8:33 / /media/ada/KEYS rw - vfat /dev/sdc1 rw\n\
            25 22 8:49 / /media/ada/OTHER rw - vfat /dev/sdd1 rw\n";
        let devices = [
            ("8:17", "usb1/1-2/1-2.1/1-2.1:1.0/host0/target0:0:0/0:0:0:0/block/sdb", "1"),
            ("8:33", "usb1/1-2/1-2.1/1-2.1:1.0/host0/target0:0:0/0:0:0:1/block/sdc", "1"),
            ("8:49", "usb1/1-2/1-2.2/1-2.2:1.0/host1/target1:0:0/1:0:0:0/block/sdd", "1"),
        ];
        let machine = machine(mounts, &devices);
        for device in ["usb1", "usb1/1-2", "usb1/1-2/1-2.1", "usb1/1-2/1-2.2"] {
            fs::write(machine.path().join("sys/devices").join(device).join("idVendor"), "0781\n").unwrap();
        }
        let [cards, keys, other] = &sticks(&machine)[..] else { panic!("{:?}", names(&machine)) };
        assert!(cards.is_beside(keys) && keys.is_beside(cards));
        // Another one at the same hub is another one.
        assert!(!other.is_beside(cards) && !other.is_beside(keys));
    }

    #[test]
    fn only_removable_file_systems_are_sticks() {
        let mounts = "\
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
            23 22 8:17 / /media/ada/COLDSPARE rw,nosuid shared:2 - vfat /dev/sdb1 rw\n\
            24 22 8:33 / /media/ada/box rw,nosuid - ext4 /dev/sdc1 rw\n\
            25 22 8:49 / /mnt/inside rw - ext4 /dev/sdd1 rw\n\
            26 22 0:30 / /run rw - tmpfs tmpfs rw\n\
            27 22 9:9 / /mnt/nowhere rw - vfat /dev/zzz rw\n";
        let machine = machine(
            mounts,
            &[
                ("8:1", "pci/usb1/block/sda", "1"),
                ("8:17", "pci/mmc/block/sdb", "1\n"),
                ("8:33", "pci/usb2/2-1/block/sdc", "0\n"),
                ("8:49", "pci/ata1/block/sdd", "0\n"),
            ],
        );
        assert_eq!(names(&machine), ["COLDSPARE", "box"]);
    }

    #[test]
    fn a_stick_is_called_by_its_label_and_listed_once() {
        let mounts = "\
            23 22 8:17 / /media/my\\040stick rw - vfat /dev/sdb1 rw\n\
            24 22 8:17 / /mnt rw - vfat /dev/sdb1 rw\n\
            25 22 8:33 / /media/second\\040one rw - vfat /dev/sdc1 rw\n\
            26 22 8:33 /folder /srv rw - vfat /dev/sdc1 rw\n";
        let devices = [("8:17", "usb1/block/sdb", "1"), ("8:33", "usb1/block/sdc", "1")];
        let machine = machine(mounts, &devices);
        symlink("../../sdb1", machine.path().join("dev/disk/by-label/Ada\\x27s\\x20keys")).unwrap();
        assert_eq!(names(&machine), ["Ada's keys", "second one"]);
        let first = &sticks(&machine)[0];
        assert_eq!(first.size(), Some(1 << 20));
        assert_eq!(first.root, Path::new("/media/my stick"));
    }

    #[test]
    fn the_stick_that_starts_coldspare_is_known_whether_that_part_is_mounted_or_not() {
        let room = "23 22 8:18 / /media/ada/COLDSPARE rw - vfat /dev/sdb2 rw\n";
        let boot = "24 22 8:17 / /media/ada/COLDSTART rw - vfat /dev/sdb1 rw\n";
        let other = "25 22 8:33 / /media/ada/KEYS rw - vfat /dev/sdc1 rw\n";
        let devices = [
            ("8:17", "usb1/block/sdb", "1"),
            ("8:18", "usb1/block/sdb", "1"),
            ("8:33", "usb2/block/sdc", "1"),
        ];
        for (mounts, linked) in [(room.to_owned() + boot, false), (room.to_owned(), true)] {
            let machine = machine(&(mounts + other), &devices);
            if linked {
                symlink("../../sdb1", machine.path().join("dev/disk/by-label/COLDSTART")).unwrap();
            }
            let starts = |stick: &Plugged| (stick.name().to_owned(), stick.starts_coldspare());
            let sticks: Vec<_> = sticks(&machine).iter().map(starts).collect();
            assert_eq!(sticks, [("COLDSPARE".to_owned(), true), ("KEYS".to_owned(), false)]);
        }
    }

    #[test]
    fn what_is_on_one_stick_is_known_to_be_and_not_by_its_label() {
        let mounts = "\
            23 22 8:17 / /media/ada/CARDS rw - vfat /dev/sdb1 rw\n\
            24 22 8:18 / /media/ada/KEYS rw - vfat /dev/sdb2 rw\n\
            25 22 8:33 / /media/grace/KEYS rw - vfat /dev/sdc1 rw\n";
        let devices = [
            ("8:17", "usb1/block/sdb", "1"),
            ("8:18", "usb1/block/sdb", "1"),
            ("8:33", "usb2/block/sdc", "1"),
        ];
        let before = machine(mounts, &devices);
        for (uuid, node) in [("1111-1111", "sdb1"), ("2222-2222", "sdb2"), ("3333-3333", "sdc1")] {
            symlink(node, before.path().join("dev/disk/by-uuid").join(uuid)).unwrap();
        }
        let [cards, keys, other] = &sticks(&before)[..] else { panic!("{:?}", names(&before)) };
        assert!(cards.is_beside(keys) && cards.is_beside(cards));
        assert!(!cards.is_beside(other) && !keys.is_beside(other));
        // It comes back elsewhere, with only one of the two mounted.
        let mounts = "23 22 8:34 / /media/ada/KEYS rw - vfat /dev/sdc2 rw\n";
        let after = machine(mounts, &[("8:34", "usb1/block/sdc", "1")]);
        symlink("sdc2", after.path().join("dev/disk/by-uuid/2222-2222")).unwrap();
        assert!(sticks(&after)[0].is_beside(cards));
    }
}
