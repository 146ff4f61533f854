//! What goes where, once more: a Nitrokey that was met has changed it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::words::lines;
use crate::tui::flows::set_up::state::Setup;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::nitrokeys;

/// The step behind the meeting.
pub(in crate::tui::flows::set_up) struct Again;

impl Step<Setup> for Again {
    fn id(&self) -> StepId {
        StepId::of(key!("places"), key!("places-again-text"), key!("places-again-help"))
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let view = View::new(context.say(key!("places")));
        let (Some(import), Some(meeting)) = (setup.brought(), &setup.meeting) else { return view };
        let (planned, now) = (setup.draft.plan.algorithm, meeting.plan().algorithm);
        let refuses = meeting.met().iter().find(|met| !met.info.algorithms.contains(&planned));
        let nitrokey = refuses.map_or(String::new(), |met| nitrokeys::short(context, &met.info));
        let values = [
            ("nitrokey", nitrokey.into()),
            ("planned", planned.to_string().into()),
            ("now", now.to_string().into()),
        ];
        view.warning(context.fill(key!("places-again-text"), &values))
            .lines(lines(import, now, context))
            .text(context.say(key!("places-again-back")))
            .enter(context.say(key!("places-agree")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, _: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            return StepOutcome::Unhandled;
        }
        if let Some(meeting) = &setup.meeting {
            setup.draft.plan.algorithm = meeting.plan().algorithm;
        }
        StepOutcome::Next
    }
}
