//! What is dark in a picture: each place beside what is round it, as zxing's hybrid binarizer has it, whose blocks and
//! rules these are; eight pixels at once, as this is most of a look's time.

use rxing::common::{BitArray, BitMatrix, GlobalHistogramBinarizer};
use rxing::{Binarizer, Luma8Source};

use crate::grey::Grey;

/// A block's side in pixels.
const BLOCK: usize = 8;
/// A block with less contrast shows nothing but paper, or nothing but ink.
const CONTRAST: u8 = 24;
/// Each block is seen beside those up to two away.
const LEAST: usize = 5 * BLOCK;

/// The high bit of each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// What is dark beside what is round it; nothing if the picture is too small or too plain.
pub(crate) fn local(grey: &Grey) -> Option<BitMatrix> {
    let (width, height) = (grey.width(), grey.height());
    if width < LEAST || height < LEAST {
        return global(grey);
    }
    let (columns, rows) = (width.div_ceil(BLOCK), height.div_ceil(BLOCK));
    let points = black_points(grey, columns, rows);
    let mut matrix = BitMatrix::new(width.try_into().ok()?, height.try_into().ok()?).ok()?;
    let mut lines: [BitArray; BLOCK] = std::array::from_fn(|_| BitArray::with_size(width));
    let mut thresholds = vec![0u64; columns];
    for row in 0..rows {
        let top = row.clamp(2, rows - 3) - 2;
        for (column, threshold) in thresholds.iter_mut().enumerate() {
            let left = column.clamp(2, columns - 3) - 2;
            let near = (top..top + 5).map(|row| &points[row * columns + left..][..5]);
            let mean = near.flatten().map(|point| u64::from(*point)).sum::<u64>() / 25;
            *threshold = mean * (u64::MAX / 255);
        }
        // The last blocks end with the picture, and go over what is left of them.
        let first = (row * BLOCK).min(height - BLOCK);
        for (y, line) in (first..).zip(&mut lines) {
            let pixels = grey.row(y);
            for (word, thresholds) in thresholds.chunks(8).enumerate() {
                let bytes = thresholds.iter().enumerate().map(|(i, threshold)| {
                    let at = (word * 8 + i) * BLOCK;
                    let bits = match pixels.get(at..at + BLOCK).and_then(|eight| eight.try_into().ok()) {
                        Some(eight) => dark(u64::from_le_bytes(eight), *threshold),
                        None => pixels[at..].iter().enumerate().fold(0, |bits, (i, pixel)| {
                            bits | u64::from(u64::from(*pixel) <= *threshold & 0xff) << i
                        }),
                    };
                    bits << (8 * i)
                });
                line.setBulk(word * 64, bytes.fold(0, |all, byte| all | byte) as _);
            }
            matrix.setRow(y as u32, line);
        }
    }
    Some(matrix)
}

/// What is dark by one threshold for all of the picture.
pub(crate) fn global(grey: &Grey) -> Option<BitMatrix> {
    let (width, height) = (grey.width().try_into().ok()?, grey.height().try_into().ok()?);
    let source = Luma8Source::new_with_slice(grey.pixels(), width, height).ok()?;
    GlobalHistogramBinarizer::new(source).get_black_matrix().ok().cloned()
}

/// A bit for each of eight pixels that is not above the threshold, which stands there eight times.
fn dark(pixels: u64, threshold: u64) -> u64 {
    // Of the low seven bits, whether they are at most the threshold's; where the high ones differ, they decide.
    let low = (threshold | HIGH) - (pixels & !HIGH);
    let dark = ((threshold & !pixels) | (!(threshold ^ pixels) & low)) & HIGH;
    // Bit 8 i goes to bit i.
    (dark >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// For each block, what is dark in it.
fn black_points(grey: &Grey, columns: usize, rows: usize) -> Vec<u8> {
    let (width, height) = (grey.width(), grey.height());
    let mut points = vec![0u8; columns * rows];
    for row in 0..rows {
        let top = (row * BLOCK).min(height - BLOCK);
        for column in 0..columns {
            let left = (column * BLOCK).min(width - BLOCK);
            let (mut least, mut most, mut sums) = ([u8::MAX; BLOCK], [0u8; BLOCK], [0u16; BLOCK]);
            for y in top..top + BLOCK {
                for (i, pixel) in grey.row(y)[left..left + BLOCK].iter().enumerate() {
                    least[i] = least[i].min(*pixel);
                    most[i] = most[i].max(*pixel);
                    sums[i] += u16::from(*pixel);
                }
            }
            let least = least.into_iter().min().unwrap_or_default();
            let most = most.into_iter().max().unwrap_or_default();
            let at = row * columns + column;
            points[at] = if most - least > CONTRAST {
                (sums.iter().sum::<u16>() / (BLOCK * BLOCK) as u16) as u8
            } else {
                // Taken for paper, unless it is darker than the blocks before it say that ink is.
                let before = (row > 0 && column > 0).then(|| {
                    let [above, left, corner] =
                        [at - columns, at - 1, at - columns - 1].map(|at| u16::from(points[at]));
                    ((above + 2 * left + corner) / 4) as u8
                });
                before.filter(|before| least < *before).unwrap_or(least / 2)
            };
        }
    }
    points
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use rxing::common::HybridBinarizer;
    use zeroize::Zeroizing;

    use super::*;

    #[test]
    fn eight_pixels_are_compared_at_once_as_one_by_one() {
        for threshold in 0..=255u64 {
            for pixel in (0..=255u64).step_by(5) {
                let pixels = [pixel, 255 - pixel, threshold, threshold ^ 1, 0, 255, 127, 128];
                let together =
                    dark(u64::from_le_bytes(pixels.map(|p| p as u8)), threshold * (u64::MAX / 255));
                for (i, pixel) in pixels.iter().enumerate() {
                    assert_eq!(together >> i & 1 == 1, *pixel <= threshold, "{pixel} and {threshold}");
                }
            }
        }
    }

    #[test]
    fn what_is_dark_is_what_zxing_calls_dark() {
        // Where blocks end with the picture, none is laid over another one.
        let (width, height) = (176, 120);
        let pixel = |i: usize| {
            let (x, y) = (i % width, i / width);
            // Text and paper in light that fades, and in one corner nothing.
            let ink = (x / 5 * 7 + y / 6 * 13) % 5 < 2 && (x > 70 || y > 60);
            (220 - x / 2 - if ink { 90 } else { (x * y) % 7 }) as u8
        };
        let grey =
            Grey::new(width, height, Zeroizing::new((0..width * height).map(pixel).collect())).unwrap();
        let source = Luma8Source::new_with_slice(grey.pixels(), width as u32, height as u32).unwrap();
        let hybrid = HybridBinarizer::new(source);
        assert!(local(&grey).unwrap() == *hybrid.get_black_matrix().unwrap());
    }

    #[test]
    fn every_size_has_a_place_for_each_pixel() {
        for (width, height) in [(40, 40), (41, 47), (64, 40), (65, 71), (129, 63)] {
            let pixels = (0..width * height).map(|i| if i % width % 16 < 8 { 10 } else { 240 }).collect();
            let grey = Grey::new(width, height, Zeroizing::new(pixels)).unwrap();
            let matrix = local(&grey).unwrap();
            for (x, y) in (0..width).flat_map(|x| (0..height).map(move |y| (x, y))) {
                assert_eq!(matrix.get(x as u32, y as u32), x % 16 < 8, "{width} x {height}: {x}, {y}");
            }
        }
    }
}
