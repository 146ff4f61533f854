//! How much there is of something, so that it can be said.

/// Each kind of which there is any, by what is said of it, and how many of them there are.
pub(super) fn those_there<Said, const N: usize>(
    kinds: [(Said, usize); N],
) -> impl Iterator<Item = (Said, usize)> {
    kinds.into_iter().filter(|(_, n)| *n > 0)
}
