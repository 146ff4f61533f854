//! Printing from the machine itself: a folder stands in for `/dev/usb`, decoders and Ghostscript
//! for the printers, and zbar reads what came out.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BackupPart, Collector};
use coldspare::ceremony::Sealed;
use coldspare::language::Texts;
use coldspare::paper::printer::{Decision, Language, PrintError, PrintEvent, Printers, Trouble};
use coldspare::paper::{Bitmap, Page, Paper, Sheets};
use coldspare::plan::Algorithm;
use coldspare_tests::decode::{Picture, escpos, pcl, raster};
use coldspare_tests::fixtures;
use coldspare_tests::paper::{Pdf, output_of, zbarimg};
use coldspare_tests::usblp::{Fifo, StandIn};

const LASERJET: &str = "MFG:HP;MDL:LaserJet 2100;CMD:PCL;CLS:PRINTER;";
const LASERJET_WITH_PJL: &str = "MFG:Hewlett-Packard;CMD:PJL,PCL,PCLXL;MDL:hp LaserJet 1300;CLS:PRINTER;";
const POSTSCRIPT: &str = "MFG:Apple;MDL:LaserWriter;CMD:POSTSCRIPT;CLS:PRINTER;";
const RECEIPTS: &str = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;DES:EPSON TM-T88V;";
const HOST_BASED: &str = "MFG:Brother;CMD:PJL,HBP;MDL:HL-2130 series;CLS:PRINTER;";

/// A backup with its cards, up to the paper.
struct Backup {
    sealed: Sealed,
    texts: Texts,
}

impl Backup {
    fn make() -> Result<Self> {
        let plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
        let made = fixtures::made(plan)?;
        Ok(Backup { sealed: fixtures::seal(&made)?, texts: Texts::of("en") })
    }

    /// The first share card's front, and the backup sheet.
    fn pages(&self, paper: Paper) -> Result<Vec<Page>> {
        let sheets = Sheets { texts: &self.texts, paper };
        let mut pages = self.sealed.share_card(&sheets, 1, false)?;
        pages.truncate(1);
        pages.extend(self.sealed.backup_sheet(&sheets)?);
        Ok(pages)
    }

    /// zbar reads the card's code from the first of these pictures, and all parts of the backup
    /// from the other ones.
    fn is_read_from(&self, pictures: &[Picture]) -> Result<()> {
        let (card, sheet) = pictures.split_first().context("no pages")?;
        let share = self.sealed.shares()[0].to_text();
        assert_eq!(card.codes()?, [share.as_str()]);
        let mut parts = Collector::default();
        for picture in sheet {
            // zbar misses a code now and then; whoever scans then takes another picture.
            for code in picture.codes()?.into_iter().chain(picture.half().codes()?) {
                parts.add(BackupPart::parse(&code)?)?;
            }
        }
        assert_eq!(parts.there(), self.sealed.parts()?.len(), "not every code was read");
        parts.join()?;
        Ok(())
    }
}

/// Prints all pages on a printer with which nothing goes wrong; what it received.
fn printed(device_id: &str, pages: &[Page]) -> Result<Vec<u8>> {
    let stand_in = StandIn::new(device_id)?;
    let mut events = Vec::new();
    stand_in.printer()?.print(pages, &mut |event| {
        events.push(event);
        Decision::GiveUp
    })?;
    let each = |page| [PrintEvent::Printing { page }, PrintEvent::Printed { page }];
    assert_eq!(events, (1..=pages.len()).flat_map(each).collect::<Vec<_>>());
    stand_in.received()
}

fn drawn(page: &Page, dpi: u32) -> Result<Picture> {
    let bitmap = Bitmap::draw(page, dpi)?;
    Ok(Picture {
        width: bitmap.width as usize,
        height: bitmap.height as usize,
        pixels: bitmap.pixels.to_vec(),
    })
}

/// Black is where the drawing says, and nowhere else, give or take `reach` pixels.
fn lands(pictures: &[Picture], pages: &[Page], dpi: u32, reach: usize) -> Result<()> {
    ensure!(pictures.len() == pages.len(), "{} pages of {}", pictures.len(), pages.len());
    for (picture, page) in pictures.iter().zip(pages) {
        let drawn = drawn(page, dpi)?;
        let same = |a: usize, b: usize| a.abs_diff(b) <= 1;
        ensure!(same(picture.width, drawn.width), "{picture:?}, not {drawn:?}");
        ensure!(page.paper().height().is_none() || same(picture.height, drawn.height), "{picture:?}");
        assert_eq!(
            (picture.astray(&drawn, reach), drawn.astray(picture, reach)),
            (0, 0),
            "{:?}",
            page.paper()
        );
    }
    Ok(())
}

