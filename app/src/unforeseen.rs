//! What nobody foresaw, for tests: whoever reads something from outside falls over these bytes. So it is tried what
//! becomes of a reader that panics, whatever may be wrong with it.

/// The bytes.
pub(crate) const UNFORESEEN: &str = "nobody foresaw that";

/// Falls over them, wherever they stand.
pub(crate) fn fall_over(bytes: &[u8]) {
    let found = bytes.windows(UNFORESEEN.len()).any(|window| window == UNFORESEEN.as_bytes());
    assert!(!found, "the PIN is 123456");
}
