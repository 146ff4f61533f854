//! Where the paper was only spot-checked, the question whether that is enough.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{Rehearses, spot_checked};
use crate::ceremony::{Agreed, Did};
use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;
use crate::tui::parts::paper::run::reading_step;

/// The answers; that a spot check is enough is not preset.
const ANSWERS: [Noted; 2] = [noted!("spot-check-only-no"), noted!("spot-check-only-yes")];

/// The paper was only spot-checked: is that enough?
#[derive(Default)]
pub(in crate::tui) struct SpotCheck {
    list: List,
    /// What it means, as it is on the screen, and the yes that comes with these words.
    message: Option<(String, Agreed)>,
}

impl SpotCheck {
    /// Back to the cards; what was read stays read.
    fn reads_whole(state: &mut impl Rehearses) -> StepOutcome {
        let paper = state.paper_mut();
        (paper.reads.whole, paper.reads.short) = (true, false);
        StepOutcome::To(reading_step(paper.way))
    }

    /// The owner has read what it means, and says yes to that.
    fn agrees(&mut self, state: &mut impl Rehearses, context: &Context) -> StepOutcome {
        if let Some((_, agreed)) = self.message.take()
            && let Some(spot_checked) = state.seal_run_mut().spot_checked.take()
        {
            state.writer_mut().rehearsed = spot_checked.accept(agreed).ok();
            let ready = state.writer().rehearsed.iter();
            ready.for_each(|ready| context.journal.note(Did::SpotCheckIsEnough { backup: ready.which() }));
        }
        state.paper_mut().reads.whole = false;
        StepOutcome::Next
    }
}

impl<S: Rehearses> Step<S> for SpotCheck {
    fn id(&self) -> StepId {
        step!("spot-check-only")
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        self.message =
            state.seal_run().spot_checked.as_ref().map(|spot_checked| spot_checked.warned(context.texts()));
        // Who has said yes before only passes by.
        self.list = List::at(usize::from(state.seal_run().spot_checked.is_none()));
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("spot-check-only")));
        let Some(how) = spot_checked(state) else { return view };
        let message = self.message.as_ref().map(|(words, _)| words.clone());
        view.warning(message.unwrap_or_else(|| how.warning(context.texts())))
            .text(context.say(key!("spot-check-only-text")))
            .list(&self.list, answers(context, &ANSWERS))
            .enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match (key.code, self.list.at) {
            (KeyCode::Esc, _) | (KeyCode::Enter, 0) => Self::reads_whole(state),
            (KeyCode::Enter, _) => self.agrees(state, context),
            _ => StepOutcome::nowhere(self.list.key(key, &answers(context, &ANSWERS))),
        }
    }
}
