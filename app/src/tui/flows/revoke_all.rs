//! Revoke everything: the whole identity is ended, its primary key too. A certificate that says so comes to a stick.

use std::time::SystemTime;

use crate::backup::IMPORT_REVOKED;
use crate::ceremony::{CeremonyError, Did, Fingerprint, Ready};
use crate::language::{Key, Noted};
use crate::machine::stick::discover::Plugged;
use crate::openpgp::Reason;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, FlowState, StepOutcome, Table};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, Lent};
use crate::tui::kit::screen::Screen;
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, Read, answers};
use crate::tui::parts::recover::{Open, Recovering, Recovers, backup_and_cards, source};
use crate::tui::parts::to_stick::ToStick;
use crate::tui::parts::work::Outcome;

/// Why it ends, the one that is preset first.
const REASONS: [(Reason, Noted); 4] = [
    (Reason::Retired, noted!("revoke-why-retired")),
    (Reason::Superseded, noted!("revoke-why-superseded")),
    (Reason::Compromised, noted!("revoke-why-compromised")),
    (Reason::Unspecified, noted!("revoke-why-unspecified")),
];

/// What comes back, and how it is ended.
struct RevokeAll {
    recovering: Recovering,
    reason: Reason,
    /// The folder and the stick where the certificate is now.
    written: Option<(String, String)>,
}

/// Begins with what it means.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    let state = RevokeAll { recovering: Recovering::default(), reason: Reason::Retired, written: None };
    Flow::begin(key!("revoke"), state, table(), context)
}

fn table() -> Table<RevokeAll> {
    let table = Table::new()
        .stage(|_| key!("revoke-stage-means"))
        .step(means())
        .stage(|_| key!("lost-stage-backup"))
        .step(source());
    backup_and_cards(table)
        .stage(|_| key!("lost-stage-back"))
        .step(Open::new(step!("lost-back")))
        .stage(|_| key!("revoke-stage-certificate"))
        .step(why())
        .step(ToStick::new(step!("revoke-stick"), Holds::Revocation, write, written))
        .stage(|_| key!("lost-stage-done"))
        .step(done())
}

impl FlowState for RevokeAll {
    fn loss(&self) -> Option<Key> {
        if self.written.is_some() { None } else { self.loss_of_recovery() }
    }
}

impl Recovers for RevokeAll {
    fn recovering(&self) -> &Recovering {
        &self.recovering
    }

    fn recovering_mut(&mut self) -> &mut Recovering {
        &mut self.recovering
    }

    fn forget_keys(&mut self) {
        self.written = None;
    }
}

/// What ends, what does not, and for whom it is.
fn means() -> Read<RevokeAll> {
    Read {
        id: step!("revoke"),
        view: |_, context| {
            View::new(context.say(key!("revoke")))
                .warning(context.say(key!("revoke-warning")))
                .text(context.say(key!("revoke-text")))
                .text(context.say(key!("revoke-stays")))
                .enter(context.say(key!("key-next")))
        },
        next: StepOutcome::Next,
    }
}

fn why() -> Choose<RevokeAll> {
    Choose::new(
        step!("revoke-why"),
        |_, context| answers(context, &REASONS.map(|(_, answer)| answer)),
        |state, _| REASONS.iter().position(|(reason, _)| *reason == state.reason).unwrap_or(0),
        |state, _, at| {
            let reason = REASONS.get(at).map_or(Reason::Unspecified, |(reason, _)| *reason);
            if state.reason != reason {
                (state.reason, state.written) = (reason, None);
            }
            StepOutcome::Next
        },
    )
}

/// What the work gives back: the identity, whatever happened, and the folder and the stick.
type Done = Lent<Ready, Result<(String, String), CeremonyError>>;

fn write(stick: Plugged, state: &mut RevokeAll, context: &Context) -> Result<Job<Done>, StepOutcome> {
    let reason = state.reason;
    let back = state.recovering.back.take().ok_or(StepOutcome::Back)?;
    Ok(Job::lend(&context.wake, back, move |back: &mut Ready, _| {
        let folder = back.revoke(&stick.open()?, reason, SystemTime::now())?;
        Ok((folder, stick.name().to_owned()))
    }))
}

fn written((back, done): Done, state: &mut RevokeAll, context: &mut Context) -> Outcome {
    if let Some(Ok(_)) = &done {
        context.journal.note(Did::RevocationWritten { of: Fingerprint::of(back.identity()) });
    }
    state.recovering.back = Some(back);
    state.written = Some(done.ok_or_else(|| context.fault())?.map_err(|error| context.message(&error))?);
    Ok(())
}

/// Where it is, and what is to be done with it, in its order.
fn done() -> Read<RevokeAll> {
    Read {
        id: step!("revoke-done"),
        view: |state, context| {
            let view = View::new(context.say(key!("revoke-done")));
            let Some((folder, stick)) = &state.written else { return view };
            let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
            view.good(context.fill(key!("revoke-done-good"), &values))
                .text(context.say(key!("revoke-done-text")))
                .lines(vec![IMPORT_REVOKED.into()])
                .text(context.say(key!("revoke-done-then")))
                .enter(context.say(key!("lost-done-home")))
        },
        next: StepOutcome::Home,
    }
}
