//! Which file, and what it asks: it is opened as soon as it is chosen.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::ask::{Ask, Asked, Failed};
use super::import::Import;
use super::read::CLOCK;
use crate::language::Key;
use crate::limits::FileKind;
use crate::machine::stick::discover::Plugged;
use crate::tui::flows::set_up::identity::{ON_A_NITROKEY, taken};
use crate::tui::flows::set_up::state::Setup;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::view::View;
use crate::tui::parts::from_stick::Files;

/// How files with a key end: as programs name them, and mail and texts that somebody has put one into.
const KEY_FILES: &[&str] = &[".asc", ".gpg", ".pgp", ".key", ".skr", ".sec", ".txt", ".eml"];

/// The step.
pub(in crate::tui::flows::set_up) struct KeyFile {
    files: Files,
    /// The file that is being opened.
    ask: Option<Ask>,
    /// Why the last one cannot be brought.
    failed: Option<Failed>,
    /// The one to try again, once the clock is right.
    later: Option<(Plugged, String)>,
}

impl Default for KeyFile {
    fn default() -> Self {
        let files = Files::new(pair!("key-file-none"), FileKind::ExportedKey, KEY_FILES);
        KeyFile { files, ask: None, failed: None, later: None }
    }
}

impl KeyFile {
    fn take(
        &mut self,
        setup: &mut Setup,
        context: &Context,
        name: String,
        inventory: crate::openpgp::Inventory,
    ) -> StepOutcome {
        setup.forget_import();
        match Import::of(name, inventory, &setup.draft.plan, context) {
            Ok(import) => {
                // What a plan from a file says of new keys was said by its owner.
                if !setup.draft.from_file {
                    setup.draft.plan.algorithm = import.algorithm();
                }
                setup.draft.import = Some(import);
                setup.inputs.change();
                StepOutcome::Next
            }
            Err(error) => {
                self.files.problem = Some(context.message(&error));
                StepOutcome::Unhandled
            }
        }
    }
}

impl Step<Setup> for KeyFile {
    fn id(&self) -> StepId {
        step!("key-file")
    }

    fn enter(&mut self, _: &mut Setup, context: &mut Context) {
        self.files.anew();
        (self.ask, self.failed) = (None, None);
        if let Some((stick, path)) = self.later.take() {
            self.files.read(stick, path, context);
        }
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        if let Some(ask) = &self.ask {
            return ask.view(context);
        }
        let view = View::new(context.say(key!("key-file"))).text(context.say(key!("key-file-text")));
        let view = self.files.view(context, view);
        let kept = setup.draft.import.as_ref().map(|import| &import.name);
        let view = taken(context, view, kept.filter(|_| !self.files.is_busy()));
        match &self.failed {
            Some(failed) if self.files.problem.is_some() => match (failed.not_yet, failed.stubs) {
                (true, _) => view.key("F6", context.say(key!("key-file-clock"))),
                (_, true) => view.key("F6", context.say(key!("key-file-stubs"))),
                _ => view,
            },
            _ => view,
        }
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if let Some(ask) = &mut self.ask {
            match key.code {
                KeyCode::Esc if !ask.is_busy() => self.ask = None,
                _ => ask.key(key, context),
            }
            return StepOutcome::Handled;
        }
        match key.code {
            KeyCode::F(5) if setup.draft.import.is_some() && !self.files.is_busy() => StepOutcome::Next,
            KeyCode::F(6) if self.failed.as_ref().is_some_and(|failed| failed.not_yet) => {
                StepOutcome::To(CLOCK)
            }
            KeyCode::F(6) if self.failed.as_ref().is_some_and(|failed| failed.stubs) => {
                StepOutcome::To(ON_A_NITROKEY)
            }
            _ => {
                let to = self.files.key(key, context);
                if self.files.problem.is_none() {
                    (self.failed, self.later) = (None, None);
                }
                to
            }
        }
    }

    fn on_event(&mut self, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let Some(ask) = &mut self.ask else {
            if let Some(chosen) = self.files.poll(context) {
                // Whatever it is, it may be a secret key: the bundle does not belong beside it.
                context.now_holds(&chosen.stick, Holds::Import);
                self.ask = Some(Ask::of(chosen, context));
            }
            return StepOutcome::Unhandled;
        };
        match ask.poll(context) {
            Asked::Not => StepOutcome::Unhandled,
            Asked::Failed(failed) => {
                self.later = failed.not_yet.then(|| (ask.stick.clone(), ask.path.clone()));
                self.files.problem = Some(failed.message.clone());
                (self.ask, self.failed) = (None, Some(failed));
                StepOutcome::Unhandled
            }
            Asked::Open(inventory) => {
                let name = ask.name.clone();
                self.ask = None;
                self.take(setup, context, name, *inventory)
            }
        }
    }

    fn help(&self) -> Key {
        self.ask.as_ref().map_or(key!("key-file-help"), Ask::help)
    }

    fn is_busy(&self) -> bool {
        self.files.is_busy() || self.ask.as_ref().is_some_and(Ask::is_busy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Texts;
    use crate::tui::kit::messages::Message;

    #[test]
    fn who_has_no_such_file_reads_which_are_listed() {
        for language in Texts::languages() {
            let texts = Texts::of(language);
            let said =
                Message::of(&texts, pair!("key-file-none"), &[("stick", "AT-HOME".into())]).to_string();
            let missing: Vec<_> = KEY_FILES.iter().filter(|ending| !said.contains(**ending)).collect();
            assert!(missing.is_empty(), "{language}: {missing:?}");
        }
    }
}
