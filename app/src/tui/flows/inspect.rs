//! Look at a Nitrokey: what each one that is plugged in says of itself. They are only read.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::nitrokey::{Found, NitrokeyError};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, FlowState, Step, StepId, StepOutcome, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::View;
use crate::tui::parts::nitrokeys;

struct Inspection;

impl FlowState for Inspection {}

/// All that are plugged in, as they come and go.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    Flow::begin(key!("inspect"), Inspection, Table::new().step(Inspect { at: 0 }), context)
}

/// One Nitrokey at a time.
struct Inspect {
    at: usize,
}

impl Step<Inspection> for Inspect {
    fn id(&self) -> StepId {
        StepId::of(key!("inspect"), key!("inspect-none"), key!("inspect-help"))
    }

    fn view(&self, _: &Inspection, context: &Context) -> View {
        let view = View::new(context.say(key!("inspect")));
        if let Some(error) = &context.blind {
            return view.problem(Some(&context.message(error)));
        }
        let many = context.found.len();
        let Some(found) = context.found.get(self.at.min(many.saturating_sub(1))) else {
            return nitrokeys::insert(
                view.text(context.say(key!("inspect-none"))),
                context.say(key!("insert-one")),
            );
        };
        let view = match found {
            Found::Nitrokey(info) => nitrokeys::all_about(context, info, view),
            Found::Unreadable { reader, cause } => {
                let error = NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause };
                view.problem(Some(&context.message(&error)))
            }
            Found::HalfReset { reader } => {
                view.warning(context.fill(key!("nitrokey-half-reset"), &[("reader", reader.clone().into())]))
            }
        };
        match many {
            1 => view,
            _ => view
                .text(context.fill(
                    key!("inspect-more"),
                    &[("at", (self.at.min(many - 1) + 1).into()), ("of", many.into())],
                ))
                .key("↓", context.say(key!("inspect-next"))),
        }
    }

    fn key(&mut self, key: KeyEvent, _: &mut Inspection, context: &mut Context) -> StepOutcome {
        let last = context.found.len().saturating_sub(1);
        match key.code {
            KeyCode::Down | KeyCode::Tab | KeyCode::Enter if self.at < last => self.at += 1,
            KeyCode::Down | KeyCode::Tab | KeyCode::Enter => self.at = 0,
            KeyCode::Up => self.at = self.at.checked_sub(1).unwrap_or(last),
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }
}
