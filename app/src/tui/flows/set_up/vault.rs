//! The vault: what else is kept in the sealed backup beside the keys. Each entry can be changed and deleted.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use zeroize::Zeroizing;

use super::state::Setup;
use crate::backup::file_name;
use crate::language::Noted;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, List};
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::blind::Blind;
use crate::tui::parts::choose::answers;

/// The fields.
const NAME: usize = 0;
const SECRET: usize = 1;
/// Characters of each.
const LONGEST: [usize; 2] = [40, 1000];
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
    blind: Blind,
    phase: Phase,
}

impl Default for Vault {
    fn default() -> Self {
        Vault { blind: blank(), phase: Phase::Types(None) }
    }
}

fn blank() -> Blind {
    Blind::new(vec![Field::new(LONGEST[NAME]), Field::secret(LONGEST[SECRET])])
}

/// A name that would do, as near as possible to what was typed.
fn suggestion(typed: &str) -> String {
    let plain = typed.replace('ß', "ss").nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
    let fits = |c: char| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '-' };
    let name: String = plain.chars().map(fits).take(LONGEST[NAME]).collect();
    name.trim_matches(['.', '-']).to_owned()
}

impl Vault {
    fn name(&self) -> &str {
        self.blind.text(NAME).trim()
    }

    fn is_empty(&self) -> bool {
        self.blind.is_empty(NAME) && self.blind.is_empty(SECRET)
    }

    /// What is wrong with the name, if one was typed, and in which field to go on. Where a name would do that is near to
    /// it, that one is taken: who types on without a look at the screen types the secret, and not into the name.
    fn check_name(
        &mut self,
        instead: Option<usize>,
        setup: &Setup,
        context: &Context,
    ) -> Option<(Message, usize)> {
        let name = self.name().to_owned();
        let twice =
            setup.inputs.vault.iter().enumerate().any(|(i, (kept, _))| *kept == name && Some(i) != instead);
        match file_name(&name) {
            _ if name.is_empty() => None,
            Ok(()) => twice.then(|| (context.pair(pair!("vault-twice"), &[]), NAME)),
            Err(error) => {
                let (message, better) = (context.message(&error), suggestion(&name));
                let taken = setup
                    .inputs
                    .vault
                    .iter()
                    .enumerate()
                    .any(|(i, (kept, _))| *kept == better && Some(i) != instead);
                if taken || file_name(&better).is_err() {
                    return Some((message, NAME));
                }
                self.blind.set(NAME, &better);
                let now = context.fill(key!("vault-suggested"), &[("name", better.into())]);
                Some((Message { now, ..message }, SECRET))
            }
        }
    }

    /// Enter, in a field.
    fn enter(&mut self, instead: Option<usize>, setup: &mut Setup, context: &Context) -> StepOutcome {
        if self.blind.looks(context) {
            return StepOutcome::Handled;
        }
        if self.is_empty() && instead.is_none() {
            return StepOutcome::Next;
        }
        let wrong = self.check_name(instead, setup, context);
        let wrong = wrong.or_else(|| self.blind.misfit(context).map(|message| (message, SECRET)));
        if let Some((message, at)) = wrong {
            self.blind.wrong(message, at);
        } else if self.blind.at() == NAME {
            self.blind.go(SECRET);
        } else {
            // Of one that is changed, a secret that is not typed stays.
            let old =
                instead.filter(|_| self.blind.is_empty(SECRET)).and_then(|at| setup.inputs.vault.get(at));
            let secret = match old {
                Some((_, old)) => old.clone(),
                None => Zeroizing::new(self.blind.text(SECRET).as_bytes().to_vec()),
            };
            if self.name().is_empty() || secret.is_empty() {
                self.blind.wrong(context.pair(pair!("vault-both"), &[]), NAME);
                return StepOutcome::Handled;
            }
            let entry = (self.name().to_owned(), secret);
            match instead.and_then(|at| setup.inputs.vault.get_mut(at)) {
                Some(old) => *old = entry,
                None => setup.inputs.vault.push(entry),
            }
            setup.inputs.change();
            *self = Vault::default();
        }
        StepOutcome::Handled
    }

    fn types(&self, instead: Option<usize>, setup: &Setup, context: &Context) -> View {
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
        let labels = [key!("vault-name"), key!("vault-content")].map(|key| context.say(key));
        let enter = if self.is_empty() && instead.is_none() { key!("key-next") } else { key!("vault-keep") };
        self.blind.view(context, view, &labels).enter(context.say(enter))
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
        self.blind.wipe();
        self.blind.go(NAME);
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        match &self.phase {
            Phase::Types(instead) => self.types(*instead, setup, context),
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
                self.blind = blank();
                self.phase = Phase::Lists(List::default());
            }
            Phase::Types(instead) if enter => {
                let instead = *instead;
                return self.enter(instead, setup, context);
            }
            Phase::Types(_) => return StepOutcome::nowhere(self.blind.key(key, context)),
            Phase::Lists(list) if enter => self.phase = Phase::Asks(list.at, List::default()),
            Phase::Lists(list) => return StepOutcome::nowhere(list.key(key, &entries(setup))),
            Phase::Asks(at, list) if enter => {
                let (at, answer) = (*at, list.at);
                *self = Vault::default();
                match (answer, setup.inputs.vault.get(at)) {
                    (1, Some((name, _))) => {
                        self.blind.set(NAME, name);
                        self.phase = Phase::Types(Some(at));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_would_do_is_found_for_whatever_can_be_read() {
        for (typed, better) in [
            ("clé du disque", "cle-du-disque"),
            ("Schlüssel/Platte", "Schlussel-Platte"),
            ("..hidden", "hidden"),
            ("totp-mail", "totp-mail"),
            ("Größe", "Grosse"),
        ] {
            assert_eq!(suggestion(typed), better);
            assert_eq!(file_name(&suggestion(typed)), Ok(()));
        }
        assert!(file_name(&suggestion("日本")).is_err());
        // What is told is what stands in the field then.
        assert_eq!(suggestion(&"ß".repeat(LONGEST[NAME])).len(), LONGEST[NAME]);
    }
}
