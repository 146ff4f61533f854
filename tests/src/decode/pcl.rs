//! A PCL 5 printer, as far as raster graphics go (HP, "PCL 5 Printer Language Technical Reference
//! Manual", part I).

use anyhow::{Context, Result, bail, ensure};

use super::{Bytes, Picture};

const UEL: &[u8] = b"\x1b%-12345X";
/// The printer's resolution; other ones are not asked for.
const DPI: i32 = 300;
/// Top margin after a reset, half an inch (chapter 5, "Top Margin").
const TOP_MARGIN: i32 = 150;

/// The state between Printer Resets.
struct Printer {
    /// The paper, and how far its logical page is to the right (figure 2-3).
    paper: (Picture, i32),
    top_margin: i32,
    cursor: (i32, i32),
    compression: i32,
    resolution: i32,
    width: Option<i32>,
    /// The column at which raster graphics began, while they last.
    raster: Option<i32>,
    used: bool,
    simplex: bool,
}

impl Printer {
    fn reset() -> Self {
        let paper = letter();
        Printer {
            paper,
            top_margin: TOP_MARGIN,
            cursor: (0, TOP_MARGIN),
            compression: 0,
            resolution: 75,
            width: None,
            raster: None,
            used: false,
            simplex: false,
        }
    }
}

fn letter() -> (Picture, i32) {
    (Picture::white(2550, 3300), 75)
}

/// The sheets that come out.
///
/// # Errors
/// If a printer would print something else than graphics, or on both sides, or the job breaks off.
pub fn decode(job: &[u8]) -> Result<Vec<Picture>> {
    let mut bytes = Bytes(job);
    let mut printer = Printer::reset();
    let mut sheets = Vec::new();
    while !bytes.is_empty() {
        if bytes.skip(UEL) {
            pjl(&mut bytes)?;
            continue;
        }
        match bytes.byte()? {
            0 => (), // NUL prints nothing
            0x0C => eject(&mut printer, &mut sheets),
            0x1B => match bytes.byte()? {
                0 => (),
                b'E' => {
                    eject(&mut printer, &mut sheets);
                    printer = Printer::reset();
                }
                parameterized @ b'!'..=b'/' => command(parameterized, &mut bytes, &mut printer)?,
                other => bail!("ESC {}", other.escape_ascii()),
            },
            text => bail!("prints the character {}", text.escape_ascii()),
        }
    }
    ensure!(!printer.used, "a sheet stays in the printer");
    Ok(sheets)
}

/// After UEL: lines of PJL up to the one that names the language.
fn pjl(bytes: &mut Bytes<'_>) -> Result<()> {
    while bytes.skip(b"@PJL") {
        let end = bytes.0.iter().position(|b| *b == b'\n').context("a line without an end")?;
        let line = String::from_utf8(bytes.take(end + 1)?.to_vec())?;
        if let Some(language) = line.trim().strip_prefix("ENTER LANGUAGE=") {
            ensure!(language == "PCL", "enters {language}");
            return Ok(());
        }
    }
    Ok(())
}

fn eject(printer: &mut Printer, sheets: &mut Vec<Picture>) {
    if printer.used {
        let blank = Picture::white(printer.paper.0.width, printer.paper.0.height);
        sheets.push(std::mem::replace(&mut printer.paper.0, blank));
    }
    printer.used = false;
    printer.raster = None;
    printer.cursor = (0, printer.top_margin);
}

/// ESC, a parameterized and a group character, then values each with a character; a lower case one
/// says that another follows (chapter 1, "Combining Escape Sequences").
fn command(parameterized: u8, bytes: &mut Bytes<'_>, printer: &mut Printer) -> Result<()> {
    let group = bytes.byte()?;
    if group == 0 {
        return Ok(());
    }
    loop {
        let mut value = String::new();
        let character = loop {
            match bytes.byte()? {
                digit @ (b'0'..=b'9' | b'-' | b'+' | b'.') => value.push(digit.into()),
                // What belongs to no command ends it.
                0 => return Ok(()),
                other => break other,
            }
        };
        let value: i32 = if value.is_empty() { 0 } else { value.parse()? };
        obey([parameterized, group, character.to_ascii_uppercase()], value, bytes, printer)?;
        if character.is_ascii_uppercase() {
            return Ok(());
        }
    }
}

