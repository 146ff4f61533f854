//! The keys are used without a Nitrokey: to read one message or sign one file here, from a file for some
//! days, or to see what was kept.

use crate::language::Key;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, FlowState, StepOutcome, Table};
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::recover::{Open, backup_and_cards, source};
use crate::tui::parts::recovered::{Recovered, Uses, Way, done, old_mail, way, written_or_used};

/// What comes back.
struct Without {
    recovered: Recovered,
}

/// Begins with what it takes.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    let state = Without { recovered: Recovered::new(Way::Message) };
    Flow::begin(key!("without"), state, table(), context)
}

fn table() -> Table<Without> {
    let table = Table::new()
        .stage(|_| key!("another-stage-needs"))
        .step(needs())
        .stage(|_| key!("lost-stage-backup"))
        .step(source());
    let table = backup_and_cards(table)
        .stage(|_| key!("lost-stage-back"))
        .step(Open::new(step!("lost-back")))
        .step(way())
        .stage(|_| key!("without-stage-use"));
    written_or_used(table).stage(|_| key!("lost-stage-done")).step(done())
}

impl FlowState for Without {
    fn loss(&self) -> Option<Key> {
        self.loss_of_use()
    }
}

impl Uses for Without {
    fn recovered(&self) -> &Recovered {
        &self.recovered
    }

    fn recovered_mut(&mut self) -> &mut Recovered {
        &mut self.recovered
    }

    fn ways(&self) -> Vec<Way> {
        [Some(Way::Message), old_mail(self), Some(Way::Sign), Some(Way::Export), Some(Way::See)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// None is written.
    fn roles(&self) -> Vec<Role> {
        Vec::new()
    }
}

/// What has to be at hand, and what it is for.
fn needs() -> Read<Without> {
    Read {
        id: step!("without"),
        view: |_, context| {
            View::new(context.say(key!("without")))
                .text(context.say(key!("without-text")))
                .text(context.say(key!("without-stays")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}
