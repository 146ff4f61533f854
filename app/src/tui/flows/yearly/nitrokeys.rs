//! The spare is proven with its PIN, and the primary if it is there; one after the other, in any order. How many tries a
//! PIN has is said before it is asked for, and the last one is not spent.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use secrecy::SecretString;

use super::state::{Yearly, came_of};
use crate::ceremony::{CeremonyError, Did, Events, Fingerprint, NitrokeyCame, prove_published};
use crate::nitrokey::{Info, Pin, Proof};
use crate::openpgp::Carried;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::nitrokeys;
use crate::tui::parts::pin::PinEntry;
use crate::tui::parts::work::with_card;

/// What is read back, and three slots.
const EVENTS: usize = 4;

type Done = Result<Proof, CeremonyError>;

/// How far this step is.
#[derive(Default)]
enum Phase {
    /// Which one?
    #[default]
    Which,
    /// Its user PIN is asked for.
    Pin { info: Info, entry: PinEntry },
    /// It is at work.
    Working { info: Info, job: Job<Done> },
    /// It was proven, and the backup does not say which one it is.
    Role { info: Info, list: List },
}

/// The step.
#[derive(Default)]
pub(super) struct Nitrokeys {
    phase: Phase,
    /// The line that the owner has moved to; else the first that was not looked at.
    moved: Option<usize>,
    problem: Option<Message>,
}

/// Whose keys a Nitrokey says it has.
fn carried(state: &Yearly, info: &Info) -> Carried {
    state.carried(&info.fingerprints)
}

fn is_proven(state: &Yearly, info: &Info) -> bool {
    state.seen(info).is_some_and(|seen| seen.came == NitrokeyCame::Proven)
}

/// What is said of it in the list.
fn note(state: &Yearly, context: &Context, info: &Info) -> String {
    let tries = ("tries", info.tries.user.into());
    match carried(state, info) {
        _ if is_proven(state, info) => context.say(key!("yearly-nitrokeys-proven")),
        Carried::All => match info.tries.user {
            0 => context.say(key!("yearly-nitrokeys-blocked")),
            1 => context.say(key!("yearly-nitrokeys-last")),
            _ => context.fill(key!("yearly-nitrokeys-tries"), &[tries]),
        },
        Carried::Some if state.is_for_old_mail(&info.fingerprints) => {
            context.say(key!("yearly-nitrokeys-old-mail"))
        }
        Carried::Some => context.say(key!("yearly-nitrokeys-old")),
        Carried::Nothing => context.say(key!("yearly-nitrokeys-other")),
    }
}

/// The Nitrokeys, and the line that goes on.
fn items(state: &Yearly, context: &Context) -> Vec<Item> {
    let line = |info: &Info| {
        let role = state.role_of(info).map(|role| context.role(&role));
        Item::new(nitrokeys::line(context, info, role), note(state, context, info))
    };
    let proven = state.nitrokeys.iter().filter(|seen| seen.came == NitrokeyCame::Proven).count();
    let next = Item::new(
        context.say(key!("yearly-nitrokeys-next")),
        context.fill(key!("yearly-nitrokeys-next-note"), &[("proven", proven.into())]),
    );
    context.infos().map(line).chain([next]).collect()
}

/// What a Nitrokey may be that was proven.
fn roles(state: &Yearly, info: &Info, context: &Context) -> Vec<Item> {
    let item = |role: Role| Item::new(context.role(&role), "");
    state.roles_left(info).into_iter().map(item).collect()
}

impl Nitrokeys {
    /// The first of the owner's that was not looked at yet, or that had a wrong PIN; or else going on.
    fn at(&self, state: &Yearly, context: &Context) -> usize {
        let is_left = |info: &Info| match state.seen(info).map(|seen| &seen.came) {
            None => true,
            Some(NitrokeyCame::WrongPin { .. }) => info.tries.user > 1,
            Some(_) => false,
        };
        let is_next = |info: &Info| carried(state, info) != Carried::Nothing && is_left(info);
        let many = context.infos().count();
        let first = || context.infos().position(is_next).unwrap_or(many);
        self.moved.filter(|at| *at <= many).unwrap_or_else(first)
    }

