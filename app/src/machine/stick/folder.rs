//! Sticks: a folder appears on one whole, or not at all, and only after it was read back.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use rustix::fs::{Advice, CWD, Mode, OFlags, fadvise, openat};

use super::discover::Mount;
use crate::limits::{FileKind, NAMES};

/// What went wrong with a stick.
#[derive(Debug, thiserror::Error)]
pub enum StickError {
    /// No room.
    #[error("stick {stick}: full")]
    Full {
        /// Which stick.
        stick: String,
    },
    /// Read-only.
    #[error("stick {stick}: read-only")]
    ReadOnly {
        /// Which stick.
        stick: String,
    },
    /// Pulled out.
    #[error("stick {stick}: gone")]
    Gone {
        /// Which stick.
        stick: String,
    },
    /// It answers no more, or not at this place: who pulls a stick out in the middle is told the same (EIO) as who has a damaged one.
    #[error("stick {stick}: neither read nor written there")]
    Damaged {
        /// Which stick.
        stick: String,
    },
    /// What came back is not what was written.
    #[error("stick {stick}: `{file}` read back differently")]
    Differs {
        /// Which stick.
        stick: String,
        /// The file in question.
        file: String,
    },
    /// A file that should be there is not.
    #[error("stick {stick}: no `{file}`")]
    Missing {
        /// Which stick.
        stick: String,
        /// The file in question.
        file: String,
    },
    /// A file that is larger than its kind ever is.
    #[error("stick {stick}: `{file}` larger than {most} bytes")]
    TooLarge {
        /// Which stick.
        stick: String,
        /// The file in question.
        file: String,
        /// What a file of its kind has at the most.
        most: usize,
    },
    /// A folder with more names in it than anybody can choose from.
    #[error("stick {stick}: more than {NAMES} files in one folder")]
    TooMany {
        /// Which stick.
        stick: String,
    },
    /// Nothing on it that can be used.
    #[error("stick {stick}: no usable file system")]
    Unformatted {
        /// Which stick.
        stick: String,
    },
    /// Anything else that the system said.
    #[error("stick {stick}: `{file}`: {source}")]
    System {
        /// Which stick.
        stick: String,
        /// The file in question.
        file: String,
        /// What the system said.
        source: io::Error,
    },
}

/// A place for folders of files: a mounted stick, in tests also a faulty one.
pub trait Stick {
    /// How the owner knows it.
    fn name(&self) -> String;
    /// Creates a folder; it may be there already.
    ///
    /// # Errors
    /// What the system says.
    fn create_folder(&self, folder: &str) -> io::Result<()>;
    /// Writes one file and waits until the medium has it.
    ///
    /// # Errors
    /// What the system says.
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()>;
    /// Reads one file from the medium, past the system's cache, if it has no more than `most` bytes.
    ///
    /// # Errors
    /// What the system says; [`io::ErrorKind::FileTooLarge`] for a larger one.
    fn read(&self, path: &str, most: usize) -> io::Result<Vec<u8>>;
    /// Renames a folder and waits until the medium has it.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;
    /// Removes a folder and the files in it.
    ///
    /// # Errors
    /// What the system says.
    fn remove_folder(&self, folder: &str) -> io::Result<()>;
    /// The names in a folder (`""`: the stick itself), if there are no more than [`NAMES`].
    ///
    /// # Errors
    /// What the system says; [`io::ErrorKind::FileTooLarge`] for a folder with more.
    fn list(&self, folder: &str) -> io::Result<Vec<String>>;
}

/// A stick that is mounted at a folder.
#[derive(Debug, Clone)]
pub struct Mounted {
    root: PathBuf,
    name: String,
    /// If the program itself has mounted it: until this is dropped.
    mount: Option<Arc<Mount>>,
}

impl Mounted {
    /// The stick at `root`, known by this path.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        Mounted { name: root.display().to_string(), root, mount: None }
    }

    /// The stick at `root`, known by its label: the owner has never seen the path.
    pub fn named(root: impl Into<PathBuf>, name: impl Into<String>) -> Self {
        Mounted { root: root.into(), name: name.into(), mount: None }
    }

    /// What the program itself has mounted.
    pub(super) fn of(mount: Mount, name: impl Into<String>) -> Self {
        Mounted { root: mount.place().to_owned(), name: name.into(), mount: Some(Arc::new(mount)) }
    }

    /// Where it is mounted.
    pub fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn reading<T>(&self, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match &self.mount {
            Some(mount) => mount.read(act),
            None => act(),
        }
    }

    fn changing<T>(&self, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match &self.mount {
            Some(mount) => mount.change(act),
            None => act(),
        }
    }
}

