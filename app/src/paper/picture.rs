//! Reading codes back: a picture of a sheet, from a scanner's file or a camera's frame, and the QR
//! codes (ISO/IEC 18004) in it.

use std::io::Cursor;

use png::{ColorType, Transformations};
use zeroize::Zeroizing;

use super::finder::Contrast;
use super::symbol;

/// The largest picture that is taken: a sheet of A4 at 600 dpi has 35 million pixels, a telephone's
/// camera up to 50.
const MOST_PIXELS: usize = 64_000_000;
/// What is searched at once has at most so many: a sheet of A4 at 300 dpi. A larger picture is reduced.
const SEARCHED_PIXELS: usize = 9_000_000;
/// How dark is dark, in 16ths of what is round it: everything but bare paper, or ink alone.
const PALE: u32 = 15;
const DARK: u32 = 10;

/// A grey picture, 0 black to 255 white, row by row from the top. It may show a secret.
#[derive(Clone)]
pub struct Picture {
    width: usize,
    height: usize,
    /// `width * height` of them.
    pixels: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

/// What is not a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Another kind of file, or a damaged one.
    #[error("the file is not a whole PNG picture ({0}). Save or scan the picture again, as PNG")]
    NotPng(String),
    /// Too many pixels.
    #[error(
        "the picture is too large: {width} x {height} pixels. Scan the sheet again at 300 dpi, or save the picture smaller"
    )]
    TooLarge {
        /// Pixels in a row.
        width: usize,
        /// Rows.
        height: usize,
    },
    /// A frame of the wrong length.
    #[error("the camera's frame has {found} bytes instead of {expected}. Try again, or use another camera")]
    Length {
        /// What came.
        found: usize,
        /// What width and height ask for.
        expected: usize,
    },
}

impl Picture {
    /// Of grey pixels, a byte each.
    ///
    /// # Errors
    /// [`PictureError::Length`], [`PictureError::TooLarge`].
    pub fn from_grey(width: usize, height: usize, pixels: Vec<u8>) -> Result<Self, PictureError> {
        let pixels = Zeroizing::new(pixels);
        let expected = area(width, height)?;
        if pixels.len() != expected {
            return Err(PictureError::Length { found: pixels.len(), expected });
        }
        Ok(Picture { width, height, pixels })
    }

    /// Of a camera's frame in YUYV (`YUY2` of the USB Video Class): two bytes a pixel, of which the
    /// first is its brightness.
    ///
    /// # Errors
    /// [`PictureError::Length`], [`PictureError::TooLarge`].
    pub fn from_yuyv(width: usize, height: usize, frame: &[u8]) -> Result<Self, PictureError> {
        let expected = area(width, height)? * 2;
        if frame.len() != expected {
            return Err(PictureError::Length { found: frame.len(), expected });
        }
        let pixels = Zeroizing::new(frame.iter().step_by(2).copied().collect());
        Ok(Picture { width, height, pixels })
    }

    /// Of a PNG file of any kind. What is transparent is white, as paper is.
    ///
    /// # Errors
    /// [`PictureError::NotPng`], [`PictureError::TooLarge`].
    pub fn from_png(file: &[u8]) -> Result<Self, PictureError> {
        let not_png = |e: png::DecodingError| PictureError::NotPng(e.to_string());
        let mut decoder = png::Decoder::new(Cursor::new(file));
        // Everything becomes eight bits of grey or of each colour, with or without transparency.
        decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
        let mut reader = decoder.read_info().map_err(not_png)?;
        let (width, height) = (reader.info().width as usize, reader.info().height as usize);
        // Before there is room made for it: a file of a few bytes can say that it is huge.
        let area = area(width, height)?;
        let size = reader.output_buffer_size().ok_or(PictureError::TooLarge { width, height })?;
        let mut samples = Zeroizing::new(vec![0; size]);
        reader.next_frame(&mut samples).map_err(not_png)?;
        let grey = |rgb: &[u8]| {
            // The brightness of ITU-R BT.601, in 256ths.
            let [r, g, b] = [rgb[0], rgb[1], rgb[2]].map(u32::from);
            ((77 * r + 150 * g + 29 * b) >> 8) as u8
        };
        let over_white = |grey: u8, alpha: u8| 255 - (u32::from(255 - grey) * u32::from(alpha) / 255) as u8;
        let mut pixels = Zeroizing::new(Vec::with_capacity(area));
        match reader.output_color_type().0 {
            ColorType::Grayscale | ColorType::Indexed => pixels.extend_from_slice(&samples),
            ColorType::GrayscaleAlpha => {
                pixels.extend(samples.chunks_exact(2).map(|s| over_white(s[0], s[1])));
            }
            ColorType::Rgb => pixels.extend(samples.chunks_exact(3).map(grey)),
            ColorType::Rgba => pixels.extend(samples.chunks_exact(4).map(|s| over_white(grey(s), s[3]))),
        }
        if pixels.len() != area {
            return Err(PictureError::NotPng("it ends too soon".into()));
        }
        Ok(Picture { width, height, pixels })
    }

