//! PWG Raster and Apple raster: a page as rows of grey pixels, for the printers that need no driver.
//!
//! PWG 5102.4-2012, "PWG Raster Format". Apple publishes nothing on its own format, UNIRAST; its
//! header is that of CUPS (`cups/raster-stream.c`), its rows are coded as in the other one.

use zeroize::Zeroizing;

use super::runs::{Run, runs};
use crate::paper::{Bitmap, DrawError, Page, Paper};

/// Pixels to an inch of PWG Raster, which every printer of it takes.
const DPI: u32 = 300;
/// PWG 5102.4 § 4.3: the length of a page's header.
const HEADER: usize = 1796;
/// Its colour space sGray, 0 black to 255 white.
const SGRAY: u32 = 18;
/// Simplex and normal quality in Apple's header.
const SIMPLEX: u8 = 1;
const NORMAL: u8 = 4;

/// A page as one job in PWG Raster.
///
/// # Errors
/// [`DrawError`]; also for a receipt's roll, which has no name there.
pub(super) fn pwg(page: &Page) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    let name = match page.paper() {
        Paper::A4 => "iso_a4_210x297mm",
        Paper::Letter => "na_letter_8.5x11in",
        roll => return Err(DrawError(format!("{roll:?} in PWG Raster"))),
    };
    let picture = Bitmap::draw(page, DPI)?;
    let points = |millimetres: f32| (millimetres / 25.4 * 72.0).round() as u32;
    let mut header = [0; HEADER];
    let mut text = |at: usize, text: &str| header[at..at + text.len()].copy_from_slice(text.as_bytes());
    text(0, "PwgRaster");
    text(1732, name);
    // Table 2; what is not here is 0: simplex, portrait, any tray and kind of paper.
    for (at, number) in [
        (276, DPI), // HWResolution
        (280, DPI),
        (340, 1),                     // NumCopies
        (352, points(page.size().0)), // PageSize
        (356, points(page.size().1)),
        (372, picture.width),
        (376, picture.height),
        (384, 8),             // BitsPerColor
        (388, 8),             // BitsPerPixel
        (392, picture.width), // BytesPerLine
        (400, SGRAY),
        (420, 1),             // NumColors
        (452, 1),             // TotalPageCount
        (456, 1),             // CrossFeedTransform
        (460, 1),             // FeedTransform
        (472, picture.width), // ImageBoxRight
        (476, picture.height),
        (480, 0x00FF_FFFF), // AlternatePrimary: white
    ] {
        header[at..at + 4].copy_from_slice(&number.to_be_bytes());
    }
    let mut job = Zeroizing::new(b"RaS2".to_vec());
    job.extend_from_slice(&header);
    rows(&mut job, &picture);
    Ok(job)
}

/// A page as one job in Apple raster, with `dpi` pixels to an inch.
///
/// # Errors
/// [`DrawError`].
pub(super) fn apple(page: &Page, dpi: u32) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    let picture = Bitmap::draw(page, dpi)?;
    let mut job = Zeroizing::new(b"UNIRAST\0\0\0\0\x01".to_vec());
    // Bits to a pixel, grey, one side, quality; eight bytes for any kind of paper and tray.
    job.extend_from_slice(&[8, 0, SIMPLEX, NORMAL, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [picture.width, picture.height, dpi, 0, 0] {
        job.extend_from_slice(&number.to_be_bytes());
    }
    rows(&mut job, &picture);
    Ok(job)
}

/// PWG 5102.4 § 4.4: how many more rows are like this one, then the row: 0 to 127, then a pixel that
/// comes one more times; 257 less a number of pixels, then these.
fn rows(job: &mut Vec<u8>, picture: &Bitmap) {
    let mut rest = picture.pixels.chunks_exact(picture.width.max(1) as usize).peekable();
    while let Some(row) = rest.next() {
        let mut more = 0u8;
        while more < u8::MAX && rest.next_if_eq(&row).is_some() {
            more += 1;
        }
        job.push(more);
        for run in runs(row) {
            match run {
                Run::Repeated(pixel, times) => job.extend([times - 1, pixel]),
                Run::Different(pixels) => {
                    job.push(1u8.wrapping_sub(pixels.len() as u8));
                    job.extend_from_slice(pixels);
                }
            }
        }
    }
}
