//! A QR code between three finder patterns: laid over the picture so that what every code of its size
//! has (ISO/IEC 18004 § 6.3) falls on what is there, then read module by module.

use std::panic::{AssertUnwindSafe, catch_unwind};

use zeroize::Zeroizing;

use super::finder::{Contrast, Finder};

/// From a code's edge to the middle of a finder pattern, in modules.
const CORNER: f32 = 3.5;
/// How well the fixed patterns have to be met, 1 is fully: what is no code has about 0.3.
const FIT: f32 = 0.5;
/// So many likely codes of a picture are read, the best first.
const MOST: usize = 64;

type Point = (f32, f32);

/// A code's place.
#[derive(Clone)]
struct Symbol {
    /// Modules on a side.
    side: usize,
    /// A module's size in pixels, about.
    module: f32,
    /// The pixels at which the middles of the finder patterns are (left above, right above, left below)
    /// and where a fourth one's would be.
    corners: [Point; 4],
    fit: f32,
}

/// The texts of all codes that can be read.
pub(super) fn read(contrast: &Contrast<'_>) -> Vec<Zeroizing<String>> {
    let mut symbols = likely(&contrast.finders());
    // The finder patterns are where they were found: between them, timing tells the size.
    symbols.iter_mut().for_each(|symbol| symbol.fit = symbol.fit(contrast, &timing(symbol.side)));
    best(&mut symbols, FIT / 2.0);
    symbols.iter_mut().for_each(|symbol| symbol.lay(contrast));
    best(&mut symbols, FIT);
    let mut read: Vec<(Symbol, Zeroizing<String>)> = Vec::new();
    for symbol in symbols {
        // Of several sizes tried for one place, one is right.
        let known = |other: &(Symbol, _)| {
            other.0.corners[..3]
                .iter()
                .zip(&symbol.corners)
                .all(|(a, b)| distance(*a, *b) < 3.0 * symbol.module)
        };
        if read.iter().any(known) {
            continue;
        }
        if let Some(text) = symbol.text(contrast) {
            read.push((symbol, text));
        }
    }
    read.into_iter().map(|(_, text)| text).collect()
}

/// Those that fit better than that, the best first.
fn best(symbols: &mut Vec<Symbol>, fit: f32) {
    symbols.retain(|symbol| symbol.fit > fit);
    symbols.sort_by(|a, b| b.fit.total_cmp(&a.fit));
    symbols.truncate(MOST);
}

fn distance(a: Point, b: Point) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// Every three finder patterns that stand as a code's do, in each size that is likely.
fn likely(finders: &[Finder]) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    let place = |finder: &Finder| (finder.x, finder.y);
    let alike = |a: &Finder, b: &Finder| (0.7..1.43).contains(&(a.module / b.module));
    for corner in finders {
        for right in finders.iter().filter(|right| alike(corner, right)) {
            let (a, b) = (place(corner), place(right));
            let across = distance(a, b);
            for below in finders.iter().filter(|below| alike(corner, below) && alike(right, below)) {
                let c = place(below);
                let down = distance(a, c);
                let (u, v) = ((b.0 - a.0, b.1 - a.1), (c.0 - a.0, c.1 - a.1));
                let sine = (u.0 * v.1 - u.1 * v.0) / (across * down);
                if !((0.75..1.34).contains(&(across / down)) && sine > 0.85) {
                    continue;
                }
                let module = (corner.module + right.module + below.module) / 3.0;
                let version = ((across + down) / 2.0 / module + 7.0 - 17.0) / 4.0;
                let version = version.round() as isize;
                let corners = [a, b, c, (b.0 + v.0, b.1 + v.1)];
                let sizes = (version - 1..=version + 1).filter(|version| (1..=40).contains(version));
                symbols.extend(sizes.map(|version| {
                    let side = version as usize * 4 + 17;
                    let module = (across + down) / 2.0 / (side - 7) as f32;
                    Symbol { side, module, corners, fit: 0.0 }
                }));
            }
        }
    }
    symbols
}

impl Symbol {
    /// Where a place on the code is in the picture, both from the top left: perspective (Heckbert's
    /// square to quadrilateral).
    fn projection(&self) -> impl Fn(Point) -> Point + use<> {
        let [a, b, c, d] = self.corners;
        let (ux, uy) = (b.0 - d.0, b.1 - d.1);
        let (vx, vy) = (c.0 - d.0, c.1 - d.1);
        let (sx, sy) = (a.0 - b.0 - c.0 + d.0, a.1 - b.1 - c.1 + d.1);
        let area = ux * vy - vx * uy;
        let (g, h) = ((sx * vy - vx * sy) / area, (ux * sy - sx * uy) / area);
        let (px, qx) = (b.0 - a.0 + g * b.0, c.0 - a.0 + h * c.0);
        let (py, qy) = (b.1 - a.1 + g * b.1, c.1 - a.1 + h * c.1);
        let span = self.side as f32 - 2.0 * CORNER;
        move |(x, y)| {
            let (x, y) = ((x - CORNER) / span, (y - CORNER) / span);
            let z = g * x + h * y + 1.0;
            ((px * x + qx * y + a.0) / z, (py * x + qy * y + a.1) / z)
        }
    }

