//! Grey pictures, and what is done to one before it is searched. Each pass goes over the picture once and needs
//! little more room than its result.

use zeroize::Zeroizing;

/// A grey picture, 0 black to 255 white, row by row from the top. It may show a secret.
#[derive(Clone)]
pub struct Grey {
    width: usize,
    height: usize,
    /// `width * height` of them.
    pixels: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Grey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Grey({} x {})", self.width, self.height)
    }
}

impl Grey {
    /// Of its pixels, a byte each; nothing if there are not `width * height` of them.
    pub fn new(width: usize, height: usize, pixels: Zeroizing<Vec<u8>>) -> Option<Self> {
        (width.checked_mul(height)? == pixels.len()).then_some(Grey { width, height, pixels })
    }

    /// Pixels in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Row by row from the top.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    pub(crate) fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..][..self.width]
    }

    /// `columns * rows` pixels averaged to one; a rest at the right and below is left out.
    pub(crate) fn reduced(&self, columns: usize, rows: usize) -> Self {
        let (width, height) = (self.width / columns, self.height / rows);
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        let mut sums = Zeroizing::new(vec![0u32; width]);
        let area = (columns * rows) as u32;
        for y in 0..height {
            sums.fill(0);
            for row in y * rows..(y + 1) * rows {
                let parts = self.row(row).chunks_exact(columns);
                let sum = |part: &[u8]| part.iter().map(|pixel| u32::from(*pixel)).sum::<u32>();
                sums.iter_mut().zip(parts).for_each(|(all, part)| *all += sum(part));
            }
            pixels.extend(sums.iter().map(|sum| (sum / area) as u8));
        }
        Grey { width, height, pixels }
    }

    /// Twice as wide and as high, even between two pixels.
    pub(crate) fn doubled(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        for y in 0..height {
            // Three parts of the nearer pixel, one of the other.
            let near = self.row(y / 2);
            let far = if y % 2 == 0 { (y / 2).saturating_sub(1) } else { (y / 2 + 1).min(self.height - 1) };
            let far = self.row(far);
            let column = |x: usize| 3 * u32::from(near[x]) + u32::from(far[x]);
            for x in 0..self.width {
                let middle = 3 * column(x);
                let left = column(x.saturating_sub(1));
                let right = column((x + 1).min(self.width - 1));
                pixels.push(((middle + left + 8) / 16) as u8);
                pixels.push(((middle + right + 8) / 16) as u8);
            }
        }
        Grey { width, height, pixels }
    }

    /// Each pixel and the mean (in 16ths) of the square round it, `2 * radius + 1` wide, as far as it is in the
    /// picture, made into another pixel.
    pub(crate) fn with_means(&self, radius: usize, mut pixel: impl FnMut(i32, i32) -> u8) -> Self {
        let (width, height) = (self.width, self.height);
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        // Of each column, what the square's rows add up to.
        let mut columns = Zeroizing::new(vec![0u32; width]);
        let mut rows = 0u32;
        for y in 0..height + radius {
            if y < height {
                rows += 1;
                columns.iter_mut().zip(self.row(y)).for_each(|(sum, p)| *sum += u32::from(*p));
            }
            if y > 2 * radius {
                rows -= 1;
                let gone = self.row(y - 2 * radius - 1);
                columns.iter_mut().zip(gone).for_each(|(sum, p)| *sum -= u32::from(*p));
            }
            let Some(here) = y.checked_sub(radius) else { continue };
            let row = self.row(here);
            let (mut sum, mut wide) = (0u32, 0u32);
            for x in 0..width + radius {
                if x < width {
                    sum += columns[x];
                    wide += 1;
                }
                if x > 2 * radius {
                    sum -= columns[x - 2 * radius - 1];
                    wide -= 1;
                }
                if let Some(middle) = x.checked_sub(radius) {
                    let mean = sum as f32 * (16.0 / (rows * wide) as f32);
                    pixels.push(pixel(i32::from(row[middle]), mean as i32));
                }
            }
        }
        Grey { width, height, pixels }
    }

    /// The mean of the square round each pixel.
    pub(crate) fn smoothed(&self, radius: usize) -> Self {
        self.with_means(radius, |_, mean| ((mean + 8) / 16) as u8)
    }

    /// What differs from the square round each pixel, stressed: what a lens has mixed comes apart.
    pub(crate) fn sharpened(&self, radius: usize, half_times: i32) -> Self {
        self.with_means(radius, |pixel, mean| {
            (pixel + half_times * (16 * pixel - mean) / 32).clamp(0, 255) as u8
        })
    }

    /// Light and contrast made even: the difference from what is round each pixel, in parts of how much pixels
    /// differ there.
    pub(crate) fn flattened(&self, radius: usize) -> Self {
        let differences = self.with_means(radius, |pixel, mean| ((16 * pixel - mean) / 16 / 2 + 128) as u8);
        let deviations = differences.with_means(0, |pixel, _| (2 * (pixel - 128).abs()).min(255) as u8);
        let mut deviations = deviations.smoothed(radius);
        for (deviation, difference) in deviations.pixels.iter_mut().zip(differences.pixels.iter()) {
            let difference = 2 * (i32::from(*difference) - 128);
            *deviation = (128 + 64 * difference / i32::from(*deviation).max(4)).clamp(0, 255) as u8;
        }
        deviations
    }

    /// Each pixel the middle one of the nine round it: speckle goes, edges stay.
    pub(crate) fn median(&self) -> Self {
        let (width, height) = (self.width, self.height);
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        // Each column of three in order.
        let mut columns = Zeroizing::new(vec![[0u8; 3]; width]);
        for y in 0..height {
            let [above, row, below] = [y.saturating_sub(1), y, (y + 1).min(height - 1)].map(|y| self.row(y));
            for (x, column) in columns.iter_mut().enumerate() {
                *column = in_order([above[x], row[x], below[x]]);
            }
            for x in 0..width {
                let [a, b, c] = [x.saturating_sub(1), x, (x + 1).min(width - 1)].map(|x| columns[x]);
                // The middle one of nine is that of: the greatest of the least, the middle one of the middle ones, and
                // the least of the greatest (Paeth, Graphics Gems).
                let least = a[0].max(b[0]).max(c[0]);
                let greatest = a[2].min(b[2]).min(c[2]);
                pixels.push(in_order([least, in_order([a[1], b[1], c[1]])[1], greatest])[1]);
            }
        }
        Grey { width, height, pixels }
    }
}

