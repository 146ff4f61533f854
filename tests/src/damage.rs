//! Paper as it comes back after years: pictures of a sheet, damaged and badly taken. The same seed
//! gives the same picture.

use std::f64::consts::PI;
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result};

use crate::paper::pgm;

/// A grey picture, 0 black to 255 white, row by row from the top.
#[derive(Clone)]
pub struct Grey {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// `width * height` of them.
    pub pixels: Vec<u8>,
}

/// What happened to a sheet, or to its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wear {
    /// Nothing.
    Clean,
    /// It lay crookedly on the scanner, by 7 degrees.
    Turned,
    /// Out of focus: a Gaussian blur of 0.35 mm.
    Blurred,
    /// Scanned at 100 dpi.
    Coarse,
    /// Faded ink on grey paper, and half the light on one side.
    Grey,
    /// A tenth of all pixels are black or white by chance.
    Speckled,
    /// The ring that a cup left, over a corner of the code.
    Coffee,
    /// Folded through the code: ink came off along the fold, and one half lies aslant in the shade.
    Folded,
    /// All of these, each mildly.
    All,
    /// Held before a webcam: 300 mm away, tilted, at 640 x 480.
    Webcam,
}

impl fmt::Display for Wear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Wear::Clean => "clean",
            Wear::Turned => "turned by 7 degrees",
            Wear::Blurred => "blurred",
            Wear::Coarse => "100 dpi",
            Wear::Grey => "low contrast, uneven light",
            Wear::Speckled => "10 % speckle",
            Wear::Coffee => "coffee ring",
            Wear::Folded => "folded",
            Wear::All => "all of it, mildly",
            Wear::Webcam => "webcam at 30 cm",
        })
    }
}

/// Where on the page the wear is, in millimetres from the top left: a corner of a code, and the code's
/// middle.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Where the cup stood.
    pub corner: (f64, f64),
    /// Through which the fold goes.
    pub middle: (f64, f64),
}

impl Wear {
    /// Each of them.
    pub const ALL: [Wear; 10] = [
        Wear::Clean,
        Wear::Turned,
        Wear::Blurred,
        Wear::Coarse,
        Wear::Grey,
        Wear::Speckled,
        Wear::Coffee,
        Wear::Folded,
        Wear::All,
        Wear::Webcam,
    ];

    /// A picture of the page after this. `dpi` is the page's.
    pub fn of(self, page: &Grey, dpi: u32, spot: Spot, seed: u64) -> Grey {
        let mut chance = Chance::of(seed);
        let millimetre = f64::from(dpi) / 25.4;
        let sign = chance.sign();
        match self {
            Wear::Clean => page.clone(),
            Wear::Turned => page.turned(sign * 7.0),
            Wear::Blurred => page.blurred(0.35 * millimetre),
            Wear::Coarse => page.coarser(f64::from(dpi) / 100.0),
            Wear::Grey => page.grey(90.0, 185.0, 0.5, &mut chance),
            Wear::Speckled => page.speckled(0.10, &mut chance),
            Wear::Coffee => page.stained(millimetre, spot.corner, &mut chance),
            Wear::Folded => page.folded(millimetre, spot.middle.1, &mut chance),
            Wear::All => page
                .stained(millimetre, spot.corner, &mut chance)
                .folded(millimetre, spot.middle.1, &mut chance)
                .turned(sign * 3.0)
                .blurred(0.2 * millimetre)
                .coarser(f64::from(dpi) / 150.0)
                .grey(60.0, 215.0, 0.7, &mut chance)
                .speckled(0.02, &mut chance),
            Wear::Webcam => webcam(page, millimetre, &mut chance),
        }
    }
}

/// Numbers that look random and are the same in every run (xorshift).
pub struct Chance(u64);

