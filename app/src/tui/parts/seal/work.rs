//! It is sealed: under a new key, which is split among new cards; or for the cards that have opened it.

use std::sync::Arc;

use super::copies::planned;
use super::state::Under;
use crate::ceremony::{CeremonyError, Did, Made, Sealed, Split};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::StepId;
use crate::tui::kit::jobs::Job;
use crate::tui::kit::view::View;
use crate::tui::parts::paper::state::Prints;
use crate::tui::parts::work::Work;
use crate::tui::parts::write::Writes;

/// What the work gives: what was sealed, and what was held then.
pub(in crate::tui) type Sealing = Result<(Sealed, Arc<Made>), CeremonyError>;

/// What was sealed stays good as long as the keys do, and the plan for its copies, which is sealed with them.
fn is_sealed(state: &impl Prints) -> bool {
    let is_planned = state.sealed().is_some_and(|sealed| sealed.planned() == Some(planned(state)));
    is_planned && state.seal_run().is_of_what_is_held()
}

/// Seals the backup. A new key is split among new cards.
pub(in crate::tui) fn seal<S: Prints + Writes + 'static>(id: StepId) -> Work<S, Sealing> {
    let start = |state: &mut S, context: &mut Context| -> Option<Job<Sealing>> {
        let (made, planned) = (state.made().cloned().filter(|_| !is_sealed(state))?, planned(state));
        let (under, is_same) = (state.under(), state.seal_run().is_of_what_is_held());
        // The cards stay as they are, and sealings are counted on.
        let before = state.sealed().filter(|_| is_same || under == Under::SameKey).cloned();
        let here = state.seal_run().here.clone();
        Some(Job::start(&context.wake, move |events| {
            let split = || match under {
                Under::NewKey => Split::of_new_key(made.plan().quorum),
                Under::SameKey => made.split(),
            };
            let sealed = match before {
                Some(before) => before.again(&made, planned, events)?,
                None => Sealed::seal(&made, split()?, planned, events)?.after(here),
            };
            Ok((sealed, made))
        }))
    };
    let done = |state: &mut S, context: &mut Context, sealed: Sealing| {
        let (sealed, made) = sealed.map_err(|error| context.message(&error))?;
        context.journal.note(Did::sealed(&sealed));
        is_new(state, Arc::new(sealed), made);
        Ok(())
    };
    let shown = |state: &S, context: &Context, view: View| {
        let Some(sealed) = state.sealed() else { return view };
        let quorum = sealed.manifest().quorum;
        let values = [
            ("set", sealed.manifest().set.to_string().into()),
            ("k", quorum.needed().into()),
            ("n", quorum.cards().into()),
        ];
        let view = view.good(context.fill(key!("seal-done"), &values));
        match sealed.manifest().sealing {
            1 => view,
            number => view.text(context.fill(key!("seal-again"), &[("sealing", number.to_string().into())])),
        }
    };
    Work { shown, ..Work::new(id, start, done) }
}

/// It was sealed; or once more for the same cards, and then what was written and rehearsed before is not this one.
fn is_new(state: &mut (impl Prints + Writes), sealed: Arc<Sealed>, made: Arc<Made>) {
    let paper = state.paper_mut();
    paper.cards = paper.cards.take().map(|cards| cards.for_next(&sealed));
    state.writer_mut().rehearsed = None;
    let run = state.seal_run_mut();
    run.earlier |= !run.bundles.is_empty();
    run.bundles.clear();
    run.here.push(sealed.manifest().sealed_backup_sha256);
    (run.spot_checked, run.sealed, run.of) = (None, Some(sealed), Some(made));
}
