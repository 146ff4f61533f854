//! What a picture is looked at as.

use std::borrow::Cow;

use crate::code::{Code, Threshold, search};
use crate::grey::Grey;

/// A picture of so many pixels is not doubled: a sheet of A4 at 150 dpi has two million.
const DOUBLED: usize = 2_600_000;

/// A picture made from a picture, in which codes may be found that are not in itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Variant {
    /// Nothing more than the picture itself.
    Plain,
    /// Half as large: large modules, and noise between them.
    Half,
    /// A third as large: modules full of holes.
    Third,
    /// Light and contrast made even, then doubled: shadows, faded ink, and modules of two or three pixels.
    Even,
    /// Doubled and sharpened: out of focus, small.
    Sharp,
    /// Half the columns, as it is and half as large: a fax has twice as many a millimetre as it has rows.
    Fax,
    /// Half as large, made even: faded and noisy.
    EvenHalf,
    /// Doubled, nothing else.
    Doubled,
    /// Half as large and sharpened: noisy and out of focus.
    SharpHalf,
    /// As `Even`, with one threshold for all of it: hardly any ink.
    EvenGlobal,
    /// Doubled and sharpened strongly: far out of focus.
    Sharpest,
    /// Speckle taken away, and one threshold.
    Speckled,
}

impl Variant {
    /// In the order in which they are tried: first what finds most.
    pub(crate) const ALL: [Variant; 12] = [
        Variant::Plain,
        Variant::Half,
        Variant::Even,
        Variant::Sharp,
        Variant::EvenHalf,
        Variant::Doubled,
        Variant::Third,
        Variant::Fax,
        Variant::SharpHalf,
        Variant::EvenGlobal,
        Variant::Sharpest,
        Variant::Speckled,
    ];

    /// The codes in this variant of a picture.
    pub(crate) fn search(self, grey: &Grey) -> Vec<Code> {
        // How far light is the same, about: wider than a finder pattern on a code that fills a third of the picture.
        let wide = (grey.width().max(grey.height()) / 40 + 3).clamp(8, 60);
        let twice = || match grey.pixels().len() {
            small if small <= DOUBLED => (2, Cow::Owned(grey.doubled())),
            _ => (1, Cow::Borrowed(grey)),
        };
        let larger = |even: Grey| match even.pixels().len() {
            small if small <= DOUBLED => (2, even.doubled()),
            _ => (1, even),
        };
        match self {
            Variant::Plain => Vec::new(),
            Variant::Half => placed(search(&grey.reduced(2, 2), Threshold::Local), 2.0),
            Variant::Third => placed(search(&grey.reduced(3, 3), Threshold::Local), 3.0),
            Variant::Even => {
                let (times, even) = larger(grey.flattened(wide));
                placed(search(&even, Threshold::Local), 1.0 / times as f32)
            }
            Variant::Sharp => {
                let (times, doubled) = twice();
                placed(search(&doubled.sharpened(3, 3), Threshold::Local), 1.0 / times as f32)
            }
            Variant::EvenHalf => {
                placed(search(&grey.reduced(2, 2).flattened(wide / 2), Threshold::Local), 2.0)
            }
            Variant::Fax => {
                let mut codes = Vec::new();
                for (columns, rows) in [(2, 1), (4, 2)] {
                    let mut found = search(&grey.reduced(columns, rows), Threshold::Local);
                    for corner in found.iter_mut().flat_map(|code| &mut code.corners) {
                        *corner = (corner.0 * columns as f32, corner.1 * rows as f32);
                    }
                    codes.append(&mut found);
                }
                codes
            }
            Variant::Doubled => {
                let (times, doubled) = twice();
                placed(search(&doubled, Threshold::Local), 1.0 / times as f32)
            }
            Variant::SharpHalf => placed(search(&grey.reduced(2, 2).sharpened(2, 3), Threshold::Local), 2.0),
            Variant::EvenGlobal => {
                let (times, even) = larger(grey.flattened(wide));
                placed(search(&even, Threshold::Global), 1.0 / times as f32)
            }
            Variant::Sharpest => {
                let (times, doubled) = twice();
                placed(search(&doubled.sharpened(5, 6), Threshold::Local), 1.0 / times as f32)
            }
            Variant::Speckled => placed(search(&grey.median(), Threshold::Global), 1.0),
        }
    }
}

/// The codes in the picture itself.
pub(crate) fn plain(grey: &Grey) -> Vec<Code> {
    search(grey, Threshold::Local)
}

/// Codes with their places in a picture that is so many times as large.
pub(crate) fn placed(mut codes: Vec<Code>, times: f32) -> Vec<Code> {
    for corner in codes.iter_mut().flat_map(|code| &mut code.corners) {
        *corner = (corner.0 * times, corner.1 * times);
    }
    codes
}
