//! Stage 5: PINs, and the keys themselves.

use std::sync::Arc;
use std::time::SystemTime;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::job::{Job, State};
use super::super::known::lines;
use super::super::pin::PinEntry;
use super::super::told::{Tell, Told, fingerprint};
use super::super::view::View;
use super::super::work::progress;
use super::{Setup, bring};
use crate::ceremony::{CeremonyError, Did, Made, PinChoice};
use crate::nitrokey::{Pin, PinRules};
use crate::pins::Pins;
use crate::plan::{PinPolicy, Slot};

/// What every Nitrokey takes, for one that was not met yet: a Pro takes no more than 20 or so.
const RULES: PinRules = PinRules { user: (6, 20), admin: (8, 20), reset_code: (8, 20) };

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    vec![
        Box::new(TypePins { typed: Vec::new(), entry: PinEntry::known(Pin::User) }),
        Box::<super::vault::Vault>::default(),
        Box::new(Make { job: None, problem: None, asks: false, visible: false }),
    ]
}

/// User PIN, admin PIN and reset code of each Nitrokey, one after the other.
struct TypePins {
    typed: Vec<SecretString>,
    entry: PinEntry,
}

/// Which PIN of which role the `n`-th is.
fn which(n: usize) -> (usize, Pin) {
    (n / 3, [Pin::User, Pin::Admin, Pin::ResetCode][n % 3])
}

impl TypePins {
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
    fn id(&self) -> &'static str {
        "type-pins"
    }

    fn stage(&self) -> usize {
        5
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.plan.pins == PinPolicy::Typed
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Desk) {
        self.typed.clear();
        self.ask(setup);
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        if self.is_whole(setup) {
            return View::new(desk.say("type-pins-kept"))
                .good(desk.say("type-pins-kept-text"))
                .enter(desk.say("key-next"))
                .key("F5", desk.say("type-pins-anew"));
        }
        let (role, _) = which(self.typed.len());
        let role = setup.plan.roles().get(role).map(|role| desk.role(role)).unwrap_or_default();
        self.entry.view(desk, View::new(desk.fill("type-pins", &[("role", role.into())])))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        if self.is_whole(setup) {
            return match key.code {
                KeyCode::Enter => Move::Next,
                KeyCode::F(5) => {
                    setup.pins.clear();
                    Move::Here
                }
                _ => Move::Stay,
            };
        }
        match key.code {
            KeyCode::Esc if self.typed.pop().is_some() => self.ask(setup),
            KeyCode::Esc => return Move::Stay,
            _ => {
                let Some(pin) = self.entry.key(key, desk) else { return Move::Here };
                self.typed.push(pin);
                if self.typed.len() == 3 * usize::from(setup.plan.nitrokeys) {
                    let pins = self.typed.chunks_exact(3).map(|three| Pins {
                        user: three[0].clone(),
                        admin: three[1].clone(),
                        reset_code: three[2].clone(),
                    });
                    setup.pins = pins.collect();
                    setup.version += 1;
                    return Move::Next;
                }
                self.ask(setup);
            }
        }
        Move::Here
    }
}

impl TypePins {
    /// They were typed before, for as many Nitrokeys.
    fn is_whole(&self, setup: &Setup) -> bool {
        setup.pins.len() == usize::from(setup.plan.nitrokeys)
    }
}

/// The keys.
struct Make {
    job: Option<Job<Result<Made, CeremonyError>>>,
    problem: Option<Told>,
    /// Keys are there, made of something else than what is decided now: throw them away?
    asks: bool,
    visible: bool,
}

