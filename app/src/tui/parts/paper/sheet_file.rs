//! The new backup sheet as a file on a stick, to be printed on another computer: it is no secret.

use super::state::Prints;
use crate::ceremony::{CeremonyError, Did, Sheet};
use crate::language::Texts;
use crate::machine::stick::discover::Plugged;
use crate::paper::Sheets;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::Job;
use crate::tui::parts::to_stick::ToStick;
use crate::tui::parts::work::Outcome;

/// Where it is asked for the stick.
pub(super) const SHEETS_STICK: StepId = StepId::new("sheets-stick");

/// What the writing gives: the folder and the stick.
type Written = Result<(String, String), CeremonyError>;

/// Which stick; then it is written.
pub(in crate::tui) fn sheet_file<S: Prints>() -> ToStick<S, Written> {
    ToStick::new(SHEETS_STICK, Holds::Report, write, written)
}

fn write<S: Prints>(stick: Plugged, state: &mut S, context: &Context) -> Result<Job<Written>, StepOutcome> {
    let sealed = state.sealed().cloned().ok_or(StepOutcome::Back)?;
    let (language, paper) = (state.plan().language.clone(), state.paper().size);
    Ok(Job::start(&context.wake, move |_| {
        let texts = Texts::of(&language);
        let folder = sealed.write_backup_sheet(&Sheets { texts: &texts, paper }, &stick.open()?)?;
        Ok((folder, stick.name().to_owned()))
    }))
}

fn written<S: Prints>(written: Written, state: &mut S, context: &mut Context) -> Outcome {
    let (folder, stick) = written.map_err(|error| context.message(&error))?;
    if let Some(sealed) = state.sealed() {
        context.journal.note(Did::printed(sealed, Sheet::BackupFile));
        let of = sealed.manifest().sealed_backup_sha256;
        state.paper_mut().sheet_on = Some((of, folder, stick));
    }
    Ok(())
}
