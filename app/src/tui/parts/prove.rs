//! The spare is proven: it signs, decrypts and logs in. Only then is it what everything rests on.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use crate::ceremony::{CeremonyError, Did, Events, Fingerprint, Ready};
use crate::language::Key;
use crate::nitrokey::{Info, NitrokeyError, Pin, Proof, Serial};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, Lent, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::nitrokeys;
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::recover::Recovers;
use crate::tui::parts::sealing::newer;
use crate::tui::parts::work::with_card;

/// A flow in which a Nitrokey that was written before is proven.
pub(in crate::tui) trait Proves: Recovers {
    /// The Nitrokey that was proven.
    fn proven(&self) -> Option<Serial>;
    /// Keeps what a Nitrokey has shown.
    fn was_proven(&mut self, proof: Proof);
}

/// What is read back, and three slots.
const EVENTS: usize = 4;

/// How far this step is.
enum Phase {
    /// The Nitrokey is to be inserted.
    Insert,
    /// Its user PIN is asked for, unless the backup has it.
    Pin { serial: Serial, known: Option<SecretString>, entry: PinEntry },
    /// The Nitrokey is at work.
    Working(Job<Done>),
    /// The Nitrokey was proven.
    Proven,
}

/// What the work gives back: the identity, whatever happened, and what came of it.
type Done = Lent<Ready, Result<Proof, CeremonyError>>;

/// Which of the Nitrokeys that are plugged in is meant.
enum Here<'a> {
    /// This one has these keys.
    Spare(&'a Info),
    /// More than one has.
    Many,
    /// One is plugged in, with other keys or none.
    Other(&'a Info),
    None,
}

/// The step.
pub(in crate::tui) struct Prove {
    id: StepId,
    /// What is said when it is proven.
    good: Key,
    phase: Phase,
    /// The one that does not have the user PIN from the backup: it is not given again.
    changed: Option<Serial>,
    problem: Option<Message>,
}

impl Prove {
    pub(in crate::tui) fn new(id: StepId, good: Key) -> Self {
        Prove { id, good, phase: Phase::Insert, changed: None, problem: None }
    }

    fn here<'a>(rehearsed: &Ready, context: &'a Context) -> Here<'a> {
        let mut ours = context.infos().filter(|info| nitrokeys::has_keys(rehearsed, info));
        match (ours.next(), ours.next(), context.infos().next()) {
            (Some(info), None, _) => Here::Spare(info),
            (Some(_), Some(_), _) => Here::Many,
            (None, _, Some(other)) => Here::Other(other),
            (None, _, None) => Here::None,
        }
    }

    fn insert_view(&self, state: &impl Proves, context: &Context, view: View) -> View {
        let Some(rehearsed) = state.back() else { return view };
        let view = view.text(context.say(self.id.text)).key("F3", context.say(key!("lost-prove-skip")));
        if let Some(error) = &context.blind {
            return view.problem(Some(&context.message(error)));
        }
        match Self::here(rehearsed, context) {
            Here::Spare(info) => view
                .strong(nitrokeys::who(context, info))
                .good(context.say(key!("lost-prove-here")))
                .enter(context.say(key!("key-next"))),
            Here::Many => view.warning(context.say(key!("lost-prove-many"))),
            Here::Other(info) => {
                let view = newer(context, Some(rehearsed), info, view.strong(nitrokeys::who(context, info)));
                nitrokeys::contents(context, info, view).warning(context.say(key!("lost-prove-other")))
            }
            Here::None => {
                let view = nitrokeys::insert(view, context.say(key!("lost-prove-insert")));
                context.unreadable().fold(view, |view, error| view.problem(Some(&context.message(&error))))
            }
        }
    }

    /// The PIN from the backup, if it is there for this one.
    fn ask_pin(&mut self, state: &impl Proves, serial: Serial) {
        let rehearsed = state.back().filter(|_| self.changed != Some(serial));
        let pins = rehearsed.and_then(|r| r.role_of_ours(serial).and_then(|role| r.pins(role, None).ok()));
        let known = pins.map(|pins| pins.user);
        (self.phase, self.problem) = (Phase::Pin { serial, known, entry: PinEntry::known(Pin::User) }, None);
    }

    fn start(&mut self, serial: Serial, pin: SecretString, state: &mut impl Proves, context: &Context) {
        let Some(rehearsed) = state.back_mut().take() else { return };
        let nitrokeys = context.nitrokeys.clone();
        self.problem = None;
        let work = move |rehearsed: &mut Ready, events: Events<'_>| {
            rehearsed.prove_spare(nitrokeys.hold().bus, serial, &pin, events)
        };
        self.phase = Phase::Working(Job::lend(&context.wake, rehearsed, work));
    }

    fn done(&mut self, (rehearsed, result): Done, state: &mut impl Proves, context: &Context) {
        if let Some(Ok(proof)) = &result {
            let of = Fingerprint::of(rehearsed.identity());
            context.journal.note(Did::Proven { of, serial: proof.serial });
        }
        *state.back_mut() = Some(rehearsed);
        match result {
            Some(Ok(proof)) => {
                state.was_proven(proof);
                self.phase = Phase::Proven;
            }
            None => (self.phase, self.problem) = (Phase::Insert, Some(context.fault())),
            Some(Err(error)) => {
                self.problem = Some(context.message(&error));
                self.phase = match error {
                    // The same PIN again would cost another try, and the last one is not spent.
                    CeremonyError::Nitrokey(NitrokeyError::WrongPin { serial, left: 2.., .. }) => {
                        self.changed = Some(serial);
                        Phase::Pin { serial, known: None, entry: PinEntry::known(Pin::User) }
                    }
                    _ => Phase::Insert,
                };
            }
        }
    }
}

