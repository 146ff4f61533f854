//! The backup from paper: the numbered codes of a backup sheet, scanned in any order.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Recovers;
use crate::backup::{BackupPart, PartError, Share};
use crate::ceremony::{CeremonyError, OnPaper, Reading, Recovery};
use crate::language::Pair;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::{Message, fingerprint};
use crate::tui::kit::view::View;
use crate::tui::parts::card::LONGEST_CODE;

/// So many forged codes are named, and of more it is said how many: all of it stands on the smallest screen.
const NAMED: usize = 2;

/// The step.
pub(super) struct Sheet {
    field: Field,
    /// The number of the code that came last.
    last: Option<u8>,
    /// The numbers of codes that were left out, for somebody has forged them; and whether a true one came as well.
    forged: Vec<(u8, bool)>,
    problem: Option<Message>,
}

impl Sheet {
    pub(super) fn new() -> Self {
        // What is scanned here may be a share card.
        Sheet { field: Field::secret(LONGEST_CODE), last: None, forged: Vec::new(), problem: None }
    }

    /// A share card that comes too early is kept for its step.
    fn take(&mut self, code: &Reading, state: &mut impl Recovers, context: &Context) -> Result<(), Message> {
        match code.on_paper().map_err(|error| context.message(&error))? {
            OnPaper::Part(part) => self.take_part(part, state).map_err(|error| context.message(&error)),
            // A code is none.
            OnPaper::Bytes(_) => Ok(()),
            OnPaper::Share(share) => Err(Self::keep(share, pair!("lost-sheet-card"), state, context)),
        }
    }

    fn keep(share: Share, pair: Pair, state: &mut impl Recovers, context: &Context) -> Message {
        let message = context.pair(pair, &[("card", share.x.into())]);
        state.recovering_mut().keep(share);
        message
    }

    /// There are enough codes, and one more is scanned: the Enter at its end is not the person's. It may be a card's, or
    /// of another sheet, or forged.
    fn more(&mut self, state: &mut impl Recovers, context: &Context) {
        let code = Reading::code(self.field.trimmed());
        self.field.clear();
        self.problem = match code.on_paper() {
            Ok(OnPaper::Share(share)) => {
                Some(Self::keep(share, pair!("lost-sheet-card-enough"), state, context))
            }
            Ok(OnPaper::Part(part)) => self.take_part(part, state).err().map(|error| context.message(&error)),
            Ok(OnPaper::Bytes(_)) | Err(_) => None,
        };
    }

    /// The numbers of those that are forged, as far as there is room for them.
    fn named(&self, context: &Context) -> String {
        let name = |(code, is_beside_true): &(u8, bool)| match is_beside_true {
            true => context.fill(key!("lost-sheet-one"), &[("code", (*code).into())]),
            false => code.to_string(),
        };
        let codes = self.forged.iter().take(NAMED).map(name).collect::<Vec<_>>().join(", ");
        match self.forged.len().saturating_sub(NAMED) {
            0 => codes,
            more => context.fill(key!("lost-sheet-more"), &[("codes", codes.into()), ("more", more.into())]),
        }
    }

    fn take_part(&mut self, part: BackupPart, state: &mut impl Recovers) -> Result<(), CeremonyError> {
        let number = part.number;
        let added = match state.recovering_mut().sheet.add(part) {
            // It is kept: one of them is forged, and together they show which.
            Err(error @ PartError::Different { .. }) => Err(error),
            added => Ok(added?),
        };
        self.last = Some(number);
        if state.backup().is_none() {
            if state.recovering().sheet.missing() > 0 {
                return added.map(drop).map_err(Into::into);
            }
            // If one of them is a forgery, more codes may tell which.
            let recovery = Recovery::from_sheet(&state.recovering().sheet)?;
            state.takes_sheet(recovery);
        } else {
            let recovering = state.recovering_mut();
            let sheet = &recovering.sheet;
            if recovering.recovery.as_mut().is_some_and(|recovery| recovery.takes_codes(sheet)) {
                state.has_other_cards();
            }
        }
        let forged = state.backup().map(|recovery| recovery.forged_codes(&state.recovering().sheet));
        self.forged = forged.unwrap_or_default();
        Ok(())
    }
}

impl<S: Recovers> Step<S> for Sheet {
    fn id(&self) -> StepId {
        step!("lost-sheet")
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        self.field.clear();
        self.problem = None;
        if state.backup().is_none() && state.recovering().sheet.there() == 0 {
            (self.last, self.forged) = (None, Vec::new());
        }
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let mut view = View::new(context.say(key!("lost-sheet"))).text(context.say(key!("lost-sheet-text")));
        if let Some(recovery) = state.backup() {
            let values = [
                ("set", recovery.set().to_string().into()),
                ("sealing", recovery.sealing().to_string().into()),
            ];
            let sha256 = recovery.sha256();
            let (first, second) = sha256.split_at(sha256.len() / 2);
            view = view
                .good(context.fill(key!("lost-sheet-all"), &values))
                .lines(vec![context.say(key!("lost-sheet-compare")), fingerprint(first), fingerprint(second)])
                .enter(context.say(key!("key-next")));
            if !self.forged.is_empty() {
                let values = [("many", self.forged.len().into()), ("codes", self.named(context).into())];
                view = view.warning(context.fill(key!("lost-sheet-forged"), &values));
            }
        } else {
            if let Some(number) = self.last.filter(|_| state.recovering().sheet.missing() > 0) {
                let (there, needed) = (state.recovering().sheet.there(), state.recovering().sheet.needed());
                let values = [
                    ("number", number.into()),
                    ("there", there.into()),
                    ("needed", needed.into()),
                    ("missing", state.recovering().sheet.missing().into()),
                ];
                view = view.strong(context.fill(key!("lost-sheet-read"), &values));
            }
            view = view
                .field(context.say(key!("lost-sheet-field")), &self.field, true)
                .enter(context.say(key!("entry-take")));
        }
        if self.last.is_some() {
            view = view.key("F2", context.say(key!("lost-sheet-anew")));
        }
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::F(2) => {
                state.begins_sheet_anew();
                (self.last, self.forged, self.problem) = (None, Vec::new(), None);
            }
            KeyCode::Enter if self.field.is_empty() => {
                return if state.backup().is_some() { StepOutcome::Next } else { StepOutcome::Handled };
            }
            KeyCode::Enter if state.backup().is_some() => self.more(state, context),
            KeyCode::Enter => {
                let code = Reading::code(self.field.trimmed());
                // A code that was read wrong is scanned anew, not mended.
                self.field.clear();
                self.problem = self.take(&code, state, context).err();
            }
            KeyCode::Char(_) if state.backup().is_some() => drop(self.field.key(key)),
            _ if state.backup().is_some() => return StepOutcome::Unhandled,
            _ => return StepOutcome::nowhere(self.field.key(key)),
        }
        StepOutcome::Handled
    }
}
