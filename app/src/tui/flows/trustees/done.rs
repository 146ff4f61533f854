//! The end: what to do now, in its order.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::old::left;
use super::state::Deal;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::renewal::Renewal;
use crate::tui::parts::seal::Seals;

/// What to do now.
#[derive(Default)]
pub(super) struct Done {
    list: List,
}

impl Done {
    fn items(context: &Context) -> Vec<Item> {
        [key!("done-off"), key!("done-home")].map(|key| Item::new(context.say(key), "")).into()
    }
}

impl Step<Renewal<Deal>> for Done {
    fn id(&self) -> StepId {
        step!("deal-done")
    }

    fn enter(&mut self, state: &mut Renewal<Deal>, _: &mut Context) {
        state.finish();
    }

    fn view(&self, state: &Renewal<Deal>, context: &Context) -> View {
        let quorum = state.plan().quorum;
        let values = [("k", quorum.needed().into()), ("n", quorum.cards().into())];
        let view =
            View::new(context.say(key!("deal-done"))).text(context.fill(key!("deal-done-text"), &values));
        let view = match left(state, context) {
            0 => view,
            left => view.warning(context.fill(key!("deal-done-left"), &[("left", left.into())])),
        };
        view.list(&self.list, Self::items(context)).enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Renewal<Deal>, context: &mut Context) -> StepOutcome {
        match (key.code, self.list.at) {
            (KeyCode::Enter, 0) => StepOutcome::Off,
            (KeyCode::Enter, _) => StepOutcome::Home,
            _ => StepOutcome::nowhere(self.list.key(key, &Self::items(context))),
        }
    }
}