impl<S: Proves> Step<S> for Prove {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, state: &mut S, _: &mut Context) {
        self.problem = None;
        self.phase = if state.proven().is_some() { Phase::Proven } else { Phase::Insert };
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let view = View::new(context.say(self.id.title));
        let view = match &self.phase {
            Phase::Insert => self.insert_view(state, context, view),
            Phase::Pin { known: Some(_), .. } => view
                .text(context.say(key!("lost-prove-known")))
                .enter(context.say(key!("key-next")))
                .key("F3", context.say(key!("lost-prove-type"))),
            Phase::Pin { entry, .. } => entry.view(context, view.text(context.say(key!("lost-prove-pin")))),
            Phase::Working(job) => {
                with_card(context, view.text(context.say(key!("lost-prove-work"))), job, EVENTS)
            }
            Phase::Proven => view
                .good(context.say(key!("lost-prove-good")))
                .text(context.say(self.good))
                .enter(context.say(key!("key-next"))),
        };
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        match &mut self.phase {
            Phase::Working(_) => {}
            Phase::Insert | Phase::Proven if key.code == KeyCode::Esc => return StepOutcome::Unhandled,
            _ if key.code == KeyCode::Esc => (self.phase, self.problem) = (Phase::Insert, None),
            Phase::Proven => return if enter { StepOutcome::Next } else { StepOutcome::Unhandled },
            Phase::Insert if key.code == KeyCode::F(3) => {
                if let Some(ready) = state.back() {
                    context.journal.note(Did::SpareNotProven { of: Fingerprint::of(ready.identity()) });
                }
                return StepOutcome::Next;
            }
            Phase::Insert if enter => {
                let Some(rehearsed) = state.back() else { return StepOutcome::Handled };
                if let Here::Spare(info) = Self::here(rehearsed, context) {
                    self.ask_pin(state, info.serial);
                }
            }
            Phase::Insert => return StepOutcome::Unhandled,
            Phase::Pin { known, .. } if known.is_some() && key.code == KeyCode::F(3) => *known = None,
            Phase::Pin { serial, known: Some(pin), .. } => {
                if enter {
                    let (serial, pin) = (*serial, pin.clone());
                    self.start(serial, pin, state, context);
                }
            }
            Phase::Pin { serial, known: None, entry } => {
                let serial = *serial;
                if enter {
                    self.problem = None;
                }
                if let Some(pin) = entry.key(key, context) {
                    self.start(serial, pin, state, context);
                }
            }
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        match &mut self.phase {
            Phase::Working(job) => match job.poll() {
                State::Working => {}
                State::Panicked => (self.phase, self.problem) = (Phase::Insert, Some(context.fault())),
                State::Done(done) => self.done(done, state, context),
            },
            // One that was pulled out is not asked for its PIN.
            Phase::Pin { serial, .. } if context.info(*serial).is_none() => self.phase = Phase::Insert,
            _ => {}
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Working(_))
    }
}
