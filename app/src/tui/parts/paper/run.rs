//! How far the cards are: which are printed, read back and right, and which comes next.

use std::sync::Arc;

use super::state::{Cards, Prints, Way};
use super::ways::is_roll;
use crate::ceremony::{Did, HowRead, ReadBack, Sealed};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::StepId;
use crate::tui::kit::view::View;

// The steps that read cards back.
pub(super) const PRINT_CARD: StepId = StepId::new("print-card");
pub(super) const READ_CARD: StepId = StepId::new("read-card");
pub(super) const HANDWRITTEN: StepId = StepId::new("handwritten");

/// What a key made of a card that is being read.
pub(super) enum Read {
    /// Nothing: the key is for somebody else.
    No,
    /// The key is used, and the card is not whole yet.
    Handled,
    /// The card is right.
    Right,
}

/// Begins reading back, or goes on with it on the way that is chosen now.
pub(super) fn begin(state: &mut impl Prints) {
    let Some(sealed) = state.sealed().cloned() else { return };
    let handwritten = state.paper().way == Way::Handwritten;
    state.paper_mut().cards = Some(match state.paper_mut().cards.take() {
        Some(Cards::Printed(cards)) if handwritten => Cards::Handwritten(cards.rest_handwritten()),
        Some(Cards::Handwritten(cards)) if !handwritten => Cards::Printed(cards.rest_printed()),
        Some(cards) => cards,
        None if handwritten => Cards::Handwritten(ReadBack::handwritten(sealed)),
        None => Cards::Printed(ReadBack::new(sealed)),
    });
}

/// Once all cards are read, that is the proof; and no longer than that.
fn prove(state: &mut impl Prints) {
    let proven = state.paper().cards.as_ref().map(|cards| match cards {
        Cards::Printed(cards) => cards.finish(),
        Cards::Handwritten(cards) => cards.finish(),
    });
    state.paper_mut().proven = proven.and_then(Result::ok);
}

/// Card `x` was read back, whole or by three words, and is right.
pub(super) fn was_read(state: &mut impl Prints, context: &Context, card: u8, whole: bool) {
    if let Some(sealed) = state.sealed() {
        context.journal.note(Did::ReadBack { set: sealed.manifest().set, card, whole });
    }
    prove(state);
}

/// Card `x` came out of the printer again. This is the piece of paper that is given away, so it is the one that is to
/// be read.
pub(super) fn printed_again(state: &mut impl Prints, context: &Context, x: u8) {
    if let Some(sealed) = state.sealed() {
        context.journal.note(Did::PrintedAgain { set: sealed.manifest().set, card: x });
    }
    match &mut state.paper_mut().cards {
        Some(Cards::Printed(cards)) => cards.printed_again(x),
        Some(Cards::Handwritten(cards)) => cards.printed_again(x),
        None => {}
    }
    prove(state);
}

/// How many cards there are.
pub(super) fn many(state: &impl Prints) -> u8 {
    state.sealed().map_or(0, |sealed: &Arc<Sealed>| sealed.manifest().quorum.cards())
}

/// How the cards were read so far.
pub(super) fn how(state: &impl Prints) -> HowRead {
    let none =
        || HowRead { needed: state.plan().quorum.needed(), whole: Vec::new(), spot_checked: Vec::new() };
    state.paper().cards.as_ref().map_or_else(none, Cards::how)
}

/// Whether card `x` was read, whole or by three words.
pub(super) fn is_read(state: &impl Prints, x: u8) -> bool {
    let how = how(state);
    how.whole.contains(&x) || how.spot_checked.contains(&x)
}

/// Whether three words of card `x` were read, and no more.
pub(super) fn is_spot_checked(state: &impl Prints, x: u8) -> bool {
    how(state).spot_checked.contains(&x)
}

/// Whether card `x` needs no reading. Once the owner wants to rehearse from paper, a spot check does not count
/// until enough others were read whole.
pub(super) fn is_done(state: &impl Prints, x: u8) -> bool {
    let how = how(state);
    let counts = !state.paper().reads.whole || how.is_from_paper();
    how.whole.contains(&x) || counts && how.spot_checked.contains(&x)
}

/// The first card that is to be read.
pub(super) fn next(state: &impl Prints) -> Option<u8> {
    (1..=many(state)).find(|x| !is_done(state, *x))
}

/// The step that reads cards back on the way that was chosen.
pub(in crate::tui) fn reading_step(way: Way) -> StepId {
    match way {
        Way::Printer => PRINT_CARD,
        Way::Elsewhere => READ_CARD,
        Way::Handwritten => HANDWRITTEN,
    }
}

/// Who gets card `x`.
pub(super) fn trustee(state: &impl Prints, x: u8) -> String {
    let trustee = usize::from(x).checked_sub(1).and_then(|i| state.plan().trustees.get(i));
    trustee.map(|trustee| trustee.name.clone()).unwrap_or_default()
}

/// `Card 3 of 5, for Grace Hopper`.
pub(super) fn title(state: &impl Prints, context: &Context, x: u8) -> String {
    let name = trustee(state, x).into();
    context.fill(key!("card-of"), &[("at", x.into()), ("of", many(state).into()), ("name", name)])
}

/// Card `x` is right: what to do with it now.
pub(super) fn right(state: &impl Prints, context: &Context, x: u8) -> View {
    let view = is_right(state, context, x, View::new(title(state, context, x)));
    let how = how(state);
    let values =
        [("of", many(state).into()), ("whole", how.whole.len().into()), ("needed", how.needed.into())];
    match next(state) {
        Some(_) => view,
        None if how.is_from_paper() => view.good(context.fill(key!("card-right-all"), &values)),
        None => view.warning(context.fill(key!("card-right-spot-checked"), &values)),
    }
}

/// Adds that card `x` is right, and where it goes.
pub(super) fn is_right(state: &impl Prints, context: &Context, x: u8, view: View) -> View {
    // On a roll a card is one strip, unless the backup sheet comes behind it.
    let pages = match state.paper().way {
        // Its letter comes with the bundle.
        Way::Handwritten => "handwritten",
        _ if is_roll(state.paper().size) && !state.paper().behind => "one",
        _ => "more",
    };
    let values = [("at", x.into()), ("name", trustee(state, x).into()), ("pages", pages.into())];
    let said = if is_spot_checked(state, x) { key!("card-right-words") } else { key!("card-right") };
    view.good(context.fill(said, &values)).text(context.fill(key!("card-right-text"), &values))
}

/// The card after `x` that is to be read: the next number, then those that were passed over. `None`: all are
/// done.
pub(super) fn after(state: &impl Prints, x: u8) -> Option<u8> {
    match state.paper().reads.whole {
        true => next(state),
        false if x < many(state) => Some(x + 1),
        false => next(state),
    }
}

/// A share of a set of three, for the tests below.
#[cfg(test)]
pub(super) fn trial_share(x: u8, y: [u8; 32]) -> crate::backup::Share {
    let (set, quorum) = (crate::backup::SetId::parse("0011AABB"), crate::plan::Quorum::new(2, 3));
    crate::backup::Share { set: set.unwrap(), quorum: quorum.unwrap(), x, y: y.into() }
}
