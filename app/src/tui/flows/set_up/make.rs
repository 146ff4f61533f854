//! Make the keys: PINs, and the keys themselves.

use std::sync::Arc;
use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use super::state::Setup;
use super::{bring, random};
use crate::ceremony::{CeremonyError, Did, Made, PinChoice};
use crate::nitrokey::{Pin, PinRules};
use crate::pins::Pins;
use crate::plan::{PinPolicy, Slot};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::{Message, ToMessage, fingerprint};
use crate::tui::kit::view::View;
use crate::tui::parts::known::lines;
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::work::progress;

/// What every Nitrokey takes, for one that was not met yet: a Pro takes no more than 20 or so.
const RULES: PinRules = PinRules { user: (6, 20), admin: (8, 20), reset_code: (8, 20) };

/// User PIN, admin PIN and reset code of each Nitrokey, one after the other.
pub(super) struct TypePins {
    typed: Vec<SecretString>,
    entry: PinEntry,
}

/// Which PIN of which role the `n`-th is.
fn which(n: usize) -> (usize, Pin) {
    (n / 3, [Pin::User, Pin::Admin, Pin::ResetCode][n % 3])
}

impl TypePins {
    pub(super) fn new() -> Self {
        TypePins { typed: Vec::new(), entry: PinEntry::known(Pin::User) }
    }

    fn ask(&mut self, setup: &Setup) {
        let (role, pin) = which(self.typed.len());
        let met = setup.meeting.as_ref().and_then(|meeting| meeting.met().get(role));
        let rules = met.map_or(RULES, |met| met.info.pin_rules);
        let rules = match pin {
            Pin::User => rules.user,
            Pin::Admin => rules.admin,
            Pin::ResetCode => rules.reset_code,
        };
        self.entry = PinEntry::new_pin(pin, rules);
    }
}

impl Step<Setup> for TypePins {
    fn id(&self) -> StepId {
        StepId::of(key!("type-pins"), key!("type-pins-kept-text"), key!("type-pins-help"))
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Context) {
        self.typed.clear();
        self.ask(setup);
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        if self.is_whole(setup) {
            return View::new(context.say(key!("type-pins-kept")))
                .good(context.say(key!("type-pins-kept-text")))
                .enter(context.say(key!("key-next")))
                .key("F5", context.say(key!("type-pins-anew")));
        }
        let (role, _) = which(self.typed.len());
        let role = setup.draft.plan.roles().get(role).map(|role| context.role(role)).unwrap_or_default();
        self.entry.view(context, View::new(context.fill(key!("type-pins"), &[("role", role.into())])))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if self.is_whole(setup) {
            return match key.code {
                KeyCode::Enter => StepOutcome::Next,
                KeyCode::F(5) => {
                    setup.inputs.pins.clear();
                    StepOutcome::Handled
                }
                _ => StepOutcome::Unhandled,
            };
        }
        match key.code {
            KeyCode::Esc if self.typed.pop().is_some() => self.ask(setup),
            KeyCode::Esc => return StepOutcome::Unhandled,
            _ => {
                let Some(pin) = self.entry.key(key, context) else { return StepOutcome::Handled };
                self.typed.push(pin);
                if self.typed.len() == 3 * usize::from(setup.draft.plan.nitrokeys) {
                    let pins = self.typed.chunks_exact(3).map(|three| Pins {
                        user: three[0].clone(),
                        admin: three[1].clone(),
                        reset_code: three[2].clone(),
                    });
                    setup.inputs.pins = pins.collect();
                    setup.inputs.change();
                    return StepOutcome::Next;
                }
                self.ask(setup);
            }
        }
        StepOutcome::Handled
    }
}

impl TypePins {
    /// They were typed before, for as many Nitrokeys.
    fn is_whole(&self, setup: &Setup) -> bool {
        setup.inputs.pins.len() == usize::from(setup.draft.plan.nitrokeys)
    }
}

/// The keys.
#[derive(Default)]
pub(super) struct Make {
    job: Option<Job<Result<Made, CeremonyError>>>,
    problem: Option<Message>,
    /// Keys are there, made of something else than what is decided now: throw them away?
    asks: bool,
    visible: bool,
}

impl Make {
    fn start(&mut self, setup: &mut Setup, context: &mut Context) {
        let Some(meeting) = setup.meeting.clone() else { return };
        setup.forget_keys();
        setup.inputs.are_used();
        let pins = match setup.draft.plan.pins {
            PinPolicy::Generated => PinChoice::Generated,
            PinPolicy::Typed => PinChoice::Typed(setup.inputs.pins.clone()),
        };
        let vault = setup.inputs.vault.clone();
        let import = setup.brought().map(|import| (import.inventory.clone(), import.places.clone()));
        self.job = Some(Job::start(&context.wake, move |events| {
            let now = SystemTime::now();
            let mut made = match import {
                Some((inventory, places)) => Made::import(&meeting, &inventory, &places, pins, now)?,
                None => Made::make(&meeting, pins, now, events)?,
            };
            vault.iter().try_for_each(|(name, content)| made.keep(name, content))?;
            Ok(made)
        }));
    }
}

