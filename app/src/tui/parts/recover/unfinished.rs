//! What an earlier sitting has not finished: what a backup has replaced lies beside it until it is rehearsed. Whoever opens
//! one of the two is told so, and that the other one is there.

use crate::backup::bundle;
use crate::ceremony::{Claim, Made, bundles};
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::{Mounted, replaced_by};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::StepId;
use crate::tui::kit::view::View;

/// The page that says so.
pub(super) const TWO: StepId = step!("opened-two");

/// What can be done with the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Two {
    /// They are of one set, and the newer one was opened.
    Same,
    /// They are of one set, and the one before was opened.
    Before,
    /// They are of two sets.
    Sets,
    /// None of them was made from the other.
    Apart,
    /// One of them is damaged.
    Unread,
}

/// A stick on which both lie.
pub(in crate::tui) struct Unfinished {
    stick: String,
    two: Two,
}

/// Looks through these sticks.
pub(super) fn scan(sticks: &[Plugged], opened: &Made) -> Vec<Unfinished> {
    let on = |stick: &Plugged| {
        let two = two(&stick.open().ok()?, opened)?;
        Some(Unfinished { stick: stick.name().to_owned(), two })
    };
    sticks.iter().filter_map(on).collect()
}

/// Whether both lie on it, and which.
fn two(stick: &Mounted, opened: &Made) -> Option<Two> {
    let fingerprint = opened.identity().fingerprint();
    let (folder, there) = (bundle::folder(&fingerprint), bundles(stick).ok()?);
    let kept = there.iter().find(|name| replaced_by(name) == Some(&folder))?;
    there.contains(&folder).then_some(())?;
    let claim = |name: &str| Claim::read(stick, name).ok();
    let (Some(newer), Some(before)) = (claim(&folder), claim(kept)) else { return Some(Two::Unread) };
    let is_opened = |claim: &Claim| {
        opened.sealing().is_some_and(|inside| (inside.set, inside.number) == (claim.set, claim.sealing))
    };
    // A folder's name has no more than the end of the fingerprint.
    let are_ours = [&newer, &before].iter().all(|claim| claim.fingerprint == fingerprint);
    are_ours.then_some(match newer.set == before.set {
        _ if newer.is_apart_from(&before) => Two::Apart,
        true if is_opened(&before) && !is_opened(&newer) => Two::Before,
        true => Two::Same,
        false => Two::Sets,
    })
}

/// Those of these sticks, as their owner calls them; `None`: there are none.
fn names<'a>(all: impl Iterator<Item = &'a Unfinished>) -> Option<String> {
    let names: Vec<_> = all.map(|one| one.stick.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The sticks where to seal once more finishes it: nothing newer is replaced, and nothing that cannot be read.
pub(in crate::tui) fn to_be_sealed_on(all: &[Unfinished]) -> Option<String> {
    names(all.iter().filter(|one| matches!(one.two, Two::Same | Two::Sets)))
}

/// What is not finished, which of the two is offered first, what opens either, and how it is brought to an end.
pub(super) fn message(all: &[Unfinished], context: &Context) -> View {
    let kinds = [
        (Two::Same, key!("opened-two-same")),
        (Two::Before, key!("opened-two-before")),
        (Two::Sets, key!("opened-two-sets")),
        (Two::Apart, key!("opened-two-apart")),
        (Two::Unread, key!("opened-two-unread")),
    ];
    kinds.into_iter().fold(View::new(context.say(TWO.title)), |view, (two, key)| {
        match names(all.iter().filter(|one| one.two == two)) {
            Some(sticks) => {
                let text = if two == Two::Apart { key!("opened-two-others") } else { TWO.text };
                view.warning(context.fill(text, &[("stick", sticks.into())])).text(context.say(key))
            }
            None => view,
        }
    })
}
