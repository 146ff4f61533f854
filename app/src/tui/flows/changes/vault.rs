//! The vault as it is: looked at, and an entry added, replaced or removed.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::state::{State, want};
use super::wish::Wish;
use crate::backup::Secret;
use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, Part, View};
use crate::tui::parts::choose::answers;
use crate::tui::parts::secret_text::lines;
use crate::tui::parts::vault_entry::{Entered, VaultEntry};

pub(super) const VAULT: StepId = StepId::new("changes-vault");

/// What can be done with an entry.
const ANSWERS: [Noted; 4] = [
    noted!("vault-leave"),
    noted!("changes-vault-show"),
    noted!("changes-vault-replace"),
    noted!("changes-vault-remove"),
];

/// Where it is.
enum Phase {
    /// Which entry?
    Lists(List),
    /// What is to be done with the one of this name?
    Asks(String, List),
    /// It is on the screen.
    Shows(String),
    /// A new one is typed, or one in the place of that of this name.
    Types(Option<String>, VaultEntry),
}

/// The step.
pub(super) struct Vault {
    phase: Phase,
}

impl Vault {
    pub(super) fn new() -> Self {
        Vault { phase: Phase::Lists(List::default()) }
    }
}

fn entries(state: &State) -> &[(String, Secret)] {
    state.held().map(|held| held.vault()).unwrap_or_default()
}

fn items(state: &State, context: &Context) -> Vec<Item> {
    let entries = entries(state).iter().map(|(name, _)| Item::new(name, ""));
    entries.chain(answers(context, &[noted!("changes-vault-add")])).collect()
}

impl Step<State> for Vault {
    fn id(&self) -> StepId {
        VAULT
    }

    fn enter(&mut self, _: &mut State, _: &mut Context) {
        *self = Vault::new();
    }

    fn view(&self, state: &State, context: &Context) -> View {
        let entry =
            |name: &String| View::new(context.fill(key!("vault-entry"), &[("name", name.clone().into())]));
        match &self.phase {
            Phase::Lists(list) => {
                let view = View::new(context.say(VAULT.title)).text(context.say(VAULT.text));
                view.list(list, items(state, context)).enter(context.say(key!("key-choose")))
            }
            Phase::Asks(name, list) => {
                entry(name).list(list, answers(context, &ANSWERS)).enter(context.say(key!("key-choose")))
            }
            Phase::Shows(name) => {
                let kept = entries(state).iter().find(|(kept, _)| kept == name);
                let lines = kept.map_or_else(Vec::new, |(_, bytes)| lines(context, bytes));
                entry(name).part(Part::Secret(lines)).enter(context.say(key!("key-hide")))
            }
            Phase::Types(Some(name), typed) => {
                typed.view(context, entry(name).text(context.say(key!("vault-change-text"))))
            }
            Phase::Types(None, typed) => typed.view(
                context,
                View::new(context.say(VAULT.title)).text(context.say(key!("changes-vault-type"))),
            ),
        }
    }

    fn key(&mut self, key: KeyEvent, state: &mut State, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        match &mut self.phase {
            Phase::Lists(_) if key.code == KeyCode::Esc => return StepOutcome::Unhandled,
            _ if key.code == KeyCode::Esc => *self = Vault::new(),
            Phase::Lists(list) if enter => {
                self.phase = match entries(state).get(list.at) {
                    Some((name, _)) => Phase::Asks(name.clone(), List::default()),
                    None => Phase::Types(None, VaultEntry::new()),
                };
            }
            Phase::Lists(list) => return StepOutcome::nowhere(list.key(key, &items(state, context))),
            Phase::Asks(name, list) if enter => {
                let name = name.clone();
                match list.at {
                    1 => self.phase = Phase::Shows(name),
                    2 => self.phase = Phase::Types(Some(name.clone()), VaultEntry::of(&name)),
                    3 => return want(state, Wish::KeepNoLonger(name)),
                    _ => *self = Vault::new(),
                }
            }
            Phase::Asks(_, list) => {
                return StepOutcome::nowhere(list.key(key, &answers(context, &ANSWERS)));
            }
            Phase::Shows(_) if enter => *self = Vault::new(),
            Phase::Shows(_) => return StepOutcome::Unhandled,
            Phase::Types(instead, typed) => {
                let others = entries(state).iter().filter(|(kept, _)| Some(kept) != instead.as_ref());
                let names: Vec<_> = others.map(|(name, _)| name.clone()).collect();
                let is_taken = |name: &str| names.iter().any(|kept| kept == name);
                match typed.key(key, &is_taken, context) {
                    Entered::No => return StepOutcome::Unhandled,
                    Entered::Handled => {}
                    Entered::Empty => *self = Vault::new(),
                    Entered::Whole(name, secret) => {
                        let old = instead.take();
                        let secret = secret.unwrap_or_else(|| kept(state, old.as_deref()));
                        return want(state, Wish::Keep { old, name, secret });
                    }
                }
            }
        }
        StepOutcome::Handled
    }
}

/// What is kept under this name.
fn kept(state: &State, name: Option<&str>) -> Zeroizing<Vec<u8>> {
    let kept = entries(state).iter().find(|(kept, _)| Some(kept.as_str()) == name);
    kept.map(|(_, bytes)| bytes.clone()).unwrap_or_default()
}
