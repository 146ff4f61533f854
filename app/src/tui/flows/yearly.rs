//! The yearly check: sticks, cards and Nitrokeys are looked at, and a report says what was good, what was not, and what was
//! not checked. Whoever brings little checks little, and the report says so; nothing is written but the report.

mod cards;
mod end;
mod nitrokeys;
mod recovery;
mod report;
mod state;
mod sticks;

use state::Yearly;

use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, StepOutcome, Table};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::clock::Clock;
use crate::tui::parts::find_bundle::FindBundle;
use crate::tui::parts::recover::Open;
use crate::tui::parts::to_stick::ToStick;

/// Begins with what to bring.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    Flow::begin(key!("yearly"), Yearly::default(), table(), context)
}

fn table() -> Table<Yearly> {
    let bundle = FindBundle::new(step!("yearly-bundle"), Yearly::takes);
    Table::new()
        .stage(|_| key!("yearly-stage-bring"))
        .step(bring())
        .step(Clock::of_old_keys())
        .stage(|_| key!("yearly-stage-sticks"))
        .step(bundle.or(noted!("yearly-bundle-without")))
        .step(sticks::Sticks::default())
        .stage(|_| key!("yearly-stage-cards"))
        .step(cards::Cards::new())
        .step_if(Yearly::can_recover, recovery::question())
        .step_if(|state| state.can_recover() && state.recovers, Open::new(step!("yearly-open")))
        .stage(|_| key!("yearly-stage-nitrokeys"))
        .step_if(|state| state.published.is_some(), nitrokeys::Nitrokeys::default())
        .stage(|_| key!("yearly-stage-report"))
        .step(report::Report::default())
        .step_if(
            |state| state.to_stick,
            ToStick::new(step!("yearly-stick"), Holds::Report, report::write, report::written),
        )
        .step(end::end())
}

/// What to bring, as far as it is at hand.
fn bring() -> Read<Yearly> {
    Read {
        id: step!("yearly"),
        view: |_, context| {
            View::new(context.say(key!("yearly")))
                .text(context.say(key!("yearly-text")))
                .lines(
                    [
                        key!("yearly-bring-sticks"),
                        key!("yearly-bring-nitrokeys"),
                        key!("yearly-bring-cards"),
                        key!("yearly-bring-record"),
                    ]
                    .map(|line| context.say(line))
                    .to_vec(),
                )
                .strong(context.say(key!("yearly-reads")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}
