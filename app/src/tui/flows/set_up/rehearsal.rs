//! The rehearsal; and where the paper was only spot-checked, the question whether that is enough.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Setup;
use crate::ceremony::{Agreed, CardsProven, CeremonyError, Did, HowRead, Ready, Rehearsed, SpotChecked};
use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::Job;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::answers;
use crate::tui::parts::paper::run::reading_step;
use crate::tui::parts::work::Work;

/// The answers; that a spot check is enough is not preset.
const ANSWERS: [Noted; 2] = [noted!("spot-check-only-no"), noted!("spot-check-only-yes")];

/// What the rehearsal was one of.
enum Proof {
    FromPaper(Rehearsed),
    AsPrinted(SpotChecked),
}

type Rehearsing = Result<Proof, CeremonyError>;

/// How the cards were read for the rehearsal that there is, if they were spot-checked.
pub(super) fn spot_checked(setup: &Setup) -> Option<&HowRead> {
    let agreed = setup.writer.rehearsed.as_ref().and_then(Ready::spot_checked);
    agreed.or(setup.spot_checked.as_ref().map(SpotChecked::how))
}

/// Whether the rehearsal that there is still holds. From paper it does as long as enough whole cards are; another one
/// only as long as no more were read whole. A card that was printed again is to be read again.
fn holds(setup: &Setup) -> bool {
    let Some(how_now) = setup.paper.proven.as_ref().map(CardsProven::how) else { return false };
    match spot_checked(setup) {
        Some(how) => *how == how_now,
        None => setup.writer.rehearsed.is_some() && how_now.is_from_paper(),
    }
}

/// The rehearsal.
pub(super) fn rehearse() -> impl Step<Setup> {
    let start = |setup: &mut Setup, context: &mut Context| -> Option<Job<Rehearsing>> {
        if holds(setup) {
            return None;
        }
        let (made, sealed) = (setup.made.clone()?, setup.sealed.clone()?);
        let (proven, rehearser) = (setup.paper.proven.clone(), context.rehearser.clone());
        let written = setup.bundles.clone();
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
    let done = |setup: &mut Setup, context: &mut Context, proof: Rehearsing| {
        let proof = proof.map_err(|error| context.message(&error))?;
        let met = setup.meeting.iter().flat_map(|meeting| meeting.met());
        let serials = met.map(|met| Some(met.info.serial)).chain(std::iter::repeat(None));
        setup.writer.roles = setup.draft.plan.roles().into_iter().zip(serials).collect();
        let before = setup.writer.rehearsed.take();
        let from_paper = matches!(proof, Proof::FromPaper(_));
        setup.sealed.iter().for_each(|sealed| context.journal.note(Did::rehearsed(sealed, from_paper)));
        match proof {
            Proof::FromPaper(rehearsed) => {
                let ready = Ready::from(rehearsed);
                setup.writer.rehearsed = Some(match &before {
                    Some(before) => ready.after(before),
                    None => ready,
                });
                (setup.spot_checked, setup.paper.reads.whole) = (None, false);
            }
            Proof::AsPrinted(spot_checked) => {
                setup.spot_checked = Some(match &before {
                    Some(before) => spot_checked.after(before),
                    None => spot_checked,
                });
            }
        }
        Ok(())
    };
    let shown = |setup: &Setup, context: &Context, view: View| match spot_checked(setup) {
        None => view.good(context.say(key!("rehearse-done"))).text(context.say(key!("rehearse-done-paper"))),
        Some(_) => view
            .good(context.say(key!("rehearse-done-printed")))
            .text(context.say(key!("rehearse-done-printed-text"))),
    };
    Work { shown, ..Work::new(step!("rehearse"), start, done) }
}

/// The paper was only spot-checked: is that enough?
#[derive(Default)]
pub(super) struct SpotCheck {
    list: List,
    /// What it means, as it is on the screen, and the yes that comes with these words.
    message: Option<(String, Agreed)>,
}

impl SpotCheck {
    /// Back to the cards; what was read stays read.
    fn reads_whole(setup: &mut Setup) -> StepOutcome {
        (setup.paper.reads.whole, setup.paper.reads.short) = (true, false);
        StepOutcome::To(reading_step(setup.paper.way))
    }

    /// The owner has read what it means, and says yes to that.
    fn agrees(&mut self, setup: &mut Setup, context: &Context) -> StepOutcome {
        if let Some((_, agreed)) = self.message.take()
            && let Some(spot_checked) = setup.spot_checked.take()
        {
            setup.writer.rehearsed = spot_checked.accept(agreed).ok();
            let set = setup.sealed.as_ref().filter(|_| setup.writer.rehearsed.is_some());
            set.iter().for_each(|sealed| {
                context.journal.note(Did::SpotCheckIsEnough { set: sealed.manifest().set });
            });
        }
        setup.paper.reads.whole = false;
        StepOutcome::Next
    }
}

impl Step<Setup> for SpotCheck {
    fn id(&self) -> StepId {
        step!("spot-check-only")
    }

    fn enter(&mut self, setup: &mut Setup, context: &mut Context) {
        self.message = setup.spot_checked.as_ref().map(|spot_checked| spot_checked.warned(context.texts()));
        // Who has said yes before only passes by.
        self.list = List::at(usize::from(setup.spot_checked.is_none()));
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let view = View::new(context.say(key!("spot-check-only")));
        let Some(how) = spot_checked(setup) else { return view };
        let message = self.message.as_ref().map(|(words, _)| words.clone());
        view.warning(message.unwrap_or_else(|| how.warning(context.texts())))
            .text(context.say(key!("spot-check-only-text")))
            .list(&self.list, answers(context, &ANSWERS))
            .enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        match (key.code, self.list.at) {
            (KeyCode::Esc, _) | (KeyCode::Enter, 0) => Self::reads_whole(setup),
            (KeyCode::Enter, _) => self.agrees(setup, context),
            _ => StepOutcome::nowhere(self.list.key(key, &answers(context, &ANSWERS))),
        }
    }
}
