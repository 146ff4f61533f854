//! 'Use it without a Nitrokey': one file is signed here.
//!
//! Whoever filled the stick may want a signature on something else than what its owner has in mind. So what is signed was
//! shown before, or its hash was; it is read once more then, and is the same, or nothing is signed. A file's name is shown,
//! and called so only where it is a name and nothing else.

use std::time::SystemTime;

use super::{MayWrite, Proven};
use crate::language::shown::is_plain;
use crate::limits::SIGNED_FILE;
use crate::machine::stick::folder::{Mounted, Stick, StickError, names, write_folder};
use crate::machine::stick::streamed::stream;
use crate::openpgp::{self, CannotSign, Counted};

/// Bytes of a text that may be read on the screen whole.
const SHORT: usize = 4 << 10;
/// Bytes of a file's name that its signature is called by.
const NAME: usize = 100;

/// Why nothing is signed.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// No key of these will do.
    #[error(transparent)]
    Key(#[from] CannotSign),
    /// The stick.
    #[error(transparent)]
    Stick(#[from] StickError),
    /// It is longer than what is signed here.
    #[error("`{0}` too large")]
    TooLarge(String),
    /// The file is another one than that which was shown.
    #[error("`{0}` changed since it was shown")]
    Changed(String),
}

/// A file that was looked at.
#[derive(Debug)]
pub struct Looked {
    name: String,
    counted: Counted,
    text: Option<String>,
}

/// A signature that has proven itself, and is on no stick yet.
#[derive(Debug)]
pub struct SignedFile {
    name: String,
    signature: Vec<u8>,
    key: String,
}

/// Looks at a file that lies on the stick itself. None of it is kept but a short text.
///
/// # Errors
/// [`SigningError`].
pub fn look_at(stick: &Mounted, name: &str) -> Result<Looked, SigningError> {
    let mut short = Vec::new();
    let counted = count(stick, name, &mut |piece| {
        let room = (SHORT + 1).saturating_sub(short.len());
        short.extend_from_slice(&piece[..piece.len().min(room)]);
    })?;
    let text = if short.len() <= SHORT { String::from_utf8(short).ok() } else { None };
    Ok(Looked { name: name.to_owned(), counted, text })
}

fn count(stick: &Mounted, name: &str, beside: &mut dyn FnMut(&[u8])) -> Result<Counted, SigningError> {
    let mut counted = Counted::nothing()?;
    let read = stream(stick, name, SIGNED_FILE, &mut |piece| {
        counted.piece(piece);
        beside(piece);
    });
    match read {
        Err(StickError::TooLarge { file, .. }) => Err(SigningError::TooLarge(file)),
        read => Ok(read.map(|()| counted)?),
    }
}

impl Looked {
    /// What it is called on its stick.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How long it is.
    pub fn bytes(&self) -> u64 {
        self.counted.bytes()
    }

    /// Its SHA-256, as `sha256sum` says it.
    pub fn sha256(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.counted.sha256())
    }

    /// All that is in it, if that is a short text.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

impl<Paper: MayWrite> Proven<Paper> {
    /// The fingerprint of the key that signs.
    ///
    /// # Errors
    /// [`CannotSign`].
    pub fn signs(&self, now: SystemTime) -> Result<String, CannotSign> {
        openpgp::signs(self.identity(), now)
    }

    /// Signs the file that was shown, if it is still that.
    ///
    /// # Errors
    /// [`SigningError`].
    pub fn sign(&self, stick: &Mounted, shown: &Looked, now: SystemTime) -> Result<SignedFile, SigningError> {
        let there = count(stick, &shown.name, &mut |_| ())?;
        if (there.bytes(), there.sha256()) != (shown.bytes(), shown.counted.sha256()) {
            return Err(SigningError::Changed(shown.name.clone()));
        }
        // What was counted when it was shown: nothing else, whatever comes from the stick.
        let (signature, key) = openpgp::sign_file(self.identity(), &shown.counted, now)?;
        Ok(SignedFile { name: shown.name.clone(), signature, key })
    }
}

impl SignedFile {
    /// What was signed.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The fingerprint of the key that did.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What the signature is called: as the file and `.asc`, by which GnuPG finds the file beside it; or by a name of ours,
    /// if that of the file is more than a name.
    pub fn file_name(&self) -> String {
        let strange = |c: char| !is_plain(c) || r#"/\:*?"<>|"#.contains(c);
        let begins = self.name.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let usual = begins && self.name.len() <= NAME && !self.name.contains(strange);
        if usual { format!("{}.asc", self.name) } else { "signature.asc".into() }
    }

    /// Writes it to a stick, in a folder of its own, and reads it back; gives the folder's name. What is there stays.
    ///
    /// # Errors
    /// [`StickError`]; nothing half-written stands under the folder's name.
    pub fn write(&self, stick: &dyn Stick) -> Result<String, StickError> {
        let hash = data_encoding::HEXLOWER.encode(&openssl::sha::sha256(&self.signature)[..4]);
        let there = names(stick)?;
        // Also what such a folder is called before it is whole, and after it was replaced.
        let taken = |folder: &str| there.iter().any(|name| name.to_lowercase().starts_with(folder));
        let mut folder = format!("signed-{hash}");
        while taken(&folder) {
            folder.push('-');
        }
        write_folder(stick, &folder, &[(self.file_name(), &self.signature[..])])?;
        Ok(folder)
    }
}
