//! What a bundle has replaced was kept beside it. Once the new one is proven, it goes.

use crate::ceremony::{Ready, Written};
use crate::machine::stick::discover::Plugged;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId};
use crate::tui::kit::jobs::{Job, Lent};
use crate::tui::kit::view::View;
use crate::tui::parts::paper::state::Prints;
use crate::tui::parts::work::Work;
use crate::tui::parts::write::Writes;

/// What the work gives back: the proof, and whether each bundle is alone on its stick now.
type Settled = Lent<Ready, Vec<bool>>;

/// Whether a stick has the one before as well, and the new one is proven.
pub(in crate::tui) fn keeps_the_one_before(state: &(impl Prints + Writes)) -> bool {
    state.writer().rehearsed.is_some() && state.bundles().iter().any(|(written, _)| written.keeps)
}

/// Removes it from each stick that is plugged in.
pub(in crate::tui) fn before<S: Prints + Writes + 'static>(id: StepId) -> impl Step<S> {
    let start = |state: &mut S, context: &mut Context| -> Option<Job<Settled>> {
        let bundles = state.bundles().to_vec();
        let ready = state.writer_mut().rehearsed.take()?;
        let is_alone = |ready: &Ready, (written, stick): &(Written, Plugged)| {
            !written.keeps || stick.open().is_ok_and(|stick| ready.settle(written, &stick).is_ok())
        };
        Some(Job::lend(&context.wake, ready, move |ready: &mut Ready, _| {
            bundles.iter().map(|bundle| is_alone(ready, bundle)).collect()
        }))
    };
    let done = |state: &mut S, context: &mut Context, (ready, alone): Settled| {
        state.writer_mut().rehearsed = Some(ready);
        let alone = alone.ok_or_else(|| context.fault())?;
        for ((written, _), alone) in state.seal_run_mut().bundles.iter_mut().zip(alone) {
            written.keeps = !alone;
        }
        Ok(())
    };
    let shown = |state: &S, context: &Context, view: View| {
        let takes_place = state.sealed().is_some_and(|sealed| !sealed.old_copies().is_empty());
        state.bundles().iter().fold(view, |view, (written, _)| {
            let stick = [("stick", written.stick.clone().into())];
            match written.keeps {
                false => view.good(context.fill(key!("before-gone"), &stick)),
                true if takes_place => view.warning(context.fill(key!("before-left-old"), &stick)),
                true => view.warning(context.fill(key!("before-left"), &stick)),
            }
        })
    };
    Work { shown, ..Work::new(id, start, done) }
}
