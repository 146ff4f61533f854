//! A sheet without a secret comes to a stick as a PDF, in a folder of its own: for who has no printer at this computer.

use super::{CeremonyError, Sealed};
use crate::machine::stick::folder::{Stick, write_folder};
use crate::paper::{Page, Sheets, Today, pdf};

/// The page of what to do today, in its folder.
const TODAY: &str = "today.pdf";
/// The backup sheet in its folder.
const SHEET: &str = "backup-sheet.pdf";

/// Writes pages as one PDF. What else is on the stick stays as it is.
///
/// # Errors
/// [`CeremonyError`]; nothing half-written stands under the folder's name.
pub(super) fn write_pages(
    stick: &dyn Stick,
    folder: &str,
    file: &str,
    pages: &[Page],
) -> Result<(), CeremonyError> {
    Ok(write_folder(stick, folder, &[(file, &pdf(pages)?)])?)
}

/// Writes what to do today. Returns the folder's name.
///
/// # Errors
/// As for any page.
pub fn write_today(today: &Today, sheets: &Sheets<'_>, stick: &dyn Stick) -> Result<String, CeremonyError> {
    let end = today.fingerprint.get(32..).unwrap_or_default();
    let folder = format!("today-{end}-{}", today.day);
    write_pages(stick, &folder, TODAY, &[sheets.today(today)])?;
    Ok(folder)
}

impl Sealed {
    /// Writes the backup sheet, to be printed for cards that stay as they are. Returns the folder's name.
    ///
    /// # Errors
    /// As for any page; and as [`Sealed::backup_sheet`].
    pub fn write_backup_sheet(
        &self,
        sheets: &Sheets<'_>,
        stick: &dyn Stick,
    ) -> Result<String, CeremonyError> {
        let folder = format!("backup-sheet-{}-{}", self.manifest().set, self.manifest().sealing);
        write_pages(stick, &folder, SHEET, &self.backup_sheet(sheets)?)?;
        Ok(folder)
    }
}
