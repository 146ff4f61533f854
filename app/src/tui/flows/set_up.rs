//! Set up keys: the first ceremony, in the order of its eleven stages.

mod begin;
mod bring;
mod end;
mod identity;
mod make;
mod meet;
mod policy;
mod random;
mod state;
mod summary;
mod vault;

use bring::{again, file, places, read};
use state::Setup;

use crate::plan::PinPolicy;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, StepId, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::parts::clock::Clock;
use crate::tui::parts::deal;
use crate::tui::parts::paper::state::Way;
use crate::tui::parts::paper::{cards_to_paper, ways};
use crate::tui::parts::rehearse::{Results, SpotCheck, rehearse, spot_checked};
use crate::tui::parts::seal::{Bundle, before, copies, keeps_the_one_before, seal};
use crate::tui::parts::show_pins::ShowPins;
use crate::tui::parts::work::Work;
use crate::tui::parts::write::Write;

const SHOW_PINS: StepId = StepId::of(key!("type-pins"), key!("show-pins-text"), key!("show-pins-help"));

/// Begins with the self-check. `None` only if the plan with every default were none.
pub(in crate::tui) fn begin(context: &mut Context) -> Option<Box<dyn Screen>> {
    let state = Setup::new(context.language())?;
    Some(Flow::begin(key!("setup"), state, table(), context))
}

fn table() -> Table<Setup> {
    let table = Table::new()
        .stage(|_| key!("stage-check"))
        .step(begin::Check::default())
        .step(Clock::of_new_keys())
        .stage(|_| key!("stage-plan"));
    let table = planned(table)
        .stage(|_| key!("stage-meet"))
        .step(meet::Meet::default())
        .step_if(Setup::goes_elsewhere, again::Again)
        .stage(|_| key!("stage-random"))
        .step_if(|setup| !setup.is_short(), random::Rolls::new())
        .step_if(|setup| !setup.is_short(), random::Typing::new())
        .step(random::mixed())
        .stage(|setup| if setup.draft.imports { key!("stage-bring") } else { key!("stage-make") })
        .step_if(|setup| setup.draft.plan.pins == PinPolicy::Typed, make::TypePins::new())
        .step(vault::Vault::default())
        .step(make::Make::default())
        .stage(|_| key!("stage-seal"))
        .step(ways::way())
        .step_if(|setup| setup.paper.way != Way::Handwritten, ways::size())
        .step_if(|setup| setup.paper.way != Way::Handwritten && !setup.is_short(), ways::behind())
        .step_if(|setup| !setup.is_short(), copies(step!("copies")))
        .step(Work { goes_on: Setup::is_short, ..seal(step!("seal")) })
        .stage(|_| key!("stage-cards"));
    cards_to_paper(table)
        .stage(|_| key!("stage-bundle"))
        .step(Bundle::new(step!("bundle")))
        .stage(|_| key!("stage-rehearse"))
        .step(rehearse(step!("rehearse")))
        .step_if(|setup| spot_checked(setup).is_some(), SpotCheck::default())
        .step_if(keeps_the_one_before, before(step!("before")))
        .stage(|_| key!("stage-flash"))
        // Before the first Nitrokey is written: whatever nobody has seen by then.
        .step_if(Setup::has_unseen_pins, ShowPins::new(SHOW_PINS))
        // Once it is written, whoever does not know its PIN needs the trustees.
        .step_if(Setup::may_write, Write::new())
        .stage(|_| key!("stage-done"))
        .step_if(Setup::knows_pins, Results::new(step!("results")))
        .step_if(Setup::knows_pins, end::Done::default())
}

/// What the owner decides.
fn planned(table: Table<Setup>) -> Table<Setup> {
    table
        .step(identity::source())
        .step_if(|setup| setup.draft.from_file, identity::FromStick::new())
        .step_if(|setup| !setup.is_short(), identity::keys())
        .aside(read::on_a_nitrokey())
        .aside(read::Again::new())
        .step_if(|setup| setup.draft.imports, file::KeyFile::default())
        .step_if(Setup::brings_one_key_alone, read::alone())
        .step_if(|setup| setup.brought().is_some(), places::Where::default())
        .step_if(Setup::asks_for_the_owner, identity::Owner::new())
        .step_if(Setup::asks_for_the_algorithm, policy::algorithm())
        .step_if(Setup::asks_for_the_expiry, policy::expiry())
        .step_if(Setup::asks_all, deal::cards())
        .step_if(Setup::asks_all, deal::needed())
        .step_if(Setup::is_typed, deal::trustees())
        .step_if(Setup::asks_all, deal::notes())
        .step_if(Setup::asks_all, policy::nitrokeys())
        .step_if(Setup::asks_all, policy::pins())
        .step_if(Setup::asks_all, policy::touch())
        .step_if(Setup::asks_all, policy::more())
        .step_if(Setup::asks_for_more, policy::pin_backup())
        // Of keys that are brought along, 'what goes where' says it.
        .step_if(|setup| setup.asks_for_more() && setup.brought().is_none(), policy::primary())
        .step_if(Setup::asks_for_more, policy::paper_language())
        .step_if(Setup::asks_for_more, policy::Url::new())
        .step(summary::Summary::default())
}
