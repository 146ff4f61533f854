//! The sticks of an appliance, which mounts them itself: what is recognised, which are told apart, and how one
//! without a file system gets one. Disks are files here, and `/sys` is a folder; the file systems come from
//! those who make them elsewhere, and who check them.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::process::Command;

use coldspare::machine::stick::discover::{Condition, Format, Plugged};
use coldspare::machine::stick::folder::StickError;
use coldspare_image::disk;
use coldspare_tests::ports::{NO_USB, OTHER_PORT, PORT, Ports};

const MIB: u64 = 1 << 20;

fn names(computer: &Ports) -> Vec<String> {
    computer.sticks().list().iter().map(|stick| stick.name().to_owned()).collect()
}

fn only(computer: &Ports) -> Plugged {
    let list = computer.sticks().list();
    assert_eq!(list.len(), 1, "{list:?}");
    list[0].clone()
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
        let mut computer = Ports::new().unwrap();
        computer.plug(PORT, "sda", &volume, &[]).unwrap();
        let whole = only(&computer);
        assert_eq!((whole.name(), whole.condition()), ("MY KEYS", Condition::Ready));
        assert_eq!(whole.size(), Some(volume.len() as u64));
        assert_eq!(whole.model(), Some("SanDisk Ultra"));
        computer.unplug("sda").unwrap();
        computer.plug(PORT, "sdb", &table(&[(0x0c, 2048)]), &[(2048, volume)]).unwrap();
        let partition = only(&computer);
        assert_eq!((partition.name(), partition.node()), ("MY KEYS", Some("sdb1")));
    }
}

#[test]
fn without_a_label_it_is_called_as_its_maker_called_it() {
    let mut computer = Ports::new().unwrap();
    computer.plug(PORT, "sda", &made(4 * MIB, "mkfs.fat", &[]), &[]).unwrap();
    assert_eq!(names(&computer), ["SanDisk Ultra"]);
}

#[test]
fn only_what_is_on_usb_and_has_a_medium_is_a_stick() {
    let mut computer = Ports::new().unwrap();
    computer.plug(NO_USB, "sda", &fat("INSIDE"), &[]).unwrap();
    computer.plug(PORT, "sdb", &[], &[]).unwrap();
    assert_eq!(names(&computer), [""; 0]);
}

#[test]
fn the_stick_that_started_the_appliance_is_known_by_its_image() {
    let mut computer = Ports::new().unwrap();
    // As it is written onto a stick.
    let mut kernel = vec![0; 3_000_000];
    kernel[..2].copy_from_slice(b"MZ");
    kernel[0x202..0x206].copy_from_slice(b"HdrS");
    let parts = disk::Parts { kernel: &kernel, boot: &[0; 512], core: &[0; 4096], certificate: None };
    let image = disk::disk(parts).unwrap();
    let partition = |nth: usize| {
        let entry = &image[446 + 16 * nth..][..16];
        let number = |at: usize| u32::from_le_bytes(*entry[at..].first_chunk().unwrap()) as usize;
        let (start, length) = (number(8), number(12));
        (start as u64, image[start * 512..][..length * 512].to_vec())
    };
    computer.plug(PORT, "sda", &image, &[partition(0), partition(1)]).unwrap();
    let started = only(&computer);
    assert_eq!((started.name(), started.starts_coldspare()), ("COLDSPARE", true));
    // A stick that starts something else, and one that has the label alone.
    let disk = table(&[(0xef, 2048), (0x0c, 10240)]);
    computer.plug(OTHER_PORT, "sdb", &disk, &[(2048, fat("LINUX")), (10240, fat("KEYS"))]).unwrap();
    let other = computer.sticks().list().into_iter().find(|stick| stick.name() == "KEYS").unwrap();
    assert!(!other.starts_coldspare());
    computer.unplug("sda").unwrap();
    computer.unplug("sdb").unwrap();
    computer.plug(OTHER_PORT, "sdb", &table(&[(0x0c, 2048)]), &[(2048, fat("COLDSPARE"))]).unwrap();
    assert!(!only(&computer).starts_coldspare());
    computer.unplug("sdb").unwrap();
    // Without room for anything it is not offered at all, nor to be formatted.
    computer.plug(PORT, "sda", &table(&[(0xef, 2048)]), &[(2048, fat("COLDSTART"))]).unwrap();
    assert_eq!(names(&computer), [""; 0]);
}

