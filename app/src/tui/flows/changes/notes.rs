//! Notes on where the cards are, for the owner's own record.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{State, want};
use super::wish::Wish;
use crate::ceremony::check_name;
use crate::plan::Trustee;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, Form};
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

pub(super) const NOTES: StepId = StepId::new("changes-notes");
/// As `Plan::checked` allows.
const LONGEST: usize = 200;

/// A line for each card.
#[derive(Default)]
pub(super) struct Notes {
    form: Form,
    problem: Option<Message>,
}

fn trustees(state: &State) -> &[Trustee] {
    state.held().map(|held| &held.plan().trustees[..]).unwrap_or_default()
}

impl Step<State> for Notes {
    fn id(&self) -> StepId {
        NOTES
    }

    fn enter(&mut self, state: &mut State, _: &mut Context) {
        let field = |trustee: &Trustee| Field::new(LONGEST).with(&trustee.note);
        *self = Notes { form: Form::new(trustees(state).iter().map(field).collect()), problem: None };
    }

    fn view(&self, state: &State, context: &Context) -> View {
        let view = View::new(context.say(NOTES.title)).text(context.say(NOTES.text));
        let each = trustees(state).iter().zip(&self.form.fields).enumerate();
        each.fold(view, |view, (i, (trustee, field))| {
            let values = [("number", (i + 1).into()), ("name", trustee.name.clone().into())];
            view.field(context.fill(key!("notes-field"), &values), field, i == self.form.at)
        })
        .problem(self.problem.as_ref())
        .enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut State, context: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            self.problem = None;
            return StepOutcome::nowhere(self.form.key(key));
        }
        if self.form.advance() {
            return StepOutcome::Handled;
        }
        let notes: Vec<_> = self.form.fields.iter().map(|field| field.trimmed().to_owned()).collect();
        let wrong = notes
            .iter()
            .enumerate()
            .find_map(|(at, note)| Some((at, check_name("trustees.note", note).err()?)));
        if let Some((at, error)) = wrong {
            (self.form.at, self.problem) = (at, Some(context.message(&error)));
            return StepOutcome::Handled;
        }
        // As they were: nothing is to change.
        if trustees(state).iter().map(|trustee| &trustee.note).eq(&notes) {
            return StepOutcome::Back;
        }
        want(state, Wish::Notes(notes))
    }
}
