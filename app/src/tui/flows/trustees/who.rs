//! Who gets the new cards; and all of it on one page, before anything is changed.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Deal;
use crate::ceremony::Made;
use crate::language::Key;
use crate::language::shown::plain;
use crate::plan::{Quorum, Trustee};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, answers};
use crate::tui::parts::recover::{Recovers, to_be_sealed_on};
use crate::tui::parts::renewal::Renewal;

/// A name that is longer is cut off: sixteen of them fit.
const NAME: usize = 18;

/// `any 2 of 3: Grace Hopper, Alan Turing, Emmy Noether`.
fn dealt(context: &Context, key: Key, quorum: Quorum, trustees: &[Trustee]) -> String {
    let names: Vec<_> = trustees.iter().map(|trustee| plain(&trustee.name, NAME)).collect();
    let values = [
        ("needed", quorum.needed().into()),
        ("cards", quorum.cards().into()),
        ("names", names.join(", ").into()),
    ];
    context.fill(key, &values)
}

/// The same people as today, or others? Before that it is said what an earlier sitting has not finished.
pub(super) fn who() -> Choose<Renewal<Deal>> {
    Choose::new(
        step!("deal-who"),
        |_: &Renewal<Deal>, context| answers(context, &[noted!("deal-who-same"), noted!("deal-who-others")]),
        |state, _| usize::from(state.own().others),
        |state, _, at| {
            state.own_mut().others = at == 1;
            StepOutcome::Next
        },
    )
    .showing(|state, context| {
        let view = View::new(context.say(key!("deal-who")));
        // What this sitting has written is not unfinished.
        let view = match to_be_sealed_on(state.unfinished()).filter(|_| !state.was_sealed()) {
            Some(sticks) => view.warning(context.fill(key!("deal-unfinished"), &[("stick", sticks.into())])),
            None => view,
        };
        let view = view.text(context.say(key!("deal-who-text"))).enter(context.say(key!("key-next")));
        let Some(plan) = state.opened().map(Made::plan) else { return view };
        view.text(dealt(context, key!("deal-who-today"), plan.quorum, &plan.trustees))
    })
}

/// What will be made.
pub(super) struct New;

impl Step<Renewal<Deal>> for New {
    fn id(&self) -> StepId {
        step!("deal-new")
    }

    fn view(&self, state: &Renewal<Deal>, context: &Context) -> View {
        let view = View::new(context.say(key!("deal-new"))).enter(context.say(key!("deal-new-enter")));
        let Some(opened) = state.opened() else { return view };
        let (before, (quorum, trustees)) = (opened.plan(), state.own().dealt(opened));
        view.text(dealt(context, key!("deal-new-before"), before.quorum, &before.trustees))
            .strong(dealt(context, key!("deal-new-after"), quorum, &trustees))
            .text(context.say(key!("deal-new-text")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut Renewal<Deal>, _: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            return StepOutcome::Unhandled;
        }
        // Cards that are printed already stay good as long as they are dealt so.
        let wanted = state.opened().map(|opened| state.own().dealt(opened));
        let held = state.held().map(|held| (held.plan().quorum, held.plan().trustees.clone()));
        if wanted != held {
            state.decide();
        }
        StepOutcome::Next
    }
}
