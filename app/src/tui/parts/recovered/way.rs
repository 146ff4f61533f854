//! What is done with it all when it is back; and the end.

use super::message;
use super::old_key;
use super::sign;
use super::state::{Uses, Way};
use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, answers};

/// What is done with keys that came back.
const WAY: StepId = StepId::new("lost-way");

/// What this way is called.
fn answer(way: Way) -> Noted {
    match way {
        Way::Spare => noted!("lost-way-spare"),
        Way::New => noted!("lost-way-new"),
        Way::Another => noted!("lost-way-another"),
        Way::Export => noted!("lost-way-export"),
        Way::Message => noted!("lost-way-message"),
        Way::OldMail => old_key::ANSWER,
        Way::Sign => noted!("lost-way-sign"),
        Way::See => noted!("lost-way-see"),
    }
}

/// The question.
pub(in crate::tui) fn way<S: Uses>() -> Choose<S> {
    Choose::new(
        WAY,
        |state: &S, context| answers(context, &state.ways().into_iter().map(answer).collect::<Vec<_>>()),
        |state, _| state.ways().iter().position(|way| *way == state.recovered().way).unwrap_or(0),
        |state, _, at| {
            let way = state.ways().get(at).copied().unwrap_or(Way::New);
            let recovered = state.recovered_mut();
            (recovered.way, recovered.finished) = (way, false);
            // What is written otherwise is written as always.
            recovered.writer.rehearsed.iter_mut().for_each(|ready| ready.writes_as_always());
            state.set_roles();
            StepOutcome::Next
        },
    )
}

/// The end: what was reached, and what to do now.
pub(in crate::tui) fn done<S: Uses>() -> Choose<S> {
    let items =
        |_: &S, context: &Context| answers(context, &[noted!("lost-done-home"), noted!("lost-done-more")]);
    let take =
        |_: &mut S, _: &mut Context, at| if at == 0 { StepOutcome::Home } else { StepOutcome::To(WAY) };
    Choose::new(step!("lost-done"), items, |_, _| 0, take)
        .entering(|state| state.recovered_mut().finished = true)
        .showing(reached)
}

fn reached<S: Uses>(state: &S, context: &Context) -> View {
    let recovered = state.recovered();
    let mut view = View::new(context.say(key!("lost-done")));
    if let Some(serial) = recovered.proven {
        view = view.good(context.fill(key!("lost-done-proven"), &[("serial", serial.to_string().into())]));
    }
    for (role, proof) in recovered.writer.proofs.iter().filter(|(_, p)| Some(p.serial) != recovered.proven) {
        let serial = proof.serial.to_string();
        let values = [("role", context.role(role).into()), ("serial", serial.into())];
        view = view.good(context.fill(key!("lost-done-written"), &values));
    }
    if let Some((folder, stick)) = &recovered.exporting.exported {
        let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
        view = view.good(context.fill(key!("lost-done-exported"), &values));
    }
    view = match &recovered.message {
        Some(message) => message::reached(message, context, view),
        None => view,
    };
    view = match &recovered.signing {
        Some(signing) => sign::reached(signing, context, view),
        None => view,
    };
    let is_written = !recovered.writer.proofs.is_empty();
    view = match recovered.way {
        // One that was put off is not at hand.
        Way::OldMail if is_written => view.text(context.say(key!("lost-done-old"))),
        Way::OldMail => view,
        _ if is_written || recovered.proven.is_some() => view.text(context.say(key!("lost-done-change"))),
        _ => view,
    };
    view.text(context.say(key!("lost-done-text"))).enter(context.say(key!("key-choose")))
}