impl Chance {
    /// Those of a seed.
    pub fn of(seed: u64) -> Self {
        let mut chance = Chance((seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        // The first few still resemble the seed.
        (0..8).for_each(|_| _ = chance.part());
        chance
    }

    /// From 0 to below 1.
    pub fn part(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From -1 to 1.
    pub(crate) fn either(&mut self) -> f64 {
        self.part() * 2.0 - 1.0
    }

    fn sign(&mut self) -> f64 {
        if self.part() < 0.5 { -1.0 } else { 1.0 }
    }

    /// About normal, with a standard deviation of 1: four even ones.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..4).map(|_| self.either()).sum::<f64>() * 0.75f64.sqrt()
    }
}

fn level(value: f64) -> u8 {
    // Beyond its ends, `as` stays at them.
    value.round() as u8
}

impl Grey {
    /// Of a PGM file.
    ///
    /// # Errors
    /// If it is none.
    pub fn read(file: &Path) -> Result<Self> {
        let (width, height, pixels) = pgm(file)?;
        Ok(Grey { width, height, pixels })
    }

    /// As a PGM file.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn write(&self, file: &Path) -> Result<()> {
        let head = format!("P5\n{} {}\n255\n", self.width, self.height);
        std::fs::write(file, [head.as_bytes(), &self.pixels].concat()).context("no room for a picture")
    }

    /// As a PNG file.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn write_png(&self, file: &Path) -> Result<()> {
        let file = std::io::BufWriter::new(std::fs::File::create(file)?);
        let mut encoder = png::Encoder::new(file, u32::try_from(self.width)?, u32::try_from(self.height)?);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        Ok(writer.finish()?)
    }

    /// Another of this size, pixel by pixel.
    pub(crate) fn drawn(width: usize, height: usize, mut pixel: impl FnMut(f64, f64) -> f64) -> Self {
        let places = (0..width * height).map(|i| ((i % width) as f64, (i / width) as f64));
        let pixels = places.map(|(x, y)| level(pixel(x, y))).collect();
        Grey { width, height, pixels }
    }

    /// Each pixel as a function of its place and of what it was.
    pub(crate) fn changed(&self, mut pixel: impl FnMut(f64, f64, f64) -> f64) -> Self {
        let mut old = self.pixels.iter();
        Self::drawn(self.width, self.height, |x, y| pixel(x, y, f64::from(*old.next().unwrap_or(&0))))
    }

    /// What is there between four pixels; `None` beside the picture.
    pub(crate) fn between(&self, x: f64, y: f64) -> Option<f64> {
        let inside = x >= 0.0 && y >= 0.0 && x < (self.width - 1) as f64 && y < (self.height - 1) as f64;
        if !inside {
            return None;
        }
        let at = y as usize * self.width + x as usize;
        let (right, down) = (x.fract(), y.fract());
        let pixel = |at: usize| f64::from(self.pixels[at]);
        let row = |at: usize| pixel(at) * (1.0 - right) + pixel(at + 1) * right;
        Some(row(at) * (1.0 - down) + row(at + self.width) * down)
    }

    /// In the middle of a white square.
    pub fn centred(&self, side: f64) -> Self {
        let side = side.ceil() as usize;
        let (left, top) = ((side - self.width) / 2, (side - self.height) / 2);
        let mut pixels = vec![255; side * side];
        for (y, row) in self.pixels.chunks_exact(self.width).enumerate() {
            pixels[(top + y) * side + left..][..self.width].copy_from_slice(row);
        }
        Grey { width: side, height: side, pixels }
    }

    /// Black becomes `ink` and white `paper`, with a little of a scanner's noise.
    pub fn faded(&self, ink: f64, paper: f64) -> Self {
        let mut chance = Chance::of(0);
        self.changed(|_, _, pixel| ink + pixel / 255.0 * (paper - ink) + chance.normal())
    }

    /// About its middle; beside the sheet is the scanner's white lid.
    pub fn turned(&self, degrees: f64) -> Self {
        let (sine, cosine) = (degrees * PI / 180.0).sin_cos();
        let (middle_x, middle_y) = (self.width as f64 / 2.0, self.height as f64 / 2.0);
        Self::drawn(self.width, self.height, |x, y| {
            let (x, y) = (x - middle_x, y - middle_y);
            let place = (x * cosine + y * sine + middle_x, y * cosine - x * sine + middle_y);
            self.between(place.0, place.1).unwrap_or(255.0)
        })
    }

