use crate::Error;
use littlefs2::{
    consts::{U8, U512},
    driver::Storage,
    fs::Filesystem,
    io,
};
use std::{
    fs::{File, OpenOptions},
    io::Read as _,
    os::unix::fs::FileExt as _,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

const BLOCK: usize = 512;
const BLOCKS: usize = 256;
const SIZE: usize = BLOCK * BLOCKS;

/// The memory of a key. It outlives the firmware that runs on it, as a chip outlives a power cut.
///
/// Kept in RAM, because tests make hundreds of keys; with a file, every write goes there at once too,
/// so that ending the process at any moment leaves what a key would have kept.
#[derive(Clone)]
pub(crate) struct Flash(Arc<Mutex<Chip>>);

struct Chip {
    cells: Vec<u8>,
    file: Option<File>,
    watched: Option<Watched>,
}

/// What a chip held when somebody began to watch, and what was written to it since: where, and what.
struct Watched {
    before: Vec<u8>,
    writes: Vec<(usize, Vec<u8>)>,
}

impl Flash {
    /// A chip on which nothing was ever stored, with an empty file system.
    pub(crate) fn blank() -> io::Result<Self> {
        Self::formatted(None)
    }

    /// The chip that this file holds; the file is made when it is not there.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let broken = |source| Error::State { path: path.to_owned(), source };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(broken)?;
        let mut cells = Vec::new();
        file.read_to_end(&mut cells).map_err(broken)?;
        if cells.is_empty() {
            file.write_all_at(&[0xFF; SIZE], 0).map_err(broken)?;
            return Self::formatted(Some(file)).map_err(|e| Error::Start(format!("{e:?}")));
        }
        let right_size = cells.len() == SIZE;
        let mut flash = Self(Arc::new(Mutex::new(Chip { cells, file: Some(file), watched: None })));
        if right_size && Filesystem::is_mountable(&mut flash) {
            Ok(flash)
        } else {
            Err(Error::NotAState(path.to_owned()))
        }
    }

    fn formatted(file: Option<File>) -> io::Result<Self> {
        let mut flash = Self(Arc::new(Mutex::new(Chip { cells: vec![0xFF; SIZE], file, watched: None })));
        Filesystem::format(&mut flash)?;
        Ok(flash)
    }

    /// Begins to keep in mind what is written.
    pub(crate) fn watch(&self) {
        let mut chip = self.chip();
        chip.watched = Some(Watched { before: chip.cells.clone(), writes: Vec::new() });
    }

    /// As if the power had failed when as many 256ths of that were written, and half of the next write. Nobody may
    /// be running on it. `None`: all of it.
    pub(crate) fn keep(&self, part: Option<u8>) {
        let mut chip = self.chip();
        let (Some(Watched { before, writes }), Some(part)) = (chip.watched.take(), part) else { return };
        let whole = writes.len() * usize::from(part) / 256;
        let half = writes.get(whole).map(|(at, data)| (*at, data[..data.len() / 2].to_vec()));
        // A file that cannot be written was told of when it was written first.
        let _ = chip.put(0, &before);
        for (at, data) in writes[..whole].iter().chain(&half) {
            let _ = chip.put(*at, data);
        }
    }

    // A firmware that panicked leaves whole cells behind, as it would on a chip.
    fn chip(&self) -> MutexGuard<'_, Chip> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Chip {
    fn put(&mut self, offset: usize, data: &[u8]) -> io::Result<usize> {
        let cells = self.cells.get_mut(offset..offset + data.len()).ok_or(io::Error::NO_SPACE)?;
        cells.copy_from_slice(data);
        if let Some(watched) = &mut self.watched {
            watched.writes.push((offset, data.to_vec()));
        }
        if let Some(file) = &self.file {
            file.write_all_at(data, offset as u64).map_err(|_| io::Error::IO)?;
        }
        Ok(data.len())
    }
}

impl Storage for Flash {
    const READ_SIZE: usize = 16;
    const WRITE_SIZE: usize = 16;
    const BLOCK_SIZE: usize = BLOCK;
    const BLOCK_COUNT: usize = BLOCKS;
    const BLOCK_CYCLES: isize = -1;
    type CACHE_SIZE = U512;
    type LOOKAHEAD_SIZE = U8;

    fn read(&mut self, offset: usize, buffer: &mut [u8]) -> io::Result<usize> {
        let chip = self.chip();
        let cells = chip.cells.get(offset..offset + buffer.len()).ok_or(io::Error::IO)?;
        buffer.copy_from_slice(cells);
        Ok(buffer.len())
    }

    fn write(&mut self, offset: usize, data: &[u8]) -> io::Result<usize> {
        self.chip().put(offset, data)
    }

    fn erase(&mut self, offset: usize, length: usize) -> io::Result<usize> {
        for block in (offset..offset + length).step_by(BLOCK) {
            self.chip().put(block, &[0xFF; BLOCK])?;
        }
        Ok(length)
    }
}
