//! The backup from paper: the numbered codes of a backup sheet, scanned in any order.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Lost;
use crate::backup::{BackupPart, Collector, Share};
use crate::ceremony::{CeremonyError, OnPaper, Reading, Recovery};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;

/// A code has at most 940 characters.
const LONGEST: usize = 1000;

/// The step.
pub(in crate::tui::flows) struct Sheet {
    field: Field,
    /// The number of the code that came last.
    last: Option<u8>,
    problem: Option<Message>,
}

impl Sheet {
    pub(super) fn new() -> Self {
        // What is scanned here may be a share card.
        Sheet { field: Field::secret(LONGEST), last: None, problem: None }
    }

    /// A share card that comes too early is kept for its step.
    fn take(&mut self, code: &Reading, lost: &mut Lost, context: &Context) -> Result<(), Message> {
        match code.on_paper().map_err(|error| context.tell(&error))? {
            OnPaper::Part(part) => self.take_part(part, lost).map_err(|error| context.tell(&error)),
            // A code is none.
            OnPaper::Bytes(_) => Ok(()),
            OnPaper::Share(share) => Err(Self::keep(share, "lost-sheet-card-now", lost, context)),
        }
    }

    fn keep(share: Share, now: &str, lost: &mut Lost, context: &Context) -> Message {
        let happened = context.fill("lost-sheet-card", &[("card", share.x.into())]);
        lost.keep(share);
        Message { happened, now: context.say(now) }
    }

    /// There are enough codes, and one more is scanned: the Enter at its end is not the person's. It may be a card's.
    fn more(&mut self, lost: &mut Lost, context: &Context) {
        let code = Reading::code(self.field.trimmed());
        self.field.clear();
        self.problem = match code.on_paper() {
            Ok(OnPaper::Share(share)) => Some(Self::keep(share, "lost-sheet-card-next", lost, context)),
            Ok(OnPaper::Part(_) | OnPaper::Bytes(_)) | Err(_) => None,
        };
    }

    fn take_part(&mut self, part: BackupPart, lost: &mut Lost) -> Result<(), CeremonyError> {
        let number = part.number;
        let missing = lost.sheet.add(part)?;
        self.last = Some(number);
        if missing == 0 {
            // If one of them is a forgery, more codes may tell which.
            lost.recovery = Some(Recovery::from_sheet(&lost.sheet)?);
            lost.sheet = Collector::default();
        }
        Ok(())
    }
}

impl Step<Lost> for Sheet {
    fn id(&self) -> StepId {
        const { StepId::new("lost-sheet") }
    }

    fn enter(&mut self, lost: &mut Lost, _: &mut Context) {
        self.field.clear();
        self.problem = None;
        if lost.recovery.is_none() && lost.sheet.there() == 0 {
            self.last = None;
        }
    }

    fn view(&self, lost: &Lost, context: &Context) -> View {
        let mut view = View::new(context.say("lost-sheet")).text(context.say("lost-sheet-text"));
        if let Some(recovery) = &lost.recovery {
            let values = [
                ("set", recovery.set().to_string().into()),
                ("sealing", recovery.sealing().to_string().into()),
            ];
            view = view.good(context.fill("lost-sheet-all", &values)).enter(context.say("key-next"));
        } else {
            if let Some(number) = self.last.filter(|_| lost.sheet.missing() > 0) {
                let (there, needed) = (lost.sheet.there(), lost.sheet.needed());
                let values = [
                    ("number", number.into()),
                    ("there", there.into()),
                    ("needed", needed.into()),
                    ("missing", lost.sheet.missing().into()),
                ];
                view = view.strong(context.fill("lost-sheet-read", &values));
            }
            view = view
                .field(context.say("lost-sheet-field"), &self.field, true)
                .enter(context.say("entry-take"));
        }
        if self.last.is_some() {
            view = view.key("F2", context.say("lost-sheet-anew"));
        }
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, lost: &mut Lost, context: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::F(2) => {
                lost.put_aside();
                (self.last, self.problem) = (None, None);
            }
            KeyCode::Enter if self.field.is_empty() => {
                return if lost.recovery.is_some() { StepOutcome::Next } else { StepOutcome::Handled };
            }
            KeyCode::Enter if lost.recovery.is_some() => self.more(lost, context),
            KeyCode::Enter => {
                let code = Reading::code(self.field.trimmed());
                // A code that was read wrong is scanned anew, not mended.
                self.field.clear();
                self.problem = self.take(&code, lost, context).err();
            }
            KeyCode::Char(_) if lost.recovery.is_some() => drop(self.field.key(key)),
            _ if lost.recovery.is_some() => return StepOutcome::Unhandled,
            _ => return StepOutcome::nowhere(self.field.key(key)),
        }
        StepOutcome::Handled
    }
}