    /// A Gaussian blur, its standard deviation in pixels.
    pub(crate) fn blurred(&self, deviation: f64) -> Self {
        let radius = (3.0 * deviation).ceil() as usize;
        let weight = |i: usize| (-0.5 * ((i as f64 - radius as f64) / deviation).powi(2)).exp();
        let weights: Vec<f64> = (0..=2 * radius).map(weight).collect();
        self.smeared(&weights).smeared(&weights)
    }

    /// Each row's pixels averaged with these weights, and rows and columns exchanged.
    fn smeared(&self, weights: &[f64]) -> Self {
        let (radius, total) = (weights.len() / 2, weights.iter().sum::<f64>());
        let mut pixels = vec![0; self.pixels.len()];
        let mut padded = Vec::new();
        for (y, row) in self.pixels.chunks_exact(self.width).enumerate() {
            padded.clear();
            padded.resize(radius, f64::from(row[0]));
            padded.extend(row.iter().map(|pixel| f64::from(*pixel)));
            padded.resize(self.width + 2 * radius, f64::from(row[self.width - 1]));
            for (x, near) in padded.windows(weights.len()).enumerate() {
                let sum: f64 = near.iter().zip(weights).map(|(pixel, weight)| pixel * weight).sum();
                pixels[x * self.height + y] = level(sum / total);
            }
        }
        Grey { width: self.height, height: self.width, pixels }
    }

    /// `factor` pixels averaged to one, in both directions.
    fn coarser(&self, factor: f64) -> Self {
        let size = |pixels: usize| (pixels as f64 / factor) as usize;
        Self::drawn(size(self.width), size(self.height), |x, y| {
            let range = |from: f64, end: usize| {
                (from * factor) as usize..(((from + 1.0) * factor).ceil() as usize).min(end)
            };
            let (columns, rows) = (range(x, self.width), range(y, self.height));
            let count = columns.len() * rows.len();
            let rows = rows.map(|y| &self.pixels[y * self.width..][columns.clone()]);
            rows.flatten().map(|pixel| usize::from(*pixel)).sum::<usize>() as f64 / count as f64
        })
    }

    /// Black becomes `ink` and white `paper`, and towards one side the light falls to `dark` of itself.
    pub(crate) fn grey(&self, ink: f64, paper: f64, dark: f64, chance: &mut Chance) -> Self {
        let (sine, cosine) = (chance.part() * 2.0 * PI).sin_cos();
        let (middle_x, middle_y) = (self.width as f64 / 2.0, self.height as f64 / 2.0);
        let far = middle_x.hypot(middle_y);
        self.changed(|x, y, pixel| {
            let towards = ((x - middle_x) * cosine + (y - middle_y) * sine) / far;
            (ink + pixel / 255.0 * (paper - ink)) * (1.0 - (1.0 - dark) * (0.5 + 0.5 * towards))
        })
    }

    /// So many of all pixels become black or white.
    fn speckled(&self, part: f64, chance: &mut Chance) -> Self {
        self.changed(|_, _, pixel| match chance.part() / part {
            hit if hit < 0.5 => 0.0,
            hit if hit < 1.0 => 255.0,
            _ => pixel,
        })
    }

    /// The ring of a cup 76 mm wide, which goes through `corner`: coffee takes half of the light along the ring, and
    /// a little within.
    fn stained(&self, millimetre: f64, corner: (f64, f64), chance: &mut Chance) -> Self {
        const RADIUS: f64 = 38.0;
        let (sine, cosine) = (chance.part() * 2.0 * PI).sin_cos();
        let middle = (corner.0 + RADIUS * cosine, corner.1 + RADIUS * sine);
        let waves: [f64; 3] = std::array::from_fn(|_| chance.part() * 2.0 * PI);
        self.changed(|x, y, pixel| {
            let (x, y) = (x / millimetre - middle.0, y / millimetre - middle.1);
            let (distance, angle) = (x.hypot(y), y.atan2(x));
            // The liquid ran unevenly.
            let wide = 2.5 + (angle * 3.0 + waves[0]).sin() + 0.5 * (angle * 7.0 + waves[1]).sin();
            let edge = RADIUS + 0.4 * (angle * 11.0 + waves[2]).sin();
            pixel
                * if (edge - wide..edge).contains(&distance) {
                    0.5
                } else if distance < edge {
                    0.93
                } else {
                    1.0
                }
        })
    }

