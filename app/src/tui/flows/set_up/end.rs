//! The end: what to do now, and the farewell.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Setup;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::seal::Seals;

/// What to do now.
#[derive(Default)]
pub(super) struct Done {
    list: List,
}

impl Done {
    fn items(context: &Context) -> Vec<Item> {
        vec![Item::new(context.say(key!("done-off")), ""), Item::new(context.say(key!("done-home")), "")]
    }
}

impl Step<Setup> for Done {
    fn id(&self) -> StepId {
        step!("done")
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Context) {
        setup.finished = true;
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let mut view = View::new(context.say(key!("done")));
        let quorum = setup.draft.plan.quorum;
        for role in &setup.writer.later {
            let values = [("role", context.role(role).into()), ("k", quorum.needed().into())];
            view = view.warning(context.fill(key!("done-later"), &values));
        }
        let nitrokeys = setup.draft.plan.nitrokeys.into();
        let values = [("k", quorum.needed().into()), ("n", quorum.cards().into()), ("nitrokeys", nitrokeys)];
        let view = match setup.brought() {
            None => view.text(context.fill(key!("done-text"), &values)),
            Some(import) => {
                // The same that GUIDE.txt leaves on the disk: nobody needs the primary key there.
                let kept = setup.made().is_some_and(|made| !made.identity().kept().is_empty());
                let after = if import.inventory.is_new_identity() {
                    key!("done-moved")
                } else {
                    key!("done-brought")
                };
                let view = view.text(context.fill(key!("done-text"), &values)).strong(context.say(after));
                match kept && !import.inventory.is_new_identity() {
                    true => view.text(context.say(key!("done-kept"))),
                    false => view,
                }
            }
        };
        view.list(&self.list, Self::items(context)).enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        match (key.code, self.list.at) {
            (KeyCode::Enter, 0) => return StepOutcome::Off,
            (KeyCode::Enter, _) => return StepOutcome::Home,
            (KeyCode::Esc, _) => {
                setup.finished = false;
                return StepOutcome::Unhandled;
            }
            _ => {}
        }
        StepOutcome::nowhere(self.list.key(key, &Self::items(context)))
    }
}
