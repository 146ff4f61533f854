//! How share cards come to paper: by which printer, of which size, and with the backup sheet or without.

use super::state::{Prints, Way};
use crate::machine::usb::Kind;
use crate::paper::Paper;
use crate::paper::printer::{PrintError, Printer};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{StepId, StepOutcome};
use crate::tui::kit::view::Item;
use crate::tui::parts::choose::{Choose, answers};

/// Where to choose another way.
pub(in crate::tui) const WAY: StepId = StepId::new("paper-way");
/// A printer's name that is longer is cut off.
const LONGEST_NAME: usize = 34;
/// Of what it speaks, so much is shown.
const LONGEST_LIST: usize = 60;

/// How cards come to paper.
pub(in crate::tui) fn way<S: Prints>() -> Choose<S> {
    Choose::new(WAY, ways, preset_way, take_way)
}

/// The size of the paper.
pub(in crate::tui) fn size<S: Prints>() -> Choose<S> {
    Choose::new(step!("paper-size"), sizes, preset_size, take_size)
}

/// Whether the backup sheet comes behind each card.
pub(in crate::tui) fn behind<S: Prints>() -> Choose<S> {
    Choose::new(step!("paper-behind"), behinds, preset_behind, take_behind)
}

/// A printer's name, short enough for a line.
pub(super) fn short(name: &str) -> String {
    cut(name, LONGEST_NAME)
}

/// No more than so many letters.
fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

fn ways(_: &impl Prints, context: &Context) -> Vec<Item> {
    let usable = |printer: &Printer| match printer.language() {
        Ok(_) if printer.is_untried() => context.say(key!("paper-way-untried-note")),
        Ok(_) => context.say(key!("paper-way-printer-note")),
        Err(PrintError::UnknownLanguage { speaks, .. }) if !speaks.is_empty() => {
            let speaks = cut(&speaks.join(", "), LONGEST_LIST);
            context.fill(key!("paper-way-unknown-note"), &[("speaks", speaks.into())])
        }
        Err(_) => context.say(key!("paper-way-silent-note")),
    };
    let item = |printer: &Printer| {
        let name = short(printer.name()).into();
        Item::new(context.fill(key!("paper-way-printer"), &[("name", name)]), usable(printer))
    };
    let mut items: Vec<_> = context.printers.list().iter().map(item).collect();
    if items.is_empty() {
        items.push(none(context));
    }
    items.extend(answers(context, &[noted!("paper-way-elsewhere"), noted!("paper-way-handwritten")]));
    items
}

/// No printer is there, or one that speaks a way for which there is no driver.
fn none(context: &Context) -> Item {
    let by_ipp = context.usb.notices.iter().find(|notice| notice.refused.contains(&Kind::Ipp));
    let (name, note) = match by_ipp {
        Some(notice) => {
            let name = short(&notice.name).into();
            (context.fill(key!("paper-way-printer"), &[("name", name)]), key!("paper-way-ipp-note"))
        }
        None => (context.say(key!("paper-way-none")), key!("paper-way-none-note")),
    };
    Item::new(name, context.say(note))
}

fn preset_way(state: &impl Prints, context: &Context) -> usize {
    let printers = context.printers.list();
    let others = printers.len().max(1);
    let sure = || printers.iter().position(|printer| printer.language().is_ok() && !printer.is_untried());
    let usable = || sure().or_else(|| printers.iter().position(|printer| printer.language().is_ok()));
    match state.paper().way {
        Way::Printer => chosen(state, &printers).or_else(usable).unwrap_or(0),
        Way::Elsewhere => others,
        Way::Handwritten => others + 1,
    }
}

fn take_way(state: &mut impl Prints, context: &mut Context, at: usize) -> StepOutcome {
    let mut printers = context.printers.list();
    let others = printers.len().max(1);
    let way = match at {
        at if at < printers.len() => {
            let printer = printers.swap_remove(at);
            if printer.language().is_err() {
                return StepOutcome::Handled;
            }
            state.paper_mut().printer = Some(printer);
            Way::Printer
        }
        // There is none yet; the note says so.
        at if at < others => return StepOutcome::Handled,
        at if at == others => Way::Elsewhere,
        _ => Way::Handwritten,
    };
    state.paper_mut().way = way;
    // What the other way took has no place on this one.
    if !papers(state).contains(&state.paper().size) {
        take_paper(state, papers(state)[0]);
    }
    StepOutcome::Next
}

