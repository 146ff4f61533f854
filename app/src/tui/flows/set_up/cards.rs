//! Stage 7: the share cards come to paper, and each of them is read back.

mod by_hand;
mod elsewhere;
mod more;
mod print;
mod printing;
mod reading;
mod three_words;
mod whole;

use std::sync::Arc;

use super::{Cards, Setup, Way};
use crate::ceremony::{CeremonyError, Did, HowRead, ReadBack, Reading, Sealed};
use crate::paper::Paper;
use crate::paper::printer::Printer;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, answers};

/// This stage's number.
const STAGE: usize = 7;
/// Where to choose another way.
const WAY: &str = "paper-way";
/// A printer's name that is longer is cut off.
const LONGEST_NAME: usize = 34;

/// What a key made of a card that is being read.
enum Read {
    /// Nothing: the key is for somebody else.
    No,
    /// It goes on.
    Here,
    /// The card is right.
    Right,
}

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    let way = Choose::new(WAY, STAGE, ways, preset_way, take_way);
    let size = Choose::new("paper-size", STAGE, sizes, preset_size, take_size);
    let behind = Choose::new("paper-behind", STAGE, behinds, preset_behind, take_behind);
    vec![
        Box::new(way),
        size.when(|setup| setup.way != Way::ByHand),
        behind.when(|setup| setup.way != Way::ByHand),
        Box::<elsewhere::Files>::default(),
        Box::new(print::Print::new(Way::Printer)),
        Box::new(print::Print::new(Way::Elsewhere)),
        Box::<by_hand::ByHand>::default(),
        Box::<more::More>::default(),
    ]
}

/// A printer's name, short enough for a line.
fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}

fn ways(_: &Setup, context: &Context) -> Vec<Item> {
    let usable = |printer: &Printer| match printer.language() {
        Ok(_) => context.say("paper-way-printer-note"),
        Err(_) => context.say("paper-way-unknown-note"),
    };
    let item = |printer: &Printer| {
        let name = short(printer.name()).into();
        Item::new(context.fill("paper-way-printer", &[("name", name)]), usable(printer))
    };
    let mut items: Vec<_> = context.printers.list().iter().map(item).collect();
    if items.is_empty() {
        items.extend(answers(context, WAY, &["none"]));
    }
    items.extend(answers(context, WAY, &["elsewhere", "by-hand"]));
    items
}

fn preset_way(setup: &Setup, context: &Context) -> usize {
    let printers = context.printers.list();
    let others = printers.len().max(1);
    let usable = || printers.iter().position(|printer| printer.language().is_ok());
    match setup.way {
        Way::Printer => chosen(setup, &printers).or_else(usable).unwrap_or(0),
        Way::Elsewhere => others,
        Way::ByHand => others + 1,
    }
}

fn take_way(setup: &mut Setup, context: &mut Context, at: usize) -> StepOutcome {
    let mut printers = context.printers.list();
    let others = printers.len().max(1);
    let way = match at {
        at if at < printers.len() => {
            let printer = printers.swap_remove(at);
            if printer.language().is_err() {
                return StepOutcome::Handled;
            }
            setup.printer = Some(printer);
            Way::Printer
        }
        // There is none yet; the note says so.
        at if at < others => return StepOutcome::Handled,
        at if at == others => Way::Elsewhere,
        _ => Way::ByHand,
    };
    setup.way = way;
    // What the other way took has no place on this one.
    if !papers(setup).contains(&setup.paper) {
        take_paper(setup, papers(setup)[0]);
    }
    StepOutcome::Next
}

/// What this way prints on.
fn papers(setup: &Setup) -> &'static [Paper] {
    const ALL: [Paper; 4] = [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80];
    match (setup.way, &setup.printer) {
        (Way::Printer, Some(printer)) if printer.is_receipt() => &ALL[2..],
        (Way::Printer, _) => &ALL[..2],
        _ => &ALL,
    }
}

fn is_roll(paper: Paper) -> bool {
    paper.height().is_none()
}

fn take_paper(setup: &mut Setup, paper: Paper) {
    // A roll fades, and the backup on it is long: there the sticks serve better.
    if is_roll(setup.paper) != is_roll(paper) {
        setup.behind = !is_roll(paper);
    }
    setup.paper = paper;
}