fn obey(command: [u8; 3], value: i32, bytes: &mut Bytes<'_>, printer: &mut Printer) -> Result<()> {
    match &command {
        b"&lA" => {
            ensure!(!printer.used, "another paper in the middle of a page");
            printer.paper = match value {
                2 => letter(),
                26 => (Picture::white(2480, 3508), 71),
                other => bail!("paper {other}"),
            };
        }
        b"&lO" => ensure!(value == 0, "orientation {value}"),
        b"&lS" => printer.simplex = value == 0,
        b"&lX" => ensure!(value == 1, "{value} copies"),
        b"&lL" => ensure!(value == 0, "perforation skip {value}"),
        b"&lE" => {
            printer.top_margin = value * 50; // lines, six to an inch
            printer.cursor.1 = printer.top_margin;
        }
        b"*pX" => printer.cursor.0 = value,
        b"*pY" => printer.cursor.1 = printer.top_margin + value,
        b"*tR" => printer.resolution = value,
        b"*rF" => ensure!(value == 0, "presentation {value}"),
        b"*rS" => printer.width = Some(value),
        b"*rA" => {
            ensure!(printer.resolution == DPI && printer.simplex, "the printer is not set up");
            printer.raster = Some(if value == 1 { printer.cursor.0 } else { 0 });
        }
        b"*bM" => printer.compression = value,
        b"*bY" => printer.cursor.1 += value,
        b"*bW" => {
            let data = bytes.take(usize::try_from(value)?)?;
            row(printer, data)?;
        }
        b"*rB" | b"*rC" => printer.raster = None,
        other => bail!("ESC {}", other.escape_ascii()),
    }
    Ok(())
}

fn row(printer: &mut Printer, data: &[u8]) -> Result<()> {
    let left = printer.raster.context("a row outside of raster graphics")? + printer.paper.1;
    ensure!(printer.compression == 2, "compression {}", printer.compression);
    let paper = &mut printer.paper.0;
    let logical = i32::try_from(paper.width)? - 2 * printer.paper.1;
    let width = printer.width.unwrap_or(logical).min(logical);
    let y = usize::try_from(printer.cursor.1)?;
    ensure!(y < paper.height, "a row beneath the page");
    let bits = packbits(data)?;
    ensure!(bits.len() * 8 < usize::try_from(width)? + 8, "a row of {} bytes", bits.len());
    for (i, byte) in bits.iter().enumerate() {
        for bit in (0..8).filter(|bit| byte >> (7 - bit) & 1 == 1) {
            let x = usize::try_from(left)? + i * 8 + bit;
            ensure!(x < usize::try_from(left + width)?, "a dot beside the logical page");
            paper.pixels[y * paper.width + x] = 0;
        }
    }
    printer.used = true;
    printer.cursor.1 += 1;
    Ok(())
}

/// Chapter 15, "TIFF Encoding (Method 2)". A row that broke off is printed as far as it goes.
fn packbits(data: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Bytes(data);
    let mut row = Vec::new();
    while !bytes.is_empty() {
        match bytes.byte()? as i8 {
            -128 => (),
            count @ -127..=-1 => {
                let Ok(byte) = bytes.byte() else { break };
                row.extend(std::iter::repeat_n(byte, 1 + usize::from(count.unsigned_abs())));
            }
            count => {
                let length = 1 + usize::from(count.unsigned_abs());
                row.extend(bytes.take(length.min(bytes.0.len()))?);
            }
        }
    }
    Ok(row)
}
