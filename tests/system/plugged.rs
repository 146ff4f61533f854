//! The sticks of an appliance, which mounts them itself: what is recognised, which are told apart, and how one
//! without a file system gets one. Disks are files here, and `/sys` is a folder; the file systems come from
//! those who make them elsewhere, and who check them.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use coldspare::machine::stick::StickError;
use coldspare::machine::sticks::{Condition, Format, Plugged, Sticks};

const MIB: u64 = 1 << 20;

/// Where a disk is plugged in, below `sys/devices`.
const PORT: &str = "pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host0/target0:0:0/0:0:0:0/block";
const OTHER_PORT: &str = "pci0000:00/0000:00:1a.0/usb2/2-1/2-1:1.0/host3/target3:0:0/3:0:0:0/block";
const NO_USB: &str = "pci0000:00/0000:00:17.0/ata1/host1/target1:0:0/1:0:0:0/block";

/// A computer.
struct Computer {
    folder: tempfile::TempDir,
    sticks: Sticks,
    plugged_in: u64,
}

impl Computer {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for place in ["sys/class/block", "dev"] {
            fs::create_dir_all(folder.path().join(place)).unwrap();
        }
        let sticks = Sticks::of_an_appliance(folder.path());
        Computer { folder, sticks, plugged_in: 0 }
    }

    fn put(&self, file: PathBuf, text: impl ToString) {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("{}\n", text.to_string())).unwrap();
    }

    fn dev(&self, node: &str) -> PathBuf {
        self.folder.path().join("dev").join(node)
    }

    /// Plugs a disk in, with its partitions: the sector that each begins at, and what is on it.
    fn plug(&mut self, port: &str, node: &str, disk: &[u8], partitions: &[(u64, Vec<u8>)]) {
        self.plugged_in += 1;
        let place = self.folder.path().join("sys/devices").join(port).join(node);
        self.put(place.join("size"), disk.len() / 512);
        self.put(place.join("diskseq"), self.plugged_in);
        self.put(place.join("device/vendor"), "SanDisk ");
        self.put(place.join("device/model"), "Ultra           ");
        for hub in place
            .ancestors()
            .filter(|place| place.file_name().is_some_and(|name| name.to_str().unwrap().starts_with("usb")))
        {
            self.put(hub.join("idVendor"), "1d6b");
            self.put(hub.join("serial"), hub.parent().unwrap().file_name().unwrap().to_str().unwrap());
        }
        let device = place.ancestors().find(|place| {
            place
                .parent()
                .and_then(Path::file_name)
                .is_some_and(|name| name.to_str().unwrap().starts_with("usb"))
        });
        if let Some(device) = device {
            self.put(device.join("idVendor"), "0781");
        }
        let class = self.folder.path().join("sys/class/block");
        symlink(&place, class.join(node)).unwrap();
        fs::write(self.dev(node), disk).unwrap();
        for (nth, (start, content)) in partitions.iter().enumerate() {
            let name = format!("{node}{}", nth + 1);
            let part = place.join(&name);
            self.put(part.join("partition"), nth + 1);
            self.put(part.join("start"), start);
            self.put(part.join("size"), content.len() / 512);
            symlink(&part, class.join(&name)).unwrap();
            fs::write(self.dev(&name), content).unwrap();
        }
    }

    fn unplug(&self, node: &str) {
        for place in ["sys/class/block", "dev"] {
            for entry in fs::read_dir(self.folder.path().join(place)).unwrap().flatten() {
                if entry.file_name().to_str().unwrap().starts_with(node) {
                    fs::remove_file(entry.path()).unwrap();
                }
            }
        }
    }

    fn names(&self) -> Vec<String> {
        self.sticks.list().iter().map(|stick| stick.name().to_owned()).collect()
    }

    fn only(&self) -> Plugged {
        let list = self.sticks.list();
        assert_eq!(list.len(), 1, "{list:?}");
        list[0].clone()
    }
}