impl Stick for Mounted {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn create_folder(&self, folder: &str) -> io::Result<()> {
        self.changing(|| match fs::create_dir(self.root.join(folder)) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            other => other,
        })
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.changing(|| {
            let mut file = File::create(self.root.join(path))?;
            file.write_all(bytes)?;
            file.sync_all()
        })
    }

    fn read(&self, path: &str, most: usize) -> io::Result<Vec<u8>> {
        self.reading(|| {
            // A pipe or a device of that name must not keep it waiting (on a desktop's sticks there can be some).
            // A rehearsal may open by this call alone (`confine`).
            let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
            let file = File::from(openat(CWD, self.root.join(path), flags, Mode::empty())?);
            if !file.metadata()?.is_file() {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            // Pages that were written and synced are clean, and this drops clean pages, so what comes
            // next comes from the medium. A file system without a medium (tmpfs) may refuse.
            fadvise(&file, 0, None, Advice::DontNeed).ok();
            // Reserved whole, so that a secret in it never moves and leaves no copy behind.
            let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX).min(most);
            let mut bytes = Vec::with_capacity(length + 1);
            file.take(most as u64 + 1).read_to_end(&mut bytes)?;
            match bytes.len() <= most {
                true => Ok(bytes),
                false => Err(io::ErrorKind::FileTooLarge.into()),
            }
        })
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.changing(|| {
            // The folder's own list of names first, or it might stand there empty.
            File::open(self.root.join(from))?.sync_all()?;
            fs::rename(self.root.join(from), self.root.join(to))?;
            File::open(&self.root)?.sync_all()
        })
    }

    fn remove_folder(&self, folder: &str) -> io::Result<()> {
        self.changing(|| match fs::remove_dir_all(self.root.join(folder)) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        })
    }

    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.reading(|| {
            let mut names = fs::read_dir(self.root.join(folder))?
                .take(NAMES + 1)
                .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
                .collect::<io::Result<Vec<_>>>()?;
            names.sort();
            match names.len() <= NAMES {
                true => Ok(names),
                false => Err(io::ErrorKind::FileTooLarge.into()),
            }
        })
    }
}

/// What is kept of a folder that is replaced, under the name that [`kept_as`] gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Nothing.
    Nothing,
    /// The folder that is replaced; one that was kept before goes.
    Replaced,
    /// The one that was kept before; the folder that is replaced goes.
    KeptBefore,
}

/// At the end of its name.
const KEPT: &str = ".old";

/// What a folder is called that was replaced, and is kept.
pub fn kept_as(folder: &str) -> String {
    format!("{folder}{KEPT}")
}

/// Which folder has replaced this one, if it is one that is kept.
pub fn replaced_by(folder: &str) -> Option<&str> {
    folder.strip_suffix(KEPT)
}

/// Writes `files` into `folder` so that the folder is there whole or not at all: under another
/// name, synced, read back and compared, then renamed.
///
/// # Errors
/// [`StickError`]; nothing stands under `folder` that was not there whole before.
pub fn write_folder<N: AsRef<str>>(
    stick: &dyn Stick,
    folder: &str,
    files: &[(N, &[u8])],
) -> Result<(), StickError> {
    replace_folder(stick, folder, files, Keep::Nothing)
}

/// The same, and what stood there is kept, or what was kept before. At every moment one of them is there, whole.
///
/// # Errors
/// [`StickError`]; nothing stands under `folder` or beside it that was not there whole before.
pub fn replace_folder<N: AsRef<str>>(
    stick: &dyn Stick,
    folder: &str,
    files: &[(N, &[u8])],
    keep: Keep,
) -> Result<(), StickError> {
    let new = format!("{folder}.new");
    let old = kept_as(folder);
    // Before anything is written: of a stick with too many names on it nothing is known.
    let there = names(stick)?.iter().any(|name| name == folder);
    let written = write_and_compare(stick, &new, files);
    if written.is_err() {
        // The first error is the one to tell; a stick that is gone cannot be tidied either.
        stick.remove_folder(&new).ok();
        return written;
    }
    match keep {
        _ if !there => {}
        Keep::Nothing | Keep::Replaced => {
            discard(stick, &old)?;
            stick.rename(folder, &old).map_err(at(stick, folder))?;
        }
        Keep::KeptBefore => set_aside(stick, folder)?,
    }
    stick.rename(&new, folder).map_err(at(stick, &new))?;
    match keep {
        Keep::Nothing => discard(stick, &old),
        Keep::Replaced => Ok(()),
        Keep::KeptBefore => stick.remove_folder(&gone(folder)).map_err(at(stick, folder)),
    }
}

