//! PWG Raster (PWG 5102.4-2012) and Apple raster, in 8 bits of grey.

use anyhow::{Result, bail, ensure};

use super::{Bytes, Picture};

/// A file's pages, and the resolution that they all have.
///
/// # Errors
/// If it is neither of the two, or not in grey, or asks for both sides, or breaks off.
pub fn decode(job: &[u8]) -> Result<(Vec<Picture>, u32)> {
    let mut bytes = Bytes(job);
    let mut pages = Vec::new();
    let mut resolution = 0;
    let apple = bytes.skip(b"UNIRAST\0");
    if apple {
        ensure!(number(bytes.take(4)?, 0) == 1, "not one page");
    } else {
        ensure!(bytes.skip(b"RaS2"), "no raster");
    }
    while !bytes.is_empty() {
        let (width, height, dpi) = if apple {
            let header = bytes.take(32)?;
            ensure!(header[..3] == [8, 0, 1], "not 8 bits of grey on one side");
            (number(header, 12), number(header, 16), number(header, 20))
        } else {
            pwg_header(bytes.take(1796)?)?
        };
        resolution = dpi;
        pages.push(rows(&mut bytes, width as usize, height as usize)?);
    }
    Ok((pages, resolution))
}

fn number(header: &[u8], at: usize) -> u32 {
    header[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// § 4.3, table 1: a page's width, height and resolution.
fn pwg_header(header: &[u8]) -> Result<(u32, u32, u32)> {
    let at = |offset| number(header, offset);
    ensure!(header.starts_with(b"PwgRaster\0"), "no PWG Raster");
    ensure!(at(272) == 0 && at(344) == 0, "not simplex in portrait");
    ensure!(at(276) == at(280), "two resolutions");
    let (width, height, dpi) = (at(372), at(376), at(276));
    let [bits, pixel, line, order, space, colors] = [384, 388, 392, 396, 400, 420].map(at);
    ensure!([bits, pixel, line, order, space, colors] == [8, 8, width, 0, 18, 1], "not 8 bits of sGray");
    ensure!(at(456) == 1 && at(460) == 1, "mirrored");
    let points = |pixels: u32| (f64::from(pixels) * 72.0 / f64::from(dpi)).round() as u32;
    ensure!((at(352), at(356)) == (points(width), points(height)), "another size in points");
    let name = String::from_utf8_lossy(&header[1732..]).trim_end_matches('\0').to_owned();
    let expected = if at(352) == 612 { "na_letter_8.5x11in" } else { "iso_a4_210x297mm" };
    ensure!(name == expected, "the paper {name}");
    Ok((width, height, dpi))
}

/// § 4.4.
fn rows(bytes: &mut Bytes<'_>, width: usize, height: usize) -> Result<Picture> {
    let mut pixels = Vec::with_capacity(width * height);
    while pixels.len() < width * height {
        let times = 1 + usize::from(bytes.byte()?);
        let mut row = Vec::with_capacity(width);
        while row.len() < width {
            match bytes.byte()? {
                count @ 0..=127 => {
                    let pixel = bytes.byte()?;
                    row.resize(row.len() + 1 + usize::from(count), pixel);
                }
                128 => bail!("a count of 128"),
                count => row.extend(bytes.take(257 - usize::from(count))?),
            }
        }
        ensure!(row.len() == width, "a row of {} pixels", row.len());
        pixels.extend(row.repeat(times));
    }
    ensure!(pixels.len() == width * height, "more rows than {height}");
    Ok(Picture { width, height, pixels })
}
