//! PINs that were made or came from the backup, and that nobody has seen: shown one Nitrokey after the other, so
//! that they can be written down. A Nitrokey whose user PIN nobody knows is of no use.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::desk::Desk;
use super::flow::{Move, Step};
use super::view::{Part, View};
use crate::pins::Pins;
use crate::plan::Role;

/// A flow in which PINs come into being.
pub(super) trait MakesPins {
    /// Those that nobody has seen, and that are on no paper.
    fn unseen(&self) -> Vec<(Role, Pins)>;
    /// All of them were shown.
    fn have_seen(&mut self);
}

/// The step. It applies as long as there is something unseen, and goes on only once all was shown.
pub(super) struct ShowPins {
    id: &'static str,
    stage: usize,
    /// Which Nitrokey's.
    at: usize,
    visible: bool,
    /// Whether this one's were visible.
    seen: bool,
}

impl ShowPins {
    /// In this stage of its flow. Its texts are `id-text`, `id-help`.
    pub(super) fn new(id: &'static str, stage: usize) -> Self {
        ShowPins { id, stage, at: 0, visible: false, seen: false }
    }

    fn go(&mut self, at: usize) {
        (self.at, self.visible, self.seen) = (at, false, false);
    }
}

/// The three lines, as long as the owner wants to see them.
pub(super) fn lines(desk: &Desk, Pins { user, admin, reset_code }: &Pins<Option<SecretString>>) -> Part {
    let line = |key: &str, pin: &str| Zeroizing::new(format!("{:<16} {pin}", desk.say(key)));
    Part::Secret(vec![
        line("pin-user", user.as_ref().map_or("", ExposeSecret::expose_secret)),
        line("pin-admin", admin.expose_secret()),
        line("pin-reset", reset_code.expose_secret()),
    ])
}

impl<S: MakesPins> Step<S> for ShowPins {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn applies(&self, story: &S) -> bool {
        !story.unseen().is_empty()
    }

    fn enter(&mut self, _: &mut S, _: &mut Desk) {
        self.go(0);
    }

    fn view(&self, story: &S, desk: &Desk) -> View {
        let all = story.unseen();
        let Some((role, pins)) = all.get(self.at) else { return View::default() };
        let view = View::new(desk.fill("type-pins", &[("role", desk.role(role).into())]));
        if self.visible {
            return view
                .text(desk.say("show-pins-write"))
                .part(lines(desk, &pins.clone().into()))
                .text(desk.say("show-pins-need"))
                .enter(desk.say("show-pins-enter"))
                .key("F2", desk.say("key-hide"));
        }
        let view = match self.seen {
            true => view.text(desk.say("show-pins-hidden")).enter(desk.say("show-pins-enter")),
            false => view
                .text(desk.say(&format!("{}-text", self.id)))
                .text(desk.say("show-pins-alone"))
                .enter(desk.say("key-show")),
        };
        view.key("F2", desk.say("key-show"))
    }

    fn key(&mut self, key: KeyEvent, story: &mut S, _: &mut Desk) -> Move {
        match key.code {
            KeyCode::F(2) => {
                self.visible = !self.visible;
                self.seen |= self.visible;
            }
            KeyCode::Enter if !self.seen => (self.visible, self.seen) = (true, true),
            KeyCode::Enter if self.at + 1 < story.unseen().len() => self.go(self.at + 1),
            KeyCode::Enter => {
                self.go(0);
                story.have_seen();
                return Move::Next;
            }
            // Hidden first, then back.
            KeyCode::Esc if self.visible => self.visible = false,
            KeyCode::Esc if self.at > 0 => self.go(self.at - 1),
            _ => return Move::Stay,
        }
        Move::Here
    }
}
