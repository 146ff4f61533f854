//! Codes are read from worn paper, and from a camera.

use anyhow::Result;
use coldspare::paper::Picture;

#[test]
fn a_picture_without_a_code_has_none() -> Result<()> {
    assert!(Picture::from_grey(64, 64, vec![200; 64 * 64])?.codes().is_empty());
    Ok(())
}
