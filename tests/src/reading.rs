//! What is read from damaged paper: by us, and by zbar.

use std::collections::BTreeSet;

use anyhow::Result;
use coldspare::backup::{BackupPart, Collector, bundle, is_code};
use coldspare::ceremony::Sealed;
use coldspare::language::Texts;
use coldspare::paper::{Looks, Page, Paper, Picture, Sheets, pdf};
use coldspare::plan::Algorithm;

use crate::damage::{Grey, Spot, Wear};
use crate::fixtures;
use crate::paper::{Pdf, zbarimg};

/// A ceremony's paper that bears codes.
pub struct Printed {
    sealed: Sealed,
    texts: Texts,
}

/// One page as Poppler draws it.
pub struct Drawn {
    page: Grey,
    dpi: u32,
    spot: Spot,
}

/// The codes read.
pub struct Read {
    /// By us.
    pub ours: BTreeSet<String>,
    /// By `zbarimg`.
    pub zbar: BTreeSet<String>,
}

impl Printed {
    /// With three cards of five.
    ///
    /// # Errors
    /// If the ceremony fails.
    pub fn new() -> Result<Self> {
        let plan = fixtures::plan(Algorithm::Curve25519, 3, 5)?;
        let made = fixtures::made(plan)?;
        Ok(Printed { sealed: fixtures::seal(&made)?, texts: Texts::of("en") })
    }

    fn sheets(&self) -> Sheets<'_> {
        Sheets { texts: &self.texts, paper: Paper::A4 }
    }

    /// What share card 2's code says.
    pub fn share(&self) -> String {
        self.sealed.shares()[1].to_text().to_string()
    }

    /// Share card 2's first page.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn card(&self, dpi: u32) -> Result<Drawn> {
        // The code is 66 mm wide; the cup stood on its upper right corner.
        let spot = Spot { corner: (80.0, 64.0), middle: (49.0, 93.0) };
        drawn(&self.sealed.share_card(&self.sheets(), 2, false)?[..1], dpi, spot)
    }

    /// Share card 2's second page, which has text alone.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn second_page(&self, dpi: u32) -> Result<Drawn> {
        let spot = Spot { corner: (80.0, 64.0), middle: (49.0, 93.0) };
        drawn(&self.sealed.share_card(&self.sheets(), 2, false)?[1..2], dpi, spot)
    }

    /// Whether these codes give the sealed backup.
    ///
    /// # Errors
    /// If one of them is no code of its sheet, or they give nothing.
    pub fn comes_back(&self, codes: &BTreeSet<String>) -> Result<bool> {
        let mut sheet = Collector::default();
        codes.iter().try_for_each(|code| sheet.add(BackupPart::parse(code)?).map(drop))?;
        let file = self.sealed.files().iter().find(|(name, _)| *name == bundle::SEALED_BACKUP);
        Ok(file.is_some_and(|(_, sealed)| sheet.join().is_ok_and(|joined| joined == sealed[..])))
    }

    /// How many codes the backup sheet has.
    ///
    /// # Errors
    /// If it cannot be sealed into parts.
    pub fn parts(&self) -> Result<usize> {
        Ok(self.sealed.parts()?.len())
    }

    /// How many of them are enough, whichever.
    ///
    /// # Errors
    /// If it cannot be sealed into parts.
    pub fn enough(&self) -> Result<usize> {
        Ok(self.sealed.counts()?.needed.into())
    }

    /// The backup sheet's first page, which has several codes.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn backup_sheet(&self, dpi: u32) -> Result<Drawn> {
        let spot = Spot { corner: (70.0, 84.0), middle: (105.0, 108.0) };
        drawn(&self.sealed.backup_sheet(&self.sheets())?[..1], dpi, spot)
    }
}

fn drawn(pages: &[Page], dpi: u32, spot: Spot) -> Result<Drawn> {
    let page = Grey::read(&Pdf::of(&pdf(pages)?)?.pictures(dpi)?[0])?;
    Ok(Drawn { page, dpi, spot })
}

impl Drawn {
    /// Its picture after this.
    pub fn damaged(&self, wear: Wear, seed: u64) -> Grey {
        wear.of(&self.page, self.dpi, self.spot, seed)
    }
}

/// What we read from pictures that come one after the other.
pub fn looked<'a>(pictures: impl Iterator<Item = &'a coldspare::paper::Grey>) -> BTreeSet<String> {
    let mut looks = Looks::new(is_code);
    let codes = pictures.flat_map(|picture| looks.look(picture));
    codes.map(|code| code.text.to_string()).collect()
}

/// Every code in a picture that is as good as it was drawn.
pub fn at_a_glance(picture: &Picture) -> Vec<String> {
    let codes = Looks::new(|_: &str| true).look(picture.grey());
    codes.iter().map(|code| code.text.to_string()).collect()
}

/// Reads a picture with both. From a webcam ours gets it a dozen times.
///
/// # Errors
/// If zbar cannot be asked.
pub fn read(grey: Grey, webcam: bool) -> Result<Read> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("damaged.pgm");
    grey.write(&file)?;
    let picture = Picture::from_grey(grey.width, grey.height, grey.pixels)?;
    let ours = match webcam {
        // As many pictures as come in little more than a second.
        true => looked(std::iter::repeat_n(picture.grey(), 12)),
        false => picture.codes(is_code).iter().map(|code| code.to_string()).collect(),
    };
    Ok(Read { ours, zbar: zbarimg(&file)?.into_iter().collect() })
}