    fn choose(&mut self, state: &mut Yearly, context: &Context) -> StepOutcome {
        self.problem = None;
        let Some(info) = context.infos().nth(self.at(state, context)).cloned() else {
            return StepOutcome::Next;
        };
        self.moved = None;
        match (carried(state, &info), info.tries.user) {
            _ if is_proven(state, &info) => self.asks(info, state),
            (Carried::Nothing, _) => {
                state.saw(&info, NitrokeyCame::NoKeys, context);
                self.problem = Some(context.pair(pair!("yearly-nitrokey-other"), &[]));
            }
            (Carried::Some, _) if state.is_for_old_mail(&info.fingerprints) => {
                state.saw(&info, NitrokeyCame::OldMail, context);
                self.problem = Some(context.pair(pair!("yearly-nitrokey-old-mail"), &[]));
            }
            (Carried::Some, _) => {
                state.saw(&info, NitrokeyCame::OldKeys, context);
                self.problem = Some(context.pair(pair!("yearly-nitrokey-old"), &[]));
            }
            (Carried::All, 0) => {
                state.saw(&info, NitrokeyCame::Blocked, context);
                self.problem = Some(context.pair(pair!("yearly-nitrokey-blocked"), &[]));
            }
            (Carried::All, 1) => {
                state.saw(&info, NitrokeyCame::LastTry, context);
                self.problem = Some(context.pair(pair!("yearly-nitrokey-last"), &[]));
            }
            (Carried::All, _) => self.phase = Phase::Pin { info, entry: PinEntry::known(Pin::User) },
        }
        StepOutcome::Handled
    }

    /// Which one it is, its owner says, and may say otherwise later; not where the backup says it.
    fn asks(&mut self, info: Info, state: &Yearly) {
        if state.named(info.serial).is_none() {
            let role = state.role_of(&info);
            let at = state.roles_left(&info).iter().position(|left| Some(left) == role.as_ref());
            self.phase = Phase::Role { info, list: List::at(at.unwrap_or(0)) };
        }
    }

    fn start(&mut self, info: Info, pin: SecretString, state: &Yearly, context: &Context) {
        let Some(published) = state.public_key() else { return };
        let (nitrokeys, serial) = (context.nitrokeys.clone(), info.serial);
        let job = Job::start(&context.wake, move |events: Events<'_>| {
            prove_published(&published, nitrokeys.hold().bus, serial, &pin, events)
        });
        self.phase = Phase::Working { info, job };
    }

    fn done(&mut self, info: Info, done: Done, state: &mut Yearly, context: &mut Context) {
        let error = match done {
            Ok(proof) => {
                if let Some(backup) = &state.backup {
                    let of = Fingerprint::of_manifest(backup);
                    context.journal.note(Did::Proven { of, serial: proof.serial });
                }
                state.saw(&info, NitrokeyCame::Proven, context);
                // A right PIN gives all tries back; the list says so once it has looked.
                if state.role_of(&info).is_none() {
                    self.phase = Phase::Role { info, list: List::default() };
                }
                return;
            }
            Err(error) => error,
        };
        self.problem = Some(context.message(&error));
        if let Some(came) = came_of(&error, context) {
            if let NitrokeyCame::WrongPin { left } = came {
                let mut now = info.clone();
                now.tries.user = left;
                context.now_says(&now);
            }
            state.saw(&info, came, context);
        }
    }

    /// The owner says which one it is.
    fn is(&mut self, info: &Info, role: Option<Role>, state: &mut Yearly, context: &Context) {
        let serial = info.serial.to_string();
        if let (Some(role), Some(seen)) =
            (role, state.nitrokeys.iter_mut().find(|seen| seen.serial == serial))
        {
            (seen.role, seen.said_by_owner) = (Some((role.clone(), context.role(&role))), true);
        }
        self.phase = Phase::Which;
    }

    fn which_view(&self, state: &Yearly, context: &Context, view: View) -> View {
        let view = view.text(context.say(self.id().text));
        if let Some(error) = &context.blind {
            return view.problem(Some(&context.message(error))).enter(context.say(key!("key-next")));
        }
        let view =
            context.unreadable().fold(view, |view, error| view.problem(Some(&context.message(&error))));
        let view = match context.infos().next() {
            Some(_) => view,
            None => nitrokeys::insert(view, context.say(key!("yearly-nitrokeys-insert"))),
        };
        let list = List::at(self.at(state, context));
        view.list(&list, items(state, context)).enter(context.say(key!("key-choose")))
    }
}

