//! How much is read of what comes from outside. Whoever made a file chose its size, so each kind of file has a
//! limit: it is far above what a true one needs, and reading stops there. `FORMAT.md` § 8 has the same table.

/// A kind of file that is read from a stick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `plan.toml`.
    Plan,
    /// A secret key that was exported to be imported here.
    ExportedKey,
    /// `public-key.asc`.
    PublicKey,
    /// `manifest.toml.asc`.
    Manifest,
    /// `sealed-backup.pgp`.
    SealedBackup,
    /// A message that somebody has sent, and what is in it.
    EncryptedMessage,
}

impl FileKind {
    /// All of them.
    pub const ALL: [FileKind; 6] = [
        FileKind::Plan,
        FileKind::ExportedKey,
        FileKind::PublicKey,
        FileKind::Manifest,
        FileKind::SealedBackup,
        FileKind::EncryptedMessage,
    ];

    /// The most bytes that a file of this kind may have.
    pub const fn bytes(self) -> usize {
        match self {
            FileKind::Plan | FileKind::Manifest => 64 << 10,
            // Photo ids and hundreds of other people's signatures may be in it; and in armor it is longer.
            FileKind::ExportedKey => 1 << 20,
            FileKind::PublicKey => 2 << 20,
            FileKind::SealedBackup | FileKind::EncryptedMessage => 8 << 20,
        }
    }
}

/// Bytes of a file that is signed. None of it is kept: it is the largest that FAT32 holds, and takes minutes to be read.
pub const SIGNED_FILE: usize = u32::MAX as usize;

/// Names that a folder on a stick may have in it: a camera's have some thousands.
pub const NAMES: usize = 10_000;

/// Bytes of the tar in a sealed backup.
pub const CONTENTS: usize = 16 << 20;

/// User ids in a manifest.
pub const USER_IDS: usize = 100;

/// Bytes of one text in a manifest: a user id, an algorithm, a version.
pub const TEXT: usize = 2048;