#[test]
fn a_pcl_printer_prints_what_is_drawn_where_it_is_drawn() -> Result<()> {
    let backup = Backup::make()?;
    for (id, paper) in [(LASERJET, Paper::A4), (LASERJET, Paper::Letter), (LASERJET_WITH_PJL, Paper::A4)] {
        let pages = backup.pages(paper)?;
        let job = printed(id, &pages)?;
        ensure!(job.starts_with(b"\x1b%-12345X@PJL") == (id == LASERJET_WITH_PJL), "PJL for {id}");
        let pictures = pcl::decode(&job)?;
        lands(&pictures, &pages, 300, 0)?;
        backup.is_read_from(&pictures)?;
    }
    Ok(())
}

#[test]
fn a_receipt_printer_prints_what_is_drawn() -> Result<()> {
    let backup = Backup::make()?;
    for (paper, dots) in [(Paper::Receipt58, 384), (Paper::Receipt80, 576)] {
        let pages = backup.pages(paper)?;
        let receipts = escpos::decode(&printed(RECEIPTS, &pages)?, dots)?;
        lands(&receipts, &pages, 203, 0)?;
        backup.is_read_from(&receipts)?;
    }
    Ok(())
}

#[test]
fn a_postscript_printer_prints_what_is_drawn_where_it_is_drawn() -> Result<()> {
    let backup = Backup::make()?;
    for paper in [Paper::A4, Paper::Letter] {
        let pages = backup.pages(paper)?;
        let pictures = ghostscript(&printed(POSTSCRIPT, &pages)?)?;
        // PostScript paints each pixel that a path touches.
        lands(&pictures, &pages, 300, 2)?;
        backup.is_read_from(&pictures)?;
    }
    Ok(())
}

/// The pages that Ghostscript prints of PostScript, in 300 dots to an inch.
fn ghostscript(job: &[u8]) -> Result<Vec<Picture>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("job.ps");
    fs::write(&file, job)?;
    let options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pgmraw", "-r300"];
    let output = format!("-sOutputFile={}", folder.path().join("%d.pgm").display());
    let said = output_of(Command::new("gs").args(options).arg(output).arg(&file))?;
    ensure!(said.is_empty(), "{}", String::from_utf8_lossy(&said));
    let files = (1..).map(|page| folder.path().join(format!("{page}.pgm")));
    files.take_while(|file| file.exists()).map(|file| Picture::open(&file)).collect()
}

#[test]
fn a_printer_without_driver_prints_what_is_drawn() -> Result<()> {
    let backup = Backup::make()?;
    for commands in ["PWGRaster", "AppleRaster,JPEG"] {
        for paper in [Paper::A4, Paper::Letter] {
            // A file of either format is one job.
            let mut pictures = Vec::new();
            let pages = backup.pages(paper)?;
            for page in &pages {
                let id = format!("MFG:HP;MDL:Smart Tank 7000;CMD:{commands};");
                let (decoded, dpi) = raster::decode(&printed(&id, std::slice::from_ref(page))?)?;
                assert_eq!(dpi, 300);
                pictures.extend(decoded);
            }
            for (picture, page) in pictures.iter().zip(&pages) {
                ensure!(picture.pixels == drawn(page, 300)?.pixels, "{commands} on {paper:?}");
            }
            backup.is_read_from(&pictures)?;
        }
    }
    Ok(())
}

#[test]
fn a_pdf_printer_is_sent_a_pdf_of_each_page() -> Result<()> {
    let backup = Backup::make()?;
    let front = &backup.pages(Paper::A4)?[..1];
    let pdf = Pdf::of(&printed("MFG:HP;MDL:PageWide;CMD:PCLXL,PDF;", front)?)?;
    assert_eq!(zbarimg(&pdf.pictures(150)?[0])?, [backup.sealed.shares()[0].to_text().as_str()]);
    Ok(())
}

