//! A stick as a file with every byte that is on it, plugged into the computer in QEMU or looked into from outside.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};

use super::exfat;
use crate::paper::output_of;

const SECTOR: usize = 512;
/// The first partition's entry in the table.
const FIRST: usize = 446;

/// A stick with one file system, FAT or exFAT, which has the whole of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StickFile {
    path: PathBuf,
}

impl StickFile {
    /// A new one with FAT and this label.
    ///
    /// # Errors
    /// If `mkfs.vfat` (dosfstools) is missing.
    pub fn new(path: impl Into<PathBuf>, label: &str, mebibytes: u64) -> Result<Self> {
        let stick = StickFile::unformatted(path, mebibytes)?;
        output_of(Command::new("mkfs.vfat").args(["-n", label]).arg(&stick.path))?;
        Ok(stick)
    }

    /// A new one with exFAT and this label.
    ///
    /// # Errors
    /// If `mkfs.exfat` (exfatprogs) is missing.
    pub fn exfat(path: impl Into<PathBuf>, label: &str, mebibytes: u64) -> Result<Self> {
        let stick = StickFile::unformatted(path, mebibytes)?;
        output_of(Command::new("mkfs.exfat").args(["-L", label]).arg(&stick.path))?;
        Ok(stick)
    }

    /// A new one, of zeros.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn unformatted(path: impl Into<PathBuf>, mebibytes: u64) -> Result<Self> {
        let stick = StickFile { path: path.into() };
        File::create(&stick.path)?.set_len(mebibytes << 20)?;
        Ok(stick)
    }

    /// One that is there already.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        StickFile { path: path.into() }
    }

    /// The first partition of a stick that has a table of them, copied into a file of its own.
    ///
    /// # Errors
    /// If there is none, or no room for it.
    pub fn partition(&self, path: impl Into<PathBuf>) -> Result<Self> {
        let mut disk = File::open(&self.path)?;
        let mut table = [0; SECTOR];
        disk.read_exact(&mut table)?;
        ensure!(table.ends_with(&[0x55, 0xAA]), "there is no table of partitions");
        let number = |at: usize| table[at..].first_chunk().map(|bytes| u32::from_le_bytes(*bytes));
        let bytes = |at| number(at).map(|sectors| u64::from(sectors) * SECTOR as u64);
        let (start, length) = bytes(FIRST + 8).zip(bytes(FIRST + 12)).context("no partition")?;
        disk.seek(SeekFrom::Start(start))?;
        let partition = StickFile { path: path.into() };
        let copied = std::io::copy(&mut disk.take(length), &mut File::create(&partition.path)?)?;
        ensure!(copied == length && length > 0, "the first partition has {copied} bytes, and not {length}");
        Ok(partition)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// When something was written to it last.
    ///
    /// # Errors
    /// What the system says.
    pub fn last_written(&self) -> Result<SystemTime> {
        Ok(fs::metadata(&self.path)?.modified()?)
    }

    fn is_exfat(&self) -> Result<bool> {
        let mut begin = [0; SECTOR];
        File::open(&self.path)?.read_exact(&mut begin)?;
        Ok(exfat::is_one(&begin))
    }

    /// Copies everything on it into a folder, made if it is not there.
    ///
    /// # Errors
    /// If `mcopy` (mtools) is missing, or the file system is broken.
    pub fn copy_to(&self, folder: &Path) -> Result<()> {
        if self.is_exfat()? {
            return exfat::copy_to(&fs::read(&self.path)?, folder);
        }
        fs::create_dir_all(folder)?;
        let listed = output_of(self.tool("mdir").args(["-b", "::"]))?;
        if listed.is_empty() {
            return Ok(());
        }
        output_of(self.tool("mcopy").args(["-s", "-n", "-m", "::*"]).arg(folder)).map(drop)
    }

    /// Puts a file or a folder onto one with FAT.
    ///
    /// # Errors
    /// If there is no room, or the file system is broken.
    pub fn take(&self, from: &Path) -> Result<()> {
        output_of(self.tool("mcopy").args(["-s", "-m"]).arg(from).arg("::")).map(drop)
    }

    /// Looks whether the file system is whole; what `fsck` says. Nothing is repaired.
    ///
    /// # Errors
    /// If it is not, with what `fsck` says.
    pub fn check(&self) -> Result<String> {
        let (program, options) = if self.is_exfat()? {
            ("fsck.exfat", ["-n"].as_slice())
        } else {
            ("fsck.vfat", ["-n", "-v"].as_slice())
        };
        let output = Command::new(program).args(options).arg(&self.path).output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        ensure!(output.status.success(), "the stick is damaged:\n{said}");
        Ok(said)
    }

    /// Mends a FAT file system, as an operating system does after the power failed.
    ///
    /// # Errors
    /// If `fsck.vfat` (dosfstools) gives up, with what it says.
    pub fn repair(&self) -> Result<()> {
        let output = Command::new("fsck.vfat").arg("-a").arg(&self.path).output()?;
        // 1: there was something to mend (fsck.fat(8)).
        let mended = matches!(output.status.code(), Some(0 | 1));
        ensure!(mended, "the stick cannot be repaired:\n{}", String::from_utf8_lossy(&output.stdout));
        Ok(())
    }

    fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        // A file need not have the geometry of a disk.
        command.env("MTOOLS_SKIP_CHECK", "1").arg("-i").arg(&self.path);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_on_a_stick_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let stick = StickFile::new(folder.path().join("stick"), "COLDSPARE", 8).unwrap();
        stick.copy_to(&folder.path().join("nothing")).unwrap();
        let file = folder.path().join("a longer name.txt");
        fs::write(&file, "what is in it").unwrap();
        stick.take(&file).unwrap();
        stick.check().unwrap();
        stick.copy_to(&folder.path().join("copy")).unwrap();
        let copy = folder.path().join("copy/a longer name.txt");
        assert_eq!(fs::read_to_string(copy).unwrap(), "what is in it");
    }
    #[test]
    fn what_was_just_formatted_is_empty_and_sound() {
        let folder = tempfile::tempdir().unwrap();
        let stick = StickFile::exfat(folder.path().join("stick"), "COLDSPARE", 8).unwrap();
        stick.check().unwrap();
        stick.copy_to(&folder.path().join("copy")).unwrap();
        assert_eq!(fs::read_dir(folder.path().join("copy")).unwrap().count(), 0);
        let partition = StickFile::unformatted(folder.path().join("new"), 8).unwrap().partition("none");
        assert!(partition.is_err());
    }
}