impl Make {
    fn start(&mut self, setup: &mut Setup, desk: &mut Desk) {
        let Some(meeting) = setup.meeting.clone() else { return };
        setup.forget_keys();
        setup.made_of = setup.version;
        let pins = match setup.plan.pins {
            PinPolicy::Generated => PinChoice::Generated,
            PinPolicy::Typed => PinChoice::Typed(setup.pins.clone()),
        };
        let vault = setup.vault.clone();
        let import = setup.brought().map(|import| (import.inventory.clone(), import.places.clone()));
        self.job = Some(Job::start(&desk.wake, move |events| {
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
    fn id(&self) -> &'static str {
        "make"
    }

    fn stage(&self) -> usize {
        5
    }

    fn enter(&mut self, setup: &mut Setup, desk: &mut Desk) {
        (self.problem, self.visible, self.asks) = (None, false, setup.is_stale());
        if setup.made.is_none() {
            self.start(setup, desk);
        }
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        if self.asks {
            let lost = match (setup.writer.proofs.is_empty(), setup.brought().is_some()) {
                (true, false) => "make-anew-text",
                (false, false) => "make-anew-written",
                (true, true) => "make-anew-brought",
                (false, true) => "make-anew-brought-written",
            };
            return View::new(desk.say("make-anew")).warning(desk.say(lost)).enter(
                desk.say(if setup.brought().is_some() { "make-anew-again" } else { "make-anew-enter" }),
            );
        }
        let view = View::new(desk.say("make"));
        if let Some(job) = &self.job {
            let text = if setup.brought().is_some() { "make-bringing" } else { "make-text" };
            return view.text(desk.say(text)).part(progress(desk, job, None));
        }
        if let Some(problem) = &self.problem {
            return view.problem(Some(problem)).enter(desk.say("key-again"));
        }
        let Some(made) = &setup.made else { return view };
        let print = fingerprint(&made.identity().fingerprint());
        let (done, lines) = match setup.brought().filter(|import| !import.inventory.is_new_identity()) {
            None if setup.brought().is_some() => ("make-joined", bring_lines(setup, desk)),
            None => ("make-done", Vec::new()),
            Some(_) => ("make-brought", bring_lines(setup, desk)),
        };
        let view = view.good(desk.say(done)).lines(vec![format!("  {print}")]);
        let view = match made.too_large_for_paper().filter(|_| !self.visible).map(|error| desk.tell(error)) {
            Some(Told { happened, now }) => view.warning(format!("{happened} {now}")),
            None => view,
        };
        // The PINs need the room.
        let view = if self.visible || lines.is_empty() { view } else { view.lines(lines) };
        let view = match self.visible {
            true => pins(made, desk, view).key("F2", desk.say("key-hide")),
            false => view.text(desk.say("make-pins")).key("F2", desk.say("make-show")),
        };
        view.enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        match key.code {
            _ if self.job.is_some() => return Move::Here,
            KeyCode::Enter if self.asks || self.problem.is_some() => {
                (self.asks, self.problem) = (false, None);
                self.start(setup, desk);
            }
            KeyCode::Enter if setup.made.is_some() => {
                self.visible = false;
                return Move::Next;
            }
            KeyCode::F(2) => {
                self.visible = !self.visible && setup.made.is_some() && !self.asks;
                if self.visible {
                    setup.pins_are_known();
                }
            }
            _ => return Move::Stay,
        }
        Move::Here
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Some(job) = &mut self.job else { return Move::Stay };
        match job.look() {
            State::Working => return Move::Stay,
            State::Panicked => self.problem = Some(desk.fault()),
            State::Done(Ok(made)) => {
                desk.journal.note(Did::held(&made));
                setup.made = Some(Arc::new(made));
            }
            State::Done(Err(error)) => self.problem = Some(error.tell(desk.texts())),
        }
        self.job = None;
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

/// What is in each slot, if keys were brought along.
fn bring_lines(setup: &Setup, desk: &Desk) -> Vec<String> {
    let import = setup.brought().into_iter();
    let line = |(import, slot)| format!("  {}", bring::line(import, slot, setup.plan.algorithm, desk));
    import.flat_map(|import| Slot::ALL.map(|slot| (import, slot))).map(line).collect()
}

/// Adds the PINs, which the owner asked to see. All Nitrokeys have one user PIN if they were generated.
fn pins(made: &Made, desk: &Desk, view: View) -> View {
    made.pins().iter().fold(view, |view, pins| {
        let lines = lines(desk, &pins.pins);
        view.strong(desk.role(&pins.role)).part(lines)
    })
}
