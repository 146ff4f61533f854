//! Printers at the machine's USB ports: each page as a job in a language that the printer speaks.
//!
//! There is no print system, no queue and no file between: Linux' `usblp` gives each printer a file
//! `/dev/usb/lp0` that takes its language, and tells in sysfs what the printer says of itself.

mod device_id;
mod escpos;
mod line;
mod pcl;
mod postscript;
mod raster;
mod runs;

use std::fs;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use zeroize::Zeroizing;

pub use device_id::{DeviceId, Language};
pub use line::Trouble;

use super::{DrawError, Page, Paper, pdf};
use line::Line;

/// How long a printer may take nothing before the person hears of it; some warm up that long.
const PATIENCE: Duration = Duration::from_secs(15);
/// Before a line that broke is opened again.
const PAUSE: Duration = Duration::from_millis(200);
/// Universal Exit Language: ends whatever was before ("PJL Technical Reference Manual").
const UEL: &str = "\x1b%-12345X";

/// Pages were not printed, or not all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// None of its languages is known here.
    #[error("printer {printer}: unknown languages: {}", if speaks.is_empty() { "none named".into() } else { speaks.join(", ") })]
    UnknownLanguage {
        /// Its name.
        printer: String,
        /// What it says it speaks.
        speaks: Vec<String>,
    },
    /// A receipt for a printer of sheets, or a sheet for a receipt printer.
    #[error("printer {printer}: does not print on {paper:?}")]
    OtherPaper {
        /// Its name.
        printer: String,
        /// What was asked of it.
        paper: Paper,
    },
    /// The program's fault.
    #[error(transparent)]
    Draw(#[from] DrawError),
    /// The person gave up.
    #[error("printer {printer}: {trouble}, given up after {printed} of {of} pages")]
    GivenUp {
        /// Its name.
        printer: String,
        /// Why it had stopped.
        trouble: Trouble,
        /// How many pages were printed before the one at which it stopped.
        printed: usize,
        /// How many there are.
        of: usize,
    },
}

/// How far printing has come. Pages count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintEvent {
    /// A page begins, for the first time or again.
    Printing {
        /// Which.
        page: usize,
    },
    /// The printer stopped.
    Stopped {
        /// In which page.
        page: usize,
        /// Why.
        reason: Trouble,
    },
    /// The printer has the whole page.
    Printed {
        /// Which.
        page: usize,
    },
}

/// What to do when a printer has stopped; of no effect after other events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Wait, and send the rest when it takes data again; if something got lost, the page from its
    /// beginning.
    GoOn,
    /// Print the page from its beginning.
    Again,
    /// Print no more.
    GiveUp,
}

/// Where the printers are.
#[derive(Debug, Clone)]
pub struct Printers {
    devices: PathBuf,
    class: PathBuf,
    patience: Duration,
}

impl Printers {
    /// Those at this machine's USB ports.
    pub fn of_this_machine() -> Self {
        Printers::at("/dev/usb", "/sys/class/usbmisc")
    }

    /// Files `lp*` in `devices`, and their device ids in `class`.
    pub fn at(devices: impl Into<PathBuf>, class: impl Into<PathBuf>) -> Self {
        Printers { devices: devices.into(), class: class.into(), patience: PATIENCE }
    }

    /// With another time for which a printer may take nothing.
    pub fn patience(self, patience: Duration) -> Self {
        Printers { patience, ..self }
    }

    /// All of them, by their numbers; none if there is no such folder.
    pub fn list(&self) -> Vec<Printer> {
        let names = fs::read_dir(&self.devices).into_iter().flatten().flatten();
        let number = |name: String| name.strip_prefix("lp")?.parse::<u32>().ok();
        let mut numbers: Vec<_> =
            names.filter_map(|entry| number(entry.file_name().into_string().ok()?)).collect();
        numbers.sort_unstable();
        let printer = |number: u32| {
            let name = format!("lp{number}");
            let id = fs::read(self.class.join(&name).join("device/ieee1284_id")).unwrap_or_default();
            let id = DeviceId::parse(&id);
            let shown = if id.name().is_empty() { name.clone() } else { id.name() };
            Printer { name: shown, device: self.devices.join(name), id, patience: self.patience }
        };
        numbers.into_iter().map(printer).collect()
    }
}

/// A printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    name: String,
    device: PathBuf,
    id: DeviceId,
    patience: Duration,
}

impl Printer {
    /// Its maker and model.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The languages of ours that it speaks, the one to use first.
    pub fn languages(&self) -> Vec<Language> {
        self.id.languages()
    }

