//! Pages to read on the way: keys that were made on a Nitrokey, a decryption key alone; and the clock, once more.

use ratatui::crossterm::event::KeyEvent;

use super::words::end;
use crate::tui::flows::set_up::identity::{KEYS, ON_A_NITROKEY};
use crate::tui::flows::set_up::state::Setup;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::clock::Clock;

/// The clock, before the file is opened once more.
pub(super) const CLOCK: StepId = StepId::of(key!("clock-again"), key!("clock-text"), key!("clock-help"));

pub(in crate::tui::flows::set_up) fn on_a_nitrokey() -> Read<Setup> {
    let view = |_: &Setup, context: &Context| {
        let view = View::new(context.say(ON_A_NITROKEY.title)).text(context.say(ON_A_NITROKEY.text));
        let ways = [key!("on-a-nitrokey-new"), key!("on-a-nitrokey-saved"), key!("on-a-nitrokey-primary")];
        let view = ways.iter().fold(view, |view, way| view.text(context.say(*way)));
        view.text(context.say(key!("on-a-nitrokey-guide"))).enter(context.say(key!("key-back")))
    };
    // Only a choice leads there, and it leads back to that.
    Read { id: ON_A_NITROKEY, view, next: StepOutcome::To(KEYS) }
}

/// What a decryption key alone means.
pub(in crate::tui::flows::set_up) fn alone() -> Read<Setup> {
    let view = |setup: &Setup, context: &Context| {
        let part = setup.brought().and_then(|import| import.inventory.parts().first());
        let key = [("key", end(part.map_or("", |part| &part.fingerprint)).into())];
        let view = View::new(context.say(key!("alone"))).text(context.fill(key!("alone-text"), &key));
        let parts = [key!("alone-new"), key!("alone-old")];
        parts
            .iter()
            .fold(view, |view, part| view.text(context.say(*part)))
            .enter(context.say(key!("key-next")))
    };
    Read { id: step!("alone"), view, next: StepOutcome::Next }
}

/// The question for the date in another place: it goes on with the file.
pub(in crate::tui::flows::set_up) struct Again(Clock);

impl Again {
    pub(in crate::tui::flows::set_up) fn new() -> Self {
        Again(Clock::of_new_keys())
    }
}

impl Step<Setup> for Again {
    fn id(&self) -> StepId {
        CLOCK
    }

    fn enter(&mut self, setup: &mut Setup, context: &mut Context) {
        self.0.enter(setup, context);
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        self.0.view(setup, context)
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        self.0.key(key, setup, context)
    }
}
