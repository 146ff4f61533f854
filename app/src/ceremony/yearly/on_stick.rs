//! The report comes to a stick, beside whatever is on it: it has no secret.

use super::findings::Findings;
use crate::backup::Moment;
use crate::ceremony::CeremonyError;
use crate::ceremony::page_file::write_pages;
use crate::language::Texts;
use crate::machine::stick::folder::Stick;
use crate::paper::{Paper, Sheets};

/// The report in its folder.
const REPORT: &str = "yearly-check.pdf";

/// Writes the report as a PDF to a folder that is called after its day. Returns the folder's name.
///
/// # Errors
/// [`CeremonyError`]; nothing half-written stands under the folder's name.
pub fn write_report(findings: &Findings, texts: &Texts, stick: &dyn Stick) -> Result<String, CeremonyError> {
    let day = Moment::from(findings.today).day();
    let folder = match findings.backup.as_ref().and_then(|backup| backup.fingerprint.get(32..)) {
        Some(end) => format!("yearly-check-{end}-{day}"),
        None => format!("yearly-check-{day}"),
    };
    let pages = Sheets { texts, paper: Paper::A4 }.yearly(&findings.report(texts));
    write_pages(stick, &folder, REPORT, &pages)?;
    Ok(folder)
}
