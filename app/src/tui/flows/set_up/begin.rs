//! Self-check: is this computer fit for it, and what day is it?

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Setup;
use crate::machine::check::{SelfCheck, check};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::ports;

/// Offline, memory, smart card service.
#[derive(Default)]
pub(super) struct Check {
    found: Option<SelfCheck>,
}

impl Step<Setup> for Check {
    fn id(&self) -> StepId {
        step!("self-check")
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        self.found = Some(check());
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        let mut view = View::new(context.say(key!("self-check"))).text(context.say(key!("self-check-text")));
        if let Some(found) = &self.found {
            view = match found.is_offline() {
                true => view.good(context.say(key!("self-check-offline"))),
                false => {
                    let networks = found.networks.join(", ");
                    view.warning(context.fill(key!("self-check-online"), &[("networks", networks.into())]))
                }
            };
            if !found.internet {
                view = view.good(context.say(key!("self-check-no-internet")));
            }
            let memory = found.memory / (1024 * 1024);
            let memory = [("memory", memory.into())];
            view = match found.has_memory() {
                true => view.good(context.fill(key!("self-check-memory"), &memory)),
                false => view.warning(context.fill(key!("self-check-no-memory"), &memory)),
            };
            if found.swap {
                view = view.warning(context.say(key!("self-check-swap")));
            }
        }
        view = match &context.blind {
            None => view.good(context.say(key!("self-check-cards"))),
            Some(error) => view.problem(Some(&context.message(error))),
        };
        if let Some((number, names)) = ports::keyboards(context, key!("usb-built-in")) {
            let placeholders = [("number", number.into()), ("names", names.into())];
            view = view.text(context.fill(key!("self-check-keyboards"), &placeholders));
        }
        if let Some(off) = ports::left_off(context) {
            view = view.text(context.fill(key!("self-check-usb"), &[("devices", off.into())]));
        }
        view.enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Setup, _: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Enter { StepOutcome::Next } else { StepOutcome::Unhandled }
    }
}
