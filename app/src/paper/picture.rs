//! Reading codes back: a picture of a sheet, from a scanner's file or a camera's frame, and the QR
//! codes (ISO/IEC 18004) in it.

use std::io::Cursor;

use coldspare_reader::{Grey, Looks};
use png::{ColorType, Transformations};
use zeroize::Zeroizing;

/// The largest picture that is taken: a sheet of A4 at 600 dpi has 35 million pixels, a telephone's
/// camera up to 50.
const MOST_PIXELS: usize = 64_000_000;
/// An interlaced file is not read row by row, but whole: with all its colours it has at most so many bytes.
const MOST_INTERLACED: usize = 32_000_000;

/// A grey picture, 0 black to 255 white, row by row from the top. It may show a secret.
#[derive(Debug, Clone)]
pub struct Picture(Grey);

/// What is not a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Another kind of file, or a damaged one.
    #[error("not a whole PNG picture: {0}")]
    NotPng(String),
    /// Too many pixels.
    #[error("picture too large: {width} x {height} pixels")]
    TooLarge {
        /// Pixels in a row.
        width: usize,
        /// Rows.
        height: usize,
    },
    /// A frame of the wrong length.
    #[error("frame of {found} bytes instead of {expected}")]
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
        let found = pixels.len();
        Grey::new(width, height, pixels).map(Picture).ok_or(PictureError::Length { found, expected })
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
        Self::from_grey(width, height, frame.iter().step_by(2).copied().collect())
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
        let line =
            reader.output_line_size(reader.info().width).ok_or(PictureError::TooLarge { width, height })?;
        let kind = reader.output_color_type().0;
        let mut pixels = Zeroizing::new(Vec::with_capacity(area));
        if reader.info().interlaced {
            let size = reader.output_buffer_size().filter(|size| *size <= MOST_INTERLACED);
            let mut samples = Zeroizing::new(vec![0; size.ok_or(PictureError::TooLarge { width, height })?]);
            reader.next_frame(&mut samples).map_err(not_png)?;
            add_grey(&mut pixels, kind, &samples);
        } else {
            let mut samples = Zeroizing::new(vec![0; line]);
            for _ in 0..height {
                if reader.read_row(&mut samples).map_err(not_png)?.is_none() {
                    break;
                }
                add_grey(&mut pixels, kind, &samples);
            }
        }
        Grey::new(width, height, pixels)
            .map(Picture)
            .ok_or_else(|| PictureError::NotPng("it ends too soon".into()))
    }

    /// Its pixels, for [`Looks`].
    pub fn grey(&self) -> &Grey {
        &self.0
    }

    /// The texts of all codes that can be read, and that are wanted, each once: what a scanner has made, after which
    /// no other picture comes.
    pub fn codes(&self, wanted: impl Fn(&str) -> bool) -> Vec<Zeroizing<String>> {
        Looks::new(wanted).look_closely(&self.0).into_iter().map(|code| code.text).collect()
    }
}

fn area(width: usize, height: usize) -> Result<usize, PictureError> {
    let area = width.checked_mul(height).filter(|area| *area <= MOST_PIXELS);
    area.ok_or(PictureError::TooLarge { width, height })
}

/// Samples of this kind as grey pixels: the brightness of ITU-R BT.601, in 256ths.
fn add_grey(pixels: &mut Vec<u8>, kind: ColorType, samples: &[u8]) {
    let grey = |rgb: &[u8]| {
        let [r, g, b] = [rgb[0], rgb[1], rgb[2]].map(u32::from);
        ((77 * r + 150 * g + 29 * b) >> 8) as u8
    };
    let over_white = |grey: u8, alpha: u8| 255 - (u32::from(255 - grey) * u32::from(alpha) / 255) as u8;
    match kind {
        ColorType::Grayscale | ColorType::Indexed => pixels.extend_from_slice(samples),
        ColorType::GrayscaleAlpha => pixels.extend(samples.chunks_exact(2).map(|s| over_white(s[0], s[1]))),
        ColorType::Rgb => pixels.extend(samples.chunks_exact(3).map(grey)),
        ColorType::Rgba => pixels.extend(samples.chunks_exact(4).map(|s| over_white(grey(s), s[3]))),
    }
}
