//! Station 4, prove, for who has no printer at this computer: the sheets as files, to be printed elsewhere.

use super::{CeremonyError, Journal, OldCopy, Sealed};
use crate::language::Texts;
use crate::machine::stick::folder::{Stick, write_folder};
use crate::paper::{Bitmap, Page, Sheets, pdf};

/// How finely the pictures are drawn, in dots per inch.
const DPI: u32 = 300;

/// The way to files; it comes with a warning, which the owner has to see first.
#[derive(Debug)]
pub struct Elsewhere(());

impl Elsewhere {
    /// The warning, and what may be done once it is understood.
    pub fn warned(texts: &Texts) -> (String, Self) {
        (texts.say(key!("elsewhere-warning"), &[]), Elsewhere(()))
    }

    /// Writes every share card (with the backup sheet behind it, if wanted), the backup sheet, the owner's record, the
    /// booklet, and what is to be destroyed, if there is anything, into a folder on a stick: each as one PDF, and each page
    /// as a PNG. `dropped`: what the journal has of cards that were dealt in this sitting.
    ///
    /// # Errors
    /// [`CeremonyError`]; nothing half-written stands under the folder's name.
    pub fn write(
        &self,
        sealed: &Sealed,
        sheets: &Sheets<'_>,
        with_backup_sheet: bool,
        dropped: &[OldCopy],
        (stick, folder): (&dyn Stick, &str),
    ) -> Result<(), CeremonyError> {
        let mut files = Vec::new();
        for share in sealed.shares() {
            let pages = sealed.share_card(sheets, share.x, with_backup_sheet)?;
            files.extend(as_files(&format!("share-card-{}", share.x), &pages)?);
        }
        files.extend(as_files("backup-sheet", &sealed.backup_sheet(sheets)?)?);
        // What is done after this stands on neither.
        let journal = Journal::default();
        let record = sealed.owners_record(sheets, with_backup_sheet, &journal);
        files.extend(as_files("owners-record", &[record])?);
        files.extend(as_files("booklet", &sealed.booklet(sheets, with_backup_sheet, &journal))?);
        let to_destroy = sealed.to_destroy(sheets, dropped, &[]);
        if !to_destroy.is_empty() {
            files.extend(as_files("to-destroy", &to_destroy)?);
        }
        let files: Vec<_> = files.iter().map(|(name, bytes)| (name, &bytes[..])).collect();
        Ok(write_folder(stick, folder, &files)?)
    }
}

type File = (String, zeroize::Zeroizing<Vec<u8>>);

fn as_files(name: &str, pages: &[Page]) -> Result<Vec<File>, CeremonyError> {
    let mut files = vec![(format!("{name}.pdf"), pdf(pages)?)];
    for (number, page) in (1..).zip(pages) {
        files.push((format!("{name}-page-{number}.png"), Bitmap::draw(page, DPI)?.png()?));
    }
    Ok(files)
}