#[test]
fn two_of_the_same_label_are_two_and_one_at_another_port_is_the_same() {
    let mut computer = Ports::new().unwrap();
    let first = made(4 * MIB, "mkfs.fat", &["-i", "11111111", "-n", "COLDSPARE"]);
    let second = made(4 * MIB, "mkfs.fat", &["-i", "22222222", "-n", "COLDSPARE"]);
    computer.plug(PORT, "sda", &first, &[]).unwrap();
    computer.plug(OTHER_PORT, "sdb", &second, &[]).unwrap();
    let both = computer.sticks().list();
    assert_eq!(names(&computer), ["COLDSPARE", "COLDSPARE"]);
    assert_ne!(both[0].id(), both[1].id());
    computer.unplug("sda").unwrap();
    computer.unplug("sdb").unwrap();
    computer.plug(OTHER_PORT, "sdc", &first, &[]).unwrap();
    let again = only(&computer);
    assert_eq!(both.iter().filter(|stick| stick.id() == again.id()).count(), 1);
}

#[test]
fn two_parts_of_one_stick_are_beside_each_other_also_when_it_comes_back() {
    let mut computer = Ports::new().unwrap();
    let parts = [(2048, fat("CARDS")), (10240, fat("KEYS"))];
    let disk = table(&[(0x0c, 2048), (0x0c, 10240)]);
    computer.plug(PORT, "sda", &disk, &parts).unwrap();
    computer.plug(OTHER_PORT, "sdb", &fat("OTHER"), &[]).unwrap();
    let before = computer.sticks().list();
    let [cards, keys, other] = &before[..] else { panic!("{before:?}") };
    assert_ne!(cards.id(), keys.id());
    assert!(cards.is_beside(keys) && keys.is_beside(cards));
    assert!(!cards.is_beside(other));
    computer.unplug("sda").unwrap();
    computer.unplug("sdb").unwrap();
    // One of them was formatted anew in between.
    computer.plug(OTHER_PORT, "sdc", &disk, &[(2048, fat("EMPTY")), parts[1].clone()]).unwrap();
    assert!(computer.sticks().list().iter().all(|stick| stick.is_beside(cards)));
}

#[test]
fn two_disks_of_one_stick_are_beside_each_other_also_when_it_comes_back() {
    let mut computer = Ports::new().unwrap();
    // One device that says it is two disks (LUNs), as it may for as little as it costs.
    let second = |port: &str| port.replace(":0:0:0/block", ":0:0:1/block");
    computer.plug(PORT, "sda", &fat("CARDS"), &[]).unwrap();
    computer.plug(&second(PORT), "sdb", &table(&[(0x0c, 2048)]), &[(2048, fat("KEYS"))]).unwrap();
    computer.plug(OTHER_PORT, "sdc", &fat("OTHER"), &[]).unwrap();
    let before = computer.sticks().list();
    let [cards, keys, other] = &before[..] else { panic!("{before:?}") };
    assert_ne!(cards.id(), keys.id());
    assert!(cards.is_beside(keys) && keys.is_beside(cards));
    assert!(!other.is_beside(cards) && !other.is_beside(keys));
    let content = fs::read(computer.dev("sda")).unwrap();
    for disk in ["sda", "sdb", "sdc"] {
        computer.unplug(disk).unwrap();
    }
    // The other of the two with something new on it; and the one that comes a moment later.
    computer.plug(&second(OTHER_PORT), "sdd", &fat("NEW"), &[]).unwrap();
    computer.sticks().list();
    computer.plug(OTHER_PORT, "sde", &content, &[]).unwrap();
    assert!(computer.sticks().list().iter().all(|stick| stick.is_beside(keys)));
}