    /// Folded along a line at `height` (millimetres): along 0.8 mm most of the ink is gone, and what is below is
    /// foreshortened, as it stands up by 15 degrees, and in the shade.
    fn folded(&self, millimetre: f64, height: f64, chance: &mut Chance) -> Self {
        let short = (15.0 * PI / 180.0).cos();
        let slope = 0.03 * chance.either();
        Self::drawn(self.width, self.height, |x, y| {
            let fold = height * millimetre + slope * (x - self.width as f64 / 2.0);
            let below = y - fold;
            let place = if below > 0.0 { fold + below / short } else { y };
            let pixel = self.between(x, place).unwrap_or(255.0);
            let pixel = if below.abs() < 0.4 * millimetre && chance.part() < 0.8 { 235.0 } else { pixel };
            if below > 0.0 { pixel * 0.75 } else { pixel }
        })
    }
}

/// A frame of 640 x 480 in which a page's upper half is held before a webcam.
///
/// A pinhole camera with a horizontal field of view of 60 degrees (554 pixels of focal length) looks
/// straight at a point 74 mm below the middle of the page's upper edge, 300 mm away: 1.85 pixels a millimetre. The
/// sheet is tilted back or forth by 15 degrees, and held askew by up to 5. Then the lens (a blur of one pixel), a
/// window at one side (light falls to 60 %), and the sensor's noise (a deviation of 5 levels of 255). Behind the
/// sheet is a grey room.
fn webcam(page: &Grey, millimetre: f64, chance: &mut Chance) -> Grey {
    const WIDTH: usize = 640;
    const HEIGHT: usize = 480;
    const DISTANCE: f64 = 300.0;
    const ROOM: f64 = 70.0;
    /// Rays to a pixel in each direction.
    const RAYS: usize = 3;
    let focal = WIDTH as f64 / 2.0 / (30.0 * PI / 180.0).tan();
    let (tilt_sine, tilt_cosine) = (chance.sign() * 15.0 * PI / 180.0).sin_cos();
    let (askew_sine, askew_cosine) = (chance.either() * 5.0 * PI / 180.0).sin_cos();
    let centre = (page.width as f64 / millimetre / 2.0, 74.0);
    // The sheet's own right and down, and what is square to both, in the camera's coordinates
    // (right, down, ahead).
    let right = [askew_cosine, askew_sine, 0.0];
    let down = [-askew_sine * tilt_cosine, askew_cosine * tilt_cosine, tilt_sine];
    let ahead = [askew_sine * tilt_sine, -askew_cosine * tilt_sine, tilt_cosine];
    let dot = |a: [f64; 3], b: [f64; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    let seen = Grey::drawn(WIDTH, HEIGHT, |x, y| {
        let rays = (0..RAYS * RAYS).map(|i| {
            let part = |i: usize| (i as f64 + 0.5) / RAYS as f64;
            let ray = [
                (x + part(i % RAYS) - WIDTH as f64 / 2.0) / focal,
                (y + part(i / RAYS) - HEIGHT as f64 / 2.0) / focal,
                1.0,
            ];
            // Where it meets the sheet's plane, from the point that the camera looks at.
            let far = DISTANCE * ahead[2] / dot(ray, ahead);
            let hit = [ray[0] * far, ray[1] * far, far - DISTANCE];
            let (x, y) = (dot(hit, right) + centre.0, dot(hit, down) + centre.1);
            page.between(x * millimetre, y * millimetre).unwrap_or(ROOM)
        });
        rays.sum::<f64>() / (RAYS * RAYS) as f64
    });
    let lit = seen.blurred(1.0).grey(25.0, 220.0, 0.6, chance);
    lit.changed(|_, _, pixel| pixel + 5.0 * chance.normal())
}