    /// Pixels in a row, and rows.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The texts of all codes that can be read, each once: tried from quick to thorough, until a
    /// thorough attempt adds none.
    pub fn codes(&self) -> Vec<Zeroizing<String>> {
        let times = (1..).find(|n| self.pixels.len() / (n * n) <= SEARCHED_PIXELS).unwrap_or(1);
        let reduced = (times > 1).then(|| self.reduced(times));
        let picture = reduced.as_ref().unwrap_or(self);
        // What each was added for: `tests/system/paper_reading.rs`.
        let attempts: [&dyn Fn() -> Vec<Zeroizing<String>>; 4] = [
            &|| picture.search(PALE),
            // Stains and shadows.
            &|| picture.search(DARK),
            // Speckle.
            &|| picture.median().search(PALE),
            // Modules of two or three pixels.
            &|| {
                if picture.pixels.len() > SEARCHED_PIXELS / 4 {
                    Vec::new()
                } else {
                    picture.enlarged().search(PALE)
                }
            },
        ];
        let mut codes = Vec::new();
        for attempt in attempts {
            let (before, more) = (codes.len(), attempt());
            add(&mut codes, more);
            if before > 0 && codes.len() == before {
                break;
            }
        }
        codes
    }

    /// The same for a camera's frame, after which another comes soon: only what is quick.
    pub fn quick_codes(&self) -> Vec<Zeroizing<String>> {
        let mut codes = self.search(PALE);
        if codes.is_empty() {
            add(&mut codes, self.search(DARK));
        }
        codes
    }

    fn search(&self, darkness: u32) -> Vec<Zeroizing<String>> {
        symbol::read(&Contrast::of(self, darkness))
    }

    /// The brightness at a place, between the middles of four pixels.
    pub(super) fn between(&self, x: f32, y: f32) -> f32 {
        let (x, y) = ((x - 0.5).max(0.0), (y - 0.5).max(0.0));
        let (right, down) = (x.fract(), y.fract());
        let (i, j) = (x as usize, y as usize);
        let row = |j: usize| {
            let (a, b) = (f32::from(self.at(i, j)), f32::from(self.at(i.saturating_add(1), j)));
            a + (b - a) * right
        };
        row(j) + (row(j.saturating_add(1)) - row(j)) * down
    }

    /// The mean of the square round each pixel, `2 * radius + 1` wide.
    pub(super) fn means(&self, radius: usize) -> Self {
        let (width, height) = (self.width, self.height);
        // Sums of all that is left above. They may wrap; their differences are right nevertheless.
        let line = width + 1;
        let mut sums = Zeroizing::new(vec![0u32; line * (height + 1)]);
        for y in 0..height {
            let mut row = 0u32;
            for x in 0..width {
                row += u32::from(self.pixels[y * width + x]);
                sums[(y + 1) * line + x + 1] = sums[y * line + x + 1].wrapping_add(row);
            }
        }
        let range = |at: usize, end: usize| (at.saturating_sub(radius), (at + radius + 1).min(end));
        Self::from_fn(width, height, |x, y| {
            let ((left, right), (top, bottom)) = (range(x, width), range(y, height));
            let rows = |x: usize| sums[bottom * line + x].wrapping_sub(sums[top * line + x]);
            (rows(right).wrapping_sub(rows(left)) / ((bottom - top) * (right - left)) as u32) as u8
        })
    }

    /// Drawn pixel by pixel.
    fn from_fn(width: usize, height: usize, pixel: impl Fn(usize, usize) -> u8) -> Self {
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        for y in 0..height {
            pixels.extend((0..width).map(|x| pixel(x, y)));
        }
        Picture { width, height, pixels }
    }

    /// Squares of `n * n` pixels averaged to one.
    fn reduced(&self, n: usize) -> Self {
        Self::from_fn(self.width / n, self.height / n, |x, y| {
            let rows = (y * n..(y + 1) * n).map(|y| &self.pixels[y * self.width + x * n..][..n]);
            (rows.flatten().map(|p| u32::from(*p)).sum::<u32>() / (n * n) as u32) as u8
        })
    }

    /// A pixel; beyond an edge, the nearest.
    pub(super) fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels[y.min(self.height - 1) * self.width + x.min(self.width - 1)]
    }

    /// Twice as wide and as high.
    fn enlarged(&self) -> Self {
        Self::from_fn(self.width * 2, self.height * 2, |x, y| {
            let (i, j) = (x / 2, y / 2);
            let (k, l) = (x.div_ceil(2), y.div_ceil(2));
            ([(i, j), (k, j), (i, l), (k, l)].iter().map(|(x, y)| u32::from(self.at(*x, *y))).sum::<u32>()
                / 4) as u8
        })
    }

    /// Each pixel the middle one of the nine round it.
    fn median(&self) -> Self {
        Self::from_fn(self.width, self.height, |x, y| {
            let mut nine = [0; 9];
            for (i, p) in nine.iter_mut().enumerate() {
                *p = self.at((x + i % 3).saturating_sub(1), (y + i / 3).saturating_sub(1));
            }
            *nine.select_nth_unstable(4).1
        })
    }
}

fn area(width: usize, height: usize) -> Result<usize, PictureError> {
    let area = width.checked_mul(height).filter(|area| *area <= MOST_PIXELS);
    area.ok_or(PictureError::TooLarge { width, height })
}

fn add(codes: &mut Vec<Zeroizing<String>>, more: Vec<Zeroizing<String>>) {
    for code in more {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
}
