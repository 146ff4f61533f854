//! Partition tables, as far as one thing is concerned: which partition starts a computer, and so is no place
//! for a bundle.

use std::io::{self, Read, Seek};

use super::plugged::SECTOR;
use super::recognise::{bytes, read_at};

/// `EFI system partition` in a table of either kind (UEFI 2.10 § 5.2.2, § 5.3.3).
const TYPE_ESP: u8 = 0xef;
const GUID_ESP: [u8; 16] =
    [0x28, 0x73, 0x2a, 0xc1, 0x1f, 0xf8, 0xd2, 0x11, 0xba, 0x4b, 0x00, 0xa0, 0xc9, 0x3e, 0xc9, 0x3b];
/// The whole disk, as programs that know no GPT see it (§ 5.2.3).
const TYPE_GPT: u8 = 0xee;
/// Where the table of the first sector begins, and how long an entry of it is.
const TABLE: usize = 446;
const ENTRY: usize = 16;
/// A GPT has 128 entries of 128 bytes (§ 5.3.3).
const ENTRIES: u64 = 128 * 128;

/// The first sectors of the partitions that start a computer.
///
/// # Errors
/// If the disk cannot be read.
pub(super) fn that_start(disk: &mut (impl Read + Seek)) -> io::Result<Vec<u64>> {
    let first = read_at(disk, 0, SECTOR)?;
    if first.get(510..) != Some(&[0x55, 0xaa]) {
        return Ok(Vec::new());
    }
    let table: Vec<_> = first[TABLE..510].chunks_exact(ENTRY).collect();
    if table.iter().any(|entry| entry[4] == TYPE_GPT) {
        return that_start_in_gpt(disk);
    }
    let start = |entry: &&[u8]| bytes(entry, 8).map(|start| u32::from_le_bytes(start).into());
    Ok(table.iter().filter(|entry| entry[4] == TYPE_ESP).filter_map(start).collect())
}

fn that_start_in_gpt(disk: &mut (impl Read + Seek)) -> io::Result<Vec<u64>> {
    let header = read_at(disk, SECTOR, SECTOR)?;
    let at = bytes(&header, 72).map(u64::from_le_bytes);
    let length = bytes(&header, 84).map(u32::from_le_bytes).filter(|length| *length >= 128);
    let (true, Some(at), Some(length)) = (header.starts_with(b"EFI PART"), at, length) else {
        return Ok(Vec::new());
    };
    let Some(at) = at.checked_mul(SECTOR).filter(|at| i64::try_from(*at).is_ok()) else {
        return Ok(Vec::new());
    };
    let entries = read_at(disk, at, ENTRIES)?;
    let entries = entries.chunks(usize::try_from(length).unwrap_or(usize::MAX));
    let ours = entries.filter(|entry| entry.starts_with(&GUID_ESP));
    Ok(ours.filter_map(|entry| bytes(entry, 32).map(u64::from_le_bytes)).collect())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;

    fn mbr(entries: &[(u8, u32)]) -> Vec<u8> {
        let mut disk = vec![0; 64 << 10];
        for (nth, (kind, start)) in entries.iter().enumerate() {
            let entry = &mut disk[TABLE + nth * ENTRY..][..ENTRY];
            entry[4] = *kind;
            entry[8..12].copy_from_slice(&start.to_le_bytes());
        }
        disk[510..512].copy_from_slice(&[0x55, 0xaa]);
        disk
    }

    fn gpt(kinds: &[([u8; 16], u64)]) -> Vec<u8> {
        let mut disk = mbr(&[(TYPE_GPT, 1)]);
        disk[512..520].copy_from_slice(b"EFI PART");
        disk[512 + 72..][..8].copy_from_slice(&2_u64.to_le_bytes());
        disk[512 + 84..][..4].copy_from_slice(&128_u32.to_le_bytes());
        for (nth, (kind, start)) in kinds.iter().enumerate() {
            let entry = &mut disk[1024 + nth * 128..][..128];
            entry[..16].copy_from_slice(kind);
            entry[32..40].copy_from_slice(&start.to_le_bytes());
        }
        disk
    }

    fn starts(disk: Vec<u8>) -> Vec<u64> {
        that_start(&mut Cursor::new(disk)).unwrap()
    }

    #[test]
    fn what_starts_a_computer_is_found_in_both_kinds_of_table() {
        assert_eq!(starts(mbr(&[(0x0c, 2048), (TYPE_ESP, 4096)])), [4096]);
        assert_eq!(starts(gpt(&[([7; 16], 2048), (GUID_ESP, 8192)])), [8192]);
        assert_eq!(starts(mbr(&[(0x0c, 2048)])), [0; 0]);
        assert_eq!(starts(vec![0; 1024]), [0; 0]);
    }

    proptest! {
        #[test]
        fn no_table_is_too_strange(
            is_gpt in any::<bool>(),
            damage in proptest::collection::vec((446..1152_usize, any::<u8>()), 0..64),
        ) {
            let mut disk = if is_gpt { gpt(&[(GUID_ESP, 2048)]) } else { mbr(&[(TYPE_ESP, 2048)]) };
            for (at, byte) in damage {
                disk[at] = byte;
            }
            disk[510..512].copy_from_slice(&[0x55, 0xaa]);
            starts(disk);
        }
    }
}