/// Removes a folder, if it is there: it is never there by half.
///
/// # Errors
/// What the system said.
pub fn discard(stick: &dyn Stick, folder: &str) -> Result<(), StickError> {
    if names(stick)?.iter().any(|name| name == folder) {
        set_aside(stick, folder)?;
    }
    // Also what is left of one that was being removed when the power failed.
    stick.remove_folder(&gone(folder)).map_err(at(stick, folder))
}

/// What a folder is called that is being removed.
fn gone(folder: &str) -> String {
    format!("{folder}.gone")
}

fn set_aside(stick: &dyn Stick, folder: &str) -> Result<(), StickError> {
    let gone = gone(folder);
    stick.remove_folder(&gone).map_err(at(stick, folder))?;
    stick.rename(folder, &gone).map_err(at(stick, folder))
}

fn write_and_compare<N: AsRef<str>>(
    stick: &dyn Stick,
    folder: &str,
    files: &[(N, &[u8])],
) -> Result<(), StickError> {
    stick.remove_folder(folder).map_err(at(stick, folder))?;
    stick.create_folder(folder).map_err(at(stick, folder))?;
    for (name, bytes) in files {
        let path = format!("{folder}/{}", name.as_ref());
        stick.write(&path, bytes).map_err(at(stick, &path))?;
    }
    for (name, bytes) in files {
        let path = format!("{folder}/{}", name.as_ref());
        let back = match stick.read(&path, bytes.len()) {
            Err(longer) if longer.kind() == io::ErrorKind::FileTooLarge => None,
            read => Some(read.map_err(at(stick, &path))?),
        };
        if back.as_deref() != Some(*bytes) {
            return Err(StickError::Differs { stick: stick.name(), file: name.as_ref().into() });
        }
    }
    Ok(())
}

/// Reads one file, up to the limit that its kind has.
///
/// # Errors
/// [`StickError::Missing`] if it is not there, [`StickError::TooLarge`], else what the system said.
pub fn read_file(stick: &dyn Stick, path: &str, kind: FileKind) -> Result<Vec<u8>, StickError> {
    let most = kind.bytes();
    stick.read(path, most).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => StickError::Missing { stick: stick.name(), file: path.into() },
        io::ErrorKind::FileTooLarge => StickError::TooLarge { stick: stick.name(), file: path.into(), most },
        _ => from_io(&stick.name(), path, e),
    })
}

/// The names on a stick.
///
/// # Errors
/// [`StickError::TooMany`], else what the system said.
pub fn names(stick: &dyn Stick) -> Result<Vec<String>, StickError> {
    stick.list("").map_err(|source| match source.kind() {
        io::ErrorKind::FileTooLarge => StickError::TooMany { stick: stick.name() },
        _ => from_io(&stick.name(), "", source),
    })
}

/// Names the stick and the file at which the system said no.
fn at(stick: &dyn Stick, file: &str) -> impl FnOnce(io::Error) -> StickError {
    move |e| from_io(&stick.name(), file, e)
}

/// What the system said, as the owner knows it.
pub(super) fn from_io(stick: &str, file: &str, source: io::Error) -> StickError {
    use rustix::io::Errno;
    let name = stick.to_owned();
    match Errno::from_io_error(&source) {
        Some(Errno::NOSPC | Errno::DQUOT) => StickError::Full { stick: name },
        Some(Errno::ROFS | Errno::ACCESS | Errno::PERM) => StickError::ReadOnly { stick: name },
        Some(
            Errno::NODEV | Errno::NXIO | Errno::NOMEDIUM | Errno::NOENT | Errno::STALE | Errno::SHUTDOWN,
        ) => StickError::Gone { stick: name },
        Some(Errno::IO) => StickError::Damaged { stick: name },
        _ => StickError::System { stick: name, file: file.into(), source },
    }
}
