//! One search of one picture: by what `rxing` finds and decodes codes with, behind a border over which nothing comes but
//! codes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rxing::common::cpp_essentials::ConcentricPattern;
use rxing::common::{BitMatrix, DetectorRXingResult};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use zeroize::Zeroizing;

use crate::grey::Grey;
use crate::threshold;

/// So many threes of finder patterns are looked at, the likeliest first: nobody draws a picture that takes for ever. A
/// sheet with a code at each of its nine places, close to each other, has a few hundred.
const MOST: usize = 4096;

/// A code that was read.
#[derive(Clone)]
pub struct Code {
    /// What it says. It may be a secret.
    pub text: Zeroizing<String>,
    /// Where its corners are in the picture, in pixels from the top left: its own top left first, then clockwise.
    pub corners: [(f32, f32); 4],
    /// Whether no picture before had it.
    pub new: bool,
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Code").field("corners", &self.corners).field("new", &self.new).finish_non_exhaustive()
    }
}

/// What counts as dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Threshold {
    /// Each place beside what is round it.
    Local,
    /// One for the whole picture.
    Global,
}

/// All codes that can be read, with places in this picture. A damaged one may break what `rxing` takes for granted:
/// then this search found nothing.
pub(crate) fn search(grey: &Grey, threshold: Threshold) -> Vec<Code> {
    let search = || {
        #[cfg(test)]
        crate::looks::tests::fall_over(grey);
        let matrix = match threshold {
            Threshold::Local => threshold::local(grey),
            Threshold::Global => threshold::global(grey),
        };
        matrix.map(|matrix| read(&matrix)).unwrap_or_default()
    };
    catch_unwind(AssertUnwindSafe(search)).unwrap_or_default()
}

/// QR codes alone: readers see Micro QR codes of a few digits in damaged pages.
fn read(matrix: &BitMatrix) -> Vec<Code> {
    let mut codes = Vec::new();
    let mut used: Vec<ConcentricPattern> = Vec::new();
    let mut patterns = FindFinderPatterns(matrix, true, 0);
    for set in GenerateFinderPatternSets(&mut patterns).into_iter().take(MOST) {
        let corners = [set.bl, set.tl, set.tr];
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        let Ok(sampled) = SampleQR(matrix, &set) else { continue };
        let Ok(decoded) = Decode(sampled.getBits()) else { continue };
        if decoded.isValid() {
            used.extend(corners);
            let corners: Vec<_> = sampled.getPoints().iter().map(|point| (point.x, point.y)).collect();
            let mut corners: [_; 4] = corners.try_into().unwrap_or_default();
            // Row by row, not around.
            corners.swap(2, 3);
            codes.push(Code { text: Zeroizing::new(decoded.text()), corners, new: true });
        }
    }
    codes
}
