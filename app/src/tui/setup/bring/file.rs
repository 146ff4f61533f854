//! Which file, and what it asks: it is opened as soon as it is chosen.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::super::super::desk::Desk;
use super::super::super::flow::{Move, Step};
use super::super::super::stick::Holds;
use super::super::super::view::View;
use super::super::Setup;
use super::super::from_stick::Files;
use super::super::identity::taken;
use super::Import;
use super::ask::{Ask, Asked, Failed};
use super::read::{CLOCK, ON_A_NITROKEY};
use crate::limits::FileKind;
use crate::machine::sticks::Plugged;

/// How files with a key end.
const KEY_FILES: &[&str] = &[".asc", ".gpg", ".pgp", ".key"];

/// The step.
pub(super) struct KeyFile {
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
        let files = Files::new("key-file", FileKind::ExportedKey, KEY_FILES);
        KeyFile { files, ask: None, failed: None, later: None }
    }
}

impl KeyFile {
    fn take(
        &mut self,
        setup: &mut Setup,
        desk: &Desk,
        name: String,
        inventory: crate::openpgp::Inventory,
    ) -> Move {
        setup.forget_import();
        match Import::of(name, inventory, &setup.plan, desk) {
            Ok(import) => {
                // What a plan from a file says of new keys was said by its owner.
                if !setup.from_file {
                    setup.plan.algorithm = import.algorithm();
                }
                setup.import = Some(import);
                setup.version += 1;
                Move::Next
            }
            Err(error) => {
                self.files.problem = Some(desk.tell(&error));
                Move::Stay
            }
        }
    }
}

impl Step<Setup> for KeyFile {
    fn id(&self) -> &'static str {
        "key-file"
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.imports
    }

    fn enter(&mut self, _: &mut Setup, desk: &mut Desk) {
        self.files.anew();
        (self.ask, self.failed) = (None, None);
        if let Some((stick, path)) = self.later.take() {
            self.files.read(stick, path, desk);
        }
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        if let Some(ask) = &self.ask {
            return ask.view(desk);
        }
        let view = View::new(desk.say("key-file")).text(desk.say("key-file-text"));
        let view = self.files.view(desk, view);
        let kept = setup.import.as_ref().map(|import| &import.name);
        let view = taken(desk, view, kept.filter(|_| !self.files.is_busy()));
        match &self.failed {
            Some(failed) if self.files.problem.is_some() => match (failed.not_yet, failed.stubs) {
                (true, _) => view.key("F6", desk.say("key-file-clock")),
                (_, true) => view.key("F6", desk.say("key-file-stubs")),
                _ => view,
            },
            _ => view,
        }
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        if let Some(ask) = &mut self.ask {
            match key.code {
                KeyCode::Esc if !ask.is_busy() => self.ask = None,
                _ => ask.key(key, desk),
            }
            return Move::Here;
        }
        match key.code {
            KeyCode::F(5) if setup.import.is_some() && !self.files.is_busy() => Move::Next,
            KeyCode::F(6) if self.failed.as_ref().is_some_and(|failed| failed.not_yet) => Move::To(CLOCK),
            KeyCode::F(6) if self.failed.as_ref().is_some_and(|failed| failed.stubs) => {
                Move::To(ON_A_NITROKEY)
            }
            _ => {
                let to = self.files.key(key, desk);
                if self.files.problem.is_none() {
                    (self.failed, self.later) = (None, None);
                }
                to
            }
        }
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Some(ask) = &mut self.ask else {
            if let Some(chosen) = self.files.look(desk) {
                // Whatever it is, it may be a secret key: the bundle does not belong beside it.
                desk.now_holds(&chosen.stick, Holds::Import);
                self.ask = Some(Ask::of(chosen, desk));
            }
            return Move::Stay;
        };
        match ask.look(desk) {
            Asked::Not => Move::Stay,
            Asked::Failed(failed) => {
                self.later = failed.not_yet.then(|| (ask.stick.clone(), ask.path.clone()));
                self.files.problem = Some(failed.told.clone());
                (self.ask, self.failed) = (None, Some(failed));
                Move::Stay
            }
            Asked::Open(inventory) => {
                let name = ask.name.clone();
                self.ask = None;
                self.take(setup, desk, name, *inventory)
            }
        }
    }

    fn help(&self) -> String {
        self.ask.as_ref().map_or("key-file-help", Ask::help).into()
    }

    fn is_busy(&self) -> bool {
        self.files.is_busy() || self.ask.as_ref().is_some_and(Ask::is_busy)
    }
}
