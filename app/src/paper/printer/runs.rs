//! Bytes as runs: what the run length codings of PCL, PWG Raster and Apple raster have in common.

/// The most bytes that one run may stand for, in each of these codings.
const LONGEST: usize = 128;

/// A piece of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Run<'a> {
    /// One byte, 1 to 128 times.
    Repeated(u8, u8),
    /// 2 to 128 bytes of which no two neighbours are alike.
    Different(&'a [u8]),
}

/// Splits a row. One byte alone is a repetition of 1: PWG Raster has no other form for it.
pub(super) fn runs(mut row: &[u8]) -> impl Iterator<Item = Run<'_>> {
    std::iter::from_fn(move || {
        let first = *row.first()?;
        let alike = row.iter().take(LONGEST).take_while(|byte| **byte == first).count();
        let pairs = row.windows(2).take(LONGEST);
        // Up to the byte with which the next repetition begins, or to the row's end.
        let different = pairs.take_while(|pair| pair[0] != pair[1]).count();
        let different = if different + 1 == row.len() { row.len() } else { different }.min(LONGEST);
        let (taken, run) = if alike > 1 || different < 2 {
            (alike, Run::Repeated(first, u8::try_from(alike).unwrap_or(u8::MAX)))
        } else {
            (different, Run::Different(&row[..different]))
        };
        row = &row[taken..];
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_runs_of_a_row_are_the_row(row in proptest::collection::vec(0u8..3, 0..600)) {
            let mut whole = Vec::new();
            for run in runs(&row) {
                match run {
                    Run::Repeated(byte, times) => {
                        prop_assert!((1..=128).contains(&times));
                        whole.resize(whole.len() + usize::from(times), byte);
                    }
                    Run::Different(bytes) => {
                        prop_assert!((2..=128).contains(&bytes.len()));
                        whole.extend(bytes);
                    }
                }
            }
            prop_assert_eq!(whole, row);
        }
    }
}
