//! A page as pixels, for printers and pictures.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use zeroize::Zeroizing;

use super::{DrawError, Page};

/// Rows that are drawn at once: the drawing takes four bytes a pixel, the result one.
const STRIP: u32 = 128;
/// Millimetres to an inch.
const INCH: f32 = 25.4;
/// SVG's pixels to an inch.
const SVG_DPI: f32 = 96.0;

/// A page's pixels, 0 black to 255 white, row by row from the top. They may bear a secret.
pub struct Bitmap {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Pixels to an inch.
    pub dpi: u32,
    /// `width * height` of them.
    pub pixels: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Bitmap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bitmap({} x {}, {} dpi)", self.width, self.height, self.dpi)
    }
}

impl Bitmap {
    /// Draws a page at `dpi`.
    ///
    /// # Errors
    /// [`DrawError`].
    pub fn draw(page: &Page, dpi: u32) -> Result<Self, DrawError> {
        let tree = page.tree()?;
        let pixels_of = |millimetres: f32| (millimetres / INCH * dpi as f32).round() as u32;
        let (width, height) = (pixels_of(page.size().0), pixels_of(page.size().1));
        let scale = dpi as f32 / SVG_DPI;
        let none = || DrawError(format!("{width} x {height} pixels"));
        let mut pixels = Zeroizing::new(Vec::with_capacity(width as usize * height as usize));
        let mut strip = Pixmap::new(width, STRIP).ok_or_else(none)?;
        for top in (0..height).step_by(STRIP as usize) {
            strip.fill(Color::WHITE);
            let shift = Transform::from_scale(scale, scale).post_translate(0.0, -(top as f32));
            resvg::render(&tree, shift, &mut strip.as_mut());
            let rows = STRIP.min(height - top) as usize;
            // The drawing is black on white: any of the three colours says all.
            pixels.extend(strip.data().chunks_exact(4).take(rows * width as usize).map(|rgba| rgba[0]));
        }
        Ok(Bitmap { width, height, dpi, pixels })
    }

    /// The rows as bits, eight pixels a byte from the left, 1 black.
    pub fn rows(&self) -> impl Iterator<Item = Zeroizing<Vec<u8>>> + '_ {
        self.pixels.chunks_exact(self.width.max(1) as usize).map(|row| {
            let byte = |eight: &[u8]| {
                (0..).zip(eight).fold(0u8, |byte, (i, pixel)| byte | (u8::from(*pixel < 128) << (7 - i)))
            };
            Zeroizing::new(row.chunks(8).map(byte).collect())
        })
    }

    /// `width` columns from the `left`th on; white where there is nothing.
    pub(super) fn columns(&self, left: u32, width: u32) -> Self {
        let mut pixels = Zeroizing::new(vec![u8::MAX; width as usize * self.height as usize]);
        let rows = self.pixels.chunks_exact(self.width.max(1) as usize);
        for (to, from) in pixels.chunks_exact_mut(width.max(1) as usize).zip(rows) {
            to.iter_mut().zip(from.iter().skip(left as usize)).for_each(|(to, from)| *to = *from);
        }
        Bitmap { width, height: self.height, dpi: self.dpi, pixels }
    }

    /// As a PNG file in grey.
    ///
    /// # Errors
    /// [`DrawError`].
    pub fn png(&self) -> Result<Zeroizing<Vec<u8>>, DrawError> {
        let mut file = Zeroizing::new(Vec::new());
        let mut encoder = png::Encoder::new(&mut *file, self.width, self.height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let per_metre = (self.dpi as f32 / INCH * 1000.0).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        let failed = |e: png::EncodingError| DrawError(e.to_string());
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&self.pixels).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(file)
    }
}
