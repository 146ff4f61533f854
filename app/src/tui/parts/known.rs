//! PINs that were made or came from the backup, and that nobody has seen: shown one Nitrokey after the other, so
//! that they can be written down. A Nitrokey whose user PIN nobody knows is of no use.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::pins::Pins;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Part, View};

/// A flow in which PINs come into being.
pub(in crate::tui) trait MakesPins {
    /// The PINs that nobody has seen, and that are on no paper.
    fn unseen(&self) -> Vec<(Role, Pins)>;
    /// All of them were shown.
    fn have_seen(&mut self);
}

/// The step. It applies as long as there is something unseen, and goes on only once all was shown.
pub(in crate::tui) struct ShowPins {
    id: StepId,
    /// Which Nitrokey's.
    at: usize,
    visible: bool,
    /// Whether this one's were visible.
    seen: bool,
}

impl ShowPins {
    pub(in crate::tui) fn new(id: StepId) -> Self {
        ShowPins { id, at: 0, visible: false, seen: false }
    }

    fn go(&mut self, at: usize) {
        (self.at, self.visible, self.seen) = (at, false, false);
    }
}

/// The three lines, as long as the owner wants to see them.
pub(in crate::tui) fn lines(
    context: &Context,
    Pins { user, admin, reset_code }: &Pins<Option<SecretString>>,
) -> Part {
    let line = |key, pin: &str| Zeroizing::new(format!("{:<16} {pin}", context.say(key)));
    Part::Secret(vec![
        line(key!("pin-user"), user.as_ref().map_or("", ExposeSecret::expose_secret)),
        line(key!("pin-admin"), admin.expose_secret()),
        line(key!("pin-reset"), reset_code.expose_secret()),
    ])
}

impl<S: MakesPins> Step<S> for ShowPins {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        self.go(0);
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let all = state.unseen();
        let Some((role, pins)) = all.get(self.at) else { return View::default() };
        let view = View::new(context.fill(self.id.title, &[("role", context.role(role).into())]));
        if self.visible {
            return view
                .text(context.say(key!("show-pins-write")))
                .part(lines(context, &pins.clone().into()))
                .text(context.say(key!("show-pins-need")))
                .enter(context.say(key!("show-pins-enter")))
                .key("F2", context.say(key!("key-hide")));
        }
        let view = match self.seen {
            true => {
                view.text(context.say(key!("show-pins-hidden"))).enter(context.say(key!("show-pins-enter")))
            }
            false => view
                .text(context.say(self.id.text))
                .text(context.say(key!("show-pins-alone")))
                .enter(context.say(key!("key-show"))),
        };
        view.key("F2", context.say(key!("key-show")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, _: &mut Context) -> StepOutcome {
        match key.code {
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
}
