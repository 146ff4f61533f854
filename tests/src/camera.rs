//! A page before a webcam, as somebody holds it: turned and tilted as it comes, nearer and farther, and never twice the
//! same. The same seed gives the same pictures.

use std::f64::consts::PI;

use crate::damage::{Chance, Grey};

/// Behind the page.
const ROOM: f64 = 70.0;
/// Rays to a pixel in each direction.
const RAYS: usize = 3;

/// How a page is held, and what the camera makes of it.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// The camera's pixels in a row, and its rows.
    pub size: (usize, usize),
    /// How much of a row the page's width would take if it were upright.
    pub fills: f64,
    /// Turned, in degrees.
    pub turned: f64,
    /// Tilted about its own horizontal and its vertical line, in degrees.
    pub tilted: (f64, f64),
    /// The point of the page that the camera looks at, in parts of its width and height.
    pub at: (f64, f64),
    /// Out of focus: a Gaussian blur, its standard deviation in pixels.
    pub blur: f64,
    /// The sensor's noise: a standard deviation, in levels of 255.
    pub noise: f64,
    /// Light falls to this part of itself towards one side.
    pub dim: f64,
}

impl Held {
    /// Straight, in good light, before a camera with 1280 x 720 pixels.
    pub const STILL: Held = Held {
        size: (1280, 720),
        fills: 0.8,
        turned: 0.0,
        tilted: (0.0, 0.0),
        at: (0.5, 0.35),
        blur: 0.7,
        noise: 3.0,
        dim: 0.8,
    };

    /// So many pictures of a hand that holds a page about so.
    pub fn by_hand(self, pictures: u64, seed: u64) -> impl Iterator<Item = Held> {
        (0..pictures).map(move |i| {
            let mut chance = Chance::of(seed * 1000 + i);
            Held {
                turned: self.turned + 5.0 * chance.either(),
                tilted: (self.tilted.0 + 8.0 * chance.either(), self.tilted.1 + 8.0 * chance.either()),
                at: (self.at.0 + 0.06 * chance.either(), self.at.1 + 0.06 * chance.either()),
                fills: self.fills * (1.0 + 0.06 * chance.either()),
                blur: self.blur * (1.0 + 0.4 * chance.either()),
                dim: self.dim + 0.2 * chance.either(),
                ..self
            }
        })
    }

    /// What the camera sees: a pinhole with a horizontal field of view of 58 degrees.
    pub fn seen(self, page: &Grey, seed: u64) -> Grey {
        let mut chance = Chance::of(seed);
        let (width, height) = self.size;
        let focal = width as f64 * 0.9;
        // In the page's own pixels.
        let distance = focal * page.width as f64 / (self.fills * width as f64);
        let radians = |degrees: f64| (degrees * PI / 180.0).sin_cos();
        let ((s, c), (s_x, c_x), (s_y, c_y)) =
            (radians(self.turned), radians(self.tilted.0), radians(self.tilted.1));
        // The page's right and down in the camera's coordinates (right, down, ahead): turned, then tilted about the
        // horizontal line, then about the vertical one.
        let tilted = |[x, y, z]: [f64; 3]| {
            let (y, z) = (y * c_x - z * s_x, y * s_x + z * c_x);
            [x * c_y + z * s_y, y, z * c_y - x * s_y]
        };
        let (right, down, ahead) = (tilted([c, s, 0.0]), tilted([-s, c, 0.0]), tilted([0.0, 0.0, 1.0]));
        let dot = |a: [f64; 3], b: [f64; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        let centre = (self.at.0 * page.width as f64, self.at.1 * page.height as f64);
        let seen = Grey::drawn(width, height, |x, y| {
            let rays = (0..RAYS * RAYS).map(|i| {
                let part = |i: usize| (i as f64 + 0.5) / RAYS as f64;
                let ray = [
                    (x + part(i % RAYS) - width as f64 / 2.0) / focal,
                    (y + part(i / RAYS) - height as f64 / 2.0) / focal,
                    1.0,
                ];
                let far = distance * ahead[2] / dot(ray, ahead);
                let hit = [ray[0] * far, ray[1] * far, far - distance];
                page.between(dot(hit, right) + centre.0, dot(hit, down) + centre.1).unwrap_or(ROOM)
            });
            rays.sum::<f64>() / (RAYS * RAYS) as f64
        });
        let lit = seen.blurred(self.blur).grey(30.0, 205.0, self.dim, &mut chance);
        lit.changed(|_, _, pixel| pixel + self.noise * chance.normal())
    }
}