    /// The language that it is sent.
    ///
    /// # Errors
    /// [`PrintError::UnknownLanguage`] names it and what it speaks.
    pub fn language(&self) -> Result<Language, PrintError> {
        self.languages().first().copied().ok_or_else(|| PrintError::UnknownLanguage {
            printer: self.name.clone(),
            speaks: self.id.commands.clone(),
        })
    }

    /// Whether what it is sent was never tried on its kind: PCL 3 of an inkjet, sent what PCL 5 has in common with it.
    pub fn is_untried(&self) -> bool {
        self.id.means_pcl_3()
    }

    /// Whether it prints on rolls.
    pub fn is_receipt(&self) -> bool {
        self.language() == Ok(Language::EscPos)
    }

    /// Prints pages, one job each and on one side. When the printer stops, `events` decides.
    ///
    /// # Errors
    /// [`PrintError`]; it says how many pages are printed.
    pub fn print(
        &self,
        pages: &[Page],
        events: &mut dyn FnMut(PrintEvent) -> Decision,
    ) -> Result<(), PrintError> {
        let language = self.language()?;
        let roll = |page: &Page| page.paper().height().is_none();
        if let Some(page) = pages.iter().find(|page| roll(page) != (language == Language::EscPos)) {
            return Err(PrintError::OtherPaper { printer: self.name.clone(), paper: page.paper() });
        }
        for (printed, page) in pages.iter().enumerate() {
            let number = printed + 1;
            let job = self.job(language, page)?;
            self.deliver(language, job, number, events).map_err(|trouble| PrintError::GivenUp {
                printer: self.name.clone(),
                trouble,
                printed,
                of: pages.len(),
            })?;
            events(PrintEvent::Printed { page: number });
        }
        Ok(())
    }

    /// Sends one job until it is through; the trouble in which the person gave up.
    fn deliver(
        &self,
        language: Language,
        mut job: Zeroizing<Vec<u8>>,
        page: usize,
        events: &mut dyn FnMut(PrintEvent) -> Decision,
    ) -> Result<(), Trouble> {
        events(PrintEvent::Printing { page });
        let mut line: Option<Line> = None;
        loop {
            let open = line.take().map_or_else(|| Line::open(&self.device), Ok);
            let reason = match open {
                Ok(mut open) => {
                    let Err(reason) = open.send(&job, self.patience) else { return Ok(()) };
                    line = Some(open);
                    reason
                }
                Err(reason) => reason,
            };
            // Closed while it waits: a printer that comes back gets the same number then.
            let begun = line.as_ref().is_some_and(|line| line.sent() > 0);
            let broken = line.take_if(|line| line.is_broken()).is_some();
            match events(PrintEvent::Stopped { page, reason }) {
                Decision::GiveUp => return Err(reason),
                Decision::GoOn if line.is_some() => continue,
                Decision::GoOn | Decision::Again => (),
            }
            line = None;
            if begun {
                forget_what_began(language, &mut job);
                events(PrintEvent::Printing { page });
            }
            if broken || !begun {
                sleep(PAUSE);
            }
        }
    }

    /// A page as a whole job.
    fn job(&self, language: Language, page: &Page) -> Result<Zeroizing<Vec<u8>>, DrawError> {
        let (name, body) = match language {
            Language::PostScript => ("POSTSCRIPT", postscript::job(page)?),
            Language::Pcl => ("PCL", pcl::job(page)?),
            Language::Pdf => ("PDF", pdf(std::slice::from_ref(page))?),
            // These have no name there; the printer knows them by their first bytes.
            Language::PwgRaster => return raster::pwg(page),
            Language::AppleRaster => return raster::apple(page, self.id.apple_resolution()),
            Language::EscPos => return escpos::job(page),
        };
        if !self.id.speaks_pjl() {
            // PostScript and PCL have an end of their own. Two PDF files with nothing between them may be taken for
            // one that is broken.
            let end = if language == Language::Pdf { UEL } else { "" };
            return Ok(Zeroizing::new([&body, end.as_bytes()].concat()));
        }
        let begin = format!("{UEL}@PJL\r\n@PJL ENTER LANGUAGE={name}\r\n");
        Ok(Zeroizing::new([begin.as_bytes(), &body, UEL.as_bytes()].concat()))
    }
}

/// Puts before a job what makes a printer forget the job that broke off: zeros, which print nothing,
/// until the command it broke off in has all its bytes, or the end of the file.
fn forget_what_began(language: Language, job: &mut Vec<u8>) {
    let before = match language {
        Language::PostScript => vec![0x04],
        Language::Pcl => vec![0; pcl::LONGEST_ROW],
        Language::EscPos => vec![0; escpos::BAND * escpos::WIDEST],
        Language::Pdf | Language::PwgRaster | Language::AppleRaster => return,
    };
    if !job.starts_with(&before) {
        job.splice(..0, before);
    }
}
