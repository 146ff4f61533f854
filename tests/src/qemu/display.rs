//! What the computer's display shows, pixel by pixel.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Around what is kept of a picture.
const MARGIN: usize = 8;

/// A picture of the display.
#[derive(Clone, PartialEq, Eq)]
pub struct Display {
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// Red, green and blue of each pixel, row by row.
    pixels: Vec<[u8; 3]>,
}

impl std::fmt::Debug for Display {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Display({} x {})", self.width, self.height)
    }
}

impl Display {
    /// From these pixels, row by row.
    ///
    /// # Errors
    /// If they are no rectangle.
    pub fn new(width: usize, height: usize, pixels: Vec<[u8; 3]>) -> Result<Self> {
        ensure!(width > 0 && height > 0 && width * height == pixels.len(), "no picture");
        Ok(Display { width, height, pixels })
    }

    /// From what QEMU writes: a PPM of the raw kind with eight bits for each colour (`ppm(5)`).
    ///
    /// # Errors
    /// If it is none.
    pub fn from_ppm(file: &[u8]) -> Result<Self> {
        let mut rest = file;
        let mut word = || {
            let begin = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
            let length = rest[begin..].iter().position(u8::is_ascii_whitespace)?;
            let word = rest.get(begin..begin + length);
            // One blank after it belongs to it.
            rest = rest.get(begin + length + 1..)?;
            std::str::from_utf8(word?).ok()
        };
        let header = [word(), word(), word(), word()];
        let [Some("P6"), Some(width), Some(height), Some("255")] = header else {
            anyhow::bail!("not the picture that was expected: {header:?}")
        };
        let (pixels, _) = rest.as_chunks::<3>();
        Display::new(width.parse()?, height.parse()?, pixels.to_vec())
    }

    /// The colour of a pixel; black outside.
    pub fn at(&self, x: usize, y: usize) -> [u8; 3] {
        if x >= self.width {
            return [0; 3];
        }
        self.pixels.get(y * self.width + x).copied().unwrap_or_default()
    }

    /// Whether nothing is lit.
    pub fn is_dark(&self) -> bool {
        self.pixels.iter().all(|pixel| *pixel == [0; 3])
    }

    /// The part of it where something is, with a margin.
    ///
    /// # Errors
    /// If nothing is lit.
    pub fn used(&self) -> Result<Display> {
        let lit = |x: usize, y: usize| self.at(x, y) != [0; 3];
        let columns = |x: &usize| (0..self.height).any(|y| lit(*x, y));
        let rows = |y: &usize| (0..self.width).any(|x| lit(x, *y));
        let dark = || "nothing is on the display";
        let right = (0..self.width).rev().find(columns).with_context(dark)?;
        let lower = (0..self.height).rev().find(rows).with_context(dark)?;
        let (width, height) = ((right + 1 + MARGIN).min(self.width), (lower + 1 + MARGIN).min(self.height));
        // From the corner, so that pictures of one screen after the other lie upon each other.
        let pixels = self.pixels.chunks(self.width).take(height).flat_map(|row| row[..width].iter().copied());
        Display::new(width, height, pixels.collect())
    }

    /// Writes it down as PNG.
    ///
    /// # Errors
    /// What the system says.
    pub fn save(&self, file: &Path) -> Result<()> {
        let writer = BufWriter::new(File::create(file)?);
        let mut encoder = png::Encoder::new(writer, self.width.try_into()?, self.height.try_into()?);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        Ok(encoder.write_header()?.write_image_data(self.pixels.as_flattened())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_qemu_writes_is_read() {
        let display = Display::from_ppm(b"P6\n2 1\n255\n\x01\x02\x03\n \t").unwrap();
        assert_eq!((display.width, display.height), (2, 1));
        assert_eq!((display.at(0, 0), display.at(1, 0)), ([1, 2, 3], [10, 32, 9]));
        assert!(Display::from_ppm(b"P6\n2 1\n255\n\x01\x02").is_err());
        assert!(Display::from_ppm(b"P5\n2 1\n255\n\x01\x02").is_err());
        assert!(Display::from_ppm(b"").is_err());
    }

    #[test]
    fn the_used_part_reaches_from_the_corner_to_the_last_lit_pixel() {
        let mut pixels = vec![[0; 3]; 40 * 30];
        pixels[5 * 40 + 10] = [255; 3];
        let display = Display::new(40, 30, pixels).unwrap();
        let used = display.used().unwrap();
        assert_eq!((used.width, used.height), (11 + MARGIN, 6 + MARGIN));
        assert_eq!(used.at(10, 5), [255; 3]);
        assert!(Display::new(4, 3, vec![[0; 3]; 12]).unwrap().used().is_err());
    }
}