#[test]
fn between_two_pdf_files_a_job_ends_also_where_a_printer_tells_of_no_job_language() -> Result<()> {
    const END: &[u8] = b"\x1b%-12345X";
    let backup = Backup::make()?;
    let pages = backup.pages(Paper::A4)?;
    let sent = printed("MFG:HP;MDL:PageWide;CMD:PCLXL,PDF;", &pages)?;
    let starts = |mark: &[u8]| sent.windows(mark.len()).filter(|bytes| *bytes == mark).count();
    assert_eq!((starts(b"%PDF-"), starts(END)), (pages.len(), pages.len()));
    ensure!(sent.starts_with(b"%PDF-") && sent.ends_with(END));
    for at in (1..sent.len()).filter(|at| sent[*at..].starts_with(b"%PDF-")) {
        ensure!(sent[..at].ends_with(END), "two files with nothing between them");
    }
    Ok(())
}

#[test]
fn printers_are_listed_by_number_with_what_they_say_they_are() -> Result<()> {
    let stand_in = StandIn::new(RECEIPTS)?;
    for (name, id) in [("lp10", HOST_BASED), ("lp2", LASERJET_WITH_PJL)] {
        File::create(stand_in.folder.path().join("usb").join(name))?;
        let device = stand_in.folder.path().join("class").join(name).join("device");
        fs::create_dir_all(&device)?;
        fs::write(device.join("ieee1284_id"), id)?;
    }
    File::create(stand_in.folder.path().join("usb/hiddev0"))?;
    let printers = Printers::at(stand_in.folder.path().join("usb"), stand_in.folder.path().join("class"));
    let found: Vec<_> = printers
        .list()
        .iter()
        .map(|printer| (printer.name().to_owned(), printer.languages(), printer.is_receipt()))
        .collect();
    assert_eq!(
        found,
        [
            ("EPSON TM-T88V".to_owned(), vec![Language::EscPos], true),
            ("Hewlett-Packard hp LaserJet 1300".to_owned(), vec![Language::Pcl], false),
            ("Brother HL-2130 series".to_owned(), vec![], false),
        ]
    );
    assert!(Printers::at("/nowhere", "/nowhere").list().is_empty());
    Ok(())
}

#[test]
fn a_printer_that_speaks_nothing_we_know_is_named_with_what_it_speaks() -> Result<()> {
    let backup = Backup::make()?;
    let pages = backup.pages(Paper::A4)?;
    let stand_in = StandIn::new(HOST_BASED)?;
    let error = stand_in.printer()?.print(&pages, &mut |_| Decision::GiveUp).unwrap_err();
    assert_eq!(error.to_string(), "printer Brother HL-2130 series: unknown languages: PJL, HBP");
    assert!(stand_in.received()?.is_empty());
    // A sheet is not squeezed on a roll, nor a receipt put on a sheet.
    let receipts = StandIn::new(RECEIPTS)?;
    let error = receipts.printer()?.print(&pages, &mut |_| Decision::GiveUp).unwrap_err();
    assert!(matches!(error, PrintError::OtherPaper { paper: Paper::A4, .. }));
    assert!(receipts.received()?.is_empty());
    Ok(())
}

#[test]
fn out_of_paper_the_page_is_printed_again_whole_and_once() -> Result<()> {
    let backup = Backup::make()?;
    let pages = backup.pages(Paper::A4)?;
    for decision in [Decision::GoOn, Decision::Again] {
        let stand_in = StandIn::new(LASERJET)?;
        fs::remove_file(stand_in.device())?;
        symlink("/dev/full", stand_in.device())?;
        let mut stops = 0;
        stand_in.printer()?.print(&pages, &mut |event| {
            if let PrintEvent::Stopped { page, reason } = event {
                assert_eq!((page, reason), (1, Trouble::PaperOut));
                stops += 1;
                if stops == 3 {
                    stand_in.replace();
                }
            }
            decision
        })?;
        assert_eq!(stops, 3);
        lands(&pcl::decode(&stand_in.received()?)?, &pages, 300, 0)?;
    }
    Ok(())
}

