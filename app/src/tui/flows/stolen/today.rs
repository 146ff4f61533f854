//! The end: what to do today, in the order of urgency, on the screen, and on a page that is printed or a file.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::page::{PAGE, is_there, page};
use super::state::{Left, Stolen};
use crate::language::Key;
use crate::paper::{Paper, Sheets};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::paper::one_sheet::OneSheet;
use crate::tui::parts::paper::state::Prints;
use crate::tui::parts::paper::ways::printer_or_any;

/// What is done first comes first.
const FIRST: [Key; 5] = [
    key!("stolen-today-1"),
    key!("stolen-today-2"),
    key!("stolen-today-3"),
    key!("stolen-today-4"),
    key!("stolen-today-5"),
];

/// The step.
pub(super) struct WhatToDo {
    page: OneSheet,
}

impl Default for WhatToDo {
    fn default() -> Self {
        WhatToDo { page: OneSheet::new(key!("key-print"), key!("stolen-today-done")) }
    }
}

/// The step's name.
pub(super) const TODAY: StepId = StepId::new("stolen-today");

impl Step<Stolen> for WhatToDo {
    fn id(&self) -> StepId {
        TODAY
    }

    fn enter(&mut self, state: &mut Stolen, _: &mut Context) {
        *self = WhatToDo::default();
        state.finish();
    }

    fn view(&self, state: &Stolen, context: &Context) -> View {
        if let Some(printing) = self.page.printing(context) {
            return printing;
        }
        let view = View::new(context.say(self.id().title)).text(context.say(self.id().text));
        let view = view.lines(FIRST.map(|line| context.say(line)).to_vec());
        let view = match state.own().left {
            Left::Keep => view.strong(context.say(key!("stolen-today-keep"))),
            _ => view,
        };
        let view = match state.was_sealed() && !state.has_new_sheets() {
            true => view.text(context.say(key!("stolen-today-sheets"))),
            false => view,
        };
        let can_print = !self.page.is_printed() && printer_or_any(state, context).is_some();
        let view = match &state.own().page_on {
            // There is room for one of the two.
            Some(stick) if !self.page.is_printed() => {
                view.good(context.fill(key!("stolen-today-on"), &[("stick", stick.clone().into())]))
            }
            _ => view,
        };
        // And in the bottom line as well; both keys are heard.
        let view = if can_print { view } else { view.key("F6", context.say(key!("stolen-today-stick"))) };
        self.page.view(context, view, can_print).enter(context.say(key!("stolen-all-enter")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut Stolen, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.page.key(key, context) => StepOutcome::Handled,
            KeyCode::Enter => StepOutcome::Home,
            KeyCode::F(5) => {
                if let (Some((today, language)), Some(printer)) =
                    (page(state), printer_or_any(state, context))
                {
                    self.page.print(context, (printer, Paper::A4, language), move |sheets: &Sheets<'_>| {
                        Ok(vec![sheets.today(&today?)])
                    });
                }
                StepOutcome::Handled
            }
            KeyCode::F(6) => StepOutcome::To(PAGE),
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut Stolen, context: &mut Context) -> StepOutcome {
        if self.page.poll(context) {
            is_there(state, context);
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.page.is_busy()
    }
}
