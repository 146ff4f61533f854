//! What to do today, as a file on a stick: for who has no printer at this computer.

use super::state::{Left, Stolen, newest};
use crate::ceremony::{CeremonyError, Did, Sheet, write_today};
use crate::language::Texts;
use crate::machine::stick::discover::Plugged;
use crate::paper::{Paper, Sheets, Today};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::Job;
use crate::tui::parts::to_stick::ToStick;
use crate::tui::parts::work::Outcome;

/// Where it is asked for the stick.
pub(super) const PAGE: StepId = StepId::new("stolen-page");

/// What the writing gives: the stick.
type Written = Result<String, CeremonyError>;

/// Which stick; then it is written.
pub(super) fn stick() -> ToStick<Stolen, Written> {
    ToStick::new(PAGE, Holds::Report, write, written)
}

/// What stands on the page, and in which language.
pub(super) fn page(state: &Stolen) -> Option<(Result<Today, CeremonyError>, String)> {
    let held = state.held()?;
    Some((held.after_theft(state.own().left == Left::Keep), held.plan().language.clone()))
}

/// That it was printed, or written.
pub(super) fn is_there(state: &Stolen, context: &Context) {
    if let Some(backup) = newest(state) {
        context.journal.note(Did::Printed { backup, sheet: Sheet::Today });
    }
}

fn write(stick: Plugged, state: &mut Stolen, context: &Context) -> Result<Job<Written>, StepOutcome> {
    let (today, language) = page(state).ok_or(StepOutcome::Back)?;
    Ok(Job::start(&context.wake, move |_| {
        let texts = Texts::of(&language);
        write_today(&today?, &Sheets { texts: &texts, paper: Paper::A4 }, &stick.open()?)?;
        Ok(stick.name().to_owned())
    }))
}

fn written(written: Written, state: &mut Stolen, context: &mut Context) -> Outcome {
    let stick = written.map_err(|error| context.message(&error))?;
    is_there(state, context);
    state.own_mut().page_on = Some(stick);
    Ok(())
}
