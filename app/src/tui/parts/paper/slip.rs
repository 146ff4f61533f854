//! One PIN slip, printed when a PIN on it has changed.

use ratatui::crossterm::event::KeyEvent;

use super::printing::Printing;
use super::ways::any_printer;
use crate::paper::{Paper, Sheets};
use crate::pins::KeyPins;
use crate::tui::kit::context::Context;
use crate::tui::kit::jobs::State;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

/// It on its way to the printer, and what came of it.
#[derive(Default)]
pub(in crate::tui) struct PinSlip {
    printing: Option<Printing>,
    printed: bool,
    problem: Option<Message>,
}

impl PinSlip {
    /// The screen while it is printed.
    pub(in crate::tui) fn printing(&self, context: &Context) -> Option<View> {
        let view = || View::new(context.say(key!("slip-print"))).text(context.say(key!("more-paper-now")));
        self.printing.as_ref().map(|printing| printing.view(context, view()))
    }

    /// Adds the key that prints it, if there is a printer, or that it was printed.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        let view = match (self.printed, any_printer(context)) {
            (true, _) => view.good(context.say(key!("slip-print-done"))),
            (false, Some(_)) => view.key("F5", context.say(key!("slip-print"))),
            (false, None) => view,
        };
        view.problem(self.problem.as_ref())
    }

    /// Begins to print it, at the top of a page of any size.
    pub(in crate::tui) fn print(&mut self, slip: KeyPins, language: String, context: &Context) {
        let Some(printer) = any_printer(context) else { return };
        self.problem = None;
        let draw = move |sheets: &Sheets<'_>| Ok(sheets.pin_slips(&[slip]));
        self.printing = Some(Printing::start(context, (printer, Paper::A4, language), draw));
    }

    /// A key, while it is printed: only a decision that is asked for counts. False if it is not.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> bool {
        self.printing.iter_mut().for_each(|printing| printing.key(key, context));
        self.printing.is_some()
    }

    /// Looks how far it is.
    pub(in crate::tui) fn poll(&mut self, context: &Context) {
        let Some(printing) = &mut self.printing else { return };
        let done = match printing.poll() {
            State::Working => return,
            State::Panicked => Err(context.fault()),
            State::Done(done) => done.map_err(|failed| failed.to_message(context)),
        };
        (self.printing, self.printed, self.problem) = (None, done.is_ok(), done.err());
    }

    /// Whether it is being printed.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.printing.is_some()
    }
}