fn sizes(setup: &Setup, context: &Context) -> Vec<Item> {
    let word = |paper: &Paper| match paper {
        Paper::A4 => "a4",
        Paper::Letter => "letter",
        Paper::Receipt58 => "roll-58",
        Paper::Receipt80 => "roll-80",
    };
    let words: Vec<_> = papers(setup).iter().map(word).collect();
    answers(context, "paper-size", &words)
}

fn preset_size(setup: &Setup, _: &Context) -> usize {
    papers(setup).iter().position(|paper| *paper == setup.paper).unwrap_or(0)
}

fn take_size(setup: &mut Setup, _: &mut Context, at: usize) -> StepOutcome {
    if let Some(paper) = papers(setup).get(at) {
        take_paper(setup, *paper);
    }
    StepOutcome::Next
}

/// How many codes the backup has on paper; none if it is too large.
fn codes(setup: &Setup) -> Option<usize> {
    setup.sealed.as_ref()?.counts().ok().map(|counts| counts.codes.into())
}

fn behinds(setup: &Setup, context: &Context) -> Vec<Item> {
    let codes = codes(setup);
    let yes = match codes {
        Some(codes) => context.fill("paper-behind-yes-note", &[("codes", codes.into())]),
        None => context.say("paper-behind-large-note"),
    };
    vec![
        Item::new(context.say("paper-behind-yes"), yes),
        Item::new(context.say("paper-behind-no"), context.say("paper-behind-no-note")),
    ]
}

fn preset_behind(setup: &Setup, _: &Context) -> usize {
    usize::from(!setup.behind || codes(setup).is_none())
}

fn take_behind(setup: &mut Setup, _: &mut Context, at: usize) -> StepOutcome {
    if at == 0 && codes(setup).is_none() {
        return StepOutcome::Handled;
    }
    setup.behind = at == 0;
    StepOutcome::Next
}

/// Which of these is the printer that was chosen. Its file may have got another number when it was plugged
/// in again; then the name tells.
fn chosen(setup: &Setup, printers: &[Printer]) -> Option<usize> {
    let chosen = setup.printer.as_ref()?;
    let same = printers.iter().position(|printer| printer == chosen);
    same.or_else(|| printers.iter().position(|printer| printer.name() == chosen.name()))
}

/// The printer that was chosen, as it is plugged in now. If it is gone, printing to it says so.
fn printer(setup: &Setup, context: &Context) -> Option<Printer> {
    let mut printers = context.printers.list();
    let now = chosen(setup, &printers).map(|at| printers.swap_remove(at));
    now.or_else(|| setup.printer.clone())
}

impl Cards {
    /// How they were read.
    fn how(&self) -> HowRead {
        match self {
            Cards::Printed(cards) => cards.how(),
            Cards::Handwritten(cards) => cards.how(),
        }
    }

    /// Reads card `x` whole; a code says itself which one it is.
    fn read_whole(&mut self, x: u8, card: &Reading) -> Result<u8, CeremonyError> {
        match self {
            Cards::Printed(cards) => cards.read_whole(x, card),
            Cards::Handwritten(cards) => cards.read_whole(x, card),
        }
    }
}

/// Begins reading back, or goes on with it on the way that is chosen now.
fn begin(setup: &mut Setup) {
    let Some(sealed) = setup.sealed.clone() else { return };
    let by_hand = setup.way == Way::ByHand;
    setup.cards = Some(match setup.cards.take() {
        Some(Cards::Printed(cards)) if by_hand => Cards::Handwritten(cards.rest_by_hand()),
        Some(Cards::Handwritten(cards)) if !by_hand => Cards::Printed(cards.rest_printed()),
        Some(cards) => cards,
        None if by_hand => Cards::Handwritten(ReadBack::handwritten(sealed)),
        None => Cards::Printed(ReadBack::new(sealed)),
    });
}

/// Once all cards are read, that is the proof; and no longer than that.
fn prove(setup: &mut Setup) {
    let proven = setup.cards.as_ref().map(|cards| match cards {
        Cards::Printed(cards) => cards.finish(),
        Cards::Handwritten(cards) => cards.finish(),
    });
    setup.proven = proven.and_then(Result::ok);
}

/// Card `x` was read back, whole or by three words, and is right.
fn was_read(setup: &mut Setup, context: &Context, card: u8, whole: bool) {
    if let Some(sealed) = &setup.sealed {
        context.journal.note(Did::ReadBack { set: sealed.manifest().set, card, whole });
    }
    prove(setup);
}