    /// Moves the corners to where the fixed patterns fit best.
    fn lay(&mut self, contrast: &Contrast<'_>) {
        let patterns = Patterns::of(self.side);
        // The fourth corner is only guessed. The pattern beside it tells.
        if !patterns.last.is_empty() {
            let (guess, mut best) = (self.corners[3], (f32::MIN, self.corners[3]));
            for i in 0..17 * 17 {
                let step = |i: usize| (i as f32 - 8.0) * 0.5 * self.module;
                self.corners[3] = (guess.0 + step(i % 17), guess.1 + step(i / 17));
                let fit = self.fit(contrast, &patterns.last);
                if fit > best.0 {
                    best = (fit, self.corners[3]);
                }
            }
            self.corners[3] = best.1;
        }
        self.fit = self.fit(contrast, &patterns.all);
        for step in [0.5, 0.25, 0.12, 0.06].map(|part| part * self.module) {
            // Again as long as it gets better, but not for ever.
            for _ in 0..4 {
                let before = self.fit;
                for i in 0..4 {
                    for (x, y) in [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)] {
                        let old = self.corners[i];
                        self.corners[i] = (old.0 + x, old.1 + y);
                        let fit = self.fit(contrast, &patterns.all);
                        if fit > self.fit {
                            self.fit = fit;
                        } else {
                            self.corners[i] = old;
                        }
                    }
                }
                if self.fit <= before {
                    break;
                }
            }
        }
    }

    /// From -1 to 1: of all contrast at these modules, how much is on the right side.
    fn fit(&self, contrast: &Contrast<'_>, modules: &[Fixed]) -> f32 {
        let place = self.projection();
        let (mut right, mut all) = (0.0, f32::EPSILON);
        for (x, y, dark) in modules {
            let (x, y) = place((*x as f32 + 0.5, *y as f32 + 0.5));
            let darker = contrast.means.between(x, y) - contrast.picture.between(x, y);
            right += if *dark { darker } else { -darker };
            all += darker.abs();
        }
        right / all
    }

    /// The code's text.
    fn text(&self, contrast: &Contrast<'_>) -> Option<Zeroizing<String>> {
        let (side, place) = (self.side, self.projection());
        let level = |x: usize, y: usize| {
            // Nine places in the module's middle half.
            let part = |i: usize| (i as f32 + 1.0) / 4.0;
            let places = (0..9).map(|i| place((x as f32 + part(i % 3), y as f32 + part(i / 3))));
            places.map(|(x, y)| contrast.picture.between(x, y)).sum::<f32>() / 9.0
        };
        let levels: Zeroizing<Vec<f32>> =
            Zeroizing::new((0..side * side).map(|i| level(i % side, i / side)).collect());
        // The mean of the modules near by, but for those beyond the edge.
        let mean = |x: usize, y: usize, reach: usize| {
            let range = |at: usize| at.saturating_sub(reach)..(at + reach + 1).min(side);
            let rows = range(y).map(|y| &levels[y * side..][range(x)]);
            let count = range(x).len() * range(y).len();
            rows.flatten().sum::<f32>() / count as f32
        };
        // A blur mixes each module with its neighbours; sharpened, they are apart again.
        [0.0, 0.6, 1.2].into_iter().find_map(|sharper| {
            let dark = |x: usize, y: usize| {
                let level = levels[y * side + x];
                level + sharper * (level - mean(x, y, 1)) < mean(x, y, 4)
            };
            // rqrr asserts what a damaged code may break, in its reading of the bits.
            let decode = || rqrr::Grid::new(rqrr::SimpleGrid::from_func(side, dark)).decode();
            let decoded = catch_unwind(AssertUnwindSafe(decode)).ok()?;
            Some(Zeroizing::new(decoded.ok()?.1))
        })
    }
}

/// A module that is the same in every code of a size: column, row, and whether it is dark.
type Fixed = (usize, usize, bool);

/// The timing patterns between the finder patterns, § 6.3.5.
fn timing(side: usize) -> Vec<Fixed> {
    (8..side - 8).flat_map(|i| [(i, 6, i % 2 == 0), (6, i, i % 2 == 0)]).collect()
}

/// All fixed modules.
struct Patterns {
    /// The alignment pattern nearest to the fourth corner, if there is one.
    last: Vec<Fixed>,
    all: Vec<Fixed>,
}

impl Patterns {
    fn of(side: usize) -> Self {
        let mut all = timing(side);
        for (left, top) in [(0, 0), (side - 7, 0), (0, side - 7)] {
            // A finder pattern and the light round it, § 6.3.3 and 6.3.4.
            for (x, y) in (0..81).map(|i| (left + i % 9, top + i / 9)) {
                if x > 0 && y > 0 && x <= side && y <= side {
                    let ring = (x - 1).abs_diff(left + 3).max((y - 1).abs_diff(top + 3));
                    all.push((x - 1, y - 1, !matches!(ring, 2 | 4)));
                }
            }
        }
        let places = alignment(side);
        let mut last = Vec::new();
        for (i, y) in places.iter().enumerate() {
            for (j, x) in places.iter().enumerate() {
                let end = places.len() - 1;
                // In the three corners are finder patterns.
                if (i, j) == (0, 0) || (i, j) == (0, end) || (i, j) == (end, 0) {
                    continue;
                }
                let pattern = (0..25).map(|k| (x + k % 5 - 2, y + k / 5 - 2));
                last = pattern.map(|(a, b)| (a, b, a.abs_diff(*x).max(b.abs_diff(*y)) != 1)).collect();
                all.extend(&last);
            }
        }
        Patterns { last, all }
    }
}

/// The rows and columns of the alignment patterns' middles, § 6.3.6 and annex E.
fn alignment(side: usize) -> Vec<usize> {
    let version = (side - 17) / 4;
    if version == 1 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    // Evenly from the end on; annex E has one exception.
    let step = if version == 32 { 26 } else { (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2 };
    let mut places: Vec<_> = (0..count - 1).map(|i| side - 7 - i * step).collect();
    places.push(6);
    places.reverse();
    places
}
