//! Pages to read on the way: keys that were made on a Nitrokey, a decryption key alone; and the clock, once more.

use ratatui::crossterm::event::KeyEvent;

use super::super::super::clock::Clock;
use super::super::super::desk::Desk;
use super::super::super::flow::{Move, Step};
use super::super::super::steps::Read;
use super::super::super::view::View;
use super::super::Setup;
use super::words::end;

/// What can be done with keys that were made on a Nitrokey.
pub(in super::super) const ON_A_NITROKEY: &str = "on-a-nitrokey";
/// The clock, before the file is opened once more.
pub(super) const CLOCK: &str = "clock-again";

pub(super) fn before() -> Vec<Box<dyn Step<Setup>>> {
    let view = |_: &Setup, desk: &Desk| {
        let view = View::new(desk.say(ON_A_NITROKEY)).text(desk.say("on-a-nitrokey-text"));
        let ways = ["on-a-nitrokey-new", "on-a-nitrokey-saved", "on-a-nitrokey-primary"];
        let view = ways.iter().fold(view, |view, way| view.text(desk.say(way)));
        view.text(desk.say("on-a-nitrokey-guide")).enter(desk.say("key-back"))
    };
    // Only a choice leads there, and it leads back to that.
    let page = Read { id: ON_A_NITROKEY, stage: 2, view, applies: |_| false, next: Move::To("keys") };
    vec![Box::new(page), Box::new(Again(Clock::of_new_keys(2)))]
}

pub(super) fn behind() -> Vec<Box<dyn Step<Setup>>> {
    let view = |setup: &Setup, desk: &Desk| {
        let part = setup.brought().and_then(|import| import.inventory.parts().first());
        let key = [("key", end(part.map_or("", |part| &part.fingerprint)).into())];
        let view = View::new(desk.say("alone")).text(desk.fill("alone-text", &key));
        let parts = ["alone-new", "alone-old"];
        parts.iter().fold(view, |view, part| view.text(desk.say(part))).enter(desk.say("key-next"))
    };
    let applies = |setup: &Setup| setup.brought().is_some_and(|import| import.inventory.is_new_identity());
    vec![Box::new(Read { id: "alone", stage: 2, view, applies, next: Move::Next })]
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

    fn enter(&mut self, setup: &mut Setup, desk: &mut Desk) {
        self.0.enter(setup, desk);
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        self.0.view(setup, desk)
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        self.0.key(key, setup, desk)
    }

    fn help(&self) -> String {
        "clock-help".into()
    }
}
