//! Where copies of the next sealing are to be. Once it is sealed that stands inside.

use crate::ceremony::Planned;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::view::Item;
use crate::tui::parts::choose::Choose;
use crate::tui::parts::paper::state::{Prints, Way};

/// Nobody keeps more of them.
const MOST_STICKS: u8 = 5;

/// What is asked of the copies besides the paper.
pub(in crate::tui) fn copies<S: Prints>(id: StepId) -> Choose<S> {
    let items = |_: &S, context: &Context| {
        let item = |n: u8| {
            let note = if n == 1 { context.say(key!("copies-one-note")) } else { String::new() };
            Item::new(context.fill(key!("copies-sticks"), &[("n", n.into())]), note)
        };
        (1..=MOST_STICKS).map(item).collect()
    };
    let preset = |state: &S, _: &Context| usize::from(state.seal_run().sticks.saturating_sub(1));
    let take = |state: &mut S, _: &mut Context, at: usize| {
        state.seal_run_mut().sticks = u8::try_from(at + 1).unwrap_or(MOST_STICKS);
        StepOutcome::Next
    };
    Choose::new(id, items, preset, take).counted(0)
}

/// Where copies are planned, as things stand.
pub(super) fn planned(state: &impl Prints) -> Planned {
    let on_paper = state.paper().behind && state.paper().way != Way::Handwritten;
    Planned {
        sticks: state.seal_run().sticks,
        sheets: if on_paper { state.plan().quorum.cards() } else { 0 },
    }
}
