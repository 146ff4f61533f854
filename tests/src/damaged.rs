//! The damaged pages in `golden/paper`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::damage::Grey;

/// A picture of a damaged page.
pub struct Damaged {
    /// What happened to it.
    pub name: String,
    /// How many codes are in it.
    pub codes: usize,
    /// How many we read at least.
    pub read: usize,
    file: PathBuf,
}

impl Damaged {
    /// The picture.
    ///
    /// # Errors
    /// If it is no whole JPEG.
    pub fn picture(&self) -> Result<Grey> {
        let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::Luma);
        let mut decoder = JpegDecoder::new_with_options(Cursor::new(fs::read(&self.file)?), options);
        let pixels = decoder.decode().map_err(|e| anyhow::anyhow!("{}: {e:?}", self.name))?;
        let (width, height) = decoder.dimensions().context("no size")?;
        ensure!(pixels.len() == width * height, "{} is not grey", self.name);
        Ok(Grey { width, height, pixels })
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/paper")
}

/// All of them.
///
/// # Errors
/// If their list cannot be read.
pub fn all() -> Result<Vec<Damaged>> {
    let list = fs::read_to_string(folder().join("codes.txt"))?;
    let line = |line: &str| {
        let [name, codes, read] = line.split(' ').collect::<Vec<_>>()[..] else {
            return Err(line.to_owned());
        };
        let number = |text: &str| text.parse().map_err(|_| line.to_owned());
        let file = folder().join(format!("{name}.jpg"));
        Ok(Damaged { name: name.into(), codes: number(codes)?, read: number(read)?, file })
    };
    list.lines().map(line).collect::<Result<_, _>>().map_err(anyhow::Error::msg)
}

/// What the codes in them say.
///
/// # Errors
/// If the list cannot be read.
pub fn texts() -> Result<BTreeSet<String>> {
    Ok(fs::read_to_string(folder().join("texts.txt"))?.lines().map(str::to_owned).collect())
}
