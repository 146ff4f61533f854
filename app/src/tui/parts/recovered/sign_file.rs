//! Which file is signed: one that lies on a stick, whatever is in it.

use std::sync::Arc;
use std::time::SystemTime;

use ratatui::crossterm::event::KeyEvent;

use super::state::{Signing, Uses};
use crate::ceremony::{Looked, SigningError, look_at};
use crate::machine::stick::streamed::files;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::from_stick::Files;

/// The choice: a stick, and a file on it.
pub(super) struct SignFile {
    files: Files<Looked, SigningError>,
    /// Why none of these keys signs.
    cannot: Option<Message>,
}

impl Default for SignFile {
    fn default() -> Self {
        let files =
            Files::by(pair!("sign-file-none"), key!("sign-reading"), |stick| Ok(files(stick)?), look_at);
        SignFile { files, cannot: None }
    }
}

impl<S: Uses> Step<S> for SignFile {
    fn id(&self) -> StepId {
        step!("sign-file")
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        *self = SignFile::default();
        state.recovered_mut().signing = None;
        // Before a file is looked for.
        let signs = state.recovered().keys().map(|keys| keys.signs(SystemTime::now()));
        self.cannot = signs.and_then(Result::err).map(|error| context.message(&error));
    }

    fn view(&self, _: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("sign-file")));
        match &self.cannot {
            None => self.files.view(context, view.text(context.say(key!("sign-file-text")))),
            cannot => view.problem(cannot.as_ref()),
        }
    }

    fn key(&mut self, key: KeyEvent, _: &mut S, context: &mut Context) -> StepOutcome {
        if self.cannot.is_some() { StepOutcome::Unhandled } else { self.files.key(key, context) }
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let Some(chosen) = self.files.poll(context) else { return StepOutcome::Unhandled };
        let (stick, looked) = (chosen.stick, Arc::new(chosen.file));
        state.recovered_mut().signing = Some(Signing { stick, looked, signed: None, saved: None });
        StepOutcome::Next
    }

    fn is_busy(&self) -> bool {
        self.files.is_busy()
    }
}
