//! The owner's record, printed when all is done: what was done after the cards stands on it only then. And beside it the
//! booklet.

use ratatui::crossterm::event::KeyEvent;

use super::printing::Printing;
use super::state::Prints;
use super::ways::printer_or_any;
use crate::ceremony::{Did, RecordPrinted, Sheet};
use crate::paper::Sheets;
use crate::paper::printer::Printer;
use crate::tui::kit::context::Context;
use crate::tui::kit::jobs::State;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

/// Prints it, as the journal stands now.
pub(super) fn start(state: &impl Prints, context: &Context, printer: Printer) -> Option<Printing> {
    let sealed = state.sealed().cloned()?;
    let (behind, journal) = (state.has_sheets_behind(), context.journal.clone());
    let to = (printer, state.paper().size, state.plan().language.clone());
    Some(Printing::start(context, to, move |sheets: &Sheets<'_>| {
        Ok(vec![sealed.owners_record(sheets, behind, &journal)])
    }))
}

/// Prints the booklet, as the journal stands now.
pub(super) fn start_booklet(state: &impl Prints, context: &Context, printer: Printer) -> Option<Printing> {
    let sealed = state.sealed().cloned()?;
    let (behind, journal) = (state.has_sheets_behind(), context.journal.clone());
    let to = (printer, state.paper().size, state.plan().language.clone());
    Some(Printing::start(
        context,
        to,
        move |sheets: &Sheets<'_>| Ok(sealed.booklet(sheets, behind, &journal)),
    ))
}

/// It, or the booklet, on its way to the printer, and what went wrong.
#[derive(Default)]
pub(in crate::tui) struct LastRecord {
    printing: Option<(Sheet, Printing)>,
    problem: Option<Message>,
}

impl LastRecord {
    /// The screen while it is printed.
    pub(in crate::tui) fn printing(&self, context: &Context) -> Option<View> {
        let (sheet, printing) = self.printing.as_ref()?;
        let title = match sheet {
            Sheet::Booklet => key!("more-paper-booklet"),
            _ => key!("more-paper-record"),
        };
        let view = View::new(context.say(title)).text(context.say(key!("more-paper-now")));
        Some(printing.view(context, view))
    }

    /// Adds what a sheet that was printed before lacks, and the key that prints it.
    pub(in crate::tui) fn view(&self, state: &impl Prints, context: &Context, view: View) -> View {
        let Some(sealed) = state.sealed() else { return view };
        let can_print = printer_or_any(state, context).is_some();
        let view = match (context.journal.record(sealed), can_print) {
            (RecordPrinted::WithAll, _) => view.good(context.say(key!("results-record-done"))),
            (RecordPrinted::Before, true) => view.strong(context.say(key!("results-record-again"))),
            (RecordPrinted::Not, true) => view.strong(context.say(key!("results-record"))),
            (RecordPrinted::Before | RecordPrinted::Not, false) => {
                view.text(context.say(key!("results-record-no-printer")))
            }
        };
        // The bottom line has room for one of the two; both keys are heard.
        let view = match (context.journal.record(sealed), can_print) {
            (_, false) => view,
            (RecordPrinted::WithAll, true) => view.key("F6", context.say(key!("key-booklet"))),
            (_, true) => view.key("F5", context.say(key!("key-print"))),
        };
        view.problem(self.problem.as_ref())
    }

    /// Begins to print it.
    pub(in crate::tui) fn print(&mut self, state: &impl Prints, context: &Context) {
        self.problem = None;
        let printing = printer_or_any(state, context).and_then(|printer| start(state, context, printer));
        self.printing = printing.map(|printing| (Sheet::Record, printing));
    }

    /// Begins to print the booklet.
    pub(in crate::tui) fn print_booklet(&mut self, state: &impl Prints, context: &Context) {
        self.problem = None;
        let printing =
            printer_or_any(state, context).and_then(|printer| start_booklet(state, context, printer));
        self.printing = printing.map(|printing| (Sheet::Booklet, printing));
    }

    /// A key, while it is printed: only a decision that is asked for counts. False if it is not.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> bool {
        self.printing.iter_mut().for_each(|(_, printing)| printing.key(key, context));
        self.printing.is_some()
    }

    /// Looks how far it is.
    pub(in crate::tui) fn poll(&mut self, state: &impl Prints, context: &Context) {
        let Some((sheet, printing)) = &mut self.printing else { return };
        let sheet = *sheet;
        self.problem = match printing.poll() {
            State::Working => return,
            State::Panicked => Some(context.fault()),
            State::Done(Err(failed)) => Some(failed.to_message(context)),
            State::Done(Ok(())) => {
                state.sealed().iter().for_each(|sealed| context.journal.note(Did::printed(sealed, sheet)));
                None
            }
        };
        self.printing = None;
    }

    /// Whether it is being printed.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.printing.is_some()
    }
}
