//! A receipt printer (Epson, "ESC/POS Command Reference").

use anyhow::{Result, bail, ensure};

use super::{Bytes, Picture};

/// Dots of one line at the default line spacing, 1/6 inch.
const LINE: usize = 30;

/// The receipts that are cut off, on a printer that prints this many dots side by side.
///
/// # Errors
/// If it would print something else than pictures, or one that is too wide, or the job breaks off.
pub fn decode(job: &[u8], dots: usize) -> Result<Vec<Picture>> {
    let mut bytes = Bytes(job);
    let mut receipts = Vec::new();
    let mut paper = Vec::new();
    while !bytes.is_empty() {
        if bytes.skip(b"\x1b@") || bytes.skip(b"\0") {
            continue;
        } else if bytes.skip(b"\x1bd") {
            paper.resize(paper.len() + usize::from(bytes.byte()?) * LINE * dots, 255);
        } else if bytes.skip(b"\x1dv0") {
            ensure!(matches!(bytes.byte()?, 0 | 48), "a picture in another size");
            let mut number =
                || -> Result<usize> { Ok(usize::from(bytes.byte()?) + 256 * usize::from(bytes.byte()?)) };
            let (width, height) = (number()?, number()?);
            ensure!(width * 8 <= dots && height <= 2303, "a picture of {width} bytes x {height}");
            for _ in 0..height {
                let row = bytes.take(width)?;
                let pixels = row.iter().flat_map(|byte| (0..8).map(move |bit| byte >> (7 - bit) & 1));
                let end = paper.len() + dots;
                paper.extend(pixels.map(|bit| if bit == 1 { 0 } else { 255 }));
                paper.resize(end, 255);
            }
        } else if bytes.skip(b"\x1dVB") {
            bytes.byte()?;
            let pixels = std::mem::take(&mut paper);
            receipts.push(Picture { width: dots, height: pixels.len() / dots, pixels });
        } else {
            bail!("prints the character {}", bytes.byte()?.escape_ascii());
        }
    }
    ensure!(paper.is_empty(), "a receipt is not cut off");
    Ok(receipts)
}
