//! What is done with it all when it is back; and the end.

use super::state::{Uses, Way};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, answers};

/// What is done with it.
const WAY: StepId = StepId::new("lost-way");

/// Its word in the catalogue.
fn word(way: Way) -> &'static str {
    match way {
        Way::Spare => "spare",
        Way::New => "new",
        Way::Another => "another",
        Way::Export => "export",
        Way::See => "see",
    }
}

/// The question.
pub(in crate::tui) fn way<S: Uses>() -> Choose<S> {
    Choose::new(
        WAY,
        |state: &S, context| answers(context, "lost-way", &state.ways().map(word)),
        |state, _| state.ways().iter().position(|way| *way == state.recovered().way).unwrap_or(0),
        |state, _, at| {
            let way = state.ways().get(at).copied().unwrap_or(Way::New);
            let recovered = state.recovered_mut();
            (recovered.way, recovered.finished) = (way, false);
            state.set_roles();
            StepOutcome::Next
        },
    )
}

/// The end: what was reached, and what to do now.
pub(in crate::tui) fn done<S: Uses>() -> Choose<S> {
    let items = |_: &S, context: &Context| answers(context, "lost-done", &["home", "more"]);
    let take =
        |_: &mut S, _: &mut Context, at| if at == 0 { StepOutcome::Home } else { StepOutcome::To(WAY) };
    Choose::new(const { StepId::new("lost-done") }, items, |_, _| 0, take)
        .entering(|state| state.recovered_mut().finished = true)
        .showing(reached)
}

fn reached<S: Uses>(state: &S, context: &Context) -> View {
    let recovered = state.recovered();
    let mut view = View::new(context.say("lost-done"));
    if let Some(serial) = recovered.proven {
        view = view.good(context.fill("lost-done-proven", &[("serial", serial.to_string().into())]));
    }
    for (role, proof) in recovered.writer.proofs.iter().filter(|(_, p)| Some(p.serial) != recovered.proven) {
        let serial = proof.serial.to_string();
        let values = [("role", context.role(role).into()), ("serial", serial.into())];
        view = view.good(context.fill("lost-done-written", &values));
    }
    if let Some((folder, stick)) = &recovered.exported {
        let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
        view = view.good(context.fill("lost-done-exported", &values));
    }
    view.text(context.say("lost-done-text")).enter(context.say("key-choose"))
}
