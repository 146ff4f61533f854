//! The disk: one file that is written to a stick as it is, and starts a computer by BIOS and by UEFI.
//!
//! ```text
//! sector 0           GRUB's boot.img, and the partition table
//! sector 1 …         GRUB's core.img, which loads the file below
//! partition 1  EF    FAT: EFI/BOOT/BOOTX64.EFI, the kernel with the root file system inside (UEFI 2.10 § 3.5.1.1);
//!                    SIGNER.CER, if it is signed, for the computer's owner to enrol
//! partition 2  0E    FAT, labelled COLDSPARE: room for a plan.toml that is brought along; nothing that is
//!                    to last goes onto it, for a newer Coldspare overwrites it all
//! ```
//!
//! Ids, times and the order of everything are fixed: the same parts give the same bytes.

use std::io::{Cursor, Write};

use anyhow::{Context, Result, ensure};
use fatfs::{FileSystem, FormatVolumeOptions, FsOptions};

/// Bytes in a sector.
pub const SECTOR: usize = 512;
/// Partitions begin at whole ones, and end there.
pub const ALIGNMENT: usize = 1 << 20;
/// Where UEFI looks on a removable medium.
pub const EFI_FILE: &str = "EFI/BOOT/BOOTX64.EFI";
/// The certificate of the key that signed it, where a firmware's setup finds it.
pub const CERTIFICATE: &str = "SIGNER.CER";
/// The label of the partition for what is brought along.
pub const LABEL: [u8; 11] = *b"COLDSPARE  ";

/// The label of the partition that starts.
const BOOT_LABEL: [u8; 11] = *b"COLDSTART  ";
/// Room for a plan, many times over.
const BUNDLE: usize = 2 * ALIGNMENT;
/// Code in the first sector ends where the disk's id and the table begin.
const BOOT_CODE: usize = 440;
const DISK_ID: [u8; 4] = *b"CSPR";
const TABLE: usize = 446;
/// `EFI system partition`.
const TYPE_ESP: u8 = 0xef;
/// FAT with logical block addresses.
const TYPE_FAT: u8 = 0x0e;
/// No place that a BIOS of cylinders, heads and sectors could reach; the sector numbers count.
const NO_CHS: [u8; 3] = [0xfe, 0xff, 0xff];

/// What a disk is made of.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// The kernel with the root file system inside: a bzImage, which is an EFI program too.
    pub kernel: &'a [u8],
    /// GRUB's first sector for BIOS.
    pub boot: &'a [u8],
    /// GRUB itself, which follows it.
    pub core: &'a [u8],
    /// If the kernel is signed for Secure Boot: the certificate, DER.
    pub certificate: Option<&'a [u8]>,
}

/// The whole disk.
///
/// # Errors
/// If a part is not what it should be, or has no room where it belongs.
pub fn disk(parts: Parts<'_>) -> Result<Vec<u8>> {
    ensure!(parts.kernel.get(0x202..0x206) == Some(b"HdrS"), "the kernel is no bzImage");
    ensure!(parts.kernel.starts_with(b"MZ"), "the kernel is no EFI program: it lacks CONFIG_EFI_STUB");
    ensure!(parts.boot.len() == SECTOR, "boot.img of GRUB has {} bytes, not {SECTOR}", parts.boot.len());
    ensure!(
        parts.core.len() <= ALIGNMENT - SECTOR,
        "core.img of GRUB has {} bytes: it does not fit before the first partition",
        parts.core.len()
    );
    // A FAT's tables and folders need less than a fiftieth.
    let boot = (parts.kernel.len() + parts.kernel.len() / 50).next_multiple_of(ALIGNMENT);
    let mut disk = vec![0; ALIGNMENT + boot + BUNDLE];
    disk[..BOOT_CODE].copy_from_slice(&parts.boot[..BOOT_CODE]);
    disk[BOOT_CODE..BOOT_CODE + DISK_ID.len()].copy_from_slice(&DISK_ID);
    let partitions = [(true, TYPE_ESP, ALIGNMENT, boot), (false, TYPE_FAT, ALIGNMENT + boot, BUNDLE)];
    for (number, (active, kind, start, length)) in partitions.into_iter().enumerate() {
        disk[TABLE + 16 * number..][..16].copy_from_slice(&entry(active, kind, start, length)?);
    }
    disk[SECTOR - 2..SECTOR].copy_from_slice(&[0x55, 0xaa]);
    disk[SECTOR..SECTOR + parts.core.len()].copy_from_slice(parts.core);

    let (_, partitions) = disk.split_at_mut(ALIGNMENT);
    let (boot, bundle) = partitions.split_at_mut(boot);
    format(boot, BOOT_LABEL, 1)?;
    write(boot, EFI_FILE, parts.kernel).context("the partition that starts has no room for the kernel")?;
    if let Some(certificate) = parts.certificate {
        write(boot, CERTIFICATE, certificate)?;
    }
    format(bundle, LABEL, 2)?;
    Ok(disk)
}

