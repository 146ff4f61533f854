//! What was in the vault, and the PINs: each is shown only when the owner asks for it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::state::Uses;
use crate::ceremony::Ready;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, Part, View};
use crate::tui::parts::sealing::which;
use crate::tui::parts::secret_text::lines;

/// Something that came back.
enum Thing<'a> {
    /// The PINs of a Nitrokey.
    Pins(Role),
    /// A file of the vault.
    File(&'a str, &'a [u8]),
}

/// The step.
#[derive(Default)]
pub(super) struct See {
    list: List,
    shown: bool,
}

fn things(rehearsed: &Ready) -> Vec<Thing<'_>> {
    let pins = rehearsed.plan().roles().into_iter().map(Thing::Pins);
    let files = rehearsed.vault().iter().map(|(name, content)| Thing::File(name, content));
    pins.chain(files).collect()
}

fn items(state: &impl Uses, context: &Context) -> Vec<Item> {
    let item = |thing| match thing {
        Thing::Pins(role) => {
            Item::new(context.fill(key!("lost-see-pins"), &[("role", context.role(&role).into())]), "")
        }
        Thing::File(name, _) => Item::new(name, ""),
    };
    state.recovered().keys().into_iter().flat_map(things).map(item).collect()
}

fn content(rehearsed: &Ready, context: &Context, thing: &Thing<'_>) -> Vec<Zeroizing<String>> {
    match thing {
        Thing::Pins(role) => {
            // The user PIN is in the backup only if the owner wanted it there.
            let Ok(pins) = rehearsed.known_pins(role) else { return Vec::new() };
            let line = |key, pin: Option<&SecretString>| match pin {
                Some(pin) => Zeroizing::new(format!("{}: {}", context.say(key), pin.expose_secret())),
                None => Zeroizing::new(format!(
                    "{}: {}",
                    context.say(key),
                    context.say(key!("lost-see-not-there"))
                )),
            };
            vec![
                line(key!("lost-see-user"), pins.user.as_ref()),
                line(key!("lost-see-admin"), Some(&pins.admin)),
                line(key!("lost-see-reset"), Some(&pins.reset_code)),
            ]
        }
        Thing::File(_, bytes) => lines(context, bytes),
    }
}

impl<S: Uses> Step<S> for See {
    fn id(&self) -> StepId {
        step!("lost-see")
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        *self = See::default();
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let enter = if self.shown { key!("key-hide") } else { key!("key-next") };
        let view = View::new(context.say(key!("lost-see"))).enter(context.say(enter));
        let Some(rehearsed) = state.recovered().keys() else { return view };
        let things = things(rehearsed);
        match things.get(self.list.at).filter(|_| self.shown) {
            // Alone on the screen, so that a long one has room.
            Some(thing) => {
                let name = items(state, context).into_iter().nth(self.list.at).map(|item| item.label);
                view.strong(name.unwrap_or_default()).part(Part::Secret(content(rehearsed, context, thing)))
            }
            None => view
                .text(context.say(key!("lost-see-text")))
                .lines(vec![which(context, rehearsed.made())])
                .list(&self.list, items(state, context))
                .key("F2", context.say(key!("key-show"))),
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match key.code {
            KeyCode::F(2) => {
                self.shown = !self.shown;
                let things = state.recovered().keys().into_iter().flat_map(things);
                let seen = match things.into_iter().nth(self.list.at) {
                    Some(Thing::Pins(role)) => Some(role),
                    _ => None,
                };
                state.recovered_mut().seen.extend(seen);
            }
            // What is on the screen goes away first.
            KeyCode::Esc | KeyCode::Enter if self.shown => self.shown = false,
            KeyCode::Enter => return StepOutcome::Next,
            _ if self.shown => {}
            _ => return StepOutcome::nowhere(self.list.key(key, &items(state, context))),
        }
        StepOutcome::Handled
    }
}
