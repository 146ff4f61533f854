//! Reading codes back: a picture of a sheet, from a scanner's file or a camera's frame, and the QR
//! codes (ISO/IEC 18004) in it.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use png::{ColorType, Transformations};
use rqrr::PreparedImage;
use zeroize::Zeroizing;

/// The largest picture that is taken: a sheet of A4 at 600 dpi has 35 million pixels, a telephone's
/// camera up to 50.
const MOST_PIXELS: usize = 64_000_000;
/// What is searched at once has at most so many: a sheet of A4 at 300 dpi. A larger picture is reduced.
const SEARCHED_PIXELS: usize = 9_000_000;

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

    /// The texts of all codes that can be read, each once. Tried from quick to thorough; what a
    /// thorough attempt no longer adds to, is taken for all.
    pub fn codes(&self) -> Vec<Zeroizing<String>> {
        let reduced = self.width * self.height > SEARCHED_PIXELS;
        let whole = if reduced { &self.reduced(2) } else { self };
        let attempts: [fn(&Picture) -> Vec<Zeroizing<String>>; 7] = [
            |p| p.reduced(2).search(),
            |p| p.search(),
            |p| p.reduced(3).search(),
            |p| p.search_local(20),
            |p| p.median().search(),
            |p| p.blurred().search(),
            |p| p.enlarged().search(),
        ];
        let mut codes = Vec::new();
        for attempt in attempts {
            add(&mut codes, attempt(whole));
        }
        codes
    }

    /// The same for a camera's next frame: only what is quick.
    pub fn quick_codes(&self) -> Vec<Zeroizing<String>> {
        self.search()
    }

    fn search(&self) -> Vec<Zeroizing<String>> {
        self.texts(None)
    }

    fn search_local(&self, radius: usize) -> Vec<Zeroizing<String>> {
        self.texts(Some(self.means(radius)))
    }

    fn texts(&self, means: Option<Zeroizing<Vec<u8>>>) -> Vec<Zeroizing<String>> {
        let (w, h) = (self.width, self.height);
        let texts = || {
            let mut image = match means {
                None => PreparedImage::prepare_from_greyscale(w, h, |x, y| self.pixels[y * w + x]),
                Some(means) => PreparedImage::prepare_from_bitmap(w, h, |x, y| {
                    u32::from(self.pixels[y * w + x]) * 16 < u32::from(means[y * w + x]) * 15
                }),
            };
            let grids = image.detect_grids();
            grids.iter().filter_map(|grid| Some(Zeroizing::new(grid.decode().ok()?.1))).collect()
        };
        catch_unwind(AssertUnwindSafe(texts)).unwrap_or_default()
    }

    /// The mean of the square round each pixel, `2 * radius + 1` wide.
    fn means(&self, radius: usize) -> Zeroizing<Vec<u8>> {
        let (w, h) = (self.width, self.height);
        let mut sums = Zeroizing::new(vec![0u32; (w + 1) * (h + 1)]);
        for y in 0..h {
            let mut row = 0;
            for x in 0..w {
                row += u32::from(self.pixels[y * w + x]);
                sums[(y + 1) * (w + 1) + x + 1] = sums[y * (w + 1) + x + 1].wrapping_add(row);
            }
        }
        let mut out = Zeroizing::new(Vec::with_capacity(w * h));
        for y in 0..h {
            let (t, b) = (y.saturating_sub(radius), (y + radius + 1).min(h));
            for x in 0..w {
                let (l, r) = (x.saturating_sub(radius), (x + radius + 1).min(w));
                let s = sums[b * (w + 1) + r]
                    .wrapping_sub(sums[t * (w + 1) + r])
                    .wrapping_sub(sums[b * (w + 1) + l])
                    .wrapping_add(sums[t * (w + 1) + l]);
                out.push((s / ((b - t) * (r - l)) as u32) as u8);
            }
        }
        out
    }

    fn from_fn(width: usize, height: usize, pixel: impl Fn(usize, usize) -> u8) -> Self {
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        for y in 0..height {
            pixels.extend((0..width).map(|x| pixel(x, y)));
        }
        Picture { width, height, pixels }
    }

    fn reduced(&self, n: usize) -> Self {
        Self::from_fn(self.width / n, self.height / n, |x, y| {
            let rows = (y * n..(y + 1) * n).map(|y| &self.pixels[y * self.width + x * n..][..n]);
            (rows.flatten().map(|p| u32::from(*p)).sum::<u32>() / (n * n) as u32) as u8
        })
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels[y.min(self.height - 1) * self.width + x.min(self.width - 1)]
    }

    fn enlarged(&self) -> Self {
        Self::from_fn(self.width * 2, self.height * 2, |x, y| {
            let (i, j) = (x / 2, y / 2);
            let (k, l) = ((x + 1) / 2, (y + 1) / 2);
            ([(i, j), (k, j), (i, l), (k, l)].iter().map(|(x, y)| u32::from(self.at(*x, *y))).sum::<u32>()
                / 4) as u8
        })
    }

    fn blurred(&self) -> Self {
        Self::from_fn(self.width, self.height, |x, y| {
            let mut s = 0;
            for j in 0..3 {
                for i in 0..3 {
                    s += u32::from(self.at((x + i).saturating_sub(1), (y + j).saturating_sub(1)));
                }
            }
            (s / 9) as u8
        })
    }

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
