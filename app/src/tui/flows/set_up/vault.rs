//! The vault: what else is kept in the sealed backup beside the keys. Each entry can be changed and deleted.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Setup;
use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::answers;
use crate::tui::parts::vault_entry::{Entered, VaultEntry};

/// What can be done with an entry.
const ANSWERS: [Noted; 3] = [noted!("vault-leave"), noted!("vault-change"), noted!("vault-delete")];

/// Where it is.
enum Phase {
    /// An entry is typed: a new one, or one in the place of this one.
    Types(Option<usize>),
    /// Which entry?
    Lists(List),
    /// What is to be done with this one?
    Asks(usize, List),
}

/// The step.
pub(super) struct Vault {
    entry: VaultEntry,
    phase: Phase,
}

impl Default for Vault {
    fn default() -> Self {
        Vault { entry: VaultEntry::new(), phase: Phase::Types(None) }
    }
}

impl Vault {
    /// A key, while an entry is typed.
    fn types(
        &mut self,
        key: KeyEvent,
        instead: Option<usize>,
        setup: &mut Setup,
        context: &Context,
    ) -> StepOutcome {
        let vault = &setup.inputs.vault;
        let is_taken =
            |name: &str| vault.iter().enumerate().any(|(i, (kept, _))| kept == name && Some(i) != instead);
        let (name, secret) = match self.entry.key(key, &is_taken, context) {
            Entered::No => return StepOutcome::Unhandled,
            Entered::Handled => return StepOutcome::Handled,
            Entered::Empty => return StepOutcome::Next,
            Entered::Whole(name, secret) => (name, secret),
        };
        match (instead.and_then(|at| setup.inputs.vault.get_mut(at)), secret) {
            (Some(old), Some(secret)) => *old = (name, secret),
            (Some(old), None) => old.0 = name,
            (None, secret) => setup.inputs.vault.push((name, secret.unwrap_or_default())),
        }
        setup.inputs.change();
        *self = Vault::default();
        StepOutcome::Handled
    }

    fn typed(&self, instead: Option<usize>, setup: &Setup, context: &Context) -> View {
        let view = match instead.and_then(|at| setup.inputs.vault.get(at)) {
            Some((name, _)) => View::new(context.fill(key!("vault-entry"), &[("name", name.clone().into())]))
                .text(context.say(key!("vault-change-text"))),
            None => View::new(context.say(key!("vault"))).text(context.say(key!("vault-text"))),
        };
        let view = match instead {
            None if !setup.inputs.vault.is_empty() => {
                let names: Vec<_> = setup.inputs.vault.iter().map(|(name, _)| name.as_str()).collect();
                view.good(context.fill(key!("vault-kept"), &[("names", names.join(", ").into())]))
                    .key("F5", context.say(key!("vault-edit")))
            }
            _ => view,
        };
        self.entry.view(context, view)
    }
}

fn entries(setup: &Setup) -> Vec<Item> {
    setup.inputs.vault.iter().map(|(name, _)| Item::new(name, "")).collect()
}

impl Step<Setup> for Vault {
    fn id(&self) -> StepId {
        step!("vault")
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        self.phase = Phase::Types(None);
        self.entry.begin();
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        match &self.phase {
            Phase::Types(instead) => self.typed(*instead, setup, context),
            Phase::Lists(list) => View::new(context.say(key!("vault-which")))
                .text(context.say(key!("vault-which-text")))
                .list(list, entries(setup))
                .enter(context.say(key!("key-choose"))),
            Phase::Asks(at, list) => {
                let name = setup.inputs.vault.get(*at).map_or(String::new(), |(name, _)| name.clone());
                View::new(context.fill(key!("vault-entry"), &[("name", name.into())]))
                    .list(list, answers(context, &ANSWERS))
                    .enter(context.say(key!("key-choose")))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        match &mut self.phase {
            Phase::Types(None) if key.code == KeyCode::Esc => return StepOutcome::Unhandled,
            _ if key.code == KeyCode::Esc => *self = Vault::default(),
            Phase::Types(None) if key.code == KeyCode::F(5) && !setup.inputs.vault.is_empty() => {
                *self = Vault { phase: Phase::Lists(List::default()), ..Vault::default() };
            }
            Phase::Types(instead) => {
                let instead = *instead;
                return self.types(key, instead, setup, context);
            }
            Phase::Lists(list) if enter => self.phase = Phase::Asks(list.at, List::default()),
            Phase::Lists(list) => return StepOutcome::nowhere(list.key(key, &entries(setup))),
            Phase::Asks(at, list) if enter => {
                let (at, answer) = (*at, list.at);
                *self = Vault::default();
                match (answer, setup.inputs.vault.get(at)) {
                    (1, Some((name, _))) => {
                        *self = Vault { entry: VaultEntry::of(name), phase: Phase::Types(Some(at)) };
                    }
                    (2, Some(_)) => {
                        setup.inputs.vault.remove(at);
                        setup.inputs.change();
                    }
                    _ => {}
                }
            }
            Phase::Asks(_, list) => {
                return StepOutcome::nowhere(list.key(key, &answers(context, &ANSWERS)));
            }
        }
        StepOutcome::Handled
    }
}
