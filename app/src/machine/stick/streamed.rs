//! Files of any size: which ones are on a stick, and what is in one of them, piece by piece. None is held whole.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path};

use rustix::fs::{Advice, CWD, Mode, OFlags, fadvise, openat};

use super::folder::{Mounted, Stick, StickError, from_io};
use crate::limits::NAMES;

/// Bytes that are read at once.
const PIECE: usize = 1 << 18;

/// The files on a stick, not those in its folders: what is a file itself and no link to one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The names of those that can be named here.
    pub names: Vec<String>,
    /// How many have a name that is not UTF-8.
    pub unnamed: usize,
}

/// Those on this stick.
///
/// # Errors
/// [`StickError::TooMany`], else what the system said.
pub fn files(stick: &Mounted) -> Result<Files, StickError> {
    let list = || {
        let mut files = Files::default();
        for (at, entry) in fs::read_dir(stick.root())?.enumerate() {
            if at == NAMES {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            let entry = entry?;
            if entry.file_type()?.is_file() {
                match entry.file_name().into_string() {
                    Ok(name) => files.names.push(name),
                    Err(_) => files.unnamed += 1,
                }
            }
        }
        files.names.sort();
        Ok(files)
    };
    stick.reading(list).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => StickError::TooMany { stick: stick.name() },
        _ => from_io(&stick.name(), "", error),
    })
}

/// Gives what is in a file that lies on the stick itself, from the medium, piece by piece.
///
/// # Errors
/// [`StickError::TooLarge`] if it has more than `most` bytes, or grows beyond them meanwhile; [`StickError::Missing`], else
/// what the system said.
pub fn stream(
    stick: &Mounted,
    name: &str,
    most: usize,
    take: &mut dyn FnMut(&[u8]),
) -> Result<(), StickError> {
    let read = || {
        let mut parts = Path::new(name).components();
        let alone = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
        if !alone || name.contains('/') {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        // No link leads to another file, and no pipe keeps it waiting.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut file = File::from(openat(CWD, stick.root().join(name), flags, Mode::empty())?);
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        if metadata.len() > most as u64 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        // What was read before stands in the system's cache, and may not be on the medium any more.
        fadvise(&file, 0, None, Advice::DontNeed).ok();
        let mut piece = vec![0; PIECE];
        let mut total = 0;
        loop {
            let length = match file.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            total += length;
            if total > most {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            take(&piece[..length]);
        }
    };
    let at = || (stick.name(), name.to_owned());
    stick.reading(read).map_err(|error| match (error.kind(), at()) {
        (io::ErrorKind::NotFound, (stick, file)) => StickError::Missing { stick, file },
        (io::ErrorKind::FileTooLarge, (stick, file)) => StickError::TooLarge { stick, file, most },
        (_, (stick, file)) => from_io(&stick, &file, error),
    })
}
