//! How often the screens have stopped unexpectedly: something that is broken for good is not started for ever.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// So many crashes …
const MOST: usize = 5;
/// … within this time are too many.
const WITHIN: Duration = Duration::from_secs(60);

/// When the last ones were.
#[derive(Debug, Default)]
pub(super) struct Crashes(VecDeque<Instant>);

impl Crashes {
    /// Counts one, and says whether it is one too many.
    pub(super) fn too_many(&mut self, now: Instant) -> bool {
        self.0.retain(|before| now.duration_since(*before) < WITHIN);
        self.0.push_back(now);
        self.0.len() >= MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_crashes_within_a_minute_are_too_many() {
        let begin = Instant::now();
        let mut crashes = Crashes::default();
        let after = |seconds| begin + Duration::from_secs(seconds);
        let answers = [0, 1, 2, 3, 59].map(|seconds| crashes.too_many(after(seconds)));
        assert_eq!(answers, [false, false, false, false, true]);
    }

    #[test]
    fn one_now_and_then_is_not() {
        let begin = Instant::now();
        let mut crashes = Crashes::default();
        assert!((0..50).all(|i| !crashes.too_many(begin + Duration::from_secs(15 * i))));
    }
}
