//! The end: what was made, what to do now, and the farewell.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::state::Setup;
use crate::ceremony::{CardsProven, Ready};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::fingerprint;
use crate::tui::kit::view::{Item, Part, View};
use crate::tui::parts::paper::record::LastRecord;

/// The public results: the fingerprint, as text and as a code; and the owner's record, which can say now what was done.
#[derive(Default)]
pub(super) struct Results {
    record: LastRecord,
}

impl Step<Setup> for Results {
    fn id(&self) -> StepId {
        step!("results")
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        if let Some(printing) = self.record.printing(context) {
            return printing;
        }
        let view = View::new(context.say(key!("results"))).text(context.say(key!("results-text")));
        let Some(made) = &setup.made else { return view };
        let print = made.identity().fingerprint();
        let view = paper(setup, context, view.strong(fingerprint(&print)))
            // As GnuPG's and OpenKeychain's readers know it.
            .part(Part::Code(Zeroizing::new(format!("OPENPGP4FPR:{print}"))))
            .enter(context.say(key!("key-next")))
            .key("F4", context.say(key!("key-code")));
        self.record.view(setup, context, view)
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.record.key(key, context) => StepOutcome::Handled,
            KeyCode::Enter => StepOutcome::Next,
            KeyCode::F(5) => {
                self.record.print(setup, context);
                StepOutcome::Handled
            }
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        self.record.poll(setup, context);
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.record.is_busy()
    }
}

/// How far the paper was tried.
fn paper(setup: &Setup, context: &Context, view: View) -> View {
    let Some(how) = setup.paper.proven.as_ref().map(CardsProven::how) else { return view };
    let values = [
        ("whole", how.whole.len().into()),
        ("cards", setup.draft.plan.quorum.cards().into()),
        ("needed", how.needed.into()),
    ];
    match setup.writer.rehearsed.as_ref().and_then(Ready::spot_checked) {
        Some(_) => view.warning(context.fill(key!("results-spot-checked"), &values)),
        None => view.text(context.fill(key!("results-paper"), &values)),
    }
}

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
                let kept = setup.made.as_ref().is_some_and(|made| !made.identity().kept().is_empty());
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
