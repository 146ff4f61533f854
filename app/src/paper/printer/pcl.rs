//! PCL 5: a page as raster graphics, the part of the language that every PCL 5 printer has.
//!
//! HP, "PCL 5 Printer Language Technical Reference Manual" (5961-0509), chapters 4, 5 and 15.

use std::io::Write;

use zeroize::Zeroizing;

use super::runs::{Run, runs};
use crate::paper::{Bitmap, DrawError, Page, Paper};

/// Dots to an inch; the resolution that they all have.
const DPI: u32 = 300;
/// Bytes of a row at the most: a byte more for each 128 if nothing can be packed.
pub(super) const LONGEST_ROW: usize = 304;

/// A paper as PCL sees it, in portrait at 300 dots to an inch (figure 2-3, "Logical page and
/// printable area boundaries").
struct Sheet {
    /// Its number in the command Page Size.
    size: u8,
    /// Dots from the paper's left edge to the logical page's, where the raster begins.
    left: u32,
    /// Dots from there to the logical page's right edge.
    width: u32,
}

/// A page as one job.
///
/// # Errors
/// [`DrawError`]; also for a receipt's roll, which no PCL printer has.
pub(super) fn job(page: &Page) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    let Sheet { size, left, width } = match page.paper() {
        Paper::A4 => Sheet { size: 26, left: 71, width: 2338 },
        Paper::Letter => Sheet { size: 2, left: 75, width: 2400 },
        roll => return Err(DrawError(format!("{roll:?} in PCL"))),
    };
    let picture = Bitmap::draw(page, DPI)?.columns(left, width);
    let mut job = Zeroizing::new(Vec::new());
    // Printer Reset; Page Size, portrait, simplex, 1 copy, no Perforation Skip, Top Margin 0: the raster's first row is
    // the paper's, for the logical page is as high as the paper.
    write!(job, "\x1bE\x1b&l{size}a0o0s1x0l0E")?;
    // The cursor to the logical page's corner; resolution; the raster keeps to the page's
    // orientation, has this width, begins at the cursor; PackBits.
    write!(job, "\x1b*p0x0Y\x1b*t{DPI}R\x1b*r0f{width}s1A\x1b*b2M")?;
    let mut blank = 0;
    for row in picture.rows() {
        let used = row.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        if used == 0 {
            blank += 1;
            continue;
        }
        if blank > 0 {
            write!(job, "\x1b*b{blank}Y")?;
            blank = 0;
        }
        let packed = pack(&row[..used]);
        write!(job, "\x1b*b{}W", packed.len())?;
        job.extend_from_slice(&packed);
    }
    // End Raster Graphics, eject the page, Printer Reset.
    job.extend_from_slice(b"\x1b*rB\x0c\x1bE");
    Ok(job)
}

/// Compression method 2, "TIFF rev. 4.0": 0 to 127, then one more bytes than that, as they are; -1
/// to -127, then a byte that comes one more times.
fn pack(row: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut packed = Zeroizing::new(Vec::with_capacity(row.len()));
    for run in runs(row) {
        match run {
            Run::Repeated(byte, times) => packed.extend([1u8.wrapping_sub(times), byte]),
            Run::Different(bytes) => {
                packed.push((bytes.len() - 1) as u8);
                packed.extend_from_slice(bytes);
            }
        }
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the manual's section on the compression method.
    #[test]
    fn a_row_is_packed_as_the_manual_says() {
        assert_eq!(*pack(b"UUUUATT"), [0xFD, b'U', 0, b'A', 0xFF, b'T']);
        assert_eq!(*pack(b"ABC"), [2, b'A', b'B', b'C']);
    }
}
