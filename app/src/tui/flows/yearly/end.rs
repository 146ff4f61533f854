//! The end: the next day, the box on the record, and what is to be done at once.

use super::state::Yearly;
use crate::paper::Mark;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::StepOutcome;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, answers};

fn items(state: &Yearly, context: &Context) -> Vec<Item> {
    match state.findings().expires_soon() {
        true => answers(context, &[noted!("yearly-end-prolong"), noted!("yearly-end-home")]),
        false => answers(context, &[noted!("yearly-end-home")]),
    }
}

/// The last step.
pub(super) fn end() -> Choose<Yearly> {
    Choose::new(
        step!("yearly-end"),
        items,
        |_, _| 0,
        |state, _, at| match at == 0 && state.findings().expires_soon() {
            true => StepOutcome::Begin(key!("changes")),
            false => StepOutcome::Home,
        },
    )
    .showing(shown)
}

fn shown(state: &Yearly, context: &Context) -> View {
    let findings = state.findings();
    let report = findings.report(context.texts());
    let view = View::new(context.say(key!("yearly-end")));
    let view = match &state.written {
        Some((folder, stick)) if state.is_reported() => {
            let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
            view.good(context.fill(key!("yearly-end-written"), &values))
        }
        _ => view,
    };
    let view = match report.of(Mark::Bad).count() {
        0 => match (findings.has_spare(), findings.has_stick()) {
            (true, true) => view.strong(context.say(key!("yearly-end-tick"))),
            (false, true) => view.warning(context.say(key!("yearly-end-no-spare"))),
            (true, false) => view.warning(context.say(key!("yearly-end-no-stick"))),
            (false, false) => view.warning(context.say(key!("yearly-end-neither"))),
        },
        many => view.warning(context.fill(key!("yearly-end-bad"), &[("many", many.into())])),
    };
    let view = view.text(context.fill(key!("yearly-end-next"), &[("day", report.next.into())]));
    // With two lines to choose there is room for no more.
    let view = match findings.expires_soon() {
        true => view,
        false => view.text(context.say(key!("yearly-end-text"))),
    };
    view.enter(context.say(key!("key-choose")))
}
