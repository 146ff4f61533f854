//! Paper as somebody else's programs see it: Poppler draws it, zbar reads its codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use coldspare::paper::Picture;
use tempfile::TempDir;

/// What a program writes; an error if it fails.
///
/// # Errors
/// The program's own words.
pub fn output_of(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

/// A PDF file, in a folder that goes with it.
#[derive(Debug)]
pub struct Pdf {
    folder: TempDir,
}

impl Pdf {
    /// Of these bytes.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn of(bytes: &[u8]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("pages.pdf"), bytes)?;
        Ok(Pdf { folder })
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("pages.pdf")
    }

    /// Its pages as grey pictures (PGM), drawn by Poppler.
    ///
    /// # Errors
    /// If `pdftoppm` fails.
    pub fn pictures(&self, dpi: u32) -> Result<Vec<PathBuf>> {
        let stem = self.folder.path().join(format!("at-{dpi}"));
        output_of(
            Command::new("pdftoppm").args(["-gray", "-r", &dpi.to_string()]).arg(self.file()).arg(&stem),
        )?;
        let name = format!("at-{dpi}-");
        let files = fs::read_dir(self.folder.path())?.map(|entry| Ok(entry?.path()));
        let mut pictures = files.collect::<Result<Vec<_>>>()?;
        pictures.retain(|path| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(&name)));
        pictures.sort();
        Ok(pictures)
    }

    /// The text of one page (from 1), in the order in which it is written on it.
    ///
    /// # Errors
    /// If `pdftotext` fails.
    pub fn text(&self, page: usize) -> Result<String> {
        let page = page.to_string();
        let arguments = ["-raw", "-f", &page, "-l", &page];
        let text = output_of(Command::new("pdftotext").args(arguments).arg(self.file()).arg("-"))?;
        Ok(String::from_utf8(text)?)
    }

    /// Each word of one page (from 1) and where it stands.
    ///
    /// # Errors
    /// If `pdftotext` fails, or says something unexpected.
    pub fn words(&self, page: usize) -> Result<Vec<Word>> {
        let page = page.to_string();
        let arguments = ["-bbox", "-f", &page, "-l", &page];
        let xml = output_of(Command::new("pdftotext").args(arguments).arg(self.file()).arg("-"))?;
        let xml = String::from_utf8(xml)?;
        xml.lines().filter(|line| line.trim_start().starts_with("<word ")).map(Word::parse).collect()
    }
}

/// A word on a page; places are points from the top left.
#[derive(Debug)]
pub struct Word {
    /// What it says, in XML's escapes.
    pub text: String,
    /// Left, top, right, bottom.
    pub place: [f64; 4],
}

impl Word {
    fn parse(line: &str) -> Result<Self> {
        let fields: Vec<&str> = line.split('"').collect();
        let [_, left, _, top, _, right, _, bottom, rest] = fields[..] else { bail!("no word: {line}") };
        let text = rest.trim_start_matches('>').trim_end_matches("</word>");
        let place = [left, top, right, bottom].map(str::parse::<f64>);
        let [Ok(left), Ok(top), Ok(right), Ok(bottom)] = place else { bail!("no place: {line}") };
        Ok(Word { text: text.into(), place: [left, top, right, bottom] })
    }

    /// By how much two words lie over each other, in points: the smaller of width and height.
    pub fn overlap(&self, other: &Word) -> f64 {
        let ([a, b, c, d], [e, f, g, h]) = (self.place, other.place);
        (c.min(g) - a.max(e)).min(d.min(h) - b.max(f))
    }
}

/// The codes that zbar reads from a picture, in any order.
///
/// # Errors
/// If `zbarimg` cannot read the file.
pub fn zbarimg(picture: &Path) -> Result<Vec<String>> {
    let arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"];
    let output = Command::new("zbarimg").args(arguments).arg(picture).output()?;
    // Status 4: there is no code.
    ensure!(matches!(output.status.code(), Some(0 | 4)), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect())
}

/// The same, after our own reader has found at least as much in it.
///
/// # Errors
/// If it has missed something, or `zbarimg` cannot read the file.
pub fn read_by_both(picture: &Path) -> Result<Vec<String>> {
    let (width, height, pixels) = pgm(picture)?;
    let ours = Picture::from_grey(width, height, pixels)?.codes(|_| true);
    let zbar = zbarimg(picture)?;
    for code in &zbar {
        ensure!(ours.iter().any(|read| **read == *code), "missed in {}: {code}", picture.display());
    }
    Ok(zbar)
}

/// A grey picture (PGM, P5): width, height, pixels.
///
/// # Errors
/// If it is none.
pub fn pgm(file: &Path) -> Result<(usize, usize, Vec<u8>)> {
    let bytes = fs::read(file)?;
    // Ghostscript says in a comment, the second line, that it was it.
    let comment = bytes.strip_prefix(b"P5\n#").and_then(|rest| rest.iter().position(|b| *b == b'\n'));
    let header = comment.map_or(0, |end| end + 4);
    let mut fields = bytes[header..].splitn(4, |b| b.is_ascii_whitespace());
    let mut next = || fields.next().context("too short");
    ensure!(bytes.starts_with(b"P5"), "no PGM");
    next()?;
    let number = |field: &[u8]| -> Result<usize> { Ok(std::str::from_utf8(field)?.parse()?) };
    let (width, height) = (number(next()?)?, number(next()?)?);
    let rest = next()?;
    let pixels = rest.splitn(2, |b| b.is_ascii_whitespace()).nth(1).context("no pixels")?;
    ensure!(pixels.len() == width * height, "{} pixels", pixels.len());
    Ok((width, height, pixels.to_vec()))
}
