//! The report: what was good, what is to be put right, and what was not checked. It comes to the printer and to a stick.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Yearly;
use crate::ceremony::{CeremonyError, Did, Fingerprint, write_report};
use crate::language::Texts;
use crate::machine::stick::discover::Plugged;
use crate::paper::{Mark, Paper, Sheets};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::Job;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::answers;
use crate::tui::parts::paper::one_sheet::OneSheet;
use crate::tui::parts::paper::ways::any_printer;
use crate::tui::parts::work::Outcome;

/// So much of what is to be put right is shown; the report has all of it.
const SHOWN: usize = 4;

/// The step.
pub(super) struct Report {
    list: List,
    page: OneSheet,
}

impl Default for Report {
    fn default() -> Self {
        let page = OneSheet::new(key!("yearly-report-print"), key!("yearly-report-printed"));
        Report { list: List::default(), page }
    }
}

/// What can be done with it.
fn items(state: &Yearly, context: &Context) -> Vec<Item> {
    let next = match state.is_reported() {
        true => noted!("yearly-report-next"),
        false => noted!("yearly-report-without"),
    };
    answers(context, &[noted!("yearly-report-stick"), next])
}

/// That there is a report.
fn is_there(state: &mut Yearly, context: &Context) {
    // A file with less in it is not this report.
    if !state.is_reported() {
        state.written = None;
    }
    state.reported = Some(state.findings());
    if let Some(backup) = &state.backup {
        context.journal.note(Did::YearlyReport { of: Fingerprint::of_manifest(backup) });
    }
}

impl Step<Yearly> for Report {
    fn id(&self) -> StepId {
        step!("yearly-report")
    }

    fn enter(&mut self, state: &mut Yearly, _: &mut Context) {
        let is_reported = state.is_reported();
        if !is_reported {
            // What was printed before says less.
            *self = Report::default();
        }
        (self.list, state.to_stick) = (List::at(usize::from(is_reported)), false);
    }

    fn view(&self, state: &Yearly, context: &Context) -> View {
        if let Some(printing) = self.page.printing(context) {
            return printing;
        }
        let report = state.findings().report(context.texts());
        let many = |mark| report.of(mark).count();
        let values = [
            ("good", many(Mark::Good).into()),
            ("bad", many(Mark::Bad).into()),
            ("open", many(Mark::Open).into()),
        ];
        let view = View::new(context.say(self.id().title))
            .text(context.say(self.id().text))
            .strong(context.fill(key!("yearly-report-counts"), &values));
        let mut bad: Vec<_> = report.of(Mark::Bad).map(|line| format!("! {}", line.what)).collect();
        if bad.len() > SHOWN {
            bad.truncate(SHOWN - 1);
            bad.push("…".to_owned());
        }
        let view = bad.into_iter().fold(view, View::text);
        let can_print = !self.page.is_printed() && any_printer(context).is_some();
        self.page
            .view(context, view, can_print)
            .list(&self.list, items(state, context))
            .enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut Yearly, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.page.key(key, context) => {}
            KeyCode::Enter => {
                state.to_stick = self.list.at == 0;
                if !state.to_stick && !state.is_reported() {
                    state.goes_without = Some(state.findings());
                }
                return StepOutcome::Next;
            }
            KeyCode::F(5) => {
                if let Some(printer) = any_printer(context) {
                    let report = state.findings().report(context.texts());
                    let to = (printer, Paper::A4, context.language().to_owned());
                    self.page.print(context, to, move |sheets: &Sheets<'_>| Ok(sheets.yearly(&report)));
                }
            }
            _ => return StepOutcome::nowhere(self.list.key(key, &items(state, context))),
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut Yearly, context: &mut Context) -> StepOutcome {
        if self.page.poll(context) {
            is_there(state, context);
            self.list = List::at(1);
        }
        StepOutcome::Unhandled
    }

    fn is_wide(&self) -> bool {
        true
    }

    fn is_busy(&self) -> bool {
        self.page.is_busy()
    }
}

/// What the writing gives: the folder and the stick.
type Written = Result<(String, String), CeremonyError>;

/// Writes the report to a stick.
pub(super) fn write(
    stick: Plugged,
    state: &mut Yearly,
    context: &Context,
) -> Result<Job<Written>, StepOutcome> {
    let (findings, language) = (state.findings(), context.language());
    Ok(Job::start(&context.wake, move |_| {
        let folder = write_report(&findings, &Texts::of(language), &stick.open()?)?;
        Ok((folder, stick.name().to_owned()))
    }))
}

/// Where it is now.
pub(super) fn written(written: Written, state: &mut Yearly, context: &mut Context) -> Outcome {
    let written = written.map_err(|error| context.message(&error))?;
    is_there(state, context);
    state.written = Some(written);
    Ok(())
}
