//! Without a Nitrokey: the keys go onto a stick, under a passphrase.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::exporting::Exports;
use crate::backup::{IMPORT_PUBLIC, IMPORT_SECRET, forget};
use crate::ceremony::{CeremonyError, Did, Fingerprint, Ready};
use crate::machine::stick::discover::Plugged;
use crate::openpgp::Subkeys;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome, Table};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, Lent};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::Read;
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::to_stick::ToStick;
use crate::tui::parts::work::Outcome;

/// The least for a key that lies on a disk.
const SHORTEST: usize = 12;

/// What that means, the passphrase, the stick, and how they are used from it; if.
pub(in crate::tui) fn exported<S: Exports + 'static>(table: Table<S>, applies: fn(&S) -> bool) -> Table<S> {
    table
        .step_if(applies, meaning())
        .step_if(applies, Passphrase::new())
        .step_if(applies, stick())
        .step_if(applies, how())
}

/// What it means to have the keys in a file.
fn meaning<S: Exports>() -> Read<S> {
    Read {
        id: step!("lost-export"),
        view: |state, context| {
            let which = match state.only_subkeys() {
                None => key!("lost-export-all"),
                Some(Subkeys::All) => key!("lost-export-subkeys"),
                Some(Subkeys::Old) => key!("lost-export-old"),
            };
            View::new(context.say(key!("lost-export")))
                .warning(context.say(key!("lost-export-warning")))
                .strong(context.say(which))
                .text(context.say(key!("lost-export-text")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// What to do with the file.
fn how<S: Exports>() -> Read<S> {
    Read {
        id: step!("lost-exported"),
        view: |state: &S, context| {
            let view = View::new(context.say(key!("lost-exported")));
            let (Some((folder, stick)), Some(rehearsed)) = (&state.exporting().exported, state.keys()) else {
                return view;
            };
            let fingerprint = rehearsed.identity().fingerprint();
            let commands = [vec![IMPORT_PUBLIC.into()], forget(&fingerprint), vec![IMPORT_SECRET.into()]];
            let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
            view.good(context.fill(key!("lost-exported-good"), &values))
                .text(context.say(key!("lost-exported-text")))
                .lines(commands.concat())
                .text(context.say(key!("lost-exported-after")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

/// A new passphrase, typed twice.
struct Passphrase {
    entry: PinEntry,
}

impl Passphrase {
    fn new() -> Self {
        Passphrase { entry: PinEntry::new_passphrase(SHORTEST) }
    }
}

impl<S: Exports> Step<S> for Passphrase {
    fn id(&self) -> StepId {
        step!("lost-passphrase")
    }

    fn enter(&mut self, _: &mut S, _: &mut Context) {
        self.entry = PinEntry::new_passphrase(SHORTEST);
    }

    fn view(&self, _: &S, context: &Context) -> View {
        self.entry.view(
            context,
            View::new(context.say(key!("lost-passphrase"))).text(context.say(key!("lost-passphrase-text"))),
        )
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Esc {
            return StepOutcome::Unhandled;
        }
        match self.entry.key(key, context) {
            Some(passphrase) => {
                state.exporting_mut().passphrase = Some(passphrase);
                StepOutcome::Next
            }
            None => StepOutcome::Handled,
        }
    }
}

/// What the work gives back: the identity, whatever happened, and the folder and the stick.
type Done = Lent<Ready, Result<(String, String), CeremonyError>>;

/// Which stick; then it is written.
fn stick<S: Exports>() -> ToStick<S, Done> {
    ToStick::new(step!("lost-stick"), Holds::Export, write, written)
}

fn write<S: Exports>(stick: Plugged, state: &mut S, context: &Context) -> Result<Job<Done>, StepOutcome> {
    let passphrase = state.exporting().passphrase.clone().ok_or(StepOutcome::Back)?;
    let which = state.only_subkeys();
    let rehearsed = state.keys_mut().take().ok_or(StepOutcome::Handled)?;
    Ok(Job::lend(&context.wake, rehearsed, move |rehearsed: &mut Ready, _| {
        let folder = match which {
            None => rehearsed.export(&stick.open()?, &passphrase)?,
            Some(which) => rehearsed.export_subkeys(&stick.open()?, &passphrase, which)?,
        };
        Ok((folder, stick.name().to_owned()))
    }))
}

fn written<S: Exports>((rehearsed, done): Done, state: &mut S, context: &mut Context) -> Outcome {
    if let Some(Ok(_)) = &done {
        context.journal.note(Did::Exported { of: Fingerprint::of(rehearsed.identity()) });
    }
    *state.keys_mut() = Some(rehearsed);
    let exported = done.ok_or_else(|| context.fault())?.map_err(|error| context.message(&error))?;
    let exporting = state.exporting_mut();
    (exporting.exported, exporting.passphrase) = (Some(exported), None);
    Ok(())
}