impl Step<Setup> for Make {
    fn id(&self) -> StepId {
        step!("make")
    }

    fn enter(&mut self, setup: &mut Setup, context: &mut Context) {
        (self.problem, self.visible, self.asks) = (None, false, setup.is_stale());
        if setup.seal.made.is_none() {
            self.start(setup, context);
        }
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        if self.asks {
            let lost = match (setup.writer.begun, setup.brought().is_some()) {
                (false, false) => key!("make-anew-text"),
                (true, false) => key!("make-anew-written"),
                (false, true) => key!("make-anew-brought"),
                (true, true) => key!("make-anew-brought-written"),
            };
            return View::new(context.say(key!("make-anew"))).warning(context.say(lost)).enter(context.say(
                if setup.brought().is_some() { key!("make-anew-again") } else { key!("make-anew-enter") },
            ));
        }
        let view = View::new(context.say(key!("make")));
        if let Some(job) = &self.job {
            let text = if setup.brought().is_some() { key!("make-bringing") } else { key!("make-text") };
            return view.text(context.say(text)).part(progress(context, job, None));
        }
        if let Some(problem) = &self.problem {
            return view.problem(Some(problem)).enter(context.say(key!("key-again")));
        }
        let Some(made) = &setup.seal.made else { return view };
        let print = fingerprint(&made.identity().fingerprint());
        let (done, lines) = match setup.brought().filter(|import| !import.inventory.is_new_identity()) {
            None if setup.brought().is_some() => (key!("make-joined"), bring_lines(setup, context)),
            None => (key!("make-done"), Vec::new()),
            Some(_) => (key!("make-brought"), bring_lines(setup, context)),
        };
        let view = view.good(context.say(done)).lines(vec![format!("  {print}")]);
        let view = match setup.is_short() {
            true => view.text(random::of_what(setup, context)),
            false => view,
        };
        let view =
            match made.too_large_for_paper().filter(|_| !self.visible).map(|error| context.message(error)) {
                Some(Message { happened, now }) => view.warning(format!("{happened} {now}")),
                None => view,
            };
        // The PINs need the room.
        let view = if self.visible || lines.is_empty() { view } else { view.lines(lines) };
        let view = match self.visible {
            true => pins(made, context, view).key("F2", context.say(key!("key-hide"))),
            false => view.text(context.say(key!("make-pins"))).key("F2", context.say(key!("make-show"))),
        };
        view.enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.job.is_some() => return StepOutcome::Handled,
            KeyCode::Enter if self.asks || self.problem.is_some() => {
                (self.asks, self.problem) = (false, None);
                self.start(setup, context);
            }
            KeyCode::Enter if setup.seal.made.is_some() => {
                self.visible = false;
                return StepOutcome::Next;
            }
            KeyCode::F(2) => {
                self.visible = !self.visible && setup.seal.made.is_some() && !self.asks;
                if self.visible {
                    setup.pins_are_known();
                }
            }
            _ => return StepOutcome::Unhandled,
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let Some(job) = &mut self.job else { return StepOutcome::Unhandled };
        match job.poll() {
            State::Working => return StepOutcome::Unhandled,
            State::Panicked => self.problem = Some(context.fault()),
            State::Done(Ok(made)) => {
                context.journal.note(Did::held(&made));
                setup.seal.made = Some(Arc::new(made));
            }
            State::Done(Err(error)) => self.problem = Some(error.to_message(context.texts())),
        }
        self.job = None;
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

/// What is in each slot, if keys were brought along.
fn bring_lines(setup: &Setup, context: &Context) -> Vec<String> {
    let import = setup.brought().into_iter();
    let line = |(import, slot)| {
        format!("  {}", bring::words::line(import, slot, setup.draft.plan.algorithm, context))
    };
    import.flat_map(|import| Slot::ALL.map(|slot| (import, slot))).map(line).collect()
}

/// Adds the PINs, which the owner asked to see. All Nitrokeys have one user PIN if they were generated.
fn pins(made: &Made, context: &Context, view: View) -> View {
    made.pins().iter().fold(view, |view, pins| {
        let lines = lines(context, &pins.pins);
        view.strong(context.role(&pins.role)).part(lines)
    })
}