/// What this way prints on.
fn papers(state: &impl Prints) -> &'static [Paper] {
    const ALL: [Paper; 4] = [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80];
    match (state.paper().way, &state.paper().printer) {
        (Way::Printer, Some(printer)) if printer.is_receipt() => &ALL[2..],
        (Way::Printer, _) => &ALL[..2],
        _ => &ALL,
    }
}

pub(super) fn is_roll(paper: Paper) -> bool {
    paper.height().is_none()
}

fn take_paper(state: &mut impl Prints, paper: Paper) {
    // A roll fades, and the backup on it is long: there the sticks serve better.
    if is_roll(state.paper().size) != is_roll(paper) {
        state.paper_mut().behind = !is_roll(paper);
    }
    state.paper_mut().size = paper;
}

fn sizes(state: &impl Prints, context: &Context) -> Vec<Item> {
    let item = |paper: &Paper| match paper {
        Paper::A4 => noted!("paper-size-a4"),
        Paper::Letter => noted!("paper-size-letter"),
        Paper::Receipt58 => noted!("paper-size-roll-58"),
        Paper::Receipt80 => noted!("paper-size-roll-80"),
    };
    answers(context, &papers(state).iter().map(item).collect::<Vec<_>>())
}

fn preset_size(state: &impl Prints, _: &Context) -> usize {
    papers(state).iter().position(|paper| *paper == state.paper().size).unwrap_or(0)
}

fn take_size(state: &mut impl Prints, _: &mut Context, at: usize) -> StepOutcome {
    if let Some(paper) = papers(state).get(at) {
        take_paper(state, *paper);
    }
    StepOutcome::Next
}

/// How many codes the backup has on paper; none if it is too large.
fn codes(state: &impl Prints) -> Option<usize> {
    state.made()?.codes_on_paper().map(usize::from)
}

fn behinds(state: &impl Prints, context: &Context) -> Vec<Item> {
    let codes = codes(state);
    let yes = match codes {
        Some(codes) => context.fill(key!("paper-behind-yes-note"), &[("codes", codes.into())]),
        None => context.say(key!("paper-behind-large-note")),
    };
    vec![
        Item::new(context.say(key!("paper-behind-yes")), yes),
        Item::new(context.say(key!("paper-behind-no")), context.say(key!("paper-behind-no-note"))),
    ]
}

fn preset_behind(state: &impl Prints, _: &Context) -> usize {
    usize::from(!state.paper().behind || codes(state).is_none())
}

fn take_behind(state: &mut impl Prints, _: &mut Context, at: usize) -> StepOutcome {
    if at == 0 && codes(state).is_none() {
        return StepOutcome::Handled;
    }
    state.paper_mut().behind = at == 0;
    StepOutcome::Next
}

/// Which of these is the printer that was chosen. Its file may have got another number when it was plugged
/// in again; then the name tells.
fn chosen(state: &impl Prints, printers: &[Printer]) -> Option<usize> {
    let chosen = state.paper().printer.as_ref()?;
    let same = printers.iter().position(|printer| printer == chosen);
    same.or_else(|| printers.iter().position(|printer| printer.name() == chosen.name()))
}

/// The printer that was chosen, as it is plugged in now. If it is gone, printing to it says so.
pub(super) fn printer(state: &impl Prints, context: &Context) -> Option<Printer> {
    let mut printers = context.printers.list();
    let now = chosen(state, &printers).map(|at| printers.swap_remove(at));
    now.or_else(|| state.paper().printer.clone())
}

/// The printer that was chosen for the cards, or any that is there.
pub(in crate::tui) fn printer_or_any(state: &impl Prints, context: &Context) -> Option<Printer> {
    printer(state, context).or_else(|| any_printer(context))
}

/// Any printer that is plugged in and prints whole pages.
pub(in crate::tui) fn any_printer(context: &Context) -> Option<Printer> {
    let is_fit = |printer: &Printer| printer.language().is_ok() && !printer.is_receipt();
    context.printers.list().into_iter().find(is_fit)
}
