//! ESC/POS: a page for a receipt printer.
//!
//! Epson, "ESC/POS Application Programming Guide" and its command reference.

use zeroize::Zeroizing;

use crate::paper::{Bitmap, DrawError, Page, Paper};

/// Dots to an inch: 8 to a millimetre.
const DPI: u32 = 203;
/// Rows in one command; cheap printers have room for few kilobytes.
pub(super) const BAND: usize = 128;
/// Bytes in a row of the widest roll.
pub(super) const WIDEST: usize = 72;

/// A page as one job.
///
/// # Errors
/// [`DrawError`]; also for a sheet of paper, which no receipt printer has.
pub(super) fn job(page: &Page) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    let dots = match page.paper() {
        Paper::Receipt58 => 384,
        Paper::Receipt80 => 8 * WIDEST as u32,
        sheet => return Err(DrawError(format!("{sheet:?} in ESC/POS"))),
    };
    let picture = Bitmap::draw(page, DPI)?.columns(0, dots);
    let rows: Vec<_> = picture.rows().collect();
    let mut job = Zeroizing::new(Vec::new());
    // ESC @: forget what was set before.
    job.extend_from_slice(b"\x1b@");
    for band in rows.chunks(BAND) {
        // GS v 0, m = 0 (as large as it is), bytes in a row, rows; both with the low byte first.
        job.extend_from_slice(b"\x1dv0\0");
        job.extend_from_slice(&((dots / 8) as u16).to_le_bytes());
        job.extend_from_slice(&(band.len() as u16).to_le_bytes());
        band.iter().for_each(|row| job.extend_from_slice(row));
    }
    // ESC d 4: past the edge where a printer without a cutter is torn off. GS V 66 0: feed to the
    // cutter, partial cut.
    job.extend_from_slice(b"\x1bd\x04\x1dVB\0");
    Ok(job)
}
