//! The trial image, which `make trial` builds.

use std::path::PathBuf;

use anyhow::{Result, ensure};

/// Where its parts lie: the variable `COLDSPARE_TRIAL`, or `out/trial`.
///
/// # Errors
/// If it has not been built.
pub fn folder() -> Result<PathBuf> {
    let folder = match std::env::var_os("COLDSPARE_TRIAL") {
        Some(folder) => folder.into(),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../out/trial"),
    };
    ensure!(folder.is_dir(), "there is no trial image at {}: `make trial` builds it", folder.display());
    Ok(folder)
}

/// The image of the stick.
///
/// # Errors
/// If it has not been built.
pub fn image() -> Result<PathBuf> {
    let image = folder()?.join("coldspare-trial.img");
    ensure!(image.is_file(), "there is no {}: `make trial` builds it", image.display());
    Ok(image)
}