fn in_order([a, b, c]: [u8; 3]) -> [u8; 3] {
    let (low, high) = (a.min(b), a.max(b));
    [low.min(c), low.max(high.min(c)), high.max(c)]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Pixels that look random.
    fn random(width: usize, height: usize) -> Grey {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        Grey::new(width, height, Zeroizing::new((0..width * height).map(|_| next()).collect())).unwrap()
    }

    fn near(grey: &Grey, x: usize, y: usize, radius: usize) -> Vec<u8> {
        let range = |at: usize, end: usize| at.saturating_sub(radius)..(at + radius + 1).min(end);
        let row = |y: usize| &grey.row(y)[range(x, grey.width)];
        range(y, grey.height).flat_map(row).copied().collect()
    }

    const SIZES: [(usize, usize); 6] = [(0, 0), (1, 1), (1, 9), (9, 1), (2, 3), (31, 17)];

    #[test]
    fn means_are_those_of_what_is_round_each_pixel() {
        for (width, height) in SIZES {
            for radius in [0, 1, 3, 40] {
                let grey = random(width, height);
                let smooth = grey.smoothed(radius);
                for (i, pixel) in smooth.pixels.iter().enumerate() {
                    let near = near(&grey, i % width, i / width, radius);
                    let mean = near.iter().map(|p| f64::from(*p)).sum::<f64>() / near.len() as f64;
                    assert!((f64::from(*pixel) - mean).abs() <= 0.6, "{width} x {height}, {radius}, {i}");
                }
                assert_eq!(smooth.pixels.len(), width * height);
            }
        }
    }

    #[test]
    fn the_median_is_the_middle_one_of_nine() {
        let grey = random(31, 17);
        let median = grey.median();
        for (x, y) in (1..30).flat_map(|x| (1..16).map(move |y| (x, y))) {
            let mut near = near(&grey, x, y, 1);
            near.sort_unstable();
            assert_eq!(median.row(y)[x], near[4]);
        }
    }

    #[test]
    fn every_change_takes_every_size_and_leaves_bare_paper_bare() {
        for (width, height) in SIZES {
            let paper = Grey::new(width, height, Zeroizing::new(vec![200; width * height])).unwrap();
            let changed = [
                paper.reduced(2, 2),
                paper.reduced(4, 2),
                paper.doubled(),
                paper.smoothed(8),
                paper.sharpened(3, 3),
                paper.median(),
            ];
            for grey in changed {
                assert_eq!(grey.pixels.len(), grey.width * grey.height);
                assert!(grey.pixels.iter().all(|pixel| *pixel == 200), "{grey:?}");
            }
            assert_eq!(paper.flattened(8).pixels.len(), width * height);
        }
    }
}
