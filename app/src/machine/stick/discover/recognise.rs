//! What is on a medium, from its first bytes: FAT, exFAT, or what it could be instead. Nothing that stands
//! there is trusted.

use std::io::{self, Read, Seek, SeekFrom};

use crate::language::shown::is_plain;

/// The file systems that the appliance's kernel mounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileSystem {
    Fat,
    ExFat,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// A file system that can be used.
    Volume {
        kind: FileSystem,
        label: Option<String>,
        /// The number it was given when it was formatted.
        id: u32,
    },
    /// Something else, by its name.
    Other(&'static str),
    /// Nothing that is known.
    Nothing,
}

/// What others begin with: the name, where it stands, and what stands there. A partition table comes last.
const OTHERS: [(&str, usize, &[u8]); 13] = [
    ("NTFS", 3, b"NTFS    "),
    ("BitLocker", 3, b"-FVE-FS-"),
    ("ext4", 1024 + 56, &[0x53, 0xef]),
    ("LUKS", 0, b"LUKS\xba\xbe"),
    ("Btrfs", 0x10000 + 64, b"_BHRfS_M"),
    ("XFS", 0, b"XFSB"),
    ("F2FS", 1024, &[0x10, 0x20, 0xf5, 0xf2]),
    ("HFS+", 1024, b"H+\0\x04"),
    ("HFS+", 1024, b"HX\0\x05"),
    ("APFS", 32, b"NXSB"),
    ("ISO 9660", 32769, b"CD001"),
    ("UDF", 32769, b"BEA01"),
    ("LVM", 512, b"LABELONE"),
];

/// All of the above stands in here.
const BEGINNING: usize = 0x10000 + 512;
/// Of a root folder no more is searched for the label.
const FOLDER: u64 = 64 << 10;
/// An entry of a folder, in both file systems.
const ENTRY: usize = 32;
/// Characters of a label, in both file systems.
const LABEL: usize = 11;

/// The letters of code page 437 from 0x80 on; what follows them is signs and frames.
const LETTERS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥_ƒáíóúñÑ";

/// Looks what is on a medium.
///
/// # Errors
/// If it cannot be read.
pub(super) fn recognise(medium: &mut (impl Read + Seek)) -> io::Result<Content> {
    let begins = read_at(medium, 0, BEGINNING as u64)?;
    #[cfg(test)]
    crate::unforeseen::fall_over(&begins);
    // Formatting to FAT leaves behind what others had further in, so FAT comes first.
    if let Some(volume) = fat(&begins).or_else(|| ex_fat(&begins)) {
        return Ok(volume.content(medium));
    }
    let is_there =
        |(_, at, magic): &&(_, usize, &[u8])| begins.get(*at..).is_some_and(|b| b.starts_with(magic));
    Ok(OTHERS.iter().find(is_there).map_or(Content::Nothing, |(name, ..)| Content::Other(name)))
}

