//! A disk or a partition.

use std::fs;
use std::path::{Path, PathBuf};

/// A disk or a partition, as the kernel has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Device {
    /// Where `sys` and `dev` are.
    pub(super) machine: PathBuf,
    /// `sdb`.
    pub(super) disk: String,
    /// `sdb1`; the same as the disk if that has no partitions.
    pub(super) node: String,
    /// The kernel's count of disks: another one has another number.
    pub(super) number: Option<u64>,
    /// Bytes.
    pub(super) size: u64,
    /// The sector it begins at, and its number: of a partition.
    pub(super) partition: Option<(u64, u64)>,
}

impl Device {
    /// `/dev/sdb1`.
    pub(super) fn path(&self) -> PathBuf {
        self.machine.join("dev").join(&self.node)
    }

    /// Tells it from all others, also from one that had its place before: `sdb1-17`.
    pub(super) fn tag(&self) -> String {
        format!("{}-{}", self.node, self.number.unwrap_or_default())
    }

    /// `sdb1`.
    pub(super) fn node(&self) -> &str {
        &self.node
    }

    /// Bytes.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Whether it is still plugged in.
    pub(super) fn is_there(&self) -> bool {
        let disk = self.machine.join("sys/class/block").join(&self.disk);
        number(&disk.join("diskseq")) == self.number && disk.with_file_name(&self.node).exists()
    }
}

/// The number that a file of `/sys` has.
pub(super) fn number(file: &Path) -> Option<u64> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}