impl Step<Yearly> for Nitrokeys {
    fn id(&self) -> StepId {
        step!("yearly-nitrokeys")
    }

    fn enter(&mut self, state: &mut Yearly, context: &mut Context) {
        state.knows(context);
        *self = Nitrokeys::default();
    }

    fn view(&self, state: &Yearly, context: &Context) -> View {
        let view = View::new(context.say(self.id().title));
        let view = match &self.phase {
            Phase::Which => self.which_view(state, context, view),
            Phase::Pin { info, entry } => {
                let tries = context.info(info.serial).map_or(info.tries.user, |now| now.tries.user);
                let view = view
                    .strong(nitrokeys::who(context, info))
                    .text(context.fill(key!("yearly-nitrokeys-pin"), &[("tries", tries.into())]));
                entry.view(context, view)
            }
            Phase::Working { job, .. } => {
                with_card(context, view.text(context.say(key!("lost-prove-work"))), job, EVENTS)
            }
            Phase::Role { info, list } => view
                .good(
                    context
                        .fill(key!("yearly-nitrokeys-good"), &[("serial", info.serial.to_string().into())]),
                )
                .text(context.say(key!("yearly-nitrokeys-which")))
                .list(list, roles(state, info, context))
                .enter(context.say(key!("key-choose"))),
        };
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, state: &mut Yearly, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        match &mut self.phase {
            Phase::Working { .. } => {}
            Phase::Which if enter => return self.choose(state, context),
            Phase::Which => {
                let mut list = List::at(self.at(state, context));
                let used = list.key(key, &items(state, context));
                if used {
                    (self.moved, self.problem) = (Some(list.at), None);
                }
                return StepOutcome::nowhere(used);
            }
            Phase::Pin { .. } if key.code == KeyCode::Esc => self.phase = Phase::Which,
            Phase::Pin { info, entry } => {
                if let Some(pin) = entry.key(key, context) {
                    let info = info.clone();
                    self.start(info, pin, state, context);
                }
            }
            Phase::Role { info, list } if enter => {
                let (info, at) = (info.clone(), list.at);
                let role = state.roles_left(&info).into_iter().nth(at);
                self.is(&info, role, state, context);
            }
            // It was proven, and nobody has to say which one it is.
            Phase::Role { .. } if key.code == KeyCode::Esc => self.phase = Phase::Which,
            Phase::Role { info, list } => {
                return StepOutcome::nowhere(list.key(key, &roles(state, info, context)));
            }
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut Yearly, context: &mut Context) -> StepOutcome {
        match &mut self.phase {
            Phase::Working { job, .. } => {
                let came = job.poll();
                if matches!(came, State::Working) {
                    return StepOutcome::Unhandled;
                }
                let Phase::Working { info, .. } = std::mem::take(&mut self.phase) else {
                    return StepOutcome::Unhandled;
                };
                match came {
                    State::Done(done) => self.done(info, done, state, context),
                    _ => self.problem = Some(context.fault()),
                }
            }
            // One that was pulled out is not asked for its PIN.
            Phase::Pin { info, .. } if context.info(info.serial).is_none() => self.phase = Phase::Which,
            _ => {}
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Working { .. })
    }
}
