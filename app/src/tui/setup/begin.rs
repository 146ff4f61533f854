//! Stage 1: is this computer fit for it, and what day is it?

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::clock::Clock;
use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::ports;
use super::super::view::View;
use super::Setup;
use crate::machine::check::{SelfCheck, check};

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    vec![Box::<Check>::default(), Box::new(Clock::of_new_keys(1))]
}

/// Offline, memory, smart card service.
#[derive(Default)]
struct Check {
    found: Option<SelfCheck>,
}

impl Step<Setup> for Check {
    fn id(&self) -> &'static str {
        "self-check"
    }

    fn stage(&self) -> usize {
        1
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Desk) {
        self.found = Some(check());
    }

    fn view(&self, _: &Setup, desk: &Desk) -> View {
        let mut view = View::new(desk.say("self-check")).text(desk.say("self-check-text"));
        if let Some(found) = &self.found {
            view = match found.is_offline() {
                true => view.good(desk.say("self-check-offline")),
                false => {
                    let networks = found.networks.join(", ");
                    view.warning(desk.fill("self-check-online", &[("networks", networks.into())]))
                }
            };
            if !found.internet {
                view = view.good(desk.say("self-check-no-internet"));
            }
            let memory = found.memory / (1024 * 1024);
            let memory = [("memory", memory.into())];
            view = match found.has_memory() {
                true => view.good(desk.fill("self-check-memory", &memory)),
                false => view.warning(desk.fill("self-check-no-memory", &memory)),
            };
            if found.swap {
                view = view.warning(desk.say("self-check-swap"));
            }
        }
        view = match &desk.blind {
            None => view.good(desk.say("self-check-cards")),
            Some(error) => view.problem(Some(&desk.tell(error))),
        };
        if let Some((number, names)) = ports::keyboards(desk, "usb-built-in") {
            let placeholders = [("number", number.into()), ("names", names.into())];
            view = view.text(desk.fill("self-check-keyboards", &placeholders));
        }
        if let Some(off) = ports::left_off(desk) {
            view = view.text(desk.fill("self-check-usb", &[("devices", off.into())]));
        }
        view.enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Setup, _: &mut Desk) -> Move {
        if key.code == KeyCode::Enter { Move::Next } else { Move::Stay }
    }
}
