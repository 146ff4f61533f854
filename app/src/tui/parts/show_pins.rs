//! PINs that nobody has seen: shown one Nitrokey after the other, so that they can be written down, or printed. A Nitrokey
//! whose user PIN nobody knows is of no use.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::known::{MakesPins, lines};
use super::paper::slip::PinSlip;
use crate::ceremony::Did;
use crate::nitrokey::Serial;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;

/// The step. It applies as long as there is something unseen, and goes on only once all was shown.
pub(in crate::tui) struct ShowPins {
    id: StepId,
    /// Which Nitrokey's.
    at: usize,
    visible: bool,
    /// Whether this one's were visible.
    seen: bool,
    slips: PinSlip,
}

impl ShowPins {
    pub(in crate::tui) fn new(id: StepId) -> Self {
        ShowPins { id, at: 0, visible: false, seen: false, slips: PinSlip::default() }
    }

    fn go(&mut self, at: usize) {
        (self.at, self.visible, self.seen) = (at, false, false);
    }
}

impl<S: MakesPins> Step<S> for ShowPins {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        self.go(0);
        self.slips = PinSlip::default();
    }

    fn view(&self, state: &S, context: &Context) -> View {
        if let Some(printing) = self.slips.printing(context) {
            return printing;
        }
        let all = state.unseen();
        let Some((role, pins)) = all.get(self.at) else { return View::default() };
        let view = View::new(context.fill(self.id.title, &[("role", context.role(role).into())]));
        if self.visible {
            return view
                .text(context.say(key!("show-pins-write")))
                .part(lines(context, pins))
                .text(context.say(key!("show-pins-need")))
                .enter(context.say(key!("show-pins-enter")))
                .key("F2", context.say(key!("key-hide")));
        }
        if self.seen {
            let view = view.text(context.say(key!("show-pins-hidden")));
            return view.enter(context.say(key!("show-pins-enter"))).key("F2", context.say(key!("key-show")));
        }
        let view = view.text(context.say(self.id.text));
        let prints = state.slips().is_some();
        if prints && self.slips.is_printed() {
            let view = self.slips.view(context, view).enter(context.say(key!("key-next")));
            return view.key("F2", context.say(key!("key-show")));
        }
        let view = view.text(context.say(key!("show-pins-alone"))).enter(context.say(key!("key-show")));
        // Enter shows them as well as F2: there is no room for more keys.
        if prints { self.slips.view(context, view) } else { view.key("F2", context.say(key!("key-show"))) }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.slips.key(key, context) => {}
            KeyCode::F(5) if !self.seen => match state.slips() {
                Some((slips, language)) => self.slips.print(slips, language, context),
                None => return StepOutcome::Unhandled,
            },
            // They are on paper.
            KeyCode::Enter if self.slips.is_printed() => {
                self.go(0);
                state.have_seen();
                return StepOutcome::Next;
            }
            KeyCode::F(2) => {
                self.visible = !self.visible;
                self.seen |= self.visible;
            }
            KeyCode::Enter if !self.seen => (self.visible, self.seen) = (true, true),
            KeyCode::Enter if self.at + 1 < state.unseen().len() => self.go(self.at + 1),
            KeyCode::Enter => {
                self.go(0);
                state.have_seen();
                return StepOutcome::Next;
            }
            // Hidden first, then back.
            KeyCode::Esc if self.visible => self.visible = false,
            KeyCode::Esc if self.at > 0 => self.go(self.at - 1),
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        if self.slips.poll(context) {
            let printed = state.slips().map(|(slips, _)| slips).unwrap_or_default();
            for serial in printed.iter().filter_map(|slip| Serial::parse(slip.serial.as_ref()?)) {
                context.journal.note(Did::NewSlipPrinted { serial });
            }
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.slips.is_busy()
    }
}