/// Up to `length` bytes from `at`, fewer at the end.
pub(super) fn read_at(medium: &mut (impl Read + Seek), at: u64, length: u64) -> io::Result<Vec<u8>> {
    medium.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    medium.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes at `at`, if there are as many.
pub(super) fn bytes<const N: usize>(of: &[u8], at: usize) -> Option<[u8; N]> {
    of.get(at..)?.first_chunk().copied()
}

fn u16_at(of: &[u8], at: usize) -> Option<u64> {
    bytes(of, at).map(|b| u16::from_le_bytes(b).into())
}

fn u32_at(of: &[u8], at: usize) -> Option<u32> {
    bytes(of, at).map(u32::from_le_bytes)
}

/// What a boot sector tells of its file system.
struct Volume {
    kind: FileSystem,
    id: u32,
    /// Where the root folder begins, and how long it may be.
    folder: (u64, u64),
    /// The label that stands in the boot sector itself.
    label: Option<String>,
}

impl Volume {
    fn content(self, medium: &mut (impl Read + Seek)) -> Content {
        let (at, length) = self.folder;
        // Whoever opens it is told what cannot be read of it.
        let folder = read_at(medium, at, length.min(FOLDER)).unwrap_or_default();
        let label = match self.kind {
            FileSystem::Fat => fat_label,
            FileSystem::ExFat => ex_fat_label,
        };
        let mut entries = folder.chunks_exact(ENTRY).take_while(|entry| entry[0] != 0);
        // The folder counts: what stands in the boot sector may be old.
        let label = entries.find_map(label).or(self.label);
        Content::Volume { kind: self.kind, label, id: self.id }
    }
}

/// FAT ("FAT: General Overview of On-Disk Format" 1.03, "Boot Sector and BPB").
fn fat(boot: &[u8]) -> Option<Volume> {
    let sector = u16_at(boot, 11)?;
    let cluster = u64::from(*boot.get(13)?);
    let (reserved, tables) = (u16_at(boot, 14)?, u64::from(*boot.get(16)?));
    let (entries, short) = (u16_at(boot, 17)?, u16_at(boot, 22)?);
    let sectors = u16_at(boot, 19).filter(|n| *n > 0).or(u32_at(boot, 32).map(u64::from))?;
    let media = *boot.get(21)?;
    let sound = matches!(boot, [0xeb | 0xe9, ..])
        && boot.get(510..512)? == [0x55, 0xaa]
        && matches!(sector, 512 | 1024 | 2048 | 4096)
        && cluster.is_power_of_two()
        && reserved > 0
        && matches!(tables, 1 | 2)
        && (media == 0xf0 || media >= 0xf8)
        && sectors > 0;
    if !sound {
        return None;
    }
    // Only FAT32 has no short number of sectors per table, and its root folder among the files.
    let wide = short == 0;
    let table = if wide { u32_at(boot, 36)?.into() } else { short };
    let after = (reserved + tables * table) * sector;
    let (folder, extended) = match wide {
        true if table == 0 => return None,
        true => {
            let first = u64::from(u32_at(boot, 44)?).checked_sub(2)?;
            ((after + first * cluster * sector, cluster * sector), 64)
        }
        false if entries == 0 => return None,
        false => ((after, entries * ENTRY as u64), 36),
    };
    // The extended part: a mark, the number, the label.
    let marked = matches!(*boot.get(extended + 2)?, 0x28 | 0x29);
    let id = u32_at(boot, extended + 3).filter(|_| marked).unwrap_or_default();
    let label = bytes::<LABEL>(boot, extended + 7).filter(|_| marked).and_then(|name| oem(&name));
    Some(Volume { kind: FileSystem::Fat, id, folder, label: label.filter(|label| label != "NO NAME") })
}

/// exFAT ("exFAT file system specification", § 3.1).
fn ex_fat(boot: &[u8]) -> Option<Volume> {
    if !boot.get(3..)?.starts_with(b"EXFAT   ") || boot.get(510..512)? != [0x55, 0xaa] {
        return None;
    }
    let (sector, cluster) = (*boot.get(108)?, *boot.get(109)?);
    if !(9..=12).contains(&sector) || cluster > 25 - sector {
        return None;
    }
    let heap = u64::from(u32_at(boot, 88)?) << sector;
    let first = u64::from(u32_at(boot, 96)?).checked_sub(2)?;
    let length = 1 << (sector + cluster);
    let folder = (heap + first * length, length);
    Some(Volume { kind: FileSystem::ExFat, id: u32_at(boot, 100)?, folder, label: None })
}

/// The label, if this entry of a FAT's root folder is the one that has it.
fn fat_label(entry: &[u8]) -> Option<String> {
    const DELETED: u8 = 0xe5;
    const VOLUME_ID: u8 = 0x08;
    // With more than this bit it is a part of a long name.
    let is_label = entry.first() != Some(&DELETED) && entry.get(11)? & 0x3f & !0x20 == VOLUME_ID;
    if is_label { oem(entry.get(..LABEL)?) } else { None }
}

/// The label, if this entry of an exFAT's root folder is the one that has it (§ 7.3).
fn ex_fat_label(entry: &[u8]) -> Option<String> {
    let [0x83, length, name @ ..] = entry else { return None };
    let units = name.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let units: Vec<u16> = units.take(usize::from(*length).min(LABEL)).collect();
    tidy(&String::from_utf16_lossy(&units))
}

/// Text as DOS writes it.
fn oem(bytes: &[u8]) -> Option<String> {
    let letter = |byte: &u8| match byte.checked_sub(0x80) {
        None => char::from(*byte),
        Some(high) => LETTERS.chars().nth(high.into()).unwrap_or('_'),
    };
    tidy(&bytes.iter().map(letter).collect::<String>())
}

/// Without what is not to be seen; `None` if nothing is left.
fn tidy(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| is_plain(*c)).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use fatfs::{FatType, FormatVolumeOptions};
    use proptest::prelude::*;

    use super::*;

    fn fat(kind: FatType, sectors: u32) -> Vec<u8> {
        let mut medium = Cursor::new(vec![0; sectors as usize * 512]);
        let options = FormatVolumeOptions::new().total_sectors(sectors).fat_type(kind).volume_id(0x1234_5678);
        fatfs::format_volume(&mut medium, options.volume_label(*b"MY STICK   ")).unwrap();
        medium.into_inner()
    }

    /// The least that an exFAT with this root folder needs to be known as one.
    fn ex_fat(folder: &[u8]) -> Vec<u8> {
        let mut medium = vec![0; 8192];
        medium[..11].copy_from_slice(b"\xeb\x76\x90EXFAT   ");
        medium[88..92].copy_from_slice(&8_u32.to_le_bytes());
        medium[96..100].copy_from_slice(&4_u32.to_le_bytes());
        medium[100..104].copy_from_slice(&0x1234_5678_u32.to_le_bytes());
        (medium[108], medium[109]) = (9, 1);
        medium[510..512].copy_from_slice(&[0x55, 0xaa]);
        medium[6144..][..folder.len()].copy_from_slice(folder);
        medium
    }

    fn label_entry(length: u8, label: &str) -> Vec<u8> {
        let mut entry = vec![0x83, length];
        entry.extend(label.encode_utf16().flat_map(u16::to_le_bytes));
        entry.resize(ENTRY, 0);
        entry
    }

    fn content(medium: Vec<u8>) -> Content {
        recognise(&mut Cursor::new(medium)).unwrap()
    }

    fn volume(kind: FileSystem, label: Option<&str>) -> Content {
        Content::Volume { kind, label: label.map(str::to_owned), id: 0x1234_5678 }
    }

    #[test]
    fn each_fat_is_known_by_its_label() {
        for (kind, sectors) in [(FatType::Fat12, 2880), (FatType::Fat16, 65536), (FatType::Fat32, 80000)] {
            assert_eq!(content(fat(kind, sectors)), volume(FileSystem::Fat, Some("MY STICK")), "{kind:?}");
        }
    }

    #[test]
    fn the_label_of_an_ex_fat_stands_in_its_root_folder() {
        let bitmap = [vec![0x81], vec![0; ENTRY - 1]].concat();
        let folder = [bitmap, label_entry(7, "Zoë’s 1")].concat();
        assert_eq!(content(ex_fat(&folder)), volume(FileSystem::ExFat, Some("Zoë’s 1")));
        assert_eq!(content(ex_fat(&[])), volume(FileSystem::ExFat, None));
    }

    #[test]
    fn a_label_that_says_it_is_too_long_is_cut() {
        let cut = volume(FileSystem::ExFat, Some("ABCDEFGHIJK"));
        assert_eq!(content(ex_fat(&label_entry(255, "ABCDEFGHIJKLMN"))), cut);
    }

    #[test]
    fn letters_of_dos_are_letters_and_what_moves_the_cursor_is_left_out() {
        assert_eq!(oem(b"SCHL\x9aSSEL  ").as_deref(), Some("SCHLÜSSEL"));
        assert_eq!(oem(b"\x1b[2JKEYS   ").as_deref(), Some("[2JKEYS"));
        assert_eq!(oem(b"           "), None);
    }

    #[test]
    fn a_label_cannot_turn_the_line_round_or_hide() {
        let label = label_entry(11, "A\u{202e}B\u{200b}C\u{1b}\u{2028}D\n\u{e000}\u{301}");
        assert_eq!(content(ex_fat(&label)), volume(FileSystem::ExFat, Some("ABCD")));
    }

    #[test]
    fn a_root_folder_beyond_the_end_has_no_label() {
        let mut far = ex_fat(&[]);
        far[88..92].copy_from_slice(&[0xff; 4]);
        far[96..100].copy_from_slice(&[0xff; 4]);
        (far[108], far[109]) = (12, 13);
        assert_eq!(content(far), volume(FileSystem::ExFat, None));
        let mut far = fat(FatType::Fat32, 80000);
        far[36..40].copy_from_slice(&[0xff; 4]);
        far[44..48].copy_from_slice(&[0xff; 4]);
        assert!(matches!(content(far), Content::Volume { kind: FileSystem::Fat, .. }));
    }

    #[test]
    fn what_is_not_for_us_is_called_by_its_name() {
        for (name, at, magic) in OTHERS {
            let mut medium = vec![0; BEGINNING];
            medium[at..][..magic.len()].copy_from_slice(magic);
            assert_eq!(content(medium), Content::Other(name));
        }
        assert_eq!(content(vec![0; BEGINNING]), Content::Nothing);
        assert_eq!(content(Vec::new()), Content::Nothing);
    }

    proptest! {
        #[test]
        fn whatever_stands_there_is_looked_at(bytes in proptest::collection::vec(any::<u8>(), 0..4096)) {
            content(bytes);
        }

        #[test]
        fn a_damaged_file_system_is_looked_at(
            ex in any::<bool>(),
            damage in proptest::collection::vec((0..128_usize, any::<u8>()), 1..16),
            length in 0..8192_usize,
        ) {
            let mut medium =
                if ex { ex_fat(&label_entry(3, "ABC")) } else { fat(FatType::Fat12, 2880) };
            for (at, byte) in damage {
                medium[at] = byte;
            }
            content(medium.clone());
            medium.truncate(length);
            content(medium);
        }
    }
}
