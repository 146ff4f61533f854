//! What was read from paper, however it was: seen by a camera, scanned, or typed. It is looked into here, and nowhere
//! else.

use zeroize::Zeroizing;

use super::{CeremonyError, OnPaper, scanned};
use crate::backup::{
    Candidates, Gathering, Manifest, MnemonicError, OPEN, Share, ShareError, parse_hexadecimal, parse_words,
};

/// What was read; not yet looked into.
#[derive(Clone)]
pub enum Reading {
    /// The text of a code, from a camera or a scanner, as it was typed on whatever layout.
    Code(Zeroizing<String>),
    /// A card's 24 words.
    Words(Zeroizing<String>),
    /// A card's four lines of hexadecimal digits.
    Digits(Zeroizing<String>),
}

impl Reading {
    /// A code.
    pub fn code(text: &str) -> Self {
        Reading::Code(Zeroizing::new(text.to_owned()))
    }

    /// Words.
    pub fn words(text: &str) -> Self {
        Reading::Words(Zeroizing::new(text.to_owned()))
    }

    /// Lines of digits.
    pub fn digits(text: &str) -> Self {
        Reading::Digits(Zeroizing::new(text.to_owned()))
    }

    /// What stands there.
    ///
    /// # Errors
    /// [`CeremonyError`] tells a wrong word or line, another code and one that was read wrong apart.
    pub fn on_paper(&self) -> Result<OnPaper, CeremonyError> {
        match self {
            Reading::Code(text) => scanned(text),
            Reading::Words(text) => Ok(OnPaper::Bytes(parse_words(text)?)),
            Reading::Digits(text) => Ok(OnPaper::Bytes(parse_hexadecimal(text)?)),
        }
    }

    /// Whether it has a `?` in the place of something that cannot be read.
    pub fn is_open(&self) -> bool {
        !matches!(self, Reading::Code(_)) && self.text().contains(OPEN)
    }

    /// What a card may say that has `?` in the place of what cannot be read.
    ///
    /// # Errors
    /// [`MnemonicError`].
    pub fn open(&self) -> Result<Candidates, MnemonicError> {
        match self {
            Reading::Digits(text) => Candidates::of_lines(text),
            Reading::Words(text) | Reading::Code(text) => Candidates::of_words(text),
        }
    }

    /// What a card may say of which one word or digit was misread, or two are swapped.
    ///
    /// # Errors
    /// [`MnemonicError`].
    pub fn near(&self) -> Result<Candidates, MnemonicError> {
        match self {
            Reading::Digits(text) => Candidates::near_lines(text),
            Reading::Words(text) | Reading::Code(text) => Candidates::near_words(text),
        }
    }

    /// As it was read.
    pub fn text(&self) -> &str {
        match self {
            Reading::Code(text) | Reading::Words(text) | Reading::Digits(text) => text,
        }
    }
}

/// Checks one card with a manifest whose signature was checked: one card alone, years later, with nobody else present.
/// Returns its share.
///
/// # Errors
/// [`CeremonyError`] tells a wrong word or line, a damaged card, and one of another set apart.
pub fn check_card(manifest: &Manifest, card: &Reading) -> Result<Share, CeremonyError> {
    match card.on_paper()? {
        OnPaper::Share(share) => {
            Gathering::of(manifest.clone()).add(share.clone())?;
            Ok(share)
        }
        OnPaper::Bytes(y) => of_manifest(manifest, [&*y]),
        OnPaper::Part(_) => Err(ShareError::BackupPart.into()),
    }
}

/// The share that has these bytes, whichever of them: the manifest has the hash of each.
pub(super) fn of_manifest<'a>(
    manifest: &Manifest,
    ys: impl IntoIterator<Item = &'a [u8; 32]>,
) -> Result<Share, CeremonyError> {
    let listed = ys.into_iter().find_map(|y| Some((manifest.card_of(y)?, Zeroizing::new(*y))));
    let (x, y) = listed.ok_or(CeremonyError::NoCard { set: manifest.set })?;
    Ok(Share { set: manifest.set, quorum: manifest.quorum, x, y })
}
