//! What a printer makes of a job: small decoders, written from the languages' manuals, not from our
//! encoders. What a manual does not allow, or no test expects, is an error.

pub mod escpos;
pub mod pcl;
pub mod raster;

use anyhow::{Context, Result};

use crate::paper::{pgm, read_by_both};

/// What was printed: 0 black to 255 white, row by row.
#[derive(Clone)]
pub struct Picture {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// `width * height` of them.
    pub pixels: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

impl Picture {
    /// Paper.
    pub fn white(width: usize, height: usize) -> Self {
        Picture { width, height, pixels: vec![255; width * height] }
    }

    /// Of a PGM file.
    ///
    /// # Errors
    /// If it is none.
    pub fn open(file: &std::path::Path) -> Result<Self> {
        let (width, height, pixels) = pgm(file)?;
        Ok(Picture { width, height, pixels })
    }

    /// Whether a pixel is black; outside nothing is.
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.height && self.pixels[y * self.width + x] < 128
    }

    /// How many pixels are black here while there nothing is black within `reach` of them.
    pub fn astray(&self, there: &Picture, reach: usize) -> usize {
        let near = |x: usize, y: usize| {
            let rows = y.saturating_sub(reach)..=y + reach;
            rows.into_iter().any(|y| (x.saturating_sub(reach)..=x + reach).any(|x| there.is_black(x, y)))
        };
        let black = (0..self.pixels.len()).filter(|at| self.pixels[*at] < 128);
        black.filter(|at| !near(at % self.width, at / self.width)).count()
    }

    /// The codes that zbar and our own reader read from it.
    ///
    /// # Errors
    /// If there is no room for the picture, or no zbar.
    pub fn codes(&self) -> Result<Vec<String>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("page.pgm");
        let mut bytes = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        bytes.extend(&self.pixels);
        std::fs::write(&file, bytes)?;
        read_by_both(&file)
    }

    /// As seen from twice as far.
    pub fn half(&self) -> Picture {
        let mut half = Picture::white(self.width / 2, self.height / 2);
        for (at, pixel) in half.pixels.iter_mut().enumerate() {
            let (x, y) = (at % half.width * 2, at / half.width * 2);
            let four = [(0, 0), (1, 0), (0, 1), (1, 1)];
            let sum: u32 =
                four.iter().map(|(i, j)| u32::from(self.pixels[(y + j) * self.width + x + i])).sum();
            *pixel = (sum / 4) as u8;
        }
        half
    }
}

/// The bytes of a job, from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("the job breaks off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// Whether it goes on like this; if so, that is taken.
    fn skip(&mut self, prefix: &[u8]) -> bool {
        let found = self.0.strip_prefix(prefix);
        self.0 = found.unwrap_or(self.0);
        found.is_some()
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