#[test]
fn with_the_cable_pulled_the_page_is_printed_again() -> Result<()> {
    let backup = Backup::make()?;
    let pages = backup.pages(Paper::Letter)?;
    let stand_in = StandIn::new(LASERJET)?;
    let (mut first, mut events) = (Vec::new(), Vec::new());
    stand_in.printer()?.print(&pages, &mut |event| {
        match event {
            PrintEvent::Printing { page: 2 } => {
                first = stand_in.received().unwrap_or_default();
                fs::remove_file(stand_in.device()).ok();
            }
            PrintEvent::Stopped { .. } => stand_in.replace(),
            _ => (),
        }
        events.push(event);
        Decision::GoOn
    })?;
    assert_eq!(
        events,
        [
            PrintEvent::Printing { page: 1 },
            PrintEvent::Printed { page: 1 },
            PrintEvent::Printing { page: 2 },
            PrintEvent::Stopped { page: 2, reason: Trouble::Gone },
            PrintEvent::Printed { page: 2 },
        ]
    );
    let mut sheets = pcl::decode(&first)?;
    sheets.extend(pcl::decode(&stand_in.received()?)?);
    lands(&sheets, &pages, 300, 0)
}

#[test]
fn a_printer_that_takes_nothing_for_a_while_prints_the_page_once() -> Result<()> {
    let backup = Backup::make()?;
    let pages = backup.pages(Paper::A4)?;
    let mut fifo = Fifo::new(LASERJET)?;
    let mut stopped = Vec::new();
    let printer = fifo.stand_in.printer()?;
    printer.print(&pages, &mut |event| {
        if let PrintEvent::Stopped { reason, .. } = event {
            stopped.push(reason);
            if stopped.len() == 2 {
                fifo.read();
            }
        }
        Decision::GoOn
    })?;
    assert_eq!(stopped[..2], [Trouble::TakesNothing; 2]);
    lands(&pcl::decode(&fifo.received()?)?, &pages, 300, 0)
}

#[test]
fn a_page_printed_again_does_not_mix_with_the_part_that_the_printer_has() -> Result<()> {
    let backup = Backup::make()?;
    let pages = &backup.pages(Paper::A4)?[1..];
    let mut fifo = Fifo::new(LASERJET)?;
    let printer = fifo.stand_in.printer()?;
    printer.print(pages, &mut |event| {
        let first = matches!(event, PrintEvent::Stopped { .. }) && !fifo.is_read();
        if first {
            fifo.read();
        }
        // A reader that is slow for a moment is no reason to begin once more.
        if first { Decision::Again } else { Decision::GoOn }
    })?;
    let sheets = pcl::decode(&fifo.received()?)?;
    assert_eq!(sheets.len(), 2, "the part comes out as a sheet of its own");
    lands(&sheets[1..], pages, 300, 0)
}

#[test]
fn with_the_cable_pulled_in_the_middle_of_a_page_the_whole_page_is_printed() -> Result<()> {
    let backup = Backup::make()?;
    for (id, paper) in [(LASERJET, Paper::A4), (RECEIPTS, Paper::Receipt80)] {
        let pages = &backup.pages(paper)?[1..];
        let mut fifo = Fifo::new(id)?;
        let printer = fifo.stand_in.printer()?;
        let mut stopped = Vec::new();
        printer.print(pages, &mut |event| {
            if let PrintEvent::Stopped { reason, .. } = event {
                stopped.push(reason);
                if !fifo.pull() {
                    fifo.stand_in.replace();
                }
            }
            Decision::GoOn
        })?;
        assert_eq!(stopped, [Trouble::TakesNothing, Trouble::Gone]);
        let job = fifo.stand_in.received()?;
        let printed = if id == LASERJET { pcl::decode(&job)? } else { escpos::decode(&job, 576)? };
        lands(&printed, pages, if id == LASERJET { 300 } else { 203 }, 0)?;
    }
    Ok(())
}

#[test]
fn who_gives_up_learns_which_pages_are_printed() -> Result<()> {
    let backup = Backup::make()?;
    let pages = backup.pages(Paper::A4)?;
    let stand_in = StandIn::new(LASERJET)?;
    let error = stand_in.printer()?.print(&pages, &mut |event| {
        if event == (PrintEvent::Printing { page: 2 }) {
            fs::remove_file(stand_in.device()).ok();
        }
        Decision::GiveUp
    });
    assert_eq!(error.unwrap_err().to_string(), "printer HP LaserJet 2100: gone, given up after 1 of 2 pages");
    Ok(())
}