/// Card `x` came out of the printer again. This is the piece of paper that is given away, so it is the one that is to
/// be read.
fn printed_again(setup: &mut Setup, context: &Context, x: u8) {
    if let Some(sealed) = &setup.sealed {
        context.journal.note(Did::PrintedAgain { set: sealed.manifest().set, card: x });
    }
    match &mut setup.cards {
        Some(Cards::Printed(cards)) => cards.printed_again(x),
        Some(Cards::Handwritten(cards)) => cards.printed_again(x),
        None => {}
    }
    prove(setup);
}

/// How many cards there are.
fn many(setup: &Setup) -> u8 {
    setup.sealed.as_ref().map_or(0, |sealed: &Arc<Sealed>| sealed.manifest().quorum.cards())
}

/// How the cards were read so far.
fn how(setup: &Setup) -> HowRead {
    let none = || HowRead { needed: setup.plan.quorum.needed(), whole: Vec::new(), spot_checked: Vec::new() };
    setup.cards.as_ref().map_or_else(none, Cards::how)
}

/// Whether card `x` was read, whole or by three words.
fn is_read(setup: &Setup, x: u8) -> bool {
    let how = how(setup);
    how.whole.contains(&x) || how.spot_checked.contains(&x)
}

/// Whether three words of card `x` were read, and no more.
fn is_spot_checked(setup: &Setup, x: u8) -> bool {
    how(setup).spot_checked.contains(&x)
}

/// Whether card `x` needs no reading. Once the owner wants to rehearse from paper, a spot check does not count
/// until enough others were read whole.
fn is_done(setup: &Setup, x: u8) -> bool {
    let how = how(setup);
    let counts = !setup.reads.whole || how.is_from_paper();
    how.whole.contains(&x) || counts && how.spot_checked.contains(&x)
}

/// The first card that is to be read.
fn next(setup: &Setup) -> Option<u8> {
    (1..=many(setup)).find(|x| !is_done(setup, *x))
}

/// The step that reads cards back on the way that was chosen.
pub(super) fn reading_step(way: Way) -> &'static str {
    match way {
        Way::Printer => "print-card",
        Way::Elsewhere => "read-card",
        Way::ByHand => "by-hand",
    }
}

/// Who gets card `x`.
fn trustee(setup: &Setup, x: u8) -> String {
    let trustee = usize::from(x).checked_sub(1).and_then(|i| setup.plan.trustees.get(i));
    trustee.map(|trustee| trustee.name.clone()).unwrap_or_default()
}

/// `Card 3 of 5, for Grace Hopper`.
fn title(setup: &Setup, context: &Context, x: u8) -> String {
    let name = trustee(setup, x).into();
    context.fill("card-of", &[("at", x.into()), ("of", many(setup).into()), ("name", name)])
}

/// Card `x` is right: what to do with it now.
fn right(setup: &Setup, context: &Context, x: u8) -> View {
    // On a roll a card is one strip, unless the backup sheet comes behind it.
    let pages = match setup.way {
        // Its letter comes with the bundle.
        Way::ByHand => "by-hand",
        _ if is_roll(setup.paper) && !setup.behind => "one",
        _ => "more",
    };
    let values = [
        ("at", x.into()),
        ("name", trustee(setup, x).into()),
        ("of", many(setup).into()),
        ("pages", pages.into()),
    ];
    let how = how(setup);
    let spot_checked = how.spot_checked.contains(&x);
    let view = View::new(title(setup, context, x))
        .good(context.fill(if spot_checked { "card-right-words" } else { "card-right" }, &values))
        .text(context.fill("card-right-text", &values));
    let counted =
        [("of", many(setup).into()), ("whole", how.whole.len().into()), ("needed", how.needed.into())];
    match next(setup) {
        Some(_) => view,
        None if how.is_from_paper() => view.good(context.fill("card-right-all", &values)),
        None => view.warning(context.fill("card-right-spot-checked", &counted)),
    }
}

/// The card after `x` that is to be read: the next number, then those that were passed over. `None`: all are
/// done.
fn after(setup: &Setup, x: u8) -> Option<u8> {
    match setup.reads.whole {
        true => next(setup),
        false if x < many(setup) => Some(x + 1),
        false => next(setup),
    }
}

/// A share of a set of three, for the tests below.
#[cfg(test)]
fn trial_share(x: u8, y: [u8; 32]) -> crate::backup::Share {
    let (set, quorum) = (crate::backup::SetId::parse("0011AABB"), crate::plan::Quorum::new(2, 3));
    crate::backup::Share { set: set.unwrap(), quorum: quorum.unwrap(), x, y: y.into() }
}
