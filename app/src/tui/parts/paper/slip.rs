//! PIN slips, printed when PINs on them have changed.

use ratatui::crossterm::event::KeyEvent;

use super::one_sheet::OneSheet;
use super::ways::any_printer;
use crate::paper::{Paper, Sheets};
use crate::pins::KeyPins;
use crate::tui::kit::context::Context;
use crate::tui::kit::view::View;

/// It on its way to the printer, and what came of it.
pub(in crate::tui) struct PinSlip(OneSheet);

impl Default for PinSlip {
    fn default() -> Self {
        PinSlip(OneSheet::new(key!("slip-print"), key!("slip-print-done")))
    }
}

impl PinSlip {
    /// The screen while they are printed.
    pub(in crate::tui) fn printing(&self, context: &Context) -> Option<View> {
        self.0.printing(context)
    }

    /// Adds the key that prints them, if there is a printer, or that they were printed.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        self.0.view(context, view, !self.0.is_printed() && any_printer(context).is_some())
    }

    /// Begins to print it, at the top of a page of any size.
    pub(in crate::tui) fn print(&mut self, slips: Vec<KeyPins>, language: String, context: &Context) {
        let Some(printer) = any_printer(context) else { return };
        let draw = move |sheets: &Sheets<'_>| Ok(sheets.pin_slips(&slips));
        self.0.print(context, (printer, Paper::A4, language), draw);
    }

    /// A key, while they are printed: only a decision that is asked for counts. False if they are not.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> bool {
        self.0.key(key, context)
    }

    /// Looks how far it is; true if they came out of the printer just now.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> bool {
        self.0.poll(context)
    }

    /// Whether they came out of the printer.
    pub(in crate::tui) fn is_printed(&self) -> bool {
        self.0.is_printed()
    }

    /// Whether they are being printed.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.0.is_busy()
    }
}
