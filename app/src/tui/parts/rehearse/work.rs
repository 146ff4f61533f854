//! The rehearsal.

use super::state::{Rehearses, spot_checked};
use crate::ceremony::{CardsProven, CeremonyError, Did, Ready, Rehearsed, SpotChecked};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId};
use crate::tui::kit::jobs::Job;
use crate::tui::kit::view::View;
use crate::tui::parts::work::Work;

/// What the rehearsal was one of.
enum Proof {
    FromPaper(Rehearsed),
    AsPrinted(SpotChecked),
}

type Rehearsing = Result<Proof, CeremonyError>;

/// Whether the rehearsal that there is still holds. From paper it does as long as enough whole cards are; another one
/// only as long as no more were read whole. A card that was printed again is to be read again.
fn holds(state: &impl Rehearses) -> bool {
    let Some(how_now) = state.paper().proven.as_ref().map(CardsProven::how) else { return false };
    match spot_checked(state) {
        Some(how) => *how == how_now,
        None => state.writer().rehearsed.is_some() && how_now.is_from_paper(),
    }
}

/// The rehearsal.
pub(in crate::tui) fn rehearse<S: Rehearses + 'static>(id: StepId) -> impl Step<S> {
    let start = |state: &mut S, context: &mut Context| -> Option<Job<Rehearsing>> {
        if holds(state) {
            return None;
        }
        let (made, sealed) = (state.made().cloned()?, state.sealed().cloned()?);
        let (proven, rehearser) = (state.paper().proven.clone(), context.rehearser.clone());
        let written = state.bundles().to_vec();
        Some(Job::start(&context.wake, move |events| {
            let all = || sealed.shares().iter().map(|share| sealed.card_name(share.x)).collect();
            let proven = proven.ok_or_else(|| CeremonyError::CardsMissing { cards: all() })?;
            // The stick that was written last, or another one if that is not plugged in any more.
            let mut sticks = written.iter().rev().map(|(written, stick)| Ok((written, stick.open()?)));
            let (written, stick) = match sticks.next() {
                Some(Ok(last)) => last,
                Some(Err(gone)) => sticks.find_map(Result::ok).ok_or::<CeremonyError>(gone)?,
                None => return Err(CeremonyError::OtherBackup),
            };
            let bundle = (written, &stick);
            match proven.how().is_from_paper() {
                true => rehearser.rehearse(&made, &sealed, &proven, bundle, events).map(Proof::FromPaper),
                false => rehearser
                    .rehearse_as_printed(&made, &sealed, &proven, bundle, events)
                    .map(Proof::AsPrinted),
            }
        }))
    };
    let done = |state: &mut S, context: &mut Context, proof: Rehearsing| {
        let proof = proof.map_err(|error| context.message(&error))?;
        let roles = state.roles_to_write();
        let before = state.writer_mut().rehearsed.take();
        state.writer_mut().roles = roles;
        let from_paper = matches!(proof, Proof::FromPaper(_));
        state.sealed().iter().for_each(|sealed| context.journal.note(Did::rehearsed(sealed, from_paper)));
        match proof {
            Proof::FromPaper(rehearsed) => {
                let ready = Ready::from(rehearsed);
                state.writer_mut().rehearsed = Some(match &before {
                    Some(before) => ready.after(before),
                    None => ready,
                });
                (state.seal_run_mut().spot_checked, state.paper_mut().reads.whole) = (None, false);
            }
            Proof::AsPrinted(spot_checked) => {
                state.seal_run_mut().spot_checked = Some(match &before {
                    Some(before) => spot_checked.after(before),
                    None => spot_checked,
                });
            }
        }
        Ok(())
    };
    let shown = |state: &S, context: &Context, view: View| match spot_checked(state) {
        None => view.good(context.say(key!("rehearse-done"))).text(context.say(key!("rehearse-done-paper"))),
        Some(_) => view
            .good(context.say(key!("rehearse-done-printed")))
            .text(context.say(key!("rehearse-done-printed-text"))),
    };
    Work { shown, ..Work::new(id, start, done) }
}
