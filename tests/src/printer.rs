//! A printer that keeps each page as a PDF file, as another one lays it on its tray. It takes PDF, and
//! PostScript if Ghostscript is there.

mod job;
pub mod usb;

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::Result;
use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat};

use job::Job;

/// Between two looks whether something came.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// The printer, switched on. Its folder has what `/dev/usb` (`devices`) and `/sys/class/usbmisc` (`class`)
/// would have, and its tray.
#[derive(Debug)]
pub struct VirtualPrinter {
    tray: PathBuf,
    off: Arc<AtomicBool>,
    jammed: Arc<AtomicBool>,
    works: Option<JoinHandle<()>>,
}

impl VirtualPrinter {
    /// Switches it on. What lies in the tray stays there.
    ///
    /// # Errors
    /// What the system says.
    pub fn start(folder: &Path) -> Result<Self> {
        let (devices, class, tray) =
            (folder.join("devices"), folder.join("class/lp0/device"), folder.join("tray"));
        for folder in [&devices, &class, &tray] {
            fs::create_dir_all(folder)?;
        }
        fs::write(class.join("ieee1284_id"), device_id("PDF"))?;
        let device = devices.join("lp0");
        fs::remove_file(&device).ok();
        mknodat(CWD, &device, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
        // Open as long as it is on: nobody can open the other end of a FIFO that nobody reads, and
        // would take the printer for gone.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let reader = File::from(rustix::fs::open(&device, flags, Mode::empty())?);
        let off = Arc::new(AtomicBool::new(false));
        let mut work = Work::new(&tray);
        let jammed = Arc::new(AtomicBool::new(false));
        let works = {
            let (off, jammed) = (Arc::clone(&off), Arc::clone(&jammed));
            thread::spawn(move || work.work(reader, &off, &jammed))
        };
        Ok(VirtualPrinter { tray, off, jammed, works: Some(works) })
    }

    /// From now on it takes no data; or it takes data again.
    pub fn jam(&self, on: bool) {
        self.jammed.store(on, Relaxed);
    }

    /// The pages in its tray, in the order in which they were printed.
    pub fn pages(&self) -> Vec<PathBuf> {
        pages_in(&self.tray)
    }
}

impl Drop for VirtualPrinter {
    fn drop(&mut self) {
        self.off.store(true, Relaxed);
        if let Some(works) = self.works.take() {
            works.join().ok();
        }
    }
}

/// Its IEEE 1284 device id; what it speaks in these words.
fn device_id(commands: &str) -> String {
    format!("MFG:Coldspare;MDL:Virtual Printer;CMD:{commands};CLS:PRINTER;")
}

fn pages_in(tray: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(tray).into_iter().flatten().flatten();
    let pages = entries.map(|entry| entry.path()).filter(|path| path.extension() == Some("pdf".as_ref()));
    let mut pages: Vec<_> = pages.collect();
    pages.sort();
    pages
}

/// What it works on.
struct Work {
    tray: PathBuf,
    /// The number of the last page.
    page: usize,
    job: Vec<u8>,
}

impl Work {
    fn new(tray: &Path) -> Self {
        Work { tray: tray.into(), page: pages_in(tray).len(), job: Vec::new() }
    }

    fn work(&mut self, mut reader: File, off: &AtomicBool, jammed: &AtomicBool) {
        let mut bytes = vec![0; 1 << 16];
        while !off.load(Relaxed) {
            if jammed.load(Relaxed) {
                thread::sleep(BETWEEN_LOOKS);
                continue;
            }
            match reader.read(&mut bytes) {
                // Nobody has it open: a job that was not finished is none.
                Ok(0) => self.job.clear(),
                Ok(n) => {
                    if self.take(&bytes[..n]).is_err() {
                        return; // no room for paper: it takes no more, and the program says so
                    }
                    continue;
                }
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                Err(_) => return,
            }
            thread::sleep(BETWEEN_LOOKS);
        }
    }

    fn take(&mut self, bytes: &[u8]) -> Result<()> {
        self.job.extend_from_slice(bytes);
        self.print_what_is_whole()
    }

    fn print_what_is_whole(&mut self) -> Result<()> {
        while let Some(job) = Job::take(&mut self.job) {
            // Under its name only once it is whole: who looks at the tray sees no half pages.
            let half = self.tray.join("half");
            if job.print(&half)? {
                self.page += 1;
                fs::rename(half, self.tray.join(format!("page-{:03}.pdf", self.page)))?;
            }
        }
        Ok(())
    }
}
