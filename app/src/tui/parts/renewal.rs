//! A sealed backup is opened, what is in it is changed, and it is sealed again: for the cards that opened it, or for new
//! ones. What was opened stays as it was; what a bundle replaces is kept until the new one is rehearsed.

mod change;
mod numbers;
mod state;

pub(in crate::tui) use change::ChangeIt;
pub(in crate::tui) use state::{Change, Far, Renewal, Renews, loss};

use crate::tui::kit::flow::{StepId, Table};
use crate::tui::parts::paper::sheet_file::sheet_file;
use crate::tui::parts::paper::{cards_to_paper, new_sheets, state::Prints, state::Way, ways};
use crate::tui::parts::recover::{Open, backup_and_cards, source};
use crate::tui::parts::rehearse::{SpotCheck, rehearse, spot_checked};
use crate::tui::parts::seal::{Bundle, Seals, Under, before, copies, keeps_the_one_before, seal};

/// It is sealed for the cards that opened it.
const SEAL: StepId = StepId::of(key!("seal"), key!("renew-seal-text"), key!("seal-help"));

/// Where the backup is, the cards, and it opens: what it is then said to be is the step's, `back`.
pub(in crate::tui) fn opened<Own: Renews + 'static>(
    table: Table<Renewal<Own>>,
    back: StepId,
) -> Table<Renewal<Own>> {
    let table = backup_and_cards(table.stage(|_| key!("lost-stage-backup")).step(source()));
    table
        .stage(|_| key!("lost-stage-back"))
        .step(Open::new(back))
        .step_if(numbers::are_needed, numbers::needed())
}

/// It is sealed again, comes to sticks, and is rehearsed. For the cards that opened it: with the cards as they were read, and
/// new backup sheets are printed if they are wanted. Under a new backup key: with new cards, which are printed and read back.
pub(in crate::tui) fn sealed_again<Own: Renews + 'static>(table: Table<Renewal<Own>>) -> Table<Renewal<Own>> {
    let table = table
        .stage(|state| if is_for_new_cards(state) { key!("stage-seal") } else { key!("renew-stage-seal") })
        .step_if(is_for_the_same_cards, new_sheets::wanted())
        .step_if(is_for_new_cards, ways::way())
        .step_if(has_sheets, ways::size())
        .step_if(|state| is_for_new_cards(state) && has_sheets(state), ways::behind())
        .step(copies(step!("copies")))
        .step_if(is_for_the_same_cards, seal(SEAL))
        .step_if(is_for_new_cards, seal(step!("seal")));
    let sheet_file = sheet_file().then(new_sheets::PRINT_SHEETS);
    table
        .only_if(is_for_new_cards, |table| cards_to_paper(table.stage(|_| key!("stage-cards"))))
        .stage(|_| key!("stage-bundle"))
        .step_if(is_for_the_same_cards, Bundle::renewed(step!("renew-bundle")))
        .step_if(is_for_new_cards, Bundle::new(step!("deal-bundle")))
        .stage(|_| key!("stage-rehearse"))
        .step(rehearse(step!("renew-rehearse")))
        .step_if(|state| spot_checked(state).is_some(), SpotCheck::default())
        .step_if(|state| is_for_the_same_cards(state) && keeps_the_one_before(state), before(step!("before")))
        .step_if(|state| is_for_new_cards(state) && keeps_the_one_before(state), before(step!("deal-before")))
        .step_if(|state| is_for_the_same_cards(state) && has_sheets(state), new_sheets::NewSheets::default())
        .aside(sheet_file)
}

fn is_for_the_same_cards(state: &impl Seals) -> bool {
    state.under() == Under::SameKey
}

fn is_for_new_cards(state: &impl Seals) -> bool {
    state.under() == Under::NewKey
}

/// Whether something is printed of which the size matters.
fn has_sheets(state: &impl Prints) -> bool {
    match state.under() {
        Under::SameKey => state.paper().behind,
        Under::NewKey => state.paper().way != Way::Handwritten,
    }
}
