//! One sheet that is printed by a key, from whatever screen.

use ratatui::crossterm::event::KeyEvent;

use super::printing::Printing;
use crate::ceremony::CeremonyError;
use crate::language::Key;
use crate::paper::printer::Printer;
use crate::paper::{Page, Paper, Sheets};
use crate::tui::kit::context::Context;
use crate::tui::kit::jobs::State;
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

/// It on its way to the printer, and what came of it.
pub(in crate::tui) struct OneSheet {
    /// What the key does.
    prints: Key,
    /// What is said when it is printed.
    done: Key,
    printing: Option<Printing>,
    printed: bool,
    problem: Option<Message>,
}

impl OneSheet {
    /// Nothing is printed yet.
    pub(in crate::tui) fn new(prints: Key, done: Key) -> Self {
        OneSheet { prints, done, printing: None, printed: false, problem: None }
    }

    /// The screen while it is printed.
    pub(in crate::tui) fn printing(&self, context: &Context) -> Option<View> {
        let view = || View::new(context.say(self.prints)).text(context.say(key!("more-paper-now")));
        self.printing.as_ref().map(|printing| printing.view(context, view()))
    }

    /// Adds the key that prints it, if there is a printer, or that it was printed.
    pub(in crate::tui) fn view(&self, context: &Context, view: View, can_print: bool) -> View {
        let view = if self.printed { view.good(context.say(self.done)) } else { view };
        let view = if can_print { view.key("F5", context.say(self.prints)) } else { view };
        view.problem(self.problem.as_ref())
    }

    /// Whether it was printed.
    pub(in crate::tui) fn is_printed(&self) -> bool {
        self.printed
    }

    /// Begins to print it.
    pub(in crate::tui) fn print(
        &mut self,
        context: &Context,
        to: (Printer, Paper, String),
        draw: impl FnOnce(&Sheets<'_>) -> Result<Vec<Page>, CeremonyError> + Send + 'static,
    ) {
        (self.printed, self.problem) = (false, None);
        self.printing = Some(Printing::start(context, to, draw));
    }

    /// A key, while it is printed: only a decision that is asked for counts. False if it is not.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent, context: &Context) -> bool {
        self.printing.iter_mut().for_each(|printing| printing.key(key, context));
        self.printing.is_some()
    }

    /// Looks how far it is. True as soon as it is printed.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> bool {
        let Some(printing) = &mut self.printing else { return false };
        let done = match printing.poll() {
            State::Working => return false,
            State::Panicked => Err(context.fault()),
            State::Done(done) => done.map_err(|failed| failed.to_message(context)),
        };
        (self.printing, self.printed, self.problem) = (None, done.is_ok(), done.err());
        self.printed
    }

    /// Whether it is being printed.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.printing.is_some()
    }
}
