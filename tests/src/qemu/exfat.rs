//! Reads what lies on an exFAT file system, which mtools does not know ("exFAT file system specification", Microsoft,
//! 2019). Whether it is sound, `fsck.exfat` says.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// At byte 3 of the volume (§ 3.1.2).
const NAME: &[u8] = b"EXFAT   ";
const ENTRY: usize = 32;
// Types of directory entries that are in use (§ 6.2.1).
const FILE: u8 = 0x85;
const STREAM: u8 = 0xC0;
const FILE_NAME: u8 = 0xC1;
/// A file's attribute (§ 7.4.4).
const DIRECTORY: u8 = 0x10;
/// A stream's flag (§ 6.3.4.2): its clusters follow each other, and the FAT does not say so.
const NO_FAT_CHAIN: u8 = 0x02;

/// Whether this is one.
pub(super) fn is_one(volume: &[u8]) -> bool {
    volume.get(3..11) == Some(NAME)
}

/// Copies everything on it into this folder.
pub(super) fn copy_to(volume: &[u8], folder: &Path) -> Result<()> {
    ensure!(is_one(volume), "this is no exFAT");
    // The shifts and offsets of the boot sector (§ 3.1).
    let number = |at| little(volume, at, 4);
    let (sector, cluster) = (byte(volume, 108)?, byte(volume, 108)? + byte(volume, 109)?);
    let volume = Volume {
        bytes: volume,
        fat: number(80)? << sector,
        heap: number(88)? << sector,
        cluster: 1 << cluster,
    };
    let root = volume.chain(number(96)?)?;
    volume.copy_folder(&root, folder)
}

struct Volume<'a> {
    bytes: &'a [u8],
    /// Where the table is, and where cluster 2 begins.
    fat: usize,
    heap: usize,
    /// Bytes.
    cluster: usize,
}

impl Volume<'_> {
    fn copy_folder(&self, entries: &[u8], folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        let mut entries = entries.chunks_exact(ENTRY);
        while let Some(file) = entries.next() {
            if file[0] != FILE {
                continue;
            }
            let stream =
                entries.next().filter(|entry| entry[0] == STREAM).context("a file without a stream")?;
            let letters = entries.by_ref().take(usize::from(file[1]).saturating_sub(1));
            let letters = letters.filter(|entry| entry[0] == FILE_NAME).flat_map(|entry| &entry[2..]);
            let letters: Vec<u8> = letters.copied().collect();
            let letters = letters.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let name = String::from_utf16(&letters.take(usize::from(stream[3])).collect::<Vec<_>>())?;
            let content = self.stream(stream)?;
            let path = folder.join(name);
            match file[4] & DIRECTORY {
                0 => fs::write(path, content)?,
                _ => self.copy_folder(&content, &path)?,
            }
        }
        Ok(())
    }

    /// What a stream extension entry (§ 7.6) leads to.
    fn stream(&self, entry: &[u8]) -> Result<Vec<u8>> {
        let (first, length) = (little(entry, 20, 4)?, little(entry, 24, 8)?);
        let mut content = match () {
            () if length == 0 => Vec::new(),
            () if entry[1] & NO_FAT_CHAIN != 0 => self.at(first, length)?.to_vec(),
            () => self.chain(first)?,
        };
        ensure!(content.len() >= length, "a file is shorter than it says");
        content.truncate(length);
        Ok(content)
    }

    /// The clusters that the table joins, from this one on.
    fn chain(&self, first: usize) -> Result<Vec<u8>> {
        let (mut content, mut cluster) = (Vec::new(), first);
        while cluster < 0xFFFF_FFF7 {
            ensure!(content.len() <= self.bytes.len(), "the table goes round in a circle");
            content.extend_from_slice(self.at(cluster, self.cluster)?);
            cluster = little(self.bytes, self.fat + 4 * cluster, 4)?;
        }
        Ok(content)
    }

    fn at(&self, cluster: usize, length: usize) -> Result<&[u8]> {
        let begin = self.heap + cluster.checked_sub(2).context("no such cluster")? * self.cluster;
        self.bytes.get(begin..begin + length).context("beyond the end")
    }
}

fn byte(bytes: &[u8], at: usize) -> Result<u8> {
    bytes.get(at).copied().context("it is too short")
}

fn little(bytes: &[u8], at: usize, length: usize) -> Result<usize> {
    let bytes = bytes.get(at..at + length).context("it is too short")?;
    Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}