/// What a program makes of an empty file.
fn made(size: u64, program: &str, arguments: &[&str]) -> Vec<u8> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(size).unwrap();
    let output = Command::new(program)
        .env("PATH", "/usr/sbin:/sbin:/usr/bin:/bin")
        .args(arguments)
        .arg(file.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

fn fat(label: &str) -> Vec<u8> {
    made(4 * MIB, "mkfs.fat", &["-n", label])
}

/// A partition table with these types and starts.
fn table(entries: &[(u8, u32)]) -> Vec<u8> {
    let mut disk = vec![0; MIB as usize];
    for (nth, (kind, start)) in entries.iter().enumerate() {
        disk[446 + 16 * nth + 4] = *kind;
        disk[446 + 16 * nth + 8..][..4].copy_from_slice(&start.to_le_bytes());
    }
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    disk
}

#[test]
fn what_other_systems_formatted_is_recognised() {
    let volumes = [
        made(2 * MIB, "mkfs.fat", &["-F", "12", "-n", "MY KEYS"]),
        made(32 * MIB, "mkfs.fat", &["-F", "16", "-n", "MY KEYS"]),
        made(64 * MIB, "mkfs.fat", &["-F", "32", "-n", "MY KEYS"]),
        made(64 * MIB, "mkfs.fat", &["-F", "32", "-S", "4096", "-n", "MY KEYS"]),
        made(32 * MIB, "mkfs.exfat", &["-L", "MY KEYS"]),
    ];
    for volume in volumes {
        let mut computer = Computer::new();
        computer.plug(PORT, "sda", &volume, &[]);
        let whole = computer.only();
        assert_eq!((whole.name(), whole.condition()), ("MY KEYS", Condition::Ready));
        assert_eq!(whole.size(), Some(volume.len() as u64));
        assert_eq!(whole.model(), Some("SanDisk Ultra"));
        computer.unplug("sda");
        computer.plug(PORT, "sdb", &table(&[(0x0c, 2048)]), &[(2048, volume)]);
        let partition = computer.only();
        assert_eq!((partition.name(), partition.node()), ("MY KEYS", Some("sdb1")));
    }
}

#[test]
fn without_a_label_it_is_called_as_its_maker_called_it() {
    let mut computer = Computer::new();
    computer.plug(PORT, "sda", &made(4 * MIB, "mkfs.fat", &[]), &[]);
    assert_eq!(computer.names(), ["SanDisk Ultra"]);
}

#[test]
fn only_what_is_on_usb_and_has_a_medium_is_a_stick() {
    let mut computer = Computer::new();
    computer.plug(NO_USB, "sda", &fat("INSIDE"), &[]);
    computer.plug(PORT, "sdb", &[], &[]);
    assert_eq!(computer.names(), [""; 0]);
}

#[test]
fn of_the_stick_that_started_the_appliance_only_the_part_for_bundles_is_offered() {
    let mut computer = Computer::new();
    let disk = table(&[(0xef, 2048), (0x0c, 10240)]);
    computer.plug(PORT, "sda", &disk, &[(2048, fat("COLDSTART")), (10240, fat("COLDSPARE"))]);
    assert_eq!(computer.names(), ["COLDSPARE"]);
    computer.unplug("sda");
    computer.plug(PORT, "sda", &table(&[(0xef, 2048)]), &[(2048, fat("COLDSTART"))]);
    assert_eq!(computer.names(), [""; 0]);
}

#[test]
fn two_of_the_same_label_are_two_and_one_at_another_port_is_the_same() {
    let mut computer = Computer::new();
    let first = made(4 * MIB, "mkfs.fat", &["-i", "11111111", "-n", "COLDSPARE"]);
    let second = made(4 * MIB, "mkfs.fat", &["-i", "22222222", "-n", "COLDSPARE"]);
    computer.plug(PORT, "sda", &first, &[]);
    computer.plug(OTHER_PORT, "sdb", &second, &[]);
    let both = computer.sticks.list();
    assert_eq!(computer.names(), ["COLDSPARE", "COLDSPARE"]);
    assert_ne!(both[0].id(), both[1].id());
    computer.unplug("sda");
    computer.unplug("sdb");
    computer.plug(OTHER_PORT, "sdc", &first, &[]);
    let again = computer.only();
    assert_eq!(both.iter().filter(|stick| stick.id() == again.id()).count(), 1);
}

#[test]
fn a_stick_is_read_once_each_time_it_is_plugged_in() {
    let mut computer = Computer::new();
    computer.plug(PORT, "sda", &fat("BEFORE"), &[]);
    assert_eq!(computer.names(), ["BEFORE"]);
    fs::write(computer.dev("sda"), fat("AFTER")).unwrap();
    assert_eq!(computer.names(), ["BEFORE"]);
    let content = fs::read(computer.dev("sda")).unwrap();
    computer.unplug("sda");
    computer.plug(PORT, "sda", &content, &[]);
    assert_eq!(computer.names(), ["AFTER"]);
}

#[test]
fn one_that_the_kernel_has_not_made_ready_is_there_the_next_time() {
    let mut computer = Computer::new();
    let volume = fat("LATE");
    computer.plug(PORT, "sda", &volume, &[]);
    fs::remove_file(computer.dev("sda")).unwrap();
    assert_eq!(computer.names(), [""; 0]);
    fs::write(computer.dev("sda"), volume).unwrap();
    assert_eq!(computer.names(), ["LATE"]);
}

#[test]
fn what_cannot_be_used_is_told_by_its_name() {
    let mut computer = Computer::new();
    computer.plug(PORT, "sda", &made(8 * MIB, "mkfs.ext4", &["-q", "-F"]), &[]);
    let stick = computer.only();
    assert_eq!(stick.condition(), Condition::Unformatted { has: Some("ext4") });
    assert!(matches!(stick.open(), Err(StickError::Unformatted { .. })));
    computer.unplug("sda");
    computer.plug(PORT, "sda", &vec![0; MIB as usize], &[]);
    assert_eq!(computer.only().condition(), Condition::Unformatted { has: None });
}

#[test]
fn one_that_was_pulled_out_is_gone() {
    let mut computer = Computer::new();
    computer.plug(PORT, "sda", &fat("KEYS"), &[]);
    let stick = computer.only();
    computer.unplug("sda");
    assert!(matches!(stick.open(), Err(StickError::Gone { stick }) if stick == "KEYS"));
}

/// A stick of this size with what others leave behind at its beginning and its end.
fn used_stick(size: u64) -> Computer {
    let mut computer = Computer::new();
    computer.plug(PORT, "sda", &made(MIB, "mkfs.ext4", &["-q", "-F"]), &[]);
    let mut disk = File::options().write(true).open(computer.dev("sda")).unwrap();
    disk.set_len(size).unwrap();
    disk.seek(SeekFrom::Start(size - 512)).unwrap();
    disk.write_all(b"EFI PART").unwrap();
    let sys = computer.folder.path().join("sys/devices").join(PORT).join("sda/size");
    fs::write(sys, format!("{}\n", size / 512)).unwrap();
    computer
}

#[test]
fn it_is_formatted_only_by_who_typed_its_size() {
    let computer = used_stick(64 * MIB);
    let stick = computer.only();
    assert_eq!(Format::password(&stick).as_deref(), Some("67"));
    for wrong in ["", "64", "066", "67 MB", "yes"] {
        assert!(Format::confirm(&stick, wrong).is_none());
    }
    assert!(Format::confirm(&stick, " 67 ").is_some());

    let mut computer = Computer::new();
    computer.plug(PORT, "sda", &fat("IN USE"), &[]);
    assert_eq!(Format::password(&computer.only()), None);
    assert!(Format::confirm(&computer.only(), "4").is_none());
    assert_eq!(Format::password(&used_stick(16 * MIB).only()), None);
}

#[test]
fn what_was_formatted_is_sound_and_recognised() {
    for (size, kind) in [(32, 0x0e), (100, 0x0e), (512, 0x0e), (514, 0x0c), (1000, 0x0c)] {
        let size = size * MIB + 512;
        let mut computer = used_stick(size);
        let stick = computer.only();
        let typed = Format::password(&stick).unwrap();
        Format::confirm(&stick, &typed).unwrap().run().unwrap();

        let mut disk = File::open(computer.dev("sda")).unwrap();
        let mut table = [0; 512];
        disk.read_exact(&mut table).unwrap();
        assert_eq!((table[450], &table[454..458]), (kind, &2048_u32.to_le_bytes()[..]));
        assert_eq!(table[462..510], [0; 48]);
        let sectors = u32::from_le_bytes(table[458..462].try_into().unwrap());
        let mut end = [0; 512];
        disk.seek(SeekFrom::Start(size - 512)).unwrap();
        disk.read_exact(&mut end).unwrap();
        assert_eq!(end, [0; 512]);

        let partition = computer.folder.path().join("partition");
        let copied = Command::new("dd")
            .args(["bs=1M", "skip=1", "conv=sparse"])
            .arg(format!("if={}", computer.dev("sda").display()))
            .arg(format!("of={}", partition.display()))
            .arg(format!("count={}", u64::from(sectors) * 512 / MIB))
            .output()
            .unwrap();
        assert!(copied.status.success());
        File::options().write(true).open(&partition).unwrap().set_len(u64::from(sectors) * 512).unwrap();
        let check = Command::new("fsck.fat")
            .env("PATH", "/usr/sbin:/sbin:/usr/bin:/bin")
            .arg("-nv")
            .arg(&partition)
            .output()
            .unwrap();
        let report = String::from_utf8_lossy(&check.stdout);
        assert!(check.status.success(), "{size}: {report}");
        let bits = if kind == 0x0c { "32 bit entries" } else { "16 bit entries" };
        assert!(report.contains(bits), "{size}: {report}");
        let listed = Command::new("mdir").arg("-i").arg(&partition).arg("::").output().unwrap();
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        assert!(listed.contains("Volume in drive : is COLDSPARE"), "{size}: {listed}");

        computer.unplug("sda");
        let mut first = vec![0; MIB as usize];
        first[..512].copy_from_slice(&table);
        let mut content = Vec::new();
        File::open(&partition).unwrap().take(64 * MIB).read_to_end(&mut content).unwrap();
        computer.plug(PORT, "sda", &first, &[(2048, content)]);
        let formatted = computer.only();
        assert_eq!((formatted.name(), formatted.condition()), ("COLDSPARE", Condition::Ready));
    }
}
