//! Pages to read on the way: keys that were made on a Nitrokey, a decryption key alone; and the clock, once more.

use ratatui::crossterm::event::KeyEvent;

use super::super::Setup;
use super::words::end;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::clock::Clock;

/// What can be done with keys that were made on a Nitrokey.
pub(in super::super) const ON_A_NITROKEY: &str = "on-a-nitrokey";
/// The clock, before the file is opened once more.
pub(super) const CLOCK: &str = "clock-again";

pub(super) fn before() -> Vec<Box<dyn Step<Setup>>> {
    let view = |_: &Setup, context: &Context| {
        let view = View::new(context.say(ON_A_NITROKEY)).text(context.say("on-a-nitrokey-text"));
        let ways = ["on-a-nitrokey-new", "on-a-nitrokey-saved", "on-a-nitrokey-primary"];
        let view = ways.iter().fold(view, |view, way| view.text(context.say(way)));
        view.text(context.say("on-a-nitrokey-guide")).enter(context.say("key-back"))
    };
    // Only a choice leads there, and it leads back to that.
    let page = Read { id: ON_A_NITROKEY, stage: 2, view, applies: |_| false, next: StepOutcome::To("keys") };
    vec![Box::new(page), Box::new(Again(Clock::of_new_keys(2)))]
}

pub(super) fn behind() -> Vec<Box<dyn Step<Setup>>> {
    let view = |setup: &Setup, context: &Context| {
        let part = setup.brought().and_then(|import| import.inventory.parts().first());
        let key = [("key", end(part.map_or("", |part| &part.fingerprint)).into())];
        let view = View::new(context.say("alone")).text(context.fill("alone-text", &key));
        let parts = ["alone-new", "alone-old"];
        parts.iter().fold(view, |view, part| view.text(context.say(part))).enter(context.say("key-next"))
    };
    let applies = |setup: &Setup| setup.brought().is_some_and(|import| import.inventory.is_new_identity());
    vec![Box::new(Read { id: "alone", stage: 2, view, applies, next: StepOutcome::Next })]
}

/// The question for the date in another place: it goes on with the file.
struct Again(Clock);

impl Step<Setup> for Again {
    fn id(&self) -> &'static str {
        CLOCK
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, _: &Setup) -> bool {
        false
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

    fn help(&self) -> String {
        "clock-help".into()
    }
}