#[test]
fn a_stick_is_read_once_each_time_it_is_plugged_in() {
    let mut computer = Ports::new().unwrap();
    computer.plug(PORT, "sda", &fat("BEFORE"), &[]).unwrap();
    assert_eq!(names(&computer), ["BEFORE"]);
    fs::write(computer.dev("sda"), fat("AFTER")).unwrap();
    assert_eq!(names(&computer), ["BEFORE"]);
    let content = fs::read(computer.dev("sda")).unwrap();
    computer.unplug("sda").unwrap();
    computer.plug(PORT, "sda", &content, &[]).unwrap();
    assert_eq!(names(&computer), ["AFTER"]);
}

#[test]
fn one_that_the_kernel_has_not_made_ready_is_there_the_next_time() {
    let mut computer = Ports::new().unwrap();
    let volume = fat("LATE");
    computer.plug(PORT, "sda", &volume, &[]).unwrap();
    fs::remove_file(computer.dev("sda")).unwrap();
    assert_eq!(names(&computer), [""; 0]);
    fs::write(computer.dev("sda"), volume).unwrap();
    assert_eq!(names(&computer), ["LATE"]);
}

#[test]
fn what_cannot_be_used_is_told_by_its_name() {
    let mut computer = Ports::new().unwrap();
    computer.plug(PORT, "sda", &made(8 * MIB, "mkfs.ext4", &["-q", "-F"]), &[]).unwrap();
    let stick = only(&computer);
    assert_eq!(stick.condition(), Condition::Unformatted { has: Some("ext4") });
    assert!(matches!(stick.open(), Err(StickError::Unformatted { .. })));
    computer.unplug("sda").unwrap();
    computer.plug(PORT, "sda", &vec![0; MIB as usize], &[]).unwrap();
    assert_eq!(only(&computer).condition(), Condition::Unformatted { has: None });
}

#[test]
fn one_that_was_pulled_out_is_gone() {
    let mut computer = Ports::new().unwrap();
    computer.plug(PORT, "sda", &fat("KEYS"), &[]).unwrap();
    let stick = only(&computer);
    computer.unplug("sda").unwrap();
    assert!(matches!(stick.open(), Err(StickError::Gone { stick }) if stick == "KEYS"));
}

/// A stick of this size with what others leave behind at its beginning and its end.
fn used_stick(size: u64) -> Ports {
    let mut computer = Ports::new().unwrap();
    computer.plug(PORT, "sda", &made(MIB, "mkfs.ext4", &["-q", "-F"]), &[]).unwrap();
    computer.grow("sda", size).unwrap();
    let mut disk = File::options().write(true).open(computer.dev("sda")).unwrap();
    disk.seek(SeekFrom::Start(size - 512)).unwrap();
    disk.write_all(b"EFI PART").unwrap();
    computer
}

#[test]
fn it_is_formatted_only_by_who_typed_its_size() {
    let computer = used_stick(64 * MIB);
    let stick = only(&computer);
    assert_eq!(Format::password(&stick).as_deref(), Some("67"));
    for wrong in ["", "64", "066", "67 MB", "yes"] {
        assert!(Format::confirm(&stick, wrong).is_none());
    }
    assert!(Format::confirm(&stick, " 67 ").is_some());

    let mut computer = Ports::new().unwrap();
    computer.plug(PORT, "sda", &fat("IN USE"), &[]).unwrap();
    assert_eq!(Format::password(&only(&computer)), None);
    assert!(Format::confirm(&only(&computer), "4").is_none());
    assert_eq!(Format::password(&only(&used_stick(16 * MIB))), None);
}

#[test]
fn what_was_formatted_is_sound_and_recognised() {
    for (size, kind) in [(32, 0x0e), (100, 0x0e), (512, 0x0e), (514, 0x0c), (1000, 0x0c)] {
        let size = size * MIB + 512;
        let mut computer = used_stick(size);
        let stick = only(&computer);
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

        let partition = computer.dev("copy");
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

        computer.unplug("sda").unwrap();
        let mut first = vec![0; MIB as usize];
        first[..512].copy_from_slice(&table);
        let mut content = Vec::new();
        File::open(&partition).unwrap().take(64 * MIB).read_to_end(&mut content).unwrap();
        computer.plug(PORT, "sda", &first, &[(2048, content)]).unwrap();
        let formatted = only(&computer);
        assert_eq!((formatted.name(), formatted.condition()), ("COLDSPARE", Condition::Ready));
    }
}
