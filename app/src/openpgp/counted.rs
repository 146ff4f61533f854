//! How much there is of something, so that it can be said.

/// A kind of things, by the name of its text, and how many of them there are.
pub type Counted = (&'static str, usize);

/// Each kind of which there is any.
pub(super) fn those_there<const N: usize>(kinds: [Counted; N]) -> impl Iterator<Item = Counted> {
    kinds.into_iter().filter(|(_, n)| *n > 0)
}