/// An entry of the partition table (UEFI 2.10 § 5.2.1).
fn entry(active: bool, kind: u8, start: usize, length: usize) -> Result<[u8; 16]> {
    let mut entry = [0; 16];
    entry[0] = if active { 0x80 } else { 0 };
    entry[1..4].copy_from_slice(&NO_CHS);
    entry[4] = kind;
    entry[5..8].copy_from_slice(&NO_CHS);
    entry[8..12].copy_from_slice(&u32::try_from(start / SECTOR)?.to_le_bytes());
    entry[12..16].copy_from_slice(&u32::try_from(length / SECTOR)?.to_le_bytes());
    Ok(entry)
}

fn format(partition: &mut [u8], label: [u8; 11], id: u32) -> Result<()> {
    let options =
        FormatVolumeOptions::new().volume_label(label).volume_id(id).bytes_per_cluster(SECTOR as u32);
    Ok(fatfs::format_volume(Cursor::new(partition), options)?)
}

/// Writes a file, and the folders in which it lies.
fn write(partition: &mut [u8], path: &str, bytes: &[u8]) -> Result<()> {
    // Without a clock of its own the library writes the earliest time there is, 1980.
    let volume = FileSystem::new(Cursor::new(partition), FsOptions::new())?;
    {
        let mut folder = volume.root_dir();
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        for name in folders.split('/').filter(|name| !name.is_empty()) {
            folder = folder.create_dir(name)?;
        }
        let mut file = folder.create_file(name)?;
        file.write_all(bytes)?;
        file.flush()?;
    }
    volume.unmount()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::process::Command;

    use super::*;

    /// What looks like a bzImage of so many bytes, and like GRUB.
    fn parts() -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let mut kernel: Vec<u8> = (0..3_000_000u32).map(|n| (n / 7) as u8).collect();
        kernel[..2].copy_from_slice(b"MZ");
        kernel[0x202..0x206].copy_from_slice(b"HdrS");
        (kernel, vec![0x90; SECTOR], vec![0x91; 40_000])
    }

    fn made() -> Vec<u8> {
        let (kernel, boot, core) = parts();
        disk(Parts { kernel: &kernel, boot: &boot, core: &core, certificate: Some(b"certificate") }).unwrap()
    }

    #[test]
    fn the_kernel_lies_where_firmware_looks() {
        let disk = made();
        let partition = Cursor::new(disk[ALIGNMENT..][..4 * ALIGNMENT].to_vec());
        let volume = FileSystem::new(partition, FsOptions::new()).unwrap();
        let mut there = Vec::new();
        volume.root_dir().open_file(EFI_FILE).unwrap().read_to_end(&mut there).unwrap();
        assert_eq!(there, parts().0);
        there.clear();
        volume.root_dir().open_file(CERTIFICATE).unwrap().read_to_end(&mut there).unwrap();
        assert_eq!(there, b"certificate");
    }

    #[test]
    fn other_programs_find_it_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("disk.img");
        std::fs::write(&file, made()).unwrap();
        let table = Command::new("sfdisk").arg("--dump").arg(&file).output().unwrap();
        let table = String::from_utf8(table.stdout).unwrap();
        let entries: Vec<_> = table.lines().filter(|line| line.contains("start=")).collect();
        assert_eq!(entries.len(), 2, "{table}");
        assert!(entries[0].contains("type=ef, bootable"), "{table}");
        assert!(entries[1].contains("type=e"), "{table}");
        for (start, length) in [(1, 3), (4, 2)] {
            let partition = folder.path().join("partition");
            std::fs::write(&partition, &made()[start * ALIGNMENT..][..length * ALIGNMENT]).unwrap();
            let check = Command::new("fsck.fat").arg("-n").arg(&partition).output().unwrap();
            assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
        }
    }

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        let once = made();
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert!(once == made());
    }

    #[test]
    fn what_cannot_start_is_refused() {
        let (mut kernel, boot, core) = parts();
        let whole = |kernel: &[u8], boot: &[u8], core: &[u8]| {
            disk(Parts { kernel, boot, core, certificate: None }).map(drop)
        };
        assert!(whole(&kernel, &boot[1..], &core).is_err());
        assert!(whole(&kernel, &boot, &vec![0; ALIGNMENT]).is_err());
        assert!(whole(&kernel[..100], &boot, &core).is_err());
        kernel[0] = 0;
        assert!(whole(&kernel, &boot, &core).is_err());
    }
}
